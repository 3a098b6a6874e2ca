import { defineCheck, fail, need, pass } from '../define.ts'

export const logGroupKeepsAYear = defineCheck({
  id: 'log-group-keeps-a-year',
  code: 'LOG-001',
  severity: 'medium',
  title: 'CloudWatch Logs keeps events for at least a year',
  on: 'logGroup',
  reads: ['logs:DescribeLogGroups'],
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
  remedy: 'Set `audit.log-retention-days` to 365 or more and deploy.',
  settings: ['audit.log-retention-days'],
  evaluate: (logGroup) => {
    const { retentionInDays } = need(logGroup.group)
    if (retentionInDays === undefined) return pass('events never expire')
    return retentionInDays >= 365 ? pass(`keeps ${retentionInDays} days`) : fail(`keeps ${retentionInDays} days only`)
  },
})
