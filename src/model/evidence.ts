import type { FailureCode } from './failure-code.ts'
import type { LogsFound } from './log-integrity.ts'

/**
 * What is known of one fact in the account, and if nothing is known, why. "Not there", "not allowed to look", "the question
 * failed" and "nobody here can know" are different facts with different remedies; none of them may ever look clean.
 */
export type Evidence<T> = { state: 'read'; value: T } | Unread

/** Everything but an answer. */
export type Unread = Absent | Denied | Failed | Undecided

/** AWS says that it is not there. */
export interface Absent {
  state: 'absent'
  reason: string
}

/** AWS refused to tell: a permission is missing. */
export interface Denied {
  state: 'denied'
  /** IAM action that is missing, e.g. `s3:GetBucketAcl`. */
  action: string
  reason: string
  /** Account that owns the resource, where it is another one: only that account can give the permission. */
  owner?: string
}

/** The question was asked and not answered, or not with an answer to it. No permission helps. */
export interface Failed {
  state: 'failed'
  /** e.g. `kms:DescribeKey`. */
  operation: string
  code: FailureCode
  reason: string
  /** Whether the same question may be answered next time. */
  retryable: boolean
}

/** Nobody can answer here: a template does not tell, or the resource belongs to an account that lets no one else ask. */
export interface Undecided {
  state: 'undecided'
  why: { kind: 'deployment' } | { kind: 'other-account'; owner: string } | { kind: 'nothing-there' }
  reason: string
}

/** What the log files of one trail were found to be. */
export interface LogIntegrityFacts {
  /** Of the trail. */
  arn: string
  found: Evidence<LogsFound>
}

/** One question as it was asked: the same question is asked once and answered once. */
export interface Question {
  /** e.g. `cloudtrail:GetTrailStatus`. */
  operation: string
  parameters: Readonly<Record<string, unknown>>
  region: string
}

/** One recorded read: enough for an auditor to test source, query and completeness, and to replay it. */
export interface EvidenceEnvelope extends Question {
  account: string
  /** ARN of the caller the answer was given to. */
  caller: string
  /** UTC, ISO 8601. */
  time: string
  requestId?: string
  /** How many pages the answer came in. */
  pages: number
  /** SHA-256 of `JSON.stringify(answer)`, hex. */
  sha256: string
  /** Word for word; whether it has the shape it must have is judged whenever it is read. */
  answer: Evidence<unknown>
}

/** The file `evidence.json`: all reads of one verification run. */
export interface EvidenceFile {
  schemaVersion: 2
  /** e.g. `mlops-audit 0.1.0`. */
  tool: string
  /** Hash of the config that was verified; empty when an account was judged without one. */
  configHash: string
  account: string
  region: string
  /** ARN of the caller. */
  caller: string
  /** The run it was recorded in. */
  run: { key: string; commit?: string; url?: string }
  /** Before the first read. UTC, ISO 8601. */
  collectedAt: string
  /** After the last read. UTC, ISO 8601. */
  finishedAt: string
  /** What log files were found to be, where they were looked at: they are too many to be kept. */
  logIntegrity?: readonly LogIntegrityFacts[]
  reads: readonly EvidenceEnvelope[]
  /** SHA-256 of `JSON.stringify` of everything above, hex. It finds accidents; whoever edits can write a new one. */
  sha256: string
}

export function read<T>(value: T): { state: 'read'; value: T } {
  return { state: 'read', value }
}

export function absent(reason: string): Absent {
  return { state: 'absent', reason }
}

export function denied(action: string, reason: string): Denied {
  return { state: 'denied', action, reason }
}

export function failed(operation: string, code: FailureCode, reason: string): Failed {
  return { state: 'failed', operation, code, reason, retryable: code === 'unavailable' || code === 'throttled' || code === 'malformed' }
}

/** What only a deployment decides. */
export function undecided(reason: string): Undecided {
  return { state: 'undecided', why: { kind: 'deployment' }, reason }
}

/** What only its owner can read; no permission in this account would help. */
export function ownedElsewhere(owner: string): Undecided {
  return { state: 'undecided', why: { kind: 'other-account', owner }, reason: `not readable here: owned by ${owner}` }
}

/** Nobody said that it should be there, and it is not: there is nothing to judge. */
export function nothingThere(reason: string): Undecided {
  return { state: 'undecided', why: { kind: 'nothing-there' }, reason }
}

/** Applies a function to what was read; the other states pass through. */
export function mapEvidence<A, B>(evidence: Evidence<A>, map: (value: A) => B): Evidence<B> {
  return evidence.state === 'read' ? read(map(evidence.value)) : evidence
}

/** As mapEvidence, for a step that may find nothing. */
export function pickEvidence<A, B>(evidence: Evidence<A>, pick: (value: A) => B | undefined, reason: string): Evidence<B> {
  if (evidence.state !== 'read') return evidence
  const value = pick(evidence.value)
  return value === undefined ? absent(reason) : read(value)
}

/** The value, when it was read. */
export function readValue<T>(evidence: Evidence<T>): T | undefined {
  return evidence.state === 'read' ? evidence.value : undefined
}

/** Identifies a question: the same operation with the same parameters in the same region. */
export function questionKey({ operation, parameters, region }: Question): string {
  return `${operation} ${region} ${JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)))}`
}
