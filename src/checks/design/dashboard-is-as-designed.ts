import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const dashboardIsAsDesigned = defineCheck({
  id: 'dashboard-is-as-designed',
  code: 'DESIGN-010',
  severity: 'low',
  title: 'The dashboard shows what its template says',
  on: 'designed',
  types: ['AWS::CloudWatch::Dashboard'],
  reads: ['cloudformation:ListStackResources', 'cloudwatch:GetDashboard', 'cloudwatch:ListTagsForResource'],
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
