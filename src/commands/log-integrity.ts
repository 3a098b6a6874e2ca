import { LiveReader } from '../aws/live-reader.ts'
import { logBucket } from '../aws/log-files.ts'
import { trailEvents } from '../aws/trail-events.ts'
import type { Checkpoint, ValidatedEnd } from '../digest/checkpoint.ts'
import { withEnds } from '../digest/coverage.ts'
import { validateMoved } from '../digest/moved.ts'
import { folderOf } from '../digest/object-keys.ts'
import type { Pause } from '../digest/pauses.ts'
import { pausesOf } from '../digest/pauses.ts'
import type { ChainResult, LogStore } from '../digest/request.ts'
import { logsFound } from '../digest/summary.ts'
import { AuditError } from '../model/errors.ts'
import type { LogIntegrityFacts } from '../model/evidence.ts'
import { denied, type Evidence, failed, read, readValue } from '../model/evidence.ts'
import type { TrailDescription, TrailFacts, TrailStatus } from '../model/facts.ts'
import { FIRST_DIGEST_MS, type LogsFound } from '../model/log-integrity.ts'
import { partitionOf, regionsAlwaysOn } from '../model/partition.ts'
import { listTrails } from '../verify/collect/trail.ts'
import { endName, type Period, placesOf, requestOf, type TrailSource } from './log-requests.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

/** Objects read at once, over all regions: more does not make S3 faster, and this stays far below its limits. */
const CONCURRENCY = 32
/** How far back a validation looks by itself. */
export const DAY_MS = 86_400_000

/** Region and account of a trail's ARN. */
export function partsOfTrail(arn: string): { region: string; account: string } | undefined {
  const [, region, account] = /^arn:[\w-]+:cloudtrail:([a-z0-9-]+):(\d{12}):trail\//.exec(arn) ?? []
  return region === undefined || account === undefined ? undefined : { region, account }
}

/** A trail as AWS has it. @throws when it cannot be described: without the trail there is nothing to validate */
export async function liveTrail(world: World, session: Session, trailArn: string, period: Period): Promise<TrailSource> {
  const { account, caller, clientsIn } = session
  const home = partsOfTrail(trailArn)?.region ?? session.region
  const partition = partitionOf(home)?.id ?? 'aws'
  const reader = new LiveReader({ clientsIn, account, partition, region: home, caller, now: world.now })
  const { trail, others } = await describeTrail(reader, trailArn)
  const pauses = await pausesOfTrail(session, trail, period, world.now().getTime())
  // The S3 client follows a bucket to its region by itself.
  const clients = clientsIn(home)
  return {
    trail,
    isShared: others.some((other) => other.S3BucketName === trail.S3BucketName && (other.S3KeyPrefix ?? '') === (trail.S3KeyPrefix ?? '')),
    storeOf: (bucket) => logBucket({ bucket, clients, clientsIn, concurrency: CONCURRENCY }),
    pauses,
    statusIn: (region) => reader.read('cloudtrail:GetTrailStatus', { Name: trail.TrailARN }, region),
  }
}

/** The trail, and the others that show beside it. @throws when the list cannot be read: without the trail there is nothing to validate. */
export async function describeTrail(
  reader: LiveReader,
  trailArn: string,
): Promise<{ trail: TrailDescription; others: readonly TrailDescription[] }> {
  const answer = await listTrails(reader)
  if (answer.state === 'denied')
    throw new AuditError('ACCESS_DENIED', `AWS refused cloudtrail:DescribeTrails: ${answer.reason}`, {
      remedy: 'Allow cloudtrail:DescribeTrails for the role in use, or use the verify role of bootstrap.',
    })
  if (answer.state !== 'read') throw new AuditError('AWS_CALL_FAILED', `The trails could not be read: ${answer.reason}`)
  const trail = answer.value.find(({ TrailARN }) => TrailARN === trailArn)
  if (!trail) {
    const names = answer.value.map(({ TrailARN }) => TrailARN)
    throw new AuditError('BAD_INPUT', `There is no trail ${trailArn}.`, {
      remedy: names.length > 0 ? `There is: ${names.join(', ')}.` : 'The account has no trail in this region; deploy one first.',
    })
  }
  return { trail, others: answer.value.filter((other) => other.TrailARN !== trailArn) }
}

/** How far event history goes back. */
const HISTORY_MS = 90 * DAY_MS

/** Event history goes back 90 days; a stop before that explains no gap, and is said to be unknown by the gap itself. */
async function pausesOfTrail(session: Session, trail: TrailDescription, period: Period, now: number): Promise<readonly Pause[]> {
  const from = new Date(Math.max(Date.parse(period.from) - DAY_MS, now - HISTORY_MS)).toISOString()
  if (from >= period.to) return []
  const names = [trail.Name, trail.TrailARN]
  return pausesOf(await trailEvents(session.clientsIn(trail.HomeRegion), { names, from, to: period.to }), from)
}

export interface Validated {
  chains: readonly ChainResult[]
  /** Where the chains ended, for a checkpoint. */
  ends: Readonly<Record<string, ValidatedEnd>>
  /** Since when a trail logs that has delivered no digest yet. */
  newSince: string | undefined
}

/** Every chain of one trail: each account and region of it, all at once. */
export async function validateTrail(
  world: World,
  source: TrailSource,
  { period, checkpoint }: { period: Period; checkpoint?: Checkpoint | undefined },
): Promise<Validated> {
  const { trail } = source
  const stores = new Map<string, LogStore>()
  const storeOf = (bucket: string): LogStore => {
    const store = stores.get(bucket) ?? source.storeOf(bucket)
    stores.set(bucket, store)
    return store
  }
  const store = storeOf(trail.S3BucketName)
  const own = partsOfTrail(trail.TrailARN)?.account ?? ''
  const places = await placesOf(store, trail, own)
  const now = world.now().getTime()
  const found = await Promise.all(
    places.map(async (place) => {
      const [withDigests, withLogs] = await Promise.all([
        store.folders(folderOf(place, 'CloudTrail-Digest')),
        store.folders(folderOf(place, 'CloudTrail')),
      ])
      const isOwn = place.account === own
      const before = Object.keys(checkpoint?.ends ?? {}).filter((name) => name === endName(place, name.split('/').at(-1) ?? ''))
      const known = [
        ...withDigests,
        ...withLogs,
        ...before.map((name) => name.split('/').at(-1) ?? ''),
        ...(isOwn ? [trail.HomeRegion] : []),
      ]
      // Where a region's folders are gone as a whole, CloudTrail's own word is all that is left of them.
      const asked = isOwn && trail.IsMultiRegionTrail ? regionsAlwaysOn(partitionOf(trail.HomeRegion)) : []
      return { place, isOwn, withDigests, regions: [...new Set([...known, ...asked])].sort(), known: new Set(known) }
    }),
  )
  const crypto = await world.digestCrypto()
  const running = world.progress.start('integrity')
  const counted = { digests: 0, logs: 0, bytes: 0, since: world.now().getTime() }
  const onDigest = ({ logs, bytes }: { logs: number; bytes: number }) => {
    counted.digests += 1
    counted.logs += logs
    counted.bytes += bytes
    if (counted.digests % 25 === 0) running.update(rateText(counted, world.now().getTime()))
  }
  const status = await source.statusIn(trail.HomeRegion)
  const ends: Record<string, ValidatedEnd> = {}
  const chains = await Promise.all(
    found.map(async ({ place, isOwn, withDigests, regions, known }) => {
      const chainOf = async (region: string) => {
        const about = {
          region,
          place,
          isOwn,
          isKnown: known.has(region),
          hasDigests: withDigests.includes(region),
          period,
          checkpoint,
          now,
        }
        const request = await requestOf(source, about)
        // Nothing lies there and CloudTrail says that it has delivered nothing: a region that nobody has used.
        if (!about.isKnown && request.newestDelivered === undefined) return []
        const result = withEnds(request, await validateMoved(request, { store, crypto, width: CONCURRENCY, onDigest }, storeOf))
        const since = request.after === undefined ? period.from : request.after.since
        if (result.end) ends[endName(place, region)] = { ...result.end, since }
        const { after } = request
        const begin = after && after.since > period.from ? after.since : period.from
        return [after ? { ...result, validatedBefore: { from: begin, to: after.end } } : result]
      }
      return (await Promise.all(regions.map(chainOf))).flat()
    }),
  ).finally(() => running.end('done', rateText(counted, world.now().getTime())))
  return { chains: chains.flat(), ends, newSince: newSince(readValue(status), period) }
}

/** A trail that began to log a moment ago and has delivered no digest owes none yet. */
function newSince(status: TrailStatus | undefined, { to }: Period): string | undefined {
  const started = status?.StartLoggingTime
  if (!status?.IsLogging || started === undefined || status.LatestDigestDeliveryTime !== undefined) return undefined
  return Date.parse(to) - Date.parse(started) < FIRST_DIGEST_MS ? started : undefined
}

function rateText({ digests, logs, bytes, since }: { digests: number; logs: number; bytes: number; since: number }, now: number): string {
  const seconds = Math.max(0.001, (now - since) / 1000)
  return `${digests} digests, ${logs} log files, ${(bytes / 1024 / 1024).toFixed(1)} MiB, ${Math.round(digests / seconds)} digests a second`
}

/** What the log files of the trails of an account were found to be: those that can be validated at all. */
export async function foundLogs(
  world: World,
  session: Session,
  { trails, to, hours }: { trails: readonly TrailFacts[]; to: string; hours: number },
): Promise<LogIntegrityFacts[]> {
  if (hours === 0) return []
  const period = { from: new Date(Date.parse(to) - hours * 3_600_000).toISOString(), to }
  const found: LogIntegrityFacts[] = []
  for (const { arn, description } of trails) {
    const unread = description.state === 'read' ? undefined : description
    // A trail that writes no digests has a finding of its own that says so.
    if (readValue(description)?.LogFileValidationEnabled === false) continue
    // Another account's trail shows here too, and only that account can look at all of it.
    if (partsOfTrail(arn)?.account !== session.account) continue
    found.push({ arn, found: unread ?? (await foundIn(world, session, arn, period)) })
  }
  return found
}

async function foundIn(world: World, session: Session, arn: string, period: Period): Promise<Evidence<LogsFound>> {
  try {
    const { chains, newSince: since } = await validateTrail(world, await liveTrail(world, session, arn, period), { period })
    return read(logsFound(chains, period, since))
  } catch (error) {
    if (!(error instanceof AuditError)) throw error
    const { action, operation = 'cloudtrail:DescribeTrails' } = error.about
    return action === undefined ? failed(operation, 'unavailable', error.message) : denied(action, error.message)
  }
}
