import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { WorkflowRunRecord } from '../../sandbox/github/repository-views.ts'
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

/** Over the wire, by the client that the action has: what GitHub says of runs decides whose a comment is, and whose word stands. */
describe('whose comment it is, and whether a newer run has spoken', () => {
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
    workflows: [],
    commit: HEAD,
    settleMs: 0,
    sleep: () => Promise.resolve(),
    nonce: () => crypto.randomUUID(),
    warn: (text) => void warned.push(text),
  })
  const write = (run: RunNumber, text: string, token?: string) =>
    writeComment(target(run, token), { markdown: () => text, isClean: false }, 'update')
  const register = (id: number, more: Partial<WorkflowRunRecord> = {}) =>
    github().repository.runs.set(id, { id, repository: 'acme/retail', workflowId: 5, attempt: 1, headSha: HEAD, ...more })
  const ofPull = () => github().comments.filter(({ issue }) => issue === PULL)

  beforeEach(() => {
    github().comments.splice(0)
    github().repository.runs.clear()
    github().repository.pulls.set(PULL, { number: PULL, headSha: HEAD })
    register(OURS)
    warned.splice(0)
  })

  const NEWER = 9000
  const OTHER_FILE = '.github/workflows/coverage.yml'
  const cases: [string, () => void, 'ours' | 'theirs'][] = [
    ['GitHub knows no such run', () => undefined, 'ours'],
    ['the run is of another repository', () => register(NEWER, { repository: 'mallory/retail' }), 'ours'],
    ['the run is of another workflow', () => register(NEWER, { path: OTHER_FILE }), 'ours'],
    ['the run is of this workflow', () => register(NEWER), 'theirs'],
    [
      'the run is of this workflow, as its branch has it',
      () => register(NEWER, { path: '.github/workflows/audit.yml@refs/heads/x' }),
      'theirs',
    ],
  ]

  it.each(cases)('%s', async (_, prepare, whose) => {
    await write({ id: OURS, attempt: 1 }, 'of a run')
    const [comment] = ofPull()
    if (comment) comment.body = comment.body.replace(`<!-- run ${OURS}.1 -->\nof a run`, `<!-- run ${NEWER}.1 -->\nof the newer run`)
    expect(body()).toContain('of the newer run')
    prepare()
    await write({ id: OURS, attempt: 1 }, 'of ours')
    expect(body()).toContain(whose === 'ours' ? 'of ours' : 'of the newer run')
    expect([ofPull().length, warned]).toEqual([1, []])
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

  const LATER = 5001
  /** A comment of a run of ours, and what there is to know of it when the next run comes. */
  const foreign: [string, (comment: { updated_at: string }) => void, string | undefined, RegExp][] = [
    ['the run that wrote it was deleted', () => github().repository.runs.delete(OURS), undefined, /of a run that was cut off or is gone/],
    ['the run that it names is of another workflow', () => register(OURS, { path: OTHER_FILE }), undefined, /of another workflow/],
    [
      'it was changed when the run had long ended',
      (comment) => {
        register(OURS, { from: '2026-01-02T00:00:00Z', until: '2026-01-02T00:10:00Z' })
        comment.updated_at = '2026-01-02T00:20:00Z'
      },
      undefined,
      /changed by hand/,
    ],
    ['the token may not ask for runs', () => undefined, 'ghs_no-actions', /does not tell this token of runs.*actions: read/],
  ]

  it.each(foreign)('is not written over where %s', async (_, prepare, token, says) => {
    await write({ id: OURS, attempt: 1 }, 'of the first run')
    const [comment] = ofPull()
    if (!comment) throw new Error('no comment')
    register(LATER)
    prepare(comment)
    const before = comment.body
    await write({ id: LATER, attempt: 1 }, 'of the later run', token)
    expect(ofPull().map(({ body: text }) => [text === before, /of the later run/.test(text)])).toEqual([
      [true, false],
      [false, true],
    ])
    expect(warned).toEqual([expect.stringMatching(says)])
  })

  it('is written over where the run that wrote it was at work then, and has ended', async () => {
    await write({ id: OURS, attempt: 1 }, 'of the first run')
    register(OURS, { until: new Date().toISOString() })
    register(LATER)
    await write({ id: LATER, attempt: 1 }, 'of the later run')
    expect([ofPull().length, /of the later run/.test(body()), warned]).toEqual([1, true, []])
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
