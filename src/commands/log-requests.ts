import type { Checkpoint, ValidatedEnd } from '../digest/checkpoint.ts'
import { daysOf, folderOf } from '../digest/object-keys.ts'
import type { Pause } from '../digest/pauses.ts'
import type { ChainRequest, LogStore } from '../digest/request.ts'
import { type Evidence, readValue } from '../model/evidence.ts'
import type { TrailDescription, TrailStatus } from '../model/facts.ts'

const HOUR_MS = 3_600_000

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

/** Whose files lie where in a bucket. */
export interface LogPlace {
  prefix: string | undefined
  organization: string | undefined
  account: string
}

/** Where the files of a trail are: below its own account, and with an organization's trail below the organization, an account each. */
export async function placesOf(store: LogStore, trail: TrailDescription, own: string): Promise<LogPlace[]> {
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
  /** The region has files, or had when it was validated last. */
  isKnown: boolean
  hasDigests: boolean
  period: Period
  checkpoint: Checkpoint | undefined
  /** Milliseconds since 1970. */
  now: number
}

/** A digest is of an hour and comes some time after it; what ends longer ago than this is there. */
const DELIVERED_MS = 3 * HOUR_MS

type OwnRequest = ChainRequest & { after: ValidatedEnd | undefined }

export async function requestOf(source: TrailSource, options: ChainOptions): Promise<OwnRequest> {
  const { region, place, isOwn, isKnown, hasDigests, period, checkpoint, now } = options
  const { trail, pauses, isShared } = source
  // Each region tells its own deliveries; without its word nobody knows whether the end of the chain is the end.
  const status = isOwn ? await source.statusIn(region) : undefined
  const before = checkpoint?.ends[endName(place, region)]
  // Who asks for a time before the one that was validated gets all of it.
  const after = before && before.since <= period.from ? before : undefined
  const from = after?.end ?? period.from
  // What happened in the last hour of the time stands in a digest that ends after it.
  const to = new Date(Math.min(Date.parse(period.to) + HOUR_MS, Math.max(now, Date.parse(period.to)))).toISOString()
  const newestDelivered = status && readValue(status)?.LatestDigestDeliveryTime
  return {
    account: place.account,
    region,
    trail: trail.Name,
    homeRegion: trail.HomeRegion,
    digestFolder: `${folderOf(place, 'CloudTrail-Digest')}${region}/`,
    logFolder: `${folderOf(place, 'CloudTrail')}${region}/`,
    // A digest of the last hours of a day may lie in the folder of the next.
    days: daysOf({ from, to }),
    isShared,
    from,
    to,
    due: new Date(Math.min(Date.parse(period.to), now - DELIVERED_MS)).toISOString(),
    isExpected: hasDigests || newestDelivered !== undefined || after !== undefined || (isOwn && region === trail.HomeRegion),
    after,
    pauses,
    newestDelivered,
    ...(status === undefined || !isKnown || status.state === 'read' || status.state === 'absent'
      ? {}
      : { statusUnread: { reason: status.reason, ...(status.state === 'denied' ? { missingPermission: status.action } : {}) } }),
  }
}

/** What a checkpoint calls the end of a chain. */
export function endName({ account, organization }: LogPlace, region: string): string {
  return organization === undefined ? region : `${organization}/${account}/${region}`
}
