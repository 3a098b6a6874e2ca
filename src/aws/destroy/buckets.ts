import { bytesText, count } from '../../destroy/describe.ts'
import type { Found, FoundOf } from '../../destroy/found.ts'
import { type Counted, countsOf, countVersions, lockOf, newestVersion, objectAt, uploadsOf } from './bucket-content.ts'
import { type Emptied, emptyBucket } from './empty-bucket.ts'
import { ask, call, GONE, isError, type KindOps, namesIn, type Removal, requestsOf, type Teardown, tagsOf, text } from './teardown.ts'
import { trailsOf } from './trails.ts'

/** How often a bucket is emptied anew: files of a trail arrive for some time after it was deleted. */
const ROUNDS = 5
const NO_BUCKET = ['NoSuchBucket']

type BucketKind = 'bucket' | 'template bucket'

/**
 * Buckets that the templates make or take over, as they name them. A team's bucket of data stands in no template as a bucket. The log
 * bucket comes first, and last the one that gets the access logs of the others.
 */
function bucketsOf({ templates, config: { names } }: Teardown, kind: BucketKind): { name: string; region: string }[] {
  const made = namesIn(
    templates.filter((template) => (template.name === 'bootstrap') === (kind === 'template bucket')),
    'AWS::S3::Bucket',
    'BucketName',
  )
  const place = ({ name }: { name: string }) => (name === names.logBucket ? 0 : name === names.accessLogBucket ? 2 : 1)
  return made.sort((a, b) => place(a) - place(b))
}

async function findBuckets(account: Teardown, kind: BucketKind): Promise<FoundOf<BucketKind>[]> {
  const found = await Promise.all(bucketsOf(account, kind).map((bucket) => bucketAt(account, kind, bucket)))
  return found.filter((one) => one !== undefined)
}

export const buckets: KindOps<'bucket'> = {
  find: (account) => findBuckets(account, 'bucket'),
  again: (account, found) => bucketAt(account, 'bucket', found, found),
  remove: (account, found) => deleteBucket(account, found),
}

export const templateBuckets: KindOps<'template bucket'> = {
  find: (account) => findBuckets(account, 'template bucket'),
  again: (account, found) => bucketAt(account, 'template bucket', found, found),
  remove: (account, found) => deleteBucket(account, found),
}

/** A bucket of this account by its name; counted before, it is not counted again. */
async function bucketAt(
  account: Teardown,
  kind: BucketKind,
  { name, region }: { name: string; region: string },
  known?: Counted,
): Promise<FoundOf<BucketKind> | undefined> {
  const owned = { Bucket: name, ExpectedBucketOwner: account.config.account }
  const about = { resource: name, absent: NO_BUCKET }
  const versioning = await ask(account, region, 's3:GetBucketVersioning', owned, about)
  if (!versioning) return undefined
  const [tags, locking, trails] = await Promise.all([
    ask(account, region, 's3:GetBucketTagging', owned, { resource: name, absent: [...NO_BUCKET, 'NoSuchTagSet'] }),
    ask(account, region, 's3:GetObjectLockConfiguration', owned, {
      resource: name,
      action: 's3:GetBucketObjectLockConfiguration',
      absent: [...NO_BUCKET, 'ObjectLockConfigurationNotFoundError'],
    }),
    trailsOf(account),
  ])
  const rule = objectAt(objectAt(locking, 'ObjectLockConfiguration'), 'Rule')
  const retention = objectAt(rule, 'DefaultRetention')
  const isLocking = locking !== undefined
  const { counted, sample } = known
    ? { counted: countsOf(known), sample: await newestVersion(account, region, name) }
    : await countVersions(account, region, name)
  return {
    kind,
    class: kind === 'bucket' ? 'logs' : 'bootstrap',
    name,
    arn: `arn:${account.config.partition.id}:s3:::${name}`,
    region,
    tags: tagsOf(tags?.['TagSet']),
    writers: trails.filter(({ bucket }) => bucket === name).map((trail) => `the trail ${trail.name}`),
    ...counted,
    lock: retention
      ? { mode: text(retention['Mode']), days: Number(retention['Days'] ?? Number(retention['Years'] ?? 0) * 365) }
      : undefined,
    ...(isLocking && sample ? await lockOf(account, region, name, sample) : { lockedUntil: undefined, hold: false }),
    mfaDelete: versioning['MFADelete'] === 'Enabled',
  }
}

/** Access logging off, uploads aborted, every version and marker deleted, then the bucket; again while files still arrive. */
async function deleteBucket(account: Teardown, found: Extract<Found, { kind: BucketKind }>): Promise<Removal> {
  const { name, region } = found
  const owned = { Bucket: name, ExpectedBucketOwner: account.config.account }
  const requests: string[] = []
  const logging = await ask(account, region, 's3:GetBucketLogging', owned, { resource: name, absent: NO_BUCKET })
  if (!logging) return GONE
  if (logging['LoggingEnabled'])
    requests.push(
      ...requestsOf(await call(account, region, 's3:PutBucketLogging', { ...owned, BucketLoggingStatus: {} }, { resource: name })),
    )
  for (const { Key, UploadId } of await uploadsOf(account, region, name))
    requests.push(
      ...requestsOf(
        await ask(
          account,
          region,
          's3:AbortMultipartUpload',
          { Bucket: name, Key, UploadId },
          { resource: name, absent: ['NoSuchUpload'] },
        ),
      ),
    )
  const totals = { versions: 0, markers: 0, bytes: 0 }
  const sums: string[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    const emptied = await emptyWithProgress(account, found)
    totals.versions += emptied.versions
    totals.markers += emptied.markers
    totals.bytes += emptied.bytes
    if (emptied.versions + emptied.markers > 0) sums.push(emptied.sha256)
    requests.push(...emptied.requestIds)
    const what = `${count(totals.versions)} versions and ${count(totals.markers)} delete markers, ${bytesText(totals.bytes)}, deleted${sums.length > 0 ? ` (list sha256 ${sums.join(', ')})` : ''}`
    if (account.signal?.aborted)
      return { outcome: 'left', detail: `cancelled: ${what}`, requestIds: requests, remedy: 'Run again: it goes on from what is there.' }
    if (emptied.refused > 0)
      return {
        outcome: 'left',
        detail: `${what}; ${await refusedText(account, region, name, emptied)}`,
        requestIds: requests,
        remedy: refusedRemedy(emptied),
      }
    const deleted = await ask(account, region, 's3:DeleteBucket', owned, { resource: name, absent: NO_BUCKET }).catch((error: unknown) => {
      // Something was written since it was listed.
      if (isError(error, 'BucketNotEmpty')) return 'not empty' as const
      throw error
    })
    if (deleted !== 'not empty') return { outcome: 'deleted', detail: what, requestIds: [...requests, ...requestsOf(deleted)] }
  }
  return {
    outcome: 'left',
    detail: `something still writes to it after ${ROUNDS} rounds`,
    requestIds: requests,
    remedy: 'Files of a deleted trail arrive for some minutes. Run again.',
  }
}

async function emptyWithProgress(
  account: Teardown,
  { name, region, versions, markers }: Extract<Found, { kind: BucketKind }>,
): Promise<Emptied> {
  const total = versions + markers
  const running = account.progress.start(`emptying ${name}`)
  const started = account.now().getTime()
  try {
    const emptied = await emptyBucket({
      s3: await account.clientsIn(region).s3(),
      bucket: name,
      account: account.config.account,
      bypassGovernance: account.bypassGovernance,
      sleep: account.sleep,
      signal: account.signal,
      onProgress: (so) => {
        const done = so.versions + so.markers + so.refused
        const rate = done / Math.max(0.001, (account.now().getTime() - started) / 1000)
        const left = Math.max(0, total - done) / Math.max(rate, 1)
        running.update(`${count(done)} of ${count(Math.max(total, done))} · ${count(Math.round(rate))}/s · ${Math.ceil(left)} s left`)
      },
    })
    running.end(
      'done',
      `${count(emptied.versions + emptied.markers)} deleted${emptied.refused > 0 ? `, ${count(emptied.refused)} refused` : ''}`,
    )
    return emptied
  } catch (error) {
    running.end('failed')
    throw error
  }
}

/** How many S3 did not let go, and of some until when. */
async function refusedText(account: Teardown, region: string, bucket: string, { refused, sample }: Emptied): Promise<string> {
  const told = await Promise.all(
    sample.map(async ({ version, code, message }) => {
      const lock = code === 'AccessDenied' ? await lockOf(account, region, bucket, version).catch(() => undefined) : undefined
      const why = lock?.hold ? 'legal hold' : lock?.lockedUntil ? `locked until ${lock.lockedUntil}` : `${code}: ${message}`
      return `${version.key} (${why})`
    }),
  )
  return `${count(refused)} refused, such as ${told.join(', ')}`
}

function refusedRemedy({ sample }: Emptied): string {
  return sample.some(({ code }) => code === 'AccessDenied')
    ? 'What is locked can be deleted after its date (in governance mode before, with --bypass-governance); where no lock is named, s3:DeleteObjectVersion is missing. Run again then.'
    : 'Run again.'
}
