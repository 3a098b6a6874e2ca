import { madeUpKeyId, resolvedTemplate } from '../cloudformation/resolved.ts'
import type { NamedPolicy } from '../iam/authorize.ts'
import { parsePolicy } from '../iam/policy.ts'
import type { Position } from '../model/errors.ts'
import { partitionOf } from '../model/partition.ts'
import type { ParsedTemplate } from '../model/template.ts'

/** A template with the place it is deployed to and the means to point into it. */
export interface AccessTemplate {
  parsed: ParsedTemplate
  region: string
  positionOf(pointer: string): Position
}

/** A policy that still knows where it stands. */
export interface LocatedPolicy extends NamedPolicy {
  /** Position of a statement by its index. */
  positionOf(statement: number): Position
}

export interface RoleAccess {
  name: string
  arn: string
  identity: readonly LocatedPolicy[]
  /** Managed policies whose text is in no template. */
  unknown: readonly string[]
  boundary: LocatedPolicy | { unknown: string } | undefined
  trust: LocatedPolicy
  position: Position
}

/** Everything the templates say about who may do what. */
export interface AccessModel {
  account: string
  roles: readonly RoleAccess[]
  /** Bucket, key and topic policies by the ARN of their resource. */
  resources: ReadonlyMap<string, LocatedPolicy>
}

interface Found {
  id: string
  type: string
  properties: Record<string, unknown>
  template: AccessTemplate
  partition: string
}

export function accessModel(templates: readonly AccessTemplate[], account: string): AccessModel {
  const resolved = templates.map((template) => ({ template, ...resolvedTemplate(template.parsed, { account, region: template.region }) }))
  const exported = new Map(
    resolved.flatMap(({ Outputs = {} }) =>
      Object.values(Outputs).flatMap((output): [string, unknown][] => (output.Export ? [[String(output.Export.Name), output.Value]] : [])),
    ),
  )
  const all = resolved.flatMap(({ template, Resources }) =>
    Object.entries(Resources).map(([id, { Type, Properties = {} }]): Found => {
      const partition = partitionOf(template.region)?.id ?? 'aws'
      return { id, type: Type, properties: Properties, template, partition }
    }),
  )
  const managed = new Map(
    ofType(all, 'AWS::IAM::ManagedPolicy').map((found) => {
      const name = String(found.properties['ManagedPolicyName'] ?? found.id)
      return [`arn:${found.partition}:iam::${account}:policy/${name}`, located(found, 'PolicyDocument', name)]
    }),
  )
  const named = (value: unknown) => String(exported.get(String(value)) ?? value)
  const separate = [...ofType(all, 'AWS::IAM::Policy'), ...ofType(all, 'AWS::IAM::ManagedPolicy')]
  const roles = ofType(all, 'AWS::IAM::Role').map((found) => roleOf(found, { account, managed, separate, named }))
  return { account, roles, resources: new Map(all.flatMap((found) => resourcePolicies(found, account))) }
}

function ofType(all: readonly Found[], type: string): Found[] {
  return all.filter((found) => found.type === type)
}

/** @throws BAD_INPUT naming the place, when what stands there is no policy */
function located({ id, properties, template }: Found, path: string, name: string, document: unknown = properties[path]): LocatedPolicy {
  const pointer = `/Resources/${id}/Properties/${path}`
  return {
    name,
    statements: parsePolicy(document ?? { Statement: [] }),
    positionOf: (statement) => template.positionOf(`${pointer}/Statement/${statement}`),
  }
}

interface Surroundings {
  account: string
  managed: ReadonlyMap<string, LocatedPolicy>
  separate: readonly Found[]
  /** The value of an export by its name, and any other value as it is. */
  named(value: unknown): string
}

function roleOf(found: Found, { account, managed, separate, named }: Surroundings): RoleAccess {
  const { id, properties, partition, template } = found
  const name = String(properties['RoleName'] ?? id)
  const inline = (properties['Policies'] ?? []) as { PolicyName?: unknown; PolicyDocument?: unknown }[]
  const attached = ((properties['ManagedPolicyArns'] ?? []) as unknown[]).map(named)
  const boundary = properties['PermissionsBoundary'] === undefined ? undefined : named(properties['PermissionsBoundary'])
  return {
    name,
    arn: `arn:${partition}:iam::${account}:role${String(properties['Path'] ?? '/')}${name}`,
    identity: [
      ...inline.map((policy, index) =>
        located(found, `Policies/${index}/PolicyDocument`, String(policy.PolicyName ?? `policy ${index + 1}`), policy.PolicyDocument),
      ),
      ...separate
        .filter((policy) => ((policy.properties['Roles'] ?? []) as unknown[]).includes(name))
        .map((policy) =>
          located(policy, 'PolicyDocument', String(policy.properties['PolicyName'] ?? policy.properties['ManagedPolicyName'] ?? policy.id)),
        ),
      ...attached.flatMap((arn) => managed.get(arn) ?? []),
    ],
    unknown: attached.filter((arn) => !managed.has(arn)),
    boundary: boundary === undefined ? undefined : (managed.get(boundary) ?? { unknown: boundary }),
    trust: located(found, 'AssumeRolePolicyDocument', 'trust policy'),
    get position() {
      return template.positionOf(`/Resources/${id}`)
    },
  }
}

function resourcePolicies(found: Found, account: string): [string, LocatedPolicy][] {
  const { id, type, properties, partition, template } = found
  switch (type) {
    case 'AWS::S3::BucketPolicy':
      return [[`arn:${partition}:s3:::${String(properties['Bucket'])}`, located(found, 'PolicyDocument', id)]]
    case 'AWS::KMS::Key': {
      // Without a policy of its own a key trusts its account.
      const trusting = { Statement: { Effect: 'Allow', Principal: { AWS: account }, Action: 'kms:*', Resource: '*' } }
      const arn = `arn:${partition}:kms:${template.region}:${account}:key/${madeUpKeyId(id)}`
      return [[arn, located(found, 'KeyPolicy', `${id} key policy`, properties['KeyPolicy'] ?? trusting)]]
    }
    case 'AWS::SNS::TopicPolicy':
      return ((properties['Topics'] ?? []) as unknown[]).map((topic) => [String(topic), located(found, 'PolicyDocument', id)])
    default:
      return []
  }
}
