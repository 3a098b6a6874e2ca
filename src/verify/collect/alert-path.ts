import type { Config } from '../../model/config.ts'
import { absent, mapEvidence, read } from '../../model/evidence.ts'
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
  const [attributes, rule] = await Promise.all([
    reader.read('sns:GetTopicAttributes', { TopicArn: arn }),
    audit.tamperRule ? collectRule(reader, names.tamperRule, place) : undefined,
  ])
  const topic = mapEvidence(attributes, ({ Attributes }) => Attributes)
  const subscriptions = mapEvidence(topic, ({ SubscriptionsConfirmed, SubscriptionsPending }) => ({
    confirmed: Number(SubscriptionsConfirmed),
    pending: Number(SubscriptionsPending),
  }))
  return [{ arn, topic, subscriptions, key: await keyOf(reader, topic, place), rule, hasAlarms: alarmsIn(config) }]
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
