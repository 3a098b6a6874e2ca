/**
 * JSON by bytes: where a value ends, without making it. As strict as `JSON.parse`, and some times faster, for most of a log is never
 * asked for. Grammar: RFC 8259.
 */

/** No JSON. */
export const INVALID = -1
/** The bytes end before the value does. */
export const SHORT = -2

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d

/** The first byte that is no white space, or `end`. */
export function skipSpace(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end) {
    const byte = bytes[at] as number
    if (byte > 0x20 || (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) return at
    at += 1
  }
  return end
}

/** Bytes that end the plain part of a string: its quote, an escape, a control character. One look a byte. */
const STOPS = new Uint8Array(256)
STOPS.fill(1, 0, 0x20)
STOPS[QUOTE] = 1
STOPS[BACKSLASH] = 1

/** Behind the string that begins at `from` with its quote; INVALID or SHORT where it is none. */
export function skipString(bytes: Uint8Array, from: number, end: number): number {
  let at = from + 1
  for (;;) {
    while (at < end && STOPS[bytes[at] as number] === 0) at += 1
    if (at >= end) return SHORT
    const byte = bytes[at] as number
    if (byte === QUOTE) return at + 1
    if (byte !== BACKSLASH) return INVALID
    at = skipEscape(bytes, at, end) + 1
    if (at <= 0) return at - 1
  }
}

/** The last byte of an escape. */
function skipEscape(bytes: Uint8Array, from: number, end: number): number {
  if (from + 1 >= end) return SHORT
  const kind = bytes[from + 1] as number
  if (kind !== 0x75) return ESCAPES[kind] === 1 ? from + 1 : INVALID
  for (let digit = 2; digit < 6; digit += 1) {
    if (from + digit >= end) return SHORT
    if (HEXADECIMAL[bytes[from + digit] as number] !== 1) return INVALID
  }
  return from + 5
}

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}

const ESCAPES = tableOf('"\\/bfnrt')
const HEXADECIMAL = tableOf('0123456789abcdefABCDEF')
const DIGITS = tableOf('0123456789')
const WORDS = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word))

/** Behind `true`, `false`, `null` or a number. A number that stands at the very end may go on, and is SHORT. */
function skipScalar(bytes: Uint8Array, from: number, end: number): number {
  const first = bytes[from] as number
  if (first === 0x2d || DIGITS[first] === 1) return skipNumber(bytes, from, end)
  const word = WORDS.find(([letter]) => letter === first)
  if (!word) return INVALID
  for (let index = 1; index < word.length; index += 1) {
    if (from + index >= end) return SHORT
    if (bytes[from + index] !== word[index]) return INVALID
  }
  return from + word.length
}

function skipNumber(bytes: Uint8Array, from: number, end: number): number {
  let at = bytes[from] === 0x2d ? from + 1 : from
  // A nought stands alone.
  at = at < end && bytes[at] === 0x30 ? at + 1 : skipDigits(bytes, at, end)
  if (at >= 0 && at < end && bytes[at] === 0x2e) at = skipDigits(bytes, at + 1, end)
  if (at >= 0 && at < end && ((bytes[at] as number) | 0x20) === 0x65) {
    at += 1
    if (at < end && (bytes[at] === 0x2b || bytes[at] === 0x2d)) at += 1
    at = skipDigits(bytes, at, end)
  }
  return at < end ? at : SHORT
}

/** Behind at least one digit. */
function skipDigits(bytes: Uint8Array, from: number, end: number): number {
  if (from >= end) return SHORT
  let at = from
  while (at < end && DIGITS[bytes[at] as number] === 1) at += 1
  return at === from ? INVALID : at
}

/** Behind the value that begins at `from`, which is no white space. */
export function skipValue(bytes: Uint8Array, from: number, end: number): number {
  const first = bytes[from] as number
  if (first === QUOTE) return skipString(bytes, from, end)
  if (first === OPEN_OBJECT || first === OPEN_ARRAY) return skipContainer(bytes, from, end)
  return skipScalar(bytes, from, end)
}

/** What may come next inside of an object or an array. */
const VALUE = 0
const VALUE_OR_END = 1
const KEY = 2
const KEY_OR_END = 3
const AFTER = 4

/** What is open, outermost first: 1 for an object, 0 for an array. Grows with the deepest nesting seen. */
let open = new Uint8Array(256)

/** Without recursion: a log may nest as deep as its writer likes. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the one loop that every byte of a log goes through; taken apart it is slower.
function skipContainer(bytes: Uint8Array, from: number, end: number): number {
  let depth = 0
  let next = VALUE
  let at = from
  for (;;) {
    at = skipSpace(bytes, at, end)
    if (at >= end) return SHORT
    const byte = bytes[at] as number
    if (next === AFTER && byte === COMMA) {
      next = open[depth - 1] === 1 ? KEY : VALUE
      at += 1
    } else if (closes(byte, next, depth)) {
      depth -= 1
      at += 1
      if (depth === 0) return at
      next = AFTER
    } else if (next === KEY || next === KEY_OR_END) {
      at = byte === QUOTE ? skipKey(bytes, at, end) : INVALID
      if (at < 0) return at
      next = VALUE
    } else if (next === AFTER) {
      return INVALID
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      if (depth === open.length) open = grown(open)
      open[depth] = byte === OPEN_OBJECT ? 1 : 0
      depth += 1
      next = byte === OPEN_OBJECT ? KEY_OR_END : VALUE_OR_END
      at += 1
    } else {
      at = byte === QUOTE ? skipString(bytes, at, end) : skipScalar(bytes, at, end)
      if (at < 0) return at
      next = AFTER
    }
  }
}

function closes(byte: number, next: number, depth: number): boolean {
  if (byte === CLOSE_OBJECT) return next === KEY_OR_END || (next === AFTER && open[depth - 1] === 1)
  return byte === CLOSE_ARRAY && (next === VALUE_OR_END || (next === AFTER && open[depth - 1] === 0))
}

/** Behind a key and its colon. */
export function skipKey(bytes: Uint8Array, from: number, end: number): number {
  let at = skipString(bytes, from, end)
  if (at < 0) return at
  at = skipSpace(bytes, at, end)
  if (at >= end) return SHORT
  return bytes[at] === COLON ? at + 1 : INVALID
}

function grown(table: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(table.length * 2)
  larger.set(table)
  return larger
}
