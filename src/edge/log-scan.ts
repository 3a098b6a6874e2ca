import { readdir, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Counts } from '../activity/facts.ts'
import { merge } from '../activity/facts.ts'
import { makeSeenTables, Seen } from '../activity/seen.ts'
import type { LogFile, LogReading, LogScanRequest, ScanResult, UnreadFile } from '../activity/source.ts'
import { AuditError } from '../model/errors.ts'
import { scanWorkerFile } from '../paths.ts'
import type { FileResult, FromWorker, ToWorker, WorkerFile, WorkerStart } from './scan-worker.ts'

/** Files a thread has in hand: one that is read, and the next, so that it never waits. */
const IN_HAND = 3
/** Files that are fetched at once; S3 gives each connection some 80 MB/s, and a run has a network of its own. */
const FETCHES = 24
/** Packed bytes of a record: real files have 100 to 250. */
const PACKED_RECORD = 100

/** Log files of this machine, and threads of this process. */
export function createLogReading(): LogReading {
  return { filesIn, scan: (request) => scanLogs(request, scanWorkerFile) }
}

/** Digests and Insights lie in folders of their own beside the logs, and are no logs. */
const OTHER = /(?:^|[/\\])CloudTrail-(?:Digest|Insight|Aggregated)[/\\]/

async function filesIn(folder: string): Promise<LogFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new AuditError('BAD_INPUT', `log-folder: ${folder} cannot be read: ${(error as NodeJS.ErrnoException).code}.`, {
      remedy: 'Name a folder with CloudTrail log files, as `aws s3 sync` brings them.',
      cause: error,
    })
  })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.json(?:\.gz)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const logs = paths.filter((path) => !OTHER.test(path)).sort()
  return Promise.all(logs.map(async (path) => ({ name: path, path, size: (await stat(path)).size })))
}

async function scanLogs({ files, options, onProgress }: LogScanRequest, workerFile: string): Promise<ScanResult> {
  const started = performance.now()
  const packedTotal = files.reduce((sum, { size }) => sum + size, 0)
  const seen = makeSeenTables(packedTotal / PACKED_RECORD)
  const threads = Math.max(1, Math.min(availableParallelism(), files.length, 16))
  const done = { files: 0, bytes: 0, packed: 0 }
  const unread: UnreadFile[] = []
  const onFile = (result: FileResult) => {
    done.files += 1
    done.bytes += result.bytes
    done.packed += result.packed
    if (result.fault !== undefined) unread.push({ file: result.name, reason: result.fault })
    if (result.odd > 0) unread.push({ file: result.name, reason: `has ${result.odd} elements of \`Records\` that are no records` })
    onProgress(done)
  }
  const next = dealer(files, unread, () => (done.files += 1))
  const counts = await Promise.all(
    Array.from({ length: threads }, () =>
      runThread(new Worker(workerFile, { workerData: { role: 'scan', options, seen } satisfies WorkerStart }), next, onFile),
    ),
  )
  return {
    facts: merge(counts),
    files: files.length,
    bytes: done.bytes,
    packed: done.packed,
    unread: unread.sort((a, b) => (a.file < b.file ? -1 : 1)),
    duplicatesForgotten: new Seen(seen).forgotten > 0,
    threads,
    seconds: (performance.now() - started) / 1000,
  }
}

/** Hands out one file after the other, with those to be fetched on their way before they are asked for. */
function dealer(files: readonly LogFile[], unread: UnreadFile[], onUnread: () => void): () => Promise<WorkerFile | undefined> {
  const coming: Promise<WorkerFile | undefined>[] = []
  let at = 0
  const ahead = () => {
    while (coming.length < FETCHES && at < files.length) coming.push(opened(files[at++] as LogFile, unread, onUnread))
  }
  return async () => {
    for (;;) {
      ahead()
      const first = coming.shift()
      if (!first) return undefined
      const file = await first
      if (file) return file
    }
  }
}

async function opened({ name, path, fetch }: LogFile, unread: UnreadFile[], onUnread: () => void): Promise<WorkerFile | undefined> {
  if (path !== undefined || !fetch) return { name, path: path ?? '' }
  const bytes = await fetch()
  if (bytes instanceof Uint8Array) return { name, bytes }
  unread.push({ file: name, reason: bytes.unreadable, ...(bytes.missingPermission ? { missingPermission: bytes.missingPermission } : {}) })
  onUnread()
  return undefined
}

/** Feeds one thread until there is nothing left, and takes what it counted. */
function runThread(worker: Worker, next: () => Promise<WorkerFile | undefined>, onFile: (result: FileResult) => void): Promise<Counts> {
  return new Promise((done, fail) => {
    let isOver = false
    let inHand = 0
    const feed = async () => {
      inHand += 1
      const file = await next()
      if (file) {
        const message: ToWorker = { kind: 'file', file }
        // Whole buffers go over without a copy; one that is part of a larger is copied.
        const own = file.bytes && file.bytes.byteLength === file.bytes.buffer.byteLength ? [file.bytes.buffer as ArrayBuffer] : []
        worker.postMessage(message, own)
        return
      }
      inHand -= 1
      if (inHand === 0 && !isOver) {
        isOver = true
        worker.postMessage({ kind: 'finish' } satisfies ToWorker)
      }
    }
    const begin = () => feed().catch(fail)
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'counts') return done(message.counts)
      inHand -= 1
      onFile(message.result)
      begin()
    })
    worker.on('error', (error) => fail(new AuditError('INTERNAL', `A thread that reads logs ended: ${error.message}`, { cause: error })))
    worker.on('exit', (code) => {
      if (code !== 0) fail(new AuditError('INTERNAL', `A thread that reads logs ended with code ${code}.`))
    })
    for (let index = 0; index < IN_HAND; index += 1) begin()
  })
}
