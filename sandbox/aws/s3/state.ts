import type { Caller, Place, Tag } from '../call.ts'
import { AwsError } from '../error.ts'
import type { XmlElement } from '../wire/xml.ts'
import type { Blob } from './blob.ts'

/** A request to S3, read from the wire or made inside the sandbox. Header names are in lower case. */
export interface S3Request extends Pick<Place, 'account' | 'region' | 'partition'> {
  method: string
  operation: string
  bucket: string
  key: string
  query: URLSearchParams
  headers: Readonly<Record<string, string | undefined>>
  body: AsyncIterable<Uint8Array> | Buffer
  caller: Caller
  /** Requests of the sandbox's own services know where a bucket is. */
  isInternal?: boolean
}

export interface S3Answer {
  status: number
  headers?: Readonly<Record<string, string | undefined>>
  body?: string | AsyncIterable<Uint8Array>
}

export interface Encryption {
  algorithm: string
  keyId?: string
  bucketKey: boolean
  /** Data key under the KMS key, and the context it was made with. */
  sealed?: Buffer
  context?: Readonly<Record<string, string>>
}

export interface Version {
  id: string
  isMarker: boolean
  modified: Date
  blob: Pick<Blob, 'size' | 'read'>
  etag: string
  /** Content-Type and the like, and `x-amz-meta-…`, as they are answered. */
  headers: Readonly<Record<string, string>>
  checksums: Readonly<Record<string, string>>
  encryption: Encryption
  storageClass: string
  tags: Tag[]
  retention?: { mode: string; until: Date }
  legalHold?: 'ON' | 'OFF'
}

export interface Upload {
  id: string
  key: string
  started: Date
  headers: Readonly<Record<string, string | undefined>>
  parts: Map<number, { blob: Blob; modified: Date }>
}

export interface Bucket extends Place {
  name: string
  created: Date
  /** Never was, is, or was versioned. */
  versioning: 'none' | 'Enabled' | 'Suspended'
  objectLock: boolean
  policy?: string
  /** Sub-resources as documents, by query parameter. */
  documents: Map<string, XmlElement>
  /** Newest last. */
  objects: Map<string, Version[]>
  uploads: Map<string, Upload>
}

export function s3Error(code: string, message: string, status: number): AwsError {
  return new AwsError(code, message, status)
}

export const noSuchKey = () => s3Error('NoSuchKey', 'The specified key does not exist.', 404)
export const noSuchBucket = () => s3Error('NoSuchBucket', 'The specified bucket does not exist', 404)
export const accessDenied = (why = 'Access Denied') => s3Error('AccessDenied', why, 403)

/** The version a read without a version id means; undefined where there is none or a delete marker hides it. */
export function currentOf(bucket: Bucket, key: string): Version | undefined {
  const newest = bucket.objects.get(key)?.at(-1)
  return newest?.isMarker ? undefined : newest
}

export function versionOf(bucket: Bucket, key: string, id: string): Version | undefined {
  return bucket.objects.get(key)?.find((version) => version.id === id)
}

export function bucketArn({ partition, name }: Pick<Bucket, 'partition' | 'name'>): string {
  return `arn:${partition}:s3:::${name}`
}
