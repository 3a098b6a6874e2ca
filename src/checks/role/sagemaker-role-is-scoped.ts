import type { Facts } from '../../model/facts.ts'
import { defineCheck, passUnless } from '../define.ts'
import { anyOf, byWhat, GRANTS_READS, grantedTo } from '../rights.ts'

/** One action per way to reach data, on something that nobody named. */
function probes(facts: Facts) {
  const ways: [string, string][] = [
    ['s3:GetObject', anyOf(facts, 's3')],
    ['s3:PutObject', anyOf(facts, 's3')],
    ['s3:DeleteObject', anyOf(facts, 's3')],
    ['kms:Decrypt', anyOf(facts, 'kms', 'key/')],
    ['ecr:BatchGetImage', anyOf(facts, 'ecr', 'repository/')],
    ['ecr:PutImage', anyOf(facts, 'ecr', 'repository/')],
  ]
  return ways
}

export const sagemakerRoleIsScoped = defineCheck({
  id: 'sagemaker-role-is-scoped',
  code: 'ROLE-005',
  severity: 'high',
  title: 'The SageMaker role reaches named buckets, keys and repositories only',
  on: 'role',
  roles: ['sagemaker'],
  reads: GRANTS_READS,
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol.html',
  why: 'A job runs code of whoever submits it: with the whole account in reach, one notebook reads every data set and replaces any model.',
  remedy: {
    ours: 'Set `access.sagemaker.profile: least-privilege` and deploy; what somebody added goes with `deploy --revert-drift`.',
    foreign: 'Name buckets, keys and repositories under Resource; take AmazonSageMakerFullAccess and AmazonS3FullAccess away.',
  },
  settings: ['access.sagemaker.profile'],
  messages: { any: 'it may {actions} anything, by {by}', named: 'data, keys and images are named' },
  examples: { good: 'Action: s3:GetObject\nResource: arn:aws:s3:::training-data/*', bad: 'Action: s3:*\nResource: "*"' },
  evaluate: (role, facts, say) => {
    const groups = new Map<string, string[]>()
    for (const [action, on] of probes(facts)) {
      const found = grantedTo(role, { action, on }, facts.account)
      if (found) groups.set(byWhat(found), [...(groups.get(byWhat(found)) ?? []), action])
    }
    return passUnless(
      [...groups].map(([by, actions]) => say('any', { actions: actions.join(', '), by })),
      say('named'),
    )
  },
})
