import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const metricFilterIsAsDesigned = defineCheck({
  id: 'metric-filter-is-as-designed',
  code: 'DESIGN-008',
  severity: 'high',
  title: 'Every metric filter counts what its template says',
  on: 'designed',
  types: ['AWS::Logs::MetricFilter'],
  reads: ['cloudformation:ListStackResources', 'logs:DescribeMetricFilters'],
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
