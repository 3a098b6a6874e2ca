import { type ChainEnd, followChain, type Pause } from './chain.ts'
import type { DigestedLog } from './digest-file.ts'
import { inOrder } from './in-order.ts'
import { type DigestCrypto, type JudgedDigest, judgeDigest, type PublicKeys, type StoredObject } from './judge-digest.ts'
import { type DigestKey, parseDigestKey, parseLogKey } from './object-keys.ts'
import type { ChainProblem } from './problems.ts'

/** An object as a listing names it. */
export interface ListedObject {
  key: string
  /** ISO 8601 UTC; undefined for a file of a folder. */
  lastModified: string | undefined
  /** Bytes; undefined where the listing does not say. */
  size?: number | undefined
}

/** Where digests and logs are read: a bucket, or a folder that was downloaded. */
export interface LogStore {
  /** Name of the bucket the objects were delivered to. */
  bucket: string
  /** Objects below a prefix in the order of their keys. */
  list(prefix: string): AsyncIterable<ListedObject>
  get(key: string, bucket: string): Promise<StoredObject>
  /** Public keys that were valid in a time, by fingerprint; asked once for each region and time. */
  publicKeys(region: string, from: string, to: string): Promise<PublicKeys | { unreadable: string; missingPermission?: string }>
}

/** One chain: what one trail delivers for one region. */
export interface ChainRequest {
  region: string
  trail: string
  homeRegion: string
  /** `<prefix>/AWSLogs/…/CloudTrail-Digest/<region>/` and the same for log files. */
  digestFolder: string
  logFolder: string
  /** `2026/11/25` of each day to look at. */
  days: readonly string[]
  /** Other trails deliver into the same folder: a log file that our digests do not name may be theirs. */
  isShared: boolean
  /** Digests that end in this time are judged. ISO 8601 UTC. */
  from: string
  to: string
  /** Where an earlier validation ended; its digest is not judged again. */
  after: ChainEnd | undefined
  pauses: readonly Pause[]
  /** Newest digest CloudTrail says it delivered for this region; undefined when it does not say. */
  newestDelivered: string | undefined
  /** Why CloudTrail's own word of its deliveries could not be read; undefined when it was, or when the trail is not in the region. */
  statusUnread?: { reason: string; missingPermission?: string }
}

export interface ChainResult {
  region: string
  digests: number
  logs: number
  /** Bytes as stored, packed. */
  bytes: number
  /** Fingerprints of the keys that signed. */
  keys: readonly string[]
  /** Times the digests cover, ISO 8601 UTC; undefined without any. */
  covered: { from: string; to: string } | undefined
  problems: readonly ChainProblem[]
  notes: readonly string[]
  /** Undefined when there was nothing, or nothing to go on from. */
  end: ChainEnd | undefined
}

export interface ValidateOptions {
  store: LogStore
  crypto: DigestCrypto
  /** Objects read at once in one chain. */
  width: number
  /** Told after each digest, with what it added. */
  onDigest(added: { logs: number; bytes: number }): void
}

interface Running {
  digests: number
  logs: number
  bytes: number
  keys: Set<string>
  named: Set<string>
  problems: ChainProblem[]
  notes: string[]
  first: string | undefined
  end: ChainEnd | undefined
  /** When the newest digest that is there was stored. */
  stored: string | undefined
}

/** Judges one chain from its oldest digest to its newest, and every log file they name. */
export async function validateChain(request: ChainRequest, options: ValidateOptions): Promise<ChainResult> {
  const state: Running = {
    digests: 0,
    logs: 0,
    bytes: 0,
    keys: new Set(),
    named: new Set(),
    problems: [],
    notes: [],
    first: undefined,
    end: request.after,
    stored: undefined,
  }
  const listed = digestsOf(request, options.store, state)
  for await (const judged of inOrder(listed, options.width, (at) => fetchAndJudge(at, request, options))) {
    step(state, judged, request, options)
  }
  state.problems.push(...(await unlistedLogs(request, options.store, state)), ...newest(request, state))
  const { first, end } = state
  return {
    region: request.region,
    digests: state.digests,
    logs: state.logs,
    bytes: state.bytes,
    keys: [...state.keys].sort(),
    covered: first && end ? { from: first, to: end.end } : undefined,
    problems: state.problems,
    notes: state.notes,
    end,
  }
}

interface JudgedWithLogs extends JudgedDigest {
  logProblems: readonly ChainProblem[]
  bytes: number
}

function step(state: Running, judged: JudgedWithLogs, request: ChainRequest, options: ValidateOptions): void {
  const { digest } = judged
  state.problems.push(...judged.problems, ...judged.logProblems)
  state.digests += 1
  state.logs += digest?.logFiles.length ?? 0
  state.bytes += judged.bytes
  // A digest that cannot be read stands for the hour before its end all the same.
  state.first ??= digest?.digestStartTime ?? shifted(judged.at.end, -HOUR)
  if (digest) {
    state.keys.add(digest.digestPublicKeyFingerprint)
    for (const log of digest.logFiles) state.named.add(log.object)
  }
  options.onDigest({ logs: digest?.logFiles.length ?? 0, bytes: judged.bytes })
  // A digest written later stands for hours of its own; the chain goes on past it.
  if (judged.at.isBackfill) return
  const next = followChain(state.end, judged, options.store.bucket, request.pauses)
  state.problems.push(...next.problems)
  if (next.note) state.notes.push(next.note)
  state.end = next.end
}

/** The trail's digests in the time asked for, oldest first. Several trails may share a folder. */
async function* digestsOf(request: ChainRequest, store: LogStore, state: Running): AsyncGenerator<DigestKey> {
  const { trail, homeRegion, from, to, after } = request
  for (const day of request.days) {
    const found: DigestKey[] = []
    for await (const { key, lastModified } of store.list(`${request.digestFolder}${day}/`)) {
      const at = parseDigestKey(key)
      if (at?.trail !== trail || at.homeRegion !== homeRegion || at.end < from || at.end > to) continue
      found.push(at)
      if (lastModified !== undefined && lastModified > (state.stored ?? '')) state.stored = lastModified
    }
    found.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0))
    yield* found.filter((at) => after === undefined || at.end > after.end)
  }
}

async function fetchAndJudge(at: DigestKey, request: ChainRequest, options: ValidateOptions): Promise<JudgedWithLogs> {
  const { store, crypto } = options
  const [object, keys] = await Promise.all([store.get(at.key, store.bucket), publicKeysOf(at, options)])
  const generated = object.state === 'read' ? object.metadata['backfill-generation-timestamp'] : undefined
  const judged = await judgeDigest(
    {
      at,
      bucket: store.bucket,
      object,
      keys: at.isBackfill && generated !== undefined ? await keysAround(at.region, generated, store) : keys,
    },
    crypto,
  )
  const withoutTime: ChainProblem[] =
    at.isBackfill && object.state === 'read' && generated === undefined
      ? [{ kind: 'signature-missing', region: at.region, subject: at.key, detail: 'was written later, and does not say when' }]
      : []
  const logs = await judgeLogs(judged.digest?.logFiles ?? [], request.region, options)
  const own = object.state === 'read' ? object.bytes.byteLength : 0
  return {
    ...judged,
    problems: [...judged.problems, ...withoutTime],
    logProblems: logs.problems,
    bytes: own + logs.bytes,
  }
}

const HOUR = 3_600_000
/** CloudTrail's status and S3's clock tell the same delivery; they are apart by less than this. */
const MINUTES_OF_DELIVERY = 10 * 60_000

function shifted(time: string, ms: number): string {
  return new Date(Date.parse(time) + ms).toISOString()
}

/** Keys live for months; asking by day keeps the questions few. */
function publicKeysOf(at: DigestKey, { store }: ValidateOptions): Promise<PublicKeys | { unreadable: string }> {
  const day = `${at.end.slice(0, 10)}T00:00:00Z`
  return store.publicKeys(at.region, shifted(day, -2 * HOUR), shifted(day, 26 * HOUR))
}

async function keysAround(region: string, time: string, store: LogStore): Promise<PublicKeys | { unreadable: string }> {
  if (Number.isNaN(Date.parse(time))) return { unreadable: `the digest says it was written at "${time.slice(0, 40)}"` }
  return store.publicKeys(region, shifted(time, -HOUR), shifted(time, HOUR))
}

async function judgeLogs(
  logs: readonly DigestedLog[],
  region: string,
  { store, crypto, width }: ValidateOptions,
): Promise<{ problems: ChainProblem[]; bytes: number }> {
  const problems: ChainProblem[] = []
  let bytes = 0
  const judge = async (log: DigestedLog) => {
    const object = await store.get(log.object, log.bucket)
    if (object.state === 'read') bytes += object.bytes.byteLength
    return judgeLog(log, region, object, crypto)
  }
  for await (const problem of inOrder(logs, width, judge)) if (problem) problems.push(problem)
  return { problems, bytes }
}

async function judgeLog(log: DigestedLog, region: string, object: StoredObject, crypto: DigestCrypto): Promise<ChainProblem | undefined> {
  const about = { region, subject: log.object }
  if (object.state === 'missing') return { ...about, kind: 'log-missing', detail: 'is named by its digest, and is not there' }
  if (object.state === 'unreadable') {
    const { reason, missingPermission } = object
    return { ...about, kind: 'log-unreadable', detail: reason, ...(missingPermission ? { missingPermission } : {}) }
  }
  const unpacked = await crypto.unpack(object.bytes)
  if ('problem' in unpacked) return { ...about, kind: 'log-changed', detail: unpacked.problem }
  return unpacked.sha256 === log.hash ? undefined : { ...about, kind: 'log-changed', detail: 'its hash is not the one its digest names' }
}

/** Log files that lie in a covered hour and stand in no digest: put there by someone else, or left out by a forged digest. */
async function unlistedLogs(request: ChainRequest, store: LogStore, { first, end, named }: Running): Promise<ChainProblem[]> {
  const problems: ChainProblem[] = []
  const from = request.after?.end ?? first
  if (request.isShared || from === undefined || end === undefined) return problems
  // Delivered shortly before a period ends, a file may stand in the digest after it.
  const until = shifted(end.end, -15 * 60_000)
  const since = shifted(from, 15 * 60_000)
  for (const day of request.days) {
    for await (const { key } of store.list(`${request.logFolder}${day}/`)) {
      const delivered = parseLogKey(key)?.delivered
      if (delivered === undefined || delivered < since || delivered > until || named.has(key)) continue
      problems.push({
        kind: 'log-unlisted',
        region: request.region,
        subject: key,
        detail: 'lies among the log files, and no digest names it',
      })
    }
  }
  return problems
}

/** Who deletes from the end of a chain leaves no broken link; CloudTrail's own word does. */
function newest({ region, newestDelivered, statusUnread, to }: ChainRequest, { end, stored }: Running): ChainProblem[] {
  if (statusUnread) {
    const { reason, missingPermission } = statusUnread
    return [{ kind: 'newest-unknown', region, subject: region, detail: reason, ...(missingPermission ? { missingPermission } : {}) }]
  }
  if (newestDelivered === undefined || newestDelivered > to) return []
  // What covers the hour after this digest cannot be delivered within that hour, so a delivery as late as that is of a later digest:
  // unless this one was late itself, which its own time of storing shows, and nobody can set that back.
  if (end && Date.parse(newestDelivered) - Date.parse(end.end) < HOUR) return []
  if (stored !== undefined && Math.abs(Date.parse(newestDelivered) - Date.parse(stored)) <= MINUTES_OF_DELIVERY) return []
  const there = end ? `the newest one there ends at ${end.end}` : 'there is none'
  return [{ kind: 'newest-missing', region, subject: region, detail: `CloudTrail delivered a digest at ${newestDelivered}; ${there}` }]
}
