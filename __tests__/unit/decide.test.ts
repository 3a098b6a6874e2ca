import { describe, expect, it } from '@jest/globals'
import { decide, type EventFacts } from '../../src/action/decide.ts'
import { readEvent } from '../../src/action/event.ts'
import { validateInputs } from '../../src/commands/validate-inputs.ts'

const event = (overrides: Partial<EventFacts>): EventFacts => ({
  name: 'push',
  ref: 'refs/heads/main',
  defaultBranch: 'main',
  isFork: false,
  hasIdToken: true,
  deployPolicy: 'manual',
  ...overrides,
})

describe('decide', () => {
  it.each([
    ['a pull request is checked and planned', { name: 'pull_request' }, ['check', 'plan'], false],
    ['from a fork without credentials', { name: 'pull_request', isFork: true, hasIdToken: false }, ['check', 'plan'], true],
    ['without id-token locally', { name: 'pull_request', hasIdToken: false }, ['check', 'plan'], true],
    ['a push to the default branch plans by default', {}, ['plan'], false],
    ['a push deploys on-merge', { deployPolicy: 'on-merge' as const }, ['deploy'], false],
    ['a push to another branch is checked', { ref: 'refs/heads/x', deployPolicy: 'on-merge' as const }, ['check'], false],
    ['a tag is checked', { ref: 'refs/tags/main', deployPolicy: 'on-merge' as const }, ['check'], false],
    ['an unknown default branch never deploys', { defaultBranch: undefined, deployPolicy: 'on-merge' as const }, ['check'], false],
    ['a merge group is checked and planned locally', { name: 'merge_group' }, ['check', 'plan'], true],
    ['a schedule verifies', { name: 'schedule' }, ['verify'], false],
    ['a dispatch verifies', { name: 'workflow_dispatch' }, ['verify'], false],
  ])('%s', (_, overrides, commands, local) => expect(decide(event(overrides))).toMatchObject({ kind: 'run', commands, local }))

  it('refuses pull_request_target and unknown events, with the way out', () => {
    for (const name of ['pull_request_target', 'issue_comment', ''])
      expect(decide(event({ name }))).toMatchObject({ kind: 'refuse', remedy: expect.stringMatching(/\w/) })
  })
})

describe('readEvent', () => {
  it('takes an unreadable payload for an empty one', () => {
    expect(readEvent({ GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: '/nowhere/event.json', GITHUB_REPOSITORY: 'a/b' })).toMatchObject({
      name: 'push',
      isFork: false,
      isPublic: false,
      pullRequest: undefined,
    })
  })
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
})
