import { createHash, createPublicKey, createVerify, type KeyObject } from 'node:crypto'
import * as zlib from 'node:zlib'
import type { DigestCrypto, Unpacked } from '../digest/judge-digest.ts'

/** Above this a file is hashed in a stream and its text is not kept: memory stays flat whatever it unpacks to. */
const KEEP_BYTES = 32 * 1024 * 1024
/** CloudTrail's files are some megabytes. What unpacks to more than this is no log file, and is not unpacked to the end. */
const MOST_BYTES = 4 * 1024 * 1024 * 1024

/** Unpacking and signatures by Node's own zlib and OpenSSL. */
export function createDigestCrypto(): DigestCrypto {
  const keys = new Map<string, KeyObject | undefined>()
  return {
    unpack,
    verify: ({ publicKey, text, signature }) => {
      if (!keys.has(publicKey)) keys.set(publicKey, parseKey(publicKey))
      const key = keys.get(publicKey)
      if (!key || !/^(?:[0-9a-f]{2})+$/i.test(signature)) return false
      return createVerify('RSA-SHA256').update(text, 'utf8').verify(key, signature, 'hex')
    },
  }
}

/** AWS documents PKCS#1 and shows SPKI in one sample, and says the encoding may change: both are taken. */
function parseKey(base64: string): KeyObject | undefined {
  const der = Buffer.from(base64, 'base64')
  for (const type of ['pkcs1', 'spki'] as const) {
    try {
      return createPublicKey({ key: der, format: 'der', type })
    } catch {
      // The other encoding, or none.
    }
  }
  return undefined
}

/** One gzip member and nothing else. zlib's own gunzip takes what follows it for more data or for padding, and hides it. */
async function unpack(bytes: Uint8Array): Promise<Unpacked> {
  const start = headerLength(bytes)
  if (start === undefined) return { problem: 'is not gzip' }
  const body = bytes.subarray(start)
  const inflated = await inflate(body)
  if ('problem' in inflated) return inflated
  const { consumed, size, crc, sha256, text } = inflated
  const trailer = Buffer.from(body.subarray(consumed, consumed + 8))
  if (trailer.length < 8) return { problem: 'ends before its end: the gzip stream is cut' }
  if (trailer.readUInt32LE(0) !== crc || trailer.readUInt32LE(4) !== size % 2 ** 32)
    return { problem: 'is damaged: its gzip checksum does not match' }
  const extra = body.length - consumed - 8
  return extra > 0 ? { problem: `has ${extra} bytes after its gzip stream` } : { sha256, text }
}

interface Inflated {
  consumed: number
  size: number
  crc: number
  sha256: string
  text: string | undefined
}

async function inflate(body: Uint8Array): Promise<Inflated | { problem: string }> {
  const whole = await new Promise<{ buffer: Buffer; consumed: number } | { problem: string } | 'large'>((done) => {
    // With `info` the engine comes along, which knows how much it took in; the types of Node do not know that yet.
    const options = { maxOutputLength: KEEP_BYTES, info: true, finishFlush: zlib.constants.Z_FINISH }
    zlib.inflateRaw(body, options, (error, result) => {
      if (error) return done((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : { problem: damaged(error) })
      const { buffer, engine } = result as unknown as { buffer: Buffer; engine: { bytesWritten: number } }
      done({ buffer, consumed: engine.bytesWritten })
    })
  })
  if (whole === 'large') return inflateInStream(body)
  if ('problem' in whole) return whole
  const { buffer, consumed } = whole
  return {
    consumed,
    size: buffer.length,
    crc: crc32(buffer),
    sha256: createHash('sha256').update(buffer).digest('hex'),
    text: buffer.toString('utf8'),
  }
}

function inflateInStream(body: Uint8Array): Promise<Inflated | { problem: string }> {
  return new Promise((done) => {
    const stream = zlib.createInflateRaw({ chunkSize: 1024 * 1024 })
    const hash = createHash('sha256')
    let size = 0
    let crc = 0
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      crc = crc32(chunk, crc)
      hash.update(chunk)
      if (size > MOST_BYTES) {
        done({ problem: `unpacks to more than ${MOST_BYTES / 2 ** 30} GiB` })
        stream.destroy()
      }
    })
    stream.on('error', (error) => done({ problem: damaged(error) }))
    stream.on('end', () => done({ consumed: stream.bytesWritten, size, crc, sha256: hash.digest('hex'), text: undefined }))
    stream.end(body)
  })
}

function damaged(error: Error): string {
  return (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
    ? 'ends before its end: the gzip stream is cut'
    : 'is damaged: it cannot be unpacked'
}

/** Length of the gzip header (RFC 1952); undefined where there is none. */
function headerLength(bytes: Uint8Array): number | undefined {
  if (bytes.length < 18 || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return undefined
  const flags = bytes[3] ?? 0
  let at = 10
  const skipText = () => {
    while (at < bytes.length && bytes[at] !== 0) at += 1
    at += 1
  }
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0)
  if (flags & 8) skipText()
  if (flags & 16) skipText()
  if (flags & 2) at += 2
  return at < bytes.length ? at : undefined
}

/** zlib's own where this Node has it (20.15 and later); the sum in JavaScript is fifty times slower. */
const crc32: (bytes: Uint8Array, before?: number) => number = 'crc32' in zlib ? zlib.crc32 : slowCrc32

function slowCrc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before >>> 0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}
