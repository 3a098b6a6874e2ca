import { defineCheck, passUnless } from '../define.ts'
import { propertyOf } from '../resource.ts'

export const alarmIsOn = defineCheck({
  id: 'alarm-is-on',
  code: 'ALARM-018',
  severity: 'high',
  title: 'Actions of an alarm are switched on',
  on: 'resource',
  types: ['AWS::CloudWatch::Alarm'],
  reads: ['cloudwatch:DescribeAlarms'],
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-17',
  why: 'Switching the actions off leaves the alarm as it was to whoever looks at its list, and tells nobody any more.',
  remedy: 'Run `aws cloudwatch enable-alarm-actions --alarm-names <name>`, and find event DisableAlarmActions.',
  messages: { off: 'its actions are switched off', on: 'its actions are on' },
  examples: { good: 'ActionsEnabled: true', bad: 'ActionsEnabled: false' },
  evaluate: (alarm, _, say) => passUnless(String(propertyOf(alarm, 'ActionsEnabled') ?? true) === 'true' ? [] : [say('off')], say('on')),
})
