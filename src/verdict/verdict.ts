import { type AccessResult, isRed } from '../model/access.ts'
import { atLeast, blocking, type Finding } from '../model/finding.ts'
import {
  type AccessChange,
  type ChangeCounts,
  countChanges,
  type DriftedResource,
  type GateBreach,
  type RuleChange,
} from '../model/plan.ts'
import type { RunReport } from '../model/report.ts'

/** Why a run is not good; the closed set, so that whoever adds a kind of trouble decides here whether it stops. */
type Reason = 'not-carried-out' | 'problems' | 'findings' | 'patches' | 'access-rows' | 'introduced' | 'gates' | 'not-planned'

/** What a reader decides from and the exit code follows from, counted once for every format. */
export interface Verdict {
  /** Exit 0: there is no reason against it. */
  good: boolean
  reasons: readonly Reason[]
  changes: ChangeCounts
  widened: readonly AccessChange[]
  narrowed: readonly AccessChange[]
  /** Failures and unreadable evidence at or above `fail-on`. */
  blocking: readonly Finding[]
  otherFailures: readonly Finding[]
  /** Rows of the access matrix that are broken, and those of `cannot` that are not proven. */
  brokenRows: readonly AccessResult[]
  /** What a plan, or a change by hand, makes fail that did not: checks at or above `fail-on`, and rows. */
  introduced: { findings: readonly Finding[]; rows: readonly AccessResult[] }
  /** Rules that are weaker than the base's. */
  weakened: readonly RuleChange[]
  /** What a gate of the config stops. */
  stopped: readonly GateBreach[]
  /** Stacks that could not be planned, by name. */
  unplanned: readonly string[]
  /** Resources that are not as deployed, by logical id. */
  drifted: readonly string[]
}

export function verdictOf(report: RunReport): Verdict {
  const { findings, failOn, plans, deployments } = report
  const changes = countChanges(
    [
      ...plans.flatMap((plan) => (plan.kind === 'changes' ? plan.changes : [])),
      ...deployments.flatMap((outcome) => ('changes' in outcome ? outcome.changes : [])),
    ],
    {
      settings: [...plans, ...deployments].flatMap((one) => ('settings' in one ? (one.settings ?? []) : [])),
      outputs: plans.flatMap((plan) => (plan.kind === 'changes' ? (plan.outputs ?? []) : [])),
    },
  )
  // A stack that does not exist yet grants everything for the first time; "widened" speaks of what stands already.
  const access = plans.flatMap((plan) => (plan.kind === 'changes' && !plan.created ? plan.access : []))
  const stopping = blocking(findings, failOn)
  const bad = findings.filter(({ status }) => status === 'fail' || status === 'error')
  const brokenRows = (report.access ?? []).filter(isRed)
  const introduced = introducedBy(report)
  const unplanned = plans.flatMap((plan) => (plan.kind === 'unavailable' ? [plan.stackName] : []))
  const stopped = (report.gates ?? []).filter((breach) => breach.allowed === undefined)
  const against: readonly [Reason, boolean][] = [
    ['not-carried-out', report.outcome === 'failed' || report.outcome === 'refused'],
    ['problems', report.problems.length > 0],
    ['findings', stopping.length > 0],
    ['patches', (report.patches ?? []).length > 0],
    ['access-rows', brokenRows.length > 0],
    ['introduced', introduced.findings.length + introduced.rows.length > 0],
    ['gates', stopped.length > 0],
    // What could not be planned could not be judged either.
    ['not-planned', unplanned.length > 0],
  ]
  const reasons = against.flatMap(([reason, applies]) => (applies ? [reason] : []))
  return {
    good: reasons.length === 0,
    reasons,
    changes,
    widened: access.filter((change) => change.widens),
    narrowed: access.filter((change) => !change.widens),
    blocking: stopping,
    otherFailures: bad.filter((finding) => !stopping.includes(finding)),
    brokenRows,
    introduced,
    weakened: (report.rules?.changes ?? []).filter(({ weakens }) => weakens),
    stopped,
    unplanned,
    drifted: driftOf(report).map(({ logicalId }) => logicalId),
  }
}

function introducedBy({ effects, driftEffects, failOn }: RunReport): Verdict['introduced'] {
  const both = [effects, driftEffects].flatMap((one) => (one ? [one] : []))
  return {
    findings: both.flatMap(({ introduced }) => introduced).filter(({ severity }) => atLeast(severity, failOn)),
    rows: both.flatMap(({ rows }) => rows).filter(isRed),
  }
}

/** What plans found changed outside of the stacks. */
export function driftOf(report: RunReport): readonly DriftedResource[] {
  return report.plans.flatMap((plan) => ('drift' in plan && plan.drift ? plan.drift : []))
}
