/**
 * Event ids that were counted, over all threads. CloudTrail delivers at least once, and a second copy of a record is no second event.
 * A table of fixed size holds 64 bits of each id; when it is full the older half is forgotten, so that memory does not grow with a log:
 * `forgotten` then says that copies far apart would count twice.
 */
export interface SeenTables {
  /** Two tables of pairs of words; which one is the newer, how many it holds, how often one was emptied. */
  words: SharedArrayBuffer
  state: SharedArrayBuffer
}

const NEWER = 0
const HELD = 1
const EMPTIED = 2
/** The same for all threads, and another for every run. */
const SEED = 3
/** Ids of four million records in 64 MiB. */
const MOST_SLOTS = 1 << 22

export function makeSeenTables(expectedRecords: number): SeenTables {
  let slots = 1 << 12
  while (slots < expectedRecords * 2 && slots < MOST_SLOTS) slots *= 2
  const state = new SharedArrayBuffer(16)
  new Int32Array(state)[SEED] = Math.floor(Math.random() * 2 ** 32)
  return { words: new SharedArrayBuffer(slots * 16), state }
}

export class Seen {
  readonly #tables: readonly [Int32Array, Int32Array]
  readonly #state: Int32Array
  readonly #slots: number

  constructor({ words, state }: SeenTables) {
    this.#slots = words.byteLength / 16
    this.#tables = [new Int32Array(words, 0, this.#slots * 2), new Int32Array(words, this.#slots * 8, this.#slots * 2)]
    this.#state = new Int32Array(state)
  }

  /** How often the older half was forgotten. */
  get forgotten(): number {
    return Atomics.load(this.#state, EMPTIED)
  }

  /** 64 bits of a text, as two words that are not nought: that is an empty place. */
  hash(bytes: Uint8Array, from: number, to: number): [number, number] {
    const seed = this.#state[SEED] as number
    let high = seed ^ (to - from)
    let low = ~seed
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number
      high = Math.imul(high ^ byte, 0x01000193)
      low = Math.imul(low ^ byte, 0x85ebca6b) ^ (low >>> 13)
    }
    return [high | 1, low === 0 ? 1 : low]
  }

  /** Whether an id is new; it is not any more afterwards. */
  isNew(bytes: Uint8Array, from: number, to: number): boolean {
    const [first, second] = this.hash(bytes, from, to)
    const newer = Atomics.load(this.#state, NEWER)
    if (this.#find(this.#tables[1 - newer] as Int32Array, first, second)) return false
    if (!this.#put(this.#tables[newer] as Int32Array, first, second)) return false
    if (Atomics.add(this.#state, HELD, 1) + 1 === Math.floor(this.#slots * 0.6)) this.#turn(newer)
    return true
  }

  #find(table: Int32Array, high: number, low: number): boolean {
    for (let slot = this.#start(high, low); ; slot = (slot + 1) & (this.#slots - 1)) {
      const held = Atomics.load(table, slot * 2)
      if (held === 0) return false
      if (held === high && this.#second(table, slot) === low) return true
    }
  }

  #put(table: Int32Array, high: number, low: number): boolean {
    for (let slot = this.#start(high, low); ; slot = (slot + 1) & (this.#slots - 1)) {
      const held = Atomics.compareExchange(table, slot * 2, 0, high)
      if (held === 0) {
        Atomics.store(table, slot * 2 + 1, low)
        return true
      }
      if (held === high && this.#second(table, slot) === low) return false
    }
  }

  /** Another thread writes the second word right after the first; one that never comes was emptied in between. */
  #second(table: Int32Array, slot: number): number {
    let word = Atomics.load(table, slot * 2 + 1)
    for (let tries = 0; word === 0 && tries < 100_000; tries += 1) word = Atomics.load(table, slot * 2 + 1)
    return word
  }

  #start(high: number, low: number): number {
    return Math.imul(high ^ low, 0x9e3779b1) & (this.#slots - 1)
  }

  #turn(newer: number): void {
    const older = this.#tables[1 - newer] as Int32Array
    // Only if it held something is anything forgotten.
    if (older.some((word) => word !== 0)) Atomics.add(this.#state, EMPTIED, 1)
    older.fill(0)
    Atomics.store(this.#state, HELD, 0)
    Atomics.store(this.#state, NEWER, 1 - newer)
  }
}
