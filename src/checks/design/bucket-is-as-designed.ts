import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const bucketIsAsDesigned = defineCheck({
  id: 'bucket-is-as-designed',
  code: 'DESIGN-003',
  severity: 'high',
  title: 'Every bucket has the settings of its template, and no others',
  on: 'designed',
  types: ['AWS::S3::Bucket'],
  reads: [
    'cloudformation:ListStackResources',
    's3:GetBucketPublicAccessBlock',
    's3:GetBucketOwnershipControls',
    's3:GetEncryptionConfiguration',
    's3:GetBucketVersioning',
    's3:GetLifecycleConfiguration',
    's3:GetBucketLogging',
    's3:GetBucketObjectLockConfiguration',
    's3:GetBucketTagging',
    's3:GetReplicationConfiguration',
    's3:GetBucketCORS',
    's3:GetBucketWebsite',
    's3:GetBucketNotification',
    's3:GetBucketRequestPayment',
    's3:GetBucketLocation',
  ],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
