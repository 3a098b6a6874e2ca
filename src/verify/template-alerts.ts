import { absent, type Evidence, read, undecided } from '../model/evidence.ts'
import type { AlertPathFacts, RuleFacts, TopicAttributes } from '../model/facts.ts'
import { alarmsIn } from './collect/alert-path.ts'
import { arnOf, type Found, keyDescription, keyPolicy, ofType, type World } from './template-resources.ts'
import { isOpen, known, knownList, list, mapping, text } from './template-values.ts'

/** The way of an alert through a topic that a rule on CloudTrail's events tells; topics for other things have rules of their own. */
export function alertPathOf(found: Found, world: World): AlertPathFacts[] {
  const arn = arnOf(found, world) ?? found.logicalId
  const rule = ofType(world.all, 'AWS::Events::Rule').find((candidate) => watchesTrail(candidate) && targetsOf(candidate).includes(arn))
  const isDesigned = world.config !== undefined && text(found.properties['TopicName']) === world.config.names.topic
  if (rule === undefined && !isDesigned) return []
  const watched = rule ?? designedRule(world)
  return [
    {
      arn,
      topic: topicOf(found, arn, world),
      subscriptions: undecided('who confirms is known after the deployment only'),
      key: keyOf(found, world),
      rule: watched && ruleOf(watched, world),
      hasAlarms: world.config === undefined ? alarmsTell(arn, world) : alarmsIn(world.config),
    },
  ]
}

function watchesTrail({ properties }: Found): boolean {
  return list(mapping(properties['EventPattern'])['detail-type']).includes('AWS API Call via CloudTrail')
}

function targetsOf({ properties }: Found): string[] {
  return list(properties['Targets']).map((target) => text(mapping(target)['Arn']))
}

/** The config's rule, which may have lost its target. */
function designedRule({ all, config }: World): Found | undefined {
  return ofType(all, 'AWS::Events::Rule').find(({ properties }) => config && text(properties['Name']) === config.names.tamperRule)
}

function alarmsTell(arn: string, { all }: World): boolean {
  return ofType(all, 'AWS::CloudWatch::Alarm').some(({ properties }) => list(properties['AlarmActions']).includes(arn))
}

function topicOf({ properties }: Found, arn: string, { all }: World): Evidence<TopicAttributes> {
  const policy = ofType(all, 'AWS::SNS::TopicPolicy').find((candidate) => list(candidate.properties['Topics']).includes(arn))
  const document = policy?.properties['PolicyDocument']
  const key = properties['KmsMasterKeyId']
  if (document === undefined) return absent('The topic has no policy of its own, and the default lets no service publish.')
  return known({ Policy: JSON.stringify(document), ...(key === undefined ? {} : { KmsMasterKeyId: text(key) }) }, '', [document, key])
}

function keyOf({ properties }: Found, world: World): AlertPathFacts['key'] {
  const given = properties['KmsMasterKeyId']
  const key = ofType(world.all, 'AWS::KMS::Key').find((candidate) => arnOf(candidate, world) === given)
  const arn = text(given)
  if (key) return { arn, description: keyDescription(key, arn), policy: keyPolicy(key) }
  const elsewhere = undecided(`the key ${arn || 'of the topic'} is not in the templates`)
  return { arn, description: elsewhere, policy: elsewhere }
}

function ruleOf(found: Found, world: World): RuleFacts {
  const { properties } = found
  const pattern = properties['EventPattern']
  return {
    arn: arnOf(found, world) ?? found.logicalId,
    rule: isOpen(properties['State'])
      ? undecided('the state is known at deployment only')
      : read({
          State: text(properties['State']) || 'ENABLED',
          ...(pattern === undefined ? {} : { EventPattern: JSON.stringify(pattern) }),
        }),
    targets: knownList(
      properties['Targets'],
      (targets) =>
        targets.map(mapping).map(({ Id, Arn, RoleArn }) => ({
          Id: text(Id),
          Arn: text(Arn),
          ...(RoleArn === undefined ? {} : { RoleArn: text(RoleArn) }),
        })),
      '',
    ),
  }
}
