/**
 * Says what an answer must look like, and gives it that type when it does. There are no defaults: a member that AWS always
 * sends and that is missing makes the whole answer unusable, because a guess in its place could look clean.
 */
export interface Shape<T> {
  (value: unknown, at: string): T
  /** Whether the member may be left out. */
  optional?: true
}

export type ShapeOf<S> = S extends Shape<infer T> ? T : never

/** What is wrong with an answer, and where; thrown by shapes only, and caught where an answer is interpreted. */
export class Malformed extends Error {
  /** Where in the value, e.g. `trailList[0].Name`; empty for the whole. */
  readonly at: string
  constructor(at: string, found: unknown, wanted: string) {
    super(`${at === '' ? 'the whole' : at} is ${describe(found)}, not ${wanted}`)
    this.name = 'Malformed'
    this.at = at
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return 'an object'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** A string that is not empty, and no longer than AWS's longest. */
export const text: Shape<string> = (value, at) => {
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_TEXT) throw new Malformed(at, value, 'a text')
  return value
}

/** Above every policy and name that AWS stores. */
const LONGEST_TEXT = 1024 * 1024

export const boolean: Shape<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw new Malformed(at, value, 'true or false')
  return value
}

export function integer(min: number, max: number): Shape<number> {
  return (value, at) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
      throw new Malformed(at, value, `a whole number from ${min} to ${max}`)
    return value
  }
}

export function oneOf<const V extends string | boolean | number>(...allowed: readonly V[]): Shape<V> {
  return (value, at) => {
    const found = allowed.find((candidate) => candidate === value)
    if (found === undefined) throw new Malformed(at, value, allowed.length === 1 ? String(allowed[0]) : `one of ${allowed.join(', ')}`)
    return found
  }
}

export function matching(pattern: RegExp, wanted: string): Shape<string> {
  return (value, at) => {
    if (!pattern.test(text(value, at))) throw new Malformed(at, value, wanted)
    return text(value, at)
  }
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/
/** CloudTrail exists since November 2013; no state of it is older. */
const EARLIEST = Date.UTC(2013, 10, 1)

/** A time in UTC, ISO 8601, not before there was anything to record. */
export const time: Shape<string> = (value, at) => {
  const given = text(value, at)
  if (!ISO.test(given) || !(Date.parse(given) >= EARLIEST)) throw new Malformed(at, value, 'a time since 2013')
  return given
}

export function optional<T>(shape: Shape<T>): Shape<T> & { optional: true } {
  return Object.assign((value: unknown, at: string) => shape(value, at), { optional: true as const })
}

interface ListOptions<T> {
  min?: number
  /** The member that makes two entries the same one, or the whole entry: AWS lists each once. */
  unique?: true | (keyof T & string)
}

/** Above every list that these reads can be answered with, all pages together. */
const LONGEST_LIST = 100_000

export function listOf<T>(shape: Shape<T>, { min = 0, unique }: ListOptions<T> = {}): Shape<T[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length < min || value.length > LONGEST_LIST)
      throw new Malformed(at, value, min === 0 ? 'a list' : `a list of at least ${min}`)
    const items = value.map((item, index) => shape(item, `${at}[${index}]`))
    const seen = new Set<string>()
    for (const item of unique === undefined ? [] : items) {
      const key = JSON.stringify(unique === true || unique === undefined ? item : item[unique])
      if (seen.has(key)) throw new Malformed(`${at}: ${key}`, 'there twice', 'there once')
      seen.add(key)
    }
    return items
  }
}

type Fields = Readonly<Record<string, Shape<unknown>>>
type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F]
type Simplify<T> = { [K in keyof T]: T[K] }
type ObjectOf<F extends Fields> = Simplify<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: ShapeOf<F[K]> } & { [K in OptionalKeys<F>]?: ShapeOf<F[K]> }
>

/** An object with these members; others are left out of the typed value, as AWS adds members over time. */
export function object<F extends Fields>(fields: F, { closed = false }: { closed?: boolean } = {}): Shape<ObjectOf<F>> {
  return (value, at) => {
    const given = record(value, at)
    const unknown = closed ? Object.keys(given).find((key) => !Object.hasOwn(fields, key)) : undefined
    if (unknown !== undefined) throw new Malformed(member(at, unknown), 'there', 'a member that is known')
    const entries = Object.entries(fields).flatMap(([key, shape]) => {
      const found = Object.hasOwn(given, key) ? given[key] : undefined
      return found === undefined && shape.optional ? [] : [[key, shape(found, member(at, key))] as const]
    })
    return Object.fromEntries(entries) as ObjectOf<F>
  }
}

export function record(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed(at, value, 'an object')
  return value as Record<string, unknown>
}

export function member(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`
}

/** A further condition on what has the shape; the test says what is wrong, or nothing. */
export function where<T>(shape: Shape<T>, test: (value: T) => string | undefined): Shape<T> {
  return (value, at) => {
    const typed = shape(value, at)
    const wrong = test(typed)
    if (wrong !== undefined) throw new Malformed(at, wrong, 'consistent')
    return typed
  }
}

/** What has the shape, with every other member as AWS sent it: for settings that are compared as a whole. */
export function whole<T extends object>(shape: Shape<T>): Shape<T & Readonly<Record<string, unknown>>> {
  return (value, at) => ({ ...record(value, at), ...shape(value, at) })
}

/** Values by name, each of one shape. */
export function mapOf<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, at) => Object.fromEntries(Object.entries(record(value, at)).map(([key, item]) => [key, shape(item, member(at, key))]))
}

/** A text that may say nothing. */
export const anyText: Shape<string> = (value, at) => (value === '' ? '' : text(value, at))

/** What has the shape, as something else. */
export function mapped<A, B>(shape: Shape<A>, map: (value: A) => B): Shape<B> {
  return (value, at) => map(shape(value, at))
}
