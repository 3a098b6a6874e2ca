import type { AccessResult } from '../model/access.ts'
import type { Finding } from '../model/finding.ts'
import type { AccessChange, ChangeCounts, CostChange, StackPlan } from '../model/plan.ts'
import type { RunReport } from '../model/report.ts'
import type { TeardownOutcome, TeardownReport } from '../model/teardown.ts'
import { type Verdict, verdictOf } from '../verdict/verdict.ts'

/** The verdict in one line, the worst first; with names of files and stacks, or as `counts` where names are not for everyone. */
export function headlineOf(report: RunReport, verdict: Verdict = verdictOf(report), form: 'names' | 'counts' = 'names'): string {
  const { changes, widened, blocking, brokenRows, stopped, unplanned, drifted, introduced, weakened } = verdict
  const trouble = troubleText(report, form)
  if (trouble !== undefined) return trouble
  if (report.teardown !== undefined) return teardownText(report.teardown)
  if (report.patches !== undefined)
    return report.patches.length === 0 ? 'templates are up to date' : `${plural(report.patches.length, 'file differs', 'files differ')}`
  const deployed = report.outcome === 'deployed' ? `deployed, ${changeText(changes)}` : 'no changes'
  const rows = report.access ?? []
  const count = (state: AccessResult['state']) => rows.filter((row) => row.state === state).length
  const [held, broken, unproven] = [count('holds'), count('broken'), count('not-proven')]
  const parts: [boolean, string][] = [
    [blocking.length > 0, `${blocking.length} blocking${unknownIn(blocking)}`],
    [stopped.length > 0, `${stopped.length} stopped by gates`],
    [broken > 0, `${plural(broken, 'access row', 'access rows')} broken`],
    [introduced.findings.length > 0, `${plural(introduced.findings.length, 'check', 'checks')} would fail`],
    [introduced.rows.length > 0, `${plural(introduced.rows.length, 'access row', 'access rows')} would break`],
    [weakened.length > 0, `${plural(weakened.length, 'rule', 'rules')} weaker`],
    [brokenRows.length > 0 && unproven > 0, `${plural(unproven, 'access row', 'access rows')} not proven`],
    [widened.length > 0, `access widened in ${plural(widened.length, 'place', 'places')}`],
    [unplanned.length > 0, `${plural(unplanned.length, 'stack', 'stacks')} not planned`],
    [drifted.length > 0, `${drifted.length} drifted`],
    [report.plans.length > unplanned.length, changeText(changes)],
    [report.outcome === 'deployed' || report.outcome === 'no-changes', deployed],
    [checksText(report, verdict) !== '' && report.findings.length > 0, checksText(report, verdict)],
    [rows.length > 0 && brokenRows.length === 0, `${plural(held, 'access row holds', 'access rows hold')}`],
    [unproven > 0 && brokenRows.length === 0, `${unproven} not proven`],
  ]
  const said = parts.filter(([applies]) => applies).map(([, text]) => text)
  if (report.outcome === 'proven') return 'the pack is proven'
  return said.length > 0 ? said.join(', ') : report.outcome
}

/** What passes, never without what does not: failures below the threshold, what could not be read, and what is excepted. */
function checksText({ summary, failOn }: RunReport, { blocking, otherFailures }: Verdict): string {
  const unreadable = errorsOf(otherFailures, 'not readable')
  const unproven = errorsOf(otherFailures, 'not proven')
  const failing = otherFailures.length - unreadable - unproven
  const below = [
    ...(failing > 0 ? [`${failing} fail below ${failOn}`] : []),
    ...(unreadable > 0 ? [`${unreadable} not readable below ${failOn}`] : []),
    ...(unproven > 0 ? [`${unproven} not proven below ${failOn}`] : []),
  ]
  const excepted = summary.excepted > 0 ? [`${summary.excepted} excepted`] : []
  const isAll = blocking.length + below.length + excepted.length === 0
  const passing = isAll ? [plural(summary.pass, 'check passes', 'checks pass')] : summary.pass > 0 ? [`${summary.pass} pass`] : []
  return [...passing, ...below, ...excepted].join(', ')
}

/** What an error of a check is: nobody could read it, or the search for a request gave up. */
export function errorWord({ unread }: { unread?: Finding['unread'] | undefined }): 'not readable' | 'not proven' {
  return unread?.state === 'failed' && unread.code === 'unsearched' ? 'not proven' : 'not readable'
}

function errorsOf(findings: readonly Finding[], word: ReturnType<typeof errorWord>): number {
  return findings.filter((finding) => finding.status === 'error' && errorWord(finding) === word).length
}

function unknownIn(findings: readonly Finding[]): string {
  const counts = (['not readable', 'not proven'] as const).flatMap((word) => {
    const count = errorsOf(findings, word)
    return count > 0 ? [`${count} ${word}`] : []
  })
  return counts.length > 0 ? ` (${counts.join(', ')})` : ''
}

/** What stands before everything else: the run could not do what it was asked for. */
function troubleText(report: RunReport, form: 'names' | 'counts'): string | undefined {
  const located = report.problems.flatMap((problem) => problem.position?.file ?? [])
  const files = [...new Set(located)]
  if (located.length > 0)
    return `${plural(located.length, 'error', 'errors')} in ${form === 'names' && files.length === 1 ? files[0] : plural(files.length, 'file', 'files')}`
  if (report.teardown && report.teardown.steps.length > 0) return teardownText(report.teardown)
  if (report.outcome === 'unproven') return 'the pack is not proven'
  if (report.problems.length > 0) return 'could not be carried out'
  const broken = report.deployments.find(({ kind }) => kind !== 'deployed' && kind !== 'no-changes')
  return broken && `${form === 'names' ? broken.stackName : 'a stack'} ${broken.kind}`
}

/** What would go, or what went. */
function teardownText({ confirmed, things, steps }: TeardownReport): string {
  if (confirmed === undefined) {
    const staying = things.filter(({ stays }) => stays !== undefined).length
    const going = things.length - staying
    return `a preview: ${plural(going, 'thing', 'things')} would go${staying > 0 ? `, ${staying} would stay` : ''}`
  }
  const count = (outcome: TeardownOutcome) => steps.filter((step) => step.outcome === outcome).length
  const parts = [
    [count('deleted'), 'gone'],
    [count('scheduled'), 'scheduled'],
    [count('left'), 'left'],
  ].filter(([number]) => Number(number) > 0)
  return parts.length === 0 ? 'nothing was left to delete' : parts.map(([number, word]) => `${number} ${word}`).join(', ')
}

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

export function changeText(counts: ChangeCounts): string {
  const total = Object.values(counts).reduce((sum: number, count: number) => sum + count, 0)
  if (total === 0) return 'no changes'
  return [
    [counts.add, 'added'],
    [counts.modify, 'changed'],
    [counts.replace, 'replaced'],
    [counts.remove, 'deleted'],
    [counts.dynamic, 'decided while deploying'],
    [counts.sync, 'taken over as changed by hand'],
    [counts.outputs, counts.outputs === 1 ? 'output' : 'outputs'],
    [counts.settings, counts.settings === 1 ? 'stack setting' : 'stack settings'],
  ]
    .filter(([count]) => Number(count) > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(' · ')
}

const MARKS = { added: '+', removed: '-', widened: '!', narrowed: '!' } as const

/** One line of the permission diff, as a diff block colours it: what becomes of access first, because a phone cuts the end. */
export function accessLine(change: AccessChange): string {
  return `${MARKS[change.change]} ${change.widens ? 'widened' : 'narrowed'}: ${accessText(change)}`
}

/** From what to what; what grew shows a request that was not allowed. */
export function accessText({ change, effect, text, was, widens, request }: AccessChange): string {
  const shown = widens && change === 'widened' && request !== undefined ? `; new: ${request}` : ''
  return `${effect.toLowerCase()} ${was === undefined ? '' : `${was} → `}${text}${shown}`
}

/** The bill in one line; undefined when the plans do not touch it. */
export function costText(plans: readonly StackPlan[]): string | undefined {
  const costs = plans.flatMap((plan) => (plan.kind === 'changes' ? [plan.cost] : []))
  const fixed = costs.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0)
  const unique = (lines: readonly string[]) => [...new Set(lines)]
  const usage = unique(costs.flatMap((cost) => cost.usage))
  const gone = unique(costs.flatMap((cost) => cost.usageGone)).filter((line) => !usage.includes(line))
  // A stack that does not change the bill brings no region into the line.
  const priced = unique(costs.filter(changesBill).map(({ region }) => region))
  const unpriced = unique(costs.flatMap((cost) => (cost.unpriced ?? []).map(({ what }) => `${what} in ${cost.region}`)))
  if (fixed === 0 && usage.length === 0 && gone.length === 0 && unpriced.length === 0) return undefined
  const parts = [
    `${fixed < 0 ? '−' : '+'}$${Math.abs(fixed).toFixed(2)} a month`,
    ...(usage.length > 0 ? [`by use: ${usage.join('; ')}`] : []),
    ...(gone.length > 0 ? [`no longer: ${gone.join('; ')}`] : []),
    ...(unpriced.length > 0 ? [`no price known, not counted: ${unpriced.join(', ')}`] : []),
  ]
  return `Cost: ${parts.join(' · ')} (list prices of ${priced.join(', ')}, without free allowances)`
}

function changesBill({ monthlyUsd, usage, usageGone, unpriced = [] }: CostChange): boolean {
  return monthlyUsd !== 0 || usage.length + usageGone.length + unpriced.length > 0
}

/** A row of the access matrix as a sentence. */
export function rowText({ who, effect, actions, on }: AccessResult): string {
  return `${who} ${effect} ${actions} on ${on}`
}
