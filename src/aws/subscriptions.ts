import type { Clients } from './clients.ts'
import { toAuditError } from './errors.ts'

/** How many e-mail subscriptions of a topic nobody has confirmed yet, of how many: alarms do not reach those. */
export async function unconfirmedSubscriptions(clients: Clients, topicArn: string): Promise<{ unconfirmed: number; all: number }> {
  const { ListSubscriptionsByTopicCommand } = await import('@aws-sdk/client-sns')
  const client = await clients.sns()
  const arns: string[] = []
  let NextToken: string | undefined
  try {
    do {
      const page = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, NextToken }))
      for (const { Protocol, SubscriptionArn = '' } of page.Subscriptions ?? [])
        if (Protocol?.startsWith('email')) arns.push(SubscriptionArn)
      NextToken = page.NextToken
    } while (NextToken)
  } catch (error) {
    throw toAuditError(error, { operation: 'sns:ListSubscriptionsByTopic', resource: topicArn })
  }
  return { unconfirmed: arns.filter((arn) => !arn.startsWith('arn:')).length, all: arns.length }
}
