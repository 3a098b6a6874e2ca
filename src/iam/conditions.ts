import { literal, matchesArn, matchesWildcard, plain } from './match.ts'
import type { Condition, Statement } from './policy.ts'

/** Condition keys in lower case with their values; a key that is not there is not in the request. */
export type RequestContext = ReadonlyMap<string, readonly string[]>

export function requestContext(entries: Readonly<Record<string, string | readonly string[] | undefined>>): RequestContext {
  const pairs = Object.entries(entries).flatMap(([key, value]): [string, readonly string[]][] =>
    value === undefined ? [] : [[key.toLowerCase(), typeof value === 'string' ? [value] : value]],
  )
  return new Map(pairs)
}

type Test = (expected: string, actual: string) => boolean

const compareNumbers =
  (test: (actual: number, expected: number) => boolean): Test =>
  (expected, actual) =>
    expected.trim() !== '' && actual.trim() !== '' && test(Number(actual), Number(expected))
const compareDates =
  (test: (actual: number, expected: number) => boolean): Test =>
  (expected, actual) =>
    test(epoch(actual), epoch(expected))

/** Compares what stands there: a star that a variable brought is a star. */
const asWritten =
  (test: Test): Test =>
  (expected, actual) =>
    test(plain(expected), actual)

const TESTS: Readonly<Record<string, Test>> = {
  StringEquals: asWritten((expected, actual) => expected === actual),
  StringEqualsIgnoreCase: asWritten((expected, actual) => expected.toLowerCase() === actual.toLowerCase()),
  StringLike: (expected, actual) => matchesWildcard(expected, actual),
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (expected, actual) => expected.toLowerCase() === actual.toLowerCase(),
  BinaryEquals: (expected, actual) => expected === actual,
  NumericEquals: compareNumbers((a, b) => a === b),
  NumericLessThan: compareNumbers((a, b) => a < b),
  NumericLessThanEquals: compareNumbers((a, b) => a <= b),
  NumericGreaterThan: compareNumbers((a, b) => a > b),
  NumericGreaterThanEquals: compareNumbers((a, b) => a >= b),
  DateEquals: compareDates((a, b) => a === b),
  DateLessThan: compareDates((a, b) => a < b),
  DateLessThanEquals: compareDates((a, b) => a <= b),
  DateGreaterThan: compareDates((a, b) => a > b),
  DateGreaterThanEquals: compareDates((a, b) => a >= b),
  IpAddress: (expected, actual) => inRange(expected, actual),
}

/** The negated operators, by the test whose failure they demand. */
const NEGATED: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
  NotIpAddress: 'IpAddress',
}

/** How a value of a policy compares with one of a request, by the operator without its negation; undefined for what AWS does not have. */
export function conditionTest(base: string): Test | undefined {
  return TESTS[base]
}

/** Operators as AWS writes them, by their lower case: AWS reads either. */
const OPERATORS = new Map([...Object.keys(TESTS), ...Object.keys(NEGATED), 'Null'].map((name) => [name.toLowerCase(), name]))

/** Whether a condition of a statement holds. An operator AWS does not know never does. */
export function conditionHolds(
  condition: Condition,
  context: RequestContext,
  { variables }: Pick<Statement, 'variables'> = { variables: true },
): boolean {
  const { quantifier, base, ifExists, negates: negated } = parseOperator(condition.operator)
  const actual = context.get(condition.key.toLowerCase())
  if (base === 'Null') return condition.values.some((value) => (value.toLowerCase() === 'true') === (actual === undefined))
  const test = TESTS[negated ?? base]
  if (!test) return false
  // A variable without a value equals nothing, so that everything differs from it.
  const expected = condition.values.flatMap((value) => (variables ? (expandVariables(value, context) ?? []) : value))
  const one = (value: string) => expected.some((pattern) => test(pattern, value)) !== (negated !== undefined)
  if (actual === undefined || actual.length === 0)
    return ifExists || quantifier === 'ForAllValues' || (negated !== undefined && quantifier === undefined)
  // "or if the key value resolves to a null dataset, such as an empty string"
  if (quantifier !== undefined && actual.every((value) => value === '')) return quantifier === 'ForAllValues'
  if (quantifier === 'ForAllValues') return actual.every(one)
  if (quantifier === 'ForAnyValue') return actual.some(one)
  // A single-valued operator on several values: a negation must hold for all of them.
  return negated ? actual.every(one) : actual.some(one)
}

export interface Operator {
  quantifier: 'ForAllValues' | 'ForAnyValue' | undefined
  /** `StringLike`, as AWS writes it. */
  base: string
  ifExists: boolean
  /** The test whose failure a negated operator demands, e.g. `StringEquals` of `StringNotEquals`. */
  negates: string | undefined
}

/** Takes `ForAnyValue:StringLikeIfExists` apart. */
export function parseOperator(operator: string): Operator {
  const [, set, name = '', exists] = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/i.exec(operator) ?? []
  const base = OPERATORS.get(name.toLowerCase()) ?? name
  const quantifier = set === undefined ? undefined : set.toLowerCase() === 'forallvalues' ? 'ForAllValues' : 'ForAnyValue'
  return { quantifier, base, ifExists: exists !== undefined, negates: NEGATED[base] }
}

/** `${aws:username}` takes the request's value; an absent key makes the value match nothing, unless a default is given. */
export function expandVariables(text: string, context: RequestContext): string | undefined {
  return expandWith(text, (key) => {
    const value = context.get(key)
    return value?.length === 1 ? value[0] : undefined
  })
}

/** As `expandVariables`, with values from elsewhere, by the key in lower case: `open` stands in the text as it is. */
export function expandWith(text: string, lookUp: (key: string) => string | { open: string } | undefined): string | undefined {
  let missing = false
  const expanded = text.replace(/\$\{([^},]+)(?:,\s*'([^']*)')?\}/g, (_, key: string, fallback: string | undefined) => {
    if (key === '*' || key === '?' || key === '$') return literal(key)
    const value = lookUp(key.trim().toLowerCase())
    if (typeof value === 'object') return value.open
    if (value !== undefined) return literal(value)
    if (fallback === undefined) missing = true
    return fallback ?? ''
  })
  return missing ? undefined : expanded
}

/** Milliseconds of a date, which policies write as ISO 8601 or as seconds. */
export function epoch(text: string): number {
  return /^-?\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text)
}

function inRange(range: string, address: string): boolean {
  const [given, ip] = [parseRange(range), parseIp(address)]
  return !!given && !!ip && given.bits === ip.bits && given.value >> given.width === ip.value >> given.width
}

/** A range with the number of bits that are free in it; undefined when it is none. */
function parseRange(range: string): { value: bigint; bits: 32 | 128; width: bigint } | undefined {
  const [base = '', length, more] = range.split('/')
  const ip = parseIp(base)
  if (!ip || more !== undefined || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined
  const width = ip.bits - Number(length ?? ip.bits)
  return width < 0 ? undefined : { ...ip, width: BigInt(width) }
}

/** An IPv4 or IPv6 address as a number; undefined when it is neither. */
function parseIp(text: string): { value: bigint; bits: 32 | 128 } | undefined {
  if (!text.includes(':')) {
    const bytes = text.split('.')
    if (bytes.length !== 4 || bytes.some((byte) => !/^\d{1,3}$/.test(byte) || Number(byte) > 255)) return undefined
    return { value: bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n), bits: 32 }
  }
  const [head = '', tail, more] = text.split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const [left, right] = [groups(head), groups(tail)]
  const gap = 8 - left.length - right.length
  if (more !== undefined || gap < 0 || (tail === undefined && gap > 0)) return undefined
  const all = [...left, ...Array<string>(gap).fill('0'), ...right]
  if (all.some((group) => !/^[\da-f]{1,4}$/i.test(group))) return undefined
  return { value: all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n), bits: 128 }
}

/** Addresses that the ranges tell apart: where each begins, and what comes after its end. */
export function addressesBeside(ranges: readonly string[]): string[] {
  const beside = ranges.flatMap((range) => {
    const given = parseRange(range)
    if (!given) return []
    const first = (given.value >> given.width) << given.width
    const edges = [first, first + (1n << given.width), first - 1n]
    return edges.filter((value) => value >= 0n && value < 1n << BigInt(given.bits)).map((value) => addressText(value, given.bits))
  })
  return [...beside, '192.0.2.1', '2001:db8:0:0:0:0:0:1']
}

function addressText(value: bigint, bits: 32 | 128): string {
  const [size, base, separator] = bits === 32 ? [8n, 10, '.'] : [16n, 16, ':']
  const count = bits / Number(size)
  return Array.from({ length: count }, (_, at) => ((value >> (size * BigInt(count - 1 - at))) & ((1n << size) - 1n)).toString(base)).join(
    separator,
  )
}
