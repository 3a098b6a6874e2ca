import { defineCheck, fail, need, notApplicable, pass } from '../define.ts'

export const bucketEncryptsWithLogKey = defineCheck({
  id: 'bucket-encrypts-with-log-key',
  code: 'BKT-005',
  severity: 'medium',
  title: 'Default encryption is SSE-KMS with the log key',
  on: 'logBucket',
  reads: ['s3:GetEncryptionConfiguration', 'kms:DescribeKey'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html',
  remedy: 'Deploy the audit stack: it sets SSE-KMS with the log key.',
  evaluate: (bucket, facts) => {
    const encryption = need(bucket.encryption)
    if (!encryption.SSEAlgorithm.startsWith('aws:kms')) return fail(`default encryption is ${encryption.SSEAlgorithm}`)
    if (!facts.config) return pass(`default encryption is ${encryption.SSEAlgorithm}`)
    const [key] = facts.keys
    if (!key) return notApplicable('the log key is not in these templates')
    const arn = need(key.description).Arn
    return encryption.KMSMasterKeyID === arn
      ? pass('default encryption uses the log key')
      : fail(`default encryption uses ${encryption.KMSMasterKeyID ?? 'the AWS managed key'}, not ${arn}`)
  },
})
