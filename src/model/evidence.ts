/**
 * Evidence is what AWS answered, word for word, together with how it was asked. It has three states, because
 * "not there" and "not allowed to look" are different facts: an unreadable resource must never look clean.
 */
export type Evidence<T> =
  | { state: 'read'; value: T }
  | { state: 'absent'; reason: string }
  | { state: 'denied'; action: string; reason: string }

/** One recorded read: enough for an auditor to test source, query and completeness, and to replay it. */
export interface EvidenceEnvelope {
  /** e.g. `cloudtrail:GetTrailStatus`. */
  operation: string
  parameters: Readonly<Record<string, unknown>>
  account: string
  region: string
  /** ARN of the caller the answer was given to. */
  caller: string
  /** UTC, ISO 8601. */
  time: string
  requestId: string | undefined
  /** How many pages the answer came in. */
  pages: number
  /** SHA-256 of `JSON.stringify(answer)`, hex. */
  sha256: string
  answer: Evidence<unknown>
}

/** The file `evidence.json`: all reads of one verification run. */
export interface EvidenceFile {
  schemaVersion: 1
  tool: string
  configHash: string
  collectedAt: string
  reads: readonly EvidenceEnvelope[]
}

export function read<T>(value: T): Evidence<T> {
  return { state: 'read', value }
}

export function absent(reason: string): { state: 'absent'; reason: string } {
  return { state: 'absent', reason }
}

export function denied(action: string, reason: string): { state: 'denied'; action: string; reason: string } {
  return { state: 'denied', action, reason }
}

/** Identifies a question: the same operation with the same parameters is asked once and answered once. */
export function questionKey(operation: string, parameters: Readonly<Record<string, unknown>>): string {
  return `${operation} ${JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)))}`
}
