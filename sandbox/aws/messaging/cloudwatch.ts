import { type Body, type Call, flag, list, mergeTags, type Operations, type Place, page, Scoped, type Tag, withoutTags } from '../call.ts'
import { AwsError, notImplemented } from '../error.ts'
import type { Sns } from './sns.ts'

interface Alarm {
  settings: Body & { AlarmName: string }
  arn: string
  state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'
  reason: string
  updated: Date
  configured: Date
  tags: Tag[]
}

interface DailyMetric {
  namespace: string
  name: string
  dimensions: Readonly<Record<string, string>>
}

const dailyKey = ({ namespace, name, dimensions }: DailyMetric) =>
  `${namespace}|${name}|${Object.entries(dimensions)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join()}`

interface MonitoringState {
  alarms: Map<string, Alarm>
  dashboards: Map<string, { body: string; arn: string; modified: Date; tags: Tag[] }>
  /** What AWS's services measure of themselves, by `namespace|name|dimensions`: daily values by day. */
  daily: Map<string, ReadonlyMap<string, number>>
  /** Values by `namespace|name`, with when they came. */
  metrics: Map<string, { at: number; value: number }[]>
}

const COMPARE: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
}

/** CloudWatch: alarms on one metric, which call their topics when a value comes; dashboards as texts. */
export class CloudWatch {
  readonly #states = new Scoped<MonitoringState>(() => ({ alarms: new Map(), dashboards: new Map(), metrics: new Map(), daily: new Map() }))
  readonly #sns: Sns
  readonly operations: Operations
  /** Actions of alarms that failed, with the reason. */
  readonly failedActions: { alarm: string; action: string; reason: string }[] = []

  constructor(sns: Sns) {
    this.#sns = sns
    this.operations = {
      PutMetricAlarm: (call) => this.#putAlarm(call),
      DescribeAlarms: (call) => this.#describeAlarms(call),
      DescribeAlarmsForMetric: (call) => ({
        MetricAlarms: this.#alarms(call)
          .filter(
            ({ settings }) =>
              settings['MetricName'] === call.parameters['MetricName'] && settings['Namespace'] === call.parameters['Namespace'],
          )
          .map(shown),
      }),
      DeleteAlarms: (call) => {
        for (const name of list<string>(call.parameters['AlarmNames'])) this.#states.of(call).alarms.delete(name)
      },
      EnableAlarmActions: (call) => this.#setActions(call, true),
      DisableAlarmActions: (call) => this.#setActions(call, false),
      SetAlarmState: (call) => this.#setState(call),
      PutMetricData: (call) => this.#putData(call),
      GetMetricStatistics: (call) => this.#statistics(call),
      PutDashboard: (call) => this.#putDashboard(call),
      GetDashboard: (call) => {
        const DashboardName = String(call.parameters['DashboardName'])
        const found = this.#dashboard(call, DashboardName)
        return { DashboardArn: found.arn, DashboardBody: found.body, DashboardName }
      },
      ListDashboards: (call) => ({
        DashboardEntries: [...this.#states.of(call).dashboards].map(([DashboardName, { arn, modified, body }]) => ({
          DashboardName,
          DashboardArn: arn,
          LastModified: modified,
          Size: body.length,
        })),
      }),
      DeleteDashboards: (call) => {
        for (const name of list<string>(call.parameters['DashboardNames'])) {
          this.#dashboard(call, name)
          this.#states.of(call).dashboards.delete(name)
        }
      },
      TagResource: (call) => {
        const tagged = this.#tagged(call)
        tagged.tags = mergeTags(tagged.tags, list<Tag>(call.parameters['Tags']))
      },
      UntagResource: (call) => {
        const tagged = this.#tagged(call)
        tagged.tags = withoutTags(tagged.tags, list<string>(call.parameters['TagKeys']))
      },
      ListTagsForResource: (call) => ({ Tags: this.#tagged(call).tags }),
    }
  }

  /** A value of a metric arrived: alarms on it are decided at once. */
  measure(place: Place, namespace: string, name: string, value: number): void {
    const { metrics } = this.#states.of(place)
    const values = metrics.get(`${namespace}|${name}`) ?? []
    values.push({ at: Date.now(), value })
    metrics.set(`${namespace}|${name}`, values.slice(-1000))
    for (const alarm of this.#alarms(place))
      if (alarm.settings['Namespace'] === namespace && alarm.settings['MetricName'] === name) this.#decide(place, alarm, values)
  }

  /** Daily values of a metric of AWS's own, by day. */
  recordDaily(place: Pick<Place, 'account' | 'region'>, metric: DailyMetric, values: ReadonlyMap<string, number>): void {
    this.#states.of(place).daily.set(dailyKey(metric), values)
  }

  #statistics(call: Call): Body {
    const { Namespace, MetricName, StartTime, EndTime, Statistics, Period } = call.parameters
    if (Number(Period) !== 86_400) throw notImplemented('statistics of less than a day')
    const dimensions = list<{ Name: string; Value: string }>(call.parameters['Dimensions'])
    const metric = {
      namespace: String(Namespace),
      name: String(MetricName),
      dimensions: Object.fromEntries(dimensions.map(({ Name, Value }) => [Name, Value])),
    }
    // Seconds in JSON, ISO 8601 in a query.
    const [from, to] = [StartTime, EndTime].map((time) => (typeof time === 'number' ? time * 1000 : new Date(String(time)).getTime()))
    const values = [...(this.#states.of(call).daily.get(dailyKey(metric)) ?? [])]
    return {
      Label: MetricName,
      Datapoints: values
        .map(([day, value]) => ({ Timestamp: new Date(`${day}T00:00:00Z`), value }))
        .filter(({ Timestamp }) => Timestamp.getTime() >= (from ?? 0) - 86_400_000 && Timestamp.getTime() < (to ?? 0))
        .map(({ Timestamp, value }) => ({
          Timestamp,
          ...Object.fromEntries(list<string>(Statistics).map((statistic) => [statistic, value])),
          Unit: 'None',
        }))
        // CloudWatch answers in no order.
        .reverse(),
    }
  }

  #decide(place: Place, alarm: Alarm, values: readonly { at: number; value: number }[]): void {
    const { settings } = alarm
    const since = Date.now() - Number(settings['Period'] ?? 60) * 1000
    const recent = values.filter(({ at }) => at >= since).map(({ value }) => value)
    const statistic: Readonly<Record<string, number>> = {
      Sum: recent.reduce((sum, value) => sum + value, 0),
      Maximum: Math.max(...recent),
      Minimum: Math.min(...recent),
      SampleCount: recent.length,
    }
    const measured = statistic[String(settings['Statistic'])]
    const compare = COMPARE[String(settings['ComparisonOperator'])]
    if (measured === undefined || !compare) return
    if (compare(measured, Number(settings['Threshold'])))
      this.#enter(
        place,
        alarm,
        'ALARM',
        `Threshold Crossed: 1 datapoint [${measured}] crossed the threshold (${String(settings['Threshold'])}).`,
      )
  }

  #enter(place: Place, alarm: Alarm, state: Alarm['state'], reason: string): void {
    if (alarm.state === state) return
    Object.assign(alarm, { state, reason, updated: new Date() })
    if (!flag(alarm.settings['ActionsEnabled'] ?? true)) return
    const list_ = { ALARM: 'AlarmActions', OK: 'OKActions', INSUFFICIENT_DATA: 'InsufficientDataActions' }[state]
    const caller = {
      type: 'Service' as const,
      value: 'cloudwatch.amazonaws.com',
      account: place.account,
      isEnforced: false,
      context: { 'aws:SourceArn': alarm.arn, 'aws:SourceAccount': place.account },
    }
    for (const action of list<string>(alarm.settings[list_])) {
      try {
        const text = JSON.stringify({
          AlarmName: alarm.settings.AlarmName,
          AlarmArn: alarm.arn,
          NewStateValue: state,
          NewStateReason: reason,
          AWSAccountId: place.account,
        })
        this.#sns.publish(action, caller, text, `${state}: "${alarm.settings.AlarmName}"`)
      } catch (error) {
        this.failedActions.push({ alarm: alarm.arn, action, reason: error instanceof Error ? error.message : String(error) })
      }
    }
  }

  #alarms(place: Pick<Place, 'account' | 'region'>): Alarm[] {
    return [...this.#states.of(place).alarms.values()]
  }

  #putAlarm(call: Call): void {
    const { Tags, ...settings } = call.parameters
    if (settings['Metrics'] !== undefined) throw notImplemented('alarms on metric math')
    const AlarmName = String(settings['AlarmName'])
    const known = this.#states.of(call).alarms.get(AlarmName)
    this.#states.of(call).alarms.set(AlarmName, {
      settings: { ...settings, AlarmName },
      arn: `arn:${call.partition}:cloudwatch:${call.region}:${call.account}:alarm:${AlarmName}`,
      state: known?.state ?? 'INSUFFICIENT_DATA',
      reason: known?.reason ?? 'Unchecked: Initial alarm creation',
      updated: known?.updated ?? new Date(),
      configured: new Date(),
      tags: known?.tags ?? list<Tag>(Tags),
    })
  }

  #describeAlarms(call: Call): Body {
    const names = list<string>(call.parameters['AlarmNames'])
    const prefix = String(call.parameters['AlarmNamePrefix'] ?? '')
    const chosen = this.#alarms(call).filter(
      ({ settings: { AlarmName } }) => AlarmName.startsWith(prefix) && (names.length === 0 || names.includes(AlarmName)),
    )
    const { items, next } = page(chosen, call.parameters['NextToken'], Number(call.parameters['MaxRecords'] ?? 50))
    return { CompositeAlarms: [], MetricAlarms: items.map(shown), NextToken: next }
  }

  #setActions(call: Call, enabled: boolean): void {
    for (const name of list<string>(call.parameters['AlarmNames'])) {
      const alarm = this.#states.of(call).alarms.get(name)
      if (alarm) alarm.settings['ActionsEnabled'] = enabled
    }
  }

  #setState(call: Call): void {
    const alarm = this.#states.of(call).alarms.get(String(call.parameters['AlarmName']))
    if (!alarm) throw new AwsError('ResourceNotFound', 'Unknown alarm', 404)
    this.#enter(call, alarm, call.parameters['StateValue'] as Alarm['state'], String(call.parameters['StateReason'] ?? ''))
  }

  #putData(call: Call): void {
    for (const datum of list<Body>(call.parameters['MetricData']))
      this.measure(call, String(call.parameters['Namespace']), String(datum['MetricName']), Number(datum['Value'] ?? 1))
  }

  #putDashboard(call: Call): Body {
    const name = String(call.parameters['DashboardName'])
    const body = String(call.parameters['DashboardBody'] ?? '')
    try {
      JSON.parse(body)
    } catch {
      throw new AwsError('InvalidParameterInput', 'The field DashboardBody must be a valid JSON object')
    }
    const { dashboards } = this.#states.of(call)
    dashboards.set(name, {
      body,
      arn: `arn:${call.partition}:cloudwatch::${call.account}:dashboard/${name}`,
      modified: new Date(),
      tags: dashboards.get(name)?.tags ?? [],
    })
    return { DashboardValidationMessages: [] }
  }

  #dashboard(call: Call, name: string) {
    const found = this.#states.of(call).dashboards.get(name)
    if (!found) throw new AwsError('ResourceNotFound', `Dashboard ${name} does not exist`, 404)
    return found
  }

  #tagged(call: Call): { tags: Tag[] } {
    const arn = String(call.parameters['ResourceARN'])
    const { alarms, dashboards } = this.#states.of(call)
    const found = arn.includes(':dashboard/') ? dashboards.get(arn.split('/').at(-1) ?? '') : alarms.get(arn.split(':').slice(6).join(':'))
    if (!found) throw new AwsError('ResourceNotFoundException', `Unknown resource ${arn}`, 404)
    return found
  }
}

function shown({ settings, arn, state, reason, updated, configured }: Alarm): Body {
  return {
    ...settings,
    AlarmArn: arn,
    ActionsEnabled: flag(settings['ActionsEnabled'] ?? true),
    AlarmConfigurationUpdatedTimestamp: configured,
    StateValue: state,
    StateReason: reason,
    StateUpdatedTimestamp: updated,
    OKActions: list(settings['OKActions']),
    AlarmActions: list(settings['AlarmActions']),
    InsufficientDataActions: list(settings['InsufficientDataActions']),
    Dimensions: list(settings['Dimensions']),
  }
}
