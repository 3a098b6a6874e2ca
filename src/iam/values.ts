import { conditionHolds, expandVariables, parseOperator, type RequestContext } from './conditions.ts'
import { distinguish, type Matcher, matcherOf } from './language.ts'
import { plain } from './match.ts'
import type { Condition } from './policy.ts'

/** A condition with whether the version of its document lets variables stand for values. */
export interface Test {
  condition: Condition
  variables: boolean
}

/** What a key of a request may be: every set of values that the conditions on it tell apart, once; no values: it is not there. */
export interface KeyValues {
  values: readonly (readonly string[])[]
  complete: boolean
}

/** Sets of values that are told apart by quantifiers, looked at before the search gives up. */
const MOST_SETS = 400

/** Every value of one key that conditions on it can tell apart; those of variables are taken from the context. */
export function valuesOf(tests: readonly Test[], context: RequestContext): KeyValues {
  const { values, complete } = singleValues(tests, context)
  const holds = (set: readonly string[]) => {
    const key = tests[0]?.condition.key.toLowerCase() ?? ''
    const asked = new Map([...context, ...(set.length > 0 ? [[key, set] as const] : [])])
    return tests.map(({ condition, variables }) => (conditionHolds(condition, asked, { variables }) ? '1' : '0')).join('')
  }
  const singles = firstOfEach([[], ...values.map((value) => [value])], holds)
  if (!tests.some(({ condition }) => parseOperator(condition.operator).quantifier)) return { values: singles, complete }
  const sets = closedUnderUnion(firstOfEach([[], ...values.map((value) => [value])], basesOf(tests, context)), basesOf(tests, context))
  return { values: firstOfEach([...singles, ...sets], holds), complete: complete && sets.length < MOST_SETS }
}

function firstOfEach<T>(items: readonly T[], signature: (item: T) => string): T[] {
  return [...new Map([...items].reverse().map((item) => [signature(item), item])).values()].reverse()
}

/** What each condition says of any one of the values, and of all of them. */
function basesOf(tests: readonly Test[], context: RequestContext): (set: readonly string[]) => string {
  return (set) => {
    const said = tests.map(({ condition, variables }) => {
      const operator = condition.operator.replace(/^For(?:All|Any)Values?:/i, '')
      const each = set.map((value) =>
        conditionHolds({ ...condition, operator }, new Map([...context, [condition.key.toLowerCase(), [value]]]), { variables }),
      )
      return `${each.some(Boolean) ? 1 : 0}${each.every(Boolean) ? 1 : 0}`
    })
    return `${set.length === 0 ? 'absent' : ''}${said.join('')}`
  }
}

function closedUnderUnion(singles: readonly (readonly string[])[], signature: (set: readonly string[]) => string): (readonly string[])[] {
  const known = new Map(singles.map((set) => [signature(set), set]))
  const queue = [...known.values()].filter((set) => set.length > 0)
  for (const set of queue) {
    for (const [value] of singles) {
      if (value === undefined || set.includes(value) || known.size >= MOST_SETS) continue
      const union = [...set, value]
      const key = signature(union)
      if (known.has(key)) continue
      known.set(key, union)
      queue.push(union)
    }
  }
  return [...known.values()]
}

/** By the kind of the test: texts by the patterns, numbers, times and addresses by what lies at and between the limits. */
function singleValues(tests: readonly Test[], context: RequestContext): { values: readonly string[]; complete: boolean } {
  const compared = tests.flatMap(({ condition, variables }) => {
    const { base, negates } = parseOperator(condition.operator)
    const values = condition.values.flatMap((value) => (variables ? (expandVariables(value, context) ?? []) : [value]))
    return [{ test: negates ?? base, values }]
  })
  const of = (pattern: RegExp) => compared.filter(({ test }) => pattern.test(test)).flatMap(({ values }) => values)
  const matchers = compared.flatMap(({ test, values }) => values.flatMap((value) => textMatcher(test, value) ?? []))
  const { texts, complete } = distinguish(matchers)
  const seeds = compared.filter(({ test }) => /^(?:String|Arn|Binary)/.test(test)).flatMap(({ values }) => values.map(filled))
  const values = [
    ...(of(/^Bool$/).length > 0 ? ['true', 'false'] : []),
    ...around(of(/^Numeric/).map(Number)).map(String),
    ...times(of(/^Date/)),
    ...addresses(of(/IpAddress$/)),
    // Of several texts that are told apart by nothing, what someone wrote reads best.
    ...(matchers.length > 0 ? [...seeds, 'something-else', ...texts] : []),
  ]
  return { values: values.length > 0 ? values : ['something-else'], complete }
}

const filled = (pattern: string) => plain(pattern.replaceAll('*', 'x').replaceAll('?', 'x'))

function textMatcher(test: string, value: string): Matcher | undefined {
  switch (test) {
    case 'StringEquals':
    case 'BinaryEquals':
      return matcherOf(value)
    case 'StringEqualsIgnoreCase':
      return matcherOf(value, { ignoreCase: true })
    case 'StringLike':
      return matcherOf(value, { wildcards: 'text' })
    case 'ArnEquals':
    case 'ArnLike':
      return matcherOf(value, { wildcards: 'arn' })
    default:
      return undefined
  }
}

/** Each limit, one value below, between every two, and above. */
function around(limits: readonly number[]): number[] {
  const sorted = [...new Set(limits.filter((limit) => Number.isFinite(limit)))].sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  return [first - 1, ...sorted.flatMap((limit, index) => [limit, (limit + (sorted[index + 1] ?? limit + 2)) / 2]), last + 1]
}

function times(limits: readonly string[]): string[] {
  const instants = limits.map((text) => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text)))
  return around(instants).map((instant) => new Date(Math.round(instant)).toISOString())
}

/** First and last address of each range, and their neighbours: every way ranges overlap shows at one of these. */
function addresses(ranges: readonly string[]): string[] {
  const bounds = ranges.flatMap((range) => boundsOf(range) ?? [])
  const all = [false, true].flatMap((isV6) => {
    const own = bounds.filter((bound) => bound.isV6 === isV6)
    const last = isV6 ? (1n << 128n) - 1n : (1n << 32n) - 1n
    const values = own.flatMap(({ from, to }) => [from, to, from - 1n, to + 1n]).filter((value) => value >= 0n && value <= last)
    return [...new Set(values)].map((value) => (isV6 ? v6Text(value) : v4Text(value)))
  })
  return bounds.length === 0 ? [] : [...all, '192.0.2.1', '2001:db8::1']
}

function boundsOf(range: string): { from: bigint; to: bigint; isV6: boolean } | undefined {
  const [base = '', length] = range.split('/')
  const isV6 = base.includes(':')
  const bits = isV6 ? 128 : 32
  const value = isV6 ? v6Value(base) : v4Value(base)
  const free = BigInt(bits - Number(length ?? bits))
  if (value === undefined || free < 0n) return undefined
  const from = (value >> free) << free
  return { from, to: from + (1n << free) - 1n, isV6 }
}

function v4Value(text: string): bigint | undefined {
  const bytes = text.split('.').map(Number)
  if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) return undefined
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
}

function v4Text(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.')
}

function v6Value(text: string): bigint | undefined {
  const [head = '', tail] = text.split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const gap = 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(Math.max(0, gap)).fill('0'), ...groups(tail)]
  if (all.length !== 8 || all.some((group) => !/^[\da-f]{1,4}$/i.test(group))) return undefined
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n)
}

function v6Text(value: bigint): string {
  return Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16)).join(':')
}
