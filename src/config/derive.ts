import { ALARM_PATTERNS } from '../model/alarm-patterns.ts'
import type { AccessConfig, AuditConfig, CheckException, Config, GithubConfig, Names } from '../model/config.ts'
import type { Partition } from '../model/partition.ts'
import { deriveNames } from './names.ts'
import type { RawAccess, RawAudit, RawConfig, RawException, RawGithub } from './raw.ts'

export interface DeriveContext {
  partition: Partition
  file: string
  sha256(text: string): string
}

/** Fills in every default. The input has passed the schema and the rules of `rules.ts`; nothing can fail here. */
export function deriveConfig(raw: RawConfig, context: DeriveContext): Config {
  const prefix = prefixOf(raw)
  const config = {
    project: raw.project,
    environment: raw.environment,
    prefix,
    account: raw.account,
    region: raw.region,
    workloadRegion: raw['workload-region'] ?? raw.region,
    partition: context.partition,
    tags: { Project: raw.project, Environment: raw.environment, ...raw.tags },
    names: namesOf(raw),
    github: raw.github ? deriveGithub(raw.github) : undefined,
    audit: deriveAudit(raw.audit ?? {}, context.partition),
    access: deriveAccess(raw.access ?? {}, raw.audit ?? {}),
    exceptions: (raw.exceptions ?? []).map(deriveException),
    failOn: raw['fail-on'] ?? 'high',
  } satisfies Omit<Config, 'file' | 'hash'>
  return { ...config, file: context.file, hash: context.sha256(JSON.stringify(config)) }
}

export function prefixOf(raw: RawConfig): string {
  return raw.prefix ?? `${raw.project}-${raw.environment}`
}

export function namesOf(raw: RawConfig): Names {
  return deriveNames({ prefix: prefixOf(raw), region: raw.region, account: raw.account }, raw.names ?? {})
}

function deriveGithub(raw: RawGithub): GithubConfig {
  const [owner = '', name = ''] = raw.repository.split('/')
  const hasIds = raw['owner-id'] !== undefined && raw['repository-id'] !== undefined
  return {
    repository: raw.repository,
    owner,
    name,
    ownerId: raw['owner-id'],
    repositoryId: raw['repository-id'],
    branches: raw.branches ?? ['main'],
    environments: raw.environments ?? [],
    subject: raw.subject ?? (hasIds ? 'both' : 'name'),
    oidcProvider: raw['oidc-provider'] ?? 'create',
    deploy: raw.deploy ?? 'manual',
  }
}

function deriveAudit(raw: RawAudit, partition: Partition): AuditConfig {
  const alert = raw.alert ?? []
  const lifecycle = raw.lifecycle ?? {}
  return {
    trail: 'create',
    logPrefix: raw['log-prefix'] ?? 'mlops-logs',
    dataEvents: raw['data-events'] ?? [],
    dataEventsAccess: raw['data-events-access'] ?? 'all',
    insights: raw.insights ?? partition.insights,
    key: {
      rotationPeriodInDays: raw.key?.['rotation-days'] ?? 365,
      administrators: raw.key?.administrators ?? [],
      allowDeletion: raw.key?.['allow-deletion'] ?? false,
      readerAccounts: raw.key?.['reader-accounts'] ?? [],
    },
    bucketKey: raw['bucket-key'] ?? false,
    lifecycle: {
      standardIaAfterDays: orDefault(lifecycle['standard-ia'], 30),
      glacierAfterDays: orDefault(lifecycle.glacier, 90),
      glacierClass: lifecycle['glacier-class'] ?? 'GLACIER_IR',
      deepArchiveAfterDays: orDefault(lifecycle['deep-archive'], 365),
      expireAfterDays: orDefault(lifecycle.expire, undefined),
      scope: lifecycle.scope ?? 'prefix',
    },
    accessLogRetentionDays: raw['access-log-retention-days'] ?? 365,
    logRetentionDays: raw['log-retention-days'] ?? 365,
    alert: typeof alert === 'string' ? [alert] : alert,
    tamperRule: raw['tamper-rule'] ?? true,
    alarms: alarmsOf(raw.alarms ?? false),
  }
}

function alarmsOf(raw: boolean | string[]): readonly string[] {
  if (typeof raw !== 'boolean') return raw
  return raw ? ALARM_PATTERNS.map((alarm) => alarm.id) : []
}

/** `null` in the config means "never"; left out means the default. */
function orDefault(value: number | null | undefined, fallback: number | undefined): number | undefined {
  return value === undefined ? fallback : (value ?? undefined)
}

function deriveAccess(raw: RawAccess, audit: RawAudit): AccessConfig {
  const eks = raw.eks === undefined ? {} : raw.eks
  const sagemaker = raw.sagemaker === undefined ? {} : raw.sagemaker
  const dataEvents = audit['data-events']
  return {
    eks:
      eks === false
        ? undefined
        : { autoMode: eks['auto-mode'] ?? false, cni: eks.cni ?? 'node-role', ecrPull: eks['ecr-pull'] ?? 'pull-only' },
    sagemaker:
      sagemaker === false
        ? undefined
        : {
            profile: sagemaker.profile ?? 'least-privilege',
            dataBuckets: sagemaker['data-buckets'] ?? (Array.isArray(dataEvents) ? dataEvents : []),
            prefixes: sagemaker.prefixes ?? ['gold/', 'artifacts/'],
            repositories: sagemaker.repositories ?? [],
            keys: sagemaker.keys ?? [],
            vpc: sagemaker.vpc ?? false,
          },
  }
}

function deriveException(raw: RawException): CheckException {
  return { check: raw.check, resource: raw.resource, reason: raw.reason, owner: raw.owner, ticket: raw.ticket, expires: raw.expires }
}
