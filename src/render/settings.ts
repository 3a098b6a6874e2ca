import { ALARM_PATTERNS } from '../model/alarm-patterns.ts'
import type { Config, GithubConfig, GithubSubject } from '../model/config.ts'
import { CONFIG_RULES } from '../model/config-rules.ts'
import { GITHUB_ISSUER, offersClaims } from '../model/github-issuer.ts'
import { type SubjectForm, subjectsOf } from '../model/github-subject.ts'
import { logicalSuffix } from '../model/logical-id.ts'
import { accessLogsIn, adoptsAny, alertsIn, globalTemplateIn, isStackOwned, keyIn } from '../model/presence.ts'
import { rightsOf } from '../model/sagemaker-jobs.ts'
import { templateStoreOf, templateUrl } from '../model/template-store.ts'
import type { Settings, SettingValue } from './fragment.ts'
import { imageAccountsIn } from './sagemaker-images.ts'

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
    ['adopts', adoptsAny(config)],
    ...trailSettings(config),
    ...keySettings(config),
    ...bucketSettings(config),
    ...lifecycleSettings(config),
    ...dataEventSettings(config),
    ...alarmSettings(config),
    ...optionalSettings(config),
    ...githubSettings(config),
    ...templateStoreSettings(config),
    ...eksSettings(config),
    ...podSettings(config),
    ['sessionSeconds', config.github?.maxSessionSeconds ?? 3600],
    ...sagemakerSettings(config),
    ...workloadSettings(config),
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
    ['key.adoptedArn', key.source === 'adopt' ? keyArnOf(config) : ''],
    // The logs of a trail that is not ours are under a key that is not known here.
    ['key.ownLogs', key.source === 'create' && config.audit.trail !== 'use'],
    ['key.knownArn', key.source === 'create' ? '' : keyArnOf(config)],
    ['key.rotationPeriodInDays', key.rotationPeriodInDays],
    ['key.administrators', key.administrators],
    ['key.allowDeletion', key.allowDeletion],
    ['key.readerAccounts', readers],
    ['key.readersThroughBucketKey', bucketKey && readers.length > 0],
    ['bucketKey', bucketKey],
    ['encryption.kms', encryption === 'sse-kms'],
  ]
}

/** An existing key is named by its ARN, or by its id in the audit region. */
function keyArnOf({ audit: { key }, partition, region, account }: Config): string {
  const id = key.id ?? ''
  return id.startsWith('arn:') ? id : `arn:${partition.id}:kms:${region}:${account}:key/${id}`
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
    ['auditBuckets', auditBuckets(config)],
    ['breakGlass', audit.breakGlass],
    ['objectLock', audit.objectLock !== undefined],
    ['objectLock.atCreation', audit.objectLock !== undefined && audit.logBucket === 'create'],
    ['objectLock.mode', audit.objectLock?.mode ?? ''],
    ['objectLock.days', audit.objectLock?.days ?? 0],
    ['accessLogRetentionDays', audit.accessLogRetentionDays],
  ]
}

function lifecycleSettings({ audit: { lifecycle } }: Config): Entries {
  const { standardIaAfterDays, glacierAfterDays, deepArchiveAfterDays, expireAfterDays, expireNoncurrentAfterDays } = lifecycle
  return [
    ['lifecycle.prefixScope', lifecycle.scope === 'prefix'],
    ['lifecycle.transitions', [standardIaAfterDays, glacierAfterDays, deepArchiveAfterDays].some((days) => days !== undefined)],
    ['lifecycle.standardIaAfterDays', standardIaAfterDays ?? 0],
    ['lifecycle.glacierAfterDays', glacierAfterDays ?? 0],
    ['lifecycle.glacierClass', lifecycle.glacierClass],
    ['lifecycle.deepArchiveAfterDays', deepArchiveAfterDays ?? 0],
    ['lifecycle.expireAfterDays', expireAfterDays ?? 0],
    ['lifecycle.expireNoncurrentAfterDays', expireNoncurrentAfterDays ?? 0],
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
  const issuer = github?.issuer ?? GITHUB_ISSUER
  const pinned = (id: string | undefined) => (offersClaims(issuer) ? (id ?? '') : '')
  return [
    ['oidc.issuer', issuer],
    ['oidc.audience', partition.audience],
    ['oidc.ours', use === ''],
    ['oidc.adopted', typeof provider === 'object' && 'adopt' in provider],
    ['oidc.use', use !== ''],
    ['oidc.providerArn', use],
    ['oidc.repositoryId', pinned(github?.repositoryId)],
    ['oidc.planSubjects', github ? subjects(github, ['pull_request', ...branchesOf(github)]) : []],
    ['oidc.deploySubjects', github ? environmentsOrBranches(github) : []],
    ['oidc.publishSubjects', github ? publishSubjects(github) : []],
    ['oidc.verifySubjects', github ? subjects(github, [...branchesOf(github), ...environmentsOf(github)]) : []],
    ['imagePush', push !== undefined],
    ['imagePush.repositories', push?.repositories ?? []],
    ['imagePush.repositoryId', pinned(push?.repositoryId)],
    ['imagePush.subjects', push ? environmentsOrBranches(push) : []],
  ]
}

/** A job with `environment:` gets the environment's subject only; then the branch must not do it by itself. */
const environmentsOrBranches = (subject: GithubSubject) =>
  subjects(subject, subject.environments.length > 0 ? environmentsOf(subject) : branchesOf(subject))

/** Without environments of their own, the jobs that deploy publish as well. */
const publishSubjects = (github: GithubConfig) =>
  github.publishEnvironments.length > 0
    ? subjects(github, environmentsOf({ ...github, environments: github.publishEnvironments }))
    : environmentsOrBranches(github)

const branchesOf = (subject: GithubSubject) => subject.branches.map((branch) => `ref:refs/heads/${branch}`)
const environmentsOf = (subject: GithubSubject) => subject.environments.map((environment) => `environment:${environment}`)

const FORMS: Readonly<Record<GithubSubject['subject'], readonly SubjectForm[]>> = {
  both: ['name', 'immutable'],
  immutable: ['immutable'],
  name: ['name'],
}

/** The `sub` claims that tokens of the repository's runs may have, each once. */
function subjects(github: GithubSubject, contexts: readonly string[]): string[] {
  return [...new Set(FORMS[github.subject].flatMap((form) => contexts.flatMap((context) => subjectsOf(github, form, context))))]
}

/** Where templates lie: what plans wrote, and what was published to be deployed. */
function templateStoreSettings(config: Config): Entries {
  const { names, region, workloadRegion, partition, access } = config
  const store = templateStoreOf(config)
  const stacks = [
    { sid: 'Audit', name: names.auditStack, region },
    { sid: 'Access', name: names.accessStack, region: workloadRegion },
    ...(globalTemplateIn(config) ? [{ sid: 'Global', name: names.globalStack, region: partition.globalRegion }] : []),
    ...(access.replica ? [{ sid: 'Replica', name: names.replicaStack, region: access.replica.region }] : []),
  ]
  return [
    ['templates.plan', store.plan],
    ['templates.publish', store.publish],
    // What lies in a bucket that is not ours alone is found by our prefix only.
    ['templates.created', config.templateBucket === 'create'],
    ['templates.shared', config.templateBucket === 'use'],
    ['templates.root', config.templateBucket === 'use' ? `${config.prefix}/` : ''],
    ['templates.url', templateUrl({ ...store, key: store.publish, region, dnsSuffix: partition.dnsSuffix })],
    ['stacksOfCi', stacks],
  ]
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
    ['pods.awsNode', awsNodeRoleIn(eks)],
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

/** The VPC CNI has a role of its own where there are clusters whose pods may take it. */
const awsNodeRoleIn = (eks: Config['access']['eks']): boolean => eks?.cni === 'aws-node' && eks.clusters.length > 0

function podRoleNames({ eks, names }: { eks: Config['access']['eks']; names: Config['names'] }): string[] {
  return [
    ...(eks?.modelRead ? [names.modelReadRole] : []),
    ...(eks?.monitoring ? [names.monitoringRole] : []),
    ...(eks?.secretsRead ? [names.secretsReadRole] : []),
    ...(awsNodeRoleIn(eks) ? [names.awsNodeRole] : []),
  ]
}

function paths(buckets: readonly string[] = [], prefixes: readonly string[] = []): string[] {
  return buckets.flatMap((bucket) => prefixes.map((prefix) => `${bucket}/${prefix}`))
}

function sagemakerSettings({ access: { sagemaker, ecr }, prefix, workloadRegion }: Config): Entries {
  const rights = rightsOf(sagemaker?.jobs ?? [])
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
    ['sagemaker.readPrefixes', sagemaker?.readPrefixes ?? []],
    ['sagemaker.readPaths', paths(dataBuckets, sagemaker?.readPrefixes)],
    ['sagemaker.listedPrefixes', [...prefixes, ...(sagemaker?.readPrefixes ?? [])]],
    ['sagemaker.listWhole', sagemaker?.list === 'buckets'],
    ['sagemaker.keys', sagemakerKeys(sagemaker)],
    ['sagemaker.images', sagemaker?.images ?? []],
    ['sagemaker.imageAccounts', imageAccountsIn(workloadRegion)],
    ['sagemaker.ownActions', rights.own],
    ['sagemaker.listActions', rights.list],
    ['sagemaker.pipelines', sagemaker?.profile === 'least-privilege' && sagemaker.jobs.includes('pipelines')],
    ['sagemaker.own', sagemaker?.profile === 'lab' ? '' : `${prefix}-`],
    // Repositories of this stack let the role pull, so the role may.
    ['sagemaker.repositories', [...new Set([...repositories, ...(ecr?.repositories ?? []).map(({ name }) => name)])]],
    // A job that a gate wants in the VPC needs what a job in a VPC needs.
    ['sagemaker.vpc', (sagemaker?.vpc ?? false) || wantsVpc(sagemaker?.gates)],
  ]
}

/** Every key a job may be made to use, by a setting or by a gate. */
function sagemakerKeys(sagemaker: Config['access']['sagemaker']): string[] {
  const { keys = [], gates } = sagemaker ?? {}
  return unique([...keys, ...(gates?.volumeKey ? [gates.volumeKey] : []), ...(gates?.outputKey ? [gates.outputKey] : [])])
}

/** What the workload roles together are for: the most their boundary lets through. */
function workloadSettings({ access: { eks, sagemaker }, audit, names }: Config): Entries {
  // The lab profile is for accounts where any data may be looked at.
  const buckets = sagemaker?.profile === 'lab' ? ['*'] : [...(sagemaker?.dataBuckets ?? []), ...(eks?.modelRead?.buckets ?? [])]
  return [
    ['workloads.compute', eks !== undefined || sagemaker !== undefined],
    [
      'workloads.logs',
      [
        ...(audit.trail === 'use' ? [] : [`${names.logGroup}:*`]),
        ...(eks?.monitoring ? ['/aws/containerinsights/*'] : []),
        ...(sagemaker ? ['/aws/sagemaker/*'] : []),
      ],
    ],
    ['workloads.buckets', unique(buckets)],
    ['workloads.keys', unique([...sagemakerKeys(sagemaker), ...(eks?.modelRead?.keys ?? []), ...(eks?.secretsRead?.keys ?? [])])],
  ]
}

const unique = (list: readonly string[]): string[] => [...new Set(list)]

function wantsVpc(gates: NonNullable<Config['access']['sagemaker']>['gates'] | undefined): boolean {
  return gates !== undefined && gates.subnets.length + gates.securityGroups.length > 0
}

function gateSettings({ access: { sagemaker } }: Config): Entries {
  const gates = sagemaker?.gates
  const settings: Entries = [
    ['gates.networkIsolation', gates?.networkIsolation ?? false],
    ['gates.interContainerEncryption', gates?.interContainerEncryption ?? false],
    ['gates.inVpc', wantsVpc(gates)],
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
    ['ecr.created', (ecr?.repositories ?? []).some(({ source }) => source === 'create')],
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
        sagemakerReads: flag(
          sagemaker?.profile === 'least-privilege' && sagemaker.dataBuckets.includes(bucket) && sagemaker.readPrefixes.length > 0,
        ),
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
    ['deployedBuckets', deployedBuckets(config)],
    ['deployedRoles', deployedRoles(config)],
    ['attachedPolicies', attachedPolicies(access)],
    ['attachingRoles', attachingRoles(config)],
    ['alarmNames', alarmNames(config)],
    ['topicNames', [...(alertsIn(config) ? [names.topic] : []), ...(audit.deliveryNotices ? [names.deliveryTopic] : [])]],
    // Keys have no name of ours; these stacks tag those they make.
    [
      'stackKeys',
      [...(keyIn(config) && audit.key.source === 'create' ? [names.auditStack] : []), ...(access.replica ? [names.replicaStack] : [])],
    ],
  ]
}

/** Beside the log bucket, what no workload has to do with. */
function auditBuckets(config: Config): string[] {
  const { names, templateBucket } = config
  return [
    names.accessLogBucket,
    ...loggedBuckets(config).flatMap(({ name }) => (name === names.logBucket ? [] : [name])),
    ...(templateBucket === 'create' ? [names.templateBucket] : []),
  ]
}

function deployedBuckets(config: Config): string[] {
  const { access, names } = config
  return [
    ...loggedBuckets(config).map(({ name }) => name),
    ...(accessLogsIn(config) ? [names.accessLogBucket] : []),
    ...(access.replica ? [names.replicaBucket] : []),
  ]
}

/** The roles that are rendered, and so have the workload boundary. */
function deployedRoles(config: Config): string[] {
  const { audit, access, names } = config
  return [
    ...(audit.trail === 'use' ? [] : [names.cloudWatchLogsRole]),
    ...(access.eks ? [names.eksClusterRole, names.eksNodegroupRole] : []),
    ...(access.sagemaker ? [names.sagemakerRole] : []),
    ...podRoleNames({ eks: access.eks, names }),
    ...(globalTemplateIn(config) ? [names.globalTamperRole] : []),
    ...(access.replica ? [names.replicationRole] : []),
  ]
}

/** Managed policies of AWS that some setting attaches, whichever is on now. */
function attachedPolicies({ eks, sagemaker }: Config['access']): string[] {
  return [...(eks ? EKS_POLICIES : []), ...(sagemaker?.profile === 'lab' ? LAB_POLICIES : [])]
}

/** The roles that have managed policies of AWS. */
function attachingRoles({ access: { eks, sagemaker }, names }: Config): string[] {
  return [
    ...(eks ? [names.eksClusterRole, names.eksNodegroupRole] : []),
    ...(awsNodeRoleIn(eks) ? [names.awsNodeRole] : []),
    ...(sagemaker?.profile === 'lab' ? [names.sagemakerRole] : []),
  ]
}

const EKS_POLICIES = [
  'AmazonEC2ContainerRegistryPullOnly',
  'AmazonEC2ContainerRegistryReadOnly',
  'AmazonEKSBlockStoragePolicy',
  'AmazonEKSClusterPolicy',
  'AmazonEKSComputePolicy',
  'AmazonEKSLoadBalancingPolicy',
  'AmazonEKSNetworkingPolicy',
  'AmazonEKSWorkerNodeMinimalPolicy',
  'AmazonEKSWorkerNodePolicy',
  'AmazonEKS_CNI_Policy',
  'CloudWatchAgentServerPolicy',
]
const LAB_POLICIES = ['AmazonS3FullAccess', 'AmazonSageMakerFullAccess', 'CloudWatchLogsFullAccess']

function alarmNames({ audit, prefix }: Config): string[] {
  const silence = audit.tamperRule && audit.logGroup !== 'none' ? ['no-trail-events'] : []
  return [...silence, ...audit.alarms].map((name) => `${prefix}-${name}`)
}
