import type { CostLine, CostScenario, PriceRow } from '../model/money.ts'
import { line, sumOf } from './lines.ts'
import { figure, type PriceId, priceOf, priceText, round } from './prices.ts'
import { DEFAULT_REGIONS, GB, MONTH_HOURS } from './volumes.ts'

/** What the guides say of prices, all of them for us-east-1, beside the item that it is. */
const SAID: readonly { what: string; said: string; item: PriceId; remark: string }[] = [
  { what: 'S3 Standard', said: '$0.023 per GB-month', item: 's3.standard', remark: '' },
  { what: 'S3 Standard-IA', said: '$0.0125 per GB-month', item: 's3.standard-ia', remark: 'at least 128 KB an object, 30 days' },
  {
    what: 'S3 Glacier',
    said: '$0.004 per GB-month',
    item: 's3.glacier-ir',
    remark: 'this is Instant Retrieval: at least 128 KB an object, 90 days; Flexible Retrieval is an item of its own',
  },
  { what: 'S3 Glacier Flexible Retrieval', said: 'nothing', item: 's3.glacier', remark: '40 KB more for each object, 90 days' },
  { what: 'S3 Deep Archive', said: '$0.00099 per GB-month', item: 's3.deep-archive', remark: '40 KB more for each object, 180 days' },
  {
    what: 'Moves to Deep Archive',
    said: 'nothing',
    item: 's3.transition-deep-archive',
    remark: 'a request for each object: for small files more than it saves',
  },
  {
    what: 'Management events',
    said: 'free',
    item: 'cloudtrail.management-copy',
    remark: 'the first copy in a region is free; this is the second and every further one',
  },
  { what: 'Data events', said: '$0.10 per 100,000 events', item: 'cloudtrail.data', remark: 'from the first copy on' },
  {
    what: 'Insights',
    said: '$0.35 per 100,000 events',
    item: 'cloudtrail.insights',
    remark: 'per kind of insight: what writes is analysed twice',
  },
  { what: 'KMS key', said: '$1.00 per key-month', item: 'kms.key', remark: '' },
  { what: 'KMS requests', said: 'requests', item: 'kms.request', remark: '' },
  { what: 'CloudWatch Logs, taken in', said: 'ingestion', item: 'logs.ingest', remark: '' },
  { what: 'CloudWatch Logs, kept', said: 'storage', item: 'logs.store', remark: '' },
  { what: 'CloudWatch alarms', said: 'alarms', item: 'cloudwatch.alarm', remark: '' },
]

/** The guides' table, with what the price list has in a region. */
export function priceTable(region: string): PriceRow[] {
  return SAID.map(({ what, said, item, remark }) => {
    const price = priceOf(item, region)
    return { what, said, ...(price ? { found: priceText(price) } : {}), remark }
  })
}

/** The guides' two examples, recomputed in their own region, and with what they do not count. */
export function guideScenarios(): CostScenario[] {
  const region = 'us-east-1'
  const scenario = (
    given: Pick<CostScenario, 'name' | 'said'> & { lines: readonly CostLine[]; events: number; verdict(usd: number): string },
  ): CostScenario => {
    const { verdict, events, ...rest } = given
    const usd = sumOf(rest.lines)
    const leftOut = notCounted(events, region)
    return { ...rest, usd, leftOut, usdWithAll: usd + sumOf(leftOut), verdict: verdict(usd) }
  }
  return [
    scenario({
      name: 'Minimal: 0.5 GB, most of it in Standard-IA, 10,000 data events',
      said: 'about $0.016 a month',
      lines: [
        line('s3.standard-ia', 'stored, taken as all in Standard-IA', 0.5, region),
        line('cloudtrail.data', 'data events', 10_000, region),
      ],
      events: 10_000,
      verdict: (usd) => `Right for what it counts: $${figure(round(usd, 5))}.`,
    }),
    scenario({
      name: 'Typical: 5 GB in several classes, 50,000 data events',
      said: '$0.02 to $0.05 a month',
      lines: [
        line('s3.standard-ia', 'stored in Standard-IA: the mix is not said, this is a half', 2.5, region),
        line('s3.glacier-ir', 'stored in Glacier Instant Retrieval: the other half', 2.5, region),
        line('cloudtrail.data', 'data events', 50_000, region),
      ],
      events: 50_000,
      verdict: () => 'The parts do not make the sum: $0.05 of events and $0.02 to $0.04 of storage are $0.07 to $0.09, not $0.02 to $0.05.',
    }),
  ]
}

/** What a trail with a key, Insights, digests and a log group costs beside what the examples count. */
function notCounted(events: number, region: string): CostLine[] {
  return [
    line('kms.key', 'the key: more than all else here together', 1, region),
    line('s3.put', `digests: one an hour for each of ${DEFAULT_REGIONS} regions`, DEFAULT_REGIONS * MONTH_HOURS, region),
    line('s3.put', 'log files: one every five minutes in one busy region', 12 * MONTH_HOURS, region),
    line('kms.request', 'a data key for each log file', 12 * MONTH_HOURS, region),
    line(
      'cloudtrail.insights',
      `Insights on ${events.toLocaleString('en-US')} management events, a fifth of which write`,
      events * 1.2,
      region,
    ),
    line('logs.ingest', 'CloudWatch Logs: as many management and data events at 1,500 bytes', (events * 2 * 1500) / GB, region),
  ]
}
