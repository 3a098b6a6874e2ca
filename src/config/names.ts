import type { NameKey, Names } from '../model/config.ts'
import type { RawNameKey } from './raw.ts'

/** One row per name: the config key, how it is derived, the longest AWS allows, and what to call it in a message. */
interface NameRule {
  key: NameKey
  raw: RawNameKey
  limit: number
  what: string
  derive(parts: NameParts): string
}

export interface NameParts {
  prefix: string
  region: string
  account: string
}

/** Derived names carry prefix and, where they are global or per region, region and account: dev and prod never collide. */
export const NAME_RULES: readonly NameRule[] = [
  { key: 'trail', raw: 'trail', limit: 128, what: 'trail name', derive: ({ prefix }) => `${prefix}-audit-trail` },
  { key: 'keyAlias', raw: 'key-alias', limit: 256, what: 'KMS alias', derive: ({ prefix }) => `alias/${prefix}-cloudtrail-key` },
  {
    key: 'logBucket',
    raw: 'log-bucket',
    limit: 63,
    what: 'bucket name',
    derive: ({ prefix, region, account }) => `${prefix}-logs-${region}-${account}`,
  },
  {
    key: 'accessLogBucket',
    raw: 'access-log-bucket',
    limit: 63,
    what: 'bucket name',
    derive: ({ prefix, region, account }) => `${prefix}-s3-access-${region}-${account}`,
  },
  { key: 'logGroup', raw: 'log-group', limit: 512, what: 'log group name', derive: ({ prefix }) => `/mlops-audit/${prefix}/cloudtrail` },
  {
    key: 'cloudWatchLogsRole',
    raw: 'cloudwatch-logs-role',
    limit: 64,
    what: 'role name',
    derive: ({ prefix, region }) => `${prefix}-cloudtrail-logs-${region}`,
  },
  { key: 'topic', raw: 'topic', limit: 256, what: 'topic name', derive: ({ prefix }) => `${prefix}-audit-alerts` },
  { key: 'tamperRule', raw: 'tamper-rule', limit: 64, what: 'rule name', derive: ({ prefix }) => `${prefix}-audit-tamper` },
  { key: 'eksClusterRole', raw: 'eks-cluster-role', limit: 64, what: 'role name', derive: ({ prefix }) => `${prefix}-eks-cluster-role` },
  {
    key: 'eksNodegroupRole',
    raw: 'eks-nodegroup-role',
    limit: 64,
    what: 'role name',
    derive: ({ prefix }) => `${prefix}-eks-nodegroup-role`,
  },
  { key: 'sagemakerRole', raw: 'sagemaker-role', limit: 64, what: 'role name', derive: ({ prefix }) => `${prefix}-sagemaker-execution` },
  { key: 'planRole', raw: 'plan-role', limit: 64, what: 'role name', derive: ({ prefix }) => `${prefix}-audit-plan` },
  { key: 'deployRole', raw: 'deploy-role', limit: 64, what: 'role name', derive: ({ prefix }) => `${prefix}-audit-deploy` },
  { key: 'verifyRole', raw: 'verify-role', limit: 64, what: 'role name', derive: ({ prefix }) => `${prefix}-audit-verify` },
  {
    key: 'pipelineBoundary',
    raw: 'pipeline-boundary',
    limit: 64,
    what: 'policy name',
    derive: ({ prefix }) => `${prefix}-pipeline-boundary`,
  },
  {
    key: 'workloadBoundary',
    raw: 'workload-boundary',
    limit: 64,
    what: 'policy name',
    derive: ({ prefix }) => `${prefix}-workload-boundary`,
  },
  { key: 'bootstrapStack', raw: 'bootstrap-stack', limit: 128, what: 'stack name', derive: ({ prefix }) => `${prefix}-bootstrap` },
  { key: 'auditStack', raw: 'audit-stack', limit: 128, what: 'stack name', derive: ({ prefix }) => `${prefix}-audit` },
  { key: 'accessStack', raw: 'access-stack', limit: 128, what: 'stack name', derive: ({ prefix }) => `${prefix}-access` },
]

export function deriveNames(parts: NameParts, overrides: Partial<Record<RawNameKey, string>>): Names {
  const entries = NAME_RULES.map((rule) => [rule.key, overrides[rule.raw] ?? rule.derive(parts)])
  return Object.fromEntries(entries) as Names
}
