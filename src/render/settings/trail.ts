import type { Config } from '../../model/config.ts'
import { isStackOwned, keyIn } from '../../model/presence.ts'
import type { Entries } from './entries.ts'

export function trailSettings({ audit }: Config): Entries {
  const isOurs = audit.trail !== 'use'
  const dependsOn = [
    ...(isStackOwned(audit.logBucket) ? ['LogBucketPolicy'] : []),
    ...(audit.deliveryNotices ? ['DeliveryTopicPolicy'] : []),
  ]
  return [
    ['trail.ours', isOurs],
    ['trail.adopted', audit.trail === 'adopt'],
    ['trail.encrypted', isOurs && audit.encryption === 'sse-kms'],
    ['trail.ownKey', audit.encryption === 'sse-kms' && audit.key.source !== 'use'],
    ['trail.usedKey', audit.encryption === 'sse-kms' && audit.key.source === 'use'],
    ['trail.dependsOn', dependsOn],
    ['organizationId', audit.organizationId ?? ''],
    ['insights', audit.insights],
    ['logGroup.ours', isStackOwned(audit.logGroup)],
    ['logGroup.adopted', audit.logGroup === 'adopt'],
    ['logGroup.known', audit.logGroup !== 'none'],
  ]
}

export function keySettings(config: Config): Entries {
  const { key, bucketKey, readerAccounts, encryption } = config.audit
  const readers = config.audit.trail !== 'use' && encryption === 'sse-kms' ? readerAccounts : []
  const ours = keyIn(config)
  const used = key.source === 'use'
  return [
    ['key.ours', ours],
    ['key.adopted', key.source === 'adopt'],
    ['key.used', used],
    ['key.any', ours || used],
    ['key.arn', used ? (key.id ?? '') : ''],
    ['key.adoptedArn', key.source === 'adopt' ? keyArnOf(config) : ''],
    // The logs of a trail that is not ours are under a key that is not known here.
    ['key.ownLogs', key.source === 'create' && config.audit.trail !== 'use'],
    ['key.knownArn', key.source === 'create' ? '' : keyArnOf(config)],
    ['key.readerAccounts', readers],
    ['key.readersThroughBucketKey', bucketKey && readers.length > 0],
    ['encryption.kms', encryption === 'sse-kms'],
  ]
}

/** An existing key is named by its ARN, or by its id in the audit region. */
function keyArnOf({ audit: { key }, partition, region, account }: Config): string {
  const id = key.id ?? ''
  return id.startsWith('arn:') ? id : `arn:${partition.id}:kms:${region}:${account}:key/${id}`
}

export function lifecycleSettings({ account, audit: { lifecycle, logPrefix, organizationId } }: Config): Entries {
  const { standardIaAfterDays, glacierAfterDays, deepArchiveAfterDays, expireAfterDays, expireNoncurrentAfterDays } = lifecycle
  return [
    ['lifecycle.prefixScope', lifecycle.scope === 'prefix'],
    ['lifecycle.transitionPrefix', transitionPrefix(lifecycle.scope, { account, logPrefix, organizationId })],
    ['lifecycle.transitions', [standardIaAfterDays, glacierAfterDays, deepArchiveAfterDays].some((days) => days !== undefined)],
    ['lifecycle.standardIaAfterDays', standardIaAfterDays ?? 0],
    ['lifecycle.glacierAfterDays', glacierAfterDays ?? 0],
    ['lifecycle.deepArchiveAfterDays', deepArchiveAfterDays ?? 0],
    ['lifecycle.expireAfterDays', expireAfterDays ?? 0],
    ['lifecycle.expireNoncurrentAfterDays', expireNoncurrentAfterDays ?? 0],
  ]
}

/**
 * What moves to cheaper classes. The log files of one account lie below one folder, digests beside it; those of an organization lie
 * below a folder per account, so there only their size, a few KB, keeps digests where they are. A bucket of one's own may hold
 * other things, for which `scope: all` asks.
 */
function transitionPrefix(
  scope: Config['audit']['lifecycle']['scope'],
  { account, logPrefix, organizationId }: { account: string; logPrefix: string; organizationId: string | undefined },
): string {
  if (scope === 'all') return ''
  return organizationId === undefined ? `${logPrefix}/AWSLogs/${account}/CloudTrail/` : `${logPrefix}/`
}

export function dataEventSettings({ audit }: Config): Entries {
  const named = audit.dataEvents === 'all' ? [] : audit.dataEvents
  return [
    ['dataEvents.named', named.length > 0],
    ['dataEvents.buckets', named],
    ['dataEvents.all', audit.dataEvents === 'all'],
    ['dataEvents.oneWay', audit.dataEventsAccess !== 'all'],
    ['dataEvents.readOnly', String(audit.dataEventsAccess === 'read')],
  ]
}
