import { CloudTrailClient, CreateTrailCommand, DescribeTrailsCommand } from '@aws-sdk/client-cloudtrail'
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'
import { CreateOpenIDConnectProviderCommand, IAMClient } from '@aws-sdk/client-iam'
import { CreateAliasCommand, CreateKeyCommand, GetKeyPolicyCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms'
import {
  CreateBucketCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { bucketRegion, inCall } from '../../src/aws/template-source.ts'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { templateUrl } from '../../src/model/template-store.ts'
import { CONFIGS, load, MINIMAL, render } from '../support/config.ts'
import { letCloudTrailWrite, makeServiceRole } from '../support/furnish.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

const region = 'us-east-1'
const OLD_BUCKET = 'acme-old-trail-logs'

async function trailByHand(): Promise<string> {
  const s3 = new S3Client({ region, forcePathStyle: true })
  await s3.send(new CreateBucketCommand({ Bucket: OLD_BUCKET }))
  await letCloudTrailWrite(s3, OLD_BUCKET)
  await s3.send(new PutObjectCommand({ Bucket: OLD_BUCKET, Key: 'AWSLogs/from-before', Body: 'history' }))
  await new CloudWatchLogsClient({ region }).send(new CreateLogGroupCommand({ logGroupName: 'acme-old-trail-group' }))
  await new CloudTrailClient({ region }).send(new CreateTrailCommand({ Name: 'acme-old-trail', S3BucketName: OLD_BUCKET }))
  const kms = new KMSClient({ region })
  const keyId = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.KeyId ?? ''
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/by-hand', TargetKeyId: keyId }))
  return keyId
}

describe('adopting a trail made by hand', () => {
  let bench: Bench
  let keyId = ''
  const adopting = () => `${MINIMAL}audit:
  trail: { adopt: acme-old-trail }
  log-bucket: { adopt: ${OLD_BUCKET} }
  log-group: { adopt: acme-old-trail-group }
  key: { adopt: alias/by-hand }
access: { eks: false, sagemaker: false }
`
  beforeAll(async () => {
    bench = await openBench({ region, paceMs: 0 })
    keyId = await trailByHand()
    bench.config(adopting())
    await bench.run('deploy', { bootstrap: 'true' })
  })
  afterAll(() => bench.close())

  it('is planned as an import, without touching anything', async () => {
    const { report } = await bench.run('plan')
    const [plan] = report.plans
    expect(plan).toMatchObject({ kind: 'changes', local: true })
    const imported = plan?.kind === 'changes' ? plan.changes.filter(({ action }) => action === 'Import') : []
    expect(imported.map(({ logicalId, physicalId }) => [logicalId, physicalId])).toEqual([
      ['LogKey', keyId],
      ['LogBucket', OLD_BUCKET],
      ['LogBucketPolicy', OLD_BUCKET],
      ['LogGroup', 'acme-old-trail-group'],
      ['Trail', 'acme-old-trail'],
    ])
  })

  it('refuses what another stack owns, and names the owner', async () => {
    await bench.run('deploy')
    bench.config(`${MINIMAL}prefix: other\naudit: { log-bucket: { adopt: ${OLD_BUCKET} } }\n`)
    await bench.run('deploy', { bootstrap: 'true' })
    const { report, exitCode } = await bench.run('deploy')
    expect(exitCode).toBe(2)
    expect(report.deployments.at(-1)).toMatchObject({
      kind: 'unfinished',
      reason: expect.stringMatching(/LogBucket cannot be adopted: acme-old-trail-logs belongs to stack retail-dev-audit/),
      remedy: expect.stringMatching(/DeletionPolicy: Retain/),
    })
    bench.config(adopting())
  })

  it('imported what there was and made it what the config says, replacing nothing', async () => {
    expect((await bench.run('deploy')).report.outcome).toBe('no-changes')
    const s3 = new S3Client({ region, forcePathStyle: true })
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: OLD_BUCKET, Key: 'AWSLogs/from-before' }))
    expect(await Body?.transformToString()).toBe('history')
    expect(await s3.send(new GetBucketVersioningCommand({ Bucket: OLD_BUCKET }))).toMatchObject({ Status: 'Enabled' })
    expect((await s3.send(new GetBucketPolicyCommand({ Bucket: OLD_BUCKET }))).Policy).toMatch(/AWSCloudTrailWrite/)
    const kms = new KMSClient({ region })
    expect((await kms.send(new ListKeysCommand({}))).Keys).toHaveLength(1)
    expect((await kms.send(new GetKeyPolicyCommand({ KeyId: keyId, PolicyName: 'default' }))).Policy).toMatch(/CloudTrailEncryptsLogs/)
    const { trailList } = await new CloudTrailClient({ region }).send(new DescribeTrailsCommand({}))
    expect(trailList).toMatchObject([{ Name: 'acme-old-trail', IsMultiRegionTrail: true, KmsKeyId: expect.stringContaining(keyId) }])
  })

  it('says what is not there', async () => {
    bench.config(`${MINIMAL}prefix: third\naudit: { trail: { adopt: no-such-trail } }\n`)
    await bench.run('deploy', { bootstrap: 'true' })
    const { report, exitCode } = await bench.run('deploy')
    expect(exitCode).toBe(2)
    expect(report.deployments[0]).toMatchObject({
      kind: 'unfinished',
      reason: expect.stringMatching(/identifier \[no-such-trail\] does not exist/),
    })
  })
})

describe('before a first creation', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench({ region, paceMs: 0 })
    await trailByHand()
    await new IAMClient({ region }).send(
      new CreateOpenIDConnectProviderCommand({ Url: 'https://token.actions.githubusercontent.com', ClientIDList: ['sts.amazonaws.com'] }),
    )
  })
  afterAll(() => bench.close())

  it('finds the provider the account has, and offers to use or adopt it', async () => {
    bench.config(`${MINIMAL}github: { repository: acme/retail }\n`)
    const { report, exitCode } = await bench.run('deploy', { bootstrap: 'true' })
    const arn = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com'
    expect([exitCode, report.problems[0]?.remedy]).toEqual([2, expect.stringContaining(`{ use: "${arn}" }`)])
    bench.config(`${MINIMAL}github: { repository: acme/retail, oidc-provider: { adopt: "${arn}" } }\n`)
    const adopted = await bench.run('deploy', { bootstrap: 'true' })
    expect(adopted.report).toMatchObject({ problems: [], outcome: 'deployed' })
    expect(adopted.report.deployments[0]).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ action: 'Import' })]),
    })
  })

  it('refuses a trail name that is taken, and says that a second trail is billed', async () => {
    bench.config(`${MINIMAL}names: { trail: acme-old-trail }\n`)
    expect((await bench.run('deploy')).report.problems[0]).toMatchObject({
      message: expect.stringMatching(/a trail named acme-old-trail already/),
      remedy: expect.stringMatching(/trail: \{ adopt: acme-old-trail \}/),
    })
    bench.config(MINIMAL)
    await bench.run('deploy', { bootstrap: 'true' })
    const { report } = await bench.run('deploy')
    expect([report.outcome, report.notices.join()]).toEqual(['deployed', expect.stringMatching(/acme-old-trail exists already.*billed/)])
  })

  it('never overwrites the policy a data bucket has', async () => {
    bench.config(`${MINIMAL}prefix: fourth\naccess: { bucket-policies: [{ bucket: ${OLD_BUCKET} }] }\n`)
    await bench.run('deploy', { bootstrap: 'true' })
    const { report, exitCode } = await bench.run('deploy')
    expect([exitCode, report.problems[0]?.message]).toEqual([
      2,
      `Bucket ${OLD_BUCKET} has a policy already, which this deployment would replace.`,
    ])
  })

  it.each([
    ['without a policy', undefined],
    ['with a policy for another trail', 'acme-other-trail'],
  ])('refuses a used log bucket %s, and prints statements with which it goes on', async (_, otherTrail) => {
    const name = `acme-used-logs-${otherTrail ?? 'bare'}`
    await new S3Client({ region, forcePathStyle: true }).send(new CreateBucketCommand({ Bucket: name }))
    const put = (statements: unknown[]) =>
      new S3Client({ region, forcePathStyle: true }).send(
        new PutBucketPolicyCommand({ Bucket: name, Policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }),
      )
    bench.config(`${MINIMAL}prefix: ${otherTrail ? 'sixth' : 'fifth'}\naudit: { log-bucket: { use: ${name} } }\n`)
    await bench.run('deploy', { bootstrap: 'true' })
    const statementsIn = (remedy: string) => JSON.parse(/^\[[\s\S]*^\]/m.exec(remedy)?.[0] ?? '[]') as { Sid: string }[]
    const first = (await bench.run('deploy')).report
    expect(first.outcome).toBe('failed')
    expect(first.deployments).toEqual([])
    const statements = statementsIn(first.problems[0]?.remedy ?? '')
    expect(statements.length).toBeGreaterThan(1)
    if (otherTrail) {
      await put(JSON.parse(JSON.stringify(statements).replaceAll(/trail\/[\w-]+/g, `trail/${otherTrail}`)))
      expect((await bench.run('deploy')).report.problems[0]?.message).toMatch(/has a policy that does not let them/)
    }
    await put(statements)
    expect((await bench.run('deploy')).report).toMatchObject({ outcome: 'deployed', problems: [] })
  })

  it('refuses a used key that does not let the services in', async () => {
    const { KeyMetadata } = await new KMSClient({ region }).send(new CreateKeyCommand({}))
    bench.config(`${MINIMAL}prefix: seventh\naudit: { key: { use: ${KeyMetadata?.Arn} } }\n`)
    await bench.run('deploy', { bootstrap: 'true' })
    const { report } = await bench.run('deploy')
    expect([report.deployments, report.problems[0]?.message]).toEqual([
      [],
      expect.stringMatching(
        /key arn:aws:kms:\S+, which has a policy that does not let them: CloudTrailEncryptsLogs, .*EventBridgePublishesAlerts/,
      ),
    ])
  })

  it('never makes the role of Config where the account has it', async () => {
    // A region has one recorder, and the next test has its own.
    const elsewhere = MINIMAL.replace('us-east-1', 'eu-central-1')
    bench.config(`${elsewhere}prefix: eighth\naudit: { config: { recorder: create } }\n`)
    await bench.started.sandbox.backend.call('iam', 'CreateServiceLinkedRole', { AWSServiceName: 'config.amazonaws.com' })
    await bench.run('deploy', { bootstrap: 'true' })
    expect((await bench.run('deploy')).report.problems[0]).toMatchObject({
      message: expect.stringMatching(/has AWSServiceRoleForConfig already/),
      remedy: expect.stringMatching(/service-linked-role: existing/),
    })
    bench.config(`${elsewhere}prefix: eighth\naudit: { config: { recorder: create, service-linked-role: existing } }\n`)
    expect((await bench.run('deploy')).report).toMatchObject({ outcome: 'deployed', problems: [] })
  })

  it('never replaces a recorder', async () => {
    await bench.started.sandbox.backend.json('config', 'StarlingDoveService.PutConfigurationRecorder', {
      ConfigurationRecorder: { name: 'default', roleARN: 'arn:aws:iam::123456789012:role/theirs' },
    })
    bench.config(`${MINIMAL}prefix: second\naudit: { config: { recorder: create } }\n`)
    await bench.run('deploy', { bootstrap: 'true' })
    expect((await bench.run('deploy')).report.problems[0]).toMatchObject({
      message: expect.stringMatching(/has a Config recorder already \("default"\)/),
      remedy: expect.stringMatching(/recorder: existing/),
    })
  })
})

describe('templates over 51,200 bytes', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench({ region: 'eu-west-1', paceMs: 0 })
    const s3 = new S3Client({ region: 'eu-central-1', forcePathStyle: true })
    for (const Bucket of ['acme-gold', 'acme-models'])
      await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }))
    await bench.started.sandbox.backend.rest('eks', 'POST', '/clusters', 'eu-central-1', {
      name: 'retail',
      roleArn: 'arn:aws:iam::123456789012:role/eks',
      resourcesVpcConfig: { subnetIds: ['subnet-1', 'subnet-2'] },
    })
  })
  afterAll(() => bench.close())

  it('go through the bucket of bootstrap, once per content', async () => {
    await makeServiceRole(bench)
    bench.config(CONFIGS['everything-on'] ?? '')
    // Bootstrap is too large for a call too: it makes the bucket first, and is read from it then.
    const first = await bench.run('deploy', { bootstrap: 'true' })
    expect(first.report.deployments).toMatchObject([
      {
        kind: 'deployed',
        created: true,
        changes: expect.arrayContaining([
          expect.objectContaining({ logicalId: 'TemplateBucket' }),
          expect.objectContaining({ logicalId: 'DeployRole' }),
        ]),
      },
    ])
    expect((await bench.run('deploy', { bootstrap: 'true' })).report.outcome).toBe('no-changes')
    expect((await bench.run('deploy')).report).toMatchObject({ problems: [], outcome: 'deployed' })
    await bench.run('deploy')
    const s3 = new S3Client({ region: 'eu-west-1', forcePathStyle: true })
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'retail-dev-cfn-eu-west-1-123456789012' }))
    const stacks = ['access', 'audit', 'bootstrap', 'global', 'replica']
    expect(Contents.map(({ Key }) => Key)).toEqual(
      stacks.map((name) => expect.stringMatching(new RegExp(`^publish/retail-dev-${name}/[0-9a-f]{64}\\.yml$`))),
    )
  })

  it('are sent without comments where there is no bucket and that is enough', () => {
    const [template] = render(load(MINIMAL)).filter(({ name }) => name === 'audit')
    if (!template) throw new Error('no audit template')
    const body = `${template.body}${'# a comment\n'.repeat(5000)}`
    const parsed = parseTemplate(body, 'audit')
    expect(inCall({ ...template, body, parsed }, body)).toEqual({
      request: { TemplateBody: JSON.stringify(parsed) },
      body: JSON.stringify(parsed),
    })
    const long = { ...parsed, Description: 'x'.repeat(60_000) }
    expect(() => inCall({ ...template, body, parsed: long }, body)).toThrow(
      /audit\.yml has \d+ bytes; CloudFormation takes 51200 in a call/,
    )
  })

  it('have a URL of their partition', () => {
    const url = (bucket: string, at: string, dnsSuffix: string) => templateUrl({ bucket, key: 'k', region: bucketRegion(at), dnsSuffix })
    expect(url('b', 'cn-north-1', 'amazonaws.com.cn')).toBe('https://b.s3.cn-north-1.amazonaws.com.cn/k')
    expect(url('b', 'us-gov-west-1', 'amazonaws.com')).toBe('https://b.s3.us-gov-west-1.amazonaws.com/k')
    expect(url('b', '', 'amazonaws.com')).toBe('https://b.s3.us-east-1.amazonaws.com/k')
    expect(url('dotted.name', 'EU', 'amazonaws.com')).toBe('https://s3.eu-west-1.amazonaws.com/dotted.name/k')
  })
})
