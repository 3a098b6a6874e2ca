import { defineCheck, fail, need, pass } from '../define.ts'

export const bucketLogsAccess = defineCheck({
  id: 'bucket-logs-access',
  code: 'BKT-009',
  severity: 'medium',
  title: 'Access to the log bucket is itself logged, into another bucket',
  on: 'logBucket',
  reads: ['s3:GetBucketLogging'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
  remedy: 'Deploy the audit stack: it has an access-log bucket.',
  evaluate: (bucket) => {
    const { TargetBucket } = need(bucket.logging)
    if (!TargetBucket) return fail('server access logging is off')
    return TargetBucket === bucket.name ? fail('it logs into itself, and every log line causes another') : pass(`logs into ${TargetBucket}`)
  },
})
