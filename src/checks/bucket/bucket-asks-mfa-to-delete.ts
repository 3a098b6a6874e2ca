import { defineCheck, need, notApplicable, pass } from '../define.ts'

export const bucketAsksMfaToDelete = defineCheck({
  id: 'bucket-asks-mfa-to-delete',
  code: 'BKT-016',
  severity: 'low',
  title: 'Deleting a version for good needs MFA',
  on: 'logBucket',
  reads: ['s3:GetBucketVersioning'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html',
  why: 'With MFA delete a stolen key alone deletes no log; Object Lock keeps more people out, for a set time.',
  remedy: 'As the account’s root user run `aws s3api put-bucket-versioning` with `MFADelete=Enabled`; no template and no role can.',
  messages: {
    on: 'MFA delete is on',
    manual: 'MFA delete is off; only the root user can switch it on, and nothing that is deployed: for the auditor to decide',
  },
  examples: { good: 'MFADelete: Enabled', bad: 'MFADelete: Disabled' },
  evaluate: (bucket, _, say) => (need(bucket.versioning).MFADelete === 'Enabled' ? pass(say('on')) : notApplicable(say('manual'))),
})
