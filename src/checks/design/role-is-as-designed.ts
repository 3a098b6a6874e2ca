import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const roleIsAsDesigned = defineCheck({
  id: 'role-is-as-designed',
  code: 'DESIGN-014',
  severity: 'high',
  title: 'Every role has the trust, policies and boundary of its template',
  on: 'designed',
  types: ['AWS::IAM::Role', 'AWS::IAM::ServiceLinkedRole'],
  reads: ['cloudformation:ListStackResources', 'iam:GetRole', 'iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_modify.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
