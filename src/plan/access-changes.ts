import { type Condition, parsePolicy, type Statement } from '../iam/policy.ts'
import type { AccessChange } from '../model/plan.ts'
import type { ParsedTemplate, TemplateResource } from '../model/template.ts'

/**
 * What two versions of a template grant differently, by meaning: every statement is broken into single grants
 * (effect, action, resource, principal, condition), so a rewritten but equal statement is no change.
 */
export function accessChanges(before: ParsedTemplate | undefined, after: ParsedTemplate): AccessChange[] {
  const subjects = [...new Set([...Object.keys(before?.Resources ?? {}), ...Object.keys(after.Resources)])].sort()
  return subjects.flatMap((subject) => {
    const old = grantsOf(before?.Resources[subject])
    const now = grantsOf(after.Resources[subject])
    const only = (grants: ReadonlyMap<string, Grant>, others: ReadonlyMap<string, Grant>) =>
      grouped([...grants].filter(([key]) => !others.has(key)).map(([, grant]) => grant))
    return [
      ...only(now, old).map((line): AccessChange => ({ subject, change: 'added', ...line, widens: line.effect === 'Allow' })),
      ...only(old, now).map((line): AccessChange => ({ subject, change: 'removed', ...line, widens: line.effect === 'Deny' })),
    ]
  })
}

interface Grant {
  effect: 'Allow' | 'Deny'
  action: string
  where: string
}

function grantsOf(resource: TemplateResource | undefined): Map<string, Grant> {
  const grants = documentsOf(resource).flatMap((document) => parsePolicy(flatten(document)).flatMap(grantsOfStatement))
  return new Map(grants.map((grant) => [`${grant.effect} ${grant.action}${grant.where}`, grant]))
}

/** Stands for all a managed policy grants; its text is AWS's. */
const MANAGED = 'managed-policy'

function documentsOf(resource: TemplateResource | undefined): unknown[] {
  const properties = resource?.Properties ?? {}
  const inline = ((properties['Policies'] as { PolicyDocument: unknown }[] | undefined) ?? []).map((policy) => policy.PolicyDocument)
  const managed = ((properties['ManagedPolicyArns'] as unknown[] | undefined) ?? []).map((arn) => ({
    Statement: [{ Effect: 'Allow', Action: MANAGED, Resource: arn }],
  }))
  const own = ['PolicyDocument', 'KeyPolicy', 'AssumeRolePolicyDocument'].flatMap((name) =>
    properties[name] === undefined ? [] : [properties[name]],
  )
  return [...own, ...inline, ...managed]
}

function grantsOfStatement(statement: Statement): Grant[] {
  const actions = statement.actions ?? (statement.notActions ?? []).map((action) => `anything but ${action}`)
  const resources = statement.resources ?? statement.notResources?.map((resource) => `anything but ${resource}`) ?? ['itself']
  const principals =
    statement.principals ?? statement.notPrincipals?.map((principal) => ({ ...principal, value: `everyone but ${principal.value}` }))
  const when = conditionText(statement.conditions)
  return (principals ?? [undefined]).flatMap((principal) =>
    actions.flatMap((action) =>
      resources.map((resource): Grant => {
        if (action === MANAGED) return { effect: statement.effect, action: 'everything', where: ` in ${resource.split('/').at(-1)}` }
        return {
          effect: statement.effect,
          action,
          where: ` on ${shorten(resource)}${principal ? ` to ${shorten(principal.value)}` : ''}${when}`,
        }
      }),
    ),
  )
}

/** Actions that share resource and condition, on one line. */
function grouped(grants: readonly Grant[]): { effect: Grant['effect']; text: string }[] {
  const lines = new Map<string, { effect: Grant['effect']; actions: string[]; where: string }>()
  for (const { effect, action, where } of grants) {
    const line = lines.get(`${effect}${where}`) ?? { effect, actions: [], where }
    line.actions.push(action)
    lines.set(`${effect}${where}`, line)
  }
  return [...lines.values()].map(({ effect, actions, where }) => ({ effect, text: `${actions.join(', ')}${where}` }))
}

function conditionText(conditions: readonly Condition[]): string {
  const parts = conditions.map((condition) => `${condition.key} ${condition.operator} ${[...condition.values].sort().join(' or ')}`).sort()
  return parts.length === 0 ? '' : ` when ${parts.join(' and ')}`
}

/** Intrinsics as text: two that are written alike mean alike. */
function flatten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flatten)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only) {
    const [key, argument] = only
    if (key === 'Ref') return `\${${String(argument)}}`
    if (key === 'Fn::GetAtt') return `\${${(argument as string[]).join('.')}}`
    if (key === 'Fn::Sub' && typeof argument === 'string') return argument
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, flatten(item)]))
}

/** Leaves out what is the same in every ARN of a template. */
function shorten(text: string): string {
  return text
    .replace(/^arn:\$\{AWS::Partition\}:/, '')
    .replaceAll('${AWS::AccountId}', 'ACCOUNT')
    .replaceAll('${AWS::Region}', 'REGION')
}
