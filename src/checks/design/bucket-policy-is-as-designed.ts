import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const bucketPolicyIsAsDesigned = defineCheck({
  id: 'bucket-policy-is-as-designed',
  code: 'DESIGN-004',
  severity: 'high',
  title: 'Every bucket policy allows and denies what its template says',
  on: 'designed',
  types: ['AWS::S3::BucketPolicy'],
  reads: ['cloudformation:ListStackResources', 's3:GetBucketPolicy'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
