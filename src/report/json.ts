import type { RunReport } from '../model/report.ts'

/** The machine-readable result, `schemaVersion` 1. Described in docs/results.md; a field is never renamed within a version. */
export function toJson(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
