import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runSimulation } from '@cloud-copilot/iam-simulate'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import type { ShownRequest } from '../../src/iam/beyond.ts'
import { compareStatements, type GrantChange } from '../../src/iam/compare.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import { oneIn } from '../support/length.ts'
import { ACTION_PAIRS, CONDITION_PAIRS, type Expected, KEYS, PRINCIPAL_PAIRS, RESOURCE_PAIRS } from '../support/policy-pairs.ts'

/**
 * Pairs of policies written by hand, each judged by the diff and then confirmed by another implementation of IAM's rules
 * (iam-simulate): the request that the diff shows is allowed on one side only, and where it says that nothing is gained, none of
 * the requests made of the pair's own values is.
 */

const index = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))

interface Kind {
  /** A policy document of one side of a pair. */
  document(text: string): Document
  probes(before: string, after: string): readonly ShownRequest[]
}

interface Document {
  Version: string
  Statement: Record<string, unknown>[]
}

const words = (text: string) => text.split(' ').filter((word) => word !== '')
const parts = (text: string, separator: string) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
const documentOf = (text: string, statement: (part: string) => Record<string, unknown>): Document => ({
  Version: '2012-10-17',
  Statement: parts(text, '|').map(statement),
})
const unique = <T>(values: readonly T[]) => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
const request = (more: Partial<ShownRequest>): ShownRequest => ({
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::data/gold/a',
  principal: undefined,
  context: {},
  ...more,
})

const conditions: Kind = {
  document: (text) =>
    documentOf(text, (part) => {
      const Condition: Record<string, Record<string, string[]>>[] = (part === '-' ? [] : parts(part, '&')).map((one) => {
        const [operator = '', key = '', ...values] = words(one)
        return { [operator]: { [KEYS[key] ?? key]: values } }
      })
      return { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...conditionBlock(Condition) }
    }),
  probes: (before, after) => {
    const used = [...before.matchAll(/\S+ (\w+) ([^&|]*)/g), ...after.matchAll(/\S+ (\w+) ([^&|]*)/g)]
    const variables = [...`${before} ${after}`.matchAll(/\$\{(aws:[^}]+)\}/g)].map(([, key = '']) => key)
    const keys = unique([...used.flatMap(([, key = '']) => KEYS[key] ?? []), ...variables])
    const values = unique(used.flatMap(([, , text = '']) => words(text).flatMap(near)))
    let contexts: Record<string, readonly string[]>[] = [{}]
    for (const key of keys) {
      const sets = [undefined, ...setsFor(key, values)]
      const most = keys.length > 1 ? 7 : sets.length
      contexts = contexts.flatMap((context) => sets.slice(0, most).map((set) => (set ? { ...context, [key]: set } : context)))
    }
    return contexts.map((context) => request({ context }))
  },
}

/** One operator may stand twice with the same key; a document has it once, so each further one is written in other letters. */
function conditionBlock(all: readonly Record<string, Record<string, string[]>>[]): {
  Condition?: Record<string, Record<string, string[]>>
} {
  const block: Record<string, Record<string, string[]>> = {}
  for (const one of all)
    for (const [operator, keys] of Object.entries(one))
      for (const [key, values] of Object.entries(keys)) {
        const free = [operator, operator.toLowerCase(), operator.toUpperCase()].find((name) => block[name]?.[key] === undefined)
        const name = free ?? operator
        block[name] = { ...block[name], [key]: values }
      }
  return Object.keys(block).length > 0 ? { Condition: block } : {}
}

/** A value and what lies close to it, whatever it is: a pattern, a number, a time, a range. */
function near(value: string): string[] {
  const plain = value
    .replaceAll(/\$\{[^}]*\}/g, 'ana')
    .replaceAll('*', '')
    .replaceAll('?', 'q')
  const number = Number(value)
  const instant = /^\d{4}-/.test(value) ? Date.parse(value) : /^\d{10}$/.test(value) ? number * 1000 : Number.NaN
  if (Number.isFinite(instant)) return [-1000, 0, 1000, 86_400_000].map((more) => new Date(instant + more).toISOString())
  if (Number.isFinite(number) && value !== '') return [number - 1, number, number + 0.5, number + 1].map(String)
  if (/^[\d.]+(?:\/\d+)?$|^[\da-f:]+(?:\/\d+)?$/i.test(value) && /[.:]/.test(value)) return ADDRESSES
  return [plain, `${plain}x`, `x${plain}`, plain.toUpperCase(), plain.replaceAll('q', 'qq'), value.replaceAll('*', 'xyx')]
}

const ADDRESSES = [
  ...['9.255.255.255', '10.0.0.0', '10.1.2.3', '10.127.255.255', '10.128.0.0', '10.255.255.255', '11.0.0.0', '192.168.1.1'],
  ...['203.0.113.0', '203.0.113.8', '203.0.113.9', '203.0.113.130', '203.0.113.200', '198.51.100.7'],
  ...['2001:db8::1', '2001:db8:8000::1', '2001:db9::1'],
]

const MANY = ['aws:CalledVia', 'aws:TagKeys']

function setsFor(key: string, values: readonly string[]): string[][] {
  const typed = TYPES.find(({ keys }) => keys.includes(key))
  const own = unique([...values.filter((value) => typed?.fits(value) ?? true), ...(typed?.more ?? ['zzz'])])
  const singles = own.map((value) => [value])
  return MANY.includes(key) ? [...singles, ...own.slice(0, 6).flatMap((a, at) => own.slice(at + 1, 8).map((b) => [a, b]))] : singles
}

const TYPES: readonly { keys: readonly string[]; fits(value: string): boolean; more: readonly string[] }[] = [
  { keys: ['aws:MultiFactorAuthAge'], fits: (value) => Number.isFinite(Number(value)), more: ['15'] },
  { keys: ['aws:CurrentTime'], fits: (value) => /^\d{4}-.*Z$/.test(value), more: ['2026-03-01T00:00:00Z'] },
  { keys: ['aws:SourceIp'], fits: (value) => ADDRESSES.includes(value), more: [] },
  { keys: ['aws:SecureTransport'], fits: () => false, more: ['true', 'false'] },
  { keys: ['aws:PrincipalArn'], fits: (value) => value.startsWith('arn:'), more: ['arn:aws:iam::111122223333:group/a'] },
]

/** `!a b` is everything but these. */
const onlyOrNot = (element: string, text: string, named: (word: string) => string = (word) => word) =>
  text.startsWith('!') ? { [`Not${element}`]: words(text.slice(1)).map(named) } : { [element]: words(text).map(named) }

const bucketArn = (word: string) => (word.startsWith('*') && !word.includes('/') ? word : `arn:aws:s3:::${word}`)
const resources: Kind = {
  document: (text) => documentOf(text, (part) => ({ Effect: 'Allow', Action: 's3:GetObject', ...onlyOrNot('Resource', part, bucketArn) })),
  probes: (before, after) => {
    const texts = unique([...words(before), ...words(after)].flatMap((word) => near(word.replace(/^!/, '')))).filter((text) =>
      text.includes('/'),
    )
    const all = [
      ...texts,
      'data/gold/a',
      'data/gold/ab',
      'data/raw/a',
      'data/ana/x',
      'data/ana/gold/x',
      'data/a',
      'data/ab',
      'other/a',
      'date/a',
      'nothing/x',
    ]
    const users = [{}, { 'aws:username': ['ana'] }, { 'aws:username': ['ana'], 'aws:PrincipalTag/team': ['bob'] }]
    return unique(all).flatMap((text) => users.map((context) => request({ resource: `arn:aws:s3:::${text}`, context })))
  },
}

const actions: Kind = {
  document: (text) => documentOf(text, (part) => ({ Effect: 'Allow', ...onlyOrNot('Action', part), Resource: '*' })),
  probes: () => [
    ...['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:GetObjectAcl'].map((action) => request({ action })),
    request({ action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/a' }),
    request({ action: 'iam:CreateRole', resource: 'arn:aws:iam::111122223333:role/a' }),
    request({ action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' }),
  ],
}

const HOME = '111122223333'
const CALLERS = [
  `arn:aws:iam::${HOME}:user/ana`,
  `arn:aws:iam::${HOME}:user/bob`,
  `arn:aws:sts::${HOME}:assumed-role/train/run-1`,
  `arn:aws:sts::${HOME}:assumed-role/train/run-2`,
  `arn:aws:sts::${HOME}:assumed-role/deploy/run-1`,
  'arn:aws:iam::444455556666:user/ana',
  'arn:aws:iam::999999999999:user/eve',
  'cloudtrail.amazonaws.com',
  'config.amazonaws.com',
].map((value) => ({ type: value.startsWith('arn:') ? 'AWS' : 'Service', value }))

const principals: Kind = {
  document: (text) =>
    documentOf(text, (part) => {
      const all = words(part).map((word) => word.split(/(?<=^Service):/))
      const Service = all.flatMap(([type, value]) => (type === 'Service' && value ? [value] : []))
      const AWS = all.flatMap(([type = '']) => (type === 'Service' ? [] : [type]))
      const Principal = { ...(AWS.length > 0 ? { AWS } : {}), ...(Service.length > 0 ? { Service } : {}) }
      return { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*', Principal }
    }),
  probes: () => CALLERS.map((principal) => request({ principal })),
}

const ALL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

/** What iam-simulate says of a request; undefined where it cannot be asked (an action or resource that AWS does not have). */
async function allowedBy(document: Document, { action, resource, principal, context }: ShownRequest): Promise<boolean | undefined> {
  // It takes a date that is written as seconds since 1970 for none; AWS documents both forms.
  if (/"1\d{9}"/.test(JSON.stringify(document))) return undefined
  const asked = principal?.value ?? `arn:aws:iam::${HOME}:user/ana`
  const result = await runSimulation(
    {
      request: {
        principal: asked,
        action,
        resource: { resource, accountId: principal ? '777777777777' : HOME },
        contextVariables: Object.fromEntries(
          Object.entries(context).map(([key, set]) => [key, MANY.includes(key) ? [...set] : (set[0] ?? '')]),
        ),
      },
      identityPolicies: asked.startsWith('arn:') ? [{ name: 'own', policy: principal ? ALL : document }] : [],
      ...(principal ? { resourcePolicy: document } : {}),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  )
  if (result.resultType === 'error') return undefined
  return result.overallResult === 'Allowed'
}

const grows = ({ change }: GrantChange) => change === 'added' || change === 'widened'
const verdictOf = (changes: readonly GrantChange[]): Expected => {
  const [wider, narrower] = [changes.some(grows), changes.some((change) => !grows(change))]
  return wider && narrower ? 'both' : wider ? 'wider' : narrower ? 'narrower' : 'same'
}
const REVERSED = { same: 'same', wider: 'narrower', narrower: 'wider', both: 'both' } as const

/** So many of a pair's requests are asked of the judge, and all at full length; the diff is held to every pair either way. */
const PROBES = 8

describe.each<[string, Kind, readonly (readonly [string, string, Expected])[]]>([
  ['conditions', conditions, CONDITION_PAIRS],
  ['resources', resources, RESOURCE_PAIRS],
  ['actions', actions, ACTION_PAIRS],
  ['principals', principals, PRINCIPAL_PAIRS],
])('%s', (_, kind, pairs) => {
  it.each(pairs.map(([before, after, expected]) => ({ before, after, expected })))('[$before] → [$after]: $expected', async (pair) => {
    const [before, after] = [kind.document(pair.before), kind.document(pair.after)]
    const compared = (a: Document, b: Document) => compareStatements(parsePolicy(a), parsePolicy(b), { index })
    const changes = compared(before, after)
    expect(verdictOf(changes)).toBe(pair.expected)
    expect(verdictOf(compared(after, before))).toBe(REVERSED[pair.expected])
    for (const change of changes) await expectShown(change, grows(change) ? [after, before] : [before, after])
    const probes = kind.probes(pair.before, pair.after)
    for (const probe of oneIn(Math.ceil(probes.length / PROBES), probes)) await expectAsSaid(pair.expected, probe, [before, after])
  })
})

/** What is shown is true: allowed on the one side, and not on the other. */
async function expectShown({ request: shown }: GrantChange, [has, hasNot]: readonly [Document, Document]): Promise<void> {
  expect(shown).toBeDefined()
  if (!shown) return
  // For a set, AWS takes an empty text for no values; the judge for a value.
  if (Object.values(shown.context).some((values) => values.join() === '')) return
  const said = [await allowedBy(has, shown), await allowedBy(hasNot, shown)]
  if (!said.includes(undefined)) expect({ shown, said }).toEqual({ shown, said: [true, false] })
}

/** What is said not to be gained or lost is in no request made of the pair's own values. */
async function expectAsSaid(expected: Expected, probe: ShownRequest, [before, after]: readonly [Document, Document]): Promise<void> {
  const [was, is] = [await allowedBy(before, probe), await allowedBy(after, probe)]
  if (was === undefined || is === undefined) return
  if (expected === 'same' || expected === 'narrower') expect({ probe, gained: !was && is }).toEqual({ probe, gained: false })
  if (expected === 'same' || expected === 'wider') expect({ probe, lost: was && !is }).toEqual({ probe, lost: false })
}

it('has at least 300 pairs', () => {
  expect(CONDITION_PAIRS.length + RESOURCE_PAIRS.length + ACTION_PAIRS.length + PRINCIPAL_PAIRS.length).toBeGreaterThanOrEqual(300)
})
