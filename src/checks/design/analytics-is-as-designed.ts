import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const analyticsIsAsDesigned = defineCheck({
  id: 'analytics-is-as-designed',
  code: 'DESIGN-020',
  severity: 'medium',
  title: 'Tables, workgroup and queries over the logs are as their templates say',
  on: 'designed',
  types: ['AWS::Glue::Database', 'AWS::Glue::Table', 'AWS::Athena::WorkGroup', 'AWS::Athena::NamedQuery'],
  reads: [
    'cloudformation:ListStackResources',
    'glue:GetDatabase',
    'glue:GetTable',
    'athena:GetWorkGroup',
    'athena:GetNamedQuery',
    'athena:ListTagsForResource',
  ],
  source: 'https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
