import { defineCheck, needOr, notApplicable, passUnless } from '../define.ts'

export const bucketLocksLogs = defineCheck({
  id: 'bucket-locks-logs',
  code: 'BKT-007',
  severity: 'medium',
  title: 'Object Lock keeps every log as long as the config says, by default',
  on: 'logBucket',
  reads: ['s3:GetBucketObjectLockConfiguration'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html',
  why: 'Object Lock that is on without a default retention locks nothing: CloudTrail sets none on its objects.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the retention back; `audit.object-lock` decides it.',
    foreign: 'Run `aws s3api put-object-lock-configuration` with a DefaultRetention of at least the time that logs must be kept.',
  },
  settings: ['audit.object-lock'],
  messages: {
    'not-asked': 'no Object Lock is designed',
    off: 'Object Lock is off',
    'no-retention': 'Object Lock is on, and no default retention locks what is delivered',
    short: 'locked for {days} days, designed {designed}',
    mode: 'locked in mode GOVERNANCE, which people with s3:BypassGovernanceRetention end; designed COMPLIANCE',
    locked: 'locked for {days} days ({mode})',
  },
  examples: {
    good: 'ObjectLockEnabled: Enabled\nRule: { DefaultRetention: { Mode: COMPLIANCE, Days: 365 } }',
    bad: 'ObjectLockEnabled: Enabled',
  },
  evaluate: (bucket, { config }, say) => {
    const lock = needOr(bucket.objectLock, undefined)
    const designed = config?.audit.objectLock
    if (!designed && !lock) return notApplicable(say('not-asked'))
    if (!lock) return passUnless([say('off')], '')
    const retention = lock.Rule?.DefaultRetention
    if (!retention) return passUnless([say('no-retention')], '')
    const days = retention.Days ?? (retention.Years ?? 0) * 365
    return passUnless(
      [
        ...(designed && days < designed.days ? [say('short', { days, designed: designed.days })] : []),
        ...(designed?.mode === 'COMPLIANCE' && retention.Mode !== 'COMPLIANCE' ? [say('mode')] : []),
      ],
      say('locked', { days, mode: retention.Mode }),
    )
  },
})
