import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createClients } from '../../src/aws/clients.ts'
import { COPY_LIMITS, copyVersion, listVersions } from '../../src/aws/copy-object.ts'
import { load, MINIMAL } from '../support/config.ts'
import { type Bench, cancelledBy, openBench } from '../support/sandbox.ts'

const SOURCE = 'acme-gold'
const FROM = 'us-west-2'
const TO = 'eu-west-1'
const CONFIG = `${MINIMAL}workload-region: ${FROM}
access: { eks: false, replica: { bucket: ${SOURCE}, region: ${TO}, prefixes: [gold/, artifacts/] } }
`
const { names } = load(CONFIG)
const REPLICA = names.replicaBucket
const COUNT = 40

let bench: Bench
let keyArn = ''
const clients = (region: string) =>
  createClients({
    region,
    credentials: { accessKeyId: process.env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: process.env['AWS_SECRET_ACCESS_KEY'] ?? '' },
    userAgent: 'test',
  })
const s3 = async (region: string) => ({ client: await clients(region).s3(), sdk: await import('@aws-sdk/client-s3') })
const put = async (key: string, body: string | Uint8Array, more: object = {}) => {
  const { client, sdk } = await s3(FROM)
  await client.send(new sdk.PutObjectCommand({ Bucket: SOURCE, Key: key, Body: body, ...more }))
}
const head = async (key: string) => {
  const { client, sdk } = await s3(TO)
  return client.send(new sdk.HeadObjectCommand({ Bucket: REPLICA, Key: key, ChecksumMode: 'ENABLED' }))
}
const replicate = (inputs: Record<string, string> = {}, world = {}) => bench.run('replicate', inputs, world)
const copies = () => bench.started.sandbox.faults.calls.get('s3:CopyObject') ?? 0

beforeAll(async () => {
  bench = await openBench()
  bench.config(CONFIG)
})
afterAll(() => bench.close())

describe('replicate', () => {
  it('refuses what it cannot mean', async () => {
    bench.config(MINIMAL)
    const without = await replicate()
    expect([without.exitCode, without.report.problems[0]?.message]).toEqual([3, 'The config has no replica to copy to.'])
    bench.config(CONFIG)
    const other = await replicate({ 'copy-to': 'someones-bucket' })
    expect([other.exitCode, other.report.problems[0]?.message]).toEqual([
      3,
      `\`copy-to\` is "someones-bucket", and the replica is ${REPLICA}. Nothing was copied.`,
    ])
    expect((await replicate()).report.problems[0]?.message).toBe(`There is no bucket ${SOURCE} to copy from.`)
    const [source, target] = [await s3(FROM), await s3(TO)]
    await source.client.send(
      new source.sdk.CreateBucketCommand({ Bucket: SOURCE, CreateBucketConfiguration: { LocationConstraint: FROM } }),
    )
    expect((await replicate()).report.problems[0]?.message).toBe(`There is no replica ${REPLICA} yet.`)
    await target.client.send(new target.sdk.CreateBucketCommand({ Bucket: REPLICA, CreateBucketConfiguration: { LocationConstraint: TO } }))
    for (const { client, sdk, Bucket } of [
      { ...source, Bucket: SOURCE },
      { ...target, Bucket: REPLICA },
    ])
      await client.send(new sdk.PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }))
    const { KeyMetadata } = await bench.aws('kms', 'create-key', '--region', TO)
    keyArn = KeyMetadata.Arn
    await target.client.send(
      new target.sdk.PutBucketEncryptionCommand({
        Bucket: REPLICA,
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn }, BucketKeyEnabled: true }],
        },
      }),
    )
  })

  it('lists and prices first, and copies nothing', async () => {
    for (let index = 0; index < COUNT; index += 1)
      await put(`gold/part ${index}+ü.csv`, `row ${index}\n`, {
        Metadata: { run: String(index) },
        ContentType: 'text/csv',
        Tagging: 'owner=data&step=1',
      })
    await put('other/not-ours.csv', 'x')
    const { report, exitCode } = await replicate()
    expect(exitCode).toBe(0)
    expect(report.outcome).toBe('planned')
    expect(report.copy).toMatchObject({
      from: SOURCE,
      fromRegion: FROM,
      to: REPLICA,
      toRegion: TO,
      objects: COUNT,
      missing: { objects: COUNT },
    })
    expect(report.copy?.price.map(({ item }) => item)).toEqual(['transfer.out-region', 's3.put', 's3.get', 's3.get'])
    expect(report.notices).toEqual([
      `New objects of ${SOURCE} below gold/, artifacts/ do not follow by themselves: set the rule first (output ReplicationConfiguration of the replica stack), or run this again.`,
      `Nothing was copied. \`--copy-to ${REPLICA}\` copies.`,
    ])
    expect(copies()).toBe(0)
  })

  it('goes on where it was ended, copying nothing twice', async () => {
    const cancel = new AbortController()
    const silent = {
      done() {},
      failed() {},
      note() {},
      warn() {},
      start: () => ({ update: (text: string) => void (/^7 of/.test(text) && cancel.abort()), alive() {}, end() {} }),
    }
    const ended = await replicate({ 'copy-to': REPLICA }, { signal: cancelledBy(cancel.signal), progress: silent })
    expect(ended.exitCode).toBe(2)
    const first = ended.report.copy?.done?.copied ?? 0
    expect(first).toBeGreaterThanOrEqual(7)
    expect(first).toBeLessThan(COUNT)
    expect(ended.report.problems.at(-1)?.message).toBe(
      `Cancelled: ${COUNT - first} objects are not copied yet; run the same command again, it goes on from there.`,
    )
    const rest = await replicate({ 'copy-to': REPLICA })
    expect([rest.exitCode, rest.report.outcome]).toEqual([0, 'replicated'])
    expect(rest.report.copy?.done).toMatchObject({ copied: COUNT - first, byChecksum: COUNT - first, bySize: 0 })
    expect(copies()).toBe(COUNT)
  })

  it('keeps metadata, tags and type, under the key there', async () => {
    const found = await head('gold/part 3+ü.csv')
    expect(found).toMatchObject({ Metadata: { run: '3' }, ContentType: 'text/csv', ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyArn })
    const { client, sdk } = await s3(TO)
    const { TagSet } = await client.send(new sdk.GetObjectTaggingCommand({ Bucket: REPLICA, Key: 'gold/part 3+ü.csv' }))
    expect(TagSet).toEqual([
      { Key: 'owner', Value: 'data' },
      { Key: 'step', Value: '1' },
    ])
  })

  it('copies only what is new the second time, and what the replica lost', async () => {
    const missing = async (inputs = {}) => (await replicate(inputs)).report.copy?.missing.objects
    expect(await missing()).toBe(0)
    await put('artifacts/model.tar.gz', 'model')
    await put('gold/part 0+ü.csv', 'row 0, corrected\n')
    expect(await missing()).toBe(2)
    const { client, sdk } = await s3(TO)
    await client.send(new sdk.DeleteObjectCommand({ Bucket: REPLICA, Key: 'gold/part 1+ü.csv' }))
    expect(await missing()).toBe(3)
    expect((await replicate({ 'copy-to': REPLICA })).report.copy?.done?.copied).toBe(3)
    // Replaced in the replica by something of the same size: the earlier run does not stand for it.
    await client.send(new sdk.PutObjectCommand({ Bucket: REPLICA, Key: 'gold/part 4+ü.csv', Body: 'ROW 4\n' }))
    expect(await missing()).toBe(1)
    expect((await replicate({ 'copy-to': REPLICA })).report.copy?.done?.copied).toBe(1)
    // A machine that knows of no earlier run compares checksums, and takes nothing of the same size for the same.
    const elsewhere = { 'output-dir': join(bench.folder, 'elsewhere') }
    expect(await missing(elsewhere)).toBe(0)
    await client.send(new sdk.PutObjectCommand({ Bucket: REPLICA, Key: 'gold/part 2+ü.csv', Body: 'ROW 2\n' }))
    expect(await missing({ 'output-dir': join(bench.folder, 'third') })).toBe(1)
  })

  it('names what fails, and copies the rest', async () => {
    await put('gold/refused.csv', 'a')
    await put('gold/taken.csv', 'b')
    const policy = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: `arn:aws:s3:::${REPLICA}/gold/refused*` }],
    }
    const file = join(bench.folder, 'policy.json')
    writeFileSync(file, JSON.stringify(policy))
    await bench.aws('s3api', 'put-bucket-policy', '--region', TO, '--bucket', REPLICA, '--policy', `file://${file}`)
    const { exitCode, report } = await replicate({ 'copy-to': REPLICA })
    expect([exitCode, report.outcome, report.problems.length]).toEqual([2, 'failed', 1])
    expect(report.problems[0]?.message).toMatch(/s3:CopyObject for .*gold\/refused\.csv/)
    await expect(head('gold/taken.csv')).resolves.toMatchObject({ ContentLength: 1 })
    await bench.aws('s3api', 'delete-bucket-policy', '--region', TO, '--bucket', REPLICA)
  })

  it('copies every version in its order where that is asked', async () => {
    for (const text of ['one', 'two', 'three']) await put('artifacts/history.txt', text)
    const inputs = { 'copy-to': REPLICA, 'all-versions': 'true', 'output-dir': join(bench.folder, 'versions') }
    expect((await replicate(inputs)).exitCode).toBe(0)
    const sizes: number[] = []
    for await (const { size } of listVersions(clients(TO), REPLICA, 'artifacts/history.txt')) sizes.push(size)
    // Newest first.
    expect(sizes).toEqual([5, 3, 3])
    const { client, sdk } = await s3(TO)
    const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: REPLICA, Key: 'artifacts/history.txt' }))
    expect(await Body?.transformToString()).toBe('three')
    expect((await replicate({ ...inputs, 'copy-to': '' })).report.copy?.missing.objects).toBe(0)
  })

  it('copies in parts what is too large for one call, with metadata and tags, and leaves no parts when that fails', async () => {
    const MB = 1024 ** 2
    const body = Buffer.alloc(12 * MB, 'large ')
    await put('artifacts/large.bin', body, { Metadata: { model: 'xgb' }, Tagging: 'a=b%20c', ContentType: 'application/x-model' })
    const places = { source: { bucket: SOURCE, clients: clients(FROM) }, target: { bucket: REPLICA, clients: clients(TO) } }
    let large: Parameters<typeof copyVersion>[1] | undefined
    for await (const version of listVersions(places.source.clients, SOURCE, 'artifacts/large.bin')) large = version
    if (!large) throw new Error('no large object')
    const limits = { single: 6 * MB, part: 5 * MB }
    expect(COPY_LIMITS.single).toBe(5 * 1024 ** 3)
    await copyVersion(places, large, limits)
    expect(await head('artifacts/large.bin')).toMatchObject({
      ContentLength: 12 * MB,
      Metadata: { model: 'xgb' },
      ContentType: 'application/x-model',
    })
    const { client, sdk } = await s3(TO)
    const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: REPLICA, Key: 'artifacts/large.bin' }))
    const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect(sha((await Body?.transformToByteArray()) ?? new Uint8Array())).toBe(sha(body))
    const { TagSet } = await client.send(new sdk.GetObjectTaggingCommand({ Bucket: REPLICA, Key: 'artifacts/large.bin' }))
    expect(TagSet).toEqual([{ Key: 'a', Value: 'b c' }])
    // Replaced while it is copied: neither the old one nor a mixture is there, and no parts are left.
    await expect(copyVersion(places, { ...large, etag: '"00000000000000000000000000000000"' }, limits)).rejects.toThrow(/s3:UploadPartCopy/)
    const { Uploads } = await client.send(new sdk.ListMultipartUploadsCommand({ Bucket: REPLICA }))
    expect(Uploads ?? []).toEqual([])
  })
})
