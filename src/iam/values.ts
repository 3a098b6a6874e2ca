import { asksSeconds, datesOfSeconds, valueFor } from './clock.ts'
import { conditionHolds, expandVariables, parseOperator, type RequestContext } from './conditions.ts'
import { distinguish, matcherOf } from './language.ts'
import { plain } from './match.ts'
import type { Condition } from './policy.ts'
import type { Glob } from './search/globs.ts'
import { valuesAt } from './search/values.ts'

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
    const asked = new Map([...context, ...entriesOf(tests, set)])
    return tests.map(({ condition, variables }) => (conditionHolds(condition, asked, { variables }) ? '1' : '0')).join('')
  }
  const singles = firstOfEach([[], ...values.map((value) => [value])], holds)
  if (!tests.some(({ condition }) => parseOperator(condition.operator).quantifier)) return { values: singles, complete }
  const sets = closedUnderUnion(firstOfEach([[], ...values.map((value) => [value])], basesOf(tests, context)), basesOf(tests, context))
  return { values: firstOfEach([...singles, ...sets], holds), complete: complete && sets.length < MOST_SETS }
}

/** The values of one key, by each name that the conditions on it have for it; none: the request does not have it. */
export function entriesOf(tests: readonly Test[], set: readonly string[]): [string, readonly string[]][] {
  if (set.length === 0) return []
  return tests.map(({ condition }) => [condition.key.toLowerCase(), set.map((value) => valueFor(condition, value))])
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
        conditionHolds({ ...condition, operator }, new Map([...context, [condition.key.toLowerCase(), [valueFor(condition, value)]]]), {
          variables,
        }),
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
    const test = negates ?? base
    return asksSeconds(condition) ? [{ test: 'DateEquals', values: datesOfSeconds(values, test) }] : [{ test, values }]
  })
  const of = (pattern: RegExp) => compared.filter(({ test }) => pattern.test(test)).flatMap(({ values }) => values)
  const matchers = compared.flatMap(({ test, values }) => values.flatMap((value) => textMatcher(test, value) ?? []))
  const { texts, complete } = distinguish(matchers)
  const seeds = compared.filter(({ test }) => /^(?:String|Arn|Binary)/.test(test)).flatMap(({ values }) => values.map(filled))
  const values = [
    ...(of(/^Bool$/).length > 0 ? ['true', 'false'] : []),
    ...valuesAt({ numbers: of(/^Numeric/), dates: of(/^Date/), addresses: of(/IpAddress$/) }),
    // Of several texts that are told apart by nothing, what someone wrote reads best.
    ...(matchers.length > 0 ? [...seeds, 'something-else', ...texts] : []),
    // A tag that is asked whether it is true may be any text.
    ...(tests.some(({ condition }) => condition.key.includes('/')) ? ['something-else'] : []),
  ]
  return { values: values.length > 0 ? values : ['something-else'], complete }
}

const filled = (pattern: string) => plain(pattern.replaceAll('*', 'x').replaceAll('?', 'x'))

function textMatcher(test: string, value: string): Glob | undefined {
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
