import type { Config } from '../../model/config.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { Facts, KeyFacts, OidcProviderFacts, Reader, RoleFacts, RoleKind, TrailDescription } from '../../model/facts.ts'
import { GITHUB_PROVIDER_HOST } from '../../model/partition.ts'
import { globalTemplateIn } from '../../model/presence.ts'
import { collectBucket } from './bucket.ts'
import { readValue } from './evidence.ts'
import { collectKey } from './key.ts'
import { collectLogGroup } from './log-group.ts'
import { collectOidcProvider, collectRole } from './role.ts'
import { collectTrail, listTrails } from './trail.ts'

export interface Place {
  account: string
  region: string
  partition: string
  collectedAt: string
}

/** Reads what the config designed: exactly those resources, by the names they must have. */
export async function collectDesigned(reader: Reader, config: Config, collectedAt: string): Promise<Facts> {
  const { account, region } = config
  const partition = config.partition.id
  const trails = await listTrails(reader)
  const described = readValue(trails)?.find((trail) => trail.TrailARN === config.audit.trailArn)
  const [trail, beside, roles, providers] = await Promise.all([
    collectTrail(reader, config.audit.trailArn, trails),
    config.audit.trail === 'use'
      ? collectBeside(reader, described ? [described] : [], partition)
      : collectOwn(reader, config, described?.KmsKeyId),
    Promise.all(designedRoles(config).map(([kind, name]) => collectRole(reader, kind, `arn:${partition}:iam::${account}:role/${name}`))),
    config.github ? collectOidcProvider(reader, providerArn(config)).then((provider) => [provider]) : Promise.resolve([]),
  ])
  return { account, region, partition, config, collectedAt, trails: [trail], ...beside, roles, oidcProviders: providers }
}

type Beside = Pick<Facts, 'logBuckets' | 'keys' | 'logGroups'>

/** What our own trail writes to, by the designed names. */
async function collectOwn(reader: Reader, config: Config, knownKeyArn: string | undefined): Promise<Beside> {
  const { account, region, names, audit, partition } = config
  const trailArn = audit.trailArn
  const [bucket, key, group] = await Promise.all([
    collectBucket(reader, { name: names.logBucket, partition: partition.id, trailArn, logPrefix: audit.logPrefix }),
    collectKey(reader, { keyId: audit.key.source === 'use' ? (audit.key.id ?? '') : names.keyAlias, knownArn: knownKeyArn, trailArn }),
    collectLogGroup(reader, names.logGroup, `arn:${partition.id}:logs:${region}:${account}:log-group:${names.logGroup}`),
  ])
  return { logBuckets: [bucket], keys: [key], logGroups: [group] }
}

/** The roles a config designs, with what each is. */
export function designedRoles(config: Config): [RoleKind, string][] {
  const { names, github, access, audit } = config
  const { eks } = access
  const roles: [boolean, RoleKind, string][] = [
    [audit.trail !== 'use', 'cloudwatch-logs', names.cloudWatchLogsRole],
    [globalTemplateIn(config), 'tamper-forward', names.globalTamperRole],
    [eks !== undefined, 'eks-cluster', names.eksClusterRole],
    [eks !== undefined, 'eks-nodegroup', names.eksNodegroupRole],
    [eks?.cni === 'aws-node' && eks.clusters.length > 0, 'pod', names.awsNodeRole],
    [eks?.modelRead !== undefined, 'pod', names.modelReadRole],
    [eks?.monitoring !== undefined, 'pod', names.monitoringRole],
    [eks?.secretsRead !== undefined, 'pod', names.secretsReadRole],
    [access.sagemaker !== undefined, 'sagemaker', names.sagemakerRole],
    [access.replica !== undefined, 'replication', names.replicationRole],
    [github !== undefined, 'plan', names.planRole],
    [github !== undefined, 'deploy', names.deployRole],
    [github !== undefined, 'verify', names.verifyRole],
    [github?.imagePush !== undefined, 'image-push', names.imagePushRole],
    [audit.evidence !== undefined, 'evidence', names.evidenceRole],
  ]
  return roles.flatMap(([isDesigned, kind, name]): [RoleKind, string][] => (isDesigned ? [[kind, name]] : []))
}

function providerArn(config: Config): string {
  const provider = config.github?.oidcProvider
  if (typeof provider !== 'object') return `arn:${config.partition.id}:iam::${config.account}:oidc-provider/${GITHUB_PROVIDER_HOST}`
  return 'use' in provider ? provider.use : provider.adopt
}

/** Finds what an account has, without a config: every trail that is at home here, what it writes to, and the roles in scope. */
export async function collectDiscovered(reader: Reader, place: Place): Promise<Facts> {
  const { account, region, partition, collectedAt } = place
  const listed = await listTrails(reader)
  const home = (readValue(listed) ?? []).filter((trail) => trail.HomeRegion === region || trail.IsMultiRegionTrail)
  const arns = home.length > 0 ? home.map((trail) => trail.TrailARN) : [`arn:${partition}:cloudtrail:${region}:${account}:trail/*`]
  const trails = await Promise.all(arns.map((arn) => collectTrail(reader, arn, listed)))
  const [beside, found] = await Promise.all([collectBeside(reader, home, partition), discoverRoles(reader, home)])
  return { account, region, partition, config: undefined, collectedAt, trails, ...beside, ...found }
}

/** What trails that are not ours write to, as they say themselves. */
async function collectBeside(reader: Reader, home: readonly TrailDescription[], partition: string): Promise<Beside> {
  const unique = <T>(items: readonly T[], key: (item: T) => string) => [...new Map(items.map((item) => [key(item), item])).values()]
  const [logBuckets, keys, logGroups] = await Promise.all([
    Promise.all(
      unique(home, (trail) => trail.S3BucketName).map((trail) =>
        collectBucket(reader, { name: trail.S3BucketName, partition, trailArn: trail.TrailARN, logPrefix: trail.S3KeyPrefix }),
      ),
    ),
    discoverKeys(reader, home),
    Promise.all(
      unique(
        home.filter((trail) => trail.CloudWatchLogsLogGroupArn),
        (trail) => trail.CloudWatchLogsLogGroupArn ?? '',
      ).map((trail) => discoverLogGroup(reader, trail)),
    ),
  ])
  return { logBuckets, keys, logGroups }
}

function discoverKeys(reader: Reader, trails: readonly TrailDescription[]): Promise<KeyFacts[]> {
  const byKey = new Map(trails.flatMap((trail) => (trail.KmsKeyId ? [[trail.KmsKeyId, trail.TrailARN] as const] : [])))
  return Promise.all([...byKey].map(([keyId, trailArn]) => collectKey(reader, { keyId, knownArn: undefined, trailArn })))
}

function discoverLogGroup(reader: Reader, trail: TrailDescription) {
  const arn = (trail.CloudWatchLogsLogGroupArn ?? '').replace(/:\*$/, '')
  return collectLogGroup(reader, arn.split(':').slice(6).join(':'), arn)
}

/** Which roles matter is told by their trust policies, which ListRoles already carries. */
async function discoverRoles(
  reader: Reader,
  trails: readonly TrailDescription[],
): Promise<{ roles: RoleFacts[]; oidcProviders: OidcProviderFacts[] }> {
  const answer = (await reader.read('iam:ListRoles', {})) as Evidence<{ Roles?: { Arn: string; AssumeRolePolicyDocument?: string }[] }>
  const logsRoles = new Set(trails.map((trail) => trail.CloudWatchLogsRoleArn))
  const inScope = (readValue(answer)?.Roles ?? []).flatMap((role): [RoleKind, string][] => {
    const kind = logsRoles.has(role.Arn) ? 'cloudwatch-logs' : kindByTrust(decodeURIComponent(role.AssumeRolePolicyDocument ?? ''))
    return kind ? [[kind, role.Arn]] : []
  })
  const listedProviders = (await reader.read('iam:ListOpenIDConnectProviders', {})) as Evidence<{
    OpenIDConnectProviderList?: { Arn: string }[]
  }>
  const providers = (readValue(listedProviders)?.OpenIDConnectProviderList ?? []).filter((provider) =>
    provider.Arn.endsWith(`/${GITHUB_PROVIDER_HOST}`),
  )
  const roles = await Promise.all(inScope.map(([kind, arn]) => collectRole(reader, kind, arn)))
  // A refused listing must show: an empty list would look like an account without roles.
  const unlisted = answer.state === 'denied' ? [unlistedRoles(answer)] : []
  return {
    roles: [...roles, ...unlisted],
    oidcProviders: await Promise.all(providers.map((provider) => collectOidcProvider(reader, provider.Arn))),
  }
}

/** What a role is for, told by whom it trusts; undefined for roles out of scope. */
export function kindByTrust(trust: string): RoleKind | undefined {
  if (trust.includes(GITHUB_PROVIDER_HOST)) return 'github'
  if (trust.includes('"sagemaker.amazonaws.com')) return 'sagemaker'
  if (trust.includes('"eks.amazonaws.com')) return 'eks-cluster'
  return undefined
}

function unlistedRoles(refused: Evidence<never> & { state: 'denied' }): RoleFacts {
  return { arn: '*', name: '*', kind: 'github', role: refused, policies: refused, attached: refused }
}
