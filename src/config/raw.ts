import type { JobKind } from '../model/sagemaker-jobs.ts'
/** The config as written: exactly what schema.json accepts. Kept beside the schema and tested against it. */
export interface RawConfig {
  version: 1
  project: string
  environment: string
  prefix?: string
  account: string
  region: string
  'workload-region'?: string
  tags?: Record<string, string>
  names?: Partial<Record<RawNameKey, string>>
  'template-bucket'?: 'create' | false | { use: string }
  'stack-references'?: 'parameter' | 'export'
  github?: RawGithub
  audit?: RawAudit
  access?: RawAccess
  /** Or the path of a file that holds the list. */
  'access-matrix'?: RawAccessRow[] | string
  gates?: RawGates
  stacks?: RawStacks
  /** Paths of files, level by level. */
  organization?: { 'service-control-policies'?: string[][]; 'resource-control-policies'?: string[][] }
  exceptions?: RawException[]
  'fail-on'?: 'critical' | 'high' | 'medium' | 'low'
}

export type RawNameKey =
  | 'trail'
  | 'key-alias'
  | 'log-bucket'
  | 'access-log-bucket'
  | 'log-group'
  | 'cloudwatch-logs-role'
  | 'topic'
  | 'delivery-topic'
  | 'tamper-rule'
  | 'global-tamper-role'
  | 'dashboard'
  | 'config-bucket'
  | 'config-recorder'
  | 'glue-database'
  | 'athena-workgroup'
  | 'athena-bucket'
  | 'evidence-bucket'
  | 'template-bucket'
  | 'replica-bucket'
  | 'replica-key-alias'
  | 'replication-role'
  | 'eks-cluster-role'
  | 'eks-nodegroup-role'
  | 'sagemaker-role'
  | 'model-read-role'
  | 'monitoring-role'
  | 'secrets-read-role'
  | 'aws-node-role'
  | 'plan-role'
  | 'deploy-role'
  | 'publish-role'
  | 'verify-role'
  | 'image-push-role'
  | 'evidence-role'
  | 'read-policy'
  | 'pipeline-boundary'
  | 'workload-boundary'
  | 'bootstrap-stack'
  | 'audit-stack'
  | 'access-stack'
  | 'global-stack'
  | 'replica-stack'

/** `create`, or an existing resource: only referred to (`use`) or imported into the stack (`adopt`). */
export type RawSource = 'create' | { use: string } | { adopt: string }

export interface RawStacks {
  'service-role'?: string
  notifications?: string[]
  'rollback-alarms'?: string[]
  'rollback-minutes'?: number
}

/** A claim of the `sub`, or a claim with the values it may have. */
type RawSubjectClaim = string | Record<string, string | string[]>

interface RawImagePush {
  repositories: string[]
  repository?: string
  'owner-id'?: string
  'repository-id'?: string
  branches?: string[]
  environments?: string[]
  'subject-claims'?: RawSubjectClaim[]
}

export interface RawGithub {
  repository: string
  /** URL of the token issuer; github.com's when left out. */
  issuer?: string
  'owner-id'?: string
  'repository-id'?: string
  branches?: string[]
  environments?: string[]
  'publish-environments'?: string[]
  'max-session-seconds'?: number
  subject?: 'both' | 'immutable' | 'name'
  'subject-claims'?: RawSubjectClaim[]
  'oidc-provider'?: RawSource
  deploy?: 'manual' | 'on-merge'
  'image-push'?: RawImagePush
}

export interface RawObjectLock {
  mode: 'governance' | 'compliance'
  days: number
  confirm?: string
}

export interface RawAudit {
  trail?: RawSource
  'log-prefix'?: string
  'log-bucket'?: RawSource
  'log-group'?: RawSource
  organization?: { id: string }
  'data-events'?: 'all' | string[]
  'data-events-access'?: 'all' | 'read' | 'write'
  'data-resources'?: string[]
  'network-activity'?: { 'event-sources': string[]; 'denied-only'?: boolean }
  insights?: boolean
  'delivery-notices'?: boolean
  encryption?: 'sse-kms' | 'sse-s3'
  key?: {
    'rotation-days'?: number
    administrators?: string[]
    'allow-deletion'?: boolean
    use?: string
    adopt?: string
  }
  'bucket-key'?: boolean
  'reader-accounts'?: string[]
  'object-lock'?: RawObjectLock
  'break-glass'?: string[]
  lifecycle?: {
    'standard-ia'?: number | null
    glacier?: number | null
    'glacier-class'?: 'GLACIER_IR' | 'GLACIER'
    'deep-archive'?: number | null
    expire?: number | null
    'expire-noncurrent'?: number
    scope?: 'prefix' | 'all'
  }
  'access-log-retention-days'?: number
  'log-retention-days'?: number
  alert?: string | string[]
  'tamper-rule'?: boolean
  alarms?: boolean | string[]
  dashboard?: boolean
  config?: { rules?: boolean | string[]; recorder?: 'existing' | 'create'; 'service-linked-role'?: 'create' | 'existing' }
  analytics?: { 'scan-limit-gib'?: number; since?: string; regions?: string[]; 'results-days'?: number }
  evidence?: RawObjectLock
}

interface RawPod {
  namespace: string
  'service-account': string
}

export interface RawEks {
  'auto-mode'?: boolean
  cni?: 'node-role' | 'aws-node'
  'ecr-pull'?: 'pull-only' | 'read-only'
  clusters?: { name: string; issuer?: string; 'oidc-provider'?: 'existing' | 'create' }[]
  'pod-identity'?: 'pod-identity' | 'irsa'
  pods?: {
    'model-read'?: RawPod & { buckets: string[]; prefixes?: string[]; keys?: string[] }
    monitoring?: RawPod & { 'metric-namespaces'?: string[] }
    'secrets-read'?: RawPod & { secrets: string[]; keys?: string[] }
  }
}

export interface RawSagemaker {
  profile?: 'least-privilege' | 'lab'
  'data-buckets'?: string[]
  prefixes?: string[]
  'read-prefixes'?: string[]
  list?: 'prefixes' | 'buckets'
  jobs?: JobKind[]
  repositories?: string[]
  images?: string[]
  keys?: string[]
  vpc?: boolean
  gates?: {
    'network-isolation'?: boolean
    'inter-container-encryption'?: boolean
    subnets?: string[]
    'security-groups'?: string[]
    'volume-key'?: string
    'output-key'?: string
    'instance-types'?: string[]
    'max-runtime-hours'?: number
  }
}

export interface RawAccess {
  eks?: false | RawEks
  sagemaker?: false | RawSagemaker
  ecr?: {
    repositories: (string | { adopt: string })[]
    tags?: 'immutable' | 'mutable'
    'untagged-days'?: number
    'keep-images'?: number
  }
  'bucket-policies'?: { bucket: string; key?: string }[]
  replica?: { bucket: string; region: string; prefixes?: string[]; 'source-key'?: string }
}

export interface RawException {
  check: string
  resource?: string
  reason: string
  owner: string
  ticket?: string
  expires: string
}

export interface RawGates {
  'fail-on-widening'?: boolean
  'fail-on-replacement'?: boolean
  'fail-on-drift'?: boolean
  'fail-on-cost-increase'?: number
  allow?: { gate: 'widening' | 'replacement' | 'cost-increase' | 'drift' | 'evidence'; subject: string; reason: string; expires?: string }[]
}

export interface RawAccessRow {
  who: string | RawWorkflowRun
  can?: string | string[]
  cannot?: string | string[]
  on?: string | string[]
  except?: string | string[]
  when?: Record<string, string | string[] | null>
  why?: string
}

export interface RawWorkflowRun {
  repository: string
  'owner-id'?: string
  'repository-id'?: string
  branch?: string
  tag?: string
  environment?: string
  'pull-request'?: true
}
