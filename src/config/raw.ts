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
  github?: RawGithub
  audit?: RawAudit
  access?: RawAccess
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
  | 'tamper-rule'
  | 'eks-cluster-role'
  | 'eks-nodegroup-role'
  | 'sagemaker-role'
  | 'plan-role'
  | 'deploy-role'
  | 'verify-role'
  | 'pipeline-boundary'
  | 'workload-boundary'
  | 'bootstrap-stack'
  | 'audit-stack'
  | 'access-stack'

export interface RawGithub {
  repository: string
  'owner-id'?: string
  'repository-id'?: string
  branches?: string[]
  environments?: string[]
  subject?: 'both' | 'immutable' | 'name'
  'oidc-provider'?: 'create' | { use: string }
  deploy?: 'manual' | 'on-merge'
}

export interface RawAudit {
  trail?: 'create'
  'log-prefix'?: string
  'data-events'?: 'all' | string[]
  'data-events-access'?: 'all' | 'read' | 'write'
  insights?: boolean
  key?: {
    'rotation-days'?: number
    administrators?: string[]
    'allow-deletion'?: boolean
    'reader-accounts'?: string[]
  }
  'bucket-key'?: boolean
  lifecycle?: {
    'standard-ia'?: number | null
    glacier?: number | null
    'glacier-class'?: 'GLACIER_IR' | 'GLACIER'
    'deep-archive'?: number | null
    expire?: number | null
    scope?: 'prefix' | 'all'
  }
  'access-log-retention-days'?: number
  'log-retention-days'?: number
  alert?: string | string[]
  'tamper-rule'?: boolean
  alarms?: boolean | string[]
}

export interface RawAccess {
  eks?: false | { 'auto-mode'?: boolean; cni?: 'node-role' | 'aws-node'; 'ecr-pull'?: 'pull-only' | 'read-only' }
  sagemaker?:
    | false
    | {
        profile?: 'least-privilege' | 'lab'
        'data-buckets'?: string[]
        prefixes?: string[]
        repositories?: string[]
        keys?: string[]
        vpc?: boolean
      }
}

export interface RawException {
  check: string
  resource?: string
  reason: string
  owner: string
  ticket?: string
  expires: string
}
