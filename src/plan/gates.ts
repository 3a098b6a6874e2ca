import type { GateAllowance, PlanGates } from '../model/config.ts'
import {
  type AccessChange,
  type CostChange,
  type DriftedResource,
  destructive,
  EVIDENCE_TYPES,
  type GateBreach,
  lossOf,
  type ResourceChange,
  type StackPlan,
} from '../model/plan.ts'

interface GateOptions {
  gates: PlanGates
  /** `YYYY-MM-DD` (UTC). */
  today: string
  /** The deployment puts back what was changed by hand, so that it is no state that stays. */
  revertsDrift?: boolean
}

/** A breach before it is asked whether it is allowed; `never` where nothing may allow it. */
type Found = Omit<GateBreach, 'allowed'> & { never?: true }

/** What of the plans a gate of the config stops; an allowance with a reason opens it for one subject until its day. */
export function gateBreaches(plans: readonly StackPlan[], { gates, today, revertsDrift = false }: GateOptions): GateBreach[] {
  const changed = plans.flatMap((plan) => (plan.kind === 'changes' ? [plan] : []))
  // What a new stack grants and costs is all new; the gates speak of what stands already.
  const standing = changed.filter(({ created }) => !created)
  const drift = plans.flatMap((plan) => ('drift' in plan && plan.drift ? plan.drift : []))
  const stays = revertsDrift ? [] : drift
  const found: Found[] = [
    ...changed.flatMap(({ changes }) => destructive(changes)).map(wouldLose),
    ...drift.filter(({ type, status }) => status === 'DELETED' && EVIDENCE_TYPES.includes(type)).map(isLost),
    ...stays.filter(isStopped).map(hasStopped),
    ...(gates.failOnWidening
      ? [...standing.flatMap(({ access }) => widening(access)), ...stays.flatMap(({ access }) => widening(access, 'by hand: '))]
      : []),
    ...(gates.failOnDrift ? stays.map(drifted) : []),
    ...(gates.failOnReplacement ? changed.flatMap(replacements) : []),
    ...costBreach(
      standing.map(({ cost }) => cost),
      gates.failOnCostIncrease,
    ),
  ]
  return found.map(({ never, ...breach }) => ({ ...breach, allowed: never ? undefined : allowanceFor(breach, gates.allow, today)?.reason }))
}

const wouldLose = (change: ResourceChange): Found => ({
  gate: 'evidence',
  subject: change.logicalId,
  text: `${change.type} holds evidence and ${lossOf(change)}`,
})

const isLost = ({ logicalId, type }: DriftedResource): Found => ({
  gate: 'evidence',
  subject: logicalId,
  text: `${type} holds evidence and was deleted outside of the stack`,
  never: true,
})

/** No check of a template tells whether a trail records; that it was told not to is as good as having lost it. */
const isStopped = ({ type, values }: DriftedResource) =>
  type === 'AWS::CloudTrail::Trail' && values.some(({ path, to }) => path === 'IsLogging' && to === 'false')

const hasStopped = ({ logicalId, type }: DriftedResource): Found => ({
  gate: 'evidence',
  subject: logicalId,
  text: `${type} was stopped outside of the stack: nothing is recorded`,
  never: true,
})

const drifted = ({ logicalId, type, status }: DriftedResource): Found => ({
  gate: 'drift',
  subject: logicalId,
  text: `${type} was ${status === 'DELETED' ? 'deleted' : 'changed'} outside of the stack`,
})

function widening(access: readonly AccessChange[], how = ''): Found[] {
  return access
    .filter(({ widens }) => widens)
    .map(({ subject, change, effect, text }) => ({ gate: 'widening', subject, text: `${how}${change} ${effect.toLowerCase()} ${text}` }))
}

function replacements({ changes }: StackPlan & { kind: 'changes' }): Found[] {
  return changes
    .filter(
      ({ replacement, action }) =>
        action === 'Dynamic' || (action === 'Modify' && (replacement === 'True' || replacement === 'Conditional')),
    )
    .map(({ logicalId, type, replacement }) => ({
      gate: 'replacement',
      subject: logicalId,
      text: `${type} ${replacement === 'True' ? 'would be replaced' : 'may be replaced'}`,
    }))
}

/** What has no price may cost anything: the gate stays closed for it. */
function costBreach(costs: readonly CostChange[], most: number | undefined): Found[] {
  if (most === undefined) return []
  const cost = costs.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0)
  const unknown = costs.flatMap(({ region, unpriced = [] }) =>
    unpriced.filter(({ isFixed }) => isFixed).map(({ what }) => `${what} in ${region}`),
  )
  if (cost <= most && unknown.length === 0) return []
  const more = unknown.length > 0 ? `, and what has no price here (${unknown.join(', ')})` : ''
  return [{ gate: 'cost-increase', subject: 'cost', text: `$${cost.toFixed(2)} more a month${more}, ${most.toFixed(2)} are allowed` }]
}

function allowanceFor({ gate, subject }: Pick<GateBreach, 'gate' | 'subject'>, allow: readonly GateAllowance[], today: string) {
  return allow.find((one) => one.gate === gate && one.subject === subject && (one.expires === undefined || one.expires >= today))
}
