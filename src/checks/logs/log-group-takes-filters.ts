import { defineCheck, need, passUnless } from '../define.ts'

export const logGroupTakesFilters = defineCheck({
  id: 'log-group-takes-filters',
  code: 'LOG-003',
  severity: 'medium',
  title: 'The log group is of a class that alarms can look at',
  on: 'logGroup',
  reads: ['logs:DescribeLogGroups'],
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html',
  why: 'Infrequent Access and Delivery groups take no metric filters: no alarm on what the trail records can go off.',
  remedy:
    'The class is chosen when a group is made: make a new one of class STANDARD, and have the trail deliver there (`names.log-group`).',
  messages: { class: 'its class is {found}', standard: 'of class STANDARD' },
  examples: { good: 'logGroupClass: STANDARD', bad: 'logGroupClass: INFREQUENT_ACCESS' },
  evaluate: (group, _, say) => {
    const { logGroupClass: found = 'STANDARD' } = need(group.group)
    return passUnless(found === 'STANDARD' ? [] : [say('class', { found })], say('standard'))
  },
})
