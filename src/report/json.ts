import type { RunReport } from '../model/report.ts'
import { visibleJson } from '../text/visible.ts'

/**
 * The machine-readable result, `schemaVersion` 1. Described in docs/results.md; a field is never renamed within a version. What a
 * terminal or a runner would obey is escaped as JSON has it: the data is the same.
 */
export function toJson(report: RunReport): string {
  return jsonText(report)
}

/** JSON in which nothing is obeyed by a terminal or a runner; the data is the same. */
export function jsonText(value: unknown): string {
  return `${visibleJson(JSON.stringify(value, null, 2)).replaceAll('##[', '#\\u0023[')}\n`
}
