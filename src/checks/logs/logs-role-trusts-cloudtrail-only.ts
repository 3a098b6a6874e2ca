import { defineCheck, passUnless } from '../define.ts'
import { trustComplaints } from '../policies.ts'

export const logsRoleTrustsCloudtrailOnly = defineCheck({
  id: 'logs-role-trusts-cloudtrail-only',
  code: 'LOG-004',
  severity: 'high',
  title: 'Only CloudTrail can use the role that writes to CloudWatch Logs',
  on: 'role',
  roles: ['cloudwatch-logs'],
  reads: ['iam:GetRole'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html',
  remedy: 'Deploy the audit stack to set the trust policy back, and find event UpdateAssumeRolePolicy.',
  evaluate: (role) => passUnless(trustComplaints(role, ['cloudtrail.amazonaws.com']), 'trusts CloudTrail only'),
})
