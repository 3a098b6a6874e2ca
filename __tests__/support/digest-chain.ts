import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { StoredObject } from '../../src/digest/judge-digest.ts'
import { validateMoved } from '../../src/digest/moved.ts'
import { daysOf, parseDigestKey } from '../../src/digest/object-keys.ts'
import type { ChainRequest, LogStore } from '../../src/digest/request.ts'
import { createDigestCrypto } from '../../src/edge/digest-crypto.ts'

export const BUCKET = 'acme-logs'
const TRAIL = 'acme-trail'
const REGION = 'us-east-1'
const ACCOUNT = '123456789012'
const FOLDER = `AWSLogs/${ACCOUNT}`

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
const der = pair.publicKey.export({ type: 'pkcs1', format: 'der' })
const FINGERPRINT = createHash('md5').update(der).digest('hex')

interface Stored {
  bytes: Buffer
  metadata: Record<string, string>
}

/** A chain in memory, written by the rules of CloudTrail's guide, that a test may spoil object by object. */
export interface Chain {
  objects: Map<string, Stored>
  /** Where an object is, if not in the bucket of all others. */
  buckets: Map<string, string>
  digestKeys: string[]
  logKeys: string[]
  /** Start of the first period and end of the last, ISO 8601 UTC. */
  from: string
  to: string
  /** Signs a digest again as an attacker with another key would, or as CloudTrail would. */
  sign(key: string, by: 'cloudtrail' | 'stranger'): void
}

const hex = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const compact = (iso: string) => iso.replaceAll(/[-:]/g, '')
const iso = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`

interface ChainOptions {
  hours?: number
  logsPerHour?: number
  restartAt?: number | readonly number[]
  skip?: readonly number[]
  bucketUntil?: { hour: number; bucket: string }
}

/**
 * `hours` digests from `start`, each with `logsPerHour` log files; `restartAt` begins a new chain at each of these hours; `bucketUntil` is the bucket
 * that was written to before that hour.
 */
export function aChain(options: ChainOptions = {}): Chain {
  const { hours = 5, logsPerHour = 2, restartAt = [], skip = [], bucketUntil } = options
  const start = Date.parse('2026-11-24T22:00:00Z')
  const chain: Chain = {
    objects: new Map(),
    buckets: new Map(),
    digestKeys: [],
    logKeys: [],
    from: iso(start),
    to: iso(start + hours * 3_600_000),
    sign: () => undefined,
  }
  let previous: { key: string; hash: string; signature: string; bucket: string } | undefined
  for (let hour = 0; hour < hours; hour += 1) {
    if (skip.includes(hour)) continue
    const begin = start + hour * 3_600_000
    const end = iso(begin + 3_600_000)
    const bucket = bucketUntil && hour < bucketUntil.hour ? bucketUntil.bucket : BUCKET
    const logFiles = Array.from({ length: logsPerHour }, (_, index) => {
      const at = iso(begin + (index + 1) * 1_000_000)
      const key = `${FOLDER}/CloudTrail/${REGION}/${at.slice(0, 10).replaceAll('-', '/')}/${ACCOUNT}_CloudTrail_${REGION}_${compact(at).slice(0, 13)}Z_${`abcdefghijklmnop${hour}${index}`.slice(-16)}.json.gz`
      const text = JSON.stringify({ Records: [{ eventName: 'GetObject', eventTime: at, hour, index }] })
      chain.objects.set(key, { bytes: gzipSync(text), metadata: {} })
      chain.logKeys.push(key)
      chain.buckets.set(key, bucket)
      return { s3Bucket: bucket, s3Object: key, hashValue: hex(text), hashAlgorithm: 'SHA-256', newestEventTime: at, oldestEventTime: at }
    })
    if ([restartAt].flat().includes(hour)) previous = undefined
    const key = `${FOLDER}/CloudTrail-Digest/${REGION}/${end.slice(0, 10).replaceAll('-', '/')}/${ACCOUNT}_CloudTrail-Digest_${REGION}_${TRAIL}_${REGION}_${compact(end)}.json.gz`
    const text = JSON.stringify({
      awsAccountId: ACCOUNT,
      digestStartTime: iso(begin),
      digestEndTime: end,
      digestS3Bucket: bucket,
      digestS3Object: key,
      digestPublicKeyFingerprint: FINGERPRINT,
      digestSignatureAlgorithm: 'SHA256withRSA',
      newestEventTime: null,
      oldestEventTime: null,
      previousDigestS3Bucket: previous?.bucket ?? null,
      previousDigestS3Object: previous?.key ?? null,
      previousDigestHashValue: previous?.hash ?? null,
      previousDigestHashAlgorithm: previous ? 'SHA-256' : null,
      previousDigestSignature: previous?.signature ?? null,
      logFiles,
    })
    const signature = signatureOf(text, 'cloudtrail')
    chain.objects.set(key, { bytes: gzipSync(text), metadata: { signature, 'signature-algorithm': 'SHA256withRSA' } })
    chain.digestKeys.push(key)
    chain.buckets.set(key, bucket)
    previous = { key, hash: hex(text), signature, bucket }
  }
  chain.sign = (key, by) => {
    const object = chain.objects.get(key) as Stored
    object.metadata = { ...object.metadata, signature: signatureOf(textOf(object), by) }
  }
  return chain
}

function signatureOf(text: string, by: 'cloudtrail' | 'stranger'): string {
  const digest = JSON.parse(text) as Record<string, string | null>
  const signed = [
    digest['digestEndTime'],
    `${digest['digestS3Bucket']}/${digest['digestS3Object']}`,
    hex(text),
    digest['previousDigestSignature'] ?? 'null',
  ].join('\n')
  return createSign('RSA-SHA256')
    .update(signed)
    .sign((by === 'cloudtrail' ? pair : stranger).privateKey, 'hex')
}

export function textOf(object: { bytes: Buffer }): string {
  return gunzipSync(object.bytes).toString('utf8')
}

/** Changes the JSON of an object and packs it again; its signature stays as it was. */
export function rewrite(chain: Chain, key: string, change: (value: Record<string, unknown>) => void): void {
  const object = chain.objects.get(key) as Stored
  const value = JSON.parse(textOf(object)) as Record<string, unknown>
  change(value)
  object.bytes = gzipSync(JSON.stringify(value))
}

function storeOf(chain: Chain, overrides: Partial<LogStore> = {}): LogStore {
  return {
    bucket: BUCKET,
    async *list(prefix) {
      for (const key of [...chain.objects.keys()].sort()) if (key.startsWith(prefix)) yield { key, lastModified: parseDigestKey(key)?.end }
    },
    folders: () => Promise.resolve([]),
    get: (key, bucket): Promise<StoredObject> => {
      const object = bucket === BUCKET ? chain.objects.get(key) : undefined
      return Promise.resolve(object ? { state: 'read', ...object } : { state: 'missing' })
    },
    publicKeys: () => Promise.resolve(new Map([[FINGERPRINT, der.toString('base64')]])),
    ...overrides,
  }
}

export function requestOf(chain: Chain, overrides: Partial<ChainRequest> = {}): ChainRequest {
  return {
    account: ACCOUNT,
    region: REGION,
    trail: TRAIL,
    homeRegion: REGION,
    digestFolder: `${FOLDER}/CloudTrail-Digest/${REGION}/`,
    logFolder: `${FOLDER}/CloudTrail/${REGION}/`,
    days: daysOf(chain),
    isShared: false,
    from: chain.from,
    to: chain.to,
    due: chain.to,
    isExpected: true,
    after: undefined,
    pauses: [],
    newestDelivered: chain.to,
    ...overrides,
  }
}

interface Overrides {
  request?: Partial<ChainRequest>
  store?: Partial<LogStore>
  storeOf?: (bucket: string) => Partial<LogStore>
}

export function validate(chain: Chain, overrides: Overrides = {}) {
  const options = { store: storeOf(chain, overrides.store), crypto: createDigestCrypto(), width: 4, onDigest: () => undefined }
  return validateMoved(requestOf(chain, overrides.request), options, (bucket) => ({
    ...options.store,
    bucket,
    ...overrides.storeOf?.(bucket),
  }))
}
