import { firstOf, type Paging, readWith, unlessOurs, unlessSame } from './define.ts'
import { policyDocument } from './policy-document.ts'
import { anyText, listOf, matching, object, oneOf, optional, text, whole } from './shape.ts'

const topicArn = matching(/^arn:[\w-]+:sns:[a-z0-9-]+:\d{12}:[\w-]+(?:\.fifo)?$/, 'the ARN of a topic')

/** SNS answers numbers as texts. */
const count = matching(/^\d{1,9}$/, 'a count')

/** Attributes without addresses: who is subscribed is nobody's evidence, how many have confirmed is. */
const topic = object({
  Attributes: object({
    TopicArn: topicArn,
    Policy: policyDocument,
    KmsMasterKeyId: optional(text),
    DisplayName: optional(anyText),
    DeliveryPolicy: optional(text),
    SubscriptionsConfirmed: count,
    SubscriptionsPending: count,
  }),
})

const NO_TOPIC = ['NotFound', 'NotFoundException']
const tags = listOf(object({ Key: text, Value: anyText }), { unique: 'Key' })

/** All pages are read, so what is left of a list's end is a list that was not read to it. */
const atItsEnd = optional(oneOf(''))

const subscriptionList = object({
  Subscriptions: listOf(object({ TopicArn: topicArn, Protocol: text, Endpoint: text, SubscriptionArn: text })),
  NextToken: atItsEnd,
})

export const SNS_READS = {
  'sns:GetTopicAttributes': readWith<{ TopicArn: string }>()({
    action: 'sns:GetTopicAttributes',
    absent: NO_TOPIC,
    shape: topic,
    contradiction: ({ Attributes }, { TopicArn }) => unlessSame('topic', Attributes.TopicArn, TopicArn),
  }),
  'sns:ListSubscriptionsByTopic': readWith<{ TopicArn: string }>()({
    action: 'sns:ListSubscriptionsByTopic',
    absent: NO_TOPIC,
    // Whose mailbox it is stays out of the evidence; that it is the same one can still be told.
    sealed: ['Endpoint'],
    shape: subscriptionList,
    contradiction: ({ Subscriptions }, { TopicArn }) =>
      firstOf(...Subscriptions.map((subscription) => unlessSame('topic', subscription.TopicArn, TopicArn))),
    pages: { list: 'Subscriptions', next: 'NextToken', parameter: 'NextToken' },
  }),
  'sns:ListTagsForResource': readWith<{ ResourceArn: string }>()({
    action: 'sns:ListTagsForResource',
    absent: [...NO_TOPIC, 'ResourceNotFoundException'],
    shape: object({ Tags: tags }),
  }),
}

const ruleArn = matching(/^arn:[\w-]+:events:[a-z0-9-]+:\d{12}:rule\/.+$/, 'the ARN of a rule')

const rule = object({
  Name: text,
  Arn: ruleArn,
  State: oneOf('ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'),
  EventPattern: optional(text),
  Description: optional(anyText),
  ScheduleExpression: optional(anyText),
})

const rules = object({ Rules: listOf(rule, { unique: 'Arn' }) })

const rulePages: Paging = { list: 'Rules', next: 'NextToken', parameter: 'NextToken' }
const targetPages: Paging = { list: 'Targets', next: 'NextToken', parameter: 'NextToken' }

const ofAccount = readWith<Record<string, never>>()

export const EVENTS_READS = {
  'events:DescribeRule': readWith<{ Name: string }>()({
    action: 'events:DescribeRule',
    absent: ['ResourceNotFoundException'],
    shape: rule,
    contradiction: ({ Name, Arn }, asked, place) =>
      firstOf(unlessSame('rule', Name, asked.Name), unlessSame('rule', Arn.split('rule/')[1], asked.Name), unlessOurs(Arn, place)),
  }),
  'events:ListRules': ofAccount({
    action: 'events:ListRules',
    absent: [],
    shape: rules,
    contradiction: ({ Rules }, _, place) =>
      firstOf(...Rules.map(({ Name, Arn }) => firstOf(unlessSame('rule', Arn.split('/').at(-1), Name), unlessOurs(Arn, place)))),
    pages: rulePages,
  }),
  'events:ListTargetsByRule': readWith<{ Rule: string }>()({
    action: 'events:ListTargetsByRule',
    absent: ['ResourceNotFoundException'],
    shape: object({
      Targets: listOf(whole(object({ Id: text, Arn: matching(/^arn:/, 'an ARN'), RoleArn: optional(text) })), { unique: 'Id' }),
    }),
    pages: targetPages,
  }),
  'events:ListTagsForResource': readWith<{ ResourceARN: string }>()({
    action: 'events:ListTagsForResource',
    absent: ['ResourceNotFoundException'],
    shape: object({ Tags: tags }),
  }),
}
