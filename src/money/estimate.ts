import type { Config } from '../model/config.ts'
import type { CostEstimate, CostLine } from '../model/money.ts'
import type { ProjectTemplate } from '../model/template.ts'
import { line, sumOf, unpricedIn } from './lines.ts'
import { itemOf } from './prices.ts'
import { templateCost } from './template.ts'
import { MONTH_HOURS, type Volumes } from './volumes.ts'

const NAMES = {
  'kms.key': 'keys',
  'cloudwatch.alarm': 'alarms',
  'cloudwatch.dashboard': 'dashboards',
  'cloudwatch.metric': 'metrics of filters with a default value',
} as const

/** What is there whether it is used or not, from the templates that the config renders to. */
export function fixedLines(templates: readonly ProjectTemplate[]): { lines: CostLine[]; unpriced: string[] } {
  const costs = templates.map(({ parsed, region }) => ({ region, ...templateCost(parsed, region) }))
  return {
    lines: costs.flatMap(({ region, fixed }) =>
      [...fixed].map(([item, { count, usd }]) => ({
        item,
        what: `${NAMES[item as keyof typeof NAMES] ?? item} in ${region}`,
        amount: count,
        unit: itemOf(item).unit,
        usd,
      })),
    ),
    unpriced: costs.flatMap(({ region, unpriced }) =>
      [...unpriced].filter(([, { isFixed }]) => isFixed).map(([what, { count }]) => `${count} × ${what} in ${region}`),
    ),
  }
}

/** What use comes to in a month, storage left aside: that grows, and is worked out month by month. */
export function usageLines({ audit, region, workloadRegion, access }: Config, volumes: Volumes): CostLine[] {
  const { of } = volumes
  const management = of('management-events')
  // Call rates are worked out of what writes, error rates of everything: what writes is analysed twice.
  const analysed = management + (management * of('write-share')) / 100
  const digests = of('regions') * MONTH_HOURS
  const isOurs = audit.trail !== 'use'
  const at = (item: Parameters<typeof line>[0], what: string, amount: number) => line(item, what, amount, region)
  const all: (CostLine | undefined)[] = [
    at('cloudtrail.data', 'data events', of('data-events')),
    at('cloudtrail.network', 'network activity events', of('network-events')),
    isOurs && audit.insights ? at('cloudtrail.insights', 'events that Insights analyses', analysed) : undefined,
    at('s3.put', 'log files written', of('log-files')),
    at('s3.put', `digests written: one an hour for each of ${of('regions')} regions`, digests),
    isOurs && audit.encryption === 'sse-kms' ? at('kms.request', 'a data key for each log file', of('log-files')) : undefined,
    audit.logGroup === 'none' ? undefined : at('logs.ingest', 'taken in by CloudWatch Logs', of('logs-gb')),
    audit.logGroup === 'none' ? undefined : at('logs.store', 'kept by CloudWatch Logs, compressed to a fifth', keptLogs(audit, volumes)),
    audit.alarms.length > 0
      ? at('cloudwatch.metric', 'metrics of filters, for hours with a match', of('alarm-hours') / MONTH_HOURS)
      : undefined,
    at('config.item', 'configuration items', of('config-items')),
    at('athena.scan', 'read by Athena, TB', of('athena-gb') / 1000),
    access.replica ? line('transfer.out-region', 'copied to the replica', of('replicated-gb'), workloadRegion) : undefined,
    access.replica ? line('s3.put', 'copies written to the replica', of('replicated-objects'), access.replica.region) : undefined,
  ]
  return all.filter((one) => one !== undefined).filter(({ amount }) => amount > 0)
}

/** What the log group holds once it is full, GB; AWS compresses what it keeps. */
function keptLogs({ logRetentionDays }: Config['audit'], volumes: Volumes): number {
  return (volumes.of('logs-gb') * (logRetentionDays / 30)) / 5
}

/** A month with the storage of its end. */
export function estimateOf(
  parts: { fixed: ReturnType<typeof fixedLines>; usage: readonly CostLine[]; storage: readonly CostLine[] },
  basis: readonly string[],
): CostEstimate {
  const lines = [...parts.fixed.lines, ...parts.usage, ...parts.storage]
  return { basis, lines, monthlyUsd: sumOf(lines), unpriced: [...parts.fixed.unpriced, ...unpricedIn(lines)] }
}
