import { matchesArn, matchesWildcard } from './match.ts'
import type { Condition } from './policy.ts'

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

const TESTS: Readonly<Record<string, Test>> = {
  StringEquals: (expected, actual) => expected === actual,
  StringEqualsIgnoreCase: (expected, actual) => expected.toLowerCase() === actual.toLowerCase(),
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

export function conditionHolds(condition: Condition, context: RequestContext): boolean {
  const { quantifier, base, ifExists } = parseOperator(condition.operator)
  const actual = context.get(condition.key.toLowerCase())
  if (base === 'Null') return condition.values.some((value) => (value.toLowerCase() === 'true') === (actual === undefined))
  const negated = NEGATED[base]
  const test = TESTS[negated ?? base]
  if (!test) return false
  const expected = condition.values.map((value) => expandVariables(value, context)).filter((value) => value !== undefined)
  const one = (value: string) => expected.some((pattern) => test(pattern, value)) !== (negated !== undefined)
  if (actual === undefined || actual.length === 0)
    return ifExists || quantifier === 'ForAllValues' || (negated !== undefined && quantifier === undefined)
  if (quantifier === 'ForAllValues') return actual.every(one)
  if (quantifier === 'ForAnyValue') return actual.some(one)
  // A single-valued operator on several values: a negation must hold for all of them.
  return negated ? actual.every(one) : actual.some(one)
}

interface Operator {
  quantifier: 'ForAllValues' | 'ForAnyValue' | undefined
  base: string
  ifExists: boolean
}

function parseOperator(operator: string): Operator {
  const colon = operator.indexOf(':')
  const quantifier = colon === -1 ? undefined : (operator.slice(0, colon) as Operator['quantifier'])
  const rest = operator.slice(colon + 1)
  return { quantifier, base: rest.replace(/IfExists$/, ''), ifExists: rest.endsWith('IfExists') }
}

/** `${aws:username}` takes the request's value; an absent key makes the value match nothing, unless a default is given. */
export function expandVariables(text: string, context: RequestContext): string | undefined {
  let missing = false
  const expanded = text.replace(/\$\{([^},]+)(?:,\s*'([^']*)')?\}/g, (_, key: string, fallback: string | undefined) => {
    if (key === '*' || key === '?' || key === '$') return key
    const value = context.get(key.trim().toLowerCase())
    if (value?.length === 1 && value[0] !== undefined) return value[0]
    if (fallback === undefined) missing = true
    return fallback ?? ''
  })
  return missing ? undefined : expanded
}

function epoch(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text)
}

function inRange(range: string, address: string): boolean {
  const [base = '', bits = '32'] = range.split('/')
  const [from, ip] = [ipv4(base), ipv4(address)]
  if (from === undefined || ip === undefined) return base === address
  const shift = 32 - Number(bits)
  return shift >= 32 || from >>> shift === ip >>> shift
}

function ipv4(text: string): number | undefined {
  const parts = text.split('.').map(Number)
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) return undefined
  return parts.reduce((sum, part) => ((sum << 8) | part) >>> 0, 0)
}
