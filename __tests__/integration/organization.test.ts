import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MINIMAL } from '../support/config.ts'
import { githubWorld } from '../support/github-world.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

const CONFIG = `${MINIMAL}github: { repository: acme/retail, owner-id: "81", repository-id: "4512" }
audit: { organization: { id: o-exampleorgid } }
access: { eks: false, sagemaker: false }
`

describe('a trail of an organization', () => {
  let bench: Bench
  const organizations = () => {
    const { cloud } = bench.started.sandbox.backend
    if (!cloud) throw new Error('the sandbox has no organization')
    return cloud.organizations
  }
  const stack = () => bench.awsText('cloudformation', 'describe-stacks', '--stack-name', 'retail-dev-audit')
  beforeAll(async () => {
    bench = await openBench()
    bench.config(CONFIG)
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
  })
  afterAll(() => bench.close())

  it.each([
    [
      'a delegated administrator',
      { id: 'o-exampleorgid', management: '999988887777' },
      /account 123456789012 is not its management account \(that is 999988887777\): from a member, a delegated administrator too, CloudFormation cannot make it/,
      /Deploy from the management account, or build on the trail it makes: `audit\.trail: \{ use: <arn> \}`/,
    ],
    [
      'an account of another organization',
      { id: 'o-otherorgid0', management: '999988887777' },
      /account 123456789012 is in o-otherorgid0/,
      /Correct `audit\.organization\.id`/,
    ],
    ['an account of none', undefined, /account 123456789012 is in no organization/, /Take `audit\.organization` out/],
  ])('is refused to %s before anything is made', async (_, organization, message, remedy) => {
    organizations().organization = organization
    const { report, exitCode } = await bench.run('deploy')
    expect([exitCode, report.problems]).toEqual([
      expect.any(Number),
      [expect.objectContaining({ message: expect.stringMatching(message), remedy: expect.stringMatching(remedy) })],
    ])
    expect([exitCode === 0, (await stack()).stderr]).toEqual([false, expect.stringMatching(/does not exist/)])
  })

  it('is made by the management account, and CI may look whether it still is that', async () => {
    organizations().organization = { id: 'o-exampleorgid', management: undefined }
    expect((await bench.run('deploy')).report.outcome).toBe('deployed')
    const ci = () => bench.run('deploy', {}, { ...githubWorld(bench).world, sleep: () => Promise.resolve() })
    expect((await ci()).report).toMatchObject({ outcome: 'no-changes', problems: [] })
    organizations().organization = { id: 'o-exampleorgid', management: '999988887777' }
    expect((await ci()).report.problems).toMatchObject([{ message: expect.stringMatching(/is not its management account/) }])
  })
})
