import { defineCheck, fail, need, pass } from '../define.ts'

export const bucketKeepsVersions = defineCheck({
  id: 'bucket-keeps-versions',
  code: 'BKT-006',
  severity: 'medium',
  title: 'Versioning is on',
  on: 'logBucket',
  reads: ['s3:GetBucketVersioning'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
  remedy: 'Deploy the audit stack: versioning is on. An overwritten or deleted log stays as a version.',
  evaluate: (bucket) => {
    const { Status } = need(bucket.versioning)
    return Status === 'Enabled' ? pass('versioning is on') : fail(`versioning is ${Status ?? 'off'}`)
  },
})
