import { asksSeconds, CLOCK, secondsAt } from '../clock.ts'
import { conditionTest, expandWith, parseOperator } from '../conditions.ts'
import { splitArn } from '../match.ts'
import type { Condition, Statement } from '../policy.ts'
import { type Glob, glob, globMatches, OPEN } from './globs.ts'

/** The resource of a request, where condition keys are meant otherwise. */
export const RESOURCE = '(resource)'

/** One thing a statement asks of a request: a condition, or that the resource be one of its patterns. */
export interface Test {
  /** Condition key in lower case, or `RESOURCE`. */
  key: string
  /** The key as it was written. */
  name: string
  operator: string
  values: readonly string[]
  variables: boolean
}

/** A test that must hold, or must not. */
export interface Atom {
  test: ReadTest
  holds: boolean
}

/**
 * A test with its values read once. Where a variable has no decided value (`approximate`), what must match may match anything there, and
 * what must not is not asked: more requests pass than really do, never fewer.
 */
export interface ReadTest {
  key: string
  name: string
  /** Texts to match; undefined for `Null` and for values that are compared as numbers, dates or addresses. */
  globs: readonly Glob[] | undefined
  approximateGlobs: readonly Glob[]
  /** Values with nothing open, for all other comparisons. */
  values: readonly string[]
  /** Patterns with `OPEN` where a variable stood, for reading its value off a request. */
  open: readonly { pattern: string; variables: readonly string[] }[]
  isOpen: boolean
  base: string
  /** Whether the key's value is the clock, and compared as seconds. */
  seconds: boolean
  kind: 'text' | 'number' | 'date' | 'address' | 'presence' | 'never'
  mode: 'like' | 'exact' | 'arn'
  negated: boolean
  quantifier: 'ForAllValues' | 'ForAnyValue' | undefined
  ifExists: boolean
}

export const conditionTestOf = ({ operator, key, values }: Condition, { variables }: Pick<Statement, 'variables'>): Test => ({
  key: key.toLowerCase(),
  name: key,
  operator,
  values,
  variables,
})

export const resourceTest = (patterns: readonly string[], { variables }: Pick<Statement, 'variables'>): Test => ({
  key: RESOURCE,
  name: RESOURCE,
  operator: 'ArnLike',
  values: patterns,
  variables,
})

const KINDS: readonly [RegExp, ReadTest['kind']][] = [
  [/^Null$/, 'presence'],
  [/^Numeric/, 'number'],
  [/^Date/, 'date'],
  [/IpAddress$/, 'address'],
  [/^(?:String|Arn|Bool|Binary)/, 'text'],
]

/** The values of a key, where they are decided. */
type Decided = (key: string) => readonly string[] | undefined

/** Reads a test against the keys whose values are decided; no values: the request does not have the key. */
export function readTest(test: Test, decided: Decided): ReadTest {
  const { quantifier, base, ifExists, negates } = parseOperator(test.operator)
  const positive = negates ?? base
  const kind = KINDS.find(([pattern]) => pattern.test(positive))?.[1] ?? 'never'
  const mode = positive.startsWith('Arn') ? 'arn' : positive === 'StringLike' ? 'like' : 'exact'
  const ignoreCase = positive === 'StringEqualsIgnoreCase' || positive === 'Bool'
  const read = test.values.flatMap((value) => (test.variables ? readValue(value, decided) : [{ text: value, variables: [] }]))
  const open = read.filter(({ variables }) => variables.length > 0)
  // An ARN that is cut short matches nothing, as it stands.
  const closed = read.filter(({ text, variables }) => variables.length === 0 && !(mode === 'arn' && isCutShort(text)))
  const seconds = asksSeconds({ key: test.key, operator: test.operator })
  const globOf = ({ text }: { text: string }) => glob(text, mode, { ignoreCase })
  return {
    key: seconds ? CLOCK : test.key,
    name: seconds ? 'aws:CurrentTime' : test.name,
    seconds,
    globs: kind === 'text' ? closed.map(globOf) : undefined,
    approximateGlobs: kind === 'text' ? open.map(globOf) : [],
    values: closed.map(({ text }) => text),
    open: open.map(({ text, variables }) => ({ pattern: text, variables })),
    isOpen: open.length > 0,
    base: positive,
    kind: conditionTest(positive) || kind === 'presence' ? kind : 'never',
    mode,
    negated: negates !== undefined,
    quantifier,
    ifExists,
  }
}

const isCutShort = (pattern: string) => pattern.startsWith('arn:') && splitArn(pattern) === undefined

/** A value with its decided variables filled in, `OPEN` where others stand; nothing, when one of them is not in the request. */
function readValue(value: string, decided: Decided): { text: string; variables: readonly string[] }[] {
  const variables: string[] = []
  const text = expandWith(value, (key) => {
    const given = decided(key)
    if (given === undefined) {
      variables.push(key)
      return { open: OPEN }
    }
    return given.length === 1 ? given[0] : undefined
  })
  return text === undefined ? [] : [{ text, variables }]
}

/** What one value must be for an atom: matched, or not. `every`: of all values of the key, otherwise of one of them. */
export interface Wanted {
  matched: boolean
  every: boolean
}

/** Turns operator, quantifier and polarity into what values must be. */
export function wanted({ test: { negated, quantifier }, holds }: Atom): Wanted {
  // Without a quantifier a negation speaks of all values; a failing negation finds one that matches.
  if (quantifier === undefined) return { matched: holds !== negated, every: holds === negated }
  const all = quantifier === 'ForAllValues'
  return { matched: holds !== negated, every: all === holds }
}

/** Whether a value is matched (or not) as wanted, as far as is decided. */
export function valueMeets(test: ReadTest, { matched }: Pick<Wanted, 'matched'>, value: string): boolean {
  if (matched && test.isOpen && test.kind !== 'text') return true
  return matchesOne(test, value, matched) === matched
}

function matchesOne(test: ReadTest, value: string, withOpen: boolean): boolean {
  if (test.globs) {
    return test.globs.some((one) => globMatches(one, value)) || (withOpen && test.approximateGlobs.some((one) => globMatches(one, value)))
  }
  const compare = conditionTest(test.base)
  const actual = test.seconds ? secondsAt(value) : value
  return compare !== undefined && test.values.some((expected) => compare(expected, actual))
}

/** Whether an atom holds for the values of its key; undefined values: the request does not have it. */
export function atomMeets(atom: Atom, values: readonly string[] | undefined): boolean {
  const { test, holds } = atom
  if (test.kind === 'presence') {
    return test.values.some((value) => (value.toLowerCase() === 'true') === (values === undefined)) === holds
  }
  if (test.kind === 'never') return !holds
  const { quantifier, ifExists, negated } = test
  if (values === undefined) return (ifExists || quantifier === 'ForAllValues' || (negated && quantifier === undefined)) === holds
  if (quantifier !== undefined && values.every((value) => value === '')) return (quantifier === 'ForAllValues') === holds
  const want = wanted(atom)
  return want.every ? values.every((value) => valueMeets(test, want, value)) : values.some((value) => valueMeets(test, want, value))
}
