import type { WatchedRow } from '../model/activity.ts'
import { shownDetail } from './answer.ts'
import { type Detail, type Facts, merge } from './facts.ts'
import { LogFileReader } from './records.ts'
import { makeSeenTables, Seen } from './seen.ts'
import { Tally } from './tally.ts'
import { Resolver } from './who.ts'

/** Changes that succeeded and name one of these resources, oldest first: records as a log file holds them. @throws LogFileFault */
export function changesOf(records: Uint8Array, names: readonly string[]): WatchedRow[] {
  const tally = new Tally(
    { from: 0, to: Number.MAX_SAFE_INTEGER, baselineFrom: 0, needles: [], needlesOfChanges: names },
    new Seen(makeSeenTables(1000)),
  )
  new LogFileReader((fields) => tally.add(fields)).read(records, true)
  const facts: Facts = merge([tally.taken()])
  const resolver = new Resolver(facts)
  return facts.details.filter((detail) => detail.error === '' && isAbout(detail, names)).map((detail) => shownDetail(detail, resolver))
}

function isAbout({ resources, request }: Detail, names: readonly string[]): boolean {
  return names.some((name) => request.includes(name) || resources.some((resource) => resource.includes(name)))
}
