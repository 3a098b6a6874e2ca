import { defineCheck, fail, need, pass } from '../define.ts'

export const logGroupIsEncrypted = defineCheck({
  id: 'log-group-is-encrypted',
  code: 'LOG-002',
  severity: 'medium',
  title: 'The log group is encrypted with a customer managed key',
  on: 'logGroup',
  reads: ['logs:DescribeLogGroups'],
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  remedy: 'Deploy the audit stack: it encrypts the group with the log key.',
  evaluate: (logGroup) => {
    const { kmsKeyId } = need(logGroup.group)
    return kmsKeyId ? pass(`encrypted with ${kmsKeyId}`) : fail('no KMS key is associated')
  },
})
