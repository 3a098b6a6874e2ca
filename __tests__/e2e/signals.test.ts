import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { exampleText } from '../support/config.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

const CHANGED = exampleText().replace('insights: true', 'insights: false')
/** How long a command may take to end. An idle machine needs far less than a second; here other suites run beside it, and calls hang for a minute. */
const SOON_MS = 5000

/** A command in a process of its own, as users run it: reading the source would take part of the second. */
function start(bench: Bench, args: readonly string[]) {
  const child: ChildProcess = spawn(process.execPath, [join(root, 'dist/index.js'), ...args], {
    cwd: bench.folder,
    env: { PATH: process.env['PATH'], HOME: bench.folder, ...bench.started.environment } as NodeJS.ProcessEnv,
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) =>
    child.once('exit', (code, signal) => done({ code, signal })),
  )
  return { child, ended, text: () => text }
}

const until = async (what: () => boolean) => {
  for (let tries = 0; tries < 1200 && !what(); tries += 1) await new Promise((done) => setTimeout(done, 25))
  expect(what()).toBe(true)
}

describe('a signal while a call hangs', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
    await bench.run('deploy', { bootstrap: 'true' })
    await bench.run('deploy')
    bench.config(CHANGED)
  })
  afterEach(() => bench.started.sandbox.faults.set({}))
  afterAll(() => bench.close())

  /** What a command said and how long it took to end, after the signal that came while it waited for the call. */
  async function interrupted(args: readonly string[], call: string, signal: NodeJS.Signals) {
    const { faults } = bench.started.sandbox
    const before = faults.calls.get(call) ?? 0
    faults.set({ only: `^${call}$`, latencyMs: 60_000 })
    const { child, ended, text } = start(bench, args)
    await until(() => (faults.calls.get(call) ?? 0) > before || child.exitCode !== null)
    expect(child.exitCode).toBeNull()
    // The request arrives before its sender has gone back to waiting.
    await new Promise((done) => setTimeout(done, 100))
    const at = performance.now()
    child.kill(signal)
    return { ...(await ended), ms: performance.now() - at, text: text() }
  }

  const AUDIT = 'mlops-retail-prediction-dev-audit'
  const simply = { code: null, signal: 'SIGTERM' }
  const cancelled = { code: 2, signal: null }
  const LEAVES: readonly (readonly [string, string, object, RegExp])[] = [
    ['verify', 'cloudtrail:GetTrailStatus', simply, /(?:)/],
    ['integrity', 'cloudtrail:GetTrailStatus', simply, /(?:)/],
    ['publish', 'sts:GetCallerIdentity', simply, /(?:)/],
    ['plan', 'sts:GetCallerIdentity', simply, /(?:)/],
    ['plan', 'cloudformation:CreateChangeSet', cancelled, /audit: nothing was changed\. The change set mlops-audit-plan-\S+ may be there/],
    ['plan', 'cloudformation:DeleteChangeSet', cancelled, /nothing was changed\. The change set mlops-audit-plan-\S+ may be there/],
    ['deploy', 'sts:GetCallerIdentity', simply, /(?:)/],
    [
      'deploy',
      'cloudformation:CreateChangeSet',
      cancelled,
      /audit: nothing was changed\. The change set mlops-audit-deploy-\S+ may be there/,
    ],
    [
      'deploy',
      'cloudformation:ExecuteChangeSet',
      cancelled,
      /audit: a change was sent, and CloudFormation had not answered yet\. Run again/,
    ],
  ]
  // Some of them; `SIGNALS_ALL=1` takes every one.
  const some = LEAVES.filter((_, index) => process.env['SIGNALS_ALL'] || index % 2 === 0)

  it.each(some)('%s at %s: ended within a second, and says what it leaves', async (command, call, how, says) => {
    const { code, signal, ms, text } = await interrupted([command], call, 'SIGTERM')
    expect({ code, signal }).toEqual(how)
    expect(text).toMatch(says)
    expect(ms).toBeLessThan(SOON_MS)
    // What was sent is carried out in the meantime.
    bench.started.sandbox.faults.set({})
  })

  it('an update that is followed: left, or called off although the call before that never answers', async () => {
    const { sandbox } = bench.started
    const { cloudformation, faults } = sandbox
    cloudformation.paceMs = 4000
    const follow = async (...args: string[]) => {
      faults.set({})
      bench.config(args.length > 0 ? exampleText() : CHANGED)
      const { child, ended, text } = start(bench, ['deploy', ...args])
      await until(() => text().includes('update in progress') || child.exitCode !== null)
      expect(child.exitCode).toBeNull()
      faults.set({ only: '^cloudformation:DescribeStackEvents$', latencyMs: 60_000 })
      const polls = faults.calls.get('cloudformation:DescribeStackEvents') ?? 0
      await until(() => (faults.calls.get('cloudformation:DescribeStackEvents') ?? 0) > polls)
      await new Promise((done) => setTimeout(done, 100))
      const at = performance.now()
      child.kill('SIGINT')
      const how = await ended
      return { how, ms: performance.now() - at, text: text() }
    }
    const left = await follow()
    expect([left.how, left.ms < SOON_MS]).toEqual([cancelled, true])
    expect(left.text).toMatch(new RegExp(`${AUDIT} was in UPDATE_IN_PROGRESS; CloudFormation goes on without us\\. Run again: `))
    faults.set({})
    cloudformation.paceMs = 5
    await bench.run('deploy')
    cloudformation.paceMs = 4000
    const calledOff = await follow('--on-cancel', 'cancel')
    expect([calledOff.how, calledOff.ms < SOON_MS]).toEqual([cancelled, true])
    expect(calledOff.text).toMatch(/the update was called off and is being taken back\. Run again: /)
    expect(faults.calls.get('cloudformation:CancelUpdateStack')).toBe(1)
    faults.set({})
    cloudformation.paceMs = 5
  })
})

describe('a signal at any moment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-audit-signals-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(['check', 'render'])('of `%s`, which has nothing to wind up, ends it', async (command) => {
    writeFileSync(join(folder, 'mlops-audit.yml'), exampleText())
    for (const wait of [200, 800]) {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'src/index.ts'), command], { cwd: folder })
      const ended = new Promise((done) => child.once('exit', done))
      await new Promise((done) => setTimeout(done, wait))
      const at = performance.now()
      child.kill('SIGINT')
      await ended
      expect(performance.now() - at).toBeLessThan(SOON_MS)
    }
  })
})
