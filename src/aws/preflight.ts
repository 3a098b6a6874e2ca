import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import { providerArn } from '../model/github-issuer.ts'
import { logicalSuffix } from '../model/logical-id.ts'
import type { Clients } from './clients.ts'
import { findProvider, hasRole, listTrails, policyOfBucket } from './discover.ts'
import { isNamed, toAuditError } from './errors.ts'
import { describeStack, logicalIdsOf } from './stack.ts'
import { NOTHING_ALLOWED, nextStep } from './stack-state.ts'

/** AWS's limit per region; it cannot be raised. */
const TRAILS_PER_REGION = 5

const CONFIG_ROLE = 'AWSServiceRoleForConfig'

interface Place {
  clients: Clients
  clientsIn(region: string): Clients
}

/**
 * Looks, before a first creation, for what the account has already and the stack would collide with or pay twice for.
 * Returns notices. @throws STACK_UNREADY naming what is there and how to use or adopt it.
 */
export async function preflight({ clients, clientsIn }: Place, config: Config, part: 'bootstrap' | 'audit'): Promise<string[]> {
  const stackName = part === 'bootstrap' ? config.names.bootstrapStack : config.names.auditStack
  const [stack] = await Promise.all([
    describeStack(await clients.cloudFormation(), stackName),
    part === 'audit' ? requireFreeBuckets(clientsIn(config.workloadRegion), config) : undefined,
    part === 'audit' ? requireManagementAccount(clients, config) : undefined,
    part === 'audit' ? requireRecorder(clients, config) : undefined,
  ])
  if (stack !== undefined && stack.StackStatus !== 'REVIEW_IN_PROGRESS') return []
  if (part === 'bootstrap') {
    await requireNoProvider(clients, config)
    return []
  }
  if (config.audit.awsConfig.recorder === 'create') {
    await requireNoRecorder(clients, config)
    await requireNoConfigRole(clients, config)
  }
  return config.audit.trail === 'create' ? otherTrails(clients, config) : []
}

/**
 * Everything else stands on bootstrap: the boundary of the roles, the template bucket, the rights of CI.
 * @throws STACK_UNREADY when it is not there or never came to be
 */
export async function requireBootstrap({ clients }: Pick<Place, 'clients'>, config: Config): Promise<void> {
  const { bootstrapStack } = config.names
  const step = nextStep(await describeStack(await clients.cloudFormation(), bootstrapStack), bootstrapStack, NOTHING_ALLOWED)
  if (step.do !== 'create' && step.do !== 'refuse') return
  throw new AuditError(
    'STACK_UNREADY',
    step.do === 'create' ? `${bootstrapStack} does not exist yet, and everything else stands on it. Nothing was changed.` : step.reason,
    { remedy: 'An administrator runs `mlops-audit deploy --bootstrap` first.' },
  )
}

/** Putting a bucket policy replaces the one a bucket has, so one that is not this stack's is never overwritten unseen. */
async function requireFreeBuckets(clients: Clients, config: Config): Promise<void> {
  const { bucketPolicies } = config.access
  if (bucketPolicies.length === 0) return
  const owned = await logicalIdsOf(await clients.cloudFormation(), config.names.accessStack)
  for (const { bucket } of bucketPolicies.filter(({ bucket }) => !owned.has(`${logicalSuffix(bucket)}BucketPolicy`))) {
    if ((await policyOfBucket(clients, bucket)) === '') continue
    throw new AuditError('STACK_UNREADY', `Bucket ${bucket} has a policy already, which this deployment would replace.`, {
      remedy: `Look at it with \`aws s3api get-bucket-policy --bucket ${bucket}\`; keep what it grants elsewhere and delete it, or take the bucket out of \`access.bucket-policies\`.`,
    })
  }
}

/**
 * A trail of an organization is its management account's. CloudTrail lets a delegated administrator make one too, but
 * CloudFormation fails at it, the ARN is the management account's, and the bucket's policy would name a trail that is not there.
 */
async function requireManagementAccount(clients: Clients, { account, audit }: Config): Promise<void> {
  const { organizationId } = audit
  if (organizationId === undefined) return
  const found = await readOrganization(clients)
  const management = found?.MasterAccountId
  const remedy =
    'Deploy from the management account, or build on the trail it makes: `audit.trail: { use: <arn> }` instead of `audit.organization`.'
  const refused = (why: string, todo = remedy) =>
    new AuditError('STACK_UNREADY', `\`audit.organization\` asks for a trail of ${organizationId}, and ${why}. Nothing was changed.`, {
      remedy: todo,
    })
  if (!found) throw refused(`account ${account} is in no organization`, 'Take `audit.organization` out, or correct `account`.')
  if (found.Id !== organizationId)
    throw refused(`account ${account} is in ${found.Id ?? 'another one'}`, 'Correct `audit.organization.id`, or `account`.')
  if (management !== account)
    throw refused(
      `account ${account} is not its management account (that is ${management ?? 'another one'}): from a member, a delegated administrator too, CloudFormation cannot make it`,
    )
}

/** Undefined where the account is in none. @throws ACCESS_DENIED, AWS_CALL_FAILED */
async function readOrganization(clients: Clients) {
  const { DescribeOrganizationCommand } = await import('@aws-sdk/client-organizations')
  const answer = await (await clients.organizations()).send(new DescribeOrganizationCommand({})).catch((error: unknown) => {
    if (isNamed(error, 'AWSOrganizationsNotInUseException')) return undefined
    throw toAuditError(error, { operation: 'organizations:DescribeOrganization' })
  })
  if (answer && typeof answer.Organization?.MasterAccountId !== 'string')
    throw new AuditError('AWS_CALL_FAILED', 'organizations:DescribeOrganization answered without the management account.', {
      remedy: 'Run again; what answers in its place is not AWS Organizations.',
    })
  return answer?.Organization
}

/** An account has one provider per issuer. */
async function requireNoProvider(clients: Clients, config: Config): Promise<void> {
  if (config.github?.oidcProvider !== 'create') return
  const arn = providerArn({ partition: config.partition.id, account: config.account, issuer: config.github.issuer })
  if (!(await findProvider(clients, arn))) return
  throw new AuditError('STACK_UNREADY', `The account has GitHub's OIDC provider already (${arn}), and can have only one.`, {
    remedy: `Set \`github.oidc-provider: { use: "${arn}" }\` where others use it too, or \`{ adopt: "${arn}" }\` to bring it into this stack.`,
  })
}

async function readRecorders(clients: Clients) {
  const { DescribeConfigurationRecordersCommand } = await import('@aws-sdk/client-config-service')
  const { ConfigurationRecorders: recorders = [] } = await (await clients.configService())
    .send(new DescribeConfigurationRecordersCommand({}))
    .catch((error: unknown) => {
      throw toAuditError(error, { operation: 'config:DescribeConfigurationRecorders' })
    })
  return recorders
}

/** A region has one recorder, and it is someone's. */
async function requireNoRecorder(clients: Clients, config: Config): Promise<void> {
  const other = (await readRecorders(clients)).find((recorder) => recorder.name !== config.names.configRecorder)
  if (!other) return
  throw new AuditError('STACK_UNREADY', `${config.region} has a Config recorder already ("${other.name}"); it is never replaced.`, {
    remedy: 'Set `audit.config.recorder: existing`: the rules use the one that is there.',
  })
}

/** Config takes no rule where it records nothing. */
async function requireRecorder(clients: Clients, config: Config): Promise<void> {
  const { recorder, rules } = config.audit.awsConfig
  if (recorder === 'create' || rules.length === 0 || (await readRecorders(clients)).length > 0) return
  throw new AuditError(
    'STACK_UNREADY',
    `\`audit.config\` has rules, and ${config.region} has no Config recorder that they could use. Nothing was changed.`,
    {
      remedy: 'Set `audit.config.recorder: create`, or switch AWS Config on in that region first.',
    },
  )
}

/** Only a recorder of ours needs the role, and only a config that says so makes it. */
function makesConfigRole({ audit: { awsConfig } }: Config): boolean {
  return awsConfig.recorder === 'create' && awsConfig.serviceLinkedRole === 'create'
}

/** The role is global: Config made it for every region when it was first used in any, and an account has it once. */
async function requireNoConfigRole(clients: Clients, config: Config): Promise<void> {
  if (!makesConfigRole(config) || !(await hasRole(clients, CONFIG_ROLE))) return
  throw new AuditError('STACK_UNREADY', `The account has ${CONFIG_ROLE} already: Config was used before, in some region.`, {
    remedy:
      'Set `audit.config.service-linked-role: existing`: the template then leaves it out, and the recorder uses the one that is there.',
  })
}

async function otherTrails(clients: Clients, config: Config): Promise<string[]> {
  const trails = await listTrails(clients)
  const here = trails.filter((trail) => trail.homeRegion === config.region)
  const same = here.find((trail) => trail.name === config.names.trail)
  if (same) {
    throw new AuditError('STACK_UNREADY', `There is a trail named ${config.names.trail} already (${same.arn}).`, {
      remedy: `Bring it into the stack with \`audit.trail: { adopt: ${config.names.trail} }\`, or give the new one another name under \`names.trail\`.`,
    })
  }
  if (here.length >= TRAILS_PER_REGION) {
    throw new AuditError(
      'STACK_UNREADY',
      `${config.region} has ${here.length} trails (${here.map((trail) => trail.name).join(', ')}); AWS allows ${TRAILS_PER_REGION}, and does not raise that.`,
      {
        remedy: 'Use one of them (`audit.trail: { use: <arn> }`), adopt it (`{ adopt: <name> }`), or delete one by hand.',
      },
    )
  }
  return trails
    .filter((trail) => trail.multiRegion || trail.homeRegion === config.region)
    .map(
      (trail) =>
        `Trail ${trail.arn} ${trail.organization ? 'of the organization ' : ''}exists already: if it logs management events, every further copy is billed. \`audit.trail: { use: "${trail.arn}" }\` builds on it instead.`,
    )
}
