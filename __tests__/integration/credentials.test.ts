import { readFileSync } from 'node:fs'
import { CloudFormationClient, DeleteStackCommand, ExecuteChangeSetCommand, UpdateStackCommand } from '@aws-sdk/client-cloudformation'
import { CloudTrailClient, StopLoggingCommand } from '@aws-sdk/client-cloudtrail'
import { DeleteBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Run } from '../../sandbox/github/oidc.ts'
import { assumeRoleWithWebIdentity, refreshing } from '../../src/aws/credentials.ts'
import { exampleText } from '../support/config.ts'
import { githubWorld as worldOf } from '../support/github-world.ts'
import { type Bench, LOG_BUCKET, openBench, TRAIL_ARN } from '../support/sandbox.ts'

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`

describe('credentials', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    // People create, CI changes what exists.
    expect((await bench.run('deploy')).exitCode).toBe(0)
  })
  afterAll(() => bench.close())
  beforeEach(() => {
    bench.started.sandbox.faults.set({})
    bench.started.sandbox.faults.calls.clear()
  })

  const calls = (name: string) => bench.started.sandbox.faults.calls.get(name) ?? 0

  const githubWorld = (run: Partial<Run> = {}) => worldOf(bench, run)

  it('waits for a role that is seconds old, with a new token each time, and masks all of them', async () => {
    bench.started.sandbox.faults.set({ propagationMs: 3_600_000 })
    const { world, masked, tokens } = githubWorld()
    const waits: number[] = []
    const sleep = (ms: number) => {
      waits.push(ms)
      if (waits.length === 2) bench.started.sandbox.faults.set({})
      return Promise.resolve()
    }
    const { report, log } = await bench.run('plan', {}, { ...world, sleep })
    expect([report.outcome, waits.slice(0, 2)]).toEqual(['planned', [2000, 3000]])
    expect(log).toMatch(/is not known to this run yet, though the config trusts it: waiting 2 s/)
    expect(new Set(tokens).size).toBe(3)
    expect(masked).toEqual(expect.arrayContaining(tokens))
  })

  it('gives up on a role that stays unknown, after the time propagation takes', async () => {
    bench.started.sandbox.faults.set({ propagationMs: 3_600_000 })
    const { world, tokens } = githubWorld()
    const { report, exitCode } = await bench.run('plan', {}, { ...world, sleep: () => Promise.resolve() })
    expect([exitCode, tokens.length]).toEqual([2, 5])
    expect(report.problems[0]).toMatchObject({ remedy: expect.stringMatching(/older than the config or missing/) })
    expect(tokens.some((token) => JSON.stringify(report).includes(token))).toBe(false)
  })

  it('asks once where the trust refuses the run, and says which claim', async () => {
    const { world, tokens } = githubWorld({ repository: 'acme/other', repositoryId: '99' })
    const { report, exitCode } = await bench.run('deploy', {}, { ...world, sleep: () => Promise.reject(new Error('must not wait')) })
    expect([exitCode, calls('sts:AssumeRoleWithWebIdentity')]).toEqual([2, 1])
    expect(report.problems[0]?.message).toMatch(/repository_id must be 4512; it is 99/)
    expect(JSON.stringify(report)).not.toContain(tokens[0])
  })

  it('lets in the runs of a server with a customised sub, and no one of another issuer, template or workflow', async () => {
    const [issuer, jobWorkflowRef] = [
      'https://github.acme.example/_services/token',
      'acme/automation/.github/workflows/audit.yml@refs/heads/main',
    ]
    const subjectClaims = ['repo', 'context', 'repository_id', 'job_workflow_ref']
    bench.config(`version: 1
project: server
environment: dev
account: "123456789012"
region: us-east-1
github:
  repository: acme/retail
  repository-id: "4512"
  issuer: ${issuer}
  subject-claims: [repo, context, repository_id, { job_workflow_ref: "${jobWorkflowRef}" }]
access: { eks: false, sagemaker: false }
`)
    expect((await bench.run('deploy', { bootstrap: 'true' })).report.outcome).toBe('deployed')
    const { Url } = await bench.aws(
      ...['iam', 'get-open-id-connect-provider', '--open-id-connect-provider-arn'],
      'arn:aws:iam::123456789012:oidc-provider/github.acme.example/_services/token',
    )
    expect(Url).toBe('github.acme.example/_services/token')
    const ours = { issuer, subjectClaims, jobWorkflowRef }
    const plan = async (run: Partial<Run>) => {
      const { report } = await bench.run('plan', {}, { ...githubWorld(run).world, sleep: () => Promise.resolve() })
      return report.outcome === 'planned' ? 'planned' : report.problems[0]?.message
    }
    expect(await plan(ours)).toBe('planned')
    expect(await plan({ ...ours, event: 'pull_request' })).toBe('planned')
    expect(await plan({})).toMatch(
      /iss must be https:\/\/github\.acme\.example\/_services\/token; it is https:\/\/token\.actions\.githubusercontent\.com/,
    )
    expect(await plan({ issuer })).toMatch(
      /sub must be one of repo:acme\/retail:pull_request:repository_id:4512:.*; it is repo:acme\/retail:ref:refs\/heads\/main/,
    )
    expect(await plan({ ...ours, jobWorkflowRef: 'acme/retail/.github/workflows/own.yml@refs/heads/main' })).toMatch(/sub must be one of/)
    expect(await plan({ ...ours, repositoryId: '45120' })).toMatch(/sub must be one of/)
    bench.config(exampleText())
  })

  it('says of a role that was named that nothing is known of its trust', async () => {
    const { world } = githubWorld()
    const { report } = await bench.run('plan', { 'role-to-assume': role('nobody') }, world)
    expect(report.problems[0]).toMatchObject({
      message: expect.stringMatching(/nobody refused this run/),
      remedy: 'Compare this with the trust policy of the role.',
    })
  })

  it('tags the chained session with the run where its trust lets it, and says where not', async () => {
    const trust = (actions: string[]) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: [role('hub'), 'arn:aws:iam::123456789012:root'] }, Action: actions }],
      })
    // A role of one's own to start from: the roles of bootstrap may assume no other, as their boundary says.
    const { Role } = await bench.aws('iam', 'get-role', '--role-name', 'mlops-retail-prediction-dev-audit-verify')
    const create = (name: string, document: string) =>
      bench.aws('iam', 'create-role', '--role-name', name, '--assume-role-policy-document', document)
    await create('hub', JSON.stringify(Role.AssumeRolePolicyDocument))
    await create('plain', trust(['sts:AssumeRole']))
    await create('tagged', trust(['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']))
    const refused = await bench.run('verify', { 'role-to-chain': role('tagged') }, githubWorld().world)
    expect(refused.report.problems[0]?.message).toMatch(/is not authorized to perform: sts:AssumeRole on resource/)
    const hub = { 'role-to-assume': role('hub') }
    const tagged = await bench.run('verify', { ...hub, 'role-to-chain': role('tagged') }, githubWorld().world)
    expect([tagged.report.outcome, tagged.report.problems]).toEqual(['verified', []])
    expect(tagged.log).not.toMatch(/does not trust/)
    const plain = await bench.run('verify', { ...hub, 'role-to-chain': role('plain') }, githubWorld().world)
    expect(plain.report.outcome).toBe('verified')
    expect(plain.log).toMatch(/plain does not trust sts:TagSession[\s\S]*plain does not trust sts:SetSourceIdentity/)
    const { Events } = (await bench.aws(
      'cloudtrail',
      'lookup-events',
      '--lookup-attributes',
      'AttributeKey=EventName,AttributeValue=AssumeRole',
    )) as { Events: { CloudTrailEvent: string }[] }
    const requests = Events.map(
      ({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent) as { errorCode?: string; requestParameters: Record<string, unknown> },
    )
    // The boundary's refusal, two of the trust's, and the two sessions: one with everything, one with nothing.
    expect(requests.map(({ errorCode }) => errorCode ?? 'ok').sort()).toEqual(['AccessDenied', 'AccessDenied', 'AccessDenied', 'ok', 'ok'])
    const [rich] = requests.filter(({ errorCode, requestParameters }) => !errorCode && /tagged/.test(JSON.stringify(requestParameters)))
    expect(JSON.stringify(rich?.requestParameters)).toMatch(/"sourceIdentity":"dependabot-bot-"/i)
    expect(JSON.stringify(rich?.requestParameters)).toMatch(/audit -nightly-/)
  })

  it('the roles of bootstrap are enough for plan, deploy and verify, and not for more', async () => {
    for (const command of ['plan', 'deploy', 'verify']) {
      const { report } = await bench.run(command, {}, githubWorld().world)
      expect([command, report.outcome, report.problems]).toEqual([command, expect.stringMatching(/planned|no-changes|verified/), []])
      expect(report.findings.filter(({ status }) => status === 'error')).toEqual([])
    }
    const region = 'us-east-1'
    const credentialsOf = (name: string) =>
      assumeRoleWithWebIdentity({
        region,
        roleArn: role(`mlops-retail-prediction-dev-audit-${name}`),
        sessionName: 'tries',
        durationSeconds: 3600,
        userAgent: 'test',
        token: () => githubWorld().world.idToken?.('sts.amazonaws.com') ?? Promise.reject(new Error('no token')),
        expectedTrust: undefined,
        onWait: () => undefined,
        sleep: () => Promise.resolve(),
      })
    const [plan, deploy, verify] = await Promise.all([credentialsOf('plan'), credentialsOf('deploy'), credentialsOf('verify')])
    const StackName = 'mlops-retail-prediction-dev-audit'
    const tries: [string, () => Promise<unknown>][] = [
      [
        'plan executes',
        () => new CloudFormationClient({ region, credentials: plan }).send(new ExecuteChangeSetCommand({ StackName, ChangeSetName: 'x' })),
      ],
      ['plan deletes', () => new CloudFormationClient({ region, credentials: plan }).send(new DeleteStackCommand({ StackName }))],
      ['deploy deletes', () => new CloudFormationClient({ region, credentials: deploy }).send(new DeleteStackCommand({ StackName }))],
      ['deploy silences', () => new CloudTrailClient({ region, credentials: deploy }).send(new StopLoggingCommand({ Name: TRAIL_ARN }))],
      [
        'deploy updates another stack',
        () =>
          new CloudFormationClient({ region, credentials: deploy }).send(
            new UpdateStackCommand({ StackName: 'theirs', UsePreviousTemplate: true }),
          ),
      ],
      ['verify silences', () => new CloudTrailClient({ region, credentials: verify }).send(new StopLoggingCommand({ Name: TRAIL_ARN }))],
      [
        'verify opens',
        () =>
          new S3Client({ region, credentials: verify, forcePathStyle: true }).send(new DeleteBucketPolicyCommand({ Bucket: LOG_BUCKET })),
      ],
    ]
    for (const [what, call] of tries)
      expect([
        what,
        await call().then(
          () => 'done',
          (error: Error) => error.name,
        ),
      ]).toEqual([what, expect.stringMatching(/^AccessDenied/)])
    expect((await bench.aws('cloudtrail', 'get-trail-status', '--name', TRAIL_ARN)).IsLogging).toBe(true)
  })

  it('the credentials of the environment are used where the job says so, although it has a token', async () => {
    const callerOf = async (inputs: Record<string, string>) => {
      const { evidencePath = '' } = await bench.run('verify', inputs, githubWorld().world)
      return (JSON.parse(readFileSync(evidencePath, 'utf8')) as { caller: string }).caller
    }
    expect(await callerOf({})).toMatch(/:assumed-role\/mlops-retail-prediction-dev-audit-verify\//)
    expect(await callerOf({ 'use-oidc': 'false' })).toBe('arn:aws:iam::123456789012:root')
  })

  it('a session lasts longer than an hour once bootstrap lets it', async () => {
    const twoHours = () => bench.run('verify', { 'role-duration-seconds': '7200' }, githubWorld().world)
    expect((await twoHours()).report.problems[0]?.message).toMatch(/MaxSessionDuration/)
    bench.config(exampleText().replace(/^github:\n/m, 'github:\n  max-session-seconds: 7200\n'))
    expect((await bench.run('deploy', { bootstrap: 'true' })).report.problems).toEqual([])
    expect((await twoHours()).report).toMatchObject({ outcome: 'verified', problems: [] })
    bench.config(exampleText())
    await bench.run('deploy', { bootstrap: 'true' })
  })

  it('a service role is passed by the deploy role only, once bootstrap lets it', async () => {
    bench.config(`${exampleText()}\nstacks: { service-role: "${role('cloudformation')}" }\n`)
    await bench.run('publish')
    const early = await bench.run('deploy', {}, githubWorld().world)
    expect(early.report.deployments).toMatchObject([
      { kind: 'unfinished', reason: expect.stringMatching(/perform: iam:PassRole on resource: \S+cloudformation/) },
    ])
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    await new Promise((done) => setTimeout(done, 1600))
    const plan = await bench.run('plan', {}, githubWorld().world)
    expect(plan.report.plans.map((one) => ('unseen' in one ? one.unseen : undefined))).toEqual([undefined, undefined])
    const late = await bench.run('deploy', {}, githubWorld().world)
    expect([
      late.report.outcome,
      late.report.deployments.map((one) => ('reason' in one ? one.reason : 'status' in one ? JSON.stringify(one) : one.kind)),
    ]).toEqual(['deployed', ['deployed', 'deployed']])
    bench.config(exampleText())
  })

  it('runs only where it is allowed to, and asks nobody before it knows', async () => {
    const { world, tokens } = githubWorld()
    for (const [inputs, found] of [
      [{ 'allowed-account-ids': '210987654321' }, '123456789012'],
      [{ 'allowed-regions': 'eu-central-1,eu-west-1' }, 'us-east-1'],
    ] as const) {
      const { report, exitCode } = await bench.run('deploy', inputs, world)
      expect([exitCode, report.problems[0]?.message]).toEqual([2, expect.stringContaining(`${found} is not among`)])
    }
    expect([tokens.length, bench.started.sandbox.faults.calls.size]).toEqual([0, 0])
    const allowed = { 'allowed-account-ids': '123456789012', 'allowed-regions': 'us-east-1,ap-southeast-1' }
    const fine = await bench.run('plan', allowed, world)
    expect([fine.report.outcome, fine.report.problems]).toEqual(['planned', []])
    // Without a config only the credentials say where it is.
    const other = await bench.run('verify', { discover: 'true', 'allowed-account-ids': '210987654321' })
    expect([other.exitCode, other.report.problems[0]?.message]).toEqual([2, expect.stringContaining('123456789012 is not among')])
    expect(
      [...bench.started.sandbox.faults.calls.keys()].filter(
        (call) => !/^(?:sts:|cloudformation:|s3:(?:GetObject|PutObject|GetBucketLocation)$)/.test(call),
      ),
    ).toEqual([])
  })

  it('refuses credentials of another partition', async () => {
    bench.config(
      exampleText()
        .replace(/log-bucket: .*/, 'log-bucket: acme-logs\n  access-log-bucket: acme-access-logs')
        .replaceAll('us-east-1', 'us-gov-west-1')
        .replace(/workload-region: .*/, 'workload-region: us-gov-west-1')
        .replace('insights: true', 'insights: false'),
    )
    const { report, exitCode } = await bench.run('plan', {}, githubWorld().world)
    expect([exitCode, report.problems[0]?.message]).toEqual([
      2,
      expect.stringMatching(/The credentials are for partition aws .*the config is for partition aws-us-gov/),
    ])
    bench.config(exampleText())
  })
})

describe('refreshing credentials', () => {
  it('fetches once for everyone, and again before the end; a failure is not kept', async () => {
    let now = 0
    let fetched = 0
    let broken = false
    const source = refreshing(
      () => {
        fetched += 1
        if (broken) return Promise.reject(new Error('load'))
        return Promise.resolve({ accessKeyId: String(fetched), secretAccessKey: 's', expiration: new Date(now + 3_600_000) })
      },
      () => new Date(now),
    )
    await Promise.all([source(), source(), source()])
    now = 53 * 60_000
    expect([(await source()).accessKeyId, fetched]).toEqual(['1', 1])
    now = 55 * 60_000
    broken = true
    await expect(source()).rejects.toThrow('load')
    broken = false
    const [first, second] = await Promise.all([source(), source()])
    expect([first.accessKeyId, second.accessKeyId, fetched]).toEqual(['3', '3', 3])
  })
})
