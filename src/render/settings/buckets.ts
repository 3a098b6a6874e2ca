import type { Config } from '../../model/config.ts'
import { logicalSuffix } from '../../model/logical-id.ts'
import { accessLogsIn, isStackOwned } from '../../model/presence.ts'
import { type Entries, flag } from './entries.ts'

/** Buckets of the audit stack that log their accesses, with the prefix each logs under. */
function loggedBuckets({ audit, names }: Config): { name: string; prefix: string }[] {
  return [
    ...(isStackOwned(audit.logBucket) ? [{ name: names.logBucket, prefix: 'log-bucket' }] : []),
    ...(audit.awsConfig.recorder === 'create' ? [{ name: names.configBucket, prefix: 'config-bucket' }] : []),
    ...(audit.analytics ? [{ name: names.athenaBucket, prefix: 'athena-bucket' }] : []),
    ...(audit.evidence ? [{ name: names.evidenceBucket, prefix: 'evidence-bucket' }] : []),
  ]
}

export function bucketSettings(config: Config): Entries {
  const { audit, names } = config
  const logged = loggedBuckets(config)
  return [
    ['logBucket.ours', isStackOwned(audit.logBucket)],
    ['logBucket.adopted', audit.logBucket === 'adopt'],
    ['loggedBuckets', logged],
    ['selfFeedingBuckets', [names.logBucket, ...(accessLogsIn(config) ? [names.accessLogBucket] : [])]],
    ['watchedBuckets', [...(audit.logBucket === 'none' ? [] : [names.logBucket]), ...(audit.evidence ? [names.evidenceBucket] : [])]],
    ['auditBuckets', auditBuckets(config)],
    ['objectLock', audit.objectLock !== undefined],
    ['objectLock.atCreation', audit.objectLock !== undefined && audit.logBucket === 'create'],
    ['objectLock.mode', audit.objectLock?.mode ?? ''],
  ]
}

export function dataBucketSettings({ access: { bucketPolicies, sagemaker, eks } }: Config): Entries {
  return [
    [
      'bucketPolicies',
      bucketPolicies.map(({ bucket, key }) => ({
        bucket,
        suffix: logicalSuffix(bucket),
        key: key ?? '',
        sagemaker: flag(sagemaker?.profile === 'least-privilege' && sagemaker.dataBuckets.includes(bucket)),
        sagemakerReads: flag(
          sagemaker?.profile === 'least-privilege' && sagemaker.dataBuckets.includes(bucket) && sagemaker.readPrefixes.length > 0,
        ),
        modelRead: flag(eks?.modelRead?.buckets.includes(bucket) ?? false),
      })),
    ],
  ]
}

/** Beside the log bucket, what no workload has to do with. */
function auditBuckets(config: Config): string[] {
  const { names, templateBucket } = config
  return [
    names.accessLogBucket,
    ...loggedBuckets(config).flatMap(({ name }) => (name === names.logBucket ? [] : [name])),
    ...(templateBucket === 'create' ? [names.templateBucket] : []),
  ]
}

export function deployedBuckets(config: Config): string[] {
  const { access, names } = config
  return [
    ...loggedBuckets(config).map(({ name }) => name),
    ...(accessLogsIn(config) ? [names.accessLogBucket] : []),
    ...(access.replica ? [names.replicaBucket] : []),
  ]
}

export function evidenceSettings({ audit: { evidence } }: Config): Entries {
  return [
    ['evidence', evidence !== undefined],
    ['evidence.mode', evidence?.mode ?? ''],
  ]
}

export function replicaSettings({ access: { replica } }: Config): Entries {
  const prefixes = replica?.prefixes ?? []
  return [
    ['replica', replica !== undefined],
    ['replica.prefixes', prefixes],
    [
      'replica.rules',
      prefixes.map((prefix, index) => ({
        id: `replica-${index + 1}`,
        priority: String(index + 1),
        prefix,
        comma: index === 0 ? '' : ',',
      })),
    ],
  ]
}
