import { ALARM_PATTERNS } from '../../model/alarm-patterns.ts'
import type { AuditConfig, Names, ObjectLockConfig, Source } from '../../model/config.ts'
import { CONFIG_RULES } from '../../model/config-rules.ts'
import type { Partition } from '../../model/partition.ts'
import type { RawAudit, RawConfig, RawObjectLock, RawSource } from '../raw.ts'
import { sourceOf } from '../sources.ts'

export function deriveAudit(config: RawConfig, names: Names, partition: Partition): AuditConfig {
  const raw = config.audit ?? {}
  return {
    ...deriveTrail(config, raw, names, partition),
    encryption: raw.encryption ?? 'sse-kms',
    key: deriveKey(raw),
    bucketKey: raw['bucket-key'] ?? false,
    readerAccounts: raw['reader-accounts'] ?? [],
    objectLock: objectLockOf(raw['object-lock']),
    breakGlass: raw['break-glass'] ?? [],
    lifecycle: deriveLifecycle(raw.lifecycle ?? {}),
    accessLogRetentionDays: raw['access-log-retention-days'] ?? 365,
    logRetentionDays: raw['log-retention-days'] ?? 365,
    ...deriveWatch(raw),
    analytics: raw.analytics && deriveAnalytics(raw.analytics, partition),
    evidence: objectLockOf(raw.evidence),
  }
}

type TrailConfig = Pick<
  AuditConfig,
  | 'trail'
  | 'trailArn'
  | 'logBucket'
  | 'logGroup'
  | 'organizationId'
  | 'logPrefix'
  | 'dataEvents'
  | 'dataEventsAccess'
  | 'dataResources'
  | 'networkActivity'
  | 'insights'
  | 'deliveryNotices'
>

function deriveTrail(config: RawConfig, raw: RawAudit, names: Names, partition: Partition): TrailConfig {
  const trail = sourceOf(raw.trail)
  const isOurs = trail !== 'use'
  /** Around a trail that is not ours, what it writes to is known only when it is named. */
  const beside = (source: RawSource | undefined): Source => (isOurs || source !== undefined ? sourceOf(source) : 'none')
  return {
    trail,
    trailArn:
      typeof raw.trail === 'object' && 'use' in raw.trail
        ? raw.trail.use
        : `arn:${partition.id}:cloudtrail:${config.region}:${config.account}:trail/${names.trail}`,
    logBucket: beside(raw['log-bucket']),
    logGroup: beside(raw['log-group']),
    organizationId: raw.organization?.id,
    logPrefix: raw['log-prefix'] ?? 'mlops-logs',
    dataEvents: raw['data-events'] ?? [],
    dataEventsAccess: raw['data-events-access'] ?? 'all',
    dataResources: raw['data-resources'] ?? [],
    networkActivity: raw['network-activity'] && {
      eventSources: raw['network-activity']['event-sources'],
      deniedOnly: raw['network-activity']['denied-only'] ?? false,
    },
    insights: raw.insights ?? (isOurs && partition.insights),
    deliveryNotices: raw['delivery-notices'] ?? false,
  }
}

function deriveWatch(raw: RawAudit): Pick<AuditConfig, 'alert' | 'tamperRule' | 'alarms' | 'dashboard' | 'awsConfig'> {
  const alert = raw.alert ?? []
  return {
    alert: typeof alert === 'string' ? [alert] : alert,
    tamperRule: raw['tamper-rule'] ?? true,
    alarms: chosen(raw.alarms ?? false, ALARM_PATTERNS),
    dashboard: raw.dashboard ?? false,
    awsConfig: {
      // Asking for a recorder asks for the rules it serves.
      rules: chosen(raw.config?.rules ?? raw.config !== undefined, CONFIG_RULES),
      recorder: raw.config?.recorder ?? 'existing',
      serviceLinkedRole: raw.config?.['service-linked-role'] ?? 'create',
    },
  }
}

function deriveAnalytics(raw: NonNullable<RawAudit['analytics']>, partition: Partition): AuditConfig['analytics'] {
  return {
    scanLimitInGib: raw['scan-limit-gib'] ?? 10,
    since: raw.since ?? '2024/01/01',
    regions: raw.regions ?? partition.regions,
    resultsDays: raw['results-days'] ?? 30,
  }
}

function deriveKey({ key = {} }: RawAudit): AuditConfig['key'] {
  return {
    source: key.use !== undefined ? 'use' : key.adopt !== undefined ? 'adopt' : 'create',
    id: key.use ?? key.adopt,
    rotationPeriodInDays: key['rotation-days'] ?? 365,
    administrators: key.administrators ?? [],
    allowDeletion: key['allow-deletion'] ?? false,
  }
}

function deriveLifecycle(lifecycle: NonNullable<RawAudit['lifecycle']>): AuditConfig['lifecycle'] {
  const expireAfterDays = orDefault(lifecycle.expire, undefined)
  return {
    standardIaAfterDays: orDefault(lifecycle['standard-ia'], 30),
    glacierAfterDays: orDefault(lifecycle.glacier, 90),
    glacierClass: lifecycle['glacier-class'] ?? 'GLACIER_IR',
    deepArchiveAfterDays: orDefault(lifecycle['deep-archive'], 365),
    expireAfterDays,
    expireNoncurrentAfterDays: expireAfterDays === undefined ? undefined : (lifecycle['expire-noncurrent'] ?? expireAfterDays),
    scope: lifecycle.scope ?? 'prefix',
  }
}

function objectLockOf(raw: RawObjectLock | undefined): ObjectLockConfig | undefined {
  return raw && { mode: raw.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE', days: raw.days }
}

/** `true` for every one of a set, `false` for none, or a list of ids. */
function chosen(raw: boolean | string[], all: readonly { id: string }[]): readonly string[] {
  if (typeof raw !== 'boolean') return raw
  return raw ? all.map(({ id }) => id) : []
}

/** `null` in the config means "never"; left out means the default. */
function orDefault(value: number | null | undefined, fallback: number | undefined): number | undefined {
  return value === undefined ? fallback : (value ?? undefined)
}
