import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { root } from '../../scripts/paths.mjs'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import type { ShownRequest } from '../../src/iam/beyond.ts'
import { compareStatements, type GrantChange } from '../../src/iam/compare.ts'
import { requestContext } from '../../src/iam/conditions.ts'
import { evaluatePolicy } from '../../src/iam/evaluate.ts'
import { parsePolicy, type Statement } from '../../src/iam/policy.ts'
import { runs } from '../support/length.ts'

const { s3 = {}, kms = {}, sts = {} } = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))
const index = { s3, kms, sts }
const COUNT = runs(60, 1000)

const some = <T>(values: readonly T[], maxLength = 2) => fc.subarray([...values], { minLength: 1, maxLength })
const block = (operators: readonly string[], key: string, values: readonly string[], maxLength = 2) =>
  fc.tuple(fc.constantFrom(...operators), some(values, maxLength)).map(([operator, list]) => ({ [operator]: { [key]: list } }))
const withExists = (operators: readonly string[]) => operators.flatMap((operator) => [operator, `${operator}IfExists`])
const quantified = (operators: readonly string[]) =>
  ['ForAnyValue:', 'ForAllValues:'].flatMap((set) => operators.map((operator) => set + operator))

const TEXT = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase']
const NUMBER = [
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
]
const CONDITIONS = [
  block(withExists(TEXT), 'aws:PrincipalTag/team', ['gold', 'go*', '*', 'GOLD', 'g?', '${aws:username}']),
  block(withExists(NUMBER), 'aws:MultiFactorAuthAge', ['10', '10.0', '20', '5']),
  block(['DateLessThan', 'DateGreaterThanEquals', 'DateEquals'], 'aws:CurrentTime', [
    '2026-01-01T00:00:00Z',
    '1767225600',
    '2026-01-01T01:00:00Z',
  ]),
  block(['NumericLessThan', 'NumericGreaterThanEquals', 'DateLessThan', 'DateNotEquals'], 'aws:EpochTime', ['1767225600', '1767229200']),
  block(['IpAddress', 'NotIpAddress'], 'aws:SourceIp', ['10.0.0.0/8', '10.0.0.0/9', '10.128.0.0/9', '2001:db8::/32']),
  block(['Bool', 'BoolIfExists'], 'aws:SecureTransport', ['true', 'TRUE', 'false'], 1),
  block(['Null'], 'aws:PrincipalTag/team', ['true', 'false'], 1),
  block(quantified(['StringEquals', 'StringLike', 'StringNotEquals']), 'aws:TagKeys', ['a', 'b', 'a*', '*b']),
  block(['ArnLike', 'ArnNotLike', 'ArnEquals'], 'aws:PrincipalArn', [
    'arn:aws:iam::*:role/*',
    'arn:aws:iam::111122223333:role/a',
    'arn:*:iam::*:user/*',
  ]),
]
const element = (name: string, values: readonly string[]) =>
  fc.tuple(fc.constantFrom(name, name, name, `Not${name}`), some(values)).map(([key, list]) => ({ [key]: list }))
const statement = (isResource: boolean) =>
  fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      action: element('Action', ['s3:GetObject', 's3:Get*', 'S3:putobject', 's3:*', 'kms:Decrypt', '*', 'nosuch:Thing']),
      resource: element('Resource', [
        '*',
        'arn:aws:s3:::data/*',
        'arn:aws:s3:::data/gold/*',
        'arn:aws:s3:::*/gold/?',
        'arn:aws:s3:::data/${aws:username}/*',
        'arn:aws:s3:::d*a',
      ]),
      principal: element('Principal', [
        '111122223333',
        'arn:aws:iam::111122223333:root',
        'arn:aws:iam::111122223333:role/a',
        'arn:aws:sts::111122223333:assumed-role/a/s',
        '*',
      ]),
      conditions: fc.array(fc.oneof(...CONDITIONS), { maxLength: 2 }),
    })
    .map(({ Effect, action, resource, principal, conditions }) => {
      const [element = 'Principal', AWS] = Object.entries(principal)[0] ?? []
      const Condition = conditions.length > 0 ? { Condition: Object.assign({}, ...conditions) as object } : {}
      return { Effect, ...action, ...resource, ...(isResource ? { [element]: { AWS } } : {}), ...Condition }
    })
const document = fc
  .tuple(fc.boolean(), fc.constantFrom('2012-10-17', '2012-10-17', '2008-10-17'))
  .chain(([isResource, Version]) =>
    fc.array(statement(isResource), { minLength: 1, maxLength: 3 }).map((Statement) => parsePolicy({ Version, Statement })),
  )

const compared = (before: readonly Statement[], after: readonly Statement[]) => compareStatements(before, after, { index })
const grows = ({ change }: GrantChange) => change === 'added' || change === 'widened'

function matches(statements: readonly Statement[], effect: string, { action, resource, principal, context }: ShownRequest): boolean {
  const own = statements.filter((one) => one.effect === effect)
  const asked = { action, resource, context: requestContext(context), ...(principal ? { principal } : {}) }
  return evaluatePolicy(own, asked).decision !== 'implicit-deny'
}

/** Ways to write a statement that keep what it means; `pick` chooses. */
const REWRITES: readonly ((one: Statement) => Statement[])[] = [
  (one) => (one.actions ? one.actions.map((action) => ({ ...one, actions: [action] })) : [one]),
  (one) => (one.resources ? one.resources.map((resource) => ({ ...one, resources: [resource] })) : [one]),
  (one) => (one.principals ? one.principals.map((principal) => ({ ...one, principals: [principal] })) : [one]),
  (one) => [{ ...one, conditions: [...one.conditions].reverse() }],
  (one) => [{ ...one, conditions: [...one.conditions, ...one.conditions] }],
  (one) => [
    {
      ...one,
      conditions: one.conditions.map((condition) => ({
        ...condition,
        key: condition.key.toUpperCase(),
        operator: condition.operator.toLowerCase(),
      })),
    },
  ],
  (one) => [
    {
      ...one,
      conditions: one.conditions.map((condition) => ({ ...condition, values: [...condition.values, ...condition.values].reverse() })),
    },
  ],
  (one) => [
    { ...one, ...(one.actions ? { actions: one.actions.map((action) => action.toUpperCase().replace(/^NOSUCH/, 'nosuch')) } : {}) },
  ],
  (one) => [{ ...one, ...(one.resources ? { resources: one.resources.map((resource) => resource.replace(/\*$/, '**')) } : {}) }],
  (one) => [one, one],
  (one) => splitCondition(one, 'aws:MultiFactorAuthAge', 'NumericLessThan', 'NumericGreaterThanEquals', '7'),
  // What is asked of the clock as a date, asked of it in seconds.
  (one) => [{ ...one, conditions: one.conditions.map(inSeconds) }],
  (one) => splitCondition(one, 'aws:SourceIp', 'IpAddress', 'NotIpAddress', '10.64.0.0/10'),
  (one) => splitCondition(one, 'aws:PrincipalTag/team', 'StringLike', 'StringNotLike', 'g*d'),
  (one) => [
    {
      ...one,
      principals: one.principals?.map((who) => (who.value === '111122223333' ? { ...who, value: 'arn:aws:iam::111122223333:root' } : who)),
    },
  ],
]

function inSeconds({ operator, key, values }: Statement['conditions'][number]): Statement['conditions'][number] {
  const isClock = /^aws:currenttime$/i.test(key) && /^date(?:lessthan|greaterthanequals)$/i.test(operator)
  if (!isClock) return { operator, key, values }
  const seconds = values.map((value) => (/^\d+$/.test(value) ? value : String(Date.parse(value) / 1000)))
  return { operator: operator.replace(/^date/i, 'Numeric'), key: 'aws:EpochTime', values: seconds }
}

/** The same once where something holds and once where it does not; of numbers, neither holds where there is none to compare. */
function splitCondition(one: Statement, key: string, is: string, isNot: string, value: string): Statement[] {
  const also = (operator: string, values = [value]) => ({ ...one, conditions: [...one.conditions, { operator, key, values }] })
  return [also(is), also(isNot), ...(is.startsWith('Numeric') ? [also('Null', ['true'])] : [])]
}

describe('the diff', () => {
  it(`finds no change in ${COUNT} policies written in other words`, () => {
    fc.assert(
      fc.property(
        document,
        fc.array(fc.nat({ max: REWRITES.length - 1 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (before, picks, turned) => {
          const after = picks.reduce((statements, pick) => statements.flatMap((one) => REWRITES[pick]?.(one) ?? [one]), before)
          const changes = compared(before, turned ? [...after].reverse() : after)
          expect(changes.map(({ change, request }) => ({ change, request }))).toEqual([])
        },
      ),
      { numRuns: COUNT },
    )
  })

  it(`shows only what is so, in ${COUNT} pairs of policies`, () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        for (const change of compared(before, after)) {
          const { request, effect } = change
          expect(request).toBeDefined()
          if (!request) continue
          const [was, is] = [matches(before, effect, request), matches(after, effect, request)]
          expect({ change, was, is }).toEqual({ change, was: !grows(change), is: grows(change) })
        }
      }),
      { numRuns: COUNT },
    )
  })

  it(`calls ${COUNT} added grants widened, unless what is there has them all`, () => {
    const grant = statement(false).map((one) => parsePolicy({ Version: '2012-10-17', Statement: { ...one, Effect: 'Allow' } }))
    let [said, silent] = [0, 0]
    fc.assert(
      fc.property(document, grant, (before, added) => {
        fc.pre(before.every(({ principals, notPrincipals }) => !principals && !notPrincipals))
        const changes = compared(before, [...before, ...added])
        expect(changes.filter((change) => !grows(change))).toEqual([])
        if (changes.length > 0) said += 1
        else {
          silent += 1
          // Nothing is gained: no request of the grant's own is new.
          for (const { request } of compared([], added)) if (request) expect(matches(before, 'Allow', request)).toBe(true)
        }
      }),
      { numRuns: COUNT },
    )
    expect(said).toBeGreaterThan(silent)
  })
})
