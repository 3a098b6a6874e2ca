/**
 * Texts and rows of numbers, each kept once. A log says the same few thousand things a million times; whoever made a JavaScript string
 * or object of each would spend most of the time on that, and a string cut out of a file would keep the whole file in memory.
 */

const decoder = new TextDecoder()

/** Hashes of what strangers wrote are seeded: nobody can prepare texts that all fall into one place. */
const SEED = Math.floor(Math.random() * 2 ** 32)

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = SEED ^ (to - from)
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12)
}

/** Byte texts by number, from 1 on; 0 is the one that is not there. Two are one when every byte is the same. */
export class Interner {
  #bytes = Buffer.alloc(1 << 16)
  #used = 0
  /** Ends by number. */
  #ends = new Uint32Array(1 << 10)
  #slots = new Int32Array(1 << 11)
  #hashes = new Int32Array(1 << 10)
  size = 1

  /** The number of a text. */
  idOf(bytes: Uint8Array, from: number, to: number): number {
    if (from === to) return 0
    const hash = hashOf(bytes, from, to)
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] as number
      if (id === 0) return this.#add(bytes, { from, to, hash, slot })
      if (this.#hashes[id] === hash && this.#isSame(id, bytes, from, to)) return id
    }
  }

  text(id: number): string {
    return id === 0 ? '' : decoder.decode(this.#bytes.subarray(this.#ends[id - 1], this.#ends[id]))
  }

  /** All texts by number. */
  texts(): string[] {
    return Array.from({ length: this.size }, (_, id) => this.text(id))
  }

  #isSame(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#ends[id - 1] as number
    if ((this.#ends[id] as number) - start !== to - from) return false
    if (to - from > 64) return this.#bytes.compare(bytes, from, to, start, start + to - from) === 0
    for (let at = 0; at < to - from; at += 1) if (this.#bytes[start + at] !== bytes[from + at]) return false
    return true
  }

  #add(bytes: Uint8Array, { from, to, hash, slot }: { from: number; to: number; hash: number; slot: number }): number {
    const id = this.size
    const length = to - from
    while (this.#used + length > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)])
    this.#bytes.set(bytes.subarray(from, to), this.#used)
    this.#used += length
    const isFull = id === this.#ends.length
    if (isFull) this.#grow()
    this.#ends[id] = this.#used
    this.#hashes[id] = hash
    this.size += 1
    if (isFull) this.#place(id)
    else this.#slots[slot] = id
    return id
  }

  #place(id: number): void {
    const mask = this.#slots.length - 1
    let slot = (this.#hashes[id] as number) & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = id
  }

  #grow(): void {
    this.#ends = doubled(this.#ends, new Uint32Array(this.#ends.length * 2))
    this.#hashes = doubled(this.#hashes, new Int32Array(this.#hashes.length * 2))
    this.#slots = new Int32Array(this.#ends.length * 2)
    for (let id = 1; id < this.size; id += 1) this.#place(id)
  }
}

function doubled<T extends Uint32Array | Int32Array | Float64Array>(table: T, larger: T): T {
  larger.set(table)
  return larger
}

/** What was counted of one distinct row. */
export interface Counted {
  key: readonly number[]
  count: number
  /** Seconds since 1970. */
  first: number
  last: number
}

/** Rows of numbers with their counts, column by column. */
export interface Table {
  width: number
  size: number
  rows: Int32Array
  counts: Uint32Array
  first: Float64Array
  last: Float64Array
}

/** Every row that was counted. */
export function* rowsOf({ width, size, rows, counts, first, last }: Table): Generator<Counted> {
  for (let row = 0; row < size; row += 1) {
    const count = counts[row] as number
    if (count === 0) continue
    yield { key: Array.from(rows.subarray(row * width, (row + 1) * width)), count, first: first[row] as number, last: last[row] as number }
  }
}

/** Counts of rows of numbers; a row that was seen is only counted. */
export class Groups {
  readonly #width: number
  #rows: Int32Array
  #counts = new Uint32Array(1 << 10)
  #first = new Float64Array(1 << 10)
  #last = new Float64Array(1 << 10)
  #slots = new Int32Array(1 << 11).fill(-1)
  readonly key: Int32Array
  size = 0

  /** @param width numbers in a row; a row is put into `key` before it is counted. */
  constructor(width: number) {
    this.#width = width
    this.key = new Int32Array(width)
    this.#rows = new Int32Array(width << 10)
  }

  /** Counts the row that `key` holds; answers its number. */
  count(time: number): number {
    const mask = this.#slots.length - 1
    let slot = this.#hash(this.key, 0) & mask
    for (;;) {
      const row = this.#slots[slot] as number
      if (row < 0) return this.#add(slot, time)
      if (this.#isSame(row)) {
        this.#counts[row] = (this.#counts[row] as number) + 1
        if (time < (this.#first[row] as number)) this.#first[row] = time
        if (time > (this.#last[row] as number)) this.#last[row] = time
        return row
      }
      slot = (slot + 1) & mask
    }
  }

  /** What was counted, as it goes to another thread. */
  taken(): Table {
    const { size } = this
    return {
      width: this.#width,
      size,
      rows: this.#rows.slice(0, size * this.#width),
      counts: this.#counts.slice(0, size),
      first: this.#first.slice(0, size),
      last: this.#last.slice(0, size),
    }
  }

  /** Adds a row that was counted elsewhere. */
  add(key: readonly number[], { count, first, last }: Omit<Counted, 'key'>): void {
    this.key.set(key)
    const row = this.count(first)
    this.#counts[row] = (this.#counts[row] as number) + count - 1
    if (last > (this.#last[row] as number)) this.#last[row] = last
  }

  #hash(numbers: Int32Array, from: number): number {
    let hash = SEED
    for (let at = 0; at < this.#width; at += 1) {
      hash = Math.imul(hash ^ (numbers[from + at] as number), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    return hash
  }

  #isSame(row: number): boolean {
    const from = row * this.#width
    for (let at = 0; at < this.#width; at += 1) if (this.#rows[from + at] !== this.key[at]) return false
    return true
  }

  #add(slot: number, time: number): number {
    const row = this.size
    const isFull = row === this.#counts.length
    if (isFull) this.#grow()
    this.#rows.set(this.key, row * this.#width)
    this.#counts[row] = 1
    this.#first[row] = time
    this.#last[row] = time
    this.size += 1
    if (isFull) this.#place(row)
    else this.#slots[slot] = row
    return row
  }

  #place(row: number): void {
    const mask = this.#slots.length - 1
    let slot = this.#hash(this.#rows, row * this.#width) & mask
    while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask
    this.#slots[slot] = row
  }

  #grow(): void {
    const size = this.#counts.length * 2
    this.#rows = doubled(this.#rows, new Int32Array(this.#rows.length * 2))
    this.#counts = doubled(this.#counts, new Uint32Array(size))
    this.#first = doubled(this.#first, new Float64Array(size))
    this.#last = doubled(this.#last, new Float64Array(size))
    this.#slots = new Int32Array(size * 2).fill(-1)
    for (let row = 0; row < this.size; row += 1) this.#place(row)
  }
}
