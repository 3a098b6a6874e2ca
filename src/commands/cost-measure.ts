import { dailyValues, type MetricQuestion } from '../aws/measures.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import { DEFAULT_REGIONS, GB, MONTH_DAYS, MONTH_HOURS } from '../money/volumes.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

const CLASSES = ['StandardStorage', 'StandardIAStorage', 'GlacierInstantRetrievalStorage', 'GlacierStorage', 'DeepArchiveStorage'] as const

interface Measured {
  volumes: ReadonlyMap<string, { value: number; from: string }>
  notices: readonly string[]
}

type Daily = readonly { day: string; value: number }[]

/** Amounts of a month from the account's own metrics. What has no metric is not measured, and is assumed like anything else. */
export async function measured(world: World, { names, region }: Config, session: Session): Promise<Measured> {
  const clients = session.clientsIn(region)
  const notices: string[] = []
  const ask = async (question: MetricQuestion): Promise<Daily> => {
    try {
      return await dailyValues(clients, question, world.now())
    } catch (error) {
      if (!(error instanceof AuditError) || error.code !== 'ACCESS_DENIED') throw error
      notices.push(`${question.namespace} ${question.metric} was not measured: ${error.message}`)
      return []
    }
  }
  const bucket = (metric: string, StorageType: string) =>
    ask({ namespace: 'AWS/S3', metric, dimensions: { BucketName: names.logBucket, StorageType }, statistic: 'Average' })
  const group = (metric: string) => ask({ namespace: 'AWS/Logs', metric, dimensions: { LogGroupName: names.logGroup }, statistic: 'Sum' })
  const [bytes, objects, taken, events] = await Promise.all([
    Promise.all(CLASSES.map((one) => bucket('BucketSizeBytes', one))),
    bucket('NumberOfObjects', 'AllStorageTypes'),
    group('IncomingBytes'),
    group('IncomingLogEvents'),
  ])
  const volumes = new Map<string, { value: number; from: string }>()
  const measure = (name: string, value: number | undefined, from: string) => {
    if (value !== undefined && Number.isFinite(value)) volumes.set(name, { value, from })
  }
  const size = added(bytes)
  const from = `measured: metrics of ${names.logBucket}`
  const fromGroup = `measured: metrics of ${names.logGroup}`
  measure('stored-gb', last(size, GB), from)
  measure('log-gb', aMonthOf(size, GB), from)
  // Digests are objects of the same bucket; their number is known.
  const grown = aMonthOf(objects, 1)
  const digests = DEFAULT_REGIONS * MONTH_HOURS
  measure(
    'log-files',
    grown === undefined ? undefined : Math.max(0, grown - digests),
    `${from}, without digests of ${DEFAULT_REGIONS} regions`,
  )
  measure('logs-gb', sumAMonth(taken, GB), fromGroup)
  measure('management-events', sumAMonth(events, 1), `${fromGroup}; data events among them count as these`)
  const missing = [
    ...(size.length === 0 ? [`bytes of ${names.logBucket}`] : []),
    ...(objects.length === 0 ? [`objects of ${names.logBucket}`] : []),
    ...(taken.length === 0 || events.length === 0 ? [`what ${names.logGroup} took in`] : []),
  ]
  if (missing.length > 0)
    notices.push(`CloudWatch has no values for ${missing.join(', ')}: assumed instead. S3's metrics come once a day, a day or two late.`)
  return { volumes, notices }
}

/** All classes of a day together; a class without a value that day has nothing in it. */
function added(classes: readonly Daily[]): Daily {
  const days = [...new Set(classes.flatMap((daily) => daily.map(({ day }) => day)))].sort()
  return days.map((day) => ({
    day,
    value: classes.reduce((sum, daily) => sum + (daily.find((one) => one.day === day)?.value ?? 0), 0),
  }))
}

function last(daily: Daily, unit: number): number | undefined {
  const value = daily.at(-1)?.value
  return value === undefined ? undefined : value / unit
}

/** How much more there is after a month, by the first and the last day; with one day nobody knows. */
function aMonthOf(daily: Daily, unit: number): number | undefined {
  const [first, end] = [daily[0], daily.at(-1)]
  if (!first || !end || first.day === end.day) return undefined
  const days = (Date.parse(end.day) - Date.parse(first.day)) / 86_400_000
  return Math.max(0, ((end.value - first.value) / unit / days) * MONTH_DAYS)
}

/** What came in a month, by the days that have values. */
function sumAMonth(daily: Daily, unit: number): number | undefined {
  if (daily.length === 0) return undefined
  return (daily.reduce((sum, { value }) => sum + value, 0) / unit / daily.length) * MONTH_DAYS
}
