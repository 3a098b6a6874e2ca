import { formatPosition } from '../model/errors.ts'
import type { RunReport } from '../model/report.ts'
import { type CsvCell, csvTable } from '../text/csv.ts'
import { maskAccounts } from '../text/mask.ts'
import { mapStrings } from '../text/strings.ts'
import type { Format } from './format.ts'
import { rowText } from './headline.ts'

const HEAD = [
  'kind',
  'code',
  'id',
  'status',
  'severity',
  'title',
  'resource',
  'found',
  'fix',
  'where',
  'missing permission',
  'exception',
  'exception owner',
  'exception expires',
  'ticket',
  'controls',
] as const

/** One line for each thing that was judged: a check on a resource, a row of the access matrix, a problem, a gate. What passes too. */
export const toCsv: Format = (given, { maskAccountId }) => {
  const report = maskAccountId ? mapStrings(given, maskAccounts) : given
  return csvTable(HEAD, [...problems(report), ...findings(report), ...accessRows(report), ...gates(report)])
}

function findings(report: RunReport): CsvCell[][] {
  return report.findings.map((finding) => [
    'check',
    finding.code,
    finding.id,
    finding.status,
    finding.severity,
    finding.title,
    finding.resource,
    finding.message,
    finding.remedy,
    (finding.positions ?? []).map(formatPosition),
    finding.missingPermission ?? '',
    finding.exception?.reason ?? '',
    finding.exception?.owner ?? '',
    finding.exception?.expires ?? '',
    finding.exception?.ticket ?? '',
    Object.entries(finding.frameworks).flatMap(([framework, controls]) => controls.map((control) => `${framework} ${control}`)),
  ])
}

function accessRows(report: RunReport): CsvCell[][] {
  return (report.access ?? []).map((row) =>
    padded('access row', '', '', row.state, '', row.why ?? '', row.who, `${rowText(row)}${row.detail ? `: ${row.detail}` : ''}`, '', [
      ...(row.position ? [formatPosition(row.position)] : []),
      ...row.at.map(({ text, position }) => (position ? `${formatPosition(position)} ${text}` : text)),
    ]),
  )
}

function problems(report: RunReport): CsvCell[][] {
  return report.problems.map(({ id = '', message, remedy = '', position }) =>
    padded('problem', id, '', 'fail', '', '', '', message, remedy, position ? formatPosition(position) : ''),
  )
}

function gates(report: RunReport): CsvCell[][] {
  return (report.gates ?? []).map(({ gate, subject, text, allowed }) =>
    padded('gate', gate, '', allowed === undefined ? 'fail' : 'allowed', '', '', subject, text, '', '', '', allowed ?? ''),
  )
}

function padded(...cells: CsvCell[]): CsvCell[] {
  return [...cells, ...Array<CsvCell>(HEAD.length - cells.length).fill('')]
}
