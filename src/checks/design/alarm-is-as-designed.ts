import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const alarmIsAsDesigned = defineCheck({
  id: 'alarm-is-as-designed',
  code: 'DESIGN-009',
  severity: 'high',
  title: 'Every alarm watches and tells what its template says',
  on: 'designed',
  types: ['AWS::CloudWatch::Alarm'],
  reads: ['cloudformation:ListStackResources', 'cloudwatch:DescribeAlarms', 'cloudwatch:ListTagsForResource'],
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
