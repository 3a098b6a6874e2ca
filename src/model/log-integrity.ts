import type { FailureCode } from './failure-code.ts'

/** Everything that can be wrong with a chain. The code is that of the finding it becomes. */
export const PROBLEMS = {
  'digest-unreadable': { code: 'DIG-001', is: 'not readable', unreadable: true },
  'digest-broken': { code: 'DIG-001', is: 'not a digest file', unreadable: false },
  'signature-missing': { code: 'DIG-001', is: 'without a signature', unreadable: false },
  'signature-key-unknown': { code: 'DIG-001', is: 'signed with a key that CloudTrail does not have', unreadable: false },
  'signature-invalid': { code: 'DIG-001', is: 'changed after it was signed', unreadable: false },
  'digest-moved': { code: 'DIG-002', is: 'not where it was delivered', unreadable: false },
  'link-hash': { code: 'DIG-003', is: 'not followed by the digest that was written after it', unreadable: false },
  'link-signature': { code: 'DIG-003', is: 'not followed by the digest that was written after it', unreadable: false },
  'digest-missing': { code: 'DIG-004', is: 'missing', unreadable: false },
  gap: { code: 'DIG-005', is: 'a time without digests', unreadable: false },
  'log-unreadable': { code: 'DIG-006', is: 'not readable', unreadable: true },
  'log-missing': { code: 'DIG-006', is: 'missing', unreadable: false },
  'log-changed': { code: 'DIG-006', is: 'changed after it was delivered', unreadable: false },
  'log-unlisted': { code: 'DIG-006', is: 'in no digest', unreadable: false },
  'newest-missing': { code: 'DIG-007', is: 'missing, though CloudTrail delivered it', unreadable: false },
  'newest-unknown': { code: 'DIG-007', is: 'not known', unreadable: true },
  'region-uncovered': { code: 'DIG-008', is: 'without digests', unreadable: false },
  'region-unreadable': { code: 'DIG-008', is: 'not readable', unreadable: true },
} as const

export type ProblemKind = keyof typeof PROBLEMS
export type DigestCode = (typeof PROBLEMS)[ProblemKind]['code']

/** One thing that is wrong, with what it is about. */
export interface ChainProblem {
  kind: ProblemKind
  region: string
  /** Key of the object, or the region. */
  subject: string
  /** What was found, as a sentence without its subject. */
  detail: string
  /** IAM action that was refused, where that is the reason. */
  missingPermission?: string
  /** Why it could not be read, where no permission is missing. */
  code?: FailureCode
}

/** Times are ISO 8601 in UTC. */
export interface LogsFound {
  from: string
  to: string
  digests: number
  logs: number
  /** Whether anything of the time was covered: by its digests, or by a validation before this one. */
  isCovered: boolean
  /** When a trail that has delivered no digest yet began to log; undefined for any other. */
  newSince?: string
  problems: readonly ChainProblem[]
}

/** A trail's first digest comes with the hour after its first; CloudTrail names no bound, and two hours were always enough. */
export const FIRST_DIGEST_MS = 2 * 3_600_000
