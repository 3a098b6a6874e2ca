import fc from 'fast-check'

/**
 * Small worlds of policies with everything that makes a search hard: variables, dates, addresses, numbers, sets, patterns that only meet
 * in a third text. Requests of such a world can be listed, so that another judge may try them one by one.
 */
export const ACCOUNT = '123456789012'
export const ACTION = 's3:GetObject'

interface KeyOfWorld {
  operators: readonly string[]
  /** Values in policies. */
  values: readonly string[]
  /** Values in requests; together they tell apart all that policies can. */
  requests: readonly (readonly string[])[]
}

const STRINGS = [
  'StringEquals',
  'StringLike',
  'StringNotEquals',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringLikeIfExists',
  'StringNotEqualsIfExists',
]
const ORDER = ['LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals', 'Equals', 'NotEquals']
const ones = (values: readonly string[]) => values.map((value) => [value])

const KEYS: Readonly<Record<string, KeyOfWorld>> = {
  'aws:PrincipalTag/team': {
    operators: STRINGS,
    values: ['ab', 'a*', '*b', 'AB', 'a?b', '${aws:RequestedRegion}', '${aws:PrincipalTag/none}', '*'],
    requests: ones(['ab', 'a', 'b', 'axb', 'AB', 'x', 'eu', 'us', 'aeu']),
  },
  // True or false to one condition, a text to another.
  'aws:PrincipalTag/flag': {
    operators: ['Bool', 'BoolIfExists', 'StringEquals', 'StringNotEquals', 'StringLikeIfExists'],
    values: ['true', 'false', 'TRUE', 't*'],
    requests: ones(['true', 'false', 'TRUE', 'tx', 'x']),
  },
  'aws:SourceArn': {
    operators: ['ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnLikeIfExists', 'StringLike'],
    values: ['arn:aws:s3:::b', 'arn:*', 'arn:aws:s3:*', 'arn:*:*:*:*:b*', '*'],
    requests: ones(['arn:aws:s3:::b', 'arn:aws:s3:::bc', 'arn:aws:sqs:us:1:b', 'arn:aws:s3:::x', 'arn:aws:s3', 'x']),
  },
  'aws:SecureTransport': {
    operators: ['Bool', 'BoolIfExists'],
    values: ['true', 'false'],
    requests: ones(['true', 'false']),
  },
  'aws:RequestedRegion': {
    operators: STRINGS,
    values: ['eu', 'us', '?u', '${aws:PrincipalTag/team}', 'e*'],
    requests: ones(['eu', 'us', 'xu', 'ex', 'x', 'ab']),
  },
  'aws:CurrentTime': {
    operators: ORDER.map((name) => `Date${name}`),
    values: ['2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z', '1795600000', '2026-11-24T10:00:01Z'],
    requests: ones([
      '2026-11-24T09:00:00Z',
      '2026-11-24T10:00:00Z',
      '2026-11-24T10:00:00.500Z',
      '2026-11-24T10:00:01Z',
      '2026-11-24T10:10:00Z',
      '2026-11-24T10:30:00Z',
      '2026-11-25T09:00:00Z',
      '2026-11-26T09:00:00Z',
    ]),
  },
  // The same clock in whole seconds: a request has both.
  'aws:EpochTime': {
    operators: ORDER.flatMap((name) => [`Numeric${name}`, `Date${name}`]),
    values: ['1795514400', '1795516200', '1795514401'],
    requests: [],
  },
  'aws:SourceIp': {
    operators: ['IpAddress', 'NotIpAddress', 'IpAddressIfExists'],
    values: ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24', '10.1.2.3', '203.0.113.0/24', '2001:db8::/32'],
    requests: ones(['10.200.0.1', '10.1.9.9', '10.1.2.9', '10.1.2.3', '203.0.113.7', '192.0.2.1', '2001:db8::5', '2001:dead::1']),
  },
  'aws:MultiFactorAuthAge': {
    operators: ORDER.map((name) => `Numeric${name}`),
    values: ['10', '60', '60.0', '3600'],
    requests: ones(['1', '10', '30', '60', '100', '3600', '9999']),
  },
  'aws:TagKeys': {
    operators: [
      'ForAnyValue:StringEquals',
      'ForAllValues:StringEquals',
      'ForAnyValue:StringLike',
      'ForAllValues:StringNotLike',
      'ForAnyValue:StringNotEquals',
    ],
    values: ['Team', 'Cost', 'C*', '${aws:RequestedRegion}'],
    requests: [
      ['Team'],
      ['Cost'],
      ['Cx'],
      ['x'],
      ['eu'],
      ['Team', 'Cost'],
      ['Team', 'x'],
      ['Cost', 'x'],
      ['Team', 'Cx'],
      ['Cx', 'x'],
      ['eu', 'x'],
      ['eu', 'Team'],
      ['eu', 'Cost'],
      ['Cost', 'Cx'],
      ['Team', 'Cost', 'x'],
      ['Team', 'Cx', 'x'],
      [''],
    ],
  },
}

const RESOURCE_PATTERNS = [
  '*',
  'arn:aws:s3:::data/*',
  'arn:aws:s3:::data/a*',
  'arn:aws:s3:::data/*b',
  'arn:aws:s3:::data/*/${aws:PrincipalTag/team}',
  'arn:aws:s3:::data/${aws:PrincipalTag/team}/*',
  'arn:aws:s3:::data/?b',
  'arn:aws:s3:::other/*',
  'arn:aws:s3:::*/a',
  'arn:aws:s3:*',
]
const RESOURCES = [
  ...[
    'a',
    'ab',
    'b',
    'xb',
    'x',
    'axb',
    'ab/x',
    'ab/ab',
    'x/ab',
    'eu/x',
    'a/x',
    'ab/b',
    'x/b',
    'x/a',
    'a/b',
    'b/b',
    'AB/x',
    'x/AB',
    'eu/b',
    'x/x',
  ].map((name) => `arn:aws:s3:::data/${name}`),
  'arn:aws:s3:::other/a',
  'arn:aws:s3:::other/x',
  'arn:aws:s3:::third/a',
  'arn:aws:s3:::third/x',
]

const some = <T>(values: readonly T[], most: number) => fc.subarray([...values], { minLength: 1, maxLength: most })
const names = Object.keys(KEYS)

const condition = fc.constantFrom(...names).chain((key) => {
  const { operators, values } = KEYS[key] as KeyOfWorld
  return fc.oneof(
    { weight: 7, arbitrary: fc.record({ key: fc.constant(key), operator: fc.constantFrom(...operators), values: some(values, 2) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        key: fc.constant(key),
        operator: fc.constant('Null'),
        values: fc.constantFrom<string[]>(['true'], ['false']),
      }),
    },
  )
})

const statement = (principals: boolean) =>
  fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      element: fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
      patterns: some(RESOURCE_PATTERNS, 2),
      conditions: fc.array(condition, { maxLength: 3 }),
    })
    .map(({ Effect, element, patterns, conditions }) => {
      const Condition: Record<string, Record<string, string[]>> = {}
      for (const { key, operator, values } of conditions) Condition[operator] = { ...Condition[operator], [key]: values }
      return {
        Effect,
        Action: 's3:*',
        [element]: patterns,
        ...(conditions.length > 0 ? { Condition } : {}),
        ...(principals ? { Principal: '*' } : {}),
      }
    })

const document = (principals = false) =>
  fc.array(statement(principals), { minLength: 1, maxLength: 3 }).map((Statement) => ({ Version: '2012-10-17', Statement }))

/** The policies of one caller and bucket. */
export const world = fc.record({
  identity: document(),
  boundary: fc.option(document(), { freq: 3, nil: undefined }),
  resource: fc.option(document(true), { freq: 2, nil: undefined }),
  serviceControl: fc.option(document(), { freq: 1, nil: undefined }),
  except: fc.option(some(RESOURCE_PATTERNS.slice(1, 4), 1), { freq: 1, nil: undefined }),
})
export type PolicyWorld = typeof world extends fc.Arbitrary<infer T> ? T : never

/** Keys that the policies of a world name, variables included. */
function keysNamed(policies: unknown): string[] {
  const text = JSON.stringify(policies)
  return [...new Set(names.filter((name) => text.includes(name)).map((name) => (name === 'aws:EpochTime' ? TIME : name)))]
}

const TIME = 'aws:CurrentTime'

export type WorldRequest = { resource: string; context: Record<string, string | string[]> }

/** Requests of a world: every resource with every value of each key it names, absence included; at most so many, evenly taken. */
export function* requestsOf(policies: PolicyWorld, most: number): Generator<WorldRequest> {
  const keys = keysNamed(policies)
  const choices = keys.map((key) => [...(key === TIME ? [] : [undefined]), ...(KEYS[key] as KeyOfWorld).requests])
  const total = choices.reduce((product, values) => product * values.length, RESOURCES.length)
  // A step that shares no factor with the total goes through all of them in scattered order.
  const step = total <= most ? 1 : 7919
  for (let at = 0, number = 0; at < Math.min(total, most); at += 1, number = (number + step) % total) {
    let rest = number
    const take = <T>(values: readonly T[]): T => {
      const value = values[rest % values.length] as T
      rest = Math.floor(rest / values.length)
      return value
    }
    const resource = take(RESOURCES)
    const context = Object.fromEntries(
      keys.flatMap((key, index) => {
        const values = take(choices[index] ?? [])
        return values === undefined ? [] : [[key, values.length === 1 ? (values[0] ?? '') : [...values]]]
      }),
    )
    const time = context[TIME]
    const seconds = typeof time === 'string' ? { 'aws:EpochTime': String(Math.floor(Date.parse(time) / 1000)) } : {}
    yield { resource, context: { ...context, ...seconds } }
  }
}
