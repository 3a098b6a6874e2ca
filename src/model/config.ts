import type { WorkflowRun } from './access.ts'
import type { Severity } from './finding.ts'
import type { SubjectParts } from './github-subject.ts'
import type { Partition } from './partition.ts'
import type { GateName } from './plan.ts'
import type { JobKind } from './sagemaker-jobs.ts'

/** Every name the tool gives to something in AWS; each can be overridden under `names:`. */
export interface Names {
  trail: string
  keyAlias: string
  logBucket: string
  accessLogBucket: string
  logGroup: string
  cloudWatchLogsRole: string
  topic: string
  deliveryTopic: string
  tamperRule: string
  globalTamperRole: string
  dashboard: string
  configBucket: string
  configRecorder: string
  glueDatabase: string
  athenaWorkgroup: string
  athenaBucket: string
  evidenceBucket: string
  templateBucket: string
  replicaBucket: string
  replicaKeyAlias: string
  replicationRole: string
  eksClusterRole: string
  eksNodegroupRole: string
  sagemakerRole: string
  modelReadRole: string
  monitoringRole: string
  secretsReadRole: string
  awsNodeRole: string
  planRole: string
  deployRole: string
  publishRole: string
  verifyRole: string
  imagePushRole: string
  evidenceRole: string
  readPolicy: string
  pipelineBoundary: string
  workloadBoundary: string
  bootstrapStack: string
  auditStack: string
  accessStack: string
  globalStack: string
  replicaStack: string
}

export type NameKey = keyof Names

/**
 * Where a resource comes from: made by the stack, imported into it, only referred to, or (around a trail that is not
 * ours) not known at all.
 */
export type Source = 'create' | 'adopt' | 'use' | 'none'

type OidcProvider = 'create' | { use: string } | { adopt: string }
type SubjectForm = 'both' | 'immutable' | 'name'

/** A repository's workflow runs, as trust policies name them. */
export interface GithubSubject extends SubjectParts {
  branches: readonly string[]
  environments: readonly string[]
  subject: SubjectForm
}

export interface GithubConfig extends GithubSubject {
  repository: string
  /** Who signs the runs' tokens, without `https://`. */
  issuer: string
  oidcProvider: OidcProvider
  deploy: 'manual' | 'on-merge'
  /** Environments whose jobs publish templates; none: the jobs that deploy do it themselves. */
  publishEnvironments: readonly string[]
  /** The longest that a session of bootstrap's roles may be asked for. */
  maxSessionSeconds: number
  imagePush: ({ repositories: readonly string[] } & GithubSubject) | undefined
}

interface KeyConfig {
  source: Source
  /** Key id or ARN of a key that is used or adopted. */
  id: string | undefined
  rotationPeriodInDays: number
  administrators: readonly string[]
  allowDeletion: boolean
}

interface LifecycleConfig {
  standardIaAfterDays: number | undefined
  glacierAfterDays: number | undefined
  glacierClass: 'GLACIER_IR' | 'GLACIER'
  deepArchiveAfterDays: number | undefined
  expireAfterDays: number | undefined
  /** Days that a hidden or replaced version stays; undefined where nothing expires. */
  expireNoncurrentAfterDays: number | undefined
  scope: 'prefix' | 'all'
}

export interface ObjectLockConfig {
  mode: 'GOVERNANCE' | 'COMPLIANCE'
  days: number
}

interface AwsConfigConfig {
  /** Ids of the managed rules that are on. */
  rules: readonly string[]
  recorder: 'existing' | 'create'
  serviceLinkedRole: 'create' | 'existing'
}

interface AnalyticsConfig {
  scanLimitInGib: number
  /** `YYYY/MM/DD`, first day of the projection. */
  since: string
  regions: readonly string[]
  resultsDays: number
}

export interface AuditConfig {
  trail: Source
  /** ARN of the trail, ours or not. */
  trailArn: string
  logBucket: Source
  logGroup: Source
  organizationId: string | undefined
  logPrefix: string
  dataEvents: readonly string[] | 'all'
  dataEventsAccess: 'all' | 'read' | 'write'
  dataResources: readonly string[]
  networkActivity: { eventSources: readonly string[]; deniedOnly: boolean } | undefined
  insights: boolean
  deliveryNotices: boolean
  encryption: 'sse-kms' | 'sse-s3'
  key: KeyConfig
  bucketKey: boolean
  readerAccounts: readonly string[]
  objectLock: ObjectLockConfig | undefined
  breakGlass: readonly string[]
  lifecycle: LifecycleConfig
  accessLogRetentionDays: number
  logRetentionDays: number
  alert: readonly string[]
  tamperRule: boolean
  /** Ids of the CIS alarms that are on. */
  alarms: readonly string[]
  dashboard: boolean
  awsConfig: AwsConfigConfig
  analytics: AnalyticsConfig | undefined
  evidence: ObjectLockConfig | undefined
}

interface ClusterConfig {
  name: string
  /** Issuer without `https://`; undefined where pods use Pod Identity. */
  issuer: string | undefined
  createOidcProvider: boolean
}

interface PodConfig {
  namespace: string
  serviceAccount: string
}

interface EksConfig {
  autoMode: boolean
  cni: 'node-role' | 'aws-node'
  ecrPull: 'pull-only' | 'read-only'
  clusters: readonly ClusterConfig[]
  podIdentity: 'pod-identity' | 'irsa'
  modelRead: (PodConfig & { buckets: readonly string[]; prefixes: readonly string[]; keys: readonly string[] }) | undefined
  monitoring: (PodConfig & { metricNamespaces: readonly string[] }) | undefined
  secretsRead: (PodConfig & { secrets: readonly string[]; keys: readonly string[] }) | undefined
}

interface GatesConfig {
  networkIsolation: boolean
  interContainerEncryption: boolean
  subnets: readonly string[]
  securityGroups: readonly string[]
  volumeKey: string | undefined
  outputKey: string | undefined
  instanceTypes: readonly string[]
  maxRuntimeInHours: number | undefined
}

interface SagemakerConfig {
  profile: 'least-privilege' | 'lab'
  dataBuckets: readonly string[]
  prefixes: readonly string[]
  /** Key prefixes that are read and never written. */
  readPrefixes: readonly string[]
  /** What of the data buckets may be listed: below the prefixes, or all, as HeadBucket needs it. */
  list: 'prefixes' | 'buckets'
  jobs: readonly JobKind[]
  repositories: readonly string[]
  /** ARNs of further repositories to pull from. */
  images: readonly string[]
  keys: readonly string[]
  vpc: boolean
  gates: GatesConfig
}

interface EcrConfig {
  repositories: readonly { name: string; source: 'create' | 'adopt' }[]
  tags: 'IMMUTABLE' | 'MUTABLE'
  untaggedDays: number
  keepImages: number
}

export interface AccessConfig {
  eks: EksConfig | undefined
  sagemaker: SagemakerConfig | undefined
  ecr: EcrConfig | undefined
  bucketPolicies: readonly { bucket: string; key: string | undefined }[]
  replica: { bucket: string; region: string; prefixes: readonly string[]; sourceKey: string | undefined } | undefined
}

/** A finding someone has accepted, until a day. */
export interface CheckException {
  check: string
  resource: string | undefined
  reason: string
  owner: string
  ticket: string | undefined
  /** Takes a finding of the floor, too. */
  breakGlass: boolean
  /** `YYYY-MM-DD`, the last day the exception holds (UTC). */
  expires: string
}

/** What a plan may not do without an allowance. */
export interface PlanGates {
  failOnWidening: boolean
  failOnReplacement: boolean
  failOnDrift: boolean
  /** US dollars a month; undefined for no limit. */
  failOnCostIncrease: number | undefined
  allow: readonly GateAllowance[]
}

export interface GateAllowance {
  gate: GateName
  subject: string
  reason: string
  /** `YYYY-MM-DD`, the last day it holds (UTC). */
  expires: string | undefined
}

/** What a clean-up deletes beside the stacks, in the workload region. */
export interface CleanUpConfig {
  /** Parts of names of training jobs and endpoints. */
  nameContains: readonly string[]
  modelPackageGroups: readonly string[]
  imageTags: readonly string[]
  repositories: readonly string[]
  clusters: readonly string[]
}

/** How CloudFormation works on the stacks. */
export interface StackConfig {
  serviceRole: string | undefined
  notifications: readonly string[]
  rollbackAlarms: readonly string[]
  rollbackMinutes: number
}

/** Files of organization policies, relative to the config: a list for each level from the root to the account. */
interface OrganizationConfig {
  serviceControl: readonly (readonly string[])[]
  resourceControl: readonly (readonly string[])[]
}

/** A row of the access matrix as the config has it; names and ARNs are looked up in what is rendered. */
export interface AccessRowConfig {
  who: string | WorkflowRun
  effect: 'can' | 'cannot'
  actions: readonly string[]
  on: readonly string[]
  except: readonly string[]
  when: Readonly<Record<string, readonly string[]>>
  why: string | undefined
}

/** A setting that templates get as it is written or by default. */
export type PlainSetting = string | number | boolean | readonly string[]

/** The configuration after defaults and derivation: everything later code may ask is here, nothing is optional by accident. */
export interface Config {
  project: string
  environment: string
  prefix: string
  account: string
  region: string
  workloadRegion: string
  partition: Partition
  tags: Readonly<Record<string, string>>
  names: Names
  /** Where templates too large for a call are uploaded: a bucket of bootstrap, an existing one, or nowhere. */
  templateBucket: Exclude<Source, 'adopt'>
  stackReferences: 'parameter' | 'export'
  github: GithubConfig | undefined
  audit: AuditConfig
  access: AccessConfig
  accessMatrix: readonly AccessRowConfig[]
  organization: OrganizationConfig
  cleanUp: CleanUpConfig
  gates: PlanGates
  /** Undefined: nothing special. */
  stacks: StackConfig | undefined
  exceptions: readonly CheckException[]
  failOn: Severity
  /** What templates get as it is, by the name that schema.json gives it as `x-template`. */
  plain: Readonly<Record<string, PlainSetting>>
  /** Where the config was read from, relative to the working directory. */
  file: string
  /** SHA-256 of the normalised configuration, hex. */
  hash: string
  /** The config as it was given, inputs and the file of its matrix in their places, without the files of an organization: as JSON. */
  record: string
  /** SHA-256 of it, hex. */
  recordHash: string
  /** SHA-256 of what the files of an organization say, hex; undefined where the config names none, or they were not read. */
  organizationHash?: string | undefined
}
