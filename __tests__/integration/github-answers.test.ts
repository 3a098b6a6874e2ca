import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { baseFiles } from '../../src/action/base.ts'
import { readEvent } from '../../src/action/event.ts'
import { type CommentTarget, writeComment } from '../../src/github/comment.ts'
import { contentOf } from '../../src/github/contents.ts'
import { isPrivateRepository } from '../../src/github/repository.ts'
import { markerOf, type RunNumber } from '../../src/github/sections.ts'
import { exampleText } from '../support/config.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const place = (token = 'ghs_x') => ({ token, apiUrl: bench.started.url, repository: 'acme/retail' })

/** Over the wire, by the client that the action has: what GitHub says of a run decides whose word stands. */
describe('whether a newer run has spoken', () => {
  const PULL = 31
  const HEAD = 'f00dfeed'
  const OURS = 5000
  const github = () => bench.started.sandbox.github
  const body = () => github().comments.find(({ issue }) => issue === PULL)?.body ?? ''
  const warned: string[] = []
  const target = (run: RunNumber, token = 'ghs_x'): CommentTarget => ({
    ...place(token),
    identity: { repository: 'acme/retail', issue: PULL, author: 'github-actions[bot]', key: undefined },
    marker: markerOf('mlops-audit.yml', ''),
    run,
    commit: HEAD,
    settleMs: 0,
    sleep: () => Promise.resolve(),
    nonce: () => crypto.randomUUID(),
    warn: (text) => void warned.push(text),
  })
  const write = (run: RunNumber, text: string, token?: string) =>
    writeComment(target(run, token), { markdown: () => text, isClean: false }, 'update')
  const register = (id: number, more: { workflowId?: number; attempt?: number; repository?: string } = {}) =>
    github().repository.runs.set(id, { id, repository: 'acme/retail', workflowId: 5, attempt: 1, headSha: HEAD, ...more })

  beforeEach(() => {
    github().comments.splice(0)
    github().repository.runs.clear()
    github().repository.pulls.set(PULL, { number: PULL, headSha: HEAD })
    register(OURS)
    warned.splice(0)
  })

  const said = { id: 9000, attempt: 1 }
  const cases: [string, () => void, string | undefined, 'ours' | 'theirs'][] = [
    ['GitHub knows no such run', () => undefined, undefined, 'ours'],
    ['the run is of another repository', () => register(9000, { repository: 'mallory/retail' }), undefined, 'ours'],
    ['the run is of this workflow', () => register(9000), undefined, 'theirs'],
    ['the run is of another workflow, and our commit is the newest', () => register(9000, { workflowId: 6 }), undefined, 'ours'],
    [
      'the run is of another workflow, and there is a newer commit',
      () => {
        register(9000, { workflowId: 6 })
        github().repository.pulls.set(PULL, { number: PULL, headSha: 'beefbeef' })
      },
      undefined,
      'theirs',
    ],
    ['the token may not ask for runs, and our commit is the newest', () => register(9000), 'ghs_no-actions', 'ours'],
    [
      'the token may not ask for runs, and the pull request was merged as another commit',
      () => github().repository.pulls.set(PULL, { number: PULL, headSha: HEAD, mergedAs: 'beefbeef' }),
      'ghs_no-actions',
      'theirs',
    ],
  ]

  it.each(cases)('%s', async (_, prepare, token, whose) => {
    await write(said, 'of the run that claims to be newer')
    prepare()
    await write({ id: OURS, attempt: 1 }, 'of ours', token)
    expect(body()).toContain(whose === 'ours' ? 'of ours' : 'of the run that claims to be newer')
    expect(github().comments.filter(({ issue }) => issue === PULL)).toHaveLength(1)
  })

  it('an attempt that has not been is no newer one, and one that has been is', async () => {
    await write({ id: OURS, attempt: 3 }, 'of attempt 3')
    await write({ id: OURS, attempt: 1 }, 'of attempt 1')
    expect(body()).toContain('of attempt 1')
    register(OURS, { attempt: 3 })
    await write({ id: OURS, attempt: 3 }, 'of attempt 3')
    await write({ id: OURS, attempt: 2 }, 'of attempt 2')
    expect(body()).toContain('of attempt 3')
  })
})

describe('the config of the base', () => {
  const COMMIT = 'a'.repeat(40)
  let workspace: string
  beforeAll(() => {
    workspace = mkdtempSync(join(tmpdir(), 'workspace-'))
    Object.assign(process.env, { GITHUB_WORKSPACE: workspace, GITHUB_API_URL: bench.started.url })
    bench.started.sandbox.github.repository.commits.set(COMMIT, { 'conf/mlops-audit.yml': `${exampleText()}# größer\n` })
  })
  afterEach(() => bench.started.sandbox.faults.set({}))
  afterAll(() => {
    delete process.env['GITHUB_WORKSPACE']
    delete process.env['GITHUB_API_URL']
    rmSync(workspace, { recursive: true })
  })
  const of = (commit: string, path: string, token = 'ghs_x') => contentOf({ ...place(token), commit }, path)

  it('is read of GitHub as it is there, and is nothing where the commit has none', async () => {
    expect(await of(COMMIT, 'conf/mlops-audit.yml')).toBe(`${exampleText()}# größer\n`)
    expect(await of(COMMIT, 'mlops-audit.yml')).toBeUndefined()
  })

  it.each([
    ['a folder', COMMIT, 'conf', 'ghs_x', /conf of aaaaaaa could not be read: it is no file/],
    ['a commit that is not there', 'b'.repeat(40), 'conf/mlops-audit.yml', 'ghs_x', /neither the file nor the commit/],
    ['a token that may not read', COMMIT, 'conf/mlops-audit.yml', 'ghs_no-contents', /neither the file nor the commit/],
  ])('is refused, and never nothing: %s', async (_, commit, path, token, says) => {
    await expect(of(commit, path, token)).rejects.toMatchObject({
      code: 'GITHUB_CALL_FAILED',
      message: expect.stringMatching(says),
      remedy: expect.stringContaining('contents: read'),
    })
  })

  it('is waited for where GitHub is at its limits', async () => {
    bench.started.sandbox.faults.set({ seed: 3, only: '^github:', unavailable: 0.4 })
    for (let time = 0; time < 4; time += 1) expect(await of(COMMIT, 'conf/mlops-audit.yml')).toMatch(/^# yaml/)
  })

  it('is what a plan compares the rules with, where the checkout lacks the commit', async () => {
    const event = readEvent({ GITHUB_REPOSITORY: 'acme/retail', GITHUB_EVENT_NAME: 'schedule' })
    bench.config(exampleText())
    const files = baseFiles(event, new Map([['github-token', 'ghs_x']]), COMMIT, async () => undefined)
    if (!files) throw new Error('no base')
    expect([files.name, await files.readText(join(workspace, 'conf/mlops-audit.yml'))]).toEqual([
      'aaaaaaa',
      expect.stringMatching(/^# yaml/),
    ])
    bench.started.sandbox.github.repository.commits.set(COMMIT, {
      'conf/mlops-audit.yml': `${exampleText()}gates: { fail-on-widening: true }\n`,
    })
    const base = { ...files, readText: () => files.readText(join(workspace, 'conf/mlops-audit.yml')) }
    const { report } = await bench.run('plan', {}, { base: () => base })
    expect(report.rules).toMatchObject({
      base: 'aaaaaaa',
      changes: [{ rule: 'gates.fail-on-widening', from: 'true', weakens: true }],
    })
  })
})

describe('who may read', () => {
  it.each([
    ['private', true],
    ['internal', true],
    ['public', false],
  ] as const)('a %s repository is private: %s', async (visibility, expected) => {
    bench.started.sandbox.github.repository.repositories.set('acme/retail', { name: 'acme/retail', visibility })
    expect(await isPrivateRepository(place())).toBe(expected)
    expect(await isPrivateRepository(place(''))).toBe(false)
    expect(await isPrivateRepository({ ...place(), repository: 'acme/other' })).toBe(false)
  })
})
