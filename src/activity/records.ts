import { INVALID, SHORT, skipKey, skipSpace, skipString, skipValue } from './json.ts'

/** The fields of a record that are asked for, by their place in `Fields`. The rest of a record is stepped over. */
export const FIELDS = [
  'userIdentity',
  'eventTime',
  'eventSource',
  'eventName',
  'awsRegion',
  'sourceIPAddress',
  'userAgent',
  'errorCode',
  'errorMessage',
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'eventID',
  'readOnly',
  'resources',
  'eventType',
  'eventCategory',
  'recipientAccountId',
  'sharedEventID',
  'addendum',
  'sessionCredentialFromConsole',
] as const
export type Field = (typeof FIELDS)[number]

/** Place of each field in the two tables. */
export const AT = Object.fromEntries(FIELDS.map((name, index) => [name, index])) as Record<Field, number>

/** Where the fields of one record stand: from, to; 0, 0 for one that is not there. Used again for the next record. */
export interface Fields {
  bytes: Uint8Array
  /** The whole record. */
  start: number
  end: number
  from: Int32Array
  to: Int32Array
}

/** What is wrong with a file, in words that follow its name. */
export class LogFileFault extends Error {}

/** No record of CloudTrail is a hundredth of this; whatever is, is not kept in memory to see its end. */
const MOST_BYTES = 64 * 1024 * 1024

const decoder = new TextDecoder()
const encoder = new TextEncoder()

const NAMES = FIELDS.map((name) => encoder.encode(name))

/** The first letter and the seventh tell the fields apart, with a factor under which no two fall into one place. */
function placeOf(first: number, seventh: number, length: number, factor: number): number {
  return (first * 31 + seventh * factor + length) & 255
}

function letterTable(): { table: Int8Array; factor: number } {
  for (let factor = 1; factor < 256; factor += 1) {
    const table = new Int8Array(256).fill(-1)
    const isFree = FIELDS.every((name, index) => {
      const place = placeOf(name.charCodeAt(0), name.charCodeAt(6), name.length, factor)
      if (table[place] !== -1) return false
      table[place] = index
      return true
    })
    if (isFree) return { table, factor }
  }
  throw new Error('No factor tells all fields apart.')
}

const { table: BY_LETTERS, factor: FACTOR } = letterTable()

/** Which field a name is; -1 for one that is not asked for. */
function fieldAt(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < 7) return -1
  const index = BY_LETTERS[placeOf(bytes[from] as number, bytes[from + 6] as number, to - from, FACTOR)] as number
  return index >= 0 && (NAMES[index] as Uint8Array).length === to - from ? compared(bytes, from, index) : -1
}

function compared(bytes: Uint8Array, from: number, index: number): number {
  const name = NAMES[index] as Uint8Array
  for (let at = 0; at < name.length; at += 1) if (bytes[from + at] !== name[at]) return -1
  return index
}

/** A name with escapes in it is the same name. */
function escapedField(bytes: Uint8Array, from: number, to: number): number {
  const name = JSON.parse(decoder.decode(bytes.subarray(from - 1, to + 1))) as string
  return (FIELDS as readonly string[]).indexOf(name)
}

/**
 * One log file, `{"Records":[…]}`, read in pieces. What `JSON.parse` would not take is a fault here too, and nothing is passed over:
 * a file is read to its end or its fault is said.
 */
export class LogFileReader {
  readonly #fields: Fields = {
    bytes: new Uint8Array(),
    start: 0,
    end: 0,
    from: new Int32Array(FIELDS.length),
    to: new Int32Array(FIELDS.length),
  }
  readonly #onRecord: (fields: Fields) => void
  /** What comes next; the names are those of the methods. */
  #state: 'start' | 'key' | 'first-record' | 'record' | 'after-record' | 'after-value' | 'end' = 'start'
  #isFirstKey = true
  /** Records handed on. */
  records = 0
  /** Elements of `Records` that are no objects. */
  odd = 0
  #hasRecords = false

  constructor(onRecord: (fields: Fields) => void) {
    this.#onRecord = onRecord
  }

  /** Takes in what it can; answers where the next piece has to begin again. @throws LogFileFault */
  read(bytes: Uint8Array, isLast: boolean): number {
    const end = bytes.length
    let at = 0
    for (;;) {
      at = skipSpace(bytes, at, end)
      if (at >= end) break
      const next = this.#step(bytes, at, end)
      if (next === SHORT) break
      if (next < 0) throw new LogFileFault(`is no JSON (after record ${this.records})`)
      at = next
    }
    if (isLast && (this.#state !== 'end' || at < end)) throw new LogFileFault(`ends before its end (after record ${this.records})`)
    if (isLast && !this.#hasRecords) throw new LogFileFault('has no `Records`: it is no log file')
    if (end - at > MOST_BYTES) throw new LogFileFault(`has a value of more than ${MOST_BYTES / 2 ** 20} MiB (after record ${this.records})`)
    return at
  }

  #step(bytes: Uint8Array, at: number, end: number): number {
    const byte = bytes[at] as number
    switch (this.#state) {
      case 'start':
        this.#state = 'key'
        return byte === 0x7b ? at + 1 : INVALID
      case 'key':
        return this.#key(bytes, at, end)
      case 'first-record':
      case 'record':
        return this.#record(bytes, at, end)
      case 'after-record':
        this.#state = byte === 0x2c ? 'record' : 'after-value'
        return byte === 0x2c || byte === 0x5d ? at + 1 : INVALID
      case 'after-value':
        this.#state = byte === 0x2c ? 'key' : 'end'
        return byte === 0x2c || byte === 0x7d ? at + 1 : INVALID
      case 'end':
        throw new LogFileFault('has something after its end')
      default:
        return this.#state satisfies never
    }
  }

  #key(bytes: Uint8Array, from: number, end: number): number {
    if (bytes[from] === 0x7d && this.#isFirstKey) {
      this.#state = 'end'
      return from + 1
    }
    if (bytes[from] !== 0x22) return INVALID
    const behind = skipKey(bytes, from, end)
    if (behind < 0) return behind
    const at = skipSpace(bytes, behind, end)
    if (at >= end) return SHORT
    const name = JSON.parse(decoder.decode(bytes.subarray(from, skipString(bytes, from, end)))) as string
    if (name === 'Records') {
      if (this.#hasRecords) throw new LogFileFault('has `Records` twice')
      if (bytes[at] !== 0x5b) throw new LogFileFault('has `Records` that are no list')
      this.#hasRecords = true
      this.#isFirstKey = false
      this.#state = 'first-record'
      return at + 1
    }
    const after = skipValue(bytes, at, end)
    if (after < 0) return after
    this.#isFirstKey = false
    this.#state = 'after-value'
    return after
  }

  #record(bytes: Uint8Array, from: number, end: number): number {
    if (bytes[from] === 0x5d && this.#state === 'first-record') {
      this.#state = 'after-value'
      return from + 1
    }
    const isObject = bytes[from] === 0x7b
    const after = isObject ? findFields(bytes, from, end, this.#fields) : skipValue(bytes, from, end)
    if (after < 0) return after
    this.#state = 'after-record'
    if (isObject) {
      this.records += 1
      this.#fields.start = from
      this.#fields.end = after
      this.#onRecord(this.#fields)
    } else this.odd += 1
    return after
  }
}

/** Where the fields of the record that begins at `start` stand; answers what is behind it. The last of two alike counts, as in JavaScript. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: as in json.ts.
function findFields(bytes: Uint8Array, start: number, end: number, fields: Fields): number {
  const { from, to } = fields
  fields.bytes = bytes
  from.fill(0)
  to.fill(0)
  let at = skipSpace(bytes, start + 1, end)
  if (at < end && bytes[at] === 0x7d) return at + 1
  for (;;) {
    if (at >= end) return SHORT
    if (bytes[at] !== 0x22) return INVALID
    const name = at + 1
    const closing = skipString(bytes, at, end)
    if (closing < 0) return closing
    at = skipSpace(bytes, closing, end)
    if (at >= end) return SHORT
    if (bytes[at] !== 0x3a) return INVALID
    at = skipSpace(bytes, at + 1, end)
    if (at >= end) return SHORT
    const value = at
    at = skipValue(bytes, at, end)
    if (at < 0) return at
    const field = hasEscape(bytes, name, closing - 1) ? escapedField(bytes, name, closing - 1) : fieldAt(bytes, name, closing - 1)
    if (field >= 0) {
      from[field] = value
      to[field] = at
    }
    at = skipSpace(bytes, at, end)
    if (at >= end) return SHORT
    if (bytes[at] === 0x7d) return at + 1
    if (bytes[at] !== 0x2c) return INVALID
    at = skipSpace(bytes, at + 1, end)
  }
}

function hasEscape(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] === 0x5c) return true
  return false
}
