import { parsePolicy } from '../../iam/policy.ts'
import { defineCheck, need, passUnless } from '../define.ts'
import { isEveryone, limits } from '../policies.ts'

export const logsPoliciesAreNotPublic = defineCheck({
  id: 'logs-policies-are-not-public',
  code: 'LOG-006',
  severity: 'high',
  title: 'No resource policy opens CloudWatch Logs to everyone',
  on: 'logGroup',
  reads: ['logs:DescribeResourcePolicies'],
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
  remedy: 'Delete the policy: `aws logs delete-resource-policy --policy-name <name>`.',
  evaluate: (logGroup) => {
    const open = need(logGroup.resourcePolicies).filter((policy) =>
      parsePolicy(policy.policyDocument).some(
        (statement) => statement.effect === 'Allow' && isEveryone(statement) && !statement.conditions.some(limits),
      ),
    )
    return passUnless(
      open.map((policy) => `resource policy ${policy.policyName} is open to everyone`),
      'no resource policy is open',
    )
  },
})
