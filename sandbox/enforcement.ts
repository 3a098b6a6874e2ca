import { type Authorized, authorize, type Layer, type NamedPolicy, type Policies } from '../src/iam/authorize.ts'
import { requestContext } from '../src/iam/conditions.ts'
import { parsePolicy } from '../src/iam/policy.ts'
import { ACCOUNT, type Backend } from './backend.ts'
import type { UserIdentity } from './identities.ts'
import type { Operation } from './operation.ts'
import { members, tagText } from './xml.ts'

/** IAM's actions where they are called otherwise than the operation. Source: Service Authorization Reference, "Actions for Amazon S3". */
const ACTIONS: Readonly<Record<string, string>> = {
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:PutBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:GetBucketLifecycle': 's3:GetLifecycleConfiguration',
  's3:GetBucketReplication': 's3:GetReplicationConfiguration',
  's3:GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
  's3:HeadBucket': 's3:ListBucket',
  's3:ListObjects': 's3:ListBucket',
  's3:ListObjectVersions': 's3:ListBucketVersions',
  's3:HeadObject': 's3:GetObject',
  's3:ListBuckets': 's3:ListAllMyBuckets',
}

/** How long policies are remembered: a deployment may change them at any time. */
const REMEMBERED_MS = 1500

type Remembered = { until: number; policies: Promise<Pick<Policies, 'identity' | 'boundary'>> }

/**
 * IAM for sessions of roles: identity policies, boundary, key and bucket policy decide every call of their own. What
 * CloudFormation then does in their name is not asked again.
 */
export class Enforcement {
  readonly #backend: Backend
  readonly #roles = new Map<string, Remembered>()

  constructor(backend: Backend) {
    this.#backend = backend
  }

  /** Why a call is refused, in AWS's words; undefined where it is allowed. */
  async refusal(operation: Operation, identity: UserIdentity): Promise<string | undefined> {
    const arn = String(identity['arn'])
    const issuer = (identity['sessionContext'] as { sessionIssuer?: { userName?: string } } | undefined)?.sessionIssuer?.userName
    if (!issuer) return undefined
    const name = `${operation.service}:${operation.name}`
    const action = ACTIONS[name] ?? name
    const resource = await this.#resourceOf(operation)
    const context = requestContext({
      'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/${issuer}`,
      'aws:PrincipalAccount': ACCOUNT,
      'aws:RequestedRegion': operation.region,
      'aws:SecureTransport': 'true',
      'aws:ViaAWSService': 'false',
      ...operation.conditions,
    })
    const policies = { ...(await this.#policiesOf(issuer)), resource: await this.#resourcePolicy(operation, resource) }
    const request = { action, resource, context, principal: { type: 'AWS' as const, value: arn }, resourceAccount: ACCOUNT }
    const decided = authorize(policies, request)
    if (decided.decision !== 'allowed') return words(arn, action, resource, decided)
    const passed = operation.service === 'cloudformation' ? operation.parameters['roleARN'] : undefined
    if (typeof passed !== 'string') return undefined
    // Who hands a role to a service must be allowed to.
    const service = requestContext({ 'iam:PassedToService': 'cloudformation.amazonaws.com' })
    const passing = authorize(
      { ...policies, resource: undefined },
      { ...request, action: 'iam:PassRole', resource: passed, context: new Map([...context, ...service]) },
    )
    return passing.decision === 'allowed' ? undefined : words(arn, 'iam:PassRole', passed, passing)
  }

  #policiesOf(role: string): Remembered['policies'] {
    const known = this.#roles.get(role)
    if (known && known.until > Date.now()) return known.policies
    const policies = this.#read(role)
    this.#roles.set(role, { until: Date.now() + REMEMBERED_MS, policies })
    return policies
  }

  async #read(role: string): Promise<Pick<Policies, 'identity' | 'boundary'>> {
    const iam = (action: string, parameters: Record<string, string>) => this.#backend.query('iam', action, parameters)
    const [xml, inline, attached] = await Promise.all([
      iam('GetRole', { RoleName: role }),
      iam('ListRolePolicies', { RoleName: role }),
      iam('ListAttachedRolePolicies', { RoleName: role }),
    ])
    const own = members(inline, 'PolicyNames').map(async (PolicyName) =>
      named(PolicyName, tagText(await iam('GetRolePolicy', { RoleName: role, PolicyName }), 'PolicyDocument')),
    )
    const managed = members(attached, 'AttachedPolicies').map((member) => this.#managed(tagText(member, 'PolicyArn') ?? ''))
    const boundary = tagText(xml, 'PermissionsBoundaryArn')
    return {
      identity: await Promise.all([...own, ...managed]),
      ...(boundary ? { boundary: await this.#managed(boundary) } : {}),
    }
  }

  async #managed(PolicyArn: string): Promise<NamedPolicy> {
    const policy = await this.#backend.query('iam', 'GetPolicy', { PolicyArn })
    const VersionId = tagText(policy, 'DefaultVersionId') ?? 'v1'
    return named(PolicyArn, tagText(await this.#backend.query('iam', 'GetPolicyVersion', { PolicyArn, VersionId }), 'Document'))
  }

  async #resourcePolicy({ service, region }: Operation, resource: string): Promise<NamedPolicy | undefined> {
    try {
      if (service === 'kms' && resource.includes(':key/')) {
        const { Policy } = await this.#backend.json('kms', 'TrentService.GetKeyPolicy', { KeyId: resource, PolicyName: 'default' }, region)
        return named('key policy', String(Policy))
      }
      if (service === 'sts') {
        const role = await this.#backend.query('iam', 'GetRole', { RoleName: resource.split('/').at(-1) ?? '' })
        return named('trust policy', tagText(role, 'AssumeRolePolicyDocument'))
      }
      const bucket = /^arn:aws:s3:::([^/]+)/.exec(resource)?.[1]
      if (bucket) return named('bucket policy', await (await this.#backend.s3('GET', `/${bucket}?policy`)).text())
    } catch {
      // It has none.
    }
    return undefined
  }

  async #resourceOf({ service, region, parameters, bucket, key }: Operation): Promise<string> {
    const text = (name: string) => (typeof parameters[name] === 'string' ? String(parameters[name]) : undefined)
    if (service === 's3') return bucket === undefined ? '*' : `arn:aws:s3:::${bucket}${key ? `/${key}` : ''}`
    if (service === 'kms') return this.#keyArn(text('KeyId'), region)
    const [names, prefix] = RESOURCES[service] ?? [[], '']
    const given = names.map(text).find((value) => value !== undefined)
    if (given === undefined || given.startsWith('arn:')) return given ?? '*'
    return `arn:aws:${service}:${service === 'iam' ? '' : region}:${ACCOUNT}:${prefix.replace('?', given)}`
  }

  /** Keys are asked for by id, ARN or alias; policies name their ARNs. */
  async #keyArn(id: string | undefined, region: string): Promise<string> {
    if (id === undefined) return '*'
    const found = await this.#backend.json('kms', 'TrentService.DescribeKey', { KeyId: id }, region).catch(() => undefined)
    return (found?.['KeyMetadata'] as { Arn?: string } | undefined)?.Arn ?? '*'
  }
}

/** Parameters that name the resource, and what stands around a bare name. */
const RESOURCES: Readonly<Record<string, readonly [readonly string[], string]>> = {
  cloudformation: [['stackName'], 'stack/?/*'],
  cloudtrail: [['TrailName', 'Name'], 'trail/?'],
  iam: [['policyArn', 'openIDConnectProviderArn', 'roleName'], 'role/?'],
  sns: [['topicArn'], '?'],
  sts: [['roleArn'], 'role/?'],
}

function named(name: string, document: string | undefined): NamedPolicy {
  const text = document ?? '{"Statement":[]}'
  return { name, statements: parsePolicy(text.startsWith('%') ? decodeURIComponent(text) : text) }
}

const KINDS: Readonly<Record<Layer, string>> = {
  identity: 'identity-based',
  boundary: 'permissions boundary',
  session: 'session',
  resource: 'resource-based',
  'service-control': 'service control',
  'resource-control': 'resource control',
}

function words(arn: string, action: string, resource: string, { decision, missing }: Authorized): string {
  const why =
    decision === 'explicit-deny'
      ? `with an explicit deny`
      : `because no ${KINDS[missing[0] ?? 'identity']} policy allows the ${action} action`
  return `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} ${why}`
}
