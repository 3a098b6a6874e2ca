import type { GateAllowance, PlanGates } from '../model/config.ts'
import type { GateBreach, StackPlan } from '../model/plan.ts'

/** What of the plans a gate of the config stops; an allowance with a reason opens it for one subject until its day. */
export function gateBreaches(plans: readonly StackPlan[], gates: PlanGates, today: string): GateBreach[] {
  const changed = plans.flatMap((plan) => (plan.kind === 'changes' ? [plan] : []))
  // What a new stack grants and costs is all new; the gates speak of what stands already.
  const standing = changed.filter(({ created }) => !created)
  const cost = standing.reduce((sum, plan) => sum + plan.cost.monthlyUsd, 0)
  const found: Omit<GateBreach, 'allowed'>[] = [
    ...(gates.failOnWidening
      ? standing.flatMap(({ access }) =>
          access
            .filter(({ widens }) => widens)
            .map(({ subject, change, effect, text }) => ({
              gate: 'widening' as const,
              subject,
              text: `${change} ${effect.toLowerCase()} ${text}`,
            })),
        )
      : []),
    ...(gates.failOnReplacement
      ? changed.flatMap(({ changes }) =>
          changes
            .filter(({ replacement, action }) => action === 'Modify' && (replacement === 'True' || replacement === 'Conditional'))
            .map(({ logicalId, type, replacement }) => ({
              gate: 'replacement' as const,
              subject: logicalId,
              text: `${type} ${replacement === 'True' ? 'would be replaced' : 'may be replaced'}`,
            })),
        )
      : []),
    ...(gates.failOnCostIncrease !== undefined && cost > gates.failOnCostIncrease
      ? [
          {
            gate: 'cost-increase' as const,
            subject: 'cost',
            text: `$${cost.toFixed(2)} more a month, ${gates.failOnCostIncrease.toFixed(2)} are allowed`,
          },
        ]
      : []),
  ]
  return found.map((breach) => ({ ...breach, allowed: allowanceFor(breach, gates.allow, today)?.reason }))
}

function allowanceFor({ gate, subject }: Pick<GateBreach, 'gate' | 'subject'>, allow: readonly GateAllowance[], today: string) {
  return allow.find((one) => one.gate === gate && one.subject === subject && (one.expires === undefined || one.expires >= today))
}
