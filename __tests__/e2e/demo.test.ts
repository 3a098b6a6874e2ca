import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'

const execute = promisify(execFile)

it('the demo works, twice in a row, and leaves what it says to look at', async () => {
  for (let time = 0; time < 2; time += 1) {
    const { stdout } = await execute(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'demo/local.ts'), 'demo'], {
      cwd: root,
      maxBuffer: 16 * 1024 * 1024,
    })
    expect(stdout).toMatch(/Everything expected happened\./)
    expect(stdout).not.toMatch(/unexpected/)
    for (const [, path] of stdout.matchAll(/(out\/demo\/[\w./]+\w)/g))
      expect([path, existsSync(join(root, path ?? ''))]).toEqual([path, true])
  }
}, 400_000)
