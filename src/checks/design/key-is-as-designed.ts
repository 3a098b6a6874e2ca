import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const keyIsAsDesigned = defineCheck({
  id: 'key-is-as-designed',
  code: 'DESIGN-005',
  severity: 'high',
  title: 'Every key has the policy, rotation and grants of its template',
  on: 'designed',
  types: ['AWS::KMS::Key'],
  reads: [
    'cloudformation:ListStackResources',
    'kms:DescribeKey',
    'kms:GetKeyRotationStatus',
    'kms:GetKeyPolicy',
    'kms:ListResourceTags',
    'kms:ListGrants',
  ],
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/control-access.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
