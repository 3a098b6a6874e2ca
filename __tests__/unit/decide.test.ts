import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { decide, type EventFacts } from '../../src/action/decide.ts'
import { type RunnerEvent, readEvent } from '../../src/action/event.ts'
import { INPUTS } from '../../src/commands/inputs.ts'
import { validateInputs } from '../../src/commands/validate-inputs.ts'
import { AuditError } from '../../src/model/errors.ts'
import { runs } from '../support/length.ts'

const event = (overrides: Partial<EventFacts>): EventFacts => ({
  name: 'push',
  ref: 'refs/heads/main',
  defaultBranch: 'main',
  isFork: false,
  followsDefaultBranch: false,
  hasIdToken: true,
  deployPolicy: 'manual',
  ...overrides,
})

/** GitHub's list: https://docs.github.com/actions/reference/events-that-trigger-workflows */
const ALL_EVENTS =
  'branch_protection_rule check_run check_suite create delete deployment deployment_status discussion discussion_comment fork gollum image_version issue_comment issues label merge_group milestone page_build public pull_request pull_request_review pull_request_review_comment pull_request_target push registry_package release repository_dispatch schedule status watch workflow_dispatch workflow_run'.split(
    ' ',
  )
const COMMANDS = (INPUTS.find(({ name }) => name === 'command')?.allowed ?? []).filter((name) => name !== 'auto')
const OWN = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'release', 'create', 'deployment']

describe('decide', () => {
  it.each([
    ['a pull request is checked and planned', { name: 'pull_request' }, ['check', 'plan'], false, 'job'],
    ['from a fork without credentials', { name: 'pull_request', isFork: true, hasIdToken: false }, ['check', 'plan'], true, 'none'],
    ['from a fork that was given a token too', { name: 'pull_request', isFork: true }, ['check', 'plan'], true, 'none'],
    ['without id-token locally', { name: 'pull_request', hasIdToken: false }, ['check', 'plan'], true, 'none'],
    ['a push to the default branch plans by default', {}, ['plan'], false, 'job'],
    ['a push deploys on-merge', { deployPolicy: 'on-merge' as const }, ['deploy'], false, 'job'],
    ['a push to another branch is checked', { ref: 'refs/heads/x', deployPolicy: 'on-merge' as const }, ['check'], false, 'none'],
    ['a tag is checked', { ref: 'refs/tags/main', deployPolicy: 'on-merge' as const }, ['check'], false, 'none'],
    ['an unknown default branch never deploys', { defaultBranch: undefined, deployPolicy: 'on-merge' as const }, ['check'], false, 'none'],
    ['a merge group is checked and planned locally', { name: 'merge_group' }, ['check', 'plan'], true, 'none'],
    ['a schedule verifies', { name: 'schedule' }, ['verify'], false, 'job'],
    ['a dispatch verifies', { name: 'workflow_dispatch' }, ['verify'], false, 'job'],
  ])('%s', (_, overrides, commands, local, credentials) =>
    expect(decide(event(overrides), 'auto')).toMatchObject({ kind: 'run', commands, local, credentials }),
  )

  /** What each event lets each command do; the whole table, so that a new event or command is decided on purpose. */
  const may = (name: string, command: string, overrides: Partial<EventFacts> = {}) => {
    const decision = decide(event({ name, ...overrides }), command)
    return decision.kind === 'refuse' ? 'refused' : `${decision.local ? 'local, ' : ''}${decision.credentials}`
  }
  it.each(ALL_EVENTS)('%s: every command', (name) => {
    const row = Object.fromEntries(COMMANDS.map((command) => [command, may(name, command)]))
    const all = (value: string) => Object.fromEntries(COMMANDS.map((command) => [command, value]))
    if (OWN.includes(name)) expect(row).toEqual(all('job'))
    else if (name === 'pull_request')
      expect(row).toEqual({
        ...all('refused'),
        check: 'job',
        render: 'job',
        report: 'job',
        plan: 'job',
        verify: 'job',
        integrity: 'job',
        activity: 'job',
      })
    else if (name === 'merge_group')
      expect(row).toEqual({ ...all('refused'), check: 'local, none', render: 'local, none', report: 'local, none', plan: 'local, none' })
    else expect(row).toEqual(all('refused'))
  })

  it('from a fork nothing has credentials, whatever is asked for', () => {
    const row = COMMANDS.map((command) => may('pull_request', command, { isFork: true }))
    expect(row.every((answer) => answer === 'refused' || answer === 'local, none')).toBe(true)
    expect([may('pull_request', 'deploy', { isFork: true }), may('pull_request', 'verify', { isFork: true })]).toEqual([
      'refused',
      'refused',
    ])
  })

  it('after another workflow only where that was of the default branch', () => {
    expect([may('workflow_run', 'deploy'), may('workflow_run', 'deploy', { followsDefaultBranch: true })]).toEqual(['refused', 'job'])
  })

  it('what is refused is told with the reason and the way out; an event nobody knows too', () => {
    for (const name of [...ALL_EVENTS, 'constructor', '__proto__', 'tomorrows_event', ''])
      for (const command of ['auto', ...COMMANDS]) {
        const decision = decide(event({ name, isFork: true }), command)
        if (decision.kind !== 'refuse') continue
        expect([name, command, decision.reason, decision.remedy]).toEqual([
          name,
          command,
          expect.stringMatching(/: .{10}|no meaning/),
          expect.stringMatching(/\w{3}/),
        ])
      }
  })
})

describe('readEvent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'event-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const environment = { GITHUB_REPOSITORY: 'acme/retail', GITHUB_REF: 'refs/heads/main' }
  const read = (name: string, payload: unknown, more: Record<string, string> = {}): RunnerEvent => {
    const path = join(folder, 'event.json')
    writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload))
    return readEvent({ ...environment, ...more, GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path })
  }
  const problemOf = (work: () => unknown): [string, string] => {
    try {
      work()
    } catch (error) {
      if (error instanceof AuditError) return [error.code, error.message]
      throw error
    }
    return ['none', '']
  }
  const PULL_REQUEST = { number: 7, head: { sha: 'f00dfeed', repo: { full_name: 'acme/retail' } } }

  it('of a runner without a payload knows the least', () => {
    expect(readEvent({ ...environment, GITHUB_EVENT_NAME: 'schedule' })).toMatchObject({
      isFork: false,
      visibility: 'unknown',
      pullRequest: undefined,
    })
  })

  it.each([
    [{}, 'unknown'],
    [{ private: true }, 'private'],
    [{ private: true, visibility: 'internal' }, 'private'],
    [{ visibility: 'private' }, 'private'],
    [{ private: false }, 'public'],
    [{ visibility: 'public' }, 'public'],
    [{ private: true, visibility: 'public' }, 'public'],
    [{ private: false, visibility: 'private' }, 'public'],
    [{ private: true, visibility: 'of tomorrow' }, 'public'],
  ])('takes the repository %j for %s', (repository, visibility) => expect(read('schedule', { repository }).visibility).toBe(visibility))

  it.each([
    ['the same repository', { full_name: 'Acme/Retail' }, false],
    ['another repository', { full_name: 'mallory/retail' }, true],
    ['a repository that is gone', null, true],
  ])('tells a fork: %s', (_, repo, isFork) =>
    expect(read('pull_request', { pull_request: { ...PULL_REQUEST, head: { ...PULL_REQUEST.head, repo } } }).isFork).toBe(isFork),
  )

  it.each([
    ['a push of the default branch', { event: 'push', head_branch: 'main', head_repository: { full_name: 'acme/retail' } }, true],
    [
      'a pull request from a branch called main',
      { event: 'pull_request', head_branch: 'main', head_repository: { full_name: 'acme/retail' } },
      false,
    ],
    ['a fork’s push', { event: 'push', head_branch: 'main', head_repository: { full_name: 'mallory/retail' } }, false],
    ['a fork that is gone', { event: 'push', head_branch: 'main', head_repository: null }, false],
    ['another branch', { event: 'push', head_branch: 'topic', head_repository: { full_name: 'acme/retail' } }, false],
  ])('tells what a run followed: %s', (_, workflow_run, follows) =>
    expect(read('workflow_run', { workflow_run, repository: { default_branch: 'main' } }).followsDefaultBranch).toBe(follows),
  )

  it.each([
    ['not JSON', 'push', '{', /payload \(GITHUB_EVENT_PATH\) cannot be read/],
    ['a list', 'push', [], /payload must be an object; it is \[\]/],
    ['no pull request', 'pull_request', {}, /`pull_request\.head\.sha` of the event must be a commit in hexadecimal; it is missing/],
    ['a pull request that is a text', 'pull_request', { pull_request: 'x' }, /`pull_request` of the event must be an object; it is "x"/],
    [
      'a number as text',
      'pull_request',
      { pull_request: { ...PULL_REQUEST, number: '7' } },
      /`pull_request\.number` of the event must be a whole number above 0; it is "7"/,
    ],
    ['a negative number', 'pull_request', { pull_request: { ...PULL_REQUEST, number: -1 } }, /above 0; it is -1/],
    [
      'a commit that is a command',
      'pull_request',
      { pull_request: { ...PULL_REQUEST, head: { ...PULL_REQUEST.head, sha: '$(id)' } } },
      /in hexadecimal; it is "\$\(id\)"/,
    ],
    [
      'a private that is a text',
      'push',
      { repository: { private: 'no' } },
      /`repository\.private` of the event must be true or false; it is "no"/,
    ],
    [
      'another repository',
      'push',
      { repository: { full_name: 'mallory/retail' } },
      /must be acme\/retail, the repository of the run; it is "mallory\/retail"/,
    ],
    ['a branch with a line feed', 'push', { repository: { default_branch: 'a\nb' } }, /must be a text of one line/],
    ['a run that followed none', 'workflow_run', {}, /`workflow_run\.event` of the event must be/],
  ])('of a wrong shape is bad input, with where and what: %s', (_, name, payload, message) =>
    expect(problemOf(() => read(name, payload))).toEqual(['BAD_EVENT', expect.stringMatching(message)]),
  )

  it('of any shape is read or is bad input, never another error', () => {
    const names = ['push', 'pull_request', 'workflow_run', 'schedule', 'pull_request_target']
    const member = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 1 }), tie('object')),
      object: fc.dictionary(
        fc.constantFrom(
          'repository',
          'pull_request',
          'head',
          'repo',
          'number',
          'sha',
          'full_name',
          'private',
          'visibility',
          'workflow_run',
          'event',
          '__proto__',
        ),
        tie('value'),
        { maxKeys: 4 },
      ),
    })).object
    fc.assert(
      fc.property(fc.constantFrom(...names), member, (name, payload) => {
        const [code] = problemOf(() => read(name, payload))
        expect(['none', 'BAD_EVENT']).toContain(code)
      }),
      { numRuns: runs(200, 2000) },
    )
  })

  it.each([
    ['GITHUB_RUN_ID', 'x'],
    ['GITHUB_RUN_ID', '1e9'],
    ['GITHUB_REPOSITORY', 'acme'],
    ['GITHUB_SHA', 'main'],
  ])('the runner’s %s may not be %s', (variable, value) =>
    expect(problemOf(() => read('push', {}, { [variable]: value }))).toEqual(['BAD_EVENT', expect.stringContaining(variable)]),
  )
})

describe('validateInputs', () => {
  it('names every wrong input, what was found and what is allowed', () => {
    const inputs = new Map([
      ['fail-on', 'severe'],
      ['comment', 'yes'],
      ['role-duration-seconds', '60'],
      ['role-to-assume', 'my-role'],
    ])
    expect(() => validateInputs(inputs, (name) => name)).toThrow(
      /fail-on is "severe"\. Allowed: critical, high, medium, low\.[\s\S]*comment is "yes"[\s\S]*60[\s\S]*role ARN/,
    )
  })

  it.each(['audit.yml', '.github/workflows/../audit.yml', 'https://github.com/acme/retail/blob/main/.github/workflows/a.yml'])(
    'takes no file but a workflow of the repository for one that shares the comment: %s',
    (file) => {
      const inputs = (text: string) => new Map([['comment-workflows', text]])
      const all = `.github/workflows/deploy.yml, ${file}`
      expect(() => validateInputs(inputs(all), (name) => name)).toThrow(
        `comment-workflows is "${file}". Allowed: files of workflows, .github/workflows/<name>.yml.`,
      )
      validateInputs(inputs('.github/workflows/deploy.yml\n.github/workflows/verify.yaml'), (name) => name)
    },
  )

  it('does not repeat a secret', () => {
    expect(() => validateInputs(new Map([['comment-key', 'hunter2']]), (name) => name)).toThrow(
      /^comment-key has 7 characters\. Allowed: 16 or more/,
    )
  })
})
