import { defineCheck, fail, need, pass } from '../define.ts'

export const alertsReachSomeone = defineCheck({
  id: 'alerts-reach-someone',
  code: 'ALERT-003',
  severity: 'medium',
  title: 'Somebody has confirmed a subscription of the alert topic',
  on: 'alertPath',
  reads: ['sns:GetTopicAttributes'],
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html',
  remedy: 'Follow the link in the mail from AWS Notifications; where nobody is subscribed, set `audit.alert` and deploy.',
  settings: ['audit.alert'],
  isDecidedByDeployment: true,
  evaluate: ({ subscriptions }) => {
    const { confirmed, pending } = need(subscriptions)
    if (confirmed > 0) return pass(pending > 0 ? `${confirmed} confirmed, ${pending} not yet` : `${confirmed} confirmed`)
    return fail(pending > 0 ? `${pending} subscribed, and none confirmed` : 'nobody is subscribed')
  },
})
