import type { Position } from './errors.ts'
import type { Absent, Denied, Failed, Undecided, Unread } from './evidence.ts'
import { isOfFloor } from './floor.ts'

/** From worst to mildest; the order is used for sorting and for `fail-on`. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const
export type Severity = (typeof SEVERITIES)[number]

export const STATUSES = ['pass', 'fail', 'error', 'not-applicable', 'excepted'] as const
export type Status = (typeof STATUSES)[number]

/** What a message is made of: its id, stable within a check, and the values in its text. */
export interface Said {
  id: string
  data: Readonly<Record<string, string | number>>
}

/** What a check says about one resource, before exceptions are applied. */
export type Verdict =
  | {
      status: 'pass' | 'fail' | 'not-applicable'
      message: string
      said?: readonly Said[]
      parts?: readonly DesignDifference[]
      isAbsent?: true
    }
  | { status: 'error'; message: string; unread: Exclude<Unread, Absent> }

/** One difference from the design, by the property it is in: another check may be the one to speak of it. */
export interface DesignDifference {
  /** CloudFormation's name; empty for the resource as a whole. */
  property: string
  text: string
}

export interface Finding {
  /** Kebab-case name of the good state, e.g. `trail-is-multi-region`. */
  id: string
  /** Short code of the catalogue, e.g. `TRAIL-001`. */
  code: string
  title: string
  status: Status
  severity: Severity
  /** ARN of the judged resource. */
  resource: string
  message: string
  /** The parts of the message, for those who count or translate them. */
  said?: readonly Said[]
  remedy: string
  /** IAM action whose denial made this an `error`. */
  missingPermission?: string
  /** Why this is an `error`; the reason in words is the message. */
  unread?: Omit<Denied, 'reason'> | Omit<Failed, 'reason'> | Omit<Undecided, 'reason'>
  /** Control ids by framework, e.g. `{ cis: ['3.1'] }`. */
  frameworks: Readonly<Record<string, readonly string[]>>
  /** For templates: where the resource stands, then where the config decides it. */
  positions?: readonly Position[]
  exception?: FindingException
}

export interface FindingException {
  reason: string
  owner: string
  expires: string
  ticket?: string
  expired: boolean
  /** Why it is not taken, as a sentence, where it asks for more than an exception can have. */
  refused?: string
}

/** What came of an exception, in words. */
export function exceptionText({ expires, expired, refused }: FindingException): string {
  if (expired) return `exception expired ${expires}`
  return refused === undefined ? `excepted until ${expires}` : `exception not taken: ${refused}`
}

export interface FindingSummary {
  total: number
  pass: number
  fail: number
  error: number
  notApplicable: number
  excepted: number
  highestSeverity: Severity | 'none'
}

/** `true` when `severity` is at least as bad as `threshold`. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold)
}

export function summarize(findings: readonly Finding[]): FindingSummary {
  const count = (status: Status) => findings.filter((finding) => finding.status === status).length
  const bad = findings.filter((finding) => finding.status === 'fail' || finding.status === 'error')
  const worst = SEVERITIES.find((severity) => bad.some((finding) => finding.severity === severity))
  return {
    total: findings.length,
    pass: count('pass'),
    fail: count('fail'),
    error: count('error'),
    notApplicable: count('not-applicable'),
    excepted: count('excepted'),
    highestSeverity: worst ?? 'none',
  }
}

/** The findings that fail a run: failures and unreadable evidence at or above the threshold, and of the floor at any. */
export function blocking(findings: readonly Finding[], failOn: Severity): Finding[] {
  return findings.filter(
    (finding) => (finding.status === 'fail' || finding.status === 'error') && (atLeast(finding.severity, failOn) || isOfFloor(finding.id)),
  )
}

/** The stricter of two: the rule that a change weakens still holds for it. */
export function strictest(now: Severity, old: Severity | undefined): Severity {
  return old !== undefined && SEVERITIES.indexOf(old) > SEVERITIES.indexOf(now) ? old : now
}
