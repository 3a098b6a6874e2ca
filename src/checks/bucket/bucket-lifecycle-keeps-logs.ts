import { defineCheck, fail, need, passUnless } from '../define.ts'

/** Days; a floor that no config lowers. Source: PCI DSS 10.5.1 and CIS AWS Foundations keep audit logs a year. */
const MINIMUM_DAYS = 365

export const bucketLifecycleKeepsLogs = defineCheck({
  id: 'bucket-lifecycle-keeps-logs',
  code: 'BKT-008',
  severity: 'low',
  title: 'A lifecycle is set, and deletes no log before a year',
  on: 'logBucket',
  reads: ['s3:GetLifecycleConfiguration'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
  remedy: 'Set `audit.lifecycle.expire` (and `expire-noncurrent`) to at least 365, or leave it out, and deploy.',
  settings: ['audit.lifecycle.expire'],
  evaluate: (bucket) => {
    const rules = need(bucket.lifecycle).Rules.filter((rule) => rule.Status === 'Enabled')
    if (rules.length === 0) return fail('no lifecycle rule is enabled')
    const early = rules.filter((rule) => (rule.Expiration?.Days ?? Number.POSITIVE_INFINITY) < MINIMUM_DAYS)
    const dated = rules.flatMap(({ ID, Expiration }) =>
      Expiration?.Date ? [`rule ${ID ?? '(unnamed)'} deletes everything on ${Expiration.Date}`] : [],
    )
    const gone = rules.filter((rule) => (rule.NoncurrentVersionExpiration?.NoncurrentDays ?? Number.POSITIVE_INFINITY) < MINIMUM_DAYS)
    const expires = rules.filter(({ Expiration }) => Expiration?.Days !== undefined)
    // Whether the bucket keeps versions is another check's; a log bucket must.
    const hidesOnly = expires.length > 0 && rules.every((rule) => rule.NoncurrentVersionExpiration?.NoncurrentDays === undefined)
    const uploads = rules.some((rule) => rule.AbortIncompleteMultipartUpload !== undefined)
    return passUnless(
      [
        ...early.map((rule) => `rule ${rule.ID ?? '(unnamed)'} deletes after ${rule.Expiration?.Days} days`),
        ...dated,
        ...gone.map(
          (rule) =>
            `rule ${rule.ID ?? '(unnamed)'} deletes a log that was hidden or replaced after ${rule.NoncurrentVersionExpiration?.NoncurrentDays} days`,
        ),
        ...(hidesOnly ? ['logs expire, and none is ever deleted: versions are kept, and no rule deletes them'] : []),
        ...(uploads ? [] : ['no rule cleans up incomplete uploads']),
      ],
      `${rules.length} rules, nothing deleted before ${MINIMUM_DAYS} days`,
    )
  },
})
