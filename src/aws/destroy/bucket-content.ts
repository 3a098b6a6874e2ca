import { bytesText, count } from '../../destroy/describe.ts'
import type { BucketState } from '../../destroy/found.ts'
import { all, ask, listOf, type Teardown, text, timeOf } from './teardown.ts'
import { type ListedVersion, walkVersions } from './versions.ts'

const NO_BUCKET = ['NoSuchBucket']

export type Counted = Pick<BucketState, 'versions' | 'markers' | 'bytes' | 'uploads' | 'oldest' | 'newest'>

export function objectAt(value: Readonly<Record<string, unknown>> | undefined, key: string): Readonly<Record<string, unknown>> | undefined {
  const found = value?.[key]
  return typeof found === 'object' && found !== null ? { ...found } : undefined
}

interface VersionId {
  key: string
  versionId: string
}

/** Nothing but the counts: whatever else was known is read anew. */
export function countsOf({ versions, markers, bytes, uploads, oldest, newest }: Counted): Counted {
  return { versions, markers, bytes, uploads, oldest, newest }
}

type Tally = Omit<Counted, 'uploads'>

function withVersion(counted: Tally, { isMarker, bytes, modified }: ListedVersion): Tally {
  const { versions, markers, oldest, newest } = counted
  return {
    versions: versions + (isMarker ? 0 : 1),
    markers: markers + (isMarker ? 1 : 0),
    bytes: counted.bytes + bytes,
    oldest: modified !== undefined && modified < (oldest ?? '9') ? modified : oldest,
    newest: modified !== undefined && modified > (newest ?? '') ? modified : newest,
  }
}

export async function countVersions(
  account: Teardown,
  region: string,
  bucket: string,
): Promise<{ counted: Counted; sample: VersionId | undefined }> {
  const s3 = await account.clientsIn(region).s3()
  let counted: Tally = { versions: 0, markers: 0, bytes: 0, oldest: undefined, newest: undefined }
  let sample: VersionId | undefined
  const running = account.progress.start(`counting ${bucket}`)
  await walkVersions({
    s3,
    bucket,
    account: account.config.account,
    signal: account.signal,
    onPage: async (page) => {
      for (const version of page) {
        if (!version.isMarker && (version.modified ?? '') > (counted.newest ?? '')) sample = version
        counted = withVersion(counted, version)
      }
      running.alive(`${count(counted.versions + counted.markers)} so far`)
    },
  }).finally(() =>
    running.end('done', `${count(counted.versions)} versions, ${count(counted.markers)} delete markers, ${bytesText(counted.bytes)}`),
  )
  const uploads = await uploadsOf(account, region, bucket)
  return { counted: { ...counted, uploads: uploads.length }, sample }
}

/** Any version that is there, to ask for its lock: a bucket that was counted before is not walked again for it. */
export async function newestVersion(account: Teardown, region: string, bucket: string): Promise<VersionId | undefined> {
  const page = await ask(
    account,
    region,
    's3:ListObjectVersions',
    { Bucket: bucket, MaxKeys: 1 },
    { resource: bucket, action: 's3:ListBucketVersions', absent: NO_BUCKET },
  )
  const [first] = listOf(page?.['Versions'])
  return first && { key: text(first['Key']), versionId: text(first['VersionId']) }
}

export async function lockOf(
  account: Teardown,
  region: string,
  bucket: string,
  { key, versionId }: VersionId,
): Promise<Pick<BucketState, 'lockedUntil' | 'hold'>> {
  const parameters = { Bucket: bucket, Key: key, VersionId: versionId }
  const absent = ['NoSuchObjectLockConfiguration', 'NoSuchKey', 'NoSuchVersion', 'MethodNotAllowed', ...NO_BUCKET]
  const [retention, hold] = await Promise.all([
    ask(account, region, 's3:GetObjectRetention', parameters, { resource: `${bucket}/${key}`, absent }),
    ask(account, region, 's3:GetObjectLegalHold', parameters, { resource: `${bucket}/${key}`, absent }),
  ])
  return {
    lockedUntil: timeOf(objectAt(retention, 'Retention')?.['RetainUntilDate']),
    hold: objectAt(hold, 'LegalHold')?.['Status'] === 'ON',
  }
}

export async function uploadsOf(account: Teardown, region: string, bucket: string) {
  const about = {
    items: 'Uploads',
    token: 'NextKeyMarker',
    as: 'KeyMarker',
    resource: bucket,
    action: 's3:ListBucketMultipartUploads',
    absent: NO_BUCKET,
  }
  return all(account, region, 's3:ListMultipartUploads', { Bucket: bucket }, about)
}
