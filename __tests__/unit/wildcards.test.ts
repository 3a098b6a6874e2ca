import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { literal, matchesWildcard } from '../../src/iam/match.ts'
import { commonText, covers, coversArn } from '../../src/iam/patterns.ts'
import { runs } from '../support/length.ts'

/** Every text of up to five letters of a small alphabet: enough to tell short patterns apart. */
const TEXTS = Array.from({ length: 6 }, (_, length) => length).flatMap((length) =>
  Array.from({ length: 3 ** length }, (_, index) =>
    length === 0
      ? ''
      : index
          .toString(3)
          .padStart(length, '0')
          .replaceAll(/./g, (digit) => 'abx'[Number(digit)] ?? ''),
  ),
)

/** The definition, written down without a thought for speed. */
function means(pattern: string, text: string): boolean {
  const [head, ...rest] = pattern
  if (head === undefined) return text === ''
  if (head === '*') return means(rest.join(''), text) || (text !== '' && means(pattern, text.slice(1)))
  return text !== '' && (head === '?' || head === text[0]) && means(rest.join(''), text.slice(1))
}

const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 })

describe('a wildcard pattern', () => {
  it('matches what its definition says', () => {
    fc.assert(
      fc.property(patterns, (pattern) => TEXTS.every((text) => matchesWildcard(pattern, text) === means(pattern, text))),
      { numRuns: runs(60, 300) },
    )
  })

  it('takes a star that a variable brought for a star only, and a star of the value for any character', () => {
    expect(matchesWildcard(`a${literal('*')}b`, 'a*b')).toBe(true)
    expect(matchesWildcard(`a${literal('*')}b`, 'axb')).toBe(false)
    expect(matchesWildcard(`?${literal('?')}*`, 'a?b')).toBe(true)
    expect(matchesWildcard(`?${literal('?')}*`, 'aab')).toBe(false)
    expect(matchesWildcard('a?b', 'a*b')).toBe(true)
  })

  it('covers another only where every text of that one is its own', () => {
    fc.assert(
      fc.property(
        patterns,
        patterns,
        (wide, narrow) => !covers(wide, narrow) || TEXTS.every((text) => !means(narrow, text) || means(wide, text)),
      ),
      { numRuns: runs(300, 2000) },
    )
    expect([covers('a*', 'ab*c'), covers('a?c', 'abc'), covers('*b*', 'a?b'), covers('a?', 'a*')]).toEqual([true, true, true, false])
  })

  it('covers no star by a character that stands for one inside', () => {
    for (const inside of [literal('*'), literal('?')]) expect([covers(inside, '*'), coversArn(inside, '*')]).toEqual([false, false])
  })

  it('has a text in common with another exactly where there is one, and that text is of both', () => {
    fc.assert(
      fc.property(patterns, patterns, (a, b) => {
        const common = commonText(a, b)
        if (common !== undefined) return means(a, common) && means(b, common)
        return !TEXTS.some((text) => means(a, text) && means(b, text))
      }),
      { numRuns: runs(300, 2000) },
    )
  })

  it.each([
    ['prod/*', '*/dev/*', 'prod/dev/'],
    ['models*', 'models-dev/*', 'models-dev/'],
    ['a?c', '*b*', 'abc'],
    ['prod/dev*', '*dev/x', 'prod/dev/x'],
  ])('meets in a text one would have written: %s and %s', (a, b, text) => expect(commonText(a, b)).toBe(text))
})

/** Each would take a backtracking or quadratic search longer than anyone waits; none is slow here. */
describe('hostile patterns are as quick as kind ones', () => {
  const n = 400_000
  const HOSTILE: readonly [string, string, string][] = [
    ['many stars', `${'*a'.repeat(n)}b`, 'a'.repeat(n)],
    ['stars side by side', `${'*'.repeat(n)}b`, 'a'.repeat(n)],
    ['a long piece that fails at its end', `*${'a'.repeat(n / 2)}b*`, 'a'.repeat(n)],
    ['a long piece that fails at its start', `*b${'a'.repeat(n / 2)}*`, 'a'.repeat(n)],
    ['many pieces, each found late', `${`*${'a'.repeat(80)}b`.repeat(n / 100)}*`, 'a'.repeat(n)],
    ['stars and single characters', '*?a'.repeat(n / 3), 'a'.repeat(n)],
  ]
  it.each(HOSTILE)('%s', (_, pattern, text) => {
    const found = matchesWildcard(pattern, text)
    expect(found).toBe(pattern.startsWith('*?a'))
    expect(covers(pattern, text)).toBe(found)
    const common = commonText(pattern, `${text}*`)
    expect(common === undefined || (matchesWildcard(pattern, common) && common.startsWith(text))).toBe(true)
  })
})
