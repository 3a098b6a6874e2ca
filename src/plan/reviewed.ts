import type { AccessChange, PropertyChange, ResourceChange, StackPlan, StackTerms } from '../model/plan.ts'

/** What of an earlier `plan`'s results a deployment is held to. */
export interface ReviewedPlan {
  plans: readonly StackPlan[]
  context: { version: string; account: string; region: string; configHash: string; time: string; runUrl?: string }
}

/** Longer ago than this, nobody remembers what they agreed to. */
const OLDEST_DAYS = 30
/** Clocks of two machines differ. */
const CLOCK_SKEW_MS = 5 * 60_000
const DAY_MS = 86_400_000

interface Here {
  version: string
  account: string
  region: string
  configHash: string
  now: Date
}

/** Why a plan was not made for this deployment, in words; nothing when it was. */
export function whyNotOfThis({ context }: ReviewedPlan, here: Here): string[] {
  const age = here.now.getTime() - Date.parse(context.time)
  const other = (what: string, found: string, wanted: string) => (found === wanted ? [] : [`it is of ${what} ${found}, not ${wanted}`])
  return [
    ...other('account', context.account, here.account),
    ...other('region', context.region, here.region),
    ...other('version', context.version, here.version),
    ...(context.configHash === here.configHash ? [] : ['the config has been changed since']),
    ...(age < -CLOCK_SKEW_MS ? [`it was made at ${context.time}, which is yet to come`] : []),
    ...(age > OLDEST_DAYS * DAY_MS ? [`it was made at ${context.time}, more than ${OLDEST_DAYS} days ago`] : []),
  ]
}

/** What a reviewed plan could not know of a stack, in words; undefined when it was made from a change set. */
export function lackOf(plan: StackPlan | undefined): string | undefined {
  if (plan?.kind !== 'changes' || !plan.local) return undefined
  return plan.created
    ? `The reviewed plan of ${plan.stackName} was made before the stack existed, from its template alone: template and settings are as reviewed; what only a change set tells (CloudFormation's validation, resolved values) was not part of it.`
    : `The reviewed plan of ${plan.stackName} was made from the templates alone${plan.unseen === undefined ? '' : ` (${plan.unseen.replace(/\.$/, '')})`}: what only a change set tells was not part of it.`
}

interface Meaning {
  changes: readonly ResourceChange[]
  access: readonly AccessChange[]
  settings?: readonly PropertyChange[]
}

export interface ReviewOptions {
  /** Logical ids that are imported before they are changed. */
  adopted: readonly string[]
  /** What this deployment is bound to; undefined leaves that out of the comparison. */
  terms?: StackTerms
}

/** How a plan that is about to be executed differs from the one that was reviewed: nothing, when they mean the same. */
export function differencesFromReviewed(
  reviewed: StackPlan | undefined,
  now: Meaning,
  { adopted, terms }: ReviewOptions = { adopted: [] },
): string[] {
  if (!reviewed) return ['the stack is not in the reviewed plan']
  if (reviewed.kind === 'unavailable') return [`the stack could not be planned when it was reviewed (${reviewed.reason})`]
  // An adopted resource is imported first, and changed after: a plan shows the one, a change set the other.
  const told = (meaning: Meaning) =>
    linesOf({ ...meaning, changes: meaning.changes.filter(({ logicalId }) => !adopted.includes(logicalId)) })
  const before = told(reviewed.kind === 'changes' ? reviewed : { changes: [], access: [] })
  const after = told(now)
  return [
    ...(terms ? termDifferences(reviewed.terms, terms) : []),
    ...after.filter((line) => !before.includes(line)).map((line) => `new: ${line}`),
    ...before.filter((line) => !after.includes(line)).map((line) => `gone: ${line}`),
  ]
}

/** What is about to be imported and was not reviewed as an import of the same resource. */
export function importsNotReviewed(reviewed: StackPlan | undefined, imports: readonly ResourceChange[]): string[] {
  const lines = (changes: readonly ResourceChange[]) =>
    changes.filter(({ action }) => action === 'Import').map(({ logicalId, physicalId }) => `import ${logicalId} from ${physicalId ?? '?'}`)
  const before = lines(reviewed?.kind === 'changes' ? reviewed.changes : [])
  return lines(imports)
    .filter((line) => !before.includes(line))
    .map((line) => `new: ${line}`)
}

/** How the terms of a deployment differ from those that were reviewed. */
export function termDifferences(reviewed: StackTerms | undefined, now: StackTerms): string[] {
  if (!reviewed) return ['the stack was planned without credentials, so nothing is known of how it was to be deployed']
  const text = (value: unknown) => (typeof value === 'string' ? value : value === null ? 'none' : JSON.stringify(value))
  return TERMS.filter((name) => canonical(reviewed[name]) !== canonical(now[name])).map((name) =>
    name === 'stackPolicy' || name === 'templateSha256'
      ? `another ${name === 'stackPolicy' ? 'stack policy' : 'template'}`
      : `${name}: ${text(reviewed[name])} → ${text(now[name])}`,
  )
}

const TERMS = [
  'region',
  'templateSha256',
  'tags',
  'serviceRole',
  'notifications',
  'rollbackAlarms',
  'rollbackMinutes',
  'stackPolicy',
  'terminationProtection',
] as const satisfies readonly (keyof StackTerms)[]

/** The same for the same meaning: neither the order of tags nor that of a list says anything. */
function canonical(value: StackTerms[keyof StackTerms]): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function linesOf({ changes, access, settings = [] }: Meaning): string[] {
  const valueText = (value: string | undefined) => value ?? 'nothing'
  return [
    ...changes.flatMap(({ action, logicalId, replacement, values = [] }) => [
      `${action.toLowerCase()} ${logicalId}${replacement === 'True' ? ' by replacement' : replacement === 'Conditional' ? ', perhaps by replacement' : ''}`,
      ...values.map(({ path, from, to }) => `${logicalId} ${path}: ${valueText(from)} → ${valueText(to)}`),
    ]),
    ...access.map(({ subject, change, effect, text }) => `${subject}: ${change} ${effect.toLowerCase()} ${text}`),
    ...settings.map(({ path, from, to }) => `stack setting ${path}: ${valueText(from)} → ${valueText(to)}`),
  ]
}
