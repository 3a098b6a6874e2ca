import { defineCheck, need, notApplicable, passUnless } from '../define.ts'

/** What ends or narrows a trail. */
const DEEDS = ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors']

/** Deeds on trails that no alternative of the pattern takes as they are: a further field would narrow it. */
function unwatched(pattern: string | undefined): string[] {
  const { $or = [{}], detail = {}, 'detail-type': kinds, ...more } = parsed(pattern)
  const isNarrowed = Object.keys(more).length > 0 || !texts(kinds).includes('AWS API Call via CloudTrail')
  const names = (Array.isArray($or) ? $or : [])
    .filter(isMapping)
    .map((alternative) => ({ ...mapping(detail), ...mapping(alternative['detail']) }))
    .filter(
      ({ eventSource, eventName, ...rest }) => Object.keys(rest).length === 0 && texts(eventSource).includes('cloudtrail.amazonaws.com'),
    )
    .flatMap(({ eventName }) => texts(eventName))
  const missing = isNarrowed ? DEEDS : DEEDS.filter((deed) => !names.includes(deed))
  return missing.length > 0 ? [`it does not watch ${missing.join(', ')} of every trail`] : []
}

function parsed(pattern: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return mapping(JSON.parse(pattern ?? '{}'))
  } catch {
    return {}
  }
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const mapping = (value: unknown) => (isMapping(value) ? value : {})
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [])

export const tamperRuleTellsTheTopic = defineCheck({
  id: 'tamper-rule-tells-the-topic',
  code: 'ALERT-001',
  severity: 'high',
  title: 'The tamper rule is on, watches every trail, and tells the alert topic',
  on: 'alertPath',
  reads: ['events:DescribeRule', 'events:ListTargetsByRule'],
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
  remedy: 'Deploy the audit stack to set the rule back, and find event DisableRule, PutRule or RemoveTargets.',
  evaluate: ({ arn, rule: found }) => {
    if (found === undefined) return notApplicable('no tamper rule is designed')
    const { State, EventPattern } = need(found.rule)
    const targets = need(found.targets)
    const ours = targets.filter((target) => target.Arn === arn)
    return passUnless(
      [
        ...(State === 'DISABLED' ? ['the rule is disabled'] : []),
        ...unwatched(EventPattern),
        ...(ours.length > 0 ? [] : [`the topic is none of its ${targets.length} targets`]),
        ...(ours.some(({ RoleArn }) => RoleArn !== undefined) ? ['its target has a role, with which EventBridge fails to publish'] : []),
      ],
      'enabled, with the topic as its target',
    )
  },
})
