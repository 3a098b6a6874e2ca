import type { AccessResult } from '../model/access.ts'
import type { Finding } from '../model/finding.ts'
import { atLeast } from '../model/finding.ts'
import {
  type AccessChange,
  type ChangeCounts,
  countChanges,
  type DriftedResource,
  type GateBreach,
  type ResourceChange,
  type StackPlan,
} from '../model/plan.ts'
import type { RunReport } from '../model/report.ts'

/** The figures a reader decides from, counted once for every format. */
export interface Verdict {
  good: boolean
  headline: string
  changes: ChangeCounts
  widened: readonly AccessChange[]
  narrowed: readonly AccessChange[]
  blocking: readonly Finding[]
  otherFailures: readonly Finding[]
  /** Rows of the access matrix that the templates do not hold to. */
  brokenRows: readonly AccessResult[]
  /** What a gate of the config stops. */
  stopped: readonly GateBreach[]
  /** Stacks that could not be planned, by name. */
  unplanned: readonly string[]
  /** Resources that are not as deployed, by logical id. */
  drifted: readonly string[]
}

export function verdictOf(report: RunReport): Verdict {
  const changes = countChanges([
    ...report.plans.flatMap(changesOf),
    ...report.deployments.flatMap((outcome) => ('changes' in outcome ? outcome.changes : [])),
  ])
  // A stack that does not exist yet grants everything for the first time; "widened" speaks of what stands already.
  const access = report.plans.flatMap((plan) => (plan.kind === 'changes' && !plan.created ? plan.access : []))
  const bad = report.findings.filter((finding) => finding.status === 'fail' || finding.status === 'error')
  const blocking = bad.filter((finding) => atLeast(finding.severity, report.failOn))
  const widened = access.filter((change) => change.widens)
  const brokenRows = (report.access ?? []).filter((row) => !row.holds)
  const stopped = (report.gates ?? []).filter((breach) => breach.allowed === undefined)
  const unplanned = report.plans.flatMap((plan) => (plan.kind === 'unavailable' ? [plan.stackName] : []))
  const drifted = driftOf(report).map(({ logicalId }) => logicalId)
  const good =
    blocking.length === 0 &&
    (report.patches ?? []).length === 0 &&
    brokenRows.length === 0 &&
    stopped.length === 0 &&
    report.problems.length === 0 &&
    report.outcome !== 'failed' &&
    report.outcome !== 'refused'
  return {
    good,
    headline: headline(report, { changes, widened, blocking, brokenRows, stopped, unplanned, drifted }),
    changes,
    widened,
    narrowed: access.filter((change) => !change.widens),
    blocking,
    otherFailures: bad.filter((finding) => !blocking.includes(finding)),
    brokenRows,
    stopped,
    unplanned,
    drifted,
  }
}

/** What plans found changed outside of the stacks. */
export function driftOf(report: RunReport): readonly DriftedResource[] {
  return report.plans.flatMap((plan) => ('drift' in plan && plan.drift ? plan.drift : []))
}

function changesOf(plan: StackPlan): readonly ResourceChange[] {
  return plan.kind === 'changes' ? plan.changes : []
}

type Counted = Pick<Verdict, 'changes' | 'widened' | 'blocking' | 'brokenRows' | 'stopped' | 'unplanned' | 'drifted'>

function headline(report: RunReport, { changes, widened, blocking, brokenRows, stopped, unplanned, drifted }: Counted): string {
  const trouble = troubleText(report)
  if (trouble !== undefined) return trouble
  if (report.patches !== undefined)
    return report.patches.length === 0 ? 'templates are up to date' : `${plural(report.patches.length, 'file differs', 'files differ')}`
  const deployed = report.outcome === 'deployed' ? `deployed, ${changeText(changes)}` : 'no changes'
  const parts: [boolean, string][] = [
    [blocking.length > 0, `${blocking.length} blocking`],
    [stopped.length > 0, `${stopped.length} stopped by gates`],
    [brokenRows.length > 0, `${plural(brokenRows.length, 'access row', 'access rows')} broken`],
    [widened.length > 0, `${plural(widened.length, 'access', 'accesses')} widened`],
    [unplanned.length > 0, `${plural(unplanned.length, 'stack', 'stacks')} not planned`],
    [drifted.length > 0, `${drifted.length} drifted`],
    [report.plans.length > unplanned.length, changeText(changes)],
    [report.outcome === 'deployed' || report.outcome === 'no-changes', deployed],
    [report.findings.length > 0 && blocking.length === 0, `${plural(report.summary.pass, 'check passes', 'checks pass')}`],
    [
      (report.access ?? []).length > 0 && brokenRows.length === 0,
      `${plural(report.access?.length ?? 0, 'access row holds', 'access rows hold')}`,
    ],
  ]
  const said = parts.filter(([applies]) => applies).map(([, text]) => text)
  return said.length > 0 ? said.join(', ') : report.outcome
}

/** What stands before everything else: the run could not do what it was asked for. */
function troubleText(report: RunReport): string | undefined {
  const located = report.problems.flatMap((problem) => problem.position?.file ?? [])
  const files = [...new Set(located)]
  if (located.length > 0)
    return `${plural(located.length, 'error', 'errors')} in ${files.length === 1 ? files[0] : `${files.length} files`}`
  if (report.problems.length > 0) return 'could not be carried out'
  const broken = report.deployments.find(({ kind }) => kind !== 'deployed' && kind !== 'no-changes')
  return broken && `${broken.stackName} ${broken.kind}`
}

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

export function changeText(counts: ChangeCounts): string {
  const total = counts.add + counts.modify + counts.replace + counts.remove
  if (total === 0) return 'no changes'
  return [
    [counts.add, 'add'],
    [counts.modify, 'modify'],
    [counts.replace, 'replace'],
    [counts.remove, 'delete'],
  ]
    .filter(([count]) => Number(count) > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(' · ')
}

const MARKS = { added: '+', removed: '-', widened: '!', narrowed: '!' } as const

/** One line of the permission diff, as a diff block colours it. */
export function accessLine({ change, effect, text, was }: AccessChange): string {
  return `${MARKS[change]} ${effect.toLowerCase()} ${text}${was === undefined ? '' : ` (was: ${was})`}`
}

/** The bill in one line; undefined when the plans do not touch it. */
export function costText(plans: readonly StackPlan[]): string | undefined {
  const costs = plans.flatMap((plan) => (plan.kind === 'changes' ? [plan.cost] : []))
  const fixed = costs.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0)
  const unique = (lines: readonly string[]) => [...new Set(lines)]
  const usage = unique(costs.flatMap((cost) => cost.usage))
  const gone = unique(costs.flatMap((cost) => cost.usageGone)).filter((line) => !usage.includes(line))
  if (fixed === 0 && usage.length === 0 && gone.length === 0) return undefined
  const parts = [
    `${fixed < 0 ? '−' : '+'}$${Math.abs(fixed).toFixed(2)} a month`,
    ...(usage.length > 0 ? [`by use: ${usage.join('; ')}`] : []),
    ...(gone.length > 0 ? [`no longer: ${gone.join('; ')}`] : []),
  ]
  return `Cost: ${parts.join(' · ')} (list prices of us-east-1, without free allowances)`
}

/** A row of the access matrix as a sentence. */
export function rowText({ who, effect, actions, on }: AccessResult): string {
  return `${who} ${effect} ${actions} on ${on}`
}
