import { type Authorized, authorize, type Layer, type NamedPolicy, type Policies } from '../src/iam/authorize.ts'
import { requestContext } from '../src/iam/conditions.ts'
import { actionOf, resourcesOf } from './actions.ts'
import { parseNamed } from './aws/authorization.ts'
import type { Body, Place, Tag } from './aws/call.ts'
import type { Backend } from './backend/backend.ts'
import { inputConditions } from './conditions.ts'
import type { Actor } from './identities.ts'

/** How long policies are remembered where asking takes a call: a deployment may change them at any time. */
const REMEMBERED_MS = 1500

type Own = Pick<Policies, 'identity' | 'boundary'>
type Keys = Readonly<Record<string, string | readonly string[] | undefined>>

/** One thing someone wants to do, as IAM sees it. */
export interface Wish extends Place {
  service: string
  operation: string
  input: Body
  /** Where the operation's own name does not say it. */
  action?: string
  /** Where the parameters do not say it. */
  resources?: readonly string[]
  context?: Keys
  bucket?: string | undefined
  key?: string | undefined
}

const ADMINISTRATOR = parseNamed('administrator', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}')

const KEPT_KEY_POLICY = (account: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'kms:*', Resource: '*' }] })

/**
 * IAM for sessions that came by web identity: identity policies, boundary, key, bucket and trust policy decide every call. Everyone
 * else is an administrator, whom only a bucket's or a key's policy can refuse.
 */
export class Enforcement {
  readonly #backend: Backend
  readonly #roles = new Map<string, { until: number; policies: Promise<Own> }>()

  constructor(backend: Backend) {
    this.#backend = backend
  }

  /** Why a call is refused, in AWS's words; undefined where it is allowed. */
  async refusal(actor: Actor, wish: Wish): Promise<string | undefined> {
    const isOwnPolicy = wish.service === 's3' || wish.service === 'kms'
    if (!actor.role && !(isOwnPolicy && this.#backend.cloud)) return undefined
    if (actor.caller.value === 'anonymous') return undefined
    const action = wish.action ?? actionOf(wish.service, wish.operation, typeof wish.context?.['s3:VersionId'] === 'string')
    const own = await this.#policiesOf(actor)
    for (const resource of await this.#resources(wish)) {
      const refused = await this.#decide(actor, own, action, resource, wish)
      if (refused !== undefined) return refused
    }
    const passed = wish.service === 'cloudformation' ? wish.input['RoleARN'] : undefined
    return passed === undefined ? undefined : this.passing(actor, String(passed), 'cloudformation.amazonaws.com', wish)
  }

  /** Who hands a role to a service must be allowed to. */
  async passing(actor: Actor, role: string, service: string, place: Place & { context?: Keys }): Promise<string | undefined> {
    if (!actor.role) return undefined
    const wish: Wish = {
      ...place,
      service: 'iam',
      operation: 'PassRole',
      input: {},
      context: { ...place.context, 'iam:PassedToService': service },
    }
    return this.#decide(actor, await this.#policiesOf(actor), 'iam:PassRole', role, wish)
  }

  async #decide(actor: Actor, own: Own, action: string, resource: string, wish: Wish): Promise<string | undefined> {
    const { caller } = actor
    const [policy, owner, tags] = await Promise.all([
      this.#resourcePolicy(resource, wish),
      this.#ownerOf(resource, wish),
      this.#tagsOf(resource, wish),
    ])
    const context = requestContext({
      'aws:PrincipalArn': actor.role ? `arn:${wish.partition}:iam::${caller.account}:role/${actor.role}` : caller.value,
      'aws:PrincipalAccount': caller.account,
      'aws:PrincipalType': actor.role ? 'AssumedRole' : 'Account',
      'aws:PrincipalIsAWSService': 'false',
      'aws:RequestedRegion': wish.region,
      'aws:ResourceAccount': owner,
      's3:ResourceAccount': wish.service === 's3' ? owner : undefined,
      'aws:SecureTransport': 'true',
      'aws:ViaAWSService': 'false',
      'aws:CurrentTime': new Date().toISOString(),
      'kms:CallerAccount': wish.service === 'kms' ? caller.account : undefined,
      ...inputConditions(wish.service, wish.operation, wish.input),
      ...this.#boundaryOf(wish),
      ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:ResourceTag/${Key}`, Value])),
      ...wish.context,
    })
    const request = { action, resource, context, principal: { type: 'AWS', value: caller.value }, resourceAccount: owner }
    const decided = authorize({ ...own, resource: policy }, request)
    return decided.decision === 'allowed' ? undefined : words(caller.value, action, resource, decided)
  }

  async #resources(wish: Wish): Promise<readonly string[]> {
    if (wish.resources) return wish.resources
    const { service, input, bucket, key, partition } = wish
    if (service === 's3') return [bucket === undefined || bucket === '' ? '*' : `arn:${partition}:s3:::${bucket}${key ? `/${key}` : ''}`]
    if (service !== 'kms') return resourcesOf(service, input, wish)
    // An alias is authorised beside the key it stands for.
    const alias =
      typeof input['AliasName'] === 'string' ? [`arn:${partition}:kms:${wish.region}:${wish.account}:${input['AliasName']}`] : []
    const key_ = input['KeyId'] ?? input['TargetKeyId']
    return [...alias, ...(key_ === undefined ? (alias.length > 0 ? [] : ['*']) : [await this.#keyArn(String(key_), wish)])]
  }

  /** Keys are asked for by id, ARN or alias; policies name their ARNs. */
  async #keyArn(id: string, { region, account }: Place): Promise<string> {
    const found = await this.#backend.call('kms', 'DescribeKey', { KeyId: id }, { region, account }).catch(() => undefined)
    return (found?.['KeyMetadata'] as { Arn?: string } | undefined)?.Arn ?? '*'
  }

  async #policiesOf(actor: Actor): Promise<Own> {
    const { role } = actor
    if (role === undefined) return { identity: [ADMINISTRATOR] }
    const here = this.#backend.cloud?.iam.policiesOf(actor.caller, role)
    if (here) return here
    const known = this.#roles.get(role)
    if (known && known.until > Date.now()) return known.policies
    const policies = this.#read(role)
    this.#roles.set(role, { until: Date.now() + REMEMBERED_MS, policies })
    return policies
  }

  async #read(RoleName: string): Promise<Own> {
    const iam = (operation: string, parameters: Body) => this.#backend.call('iam', operation, parameters)
    const [found, inline, attached] = await Promise.all([
      iam('GetRole', { RoleName }),
      iam('ListRolePolicies', { RoleName }),
      iam('ListAttachedRolePolicies', { RoleName }),
    ])
    const own = ((inline['PolicyNames'] ?? []) as string[]).map(async (PolicyName) =>
      named(PolicyName, (await iam('GetRolePolicy', { RoleName, PolicyName }))['PolicyDocument']),
    )
    const managed = ((attached['AttachedPolicies'] ?? []) as { PolicyArn: string }[]).map(({ PolicyArn }) => this.#managed(PolicyArn))
    const boundary = ((found['Role'] as Body)['PermissionsBoundary'] as { PermissionsBoundaryArn?: string } | undefined)
      ?.PermissionsBoundaryArn
    return { identity: await Promise.all([...own, ...managed]), ...(boundary ? { boundary: await this.#managed(boundary) } : {}) }
  }

  async #managed(PolicyArn: string): Promise<NamedPolicy> {
    const { Policy } = (await this.#backend.call('iam', 'GetPolicy', { PolicyArn })) as { Policy: { DefaultVersionId?: string } }
    const VersionId = Policy.DefaultVersionId ?? 'v1'
    const { PolicyVersion } = (await this.#backend.call('iam', 'GetPolicyVersion', { PolicyArn, VersionId })) as { PolicyVersion: Body }
    return named(PolicyArn, PolicyVersion['Document'])
  }

  async #resourcePolicy(resource: string, { service, region, account }: Wish): Promise<NamedPolicy | undefined> {
    try {
      // Keys that AWS keeps for a service let IAM decide.
      if (service === 'kms' && resource.includes(':key/alias-aws-')) return named('key policy', KEPT_KEY_POLICY(account))
      if (service === 'kms' && resource.includes(':key/')) {
        const { Policy } = await this.#backend.call(
          'kms',
          'GetKeyPolicy',
          { KeyId: resource, PolicyName: 'default' },
          { region, account: resource.split(':')[4] ?? account },
        )
        return named('key policy', Policy)
      }
      if (service === 'sts') {
        const { Role } = (await this.#backend.call('iam', 'GetRole', { RoleName: resource.split('/').at(-1) })) as { Role: Body }
        return named('trust policy', Role['AssumeRolePolicyDocument'])
      }
      const bucket = bucketIn(resource)
      if (bucket) return named('bucket policy', await (await this.#backend.s3('GET', `/${bucket}?policy`)).text())
    } catch {
      // It has none.
    }
    return undefined
  }

  /** Of a role that is there, the key tells the boundary it has; of one to be made, the boundary it is given. */
  #boundaryOf({ service, operation, input, account }: Wish): Keys {
    if (service !== 'iam' || /^(?:CreateRole|PutRolePermissionsBoundary)$/.test(operation)) return {}
    const boundary = this.#backend.cloud?.iam.role({ account }, String(input['RoleName'] ?? ''))?.boundary
    return boundary === undefined ? {} : { 'iam:PermissionsBoundary': boundary }
  }

  async #ownerOf(resource: string, { account }: Wish): Promise<string> {
    const bucket = bucketIn(resource)
    if (bucket) return this.#backend.cloud?.s3.find(bucket)?.account ?? account
    const owner = resource.split(':')[4]
    // AWS's own policies are in every account.
    return owner === undefined || owner === '' || owner === 'aws' ? account : owner
  }

  /** Tags of keys and roles: what policies of ours look at. */
  async #tagsOf(resource: string, { service, region, account }: Wish): Promise<Tag[]> {
    const { cloud } = this.#backend
    if (!cloud) return []
    if (service === 'kms' && resource.includes(':key/') && resource.split(':')[4] === account) {
      // Keys that AWS keeps for a service are not among those of the account.
      const answer = await cloud
        .call({
          service: 'kms',
          operation: 'ListResourceTags',
          parameters: { KeyId: resource },
          region,
          account,
          partition: this.#backend.partition,
          caller: { type: 'AWS', value: '', account, isEnforced: false },
        })
        .catch(() => undefined)
      return ((answer?.['Tags'] ?? []) as { TagKey: string; TagValue: string }[]).map(({ TagKey, TagValue }) => ({
        Key: TagKey,
        Value: TagValue,
      }))
    }
    if (service === 'iam' && resource.includes(':role/')) return cloud.iam.role({ account }, resource.split('/').at(-1) ?? '')?.tags ?? []
    return []
  }
}

function bucketIn(resource: string): string | undefined {
  return /^arn:[\w-]+:s3:::([^/]+)/.exec(resource)?.[1]
}

function named(name: string, document: unknown): NamedPolicy {
  const text = typeof document === 'string' ? document : '{"Statement":[]}'
  return parseNamed(name, text.startsWith('%') ? decodeURIComponent(text) : text)
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
