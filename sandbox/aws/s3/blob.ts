import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'

/** Bodies over this size go to a file: the sandbox's memory does not grow with what it is given. */
const IN_MEMORY = 256 * 1024

/** Bytes of an object, in memory or in a file. */
export interface Blob {
  size: number
  md5: string
  /** `start` and `end` are both included. */
  read(start?: number, end?: number): Readable
}

/** Where large bodies lie until the sandbox ends. */
export class BlobStore {
  #folder: string | undefined
  #count = 0

  /** Takes a body as it comes, never all of it at once. */
  async store(body: AsyncIterable<Uint8Array> | Buffer): Promise<Blob> {
    const hash = createHash('md5')
    const chunks: Buffer[] = []
    let size = 0
    let file: { path: string; stream: ReturnType<typeof createWriteStream> } | undefined
    for await (const piece of Buffer.isBuffer(body) ? [body] : body) {
      const chunk = Buffer.from(piece)
      hash.update(chunk)
      size += chunk.length
      if (!file) chunks.push(chunk)
      if (!file && size > IN_MEMORY) {
        file = this.#open()
        for (const early of chunks.splice(0)) file.stream.write(early)
      } else if (file && !file.stream.write(chunk)) await new Promise<void>((done) => file?.stream.once('drain', done))
    }
    const md5 = hash.digest('hex')
    if (!file) return inMemory(Buffer.concat(chunks), md5)
    file.stream.end()
    await finished(file.stream)
    const { path } = file
    return { size, md5, read: (start = 0, end = size - 1) => (size === 0 ? Readable.from([]) : createReadStream(path, { start, end })) }
  }

  #open() {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'sandbox-s3-'))
    this.#count += 1
    const path = join(this.#folder, String(this.#count))
    return { path, stream: createWriteStream(path) }
  }

  clear(): void {
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = undefined
  }
}

function inMemory(bytes: Buffer, md5: string): Blob {
  return {
    size: bytes.length,
    md5,
    read: (start = 0, end = bytes.length - 1) => Readable.from(bytes.length === 0 ? [] : [bytes.subarray(start, end + 1)]),
  }
}

/** Several blobs one after another: the parts of an upload. */
export function joined(parts: readonly Blob[]): Pick<Blob, 'size' | 'read'> {
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  async function* pieces(start: number, end: number) {
    let offset = 0
    for (const part of parts) {
      const [from, to] = [Math.max(0, start - offset), Math.min(part.size - 1, end - offset)]
      if (from <= to) yield* part.read(from, to)
      offset += part.size
    }
  }
  return { size, read: (start = 0, end = size - 1) => Readable.from(pieces(start, end)) }
}

/** All of a body at once: for documents, not for objects. */
export async function bytesOf(body: AsyncIterable<Uint8Array> | Buffer): Promise<Buffer> {
  if (Buffer.isBuffer(body)) return body
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/**
 * Takes the `aws-chunked` framing off a body: sizes in hexadecimal, data, and trailers that carry a checksum.
 * `onTrailer` gets each of them.
 */
export async function* unchunked(
  body: AsyncIterable<Uint8Array>,
  onTrailer: (name: string, value: string) => void,
): AsyncGenerator<Buffer> {
  const frames = new Frames(onTrailer)
  for await (const piece of body) yield* frames.take(Buffer.from(piece))
}

/** Reads framed bytes however they are cut. */
class Frames {
  readonly #onTrailer: (name: string, value: string) => void
  #held: Buffer = Buffer.alloc(0)
  #expects: 'size' | 'data' | 'end of data' | 'trailer' = 'size'
  /** Bytes of data still to come. */
  #left = 0

  constructor(onTrailer: (name: string, value: string) => void) {
    this.#onTrailer = onTrailer
  }

  *take(piece: Buffer): Generator<Buffer> {
    this.#held = Buffer.concat([this.#held, piece])
    for (;;) {
      if (this.#expects === 'data') {
        if (this.#held.length === 0) return
        yield this.#data()
      } else {
        const line = this.#line()
        if (line === undefined) return
        this.#read(line)
      }
    }
  }

  #data(): Buffer {
    const data = this.#held.subarray(0, this.#left)
    this.#held = this.#held.subarray(data.length)
    this.#left -= data.length
    if (this.#left === 0) this.#expects = 'end of data'
    return data
  }

  #line(): string | undefined {
    const end = this.#held.indexOf('\r\n')
    if (end === -1) return undefined
    const text = this.#held.subarray(0, end).toString('latin1')
    this.#held = this.#held.subarray(end + 2)
    return text
  }

  #read(line: string): void {
    if (this.#expects === 'end of data') this.#expects = 'size'
    else if (this.#expects === 'size') {
      this.#left = Number.parseInt(line, 16)
      this.#expects = this.#left > 0 ? 'data' : 'trailer'
    } else if (line.includes(':'))
      this.#onTrailer(line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim())
  }
}
