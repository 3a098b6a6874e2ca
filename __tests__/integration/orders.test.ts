import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, openBench } from '../support/sandbox.ts'

/**
 * The commands in every order, as an administrator: what each answers depends on how far the account is, and on nothing that was run
 * before, so that three states with every command in each are every order there is.
 */
describe('check, bootstrap, plan, deploy and verify in every order', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
  })
  afterAll(() => bench.close())
  /** Each test runs five or six whole commands. */
  const LONG = 400_000

  const step = async (command: string) => {
    const [name = '', flag] = command.split(' ')
    const { report, exitCode } = await bench.run(name, flag ? { bootstrap: 'true' } : {})
    if (name === 'deploy') await bench.started.sandbox.confirmSubscriptions()
    const said = [...report.notices, ...report.problems.flatMap(({ message, remedy }) => [message, remedy ?? ''])].join('\n')
    const kinds = report.deployments.map(({ kind }) => kind)
    return { exitCode, outcome: report.outcome, kinds, said, report }
  }
  const stacks = async () => {
    const { Stacks } = await bench.aws('cloudformation', 'describe-stacks')
    return (Stacks as { StackName: string }[]).map(({ StackName }) => StackName.replace('mlops-retail-prediction-dev-', '')).sort()
  }

  it(
    'in an empty account all that needs none is done, the rest says what comes first, and nothing is left behind',
    async () => {
      expect(await step('check')).toMatchObject({ exitCode: 0, outcome: 'checked' })
      expect(await step('plan')).toMatchObject({ exitCode: 0, outcome: 'planned', said: expect.stringMatching(/deploy --bootstrap/) })
      // Without a trail there is nothing to pass: findings, and no breakdown.
      const verified = await step('verify')
      expect([verified.exitCode, verified.outcome, verified.report.problems]).toEqual([1, 'verified', []])
      expect(verified.report.findings.filter(({ code, status }) => code.startsWith('TRAIL') && status === 'pass')).toEqual([])
      const deployed = await step('deploy')
      expect(deployed.exitCode).toBe(2)
      expect(JSON.stringify(deployed.report)).toMatch(/deploy --bootstrap/)
      expect(await stacks()).toEqual([])
    },
    LONG,
  )

  it(
    'with bootstrap it is there once, and everything else is as before',
    async () => {
      expect(await step('deploy --bootstrap')).toMatchObject({ exitCode: 0, kinds: ['deployed'] })
      expect(await step('deploy --bootstrap')).toMatchObject({ exitCode: 0, outcome: 'no-changes', kinds: ['no-changes'] })
      expect(await step('check')).toMatchObject({ exitCode: 0, outcome: 'checked' })
      expect((await step('verify')).exitCode).toBe(1)
      expect(await step('plan')).toMatchObject({ exitCode: 0, outcome: 'planned' })
      expect(await stacks()).toEqual(['bootstrap'])
    },
    LONG,
  )

  it(
    'once deployed, every command finds it as wanted, again and again',
    async () => {
      expect(await step('deploy')).toMatchObject({ exitCode: 0, outcome: 'deployed', kinds: ['deployed', 'deployed'] })
      expect(await step('verify')).toMatchObject({ exitCode: 0, outcome: 'verified' })
      expect(await step('plan')).toMatchObject({ exitCode: 0, outcome: 'planned' })
      expect(await step('deploy --bootstrap')).toMatchObject({ exitCode: 0, kinds: ['no-changes'] })
      expect(await step('deploy')).toMatchObject({ exitCode: 0, outcome: 'no-changes', kinds: ['no-changes', 'no-changes'] })
      expect(await step('check')).toMatchObject({ exitCode: 0, outcome: 'checked' })
      // The access stack is in the region of the workload.
      expect(await stacks()).toEqual(['audit', 'bootstrap'])
    },
    LONG,
  )
})
