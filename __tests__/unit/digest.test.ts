import { gzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { CHECKS } from '../../src/checks/registry.ts'
import { openCheckpoint, sealCheckpoint } from '../../src/digest/checkpoint.ts'
import { withEnds } from '../../src/digest/coverage.ts'
import { parseDigestKey, parseLogKey } from '../../src/digest/object-keys.ts'
import type { Pause } from '../../src/digest/pauses.ts'
import { pausesOf } from '../../src/digest/pauses.ts'
import type { ChainResult } from '../../src/digest/request.ts'
import { logsFound, provenText } from '../../src/digest/summary.ts'
import { createDigestCrypto } from '../../src/edge/digest-crypto.ts'
import { read } from '../../src/model/evidence.ts'
import type { Facts } from '../../src/model/facts.ts'
import { type LogsFound, PROBLEMS, type ProblemKind } from '../../src/model/log-integrity.ts'
import { evaluateChecks } from '../../src/verify/evaluate.ts'
import { aChain, BUCKET, type Chain, requestOf, rewrite, textOf, validate } from '../support/digest-chain.ts'

const HOURS = 5
const POSITIONS = ['first', 'middle', 'last'] as const
type Position = (typeof POSITIONS)[number]
const indexOf = { first: 0, middle: 2, last: HOURS - 1 } as const

const findingsOf = (found: LogsFound) => {
  const facts: Facts = {
    ...{ account: '123456789012', region: 'us-east-1', partition: 'aws', config: undefined, collectedAt: found.to },
    ...{ trails: [], logBuckets: [], keys: [], logGroups: [], alertPaths: [], roles: [], oidcProviders: [] },
    logIntegrity: [{ arn: 'arn', found: read(found) }],
  }
  return evaluateChecks(CHECKS, facts)
}

const kindsOf = async (chain: Chain, overrides: Parameters<typeof validate>[1] = {}) => {
  const { problems } = await validate(chain, overrides)
  return [...new Set(problems.map(({ kind }) => kind))].sort()
}

interface Tampering {
  name: string
  spoil(chain: Chain, index: number): void
  /** What must be found; more where a link to a neighbour breaks too. */
  expected(position: Position): readonly ProblemKind[]
}

const digestAt = (chain: Chain, index: number) => chain.digestKeys[index] ?? ''
const logAt = (chain: Chain, index: number) => chain.logKeys[index * 2] ?? ''
const object = (chain: Chain, key: string) => chain.objects.get(key) ?? { bytes: Buffer.alloc(0), metadata: {} }
const unless = (position: Position, last: Position, kinds: readonly ProblemKind[]) => (position === last ? [] : kinds)

const DIGEST_TAMPERINGS: readonly Tampering[] = [
  {
    name: 'is deleted',
    spoil: (chain, index) => chain.objects.delete(digestAt(chain, index)),
    // From the end, only CloudTrail's own word of the newest delivery tells; before the first, nothing was read yet.
    expected: (position) =>
      ({ first: [], middle: ['digest-missing', 'log-unlisted'], last: ['newest-missing'] })[position] as ProblemKind[],
  },
  {
    name: 'has another hash for a log',
    spoil: (chain, index) =>
      rewrite(chain, digestAt(chain, index), (digest) => {
        Object.assign((digest['logFiles'] as object[])[0] ?? {}, { hashValue: 'a'.repeat(64) })
      }),
    expected: (position) => [...unless(position, 'last', ['link-hash']), 'log-changed', 'signature-invalid'],
  },
  {
    name: 'leaves a log out',
    spoil: (chain, index) => rewrite(chain, digestAt(chain, index), (digest) => (digest['logFiles'] as unknown[]).pop()),
    expected: (position) => [...unless(position, 'last', ['link-hash']), 'log-unlisted', 'signature-invalid'],
  },
  {
    name: 'says another end',
    spoil: (chain, index) => rewrite(chain, digestAt(chain, index), (digest) => (digest['digestEndTime'] = '2026-11-24T22:30:01Z')),
    expected: () => ['signature-invalid'],
  },
  {
    name: 'has white space added',
    spoil: (chain, index) => {
      const at = object(chain, digestAt(chain, index))
      at.bytes = gzipSync(`${textOf(at)}\n`)
    },
    expected: (position) => [...unless(position, 'last', ['link-hash']), 'signature-invalid'],
  },
  {
    name: 'is signed by a stranger',
    spoil: (chain, index) => chain.sign(digestAt(chain, index), 'stranger'),
    expected: (position) => [...unless(position, 'last', ['link-signature']), 'signature-invalid'],
  },
  {
    name: 'has no signature',
    spoil: (chain, index) => delete object(chain, digestAt(chain, index)).metadata['signature'],
    expected: () => ['signature-missing'],
  },
  {
    name: 'has a signature that is no hexadecimal',
    spoil: (chain, index) => (object(chain, digestAt(chain, index)).metadata['signature'] = 'zz'),
    expected: (position) => [...unless(position, 'last', ['link-signature']), 'signature-invalid'],
  },
  {
    name: 'names an unknown key',
    spoil: (chain, index) => {
      rewrite(chain, digestAt(chain, index), (digest) => (digest['digestPublicKeyFingerprint'] = 'f'.repeat(32)))
    },
    expected: (position) => [...unless(position, 'last', ['link-hash']), 'signature-key-unknown'],
  },
  {
    name: 'names another algorithm',
    spoil: (chain, index) => (object(chain, digestAt(chain, index)).metadata['signature-algorithm'] = 'MD5withRSA'),
    expected: () => ['signature-invalid'],
  },
  {
    name: 'was delivered under another key',
    spoil: (chain, index) => {
      rewrite(chain, digestAt(chain, index), (digest) => (digest['digestS3Object'] = 'elsewhere.json.gz'))
      chain.sign(digestAt(chain, index), 'cloudtrail')
    },
    expected: (position) => ['digest-moved', ...unless(position, 'last', ['link-hash', 'link-signature'])],
  },
  {
    name: 'was delivered to another bucket',
    spoil: (chain, index) => {
      rewrite(chain, digestAt(chain, index), (digest) => (digest['digestS3Bucket'] = 'other-bucket'))
      chain.sign(digestAt(chain, index), 'cloudtrail')
    },
    expected: (position) => ['digest-moved', ...unless(position, 'last', ['link-hash', 'link-signature'])],
  },
  {
    name: 'is cut',
    spoil: (chain, index) => {
      const at = object(chain, digestAt(chain, index))
      at.bytes = at.bytes.subarray(0, at.bytes.length - 20)
    },
    expected: (position) => ['digest-broken', ...unless(position, 'last', []), ...lostLogs()],
  },
  {
    name: 'has a byte after its gzip stream',
    spoil: (chain, index) => {
      const at = object(chain, digestAt(chain, index))
      at.bytes = Buffer.concat([at.bytes, Buffer.from([0])])
    },
    expected: () => ['digest-broken', ...lostLogs()],
  },
  {
    name: 'is no gzip',
    spoil: (chain, index) => (object(chain, digestAt(chain, index)).bytes = Buffer.from('{"awsAccountId": "123456789012"}')),
    expected: () => ['digest-broken', ...lostLogs()],
  },
  {
    name: 'is no JSON',
    spoil: (chain, index) => (object(chain, digestAt(chain, index)).bytes = gzipSync('<html>503</html>')),
    expected: () => ['digest-broken', ...lostLogs()],
  },
  ...['digestEndTime', 'digestS3Object', 'logFiles', 'digestPublicKeyFingerprint'].map(
    (member): Tampering => ({
      name: `has no ${member}`,
      spoil: (chain, index) => rewrite(chain, digestAt(chain, index), (digest) => delete digest[member]),
      expected: () => ['digest-broken', ...lostLogs()],
    }),
  ),
  {
    name: 'is emptied',
    spoil: (chain, index) => (object(chain, digestAt(chain, index)).bytes = Buffer.alloc(0)),
    expected: () => ['digest-broken', ...lostLogs()],
  },
  {
    name: 'is replaced by its neighbour',
    spoil: (chain, index) => {
      const other = chain.objects.get(digestAt(chain, index === 0 ? 1 : index - 1))
      if (other) chain.objects.set(digestAt(chain, index), { bytes: other.bytes, metadata: { ...other.metadata } })
    },
    expected: () => ['digest-moved'],
  },
]

/** The logs of a digest that cannot be read stand in no digest. */
function lostLogs(): ProblemKind[] {
  return ['log-unlisted']
}

const LOG_TAMPERINGS: readonly Tampering[] = [
  { name: 'is deleted', spoil: (chain, index) => chain.objects.delete(logAt(chain, index)), expected: () => ['log-missing'] },
  {
    name: 'has a record changed',
    spoil: (chain, index) =>
      rewrite(chain, logAt(chain, index), (log) => Object.assign((log['Records'] as object[])[0] ?? {}, { eventName: 'ListBuckets' })),
    expected: () => ['log-changed'],
  },
  {
    name: 'has a record removed',
    spoil: (chain, index) => rewrite(chain, logAt(chain, index), (log) => (log['Records'] as unknown[]).pop()),
    expected: () => ['log-changed'],
  },
  {
    name: 'has white space added',
    spoil: (chain, index) => {
      const at = object(chain, logAt(chain, index))
      at.bytes = gzipSync(`${textOf(at)} `)
    },
    expected: () => ['log-changed'],
  },
  {
    name: 'is cut',
    spoil: (chain, index) => {
      const at = object(chain, logAt(chain, index))
      at.bytes = at.bytes.subarray(0, at.bytes.length - 9)
    },
    expected: () => ['log-changed'],
  },
  {
    name: 'has a second gzip stream behind it',
    spoil: (chain, index) => {
      const at = object(chain, logAt(chain, index))
      at.bytes = Buffer.concat([at.bytes, gzipSync('{}')])
    },
    expected: () => ['log-changed'],
  },
  {
    name: 'is emptied',
    spoil: (chain, index) => (object(chain, logAt(chain, index)).bytes = Buffer.alloc(0)),
    expected: () => ['log-changed'],
  },
  {
    name: 'is stored unpacked',
    spoil: (chain, index) => {
      const at = object(chain, logAt(chain, index))
      at.bytes = Buffer.from(textOf(at))
    },
    expected: () => ['log-changed'],
  },
  {
    name: 'is another log',
    spoil: (chain, index) => {
      const other = chain.objects.get(logAt(chain, index === 0 ? 1 : index - 1))
      if (other) chain.objects.set(logAt(chain, index), other)
    },
    expected: () => ['log-changed'],
  },
  {
    name: 'unpacks to zeros without end',
    spoil: (chain, index) => (object(chain, logAt(chain, index)).bytes = zeros()),
    expected: () => ['log-changed'],
  },
]

let zipped: Buffer | undefined
/** Zipping them takes longer than judging them. */
function zeros(): Buffer {
  zipped ??= gzipSync(Buffer.alloc(64 * 1024 * 1024))
  return zipped
}

const cases = (tamperings: readonly Tampering[]) =>
  tamperings.flatMap((tampering) => POSITIONS.map((position) => [tampering.name, position, tampering] as const))

describe('a chain of digests', () => {
  it('is valid as CloudTrail writes it', async () => {
    const result = await validate(aChain())
    expect(result).toMatchObject({
      digests: 5,
      logs: 10,
      problems: [],
      covered: { from: '2026-11-24T22:00:00Z', to: '2026-11-25T03:00:00Z' },
    })
    expect(result.notes).toEqual(['The chain of us-east-1 begins at 2026-11-24T22:00:00Z.'])
  })

  it('is valid where hours had no events', async () => {
    expect((await validate(aChain({ logsPerHour: 0 }))).problems).toEqual([])
  })

  it.each(cases(DIGEST_TAMPERINGS))('is not valid where a digest %s (%s)', async (_name, position, tampering) => {
    const chain = aChain({ hours: HOURS })
    tampering.spoil(chain, indexOf[position])
    const found = await kindsOf(chain)
    expect(found).toEqual(expect.arrayContaining([...tampering.expected(position)]))
    // A first digest that is deleted is before what was read, as long as nobody says where the chain began.
    if (!(tampering.name === 'is deleted' && position === 'first')) expect(found).not.toEqual([])
  })

  it.each(cases(LOG_TAMPERINGS))('is not valid where a log file %s (%s)', async (_name, position, tampering) => {
    const chain = aChain({ hours: HOURS })
    tampering.spoil(chain, indexOf[position])
    const { problems } = await validate(chain)
    expect(problems.map(({ kind, subject }) => [kind, subject])).toEqual(
      tampering.expected(position).map((kind) => [kind, logAt(chain, indexOf[position])]),
    )
  })

  it('finds a log file that no digest names', async () => {
    const chain = aChain()
    const planted = logAt(chain, 2).replace(/_[A-Za-z0-9]{16}\.json/, '_plantedplantedpl.json')
    chain.objects.set(planted, object(chain, logAt(chain, 2)))
    expect((await validate(chain)).problems).toEqual([expect.objectContaining({ kind: 'log-unlisted', subject: planted })])
    expect(await kindsOf(chain, { request: { isShared: true } })).toEqual([])
  })

  it('finds the first digest gone where an earlier validation ended before it', async () => {
    const chain = aChain()
    const { end } = await validate(chain, { request: { to: '2026-11-25T00:00:00Z', newestDelivered: undefined } })
    chain.objects.delete(digestAt(chain, 2))
    expect(await kindsOf(chain, { request: { after: end } })).toContain('digest-missing')
  })

  it('goes on from a checkpoint: only new digests are read', async () => {
    const chain = aChain()
    const { end } = await validate(chain, { request: { to: '2026-11-25T00:00:00Z', newestDelivered: undefined } })
    expect(await validate(chain, { request: { after: end } })).toMatchObject({ digests: 3, problems: [] })
  })

  it('takes a restart for a gap, unless the trail was stopped', async () => {
    const chain = aChain({ restartAt: 3, skip: [2] })
    expect(await kindsOf(chain)).toEqual(['gap'])
    const stopped = { from: '2026-11-25T00:10:00Z', to: '2026-11-25T00:55:00Z', by: 'mallory' }
    const { problems, notes } = await validate(chain, { request: { pauses: [stopped] } })
    expect(problems).toEqual([])
    expect(notes.join()).toContain('logging was stopped by mallory at 2026-11-25T00:10:00Z')
  })

  it('takes a new chain without a pause for a gap too', async () => {
    const { problems } = await validate(aChain({ restartAt: 3 }))
    expect(problems).toEqual([expect.objectContaining({ kind: 'gap', detail: expect.stringContaining('though logging was not stopped') })])
  })

  it('does not explain a gap by a stop of another day', async () => {
    const pauses = [{ from: '2026-11-20T00:10:00Z', to: '2026-11-20T00:55:00Z', by: undefined }]
    expect(await kindsOf(aChain({ restartAt: 3, skip: [2] }), { request: { pauses } })).toEqual(['gap'])
  })

  it('says what could not be read, and takes nothing of it for valid', async () => {
    const chain = aChain()
    const denied = { state: 'unreadable', reason: 's3:GetObject was refused', missingPermission: 's3:GetObject' } as const
    const { problems } = await validate(chain, { store: { get: () => Promise.resolve(denied) } })
    expect(new Set(problems.map(({ kind }) => kind))).toContain('digest-unreadable')
    expect(problems.filter(({ kind }) => kind === 'digest-unreadable')).toHaveLength(5)
    expect(problems[0]).toMatchObject({ missingPermission: 's3:GetObject' })
  })

  it('says so when the public keys cannot be read', async () => {
    const publicKeys = () =>
      Promise.resolve({ unreadable: 'cloudtrail:ListPublicKeys was refused', missingPermission: 'cloudtrail:ListPublicKeys' })
    const { problems } = await validate(aChain(), { store: { publicKeys } })
    expect(problems).toHaveLength(5)
    expect(problems[0]).toMatchObject({ kind: 'digest-unreadable', missingPermission: 'cloudtrail:ListPublicKeys' })
  })

  it('takes no end for the end where CloudTrail’s own word could not be read', async () => {
    const statusUnread = { reason: 'cloudtrail:GetTrailStatus was refused', missingPermission: 'cloudtrail:GetTrailStatus' }
    const result = await validate(aChain(), { request: { newestDelivered: undefined, statusUnread } })
    expect(findingsOf(logsFound([result], result.covered ?? { from: '', to: '' })).filter(({ status }) => status !== 'pass')).toEqual([
      expect.objectContaining({ code: 'DIG-007', status: 'error', missingPermission: 'cloudtrail:GetTrailStatus' }),
    ])
  })

  describe('of nothing', () => {
    const NOTHING: LogsFound = {
      from: '2026-11-24T00:00:00Z',
      to: '2026-11-25T00:00:00Z',
      digests: 0,
      logs: 0,
      isCovered: false,
      problems: [],
    }
    const worst = (found: LogsFound) => findingsOf(found).map(({ code, status, message }) => `${code} ${status} ${message}`)[0]

    it('proves nothing, and is not green', () => {
      expect(worst(NOTHING)).toBe(
        'DIG-008 fail no digest ends between 2026-11-24T00:00:00Z and 2026-11-25T00:00:00Z: nothing of this time is proven',
      )
    })

    it('is nothing to blame a trail for that logs since an hour', () => {
      const found = { ...NOTHING, newSince: '2026-11-24T23:10:00Z' }
      expect(new Set(findingsOf(found).map(({ status }) => status))).toEqual(new Set(['not-applicable']))
      expect(worst(found)).toMatch(/the trail logs since 2026-11-24T23:10:00Z, and its first digest comes within two hours/)
    })

    it('was looked at before, where an earlier validation ended in this time, and not where it ended before it', async () => {
      const chain = aChain()
      const { end } = await validate(chain)
      const after = { ...(end as NonNullable<ChainResult['end']>) }
      const result = await validate(chain, { request: { after, from: after.end } })
      expect([result.digests, logsFound([result], chain).isCovered]).toEqual([0, true])
      expect(logsFound([result], { from: '2027-01-01T00:00:00Z', to: '2027-01-02T00:00:00Z' }).isCovered).toBe(false)
      expect(findingsOf(logsFound([result], chain)).map(({ status }) => status)).not.toContain('fail')
    })
  })

  it('notices that the oldest digests of the time asked for are gone, although no link that is left shows it', async () => {
    for (const gone of [1, 2, 4]) {
      const chain = aChain()
      for (const key of chain.digestKeys.slice(0, gone)) chain.objects.delete(key)
      const { problems } = await validate(chain)
      expect(problems.filter(({ kind }) => kind === 'digest-missing')).toEqual([
        expect.objectContaining({ subject: chain.digestKeys[gone - 1], detail: expect.stringContaining('is not there') }),
      ])
      // What ended before the time asked for is not asked for.
      const later = await validate(chain, { request: { from: parseDigestKey(chain.digestKeys[gone] ?? '')?.end ?? '' } })
      expect(later.problems.filter(({ kind }) => kind === 'digest-missing')).toEqual([])
    }
  })

  describe('of a trail that was moved', () => {
    const OLD = 'the-bucket-before'
    /** The first two hours lie in another bucket, as signed there. */
    const moved = () => {
      const chain = aChain({ bucketUntil: { hour: 2, bucket: OLD } })
      const store = (bucket: string) => ({
        bucket,
        async *list(prefix: string) {
          for (const key of [...chain.objects.keys()].sort())
            if (key.startsWith(prefix) && (chain.buckets.get(key) ?? BUCKET) === bucket)
              yield { key, lastModified: parseDigestKey(key)?.end }
        },
        get: (key: string, from: string) => {
          const object = (chain.buckets.get(key) ?? BUCKET) === from ? chain.objects.get(key) : undefined
          return Promise.resolve(object ? ({ state: 'read', ...object } as const) : ({ state: 'missing' } as const))
        },
      })
      return { chain, run: () => validate(chain, { store: store(BUCKET), storeOf: store }) }
    }

    it('is followed into the bucket it was in before', async () => {
      const { chain, run } = moved()
      const result = await run()
      expect([result.problems, result.digests, result.covered?.from]).toEqual([[], 5, chain.from])
      expect(result.notes.join()).toContain(`are in ${OLD}/`)
    })

    it.each([
      [
        'a digest changed before the move',
        (chain: Chain) => rewrite(chain, chain.digestKeys[0] ?? '', (d) => Object.assign(d, { logFiles: [] })),
        'signature-invalid',
      ],
      ['the last digest before the move deleted', (chain: Chain) => void chain.objects.delete(chain.digestKeys[1] ?? ''), 'digest-missing'],
      ['all of it deleted', (chain: Chain) => chain.digestKeys.slice(0, 2).every((key) => chain.objects.delete(key)), 'digest-missing'],
      ['a log file of before deleted', (chain: Chain) => void chain.objects.delete(chain.logKeys[0] ?? ''), 'log-missing'],
    ])('%s is seen', async (_, spoil, kind) => {
      const { chain, run } = moved()
      spoil(chain)
      expect((await run()).problems.map((problem) => problem.kind)).toContain(kind)
    })
  })

  /**
   * The scenarios of aws-cli's own tests of `validate-logs` (tests/unit/customizations/cloudtrail/test_validation.py, Apache-2.0), told by
   * what each digest of a chain is, with what must be said of it. The chains are ours, and really signed.
   */
  describe('the scenarios of aws-cli’s own tests', () => {
    type Link = 'gap' | 'link' | 'missing' | 'invalid' | 'bucket_change'
    const SCENARIOS: readonly (readonly [readonly Link[], readonly (readonly [ProblemKind, number])[]])[] = [
      [['gap', 'link', 'link', 'link'], []],
      [['gap', 'link', 'missing', 'link'], [['digest-missing', 2]]],
      [
        ['gap', 'link', 'invalid', 'link', 'invalid'],
        [
          ['signature-invalid', 2],
          ['signature-invalid', 4],
        ],
      ],
      // Theirs says so and exits with 0; a chain that begins anew without a reason hides what was before.
      [
        ['gap', 'link', 'gap', 'gap'],
        [
          ['gap', 2],
          ['gap', 3],
        ],
      ],
      [['gap', 'link', 'bucket_change', 'link'], []],
    ]

    it.each(SCENARIOS.map(([links, said]) => [links.join(', '), links, said] as const))('%s', async (_, links, said) => {
      const where = (kind: Link) => links.flatMap((link, at) => (link === kind && at > 0 ? [at] : []))
      const [moved] = where('bucket_change')
      const old = 'the-bucket-before'
      const chain = aChain({
        hours: links.length,
        restartAt: where('gap'),
        ...(moved === undefined ? {} : { bucketUntil: { hour: moved, bucket: old } }),
      })
      for (const at of where('missing')) chain.objects.delete(chain.digestKeys[at] ?? '')
      for (const at of where('invalid')) chain.sign(chain.digestKeys[at] ?? '', 'stranger')
      const keys = [...chain.objects.keys()].sort()
      const isIn = (key: string, bucket: string) => (chain.buckets.get(key) ?? BUCKET) === bucket
      const storeOf = (bucket: string) => ({
        bucket,
        async *list(prefix: string) {
          for (const key of keys) if (key.startsWith(prefix) && isIn(key, bucket)) yield { key, lastModified: parseDigestKey(key)?.end }
        },
        get: (key: string, from: string) => {
          const object = isIn(key, from) ? chain.objects.get(key) : undefined
          return Promise.resolve(object ? ({ state: 'read', ...object } as const) : ({ state: 'missing' } as const))
        },
      })
      const result = await validate(chain, { store: storeOf(BUCKET), storeOf })
      // A digest that is signed anew is no longer the one that its successor names; what a missing one named is named by none.
      const told = result.problems
        .filter(({ kind }) => kind !== 'link-signature' && kind !== 'log-unlisted')
        .map(({ kind, subject }) => [kind, subject])
      expect(told).toEqual(said.map(([kind, at]) => [kind, chain.digestKeys[at]]))
      expect(result.digests).toBe(links.length - where('missing').length)
    })

    it.each([
      [
        'without a signature',
        'signature-missing',
        (chain: Chain, key: string) => Object.assign(chain.objects.get(key) ?? {}, { metadata: {} }),
      ],
      [
        'with an algorithm that is none of CloudTrail’s',
        'signature-invalid',
        (chain: Chain, key: string) => Object.assign(chain.objects.get(key)?.metadata ?? {}, { 'signature-algorithm': 'SHA256' }),
      ],
      [
        'that is no gzip',
        'digest-broken',
        (chain: Chain, key: string) => Object.assign(chain.objects.get(key) ?? {}, { bytes: Buffer.from('foo') }),
      ],
      [
        'that is no JSON',
        'digest-broken',
        (chain: Chain, key: string) => Object.assign(chain.objects.get(key) ?? {}, { bytes: gzipSync('{{{') }),
      ],
      [
        'that is no digest',
        'digest-broken',
        (chain: Chain, key: string) => Object.assign(chain.objects.get(key) ?? {}, { bytes: gzipSync('{"foo":"bar"}') }),
      ],
      [
        'that says it lies in another bucket',
        'digest-moved',
        (chain: Chain, key: string) => rewrite(chain, key, (d) => Object.assign(d, { digestS3Bucket: 'not_same' })),
      ],
    ])('a digest %s', async (_, kind, spoil) => {
      const chain = aChain()
      spoil(chain, chain.digestKeys.at(-1) ?? '')
      expect(await kindsOf(chain)).toContain(kind)
    })

    it('a key that is none, or another one, makes no signature valid and no crash', () => {
      // The public key of aws-cli's tests, in PKCS #1, as CloudTrail gives it out.
      const theirs =
        'MIIBCgKCAQEAn11L2YZ9h7onug2ILi1MWyHiMRsTQjfWE+pHVRLk1QjfWhirG+lpOa8NrwQ/r7Ah5bNL6HepznOU9XTDSfmmnP97mqyc7z/upfZdS/AHhYcGaz7n6Wc/RRBU6VmiPCrAUojuSk6/GjvA8iOPFsYDuBtviXarvuLPlrT9kAd4Lb+rFfR5peEgBEkhlzc5HuWO7S0y+KunqxX6jQBnXGMtxmPBPP0FylgWGNdFtks/4YSKcgqwH0YDcawP9GGGDAeCIqPWIXDLG1jOjRRzWfCmD0iJUkz8vTsn4hq/5ZxRFE7UBAUiVcGbdnDdvVfhF9C3dQiDq3k7adQIziLT0cShgQIDAQAB'
      const { verify } = createDigestCrypto()
      for (const publicKey of [theirs, 'YQo=', ''])
        for (const signature of ['aeff', 'ab'.repeat(256), '']) expect(verify({ publicKey, text: 'invalid', signature })).toBe(false)
    })

    it('names of other trails, regions and accounts in the same folder are not ours', async () => {
      const chain = aChain()
      const key = chain.digestKeys[2] ?? ''
      const other = key.replace('_acme-trail_', '_baz_')
      const ofAnother = key.replace('/123456789012_', '/987654321098_')
      for (const stray of [other, ofAnother, 'foo/baz/bar']) chain.objects.set(stray, { bytes: Buffer.from('x'), metadata: {} })
      const { digests, problems } = await validate(chain)
      expect([digests, problems]).toEqual([5, []])
    })
  })

  describe('at the ends of the time asked for', () => {
    const HOUR = 3_600_000
    const at = (hours: number) => new Date(Date.parse('2026-11-24T22:00:00Z') + hours * HOUR).toISOString()
    /** Problems of a chain of five hours from 22:00, asked for `from` to `due` hours after that. */
    const ends = async (from: number, due: number, pauses: readonly Pause[] = [], chain = aChain(), isExpected = true) => {
      const request = requestOf(chain, { from: at(from), to: at(Math.max(due, 5)), due: at(due), pauses, isExpected })
      const result = withEnds(request, await validate(chain, { request }))
      return { ...result, told: result.problems.map(({ kind, detail }) => `${kind} ${detail}`) }
    }
    const pause = (from: number, to: number | undefined): Pause => ({ from: at(from), to: to === undefined ? to : at(to), by: 'mallory' })

    it('nothing is missing where the digests reach them', async () => {
      expect((await ends(0, 5)).told).toEqual([])
      expect((await ends(1.5, 4.5)).told).toEqual([])
    })

    it('a time before the first digest, and after the last, needs a reason', async () => {
      expect((await ends(-10, 5)).told).toEqual([expect.stringMatching(/^gap has no digests from 2026-11-24T12:00.* to 2026-11-24T22:00/)])
      expect((await ends(0, 9)).told).toEqual([expect.stringMatching(/^gap has no digests from 2026-11-25T03:00.* to 2026-11-25T07:00/)])
      expect((await ends(-10, 9)).told).toHaveLength(2)
    })

    it('a pause of the whole time is one; a minute of it, or another time, is none', async () => {
      const { told, notes } = await ends(-10, 5, [pause(-12, 0)])
      expect([told, notes.join()]).toEqual([[], expect.stringContaining('logging was stopped by mallory at 2026-11-24T10:00')])
      expect((await ends(-10, 5, [pause(-6, -5.9)])).told).toHaveLength(1)
      expect((await ends(-10, 5, [pause(-40, -30)])).told).toHaveLength(1)
      expect((await ends(-10, 5, [pause(-12, -6), pause(-5.5, 0)])).told).toEqual([])
      expect((await ends(0, 9, [pause(5.5, undefined)])).told).toEqual([])
      expect((await ends(0, 9, [pause(5.5, 5.6)])).told).toHaveLength(1)
    })

    it('log files before a chain that begins anew are proven by nothing', async () => {
      const chain = aChain({ restartAt: [2] })
      for (const key of chain.digestKeys.slice(0, 2)) chain.objects.delete(key)
      const { problems } = await ends(0, 5, [pause(1.9, 2)], chain)
      expect(new Set(problems.map(({ kind }) => kind))).toEqual(new Set(['gap', 'log-unlisted']))
      // Also where a stop of all that time is claimed: then who wrote the files?
      expect((await ends(0, 5, [pause(0, 2)], chain)).problems.map(({ kind }) => kind)).toContain('log-unlisted')
    })

    it('no digest at all is a gap where the trail delivers, and nothing where it never did', async () => {
      const empty = aChain({ logsPerHour: 0 })
      for (const key of empty.digestKeys) empty.objects.delete(key)
      const request = { newestDelivered: undefined }
      const of = async (isExpected: boolean) =>
        withEnds(requestOf(empty, { ...request, isExpected }), await validate(empty, { request })).problems.map(({ kind }) => kind)
      expect([await of(true), await of(false)]).toEqual([['region-uncovered'], []])
    })

    it('how much is proven is said of the region where it is least', async () => {
      const [whole, half] = [await ends(0, 5), await ends(2.5, 5)]
      const period = { from: at(0), to: at(5) }
      expect(provenText([whole], period)).toMatch(/^Proven: 5 of the 5 hours asked for \(.*\), in us-east-1\.$/)
      expect(provenText([whole, { ...half, region: 'eu-west-1' }], period)).toMatch(/^Proven: 3 of the 5 hours .* in each of 2 regions/)
      expect(provenText([], period)).toBe('Nothing is proven: there is no digest of 2026-11-24T22:00Z to 2026-11-25T03:00Z.')
      expect(provenText([await ends(0, 9)], period)).toMatch(/^Not proven: 1 problem in/)
      expect(provenText([{ ...half, validatedBefore: { from: at(0), to: at(2) } }], period)).toMatch(/^Proven: 5 of/)
    })
  })

  it.each([
    [
      [
        ['StopLogging', 1],
        ['StartLogging', 3],
      ],
      [[1, 3]],
    ],
    [[['StopLogging', 1]], [[1, undefined]]],
    [
      [
        ['CreateTrail', 2],
        ['StartLogging', 2],
      ],
      [[0, 2]],
    ],
    [[['StartLogging', 2]], [[0, 2]]],
    [
      [
        ['UpdateTrail', 1, false],
        ['UpdateTrail', 4, true],
      ],
      [[1, 4]],
    ],
    [[['UpdateTrail', 1]], [[1, 1]]],
    [
      [
        ['UpdateTrail', 1, true],
        ['StartLogging', 2],
      ],
      [[1, 1]],
    ],
    [
      [
        ['StopLogging', 1],
        ['DeleteTrail', 2],
        ['CreateTrail', 5],
        ['StartLogging', 5],
      ],
      [[1, 5]],
    ],
    [
      [
        ['StopLogging', 1],
        ['UpdateTrail', 2, false],
        ['StartLogging', 3],
      ],
      [
        [1, 3],
        [2, undefined],
      ],
    ],
  ] as const)('takes %j for the pauses %j', (events, pauses) => {
    const time = (hour: number) => `2026-11-24T0${hour}:00:00Z`
    const found = pausesOf(
      events.map(([name, hour, validation]) => ({ name, time: time(hour), by: 'ana', validation })),
      time(0),
    )
    expect(found.map(({ from, to }) => [from, to])).toEqual(pauses.map(([from, to]) => [time(from), to && time(to)]))
  })

  it('says that CloudTrail delivered where there is nothing at all', async () => {
    const chain = aChain()
    for (const key of chain.digestKeys) chain.objects.delete(key)
    expect(await kindsOf(chain)).toContain('newest-missing')
  })

  it('names a code of the catalogue for every problem', () => {
    for (const { code } of Object.values(PROBLEMS)) expect(code).toMatch(/^DIG-00[1-8]$/)
  })
})

describe('object keys', () => {
  it('are those of the guide, with prefix, organization and backfill', () => {
    const key =
      'logs/AWSLogs/o-abc/111122223333/CloudTrail-Digest/ap-southeast-1/2026/11/25/111122223333_CloudTrail-Digest_ap-southeast-1_my.trail_us-east-1_20261125T010203Z_backfill.json.gz'
    expect(parseDigestKey(key)).toMatchObject({
      account: '111122223333',
      region: 'ap-southeast-1',
      trail: 'my.trail',
      homeRegion: 'us-east-1',
      end: '2026-11-25T01:02:03Z',
      isBackfill: true,
    })
    expect(parseDigestKey(key.replace('CloudTrail-Digest/', 'CloudTrail-Insight/'))).toBeUndefined()
    expect(
      parseLogKey(
        'AWSLogs/111122223333/CloudTrail/us-gov-west-1/2026/11/25/111122223333_CloudTrail_us-gov-west-1_20261125T0102Z_abcDEF1234567890.json.gz',
      ),
    ).toEqual({
      account: '111122223333',
      region: 'us-gov-west-1',
      delivered: '2026-11-25T01:02:00Z',
    })
  })
})

describe('a checkpoint', () => {
  const sha256 = (text: string) => `${text.length}:${text.slice(-20)}`
  const now = new Date('2026-11-25T06:00:00Z')
  const end = { bucket: BUCKET, key: 'k', end: '2026-11-25T00:00:00Z', hash: 'h', signature: 's', since: '2026-11-24T00:00:00Z' }
  const checkpoint = { schemaVersion: 2 as const, trail: 't', ends: { 'us-east-1': end }, writtenAt: '2026-11-25T00:00:00.000Z' }
  const sealed = sealCheckpoint(checkpoint, sha256)
  /** Written anew by somebody who knows how, hash and all. */
  const forged = (more: object) => sealCheckpoint({ ...checkpoint, ...more } as typeof checkpoint, sha256)
  const withEnd = (more: object) => forged({ ends: { 'us-east-1': { ...end, ...more } } })

  it('comes back as it was written', () => {
    expect(openCheckpoint(sealed, { trail: 't', sha256, now })).toEqual(checkpoint)
  })

  it.each([
    ['another trail', sealed, 'u', 'it is of the trail t'],
    ['changed', sealed.replace('"k"', '"other"'), 't', 'it was changed after it was written'],
    ['no JSON', '{', 't', 'it is not JSON'],
    ['null', 'null', 't', 'it has no `checkpoint`'],
    ['a list', '[]', 't', 'it has no `checkpoint`'],
    ['of the future', forged({ writtenAt: '2026-11-26T00:00:00Z' }), 't', 'it says it was written at 2026-11-26T00:00:00Z'],
    ['written at no time', forged({ writtenAt: undefined }), 't', 'it says it was written at undefined'],
    [
      'at its end after all time',
      withEnd({ end: '9999-01-01T00:00:00Z' }),
      't',
      /^us-east-1 ends at 9999-01-01T00:00:00Z, after it was written/,
    ],
    ['at its end at no time', withEnd({ end: 'zzz' }), 't', 'it has no whole digest for the end of us-east-1'],
    ['without the hash that the next digest names', withEnd({ hash: undefined }), 't', 'it has no whole digest for the end of us-east-1'],
    ['without the signature that it names', withEnd({ signature: '' }), 't', 'it has no whole digest for the end of us-east-1'],
    ['without since when', withEnd({ since: undefined }), 't', 'it has no whole digest for the end of us-east-1'],
    ['without ends', forged({ ends: [end] }), 't', 'its `ends` are none'],
  ])('is not taken when it is %s', (_name, text, trail, refused) => {
    expect(openCheckpoint(text, { trail, sha256, now })).toEqual({
      refused: typeof refused === 'string' ? refused : expect.stringMatching(refused),
    })
  })
})
