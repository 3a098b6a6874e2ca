import type { CountRow } from '../model/activity.ts'
import { FLAG } from './flags.ts'

/** How often, over calls that have something in common. */
export class Counter {
  events = 0
  changes = 0
  failures = 0
  denied = 0
  own = 0
  first = Number.POSITIVE_INFINITY
  last = 0

  add(flags: number, count: number, first: number, last: number): void {
    this.events += count
    if (flags & FLAG.change) this.changes += count
    if (flags & FLAG.failed) this.failures += count
    if (flags & FLAG.denied) this.denied += count
    if (flags & FLAG.own) this.own += count
    if (first < this.first) this.first = first
    if (last > this.last) this.last = last
  }
}

/** A map that makes what it is asked for. */
export class Filling<K, V> extends Map<K, V> {
  readonly #make: () => V

  constructor(make: () => V) {
    super()
    this.#make = make
  }

  at(key: K): V {
    const known = this.get(key)
    if (known !== undefined) return known
    const made = this.#make()
    this.set(key, made)
    return made
  }
}

/** Most first; those alike by name, so that the same logs give the same report. */
export function byCount<T>(entries: Iterable<readonly [string, T]>, countOf: (value: T) => number): (readonly [string, T])[] {
  return [...entries].sort(([a, x], [b, y]) => countOf(y) - countOf(x) || (a < b ? -1 : a > b ? 1 : 0))
}

export function countRows(counters: ReadonlyMap<string, Counter>): CountRow[] {
  return byCount(counters, ({ events }) => events).map(([name, { events, changes, failures }]) => ({ name, events, changes, failures }))
}

export function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}
