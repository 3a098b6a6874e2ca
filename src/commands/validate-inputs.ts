import { AuditError, type Problem } from '../model/errors.ts'
import type { InputSpec } from './inputs/spec.ts'
import { INPUTS, type InputValues, itemsOf } from './inputs.ts'

/** Every wrong input at once. @throws BAD_INPUT */
export function validateInputs(values: InputValues, style: (name: string) => string): void {
  const problems = [...values].flatMap(([name, value]) => {
    const spec = INPUTS.find((input) => input.name === name)
    return spec && value !== '' ? problemsOf(spec, value, style(name)) : []
  })
  if (problems.length > 0)
    throw new AuditError('BAD_INPUT', problems.map((problem) => `${problem.message} ${problem.remedy ?? ''}`.trim()).join('\n'), {
      problems,
    })
}

function problemsOf(spec: InputSpec, value: string, shown: string): Problem[] {
  if (spec.kind === 'boolean' && !/^(?:true|false)$/i.test(value))
    return [{ message: `${shown} is "${value}".`, remedy: 'Allowed: true, false.' }]
  const wrong = spec.allowed && itemsOf(spec.kind, value).find((item) => !spec.allowed?.includes(item))
  if (spec.allowed && wrong !== undefined)
    return [
      {
        message: spec.kind === 'list' ? `${shown} has "${wrong}".` : `${shown} is "${wrong}".`,
        remedy: `Allowed: ${spec.allowed.join(', ')}.`,
      },
    ]
  // Said by its length: a secret is not repeated.
  if (spec.name === 'comment-key' && value.length < 16)
    return [{ message: `${shown} has ${value.length} characters.`, remedy: 'Allowed: 16 or more, as `openssl rand -hex 32` gives.' }]
  const range = RANGES[spec.name]
  if (range && !(/^\d+$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1]))
    return [{ message: `${shown} is "${value}".`, remedy: `Allowed: ${range[0]} to ${range[1]}.` }]
  const pattern = PATTERNS[spec.name]
  const unfit = itemsOf(spec.kind, value).find((item) => pattern && !pattern.test.test(item))
  return pattern && unfit !== undefined ? [{ message: `${shown} is "${unfit}".`, remedy: `Allowed: ${pattern.allowed}.` }] : []
}

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  'role-duration-seconds': [900, 43_200],
  'timeout-minutes': [1, 360],
  'key-deletion-days': [7, 30],
  'integrity-hours': [0, 2160],
  'baseline-days': [0, 365],
  'issue-remind-days': [0, 365],
  // What Node's timers can hold is 35,791.
  'run-timeout-minutes': [1, 10_080],
}

const ROLE = {
  test: /^arn:aws(?:-us-gov|-cn)?:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
  allowed: 'a role ARN, arn:aws:iam::<account>:role/<name>',
}

const PATTERNS: Readonly<Record<string, { test: RegExp; allowed: string }>> = {
  'role-to-assume': ROLE,
  'role-to-chain': ROLE,
  'comment-workflows': {
    test: /^\.github\/workflows\/[^/@\s]+\.ya?ml$/,
    allowed: 'files of workflows, .github/workflows/<name>.yml',
  },
  'issue-labels': { test: /^[^\p{Cc},`|<>]{1,50}$/u, allowed: 'labels of at most 50 characters without spaces' },
  'issue-assignees': { test: /^@?[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/, allowed: 'logins of GitHub' },
  'issue-mentions': {
    test: /^@?[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}(?:\/[A-Za-z0-9_.-]{1,100})?$/,
    allowed: 'logins of GitHub, or teams as org/team',
  },
  'signer-repository': { test: /^[\w.-]+\/[\w.-]+$/, allowed: 'a repository, owner/name' },
  'signer-repository-id': { test: /^\d{1,20}$/, allowed: 'its number, as `gh api repos/<owner>/<name> --jq .id` gives it' },
  'signer-workflow': {
    test: /^(?:\.github\/workflows\/[^/@\s]+\.ya?ml|[\w.-]+\/[\w.-]+\/\.github\/workflows\/[^/@\s]+\.ya?ml@[^\s]+)$/,
    allowed: 'a file of a workflow, .github/workflows/<name>.yml, or <owner>/<name>/.github/workflows/<name>.yml@<ref> of a reusable one',
  },
  'signer-ref': { test: /^refs\/[^\s]+$/, allowed: 'whole refs, refs/heads/<branch>' },
  'role-session-name': { test: /^[\w+=,.@-]{2,64}$/, allowed: '2 to 64 letters, digits and _ + = , . @ -' },
}
