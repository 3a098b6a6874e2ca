import { parseNamed, resourceAllows } from '../authorization.ts'
import {
  type Body,
  type Call,
  type Caller,
  flag,
  list,
  mergeTags,
  type Operations,
  type Place,
  page,
  Scoped,
  type Tag,
  withoutTags,
} from '../call.ts'
import { AwsError } from '../error.ts'
import type { Kms } from '../kms.ts'

interface Subscription {
  arn: string
  protocol: string
  endpoint: string
  confirmed: boolean
  attributes: Map<string, string>
}

interface Topic extends Place {
  arn: string
  name: string
  attributes: Map<string, string>
  subscriptions: Subscription[]
  tags: Tag[]
}

/** A message as a subscriber gets it. */
export interface Delivered {
  topicArn: string
  protocol: string
  endpoint: string
  subject: string | undefined
  message: string
}

const notFound = () => new AwsError('NotFound', 'Topic does not exist', 404)
const invalid = (message: string) => new AwsError('InvalidParameter', `Invalid parameter: ${message}`)
/** Protocols whose endpoint someone has to confirm. */
const CONFIRMED_BY_SOMEONE = ['email', 'email-json', 'http', 'https']

/** SNS: topics with their policies; who is subscribed and confirmed gets the message, and the sandbox keeps it to be looked at. */
export class Sns {
  readonly #topics = new Scoped<Map<string, Topic>>(() => new Map())
  readonly #kms: Kms
  readonly operations: Operations
  /** Everything that reached a confirmed subscriber, oldest first. */
  readonly delivered: Delivered[] = []
  #confirmsAll = false

  constructor(kms: Kms) {
    this.#kms = kms
    this.operations = {
      CreateTopic: (call) => this.#create(call),
      DeleteTopic: (call) => void this.#topics.of(call).delete(String(call.parameters['TopicArn'])),
      ListTopics: (call) => {
        const { items, next } = page([...this.#topics.of(call).values()], call.parameters['NextToken'], 100)
        return { Topics: items.map(({ arn }) => ({ TopicArn: arn })), NextToken: next }
      },
      GetTopicAttributes: (call) => ({ Attributes: this.#shownAttributes(this.#topic(call)) }),
      SetTopicAttributes: (call) => this.#setAttribute(call),
      Subscribe: (call) => this.#subscribe(call),
      Unsubscribe: (call) => this.#unsubscribe(call),
      ConfirmSubscription: (call) => this.#confirmOne(call),
      ListSubscriptions: (call) => {
        const all = [...this.#topics.of(call).values()].flatMap((topic) => topic.subscriptions.map((one) => shown(topic, one)))
        const { items, next } = page(all, call.parameters['NextToken'], 100)
        return { Subscriptions: items, NextToken: next }
      },
      ListSubscriptionsByTopic: (call) => {
        const topic = this.#topic(call)
        const { items, next } = page(topic.subscriptions, call.parameters['NextToken'], 100)
        return { Subscriptions: items.map((one) => shown(topic, one)), NextToken: next }
      },
      GetSubscriptionAttributes: (call) => this.#subscriptionAttributes(call),
      Publish: (call) => this.#publish(call),
      TagResource: (call) => {
        const topic = this.#topicOf(call, call.parameters['ResourceArn'])
        topic.tags = mergeTags(topic.tags, list<Tag>(call.parameters['Tags']))
      },
      UntagResource: (call) => {
        const topic = this.#topicOf(call, call.parameters['ResourceArn'])
        topic.tags = withoutTags(topic.tags, list<string>(call.parameters['TagKeys']))
      },
      ListTagsForResource: (call) => ({ Tags: this.#topicOf(call, call.parameters['ResourceArn']).tags }),
      GetDataProtectionPolicy: (call) => ({ DataProtectionPolicy: this.#topicOf(call, call.parameters['ResourceArn']) && '' }),
    }
  }

  /** Someone follows the links in the mails of all topics, those to come too. */
  confirmAll(): void {
    this.#confirmsAll = true
    for (const topic of this.#everyTopic()) for (const subscription of topic.subscriptions) this.#confirm(subscription)
  }

  /**
   * Publishes in a caller's name. An encrypted topic takes the message only where the key's policy lets the publisher use it.
   * @throws NotFound, AuthorizationError, KMSAccessDenied
   */
  publish(topicArn: string, caller: Caller, message: string, subject?: string): string {
    const topic = this.#everyTopic().find(({ arn }) => arn === topicArn)
    if (!topic) throw notFound()
    const policy = parseNamed('topic policy', topic.attributes.get('Policy'))
    const publisher = asPublisher(caller)
    if (!resourceAllows(policy, publisher, { action: 'sns:Publish', resource: topic.arn, owner: topic.account }))
      throw new AwsError(
        'AuthorizationError',
        `User: ${caller.value} is not authorized to perform: SNS:Publish on resource: ${topic.arn} because no resource-based policy allows the SNS:Publish action`,
        403,
      )
    this.#useKey(topic, publisher)
    for (const { protocol, endpoint, confirmed } of topic.subscriptions)
      if (confirmed) this.delivered.push({ topicArn, protocol, endpoint, subject, message })
    return crypto.randomUUID()
  }

  #useKey(topic: Topic, caller: Caller): void {
    const keyId = topic.attributes.get('KmsMasterKeyId')
    if (!keyId || keyId === 'alias/aws/sns') {
      // The key of AWS lets no service publish.
      if (keyId && caller.type === 'Service')
        throw new AwsError('KMSAccessDenied', `The key alias/aws/sns does not let ${caller.value} publish.`)
      return
    }
    try {
      const key = this.#kms.find(topic, keyId)
      for (const action of ['GenerateDataKey', 'Decrypt']) this.#kms.authorize(key, caller, action, { 'aws:sns:topicArn': topic.arn })
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      const code =
        { AccessDeniedException: 'KMSAccessDenied', DisabledException: 'KMSDisabled', NotFoundException: 'KMSNotFound' }[error.code] ??
        'KMSInvalidState'
      throw new AwsError(code, error.message)
    }
  }

  #everyTopic(): Topic[] {
    return [...this.#accounts].flatMap((account) => this.#topics.in(account)).flatMap((topics) => [...topics.values()])
  }
  readonly #accounts = new Set<string>()

  #topicOf(call: Call, arn: unknown): Topic {
    const topic = this.#topics.of(call).get(String(arn))
    if (!topic) throw notFound()
    return topic
  }

  #topic(call: Call): Topic {
    return this.#topicOf(call, call.parameters['TopicArn'])
  }

  #create(call: Call): Body {
    const { parameters, partition, region, account } = call
    const name = String(parameters['Name'] ?? '')
    if (!/^[\w-]{1,256}(\.fifo)?$/.test(name)) throw invalid('Topic Name')
    const arn = `arn:${partition}:sns:${region}:${account}:${name}`
    const topics = this.#topics.of(call)
    const given = new Map(Object.entries((parameters['Attributes'] ?? {}) as Record<string, string>))
    const known = topics.get(arn)
    if (known) {
      const differs = [...given].some(([key, value]) => known.attributes.get(key) !== value)
      if (differs) throw invalid('Attributes Reason: Topic already exists with different attributes')
      return { TopicArn: arn }
    }
    this.#accounts.add(account)
    const policy = {
      Version: '2008-10-17',
      Id: '__default_policy_ID',
      Statement: [
        {
          Sid: '__default_statement_ID',
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: [
            'SNS:GetTopicAttributes',
            'SNS:SetTopicAttributes',
            'SNS:AddPermission',
            'SNS:RemovePermission',
            'SNS:DeleteTopic',
            'SNS:Subscribe',
            'SNS:ListSubscriptionsByTopic',
            'SNS:Publish',
          ],
          Resource: arn,
          Condition: { StringEquals: { 'AWS:SourceOwner': account } },
        },
      ],
    }
    const attributes = new Map([['DisplayName', ''], ['Policy', JSON.stringify(policy)], ...given])
    topics.set(arn, { arn, name, account, region, partition, attributes, subscriptions: [], tags: list<Tag>(parameters['Tags']) })
    return { TopicArn: arn }
  }

  #shownAttributes(topic: Topic): Map<string, string> {
    const confirmed = topic.subscriptions.filter((one) => one.confirmed).length
    return new Map([
      ...topic.attributes,
      ['TopicArn', topic.arn],
      ['Owner', topic.account],
      ['SubscriptionsConfirmed', String(confirmed)],
      ['SubscriptionsPending', String(topic.subscriptions.length - confirmed)],
      ['SubscriptionsDeleted', '0'],
    ])
  }

  #setAttribute(call: Call): void {
    const topic = this.#topic(call)
    const name = String(call.parameters['AttributeName'])
    const value = String(call.parameters['AttributeValue'] ?? '')
    if (name === 'Policy') {
      try {
        parseNamed('topic policy', value)
      } catch {
        throw invalid('Policy Reason: The policy is not a policy document')
      }
    }
    // A topic that is given no key has none.
    if (name === 'KmsMasterKeyId' && value === '') topic.attributes.delete(name)
    else topic.attributes.set(name, value)
  }

  #subscribe(call: Call): Body {
    const topic = this.#topic(call)
    const [protocol, endpoint] = [String(call.parameters['Protocol']), String(call.parameters['Endpoint'] ?? '')]
    const known = topic.subscriptions.find((one) => one.protocol === protocol && one.endpoint === endpoint)
    const subscription = known ?? {
      arn: `${topic.arn}:${crypto.randomUUID()}`,
      protocol,
      endpoint,
      confirmed: this.#confirmsAll || !CONFIRMED_BY_SOMEONE.includes(protocol),
      attributes: new Map(Object.entries((call.parameters['Attributes'] ?? {}) as Record<string, string>)),
    }
    if (!known) topic.subscriptions.push(subscription)
    const wantsArn = subscription.confirmed || flag(call.parameters['ReturnSubscriptionArn'])
    return { SubscriptionArn: wantsArn ? subscription.arn : 'pending confirmation' }
  }

  #find(call: Call): { topic: Topic; subscription: Subscription } {
    const arn = String(call.parameters['SubscriptionArn'])
    for (const topic of this.#topics.of(call).values()) {
      const subscription = topic.subscriptions.find((one) => one.arn === arn)
      if (subscription) return { topic, subscription }
    }
    throw new AwsError('NotFound', 'Subscription does not exist', 404)
  }

  #unsubscribe(call: Call): void {
    const { topic, subscription } = this.#find(call)
    topic.subscriptions = topic.subscriptions.filter((one) => one !== subscription)
  }

  #confirm(subscription: Subscription): void {
    subscription.confirmed = true
  }

  /** The token in the sandbox's mails is the subscription's own id. */
  #confirmOne(call: Call): Body {
    const subscription = this.#topic(call).subscriptions.find(({ arn }) => arn.endsWith(`:${String(call.parameters['Token'])}`))
    if (!subscription) throw invalid('Token')
    this.#confirm(subscription)
    return { SubscriptionArn: subscription.arn }
  }

  #subscriptionAttributes(call: Call): Body {
    const { topic, subscription } = this.#find(call)
    const { arn, protocol, endpoint, confirmed, attributes } = subscription
    const Attributes = new Map([
      ...attributes,
      ['SubscriptionArn', arn],
      ['TopicArn', topic.arn],
      ['Owner', topic.account],
      ['Protocol', protocol],
      ['Endpoint', endpoint],
      ['PendingConfirmation', String(!confirmed)],
    ])
    return { Attributes }
  }

  #publish(call: Call): Body {
    const subject = call.parameters['Subject']
    const message = String(call.parameters['Message'] ?? '')
    const target = String(call.parameters['TopicArn'] ?? call.parameters['TargetArn'])
    return { MessageId: this.publish(target, call.caller, message, subject === undefined ? undefined : String(subject)) }
  }
}

/**
 * EventBridge brings source keys neither to a topic's policy nor to its key; sources: EventBridge User Guide, "You can't use Condition
 * blocks in Amazon SNS topic policies for EventBridge"; SNS Developer Guide, sns-key-management.
 */
function asPublisher(caller: Caller): Caller {
  const { context: _, ...bare } = caller
  return caller.value.startsWith('events.') ? bare : caller
}

function shown(topic: Topic, { arn, protocol, endpoint, confirmed }: Subscription): Body {
  return {
    SubscriptionArn: confirmed ? arn : 'PendingConfirmation',
    Owner: topic.account,
    Protocol: protocol,
    Endpoint: endpoint,
    TopicArn: topic.arn,
  }
}
