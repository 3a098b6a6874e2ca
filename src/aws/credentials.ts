import { requestContext } from '../iam/conditions.ts'
import { unmetConditions } from '../iam/evaluate.ts'
import { parsePolicy } from '../iam/policy.ts'
import { AuditError } from '../model/errors.ts'
import { type CredentialSource, type Credentials, createClients } from './clients.ts'
import { isDenied, isNamed, isTransient, toAuditError } from './errors.ts'

export interface AssumeOptions {
  region: string
  roleArn: string
  sessionName: string
  durationSeconds: number
  userAgent: string
  /** GitHub's OIDC token; never logged. */
  token: string
  /** Trust policy the role should have, for explaining a refusal: JSON of the policy document. */
  expectedTrust: string | undefined
  sleep(ms: number): Promise<void>
}

/** Retries of transient failures only: a refusal does not get better by asking twelve times. */
const ATTEMPTS = 5

/**
 * Exchanges GitHub's OIDC token for the role's credentials.
 * @throws OIDC_REFUSED with the token's claims (never the token) beside what the trust asks for.
 */
export async function assumeRoleWithWebIdentity(options: AssumeOptions): Promise<Credentials> {
  const clients = createClients({
    region: options.region,
    userAgent: options.userAgent,
    credentials: { accessKeyId: '', secretAccessKey: '' },
  })
  const { AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts')
  const sts = await clients.sts()
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await sts.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: options.roleArn,
          RoleSessionName: options.sessionName,
          WebIdentityToken: options.token,
          DurationSeconds: options.durationSeconds,
        }),
      )
      return toCredentials(answer.Credentials)
    } catch (error) {
      if (isTransient(error) && attempt < ATTEMPTS) {
        await options.sleep(2 ** attempt * 250)
        continue
      }
      if (isDenied(error) || isNamed(error, 'InvalidIdentityToken', 'ExpiredTokenException')) throw refusal(options, error as Error)
      throw toAuditError(error, { operation: 'sts:AssumeRoleWithWebIdentity', resource: options.roleArn })
    }
  }
}

function toCredentials(
  given:
    | {
        AccessKeyId?: string | undefined
        SecretAccessKey?: string | undefined
        SessionToken?: string | undefined
        Expiration?: Date | undefined
      }
    | undefined,
): Credentials {
  if (!given?.AccessKeyId || !given.SecretAccessKey || !given.SessionToken)
    throw new AuditError('CREDENTIALS', 'STS answered without credentials.')
  return {
    accessKeyId: given.AccessKeyId,
    secretAccessKey: given.SecretAccessKey,
    sessionToken: given.SessionToken,
    ...(given.Expiration ? { expiration: given.Expiration } : {}),
  }
}

const ISSUER = 'token.actions.githubusercontent.com'
const SHOWN = ['sub', 'aud', 'repository', 'repository_id', 'repository_owner_id', 'ref', 'event_name', 'environment'] as const

type Claims = Readonly<Record<string, unknown>>

/** The claims of a token, unverified: for showing only. */
function claimsOf(token: string): Claims {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Claims
  } catch {
    return {}
  }
}

function refusal(options: AssumeOptions, error: Error): AuditError {
  const claims = claimsOf(options.token)
  const reasons = options.expectedTrust === undefined ? [] : explainRefusal(options.expectedTrust, claims)
  const shown = SHOWN.filter((name) => claims[name] !== undefined).map((name) => `  ${name}: ${String(claims[name])}`)
  return new AuditError(
    'OIDC_REFUSED',
    [
      `${options.roleArn} refused this run (${error.message}).`,
      'The run says of itself:',
      ...shown,
      ...(reasons.length > 0 ? ['The role, as the config designs it, asks for:', ...reasons.map((reason) => `  ${reason}`)] : []),
    ].join('\n'),
    {
      remedy:
        reasons.length > 0
          ? 'Run from a trusted branch or environment, or change `github:` in the config and have an administrator deploy bootstrap again.'
          : 'The config trusts this run, so the deployed role is older than the config or missing: have an administrator deploy bootstrap.',
      cause: error,
    },
  )
}

/** One line per unmet condition: `sub must be one of …, is …`. */
export function explainRefusal(trust: string, claims: Claims): string[] {
  const context = requestContext(Object.fromEntries(Object.entries(claims).map(([name, value]) => [`${ISSUER}:${name}`, String(value)])))
  const unmet = unmetConditions(parsePolicy(trust), { action: 'sts:AssumeRoleWithWebIdentity', resource: '', context })
  return unmet.map(({ condition, actual }) => {
    const claim = condition.key.replace(`${ISSUER}:`, '')
    const wanted = condition.values.length === 1 ? condition.values[0] : `one of ${condition.values.join(', ')}`
    return `${claim} must be ${wanted}; ${actual === undefined ? 'the token has none' : `it is ${actual.join(', ')}`}`
  })
}

/** Assumes a second role with the first one's credentials; AWS caps such sessions at one hour. */
export async function chainRole(options: {
  region: string
  roleArn: string
  sessionName: string
  userAgent: string
  credentials: CredentialSource
}): Promise<Credentials> {
  const sts = await createClients(options).sts()
  const { AssumeRoleCommand } = await import('@aws-sdk/client-sts')
  try {
    const answer = await sts.send(
      new AssumeRoleCommand({ RoleArn: options.roleArn, RoleSessionName: options.sessionName, DurationSeconds: 3600 }),
    )
    return toCredentials(answer.Credentials)
  } catch (error) {
    throw toAuditError(error, { operation: 'sts:AssumeRole', resource: options.roleArn })
  }
}

/** The SDK's default chain: environment, profile, SSO, instance. */
export async function defaultCredentials(): Promise<CredentialSource> {
  const { defaultProvider } = await import('@aws-sdk/credential-provider-node')
  return defaultProvider() as () => Promise<Credentials>
}

/** Who the credentials belong to. @throws CREDENTIALS, ACCESS_DENIED */
export async function callerIdentity(options: {
  region: string
  credentials: CredentialSource
  userAgent: string
}): Promise<{ account: string; arn: string }> {
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
  try {
    const answer = await (await createClients(options).sts()).send(new GetCallerIdentityCommand({}))
    return { account: answer.Account ?? '', arn: answer.Arn ?? '' }
  } catch (error) {
    throw toAuditError(error, { operation: 'sts:GetCallerIdentity' })
  }
}
