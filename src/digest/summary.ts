import type { LogsFound } from '../model/log-integrity.ts'
import type { ChainResult } from './validate.ts'

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
