import { parsePolicy } from '../../iam/policy.ts'
import { defineCheck, need, needOr, passUnless } from '../define.ts'
import { isEveryone, limits, nameOf } from '../policies.ts'

/** AuthenticatedUsers is every AWS account there is, so it is as public as AllUsers. */
const PUBLIC_GROUPS = /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/

export const bucketIsNotPublic = defineCheck({
  id: 'bucket-is-not-public',
  code: 'BKT-003',
  severity: 'critical',
  title: 'Nobody outside can reach the log bucket, by policy or by ACL',
  on: 'logBucket',
  reads: ['s3:GetBucketPolicyStatus', 's3:GetBucketPolicy', 's3:GetBucketAcl'],
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
  remedy: 'Deploy the audit stack to set the policy back, and find event PutBucketPolicy or PutBucketAcl.',
  evaluate: (bucket) => {
    const grants = need(bucket.acl).Grants.filter((grant) => PUBLIC_GROUPS.test(grant.Grantee.URI ?? ''))
    const statements = parsePolicy(needOr(bucket.policy, '{"Statement":[]}')).filter(
      (statement) => statement.effect === 'Allow' && isEveryone(statement) && !statement.conditions.some(limits),
    )
    return passUnless(
      [
        ...(needOr(bucket.policyStatus, { IsPublic: false }).IsPublic ? ['S3 says its policy is public'] : []),
        ...statements.map((statement) => `statement ${nameOf(statement)} lets everyone ${(statement.actions ?? []).join(', ')}`),
        ...grants.map((grant) => `its ACL gives ${grant.Permission} to ${(grant.Grantee.URI ?? '').split('/').at(-1)}`),
      ],
      'neither policy nor ACL is public',
    )
  },
})
