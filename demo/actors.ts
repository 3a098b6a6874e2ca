import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { CloudTrailClient, LookupEventsCommand, StopLoggingCommand } from '@aws-sdk/client-cloudtrail'
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam'
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { venvFolder } from '../scripts/paths.mjs'

const execute = promisify(execFile)

export interface Person {
  name: string
  accessKeyId: string
  secretAccessKey: string
}

/** What people and intruders do to the account, with the ordinary AWS clients. */
export class Account {
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  #options(person: Person = ROOT) {
    return { region: 'us-east-1', endpoint: this.#url, credentials: person, forcePathStyle: true }
  }

  async hire(name: string): Promise<Person> {
    const iam = new IAMClient(this.#options())
    await iam.send(new CreateUserCommand({ UserName: name }))
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: name }))
    return { name, accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' }
  }

  async makeBucket(name: string): Promise<void> {
    await new S3Client(this.#options()).send(new CreateBucketCommand({ Bucket: name }))
  }

  /** Four calls: two writes, a read, a listing. */
  async work(person: Person, bucket: string): Promise<number> {
    const s3 = new S3Client(this.#options(person))
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `gold/${person.name}.csv`, Body: 'store,units\n7,42\n' }))
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `artifacts/${person.name}.json`, Body: '{}' }))
    await s3.send(new GetObjectCommand({ Bucket: bucket, Key: `gold/${person.name}.csv` }))
    await s3.send(new ListObjectsV2Command({ Bucket: bucket }))
    return 4
  }

  async stopLogging(person: Person, trail: string): Promise<void> {
    await new CloudTrailClient(this.#options(person)).send(new StopLoggingCommand({ Name: trail }))
  }

  async whoDid(eventName: string): Promise<string | undefined> {
    const { Events } = await new CloudTrailClient(this.#options()).send(
      new LookupEventsCommand({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: eventName }] }),
    )
    return Events?.[0]?.Username
  }

  /** Opens the bucket to the world, blocks off first. */
  async openBucket(person: Person, bucket: string): Promise<void> {
    const s3 = new S3Client(this.#options(person))
    await s3.send(
      new PutPublicAccessBlockCommand({
        Bucket: bucket,
        PublicAccessBlockConfiguration: {
          BlockPublicPolicy: false,
          RestrictPublicBuckets: false,
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
        },
      }),
    )
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Sid: 'Open', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` }],
    })
    await s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }))
  }

  /** Rewrites one delivered log file: the named person was never there. */
  async editLog(person: Person, bucket: string, from: string, to: string): Promise<string> {
    const s3 = new S3Client(this.#options(person))
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }))
    for (const { Key = '' } of Contents.filter((object) => object.Key?.includes('/CloudTrail/'))) {
      const object = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }))
      const text = gunzipSync((await object.Body?.transformToByteArray()) ?? new Uint8Array()).toString('utf8')
      if (!text.includes(`"userName":"${from}"`)) continue
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: gzipSync(text.replaceAll(from, to)), ContentEncoding: 'gzip' }))
      return Key
    }
    throw new Error(`no log file names ${from}`)
  }

  /** The outside judge of the log chain; absent where there is no aws-cli that can be pointed at the sandbox. */
  async askAwsCli(trailArn: string, since: Date, until: Date): Promise<{ valid: boolean; text: string } | undefined> {
    const folder = mkdtempSync(join(tmpdir(), 'aws-'))
    writeFileSync(join(folder, 'config'), '')
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_ENDPOINT_URL: this.#url,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_DEFAULT_REGION: 'us-east-1',
    } as NodeJS.ProcessEnv
    try {
      const program = await usableAwsCli(env)
      if (program === undefined) return undefined
      const times = ['--start-time', since.toISOString(), '--end-time', until.toISOString()]
      const { stdout } = await execute(program, ['cloudtrail', 'validate-logs', '--trail-arn', trailArn, ...times], { env }).catch(
        (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
      )
      return {
        valid: /digest files valid/.test(stdout) && !/INVALID|invalid/.test(stdout),
        text: stdout.trim().split('\n').slice(-2).join(', '),
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The project's own aws-cli, else that of the PATH; one before 1.29 or 2.13 does not know AWS_ENDPOINT_URL and would ask the real AWS. */
async function usableAwsCli(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const program of [join(venvFolder, 'bin/aws'), 'aws']) {
    const { stdout } = await execute(program, ['--version'], { env }).catch(() => ({ stdout: '' }))
    const [major = 0, minor = 0] = (/aws-cli\/(\d+)\.(\d+)/.exec(stdout) ?? []).slice(1).map(Number)
    if ((major === 1 && minor >= 29) || (major === 2 && minor >= 13) || major > 2) return program
  }
  return undefined
}

const ROOT: Person = { name: 'root', accessKeyId: 'test', secretAccessKey: 'test' }
