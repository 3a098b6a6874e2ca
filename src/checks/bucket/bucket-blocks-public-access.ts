import { defineCheck, need, passUnless } from '../define.ts'

const FLAGS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const

export const bucketBlocksPublicAccess = defineCheck({
  id: 'bucket-blocks-public-access',
  code: 'BKT-001',
  severity: 'high',
  title: 'All four public-access blocks are on',
  on: 'logBucket',
  reads: ['s3:GetBucketPublicAccessBlock'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  remedy: 'Deploy the audit stack: it sets all four.',
  evaluate: (bucket) => {
    const block = need(bucket.publicAccessBlock)
    const off = FLAGS.filter((flag) => block[flag] !== true)
    return passUnless(
      off.map((flag) => `${flag} is off`),
      'all four are on',
    )
  },
})
