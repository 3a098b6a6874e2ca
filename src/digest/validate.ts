import type { ChainProblem } from '../model/log-integrity.ts'
import { followChain } from './chain.ts'
import type { DigestedLog } from './digest-file.ts'
import { inOrder } from './in-order.ts'
import { type DigestCrypto, type JudgedDigest, judgeDigest, type PublicKeys, type StoredObject } from './judge-digest.ts'
import { HOUR, newest, shifted, unlistedLogs } from './loose-ends.ts'
import { type DigestKey, parseDigestKey } from './object-keys.ts'
import type { ChainRequest, ChainResult, LogStore, Running } from './request.ts'

export interface ValidateOptions {
  store: LogStore
  crypto: DigestCrypto
  /** Objects read at once in one chain. */
  width: number
  /** Told after each digest, with what it added. */
  onDigest(added: { logs: number; bytes: number }): void
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
    begins: undefined,
    spans: [],
    stored: undefined,
  }
  const listed = digestsOf(request, options.store, state)
  for await (const judged of inOrder(listed, options.width, (at) => fetchAndJudge(at, request, options))) {
    step(state, judged, request, options)
  }
  state.problems.push(...(await unlistedLogs(request, options.store, state)), ...newest(request, state))
  const { first, end } = state
  return {
    account: request.account,
    region: request.region,
    digests: state.digests,
    logs: state.logs,
    bytes: state.bytes,
    keys: [...state.keys].sort(),
    covered: first && end ? { from: first, to: end.end } : undefined,
    spans: state.spans,
    problems: state.problems,
    notes: state.notes,
    end,
    begins: state.begins,
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
    const last = state.spans.at(-1)
    if (last?.to === digest.digestStartTime) last.to = digest.digestEndTime
    else state.spans.push({ from: digest.digestStartTime, to: digest.digestEndTime })
    state.keys.add(digest.digestPublicKeyFingerprint)
    for (const log of digest.logFiles) state.named.add(log.object)
  }
  options.onDigest({ logs: digest?.logFiles.length ?? 0, bytes: judged.bytes })
  // A digest written later stands for hours of its own; the chain goes on past it.
  if (judged.at.isBackfill) return
  if (!state.end) state.begins = judged
  const next = followChain(state.end, judged, options.store.bucket, request.pauses)
  state.problems.push(...next.problems)
  if (next.note) state.notes.push(next.note)
  state.end = next.end
}

/** The trail's digests in the time asked for, oldest first. Several trails may share a folder. */
async function* digestsOf(request: ChainRequest, store: LogStore, state: Running): AsyncGenerator<DigestKey> {
  const { account, trail, homeRegion, from, to, after } = request
  for (const day of request.days) {
    const found: DigestKey[] = []
    for await (const { key, lastModified } of store.list(`${request.digestFolder}${day}/`)) {
      const at = parseDigestKey(key)
      if (at?.trail !== trail || at.homeRegion !== homeRegion || at.account !== account) continue
      // Not as texts: one may have a fraction of a second, and the other none.
      if (Date.parse(at.end) < Date.parse(from) || Date.parse(at.end) > Date.parse(to)) continue
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
    ...{ logProblems: logs.problems, bytes: own + logs.bytes },
  }
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
    const { reason, missingPermission, code } = object
    return {
      ...about,
      kind: 'log-unreadable',
      detail: reason,
      ...(missingPermission ? { missingPermission } : {}),
      ...(code ? { code } : {}),
    }
  }
  const unpacked = await crypto.unpack(object.bytes)
  if ('problem' in unpacked) return { ...about, kind: 'log-changed', detail: unpacked.problem }
  return unpacked.sha256 === log.hash ? undefined : { ...about, kind: 'log-changed', detail: 'its hash is not the one its digest names' }
}
