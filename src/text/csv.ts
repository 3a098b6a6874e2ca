import { logText } from './log.ts'
import { visible } from './visible.ts'

export type CsvCell = string | number | boolean | readonly string[]

/** A table as CSV (RFC 4180). No line is a command to a runner that prints it. A cell that a spreadsheet would take for a formula is text there too; a list is its items, `; ` between them. */
export function csvTable(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(csvCell).join(','))
  return logText(lines.join('\r\n').concat('\r\n'))
}

/** Spreadsheets take these for a formula, also behind spaces. https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^\s*[=+\-@|%\t\r]/

function csvCell(value: CsvCell): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = visible(typeof value === 'string' ? value : value.join('; '))
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n;']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
