import { type Clients, type CredentialSource, createClients } from '../aws/clients.ts'
import { assumeRoleWithWebIdentity, callerIdentity, chainRole } from '../aws/credentials.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { ProjectTemplate } from '../model/template.ts'
import { type InputValues, textInput } from './inputs.ts'
import type { World } from './world.ts'

export interface Session {
  clients: Clients
  /** Clients of another region, with the same credentials. */
  clientsIn(region: string): Clients
  region: string
  account: string
  caller: string
}

type PipelineRole = 'plan' | 'deploy' | 'verify'

export interface SessionRequest {
  region: string
  /** Undefined when an account is judged without a config. */
  config: Config | undefined
  templates: readonly ProjectTemplate[]
  role: PipelineRole
}

/** Gets credentials, and makes sure they are for the configured account before anything else happens. @throws CREDENTIALS, OIDC_REFUSED, WRONG_ACCOUNT */
export async function openSession(world: World, inputs: InputValues, request: SessionRequest): Promise<Session> {
  const userAgent = `mlops-audit/${world.version}`
  const first = await firstCredentials(world, inputs, request, userAgent)
  const chain = textInput(inputs, 'role-to-chain')
  const credentials =
    chain === ''
      ? first
      : await chainRole({ region: request.region, roleArn: chain, sessionName: sessionName(world, inputs), userAgent, credentials: first })
  await mask(world, credentials)
  const caller = await callerIdentity({ region: request.region, credentials, userAgent })
  if (request.config && caller.account !== request.config.account) {
    throw new AuditError(
      'WRONG_ACCOUNT',
      `The credentials are for account ${caller.account} (${caller.arn}); the config is for ${request.config.account}. Nothing was read or changed.`,
      {
        remedy: 'Use credentials of the configured account, or correct `account:` in the config.',
      },
    )
  }
  const byRegion = new Map<string, Clients>()
  const clientsIn = (region: string): Clients => {
    const known = byRegion.get(region) ?? createClients({ region, credentials, userAgent })
    byRegion.set(region, known)
    return known
  }
  return {
    clients: clientsIn(request.region),
    clientsIn,
    region: request.region,
    account: caller.account,
    caller: caller.arn,
  }
}

async function firstCredentials(world: World, inputs: InputValues, request: SessionRequest, userAgent: string): Promise<CredentialSource> {
  const named = textInput(inputs, 'role-to-assume')
  const roleArn = named !== '' ? named : derivedRole(request)
  if (!world.idToken || !roleArn) {
    const own = await world.defaultCredentials()
    // Without a token a role asked for by name is assumed with one's own credentials; a derived one trusts GitHub only.
    return named === ''
      ? own
      : chainRole({ region: request.region, roleArn: named, sessionName: sessionName(world, inputs), userAgent, credentials: own })
  }
  const audience = textInput(inputs, 'audience') || request.config?.partition.audience || 'sts.amazonaws.com'
  const token = await world.idToken(audience)
  await world.maskSecret(token)
  const credentials = await assumeRoleWithWebIdentity({
    region: request.region,
    roleArn,
    sessionName: sessionName(world, inputs),
    durationSeconds: Number(textInput(inputs, 'role-duration-seconds')),
    userAgent,
    token,
    expectedTrust: trustOf(request),
    sleep: world.sleep,
  })
  await mask(world, credentials)
  return credentials
}

function derivedRole({ config, role }: SessionRequest): string | undefined {
  if (!config?.github) return undefined
  const name = { plan: config.names.planRole, deploy: config.names.deployRole, verify: config.names.verifyRole }[role]
  return `arn:${config.partition.id}:iam::${config.account}:role/${name}`
}

/** The trust policy the config gives the role, for explaining a refusal. */
function trustOf({ templates, role }: SessionRequest): string | undefined {
  const bootstrap = templates.find((template) => template.name === 'bootstrap')
  if (!bootstrap) return undefined
  const logicalId = { plan: 'PlanRole', deploy: 'DeployRole', verify: 'VerifyRole' }[role]
  const document = bootstrap.parsed.Resources[logicalId]?.Properties?.['AssumeRolePolicyDocument']
  return document === undefined ? undefined : JSON.stringify(document)
}

function sessionName(world: World, inputs: InputValues): string {
  const given = textInput(inputs, 'role-session-name')
  return given !== '' ? given : `mlops-audit-${world.run.key}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64)
}

async function mask(world: World, credentials: CredentialSource): Promise<void> {
  if (typeof credentials === 'function') return
  await world.maskSecret(credentials.secretAccessKey)
  if (credentials.sessionToken) await world.maskSecret(credentials.sessionToken)
}
