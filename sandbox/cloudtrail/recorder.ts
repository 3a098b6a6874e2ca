import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { requestContext } from '../../src/iam/conditions.ts'
import { evaluatePolicy } from '../../src/iam/evaluate.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import type { Body } from '../aws/call.ts'
import { AwsError } from '../aws/error.ts'
import { ACCOUNT, type Backend } from '../backend/backend.ts'
import { type Clock, compactTime, isoSeconds } from '../clock.ts'
import type { CloudTrailRecord } from './record.ts'
import type { SigningKeys } from './signing-keys.ts'
import { selects, statusIn, type Trail } from './trail.ts'

interface DeliveredFile {
  s3Bucket: string
  s3Object: string
  hashValue: string
  hashAlgorithm: 'SHA-256'
  newestEventTime: string
  oldestEventTime: string
}

interface PreviousDigest {
  bucket: string
  object: string
  hash: string
  signature: string
}

/** What one trail has pending in one region. */
interface Stream {
  pending: CloudTrailRecord[]
  delivered: DeliveredFile[]
  periodStart: Date
  previous: PreviousDigest | undefined
  /** Ends of hours before its first record: CloudTrail writes a digest for each hour and region, also for one that nobody uses. */
  owed: Date[]
}

/** Keeps records until they are delivered, and writes log files, digests and log events as CloudTrail does. */
export class Recorder {
  /** Management events of the last 90 days, newest last: what LookupEvents answers from. */
  readonly history: CloudTrailRecord[] = []
  readonly #streams = new Map<string, Stream>()
  /** Of each home region's chain: when it began, and the ends of its hours since. */
  readonly #begun = new WeakMap<Stream, { since: Date; ends: Date[] }>()
  readonly #backend: Backend
  readonly #clock: Clock
  readonly #keys: SigningKeys
  readonly #trails: ReadonlyMap<string, Trail>

  constructor(options: { backend: Backend; clock: Clock; keys: SigningKeys; trails: ReadonlyMap<string, Trail> }) {
    this.#backend = options.backend
    this.#clock = options.clock
    this.#keys = options.keys
    this.#trails = options.trails
  }

  record(record: CloudTrailRecord): void {
    if (record.managementEvent) {
      this.history.push(record)
      if (this.history.length > 50_000) this.history.splice(0, 10_000)
    }
    const selecting = [...this.#trails.values()].filter((trail) => selects(trail, record))
    for (const trail of selecting) this.#stream(trail, record.awsRegion).pending.push(record)
    if (record.managementEvent && !record.readOnly && selecting.length > 0) this.#announce(record)
  }

  /** EventBridge gets the management events that write, of regions where a trail records them. */
  #announce(record: CloudTrailRecord): void {
    const { recipientAccountId: account, awsRegion: region, eventSource, eventTime: time } = record
    const source = `aws.${eventSource.replace('.amazonaws.com', '')}`
    const event = {
      id: crypto.randomUUID(),
      'detail-type': 'AWS API Call via CloudTrail',
      source,
      account,
      time,
      region,
      resources: [],
      detail: record,
    }
    this.#backend.cloud?.events.emit({ account, region }, event)
  }

  /** Starts a chain in the home region, so that a quiet hour has its digest too. */
  openStream(trail: Trail): void {
    this.#stream(trail, trail.HomeRegion)
  }

  closeStreams(trail: Trail): void {
    for (const key of this.#streams.keys()) if (key.startsWith(`${trail.TrailARN}|`)) this.#streams.delete(key)
  }

  #stream(trail: Trail, region: string): Stream {
    const key = `${trail.TrailARN}|${region}`
    const existing = this.#streams.get(key)
    if (existing) return existing
    const home = this.#streams.get(`${trail.TrailARN}|${trail.HomeRegion}`)
    const begun = home && this.#begun.get(home)
    const made: Stream = {
      pending: [],
      delivered: [],
      periodStart: begun?.since ?? this.#clock.now(),
      previous: undefined,
      owed: [...(begun?.ends ?? [])],
    }
    if (!begun) this.#begun.set(made, { since: made.periodStart, ends: [] })
    this.#streams.set(key, made)
    return made
  }

  #streamsOf(trail: Trail): [string, Stream][] {
    return [...this.#streams]
      .filter(([key]) => key.startsWith(`${trail.TrailARN}|`))
      .map(([key, stream]) => [key.split('|')[1] ?? '', stream])
  }

  /** Delivers what is pending: one log file per trail and region, and the same records to CloudWatch Logs. */
  async deliver(): Promise<void> {
    for (const trail of this.#trails.values()) {
      for (const [region, stream] of this.#streamsOf(trail)) {
        if (stream.pending.length > 0) await this.#deliverStream(trail, region, stream)
      }
    }
  }

  async #deliverStream(trail: Trail, region: string, stream: Stream): Promise<void> {
    const records = stream.pending.splice(0)
    const now = this.#clock.now()
    const body = gzipSync(JSON.stringify({ Records: records }))
    const name = `${ACCOUNT}_CloudTrail_${region}_${compactTime(now).slice(0, 13)}Z_${randomBytes(12).toString('base64url').replaceAll(/[-_]/g, 'x').slice(0, 16)}.json.gz`
    const object = `${this.#folder(trail, 'CloudTrail', region, now)}/${name}`
    try {
      await this.#put(trail, object, body, {})
      const times = records.map((record) => record.eventTime).sort()
      const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
      stream.delivered.push({
        s3Bucket: trail.S3BucketName,
        s3Object: object,
        hashValue: digestOf(JSON.stringify({ Records: records })),
        hashAlgorithm: 'SHA-256',
        newestEventTime: times.at(-1) ?? isoSeconds(now),
        oldestEventTime: times[0] ?? isoSeconds(now),
      })
      statusIn(trail, region).LatestDeliveryTime = now
      delete statusIn(trail, region).LatestDeliveryError
    } catch (error) {
      statusIn(trail, region).LatestDeliveryError = codeOf(error)
    }
    if (trail.CloudWatchLogsLogGroupArn) await this.#deliverToLogs(trail, region, records)
  }

  async #deliverToLogs(trail: Trail, region: string, records: readonly CloudTrailRecord[]): Promise<void> {
    const logGroupName = trail.CloudWatchLogsLogGroupArn?.split(':')[6] ?? ''
    const logStreamName = `${ACCOUNT}_CloudTrail_${region}`
    const call = (operation: string, body: Body) => this.#backend.call('logs', operation, body, { region: trail.HomeRegion })
    try {
      await call('CreateLogStream', { logGroupName, logStreamName }).catch((error: unknown) => {
        if (codeOf(error) !== 'ResourceAlreadyExistsException') throw error
      })
      const logEvents = records.map((record) => ({ timestamp: Date.parse(record.eventTime), message: JSON.stringify(record) }))
      for (let index = 0; index < logEvents.length; index += 500) {
        await call('PutLogEvents', { logGroupName, logStreamName, logEvents: logEvents.slice(index, index + 500) })
      }
      statusIn(trail, region).LatestCloudWatchLogsDeliveryTime = this.#clock.now()
      delete statusIn(trail, region).LatestCloudWatchLogsDeliveryError
    } catch (error) {
      statusIn(trail, region).LatestCloudWatchLogsDeliveryError = codeOf(error)
    }
  }

  /** Closes the current digest period of every validating trail: a signed digest file per region, also for a quiet one. */
  async closeDigestPeriod(): Promise<void> {
    await this.deliver()
    for (const trail of this.#trails.values()) {
      if (!trail.LogFileValidationEnabled || !trail.isLogging) continue
      for (const [region, stream] of this.#streamsOf(trail)) {
        const delivered = stream.delivered
        stream.delivered = []
        for (const end of stream.owed.splice(0)) await this.#writeDigest(trail, region, stream, end)
        stream.delivered = delivered
        const end = this.#clock.now()
        await this.#writeDigest(trail, region, stream, end)
        this.#begun.get(stream)?.ends.push(end)
      }
    }
  }

  async #writeDigest(trail: Trail, region: string, stream: Stream, end: Date): Promise<void> {
    const object = `${this.#folder(trail, 'CloudTrail-Digest', region, end)}/${ACCOUNT}_CloudTrail-Digest_${region}_${trail.Name}_${trail.HomeRegion}_${compactTime(end)}.json.gz`
    const times = stream.delivered.flatMap((file) => [file.oldestEventTime, file.newestEventTime]).sort()
    const previous = stream.previous
    const digest = {
      awsAccountId: ACCOUNT,
      digestStartTime: isoSeconds(stream.periodStart),
      digestEndTime: isoSeconds(end),
      digestS3Bucket: trail.S3BucketName,
      digestS3Object: object,
      digestPublicKeyFingerprint: await this.#keys.fingerprint(region),
      digestSignatureAlgorithm: 'SHA256withRSA',
      newestEventTime: times.at(-1) ?? null,
      oldestEventTime: times[0] ?? null,
      previousDigestS3Bucket: previous?.bucket ?? null,
      previousDigestS3Object: previous?.object ?? null,
      previousDigestHashValue: previous?.hash ?? null,
      previousDigestHashAlgorithm: previous ? 'SHA-256' : null,
      previousDigestSignature: previous?.signature ?? null,
      logFiles: stream.delivered,
    }
    const text = JSON.stringify(digest)
    const hash = createHash('sha256').update(text).digest('hex')
    const signed = [digest.digestEndTime, `${trail.S3BucketName}/${object}`, hash, previous?.signature ?? 'null'].join('\n')
    const signature = await this.#keys.sign(region, signed)
    try {
      await this.#put(trail, object, gzipSync(text), {
        'x-amz-meta-signature': signature,
        'x-amz-meta-signature-algorithm': 'SHA256withRSA',
      })
      stream.previous = { bucket: trail.S3BucketName, object, hash, signature }
      stream.delivered = []
      stream.periodStart = end
      statusIn(trail, region).LatestDigestDeliveryTime = end
      delete statusIn(trail, region).LatestDigestDeliveryError
    } catch (error) {
      statusIn(trail, region).LatestDigestDeliveryError = codeOf(error)
    }
  }

  #folder(trail: Trail, kind: string, region: string, time: Date): string {
    const [year, month, day] = isoSeconds(time).slice(0, 10).split('-')
    return `${trail.S3KeyPrefix ? `${trail.S3KeyPrefix}/` : ''}AWSLogs/${ACCOUNT}/${kind}/${region}/${year}/${month}/${day}`
  }

  async #put(trail: Trail, object: string, body: Buffer, headers: Record<string, string>): Promise<void> {
    if (!(await mayWrite(this.#backend, trail, object))) throw new AwsError('AccessDenied', 'Access Denied', 403)
    const encryption: Record<string, string> = trail.KmsKeyId
      ? { 'x-amz-server-side-encryption': 'aws:kms', 'x-amz-server-side-encryption-aws-kms-key-id': trail.KmsKeyId }
      : {}
    await this.#backend.s3('PUT', `/${trail.S3BucketName}/${object}`, {
      body,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', ...encryption, ...headers },
    })
  }
}

/** Whether the bucket's policy lets CloudTrail write this object for this trail, judged as S3 judges it. */
export async function mayWrite(backend: Backend, trail: Trail, object: string): Promise<boolean> {
  const response = await backend.s3('GET', `/${trail.S3BucketName}?policy`).catch((error: unknown) => {
    if (codeOf(error) === 'NoSuchBucketPolicy') return undefined
    throw error
  })
  if (!response) return false
  const context = requestContext({
    'aws:SourceArn': trail.TrailARN,
    'aws:SourceAccount': ACCOUNT,
    's3:x-amz-acl': 'bucket-owner-full-control',
    'aws:SecureTransport': 'true',
  })
  const principal = { type: 'Service', value: 'cloudtrail.amazonaws.com' }
  const statements = parsePolicy(await response.text())
  const asks = (action: string, resource: string) =>
    evaluatePolicy(statements, { action, resource, context, principal }).decision === 'allowed'
  const bucketArn = `arn:${trail.TrailARN.split(':')[1]}:s3:::${trail.S3BucketName}`
  return asks('s3:PutObject', `${bucketArn}/${object}`) && asks('s3:GetBucketAcl', bucketArn)
}

/** Whether the key's policy lets CloudTrail encrypt for this trail, judged as KMS judges a call without a caller of the account. */
export async function mayEncrypt(backend: Backend, trail: Trail): Promise<boolean> {
  if (!backend.cloud || trail.KmsKeyId === undefined) return true
  const [, , , region = trail.HomeRegion, account = ACCOUNT] = trail.KmsKeyId.startsWith('arn:') ? trail.KmsKeyId.split(':') : []
  const place = { region, account }
  try {
    const { KeyMetadata } = await backend.call('kms', 'DescribeKey', { KeyId: trail.KmsKeyId }, place)
    const { KeyId, Arn } = KeyMetadata as { KeyId: string; Arn: string }
    const { Policy } = await backend.call('kms', 'GetKeyPolicy', { KeyId, PolicyName: 'default' }, place)
    const context = requestContext({
      'aws:SourceArn': trail.TrailARN,
      'aws:SourceAccount': trail.TrailARN.split(':')[4],
      'kms:EncryptionContext:aws:cloudtrail:arn': trail.TrailARN,
      'kms:EncryptionContextKeys': ['aws:cloudtrail:arn'],
    })
    const principal = { type: 'Service', value: 'cloudtrail.amazonaws.com' }
    const request = { action: 'kms:GenerateDataKey', resource: Arn, context, principal }
    return evaluatePolicy(parsePolicy(String(Policy)), request).decision === 'allowed'
  } catch (error) {
    if (error instanceof AwsError && /NotFound/.test(error.code))
      throw new AwsError('KmsKeyNotFoundException', `The KMS key ${trail.KmsKeyId} was not found.`)
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof AwsError ? error.code : String(error)
}
