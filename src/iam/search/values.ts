import { datesOfSeconds } from '../clock.ts'
import { addressesBeside, epoch } from '../conditions.ts'
import { type Atom, atomMeets, RESOURCE, type ReadTest, valueMeets, type Wanted, wanted } from './atoms.ts'
import { findText, glob, type TextProblem } from './globs.ts'

/** Values a key may have: those that must be there, and whether it may have several. */
export interface KeyRules {
  /** In every request. */
  always: boolean
  several: boolean
  /** The only values it has, where they are decided; none: the request does not have it. */
  decided?: readonly string[] | undefined
}

/** Values of a key; undefined: the request does not have it. */
export type KeyValues = readonly string[] | undefined

export type SolvedKey = { values: KeyValues } | 'none' | { unfinished: string }

/**
 * Values under which all atoms of one key hold. `none` is proof that there are none. Tried are absence, the empty text, one value, and
 * where the key may have several, one for each thing that some value must be.
 */
export function solveKey(key: string, atoms: readonly Atom[], { always, several, decided }: KeyRules): SolvedKey {
  const fits = (values: KeyValues) => atoms.every((atom) => atomMeets(atom, values))
  if (decided) {
    const values = decided.length > 0 ? decided : undefined
    return fits(values) ? { values } : 'none'
  }
  const isResource = key === RESOURCE
  if (!isResource && !always && fits(undefined)) return { values: undefined }
  const valued = atoms.filter(({ test }) => test.kind !== 'presence')
  if (atoms.some((atom) => (atom.test.kind === 'presence' || atom.test.kind === 'never') && !atomMeets(atom, ['x']))) return 'none'
  const needs = valued.filter(({ test }) => test.kind !== 'never').map((atom): Need => ({ test: atom.test, ...wanted(atom) }))
  const one = solveValue(needs, key)
  if (typeof one === 'object' && 'value' in one) return { values: [one.value] }
  if (!isResource && valued.some(({ test }) => test.quantifier) && fits([''])) return { values: [''] }
  return several ? solveSeveral(needs, one, key) : one
}

type Need = Wanted & { test: ReadTest }

type SolvedValue = { value: string } | 'none' | { unfinished: string }

/** A value for each thing that some value must be; each is also all that every value must be. */
function solveSeveral(needs: readonly Need[], alone: 'none' | { unfinished: string }, key: string): SolvedKey {
  const every = needs.filter((need) => need.every)
  const values: string[] = []
  for (const some of needs.filter((need) => !need.every)) {
    const solved = solveValue([...every, some], key)
    if (solved === 'none') return 'none'
    if ('unfinished' in solved) return solved
    values.push(solved.value)
  }
  // Without anything that some value must be, one value alone was the question.
  return values.length === 0 ? alone : { values: [...new Set(values)] }
}

/** Keys that AWS sets to true or false and nothing else (IAM User Guide, "AWS global condition context keys"). */
const FLAGS = new Set(['aws:multifactorauthpresent', 'aws:principalisawsservice', 'aws:securetransport', 'aws:viaawsservice'])

function solveValue(needs: readonly Need[], key: string): SolvedValue {
  const kinds = [...new Set(needs.map(({ test }) => (test.seconds ? 'date' : test.kind)))]
  const meets = (value: string) => needs.every((need) => valueMeets(need.test, need, value))
  if (kinds.every((kind) => kind === 'text')) {
    const isFlag = FLAGS.has(key)
    const flag = isFlag || needs.some(({ test }) => test.base === 'Bool') ? firstOf(['true', 'false'], meets) : undefined
    return flag ?? (isFlag ? 'none' : textValue(needs, key === RESOURCE))
  }
  const compared = needs.filter(({ test }) => test.kind !== 'text')
  const texts = needs.filter(({ test }) => test.kind === 'text')
  const tried = [...representatives(compared), ...texts.flatMap(({ test }) => (test.globs ? test.values : []))]
  const found = firstOf(tried, meets)
  if (found) return found
  // Each kind for itself is decided by its representatives; only together they may be more than has been tried.
  if (kinds.length === 1) return 'none'
  if (texts.length > 0 && textValue(texts, key === RESOURCE) === 'none') return 'none'
  return { unfinished: 'is compared as text and as a number, date or address' }
}

function firstOf(values: readonly string[], meets: (value: string) => boolean): { value: string } | undefined {
  const value = values.find(meets)
  return value === undefined ? undefined : { value }
}

function textValue(needs: readonly Need[], isResource: boolean): SolvedValue {
  const groups = needs.filter(({ matched }) => matched).map(({ test }) => [...(test.globs ?? []), ...test.approximateGlobs])
  const none = needs.filter(({ matched }) => !matched).flatMap(({ test }) => test.globs ?? [])
  const problem: TextProblem = { groups: needs.some(({ test }) => test.quantifier) ? [...groups, NOT_EMPTY] : groups, none }
  const solved = findText(isResource ? { groups: [...groups], none } : problem)
  if (solved === 'none') return 'none'
  return solved === 'too-many' ? { unfinished: 'has more patterns that overlap than can be walked' } : { value: solved.text }
}

const NOT_EMPTY = [glob('?*', 'like')]

/** What conditions compare with, by how they compare. */
interface Bounds {
  numbers: readonly string[]
  dates: readonly string[]
  addresses: readonly string[]
}

/** Values that the comparisons of a key tell apart. */
function representatives(needs: readonly Need[]): string[] {
  const of = (kind: ReadTest['kind']) => needs.flatMap(({ test }) => (test.kind === kind && !test.seconds ? test.values : []))
  const seconds = needs.flatMap(({ test }) => (test.seconds ? datesOfSeconds(test.values, test.base) : []))
  const found = valuesAt({ numbers: of('number'), dates: [...of('date'), ...seconds], addresses: of('address') })
  return found.length > 0 ? found : ['0', ...isoDate(0), ...addressesBeside([])]
}

/** Values that comparisons tell apart: each bound, what lies between two, and one on either side of all; none without a bound. */
export function valuesAt({ numbers, dates, addresses }: Bounds): string[] {
  return [
    ...(numbers.length > 0 ? points(numbers.map(Number), 1).map(String) : []),
    ...(dates.length > 0 ? points(dates.map(epoch), 86_400_000).flatMap(isoDate) : []),
    ...(addresses.length > 0 ? addressesBeside(addresses) : []),
  ]
}

/** Every bound, a point between neighbours, and one beyond either end. */
function points(bounds: readonly number[], beyond: number): number[] {
  const sorted = [...new Set(bounds.filter(Number.isFinite))].sort((a, b) => a - b)
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)]
  const between = sorted.slice(1).map((bound, at) => (bound + (sorted[at] ?? bound)) / 2)
  return [...sorted, ...between, first - beyond, last + beyond]
}

/** Dates reach as far as a clock does; to the millisecond, finer is not compared. */
function isoDate(time: number): string[] {
  return Math.abs(time) > 8.64e15 ? [] : [new Date(time).toISOString()]
}
