import { ALARM_PATTERNS } from '../../model/alarm-patterns.ts'
import type { AuditConfig, Names, ObjectLockConfig, Source } from '../../model/config.ts'
import { CONFIG_RULES } from '../../model/config-rules.ts'
import type { Partition } from '../../model/partition.ts'
import type { RawObjectLock, RawSource, SettledAudit, SettledConfig } from '../raw.ts'
import { sourceOf } from '../sources.ts'

export function deriveAudit(config: SettledConfig, names: Names, partition: Partition): AuditConfig {
  const raw = config.audit
  return {
    ...deriveTrail(config, raw, names, partition),
    encryption: raw.encryption,
    key: deriveKey(raw),
    bucketKey: raw['bucket-key'],
    readerAccounts: raw['reader-accounts'],
    objectLock: objectLockOf(raw['object-lock']),
    breakGlass: raw['break-glass'],
    lifecycle: deriveLifecycle(raw.lifecycle),
    accessLogRetentionDays: raw['access-log-retention-days'],
    logRetentionDays: raw['log-retention-days'],
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

function deriveTrail(config: SettledConfig, raw: SettledAudit, names: Names, partition: Partition): TrailConfig {
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
    logPrefix: raw['log-prefix'],
    dataEvents: raw['data-events'],
    dataEventsAccess: raw['data-events-access'],
    dataResources: raw['data-resources'],
    networkActivity: raw['network-activity'] && {
      eventSources: raw['network-activity']['event-sources'],
      deniedOnly: raw['network-activity']['denied-only'],
    },
    insights: raw.insights ?? (isOurs && partition.insights),
    deliveryNotices: raw['delivery-notices'],
  }
}

function deriveWatch(raw: SettledAudit): Pick<AuditConfig, 'alert' | 'tamperRule' | 'alarms' | 'dashboard' | 'awsConfig'> {
  const { alert, config } = raw
  return {
    alert: typeof alert === 'string' ? [alert] : alert,
    tamperRule: raw['tamper-rule'],
    alarms: chosen(raw.alarms, ALARM_PATTERNS),
    dashboard: raw.dashboard,
    awsConfig: {
      // Asking for a recorder asks for the rules it serves.
      rules: chosen(config?.rules ?? false, CONFIG_RULES),
      recorder: config?.recorder ?? 'existing',
      serviceLinkedRole: config?.['service-linked-role'] ?? 'create',
    },
  }
}

function deriveAnalytics(raw: NonNullable<SettledAudit['analytics']>, partition: Partition): AuditConfig['analytics'] {
  return {
    scanLimitInGib: raw['scan-limit-gib'],
    since: raw.since,
    regions: raw.regions ?? partition.regions,
    resultsDays: raw['results-days'],
  }
}

function deriveKey({ key }: SettledAudit): AuditConfig['key'] {
  return {
    source: key.use !== undefined ? 'use' : key.adopt !== undefined ? 'adopt' : 'create',
    id: key.use ?? key.adopt,
    rotationPeriodInDays: key['rotation-days'],
    administrators: key.administrators,
    allowDeletion: key['allow-deletion'],
  }
}

function deriveLifecycle(lifecycle: SettledAudit['lifecycle']): AuditConfig['lifecycle'] {
  // `null` means never.
  const expireAfterDays = lifecycle.expire ?? undefined
  return {
    standardIaAfterDays: lifecycle['standard-ia'] ?? undefined,
    glacierAfterDays: lifecycle.glacier ?? undefined,
    glacierClass: lifecycle['glacier-class'],
    deepArchiveAfterDays: lifecycle['deep-archive'] ?? undefined,
    expireAfterDays,
    expireNoncurrentAfterDays: expireAfterDays === undefined ? undefined : (lifecycle['expire-noncurrent'] ?? expireAfterDays),
    scope: lifecycle.scope,
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
