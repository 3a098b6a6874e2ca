import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dump, load as parse } from 'js-yaml'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { INLINE_LIMIT } from '../../src/model/template.ts'
import { flushLists } from '../../src/render/flush-lists.ts'
import { CONFIGS, load, render } from '../support/config.ts'
import { runs } from '../support/length.ts'

const templates = Object.entries(CONFIGS).flatMap(([config, text]) =>
  render(load(text)).map(({ name, body }) => ({ label: `${config}/${name}`, name, body })),
)

describe('lists flush with their keys', () => {
  it.each(templates.filter(({ name }) => name !== 'bootstrap'))('$label says the same, with every comment, in fewer bytes', ({ body }) => {
    const flush = flushLists(body)
    expect(parseTemplate(flush, 'flush')).toEqual(parseTemplate(body, 'flush'))
    expect(flush.split('\n').map((line) => line.trim())).toEqual(body.split('\n').map((line) => line.trim()))
    expect(flush.length).toBeLessThan(body.length)
    expect(flushLists(flush)).toBe(flush)
  })

  it('say the same whatever is in them, texts of many lines too', () => {
    const word = fc.constantFrom('- a', 'b:', '  - c:\n  - d', 'e |', '# f', '', 'g: >-\n - h', 'plain', '\n- i\n\n  j:\n    - k\n')
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        word,
        fc.integer(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'b-c', 'D::E', 'f'), tie('value'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(value, (given) => {
        const text = dump(given)
        expect(parse(flushLists(text))).toEqual(parse(text))
      }),
      { numRuns: runs(1000, 20_000) },
    )
  })
})

/** Before there is a bucket, bootstrap goes to CloudFormation in the call itself. */
describe('bootstrap in a call', () => {
  /** With every setting on it takes a bucket that an administrator names. */
  const TOO_MUCH = ['everything-on/bootstrap']
  /** For names that are longer than those of the examples, and for what is to come. */
  const ROOM = 3000

  it.each(templates.filter(({ name }) => name === 'bootstrap'))('$label', ({ label, body }) => {
    const left = INLINE_LIMIT - Buffer.byteLength(body)
    expect({ label, left, isRoomy: left >= ROOM }).toEqual({ label, left, isRoomy: !TOO_MUCH.includes(label) })
  })
})
