import type { ObjectIdentifier, S3Client } from '@aws-sdk/client-s3'
import { toAuditError } from '../errors.ts'

/** One version or delete marker. */
export interface ListedVersion {
  key: string
  versionId: string
  isMarker: boolean
  isLatest: boolean
  bytes: number
  modified: string | undefined
}

export interface WalkOptions {
  s3: S3Client
  bucket: string
  account: string
  /** Listings at once. */
  listings: number
  signal?: AbortSignal | undefined
  /** Takes a page; waiting holds the listing back, so that memory stays flat however large the bucket is. */
  onPage(versions: readonly ListedVersion[]): Promise<void>
}

interface Part {
  prefix: string
  /** Its own folders were listed as parts already, or there are enough: everything below is listed page by page. */
  isFlat: boolean
}

/**
 * Every version and delete marker of a bucket, listed in parallel by prefix: folders are divided until there are enough of them to
 * keep all listings busy.
 */
export async function walkVersions(options: WalkOptions): Promise<void> {
  const queue: Part[] = [{ prefix: '', isFlat: false }]
  let active = 0
  const waiting: (() => void)[] = []
  const wake = () => {
    for (const go of waiting.splice(0)) go()
  }
  const next = async (): Promise<Part | undefined> => {
    for (;;) {
      const part = queue.shift()
      if (part) return part
      if (active === 0) return undefined
      await new Promise<void>((go) => waiting.push(go))
    }
  }
  const worker = async () => {
    for (let part = await next(); part && !options.signal?.aborted; part = await next()) {
      active += 1
      try {
        const enough = part.isFlat || queue.length + active > options.listings * 2
        await walkPart(options, part.prefix, enough, (prefix) => {
          queue.push({ prefix, isFlat: false })
          wake()
        })
      } finally {
        active -= 1
        wake()
      }
    }
  }
  await Promise.all(Array.from({ length: options.listings }, worker))
}

async function walkPart(
  { s3, bucket, account, onPage, signal }: WalkOptions,
  prefix: string,
  isFlat: boolean,
  onFolder: (prefix: string) => void,
): Promise<void> {
  const { ListObjectVersionsCommand } = await import('@aws-sdk/client-s3')
  const list = (from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined }) =>
    s3
      .send(
        new ListObjectVersionsCommand({
          Bucket: bucket,
          ExpectedBucketOwner: account,
          Prefix: prefix,
          ...(isFlat ? {} : { Delimiter: '/' }),
          ...from,
        }),
      )
      .catch((error: unknown) => {
        throw toAuditError(error, { operation: 's3:ListObjectVersions', action: 's3:ListBucketVersions', resource: bucket })
      })
  let page = await list({})
  for (;;) {
    for (const { Prefix } of page.CommonPrefixes ?? []) if (Prefix) onFolder(Prefix)
    const versions = [...listed(page.Versions, false), ...listed(page.DeleteMarkers, true)]
    // The next page is asked for before this one is handed on: the version it begins after may be deleted then.
    const following = page.IsTruncated
      ? await list({ KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker })
      : undefined
    if (versions.length > 0) await onPage(versions)
    if (!following || signal?.aborted) return
    page = following
  }
}

interface Entry {
  Key?: string | undefined
  VersionId?: string | undefined
  IsLatest?: boolean | undefined
  LastModified?: Date | undefined
  Size?: number | undefined
}

function listed(entries: readonly Entry[] | undefined, isMarker: boolean): ListedVersion[] {
  return (entries ?? []).map(({ Key = '', VersionId = 'null', IsLatest = false, LastModified, Size = 0 }) => ({
    key: Key,
    versionId: VersionId,
    isMarker,
    isLatest: IsLatest,
    bytes: Size,
    modified: LastModified?.toISOString(),
  }))
}

export function identifier({ key, versionId }: ListedVersion): ObjectIdentifier {
  return { Key: key, VersionId: versionId }
}
