import type { Body } from '../../aws/call.ts'
import { AwsError } from '../../aws/error.ts'
import { generatedName, json, named, type Properties, type Provision, type ResourceType, syncTags, tagsIn, unlessGone } from './type.ts'

interface Subscription {
  Protocol: string
  Endpoint: string
}

const sns = (at: Provision, operation: string, parameters: Body) => at.call('sns', operation, parameters)
const subscriptionsOf = (properties: Properties) => (properties['Subscription'] ?? []) as Subscription[]
const same = (a: Subscription, b: Subscription) => a.Protocol === b.Protocol && a.Endpoint === b.Endpoint

async function createTopic(properties: Properties, at: Provision): Promise<string> {
  const Name = named(properties, 'TopicName', at, 256)
  const arn = `arn:${at.partition}:sns:${at.region}:${at.account}:${Name}`
  if (await unlessGone(sns(at, 'GetTopicAttributes', { TopicArn: arn }))) throw new AwsError('AlreadyExists', `${arn} already exists`, 409)
  const Attributes = {
    ...(properties['KmsMasterKeyId'] ? { KmsMasterKeyId: properties['KmsMasterKeyId'] } : {}),
    ...(properties['DisplayName'] ? { DisplayName: properties['DisplayName'] } : {}),
  }
  await sns(at, 'CreateTopic', { Name, Attributes, Tags: tagsIn(properties) })
  at.claim(arn)
  for (const { Protocol, Endpoint } of subscriptionsOf(properties)) await sns(at, 'Subscribe', { TopicArn: arn, Protocol, Endpoint })
  return arn
}

async function updateTopic(TopicArn: string, properties: Properties, at: Provision, before: Properties): Promise<void> {
  for (const AttributeName of ['KmsMasterKeyId', 'DisplayName'])
    if (properties[AttributeName] !== before[AttributeName])
      await sns(at, 'SetTopicAttributes', { TopicArn, AttributeName, AttributeValue: properties[AttributeName] ?? '' })
  const { Subscriptions = [] } = (await sns(at, 'ListSubscriptionsByTopic', { TopicArn })) as {
    Subscriptions?: (Subscription & { SubscriptionArn: string })[]
  }
  for (const gone of subscriptionsOf(before).filter((old) => !subscriptionsOf(properties).some((one) => same(one, old)))) {
    const arn = Subscriptions.find((one) => same(one, gone))?.SubscriptionArn
    // A subscription nobody confirmed has no ARN to be removed by.
    if (arn?.startsWith('arn:')) await sns(at, 'Unsubscribe', { SubscriptionArn: arn })
  }
  for (const { Protocol, Endpoint } of subscriptionsOf(properties).filter((one) => !Subscriptions.some((old) => same(one, old))))
    await sns(at, 'Subscribe', { TopicArn, Protocol, Endpoint })
  await syncTags(before, properties, {
    tag: (Tags) => sns(at, 'TagResource', { ResourceArn: TopicArn, Tags }),
    untag: (TagKeys) => sns(at, 'UntagResource', { ResourceArn: TopicArn, TagKeys }),
  })
}

async function putTopicPolicy(properties: Properties, at: Provision): Promise<void> {
  for (const TopicArn of properties['Topics'] as string[])
    await sns(at, 'SetTopicAttributes', { TopicArn, AttributeName: 'Policy', AttributeValue: json(properties['PolicyDocument']) })
}

/** SNS has no topic without a policy: what is left is its owner's. */
async function resetTopicPolicy(properties: Properties, at: Provision): Promise<void> {
  for (const TopicArn of properties['Topics'] as string[]) {
    const Statement = [
      {
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'sns:Publish',
        Resource: TopicArn,
        Condition: { StringEquals: { 'AWS:SourceOwner': at.account } },
      },
    ]
    await unlessGone(
      sns(at, 'SetTopicAttributes', {
        TopicArn,
        AttributeName: 'Policy',
        AttributeValue: JSON.stringify({ Version: '2012-10-17', Statement }),
      }),
    )
  }
}

const events = (at: Provision, operation: string, parameters: Body) => at.call('events', operation, parameters)
const targetsOf = (properties: Properties) => (properties['Targets'] ?? []) as { Id: string }[]

async function putRule(Name: string, properties: Properties, at: Provision, Tags?: Body[]): Promise<void> {
  const { Description, State, EventPattern, ScheduleExpression, RoleArn } = properties
  await events(at, 'PutRule', {
    Name,
    Description,
    State,
    ScheduleExpression,
    RoleArn,
    ...(EventPattern ? { EventPattern: json(EventPattern) } : {}),
    ...(Tags ? { Tags } : {}),
  })
  if (targetsOf(properties).length > 0) await events(at, 'PutTargets', { Rule: Name, Targets: targetsOf(properties) })
}

async function createRule(properties: Properties, at: Provision): Promise<string> {
  const name = named(properties, 'Name', at)
  if (await unlessGone(events(at, 'DescribeRule', { Name: name })))
    throw new AwsError('AlreadyExists', `${name} already exists on event bus default`, 409)
  await putRule(
    name,
    properties,
    at,
    tagsIn(properties).map((tag) => ({ ...tag })),
  )
  at.claim(name)
  return name
}

async function updateRule(name: string, properties: Properties, at: Provision, before: Properties): Promise<void> {
  await putRule(name, properties, at)
  const gone = targetsOf(before)
    .map(({ Id }) => Id)
    .filter((id) => !targetsOf(properties).some(({ Id }) => Id === id))
  if (gone.length > 0) await events(at, 'RemoveTargets', { Rule: name, Ids: gone })
  const ResourceARN = `arn:${at.partition}:events:${at.region}:${at.account}:rule/${name}`
  await syncTags(before, properties, {
    tag: (Tags) => events(at, 'TagResource', { ResourceARN, Tags }),
    untag: (TagKeys) => events(at, 'UntagResource', { ResourceARN, TagKeys }),
  })
}

/** Targets go before the rule: who may do the first and not the second leaves a rule without targets. */
async function deleteRule(name: string, _: Properties, at: Provision): Promise<void> {
  if (!(await unlessGone(events(at, 'DescribeRule', { Name: name })))) return
  const { Targets = [] } = (await events(at, 'ListTargetsByRule', { Rule: name })) as { Targets?: { Id: string }[] }
  if (Targets.length > 0) await events(at, 'RemoveTargets', { Rule: name, Ids: Targets.map(({ Id }) => Id) })
  await events(at, 'DeleteRule', { Name: name })
}

export const MESSAGING_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::SNS::Topic': {
    properties: ['TopicName', 'DisplayName', 'KmsMasterKeyId', 'Subscription', 'Tags'],
    createOnly: ['TopicName', 'FifoTopic'],
    identifier: 'TopicArn',
    create: createTopic,
    update: updateTopic,
    delete: async (TopicArn, _, at) => void (await sns(at, 'DeleteTopic', { TopicArn })),
    read: async (TopicArn, _, at) => ((await unlessGone(sns(at, 'GetTopicAttributes', { TopicArn }))) ? {} : undefined),
  },
  'AWS::SNS::TopicPolicy': {
    properties: ['Topics', 'PolicyDocument'],
    createOnly: [],
    create: async (properties, at) => {
      await putTopicPolicy(properties, at)
      const id = generatedName(at, 128)
      at.claim(id)
      return id
    },
    update: (_, properties, at) => putTopicPolicy(properties, at),
    delete: (_, properties, at) => resetTopicPolicy(properties, at),
    read: () => Promise.resolve({}),
  },
  'AWS::Events::Rule': {
    properties: ['Name', 'Description', 'State', 'EventPattern', 'ScheduleExpression', 'RoleArn', 'Targets', 'Tags'],
    createOnly: ['Name', 'EventBusName'],
    create: createRule,
    update: updateRule,
    delete: deleteRule,
    read: async (name, _, at) => {
      const rule = await unlessGone(events(at, 'DescribeRule', { Name: name }))
      return rule && { State: rule['State'] }
    },
  },
}
