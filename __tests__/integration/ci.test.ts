import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Run } from '../../sandbox/github/oidc.ts'
import { root } from '../../scripts/paths.mjs'
import { assumeRoleWithWebIdentity } from '../../src/aws/credentials.ts'
import { exampleText } from '../support/config.ts'
import { githubWorld } from '../support/github-world.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

const AUDIT = 'mlops-retail-prediction-dev-audit'
const ACCESS = 'mlops-retail-prediction-dev-access'
const MUTATION = /^cloudformation:(?:Create|Update|Execute|Delete|Set|Cancel|Continue|Rollback)/

/** From an empty account to a deployment by CI, in the order a team goes; and in orders it should not. */
describe('setting up, as CI and as an administrator', () => {
  let bench: Bench
  const ci = (command: string, inputs: Record<string, string> = {}) =>
    bench.run(command, inputs, { ...githubWorld(bench).world, sleep: () => Promise.resolve() })
  const mutations = () => [...bench.started.sandbox.faults.calls.keys()].filter((call) => MUTATION.test(call))
  const stackOf = async (name: string) => (await bench.awsText('cloudformation', 'describe-stacks', '--stack-name', name)).stderr
  beforeAll(async () => {
    bench = await openBench({ paceMs: 5 })
  })
  afterAll(() => bench.close())

  it('before bootstrap, `plan` works and says what is missing', async () => {
    const { report, exitCode } = await bench.run('plan')
    expect([report.problems, exitCode, report.outcome, report.plans.map(({ kind }) => kind)]).toEqual([
      [],
      0,
      'planned',
      ['changes', 'changes'],
    ])
    expect(report.notices.join('\n')).toMatch(
      /dev-bootstrap does not exist yet.*an administrator runs `mlops-audit deploy --bootstrap` first/,
    )
    expect(report.notices.join('\n')).toMatch(/dev-audit, \S+dev-access: a first creation is an administrator/)
    // In CI there is no role yet: the plan is shown, and that it was compared with nothing is not green.
    const inCi = await ci('plan')
    expect([inCi.exitCode, inCi.report.outcome, inCi.report.plans.map((plan) => plan.kind === 'changes' && plan.local)]).toEqual([
      2,
      'failed',
      [true, true],
    ])
    expect(inCi.report.problems).toMatchObject([{ remedy: expect.stringContaining('`mlops-audit deploy --bootstrap`') }])
  })

  it('before bootstrap, `deploy` is one refusal that names it', async () => {
    bench.started.sandbox.faults.calls.clear()
    for (const run of [bench.run('deploy'), ci('deploy')]) {
      const { report, exitCode } = await run
      expect([exitCode, report.deployments]).toEqual([2, []])
      expect(report.problems).toMatchObject([{ remedy: expect.stringContaining('`mlops-audit deploy --bootstrap`') }])
    }
    expect(mutations()).toEqual([])
  })

  it('CI refuses a first creation with the sentence and the command, and leaves no stack behind', async () => {
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    bench.started.sandbox.faults.calls.clear()
    const { report, exitCode } = await ci('deploy')
    expect([exitCode, report.outcome]).toEqual([2, 'refused'])
    expect(report.problems).toEqual([
      {
        message: expect.stringMatching(`^${AUDIT}, ${ACCESS} do not exist yet, and the first creation of a stack is an administrator’s`),
        remedy: expect.stringContaining('An administrator runs `mlops-audit deploy` once'),
      },
    ])
    expect(mutations()).toEqual([])
    for (const name of [AUDIT, ACCESS]) expect(await stackOf(name)).toMatch(/does not exist/)
  })

  it.each([
    ['delete-failed-stack', AUDIT],
    ['allow-destructive', 'Trail'],
  ])('CI refuses `%s`, which is a person’s', async (name, value) => {
    const { report, exitCode } = await ci('deploy', { [name]: value })
    expect([exitCode, report.problems[0]?.message]).toEqual([3, expect.stringMatching(`^\`${name}\` is an administrator's`)])
    expect(mutations()).toEqual([])
  })

  it('after a failed first creation, README’s command goes on, and CI does not', async () => {
    bench.started.sandbox.cloudformation.failNext(
      'Trail',
      'Insufficient permissions to access S3 bucket acme-logs or KMS key arn:aws:kms:us-east-1:123456789012:key/1',
    )
    expect((await bench.run('deploy')).report.deployments).toMatchObject([{ kind: 'failed', status: 'ROLLBACK_COMPLETE' }])
    const stuck = await ci('deploy')
    expect(stuck.report.deployments.length + stuck.report.problems.length).toBe(1)
    const said = /\*\*After a failed first creation\*\*: an administrator runs `mlops-audit (\S+) --(\S+) <stack>`/.exec(
      readFileSync(join(root, 'README.md'), 'utf8'),
    )
    const [, command = '', flag = ''] = said ?? []
    const { report, exitCode } = await bench.run(command, { [flag]: AUDIT })
    expect([exitCode, report.deployments.map(({ kind }) => kind)]).toEqual([0, ['deployed', 'deployed']])
  })

  it('from there on CI looks whether all is as wanted, and protects nothing itself', async () => {
    bench.started.sandbox.faults.calls.clear()
    expect((await ci('deploy')).report).toMatchObject({ outcome: 'no-changes', problems: [] })
    expect(mutations().filter((call) => !/ChangeSet$/.test(call))).toEqual([])
    await bench.aws('cloudformation', 'update-termination-protection', '--stack-name', AUDIT, '--no-enable-termination-protection')
    const [plan] = (await ci('plan')).report.plans
    expect(plan).toMatchObject({ kind: 'changes', settings: [{ path: 'EnableTerminationProtection', from: 'false', to: 'true' }] })
    expect((await ci('deploy')).report.deployments).toMatchObject([
      {
        kind: 'unfinished',
        reason: `${AUDIT}, read back: termination protection is off.`,
        remedy: expect.stringContaining('an administrator runs `mlops-audit deploy`'),
      },
    ])
    expect((await bench.run('deploy')).exitCode).toBe(0)
    expect((await ci('deploy')).report.outcome).toBe('no-changes')
  })

  it('refuses what its role may not change before anything is changed, says so in the plan, and goes on when a person has done it', async () => {
    bench.config(exampleText().replace(/^ {2}eks: .*$/m, '  eks: false'))
    const sentence = new RegExp(
      `This would, in ${ACCESS}, .*remove \\w+ \\(AWS::IAM::Role\\).* \\(people make and delete these.*which the deploy role of CI may not\\.`,
    )
    const planned = await ci('plan')
    expect(planned.report.notices.join('\n')).toMatch(sentence)
    expect(planned.report.notices.find((notice) => sentence.test(notice))).toMatch(
      /^A deployment of this in CI is refused\. .*An administrator runs `mlops-audit deploy` with credentials of their own/,
    )
    bench.started.sandbox.faults.calls.clear()
    const { report, exitCode } = await ci('deploy')
    expect([exitCode, report.outcome]).toEqual([2, 'refused'])
    expect(report.deployments.at(-1)).toMatchObject({
      kind: 'refused',
      stackName: ACCESS,
      reason: expect.stringMatching(sentence),
      remedy: expect.stringContaining('An administrator runs `mlops-audit deploy`'),
    })
    expect(mutations().filter((call) => !/(?:Create|Delete)ChangeSet$/.test(call))).toEqual([])
    expect((await bench.run('deploy')).exitCode).toBe(0)
    expect((await ci('deploy')).report.outcome).toBe('no-changes')
    bench.config(exampleText())
    expect((await ci('deploy')).report.deployments.at(-1)).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/add \w+ \(AWS::IAM::Role\)/),
    })
    expect((await bench.run('deploy')).exitCode).toBe(0)
  })

  it('says beforehand what a failed update could not take back, and names it when that has happened', async () => {
    const noticed = exampleText().replace(/^audit:$/m, 'audit:\n  delivery-notices: true')
    bench.config(noticed)
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    const told = new RegExp(
      `Should the update of ${AUDIT} fail in CI, what it had made would stay in the account and belong to no stack, .*: \\w+ \\(AWS::SNS::Topic\\)`,
    )
    expect((await ci('plan')).report.notices.join('\n')).toMatch(told)
    bench.started.sandbox.cloudformation.failNext('Trail', 'is not authorized to perform: cloudtrail:UpdateTrail')
    const failed = await ci('deploy')
    // CloudFormation tries to delete it, lets go of it, and calls the rest taken back.
    expect([failed.exitCode, failed.report.deployments]).toMatchObject([
      2,
      [
        {
          kind: 'failed',
          status: 'UPDATE_ROLLBACK_COMPLETE',
          remedy: expect.stringMatching(
            /belongs to no stack now, and its name is taken: an administrator deletes it by hand .*DeliveryTopic \(AWS::SNS::Topic, (\S+)\): .*sns:DeleteTopic/,
          ),
        },
      ],
    ])
    const [, left = ''] = /DeliveryTopic \(AWS::SNS::Topic, (\S+)\)/.exec(JSON.stringify(failed.report.deployments)) ?? []
    await bench.aws('sns', 'delete-topic', '--topic-arn', left)
    expect((await ci('deploy')).report.outcome).toBe('deployed')
  })

  it('does not call a deployment good that leaves something behind', async () => {
    bench.config(exampleText())
    const topic = () => bench.aws('sns', 'list-topics').then(({ Topics }) => Topics.map(({ TopicArn }: { TopicArn: string }) => TopicArn))
    const before = await topic()
    bench.started.sandbox.cloudformation.failNext('DeliveryTopic', 'the topic is in use')
    const { report, exitCode } = await bench.run('deploy')
    expect([exitCode, report.deployments.at(-1)]).toMatchObject([
      2,
      {
        kind: 'unfinished',
        reason: expect.stringMatching(
          /was updated, and what it no longer has could not be deleted.*DeliveryTopic \(AWS::SNS::Topic, .*in use/,
        ),
        remedy: expect.stringContaining('deletes it by hand'),
      },
    ])
    const [left = ''] = before.filter((arn: string) => /deliver/.test(arn))
    await bench.aws('sns', 'delete-topic', '--topic-arn', left)
    expect((await bench.run('deploy')).exitCode).toBe(0)
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
  })

  it('refuses what the deployed bootstrap gives no right to, says so in the plan, and goes on when a person has deployed it', async () => {
    const images = exampleText().replace(/^access:$/m, 'access:\n  ecr: { repositories: [new-api] }')
    bench.config(images)
    const sentence =
      /The deploy role of CI, as \S+-bootstrap is deployed, may do less than this config asks for: it lacks ecr:CreateRepository, .*repository\/new-api/
    expect((await ci('plan')).report.notices.join('\n')).toMatch(sentence)
    bench.started.sandbox.faults.calls.clear()
    const { report, exitCode } = await ci('deploy')
    expect([exitCode, report.deployments.at(-1)]).toMatchObject([
      2,
      {
        kind: 'refused',
        stackName: ACCESS,
        reason: expect.stringMatching(sentence),
        remedy: expect.stringContaining('`mlops-audit deploy --bootstrap` first'),
      },
    ])
    expect(mutations().filter((call) => !/(?:Create|Delete)ChangeSet$/.test(call))).toEqual([])
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    expect((await ci('deploy')).report.outcome).toBe('deployed')
  })

  it('refuses to remove what it has no right left to delete, which would stay behind', async () => {
    const shown = exampleText()
      .replace(/^audit:$/m, 'audit:\n  dashboard: true')
      .replace(/^access:$/m, 'access:\n  ecr: { repositories: [new-api] }')
    bench.config(shown)
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    expect((await ci('deploy')).report.outcome).toBe('deployed')
    bench.config(shown.replace('  dashboard: true\n', ''))
    expect((await ci('plan')).report.notices.join('\n')).toMatch(/deploy --bootstrap`, after this is deployed/)
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    const sentence =
      /This would, in \S+-audit, remove Dashboard \(AWS::CloudWatch::Dashboard\) \(the bootstrap that is deployed gives it no right/
    expect((await ci('plan')).report.notices.join('\n')).toMatch(sentence)
    const { report } = await ci('deploy')
    expect(report.deployments).toMatchObject([{ kind: 'refused', reason: expect.stringMatching(sentence) }])
    expect((await bench.run('deploy')).exitCode).toBe(0)
    expect((await bench.aws('cloudwatch', 'list-dashboards').catch(() => ({ DashboardEntries: [] }))).DashboardEntries).toEqual([])
    bench.config(exampleText())
    expect((await bench.run('deploy', { 'allow-destructive': 'RepositoryNewApi' })).exitCode).toBe(0)
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
  })

  it('deploys what was published, and says what is not and by whom it is to be', async () => {
    bench.config(exampleText().replace('insights: true', 'insights: false'))
    bench.started.sandbox.deny('mlops-retail-prediction-dev-github-publish', 's3:PutObject')
    const refused = await ci('deploy')
    expect([refused.exitCode, refused.report.deployments]).toMatchObject([
      2,
      [
        {
          kind: 'unfinished',
          remedy: expect.stringMatching(
            /`mlops-audit publish`, in a job that may assume mlops-retail-prediction-dev-github-publish, or by an administrator/,
          ),
        },
      ],
    ])
    bench.started.sandbox.allowAll()
    const first = await bench.run('publish')
    expect([first.exitCode, first.report.outcome]).toEqual([0, 'published'])
    expect(first.report.published).toMatchObject([
      { stackName: AUDIT, location: expect.stringMatching(/^s3:\/\/\S+\/publish\/\S+-audit\/[0-9a-f]{64}\.yml$/), isNew: true },
      { stackName: ACCESS, isNew: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), versionId: expect.stringMatching(/./) },
    ])
    const again = await bench.run('publish')
    expect(again.report.published?.map(({ isNew, versionId }) => [isNew, versionId])).toEqual(
      first.report.published?.map(({ versionId }) => [false, versionId]),
    )
    expect((await ci('deploy')).report).toMatchObject({ outcome: 'deployed', problems: [] })
    bench.config(exampleText())
  })

  it('publishes by itself where its run may do both, and says that it does', async () => {
    bench.config(exampleText().replace('insights: true', 'insights: true\n  log-retention-days: 731'))
    const { report, log } = await ci('deploy')
    expect([report.outcome, report.problems, report.notices.join()]).toEqual([
      'deployed',
      [],
      expect.stringMatching(/one compromised deploy job holds both halves.*`github\.publish-environments`/),
    ])
    expect(log).toMatch(/assumed-role\/mlops-retail-prediction-dev-audit-deploy\//)
    expect((await bench.run('check')).report.notices.join()).toMatch(/one compromised deploy job holds both halves/)
  })

  it('with `publish-environments` only a job of that environment publishes, and the deployment says which', async () => {
    const apart = exampleText().replace('repository: ', 'publish-environments: [approved]\n  repository: ')
    bench.config(apart)
    // Bootstrap gives the publish role its other trust.
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    await new Promise((done) => setTimeout(done, 1600))
    const refused = await ci('deploy')
    expect(refused.report.deployments).toMatchObject([
      {
        kind: 'unfinished',
        reason: expect.stringMatching(/are not published, and this run may not publish them[\s\S]*sub must be one of/),
        remedy: expect.stringMatching(/`mlops-audit publish` before this, in a job with `environment: approved`, or as an administrator/),
      },
    ])
    // Who may assume the role and is refused by the bucket is told the same.
    bench.started.sandbox.deny('mlops-retail-prediction-dev-github-publish', 's3:PutObject')
    const denied = await bench.run('publish', {}, { ...githubWorld(bench, { environment: 'approved' }).world })
    bench.started.sandbox.allowAll()
    expect(denied.report.problems).toMatchObject([
      {
        message: expect.stringMatching(/s3:PutObject/),
        remedy:
          'Templates of deployments are put there by `mlops-audit publish`, in a job with `environment: approved`, or by an administrator.',
      },
    ])
    const published = await bench.run('publish', {}, { ...githubWorld(bench, { environment: 'approved' }).world })
    expect([published.exitCode, published.report.problems, published.report.outcome]).toEqual([0, [], 'published'])
    const { report } = await ci('deploy')
    expect([report.outcome, report.problems, report.notices.join()]).toEqual(['deployed', [], expect.not.stringMatching(/both halves/)])
    bench.config(exampleText())
  })

  it('neither plan nor deploy writes where deployments read; publish writes once, and nothing else', async () => {
    const Bucket = 'mlops-retail-prediction-dev-cfn-us-east-1-123456789012'
    const clientOf = async (name: string, run: Partial<Run> = {}) => {
      const credentials = await assumeRoleWithWebIdentity({
        region: 'us-east-1',
        roleArn: `arn:aws:iam::123456789012:role/mlops-retail-prediction-dev-${name}`,
        sessionName: 'tries',
        durationSeconds: 3600,
        userAgent: 'test',
        token: () => githubWorld(bench, run).world.idToken?.('sts.amazonaws.com') ?? Promise.reject(new Error('no token')),
        expectedTrust: undefined,
        onWait: () => undefined,
        sleep: () => Promise.resolve(),
      })
      return new S3Client({ region: 'us-east-1', credentials, forcePathStyle: true })
    }
    const [plan, deploy, publish] = await Promise.all([
      clientOf('audit-plan'),
      clientOf('audit-deploy'),
      clientOf('github-publish', { environment: 'approved' }),
    ])
    const put = (client: S3Client, Key: string, once: { IfNoneMatch?: string } = { IfNoneMatch: '*' }) =>
      client.send(new PutObjectCommand({ Bucket, Key, Body: 'foreign', ...once })).then(
        () => 'done',
        (error: Error) => error.name,
      )
    const { Contents = [] } = await publish.send(new ListObjectsV2Command({ Bucket, Prefix: `publish/${AUDIT}/` }))
    const there = Contents[0]?.Key ?? ''
    expect(there).toMatch(/^publish\//)
    const denied = expect.stringMatching(/^AccessDenied/)
    expect([
      await put(plan, `publish/${AUDIT}/${'0'.repeat(64)}.yml`),
      await put(plan, there, {}),
      await put(deploy, `publish/${AUDIT}/${'0'.repeat(64)}.yml`),
      await put(deploy, `plan/${AUDIT}/${'0'.repeat(64)}.yml`),
      await put(publish, there, {}),
      await put(publish, there),
      await put(publish, `plan/${AUDIT}/${'0'.repeat(64)}.yml`),
    ]).toEqual([denied, denied, denied, denied, denied, 'PreconditionFailed', denied])
  })
})
