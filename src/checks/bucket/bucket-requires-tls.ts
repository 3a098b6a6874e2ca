import { parsePolicy } from '../../iam/policy.ts'
import { defineCheck, fail, need, pass } from '../define.ts'
import { coversResource } from '../policies.ts'

export const bucketRequiresTls = defineCheck({
  id: 'bucket-requires-tls',
  code: 'BKT-004',
  severity: 'medium',
  title: 'Requests without TLS are denied, for everyone and every action',
  on: 'logBucket',
  reads: ['s3:GetBucketPolicy'],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  remedy: 'Deploy the audit stack: its bucket policy starts with TlsOnly.',
  evaluate: (bucket) => {
    const denies = parsePolicy(need(bucket.policy)).some(
      (statement) =>
        statement.effect === 'Deny' &&
        (statement.principals ?? []).some((principal) => principal.value === '*') &&
        (statement.actions ?? []).some((action) => action === '*' || action.toLowerCase() === 's3:*') &&
        coversResource(statement, bucket.arn) &&
        coversResource(statement, `${bucket.arn}/any/key`) &&
        statement.conditions.length === 1 &&
        statement.conditions.some(
          (condition) =>
            condition.operator === 'Bool' &&
            condition.key.toLowerCase() === 'aws:securetransport' &&
            condition.values.every((value) => value.toLowerCase() === 'false'),
        ),
    )
    return denies ? pass('plain HTTP is denied') : fail('no statement denies s3:* without TLS on the bucket and its objects')
  },
})
