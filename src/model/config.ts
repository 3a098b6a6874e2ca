import type { Severity } from './finding.ts'
import type { Partition } from './partition.ts'

/** Every name the tool gives to something in AWS; each can be overridden under `names:`. */
export interface Names {
  trail: string
  keyAlias: string
  logBucket: string
  accessLogBucket: string
  logGroup: string
  cloudWatchLogsRole: string
  topic: string
  tamperRule: string
  eksClusterRole: string
  eksNodegroupRole: string
  sagemakerRole: string
  planRole: string
  deployRole: string
  verifyRole: string
  pipelineBoundary: string
  workloadBoundary: string
  bootstrapStack: string
  auditStack: string
  accessStack: string
}

export type NameKey = keyof Names

type OidcProvider = 'create' | { use: string }
type SubjectForm = 'both' | 'immutable' | 'name'

export interface GithubConfig {
  repository: string
  owner: string
  name: string
  ownerId: string | undefined
  repositoryId: string | undefined
  branches: readonly string[]
  environments: readonly string[]
  subject: SubjectForm
  oidcProvider: OidcProvider
  deploy: 'manual' | 'on-merge'
}

interface KeyConfig {
  rotationPeriodInDays: number
  administrators: readonly string[]
  allowDeletion: boolean
  readerAccounts: readonly string[]
}

interface LifecycleConfig {
  standardIaAfterDays: number | undefined
  glacierAfterDays: number | undefined
  glacierClass: 'GLACIER_IR' | 'GLACIER'
  deepArchiveAfterDays: number | undefined
  expireAfterDays: number | undefined
  scope: 'prefix' | 'all'
}

export interface AuditConfig {
  trail: 'create'
  logPrefix: string
  dataEvents: readonly string[] | 'all'
  dataEventsAccess: 'all' | 'read' | 'write'
  insights: boolean
  key: KeyConfig
  bucketKey: boolean
  lifecycle: LifecycleConfig
  accessLogRetentionDays: number
  logRetentionDays: number
  alert: readonly string[]
  tamperRule: boolean
  /** Ids of the CIS alarms that are on. */
  alarms: readonly string[]
}

interface EksConfig {
  autoMode: boolean
  cni: 'node-role' | 'aws-node'
  ecrPull: 'pull-only' | 'read-only'
}

interface SagemakerConfig {
  profile: 'least-privilege' | 'lab'
  dataBuckets: readonly string[]
  prefixes: readonly string[]
  repositories: readonly string[]
  keys: readonly string[]
  vpc: boolean
}

export interface AccessConfig {
  eks: EksConfig | undefined
  sagemaker: SagemakerConfig | undefined
}

/** A finding someone has accepted, until a day. */
export interface CheckException {
  check: string
  resource: string | undefined
  reason: string
  owner: string
  ticket: string | undefined
  /** `YYYY-MM-DD`, the last day the exception holds (UTC). */
  expires: string
}

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
  github: GithubConfig | undefined
  audit: AuditConfig
  access: AccessConfig
  exceptions: readonly CheckException[]
  failOn: Severity
  /** Where the config was read from, relative to the working directory. */
  file: string
  /** SHA-256 of the normalised configuration, hex. */
  hash: string
}
