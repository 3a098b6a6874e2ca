import { Unsearched } from '../iam/ask.ts'
import type { HeldResource } from '../model/design.ts'
import type { LogIntegrityFacts } from '../model/evidence.ts'
import { type Absent, type Evidence, failed, type Unread } from '../model/evidence.ts'
import type {
  AlertPathFacts,
  BucketFacts,
  Facts,
  KeyFacts,
  LogGroupFacts,
  OidcProviderFacts,
  RoleFacts,
  RoleKind,
  TrailFacts,
} from '../model/facts.ts'
import type { Severity, Verdict } from '../model/finding.ts'
import { type Messages, type Say, type Statement, sayer } from './say.ts'

/** What a check can be about; one finding per subject. */
interface Subjects {
  trail: TrailFacts
  logBucket: BucketFacts
  key: KeyFacts
  logGroup: LogGroupFacts
  alertPath: AlertPathFacts
  role: RoleFacts
  oidcProvider: OidcProviderFacts
  logIntegrity: LogIntegrityFacts
  designed: HeldResource
  resource: HeldResource
}

export type SubjectName = keyof Subjects

/** What to do about a failure, by whose the resource is. What could not be read has remedies of its own. */
export interface Remedies {
  /** The stack made it. */
  ours: string
  /** The stack took it over; as `ours` when left out. */
  adopted?: string
  /** Nobody's stack of ours: found by `--discover`, or only referred to; as `ours` when left out. */
  foreign?: string
  /** It stands in a template of someone else; as `foreign` when left out. */
  template?: string
}

export interface CheckDefinition<S extends SubjectName, M extends Messages = Messages> {
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
  /** For checks on resources: of which types. */
  types?: readonly string[]
  /** Which of them it is about; all when left out. */
  about?(subject: Subjects[S], facts: Facts): boolean
  /** IAM actions of the reads it stands on; the verify role must be allowed all of them. */
  reads: readonly string[]
  /** Where AWS documents what is checked. */
  source: string
  /** What goes wrong, or who gains, where the state is not good. */
  why?: string
  /** Settings of the config that decide it, the first one most. */
  settings?: readonly string[]
  remedy: string | Remedies
  messages?: M
  /** The least that passes and the least that fails, as a person would write it; on the page of the check. */
  examples?: { good: string; bad: string }
  /** No template tells, although its reads are ones that templates answer in part. */
  isDecidedByDeployment?: true
  evaluate(subject: Subjects[S], facts: Facts, say: Say<M>): Verdict
}

/** What a check says of one resource. */
export interface Judged {
  resource: string
  verdict: Verdict
  /** For designed resources: which type. */
  type?: string
}

/** A check with its subject type hidden, so that all checks fit in one list. */
export interface Check extends Omit<CheckDefinition<SubjectName>, 'evaluate' | 'about'> {
  judge(facts: Facts): Judged[]
}

export function defineCheck<S extends SubjectName, const M extends Messages = Record<never, string>>(
  definition: CheckDefinition<S, M>,
): Check {
  const { evaluate, about = () => true, ...metadata } = definition
  const say = sayer(definition.messages ?? ({} as M))
  return {
    ...metadata,
    judge: (facts) =>
      subjectsOf(definition, facts)
        .filter((subject) => about(subject, facts))
        .map((subject) => ({
          resource: subject.arn,
          verdict: guarded(() => evaluate(subject, facts, say)),
          ...('designed' in subject ? { type: subject.designed.type } : {}),
        })),
  }
}

function subjectsOf<S extends SubjectName>(
  definition: Pick<CheckDefinition<S>, 'on' | 'roles' | 'types'>,
  facts: Facts,
): readonly Subjects[S][] {
  const all: { [K in SubjectName]: readonly Subjects[K][] } = {
    trail: facts.trails,
    logBucket: facts.logBuckets,
    key: facts.keys,
    logGroup: facts.logGroups,
    alertPath: facts.alertPaths,
    role: facts.roles.filter((role) => definition.roles === undefined || definition.roles.includes(role.kind)),
    oidcProvider: facts.oidcProviders,
    logIntegrity: facts.logIntegrity ?? [],
    designed: (facts.design?.held ?? []).filter(({ designed }) => definition.types?.includes(designed.type)),
    resource: resourcesOf(facts).filter(({ designed }) => definition.types?.includes(designed.type)),
  }
  return all[definition.on]
}

/** Every resource that is known property by property, whoever has said which there are. */
export function resourcesOf(facts: Facts): readonly HeldResource[] {
  return facts.resources ?? facts.design?.held ?? []
}

/** Carries "could not read" or "is not there" out of an expression; only `need` throws it and only `guarded` catches it. */
class Unavailable extends Error {
  readonly evidence: Unread
  constructor(evidence: Unread) {
    super(evidence.reason)
    this.evidence = evidence
  }
}

/** The value of evidence that must be there: absent makes the check fail, everything else that is not an answer makes it no pass either. */
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
    if (error instanceof Unavailable) return verdictWithout(error.evidence)
    if (error instanceof Unsearched) return unreadable(`Not proven: ${error.message}`, failed('judge', 'unsearched', error.message))
    const why = error instanceof Error ? error.message : String(error)
    return unreadable(`The evidence could not be judged: ${why}`, failed('judge', 'unjudged', why))
  }
}

function verdictWithout(evidence: Unread): Verdict {
  const { reason } = evidence
  switch (evidence.state) {
    case 'absent':
      return { ...fail(reason), isAbsent: true } as Verdict
    case 'denied':
      return unreadable(`Not readable: ${reason}`, evidence)
    case 'failed':
      return unreadable(`Could not be read: ${reason}`, evidence)
    case 'undecided':
      return evidence.why.kind !== 'deployment' ? notApplicable(reason) : unreadable(`Not decided: ${reason}`, evidence)
    default:
      return evidence satisfies never
  }
}

function unreadable(message: string, unread: Exclude<Unread, Absent>): Verdict {
  return { status: 'error', message, unread }
}

export function pass(message: string | Statement): Verdict {
  return verdict('pass', [message])
}

export function fail(message: string | Statement): Verdict {
  return verdict('fail', [message])
}

export function notApplicable(message: string | Statement): Verdict {
  return verdict('not-applicable', [message])
}

/** Passes without complaints, fails with all of them. */
export function passUnless(complaints: readonly (string | Statement)[], good: string | Statement): Verdict {
  return complaints.length === 0 ? pass(good) : verdict('fail', complaints)
}

function verdict(status: 'pass' | 'fail' | 'not-applicable', messages: readonly (string | Statement)[]): Verdict {
  const said = messages.flatMap((one) => (typeof one === 'string' ? [] : [{ id: one.id, data: one.data }]))
  const message = messages.map((one) => (typeof one === 'string' ? one : one.text)).join('; ')
  return { status, message, ...(said.length > 0 ? { said } : {}) }
}
