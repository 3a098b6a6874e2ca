import { requestContext } from '../src/iam/conditions.ts'
import { evaluatePolicy } from '../src/iam/evaluate.ts'
import { parsePolicy } from '../src/iam/policy.ts'
import { ACCOUNT, type Backend, BackendError } from './backend.ts'
import type { Answer } from './cloudformation/views.ts'
import { type Claims, ISSUER, type OidcIssuer } from './github/oidc.ts'
import type { Identities, UserIdentity } from './identities.ts'
import { escapeXml, members, queryError, queryResponse, tagText } from './xml.ts'

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/'
const PROVIDER_ARN = `arn:aws:iam::${ACCOUNT}:oidc-provider/${ISSUER.slice('https://'.length)}`

/** Claims IAM offers as condition keys for GitHub's provider. Source: IAM documentation, "Available keys for AWS OIDC federation". */
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

interface Sts {
  backend: Backend
  issuer: OidcIssuer
  identities: Identities
  /** How long new roles and providers are not known. */
  propagationMs: number
}

/**
 * AssumeRoleWithWebIdentity, decided here: the emulator neither checks the token's signature nor offers
 * `repository_id` and its like to the role's trust policy, and both are what a GitHub trust stands on.
 */
export async function assumeRoleWithWebIdentity(
  form: URLSearchParams,
  { backend, issuer, identities, propagationMs }: Sts,
): Promise<Answer> {
  const [roleArn = '', sessionName = '', token = ''] = ['RoleArn', 'RoleSessionName', 'WebIdentityToken'].map((key) => form.get(key) ?? '')
  const claims = issuer.verify(token)
  if (!claims)
    return refuse(
      'InvalidIdentityToken',
      "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
    )
  const problem = await providerProblem(claims, backend, propagationMs)
  if (problem) return problem
  const role = await backend.query('iam', 'GetRole', { RoleName: roleArn.split('/').at(-1) ?? '' }).catch(() => undefined)
  if (role === undefined || isNew(role, propagationMs) || !trusts(role, roleArn, claims))
    return refuse('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity')
  const session = identities.openSession(roleArn, tagText(role, 'RoleId') ?? '', sessionName, PROVIDER_ARN)
  const expiration = new Date(Date.now() + Number(form.get('DurationSeconds') ?? '3600') * 1000).toISOString()
  const result = [
    `<Credentials><AccessKeyId>${session.accessKeyId}</AccessKeyId><SecretAccessKey>${session.secretAccessKey}</SecretAccessKey><SessionToken>${session.sessionToken}</SessionToken><Expiration>${expiration}</Expiration></Credentials>`,
    `<AssumedRoleUser><AssumedRoleId>${session.roleId}</AssumedRoleId><Arn>${session.arn}</Arn></AssumedRoleUser>`,
    `<SubjectFromWebIdentityToken>${escapeXml(String(claims['sub']))}</SubjectFromWebIdentityToken><Audience>${escapeXml(String(claims['aud']))}</Audience><Provider>${PROVIDER_ARN}</Provider>`,
  ]
  return { status: 200, body: queryResponse('AssumeRoleWithWebIdentity', result.join(''), NAMESPACE) }
}

/** Tags and source identity need rights of their own in the trust of the role that is assumed; the emulator asks for none. */
export async function sessionExtrasRefusal(form: URLSearchParams, backend: Backend, identity: UserIdentity): Promise<Answer | undefined> {
  const roleArn = form.get('RoleArn') ?? ''
  const wanted = [
    ...(form.has('Tags.member.1.Key') ? ['sts:TagSession'] : []),
    ...(form.has('SourceIdentity') ? ['sts:SetSourceIdentity'] : []),
  ]
  if (wanted.length === 0) return undefined
  const role = await backend.query('iam', 'GetRole', { RoleName: roleArn.split('/').at(-1) ?? '' }).catch(() => '')
  const document = tagText(role, 'AssumeRolePolicyDocument')
  if (!document) return undefined
  const session = identity['sessionContext'] as { sessionIssuer?: { arn?: string } } | undefined
  const principals = [session?.sessionIssuer?.arn, identity['arn'], `arn:aws:iam::${ACCOUNT}:root`].filter((arn) => arn !== undefined)
  const lacking = wanted.find((action) =>
    principals.every((arn) => {
      const request = { action, resource: roleArn, context: requestContext({}), principal: { type: 'AWS', value: String(arn) } }
      return evaluatePolicy(parsePolicy(document), request).decision !== 'allowed'
    }),
  )
  return lacking === undefined
    ? undefined
    : refuse('AccessDenied', `User: ${identity['arn']} is not authorized to perform: ${lacking} on resource: ${roleArn}`)
}

/** GetCallerIdentity for a session the emulator does not know. */
export function callerIdentity(identity: UserIdentity): Answer {
  const result = `<Arn>${identity['arn']}</Arn><UserId>${identity['principalId']}</UserId><Account>${ACCOUNT}</Account>`
  return { status: 200, body: queryResponse('GetCallerIdentity', result, NAMESPACE) }
}

async function providerProblem(claims: Claims, backend: Backend, propagationMs: number): Promise<Answer | undefined> {
  try {
    const xml = await backend.query('iam', 'GetOpenIDConnectProvider', { OpenIDConnectProviderArn: PROVIDER_ARN })
    if (isNew(xml, propagationMs)) return refuse('InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${ISSUER}`)
    if (members(xml, 'ClientIDList').includes(String(claims['aud']))) return undefined
    return refuse('InvalidIdentityToken', 'Incorrect token audience')
  } catch (error) {
    if (error instanceof BackendError)
      return refuse('InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${ISSUER}`)
    throw error
  }
}

function isNew(xml: string, propagationMs: number): boolean {
  return propagationMs > 0 && Date.now() - Date.parse(tagText(xml, 'CreateDate') ?? '') < propagationMs
}

function trusts(role: string, roleArn: string, claims: Claims): boolean {
  const document = tagText(role, 'AssumeRolePolicyDocument')
  if (!document) return false
  const prefix = ISSUER.slice('https://'.length)
  const context = requestContext(
    Object.fromEntries(
      CONDITION_CLAIMS.map((claim) => [`${prefix}:${claim}`, claims[claim] === undefined ? undefined : String(claims[claim])]),
    ),
  )
  const request = {
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: roleArn,
    context,
    principal: { type: 'Federated', value: PROVIDER_ARN },
  }
  return evaluatePolicy(parsePolicy(document), request).decision === 'allowed'
}

function refuse(code: string, message: string): Answer {
  return { status: code === 'AccessDenied' ? 403 : 400, body: queryError(code, message, NAMESPACE) }
}
