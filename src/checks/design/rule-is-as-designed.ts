import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const ruleIsAsDesigned = defineCheck({
  id: 'rule-is-as-designed',
  code: 'DESIGN-013',
  severity: 'high',
  title: 'Every rule matches and tells what its template says',
  on: 'designed',
  types: ['AWS::Events::Rule'],
  reads: ['cloudformation:ListStackResources', 'events:DescribeRule', 'events:ListTargetsByRule', 'events:ListTagsForResource'],
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
