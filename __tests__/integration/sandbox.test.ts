import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { type Bench, LOG_BUCKET, openBench, TRAIL_ARN } from '../support/sandbox.ts'

/** The outside judge: AWS's own validator of CloudTrail log chains. */
async function validate(bench: Bench): Promise<{ text: string; valid: boolean }> {
  const { stdout } = await bench.awsText(
    'cloudtrail',
    'validate-logs',
    '--trail-arn',
    TRAIL_ARN,
    '--start-time',
    new Date(Date.now() - 86_400_000).toISOString(),
    '--end-time',
    new Date(Date.now() + 86_400_000).toISOString(),
  )
  return { text: stdout, valid: /\d+\/\d+ digest files valid/.test(stdout) && !/invalid/i.test(stdout) }
}

describe('the sandbox', () => {
  let bench: Bench
  let objects: { Key: string }[]
  // The access stack is in another region, whose events have log files and a chain of their own.
  const keys = (kind: string) => objects.filter((object) => object.Key.includes(`/${kind}/us-east-1/`)).map((object) => object.Key)
  const download = async (key: string) => {
    const path = join(bench.folder, 'object')
    const head = (await bench.aws('s3api', 'get-object', '--bucket', LOG_BUCKET, '--key', key, path)) as {
      Metadata: Record<string, string>
    }
    return { path, metadata: head.Metadata }
  }
  const upload = (key: string, path: string, metadata: Record<string, string>) =>
    bench.aws(
      's3api',
      'put-object',
      '--bucket',
      LOG_BUCKET,
      '--key',
      key,
      '--body',
      path,
      '--content-encoding',
      'gzip',
      ...(Object.keys(metadata).length > 0 ? ['--metadata', JSON.stringify(metadata)] : []),
    )

  beforeAll(async () => {
    // Behind, not ahead: CloudWatch Logs refuses events more than two hours in the future.
    bench = await openBench({ clockBehindMs: 5 * 3_600_000 })
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    expect((await bench.run('deploy')).report.outcome).toBe('deployed')
    for (let hour = 0; hour < 3; hour += 1) {
      await bench.aws('iam', 'list-users')
      await bench.started.sandbox.advanceHours(1)
    }
    objects = ((await bench.aws('s3api', 'list-objects-v2', '--bucket', LOG_BUCKET)) as { Contents: { Key: string }[] }).Contents
  })
  afterAll(() => bench.close())

  it('delivers a chain aws-cli calls valid over three digest periods', async () => {
    const { text, valid } = await validate(bench)
    expect(text).toMatch(/3\/3 digest files valid/)
    expect(valid).toBe(true)
  })

  it.each(['log changed', 'log removed', 'digest changed', 'digest removed'])(
    'delivers a chain that is invalid after a %s',
    async (what) => {
      const [kind = '', deed = ''] = what.split(' ')
      const key = kind === 'log' ? (keys('CloudTrail')[0] ?? '') : (keys('CloudTrail-Digest')[1] ?? '')
      const { path, metadata } = await download(key)
      const original = join(bench.folder, 'original')
      writeFileSync(original, readFileSync(path))
      if (deed === 'changed') {
        const text = gunzipSync(readFileSync(path)).toString('utf8')
        writeFileSync(path, gzipSync(text.replace('123456789012', '123456789013')))
        await upload(key, path, metadata)
      } else {
        await bench.aws('s3api', 'delete-object', '--bucket', LOG_BUCKET, '--key', key)
      }
      const broken = await validate(bench)
      await upload(key, original, metadata)
      expect(broken.valid).toBe(false)
      expect((await validate(bench)).valid).toBe(true)
    },
  )

  it('names files and digests as AWS does', () => {
    expect(keys('CloudTrail')[0]).toMatch(
      /^mlops-logs\/AWSLogs\/123456789012\/CloudTrail\/us-east-1\/\d{4}\/\d\d\/\d\d\/123456789012_CloudTrail_us-east-1_\d{8}T\d{4}Z_\w{16}\.json\.gz$/,
    )
    expect(keys('CloudTrail-Digest')[0]).toMatch(
      /CloudTrail-Digest\/us-east-1\/\d{4}\/\d\d\/\d\d\/123456789012_CloudTrail-Digest_us-east-1_mlops-retail-prediction-audit-trail_us-east-1_\d{8}T\d{6}Z\.json\.gz$/,
    )
  })

  it('answers event history by attribute, in pages', async () => {
    const { Events } = (await bench.aws(
      'cloudtrail',
      'lookup-events',
      '--lookup-attributes',
      'AttributeKey=EventName,AttributeValue=ListUsers',
      '--max-items',
      '2',
    )) as { Events: { EventName: string; CloudTrailEvent: string }[] }
    expect(Events).toHaveLength(2)
    expect(JSON.parse(Events[0]?.CloudTrailEvent ?? '{}')).toMatchObject({
      eventName: 'ListUsers',
      eventSource: 'iam.amazonaws.com',
      readOnly: true,
      managementEvent: true,
      userIdentity: { type: 'Root' },
    })
  })

  it('answers trail status and public keys', async () => {
    expect(await bench.aws('cloudtrail', 'get-trail-status', '--name', TRAIL_ARN)).toMatchObject({
      IsLogging: true,
      LatestDeliveryTime: expect.anything(),
      LatestDigestDeliveryTime: expect.anything(),
      LatestCloudWatchLogsDeliveryTime: expect.anything(),
    })
    const { PublicKeyList } = (await bench.aws('cloudtrail', 'list-public-keys')) as {
      PublicKeyList: { Fingerprint: string; Value: string }[]
    }
    expect(PublicKeyList[0]).toMatchObject({ Fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) })
  })

  it('delivers the same events to CloudWatch Logs', async () => {
    const { events } = (await bench.aws('logs', 'filter-log-events', '--log-group-name', 'mlops-cloudtrail-log-group')) as {
      events: { message: string }[]
    }
    expect(events.map(({ message }) => (JSON.parse(message) as { eventName: string }).eventName)).toContain('ListUsers')
  })

  it('records what CloudFormation did in the name of who asked', async () => {
    const { Events } = (await bench.aws(
      'cloudtrail',
      'lookup-events',
      '--lookup-attributes',
      'AttributeKey=EventName,AttributeValue=CreateTrail',
    )) as { Events: { CloudTrailEvent: string }[] }
    expect(JSON.parse(Events[0]?.CloudTrailEvent ?? '{}')).toMatchObject({ sourceIPAddress: 'cloudformation.amazonaws.com' })
  })

  it('records data events of the named buckets only, and no secret', async () => {
    for (const bucket of ['acme-retail-gold', 'acme-elsewhere']) await bench.aws('s3api', 'create-bucket', '--bucket', bucket)
    const body = join(bench.folder, 'body')
    writeFileSync(body, 'x')
    for (const bucket of ['acme-retail-gold', 'acme-elsewhere'])
      await bench.aws('s3api', 'put-object', '--bucket', bucket, '--key', 'gold/a', '--body', body)
    await bench.aws('secretsmanager', 'create-secret', '--name', 's', '--secret-string', 'hunter2-hunter2')
    await bench.started.sandbox.recorder.deliver()
    const { events } = (await bench.aws('logs', 'filter-log-events', '--log-group-name', 'mlops-cloudtrail-log-group')) as {
      events: { message: string }[]
    }
    const text = events.map(({ message }) => message).join('\n')
    expect(/"eventName":"PutObject"[^\n]*acme-retail-gold\/gold\/a/.test(text)).toBe(true)
    expect(/PutObject[^\n]*acme-elsewhere/.test(text)).toBe(false)
    expect(/hunter2/.test(text)).toBe(false)
  })

  it('passes large uploads and downloads through unharmed', async () => {
    const path = join(bench.folder, 'large')
    const bytes = randomBytes(24 * 1024 * 1024)
    writeFileSync(path, bytes)
    await bench.aws('s3', 'cp', path, 's3://acme-retail-gold/large', '--only-show-errors').catch(async (error: Error) => {
      // `s3 cp` prints no JSON; only a failure of the copy itself counts.
      if (!/JSON|Unknown options: --output/.test(error.message)) throw error
    })
    const copy = join(bench.folder, 'copy')
    await bench.aws('s3api', 'get-object', '--bucket', 'acme-retail-gold', '--key', 'large', copy)
    expect(readFileSync(copy).equals(bytes)).toBe(true)
  })

  it('lets other services answer as they do: SNS, DynamoDB, EKS', async () => {
    expect(await bench.aws('sns', 'list-topics')).toHaveProperty('Topics')
    expect(await bench.aws('dynamodb', 'list-tables')).toEqual({ TableNames: [] })
    expect(await bench.aws('eks', 'list-clusters')).toEqual({ clusters: [] })
  })

  it('refuses a trail whose bucket policy does not let it write, as AWS words it', async () => {
    await bench.aws('s3api', 'create-bucket', '--bucket', 'no-policy-here')
    const { stderr } = await bench.awsText('cloudtrail', 'create-trail', '--name', 'second', '--s3-bucket-name', 'no-policy-here')
    expect(stderr).toMatch(/InsufficientS3BucketPolicyException.*Incorrect S3 bucket policy/)
  })

  it('refuses a trail whose key does not let CloudTrail encrypt for it, at creation and at update, naming bucket and key', async () => {
    const { KeyMetadata } = await bench.aws('kms', 'create-key')
    const create = ['--name', 'third', '--s3-bucket-name', LOG_BUCKET, '--s3-key-prefix', 'third']
    const { Policy } = (await bench.aws('s3api', 'get-bucket-policy', '--bucket', LOG_BUCKET)) as { Policy: string }
    const open = {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: ['s3:PutObject', 's3:GetBucketAcl'],
      Resource: '*',
    }
    const wider = JSON.parse(Policy) as { Statement: object[] }
    wider.Statement.push(open)
    await bench.aws('s3api', 'put-bucket-policy', '--bucket', LOG_BUCKET, '--policy', JSON.stringify(wider))
    const refused = await bench.awsText('cloudtrail', 'create-trail', ...create, '--kms-key-id', KeyMetadata.Arn)
    expect(refused.stderr).toMatch(
      new RegExp(`InsufficientEncryptionPolicyException.*S3 bucket ${LOG_BUCKET} or KMS key ${KeyMetadata.Arn}`),
    )
    await bench.aws('cloudtrail', 'create-trail', ...create)
    const update = ['cloudtrail', 'update-trail', '--name', 'third', '--kms-key-id', KeyMetadata.Arn]
    expect((await bench.awsText(...update)).stderr).toMatch(/InsufficientEncryptionPolicyException/)
    const statement = (Principal: object, Action: string) => ({ Effect: 'Allow', Principal, Action, Resource: '*' })
    const key = [
      statement({ AWS: 'arn:aws:iam::123456789012:root' }, 'kms:*'),
      {
        ...statement({ Service: 'cloudtrail.amazonaws.com' }, 'kms:GenerateDataKey*'),
        Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:us-east-1:123456789012:trail/third' } },
      },
    ]
    const document = JSON.stringify({ Version: '2012-10-17', Statement: key })
    await bench.aws('kms', 'put-key-policy', '--key-id', KeyMetadata.Arn, '--policy-name', 'default', '--policy', document)
    expect(await bench.aws(...update)).toMatchObject({ KmsKeyId: KeyMetadata.Arn })
    await bench.aws('cloudtrail', 'delete-trail', '--name', 'third')
    await bench.aws('s3api', 'put-bucket-policy', '--bucket', LOG_BUCKET, '--policy', Policy)
  })

  it('shows a delivery error instead of delivering, once the policy is gone', async () => {
    const { Policy } = (await bench.aws('s3api', 'get-bucket-policy', '--bucket', LOG_BUCKET)) as { Policy: string }
    await bench.aws('s3api', 'delete-bucket-policy', '--bucket', LOG_BUCKET)
    await bench.started.sandbox.recorder.deliver()
    expect(await bench.aws('cloudtrail', 'get-trail-status', '--name', TRAIL_ARN)).toHaveProperty('LatestDeliveryError')
    await bench.aws('s3api', 'put-bucket-policy', '--bucket', LOG_BUCKET, '--policy', Policy)
    await bench.started.sandbox.recorder.deliver()
    expect(await bench.aws('cloudtrail', 'get-trail-status', '--name', TRAIL_ARN)).not.toHaveProperty('LatestDeliveryError')
  })

  it('tells the delivery error of a region in that region only, and verify finds it there', async () => {
    const { Policy } = (await bench.aws('s3api', 'get-bucket-policy', '--bucket', LOG_BUCKET)) as { Policy: string }
    await bench.aws('s3api', 'delete-bucket-policy', '--bucket', LOG_BUCKET)
    await bench.aws('sns', 'list-topics', '--region', 'sa-east-1')
    await bench.started.sandbox.recorder.deliver()
    await bench.aws('s3api', 'put-bucket-policy', '--bucket', LOG_BUCKET, '--policy', Policy)
    // At home something happens, and is delivered again; in the other region nothing does.
    await bench.started.sandbox.recorder.deliver()
    const inRegion = (region: string) => bench.aws('cloudtrail', 'get-trail-status', '--name', TRAIL_ARN, '--region', region)
    expect(await bench.aws('cloudtrail', 'get-trail-status', '--name', TRAIL_ARN)).not.toHaveProperty('LatestDeliveryError')
    expect(await inRegion('sa-east-1')).toMatchObject({ IsLogging: true, LatestDeliveryError: 'AccessDenied' })
    const deliveries = async () => {
      const { report } = await bench.run('verify')
      return report.findings.filter(({ code }) => code === 'DELIV-001').map(({ status, message }) => [status, message])
    }
    expect(await deliveries()).toEqual([['fail', expect.stringMatching(/from sa-east-1 failed: AccessDenied$/)]])
    await bench.started.sandbox.recorder.deliver()
    expect(await deliveries()).toEqual([['pass', expect.stringMatching(/; other regions without an error: 33$/)]])
  })

  it('takes the rendered templates unchanged from `aws cloudformation deploy`', async () => {
    await bench.run('render')
    const path = join(bench.folder, '.mlops-audit/templates/access.yml')
    const again = await bench.awsText(
      'cloudformation',
      'deploy',
      // Where the stack is: stacks of a name are one in each region.
      '--region',
      'ap-southeast-1',
      '--template-file',
      path,
      '--stack-name',
      'mlops-retail-prediction-dev-access',
      '--capabilities',
      'CAPABILITY_NAMED_IAM',
    )
    expect(again.stdout + again.stderr).toMatch(/No changes to deploy/)
    const other = await openBench()
    try {
      await other.run('render')
      for (const name of ['bootstrap', 'audit', 'access']) {
        const { code, stderr } = await other.awsText(
          'cloudformation',
          'deploy',
          '--template-file',
          join(other.folder, '.mlops-audit/templates', `${name}.yml`),
          '--stack-name',
          `plain-${name}`,
          '--capabilities',
          'CAPABILITY_NAMED_IAM',
        )
        expect([name, code, stderr]).toEqual([name, 0, ''])
      }
    } finally {
      await other.close()
      Object.assign(process.env, bench.started.environment)
    }
  })
})

describe('starting the sandbox', () => {
  const start = (args: string[], environment: Record<string, string> = {}) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'demo/local.ts'), 'sandbox', ...args], {
      env: { ...process.env, ...environment } as NodeJS.ProcessEnv,
    })
    let text = ''
    const ready = new Promise<void>((done) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          text += chunk.toString()
          if (text.includes('Ctrl-C ends it')) done()
        })
      }
      child.once('exit', () => done())
    })
    const exit = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
    return { child, ready, exit, text: () => text }
  }

  it('prints the environment, and ends cleanly on SIGINT with nothing left running', async () => {
    const sandbox = start(['--port', '0'])
    await sandbox.ready
    const url = /AWS_ENDPOINT_URL=(\S+)/.exec(sandbox.text())?.[1] ?? ''
    expect((await fetch(`${url}/_sandbox/health`)).ok).toBe(true)
    sandbox.child.kill('SIGINT')
    expect(await sandbox.exit).toBe(0)
    expect(sandbox.text()).toMatch(/nothing left running/)
    await expect(fetch(`${url}/_sandbox/health`)).rejects.toThrow()
  })

  it('says that a port is in use, and how to go on', async () => {
    const blocker = createServer()
    await new Promise<void>((done) => blocker.listen(0, '127.0.0.1', done))
    const { port } = blocker.address() as { port: number }
    const sandbox = start(['--port', String(port)])
    expect(await sandbox.exit).toBe(1)
    expect(sandbox.text()).toMatch(new RegExp(`Port ${port} is in use. Choose another with --port`))
    blocker.close()
  })

  it('says that the emulator is missing, and how to get it', async () => {
    const sandbox = start(['--port', '0'], { SANDBOX_BACKEND: 'fakecloud', FAKECLOUD_BIN: '/nowhere/fakecloud' })
    expect(await sandbox.exit).toBe(1)
    expect(sandbox.text()).toMatch(/FAKECLOUD_BIN is "\/nowhere\/fakecloud", and there is no such file/)
  })
})
