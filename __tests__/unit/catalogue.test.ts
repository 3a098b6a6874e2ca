import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { CATALOGUE, ELSEWHERE } from '../../scripts/catalogue.ts'
import { root } from '../../scripts/paths.mjs'
import { CHECKS } from '../../src/checks/registry.ts'

/** Settings that a text speaks of. */
const namedIn = (text: string) => [...text.matchAll(/`((?:access|audit|github)\.[a-z.-]+[a-z])/g)].map(([, name = '']) => name)

const codes = CHECKS.map(({ code }) => code)

describe('the catalogue of checks', () => {
  it('has each row once: as a check, or in the list with the reason', () => {
    const listed = ELSEWHERE.flatMap(({ rows }) => rows)
    const answered = [...codes.filter((code) => CATALOGUE.includes(code)), ...listed].sort()
    expect(answered).toEqual([...CATALOGUE].sort())
    expect(new Set(CATALOGUE).size).toBe(CATALOGUE.length)
  })

  it('names checks that there are, and says why', () => {
    for (const { rows, by, why } of ELSEWHERE) {
      expect([rows, by.filter((code) => !codes.includes(code))]).toEqual([rows, []])
      expect(why.length).toBeGreaterThan(20)
    }
  })

  it('names settings that there are', () => {
    const known = readFileSync(join(root, 'docs/config.md'), 'utf8')
    const unknown = CHECKS.flatMap(({ code, settings = [], remedy }) =>
      [...settings, ...namedIn(JSON.stringify(remedy))]
        .filter((setting) => !known.includes(`| \`${setting}\` |`))
        .map((setting) => `${code} ${setting}`),
    )
    expect(unknown).toEqual([])
  })

  it('gives no code twice', () => expect(new Set(codes).size).toBe(codes.length))
})
