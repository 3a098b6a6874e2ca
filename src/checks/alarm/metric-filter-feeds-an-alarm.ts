import type { HeldResource } from '../../model/design.ts'
import { readValue } from '../../model/evidence.ts'
import { defineCheck, need, notApplicable, passUnless, resourcesOf } from '../define.ts'
import { inside, listIn, propertyOf } from '../resource.ts'

const ALARM = 'AWS::CloudWatch::Alarm'

export const metricFilterFeedsAnAlarm = defineCheck({
  id: 'metric-filter-feeds-an-alarm',
  code: 'ALARM-016',
  severity: 'high',
  title: 'What a metric filter counts, an alarm watches',
  on: 'resource',
  types: ['AWS::Logs::MetricFilter'],
  reads: ['logs:DescribeMetricFilters', 'cloudwatch:DescribeAlarms'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  why: 'A filter counts for nobody where its metric has another name or namespace than the alarm’s: both look healthy, and nothing is told.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set filter and alarm back; find event PutMetricFilter, PutMetricAlarm or DeleteAlarms.',
    foreign: 'Give the alarm the filter’s metric name and namespace, letter by letter.',
  },
  settings: ['audit.alarms'],
  messages: {
    unwatched: 'no alarm watches {metric}',
    gone: 'its alarm is not there, of which another finding speaks',
    nothing: 'it counts into no metric',
    watched: '{metrics} is watched',
  },
  examples: {
    good: 'MetricTransformations: [{ MetricNamespace: audit, MetricName: root-use }] · Alarm: { Namespace: audit, MetricName: root-use }',
    bad: 'MetricTransformations: [{ MetricNamespace: audit, MetricName: root-use }] · Alarm: { Namespace: Audit, MetricName: root-use }',
  },
  evaluate: (filter, facts, say) => {
    const metrics = listIn(propertyOf(filter, 'MetricTransformations')).map((one) => metricName(inside(one), 'MetricNamespace'))
    const alarms = resourcesOf(facts).filter(({ designed }) => designed.type === ALARM)
    const watched = alarms.flatMap(metricsOf)
    const unwatched = metrics.filter((metric) => !watched.includes(metric))
    // An alarm that could not be read may be the one.
    if (unwatched.length > 0) for (const { exists } of alarms) if (exists.state !== 'absent') need(exists)
    const gone = alarms
      .filter(({ exists }) => exists.state === 'absent')
      .map(({ designed }) => metricName(designed.properties, 'Namespace'))
    // That its alarm is not there is a finding of the alarm.
    if (unwatched.length > 0 && unwatched.every((metric) => gone.includes(metric))) return notApplicable(say('gone'))
    const bad = unwatched.map((metric) => say('unwatched', { metric }))
    return passUnless(metrics.length === 0 ? [say('nothing')] : bad, say('watched', { metrics: metrics.join(', ') }))
  },
})

const metricName = (one: Readonly<Record<string, unknown>>, space: string) => `${String(one[space])} ${String(one['MetricName'])}`

/** Metrics that an alarm looks at: its own, or those of an expression. */
function metricsOf({ live, exists }: HeldResource): string[] {
  if (exists.state !== 'read') return []
  const value = (name: string) => (live[name] === undefined ? undefined : readValue(live[name]))
  const queries = listIn(value('Metrics')).map((query) => inside(inside(inside(query)['MetricStat'])['Metric']))
  return [{ Namespace: value('Namespace'), MetricName: value('MetricName') }, ...queries].map((one) => metricName(one, 'Namespace'))
}
