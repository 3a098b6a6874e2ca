import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, jest } from '@jest/globals'
import { runCli } from '../../src/cli/main.ts'
import { MINIMAL } from '../support/config.ts'

const folder = mkdtempSync(join(tmpdir(), 'mlops-audit-unwritten-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(['taken', 'taken/below', '/dev/null'])(
  'a file that was asked for and cannot be written is said, and is not done: %s',
  async (name) => {
    const config = join(folder, 'mlops-audit.yml')
    writeFileSync(config, MINIMAL)
    writeFileSync(join(folder, 'taken'), 'a file, and no folder')
    const said: string[] = []
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((chunk) => said.push(String(chunk)) > 0),
    )
    const output = name.startsWith('/') ? name : join(folder, name)
    const run = (...more: string[]) => runCli(['check', '--config', config, '--output-dir', output, ...more])
    const codes = [await run(), await run('--formats', 'html')]
    for (const spy of spies) spy.mockRestore()
    expect(codes).toEqual([0, 2])
    expect(said.join('')).toMatch(/report\.html cannot be written: E\w+: .*\n.*Choose another `output-dir`/)
    expect(readdirSync(folder).sort()).toEqual(['mlops-audit.yml', 'taken'])
  },
)
