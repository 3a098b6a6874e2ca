import { s3Document } from '../wire/protocols.ts'
import { type Bucket, currentOf, type S3Answer, type Version } from './state.ts'
import { canonicalId } from './subresources.ts'

const XML = { 'content-type': 'application/xml' }

interface Listed<T> {
  items: T[]
  prefixes: string[]
  isTruncated: boolean
  /** Where the next page begins, after this. */
  last: string | undefined
}

/** ListObjects and ListObjectsV2. */
export function listObjects(bucket: Bucket, query: URLSearchParams): S3Answer {
  const isV2 = query.get('list-type') === '2'
  const token = query.get('continuation-token')
  const after = isV2 ? (token === null ? query.get('start-after') : Buffer.from(token, 'base64').toString('utf8')) : query.get('marker')
  const keys = keysBelow(bucket, query).filter((key) => currentOf(bucket, key))
  const { items, prefixes, isTruncated, last } = take(keys, (key) => key, query, after ?? '')
  const owner = { ID: canonicalId(bucket.account) }
  const write = encoder(query)
  const Contents = items.map((key) => {
    const { modified, etag, blob, storageClass } = currentOf(bucket, key) as Version
    return {
      Key: write(key),
      LastModified: modified,
      ETag: etag,
      Size: blob.size,
      StorageClass: storageClass,
      ...(isV2 && query.get('fetch-owner') !== 'true' ? {} : { Owner: owner }),
    }
  })
  const next =
    isTruncated && last !== undefined
      ? isV2
        ? { NextContinuationToken: Buffer.from(last).toString('base64') }
        : { NextMarker: write(last) }
      : {}
  const body = {
    Name: bucket.name,
    Prefix: write(query.get('prefix') ?? ''),
    ...(isV2 ? { KeyCount: items.length + prefixes.length, ContinuationToken: token ?? undefined } : { Marker: query.get('marker') ?? '' }),
    MaxKeys: query.get('max-keys') ?? '1000',
    Delimiter: query.get('delimiter') ?? undefined,
    EncodingType: query.get('encoding-type') ?? undefined,
    IsTruncated: isTruncated,
    ...next,
    Contents,
    CommonPrefixes: prefixes.map((Prefix) => ({ Prefix: write(Prefix) })),
  }
  return { status: 200, headers: XML, body: s3Document('ListBucketResult', body) }
}

/** ListObjectVersions: newest first within a key. */
export function listVersions(bucket: Bucket, query: URLSearchParams): S3Answer {
  const all = keysBelow(bucket, query).flatMap((key) =>
    [...(bucket.objects.get(key) ?? [])].reverse().map((version, index) => ({ key, version, isLatest: index === 0 })),
  )
  const marker = query.get('key-marker') ?? ''
  const id = query.get('version-id-marker')
  const start =
    marker === ''
      ? 0
      : all.findIndex(({ key, version }) => (id === null ? byCode(key, marker) > 0 : key === marker && version.id === id)) +
        (id === null ? 0 : 1)
  const rest = start < 0 ? [] : all.slice(start)
  const { items, prefixes, isTruncated } = take(rest, ({ key }) => key, query, '')
  const owner = { ID: canonicalId(bucket.account) }
  const write = encoder(query)
  const shown = (wanted: boolean) =>
    items
      .filter(({ version }) => version.isMarker === wanted)
      .map(({ key, version, isLatest }) => ({
        ...(wanted ? {} : { ETag: version.etag, Size: version.blob.size, StorageClass: version.storageClass }),
        Key: write(key),
        VersionId: version.id,
        IsLatest: isLatest,
        LastModified: version.modified,
        Owner: owner,
      }))
  const last = items.at(-1)
  const body = {
    Name: bucket.name,
    Prefix: write(query.get('prefix') ?? ''),
    KeyMarker: write(marker),
    VersionIdMarker: id ?? '',
    ...(isTruncated && last ? { NextKeyMarker: write(last.key), NextVersionIdMarker: last.version.id } : {}),
    MaxKeys: query.get('max-keys') ?? '1000',
    Delimiter: query.get('delimiter') ?? undefined,
    EncodingType: query.get('encoding-type') ?? undefined,
    IsTruncated: isTruncated,
    Version: shown(false),
    DeleteMarker: shown(true),
    CommonPrefixes: prefixes.map((Prefix) => ({ Prefix: write(Prefix) })),
  }
  return { status: 200, headers: XML, body: s3Document('ListVersionsResult', body) }
}

/** Keys below the prefix, in their order: what else the bucket has is not sorted. */
function keysBelow(bucket: Bucket, query: URLSearchParams): string[] {
  const prefix = query.get('prefix') ?? ''
  return [...bucket.objects.keys()].filter((key) => key.startsWith(prefix)).sort(byCode)
}

/** Items below a prefix, those with a common part up to the delimiter as one, and no more than asked for. */
function take<T>(all: readonly T[], keyOf: (item: T) => string, query: URLSearchParams, after: string): Listed<T> {
  const prefix = query.get('prefix') ?? ''
  const most = Math.min(Number(query.get('max-keys') ?? 1000), 1000)
  const listed: Listed<T> = { items: [], prefixes: [], isTruncated: false, last: undefined }
  const below = all.filter((item) => keyOf(item).startsWith(prefix))
  for (const item of below) {
    const common = commonPart(keyOf(item), prefix, query.get('delimiter') ?? '')
    const entry = common ?? keyOf(item)
    if ((after !== '' && byCode(entry, after) <= 0) || entry === listed.prefixes.at(-1)) continue
    listed.isTruncated = listed.items.length + listed.prefixes.length >= most
    if (listed.isTruncated) break
    if (common === undefined) listed.items.push(item)
    else listed.prefixes.push(common)
    listed.last = entry
  }
  return listed
}

/** A key up to the first delimiter after the prefix; undefined without one. */
function commonPart(key: string, prefix: string, delimiter: string): string | undefined {
  const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
  return cut === -1 ? undefined : key.slice(0, cut + delimiter.length)
}

function encoder(query: URLSearchParams): (text: string) => string {
  return query.get('encoding-type') === 'url' ? (text) => encodeURIComponent(text).replaceAll('%2F', '/') : (text) => text
}

const PLAIN = /^[\x20-\x7e]*$/

/** S3 orders by the bytes of the name. */
function byCode(a: string, b: string): number {
  if (PLAIN.test(a) && PLAIN.test(b)) return a < b ? -1 : a > b ? 1 : 0
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
