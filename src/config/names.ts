import type { NameKey, Names } from '../model/config.ts'
import type { RawConfig, RawNameKey } from './raw.ts'
import { existingName } from './sources.ts'

/** One row per name: the config key, how it is derived, the longest AWS allows, and what to call it in a message. */
interface NameRule {
  key: NameKey
  raw: RawNameKey
  limit: number
  what: string
  derive(parts: NameParts): string
  /** Whether a config uses the name at all: one that is not used may be too long. */
  usedBy(raw: RawConfig): boolean
}

interface NameParts {
  prefix: string
  region: string
  workloadRegion: string
  /** Region of the replica; the workload region where there is none. */
  replicaRegion: string
  account: string
}

type UsedBy = NameRule['usedBy']
const always: UsedBy = () => true
const withGithub: UsedBy = (raw) => raw.github !== undefined
const withEvidence: UsedBy = (raw) => raw.audit?.evidence !== undefined
const withReplica: UsedBy = (raw) => raw.access?.replica !== undefined
const withAnalytics: UsedBy = (raw) => raw.audit?.analytics !== undefined
const withRecorder: UsedBy = (raw) => raw.audit?.config?.recorder === 'create'
const withPod = (pod: 'model-read' | 'monitoring' | 'secrets-read'): UsedBy => {
  return (raw) => (raw.access?.eks || undefined)?.pods?.[pod] !== undefined
}

const rule = (
  key: NameKey,
  raw: RawNameKey,
  limit: number,
  what: string,
  derive: NameRule['derive'],
  usedBy: UsedBy = always,
): NameRule => ({ key, raw, limit, what, derive, usedBy })
const bucket = (
  key: NameKey,
  raw: RawNameKey,
  middle: string,
  usedBy: UsedBy = always,
  region: 'region' | 'workloadRegion' | 'replicaRegion' = 'region',
) => rule(key, raw, 63, 'bucket name', (parts) => `${parts.prefix}-${middle}-${parts[region]}-${parts.account}`, usedBy)
const role = (key: NameKey, raw: RawNameKey, suffix: string, usedBy: UsedBy = always) =>
  rule(key, raw, 64, 'role name', ({ prefix }) => `${prefix}-${suffix}`, usedBy)
const stack = (key: NameKey, raw: RawNameKey, suffix: string) => rule(key, raw, 128, 'stack name', ({ prefix }) => `${prefix}-${suffix}`)

/** Derived names carry prefix and, where they are global or per region, region and account: dev and prod never collide. */
export const NAME_RULES: readonly NameRule[] = [
  rule('trail', 'trail', 128, 'trail name', ({ prefix }) => `${prefix}-audit-trail`),
  rule('keyAlias', 'key-alias', 256, 'KMS alias', ({ prefix }) => `alias/${prefix}-cloudtrail-key`),
  bucket('logBucket', 'log-bucket', 'logs'),
  bucket('accessLogBucket', 'access-log-bucket', 's3-access'),
  rule('logGroup', 'log-group', 512, 'log group name', ({ prefix }) => `/mlops-audit/${prefix}/cloudtrail`),
  rule('cloudWatchLogsRole', 'cloudwatch-logs-role', 64, 'role name', ({ prefix, region }) => `${prefix}-cloudtrail-logs-${region}`),
  rule('topic', 'topic', 256, 'topic name', ({ prefix }) => `${prefix}-audit-alerts`),
  rule('deliveryTopic', 'delivery-topic', 256, 'topic name', ({ prefix }) => `${prefix}-audit-deliveries`),
  rule('tamperRule', 'tamper-rule', 64, 'rule name', ({ prefix }) => `${prefix}-audit-tamper`),
  rule('globalTamperRole', 'global-tamper-role', 64, 'role name', ({ prefix }) => `${prefix}-tamper-forward`),
  rule('dashboard', 'dashboard', 255, 'dashboard name', ({ prefix }) => `${prefix}-audit`),
  bucket('configBucket', 'config-bucket', 'config', withRecorder),
  rule('configRecorder', 'config-recorder', 256, 'recorder name', ({ prefix }) => `${prefix}-recorder`),
  rule('glueDatabase', 'glue-database', 255, 'database name', ({ prefix }) => `${prefix.replaceAll('-', '_')}_audit`, withAnalytics),
  rule('athenaWorkgroup', 'athena-workgroup', 128, 'workgroup name', ({ prefix }) => `${prefix}-audit`),
  bucket('athenaBucket', 'athena-bucket', 'athena', withAnalytics),
  bucket('evidenceBucket', 'evidence-bucket', 'evidence', withEvidence),
  bucket('templateBucket', 'template-bucket', 'cfn', withGithub),
  bucket('replicaBucket', 'replica-bucket', 'replica', withReplica, 'replicaRegion'),
  rule('replicaKeyAlias', 'replica-key-alias', 256, 'KMS alias', ({ prefix }) => `alias/${prefix}-replica-key`),
  role('replicationRole', 'replication-role', 'replication', withReplica),
  role('eksClusterRole', 'eks-cluster-role', 'eks-cluster-role'),
  role('eksNodegroupRole', 'eks-nodegroup-role', 'eks-nodegroup-role'),
  role('sagemakerRole', 'sagemaker-role', 'sagemaker-execution'),
  role('modelReadRole', 'model-read-role', 'model-read', withPod('model-read')),
  role('monitoringRole', 'monitoring-role', 'monitoring', withPod('monitoring')),
  role('secretsReadRole', 'secrets-read-role', 'secrets-read', withPod('secrets-read')),
  role('awsNodeRole', 'aws-node-role', 'aws-node'),
  role('planRole', 'plan-role', 'audit-plan'),
  role('deployRole', 'deploy-role', 'audit-deploy'),
  role('publishRole', 'publish-role', 'github-publish', withGithub),
  role('verifyRole', 'verify-role', 'audit-verify'),
  role('imagePushRole', 'image-push-role', 'image-push'),
  role('evidenceRole', 'evidence-role', 'audit-evidence', withEvidence),
  rule('readPolicy', 'read-policy', 64, 'policy name', ({ prefix }) => `${prefix}-read-configuration`, withGithub),
  rule('pipelineBoundary', 'pipeline-boundary', 64, 'policy name', ({ prefix }) => `${prefix}-pipeline-boundary`),
  rule('workloadBoundary', 'workload-boundary', 64, 'policy name', ({ prefix }) => `${prefix}-workload-boundary`),
  stack('bootstrapStack', 'bootstrap-stack', 'bootstrap'),
  stack('auditStack', 'audit-stack', 'audit'),
  stack('accessStack', 'access-stack', 'access'),
  stack('globalStack', 'global-stack', 'global'),
  stack('replicaStack', 'replica-stack', 'replica'),
]

function deriveNames(parts: NameParts, overrides: Partial<Record<RawNameKey, string>>): Names {
  const entries = NAME_RULES.map((rule) => [rule.key, overrides[rule.raw] ?? rule.derive(parts)])
  return Object.fromEntries(entries) as Names
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
