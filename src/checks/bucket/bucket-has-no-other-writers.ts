import { parsePolicy } from '../../iam/policy.ts'
import { defineCheck, need, passUnless } from '../define.ts'
import { allows, nameOf } from '../policies.ts'

const CHANGING = [
  's3:PutObject',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutBucketPolicy',
  's3:PutLifecycleConfiguration',
  's3:DeleteBucket',
]

export const bucketHasNoOtherWriters = defineCheck({
  id: 'bucket-has-no-other-writers',
  code: 'BKT-014',
  severity: 'high',
  title: 'Nobody but CloudTrail may write to or change the log bucket',
  on: 'logBucket',
  reads: ['s3:GetBucketPolicy'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  remedy: 'Remove the statement, or deploy the audit stack to set the policy back.',
  evaluate: (bucket) => {
    const strangers = parsePolicy(need(bucket.policy)).filter(
      (statement) =>
        statement.effect === 'Allow' &&
        CHANGING.some((action) => allows(statement, action)) &&
        !(
          (statement.principals ?? []).length > 0 &&
          (statement.principals ?? []).every((principal) => principal.value === 'cloudtrail.amazonaws.com')
        ),
    )
    return passUnless(
      strangers.map(
        (statement) =>
          `statement ${nameOf(statement)} lets ${(statement.principals ?? []).map((principal) => principal.value).join(', ') || 'all but some (NotPrincipal)'} change it`,
      ),
      'only CloudTrail writes',
    )
  },
})
