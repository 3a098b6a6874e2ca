import { defineCheck, fail, need, pass } from '../define.ts'

export const bucketEnforcesOwner = defineCheck({
  id: 'bucket-enforces-owner',
  code: 'BKT-011',
  severity: 'medium',
  title: 'ACLs are off: the bucket owner owns every object',
  on: 'logBucket',
  reads: ['s3:GetBucketOwnershipControls'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  remedy: 'Deploy the audit stack: it sets BucketOwnerEnforced.',
  evaluate: (bucket) => {
    const { ObjectOwnership } = need(bucket.ownership)
    return ObjectOwnership === 'BucketOwnerEnforced' ? pass('BucketOwnerEnforced') : fail(`object ownership is ${ObjectOwnership}`)
  },
})
