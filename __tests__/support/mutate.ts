import fc from 'fast-check'
import { isMapping } from '../../src/cloudformation/values.ts'

/** One change of a document: where, counted through all its values, and what becomes of that place. */
export interface Mutation {
  place: number
  change: Change
}

type Change =
  | { kind: 'replace'; value: unknown }
  | { kind: 'remove' }
  | { kind: 'rename'; key: string }
  | { kind: 'add'; key: string; value: unknown }
  | { kind: 'copy'; from: number }
  | { kind: 'wrap'; key: string }

/** Keys that mean something to some reader, and those every object of the language has. */
const KEYS = [
  ...['Ref', 'Condition', 'Fn::If', 'Fn::Join', 'Fn::Sub', 'Fn::GetAtt', 'Fn::Split', 'Fn::Select', 'Fn::ImportValue', 'Fn::Transform'],
  ...['Fn::ForEach::X', 'Fn::FindInMap', 'Type', 'Properties', 'Statement', 'Principal', 'Effect', 'state', 'value', 'reads', 'answer'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '', ' ', 'a.b', '~1/~0', '0', '\u0000', 'é\u202e'],
]

const TEXTS = [
  '',
  ' ',
  '*',
  '?',
  '${',
  '${}',
  '${!}',
  '${a',
  '${AWS::Region}',
  'arn:aws:s3:::x',
  'arn:',
  ':::::',
  'true',
  '2026-01-01',
  '%7B',
  '%',
  '\ud800',
]

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.constantFrom(0, -1, 1.5, 1e308, -0, 2 ** 53, Number.MAX_SAFE_INTEGER),
  fc.constantFrom(...TEXTS, ...KEYS),
  fc.string({ maxLength: 8 }),
  fc.constantFrom('a'.repeat(5000), '*a'.repeat(2000), '${a}'.repeat(2000), '{"'.repeat(500)),
)

const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) })

/** A value of any shape, of few levels. */
const anything: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map(mappingOf),
  ),
})).value

function mappingOf(pairs: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const mapping: Record<string, unknown> = {}
  for (const [name, value] of pairs) define(mapping, name, value)
  return mapping
}

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: anything.map((value): Change => ({ kind: 'replace', value })) },
  { weight: 2, arbitrary: fc.constant<Change>({ kind: 'remove' }) },
  { weight: 2, arbitrary: key.map((name): Change => ({ kind: 'rename', key: name })) },
  { weight: 2, arbitrary: fc.tuple(key, anything).map(([name, value]): Change => ({ kind: 'add', key: name, value })) },
  { weight: 1, arbitrary: fc.nat(10_000).map((from): Change => ({ kind: 'copy', from })) },
  { weight: 2, arbitrary: key.map((name): Change => ({ kind: 'wrap', key: name })) },
)

export const mutations: fc.Arbitrary<Mutation[]> = fc.array(fc.record({ place: fc.nat(10_000), change }), { minLength: 1, maxLength: 4 })

/** A document with its changes made, one after the other. */
export function mutate(document: unknown, changes: readonly Mutation[]): unknown {
  // In a box, so that the document as a whole is a place like any other.
  const box = { document: structuredClone(document) }
  for (const { place, change: wanted } of changes) {
    const all = placesOf(box)
    const target = all[place % all.length]
    if (target) apply(target, wanted, all)
  }
  return box.document
}

interface Place {
  parent: Record<string, unknown> | unknown[]
  key: string
  value: unknown
}

function placesOf(value: unknown): Place[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => [{ parent: value, key: String(index), value: item }, ...placesOf(item)])
  if (!isMapping(value)) return []
  return Object.entries(value).flatMap(([name, item]) => [{ parent: value, key: name, value: item }, ...placesOf(item)])
}

function apply({ parent, key: name, value }: Place, wanted: Change, all: readonly Place[]): void {
  switch (wanted.kind) {
    case 'replace':
      return define(parent, name, structuredClone(wanted.value))
    case 'remove':
      if (Array.isArray(parent)) parent.splice(Number(name), 1)
      else if (name !== 'document') delete parent[name]
      return
    case 'rename':
      if (Array.isArray(parent) || name === 'document') return
      delete parent[name]
      return define(parent, wanted.key, value)
    case 'add':
      if (Array.isArray(value)) value.push(structuredClone(wanted.value))
      else if (isMapping(value)) define(value, wanted.key, structuredClone(wanted.value))
      return
    case 'copy':
      return define(parent, name, structuredClone(all[wanted.from % all.length]?.value))
    case 'wrap':
      return define(parent, name, mappingOf([[wanted.key, structuredClone(value)]]))
  }
}

/** Assigned, `__proto__` would not become an entry. */
function define(parent: Record<string, unknown> | unknown[], name: string, value: unknown): void {
  Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true })
}

/** Changes of the text itself: what is no document any more, or another one. */
export type Cut = { at: number; length: number; insert: string }

export const cuts: fc.Arbitrary<Cut[]> = fc.array(
  fc.record({
    at: fc.nat(1_000_000),
    length: fc.nat(20),
    insert: fc.oneof(
      fc.constantFrom(
        '&a ',
        '*a',
        '!Sub ',
        '!GetAtt a',
        '!If [',
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        '\n',
        '\t',
        ':',
        '- ',
        '#',
        '---\n',
        '\u0000',
        '<<: ',
      ),
      fc.string({ maxLength: 5 }),
    ),
  }),
  { minLength: 1, maxLength: 3 },
)

export function cut(text: string, changes: readonly Cut[]): string {
  return changes.reduce((now, { at, length, insert }) => {
    const start = now.length === 0 ? 0 : at % now.length
    return now.slice(0, start) + insert + now.slice(start + length)
  }, text)
}
