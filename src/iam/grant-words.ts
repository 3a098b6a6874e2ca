import type { ShownRequest } from './beyond.ts'
import type { GrantText } from './compare.ts'
import type { Condition } from './policy.ts'

/** A grant as a line of the permission diff has it. */
export function inWords({ actions, allBut, resources, principals, conditions }: GrantText): string {
  const what = allBut ? `anything but ${allBut.join(', ')}` : listed(actions)
  const on = !resources ? 'itself' : 'only' in resources ? shorten(resources.only) : `anything but ${resources.but.map(shorten).join(', ')}`
  const to = !principals
    ? ''
    : 'only' in principals
      ? ` to ${shorten(principals.only.value)}`
      : ` to everyone but ${principals.but.map(({ value }) => shorten(value)).join(', ')}`
  return `${what} on ${on}${to}${conditionText(conditions)}`
}

const MOST_ACTIONS = 12

function listed(actions: readonly string[]): string {
  const more = actions.length - MOST_ACTIONS
  return more > 0 ? `${actions.slice(0, MOST_ACTIONS).join(', ')} and ${more} more actions` : actions.join(', ')
}

function conditionText(conditions: readonly Condition[]): string {
  const parts = conditions.map((condition) => `${condition.key} ${condition.operator} ${[...condition.values].sort().join(' or ')}`).sort()
  return parts.length === 0 ? '' : ` when ${parts.join(' and ')}`
}

/** A request that shows a change: what someone may do now that nobody could before, or the other way round. */
export function requestInWords({ action, resource, principal, context }: ShownRequest): string {
  const given = Object.entries(context).map(([key, values]) => `${key} is ${values.map((value) => JSON.stringify(value)).join(' and ')}`)
  return `${action} on ${resource}${principal ? ` by ${principal.value}` : ''}${given.length > 0 ? ` when ${given.join(', ')}` : ''}`
}

/** Leaves out what is the same in every ARN of a template. */
export function shorten(text: string): string {
  return text
    .replace(/^arn:\$\{AWS\.Partition\}:/, '')
    .replaceAll('${AWS.AccountId}', 'ACCOUNT')
    .replaceAll('${AWS.Region}', 'REGION')
}
