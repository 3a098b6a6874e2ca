/** Ids of keys by the aliases of this design: an alias and its key mean the same. */
export type KeyIds = ReadonlyMap<string, string>

interface NormalOptions {
  keys: KeyIds
  /** Lists whose order says something. */
  ordered: readonly string[]
}

type Mapping = Readonly<Record<string, unknown>>

const isMapping = (value: unknown): value is Mapping => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A setting in normal form: equal ones have equal texts. AWS and templates write the same in different ways: numbers as texts, lists
 * in any order, JSON as text, a key by id, ARN or alias; and what is off, empty or not set is the same thing.
 */
export function normal(value: unknown, options: NormalOptions, name = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => normal(item, options)).filter((item) => item !== undefined)
    if (items.length === 0) return undefined
    return options.ordered.includes(name) ? items : items.sort(byText)
  }
  if (isMapping(value)) {
    const entries = Object.entries(value)
      .map(([key, item]) => [key, item === false || item === 'false' ? undefined : normal(item, options, key)] as const)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return entries.length === 0 ? undefined : Object.fromEntries(entries)
  }
  return scalar(value, options)
}

function scalar(value: unknown, options: NormalOptions): unknown {
  if (value === undefined || value === null || value === '' || value === false) return undefined
  const text = String(value)
  const parsed = /^[[{]/.test(text) ? fromJson(text) : undefined
  if (parsed !== undefined) return normal(parsed, options)
  return keyIdOf(text, options.keys)
}

function fromJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : undefined
  } catch {
    return undefined
  }
}

function keyIdOf(text: string, keys: KeyIds): string {
  const [, id] = /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/([\w-]+)$/.exec(text) ?? []
  const [, alias] = /^(?:arn:[\w-]+:kms:[\w-]+:\d{12}:)?(alias\/.+)$/.exec(text) ?? []
  return id ?? (alias === undefined ? undefined : keys.get(alias)) ?? text
}

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** Whether two normal forms are the same. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** What differs between two normal forms, at the paths where it does; `undefined` where the values can be told from no path. */
export function differences(path: string, designed: unknown, live: unknown): string[] {
  if (same(designed, live)) return []
  if (isMapping(designed) && isMapping(live))
    return [...new Set([...Object.keys(designed), ...Object.keys(live)])].flatMap((key) =>
      differences(`${path}.${key}`, designed[key], live[key]),
    )
  if (Array.isArray(designed) || Array.isArray(live)) return listDifferences(path, listed(designed), listed(live))
  if (live === undefined) return [`${path} is ${designed === 'true' ? 'off' : 'not set'}, designed ${shown(designed)}`]
  return [`${path} is ${shown(live)}${designed === undefined ? ', and not in the design' : `, designed ${shown(designed)}`}`]
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

function listDifferences(path: string, designed: readonly unknown[], live: readonly unknown[]): string[] {
  const only = (list: readonly unknown[], others: readonly unknown[]) => list.filter((item) => !others.some((other) => same(item, other)))
  const [gone, come] = [only(designed, live), only(live, designed)]
  const [was, is] = [gone[0], come[0]]
  // One item that became another: where they differ says more than both of them.
  if (gone.length === 1 && come.length === 1 && isMapping(was) && isMapping(is)) return differences(`${path}[]`, was, is)
  if (gone.length === 0 && come.length === 0) return [`${path} is in another order than designed`]
  return [...gone.map((item) => `${path} lacks ${shown(item)}`), ...come.map((item) => `${path} also has ${shown(item)}`)]
}

const MOST_CHARACTERS = 160

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text
}
