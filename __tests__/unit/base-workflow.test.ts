import { describe, expect, it } from '@jest/globals'
import { baseInputs } from '../../src/action/base-workflow.ts'

const FILE = '.github/workflows/audit.yml'
const ENVIRONMENT = {
  GITHUB_WORKFLOW_REF: `acme/retail/${FILE}@refs/pull/7/merge`,
  GITHUB_JOB: 'audit',
  GITHUB_ACTION: '__acme_mlops-audit-action',
  GITHUB_ACTION_REPOSITORY: 'acme/mlops-audit-action',
}
const workflow = (given: string, steps = '') => `
on: pull_request
jobs:
  other: { steps: [{ uses: acme/mlops-audit-action@v1, with: { fail-on: low } }] }
  audit:
    steps:
      - uses: actions/checkout@v5
${steps}      - uses: acme/mlops-audit-action@v1
        with: { ${given} }
`
const asked = async (was: string | undefined, is: string, given: Record<string, string> = {}, environment: NodeJS.ProcessEnv = {}) => {
  const at = (text: string | undefined) => async (path: string) => (path === FILE ? text : undefined)
  const found = await baseInputs(new Map(Object.entries(given)), {
    environment: { ...ENVIRONMENT, ...environment },
    now: at(is),
    before: at(was),
  })
  return found.kind === 'unknown' ? found.because : { values: Object.fromEntries(found.values), changes: found.changes }
}

describe('the inputs that the workflow of the base gave', () => {
  it('are those of now where the workflow is the same', async () => {
    const text = workflow('fail-on: high, config: "${{ matrix.config }}"')
    expect(await asked(text, text, { 'fail-on': 'high', config: 'a.yml' })).toEqual({
      values: { 'fail-on': 'high', config: 'a.yml' },
      changes: [],
    })
  })

  it.each<[string, string, string, Record<string, string>, Record<string, string>, unknown[]]>([
    [
      'a milder fail-on',
      'fail-on: low',
      'fail-on: critical',
      { 'fail-on': 'critical' },
      { 'fail-on': 'low' },
      [['fail-on', 'low', 'critical']],
    ],
    ['one that is taken away', 'fail-on: low', '', {}, { 'fail-on': 'low' }, [['fail-on', 'low', undefined]]],
    ['one that comes', '', 'fail-on: critical', { 'fail-on': 'critical' }, {}, [['fail-on', undefined, 'critical']]],
    ['another config', 'config: a.yml', 'config: b.yml', { config: 'b.yml' }, { config: 'a.yml' }, [['config', 'a.yml', 'b.yml']]],
    ['an expression for what it says', 'fail-on: low', 'fail-on: "${{ \'low\' }}"', { 'fail-on': 'low' }, { 'fail-on': 'low' }, []],
    [
      'an expression that goes',
      'fail-on: "${{ vars.F }}"',
      'fail-on: critical',
      { 'fail-on': 'critical' },
      { 'fail-on': 'critical' },
      [['fail-on', '${{ vars.F }}', 'critical']],
    ],
    [
      'a number',
      'account: 123456789012',
      'account: 210987654321',
      { account: '210987654321' },
      { account: '123456789012' },
      [['account', '123456789012', '210987654321']],
    ],
  ])('%s', async (_, was, is, given, values, changes) => {
    expect(await asked(workflow(was), workflow(is), given)).toEqual({
      values,
      changes: changes.map((one) => {
        const [name, from, to] = one as [string, string | undefined, string | undefined]
        return { name, from, to }
      }),
    })
  })

  it('are those of the same step: by its id, or in its place among those that use the action', async () => {
    const two = workflow('fail-on: low', '      - uses: ACME/mlops-audit-action/sub@v1\n        with: { fail-on: high }\n')
    expect(await asked(two, workflow('fail-on: critical'), { 'fail-on': 'critical' })).toMatchObject({ values: { 'fail-on': 'high' } })
    const second = { GITHUB_ACTION: '__acme_mlops-audit-action_2' }
    expect(await asked(two, two.replaceAll('low', 'critical'), { 'fail-on': 'critical' }, second)).toMatchObject({
      values: { 'fail-on': 'low' },
    })
    const named = workflow('fail-on: low').replace('- uses: acme/', '- id: judge\n        uses: acme/')
    expect(await asked(named, named.replaceAll('low', 'high'), { 'fail-on': 'high' }, { GITHUB_ACTION: 'judge' })).toMatchObject({
      values: { 'fail-on': 'low' },
    })
    const local = (text: string) => text.replaceAll(/acme\/mlops-audit-action@v1/g, './')
    const here = { GITHUB_ACTION: '__self', GITHUB_ACTION_REPOSITORY: '' }
    expect(await asked(local(workflow('fail-on: low')), local(workflow('fail-on: high')), { 'fail-on': 'high' }, here)).toMatchObject({
      values: { 'fail-on': 'low' },
    })
  })

  it('are not known, and why', async () => {
    const text = workflow('fail-on: low')
    expect(await asked(text, text, {}, { GITHUB_WORKFLOW_REF: undefined })).toBe('the runner does not say which workflow this is')
    expect(await asked(undefined, text)).toBe(`it has no ${FILE}`)
    expect(await asked(text, text, {}, { GITHUB_JOB: 'new' })).toBe(`its ${FILE} has no such step in a job of this name`)
    expect(await asked('jobs: [', text)).toMatch(/could not be read/)
  })
})
