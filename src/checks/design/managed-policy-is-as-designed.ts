import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const managedPolicyIsAsDesigned = defineCheck({
  id: 'managed-policy-is-as-designed',
  code: 'DESIGN-015',
  severity: 'high',
  title: 'Every managed policy and boundary says what its template says',
  on: 'designed',
  types: ['AWS::IAM::ManagedPolicy'],
  reads: ['cloudformation:ListStackResources', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
