import { madeUpKeyId, resolvedTemplate } from '../cloudformation/resolved.ts'
import { parsePolicy } from '../iam/policy.ts'
import type { Position } from '../model/errors.ts'
import { partitionOf } from '../model/partition.ts'
import type { ParsedTemplate } from '../model/template.ts'
import type { AccessModel, LocatedPolicy, OrganizationPolicies, PrincipalAccess, ResourceAccess, RoleAccess } from './model.ts'

/** A template with the place it is deployed to and the means to point into it. */
export interface AccessTemplate {
  parsed: ParsedTemplate
  region: string
  positionOf(pointer: string): Position
}

interface Found {
  id: string
  type: string
  properties: Record<string, unknown>
  template: AccessTemplate
  partition: string
}

/** What templates say about who may do what, once deployed. */
export function accessModel(
  templates: readonly AccessTemplate[],
  account: string,
  organization: OrganizationPolicies = { serviceControl: [], resourceControl: [] },
): AccessModel {
  const all = resolvedTogether(templates, account).flatMap(({ template, Resources }) =>
    Object.entries(Resources).map(([id, { Type, Properties = {} }]): Found => {
      const partition = partitionOf(template.region)?.id ?? 'aws'
      return { id, type: Type, properties: Properties, template, partition }
    }),
  )
  const around: Surroundings = { account, all, managed: managedPolicies(all, account) }
  return {
    account,
    roles: ofType(all, 'AWS::IAM::Role').map((found) => roleOf(found, around)),
    users: ofType(all, 'AWS::IAM::User').map((found) => principalOf(found, 'User', around)),
    resources: new Map([
      ...all.flatMap((found) => withoutPolicy(found, account)),
      ...all.flatMap((found) => resourcePolicies(found, account)),
    ]),
    ...organization,
  }
}

interface Surroundings {
  account: string
  all: readonly Found[]
  managed: ReadonlyMap<string, ManagedPolicy>
}

/** Templates with what they import from each other in its place: a policy may name its role, bucket or topic so. */
function resolvedTogether(templates: readonly AccessTemplate[], account: string) {
  const resolvedWith = (imports: ReadonlyMap<string, string>) =>
    templates.map((template) => ({ template, ...resolvedTemplate(template.parsed, { account, region: template.region }, { imports }) }))
  const alone = resolvedWith(new Map())
  const exported = alone.flatMap(({ Outputs = {} }) =>
    Object.values(Outputs).flatMap(({ Export, Value }): [string, string][] => (Export ? [[String(Export.Name), String(Value)]] : [])),
  )
  return exported.length > 0 ? resolvedWith(new Map(exported)) : alone
}

function ofType(all: readonly Found[], ...types: readonly string[]): Found[] {
  return all.filter((found) => types.includes(found.type))
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])

interface ManagedPolicy {
  definition: Found
  policy: LocatedPolicy
}

function managedPolicies(all: readonly Found[], account: string): Map<string, ManagedPolicy> {
  return new Map(
    ofType(all, 'AWS::IAM::ManagedPolicy').map((definition) => {
      const name = String(definition.properties['ManagedPolicyName'] ?? definition.id)
      const arn = `arn:${definition.partition}:iam::${account}:policy${pathOf(definition)}${name}`
      return [arn, { definition, policy: located(definition, 'PolicyDocument', name) }]
    }),
  )
}

const pathOf = ({ properties }: Found) => String(properties['Path'] ?? '/')

/** @throws BAD_INPUT naming the place, when what stands there is no policy */
function located({ id, properties, template }: Found, path: string, name: string, document: unknown = properties[path]): LocatedPolicy {
  const pointer = `/Resources/${id}/Properties/${path}`
  return {
    name,
    statements: parsePolicy(document ?? { Statement: [] }),
    positionOf: (statement) => template.positionOf(`${pointer}/Statement/${statement}`),
  }
}

function roleOf(found: Found, around: Surroundings): RoleAccess {
  return { ...principalOf(found, 'Role', around), trust: located(found, 'AssumeRolePolicyDocument', 'trust policy') }
}

/** A role or user with every policy that is attached to it, from its own side, from the policy's, or through its groups. */
function principalOf(found: Found, kind: 'Role' | 'User', around: Surroundings): PrincipalAccess {
  const { account, all, managed } = around
  const { properties, partition, id, template } = found
  const name = String(properties[`${kind}Name`] ?? id)
  const groups = kind === 'User' ? groupsOf(name, properties, around) : []
  const attached = [
    ...[found, ...groups].flatMap((holder) => listOf(holder.properties['ManagedPolicyArns']).map(String)),
    ...[...managed].flatMap(([arn, { definition }]) => (isAttachedTo(definition, kind, name, groups) ? [arn] : [])),
  ]
  const arns = [...new Set(attached)]
  const boundary = properties['PermissionsBoundary'] === undefined ? undefined : String(properties['PermissionsBoundary'])
  return {
    name,
    arn: `arn:${partition}:iam::${account}:${kind.toLowerCase()}${pathOf(found)}${name}`,
    identity: [
      ...[found, ...groups].flatMap(inlinePolicies),
      ...ofType(all, 'AWS::IAM::Policy', `AWS::IAM::${kind}Policy`, 'AWS::IAM::GroupPolicy')
        .filter((policy) => isAttachedTo(policy, kind, name, groups))
        .map((policy) => located(policy, 'PolicyDocument', String(policy.properties['PolicyName'] ?? policy.id))),
      ...arns.flatMap((arn) => managed.get(arn)?.policy ?? []),
    ],
    unknown: arns.filter((arn) => !managed.has(arn)),
    boundary: boundary === undefined ? undefined : (managed.get(boundary)?.policy ?? { unknown: boundary }),
    place: () => template.positionOf(`/Resources/${id}`),
  }
}

function inlinePolicies(holder: Found): LocatedPolicy[] {
  return listOf(holder.properties['Policies']).map((policy, index) => {
    const { PolicyName, PolicyDocument } = (policy ?? {}) as { PolicyName?: unknown; PolicyDocument?: unknown }
    return located(holder, `Policies/${index}/PolicyDocument`, String(PolicyName ?? `policy ${index + 1}`), PolicyDocument)
  })
}

/** Whether a policy names who has it: `Roles`, `Users` and `Groups` of shared ones, `RoleName` and the like of those of one. */
function isAttachedTo({ properties }: Found, kind: 'Role' | 'User', name: string, groups: readonly Found[]): boolean {
  // IAM does not tell names apart by the case of their letters.
  const has = (key: string, wanted: string) =>
    [...listOf(properties[`${key}s`]), ...listOf(properties[`${key}Name`])].some((one) => sameName(String(one), wanted))
  return has(kind, name) || groups.some((group) => has('Group', groupName(group)))
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

const groupName = ({ properties, id }: Found) => String(properties['GroupName'] ?? id)

function groupsOf(user: string, properties: Record<string, unknown>, { all }: Surroundings): Found[] {
  const added = ofType(all, 'AWS::IAM::UserToGroupAddition').filter(({ properties: one }) =>
    listOf(one['Users']).some((name) => sameName(String(name), user)),
  )
  const names = [...listOf(properties['Groups']), ...added.map(({ properties: one }) => one['GroupName'])].map(String)
  return ofType(all, 'AWS::IAM::Group').filter((group) => names.some((name) => sameName(name, groupName(group))))
}

/** Buckets and repositories of the templates have no policy but the one that the templates give them. */
function withoutPolicy({ type, properties, partition, template, id }: Found, account: string): [string, LocatedPolicy][] {
  const none: LocatedPolicy = { name: `${id} without a policy`, statements: [], positionOf: () => template.positionOf(`/Resources/${id}`) }
  if (type === 'AWS::S3::Bucket') return [[`arn:${partition}:s3:::${String(properties['BucketName'] ?? id)}`, none]]
  if (type !== 'AWS::ECR::Repository') return []
  return [[`arn:${partition}:ecr:${template.region}:${account}:repository/${String(properties['RepositoryName'] ?? id)}`, none]]
}

function tagsOf({ properties }: Found): Record<string, string> {
  const tags = listOf(properties['Tags']) as readonly ({ Key?: unknown; Value?: unknown } | null)[]
  return Object.fromEntries(tags.flatMap((tag) => (typeof tag?.Key === 'string' ? [[tag.Key, String(tag.Value)]] : [])))
}

function resourcePolicies(found: Found, account: string): [string, ResourceAccess][] {
  const { id, type, properties, partition, template } = found
  const named = (service: string, name: string, path = 'PolicyDocument'): [string, LocatedPolicy][] => [
    [`arn:${partition}:${service}:${template.region}:${account}:${name}`, located(found, path, id)],
  ]
  switch (type) {
    case 'AWS::S3::BucketPolicy':
      return [[`arn:${partition}:s3:::${String(properties['Bucket'])}`, located(found, 'PolicyDocument', id)]]
    case 'AWS::KMS::Key':
    case 'AWS::KMS::ReplicaKey': {
      // Without a policy of its own a key trusts its account.
      const trusting = { Statement: { Effect: 'Allow', Principal: { AWS: account }, Action: 'kms:*', Resource: '*' } }
      const arn = `arn:${partition}:kms:${template.region}:${account}:key/${madeUpKeyId(id)}`
      return [[arn, { ...located(found, 'KeyPolicy', `${id} key policy`, properties['KeyPolicy'] ?? trusting), tags: tagsOf(found) }]]
    }
    case 'AWS::SNS::TopicPolicy':
      return listOf(properties['Topics']).map((topic) => [String(topic), located(found, 'PolicyDocument', id)])
    case 'AWS::SNS::TopicInlinePolicy':
      return [[String(properties['TopicArn']), located(found, 'PolicyDocument', id)]]
    case 'AWS::SQS::QueuePolicy':
      return listOf(properties['Queues']).flatMap((queue) => named('sqs', String(queue).split('/').at(-1) ?? ''))
    case 'AWS::SQS::QueueInlinePolicy':
      return named('sqs', String(properties['Queue']).split('/').at(-1) ?? '')
    case 'AWS::SecretsManager::ResourcePolicy': {
      // By name it is the secret with six characters of AWS's behind it.
      const secret = String(properties['SecretId'])
      if (!secret.startsWith('arn:')) return named('secretsmanager', `secret:${secret}-??????`, 'ResourcePolicy')
      return [[secret, located(found, 'ResourcePolicy', id)]]
    }
    case 'AWS::ECR::Repository':
      return properties['RepositoryPolicyText'] === undefined
        ? []
        : named('ecr', `repository/${String(properties['RepositoryName'] ?? id)}`, 'RepositoryPolicyText')
    default:
      return []
  }
}
