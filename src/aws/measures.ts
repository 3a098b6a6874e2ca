import type { Clients } from './clients.ts'
import { toAuditError } from './errors.ts'

const DAY_MS = 86_400_000

/** Daily storage metrics of S3 come a day or two late. */
const STORAGE_DAYS = 32

export interface MetricQuestion {
  namespace: string
  metric: string
  dimensions: Readonly<Record<string, string>>
  statistic: 'Average' | 'Sum'
}

/** Daily values of a metric, the oldest first; none where CloudWatch has none, which is not zero. */
export async function dailyValues(clients: Clients, question: MetricQuestion, now: Date): Promise<{ day: string; value: number }[]> {
  const { GetMetricStatisticsCommand } = await import('@aws-sdk/client-cloudwatch')
  const client = await clients.cloudWatch()
  const { namespace, metric, dimensions, statistic } = question
  try {
    const { Datapoints = [] } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace: namespace,
        MetricName: metric,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
        StartTime: new Date(now.getTime() - STORAGE_DAYS * DAY_MS),
        EndTime: now,
        Period: 86_400,
        Statistics: [statistic],
      }),
    )
    return Datapoints.flatMap(({ Timestamp, ...values }) => {
      const value = values[statistic]
      return Timestamp === undefined || value === undefined ? [] : [{ day: Timestamp.toISOString().slice(0, 10), value }]
    }).sort((a, b) => (a.day < b.day ? -1 : 1))
  } catch (error) {
    throw toAuditError(error, { operation: 'cloudwatch:GetMetricStatistics', resource: `${namespace} ${metric}` })
  }
}
