import { defineCheck, passUnless } from '../define.ts'
import { listIn, propertyOf } from '../resource.ts'

export const alarmTellsSomeone = defineCheck({
  id: 'alarm-tells-someone',
  code: 'ALARM-017',
  severity: 'high',
  title: 'An alarm does something when it goes off',
  on: 'resource',
  types: ['AWS::CloudWatch::Alarm'],
  reads: ['cloudwatch:DescribeAlarms'],
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
  why: 'An alarm without an action turns red on a page that nobody has open.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the action back; `audit.alert` says whom it tells.',
    foreign: 'Run `aws cloudwatch put-metric-alarm` with `--alarm-actions <topic ARN>`.',
  },
  settings: ['audit.alert'],
  messages: { nobody: 'nothing happens when it goes off', acts: '{count} actions' },
  examples: { good: 'AlarmActions: [arn:aws:sns:us-east-1:123456789012:alerts]', bad: 'AlarmActions: []' },
  evaluate: (alarm, _, say) => {
    const count = listIn(propertyOf(alarm, 'AlarmActions')).length
    return passUnless(count > 0 ? [] : [say('nobody')], say('acts', { count }))
  },
})
