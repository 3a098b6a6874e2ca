import { defineCheck, need, passUnless } from '../define.ts'
import { publishersOf } from './publishers.ts'
import { whyNot } from './reach.ts'

export const alertTopicTakesAlerts = defineCheck({
  id: 'alert-topic-takes-alerts',
  code: 'ALERT-002',
  severity: 'high',
  title: 'The policy of the alert topic lets EventBridge and CloudWatch publish',
  on: 'alertPath',
  reads: ['sns:GetTopicAttributes'],
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html',
  remedy: 'Deploy the audit stack to set the policy back, and find event SetTopicAttributes.',
  evaluate: (path, { config }) => {
    const { Policy } = need(path.topic)
    return passUnless(
      publishersOf(path, config?.prefix).flatMap((publisher) => whyNot(Policy, publisher, 'sns:Publish', path.arn) ?? []),
      'every publisher may publish',
    )
  },
})
