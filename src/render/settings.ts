import { ALARM_PATTERNS } from '../model/alarm-patterns.ts'
import type { Config, GithubSubject } from '../model/config.ts'
import { CONFIG_RULES } from '../model/config-rules.ts'
import { logicalSuffix } from '../model/logical-id.ts'
import { accessLogsIn, adoptsAny, alertsIn, globalTemplateIn, isStackOwned, keyIn } from '../model/presence.ts'
import type { Settings, SettingValue } from './fragment.ts'

type Entries = [string, SettingValue][]

/** Item parts are texts; an empty one is off. */
const flag = (on: boolean): string => (on ? 'true' : '')

/** The flat view of a config that fragments read. One place says what a fragment may ask for. */
export function settingsOf(config: Config): Settings {
  const entries: Entries = [
    ['prefix', config.prefix],
    ['region', config.region],
    ['workloadRegion', config.workloadRegion],
    ['globalRegion', config.partition.globalRegion],
    ['global', globalTemplateIn(config)],
    ['ec2Principal', config.partition.ec2Principal],
    ['tags', Object.entries(config.tags).map(([key, value]) => ({ key, value }))],
    ...Object.entries(config.names).map(([key, value]): [string, string] => [`names.${key}`, value]),
    ['references.parameter', config.stackReferences === 'parameter'],
    ['references.export', config.stackReferences === 'export'],
    ['workloadBoundaryArn', `arn:${config.partition.id}:iam::${config.account}:policy/${config.names.workloadBoundary}`],
    ['templateUploads', config.templateBucket !== 'none'],
    ['adopts', adoptsAny(config)],
    ...trailSettings(config),
    ...keySettings(config),
    ...bucketSettings(config),
    ...lifecycleSettings(config),
    ...dataEventSettings(config),
    ...alarmSettings(config),
    ...optionalSettings(config),
    ...githubSettings(config),
    ...eksSettings(config),
    ...podSettings(config),
    ...sagemakerSettings(config),
    ...gateSettings(config),
    ...ecrSettings(config),
    ...dataBucketSettings(config),
    ...deploySettings(config),
  ]
  return new Map(entries)
}

function trailSettings({ audit }: Config): Entries {
  const isOurs = audit.trail !== 'use'
  const dependsOn = [
    ...(isStackOwned(audit.logBucket) ? ['LogBucketPolicy'] : []),
    ...(audit.deliveryNotices ? ['DeliveryTopicPolicy'] : []),
  ]
  return [
    ['trail.ours', isOurs],
    ['trail.adopted', audit.trail === 'adopt'],
    ['trail.encrypted', isOurs && audit.encryption === 'sse-kms'],
    ['trail.ownKey', audit.encryption === 'sse-kms' && audit.key.source !== 'use'],
    ['trail.usedKey', audit.encryption === 'sse-kms' && audit.key.source === 'use'],
    ['trail.dependsOn', dependsOn],
    ['organizationId', audit.organizationId ?? ''],
    ['logPrefix', audit.logPrefix],
    ['insights', audit.insights],
    ['deliveryNotices', audit.deliveryNotices],
    ['logGroup.ours', isStackOwned(audit.logGroup)],
    ['logGroup.adopted', audit.logGroup === 'adopt'],
    ['logGroup.known', audit.logGroup !== 'none'],
    ['logRetentionDays', audit.logRetentionDays],
  ]
}

function keySettings(config: Config): Entries {
  const { key, bucketKey, readerAccounts, encryption } = config.audit
  const readers = config.audit.trail !== 'use' && encryption === 'sse-kms' ? readerAccounts : []
  const ours = keyIn(config)
  const used = key.source === 'use'
  return [
    ['key.ours', ours],
    ['key.adopted', key.source === 'adopt'],
    ['key.used', used],
    ['key.any', ours || used],
    ['key.arn', used ? (key.id ?? '') : ''],
    ['key.rotationPeriodInDays', key.rotationPeriodInDays],
    ['key.administrators', key.administrators],
    ['key.allowDeletion', key.allowDeletion],
    ['key.readerAccounts', readers],
    ['key.readersThroughBucketKey', bucketKey && readers.length > 0],
    ['bucketKey', bucketKey],
    ['encryption.kms', encryption === 'sse-kms'],
  ]
}

/** Buckets of the audit stack that log their accesses, with the prefix each logs under. */
function loggedBuckets({ audit, names }: Config): { name: string; prefix: string }[] {
  return [
    ...(isStackOwned(audit.logBucket) ? [{ name: names.logBucket, prefix: 'log-bucket' }] : []),
    ...(audit.awsConfig.recorder === 'create' ? [{ name: names.configBucket, prefix: 'config-bucket' }] : []),
    ...(audit.analytics ? [{ name: names.athenaBucket, prefix: 'athena-bucket' }] : []),
    ...(audit.evidence ? [{ name: names.evidenceBucket, prefix: 'evidence-bucket' }] : []),
  ]
}

function bucketSettings(config: Config): Entries {
  const { audit, names } = config
  const logged = loggedBuckets(config)
  return [
    ['logBucket.ours', isStackOwned(audit.logBucket)],
    ['logBucket.adopted', audit.logBucket === 'adopt'],
    ['loggedBuckets', logged],
    ['selfFeedingBuckets', [names.logBucket, ...(accessLogsIn(config) ? [names.accessLogBucket] : [])]],
    ['watchedBuckets', [...(audit.logBucket === 'none' ? [] : [names.logBucket]), ...(audit.evidence ? [names.evidenceBucket] : [])]],
    ['readerAccounts', audit.readerAccounts],
    ['breakGlass', audit.breakGlass],
    ['objectLock', audit.objectLock !== undefined],
    ['objectLock.atCreation', audit.objectLock !== undefined && audit.logBucket === 'create'],
    ['objectLock.mode', audit.objectLock?.mode ?? ''],
    ['objectLock.days', audit.objectLock?.days ?? 0],
    ['accessLogRetentionDays', audit.accessLogRetentionDays],
  ]
}

function lifecycleSettings({ audit: { lifecycle } }: Config): Entries {
  const { standardIaAfterDays, glacierAfterDays, deepArchiveAfterDays, expireAfterDays } = lifecycle
  return [
    ['lifecycle.prefixScope', lifecycle.scope === 'prefix'],
    ['lifecycle.transitions', [standardIaAfterDays, glacierAfterDays, deepArchiveAfterDays].some((days) => days !== undefined)],
    ['lifecycle.standardIaAfterDays', standardIaAfterDays ?? 0],
    ['lifecycle.glacierAfterDays', glacierAfterDays ?? 0],
    ['lifecycle.glacierClass', lifecycle.glacierClass],
    ['lifecycle.deepArchiveAfterDays', deepArchiveAfterDays ?? 0],
    ['lifecycle.expireAfterDays', expireAfterDays ?? 0],
  ]
}

function dataEventSettings({ audit }: Config): Entries {
  const named = audit.dataEvents === 'all' ? [] : audit.dataEvents
  return [
    ['dataEvents.named', named.length > 0],
    ['dataEvents.buckets', named],
    ['dataEvents.all', audit.dataEvents === 'all'],
    ['dataEvents.oneWay', audit.dataEventsAccess !== 'all'],
    ['dataEvents.readOnly', String(audit.dataEventsAccess === 'read')],
    ['dataResources', audit.dataResources],
    ['networkActivity', audit.networkActivity?.eventSources ?? []],
    ['networkActivity.deniedOnly', audit.networkActivity?.deniedOnly ?? false],
  ]
}

function alarmSettings(config: Config): Entries {
  const { audit } = config
  return [
    ['tamperRule', audit.tamperRule],
    ['alert', audit.alert],
    ['alerts', alertsIn(config)],
    ['alarms', ALARM_PATTERNS.filter((alarm) => audit.alarms.includes(alarm.id)).map((alarm) => ({ ...alarm }))],
    ['dashboard', audit.dashboard],
  ]
}

function optionalSettings({ audit, access }: Config): Entries {
  const { awsConfig, analytics, evidence } = audit
  const { replica } = access
  const recorder = awsConfig.recorder === 'create'
  const prefixes = replica?.prefixes ?? []
  return [
    ['config.rules', CONFIG_RULES.filter((rule) => awsConfig.rules.includes(rule.id)).map((rule) => ({ ...rule }))],
    ['config.recorder', recorder],
    ['config.any', recorder || awsConfig.rules.length > 0],
    ['config.serviceLinkedRole', recorder && awsConfig.serviceLinkedRole === 'create'],
    ['analytics', analytics !== undefined],
    ['analytics.regions', (analytics?.regions ?? []).join(',')],
    ['analytics.since', analytics?.since ?? ''],
    ['analytics.resultsDays', analytics?.resultsDays ?? 0],
    ['analytics.scanLimitInBytes', (analytics?.scanLimitInGib ?? 0) * 1024 ** 3],
    ['evidence', evidence !== undefined],
    ['evidence.mode', evidence?.mode ?? ''],
    ['evidence.days', evidence?.days ?? 0],
    ['replica', replica !== undefined],
    ['replica.bucket', replica?.bucket ?? ''],
    ['replica.region', replica?.region ?? ''],
    ['replica.sourceKey', replica?.sourceKey ?? ''],
    ['replica.prefixes', prefixes],
    [
      'replica.rules',
      prefixes.map((prefix, index) => ({
        id: `replica-${index + 1}`,
        priority: String(index + 1),
        prefix,
        comma: index === 0 ? '' : ',',
      })),
    ],
  ]
}

function githubSettings({ github, partition }: Config): Entries {
  const provider = github?.oidcProvider ?? 'create'
  const use = typeof provider === 'object' && 'use' in provider ? provider.use : ''
  const push = github?.imagePush
  const environmentsOrBranches = (subject: GithubSubject) =>
    // A job with `environment:` gets the environment's subject only; then the branch must not do it by itself.
    subjects(subject, subject.environments.length > 0 ? environmentsOf(subject) : branchesOf(subject))
  return [
    ['oidc.audience', partition.audience],
    ['oidc.ours', use === ''],
    ['oidc.adopted', typeof provider === 'object' && 'adopt' in provider],
    ['oidc.use', use !== ''],
    ['oidc.providerArn', use],
    ['oidc.repositoryId', github?.repositoryId ?? ''],
    ['oidc.planSubjects', github ? subjects(github, ['pull_request', ...branchesOf(github)]) : []],
    ['oidc.deploySubjects', github ? environmentsOrBranches(github) : []],
    ['oidc.verifySubjects', github ? subjects(github, [...branchesOf(github), ...environmentsOf(github)]) : []],
    ['imagePush', push !== undefined],
    ['imagePush.repositories', push?.repositories ?? []],
    ['imagePush.repositoryId', push?.repositoryId ?? ''],
    ['imagePush.subjects', push ? environmentsOrBranches(push) : []],
  ]
}

const branchesOf = (subject: GithubSubject) => subject.branches.map((branch) => `ref:refs/heads/${branch}`)
const environmentsOf = (subject: GithubSubject) => subject.environments.map((environment) => `environment:${environment}`)

/**
 * The `sub` claims GitHub puts into a run's token: by name, and since July 2026 for new, renamed or transferred
 * repositories with immutable ids. Source: GitHub documentation, "OpenID Connect reference".
 */
function subjects(github: GithubSubject, contexts: readonly string[]): string[] {
  const byName = `repo:${github.owner}/${github.name}`
  const byId = `repo:${github.owner}@${github.ownerId}/${github.name}@${github.repositoryId}`
  const forms = { both: [byName, byId], immutable: [byId], name: [byName] }[github.subject]
  return forms.flatMap((form) => contexts.map((context) => `${form}:${context}`))
}

function eksSettings({ access: { eks } }: Config): Entries {
  return [
    ['eks', eks !== undefined],
    ['eks.autoMode', eks?.autoMode ?? false],
    ['eks.cniOnNodes', eks?.cni === 'node-role'],
    ['eks.pullOnly', eks?.ecrPull === 'pull-only'],
  ]
}

function podSettings({ access: { eks }, names }: Config): Entries {
  const clusters = (eks?.clusters ?? []).map((cluster) => ({
    name: cluster.name,
    issuer: cluster.issuer ?? '',
    suffix: logicalSuffix(cluster.name),
    sid: `PodsOf${logicalSuffix(cluster.name)}`,
    created: flag(cluster.createOidcProvider),
  }))
  const isIrsa = eks?.podIdentity === 'irsa'
  const { modelRead, monitoring, secretsRead } = eks ?? {}
  const pod = (key: string, config: { namespace: string; serviceAccount: string } | undefined): Entries => [
    [`${key}.namespace`, config?.namespace ?? ''],
    [`${key}.serviceAccount`, config?.serviceAccount ?? ''],
  ]
  return [
    ['pods.irsa', isIrsa ? clusters : []],
    ['pods.identity', !isIrsa && clusters.length > 0],
    ['pods.associations', isIrsa ? [] : clusters],
    ['pods.clusterNames', clusters.map(({ name }) => name)],
    ['pods.createdProviders', clusters.filter(({ created }) => created !== '')],
    ['pods.roleNames', podRoleNames({ eks, names })],
    ...pod('modelRead', modelRead),
    ['modelRead.buckets', modelRead?.buckets ?? []],
    ['modelRead.prefixes', modelRead?.prefixes ?? []],
    ['modelRead.paths', paths(modelRead?.buckets, modelRead?.prefixes)],
    ['modelRead.keys', modelRead?.keys ?? []],
    ...pod('monitoring', monitoring),
    ['monitoring.metricNamespaces', monitoring?.metricNamespaces ?? []],
    ...pod('secretsRead', secretsRead),
    ['secretsRead.secrets', secretsRead?.secrets ?? []],
    ['secretsRead.keys', secretsRead?.keys ?? []],
  ]
}

function podRoleNames({ eks, names }: { eks: Config['access']['eks']; names: Config['names'] }): string[] {
  return [
    ...(eks?.modelRead ? [names.modelReadRole] : []),
    ...(eks?.monitoring ? [names.monitoringRole] : []),
    ...(eks?.secretsRead ? [names.secretsReadRole] : []),
    ...(eks?.cni === 'aws-node' && eks.clusters.length > 0 ? [names.awsNodeRole] : []),
  ]
}

function paths(buckets: readonly string[] = [], prefixes: readonly string[] = []): string[] {
  return buckets.flatMap((bucket) => prefixes.map((prefix) => `${bucket}/${prefix}`))
}

function sagemakerSettings({ access: { sagemaker, ecr } }: Config): Entries {
  const dataBuckets = sagemaker?.dataBuckets ?? []
  const prefixes = sagemaker?.prefixes ?? []
  const repositories = sagemaker?.repositories ?? []
  return [
    ['sagemaker', sagemaker !== undefined],
    ['sagemaker.lab', sagemaker?.profile === 'lab'],
    ['sagemaker.leastPrivilege', sagemaker?.profile === 'least-privilege'],
    ['sagemaker.dataBuckets', dataBuckets],
    ['sagemaker.prefixes', prefixes],
    ['sagemaker.objectPaths', paths(dataBuckets, prefixes)],
    ['sagemaker.keys', sagemaker?.keys ?? []],
    // Repositories of this stack let the role pull, so the role may.
    ['sagemaker.repositories', [...new Set([...repositories, ...(ecr?.repositories ?? []).map(({ name }) => name)])]],
    ['sagemaker.vpc', sagemaker?.vpc ?? false],
  ]
}

function gateSettings({ access: { sagemaker } }: Config): Entries {
  const gates = sagemaker?.gates
  const inVpc = gates !== undefined && gates.subnets.length + gates.securityGroups.length > 0
  const settings: Entries = [
    ['gates.networkIsolation', gates?.networkIsolation ?? false],
    ['gates.interContainerEncryption', gates?.interContainerEncryption ?? false],
    ['gates.inVpc', inVpc],
    ['gates.subnets', gates?.subnets ?? []],
    ['gates.securityGroups', gates?.securityGroups ?? []],
    ['gates.volumeKey', gates?.volumeKey ?? ''],
    ['gates.outputKey', gates?.outputKey ?? ''],
    ['gates.instanceTypes', gates?.instanceTypes ?? []],
    ['gates.maxRuntimeInSeconds', (gates?.maxRuntimeInHours ?? 0) * 3600],
  ]
  const isOn = settings.some(([, value]) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
  return [['gates', isOn], ...settings]
}

function ecrSettings({ access: { ecr, eks, sagemaker }, github }: Config): Entries {
  const pushed = github?.imagePush?.repositories ?? []
  const pull = eks !== undefined || sagemaker !== undefined
  return [
    ['ecr', ecr !== undefined],
    ['ecr.managed', ecr !== undefined || pushed.length > 0],
    [
      'ecr.repositories',
      (ecr?.repositories ?? []).map(({ name, source }) => ({
        name,
        suffix: logicalSuffix(name),
        adopted: flag(source === 'adopt'),
        pushed: flag(pushed.includes(name)),
        policy: flag(pull || pushed.includes(name)),
      })),
    ],
    ['ecr.pull', pull],
    ['ecr.tags', ecr?.tags ?? ''],
    ['ecr.untaggedDays', ecr?.untaggedDays ?? 0],
    ['ecr.keepImages', ecr?.keepImages ?? 0],
  ]
}

function dataBucketSettings({ access: { bucketPolicies, sagemaker, eks } }: Config): Entries {
  return [
    [
      'bucketPolicies',
      bucketPolicies.map(({ bucket, key }) => ({
        bucket,
        suffix: logicalSuffix(bucket),
        key: key ?? '',
        sagemaker: flag(sagemaker?.profile === 'least-privilege' && sagemaker.dataBuckets.includes(bucket)),
        modelRead: flag(eks?.modelRead?.buckets.includes(bucket) ?? false),
      })),
    ],
  ]
}

/** What the deploy role's policies name. */
function deploySettings(config: Config): Entries {
  const { audit, access, names, stacks } = config
  return [
    ['stacks.serviceRole', stacks?.serviceRole ?? ''],
    ['stacks.rollbackAlarms', stacks?.rollbackAlarms ?? []],
    ['stacks.notifications', stacks?.notifications ?? []],
    ['objectLocks', audit.objectLock !== undefined || audit.evidence !== undefined],
    [
      'deployedBuckets',
      [
        names.logBucket,
        names.accessLogBucket,
        ...loggedBuckets(config)
          .map(({ name }) => name)
          .filter((name) => name !== names.logBucket),
        ...(access.replica ? [names.replicaBucket] : []),
      ],
    ],
    [
      'deployedRoles',
      [
        names.cloudWatchLogsRole,
        names.eksClusterRole,
        names.eksNodegroupRole,
        names.sagemakerRole,
        ...podRoleNames({ eks: access.eks, names }),
        ...(globalTemplateIn(config) ? [names.globalTamperRole] : []),
        ...(access.replica ? [names.replicationRole] : []),
      ],
    ],
  ]
}
