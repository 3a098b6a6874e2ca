import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, LOG_BUCKET, openBench, TRAIL_ARN } from '../support/sandbox.ts'

interface Stored {
  Body: Buffer
  Metadata: Record<string, string>
}

interface Tampering {
  name: string
  kind: 'CloudTrail' | 'CloudTrail-Digest'
  /** Which object of its kind and region, oldest first. */
  position: number
  /** The object afterwards; undefined deletes it. */
  spoil(object: Stored): Stored | undefined
  /** Codes that must fail. */
  codes: readonly string[]
  /** What AWS's own validator does not see, with the reason. */
  awsMisses?: string
}

const edited = (object: Stored, change: (text: string) => string): Stored => ({
  ...object,
  Body: gzipSync(change(gunzipSync(object.Body).toString('utf8'))),
})

const ON_EACH: readonly Omit<Tampering, 'position'>[] = [
  {
    name: 'a log with a record changed',
    kind: 'CloudTrail',
    spoil: (o) => edited(o, (t) => t.replace('"eventName":"', '"eventName":"Not')),
    codes: ['DIG-006'],
  },
  { name: 'a log with white space added', kind: 'CloudTrail', spoil: (o) => edited(o, (t) => `${t} `), codes: ['DIG-006'] },
  { name: 'a log emptied of records', kind: 'CloudTrail', spoil: (o) => edited(o, () => '{"Records":[]}'), codes: ['DIG-006'] },
  { name: 'a log deleted', kind: 'CloudTrail', spoil: () => undefined, codes: ['DIG-006'] },
  { name: 'a log cut', kind: 'CloudTrail', spoil: (o) => ({ ...o, Body: o.Body.subarray(0, o.Body.length - 12) }), codes: ['DIG-006'] },
  { name: 'a log that is no gzip', kind: 'CloudTrail', spoil: (o) => ({ ...o, Body: gunzipSync(o.Body) }), codes: ['DIG-006'] },
  {
    name: 'a log with bytes behind it',
    kind: 'CloudTrail',
    spoil: (o) => ({ ...o, Body: Buffer.concat([o.Body, Buffer.from('x')]) }),
    codes: ['DIG-006'],
  },
  {
    name: 'a digest with another log hash',
    kind: 'CloudTrail-Digest',
    spoil: (o) => edited(o, (t) => t.replace(/"hashValue":"../, '"hashValue":"00')),
    codes: ['DIG-001'],
  },
  {
    name: 'a digest with another start',
    kind: 'CloudTrail-Digest',
    spoil: (o) => edited(o, (t) => t.replace(/"digestStartTime":"\d{4}/, '"digestStartTime":"2001')),
    codes: ['DIG-001'],
  },
  {
    name: 'a digest of another account',
    kind: 'CloudTrail-Digest',
    spoil: (o) => edited(o, (t) => t.replace('"awsAccountId":"123456789012"', '"awsAccountId":"210987654321"')),
    codes: ['DIG-001'],
  },
  {
    name: 'a digest that names another bucket',
    kind: 'CloudTrail-Digest',
    spoil: (o) => edited(o, (t) => t.replace(`"digestS3Bucket":"${LOG_BUCKET}"`, '"digestS3Bucket":"elsewhere"')),
    codes: ['DIG-001', 'DIG-002'],
  },
  {
    name: 'a digest with an unknown key',
    kind: 'CloudTrail-Digest',
    spoil: (o) => edited(o, (t) => t.replace(/"digestPublicKeyFingerprint":"[^"]+"/, '"digestPublicKeyFingerprint":"00"')),
    codes: ['DIG-001'],
  },
  {
    name: 'a digest with another signature',
    kind: 'CloudTrail-Digest',
    spoil: (o) => ({ ...o, Metadata: { ...o.Metadata, signature: 'ab'.repeat(256) } }),
    codes: ['DIG-001'],
  },
  { name: 'a digest without a signature', kind: 'CloudTrail-Digest', spoil: (o) => ({ ...o, Metadata: {} }), codes: ['DIG-001'] },
  { name: 'a digest that is no JSON', kind: 'CloudTrail-Digest', spoil: (o) => edited(o, () => '<html>'), codes: ['DIG-001'] },
  { name: 'a digest cut', kind: 'CloudTrail-Digest', spoil: (o) => ({ ...o, Body: o.Body.subarray(0, 30) }), codes: ['DIG-001'] },
]

const DELETED: readonly Tampering[] = [
  { name: 'a digest deleted', kind: 'CloudTrail-Digest', position: 1, spoil: () => undefined, codes: ['DIG-004'] },
  { name: 'a digest deleted', kind: 'CloudTrail-Digest', position: 2, spoil: () => undefined, codes: ['DIG-004'] },
  {
    name: 'the newest digest deleted',
    kind: 'CloudTrail-Digest',
    position: -1,
    spoil: () => undefined,
    codes: ['DIG-007'],
    awsMisses: 'it walks back from the newest digest there is, and asks nobody whether that is the newest there was',
  },
]

const TAMPERINGS: readonly Tampering[] = [
  ...ON_EACH.flatMap((tampering) => [0, 1, -1].map((position) => ({ ...tampering, position }))),
  ...DELETED,
]

/** The trail's own validator and ours, on a chain of five hours in two regions, spoilt in one place at a time. */
describe('integrity beside aws cloudtrail validate-logs', () => {
  let bench: Bench
  let s3: S3Client
  const start = () => new Date(Date.now() - 86_400_000).toISOString()
  const end = () => new Date(Date.now() + 86_400_000).toISOString()
  const ours = () => bench.run('integrity', { 'start-time': start(), 'end-time': end(), full: 'true' })
  const theirs = async () => {
    const { stdout } = await bench.awsText(
      'cloudtrail',
      'validate-logs',
      '--trail-arn',
      TRAIL_ARN,
      '--start-time',
      start(),
      '--end-time',
      end(),
    )
    return /\d+\/\d+ digest files valid/.test(stdout) && !/INVALID|invalid/.test(stdout)
  }
  const keysOf = async (kind: Tampering['kind'], region: string) => {
    const { Contents = [] } = await s3.send(
      new ListObjectsV2Command({ Bucket: LOG_BUCKET, Prefix: `mlops-logs/AWSLogs/123456789012/${kind}/${region}/` }),
    )
    return Contents.map(({ Key = '' }) => Key)
  }
  const get = async (key: string): Promise<Stored> => {
    const { Body, Metadata = {} } = await s3.send(new GetObjectCommand({ Bucket: LOG_BUCKET, Key: key }))
    return { Body: Buffer.from((await Body?.transformToByteArray()) ?? []), Metadata }
  }
  const put = async (key: string, object: Stored | undefined) =>
    object === undefined
      ? s3.send(new DeleteObjectCommand({ Bucket: LOG_BUCKET, Key: key }))
      : s3.send(new PutObjectCommand({ Bucket: LOG_BUCKET, Key: key, ContentEncoding: 'gzip', ...object }))

  beforeAll(async () => {
    bench = await openBench({ clockBehindMs: 5.5 * 3_600_000 })
    s3 = new S3Client({ forcePathStyle: true })
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    // Where the trail's state is not read, no other region is asked, and has no records of it: two chains instead of one for each region.
    bench.started.sandbox.deny('*', 'cloudtrail:GetTrailStatus')
    expect((await bench.run('deploy')).report.outcome).toBe('deployed')
    bench.started.sandbox.allowAll()
    for (let hour = 0; hour < 5; hour += 1) {
      await bench.aws('iam', 'list-users')
      await bench.aws('s3api', 'list-buckets', '--region', 'ap-southeast-1')
      await bench.started.sandbox.advanceHours(1)
    }
  })
  afterAll(() => bench.close())

  it('both call the untouched chain valid; ours saw every region', async () => {
    const { report, exitCode } = await ours()
    expect(report.findings.filter(({ status }) => status !== 'pass')).toEqual([])
    expect(exitCode).toBe(0)
    expect(report.notices.join('\n')).toMatch(/us-east-1: 5 digests/)
    expect(report.notices.join('\n')).toMatch(/ap-southeast-1: \d digests/)
    expect(await theirs()).toBe(true)
    // Before the trail was made there is nothing to prove, and that is said first.
    expect(report.notices[0]).toMatch(/^Proven: 5 of the 48 hours asked for \(.*\), in each of 2 regions\.$/)
    expect(report.notices.join('\n')).toMatch(/No digests in us-east-1 from .*: the trail did not log\./)
  })

  it('does not take a validation of a day for one of a year', async () => {
    const short = { 'start-time': new Date(Date.now() - 3_600_000).toISOString() }
    const long = { 'start-time': new Date(Date.now() - 86_400_000).toISOString() }
    const key = (await keysOf('CloudTrail', 'us-east-1')).at(0) ?? ''
    const before = await get(key)
    rmSync(join(bench.folder, '.mlops-audit', 'integrity-checkpoint.json'), { force: true })
    expect((await bench.run('integrity', short)).exitCode).toBe(0)
    await put(
      key,
      edited(before, (text) => `${text} `),
    )
    const { report, exitCode } = await bench.run('integrity', long)
    await put(key, before)
    expect([exitCode, report.findings.find(({ status }) => status === 'fail')?.code]).toEqual([1, 'DIG-006'])
  })

  it('sees that a whole region is gone, digests and log files', async () => {
    const keys = [...(await keysOf('CloudTrail-Digest', 'ap-southeast-1')), ...(await keysOf('CloudTrail', 'ap-southeast-1'))]
    const before = await Promise.all(keys.map(get))
    await Promise.all(keys.map((key) => put(key, undefined)))
    const { report, exitCode } = await ours()
    await Promise.all(keys.map((key, index) => put(key, before[index])))
    expect([exitCode, report.findings.filter(({ status }) => status !== 'pass').map(({ code }) => code)]).toEqual([1, ['DIG-007']])
    expect(report.findings[0]?.message).toMatch(/ap-southeast-1: CloudTrail delivered a digest at .*; there is none/)
  })

  it('goes on from its checkpoint, and not from one that was edited', async () => {
    await ours()
    const again = await bench.run('integrity', { 'start-time': start(), 'end-time': end() })
    expect(again.report.notices.join('\n')).toMatch(/were validated before/)
    expect(again.exitCode).toBe(0)
  })

  it('saves what it read, and says the same of it offline; what is changed, missing or beside it there is seen', async () => {
    const folder = join(bench.folder, 'saved')
    const stray = `${(await keysOf('CloudTrail', 'us-east-1')).at(2)?.replace(/_[A-Za-z0-9]+\.json\.gz$/, '_PlantedPlanted00.json.gz')}`
    const planted: Stored = { Body: gzipSync('{"Records":[]}'), Metadata: {} }
    const codes = ({ findings }: { findings: readonly { code: string; status: string; message: string }[] }) =>
      findings.filter(({ status }) => status !== 'pass').map(({ code, status, message }) => `${code} ${status} ${message}`)
    const times = { 'start-time': start(), 'end-time': end() }
    const offline = () =>
      bench.run('integrity', { 'logs-from': folder }, { defaultCredentials: () => Promise.reject(new Error('asked AWS')) })
    const live = await bench.run('integrity', { ...times, save: folder })
    const again = await offline()
    expect([live.exitCode, again.exitCode, codes(again.report)]).toEqual([0, 0, []])
    expect(again.report.notices[1]).toMatch(/^Offline, from .*saved, saved at .* AWS was not asked\. The public keys are the folder's own/)
    expect(again.report.findings.length).toBe(8)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json.gz'))
    const log = join(folder, files.find((name) => /CloudTrail\/us-east-1/.test(name)) ?? '')
    const digests = files.filter((name) => /CloudTrail-Digest\/us-east-1/.test(name)).sort()
    const spoils: readonly [string, string, (bytes: Buffer) => Buffer | undefined][] = [
      ['DIG-006', log, () => gzipSync('{"Records":[]}')],
      ['DIG-006', log, () => undefined],
      [
        'DIG-001',
        join(folder, digests[1] ?? ''),
        (bytes) =>
          gzipSync(
            gunzipSync(bytes)
              .toString()
              .replace(/"hashValue":"../, '"hashValue":"00'),
          ),
      ],
      ['DIG-001', `${join(folder, digests[1] ?? '')}.metadata.json`, () => undefined],
      ['DIG-004', join(folder, digests[1] ?? ''), () => undefined],
      ['DIG-004', join(folder, digests[0] ?? ''), () => undefined],
      ['DIG-007', join(folder, digests.at(-1) ?? ''), () => undefined],
    ]
    for (const [code, path, spoil] of spoils) {
      const before = readFileSync(path)
      const after = spoil(before)
      if (after) writeFileSync(path, after)
      else rmSync(path)
      const { report, exitCode } = await offline()
      writeFileSync(path, before)
      expect([code, path, exitCode, codes(report).join()]).toEqual([code, path, 1, expect.stringContaining(`${code} fail`)])
    }
    // A log file that no digest names is found offline as it was live.
    await put(stray, planted)
    const found = await bench.run('integrity', { ...times, save: folder })
    await put(stray, undefined)
    expect([found.exitCode, codes(found.report)]).toEqual([1, codes((await offline()).report)])
    expect(codes(found.report).join()).toContain(stray)
    const other = await bench.run('integrity', { 'logs-from': folder, 'trail-arn': TRAIL_ARN.replace('-audit-trail', '-other') })
    expect([other.exitCode, other.report.problems[0]?.message]).toEqual([3, expect.stringMatching(/holds the logs of .*, not of /)])
    for (const text of ['', '[]', '{"schemaVersion":1}', '{']) {
      writeFileSync(join(folder, 'trail.json'), text)
      const { exitCode, report } = await offline()
      expect([text, exitCode, report.problems[0]?.message]).toEqual([text, 3, expect.stringMatching(/is not what --save wrote/)])
    }
    rmSync(folder, { recursive: true })
    expect((await offline()).report.problems[0]).toMatchObject({ message: expect.stringMatching(/there is no .*trail\.json/) })
  })

  it('a time without any digest proves nothing, and is red', async () => {
    const { report, exitCode } = await bench.run('integrity', { 'start-time': '2026-01-01', 'end-time': '2026-01-02', full: 'true' })
    expect([exitCode, report.findings.find(({ code }) => code === 'DIG-008')]).toMatchObject([1, { status: 'fail' }])
  })

  it.each(TAMPERINGS.map((tampering) => [tampering.name, tampering.position, tampering] as const))(
    'finds %s (at %i)',
    async (_name, _position, { kind, position, spoil, codes, awsMisses }) => {
      const key = (await keysOf(kind, 'us-east-1')).at(position) ?? ''
      const before = await get(key)
      await put(key, spoil(before))
      try {
        const { report, exitCode } = await ours()
        const failing = report.findings.filter(({ status }) => status === 'fail').map(({ code }) => code)
        expect(failing).toEqual(expect.arrayContaining([...codes]))
        expect(exitCode).toBe(1)
        expect(report.findings.find(({ code }) => code === codes[0])?.message).toContain(codes[0] === 'DIG-007' ? 'us-east-1' : key)
        // AWS's validator starts slowly: it judges each kind of tampering once, ours at every place.
        if (position === 1 || (kind === 'CloudTrail-Digest' && codes[0] !== 'DIG-001')) expect(await theirs()).toBe(awsMisses !== undefined)
      } finally {
        await put(key, before)
      }
    },
  )

  // Last: from here on every region has a chain of its own, as verify asks each of them.
  it('`verify` has the same findings of the last day, keeps them, and repeats them offline', async () => {
    const key = (await keysOf('CloudTrail', 'us-east-1')).at(-2) ?? ''
    const before = await get(key)
    const of = (findings: readonly { code: string; status: string }[]) =>
      findings.filter(({ code }) => code.startsWith('DIG-')).map(({ code, status }) => `${code} ${status}`)
    const clean = await bench.run('verify')
    expect(of(clean.report.findings).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((index) => `DIG-00${index} pass`))
    await put(key, undefined)
    const { report, exitCode } = await bench.run('verify')
    await put(key, before)
    expect([exitCode, of(report.findings)[0], report.findings.find(({ code }) => code === 'DIG-006')?.frameworks['soc2']]).toEqual([
      1,
      'DIG-006 fail',
      expect.arrayContaining(['CC7.3']),
    ])
    const replayed = await bench.run('verify', { from: join(bench.folder, '.mlops-audit') })
    expect(of(replayed.report.findings)).toEqual(of(report.findings))
    const without = await bench.run('verify', { 'integrity-hours': '0' })
    expect(of(without.report.findings)).toEqual([])
  })
})
