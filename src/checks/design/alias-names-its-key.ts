import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const aliasNamesItsKey = defineCheck({
  id: 'alias-names-its-key',
  code: 'DESIGN-006',
  severity: 'high',
  title: 'Every alias leads to the key of its stack',
  on: 'designed',
  types: ['AWS::KMS::Alias'],
  reads: ['cloudformation:ListStackResources', 'kms:DescribeKey'],
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/alias-manage.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
