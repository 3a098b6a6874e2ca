import { requestContext } from '../src/iam/conditions.ts'
import { evaluatePolicy } from '../src/iam/evaluate.ts'
import { parsePolicy } from '../src/iam/policy.ts'
import { ACCOUNT, type Backend, BackendError } from './backend.ts'
import type { Answer } from './cloudformation/service.ts'
import { type Claims, ISSUER, type OidcIssuer } from './github/oidc.ts'
import type { Identities } from './identities.ts'
import { escapeXml, members, queryError, tagText } from './xml.ts'

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

/**
 * AssumeRoleWithWebIdentity, decided here: the emulator neither checks the token's signature nor offers
 * `repository_id` and its like to the role's trust policy, and both are what a GitHub trust stands on.
 */
export async function assumeRoleWithWebIdentity(
  form: URLSearchParams,
  backend: Backend,
  issuer: OidcIssuer,
  identities: Identities,
): Promise<Answer> {
  const [roleArn = '', sessionName = '', token = ''] = ['RoleArn', 'RoleSessionName', 'WebIdentityToken'].map((key) => form.get(key) ?? '')
  const claims = issuer.verify(token)
  if (!claims)
    return refuse(
      'InvalidIdentityToken',
      "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
    )
  const problem = await providerProblem(claims, backend)
  if (problem) return problem
  if (!(await trusts(roleArn, claims, backend))) return refuse('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity')
  const xml = await backend.query('sts', 'AssumeRole', {
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    DurationSeconds: form.get('DurationSeconds') ?? '3600',
  })
  identities.learnSession(xml, { type: 'WebIdentityUser', provider: PROVIDER_ARN })
  const extra = `<SubjectFromWebIdentityToken>${escapeXml(String(claims['sub']))}</SubjectFromWebIdentityToken><Audience>${escapeXml(String(claims['aud']))}</Audience><Provider>${PROVIDER_ARN}</Provider>`
  return {
    status: 200,
    body: xml
      .replaceAll('AssumeRoleResponse', 'AssumeRoleWithWebIdentityResponse')
      .replaceAll('AssumeRoleResult', 'AssumeRoleWithWebIdentityResult')
      .replace('</AssumeRoleWithWebIdentityResult>', `${extra}</AssumeRoleWithWebIdentityResult>`),
  }
}

async function providerProblem(claims: Claims, backend: Backend): Promise<Answer | undefined> {
  try {
    const xml = await backend.query('iam', 'GetOpenIDConnectProvider', { OpenIDConnectProviderArn: PROVIDER_ARN })
    if (members(xml, 'ClientIDList').includes(String(claims['aud']))) return undefined
    return refuse('InvalidIdentityToken', 'Incorrect token audience')
  } catch (error) {
    if (error instanceof BackendError)
      return refuse('InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${ISSUER}`)
    throw error
  }
}

async function trusts(roleArn: string, claims: Claims, backend: Backend): Promise<boolean> {
  const xml = await backend.query('iam', 'GetRole', { RoleName: roleArn.split('/').at(-1) ?? '' }).catch(() => undefined)
  const document = xml && tagText(xml, 'AssumeRolePolicyDocument')
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
