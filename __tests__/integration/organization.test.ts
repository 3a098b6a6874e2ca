import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MINIMAL } from '../support/config.ts'
import { foreignTrail } from '../support/foreign-trail.ts'
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

describe('trails of others, and of elsewhere', () => {
  const MANAGEMENT = '999988887777'
  let bench: Bench
  let elsewhere: Awaited<ReturnType<typeof foreignTrail>>
  beforeAll(async () => {
    bench = await openBench()
    elsewhere = await foreignTrail(bench, { account: '123456789012', home: 'eu-central-1' })
  })
  afterAll(() => bench.close())
  type Finding = Awaited<ReturnType<Bench['run']>>['report']['findings'][number]
  const of = (findings: readonly Finding[], status: Finding['status'], where: string) =>
    findings.filter((finding) => finding.status === status && finding.resource.includes(where)).map(({ code }) => code)
  const discover = async () => (await bench.run('verify', { discover: 'true', 'aws-region': 'us-east-1' })).report

  // Before anything asks every region, which is recorded there.
  it('GetTrailStatus tells of one region: what was delivered from there', async () => {
    const { trail } = elsewhere
    const status = (region: string) => bench.aws('cloudtrail', 'get-trail-status', '--name', trail, '--region', region)
    const delivers = async () => [
      (await status('eu-central-1')).LatestDeliveryTime !== undefined,
      (await status('eu-north-1')).LatestDeliveryTime !== undefined,
    ]
    await bench.aws('sns', 'list-topics', '--region', 'eu-central-1')
    await bench.aws('sns', 'list-topics', '--region', 'eu-north-1')
    await bench.started.sandbox.recorder.deliver()
    expect([await delivers(), (await status('ap-south-1')).IsLogging, (await status('ap-south-1')).LatestDeliveryTime]).toEqual([
      [true, true],
      true,
      undefined,
    ])
  })

  it('a trail at home in another region is read there: bucket, key, group and role', async () => {
    const { trail, bucket, key, group } = elsewhere
    const { findings, problems } = await discover()
    expect([problems, of(findings, 'error', '')]).toEqual([[], []])
    const passes = (where: string) => of(findings, 'pass', where)
    expect(passes(trail)).toEqual(expect.arrayContaining(['TRAIL-001', 'TRAIL-002', 'TRAIL-003', 'TRAIL-006', 'TRAIL-007']))
    expect(passes(key)).toEqual(expect.arrayContaining(['KEY-001', 'KEY-002', 'KEY-005', 'KEY-006']))
    expect(passes(group)).toEqual(expect.arrayContaining(['LOG-001', 'LOG-002', 'LOG-006']))
    expect(passes(`:${bucket}`)).toEqual(expect.arrayContaining(['BKT-001', 'BKT-003', 'BKT-011', 'BKT-012', 'BKT-014']))
    // What it lacks is found as well.
    expect(of(findings, 'fail', bucket)).toEqual(expect.arrayContaining(['BKT-004', 'BKT-006']))
  })

  it('an organization’s trail: what is its owner’s is not readable here, and nothing of it fails for that', async () => {
    const { trail, key, group, bucket } = await foreignTrail(bench, { account: MANAGEMENT, home: 'us-east-1', organization: true })
    const judged = (findings: readonly Finding[], beside: readonly string[]) => {
      const notHere = findings.filter(({ message }) => message === `not readable here: owned by ${MANAGEMENT}`)
      expect(new Set(notHere.map(({ status }) => status))).toEqual(new Set(['not-applicable']))
      expect(notHere.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['KEY-003', 'KEY-005', 'KEY-006', 'LOG-001', 'LOG-002', 'LOG-006', ...beside]),
      )
      for (const where of [trail, key, group])
        expect([where, of(findings, 'fail', where).filter((code) => code !== 'TRAIL-009')]).toEqual([where, []])
      // The bucket's owner decides who reads it: refused is neither failed nor passed.
      expect([of(findings, 'fail', `:${bucket}`), of(findings, 'pass', `:${bucket}`)]).toEqual([[], []])
      expect(of(findings, 'pass', trail)).toEqual(expect.arrayContaining(['TRAIL-001', 'TRAIL-002', 'TRAIL-006', 'TRAIL-007']))
    }
    judged((await discover()).findings, ['LOG-004', 'LOG-005'])
    bench.config(
      `${MINIMAL}audit: { trail: { use: "${trail}" }, log-bucket: { use: ${bucket} }, log-group: { use: org }, key: { use: "${key}" } }\naccess: { eks: false, sagemaker: false }\n`,
    )
    const { report } = await bench.run('verify')
    expect(report.problems).toEqual([])
    // Without a trail of its own, a config knows no role that brings events to Logs.
    judged(report.findings, [])
  })
})
