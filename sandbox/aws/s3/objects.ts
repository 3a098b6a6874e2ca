import { createHash } from 'node:crypto'
import { list, type Tag } from '../call.ts'
import type { Kms } from '../kms.ts'
import { s3Document } from '../wire/protocols.ts'
import type { XmlElement } from '../wire/xml.ts'
import { type BlobStore, bytesOf, unchunked } from './blob.ts'
import { checkConditions, checkCopySource } from './conditional.ts'
import { encryptionHeaders, seal, unseal, wantedEncryption } from './encryption.ts'
import { forbidChange, lockOf } from './lock.ts'
import { type Bucket, currentOf, noSuchKey, type S3Answer, type S3Request, s3Error, type Version, versionOf } from './state.ts'
import { parsed } from './subresources.ts'

const STORED_HEADERS = ['content-type', 'content-encoding', 'content-disposition', 'content-language', 'cache-control', 'expires']

/** Larger ones are copied in parts. Source: S3 API Reference, CopyObject. */
const LARGEST_COPY = 5 * 1024 ** 3

/** Objects of a bucket: their versions, with what was said when they were put. */
export class Objects {
  readonly #blobs: BlobStore
  readonly #kms: Kms

  constructor(blobs: BlobStore, kms: Kms) {
    this.#blobs = blobs
    this.#kms = kms
  }

  async put(bucket: Bucket, request: S3Request): Promise<S3Answer> {
    const { headers, key } = request
    checkConditions(bucket, key, headers)
    const encryption = seal(this.#kms, bucket, key, wantedEncryption(bucket, headers), request.caller)
    const checksums = checksumsOf(headers)
    const blob = await this.#blobs.store(
      bodyOf(request, (name, value) => name.startsWith('x-amz-checksum-') && Object.assign(checksums, { [name]: value })),
    )
    const given = headers['content-md5']
    if (given !== undefined && Buffer.from(given, 'base64').toString('hex') !== blob.md5)
      throw s3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.', 400)
    checkConditions(bucket, key, headers)
    const version = add(bucket, key, {
      blob,
      etag: `"${blob.md5}"`,
      headers: storedHeaders(headers),
      checksums,
      encryption,
      ...extrasOf(bucket, headers),
    })
    return { status: 200, headers: { ...written(bucket, version), ...checksums } }
  }

  /** The version a request names, or the current one. @throws NoSuchKey, NoSuchVersion, MethodNotAllowed */
  find(bucket: Bucket, key: string, query: URLSearchParams): Version {
    const id = query.get('versionId')
    const version = id === null ? currentOf(bucket, key) : versionOf(bucket, key, id)
    if (!version) throw id === null ? noSuchKey() : s3Error('NoSuchVersion', 'The specified version does not exist.', 404)
    if (version.isMarker) throw s3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405)
    return version
  }

  get(bucket: Bucket, request: S3Request): S3Answer {
    const version = this.find(bucket, request.key, request.query)
    unseal(this.#kms, bucket, version.encryption, request.caller)
    const { size } = version.blob
    const headers = { ...shownHeaders(bucket, version, request), 'accept-ranges': 'bytes' }
    const etag = request.headers['if-none-match']
    if (etag !== undefined && (etag === version.etag || etag === '*')) return { status: 304, headers: { etag: version.etag } }
    const wanted = request.headers['if-match']
    if (wanted !== undefined && wanted !== version.etag)
      throw s3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412)
    const range = rangeOf(request.headers['range'], size)
    const isHead = request.method === 'HEAD'
    if (!range)
      return { status: 200, headers: { ...headers, 'content-length': String(size) }, ...(isHead ? {} : { body: version.blob.read() }) }
    const [start, end] = range
    return {
      status: 206,
      headers: { ...headers, 'content-length': String(end - start + 1), 'content-range': `bytes ${start}-${end}/${size}` },
      ...(isHead ? {} : { body: version.blob.read(start, end) }),
    }
  }

  /** Without a version id a versioned bucket gets a marker; with one the version is gone. */
  delete(bucket: Bucket, key: string, versionId: string | null, headers: S3Request['headers']): { version?: string; marker?: string } {
    const versions = bucket.objects.get(key) ?? []
    if (versionId !== null) {
      const version = versions.find(({ id }) => id === versionId)
      if (!version) return { version: versionId }
      forbidChange(version, headers)
      keep(
        bucket,
        key,
        versions.filter((other) => other !== version),
      )
      return { version: versionId, ...(version.isMarker ? { marker: versionId } : {}) }
    }
    if (bucket.versioning === 'none') {
      keep(bucket, key, [])
      return {}
    }
    const marker = {
      blob: {
        size: 0,
        read: () => {
          throw noSuchKey()
        },
      },
      etag: '',
      headers: {},
      checksums: {},
      encryption: { algorithm: '', bucketKey: false },
      storageClass: '',
      tags: [],
    }
    return { marker: add(bucket, key, marker, true).id }
  }

  deleteCall(bucket: Bucket, request: S3Request): S3Answer {
    const { version, marker } = this.delete(bucket, request.key, request.query.get('versionId'), request.headers)
    return { status: 204, headers: { 'x-amz-version-id': version ?? marker, 'x-amz-delete-marker': marker ? 'true' : undefined } }
  }

  async deleteMany(bucket: Bucket, request: S3Request): Promise<S3Answer> {
    const document = parsed((await bytesOf(bodyOf(request))).toString('utf8'), 'Delete')
    const [deleted, errors]: [XmlElement[], XmlElement[]] = [[], []]
    for (const entry of list<XmlElement>(document['Object'])) {
      const [Key, id] = [String(entry['Key']), entry['VersionId']]
      try {
        const { version, marker } = this.delete(bucket, Key, id === undefined ? null : String(id), request.headers)
        deleted.push({
          Key,
          ...(version ? { VersionId: version } : {}),
          ...(marker ? { DeleteMarker: 'true', DeleteMarkerVersionId: marker } : {}),
        })
      } catch (error) {
        const { code, message } = error as { code?: string; message: string }
        errors.push({ Key, ...(id === undefined ? {} : { VersionId: id }), Code: code ?? 'InternalError', Message: message })
      }
    }
    const quiet = document['Quiet'] === 'true'
    return {
      status: 200,
      headers: { 'content-type': 'application/xml' },
      body: s3Document('DeleteResult', { ...(quiet ? {} : { Deleted: deleted }), Error: errors }),
    }
  }

  /** What is copied from, if the caller may read it and it is what the caller means. */
  readable(source: Bucket, { headers, caller }: S3Request, from: { key: string; query: URLSearchParams }): Version {
    const original = this.find(source, from.key, from.query)
    unseal(this.#kms, source, original.encryption, caller)
    checkCopySource(original, headers)
    return original
  }

  async copy(source: Bucket, bucket: Bucket, request: S3Request, from: { key: string; query: URLSearchParams }): Promise<S3Answer> {
    const { headers, key, caller } = request
    const original = this.readable(source, request, from)
    if (original.blob.size > LARGEST_COPY)
      throw s3Error(
        'InvalidRequest',
        'The specified copy source is larger than the maximum allowable size for a copy source: 5368709120',
        400,
      )
    checkConditions(bucket, key, headers)
    const encryption = seal(this.#kms, bucket, key, wantedEncryption(bucket, headers), caller)
    const isReplaced = headers['x-amz-metadata-directive'] === 'REPLACE'
    const version = add(bucket, key, {
      blob: original.blob,
      etag: original.etag,
      headers: isReplaced ? storedHeaders(headers) : original.headers,
      checksums: original.checksums,
      encryption,
      ...extrasOf(bucket, headers),
      ...(headers['x-amz-tagging-directive'] === 'REPLACE' ? {} : { tags: original.tags }),
    })
    const body = s3Document('CopyObjectResult', { LastModified: version.modified, ETag: version.etag })
    return { status: 200, headers: { ...written(bucket, version), 'content-type': 'application/xml' }, body }
  }

  async tagging(bucket: Bucket, request: S3Request): Promise<S3Answer> {
    const version = this.find(bucket, request.key, request.query)
    const headers = { 'x-amz-version-id': shownId(bucket, version) }
    if (request.method === 'GET') {
      const body = s3Document('Tagging', { TagSet: { Tag: version.tags.map((tag) => ({ ...tag })) } })
      return { status: 200, headers: { ...headers, 'content-type': 'application/xml' }, body }
    }
    version.tags = request.method === 'PUT' ? tagSet(parsed((await bytesOf(bodyOf(request))).toString('utf8'), 'Tagging')) : []
    return { status: request.method === 'PUT' ? 200 : 204, headers }
  }
}

function tagSet(document: XmlElement): Tag[] {
  const set = document['TagSet']
  const tags = typeof set === 'object' && !Array.isArray(set) ? list<XmlElement>(set['Tag']) : []
  return tags.map(({ Key, Value }) => ({ Key: String(Key), Value: String(Value) }))
}

type NewVersion = Omit<Version, 'id' | 'isMarker' | 'modified'>

/** Adds a version; a bucket that is not versioned keeps one, whose id is `null`. */
export function add(bucket: Bucket, key: string, version: NewVersion, isMarker = false): Version {
  const id = bucket.versioning === 'Enabled' ? crypto.randomUUID().replaceAll('-', '') : 'null'
  const made: Version = { ...version, id, isMarker, modified: new Date() }
  const others = (bucket.objects.get(key) ?? []).filter((other) => id !== 'null' || other.id !== 'null')
  bucket.objects.set(key, [...others, made])
  return made
}

function keep(bucket: Bucket, key: string, versions: Version[]): void {
  if (versions.length === 0) bucket.objects.delete(key)
  else bucket.objects.set(key, versions)
}

/** The body without its framing. */
export function bodyOf(
  { headers, body }: S3Request,
  onTrailer: (name: string, value: string) => unknown = () => undefined,
): AsyncIterable<Uint8Array> | Buffer {
  const isChunked = headers['content-encoding']?.includes('aws-chunked') || headers['x-amz-content-sha256']?.startsWith('STREAMING-')
  if (!isChunked) return body
  async function* pieces() {
    if (Buffer.isBuffer(body)) yield body
    else yield* body
  }
  return unchunked(pieces(), (name, value) => void onTrailer(name, value))
}

export function storedHeaders(headers: S3Request['headers']): Record<string, string> {
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || !(STORED_HEADERS.includes(name) || name.startsWith('x-amz-meta-'))) return []
    const text =
      name === 'content-encoding'
        ? value
            .split(',')
            .filter((one) => one.trim() !== 'aws-chunked')
            .join(',')
        : value
    return text === '' ? [] : [[name, text]]
  })
  return { 'content-type': 'binary/octet-stream', ...Object.fromEntries(kept) }
}

function checksumsOf(headers: S3Request['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      /^x-amz-checksum-(?:crc32c?|crc64nvme|sha1|sha256)$/.test(name) && value ? [[name, value]] : [],
    ),
  )
}

export function extrasOf(
  bucket: Bucket,
  headers: S3Request['headers'],
): Pick<Version, 'storageClass' | 'tags' | 'retention' | 'legalHold'> {
  const tags = [...new URLSearchParams(headers['x-amz-tagging'] ?? '')].map(([Key, Value]) => ({ Key, Value }))
  return { storageClass: headers['x-amz-storage-class'] ?? 'STANDARD', tags, ...lockOf(bucket, headers) }
}

function shownId(bucket: Bucket, version: Version): string | undefined {
  return bucket.versioning === 'none' ? undefined : version.id
}

export function written(bucket: Bucket, version: Version): Record<string, string | undefined> {
  return { etag: version.etag, 'x-amz-version-id': shownId(bucket, version), ...encryptionHeaders(version.encryption) }
}

function shownHeaders(bucket: Bucket, version: Version, request: S3Request): Record<string, string | undefined> {
  const { retention, legalHold, tags, storageClass } = version
  return {
    ...version.headers,
    ...written(bucket, version),
    ...(request.headers['x-amz-checksum-mode'] === 'ENABLED' && request.headers['range'] === undefined ? version.checksums : {}),
    'last-modified': version.modified.toUTCString(),
    'x-amz-storage-class': storageClass === 'STANDARD' ? undefined : storageClass,
    'x-amz-tagging-count': tags.length > 0 ? String(tags.length) : undefined,
    'x-amz-object-lock-mode': retention?.mode,
    'x-amz-object-lock-retain-until-date': retention?.until.toISOString(),
    'x-amz-object-lock-legal-hold': legalHold,
  }
}

function rangeOf(header: string | undefined, size: number): [number, number] | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (start > end) throw s3Error('InvalidRange', 'The requested range is not satisfiable', 416)
  return [start, end]
}

export function etagOfParts(parts: readonly string[]): string {
  const hash = createHash('md5')
  for (const part of parts) hash.update(Buffer.from(part, 'hex'))
  return `"${hash.digest('hex')}-${parts.length}"`
}
