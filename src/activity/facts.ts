import { type Counted, Groups, rowsOf, type Table } from './intern.ts'
import type { Watched } from './watch.ts'

/** A row of calls that were alike. */
export const CALL = { identity: 0, source: 1, name: 2, region: 3, recipient: 4, address: 5, agent: 6, error: 7, flags: 8 } as const
export const HOUR = { identity: 0, hour: 1, flags: 2 } as const
export const USE = { identity: 0, source: 1, name: 2, flags: 3, resource: 4 } as const
/** Credentials that were given out: by them a later record is joined with whoever asked for them. */
export const SESSION = { key: 0, roleId: 1, roleArn: 2, caller: 3, event: 4, sourceIdentity: 5 } as const

/** One record that is told on its own. */
export interface Detail {
  time: number
  eventId: string
  identity: number
  source: string
  name: string
  region: string
  address: string
  agent: string
  error: string
  flags: number
  watched: Watched | undefined
  resources: readonly string[]
  /** The request, as far as a reader can use it. */
  request: string
}

/** A record of the account whose resource it was, and the rows it was counted in; with the caller's own record it is one event. */
export interface Copy {
  high: number
  low: number
  call: number
  hour: number
  /** Place among the details; -1 for none. */
  detail: number
}

const TOTALS = [
  'records',
  'counted',
  'duplicates',
  'copies',
  'outside',
  'untimed',
  'insights',
  'network',
  'detailsLeftOut',
  'resourcesLeftOut',
] as const
/** How many records there were, and what became of each. */
export type Totals = Record<(typeof TOTALS)[number], number>

export function noTotals(): Totals {
  return Object.fromEntries(TOTALS.map((name) => [name, 0])) as Totals
}

/** What one thread counted. Numbers in the tables are places in the lists of texts; 0 is the empty text. */
export interface Counts {
  /** `userIdentity`, as JSON. */
  identities: readonly string[]
  /** Values of fields, as JSON. */
  values: readonly string[]
  texts: readonly string[]
  calls: Table
  hours: Table
  uses: Table
  sessions: Table
  details: readonly Detail[]
  copies: readonly Copy[]
  /** Two words of hash for each event that may have a copy. */
  shared: Int32Array
  totals: Totals
}

/** All that is known of a time, put together from all threads. The same files give the same facts, however they were dealt out. */
export interface Facts {
  identities: readonly string[]
  values: readonly string[]
  texts: readonly string[]
  calls: Table
  hours: Table
  uses: Table
  sessions: Table
  /** By time. */
  details: readonly Detail[]
  totals: Totals
}

/** Texts by number, over all threads. */
class Union {
  readonly texts: string[] = ['']
  readonly #known = new Map<string, number>([['', 0]])

  /** The number here of each text there. */
  take(texts: readonly string[]): Int32Array {
    return Int32Array.from(texts, (text) => {
      const known = this.#known.get(text)
      if (known !== undefined) return known
      this.#known.set(text, this.texts.length)
      return this.texts.push(text) - 1
    })
  }
}

export function merge(parts: readonly Counts[]): Facts {
  const copies = withoutCopies(parts)
  const [identities, values, texts] = [new Union(), new Union(), new Union()]
  const tables = { calls: new Groups(9), hours: new Groups(3), uses: new Groups(5), sessions: new Groups(6) }
  const details: Detail[] = []
  const totals = noTotals()
  for (const part of parts) {
    const [identity, value, text] = [identities.take(part.identities), values.take(part.values.map(plain)), texts.take(part.texts)]
    const same = undefined
    addAll(tables.calls, part.calls, [identity, value, value, value, value, value, value, value, same])
    addAll(tables.hours, part.hours, [identity, same, same])
    addAll(tables.uses, part.uses, [identity, value, value, same, text])
    addAll(tables.sessions, part.sessions, [text, text, text, identity, value, text])
    part.details.forEach((detail, index) => {
      if (!copies.details.has(`${parts.indexOf(part)} ${index}`)) details.push({ ...detail, identity: identity[detail.identity] as number })
    })
    for (const name of TOTALS) totals[name] += part.totals[name]
  }
  totals.copies += copies.count
  totals.counted -= copies.count
  return {
    identities: identities.texts,
    values: values.texts,
    texts: texts.texts,
    calls: tables.calls.taken(),
    hours: tables.hours.taken(),
    uses: tables.uses.taken(),
    sessions: tables.sessions.taken(),
    details: details.sort((a, b) => a.time - b.time || (a.eventId < b.eventId ? -1 : 1)),
    totals,
  }
}

/** A field's value as text: most are strings. */
function plain(json: string): string {
  if (json === '') return ''
  const value: unknown = JSON.parse(json)
  return typeof value === 'string' ? value : value === null ? '' : json
}

type Renumbering = Int32Array | undefined

function addAll(to: Groups, table: Table, columns: readonly Renumbering[]): void {
  for (const row of rowsOf(table)) to.add(renumbered(row, columns), row)
}

function renumbered({ key }: Counted, columns: readonly Renumbering[]): number[] {
  return key.map((number, column) => columns[column]?.[number] ?? number)
}

/** Takes the copies out whose first is there too. */
function withoutCopies(parts: readonly Counts[]): { count: number; details: ReadonlySet<string> } {
  const waiting = new Map<string, { part: number; copy: Copy }[]>()
  parts.forEach(({ copies }, part) => {
    for (const copy of copies) {
      const id = `${copy.high} ${copy.low}`
      waiting.set(id, [...(waiting.get(id) ?? []), { part, copy }])
    }
  })
  const details = new Set<string>()
  let count = 0
  if (waiting.size === 0) return { count, details }
  for (const { shared } of parts) {
    for (let at = 0; at < shared.length; at += 2) {
      const id = `${shared[at]} ${shared[at + 1]}`
      for (const { part, copy } of waiting.get(id) ?? []) {
        const { calls, hours } = parts[part] as Counts
        calls.counts[copy.call] = (calls.counts[copy.call] as number) - 1
        hours.counts[copy.hour] = (hours.counts[copy.hour] as number) - 1
        details.add(`${part} ${copy.detail}`)
        count += 1
      }
      waiting.delete(id)
    }
  }
  return { count, details }
}
