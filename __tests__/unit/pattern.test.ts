import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { LIMITS_FILE } from '../../scripts/compile-cfn-limits.ts'
import { hasMatch, matchesWhole } from '../../src/cloudformation/pattern.ts'
import { oneIn } from '../support/length.ts'

/** Every pattern of the resource schemas, with the words it is written with. */
const PATTERNS = patternsIn(
  readFileSync(LIMITS_FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown),
)

function patternsIn(value: unknown): string[] {
  const found = new Set<string>()
  const walk = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return
    for (const [key, item] of Object.entries(at)) {
      if (key === 'x' && typeof item === 'string') found.add(item)
      else walk(item)
    }
  }
  walk(value)
  return [...found]
}

/** What an engine that tries again and again never ends with: much of what a pattern repeats, and an end that it does not take. */
function hostile(pattern: string): string[] {
  const words = [...new Set(pattern.match(/[a-z]+|[0-9]|[-_.:/@ ]/gi) ?? [])].slice(0, 6)
  return ['a', 'a-', 'a.', '0', ...words].flatMap((word) => [word.repeat(256 / word.length), `${word.repeat(255 / word.length)}!`])
}

function native(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags)
    } catch {
      // The other reading may take it.
    }
  }
  return undefined
}

describe('patterns that are somebody else’s', () => {
  it('of the resource schemas are tried in time, whatever the text', () => {
    expect(PATTERNS.length).toBeGreaterThan(2000)
    for (const pattern of oneIn(8, PATTERNS)) for (const text of hostile(pattern)) hasMatch(pattern, text)
    expect(hasMatch('^[a-z]+$', 'a'.repeat(256))).toBe(true)
  })

  it('of the resource schemas are known, but for those that look ahead', () => {
    const tried = oneIn(5, PATTERNS)
    const unknown = tried.filter((pattern) => hasMatch(pattern, 'a') === undefined)
    // Halves of characters, and classes that this engine has no name for.
    expect(unknown.filter((pattern) => !/\(\?[=!<]|\\uD800|\\p\{/.test(pattern))).toEqual([])
    expect(unknown.length).toBeLessThan(tried.length / 15)
  })

  it('match what the schemas’ own engine matches', () => {
    const wrong: object[] = []
    for (const pattern of oneIn(10, PATTERNS).filter((one) => hasMatch(one, 'a') !== undefined)) {
      const expression = native(pattern)
      if (!expression) continue
      for (const text of textsOf(expression)) {
        const found = hasMatch(pattern, text)
        if (found !== undefined && found !== expression.test(text)) wrong.push({ pattern, text, found })
      }
    }
    expect(wrong).toEqual([])
  })

  it.each([
    ['(a|a)*b', 'a'.repeat(200)],
    ['(a*)*b', 'a'.repeat(200)],
    [`${'(a|a)'.repeat(40)}b`, 'a'.repeat(200)],
    [`${'a?'.repeat(90)}${'a'.repeat(90)}b`, 'a'.repeat(90)],
    ['(.*.*.*.*.*.*)x', 'a'.repeat(250)],
    ['(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(250)],
    ['((((a{1,9}){1,9}){1,9})*)*b', 'a'.repeat(250)],
  ])('of a template are tried in time: %s', (pattern, text) => {
    expect(matchesWhole(pattern, text)).toBe(false)
  })

  it.each([
    ['(a)\\1', 'aa'],
    ['(?=a)a', 'a'],
    ['a', 'a'.repeat(257)],
    ['a'.repeat(401), 'a'],
    ['((a{900}){900}){900}', 'a'],
    ['(', 'a'],
  ])('are not judged where they cannot be: %s', (pattern, text) => {
    expect([hasMatch(pattern, text), matchesWhole(pattern, text)]).toEqual([undefined, undefined])
  })

  it.each([
    ['a|b', 'ab', true, false],
    ['^[\\u0041-\\u005A]{1,2048}$', 'Z', true, true],
    ['[{1,300}]+', '3', true, true],
    ['\\{1,300\\}', '{1,300}', true, true],
    ['x{2,300}', 'x', false, false],
    ['a|(b)', 'a', true, true],
  ])('%s and %s', (pattern, text, somewhere, whole) => {
    expect([hasMatch(pattern, text), matchesWhole(pattern, text)]).toEqual([somewhere, whole])
  })
})

/** Texts that an expression matches, short enough for an engine that tries again and again, and neighbours of them. */
function textsOf(expression: RegExp): string[] {
  try {
    const texts = fc.sample(fc.stringMatching(expression, { size: 'xsmall' }), { numRuns: 3, seed: 7 })
    return texts.filter((text) => text.length <= 40).flatMap((text) => [text, `${text}!`, text.slice(1)])
  } catch {
    return []
  }
}
