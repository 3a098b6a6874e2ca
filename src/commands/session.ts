import { type Clients, type CredentialSource, type Credentials, createClients } from '../aws/clients.ts'
import { assumeRoleWithWebIdentity, type ChainOptions, callerIdentity, chainRole, refreshing } from '../aws/credentials.ts'
import type { Deployer } from '../aws/prove.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { ProjectTemplate } from '../model/template.ts'
import { booleanInput, type InputValues, listInput, textInput } from './inputs.ts'
import type { World } from './world.ts'

export interface Session {
  clients: Clients
  /** Clients of another region, with the same credentials. */
  clientsIn(region: string): Clients
  region: string
  account: string
  caller: string
  by: Deployer
}

type PipelineRole = 'plan' | 'deploy' | 'publish' | 'verify'

export interface SessionRequest {
  region: string
  /** Undefined when an account is judged without a config. */
  config: Config | undefined
  templates: readonly ProjectTemplate[]
  role: PipelineRole
}

/** Gets credentials, and makes sure they are for the configured account before anything else happens. @throws CREDENTIALS, OIDC_REFUSED, WRONG_ACCOUNT */
export async function openSession(world: World, inputs: InputValues, request: SessionRequest): Promise<Session> {
  requireAllowed(inputs, 'allowed-regions', [request.region, ...request.templates.map(({ region }) => region)])
  if (request.config) requireAllowed(inputs, 'allowed-account-ids', [request.config.account])
  const userAgent = `mlops-audit/${world.version}`
  const first = await firstCredentials(world, inputs, request, userAgent)
  const chain = textInput(inputs, 'role-to-chain')
  const credentials =
    chain === '' ? first : chained(world, inputs, { region: request.region, roleArn: chain, userAgent, credentials: first })
  const caller = await callerIdentity({ region: request.region, credentials, userAgent })
  requireRightAccount(caller, request.config)
  requireAllowed(inputs, 'allowed-account-ids', [caller.account])
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
    by: deployerOf(caller.arn, request.config),
  }
}

/** Whoever is not one of bootstrap's roles has rights of their own. */
function deployerOf(arn: string, config: Config | undefined): Deployer {
  const role = /:assumed-role\/([^/]+)\//.exec(arn)?.[1]
  const ours = config && Object.values(pipelineRoles(config))
  return role !== undefined && config?.github && ours?.includes(role) ? 'ci' : 'administrator'
}

function pipelineRoles({ names }: Config): Readonly<Record<PipelineRole, string>> {
  return { plan: names.planRole, deploy: names.deployRole, publish: names.publishRole, verify: names.verifyRole }
}

/** @throws WRONG_ACCOUNT, WRONG_REGION */
function requireAllowed(inputs: InputValues, name: 'allowed-account-ids' | 'allowed-regions', used: readonly string[]): void {
  const allowed = listInput(inputs, name)
  const other = allowed.length === 0 ? undefined : used.find((item) => !allowed.includes(item))
  if (other === undefined) return
  const code = name === 'allowed-regions' ? 'WRONG_REGION' : 'WRONG_ACCOUNT'
  throw new AuditError(code, `${other} is not among \`${name}\` (${allowed.join(', ')}). Nothing was read or changed.`, {
    remedy: `Correct the config or the credentials, or allow it: \`${name}: ${[...allowed, other].join(',')}\`.`,
  })
}

/** @throws WRONG_ACCOUNT */
function requireRightAccount(caller: { account: string; arn: string }, config: Config | undefined): void {
  if (!config) return
  const partition = caller.arn.split(':')[1]
  if (caller.account === config.account && partition === config.partition.id) return
  const found = caller.account === config.account ? `partition ${partition}` : `account ${caller.account}`
  const wanted = caller.account === config.account ? `partition ${config.partition.id}` : config.account
  throw new AuditError(
    'WRONG_ACCOUNT',
    `The credentials are for ${found} (${caller.arn}); the config is for ${wanted}. Nothing was read or changed.`,
    { remedy: 'Use credentials of the configured account, or correct `account:` and `region:` in the config.' },
  )
}

async function firstCredentials(world: World, inputs: InputValues, request: SessionRequest, userAgent: string): Promise<CredentialSource> {
  const named = textInput(inputs, 'role-to-assume')
  const derived = derivedRole(request)
  const roleArn = named !== '' ? named : derived
  const { region } = request
  // A runner with credentials of its own may have a token too, and the choice is its owner's.
  const idToken = booleanInput(inputs, 'use-oidc') ? world.idToken : undefined
  if (!idToken || !roleArn) {
    const own = await world.defaultCredentials()
    // Without a token a role asked for by name is assumed with one's own credentials; a derived one trusts GitHub only.
    return named === '' ? own : chained(world, inputs, { region, roleArn: named, userAgent, credentials: own })
  }
  const audience = textInput(inputs, 'audience') || request.config?.partition.audience || 'sts.amazonaws.com'
  const options = {
    region,
    roleArn,
    sessionName: sessionName(world, inputs),
    durationSeconds: Number(textInput(inputs, 'role-duration-seconds')),
    userAgent,
    token: async () => {
      const token = await idToken(audience)
      await world.maskSecret(token)
      return token
    },
    // Of another role's trust nothing is known.
    expectedTrust: roleArn === derived ? trustOf(request) : undefined,
    onWait: world.progress.note,
    sleep: world.sleep,
  }
  return refreshing(() => masked(world, assumeRoleWithWebIdentity(options)), world.now)
}

type Chain = Pick<ChainOptions, 'region' | 'roleArn' | 'userAgent' | 'credentials'>

function chained(world: World, inputs: InputValues, chain: Chain): CredentialSource {
  const told = new Set<string>()
  const options: ChainOptions = {
    ...chain,
    sessionName: sessionName(world, inputs),
    tags: world.run.tags,
    sourceIdentity: world.run.actor,
    onWithout: (text) => {
      if (!told.has(text)) world.progress.warn(text)
      told.add(text)
    },
  }
  return refreshing(() => masked(world, chainRole(options)), world.now)
}

function derivedRole({ config, role }: SessionRequest): string | undefined {
  if (!config?.github) return undefined
  return `arn:${config.partition.id}:iam::${config.account}:role/${pipelineRoles(config)[role]}`
}

/** The trust policy the config gives the role, for explaining a refusal. */
function trustOf({ templates, role }: SessionRequest): string | undefined {
  const bootstrap = templates.find((template) => template.name === 'bootstrap')
  if (!bootstrap) return undefined
  const logicalId = { plan: 'PlanRole', deploy: 'DeployRole', publish: 'PublishRole', verify: 'VerifyRole' }[role]
  const document = bootstrap.parsed.Resources[logicalId]?.Properties?.['AssumeRolePolicyDocument']
  return document === undefined ? undefined : JSON.stringify(document)
}

function sessionName(world: World, inputs: InputValues): string {
  const given = textInput(inputs, 'role-session-name')
  return given !== '' ? given : `mlops-audit-${world.run.key}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64)
}

async function masked(world: World, fetched: Promise<Credentials>): Promise<Credentials> {
  const credentials = await fetched
  await world.maskSecret(credentials.secretAccessKey)
  if (credentials.sessionToken) await world.maskSecret(credentials.sessionToken)
  return credentials
}
