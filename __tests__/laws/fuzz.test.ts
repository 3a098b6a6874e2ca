import { describe, expect, it } from '@jest/globals'
import { complaintAbout, complaintOf, fuzz, KINDS, type Kind, keptInputs } from '../support/fuzz.ts'
import { runs } from '../support/length.ts'

/** `npm run fuzz` tries ten thousand of each kind; these are the same ones at every run. */
const RUNS = runs(60, 1000)

describe.each(Object.entries(KINDS))('hostile input: %s', (name, kind: Kind) => {
  it('begins with documents that are read', async () => {
    for (const document of kind.seeds) {
      const answer = await kind.run(kind.write(document))
      expect([
        complaintAbout(kind, answer),
        answer.said.filter((text) => /valid YAML|no evidence|is no plan|not a policy/.test(text)),
      ]).toEqual([undefined, []])
    }
  })

  it('ends in a result or a refusal of ours', async () => {
    expect(await fuzz(kind, { runs: RUNS, seed: 13 })).toBeUndefined()
  })

  it('is answered well where it was not once', async () => {
    for (const { name: file, text } of keptInputs(name)) expect([file, await complaintOf(kind, text)]).toEqual([file, undefined])
  })
})

describe('the harness', () => {
  const silly: Kind = {
    seeds: [{ a: [1, 2] }],
    write: (document) => JSON.stringify(document),
    exits: [0],
    run: () => Promise.resolve({ exitCode: 0, said: [] }),
  }

  it('finds a reader that takes a mapping for granted, and hands out the input and its seed', async () => {
    const careless: Kind = {
      ...silly,
      run: (text) => {
        const { a }: { a: number[] } = JSON.parse(text)
        return Promise.resolve({ exitCode: 0, said: [a.map(String).join(' ')] })
      },
    }
    const found = await fuzz(careless, { runs: 1000, seed: 1 })
    expect(found).toMatchObject({ seed: 1, complaint: expect.stringContaining('it throws') })
    expect(await complaintOf(careless, found?.input ?? '{"a":[]}')).toContain('it throws')
  })

  it.each([
    [{ exitCode: 2, said: [] }, 'exit code 2'],
    [{ exitCode: 0, said: ['o.split is not a function'] }, 'o.split'],
    [{ exitCode: 0, said: ["Cannot read properties of undefined (reading 'x')"] }, 'reading'],
    [{ exitCode: 0, said: ['kept for NaN days'] }, 'NaN'],
    [{ exitCode: 0, said: ['[object Object]'] }, 'object'],
  ])('takes no %j for an answer', (answer, word) => expect(complaintAbout(silly, answer)).toContain(word))
})
