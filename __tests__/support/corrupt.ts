/** One way an answer can be wrong. */
export interface Corruption {
  kind: string
  /** Member that is wrong; empty for the whole answer. */
  at: string
  value: unknown
}

const OTHER_ACCOUNT = '999988887777'

/** The whole answer, wrong: what a proxy, a cut line or a wrong cache hands back. */
function whole(answer: unknown): Corruption[] {
  const page = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>'
  const kinds: [string, unknown][] = [
    ['empty', {}],
    ['HTML', page],
    ['HTML in a member', { html: { body: { h1: '502 Bad Gateway' } } }],
    ['null', null],
    ['a list', [answer]],
    ['a number', 0],
    ['a text', 'OK'],
    ['true', true],
    ['in itself', { answer }],
    ['members in capitals', renamed(answer, (name) => name.toUpperCase())],
    ['members of another case', renamed(answer, (name) => (/^[a-z]/.test(name) ? name.toUpperCase() : name.toLowerCase()))],
    ['members of a prototype', Object.fromEntries(['constructor', 'toString', 'hasOwnProperty'].map((name) => [name, answer]))],
    ['objects for values', replaced(answer)],
    ['truncated', JSON.stringify(answer).slice(0, Math.floor(JSON.stringify(answer).length / 2))],
    ['another account’s', JSON.parse(JSON.stringify(answer).replaceAll('123456789012', OTHER_ACCOUNT))],
  ]
  return kinds.map(([kind, value]) => ({ kind, at: '', value }))
}

/** The same under other names of its members. */
function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [rename(name), renamed(item, rename)]))
}

/** Every text, number and truth an object. */
function replaced(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(replaced)
  if (typeof value !== 'object' || value === null) return { value }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaced(item)]))
}

/** What can be wrong with one member. */
function member(value: unknown): [string, unknown][] {
  if (typeof value === 'boolean')
    return [
      ['string', String(value)],
      ['string "false"', 'false'],
      ['number', Number(value)],
    ]
  if (typeof value === 'number')
    return [
      ['negative', -value - 1],
      ['absurdly large', 1e308],
      ['NaN', Number.NaN],
      ['a fraction', value + 0.5],
      ['string', String(value)],
    ]
  if (Array.isArray(value))
    return [
      ['an object', { ...value }],
      ['duplicate', value.length > 0 ? [...value, value[0]] : undefined],
      ['huge', Array(100_001).fill(value[0] ?? 'x')],
    ]
  if (typeof value === 'object')
    return [
      ['a list', [value]],
      ['a string', '[object Object]'],
      ['empty', {}],
    ]
  return textKinds(String(value))
}

function textKinds(text: string): [string, unknown][] {
  if (/^\d{4}-\d\d-\d\dT/.test(text))
    return ['1969-12-31T23:59:59.000Z', '9999-12-31T23:59:59.000Z', 'yesterday', '2026-13-45T00:00:00Z'].map((time) => [
      'absurd time',
      time,
    ])
  const kinds: [string, unknown][] = [
    ['empty text', ''],
    ['a list', [text]],
    ['a number', 7],
    ['a boolean', true],
    ['huge text', 'x'.repeat(1024 * 1024 + 1)],
  ]
  if (text.startsWith('arn:')) return [...kinds, ['wrong ARN', `${text}-other`], ['wrong ARN', text.replace('123456789012', OTHER_ACCOUNT)]]
  if (/^(?:%7B|\{)/.test(text))
    return [...kinds, ['truncated', text.slice(0, Math.floor(text.length / 2))], ['not a policy', '{}'], ['bad encoding', '%E0%A4%A']]
  return [...kinds, ['unknown value', `${text}-unknown`]]
}

/** Every way to corrupt an answer: as a whole, and member by member (of lists, the first entry). */
export function corruptions(answer: unknown): Corruption[] {
  return [...whole(answer), ...members(answer, '', (value) => value)]
}

function members(value: unknown, at: string, rebuild: (value: unknown) => unknown): Corruption[] {
  if (Array.isArray(value)) {
    const [first] = value
    return first === undefined
      ? []
      : withMember(first, `${at}[0]`, (item) => rebuild(item === undefined ? value.slice(1) : [item, ...value.slice(1)]))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const put = (next: unknown) => rebuild(next === undefined ? without(value, key) : { ...value, [key]: next })
    return withMember(item, at === '' ? key : `${at}.${key}`, put)
  })
}

function withMember(value: unknown, at: string, put: (value: unknown) => unknown): Corruption[] {
  const own: [string, unknown][] = [['missing', undefined], ['null', null], ...member(value)]
  return [
    ...own.filter(([kind, wrong]) => kind === 'missing' || wrong !== undefined).map(([kind, wrong]) => ({ kind, at, value: put(wrong) })),
    ...members(value, at, put),
  ]
}

function without(value: object, key: string): unknown {
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== key))
}
