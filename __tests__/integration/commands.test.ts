import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { venvFolder } from '../../scripts/paths.mjs'
import { CONFIGS, load, render } from '../support/config.ts'
import { furnish, KEY_IN_CONFIGS } from '../support/furnish.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

const execute = promisify(execFile)

/** aws-cli as it is installed, but for how long it waits between looks at a stack: half a minute, where a stack here takes milliseconds. */
const IMPATIENT = `#!${join(venvFolder, 'bin/python')}
import sys, time
import awscli.clidriver
real = time.sleep
time.sleep = lambda seconds: real(min(seconds, 0.05))
sys.exit(awscli.clidriver.main())
`
const bin = mkdtempSync(join(tmpdir(), 'impatient-'))
writeFileSync(join(bin, 'aws'), IMPATIENT, { mode: 0o755 })
afterAll(() => rmSync(bin, { recursive: true }))

/** Each printed command is run as it stands, in a shell, one after the other. */
const EVERYTHING = CONFIGS['everything-on'] ?? ''

describe.each([
  ['minimal', CONFIGS['minimal'] ?? ''],
  ['everything-on', EVERYTHING],
  [
    'everything-on through a bucket of others',
    EVERYTHING.replace(/^template-bucket: create/m, 'template-bucket: { use: acme-cfn-templates }'),
  ],
])('the commands that render prints for %s', (_, text) => {
  const config = load(text)
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench({ region: config.region, paceMs: 0 })
    const keyId = await furnish(bench, config.region, config.workloadRegion)
    bench.config(text.replaceAll(KEY_IN_CONFIGS, keyId))
  })
  afterAll(() => bench.close())

  async function run(command: string): Promise<string> {
    if (command.startsWith('mlops-audit deploy')) {
      const { report } = await bench.run('deploy', command.includes('--bootstrap') ? { bootstrap: 'true' } : {})
      return report.problems.map(({ message }) => message).join()
    }
    const environment = {
      ...process.env,
      ...bench.started.environment,
      PATH: [bin, process.env['PATH']].join(delimiter),
    }
    // No default region: the command names its own.
    const { AWS_REGION: _, AWS_DEFAULT_REGION: __, ...elsewhere } = environment as Record<string, string>
    try {
      const { stderr } = await execute('sh', ['-c', command], { env: elsewhere as NodeJS.ProcessEnv })
      return stderr.replace(/^Uploading to .*$/gm, '').trim()
    } catch (error) {
      // `mlops-audit deploy` has deployed the later ones too.
      if (/No changes to deploy/.test(String(error))) return ''
      throw error
    }
  }

  it('deploy every stack, where it belongs', async () => {
    const { log } = await bench.run('render')
    const commands = [...log.matchAll(/(?:aws cloudformation deploy|mlops-audit deploy) .*$/gm)].map(([command]) => command)
    const rendered = render(config)
    expect(commands).toHaveLength(rendered.length)
    for (const command of commands) expect([command, await run(command)]).toEqual([command, ''])
    for (const { stackName, region } of rendered) {
      const { Stacks } = await bench.aws('cloudformation', 'describe-stacks', '--region', region, '--stack-name', stackName)
      expect([stackName, Stacks[0].StackStatus]).toEqual([stackName, expect.stringMatching(/^(?:CREATE|UPDATE)_COMPLETE$/)])
    }
  })
})
