import { requestContext } from '../src/iam/conditions.ts'
import { evaluatePolicy } from '../src/iam/evaluate.ts'
import { parsePolicy } from '../src/iam/policy.ts'
import { offersClaims } from '../src/model/github-issuer.ts'
import { parseNamed, resourceAllows } from './aws/authorization.ts'
import { type Body, type Call, list } from './aws/call.ts'
import { AwsError, notImplemented } from './aws/error.ts'
import type { Backend } from './backend/backend.ts'
import type { Claims, OidcIssuer } from './github/oidc.ts'
import type { Actor, Identities, SessionCredentials } from './identities.ts'

/** Claims IAM offers as condition keys for github.com's provider; for any other, the standard ones. Source: IAM documentation, "Available keys for AWS OIDC federation". */
const CONDITION_CLAIMS = [
  'aud',
  'sub',
  'actor',
  'actor_id',
  'repository',
  'repository_id',
  'repository_owner_id',
  'job_workflow_ref',
  'workflow',
  'ref',
  'environment',
  'enterprise_id',
]

interface StsOptions {
  backend: Backend
  issuer: OidcIssuer
  identities: Identities
  /** How long new roles and providers are not known, in milliseconds. */
  propagationMs(): number
}

interface Role {
  RoleName: string
  RoleId: string
  Arn: string
  AssumeRolePolicyDocument: string
  CreateDate: string | Date
  MaxSessionDuration?: number | string
}

/** A role that another role assumes is given for an hour at most. */
const CHAINED_SECONDS = 3600

const denied = (message: string) => new AwsError('AccessDenied', message, 403)

/** STS: sessions of roles, decided by their trust. */
export class Sts {
  readonly #options: StsOptions

  constructor(options: StsOptions) {
    this.#options = options
  }

  /** Carries out one call. @throws AwsError */
  async call(call: Call, actor: Actor): Promise<Body> {
    switch (call.operation) {
      case 'GetCallerIdentity':
        return { Arn: actor.caller.value, UserId: actor.identity['principalId'], Account: actor.caller.account }
      case 'AssumeRole':
        return this.#assumeRole(call, actor)
      case 'AssumeRoleWithWebIdentity':
        return this.#withWebIdentity(call)
      default:
        throw notImplemented(`sts:${call.operation}`)
    }
  }

  async #role(roleArn: string): Promise<Role | undefined> {
    const found = await this.#options.backend.call('iam', 'GetRole', { RoleName: roleArn.split('/').at(-1) }).catch(() => undefined)
    return found?.['Role'] as Role | undefined
  }

  async #assumeRole(call: Call, actor: Actor): Promise<Body> {
    const { parameters } = call
    const roleArn = String(parameters['RoleArn'] ?? '')
    const role = await this.#role(roleArn)
    const wanted = [
      'sts:AssumeRole',
      ...(list(parameters['Tags']).length > 0 ? ['sts:TagSession'] : []),
      ...(parameters['SourceIdentity'] === undefined ? [] : ['sts:SetSourceIdentity']),
    ]
    const trust = role && parseNamed('trust policy', decoded(role.AssumeRolePolicyDocument))
    const owner = roleArn.split(':')[4] ?? call.account
    const context = { 'sts:ExternalId': text(parameters['ExternalId']), 'sts:RoleSessionName': text(parameters['RoleSessionName']) }
    const lacking = wanted.find((action) => !trust || !resourceAllows(trust, actor.caller, { action, resource: roleArn, owner, context }))
    if (lacking !== undefined || !role)
      throw denied(`User: ${actor.caller.value} is not authorized to perform: ${lacking ?? 'sts:AssumeRole'} on resource: ${roleArn}`)
    const seconds = sessionSeconds(parameters['DurationSeconds'], role)
    if (actor.isSession && seconds > CHAINED_SECONDS)
      throw new AwsError(
        'ValidationError',
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      )
    return this.#open(role, roleArn, String(parameters['RoleSessionName']), seconds, false)
  }

  /** The emulator neither checks a token's signature nor offers `repository_id` and its like, and both are what a GitHub trust stands on. */
  async #withWebIdentity({ parameters }: Call): Promise<Body> {
    const { issuer, propagationMs } = this.#options
    const roleArn = String(parameters['RoleArn'] ?? '')
    const claims = issuer.verify(String(parameters['WebIdentityToken'] ?? ''))
    if (!claims)
      throw new AwsError(
        'InvalidIdentityToken',
        "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
      )
    const provider = this.#providerArn(roleArn, claims)
    await this.#checkProvider(provider, claims)
    const role = await this.#role(roleArn)
    if (!role || isNew(role.CreateDate, propagationMs()) || !trusts(role, roleArn, claims, provider))
      throw denied('Not authorized to perform sts:AssumeRoleWithWebIdentity')
    const seconds = sessionSeconds(parameters['DurationSeconds'], role)
    const session = this.#open(role, roleArn, String(parameters['RoleSessionName']), seconds, true, provider)
    return { ...session, SubjectFromWebIdentityToken: claims['sub'], Audience: claims['aud'], Provider: provider }
  }

  #providerArn(roleArn: string, claims: Claims): string {
    return `arn:${this.#options.backend.partition}:iam::${roleArn.split(':')[4] ?? ''}:oidc-provider/${issuerOf(claims)}`
  }

  async #checkProvider(arn: string, claims: Claims): Promise<void> {
    const { backend, propagationMs } = this.#options
    const found = await backend.call('iam', 'GetOpenIDConnectProvider', { OpenIDConnectProviderArn: arn }).catch((error: unknown) => {
      if (error instanceof AwsError) return undefined
      throw error
    })
    if (!found || isNew(found['CreateDate'] as string | Date, propagationMs()))
      throw new AwsError('InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${String(claims['iss'])}`)
    if (!list<string>(found['ClientIDList']).includes(String(claims['aud'])))
      throw new AwsError('InvalidIdentityToken', 'Incorrect token audience')
  }

  #open(role: Role, roleArn: string, sessionName: string, seconds: number, isEnforced: boolean, federatedProvider?: string): Body {
    const expires = new Date(Date.now() + seconds * 1000)
    const account = roleArn.split(':')[4] ?? ''
    const opened = this.#options.identities.openSession({
      roleArn,
      roleId: role.RoleId,
      sessionName,
      account,
      expires,
      isEnforced,
      ...(federatedProvider ? { federatedProvider } : {}),
    })
    return { Credentials: credentials(opened, expires), AssumedRoleUser: { AssumedRoleId: opened.userId, Arn: opened.arn } }
  }
}

function credentials({ accessKeyId, secretAccessKey, sessionToken }: SessionCredentials, expires: Date): Body {
  return { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken, Expiration: expires }
}

function sessionSeconds(given: unknown, role: Role): number {
  const seconds = Number(given ?? 3600)
  if (!(seconds >= 900 && seconds <= 43_200))
    throw new AwsError(
      'ValidationError',
      `1 validation error detected: Value '${String(given)}' at 'durationSeconds' failed to satisfy constraint: Member must have value between 900 and 43200`,
    )
  if (seconds > Number(role.MaxSessionDuration ?? 3600))
    throw new AwsError('ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.')
  return seconds
}

function isNew(created: string | Date, propagationMs: number): boolean {
  return propagationMs > 0 && Date.now() - new Date(created).getTime() < propagationMs
}

function trusts(role: Role, roleArn: string, claims: Claims, provider: string): boolean {
  const prefix = issuerOf(claims)
  const offered = offersClaims(prefix) ? CONDITION_CLAIMS : ['aud', 'sub']
  const keys = offered.map((claim) => [`${prefix}:${claim}`, claims[claim] === undefined ? undefined : String(claims[claim])])
  const request = {
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: roleArn,
    context: requestContext(Object.fromEntries(keys) as Record<string, string | undefined>),
    principal: { type: 'Federated', value: provider },
  }
  return evaluatePolicy(parsePolicy(decoded(role.AssumeRolePolicyDocument)), request).decision === 'allowed'
}

function issuerOf(claims: Claims): string {
  return String(claims['iss']).replace('https://', '')
}

function decoded(document: string): string {
  return document.startsWith('%') ? decodeURIComponent(document) : document
}

function text(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value)
}
