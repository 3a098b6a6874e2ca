import { describe, expect, it } from '@jest/globals'
import { examineTemplate } from '../../src/cloudformation/examine.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { closest } from '../../src/model/closest.ts'
import { AuditError } from '../../src/model/errors.ts'
import { expandsBeyond } from '../../src/yaml/expand.ts'
import { load, MINIMAL } from '../support/config.ts'

/** Nine of the one before, level on level: a few lines that stand for 9^levels values. */
const bomb = (levels: number) =>
  [
    'x0: &x0 [x,x,x,x,x,x,x,x,x]',
    ...Array.from({ length: levels }, (_, at) => `x${at + 1}: &x${at + 1} [${Array(9).fill(`*x${at}`).join(',')}]`),
  ].join('\n')

const CIRCLE = 'a: &a { b: [*a] }'
const long = `long: &l "${'x'.repeat(200_000)}"\nlist: [${Array(45).fill('*l').join(',')}]`

function problemOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (!(error instanceof AuditError)) throw error
    return [error.message, ...error.problems.map(({ message, position }) => `${position?.line}: ${message}`)].join(' ')
  }
  return 'accepted'
}

/** Each would take minutes, gigabytes or the whole stack where values are walked through as often as they are named. */
describe('a document that multiplies itself', () => {
  const template = (text: string) => problemOf(() => parseTemplate(`${text}\nResources: {}\n`, 't.yml'))
  const config = (text: string) => problemOf(() => load(`${MINIMAL}${text}\n`))

  it.each([
    ['nine levels', bomb(9), /far more text/],
    ['forty levels', bomb(40), /far more text/],
    ['a long text many times', long, /far more text/],
    ['itself', CIRCLE, /holds the alias itself/],
  ])('is refused as a template: %s', (_, text, message) => expect(template(text)).toMatch(message))

  it('is refused as a config, with its line', () => {
    expect(config(bomb(5))).toMatch(/7: .*far more text/)
    expect(config(CIRCLE)).toMatch(/6: .*holds the alias itself/)
  })

  it('is accepted where its aliases come to little', () => {
    expect(template('tags: &t [{ Key: a, Value: b }]\nmore: [*t, *t]')).toBe('accepted')
  })

  it('is measured as JSON would write it', () => {
    const shared = { text: 'abc', list: [1, null, true] }
    for (const value of [shared, [shared, shared], { a: shared, b: { c: shared } }, 'text', []]) {
      const size = JSON.stringify(value).length
      expect([expandsBeyond(value, size + 40), expandsBeyond(value, Math.floor(size / 2))]).toEqual([undefined, 'too large'])
    }
  })
})

describe('a template of absurd size', () => {
  const examine = (resources: Record<string, unknown>) =>
    examineTemplate(JSON.stringify({ Resources: resources }), 't.json', () => undefined).problems.map(({ message }) => message)
  const chain = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`R${at}`, { Type: 'A::B::C', DependsOn: `R${at + 1}` }]))

  it('is told so, and not held against itself', () => {
    expect(examine(chain(20_000))).toEqual(['Resources holds 20000; CloudFormation takes 500.'])
  })

  it('is followed along any chain CloudFormation takes, and through its circles', () => {
    expect(examine({ ...chain(499), R499: { Type: 'A::B::C', DependsOn: 'R0' } })).toEqual([
      expect.stringMatching(/^These resources wait for each other: R0 → R1 → .* → R499 → R0\.$/),
    ])
    const pair = {
      A: { Type: 'A::B::C', DependsOn: 'B' },
      B: { Type: 'A::B::C', DependsOn: ['A', 'C'] },
      C: { Type: 'A::B::C' },
    }
    expect(examine(pair)).toEqual(['These resources wait for each other: A → B → A.'])
  })

  it('lists so many problems and says that there are more', () => {
    const unknown = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`p${at}`, { Ref: `n${at}` }]))
    const wrong = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`R${at}`, { Type: 'A::B::C', Properties: unknown }]))
    const found = examine(wrong)
    expect([found.length, found.at(-1)]).toEqual([201, 't.json has more problems than are listed here.'])
  })

  it('is given no guess for a word nobody misspells', () => {
    expect(closest('x'.repeat(300_000), ['x'.repeat(300_000)])).toBeUndefined()
    expect(closest('BuketName', ['BucketName', 'a'.repeat(100_000)])).toBe('BucketName')
  })
})
