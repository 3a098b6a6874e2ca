import type { Evidence } from '../model/evidence.ts'
import type { BucketFacts, Facts, KeyFacts, LogGroupFacts, OidcProviderFacts, RoleFacts, RoleKind, TrailFacts } from '../model/facts.ts'
import type { Severity, Verdict } from '../model/finding.ts'

/** What a check can be about; one finding per subject. */
interface Subjects {
  trail: TrailFacts
  logBucket: BucketFacts
  key: KeyFacts
  logGroup: LogGroupFacts
  role: RoleFacts
  oidcProvider: OidcProviderFacts
}

export type SubjectName = keyof Subjects

export interface CheckDefinition<S extends SubjectName> {
  /** Kebab-case name of the good state; equals the file name. */
  id: string
  /** Code of the catalogue; never reused for another meaning. */
  code: string
  severity: Severity
  /** The good state as a sentence. */
  title: string
  on: S
  /** For checks on roles: which ones. */
  roles?: readonly RoleKind[]
  /** IAM actions of the reads it stands on; the verify role must be allowed all of them. */
  reads: readonly string[]
  /** Where AWS documents what is checked. */
  source: string
  remedy: string
  evaluate(subject: Subjects[S], facts: Facts): Verdict
}

/** A check with its subject type hidden, so that all checks fit in one list. */
export interface Check extends Omit<CheckDefinition<SubjectName>, 'evaluate'> {
  judge(facts: Facts): { resource: string; verdict: Verdict }[]
}

export function defineCheck<S extends SubjectName>(definition: CheckDefinition<S>): Check {
  const { evaluate, ...metadata } = definition
  return {
    ...metadata,
    judge: (facts) =>
      subjectsOf(definition, facts).map((subject) => ({ resource: subject.arn, verdict: guarded(() => evaluate(subject, facts)) })),
  }
}

function subjectsOf<S extends SubjectName>(definition: CheckDefinition<S>, facts: Facts): readonly Subjects[S][] {
  const all: { [K in SubjectName]: readonly Subjects[K][] } = {
    trail: facts.trails,
    logBucket: facts.logBuckets,
    key: facts.keys,
    logGroup: facts.logGroups,
    role: facts.roles.filter((role) => definition.roles === undefined || definition.roles.includes(role.kind)),
    oidcProvider: facts.oidcProviders,
  }
  return all[definition.on]
}

/** Carries "could not read" or "is not there" out of an expression; only `need` throws it and only `guarded` catches it. */
class Unavailable extends Error {
  readonly evidence: Exclude<Evidence<never>, { state: 'read' }>
  constructor(evidence: Exclude<Evidence<never>, { state: 'read' }>) {
    super(evidence.reason)
    this.evidence = evidence
  }
}

/** The value of evidence that must be there. Denied makes the check an error, absent makes it fail. */
export function need<T>(evidence: Evidence<T>): T {
  if (evidence.state === 'read') return evidence.value
  throw new Unavailable(evidence)
}

/** As `need`, where absence has a meaning of its own. */
export function needOr<T, U>(evidence: Evidence<T>, whenAbsent: U): T | U {
  return evidence.state === 'absent' ? whenAbsent : need(evidence)
}

/** A check never throws: hostile or unexpected evidence becomes an error finding. */
function guarded(evaluate: () => Verdict): Verdict {
  try {
    return evaluate()
  } catch (error) {
    if (!(error instanceof Unavailable))
      return { status: 'error', message: `The evidence could not be judged: ${error instanceof Error ? error.message : String(error)}` }
    if (error.evidence.state === 'absent') return fail(error.evidence.reason)
    const { action, reason } = error.evidence
    return { status: 'error', message: `Not readable: ${reason}`, missingPermission: action }
  }
}

export function pass(message: string): Verdict {
  return { status: 'pass', message }
}

export function fail(message: string): Verdict {
  return { status: 'fail', message }
}

export function notApplicable(message: string): Verdict {
  return { status: 'not-applicable', message }
}

/** Passes without complaints, fails with all of them. */
export function passUnless(complaints: readonly string[], good: string): Verdict {
  return complaints.length === 0 ? pass(good) : fail(complaints.join('; '))
}
