import { partitionOf } from '../../../src/model/partition.ts'
import { type Body, type Call, list, type Operations, type Place, page, Scoped } from '../call.ts'
import { AwsError, notImplemented } from '../error.ts'
import type { Kms } from '../kms.ts'
import { compilePattern, type Matches } from './pattern.ts'

interface LogEvent {
  timestamp: number
  message: string
  ingestionTime: number
  eventId: string
}

interface MetricFilter {
  filterName: string
  filterPattern: string
  metricTransformations: { metricName: string; metricNamespace: string; metricValue: string; defaultValue?: number }[]
  creationTime: number
  matches: Matches
}

interface LogGroup {
  name: string
  arn: string
  created: number
  logClass: string
  retention?: number
  kmsKeyId?: string
  streams: Map<string, { created: number; events: LogEvent[] }>
  metricFilters: Map<string, MetricFilter>
  subscriptions: Map<string, Body>
  tags: Map<string, string>
}

interface LogsState {
  groups: Map<string, LogGroup>
  resourcePolicies: Map<string, { policyName: string; policyDocument: string; lastUpdatedTime: number }>
}

export type OnMetric = (place: Place, namespace: string, name: string, value: number) => void

const notFound = () => new AwsError('ResourceNotFoundException', 'The specified log group does not exist.')
const invalid = (message: string) => new AwsError('InvalidParameterException', message)
/** Source: CloudWatch Logs API reference, PutRetentionPolicy. */
const RETENTIONS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]
const RESOURCE_POLICIES = 10

/** CloudWatch Logs: groups, streams, events, metric filters that make metrics. */
export class Logs {
  readonly #states = new Scoped<LogsState>(() => ({ groups: new Map(), resourcePolicies: new Map() }))
  readonly #kms: Kms
  readonly #onMetric: OnMetric
  readonly operations: Operations

  constructor(kms: Kms, onMetric: OnMetric) {
    this.#kms = kms
    this.#onMetric = onMetric
    this.operations = {
      CreateLogGroup: (call) => this.#createGroup(call),
      DeleteLogGroup: (call) => void this.#states.of(call).groups.delete(this.#group(call).name),
      DescribeLogGroups: (call) => this.#describeGroups(call),
      PutRetentionPolicy: (call) => this.#retain(call),
      DeleteRetentionPolicy: (call) => void delete this.#group(call).retention,
      AssociateKmsKey: (call) => this.#associate(call, this.#group(call)),
      DisassociateKmsKey: (call) => void delete this.#group(call).kmsKeyId,
      CreateLogStream: (call) => this.#createStream(call),
      DeleteLogStream: (call) => void this.#group(call).streams.delete(String(call.parameters['logStreamName'])),
      DescribeLogStreams: (call) => this.#describeStreams(call),
      PutLogEvents: (call) => this.#put(call),
      GetLogEvents: (call) => ({
        events: this.#stream(call).events.map(({ eventId: _, ...event }) => event),
        nextForwardToken: 'f/end',
        nextBackwardToken: 'b/start',
      }),
      FilterLogEvents: (call) => this.#filter(call),
      PutMetricFilter: (call) => this.#putMetricFilter(call),
      DeleteMetricFilter: (call) => {
        if (!this.#group(call).metricFilters.delete(String(call.parameters['filterName'])))
          throw new AwsError('ResourceNotFoundException', 'The specified metric filter does not exist.')
      },
      DescribeMetricFilters: (call) => this.#describeMetricFilters(call),
      TestMetricFilter: (call) => this.#testFilter(call),
      PutSubscriptionFilter: (call) => this.#subscribe(call),
      DescribeSubscriptionFilters: (call) => ({ subscriptionFilters: [...this.#group(call).subscriptions.values()] }),
      DeleteSubscriptionFilter: (call) => void this.#group(call).subscriptions.delete(String(call.parameters['filterName'])),
      PutResourcePolicy: (call) => this.#putResourcePolicy(call),
      DeleteResourcePolicy: (call) => {
        if (!this.#states.of(call).resourcePolicies.delete(String(call.parameters['policyName'])))
          throw new AwsError('ResourceNotFoundException', `Policy with name [${String(call.parameters['policyName'])}] does not exist`)
      },
      DescribeResourcePolicies: (call) => ({ resourcePolicies: [...this.#states.of(call).resourcePolicies.values()] }),
      TagResource: (call) => this.#tag(call),
      UntagResource: (call) => {
        const { tags } = this.#group(call)
        for (const key of list<string>(call.parameters['tagKeys'])) tags.delete(key)
      },
      ListTagsForResource: (call) => ({ tags: Object.fromEntries(this.#group(call).tags) }),
      ListTagsLogGroup: (call) => ({ tags: Object.fromEntries(this.#group(call).tags) }),
      TagLogGroup: (call) => this.#tag(call),
      GetDataProtectionPolicy: (call) => ({ logGroupIdentifier: this.#group(call).name }),
      DescribeIndexPolicies: () => ({ indexPolicies: [] }),
    }
  }

  /** By name, ARN or identifier. An ARN of another region is not found here. */
  #group(call: Call): LogGroup {
    const { parameters } = call
    const given = String(
      parameters['logGroupName'] ?? parameters['logGroupIdentifier'] ?? parameters['resourceArn'] ?? parameters['resourceIdentifier'] ?? '',
    )
    const [, , , region = call.region, account = call.account, , arnName] = given.startsWith('arn:') ? given.split(':') : []
    const found = region === call.region && account === call.account ? this.#states.of(call).groups.get(arnName ?? given) : undefined
    if (!found) throw notFound()
    return found
  }

  #stream(call: Call) {
    const stream = this.#group(call).streams.get(String(call.parameters['logStreamName']))
    if (!stream) throw new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.')
    return stream
  }

  #createGroup(call: Call): void {
    const { parameters, partition, region, account } = call
    const name = String(parameters['logGroupName'] ?? '')
    if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(name))
      throw invalid(
        `1 validation error detected: Value '${name}' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+`,
      )
    const { groups } = this.#states.of(call)
    if (groups.has(name)) throw new AwsError('ResourceAlreadyExistsException', 'The specified log group already exists')
    const group: LogGroup = {
      name,
      arn: `arn:${partition}:logs:${region}:${account}:log-group:${name}`,
      created: Date.now(),
      logClass: String(parameters['logGroupClass'] ?? 'STANDARD'),
      streams: new Map(),
      metricFilters: new Map(),
      subscriptions: new Map(),
      tags: new Map(Object.entries((parameters['tags'] ?? {}) as Record<string, string>)),
    }
    if (parameters['kmsKeyId']) this.#associate(call, group)
    groups.set(name, group)
  }

  /** The service itself must be allowed to use the key for this group. */
  #associate(call: Call, group: LogGroup): void {
    const kmsKeyId = String(call.parameters['kmsKeyId'])
    const service = `logs.${call.region}.${partitionOf(call.region)?.dnsSuffix ?? 'amazonaws.com'}`
    const caller = {
      type: 'Service' as const,
      value: service,
      account: call.account,
      isEnforced: false,
      context: { 'aws:SourceArn': group.arn, 'aws:SourceAccount': call.account },
    }
    try {
      const key = this.#kms.find(call, kmsKeyId)
      for (const action of ['Encrypt', 'Decrypt', 'GenerateDataKey'])
        this.#kms.authorize(key, caller, action, { 'aws:logs:arn': group.arn })
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      throw new AwsError(
        'AccessDeniedException',
        `The specified KMS key does not exist or is not allowed to be used with Arn '${group.arn}'`,
      )
    }
    group.kmsKeyId = kmsKeyId
  }

  #describeGroups(call: Call): Body {
    const { parameters } = call
    const prefix = String(parameters['logGroupNamePrefix'] ?? '')
    const part = String(parameters['logGroupNamePattern'] ?? '')
    const all = [...this.#states.of(call).groups.values()].filter(({ name }) => name.startsWith(prefix) && name.includes(part))
    const { items, next } = page(
      all.sort((a, b) => (a.name < b.name ? -1 : 1)),
      parameters['nextToken'],
      Number(parameters['limit'] ?? 50),
    )
    const logGroups = items.map((group) => ({
      logGroupName: group.name,
      creationTime: group.created,
      retentionInDays: group.retention,
      metricFilterCount: group.metricFilters.size,
      arn: `${group.arn}:*`,
      logGroupArn: group.arn,
      storedBytes: [...group.streams.values()].flatMap(({ events }) => events).reduce((sum, { message }) => sum + message.length + 26, 0),
      kmsKeyId: group.kmsKeyId,
      logGroupClass: group.logClass,
    }))
    return { logGroups, nextToken: next }
  }

  #retain(call: Call): void {
    const days = Number(call.parameters['retentionInDays'])
    if (!RETENTIONS.includes(days))
      throw invalid(
        `1 validation error detected: Value '${days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set`,
      )
    this.#group(call).retention = days
  }

  #createStream(call: Call): void {
    const { streams } = this.#group(call)
    const name = String(call.parameters['logStreamName'])
    if (streams.has(name)) throw new AwsError('ResourceAlreadyExistsException', 'The specified log stream already exists')
    streams.set(name, { created: Date.now(), events: [] })
  }

  #describeStreams(call: Call): Body {
    const group = this.#group(call)
    const prefix = String(call.parameters['logStreamNamePrefix'] ?? '')
    const logStreams = [...group.streams]
      .filter(([name]) => name.startsWith(prefix))
      .map(([logStreamName, { created, events }]) => ({
        logStreamName,
        creationTime: created,
        firstEventTimestamp: events[0]?.timestamp,
        lastEventTimestamp: events.at(-1)?.timestamp,
        lastIngestionTime: events.at(-1)?.ingestionTime,
        arn: `${group.arn}:log-stream:${logStreamName}`,
      }))
    return { logStreams }
  }

  #put(call: Call): Body {
    const group = this.#group(call)
    const stream = this.#stream(call)
    const ingestionTime = Date.now()
    const given = list<{ timestamp: number; message: string }>(call.parameters['logEvents'])
    // Two hours ahead is the most that is taken; source: PutLogEvents.
    const taken = given.filter(({ timestamp }) => timestamp <= ingestionTime + 2 * 3_600_000)
    for (const { timestamp, message } of taken) {
      stream.events.push({ timestamp, message, ingestionTime, eventId: `${ingestionTime}${stream.events.length}` })
      this.#measure(call, group, message)
    }
    return {
      nextSequenceToken: String(stream.events.length),
      ...(taken.length < given.length ? { rejectedLogEventsInfo: { tooNewLogEventStartIndex: taken.length } } : {}),
    }
  }

  #measure(call: Call, group: LogGroup, message: string): void {
    for (const filter of group.metricFilters.values())
      for (const { metricNamespace, metricName, metricValue } of filter.metricTransformations)
        if (filter.matches(message)) this.#onMetric(call, metricNamespace, metricName, Number(metricValue))
  }

  #filter(call: Call): Body {
    const { parameters } = call
    const names = list<string>(parameters['logStreamNames'])
    const prefix = String(parameters['logStreamNamePrefix'] ?? '')
    const [from, to] = [Number(parameters['startTime'] ?? 0), Number(parameters['endTime'] ?? Number.POSITIVE_INFINITY)]
    const matches = patternOf(parameters['filterPattern'])
    const all = [...this.#group(call).streams]
      .filter(([name]) => name.startsWith(prefix) && (names.length === 0 || names.includes(name)))
      .flatMap(([logStreamName, { events }]) => events.map((event) => ({ logStreamName, ...event })))
      .filter(({ timestamp, message }) => timestamp >= from && timestamp <= to && matches(message))
      .sort((a, b) => a.timestamp - b.timestamp)
    const { items, next } = page(all, parameters['nextToken'], Number(parameters['limit'] ?? 10_000))
    return { events: items, searchedLogStreams: [], nextToken: next }
  }

  #putMetricFilter(call: Call): void {
    const { parameters } = call
    const group = this.#group(call)
    if (group.logClass !== 'STANDARD')
      throw new AwsError('InvalidOperationException', 'This operation is not supported for log groups with infrequent access')
    const filterName = String(parameters['filterName'])
    group.metricFilters.set(filterName, {
      filterName,
      filterPattern: String(parameters['filterPattern'] ?? ''),
      metricTransformations: list(parameters['metricTransformations']),
      creationTime: Date.now(),
      matches: patternOf(parameters['filterPattern']),
    })
  }

  #describeMetricFilters(call: Call): Body {
    const { parameters } = call
    const groups = parameters['logGroupName'] ? [this.#group(call)] : [...this.#states.of(call).groups.values()]
    const prefix = String(parameters['filterNamePrefix'] ?? '')
    const all = groups.flatMap(({ name, metricFilters }) =>
      [...metricFilters.values()].map(({ matches: _, ...filter }) => ({ ...filter, logGroupName: name })),
    )
    const chosen = all.filter(({ filterName }) => filterName.startsWith(prefix))
    const { items, next } = page(chosen, parameters['nextToken'], Number(parameters['limit'] ?? 50))
    return { metricFilters: items, nextToken: next }
  }

  #testFilter(call: Call): Body {
    const matches = patternOf(call.parameters['filterPattern'])
    const found = list<string>(call.parameters['logEventMessages']).map((eventMessage, index) => ({
      eventNumber: index + 1,
      eventMessage,
      extractedValues: {},
    }))
    return { matches: found.filter(({ eventMessage }) => matches(eventMessage)) }
  }

  /** Kept and described; where it would deliver to is no part of the sandbox. */
  #subscribe(call: Call): void {
    const { parameters } = call
    const group = this.#group(call)
    if (group.subscriptions.size >= 2 && !group.subscriptions.has(String(parameters['filterName'])))
      throw new AwsError('LimitExceededException', 'Resource limit exceeded.')
    patternOf(parameters['filterPattern'])
    group.subscriptions.set(String(parameters['filterName']), { ...parameters, logGroupName: group.name, creationTime: Date.now() })
  }

  #putResourcePolicy(call: Call): Body {
    const { resourcePolicies } = this.#states.of(call)
    const policyName = String(call.parameters['policyName'])
    if (call.parameters['resourceArn']) throw notImplemented('resource policies of one log group')
    if (!resourcePolicies.has(policyName) && resourcePolicies.size >= RESOURCE_POLICIES)
      throw new AwsError('LimitExceededException', 'Resource limit exceeded.')
    const policy = { policyName, policyDocument: String(call.parameters['policyDocument']), lastUpdatedTime: Date.now() }
    resourcePolicies.set(policyName, policy)
    return { resourcePolicy: policy }
  }

  #tag(call: Call): void {
    const { tags } = this.#group(call)
    for (const [key, value] of Object.entries((call.parameters['tags'] ?? {}) as Record<string, string>)) tags.set(key, value)
  }
}

function patternOf(value: unknown): Matches {
  try {
    return compilePattern(String(value ?? ''))
  } catch (error) {
    throw invalid(`Invalid metric filter pattern: ${error instanceof Error ? error.message : ''}`)
  }
}
