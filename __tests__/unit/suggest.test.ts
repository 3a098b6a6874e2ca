import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { suggestions } from '../../src/config/suggest.ts'

interface Node {
  properties?: Record<string, Node>
  anyOf?: Node[]
}
const schema = JSON.parse(readFileSync(join(root, 'schema.json'), 'utf8')) as Node
const TOP = Object.keys(schema.properties ?? {})

/** Every path of the schema, walked here in a way of its own. */
function paths(node: Node, above: string[] = []): string[][] {
  const own = Object.entries(node.properties ?? {}).flatMap(([key, value]) => [[...above, key], ...paths(value, [...above, key])])
  return [...own, ...(node.anyOf ?? []).flatMap((branch) => paths(branch, above))]
}
const ALL = [...new Set(paths(schema).map((path) => path.join('.')))]
const camel = (key: string) => key.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

describe('an unknown key', () => {
  it.each([
    ['trail', 'audit.trail'],
    ['logBucket', 'audit.log-bucket'],
    ['log_bucket', 'audit.log-bucket'],
    ['sagemaker', 'access.sagemaker'],
    ['eks', 'access.eks'],
    ['auditTrail', 'audit.trail'],
    ['workloadRegion', 'workload-region'],
    ['projct', 'project'],
    ['tamperrule', 'audit.tamper-rule'],
  ])('%s at the top is meant as %s', (key, path) => expect(suggestions(key, TOP)).toContain(path))

  it('every key that has one to three places is found from the top, in its own spelling and in others', () => {
    for (const path of ALL) {
      const key = path.split('.').at(-1) ?? ''
      const alike = ALL.filter((other) => other.split('.').at(-1) === key)
      if (alike.length > 3 || TOP.includes(key)) continue
      for (const spelling of [key, camel(key), key.replaceAll('-', '_')])
        expect([spelling, suggestions(spelling, TOP)]).toEqual([spelling, expect.arrayContaining(alike)])
    }
  })

  it('a word that is nothing gets no suggestion', () => expect(suggestions('xyzzyplugh', TOP)).toEqual([]))
})
