import { ACCOUNT, type Account, REGION, WORKLOAD } from './account.ts'
import { bucketPolicy, type Held, inline, keyPolicy, managed, repositoryPolicy, topicPolicy, trust } from './documents.ts'
import { type Mutation, policyMutations } from './policies.ts'
import { settingMutations } from './settings.ts'

interface Target {
  held: Held
  code: string
  isIdentity?: boolean
}

/** Every policy that the stacks own. */
export async function targets(account: Account): Promise<Target[]> {
  const { names } = account.config
  const own = ['logs', 's3-access', 'config', 'athena', 'evidence'].map((name) => `retail-dev-${name}-${REGION}-${ACCOUNT}`)
  const { Roles } = await account.call('iam', 'ListRoles', {})
  const roles = (Roles as { RoleName: string }[]).map(({ RoleName }) => RoleName).filter((name) => name.startsWith('retail-dev-'))
  const inlines = await Promise.all(
    roles.map(async (RoleName) =>
      ((await account.call('iam', 'ListRolePolicies', { RoleName }))['PolicyNames'] as string[]).map((name) => inline(RoleName, name)),
    ),
  )
  const { Policies } = await account.call('iam', 'ListPolicies', { Scope: 'Local' })
  const policies = (Policies as { PolicyName: string }[]).map(({ PolicyName }) => PolicyName)
  return [
    ...[...own, names.templateBucket, names.replicaBucket, 'acme-gold', 'acme-models'].map((name) => ({
      held: bucketPolicy(name),
      code: 'DESIGN-004',
    })),
    { held: keyPolicy('logKey', REGION), code: 'DESIGN-005' },
    { held: keyPolicy('replicaKey', 'eu-north-1'), code: 'DESIGN-005' },
    ...['alerts', 'deliveries'].map((name) => ({ held: topicPolicy(`retail-dev-audit-${name}`), code: 'DESIGN-012' })),
    ...['mlops/retail-api', 'retail-batch'].map((name) => ({ held: repositoryPolicy(name, WORKLOAD), code: 'DESIGN-017' })),
    ...roles.map((name) => ({ held: trust(name), code: 'DESIGN-014' })),
    ...inlines.flat().map((held) => ({ held, code: 'DESIGN-014', isIdentity: true })),
    ...policies.map((name) => ({ held: managed(name), code: 'DESIGN-015', isIdentity: true })),
  ]
}

export async function allMutations(account: Account): Promise<Mutation[]> {
  const policies = await Promise.all((await targets(account)).map(({ held, ...options }) => policyMutations(account, held, options)))
  return [...policies.flat(), ...settingMutations(account)]
}
