import { parsePolicy } from '../../iam/policy.ts'
import { defineCheck, fail, need, passUnless } from '../define.ts'
import { allows, conditionsOn, coversResource, nameOf, namesService } from '../policies.ts'
import { pinnedTo } from '../source-arn.ts'

export const bucketLetsCloudtrailWrite = defineCheck({
  id: 'bucket-lets-cloudtrail-write',
  code: 'BKT-013',
  severity: 'high',
  title: "CloudTrail may write this trail's logs, to their own prefix only",
  on: 'logBucket',
  reads: ['s3:GetBucketPolicy'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  remedy: 'Deploy the audit stack: its bucket policy is conditioned on the trail.',
  evaluate: (bucket, { account }) => {
    const grants = parsePolicy(need(bucket.policy)).filter(
      (statement) => allows(statement, 's3:PutObject') && namesService(statement, 'cloudtrail.amazonaws.com'),
    )
    const folder = `${bucket.arn}/${bucket.logPrefix ? `${bucket.logPrefix}/` : ''}AWSLogs/${account}/`
    if (!grants.some((statement) => coversResource(statement, `${folder}CloudTrail/any`)))
      return fail(`no statement lets CloudTrail write below ${folder}`)
    const complaints = grants.flatMap((statement) => [
      ...(pinnedTo(statement, bucket.trailArn)
        ? []
        : [`statement ${nameOf(statement)} has no aws:SourceArn of this trail: any account's trail may write`]),
      ...(conditionsOn(statement, 's3:x-amz-acl').some((condition) => condition.values.includes('bucket-owner-full-control'))
        ? []
        : [`statement ${nameOf(statement)} does not ask for bucket-owner-full-control`]),
      ...((statement.resources ?? []).every((resource) => resource.includes('/AWSLogs/'))
        ? []
        : [`statement ${nameOf(statement)} opens the whole bucket`]),
    ])
    return passUnless(complaints, 'writes are limited to this trail and its prefix')
  },
})
