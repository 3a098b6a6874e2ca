import { type Body, type Call, list, mergeTags, type Operations, type Place, page, Scoped, type Tag, withoutTags } from '../call.ts'
import { AwsError, notImplemented } from '../error.ts'
import { matchesEvent } from './event-pattern.ts'
import type { Sns } from './sns.ts'

interface Rule {
  Name: string
  Arn: string
  EventPattern?: string
  ScheduleExpression?: string
  State: string
  Description?: string
  RoleArn?: string
  targets: Map<string, Body & { Id: string; Arn: string }>
  tags: Tag[]
}

/** An event on the default bus, as rules see it. */
export interface BusEvent {
  id: string
  'detail-type': string
  source: string
  account: string
  time: string
  region: string
  resources: string[]
  detail: unknown
}

/** A rule matched and its target could not be reached: CloudWatch's FailedInvocations, with the reason. */
export interface FailedInvocation {
  rule: string
  target: string
  reason: string
}

const notFound = (name: unknown) => new AwsError('ResourceNotFoundException', `Rule ${String(name)} does not exist on EventBus default.`)

/** EventBridge: rules on the default bus of each region, and topics as their targets. */
export class Events {
  readonly #rules = new Scoped<Map<string, Rule>>(() => new Map())
  readonly #sns: Sns
  readonly operations: Operations
  readonly failedInvocations: FailedInvocation[] = []

  constructor(sns: Sns) {
    this.#sns = sns
    this.operations = {
      PutRule: (call) => this.#put(call),
      DescribeRule: (call) => {
        const { targets: _, tags: __, ...rule } = this.#rule(call, call.parameters['Name'])
        return { ...rule, EventBusName: 'default' }
      },
      ListRules: (call) => this.#list(call),
      DeleteRule: (call) => this.#delete(call),
      EnableRule: (call) => void Object.assign(this.#rule(call, call.parameters['Name']), { State: 'ENABLED' }),
      DisableRule: (call) => void Object.assign(this.#rule(call, call.parameters['Name']), { State: 'DISABLED' }),
      PutTargets: (call) => this.#putTargets(call),
      RemoveTargets: (call) => {
        const { targets } = this.#rule(call, call.parameters['Rule'])
        for (const id of list<string>(call.parameters['Ids'])) targets.delete(id)
        return { FailedEntryCount: 0, FailedEntries: [] }
      },
      ListTargetsByRule: (call) => ({ Targets: [...this.#rule(call, call.parameters['Rule']).targets.values()] }),
      ListRuleNamesByTarget: (call) => ({
        RuleNames: this.#all(call)
          .filter(({ targets }) => [...targets.values()].some(({ Arn }) => Arn === call.parameters['TargetArn']))
          .map(({ Name }) => Name),
      }),
      PutEvents: (call) => this.#putEvents(call),
      TestEventPattern: (call) => ({
        Result: matchesEvent(JSON.parse(String(call.parameters['EventPattern'])), JSON.parse(String(call.parameters['Event']))),
      }),
      TagResource: (call) => {
        const rule = this.#tagged(call)
        rule.tags = mergeTags(rule.tags, list<Tag>(call.parameters['Tags']))
      },
      UntagResource: (call) => {
        const rule = this.#tagged(call)
        rule.tags = withoutTags(rule.tags, list<string>(call.parameters['TagKeys']))
      },
      ListTagsForResource: (call) => ({ Tags: this.#tagged(call).tags }),
    }
  }

  /** Something happened: every rule that matches sends it to its targets. */
  emit(place: Pick<Place, 'account' | 'region'>, event: BusEvent): void {
    for (const rule of this.#rules.of(place).values()) {
      if (rule.State === 'DISABLED' || rule.EventPattern === undefined) continue
      // CloudTrail's own read events need a state of their own; source: PutRule, State.
      if (!matchesEvent(JSON.parse(rule.EventPattern), event)) continue
      for (const target of rule.targets.values()) this.#send(rule, target, place, event)
    }
  }

  #send(rule: Rule, target: Body & { Id: string; Arn: string }, { account }: Pick<Place, 'account'>, event: BusEvent): void {
    const service = target.Arn.split(':')[2]
    const failed = (reason: string) => this.failedInvocations.push({ rule: rule.Arn, target: target.Arn, reason })
    if (service !== 'sns') {
      failed(`the sandbox delivers to SNS topics only, not to ${service}`)
      return
    }
    const caller = {
      type: 'Service' as const,
      value: 'events.amazonaws.com',
      account,
      isEnforced: false,
      context: { 'aws:SourceArn': rule.Arn, 'aws:SourceAccount': account },
    }
    try {
      this.#sns.publish(target.Arn, caller, typeof target['Input'] === 'string' ? target['Input'] : JSON.stringify(event))
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error))
    }
  }

  #all(place: Pick<Place, 'account' | 'region'>): Rule[] {
    return [...this.#rules.of(place).values()]
  }

  #rule(call: Call, name: unknown): Rule {
    const bus = call.parameters['EventBusName']
    if (bus !== undefined && bus !== 'default' && !String(bus).endsWith('event-bus/default'))
      throw notImplemented('event buses other than default')
    const rule = this.#rules.of(call).get(String(name))
    if (!rule) throw notFound(name)
    return rule
  }

  #tagged(call: Call): Rule {
    return this.#rule(call, String(call.parameters['ResourceARN']).split('/').at(-1))
  }

  #put(call: Call): Body {
    const { parameters, partition, region, account } = call
    const name = String(parameters['Name'] ?? '')
    if (!/^[.\-_A-Za-z0-9]{1,64}$/.test(name))
      throw new AwsError('ValidationException', `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint`)
    const pattern = parameters['EventPattern']
    checkPattern(pattern)
    const known = this.#rules.of(call).get(name)
    const rule: Rule = {
      Name: name,
      Arn: `arn:${partition}:events:${region}:${account}:rule/${name}`,
      ...(pattern ? { EventPattern: String(pattern) } : {}),
      ...(parameters['ScheduleExpression'] ? { ScheduleExpression: String(parameters['ScheduleExpression']) } : {}),
      State: String(parameters['State'] ?? 'ENABLED'),
      ...(parameters['Description'] ? { Description: String(parameters['Description']) } : {}),
      ...(parameters['RoleArn'] ? { RoleArn: String(parameters['RoleArn']) } : {}),
      targets: known?.targets ?? new Map(),
      tags: known?.tags ?? list<Tag>(parameters['Tags']),
    }
    this.#rules.of(call).set(name, rule)
    return { RuleArn: rule.Arn }
  }

  #list(call: Call): Body {
    const prefix = String(call.parameters['NamePrefix'] ?? '')
    const { items, next } = page(
      this.#all(call).filter(({ Name }) => Name.startsWith(prefix)),
      call.parameters['NextToken'],
      Number(call.parameters['Limit'] ?? 100),
    )
    return { Rules: items.map(({ targets: _, tags: __, ...rule }) => ({ ...rule, EventBusName: 'default' })), NextToken: next }
  }

  #delete(call: Call): void {
    const rule = this.#rules.of(call).get(String(call.parameters['Name']))
    if (rule && rule.targets.size > 0) throw new AwsError('ValidationException', "Rule can't be deleted since it has targets.")
    this.#rules.of(call).delete(String(call.parameters['Name']))
  }

  #putTargets(call: Call): Body {
    const { targets } = this.#rule(call, call.parameters['Rule'])
    const given = list<Body & { Id: string; Arn: string }>(call.parameters['Targets'])
    if (new Set([...targets.keys(), ...given.map(({ Id }) => Id)]).size > 5)
      throw new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.')
    for (const target of given) targets.set(target.Id, target)
    return { FailedEntryCount: 0, FailedEntries: [] }
  }

  #putEvents(call: Call): Body {
    const entries = list<Body>(call.parameters['Entries'])
    const Entries = entries.map((entry) => {
      const id = crypto.randomUUID()
      this.emit(call, {
        id,
        'detail-type': String(entry['DetailType']),
        source: String(entry['Source']),
        account: call.account,
        time: new Date().toISOString(),
        region: call.region,
        resources: list<string>(entry['Resources']),
        detail: JSON.parse(String(entry['Detail'] ?? '{}')),
      })
      return { EventId: id }
    })
    return { FailedEntryCount: 0, Entries }
  }
}

/** Longest pattern by default; source: EventBridge quotas. */
const PATTERN_LIMIT = 2048

function checkPattern(pattern: unknown): void {
  if (pattern === undefined) return
  const refused = (why: string) => new AwsError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${why}`)
  if (String(pattern).length > PATTERN_LIMIT)
    throw new AwsError('LimitExceededException', `EventPattern exceeds ${PATTERN_LIMIT} characters`)
  try {
    matchesEvent(JSON.parse(String(pattern)), {})
  } catch (error) {
    throw refused(error instanceof Error ? error.message : 'not JSON')
  }
}
