import type { Severity } from '../model/finding.ts'

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
}

/** The findings of log integrity, in the order of their codes. Source: the guide's "Custom implementations of log file integrity validation". */
export const DIGEST_FINDINGS: readonly { code: DigestCode; id: string; title: string; severity: Severity; good: string }[] = [
  {
    code: 'DIG-001',
    id: 'digests-are-signed-by-cloudtrail',
    title: 'Every digest file carries a valid signature of CloudTrail',
    severity: 'critical',
    good: 'every signature is valid',
  },
  {
    code: 'DIG-002',
    id: 'digests-are-where-they-were-delivered',
    title: 'Digest files lie where they were delivered',
    severity: 'high',
    good: 'every digest lies where it was delivered',
  },
  {
    code: 'DIG-003',
    id: 'digests-are-chained',
    title: 'Each digest names hash and signature of the one before it',
    severity: 'critical',
    good: 'every digest follows the one before it',
  },
  {
    code: 'DIG-004',
    id: 'no-digest-is-missing',
    title: 'No digest of the chain is missing',
    severity: 'critical',
    good: 'no digest is missing',
  },
  {
    code: 'DIG-005',
    id: 'digests-have-no-unexplained-gap',
    title: 'Digests follow each other without a gap that nothing explains',
    severity: 'high',
    good: 'there is no gap that nothing explains',
  },
  {
    code: 'DIG-006',
    id: 'log-files-match-their-digests',
    title: 'Log files are there and as they were delivered',
    severity: 'critical',
    good: 'every log file is as it was delivered',
  },
  {
    code: 'DIG-007',
    id: 'newest-digest-is-there',
    title: 'The newest digest that CloudTrail delivered is there',
    severity: 'critical',
    good: 'the newest digest is there',
  },
  {
    code: 'DIG-008',
    id: 'every-region-has-digests',
    title: 'Every region with log files has digests',
    severity: 'high',
    good: 'every region with log files has digests',
  },
]
