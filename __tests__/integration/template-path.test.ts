import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CloudTrailClient, CreateTrailCommand } from '@aws-sdk/client-cloudtrail'
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { writeQuery } from '../../sandbox/aws/wire/query.ts'
import { root } from '../../scripts/paths.mjs'
import { CONFIGS, MINIMAL } from '../support/config.ts'
import { makeServiceRole } from '../support/furnish.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

/** What a template becomes on its way, in YAML and in the JSON of an import: something that no log bucket should say. */
const foreign = (body: string) =>
  body.startsWith('{')
    ? body.replace('"Resources":', '"Mappings":{"Foreign":{"a":{"b":"c"}}},"Resources":')
    : body.replace('Effect: Deny', 'Effect: Allow')

interface Call {
  operation: string
  form: Record<string, string>
}

/** Every call to CloudFormation from now on. */
function listen(bench: Bench): Call[] {
  const { cloudformation } = bench.started.sandbox
  const calls: Call[] = []
  const answer = cloudformation.call.bind(cloudformation)
  cloudformation.call = (call, actor) => {
    calls.push({ operation: call.operation, form: Object.fromEntries(writeQuery(call.parameters)) })
    return answer(call, actor)
  }
  return calls
}

/** Puts a foreign template over the object that CloudFormation is about to read, as someone who may write everything. */
function exchangeObjects(bench: Bench, region: string): { urls: string[] } {
  const { backend } = bench.started.sandbox
  const urls: string[] = []
  bench.started.sandbox.cloudformation.beforeTemplateRead = async (url) => {
    const [, Bucket, Key] = /^https:\/\/([^.]+)\.s3\.[^/]+\/([^?]+)/.exec(url) ?? []
    if (!Bucket || !Key) return
    urls.push(url)
    // Past the bucket's policy, which lets nobody write an object twice.
    await backend.s3('PUT', `/${Bucket}/${Key}`, { body: 'Resources: { Foreign: { Type: AWS::SNS::Topic } }', region })
  }
  return { urls }
}

describe.each([
  ['small', 'us-east-1', `${MINIMAL}github: { repository: acme/retail }\n`],
  ['large', 'eu-west-1', CONFIGS['everything-on'] ?? ''],
])('a %s template', (_, region, config) => {
  let bench: Bench
  let calls: Call[]
  const stackOf = (name: string) => `retail-dev-${name}`
  const bodyOf = async (name: string) => {
    const { stdout } = await bench.awsText(
      'cloudformation',
      'get-template',
      '--stack-name',
      stackOf(name),
      '--query',
      'TemplateBody',
      '--output',
      'text',
    )
    return stdout
  }
  const rendered = async (name: string) => {
    await bench.run('render')
    return readFileSync(join(bench.folder, `.mlops-audit/templates/${name}.yml`), 'utf8')
  }
  beforeAll(async () => {
    bench = await openBench({ region, paceMs: 0 })
    await prerequisites(bench)
    bench.config(config)
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    // As someone who got past the bucket's policy, which refuses every second write and every deletion.
    await bench.aws('s3api', 'delete-bucket-policy', '--bucket', `retail-dev-cfn-${region}-123456789012`)
    calls = listen(bench)
  })
  afterAll(() => bench.close())
  afterEach(() => {
    const { cloudformation } = bench.started.sandbox
    cloudformation.exchangeTemplate = (body) => body
    cloudformation.beforeTemplateRead = () => Promise.resolve()
  })

  it('that is exchanged before a first creation is not executed, and leaves no empty stack', async () => {
    bench.started.sandbox.cloudformation.exchangeTemplate = foreign
    const { report, exitCode } = await bench.run('deploy')
    expect([exitCode, report.outcome, report.deployments.map(({ kind }) => kind)]).toEqual([2, 'refused', ['refused']])
    expect(report.deployments[0]).toMatchObject({
      reason: expect.stringMatching(/read another template for retail-dev-audit than the one that was rendered/),
    })
    expect(calls.filter(({ operation }) => operation === 'ExecuteChangeSet')).toEqual([])
    expect((await bench.awsText('cloudformation', 'describe-stacks', '--stack-name', stackOf('audit'))).stderr).toMatch(/does not exist/)
  })

  it('whose object is overwritten between upload and reading is read all the same, by its version', async () => {
    const { urls } = exchangeObjects(bench, region)
    const { report } = await bench.run('deploy')
    expect([report.outcome, report.problems]).toEqual(['deployed', []])
    expect(urls.length).toBeGreaterThan(1)
    expect((await bodyOf('audit')).trimEnd()).toBe((await rendered('audit')).trimEnd())
    // The object is now the foreign one: the next deployment sees that and touches nothing.
    const executed = calls.length
    const next = await bench.run('deploy')
    expect(next.report.deployments).toMatchObject([
      { kind: 'unfinished', reason: expect.stringMatching(/is not the template its name says/) },
    ])
    expect(calls.slice(executed).filter(({ operation }) => /^(?:Create|Execute|Update)/.test(operation))).toEqual([])
    expect(next.report.deployments[0]).toMatchObject({
      remedy: expect.stringMatching(/restores the policy with `mlops-audit deploy --bootstrap`/),
    })
    await clean(region, urls)
  })

  it('that is exchanged in an update is refused before it is executed; a plan is no plan then', async () => {
    bench.config(config.replace('insights: true', 'insights: false').replace(MINIMAL, `${MINIMAL}audit: { insights: false }\n`))
    bench.started.sandbox.cloudformation.exchangeTemplate = foreign
    const before = await bodyOf('audit')
    const from = calls.length
    const planned = await bench.run('plan')
    expect(planned.report.plans[0]).toMatchObject({ kind: 'unavailable', reason: expect.stringMatching(/read another template/) })
    const { report, exitCode } = await bench.run('deploy')
    expect([exitCode, report.outcome]).toEqual([2, 'refused'])
    expect(await bodyOf('audit')).toBe(before)
    // Neither the plan's nor the deployment's change set is left for someone to execute.
    const made = calls
      .slice(from)
      .flatMap(({ operation, form }) =>
        operation === 'CreateChangeSet' && form['StackName'] === stackOf('audit') ? [form['ChangeSetName']] : [],
      )
    const { Summaries = [] } = await bench.aws('cloudformation', 'list-change-sets', '--stack-name', stackOf('audit'))
    const left = Summaries.map(({ ChangeSetName }: { ChangeSetName: string }) => ChangeSetName)
    expect([made.length, left.filter((name: string) => made.includes(name))]).toEqual([2, []])
    bench.config(config)
  })

  it('that is exchanged in an update of settings alone is found when the stack is read back, with the way back', async () => {
    const withTopic = `${config}\n${config.includes('\nstacks:') ? '' : `stacks: { notifications: ["arn:aws:sns:${region}:123456789012:told"] }\n`}`
    bench.config(withTopic.replace(/rollback-minutes: \d+/, 'rollback-minutes: 7'))
    const { urls } = exchangeObjects(bench, region)
    const held = await bench.run('deploy')
    expect([held.report.outcome, held.report.deployments[0]]).toEqual([
      'deployed',
      expect.objectContaining({ changes: [], settings: expect.anything() }),
    ])
    await clean(region, urls)
    bench.started.sandbox.cloudformation.beforeTemplateRead = () => Promise.resolve()
    // As if a version could be exchanged too: only the update of settings reads the foreign one.
    bench.config(config.replace(/rollback-minutes: \d+/, 'rollback-minutes: 9'))
    bench.started.sandbox.cloudformation.exchangeTemplate = (body) => (calls.at(-1)?.operation === 'UpdateStack' ? foreign(body) : body)
    const { report, exitCode } = await bench.run('deploy')
    expect([exitCode, report.deployments.at(-1)]).toEqual([
      2,
      expect.objectContaining({
        kind: 'unfinished',
        reason: expect.stringMatching(/read back: its template is not the rendered one/),
        remedy: expect.stringMatching(/running `mlops-audit deploy` again puts the rendered one back/),
      }),
    ])
    // And it does.
    bench.started.sandbox.cloudformation.exchangeTemplate = (body) => body
    expect((await bench.run('deploy')).report.problems).toEqual([])
    expect((await bodyOf('audit')).trimEnd()).toBe((await rendered('audit')).trimEnd())
  })

  it('goes the one way in every call that takes a template, and is compared before each execution', () => {
    const withTemplate = calls.filter(({ form }) => ['TemplateBody', 'TemplateURL', 'UsePreviousTemplate'].some((name) => name in form))
    expect(new Set(withTemplate.map(({ operation }) => operation))).toEqual(new Set(['CreateChangeSet', 'UpdateStack']))
    for (const { operation, form } of withTemplate) {
      const kind = form['ChangeSetName']?.startsWith('mlops-audit-plan-') ? 'plan' : 'publish'
      const where = new RegExp(
        `^https://retail-dev-cfn-${region}-123456789012\\.s3\\.${region}\\.amazonaws\\.com/${kind}/${form['StackName']}/[0-9a-f]{64}\\.yml\\?versionId=[^&]+$`,
      )
      expect([operation, form['TemplateURL'], 'TemplateBody' in form, 'UsePreviousTemplate' in form]).toEqual([
        operation,
        expect.stringMatching(where),
        false,
        false,
      ])
      if (operation === 'CreateChangeSet') expect(form['ChangeSetName']).toMatch(/^mlops-audit-(?:plan|deploy)-/)
    }
    const executions = calls.flatMap((call, at) => (call.operation === 'ExecuteChangeSet' ? [{ ...call, at }] : []))
    expect(executions.length).toBeGreaterThan(1)
    for (const { form, at } of executions) {
      const compared = calls
        .slice(0, at)
        .some(
          (call) =>
            call.operation === 'GetTemplate' &&
            call.form['ChangeSetName'] === form['ChangeSetName'] &&
            call.form['StackName'] === form['StackName'],
        )
      expect([form['ChangeSetName'], compared]).toEqual([expect.stringMatching(/^mlops-audit-deploy-/), true])
    }
    const tokens = calls.flatMap(({ form }) => form['ClientRequestToken'] ?? [])
    expect(tokens.filter((token, at) => tokens.indexOf(token) !== at)).toEqual([])
  })
})

describe('adoption', () => {
  let bench: Bench
  const config = `${MINIMAL}github: { repository: acme/retail }\naudit: { trail: { adopt: by-hand }, log-bucket: { adopt: acme-by-hand } }\naccess: { eks: false, sagemaker: false }\n`
  beforeAll(async () => {
    bench = await openBench({ region: 'us-east-1', paceMs: 0 })
    const s3 = new S3Client({ region: 'us-east-1', forcePathStyle: true })
    await s3.send(new CreateBucketCommand({ Bucket: 'acme-by-hand' }))
    const Statement = [
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:*',
        Resource: ['arn:aws:s3:::acme-by-hand', 'arn:aws:s3:::acme-by-hand/*'],
      },
    ]
    await s3.send(new PutBucketPolicyCommand({ Bucket: 'acme-by-hand', Policy: JSON.stringify({ Version: '2012-10-17', Statement }) }))
    await new CloudTrailClient({ region: 'us-east-1' }).send(new CreateTrailCommand({ Name: 'by-hand', S3BucketName: 'acme-by-hand' }))
    bench.config(config)
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    await bench.aws('s3api', 'delete-bucket-policy', '--bucket', 'retail-dev-cfn-us-east-1-123456789012')
  })
  afterAll(() => bench.close())

  it('imports nothing by a foreign template, and leaves no empty stack', async () => {
    bench.started.sandbox.cloudformation.exchangeTemplate = foreign
    const calls = listen(bench)
    const { report, exitCode } = await bench.run('deploy')
    expect([exitCode, report.outcome]).toEqual([2, 'refused'])
    expect(calls.filter(({ operation }) => operation === 'ExecuteChangeSet')).toEqual([])
    expect((await bench.awsText('cloudformation', 'describe-stacks', '--stack-name', 'retail-dev-audit')).stderr).toMatch(/does not exist/)
    bench.started.sandbox.cloudformation.exchangeTemplate = (body) => body
  })

  it('imports and updates by versions of objects, each operation with a token of its own', async () => {
    const { urls } = exchangeObjects(bench, 'us-east-1')
    const calls = listen(bench)
    const { report } = await bench.run('deploy')
    expect([report.outcome, report.problems]).toEqual(['deployed', []])
    expect(urls.map((url) => /(publish\/retail-dev-audit)\/[0-9a-f]{64}\.yml\?versionId=/.exec(url)?.[1])).toEqual(
      Array(2).fill('publish/retail-dev-audit'),
    )
    const executions = calls.filter(({ operation }) => operation === 'ExecuteChangeSet').map(({ form }) => form['ClientRequestToken'])
    expect([executions.length, new Set(executions).size]).toEqual([2, 2])
  })
})

describe('the source', () => {
  it('hands templates to CloudFormation in two places, and both take what the one way gives them', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    const texts = new Map(files.map((file) => [file, readFileSync(join(root, 'src', file), 'utf8')]))
    const holding = (pattern: RegExp) => [...texts].flatMap(([file, text]) => (pattern.test(text) ? [file] : [])).sort()
    // A command that takes a template, or one that is new to us, has to come by here.
    expect(
      holding(/\b(?:CreateStack|CreateStackSet|UpdateStackSet|ValidateTemplate|EstimateTemplateCost|CreateGeneratedTemplate)Command\b/),
    ).toEqual([])
    expect(holding(/\bCreateChangeSetCommand\b/)).toEqual(['aws/change-set.ts'])
    expect(holding(/\bUpdateStackCommand\b/)).toEqual(['aws/deploy-stack.ts'])
    expect(holding(/\bExecuteChangeSetCommand\b/)).toEqual(['aws/execute.ts'])
    expect(holding(/\bTemplateBody\s*:|\bTemplateURL\s*:/)).toEqual(['aws/template-source.ts'])
    expect(holding(/UsePreviousTemplate/)).toEqual([])
    expect(holding(/from 's3:PutObject'|PutObjectCommand/)).toEqual(['aws/template-source.ts'])
  })
})

/** Deletes what was put over templates, as the refusal tells an administrator to. */
async function clean(region: string, urls: readonly string[]): Promise<void> {
  const { DeleteObjectCommand, ListObjectVersionsCommand } = await import('@aws-sdk/client-s3')
  const s3 = new S3Client({ region, forcePathStyle: true })
  const [, Bucket = ''] = /^https:\/\/([^.]+)\./.exec(urls[0] ?? '') ?? []
  const named = new Set(urls.map((url) => `${/\/([^/]+\/[^/]+\/[^/?]+)\?/.exec(url)?.[1]} ${new URL(url).searchParams.get('versionId')}`))
  const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }))
  for (const { Key, VersionId } of Versions)
    if (!named.has(`${Key} ${VersionId}`) && [...named].some((name) => name.startsWith(`${Key} `)))
      await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }))
}

/** What everything-on refers to and does not make. */
async function prerequisites(bench: Bench): Promise<void> {
  await makeServiceRole(bench)
  const s3 = new S3Client({ region: 'eu-central-1', forcePathStyle: true })
  for (const Bucket of ['acme-gold', 'acme-models'])
    await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }))
  await bench.started.sandbox.backend.rest('eks', 'POST', '/clusters', 'eu-central-1', {
    name: 'retail',
    roleArn: 'arn:aws:iam::123456789012:role/eks',
    resourcesVpcConfig: { subnetIds: ['subnet-1', 'subnet-2'] },
  })
}
