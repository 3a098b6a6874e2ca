import type { WorkflowRun } from '../model/access.ts'
import { ALARM_PATTERNS } from '../model/alarm-patterns.ts'
import type {
  AccessConfig,
  AccessRowConfig,
  AuditConfig,
  CheckException,
  Config,
  GithubConfig,
  GithubSubject,
  Names,
  ObjectLockConfig,
  PlanGates,
  Source,
  StackConfig,
} from '../model/config.ts'
import { CONFIG_RULES } from '../model/config-rules.ts'
import type { Partition } from '../model/partition.ts'
import { DEFAULT_JOB_KINDS } from '../model/sagemaker-jobs.ts'
import { deriveNames, type NameParts } from './names.ts'
import type {
  RawAccess,
  RawAccessRow,
  RawAudit,
  RawConfig,
  RawEks,
  RawException,
  RawGates,
  RawGithub,
  RawNameKey,
  RawObjectLock,
  RawSagemaker,
  RawSource,
  RawStacks,
  RawWorkflowRun,
} from './raw.ts'

export interface DeriveContext {
  partition: Partition
  file: string
  sha256(text: string): string
}

/** Fills in every default. The input has passed the schema and the rules of `rules.ts`; nothing can fail here. */
export function deriveConfig(raw: RawConfig, context: DeriveContext): Config {
  const prefix = prefixOf(raw)
  const names = namesOf(raw)
  const config = {
    project: raw.project,
    environment: raw.environment,
    prefix,
    account: raw.account,
    region: raw.region,
    workloadRegion: raw['workload-region'] ?? raw.region,
    partition: context.partition,
    tags: { Project: raw.project, Environment: raw.environment, ...raw.tags },
    names,
    templateBucket: templateBucketOf(raw),
    stackReferences: raw['stack-references'] ?? 'parameter',
    github: raw.github ? deriveGithub(raw.github) : undefined,
    audit: deriveAudit(raw, names, context.partition),
    access: deriveAccess(raw.access ?? {}, raw.audit ?? {}),
    exceptions: (raw.exceptions ?? []).map(deriveException),
    failOn: raw['fail-on'] ?? 'high',
    stacks: raw.stacks && deriveStacks(raw.stacks),
  } satisfies Omit<Config, 'file' | 'hash' | 'record' | 'recordHash' | 'accessMatrix' | 'gates' | 'organization'>
  const { 'service-control-policies': serviceControl = [], 'resource-control-policies': resourceControl = [] } = raw.organization ?? {}
  const organization = { serviceControl, resourceControl }
  const { organization: _, ...recorded } = raw
  const record = JSON.stringify(recorded)
  // Matrix, gates and organization policies judge what is rendered and are no part of it.
  const matrix = raw['access-matrix']
  const accessMatrix = (Array.isArray(matrix) ? matrix : []).map(deriveAccessRow)
  return {
    ...config,
    accessMatrix,
    organization,
    gates: deriveGates(raw.gates ?? {}),
    file: context.file,
    hash: context.sha256(JSON.stringify(config)),
    record,
    recordHash: context.sha256(record),
  }
}

function deriveStacks(raw: RawStacks): StackConfig {
  return {
    serviceRole: raw['service-role'],
    notifications: raw.notifications ?? [],
    rollbackAlarms: raw['rollback-alarms'] ?? [],
    rollbackMinutes: raw['rollback-minutes'] ?? 0,
  }
}

function deriveGates(raw: RawGates): PlanGates {
  return {
    failOnWidening: raw['fail-on-widening'] ?? false,
    failOnReplacement: raw['fail-on-replacement'] ?? false,
    failOnDrift: raw['fail-on-drift'] ?? false,
    failOnCostIncrease: raw['fail-on-cost-increase'],
    allow: (raw.allow ?? []).map(({ gate, subject, reason, expires }) => ({ gate, subject, reason, expires })),
  }
}

function deriveAccessRow(raw: RawAccessRow): AccessRowConfig {
  const effect = raw.can === undefined ? 'cannot' : 'can'
  return {
    who: typeof raw.who === 'string' ? raw.who : workflowRun(raw.who),
    effect,
    actions: listOf(raw[effect]),
    on: listOf(raw.on),
    except: listOf(raw.except),
    when: Object.fromEntries(Object.entries(raw.when ?? {}).map(([key, values]) => [key, listOf(values ?? undefined)])),
    why: raw.why,
  }
}

function workflowRun(raw: RawWorkflowRun): WorkflowRun {
  const contexts = {
    branch: `ref:refs/heads/${raw.branch}`,
    tag: `ref:refs/tags/${raw.tag}`,
    environment: `environment:${raw.environment}`,
    'pull-request': 'pull_request',
  }
  const [, context] = Object.entries(contexts).find(([key]) => key in raw) ?? ['', contexts['pull-request']]
  return { repository: raw.repository, ownerId: raw['owner-id'], repositoryId: raw['repository-id'], context }
}

function listOf(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat()
}

export function prefixOf(raw: RawConfig): string {
  return raw.prefix ?? `${raw.project}-${raw.environment}`
}

function namePartsOf(raw: RawConfig): NameParts {
  const workloadRegion = raw['workload-region'] ?? raw.region
  return {
    prefix: prefixOf(raw),
    region: raw.region,
    workloadRegion,
    replicaRegion: raw.access?.replica?.region ?? workloadRegion,
    account: raw.account,
  }
}

/** An existing resource keeps its own name, wherever it is named in the config. */
export function namesOf(raw: RawConfig): Names {
  const audit = raw.audit ?? {}
  const templateBucket = raw['template-bucket']
  const existing: [RawNameKey, string | undefined][] = [
    ['trail', existingName(audit.trail)?.split('/').at(-1)],
    ['log-bucket', existingName(audit['log-bucket'])],
    ['log-group', existingName(audit['log-group'])],
    ['template-bucket', typeof templateBucket === 'object' ? templateBucket.use : undefined],
  ]
  const given = Object.fromEntries(existing.filter((entry) => entry[1] !== undefined)) as Partial<Record<RawNameKey, string>>
  return deriveNames(namePartsOf(raw), { ...raw.names, ...given })
}

function existingName(source: RawSource | undefined): string | undefined {
  if (typeof source !== 'object') return undefined
  return 'use' in source ? source.use : source.adopt
}

export function sourceOf(source: RawSource | undefined): Source {
  if (typeof source !== 'object') return 'create'
  return 'use' in source ? 'use' : 'adopt'
}

/** Uploading needs a bucket only where CI deploys; by hand `aws cloudformation deploy --s3-bucket` does it. */
function templateBucketOf(raw: RawConfig): Config['templateBucket'] {
  const given = raw['template-bucket'] ?? (raw.github ? 'create' : false)
  if (given === false) return 'none'
  return given === 'create' ? 'create' : 'use'
}

function deriveGithub(raw: RawGithub): GithubConfig {
  const subject = subjectOf(raw.repository, raw, raw)
  const push = raw['image-push']
  const pushRepository = push?.repository ?? raw.repository
  return {
    ...subject,
    repository: raw.repository,
    oidcProvider: raw['oidc-provider'] ?? 'create',
    deploy: raw.deploy ?? 'manual',
    publishEnvironments: raw['publish-environments'] ?? [],
    maxSessionSeconds: raw['max-session-seconds'] ?? 3600,
    imagePush: push && {
      repositories: push.repositories,
      // Ids belong to a repository: another one's are not ours.
      ...subjectOf(pushRepository, pushRepository === raw.repository ? { ...raw, ...push } : push, { ...raw, ...push }),
    },
  }
}

type Ids = Pick<RawGithub, 'owner-id' | 'repository-id'>
type Contexts = Pick<RawGithub, 'branches' | 'environments' | 'subject'>

function subjectOf(repository: string, ids: Ids, contexts: Contexts): GithubSubject {
  const [owner = '', name = ''] = repository.split('/')
  const hasIds = ids['owner-id'] !== undefined && ids['repository-id'] !== undefined
  return {
    owner,
    name,
    ownerId: ids['owner-id'],
    repositoryId: ids['repository-id'],
    branches: contexts.branches ?? ['main'],
    environments: contexts.environments ?? [],
    subject: hasIds ? (contexts.subject ?? 'both') : 'name',
  }
}

function deriveAudit(config: RawConfig, names: Names, partition: Partition): AuditConfig {
  const raw = config.audit ?? {}
  return {
    ...deriveTrail(config, raw, names, partition),
    encryption: raw.encryption ?? 'sse-kms',
    key: deriveKey(raw),
    bucketKey: raw['bucket-key'] ?? false,
    readerAccounts: raw['reader-accounts'] ?? [],
    objectLock: objectLockOf(raw['object-lock']),
    breakGlass: raw['break-glass'] ?? [],
    lifecycle: deriveLifecycle(raw.lifecycle ?? {}),
    accessLogRetentionDays: raw['access-log-retention-days'] ?? 365,
    logRetentionDays: raw['log-retention-days'] ?? 365,
    ...deriveWatch(raw),
    analytics: raw.analytics && deriveAnalytics(raw.analytics, partition),
    evidence: objectLockOf(raw.evidence),
  }
}

type TrailConfig = Pick<
  AuditConfig,
  | 'trail'
  | 'trailArn'
  | 'logBucket'
  | 'logGroup'
  | 'organizationId'
  | 'logPrefix'
  | 'dataEvents'
  | 'dataEventsAccess'
  | 'dataResources'
  | 'networkActivity'
  | 'insights'
  | 'deliveryNotices'
>

function deriveTrail(config: RawConfig, raw: RawAudit, names: Names, partition: Partition): TrailConfig {
  const trail = sourceOf(raw.trail)
  const isOurs = trail !== 'use'
  /** Around a trail that is not ours, what it writes to is known only when it is named. */
  const beside = (source: RawSource | undefined): Source => (isOurs || source !== undefined ? sourceOf(source) : 'none')
  return {
    trail,
    trailArn:
      typeof raw.trail === 'object' && 'use' in raw.trail
        ? raw.trail.use
        : `arn:${partition.id}:cloudtrail:${config.region}:${config.account}:trail/${names.trail}`,
    logBucket: beside(raw['log-bucket']),
    logGroup: beside(raw['log-group']),
    organizationId: raw.organization?.id,
    logPrefix: raw['log-prefix'] ?? 'mlops-logs',
    dataEvents: raw['data-events'] ?? [],
    dataEventsAccess: raw['data-events-access'] ?? 'all',
    dataResources: raw['data-resources'] ?? [],
    networkActivity: raw['network-activity'] && {
      eventSources: raw['network-activity']['event-sources'],
      deniedOnly: raw['network-activity']['denied-only'] ?? false,
    },
    insights: raw.insights ?? (isOurs && partition.insights),
    deliveryNotices: raw['delivery-notices'] ?? false,
  }
}

function deriveWatch(raw: RawAudit): Pick<AuditConfig, 'alert' | 'tamperRule' | 'alarms' | 'dashboard' | 'awsConfig'> {
  const alert = raw.alert ?? []
  return {
    alert: typeof alert === 'string' ? [alert] : alert,
    tamperRule: raw['tamper-rule'] ?? true,
    alarms: chosen(raw.alarms ?? false, ALARM_PATTERNS),
    dashboard: raw.dashboard ?? false,
    awsConfig: {
      // Asking for a recorder asks for the rules it serves.
      rules: chosen(raw.config?.rules ?? raw.config !== undefined, CONFIG_RULES),
      recorder: raw.config?.recorder ?? 'existing',
      serviceLinkedRole: raw.config?.['service-linked-role'] ?? 'create',
    },
  }
}

function deriveAnalytics(raw: NonNullable<RawAudit['analytics']>, partition: Partition): AuditConfig['analytics'] {
  return {
    scanLimitInGib: raw['scan-limit-gib'] ?? 10,
    since: raw.since ?? '2024/01/01',
    regions: raw.regions ?? partition.regions,
    resultsDays: raw['results-days'] ?? 30,
  }
}

function deriveKey({ key = {} }: RawAudit): AuditConfig['key'] {
  return {
    source: key.use !== undefined ? 'use' : key.adopt !== undefined ? 'adopt' : 'create',
    id: key.use ?? key.adopt,
    rotationPeriodInDays: key['rotation-days'] ?? 365,
    administrators: key.administrators ?? [],
    allowDeletion: key['allow-deletion'] ?? false,
  }
}

function deriveLifecycle(lifecycle: NonNullable<RawAudit['lifecycle']>): AuditConfig['lifecycle'] {
  const expireAfterDays = orDefault(lifecycle.expire, undefined)
  return {
    standardIaAfterDays: orDefault(lifecycle['standard-ia'], 30),
    glacierAfterDays: orDefault(lifecycle.glacier, 90),
    glacierClass: lifecycle['glacier-class'] ?? 'GLACIER_IR',
    deepArchiveAfterDays: orDefault(lifecycle['deep-archive'], 365),
    expireAfterDays,
    expireNoncurrentAfterDays: expireAfterDays === undefined ? undefined : (lifecycle['expire-noncurrent'] ?? expireAfterDays),
    scope: lifecycle.scope ?? 'prefix',
  }
}

function objectLockOf(raw: RawObjectLock | undefined): ObjectLockConfig | undefined {
  return raw && { mode: raw.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE', days: raw.days }
}

/** `true` for every one of a set, `false` for none, or a list of ids. */
function chosen(raw: boolean | string[], all: readonly { id: string }[]): readonly string[] {
  if (typeof raw !== 'boolean') return raw
  return raw ? all.map(({ id }) => id) : []
}

/** `null` in the config means "never"; left out means the default. */
function orDefault(value: number | null | undefined, fallback: number | undefined): number | undefined {
  return value === undefined ? fallback : (value ?? undefined)
}

function deriveAccess(raw: RawAccess, audit: RawAudit): AccessConfig {
  const sagemaker = raw.sagemaker === undefined ? {} : raw.sagemaker
  const prefixes = (sagemaker === false ? undefined : sagemaker.prefixes) ?? ['gold/', 'artifacts/']
  return {
    eks: raw.eks === false ? undefined : deriveEks(raw.eks ?? {}),
    sagemaker: sagemaker === false ? undefined : deriveSagemaker(sagemaker, prefixes, audit['data-events']),
    ecr: raw.ecr && {
      repositories: raw.ecr.repositories.map((given) =>
        typeof given === 'string' ? { name: given, source: 'create' } : { name: given.adopt, source: 'adopt' },
      ),
      tags: raw.ecr.tags === 'mutable' ? 'MUTABLE' : 'IMMUTABLE',
      untaggedDays: raw.ecr['untagged-days'] ?? 14,
      keepImages: raw.ecr['keep-images'] ?? 100,
    },
    bucketPolicies: (raw['bucket-policies'] ?? []).map(({ bucket, key }) => ({ bucket, key })),
    replica: raw.replica && {
      bucket: raw.replica.bucket,
      region: raw.replica.region,
      prefixes: raw.replica.prefixes ?? prefixes,
      sourceKey: raw.replica['source-key'],
    },
  }
}

function deriveEks(raw: RawEks): AccessConfig['eks'] {
  const { 'model-read': models, monitoring, 'secrets-read': secrets } = raw.pods ?? {}
  const podIdentity = raw['pod-identity'] ?? 'pod-identity'
  const pod = (given: { namespace: string; 'service-account': string }) => ({
    namespace: given.namespace,
    serviceAccount: given['service-account'],
  })
  return {
    autoMode: raw['auto-mode'] ?? false,
    cni: raw.cni ?? 'node-role',
    ecrPull: raw['ecr-pull'] ?? 'pull-only',
    clusters: (raw.clusters ?? []).map((cluster) => ({
      name: cluster.name,
      issuer: cluster.issuer?.replace('https://', ''),
      createOidcProvider: podIdentity === 'irsa' && cluster['oidc-provider'] === 'create',
    })),
    podIdentity,
    modelRead: models && {
      ...pod(models),
      buckets: models.buckets,
      prefixes: models.prefixes ?? ['artifacts/'],
      keys: models.keys ?? [],
    },
    monitoring: monitoring && { ...pod(monitoring), metricNamespaces: monitoring['metric-namespaces'] ?? ['ContainerInsights'] },
    secretsRead: secrets && { ...pod(secrets), secrets: secrets.secrets, keys: secrets.keys ?? [] },
  }
}

function deriveSagemaker(raw: RawSagemaker, prefixes: string[], dataEvents: 'all' | string[] | undefined): AccessConfig['sagemaker'] {
  const gates = raw.gates ?? {}
  return {
    profile: raw.profile ?? 'least-privilege',
    dataBuckets: raw['data-buckets'] ?? (Array.isArray(dataEvents) ? dataEvents : []),
    prefixes,
    readPrefixes: raw['read-prefixes'] ?? [],
    list: raw.list ?? 'prefixes',
    jobs: raw.jobs ?? DEFAULT_JOB_KINDS,
    repositories: raw.repositories ?? [],
    images: raw.images ?? [],
    keys: raw.keys ?? [],
    vpc: raw.vpc ?? false,
    gates: {
      networkIsolation: gates['network-isolation'] ?? false,
      interContainerEncryption: gates['inter-container-encryption'] ?? false,
      subnets: gates.subnets ?? [],
      securityGroups: gates['security-groups'] ?? [],
      volumeKey: gates['volume-key'],
      outputKey: gates['output-key'],
      instanceTypes: gates['instance-types'] ?? [],
      maxRuntimeInHours: gates['max-runtime-hours'],
    },
  }
}

function deriveException(raw: RawException): CheckException {
  return { check: raw.check, resource: raw.resource, reason: raw.reason, owner: raw.owner, ticket: raw.ticket, expires: raw.expires }
}
