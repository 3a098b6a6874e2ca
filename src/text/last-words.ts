import { logText } from './log.ts'
import { createRedactor, secretsOf } from './redact.ts'
import { visible } from './visible.ts'

/** What is said of an error that nobody expected: its message, made harmless like all else, and no stack with the machine's paths. */
export function lastWords(error: unknown, environment: Readonly<Record<string, string | undefined>>): string {
  const redactor = createRedactor()
  for (const secret of secretsOf(environment)) redactor.add(secret)
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return logText(`mlops-audit: ${visible(redactor.redact(message))}\n  This is a fault of the tool: please report it.\n`)
}
