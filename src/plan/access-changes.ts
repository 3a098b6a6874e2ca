import type { ActionIndex } from '../iam/actions.ts'
import { compareStatements, type GrantText } from '../iam/compare.ts'
import { policyDocuments } from '../iam/documents.ts'
import { type Condition, parsePolicy, type Statement } from '../iam/policy.ts'
import type { AccessChange } from '../model/plan.ts'
import type { ParsedTemplate, TemplateResource } from '../model/template.ts'
import { flatten, withDefaults } from './flatten.ts'

/** What two versions of a template grant differently, by meaning: a statement that says the same in other words is no change. */
export function accessChanges(deployed: ParsedTemplate | undefined, rendered: ParsedTemplate, index: ActionIndex): AccessChange[] {
  const [before, after] = [deployed && withDefaults(deployed), withDefaults(rendered)]
  const subjects = [...new Set([...Object.keys(before?.Resources ?? {}), ...Object.keys(after.Resources)])].sort()
  return subjects.flatMap((subject) => {
    const [old, now] = [before?.Resources[subject], after.Resources[subject]]
    const statements = compareStatements(statementsOf(old), statementsOf(now), { index }).map(
      ({ change, effect, grant, before: was }): AccessChange => {
        const grows = change === 'added' || change === 'widened'
        return {
          subject,
          change,
          effect,
          text: inWords(grant),
          ...(was ? { was: inWords(was) } : {}),
          widens: grows === (effect === 'Allow'),
        }
      },
    )
    return [
      ...statements,
      ...managedChanges(subject, managedOf(old), managedOf(now)),
      ...boundaryChanges(subject, boundaryOf(old), boundaryOf(now)),
    ]
  })
}

function statementsOf(resource: TemplateResource | undefined): Statement[] {
  return resource ? policyDocuments(resource).flatMap(({ document }) => parsePolicy(flatten(document))) : []
}

function managedOf(resource: TemplateResource | undefined): string[] {
  return ((resource?.Properties?.['ManagedPolicyArns'] as unknown[] | undefined) ?? []).map((arn) => String(flatten(arn)))
}

/** A permissions boundary grants nothing: it denies what is outside it. */
function boundaryChanges(subject: string, old: string | undefined, now: string | undefined): AccessChange[] {
  const line = (name: string | undefined, change: 'added' | 'removed'): AccessChange[] =>
    name === undefined
      ? []
      : [{ subject, change, effect: 'Deny', text: `everything outside the boundary ${name}`, widens: change === 'removed' }]
  return old === now ? [] : [...line(now, 'added'), ...line(old, 'removed')]
}

function boundaryOf(resource: TemplateResource | undefined): string | undefined {
  const boundary = resource?.Properties?.['PermissionsBoundary']
  if (boundary === undefined) return undefined
  const text = flatten(boundary)
  return typeof text === 'string' ? (text.split('/').at(-1) ?? text) : JSON.stringify(text)
}

/** The text of a managed policy is AWS's, so it counts as a whole. */
function managedChanges(subject: string, old: readonly string[], now: readonly string[]): AccessChange[] {
  const line = (arn: string, change: 'added' | 'removed'): AccessChange => ({
    subject,
    change,
    effect: 'Allow',
    text: `everything in ${arn.split('/').at(-1)}`,
    widens: change === 'added',
  })
  return [
    ...now.filter((arn) => !old.includes(arn)).map((arn) => line(arn, 'added')),
    ...old.filter((arn) => !now.includes(arn)).map((arn) => line(arn, 'removed')),
  ]
}

function inWords({ actions, allBut, resources, principals, conditions }: GrantText): string {
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

/** Leaves out what is the same in every ARN of a template. */
function shorten(text: string): string {
  return text
    .replace(/^arn:\$\{AWS\.Partition\}:/, '')
    .replaceAll('${AWS.AccountId}', 'ACCOUNT')
    .replaceAll('${AWS.Region}', 'REGION')
}
