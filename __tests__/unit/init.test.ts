import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { answersOf } from '../../src/commands/init-answers.ts'
import { listInput } from '../../src/commands/inputs.ts'

const GOOD: Readonly<Record<string, string>> = {
  'GitHub repository': 'acme/retail',
  Project: 'retail',
  Environment: 'prod',
  'AWS account id': '123456789012',
  'Audit region': 'eu-central-1',
}

/** A person who gives the wrong answers first, and then the right one. */
function person(wrong: (question: string) => string[]) {
  const left = new Map(Object.keys(GOOD).map((key) => [key, [...wrong(key)]]))
  const asked: string[] = []
  return {
    asked,
    ask: async (text: string) => {
      const key = Object.keys(GOOD).find((name) => text.includes(name)) ?? ''
      asked.push(text)
      return left.get(key)?.shift() ?? GOOD[key] ?? ''
    },
  }
}

describe('the questions of init', () => {
  it('a bad answer is asked for again, however often, and none is lost', async () => {
    const bad = fc.array(fc.constantFrom('NO WAY', '1 2', '!', 'a b', '-x/y/z'), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.tuple(bad, bad, bad, bad, bad), async (lists) => {
        const keys = Object.keys(GOOD)
        const { ask, asked } = person((key) => lists[keys.indexOf(key)] ?? [])
        const answers = await answersOf({ ask, defaultRegion: undefined }, new Map(), { checkout: undefined, account: undefined })
        expect(answers).toMatchObject({
          repository: 'acme/retail',
          project: 'retail',
          environment: 'prod',
          account: '123456789012',
          region: 'eu-central-1',
        })
        expect(asked.length).toBe(5 + lists.flat().length)
      }),
      { numRuns: 50 },
    )
  })

  it('says what is wrong, and what is allowed', async () => {
    const { ask, asked } = person((key) => (key === 'Audit region' ? ['us-eats-1'] : []))
    await answersOf({ ask, defaultRegion: undefined }, new Map(), { checkout: undefined, account: undefined })
    expect(asked.at(-1)).toMatch(/"us-eats-1": This version knows no such region\. Did you mean us-east-1\?/)
  })

  it('the repository of the checkout can be declined', async () => {
    const ask = async (text: string) =>
      text.includes('GitHub') ? 'none' : (GOOD[Object.keys(GOOD).find((key) => text.includes(key)) ?? ''] ?? '')
    const checkout = { top: '.', repository: 'acme/retail', issuer: undefined, branch: 'main' }
    expect(await answersOf({ ask, defaultRegion: undefined }, new Map(), { checkout, account: undefined })).toMatchObject({
      repository: '',
    })
  })
})

describe('lists', () => {
  it('are apart by commas, spaces or lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zA-Z0-9-]{1,12}$/)),
        fc.constantFrom(',', ', ', ' ', '\n', ',\n', '\r\n  '),
        (items, between) => {
          expect(listInput(new Map([['skip-resources', items.join(between)]]), 'skip-resources')).toEqual(items)
        },
      ),
    )
  })
})
