import type { HeadObjectCommandOutput, ListObjectVersionsCommandOutput, S3Client } from '@aws-sdk/client-s3'
import { AuditError } from '../model/errors.ts'
import type { Clients } from './clients.ts'
import { isNamed, toAuditError } from './errors.ts'

/** An object as a listing has it. */
export interface ListedVersion {
  key: string
  /** Undefined where the bucket keeps no versions. */
  versionId: string | undefined
  etag: string
  size: number
  isLatest: boolean
}

/** What a copy may do at once. Bytes; source: S3 User Guide, "Copying, moving, and renaming objects" and "multipart upload limits". */
export interface CopyLimits {
  /** The most that one CopyObject takes. */
  single: number
  /** The least of a part. */
  part: number
}

export const COPY_LIMITS: CopyLimits = { single: 5 * 1024 ** 3, part: 512 * 1024 ** 2 }
const MOST_PARTS = 10_000

/** Versions below a prefix, newest first within a key; delete markers are no objects. @throws ACCESS_DENIED, AWS_CALL_FAILED */
export async function* listVersions(clients: Clients, bucket: string, prefix: string): AsyncGenerator<ListedVersion> {
  const { ListObjectVersionsCommand } = await import('@aws-sdk/client-s3')
  const client = await clients.s3()
  let at: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {}
  while (at) {
    const page: ListObjectVersionsCommandOutput = await client
      .send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, ...at }))
      .catch((error: unknown) => {
        throw toAuditError(error, { operation: 's3:ListObjectVersions', action: 's3:ListBucketVersions', resource: bucket })
      })
    for (const { Key, VersionId, ETag = '', Size = 0, IsLatest } of page.Versions ?? [])
      if (Key !== undefined)
        yield { key: Key, versionId: VersionId === 'null' ? undefined : VersionId, etag: ETag, size: Size, isLatest: IsLatest === true }
    at = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined
  }
}

/** Where objects are copied from and to. */
export interface CopyPlaces {
  source: { bucket: string; clients: Clients }
  /** Of the region that the copy lies in: it encrypts with that bucket's own key. */
  target: { bucket: string; clients: Clients }
}

type Compared = 'checksum' | 'size'

/** The ETag of the newest version of a key in the replica where it is this object, by checksum; undefined where it is not, or none can tell. */
export async function copyOf({ source, target }: CopyPlaces, object: ListedVersion): Promise<string | undefined> {
  const there = await head(target, object.key)
  if (there?.ContentLength !== object.size) return undefined
  return sameContent(await required(source, object), there) ? there.ETag : undefined
}

/**
 * Copies one version with its metadata and tags, in parts where it is too large for one call, and compares what is there then.
 * @throws AWS_CALL_FAILED where it changed meanwhile or is not the same afterwards
 */
export async function copyVersion(
  places: CopyPlaces,
  object: ListedVersion,
  limits = COPY_LIMITS,
): Promise<{ compared: Compared; etag: string }> {
  const { source, target } = places
  const client = await target.clients.s3()
  const original = await required(source, object)
  const versionId =
    object.size > limits.single
      ? await copyInParts(client, places, { object, original, limits })
      : await copyWhole(client, places, object, original)
  const copy = await head(target, object.key, versionId)
  if (copy?.ContentLength !== object.size)
    throw differs(object, `has ${copy?.ContentLength ?? 'no'} bytes, ${object.size} were copied`, target.bucket)
  const same = sameContent(original, copy)
  if (same === false) throw differs(object, 'has another checksum', target.bucket)
  return { compared: same ? 'checksum' : 'size', etag: copy.ETag ?? '' }
}

function differs({ key }: ListedVersion, why: string, bucket: string): AuditError {
  return new AuditError('AWS_CALL_FAILED', `The copy of ${key} in ${bucket} ${why}.`, { remedy: 'Run again: it is copied anew.' })
}

const sourceOf = ({ bucket }: { bucket: string }, { key, versionId }: ListedVersion) =>
  `${bucket}/${key.split('/').map(encodeURIComponent).join('/')}${versionId === undefined ? '' : `?versionId=${encodeURIComponent(versionId)}`}`

async function copyWhole(client: S3Client, { source, target }: CopyPlaces, object: ListedVersion, original: HeadObjectCommandOutput) {
  const { CopyObjectCommand } = await import('@aws-sdk/client-s3')
  const algorithm = algorithmOf(original)
  try {
    const { VersionId } = await client.send(
      new CopyObjectCommand({
        Bucket: target.bucket,
        Key: object.key,
        CopySource: sourceOf(source, object),
        CopySourceIfMatch: object.etag,
        MetadataDirective: 'COPY',
        TaggingDirective: 'COPY',
        ...(algorithm ? { ChecksumAlgorithm: algorithm } : {}),
      }),
    )
    return VersionId
  } catch (error) {
    throw toAuditError(error, { operation: 's3:CopyObject', action: 's3:PutObject', resource: `${target.bucket}/${object.key}` })
  }
}

interface InParts {
  object: ListedVersion
  original: HeadObjectCommandOutput
  limits: CopyLimits
}

/** An upload in parts takes neither metadata nor tags from its source: they are read and given. */
async function copyInParts(client: S3Client, { source, target }: CopyPlaces, { object, original, limits }: InParts) {
  const s3 = await import('@aws-sdk/client-s3')
  const place = { Bucket: target.bucket, Key: object.key }
  const resource = `${target.bucket}/${object.key}`
  const told = (operation: string) => (error: unknown) => {
    throw toAuditError(error, { operation, resource })
  }
  const tags = await (await source.clients.s3())
    .send(new s3.GetObjectTaggingCommand({ Bucket: source.bucket, Key: object.key, VersionId: object.versionId }))
    .catch(told('s3:GetObjectTagging'))
  const { ContentType, ContentEncoding, ContentLanguage, ContentDisposition, CacheControl, Metadata, StorageClass } = original
  const algorithm = algorithmOf(original)
  const { UploadId } = await client
    .send(
      new s3.CreateMultipartUploadCommand({
        ...place,
        ContentType,
        ContentEncoding,
        ContentLanguage,
        ContentDisposition,
        CacheControl,
        Metadata,
        StorageClass,
        ...(algorithm ? { ChecksumAlgorithm: algorithm, ChecksumType: original.ChecksumType } : {}),
        ...(tags.TagSet && tags.TagSet.length > 0
          ? { Tagging: tags.TagSet.map(({ Key = '', Value = '' }) => `${encodeURIComponent(Key)}=${encodeURIComponent(Value)}`).join('&') }
          : {}),
      }),
    )
    .catch(told('s3:CreateMultipartUpload'))
  try {
    const size = Math.max(limits.part, Math.ceil(object.size / MOST_PARTS))
    const parts = []
    for (let from = 0, PartNumber = 1; from < object.size; from += size, PartNumber += 1) {
      const { CopyPartResult } = await client.send(
        new s3.UploadPartCopyCommand({
          ...place,
          UploadId,
          PartNumber,
          CopySource: sourceOf(source, object),
          CopySourceIfMatch: object.etag,
          CopySourceRange: `bytes=${from}-${Math.min(from + size, object.size) - 1}`,
        }),
      )
      const { LastModified: _, ...part } = CopyPartResult ?? {}
      parts.push({ ...part, PartNumber })
    }
    const { VersionId } = await client.send(
      new s3.CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts: parts } }),
    )
    return VersionId
  } catch (error) {
    // Parts that are left are billed like objects.
    await client.send(new s3.AbortMultipartUploadCommand({ ...place, UploadId })).catch(() => undefined)
    throw toAuditError(error, { operation: 's3:UploadPartCopy', action: 's3:PutObject', resource })
  }
}

async function required({ bucket, clients }: CopyPlaces['source'], { key, versionId }: ListedVersion): Promise<HeadObjectCommandOutput> {
  const found = await head({ bucket, clients }, key, versionId)
  if (found) return found
  throw new AuditError('AWS_CALL_FAILED', `${key} is no longer in ${bucket}: it was deleted after it was listed.`, {
    remedy: 'Run again: what is there then is listed anew.',
  })
}

async function head(
  { bucket, clients }: CopyPlaces['source'],
  key: string,
  versionId?: string,
): Promise<HeadObjectCommandOutput | undefined> {
  const { HeadObjectCommand } = await import('@aws-sdk/client-s3')
  try {
    return await (await clients.s3()).send(
      new HeadObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId, ChecksumMode: 'ENABLED' }),
    )
  } catch (error) {
    if (isNamed(error, 'NotFound', 'NoSuchKey')) return undefined
    throw toAuditError(error, { operation: 's3:HeadObject', action: 's3:GetObject', resource: `${bucket}/${key}` })
  }
}

const ALGORITHMS = {
  CRC64NVME: 'ChecksumCRC64NVME',
  SHA256: 'ChecksumSHA256',
  SHA1: 'ChecksumSHA1',
  CRC32C: 'ChecksumCRC32C',
  CRC32: 'ChecksumCRC32',
} as const
type Algorithm = keyof typeof ALGORITHMS

function algorithmOf(object: HeadObjectCommandOutput): Algorithm | undefined {
  return (Object.keys(ALGORITHMS) as Algorithm[]).find((algorithm) => object[ALGORITHMS[algorithm]] !== undefined)
}

/** By the first checksum that both have over the whole object, else by an MD5 that both have as their ETag; undefined without either. */
function sameContent(one: HeadObjectCommandOutput, other: HeadObjectCommandOutput): boolean | undefined {
  for (const name of Object.values(ALGORITHMS)) {
    const [a, b] = [one[name], other[name]]
    // `-3` behind it: a checksum of three parts' checksums, which depends on how it was cut.
    if (a !== undefined && b !== undefined && !a.includes('-') && !b.includes('-')) return a === b
  }
  const [a, b] = [one, other].map(plainMd5)
  return a !== undefined && b !== undefined ? a === b : undefined
}

/** An ETag is the MD5 of an object that was written at once, and not under a KMS key. */
function plainMd5({ ETag = '', ServerSideEncryption }: HeadObjectCommandOutput): string | undefined {
  return /^"[0-9a-f]{32}"$/.test(ETag) && ServerSideEncryption === 'AES256' ? ETag : undefined
}
