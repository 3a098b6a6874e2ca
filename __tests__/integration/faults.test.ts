import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { FaultPlan } from '../../sandbox/faults.ts'
import { exampleText } from '../support/config.ts'
import { oneIn } from '../support/length.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

const AUDIT = 'mlops-retail-prediction-dev-audit'
const without = exampleText().replace('insights: true', 'insights: false')

/** What a network and a busy control plane do, each alone and then together. */
const ROWS: Readonly<Record<string, Partial<FaultPlan>>> = {
  throttling: { throttle: 0.05 },
  'services that are not there': { unavailable: 0.1 },
  'connections cut before the call': { cutBefore: 0.15 },
  'connections cut before the answer': { cutAfter: 0.15 },
  everything: { throttle: 0.02, unavailable: 0.05, cutBefore: 0.08, cutAfter: 0.08 },
}

describe('through faults', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    expect((await bench.run('deploy')).exitCode).toBe(0)
  })
  afterAll(() => bench.close())
  beforeEach(() => bench.started.sandbox.faults.set({}))

  const trailHasInsights = async () => {
    const { code } = await bench.awsText('cloudtrail', 'get-insight-selectors', '--trail-name', 'mlops-retail-prediction-audit-trail')
    return code === 0
  }
  /** Change sets that were made to look at. */
  const leftOver = async () => {
    const { Summaries } = await bench.aws('cloudformation', 'list-change-sets', '--stack-name', AUDIT)
    return (Summaries as { ChangeSetName: string }[]).filter(({ ChangeSetName }) => ChangeSetName.includes('plan'))
  }

  it.each(oneIn(2, Object.entries(ROWS)))('%s: plan, deploy and verify say what is true, and leave nothing behind', async (_, faults) => {
    for (const [seed, text] of [without, exampleText()].entries()) {
      bench.config(text)
      bench.started.sandbox.faults.set({ ...faults, seed: seed + 1 })
      const plan = await bench.run('plan')
      expect(plan.report).toMatchObject({
        outcome: 'planned',
        plans: [
          { kind: 'changes', local: false, changes: [{ logicalId: 'Trail', properties: ['InsightSelectors'] }] },
          { kind: 'no-changes' },
        ],
      })
      const deploy = await bench.run('deploy')
      // A lost answer must not make a run take its own work for another's.
      if (deploy.report.outcome !== 'deployed')
        console.log(JSON.stringify(deploy.report.deployments), JSON.stringify(deploy.report.problems), deploy.log)
      expect(deploy.report.deployments).toMatchObject([{ kind: 'deployed', changes: [{ logicalId: 'Trail' }] }, { kind: 'no-changes' }])
      const verify = await bench.run('verify')
      expect([verify.report.outcome, verify.report.summary.error]).toEqual(['verified', 0])
      bench.started.sandbox.faults.set({})
      expect([await trailHasInsights(), await leftOver()]).toEqual([text !== without, []])
    }
  })

  it('a service that stays away is an error that says so, not a finding and not a pass', async () => {
    bench.started.sandbox.faults.set({ unavailable: 1, only: '^(kms|cloudformation):' })
    const verify = await bench.run('verify', {}, { sleep: () => Promise.resolve() })
    expect(verify.exitCode).not.toBe(0)
    const unread = verify.report.findings.filter(({ code }) => code.startsWith('KEY-'))
    expect(unread.filter(({ status }) => status === 'pass' || status === 'fail')).toEqual([])
    const deploy = await bench.run('deploy', {}, { sleep: () => Promise.resolve() })
    expect([deploy.exitCode, JSON.stringify([deploy.report.problems, deploy.report.deployments])]).toEqual([
      2,
      expect.stringMatching(/ServiceUnavailable|Service is unable/),
    ])
  })
})
