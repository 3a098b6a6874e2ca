import type { FoundOf } from '../../destroy/found.ts'
import type { Names } from '../../model/config.ts'
import type { TeardownClass } from '../../model/teardown.ts'
import {
  all,
  ask,
  GONE,
  type KindOps,
  listIn,
  objectIn,
  requestsOf,
  type Teardown,
  tagsOf,
  text,
  textIn,
  textsOf,
  timeOf,
} from './teardown.ts'

const NO_ENTITY = ['NoSuchEntity', 'NoSuchEntityException']

type RoleKind = 'access role' | 'audit role' | 'bootstrap role'

const ROLES: Readonly<Record<RoleKind, { class: TeardownClass; names: readonly (keyof Names)[] }>> = {
  'access role': {
    class: 'access',
    names: [
      'eksClusterRole',
      'eksNodegroupRole',
      'sagemakerRole',
      'modelReadRole',
      'monitoringRole',
      'secretsReadRole',
      'awsNodeRole',
      'replicationRole',
    ],
  },
  'audit role': { class: 'audit', names: ['cloudWatchLogsRole', 'globalTamperRole'] },
  'bootstrap role': { class: 'bootstrap', names: ['planRole', 'deployRole', 'publishRole', 'verifyRole', 'imagePushRole', 'evidenceRole'] },
}

/** Everything that hangs on a role. */
export interface RoleParts {
  attached: readonly { name: string; arn: string }[]
  inline: readonly string[]
  profiles: readonly string[]
}

async function partsOf(account: Teardown, role: string): Promise<RoleParts> {
  const { region } = account.config
  const about = { token: 'Marker', resource: role, absent: NO_ENTITY }
  const [attached, profiles, inline] = await Promise.all([
    all(account, region, 'iam:ListAttachedRolePolicies', { RoleName: role }, { ...about, items: 'AttachedPolicies' }),
    all(account, region, 'iam:ListInstanceProfilesForRole', { RoleName: role }, { ...about, items: 'InstanceProfiles' }),
    all(account, region, 'iam:ListRolePolicies', { RoleName: role }, { ...about, items: 'PolicyNames' }),
  ])
  return {
    attached: attached.map((policy) => ({ name: text(policy['PolicyName']), arn: text(policy['PolicyArn']) })),
    profiles: profiles.map((profile) => text(profile['InstanceProfileName'])),
    inline: textsOf(inline),
  }
}

/** Roles of ours that no stack owns any more: a stack was deleted by force, or by hand. */
export function rolesOf(kind: RoleKind): KindOps<RoleKind> {
  return {
    find: async (account) => {
      const names = ROLES[kind].names.map((key) => account.config.names[key])
      return (await Promise.all(names.map((name) => roleAt(account, kind, name)))).filter((role) => role !== undefined)
    },
    again: (account, { name }) => roleAt(account, kind, name),
    remove: async (account, { name, region }) => {
      const { attached, inline, profiles } = await partsOf(account, name)
      const requests: string[] = []
      for (const { arn } of attached) requests.push(...(await detach(account, name, arn)))
      for (const policy of inline) requests.push(...(await removeInline(account, name, policy)))
      for (const profile of profiles) {
        requests.push(...(await leaveProfile(account, name, profile)))
        // A profile of its own goes with it; another's only loses the role.
        if (profile === name)
          requests.push(
            ...requestsOf(
              await ask(
                account,
                region,
                'iam:DeleteInstanceProfile',
                { InstanceProfileName: profile },
                { resource: profile, absent: NO_ENTITY },
              ),
            ),
          )
      }
      const deleted = await ask(account, region, 'iam:DeleteRole', { RoleName: name }, { resource: name, absent: NO_ENTITY })
      return deleted ? { outcome: 'deleted', detail: 'deleted with its policies', requestIds: [...requests, ...requestsOf(deleted)] } : GONE
    },
  }
}

async function roleAt(account: Teardown, kind: RoleKind, name: string): Promise<FoundOf<RoleKind> | undefined> {
  const { region } = account.config
  const answer = await ask(account, region, 'iam:GetRole', { RoleName: name }, { resource: name, absent: NO_ENTITY })
  if (!answer || (await stackOf(account, name)) !== undefined) return undefined
  const role = objectIn(answer, 'Role', 'iam:GetRole')
  const arn = textIn(role, 'Arn', 'iam:GetRole')
  const users = kind === 'access role' ? await usersOfRoles(account, [arn]) : []
  return { kind, class: ROLES[kind].class, name, arn, region, tags: tagsOf(role['Tags']), created: timeOf(role['CreateDate']), users }
}

/** The stack that owns a physical id and is there; undefined where none does. */
async function stackOf(account: Teardown, physicalId: string): Promise<string | undefined> {
  for (const region of new Set([
    account.config.region,
    account.config.workloadRegion,
    ...account.templates.map((template) => template.region),
  ])) {
    const answer = await ask(
      account,
      region,
      'cloudformation:DescribeStackResources',
      { PhysicalResourceId: physicalId },
      { resource: physicalId },
    )
    const resources = answer ? listIn(answer, 'StackResources', 'cloudformation:DescribeStackResources') : []
    const owner = resources.find(
      (one) => one['PhysicalResourceId'] === physicalId && !/^DELETE_(?:COMPLETE|SKIPPED)$/.test(text(one['ResourceStatus'])),
    )
    // A stack that was deleted is found for ninety days.
    const stack =
      owner &&
      (await ask(account, region, 'cloudformation:DescribeStacks', { StackName: text(owner['StackName']) }, { resource: physicalId }))
    if (stack) return text(owner['StackName'])
  }
  return undefined
}

async function detach(account: Teardown, role: string, arn: string): Promise<string[]> {
  const about = { resource: role, absent: NO_ENTITY }
  return requestsOf(await ask(account, account.config.region, 'iam:DetachRolePolicy', { RoleName: role, PolicyArn: arn }, about))
}

async function removeInline(account: Teardown, role: string, policy: string): Promise<string[]> {
  const about = { resource: role, absent: NO_ENTITY }
  return requestsOf(await ask(account, account.config.region, 'iam:DeleteRolePolicy', { RoleName: role, PolicyName: policy }, about))
}

async function leaveProfile(account: Teardown, role: string, profile: string): Promise<string[]> {
  const about = { resource: profile, absent: NO_ENTITY }
  const parameters = { RoleName: role, InstanceProfileName: profile }
  return requestsOf(await ask(account, account.config.region, 'iam:RemoveRoleFromInstanceProfile', parameters, about))
}

/** What people hung on roles of a stack: CloudFormation cannot delete such a role. */
export async function additionsTo(
  account: Teardown,
  role: { name: string; arn: string; class: TeardownClass },
  isOwn: (part: { kind: keyof RoleParts; name: string; arn?: string }) => boolean,
): Promise<FoundOf<'addition to a role'>[]> {
  const { attached, inline, profiles } = await partsOf(account, role.name)
  const base = { kind: 'addition to a role', class: role.class, region: account.config.region, tags: {}, role: role.name } as const
  return [
    ...attached
      .filter((policy) => !isOwn({ kind: 'attached', ...policy }))
      .map(({ name, arn }) => ({ ...base, name: `${role.name}: ${name}`, arn, what: 'managed policy' as const })),
    ...inline
      .filter((name) => !isOwn({ kind: 'inline', name }))
      .map((name) => ({ ...base, name: `${role.name}: ${name}`, arn: `${role.arn}/${name}`, what: 'inline policy' as const })),
    ...profiles
      .filter((name) => !isOwn({ kind: 'profiles', name }))
      .map((name) => ({ ...base, name: `${role.name}: ${name}`, arn: name, what: 'instance profile' as const })),
  ]
}

export async function removeAddition(account: Teardown, { role, what, arn, name }: FoundOf<'addition to a role'>) {
  const part = name.slice(role.length + 2)
  const requestIds =
    what === 'managed policy'
      ? await detach(account, role, arn)
      : what === 'inline policy'
        ? await removeInline(account, role, part)
        : await leaveProfile(account, role, part)
  const detail = { 'managed policy': 'detached', 'inline policy': 'deleted', 'instance profile': 'the role was taken out of it' }[what]
  return requestIds.length === 0 ? GONE : { outcome: 'deleted' as const, detail, requestIds }
}

/** What works with one of these roles at this moment: without it, it would stop. */
export async function usersOfRoles(account: Teardown, arns: readonly string[]): Promise<string[]> {
  if (arns.length === 0) return []
  const { access } = account.config
  const [eks, sagemaker] = await Promise.all([
    access.eks ? usersInEks(account, arns) : [],
    access.sagemaker ? usersInSageMaker(account, arns) : [],
  ])
  return [...eks, ...sagemaker]
}

async function usersInEks(account: Teardown, arns: readonly string[]): Promise<string[]> {
  const { workloadRegion: region } = account.config
  const users: string[] = []
  const clusters = textsOf(await all(account, region, 'eks:ListClusters', {}, { items: 'clusters', token: 'nextToken' }))
  for (const name of clusters) {
    const absent = ['ResourceNotFoundException']
    const cluster = await ask(account, region, 'eks:DescribeCluster', { name }, { resource: name, absent })
    if (cluster && arns.includes(textIn(objectIn(cluster, 'cluster', 'eks:DescribeCluster'), 'roleArn', 'eks:DescribeCluster')))
      users.push(`the cluster ${name} has its role`)
    const groups = textsOf(
      await all(account, region, 'eks:ListNodegroups', { clusterName: name }, { items: 'nodegroups', token: 'nextToken', resource: name }),
    )
    for (const nodegroupName of groups) {
      const parameters = { clusterName: name, nodegroupName }
      const group = await ask(account, region, 'eks:DescribeNodegroup', parameters, { resource: name, absent })
      if (group && arns.includes(textIn(objectIn(group, 'nodegroup', 'eks:DescribeNodegroup'), 'nodeRole', 'eks:DescribeNodegroup')))
        users.push(`the node group ${name}/${nodegroupName} has its role`)
    }
  }
  return users
}

async function usersInSageMaker(account: Teardown, arns: readonly string[]): Promise<string[]> {
  const { workloadRegion: region } = account.config
  const list = (operation: string, parameters: object, items: string) =>
    all(account, region, operation, { ...parameters, MaxResults: 100 }, { items, token: 'NextToken' })
  const users: string[] = []
  for (const { TrainingJobName: name } of await list(
    'sagemaker:ListTrainingJobs',
    { StatusEquals: 'InProgress' },
    'TrainingJobSummaries',
  )) {
    const job = await ask(account, region, 'sagemaker:DescribeTrainingJob', { TrainingJobName: name })
    if (job && arns.includes(textIn(job, 'RoleArn', 'sagemaker:DescribeTrainingJob')))
      users.push(`the training job ${text(name)} has its role`)
  }
  for (const { EndpointName: name, EndpointStatus } of await list('sagemaker:ListEndpoints', {}, 'Endpoints')) {
    if (EndpointStatus === 'Failed' || EndpointStatus === 'Deleting') continue
    const endpoint = await ask(account, region, 'sagemaker:DescribeEndpoint', { EndpointName: name })
    const config =
      endpoint && (await ask(account, region, 'sagemaker:DescribeEndpointConfig', { EndpointConfigName: endpoint['EndpointConfigName'] }))
    const variants = config ? listIn(config, 'ProductionVariants', 'sagemaker:DescribeEndpointConfig') : []
    for (const ModelName of new Set(variants.map((variant) => text(variant['ModelName'])).filter((model) => model !== ''))) {
      const model = await ask(account, region, 'sagemaker:DescribeModel', { ModelName })
      if (arns.includes(text(model?.['ExecutionRoleArn']))) users.push(`the endpoint ${text(name)} has its role`)
    }
  }
  return users
}

/** Roles and users that have a policy as their boundary. */
export async function boundaryUsers(account: Teardown, policyArn: string): Promise<string[]> {
  const parameters = { PolicyArn: policyArn, PolicyUsageFilter: 'PermissionsBoundary' }
  const about = { resource: policyArn, token: 'Marker', absent: NO_ENTITY }
  const roles = await all(account, account.config.region, 'iam:ListEntitiesForPolicy', parameters, { ...about, items: 'PolicyRoles' })
  return roles.map((role) => text(role['RoleName']))
}
