import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const logGroupIsAsDesigned = defineCheck({
  id: 'log-group-is-as-designed',
  code: 'DESIGN-007',
  severity: 'high',
  title: 'The log group keeps what its template says, and hands it to nobody else',
  on: 'designed',
  types: ['AWS::Logs::LogGroup'],
  reads: ['cloudformation:ListStackResources', 'logs:DescribeLogGroups', 'logs:DescribeSubscriptionFilters', 'logs:ListTagsForResource'],
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
