import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'

const LIMIT = 300

/** Longer, and known: data, and what still is to be divided. The list only gets shorter; a file that fits leaves it. */
const LONGER: Readonly<Record<string, string>> = {
  'src/iam/published-policies.ts': 'data: the managed policies of AWS',
  'src/model/config.ts': 'one type, with a line for each setting that code reads',
  'src/verify/template-facts.ts': 'to be divided by resource type',
  'sandbox/cloudformation/service.ts': 'to be divided by operation',
  'sandbox/cloudformation/change-sets.ts': 'to be divided by operation',
  'sandbox/cloudtrail/service.ts': 'to be divided by operation',
  'sandbox/aws/kms.ts': 'to be divided by operation',
  'sandbox/aws/logs/service.ts': 'to be divided by operation',
  'sandbox/aws/messaging/sns.ts': 'to be divided by operation',
  'demo/main.ts': 'the story, in order',
}

describe('a file is a page or a few', () => {
  const files = execFileSync('git', ['ls-files', 'src', 'sandbox', 'demo', 'scripts'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(?:ts|mjs)$/.test(file) && !file.includes('.generated.'))
  const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1

  it(`of at most ${LIMIT} lines, but for those that are named`, () => {
    expect(files.length).toBeGreaterThan(300)
    expect(files.filter((file) => lines(file) > LIMIT && !(file in LONGER)).map((file) => `${file}: ${lines(file)}`)).toEqual([])
  })

  it('and none is named that fits', () =>
    expect(Object.keys(LONGER).filter((file) => !files.includes(file) || lines(file) <= LIMIT)).toEqual([]))
})
