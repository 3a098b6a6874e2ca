import { firstOf, type Paging, readWith, unlessOurs, unlessSame } from './define.ts'
import { policyDocument } from './policy-document.ts'
import { listOf, matching, object, oneOf, optional, text } from './shape.ts'

const topicArn = matching(/^arn:[\w-]+:sns:[a-z0-9-]+:\d{12}:[\w-]+(?:\.fifo)?$/, 'the ARN of a topic')

/** SNS answers numbers as texts. */
const count = matching(/^\d{1,9}$/, 'a count')

/** Attributes without addresses: who is subscribed is nobody's evidence, how many have confirmed is. */
const topic = object({
  Attributes: object({
    TopicArn: topicArn,
    Policy: policyDocument,
    KmsMasterKeyId: optional(text),
    SubscriptionsConfirmed: count,
    SubscriptionsPending: count,
  }),
})

export const SNS_READS = {
  'sns:GetTopicAttributes': readWith<{ TopicArn: string }>()({
    action: 'sns:GetTopicAttributes',
    absent: ['NotFound', 'NotFoundException'],
    shape: topic,
    contradiction: ({ Attributes }, { TopicArn }) => unlessSame('topic', Attributes.TopicArn, TopicArn),
  }),
}

const ruleArn = matching(/^arn:[\w-]+:events:[a-z0-9-]+:\d{12}:rule\/.+$/, 'the ARN of a rule')

const rule = object({
  Name: text,
  Arn: ruleArn,
  State: oneOf('ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'),
  EventPattern: optional(text),
})

const targetPages: Paging = { list: 'Targets', next: 'NextToken', parameter: 'NextToken' }

export const EVENTS_READS = {
  'events:DescribeRule': readWith<{ Name: string }>()({
    action: 'events:DescribeRule',
    absent: ['ResourceNotFoundException'],
    shape: rule,
    contradiction: ({ Name, Arn }, asked, place) =>
      firstOf(unlessSame('rule', Name, asked.Name), unlessSame('rule', Arn.split('rule/')[1], asked.Name), unlessOurs(Arn, place)),
  }),
  'events:ListTargetsByRule': readWith<{ Rule: string }>()({
    action: 'events:ListTargetsByRule',
    absent: ['ResourceNotFoundException'],
    shape: object({ Targets: listOf(object({ Id: text, Arn: matching(/^arn:/, 'an ARN'), RoleArn: optional(text) }), { unique: 'Id' }) }),
    pages: targetPages,
  }),
}
