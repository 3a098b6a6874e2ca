import type { Config } from '../../model/config.ts'
import { absent, mapEvidence, nothingThere, read, type Unread } from '../../model/evidence.ts'
import type { AlertPathFacts, RuleFacts } from '../../model/facts.ts'
import { alertsIn } from '../../model/presence.ts'
import type { Reader } from '../../reads/reader.ts'
import { collectKey } from './key.ts'
import type { Place } from './place.ts'

/** The designed way of an alert, from the rule to the mailbox; none where the config tells nobody. */
export async function collectAlertPaths(reader: Reader, config: Config, place: Place): Promise<AlertPathFacts[]> {
  if (!alertsIn(config)) return []
  const { partition, region, account } = place
  const { names, audit } = config
  const arn = `arn:${partition}:sns:${region}:${account}:${names.topic}`
  const rule = audit.tamperRule ? await collectRule(reader, names.tamperRule, place) : undefined
  return [await pathOf(reader, arn, { rule, hasAlarms: alarmsIn(config) }, place)]
}

async function pathOf(
  reader: Reader,
  arn: string,
  publishers: Pick<AlertPathFacts, 'rule' | 'hasAlarms'>,
  place: Place,
): Promise<AlertPathFacts> {
  const attributes = await reader.read('sns:GetTopicAttributes', { TopicArn: arn })
  const topic = mapEvidence(attributes, ({ Attributes }) => Attributes)
  const subscriptions = mapEvidence(topic, ({ SubscriptionsConfirmed, SubscriptionsPending }) => ({
    confirmed: Number(SubscriptionsConfirmed),
    pending: Number(SubscriptionsPending),
  }))
  return { arn, topic, subscriptions, key: await keyOf(reader, topic, place), ...publishers }
}

/**
 * The ways that an account has without a config: each topic of a rule that watches for the end of a trail. Where no rule does, that is
 * one path of which nothing can be judged: an account may be told by other means, and nobody said by which.
 */
export async function discoverAlertPaths(reader: Reader, place: Place): Promise<AlertPathFacts[]> {
  const listed = await reader.read('events:ListRules', {})
  if (listed.state !== 'read') return [unknownPath(listed, place)]
  const watching = listed.value.Rules.filter(
    ({ EventPattern = '' }) => EventPattern.includes('cloudtrail.amazonaws.com') && EventPattern.includes('StopLogging'),
  )
  const paths = await Promise.all(watching.map((rule) => pathsOf(reader, rule.Name, place)))
  const found = paths.flat()
  const none = 'no rule of EventBridge watches for the end of a trail and tells a topic'
  return found.length > 0 ? found : [unknownPath(nothingThere(none), place)]
}

async function pathsOf(reader: Reader, name: string, place: Place): Promise<AlertPathFacts[]> {
  const rule = await collectRule(reader, name, place)
  if (rule.targets.state !== 'read') return [{ ...unknownPath(rule.targets, place), rule }]
  const topics = [...new Set(rule.targets.value.map(({ Arn }) => Arn).filter((arn) => arn.split(':')[2] === 'sns'))]
  return Promise.all(topics.map((arn) => pathOf(reader, arn, { rule, hasAlarms: false }, place)))
}

function unknownPath(why: Unread, { partition, region, account }: Place): AlertPathFacts {
  const at = (service: string, rest: string) => `arn:${partition}:${service}:${region}:${account}:${rest}`
  return {
    arn: at('sns', '*'),
    topic: why,
    subscriptions: why,
    key: { arn: '', description: why, policy: why },
    rule: { arn: at('events', 'rule/*'), rule: why, targets: why },
    hasAlarms: false,
  }
}

/** Alarms beside the rule: the chosen ones, and the one on a trail's silence. */
export function alarmsIn({ audit }: Config): boolean {
  return audit.alarms.length > 0 || (audit.tamperRule && audit.logGroup !== 'none')
}

async function keyOf(reader: Reader, topic: AlertPathFacts['topic'], place: Place): Promise<AlertPathFacts['key']> {
  if (topic.state !== 'read') return { arn: '', description: topic, policy: topic }
  const keyId = topic.value.KmsMasterKeyId
  if (keyId !== undefined) return collectKey(reader, { keyId, knownArn: undefined, trailArn: undefined }, place)
  const none = absent('The topic is not encrypted.')
  return { arn: '', description: none, policy: none }
}

async function collectRule(reader: Reader, name: string, { partition, region, account }: Place): Promise<RuleFacts> {
  const [rule, targets] = await Promise.all([
    reader.read('events:DescribeRule', { Name: name }),
    reader.read('events:ListTargetsByRule', { Rule: name }),
  ])
  return {
    arn: `arn:${partition}:events:${region}:${account}:rule/${name}`,
    rule,
    targets: targets.state === 'read' ? read(targets.value.Targets) : targets,
  }
}
