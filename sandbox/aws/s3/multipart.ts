import { list } from '../call.ts'
import type { Kms } from '../kms.ts'
import { s3Document } from '../wire/protocols.ts'
import type { XmlElement } from '../wire/xml.ts'
import { type BlobStore, bytesOf, joined } from './blob.ts'
import { checkConditions } from './conditional.ts'
import { encryptionHeaders, seal, wantedEncryption } from './encryption.ts'
import { add, bodyOf, etagOfParts, extrasOf, storedHeaders, written } from './objects.ts'
import { type Bucket, type S3Answer, type S3Request, s3Error, type Upload, type Version } from './state.ts'
import { canonicalId, parsed } from './subresources.ts'

const XML = { 'content-type': 'application/xml' }
/** Only the last part may be smaller. Source: S3 User Guide, "Amazon S3 multipart upload limits". */
const SMALLEST_PART = 5 * 1024 * 1024

/** Uploads in parts. */
export class Multipart {
  readonly #blobs: BlobStore
  readonly #kms: Kms

  constructor(blobs: BlobStore, kms: Kms) {
    this.#blobs = blobs
    this.#kms = kms
  }

  create(bucket: Bucket, { key, headers }: S3Request): S3Answer {
    const id = crypto.randomUUID().replaceAll('-', '')
    bucket.uploads.set(id, { id, key, started: new Date(), headers, parts: new Map() })
    const body = s3Document('InitiateMultipartUploadResult', { Bucket: bucket.name, Key: key, UploadId: id })
    return { status: 200, headers: { ...XML, ...encryptionHeaders(wantedEncryption(bucket, headers)) }, body }
  }

  #upload(bucket: Bucket, { key, query }: S3Request): Upload {
    const upload = bucket.uploads.get(query.get('uploadId') ?? '')
    if (!upload || upload.key !== key)
      throw s3Error(
        'NoSuchUpload',
        'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
        404,
      )
    return upload
  }

  async part(bucket: Bucket, request: S3Request): Promise<S3Answer> {
    const upload = this.#upload(bucket, request)
    const blob = await this.#blobs.store(bodyOf(request))
    upload.parts.set(Number(request.query.get('partNumber')), { blob, modified: new Date() })
    return { status: 200, headers: { etag: `"${blob.md5}"` } }
  }

  async copyPart(bucket: Bucket, request: S3Request, original: Version): Promise<S3Answer> {
    const upload = this.#upload(bucket, request)
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers['x-amz-copy-source-range'] ?? '') ?? []
    const bytes = from === undefined ? original.blob.read() : original.blob.read(Number(from), Number(to))
    const blob = await this.#blobs.store(bytes)
    upload.parts.set(Number(request.query.get('partNumber')), { blob, modified: new Date() })
    return { status: 200, headers: XML, body: s3Document('CopyPartResult', { ETag: `"${blob.md5}"`, LastModified: new Date() }) }
  }

  async complete(bucket: Bucket, request: S3Request): Promise<S3Answer> {
    const upload = this.#upload(bucket, request)
    const document = parsed((await bytesOf(request.body)).toString('utf8'), 'CompleteMultipartUpload')
    const parts = list<XmlElement>(document['Part']).map(({ PartNumber, ETag }) => {
      const part = upload.parts.get(Number(PartNumber))
      if (!part || String(ETag).replaceAll('"', '') !== part.blob.md5)
        throw s3Error('InvalidPart', 'One or more of the specified parts could not be found.', 400)
      return part.blob
    })
    if (parts.slice(0, -1).some(({ size }) => size < SMALLEST_PART))
      throw s3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', 400)
    checkConditions(bucket, upload.key, request.headers)
    const encryption = seal(this.#kms, bucket, upload.key, wantedEncryption(bucket, upload.headers), request.caller)
    const etag = etagOfParts(parts.map(({ md5 }) => md5))
    const version = add(bucket, upload.key, {
      blob: joined(parts),
      etag,
      headers: storedHeaders(upload.headers),
      checksums: {},
      encryption,
      ...extrasOf(bucket, upload.headers),
    })
    bucket.uploads.delete(upload.id)
    const body = s3Document('CompleteMultipartUploadResult', {
      Location: `/${bucket.name}/${upload.key}`,
      Bucket: bucket.name,
      Key: upload.key,
      ETag: etag,
    })
    return { status: 200, headers: { ...XML, ...written(bucket, version) }, body }
  }

  abort(bucket: Bucket, request: S3Request): S3Answer {
    bucket.uploads.delete(this.#upload(bucket, request).id)
    return { status: 204 }
  }

  listParts(bucket: Bucket, request: S3Request): S3Answer {
    const { id, key, parts } = this.#upload(bucket, request)
    const Part = [...parts]
      .sort(([a], [b]) => a - b)
      .map(([PartNumber, { blob, modified }]) => ({ PartNumber, LastModified: modified, ETag: `"${blob.md5}"`, Size: blob.size }))
    return {
      status: 200,
      headers: XML,
      body: s3Document('ListPartsResult', { Bucket: bucket.name, Key: key, UploadId: id, IsTruncated: false, Part }),
    }
  }

  listUploads(bucket: Bucket): S3Answer {
    const owner = { ID: canonicalId(bucket.account) }
    const Upload = [...bucket.uploads.values()].map(({ id, key, started }) => ({
      Key: key,
      UploadId: id,
      Initiator: owner,
      Owner: owner,
      StorageClass: 'STANDARD',
      Initiated: started,
    }))
    return {
      status: 200,
      headers: XML,
      body: s3Document('ListMultipartUploadsResult', { Bucket: bucket.name, IsTruncated: false, Upload }),
    }
  }
}
