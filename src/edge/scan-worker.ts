/** A thread that reads log files: unpacks each, steps through its bytes and counts. */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import { constants, createGunzip, gunzipSync } from 'node:zlib'
import type { Counts } from '../activity/facts.ts'
import { LogFileFault, LogFileReader } from '../activity/records.ts'
import { Seen, type SeenTables } from '../activity/seen.ts'
import { Tally, type TallyOptions } from '../activity/tally.ts'

export interface WorkerStart {
  role: 'scan'
  options: TallyOptions
  seen: SeenTables
}

/** A file by its path, or as bytes that were fetched. */
export interface WorkerFile {
  name: string
  path?: string
  bytes?: Uint8Array
}

export interface FileResult {
  name: string
  /** Unpacked. */
  bytes: number
  packed: number
  fault?: string
  odd: number
}

export type ToWorker = { kind: 'file'; file: WorkerFile } | { kind: 'finish' }
export type FromWorker = { kind: 'file'; result: FileResult } | { kind: 'counts'; counts: Counts }

/** CloudTrail's files unpack to some megabytes; what is larger is read in pieces. */
const AT_ONCE = 32 * 1024 * 1024
/** What unpacks to more is no log file (a petabyte of nothing is a few megabytes, packed). */
const MOST_BYTES = 64 * 1024 * 1024 * 1024

/** Serves the thread that started this one. */
export function serve(): void {
  const port = parentPort
  if (!port) throw new Error('This runs as a thread only.')
  const { options, seen } = workerData as WorkerStart
  const tally = new Tally(options, new Seen(seen))
  let last = Promise.resolve()
  port.on('message', (message: ToWorker) => {
    last = last.then(async () => {
      if (message.kind === 'file') port.postMessage({ kind: 'file', result: await readFile(message.file, tally) } satisfies FromWorker)
      else {
        port.postMessage({ kind: 'counts', counts: tally.taken() } satisfies FromWorker)
        port.close()
      }
    })
  })
}

async function readFile({ name, path, bytes }: WorkerFile, tally: Tally): Promise<FileResult> {
  const reader = new LogFileReader((fields) => tally.add(fields))
  const result: FileResult = { name, bytes: 0, packed: 0, odd: 0 }
  try {
    if (path !== undefined && statSync(path).size > AT_ONCE) await inPieces(createReadStream(path), reader, result)
    else await atOnce(bytes ?? readFileSync(path ?? ''), reader, result)
  } catch (error) {
    result.fault = faultOf(error)
  }
  result.odd = reader.odd
  return result
}

async function atOnce(packed: Uint8Array, reader: LogFileReader, result: FileResult): Promise<void> {
  result.packed = packed.length
  const unpacked = unpack(packed)
  if (unpacked === undefined) return inPieces(Readable.from([packed], { objectMode: false }), reader, result)
  result.bytes = unpacked.bytes.length
  reader.read(unpacked.bytes, true)
  if (unpacked.extra > 0) throw new LogFileFault('has something after its gzip stream')
}

/** Undefined for what is too large, or damaged: then the pieces tell how far it can be read. */
function unpack(packed: Uint8Array): { bytes: Uint8Array; extra: number } | undefined {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return { bytes: packed, extra: 0 }
  try {
    // With `info` the engine comes along, which knows how much it took in; the types of Node do not know that yet.
    const { buffer, engine } = gunzipSync(packed, { maxOutputLength: AT_ONCE, info: true }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    return { bytes: buffer, extra: packed.length - engine.bytesWritten }
  } catch {
    return undefined
  }
}

async function inPieces(source: Readable, reader: LogFileReader, result: FileResult): Promise<void> {
  let rest: Uint8Array = Buffer.alloc(0)
  result.packed = 0
  source.on('data', (chunk: Buffer) => {
    result.packed += chunk.length
  })
  source.pause()
  const gunzip = createGunzip({ chunkSize: 1 << 20, finishFlush: constants.Z_FINISH })
  source.once('error', (error) => gunzip.destroy(error))
  for await (const piece of source.pipe(gunzip) as AsyncIterable<Buffer>) {
    result.bytes += piece.length
    if (result.bytes > MOST_BYTES) throw new LogFileFault(`unpacks to more than ${MOST_BYTES / 2 ** 30} GiB`)
    const all = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    rest = all.subarray(reader.read(all, false))
  }
  reader.read(rest, true)
}

function faultOf(error: unknown): string {
  if (error instanceof LogFileFault) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return 'ends before its end: the gzip stream is cut'
  if (code?.startsWith('Z_')) return 'is damaged: it cannot be unpacked'
  return `cannot be read: ${code ?? message}`
}

serve()
