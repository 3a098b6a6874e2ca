import type { Config } from './config.ts'
import type { Design, HeldResource } from './design.ts'
import type { Evidence, LogIntegrityFacts } from './evidence.ts'

/** The parts of AWS's answers that checks look at, in AWS's own field names. */
export interface TrailDescription {
  Name: string
  TrailARN: string
  HomeRegion: string
  S3BucketName: string
  S3KeyPrefix?: string
  SnsTopicARN?: string
  KmsKeyId?: string
  CloudWatchLogsLogGroupArn?: string
  CloudWatchLogsRoleArn?: string
  IsMultiRegionTrail: boolean
  IncludeGlobalServiceEvents: boolean
  LogFileValidationEnabled: boolean
  IsOrganizationTrail: boolean
}

/** Times are ISO 8601 in UTC. */
export interface TrailStatus {
  IsLogging: boolean
  LatestDeliveryTime?: string
  LatestDeliveryError?: string
  LatestDigestDeliveryTime?: string
  LatestDigestDeliveryError?: string
  LatestCloudWatchLogsDeliveryTime?: string
  LatestCloudWatchLogsDeliveryError?: string
  StartLoggingTime?: string
  StopLoggingTime?: string
}

export interface RegionalStatus {
  region: string
  status: Evidence<TrailStatus>
}

export interface FieldSelector {
  Field: string
  Equals?: string[]
  StartsWith?: string[]
  EndsWith?: string[]
  NotEquals?: string[]
  NotStartsWith?: string[]
  NotEndsWith?: string[]
}

export interface EventSelectors {
  EventSelectors?: {
    ReadWriteType?: string
    IncludeManagementEvents?: boolean
    ExcludeManagementEventSources?: string[]
    DataResources?: { Type: string; Values: string[] }[]
  }[]
  AdvancedEventSelectors?: { Name?: string; FieldSelectors: FieldSelector[] }[]
}

export interface TrailFacts {
  arn: string
  description: Evidence<TrailDescription>
  /** In the trail's home region. */
  status: Evidence<TrailStatus>
  /** In each other region that a multi-region trail delivers from; empty for others, and where nobody can ask. */
  elsewhere: readonly RegionalStatus[]
  eventSelectors: Evidence<EventSelectors>
  insightSelectors: Evidence<{ InsightSelectors: { InsightType: string }[] }>
}

interface PublicAccessBlock {
  BlockPublicAcls?: boolean
  IgnorePublicAcls?: boolean
  BlockPublicPolicy?: boolean
  RestrictPublicBuckets?: boolean
}

export interface BucketEncryption {
  SSEAlgorithm: string
  KMSMasterKeyID?: string
  BucketKeyEnabled: boolean
}

export interface LifecycleRule {
  ID?: string
  Status: string
  Prefix?: string
  ObjectSizeGreaterThan?: number
  ObjectSizeLessThan?: number
  Tags?: { Key: string; Value: string }[]
  Transitions?: { Days?: number; Date?: string; StorageClass: string }[]
  Expiration?: { Days?: number; Date?: string; ExpiredObjectDeleteMarker?: boolean }
  NoncurrentVersionTransitions?: { NoncurrentDays?: number; StorageClass: string }[]
  NoncurrentVersionExpiration?: { NoncurrentDays?: number; NewerNoncurrentVersions?: number }
  AbortIncompleteMultipartUpload?: { DaysAfterInitiation?: number }
}

export interface BucketFacts {
  arn: string
  name: string
  /** The trail that writes to it, for the policy checks. */
  trailArn: string | undefined
  logPrefix: string | undefined
  publicAccessBlock: Evidence<PublicAccessBlock>
  policyStatus: Evidence<{ IsPublic: boolean }>
  acl: Evidence<{ Grants: { Grantee: { URI?: string; ID?: string }; Permission: string }[] }>
  policy: Evidence<string>
  encryption: Evidence<BucketEncryption>
  versioning: Evidence<{ Status?: string; MFADelete?: string }>
  ownership: Evidence<{ ObjectOwnership: string }>
  lifecycle: Evidence<{ Rules: LifecycleRule[] }>
  logging: Evidence<{ TargetBucket?: string; TargetPrefix?: string }>
  location: Evidence<{ region: string }>
  objectLock: Evidence<ObjectLock>
}

/** What S3 keeps from being deleted, and by default for how long. */
interface ObjectLock {
  ObjectLockEnabled?: 'Enabled'
  Rule?: { DefaultRetention: { Mode: 'GOVERNANCE' | 'COMPLIANCE'; Days?: number; Years?: number } }
}

export interface KeyFacts {
  arn: string
  trailArn: string | undefined
  description: Evidence<{ KeyId: string; Arn: string; Enabled: boolean; KeyState: string; KeySpec: string; KeyManager: string }>
  rotation: Evidence<{ KeyRotationEnabled: boolean; RotationPeriodInDays?: number }>
  policy: Evidence<string>
}

export interface LogGroupFacts {
  arn: string
  name: string
  group: Evidence<{ logGroupName: string; retentionInDays?: number; kmsKeyId?: string; logGroupClass?: string }>
  resourcePolicies: Evidence<{ policyName: string; policyDocument: string }[]>
}

export type RoleKind =
  | 'cloudwatch-logs'
  | 'tamper-forward'
  | 'eks-cluster'
  | 'eks-nodegroup'
  | 'pod'
  | 'sagemaker'
  | 'replication'
  | 'plan'
  | 'publish'
  | 'deploy'
  | 'verify'
  | 'image-push'
  | 'evidence'
  | 'github'

/** Roles that trust GitHub's tokens: ours, and those found in an account without a config. */
export const GITHUB_ROLES: readonly RoleKind[] = ['plan', 'publish', 'deploy', 'verify', 'image-push', 'evidence', 'github']

export interface RoleFacts {
  arn: string
  name: string
  kind: RoleKind
  role: Evidence<{ AssumeRolePolicyDocument: string; PermissionsBoundaryArn?: string }>
  /** Inline and customer managed policies, as documents. */
  policies: Evidence<PolicyText[]>
  /** ARNs of attached managed policies. */
  attached: Evidence<string[]>
  /** AWS's own of them, as documents. */
  managed: Evidence<readonly PolicyText[]>
  /** The permissions boundary as a document; undefined where the role has none. */
  boundary: Evidence<PolicyText | undefined>
}

/** A policy document, by what it is called. */
export interface PolicyText {
  name: string
  document: string
}

/** The policy of a bucket that no check is about, and whether there is such a bucket. */
export interface BucketPolicyFacts {
  arn: string
  policy: Evidence<string>
  location: Evidence<{ region: string }>
}

/** What decides who may use a key: its policy, and tags that policies ask for. */
export interface KeyAccessFacts extends Pick<KeyFacts, 'arn' | 'description' | 'policy'> {
  tags: Evidence<Readonly<Record<string, string>>>
}

/** What the access matrix is held against in an account. */
export interface AccessFacts {
  roles: readonly RoleFacts[]
  /** Documents of boundaries and of AWS's own policies, by ARN. */
  managed: ReadonlyMap<string, Evidence<string>>
  buckets: readonly BucketPolicyFacts[]
  keys: readonly KeyAccessFacts[]
  /** Repositories and topics that rows speak of. */
  others: readonly ResourcePolicyFacts[]
}

/** A resource with its policy; `itself` says whether it is there where it has none. */
export interface ResourcePolicyFacts {
  arn: string
  policy: Evidence<string>
  itself: Evidence<unknown>
}

/** Everything between a deed and the people it is told to: rule, topic, the topic's key. */
export interface AlertPathFacts {
  /** ARN of the topic. */
  arn: string
  topic: Evidence<TopicAttributes>
  subscriptions: Evidence<{ confirmed: number; pending: number }>
  /** The key that encrypts the topic. */
  key: Pick<KeyFacts, 'arn' | 'description' | 'policy'>
  /** The rule that watches for tampering; undefined where the design has none. */
  rule: RuleFacts | undefined
  /** Whether alarms publish to the topic. */
  hasAlarms: boolean
}

export interface TopicAttributes {
  Policy: string
  KmsMasterKeyId?: string
}

export interface RuleFacts {
  arn: string
  rule: Evidence<{ State: string; EventPattern?: string }>
  targets: Evidence<{ Id: string; Arn: string; RoleArn?: string }[]>
}

export interface OidcProviderFacts {
  arn: string
  provider: Evidence<{ Url: string; ClientIDList: string[] }>
}

/** Everything a verification knows. Checks see this and nothing else. */
export interface Facts {
  account: string
  region: string
  partition: string
  /** The designed state; undefined when an account is judged without a config. */
  config: Config | undefined
  /** Names of the policies each role is designed to have, by the role's ARN; undefined when nothing says so. */
  designedPolicies?: ReadonlyMap<string, readonly string[]>
  /** Every designed resource as it is in the account; undefined where no templates say what must be there. */
  design?: Design
  /** Resources as they are, property by property, where no design says which there are. */
  resources?: readonly HeldResource[]
  /** When the evidence was collected, ISO 8601 UTC: freshness is judged against this, so a replay gives the same findings. */
  collectedAt: string
  trails: readonly TrailFacts[]
  logBuckets: readonly BucketFacts[]
  keys: readonly KeyFacts[]
  logGroups: readonly LogGroupFacts[]
  alertPaths: readonly AlertPathFacts[]
  roles: readonly RoleFacts[]
  oidcProviders: readonly OidcProviderFacts[]
  /** What log files were found to be; undefined where they were not looked at. */
  logIntegrity?: readonly LogIntegrityFacts[]
}
