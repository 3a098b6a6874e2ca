import { requestContext } from '../iam/conditions.ts'
import { unmetConditions } from '../iam/evaluate.ts'
import { parsePolicy, type Statement } from '../iam/policy.ts'
import { AuditError } from '../model/errors.ts'
import { GITHUB_ISSUER, githubIssuerOf } from '../model/github-issuer.ts'
import { record } from '../reads/shape.ts'
import { type CredentialSource, type Credentials, createClients } from './clients.ts'
import { isDenied, isNamed, toAuditError } from './errors.ts'

export interface AssumeOptions {
  region: string
  roleArn: string
  sessionName: string
  durationSeconds: number
  userAgent: string
  /** Asks for GitHub's OIDC token; never logged. Tokens live for minutes, so each exchange takes a new one. */
  token(): Promise<string>
  /** Trust policy the role should have, for explaining a refusal: JSON of the policy document. Undefined: nobody knows. */
  expectedTrust: string | undefined
  /** Told when a refusal is taken for a role or provider that is not known everywhere yet. */
  onWait(text: string): void
  sleep(ms: number): Promise<void>
}

/** How long a new role or provider may take to be known everywhere; AWS promises nothing, and seconds are what it takes. */
const PROPAGATION_WAITS_MS = [2000, 3000, 5000, 8000]

/**
 * Exchanges GitHub's OIDC token for the role's credentials. Load and connection are retried by the SDK. A refusal is final,
 * unless the trust that the role should have admits the token: then the role may be seconds old, and is asked again.
 * @throws OIDC_REFUSED, ROLE_UNREADY with the token's claims (never the token) beside what the trust asks for.
 */
export async function assumeRoleWithWebIdentity(options: AssumeOptions): Promise<Credentials> {
  const clients = createClients({
    region: options.region,
    userAgent: options.userAgent,
    credentials: { accessKeyId: '', secretAccessKey: '' },
  })
  const { AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts')
  const sts = await clients.sts()
  for (let attempt = 0; ; attempt += 1) {
    const token = await options.token()
    try {
      const answer = await sts.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: options.roleArn,
          RoleSessionName: options.sessionName,
          WebIdentityToken: token,
          DurationSeconds: options.durationSeconds,
        }),
      )
      return toCredentials(answer.Credentials)
    } catch (error) {
      const wait = PROPAGATION_WAITS_MS[attempt]
      if (wait !== undefined && mayBeNew(error, options.expectedTrust, token)) {
        options.onWait(`${options.roleArn} is not known to this run yet, though the config trusts it: waiting ${wait / 1000} s`)
        await options.sleep(wait)
        continue
      }
      if (isDenied(error) || isBadToken(error)) throw refusal(options, token, error as Error)
      throw toAuditError(error, { operation: 'sts:AssumeRoleWithWebIdentity', resource: options.roleArn })
    }
  }
}

/** A refusal that the trust does not explain: of a role, or of a provider that was made a moment ago. */
function mayBeNew(error: unknown, expectedTrust: string | undefined, token: string): boolean {
  if (expectedTrust === undefined || explainRefusal(expectedTrust, claimsOf(token)).length > 0) return false
  if (isDenied(error)) return true
  return isBadToken(error) && /No OpenIDConnect provider found/i.test((error as Error).message)
}

/** The SDK has names of its own for what STS calls `InvalidIdentityToken` and `ExpiredToken`. */
function isBadToken(error: unknown): boolean {
  return isNamed(error, 'InvalidIdentityToken', 'InvalidIdentityTokenException', 'ExpiredToken', 'ExpiredTokenException')
}

/** Credentials that are fetched again shortly before they end; everyone who uses the source shares them. */
export function refreshing(fetch: () => Promise<Credentials>, now: () => Date): () => Promise<Credentials> {
  let current: Promise<Credentials> | undefined
  let endsAt = Number.POSITIVE_INFINITY
  return () => {
    if (!current || now().getTime() > endsAt - REFRESH_BEFORE_MS) {
      endsAt = Number.POSITIVE_INFINITY
      current = fetch().then(
        (credentials) => {
          endsAt = credentials.expiration?.getTime() ?? Number.POSITIVE_INFINITY
          return credentials
        },
        (error: unknown) => {
          current = undefined
          throw error
        },
      )
    }
    return current
  }
}

/** The SDK asks again five minutes before the end; a minute more, so that it never gets what it would throw away. */
const REFRESH_BEFORE_MS = 6 * 60_000

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

const SHOWN = ['iss', 'sub', 'aud', 'repository', 'repository_id', 'repository_owner_id', 'ref', 'event_name', 'environment'] as const

type Claims = Readonly<Record<string, unknown>>

/** The claims of a token, unverified: for showing only. */
function claimsOf(token: string): Claims {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    return record(claims, '')
  } catch {
    return {}
  }
}

function refusal(options: AssumeOptions, token: string, error: Error): AuditError {
  const claims = claimsOf(token)
  const reasons = options.expectedTrust === undefined ? [] : explainRefusal(options.expectedTrust, claims)
  const shown = SHOWN.filter((name) => claims[name] !== undefined).map((name) => `  ${name}: ${String(claims[name])}`)
  const isUnready = options.expectedTrust !== undefined && reasons.length === 0
  return new AuditError(
    isUnready ? 'ROLE_UNREADY' : 'OIDC_REFUSED',
    [
      `${options.roleArn} refused this run (${error.message}).`,
      'The run says of itself:',
      ...shown,
      ...(reasons.length > 0 ? ['The role, as the config designs it, asks for:', ...reasons.map((reason) => `  ${reason}`)] : []),
    ].join('\n'),
    {
      remedy:
        options.expectedTrust === undefined
          ? 'Compare this with the trust policy of the role.'
          : reasons.length > 0
            ? 'Run from a trusted branch or environment, or change `github:` (branches, environments, issuer, subject-claims) in the config and have an administrator run `mlops-audit deploy --bootstrap` again.'
            : 'The config trusts this run, so the deployed role is older than the config or missing: an administrator runs `mlops-audit deploy --bootstrap`.',
      cause: error,
    },
  )
}

/** One line per unmet condition: `sub must be one of …, is …`. */
export function explainRefusal(trust: string, claims: Claims): string[] {
  const statements = parsePolicy(trust)
  const issuer = claims['iss'] === undefined ? GITHUB_ISSUER : String(claims['iss']).replace('https://', '')
  const trusted = issuersIn(statements)
  // Under another issuer no condition is about this token at all.
  if (trusted.length > 0 && !trusted.includes(issuer))
    return [`iss must be https://${trusted.join(' or https://')}; it is https://${issuer}`]
  const context = requestContext(Object.fromEntries(Object.entries(claims).map(([name, value]) => [`${issuer}:${name}`, String(value)])))
  const unmet = unmetConditions(statements, { action: 'sts:AssumeRoleWithWebIdentity', resource: '', context })
  return unmet.map(({ condition, actual }) => {
    const claim = condition.key.slice(condition.key.lastIndexOf(':') + 1)
    const wanted = condition.values.length === 1 ? condition.values[0] : `one of ${condition.values.join(', ')}`
    return `${claim} must be ${wanted}; ${actual === undefined ? 'the token has none' : `it is ${actual.join(', ')}`}`
  })
}

/** GitHub's issuers whose claims a trust looks at. */
function issuersIn(statements: readonly Statement[]): string[] {
  const keys = statements.flatMap(({ conditions }) => conditions.map(({ key }) => key.slice(0, key.lastIndexOf(':'))))
  return [...new Set(keys)].filter((issuer) => githubIssuerOf(issuer) !== undefined)
}

export interface ChainOptions {
  region: string
  roleArn: string
  sessionName: string
  userAgent: string
  credentials: CredentialSource
  /** What the session says of the run; only a role that trusts `sts:TagSession` takes it. */
  tags: Readonly<Record<string, string>>
  /** Stays with the session and every one chained to it; only a role that trusts `sts:SetSourceIdentity` takes it. */
  sourceIdentity: string | undefined
  /** Told when a role takes no tags or no source identity. */
  onWithout(text: string): void
}

/**
 * Assumes a role with other credentials; AWS caps a session that is chained to another at one hour. Tags and source identity
 * go along where the role's trust lets them: a web identity cannot carry them. @throws ACCESS_DENIED
 */
export async function chainRole(options: ChainOptions): Promise<Credentials> {
  const sts = await createClients(options).sts()
  const { AssumeRoleCommand } = await import('@aws-sdk/client-sts')
  const tags = Object.entries(options.tags).map(([Key, value]) => ({ Key, Value: tagValue(value) }))
  const sourceIdentity = sourceIdentityOf(options.sourceIdentity)
  const extras: { TagSession?: object; SetSourceIdentity?: object } = {
    ...(tags.length > 0 ? { TagSession: { Tags: tags } } : {}),
    ...(sourceIdentity === undefined ? {} : { SetSourceIdentity: { SourceIdentity: sourceIdentity } }),
  }
  const request = { RoleArn: options.roleArn, RoleSessionName: options.sessionName, DurationSeconds: 3600 }
  for (;;) {
    try {
      const answer = await sts.send(new AssumeRoleCommand({ ...request, ...extras.TagSession, ...extras.SetSourceIdentity }))
      return toCredentials(answer.Credentials)
    } catch (error) {
      const lacks = lackingExtra(error)
      if (lacks === undefined || !extras[lacks]) throw toAuditError(error, { operation: 'sts:AssumeRole', resource: options.roleArn })
      delete extras[lacks]
      options.onWithout(
        `${options.roleArn} does not trust sts:${lacks}: its calls are recorded without ${lacks === 'TagSession' ? 'tags of the run' : 'the source identity'}`,
      )
    }
  }
}

function lackingExtra(error: unknown): 'TagSession' | 'SetSourceIdentity' | undefined {
  const action = isDenied(error) ? /sts:(TagSession|SetSourceIdentity)/.exec((error as Error).message)?.[1] : undefined
  return action as 'TagSession' | 'SetSourceIdentity' | undefined
}

/** STS takes letters, digits, spaces and `_.:/=+-@`, 256 at most. */
function tagValue(value: string): string {
  return value.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '-').slice(0, 256)
}

/** STS takes letters, digits and `_+=,.@-`, two at least and 64 at most. */
function sourceIdentityOf(value: string | undefined): string | undefined {
  const clean = (value ?? '').replace(/[^\w+=,.@-]/g, '-').slice(0, 64)
  return clean.length < 2 ? undefined : clean
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
    const { Account: account = '', Arn: arn = '' } = answer
    if (/^\d{12}$/.test(account) && arn.split(':')[4] === account) return { account, arn }
    throw new AuditError(
      'AWS_CALL_FAILED',
      `sts:GetCallerIdentity was not answered as AWS answers: it names account "${account}" and "${arn}".`,
      {
        remedy: 'Run again; where it stays so, look for a proxy between this machine and AWS.',
      },
    )
  } catch (error) {
    throw toAuditError(error, { operation: 'sts:GetCallerIdentity' })
  }
}
