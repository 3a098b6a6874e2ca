import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { FULL } from '../support/length.ts'

const execute = promisify(execFile)

it('the demo works, also after another, and leaves what it says to look at', async () => {
  // What an earlier run left there; at full length it is a whole one.
  mkdirSync(join(root, 'out/demo'), { recursive: true })
  writeFileSync(join(root, 'out/demo/comment.md'), 'of another time')
  for (let time = 0; time < (FULL ? 2 : 1); time += 1) {
    const { stdout } = await execute(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'demo/local.ts'), 'demo'], {
      cwd: root,
      maxBuffer: 16 * 1024 * 1024,
    })
    expect(stdout).toMatch(/Everything expected happened\./)
    expect(stdout).not.toMatch(/unexpected/)
    for (const [, path] of stdout.matchAll(/(out\/demo\/[\w./]+\w)/g))
      expect([path, existsSync(join(root, path ?? ''))]).toEqual([path, true])
    expect(readFileSync(join(root, 'out/demo/comment.md'), 'utf8')).not.toMatch(/of another time/)
  }
}, 400_000)
