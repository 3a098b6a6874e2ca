import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation'
import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  PutBucketTaggingCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { World } from '../../src/commands/world.ts'
import { openJournal } from '../../src/edge/journal.ts'
import { createPaint } from '../../src/progress/progress.ts'
import { toText } from '../../src/report/text.ts'
import { inventory, makeMess, messyConfig, PREFIX, WHAT_STAYS } from '../support/mess.ts'
import { type Bench, LOG_BUCKET, openBench } from '../support/sandbox.ts'

const ATTENDED: Partial<World> = { unattended: undefined }
const EVERYTHING = { all: 'true', confirm: PREFIX }
const READ = /:(?:Describe|Get|List|Lookup|BatchGet|Head)/
const ROLE = `${PREFIX}-sagemaker-execution`

/** Calls that write, so far. */
function writes({ started: { sandbox } }: Bench): number {
  return [...sandbox.faults.calls].filter(([call]) => !READ.test(call)).reduce((sum, [, count]) => sum + count, 0)
}

/** A journal that tells of each line. */
function journal(onLine: (line: { event: string; name: string }) => Promise<void> | void): Partial<World> {
  return {
    journal: async (path) => {
      const real = await openJournal(path, (text) => text)
      return {
        write: async (line) => {
          await real.write(line)
          await onLine(JSON.parse(line) as { event: string; name: string })
        },
        close: () => real.close(),
      }
    },
  }
}

/** A world whose network ends at some call after some deletion was begun, as it does for a process that is killed there. */
function killedAt(deletion: number, calls: number): Partial<World> {
  let made = 0
  let last = Number.POSITIVE_INFINITY
  let begun = 0
  const key = { accessKeyId: 'test', secretAccessKey: 'test' }
  return {
    // Credentials that are over at once are asked for before every call.
    defaultCredentials: async () => async () => {
      made += 1
      if (made > last) throw new Error('killed')
      return { ...key, expiration: new Date() }
    },
    ...journal(({ event }) => {
      if (event !== 'before') return
      begun += 1
      if (begun === deletion) last = made + calls
    }),
  }
}

/** mulberry32, so that a failure can be repeated. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

describe('destroy', () => {
  let bench: Bench
  const destroy = (inputs: Record<string, string> = {}, world: Partial<World> = {}) =>
    bench.run('destroy', inputs, { ...ATTENDED, ...world })
  beforeAll(async () => {
    bench = await openBench()
    bench.config(messyConfig())
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    const s3 = new S3Client({ region: 'us-east-1', forcePathStyle: true })
    await Promise.all(['acme-retail-gold', 'acme-retail-models'].map((Bucket) => s3.send(new CreateBucketCommand({ Bucket }))))
    await bench.run('deploy')
    await makeMess(bench)
  }, 120_000)
  afterAll(() => bench.close())

  it('the preview says what would go, what stays and why, and writes nothing', async () => {
    const before = { writes: writes(bench), inventory: await inventory(bench) }
    const { report, exitCode } = await destroy()
    expect([exitCode, report.outcome]).toEqual([0, 'previewed'])
    expect({ writes: writes(bench), inventory: await inventory(bench) }).toEqual(before)
    const text = toText(report, createPaint(false))
    expect(text).toMatch(
      /= training job retail-forecast-theirs stays: it carries Project=Somebody-Else, and ours is MLOps-Retail-Prediction/,
    )
    expect(text).toMatch(/= endpoint retail-serving stays: it is InService/)
    expect(text).toMatch(/= model package retail-forecast-models\/2 stays: it is Approved/)
    expect(text).toMatch(/only its tag staging goes: v1\.0 keeps the image/)
    expect(text).toMatch(/stays: the index sha256:\w+ names it, and stays/)
    expect(text).toMatch(/access stack .*-access\n.*\n.*termination protection is taken off/)
    expect(text).toMatch(/13 versions and 2 delete markers, \d+ bytes, 1 unfinished upload/)
    expect(text).toContain(`--workload --access --audit --logs --keys --bootstrap --confirm ${PREFIX}`)
  })

  describe('is refused, and nothing is written', () => {
    const session = (role: string, account = '123456789012') => {
      const roleArn = `arn:aws:iam::${account}:role/${role}`
      const opened = bench.started.sandbox.identities.openSession({
        roleArn,
        roleId: 'AROAEXAMPLE',
        sessionName: 'someone',
        account,
        expires: new Date(Date.now() + 3_600_000),
        isEnforced: false,
      })
      return { defaultCredentials: async () => opened }
    }
    it.each<[string, Record<string, string>, () => Partial<World>, string, number]>([
      ['in GitHub Actions', EVERYTHING, () => ({ unattended: 'GITHUB_ACTIONS' }), "`destroy` is a person's: GITHUB_ACTIONS is set", 3],
      ['in CI, a preview too', {}, () => ({ unattended: 'CI' }), "`destroy` is a person's: CI is set", 3],
      [
        'with another prefix',
        { all: 'true', confirm: `${PREFIX}2` },
        () => ({}),
        `\`--confirm\` is "${PREFIX}2", and the prefix of this config is "${PREFIX}"`,
        3,
      ],
      ['without a class', { confirm: PREFIX }, () => ({}), '`--confirm` says to delete, and no flag says what', 3],
      ['to the deploy role', EVERYTHING, () => session(`${PREFIX}-audit-deploy`), 'is a session of a role that bootstrap made for CI', 2],
      ['in another account', EVERYTHING, () => session('admin', '999999999999'), 'The credentials are for account 999999999999', 2],
      ['in another region', { ...EVERYTHING, 'allowed-regions': 'eu-west-1' }, () => ({}), 'us-east-1 is not among `allowed-regions`', 2],
    ])('%s', async (_, inputs, world, said, code) => {
      const before = writes(bench)
      const { report, exitCode } = await destroy(inputs, world())
      expect([exitCode, report.problems[0]?.message]).toEqual([code, expect.stringContaining(said)])
      expect(writes(bench)).toBe(before)
    })

    it('to anyone but those of audit.break-glass, where it is set', async () => {
      const before = writes(bench)
      bench.config(messyConfig().replace('audit:\n', 'audit:\n  break-glass: ["arn:aws:iam::123456789012:role/path/glass"]\n'))
      const { report } = await destroy(EVERYTHING, session('admin'))
      expect(report.problems[0]?.message).toContain('assumed-role/admin/someone is none of `audit.break-glass`')
      expect(writes(bench)).toBe(before)
      expect((await destroy({}, session('glass'))).report.outcome).toBe('previewed')
      bench.config(messyConfig())
    })
  })

  it('what was approved since it was listed stays', async () => {
    const approve = journal(async ({ event, name }) => {
      if (event !== 'before' || name !== 'retail-forecast-models/1') return
      const ModelPackageArn = 'arn:aws:sagemaker:ap-southeast-1:123456789012:model-package/retail-forecast-models/3'
      const parameters = { ModelPackageArn, ModelApprovalStatus: 'Approved' }
      await bench.started.sandbox.backend.call('sagemaker', 'UpdateModelPackage', parameters, { region: 'ap-southeast-1' })
    })
    const { report, exitCode } = await destroy({ workload: 'true', confirm: PREFIX }, approve)
    const packages = (report.teardown?.steps ?? []).filter(({ kind }) => kind === 'model package').map(({ name }) => name)
    expect([exitCode, packages]).toEqual([0, ['retail-forecast-models/1']])
  })

  it('a stack that someone failed to delete, killed at twenty points and resumed, comes to the same end', async () => {
    const iam = new IAMClient({ region: 'us-east-1' })
    await iam.send(new AttachRolePolicyCommand({ RoleName: ROLE, PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }))
    await iam.send(
      new PutRolePolicyCommand({ RoleName: ROLE, PolicyName: 'by-hand', PolicyDocument: '{"Version":"2012-10-17","Statement":[]}' }),
    )
    await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'by-hand' }))
    await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'by-hand', RoleName: ROLE }))
    const stack = { StackName: `${PREFIX}-access` }
    const cloudFormation = new CloudFormationClient({ region: 'ap-southeast-1' })
    await cloudFormation.send(new UpdateTerminationProtectionCommand({ ...stack, EnableTerminationProtection: false }))
    await cloudFormation.send(new DeleteStackCommand(stack))
    bench.started.sandbox.faults.set({ seed: 7, throttle: 0.2, unavailable: 0.1, cutAfter: 0.1, only: '^s3:DeleteObjects$' })
    const roll = dice(20)
    for (let kill = 0; kill < 20; kill += 1) await destroy(EVERYTHING, killedAt(1, roll(4)))
    const { report, exitCode } = await destroy(EVERYTHING)
    expect(report.problems).toEqual([])
    expect(exitCode).toBe(0)
    bench.started.sandbox.faults.set({})
    expect(await inventory(bench)).toEqual(WHAT_STAYS)
  }, 120_000)

  it('once more: nothing is left to do, and nothing is written', async () => {
    const before = writes(bench)
    const { report, exitCode } = await destroy(EVERYTHING)
    expect([exitCode, report.outcome, report.teardown?.steps]).toEqual([0, 'destroyed', []])
    expect(writes(bench)).toBe(before)
  })

  it('every deletion is on record, before and after, with who did it', () => {
    const folder = join(bench.folder, '.mlops-audit/destroy')
    const lines = readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const trail = lines.filter(({ kind, name }) => kind === 'trail' && name === 'mlops-retail-prediction-audit-trail')
    expect(trail.map(({ event }) => event)).toEqual(expect.arrayContaining(['before', 'after']))
    const done = lines.filter(({ event, outcome }) => event === 'after' && outcome === 'deleted')
    expect(done.filter(({ caller }) => caller !== 'arn:aws:iam::123456789012:root')).toEqual([])
    expect(done.length).toBeGreaterThan(15)
  })

  it('what a failed creation left goes, if it carries the stack’s tag and was never used', async () => {
    const { sandbox } = bench.started
    const AUDIT = `${PREFIX}-audit`
    const iam = new IAMClient({ region: 'us-east-1' })
    const allow = (Effect: string, Action: string[]) => ({ Effect, Action, Resource: '*' })
    // As a boundary does: whoever creates may not delete.
    const kept = ['s3:DeleteBucket', 's3:DeleteBucketPolicy', 'kms:ScheduleKeyDeletion', 'kms:DeleteAlias', 'logs:DeleteLogGroup']
    const document = (Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement })
    const trust = document([{ Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' }])
    await iam.send(new CreateRoleCommand({ RoleName: 'maker', AssumeRolePolicyDocument: trust }))
    const policy = document([allow('Allow', ['*']), allow('Deny', kept)])
    await iam.send(new PutRolePolicyCommand({ RoleName: 'maker', PolicyName: 'all', PolicyDocument: policy }))
    const boundary = await iam.send(
      new CreatePolicyCommand({ PolicyName: 'any-boundary', PolicyDocument: document([allow('Allow', ['*'])]) }),
    )
    const maker = sandbox.identities.openSession({
      roleArn: 'arn:aws:iam::123456789012:role/maker',
      roleId: 'AROAMAKER',
      sessionName: 'maker',
      account: '123456789012',
      expires: new Date(Date.now() + 3_600_000),
      isEnforced: true,
    })
    await bench.run('render')
    sandbox.cloudformation.failNext('Trail', 'Insufficient permissions')
    const cloudFormation = new CloudFormationClient({ region: 'us-east-1' })
    await new CloudFormationClient({ region: 'us-east-1', credentials: maker }).send(
      new CreateStackCommand({
        StackName: AUDIT,
        TemplateBody: readFileSync(join(bench.folder, '.mlops-audit/templates/audit.yml'), 'utf8'),
        Capabilities: ['CAPABILITY_NAMED_IAM'],
        Parameters: [{ ParameterKey: 'WorkloadBoundaryArn', ParameterValue: boundary.Policy?.Arn }],
      }),
    )
    const status = async () => {
      const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: AUDIT }))
      return [Stacks[0]?.StackStatus, Stacks[0]?.StackId]
    }
    while ((await status())[0]?.endsWith('_IN_PROGRESS')) await new Promise((done) => setTimeout(done, 50))
    const [failed, stackId = ''] = await status()
    expect(failed).toBe('ROLLBACK_FAILED')
    const untagged = await destroy({ leftovers: AUDIT, confirm: PREFIX })
    expect(untagged.report.problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(`log group mlops-cloudtrail-log-group is left: its tag aws:cloudformation:stack-id is missing`),
    )
    // CloudFormation's own tags, which the sandbox does not put on.
    const tag = { Key: 'aws:cloudformation:stack-id', Value: stackId }
    const s3 = new S3Client({ region: 'us-east-1', forcePathStyle: true })
    const access = `${PREFIX}-s3-access-us-east-1-123456789012`
    const made = (await inventory(bench)).filter((line) => line === `bucket ${LOG_BUCKET}` || line === `bucket ${access}`)
    const [used = ''] = made.map((line) => line.slice(7))
    for (const Bucket of made.map((line) => line.slice(7)))
      await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: [tag] } }))
    const group = 'arn:aws:logs:us-east-1:123456789012:log-group:mlops-cloudtrail-log-group'
    await sandbox.backend.call('logs', 'TagResource', { resourceArn: group, tags: { [tag.Key]: tag.Value } })
    const { Aliases = [] } = (await sandbox.backend.call('kms', 'ListAliases', {})) as {
      Aliases: { AliasName: string; TargetKeyId: string }[]
    }
    const KeyId = Aliases.find(({ AliasName }) => AliasName === `alias/${PREFIX}-cloudtrail-key`)?.TargetKeyId
    await sandbox.backend.call('kms', 'TagResource', { KeyId, Tags: [{ TagKey: tag.Key, TagValue: tag.Value }] })
    const { VersionId } = await s3.send(new PutObjectCommand({ Bucket: used, Key: 'a-log', Body: 'used' }))
    const preview = toText((await destroy({ leftovers: AUDIT })).report, createPaint(false))
    expect(preview).toMatch(new RegExp(`= bucket ${used} stays: it has 1 versions: it may hold evidence.*adopt: ${used}`))
    const { report } = await destroy({ leftovers: AUDIT, confirm: PREFIX })
    const steps = (report.teardown?.steps ?? []).map(({ kind, name, outcome }) => `${outcome} ${kind} ${name}`)
    expect(steps).toEqual(expect.arrayContaining(['deleted log group mlops-cloudtrail-log-group', `left bucket ${used}`]))
    const refused = await destroy({ leftovers: 'somebody-elses-stack' })
    expect(refused.report.problems[0]?.message).toContain('which is no stack of this config')
    await s3.send(new DeleteObjectCommand({ Bucket: used, Key: 'a-log', VersionId }))
    expect((await destroy({ leftovers: AUDIT, confirm: PREFIX })).report.problems).toEqual([])
    expect((await destroy()).report.teardown?.things.filter((thing) => thing.class !== 'workload')).toEqual([])
  }, 60_000)

  it('what Object Lock holds is left with its date, and its key stays', async () => {
    const s3 = new S3Client({ region: 'us-east-1', forcePathStyle: true })
    await s3.send(new CreateBucketCommand({ Bucket: LOG_BUCKET, ObjectLockEnabledForBucket: true }))
    const until = new Date(Date.now() + 86_400_000)
    const put = (Key: string, lock: object) => s3.send(new PutObjectCommand({ Bucket: LOG_BUCKET, Key, Body: 'x', ...lock }))
    await put('mlops-logs/free', {})
    await put('mlops-logs/governance', { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: until })
    await put('mlops-logs/held', {})
    await s3.send(new PutObjectLegalHoldCommand({ Bucket: LOG_BUCKET, Key: 'mlops-logs/held', LegalHold: { Status: 'ON' } }))
    await put('mlops-logs/compliance', { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until })
    const preview = toText((await destroy()).report, createPaint(false))
    expect(preview).toContain(`its newest version is locked until ${until.toISOString()}: S3 refuses what is locked`)
    const first = await destroy({ logs: 'true', confirm: PREFIX })
    const detail = first.report.teardown?.steps[0]?.detail ?? ''
    expect([first.exitCode, detail]).toEqual([2, expect.stringContaining('3 refused')])
    expect(detail).toContain(`mlops-logs/compliance (locked until ${until.toISOString()})`)
    expect(detail).toContain('mlops-logs/held (legal hold)')
    const bypassing = await destroy({ logs: 'true', confirm: PREFIX, 'bypass-governance': 'true' })
    expect(bypassing.report.teardown?.steps[0]?.detail).toContain('2 refused')
  })
})
