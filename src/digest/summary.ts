import type { LogsFound } from '../model/log-integrity.ts'
import type { ChainResult } from './request.ts'

/** What a validation saw, added up over its chains. */
export interface IntegritySummary {
  digests: number
  logs: number
  bytes: number
  regions: readonly string[]
}

export function summaryOf(chains: readonly ChainResult[]): IntegritySummary {
  const sum = (of: (chain: ChainResult) => number) => chains.reduce((total, chain) => total + of(chain), 0)
  return {
    digests: sum((chain) => chain.digests),
    logs: sum((chain) => chain.logs),
    bytes: sum((chain) => chain.bytes),
    regions: chains.filter((chain) => chain.digests > 0).map((chain) => chain.region),
  }
}

/** What the chains of a trail say of a time. `newSince` is for a trail that has delivered nothing yet. */
export function logsFound(chains: readonly ChainResult[], { from, to }: { from: string; to: string }, newSince?: string): LogsFound {
  const { digests, logs } = summaryOf(chains)
  return {
    from,
    to,
    digests,
    logs,
    // Where an earlier validation ended before this time, nothing of this time was looked at then.
    isCovered: digests > 0 || chains.some(({ end }) => end !== undefined && end.end >= from),
    ...(newSince === undefined ? {} : { newSince }),
    problems: chains.flatMap((chain) => chain.problems),
  }
}

/** The first thing a reader wants: how much of the time asked for is proven, in the region where it is least. */
export function provenText(chains: readonly ChainResult[], { from, to }: { from: string; to: string }): string {
  const problems = chains.reduce((sum, chain) => sum + chain.problems.length, 0)
  const asked = `${minute(from)} to ${minute(to)}`
  if (problems > 0) return `Not proven: ${problems} ${problems === 1 ? 'problem' : 'problems'} in ${asked}.`
  const least = chains.length === 0 ? 0 : Math.min(...chains.map((chain) => provenMs(chain, from, to)))
  const proven = hours(Math.min(least, Date.parse(to) - Date.parse(from)))
  if (least === 0) return `Nothing is proven: there is no digest of ${asked}.`
  const regions = new Set(chains.map(({ region }) => region)).size
  const where = regions === 1 ? `in ${chains[0]?.region}` : `in each of ${regions} regions`
  return `Proven: ${proven} of the ${hours(Date.parse(to) - Date.parse(from))} hours asked for (${asked}), ${where}.`
}

function provenMs({ spans, validatedBefore }: ChainResult, from: string, to: string): number {
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  const all = validatedBefore ? [validatedBefore, ...spans] : spans
  return all.reduce((sum, span) => sum + Math.max(0, Math.min(Date.parse(span.to), end) - Math.max(Date.parse(span.from), begin)), 0)
}

function hours(ms: number): string {
  return (Math.floor((ms / 3_600_000) * 10) / 10).toString()
}

function minute(time: string): string {
  return `${time.slice(0, 16)}Z`
}
