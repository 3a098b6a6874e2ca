import { LiveReader } from '../aws/live-reader.ts'
import { logBucket } from '../aws/log-files.ts'
import { trailEvents } from '../aws/trail-events.ts'
import type { ChainEnd, Pause } from '../digest/chain.ts'
import type { Checkpoint } from '../digest/checkpoint.ts'
import { validateMoved } from '../digest/moved.ts'
import { daysOf, folderOf } from '../digest/object-keys.ts'
import { pausesOf } from '../digest/pauses.ts'
import { logsFound } from '../digest/summary.ts'
import type { ChainRequest, ChainResult, LogStore } from '../digest/validate.ts'
import { AuditError } from '../model/errors.ts'
import type { LogIntegrityFacts } from '../model/evidence.ts'
import { denied, type Evidence, failed, read, readValue } from '../model/evidence.ts'
import type { TrailDescription, TrailFacts, TrailStatus } from '../model/facts.ts'
import { FIRST_DIGEST_MS, type LogsFound } from '../model/log-integrity.ts'
import { partitionOf } from '../model/partition.ts'
import { listTrails } from '../verify/collect/trail.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

/** Objects read at once, over all regions: more does not make S3 faster, and this stays far below its limits. */
const CONCURRENCY = 32
/** How far back a validation looks by itself. */
export const DAY_MS = 86_400_000

export interface Period {
  from: string
  to: string
}

/** What a validation has to know of a trail, and where its files are: at AWS, or in a folder that was saved. */
export interface TrailSource {
  trail: TrailDescription
  /** Whether other trails deliver into the same folder. */
  isShared: boolean
  storeOf(bucket: string): LogStore
  pauses: readonly Pause[]
  statusIn(region: string): Promise<Evidence<TrailStatus>>
}

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
  const pauses = await pausesOfTrail(session, trail, period)
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

/** Event history goes back 90 days; a stop before that explains no gap, and is said to be unknown by the gap itself. */
async function pausesOfTrail(session: Session, trail: TrailDescription, period: Period): Promise<readonly Pause[]> {
  const from = new Date(Date.parse(period.from) - DAY_MS).toISOString()
  return pausesOf(await trailEvents(session.clientsIn(trail.HomeRegion), { names: [trail.Name, trail.TrailARN], from, to: period.to }))
}

export interface Validated {
  chains: readonly ChainResult[]
  /** Where the chains ended, for a checkpoint. */
  ends: Readonly<Record<string, ChainEnd>>
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
  const found = await Promise.all(
    places.map(async (place) => {
      const [withDigests, withLogs] = await Promise.all([
        store.folders(folderOf(place, 'CloudTrail-Digest')),
        store.folders(folderOf(place, 'CloudTrail')),
      ])
      const home = place.account === own ? [trail.HomeRegion] : []
      return { place, withLogs, regions: [...new Set([...home, ...withDigests])].sort() }
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
  const ends: Record<string, ChainEnd> = {}
  const chains = await Promise.all(
    found.map(async ({ place, withLogs, regions }) => {
      const chainOf = async (region: string) => {
        const request = await requestOf(source, { region, place, isOwn: place.account === own, period, checkpoint })
        const result = await validateMoved(request, { store, crypto, width: CONCURRENCY, onDigest }, storeOf)
        if (result.end) ends[endName(place, region)] = result.end
        return result
      }
      return uncoveredRegions(await Promise.all(regions.map(chainOf)), withLogs, period)
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

interface LogPlace {
  prefix: string | undefined
  organization: string | undefined
  account: string
}

/** Where the files of a trail are: below its own account, and with an organization's trail below the organization, an account each. */
async function placesOf(store: LogStore, trail: TrailDescription, own: string): Promise<LogPlace[]> {
  const prefix = trail.S3KeyPrefix
  const ownPlace: LogPlace = { prefix, organization: undefined, account: own }
  if (!trail.IsOrganizationTrail) return [ownPlace]
  const above = `${prefix ? `${prefix}/` : ''}AWSLogs/`
  const top = await store.folders(above)
  const organizations = top.filter((name) => /^o-[a-z0-9]{10,32}$/.test(name))
  const places = await Promise.all(
    organizations.map(async (organization) =>
      (await store.folders(`${above}${organization}/`))
        .filter((name) => /^\d{12}$/.test(name))
        .map((account): LogPlace => ({ prefix, organization, account })),
    ),
  )
  // Before it became the organization's, a trail delivered below its own account.
  const all = [...(top.includes(own) ? [ownPlace] : []), ...places.flat()]
  return all.length > 0 ? all : [ownPlace]
}

interface ChainOptions {
  region: string
  place: LogPlace
  /** Of the account whose trail it is: CloudTrail tells the deliveries of that one. */
  isOwn: boolean
  period: Period
  checkpoint: Checkpoint | undefined
}

async function requestOf(source: TrailSource, { region, place, isOwn, period, checkpoint }: ChainOptions): Promise<ChainRequest> {
  const { trail, pauses, isShared } = source
  // Each region tells its own deliveries; without its word nobody knows whether the end of the chain is the end.
  const status = isOwn ? await source.statusIn(region) : undefined
  const after = checkpoint?.ends[endName(place, region)]
  const from = after && after.end > period.from ? after.end : period.from
  return {
    account: place.account,
    region,
    trail: trail.Name,
    homeRegion: trail.HomeRegion,
    digestFolder: `${folderOf(place, 'CloudTrail-Digest')}${region}/`,
    logFolder: `${folderOf(place, 'CloudTrail')}${region}/`,
    // A digest of the last hours of a day may lie in the folder of the next.
    days: daysOf({ from, to: period.to }),
    isShared,
    from,
    to: period.to,
    after,
    pauses,
    newestDelivered: status && readValue(status)?.LatestDigestDeliveryTime,
    ...(status === undefined || status.state === 'read' || status.state === 'absent'
      ? {}
      : { statusUnread: { reason: status.reason, ...(status.state === 'denied' ? { missingPermission: status.action } : {}) } }),
  }
}

/** What a checkpoint calls the end of a chain. */
function endName({ account, organization }: LogPlace, region: string): string {
  return organization === undefined ? region : `${organization}/${account}/${region}`
}

/** Regions with log files and no digest at all: their logs prove nothing. */
function uncoveredRegions(chains: readonly ChainResult[], withLogs: readonly string[], { from, to }: Period): ChainResult[] {
  const covered = new Set(chains.filter((chain) => chain.end !== undefined).map(({ region }) => region))
  const missing = withLogs.filter((region) => !covered.has(region))
  const detail = `has log files and no digest from ${from} to ${to}`
  const problems = missing.map((region) => ({ kind: 'region-uncovered' as const, region, subject: region, detail }))
  const [first, ...rest] = chains
  return first && problems.length > 0 ? [{ ...first, problems: [...first.problems, ...problems] }, ...rest] : [...chains]
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
