import type { Config } from '../../model/config.ts'
import { absent, type Evidence, readValue } from '../../model/evidence.ts'
import type { Facts, RoleKind, TrailDescription } from '../../model/facts.ts'
import { GITHUB_ISSUER, providerArn } from '../../model/github-issuer.ts'
import { globalTemplateIn } from '../../model/presence.ts'
import type { Reader } from '../../reads/reader.ts'
import { collectAlertPaths } from './alert-path.ts'
import { type Beside, collectBeside, unreadBeside } from './beside.ts'
import { collectBucket } from './bucket.ts'
import { collectKey } from './key.ts'
import { collectLogGroup } from './log-group.ts'
import type { Place } from './place.ts'
import { collectOidcProvider, collectRole } from './role.ts'
import { collectTrail, listTrails } from './trail.ts'

/** Reads what the config designed: exactly those resources, by the names they must have. */
export async function collectDesigned(reader: Reader, config: Config, collectedAt: string): Promise<Facts> {
  const { account, region } = config
  const partition = config.partition.id
  const place: Place = { account, region, partition, collectedAt }
  const trails = await listTrails(reader)
  const [trail, beside, alertPaths, roles, providers] = await Promise.all([
    collectTrail(reader, config.audit.trailArn, trails, place),
    config.audit.trail === 'use' ? collectUsed(reader, trails, config, place) : collectOwn(reader, trails, config, place),
    collectAlertPaths(reader, config, place),
    Promise.all(designedRoles(config).map(([kind, name]) => collectRole(reader, kind, `arn:${partition}:iam::${account}:role/${name}`))),
    config.github ? collectOidcProvider(reader, providerOf(config)).then((provider) => [provider]) : Promise.resolve([]),
  ])
  return { ...place, config, trails: [trail], ...beside, alertPaths, roles, oidcProviders: providers }
}

type Trails = Evidence<TrailDescription[]>

function describedTrail(trails: Trails, { audit }: Config): TrailDescription | undefined {
  return readValue(trails)?.find(({ TrailARN }) => TrailARN === audit.trailArn)
}

/** What our own trail writes to, by the designed names. */
async function collectOwn(reader: Reader, trails: Trails, config: Config, place: Place): Promise<Beside> {
  const { account, region, names, audit, partition } = config
  const trailArn = audit.trailArn
  const keyId = audit.key.source === 'use' ? (audit.key.id ?? '') : names.keyAlias
  const [bucket, key, group] = await Promise.all([
    collectBucket(reader, { name: names.logBucket, partition: partition.id, trailArn, logPrefix: audit.logPrefix, owner: account }),
    collectKey(reader, { keyId, knownArn: describedTrail(trails, config)?.KmsKeyId, trailArn }, place),
    collectLogGroup(reader, `arn:${partition.id}:logs:${region}:${account}:log-group:${names.logGroup}`, place),
  ])
  return { logBuckets: [bucket], keys: [key], logGroups: [group] }
}

/** What a used trail writes to, as it says itself; where it does not, that stands for all of it. */
async function collectUsed(reader: Reader, trails: Trails, config: Config, place: Place): Promise<Beside> {
  const described = describedTrail(trails, config)
  if (described) return collectBeside(reader, [described], place)
  return unreadBeside(
    trails.state === 'read' ? absent(`There is no trail ${config.audit.trailArn}, and so nothing it writes to.`) : trails,
    place,
  )
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
    [github !== undefined, 'publish', names.publishRole],
    [github !== undefined, 'deploy', names.deployRole],
    [github !== undefined, 'verify', names.verifyRole],
    [github?.imagePush !== undefined, 'image-push', names.imagePushRole],
    [audit.evidence !== undefined, 'evidence', names.evidenceRole],
  ]
  return roles.flatMap(([isDesigned, kind, name]): [RoleKind, string][] => (isDesigned ? [[kind, name]] : []))
}

function providerOf({ github, partition, account }: Config): string {
  const provider = github?.oidcProvider
  if (typeof provider !== 'object') return providerArn({ partition: partition.id, account, issuer: github?.issuer ?? GITHUB_ISSUER })
  return 'use' in provider ? provider.use : provider.adopt
}
