import { parsePolicy } from '../../iam/policy.ts'
import { defineCheck, fail, need, passUnless } from '../define.ts'
import { allows, coversResource, nameOf, namesService } from '../policies.ts'
import { pinnedTo } from '../source-arn.ts'

export const bucketLetsCloudtrailCheckAcl = defineCheck({
  id: 'bucket-lets-cloudtrail-check-acl',
  code: 'BKT-012',
  severity: 'high',
  title: 'CloudTrail may read the bucket ACL, for this trail only',
  on: 'logBucket',
  reads: ['s3:GetBucketPolicy'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  remedy: 'Deploy the audit stack: its bucket policy is conditioned on the trail.',
  evaluate: (bucket) => {
    const grants = parsePolicy(need(bucket.policy)).filter(
      (statement) => allows(statement, 's3:GetBucketAcl') && namesService(statement, 'cloudtrail.amazonaws.com'),
    )
    if (!grants.some((statement) => coversResource(statement, bucket.arn)))
      return fail('no statement lets CloudTrail read the ACL: it refuses to deliver without')
    const loose = grants.filter((statement) => !pinnedTo(statement, bucket.trailArn))
    return passUnless(
      loose.map((statement) => `statement ${nameOf(statement)} has no aws:SourceArn of this trail`),
      'limited to this trail',
    )
  },
})
