import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CommandResult } from '../../src/commands/result.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import { isRed } from '../../src/model/access.ts'
import { exampleText } from '../support/config.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

const states = ({ report }: CommandResult) => (report.access ?? []).map(({ who, actions, state }) => `${who} ${actions} ${state}`)

/** SimulatePrincipalPolicy beside our own answer: the sandbox counts the organization's policies in, which no config here names. */
describe('the access rows beside the simulator of AWS', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    expect((await bench.run('deploy')).exitCode).toBe(0)
  })
  afterAll(() => bench.close())

  it('are asked about, and are as they were where both say the same; a replay says it again', async () => {
    const seen = await bench.run('verify')
    expect([seen.exitCode, seen.report.notices.filter((notice) => /simulator/.test(notice))]).toEqual([0, []])
    const asked = bench.started.sandbox.backend.cloud?.iam.simulated ?? 0
    expect(asked).toBeGreaterThan(20)
    const again = await bench.run('verify', { from: `${bench.folder}/.mlops-audit` })
    expect([states(again), bench.started.sandbox.backend.cloud?.iam.simulated]).toEqual([states(seen), asked])
  })

  it('show both answers where they differ, and then none is believed', async () => {
    const iam = bench.started.sandbox.backend.cloud?.iam
    if (!iam) throw new Error('no sandbox of its own')
    const policy = (Statement: object) => ({ name: 'scp', statements: parsePolicy({ Statement }) })
    iam.serviceControl = [
      [
        policy({ Effect: 'Allow', Action: '*', Resource: '*' }),
        policy({ Effect: 'Deny', Action: ['sagemaker:ListTrainingJobs', 'ec2:DescribeVpcs'], Resource: '*' }),
      ],
    ]
    const seen = await bench.run('verify')
    iam.serviceControl = undefined
    const [row] = (seen.report.access ?? []).filter(({ who, actions }) => who === 'sagemaker-role' && /ListTrainingJobs/.test(actions))
    expect([row?.state, row && isRed(row), row?.detail]).toEqual([
      'not-proven',
      false,
      "mlops-retail-prediction-dev-sagemaker-execution, ec2:DescribeVpcs on *: AWS's simulator says explicitDeny, as the organization does not allow it; the policies read here allow it",
    ])
  })

  it('stand on the policies of repositories as they are', async () => {
    bench.config(exampleText().replace('  sagemaker:\n', '  ecr: { repositories: [mlops/retail-api] }\n  sagemaker:\n'))
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    expect((await bench.run('deploy')).exitCode).toBe(0)
    const pulls = async () => {
      const { report } = await bench.run('verify')
      const row = (report.access ?? []).find(({ who, actions }) => who === 'eks-nodegroup-role' && /BatchGetImage/.test(actions))
      return [row?.state, row?.detail]
    }
    expect(await pulls()).toEqual(['holds', undefined])
    const denied = { Version: '2012-10-17', Statement: { Effect: 'Deny', Principal: '*', Action: 'ecr:BatchGetImage' } }
    const of = ['--repository-name', 'mlops/retail-api', '--region', 'ap-southeast-1']
    await bench.aws('ecr', 'set-repository-policy', ...of, '--policy-text', JSON.stringify(denied))
    expect(await pulls()).toEqual(['broken', expect.stringMatching(/cannot ecr:BatchGetImage on arn:.*retail-api: it is denied/)])
  })
})
