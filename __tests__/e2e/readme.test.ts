import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { startSandbox } from '../../sandbox/start.ts'
import { root } from '../../scripts/paths.mjs'
import { LOCAL_COMMANDS } from '../../src/cli/local.ts'
import { workflowText } from '../../src/commands/init.ts'
import { BUNDLE } from '../support/sandbox.ts'

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

/** Every line of a `sh` block, without its comment. */
const LINES = PAGES.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block.split('\n').flatMap((line): [string, string][] => (line.trim() === '' ? [] : [[page, line.replace(/\s+#.*$/, '')]])),
  ),
)
/** What other tests run: the demo and the sandbox as a whole, and the whole suite. */
const LOCAL = LOCAL_COMMANDS.map(({ name }) => name)

function run(args: string[], cwd: string, environment: Record<string, string>): Promise<{ code: number; text: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [BUNDLE, ...args],
      { cwd, env: { PATH: process.env['PATH'], HOME: cwd, ...environment } as NodeJS.ProcessEnv },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, text: stdout + stderr }),
    )
  })
}

/** The demo and the sandbox have tests of their own; log files of a folder of one's own are read in activity-scan.test.ts. */
const isElsewhere = (args: readonly string[]) => LOCAL.includes(args[0] ?? '') || args.includes('--log-folder')

/** What looks at an account without logs of a day, or at what people did by hand, finds faults. */
const codesOf = (line: string) => (/--discover| (?:activity|integrity)\b/.test(line) ? [0, 1] : [0])

describe('the pages do what they say', () => {
  it('every command of every block, in order, from an empty folder', async () => {
    const started = await startSandbox({ deliveryMs: 0 })
    const folder = mkdtempSync(join(tmpdir(), 'readme-'))
    try {
      mkdirSync(join(folder, 'stacks'))
      for (const name of ['stack.yml', 'other.json', 'stacks/one.yml', 'stacks/two.yaml'])
        writeFileSync(join(folder, name), '{"Resources":{"Topic":{"Type":"AWS::SNS::Topic","Properties":{"KmsMasterKeyId":"alias/x"}}}}\n')
      expect(LINES.length).toBeGreaterThan(6)
      for (const [page, line] of LINES) {
        const [, script] = /^npm (?:run )?([\w:]+)/.exec(line) ?? []
        if (script !== undefined) {
          expect([page, line, script in scripts]).toEqual([page, line, true])
          continue
        }
        const [, rest] = /^(?:npx mlops-audit-action|mlops-audit) (.+)$/.exec(line) ?? []
        expect([page, line, rest !== undefined]).toEqual([page, line, true])
        // As a shell takes quotes away.
        const args = (rest ?? '').split(' ').map((word) => word.replace(/^"(.*)"$/, '$1'))
        if (isElsewhere(args)) continue
        const { code, text } = await run(args, folder, started.environment)
        // Looking at an account that holds nothing of ours yet, or at what people did by hand, finds faults; that is what it is for.
        expect([page, line, codesOf(line).includes(code), text]).toEqual([page, line, true, text])
      }
    } finally {
      await started.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('the workflow of the README is the one that init writes', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const [, ...rest] = workflowText({ config: 'mlops-audit.yml', branch: 'main' }).split('\n')
    expect(readme).toContain(`\`\`\`yaml\n${rest.join('\n').trimEnd()}\n\`\`\``)
  })
})
