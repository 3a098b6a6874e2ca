import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { workflowText } from '../../src/commands/init.ts'
import { load } from '../support/config.ts'
import { BUNDLE, openBench } from '../support/sandbox.ts'

const execute = promisify(execFile)
const WORKFLOW = workflowText({ config: 'mlops-audit.yml', branch: 'main' })

/** The bundle as a newcomer runs it: an empty folder, no terminal. */
describe('mlops-audit init', () => {
  let folder = ''
  // Not the folder itself: V8's cache of compiled code lies in the home, and would be taken for a file of ours.
  const home = mkdtempSync(join(tmpdir(), 'mlops-audit-home-'))
  afterAll(() => rmSync(home, { recursive: true, force: true }))
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mlops-audit-init-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = async (args: string[], environment: Record<string, string> = {}) => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: home, ...environment } as NodeJS.ProcessEnv
    try {
      const { stdout, stderr } = await execute(process.execPath, [BUNDLE, ...args], { cwd: folder, env })
      return { code: 0, text: stdout + stderr }
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
      return { code, text: stdout + stderr }
    }
  }
  const config = () => readFileSync(join(folder, 'mlops-audit.yml'), 'utf8')

  it('goes from an empty folder to a green check', async () => {
    const made = await run([
      'init',
      '--account',
      '123456789012',
      '--repository',
      'acme/Retail_API',
      '--owner-id',
      '81',
      '--repository-id',
      '4512',
    ])
    expect([made.code, made.text]).toEqual([0, expect.stringMatching(/mlops-audit check.*deploy --bootstrap/)])
    expect(load(config())).toMatchObject({
      project: 'retail-api',
      environment: 'dev',
      region: 'us-east-1',
      github: { repositoryId: '4512' },
    })
    const checked = await run(['check'])
    expect([checked.code, checked.text]).toEqual([0, expect.stringMatching(/✓ retail-api \/ dev: \d+ checks pass/)])
    expect(readFileSync(join(folder, '.github/workflows/audit.yml'), 'utf8')).toBe(WORKFLOW)
  })

  it('takes the repository from the checkout, and says that its ids are missing', async () => {
    mkdirSync(join(folder, '.git'))
    writeFileSync(join(folder, '.git/config'), '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:acme/retail.git\n')
    const { text } = await run(['init', '--account', '123456789012'])
    expect(text).toMatch(/Add owner-id and repository-id/)
    expect(config()).toMatch(/repository: acme\/retail\n/)
  })

  it('overwrites nothing, unless told to', async () => {
    writeFileSync(join(folder, 'mlops-audit.yml'), 'mine\n')
    const refused = await run(['init', '--account', '123456789012'])
    expect([refused.code, refused.text]).toEqual([3, expect.stringMatching(/mlops-audit\.yml is there already; nothing was written/)])
    expect([config(), readdirSync(folder)]).toEqual(['mine\n', ['mlops-audit.yml']])
    expect((await run(['init', '--account', '123456789012', '--force'])).code).toBe(0)
    expect(config()).toMatch(/^version: 1$/m)
  })

  it('asks for the account where it cannot know it, and writes nothing that check would refuse', async () => {
    expect((await run(['init'])).text).toMatch(/The AWS account is not known[\s\S]*--from-account/)
    const wrong = await run(['init', '--account', '12', '--aws-region', 'us-eats-1'])
    expect([wrong.code, wrong.text]).toEqual([
      3,
      expect.stringMatching(/--account is "12"[\s\S]*12 digits[\s\S]*us-eats-1[\s\S]*Did you mean us-east-1/),
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  it('looks at the account when asked: its id, its provider, its trails', async () => {
    const bench = await openBench()
    try {
      await bench.run('deploy', { bootstrap: 'true' })
      await bench.run('deploy')
      const { code } = await run(['init', '--from-account', '--repository', 'acme/retail'], bench.started.environment)
      expect(code).toBe(0)
      expect(config()).toMatch(/account: "123456789012"/)
      expect(config()).toMatch(
        /oidc-provider: \{ use: "arn:aws:iam::123456789012:oidc-provider\/token\.actions\.githubusercontent\.com" \}/,
      )
      expect(config()).toMatch(/# There is a trail already: .*adopt: mlops-retail-prediction-audit-trail/)
    } finally {
      await bench.close()
    }
  })

  it('keeps to the checkout: branch, top folder, and the config where it was asked for', async () => {
    mkdirSync(join(folder, '.git/refs/remotes/origin'), { recursive: true })
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/feature/x\n')
    writeFileSync(join(folder, '.git/config'), '[remote "origin"]\n\turl = https://github.com/acme/retail.git\n')
    writeFileSync(join(folder, '.git/refs/remotes/origin/HEAD'), 'ref: refs/remotes/origin/trunk\n')
    const below = join(folder, 'ops/audit')
    mkdirSync(below, { recursive: true })
    const { stdout, stderr } = await execute(process.execPath, [BUNDLE, 'init', '--account', '123456789012', '--config', 'prod.yml'], {
      cwd: below,
      env: { PATH: process.env['PATH'] ?? '', HOME: home } as NodeJS.ProcessEnv,
    })
    expect(stdout + stderr).toMatch(/check --config prod\.yml/)
    expect(readFileSync(join(below, 'prod.yml'), 'utf8')).toMatch(/repository: acme\/retail\n[\s\S]*branches: \[trunk\]/)
    const workflow = readFileSync(join(folder, '.github/workflows/audit.yml'), 'utf8')
    expect(workflow).toBe(workflowText({ config: 'ops/audit/prod.yml', branch: 'trunk' }))
    expect(workflow).toMatch(/branches: \[trunk\]\n {4}paths: \[ops\/audit\/prod\.yml\][\s\S]*with:\n {10}config: ops\/audit\/prod\.yml\n$/)
  })

  it('refuses half of an identity, with every other bad flag, and writes nothing', async () => {
    const half = await run(['init', '--account', '12', '--repository', 'acme/retail', '--owner-id', '81'])
    expect([half.code, half.text]).toEqual([
      3,
      expect.stringMatching(/--account is "12"[\s\S]*--owner-id is given without --repository-id/),
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  it('--demo gives something to play with: a green check, and what to do next', async () => {
    const made = await run(['init', '--demo'])
    expect([made.code, made.text]).toEqual([0, expect.stringMatching(/mlops-audit sandbox[\s\S]*deploy --bootstrap/)])
    expect((await run(['check'])).code).toBe(0)
  })

  it('its help speaks of it', async () => {
    const { text } = await run(['init', '--help'])
    expect(text).toMatch(/--account <value> +The AWS account id, 12 digits\./)
    expect(text).not.toMatch(/Overrides/)
  })

  it('writes the workflow of the example', () => {
    expect(WORKFLOW).toBe(readFileSync(join(root, 'examples/retail-prediction/audit.yml'), 'utf8'))
  })
})
