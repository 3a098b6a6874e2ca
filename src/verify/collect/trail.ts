import { type Evidence, failed, mapEvidence, pickEvidence, readValue, type Unread } from '../../model/evidence.ts'
import type { RegionalStatus, TrailDescription, TrailFacts } from '../../model/facts.ts'
import { partitionOf } from '../../model/partition.ts'
import { regionOf } from '../../reads/define.ts'
import type { Reader } from '../../reads/reader.ts'
import { ownedBy } from './owner.ts'
import type { Place } from './place.ts'

/** All trails of the account that show in the region, shadow copies of other regions and the organization's included. */
export async function listTrails(reader: Reader): Promise<Evidence<TrailDescription[]>> {
  return mapEvidence(await reader.read('cloudtrail:DescribeTrails', {}), ({ trailList }) => trailList)
}

/**
 * One trail, asked by ARN in its home region: by name AWS looks in the caller's region only, and elsewhere the status is that of
 * a shadow, whose deliveries are another region's.
 */
export async function collectTrail(reader: Reader, arn: string, trails: Evidence<TrailDescription[]>, place: Place): Promise<TrailFacts> {
  const home = regionOf(arn)
  const [status, eventSelectors, insightSelectors] = await Promise.all([
    reader.read('cloudtrail:GetTrailStatus', { Name: arn }, home),
    reader.read('cloudtrail:GetEventSelectors', { TrailName: arn }, home),
    reader.read('cloudtrail:GetInsightSelectors', { TrailName: arn }, home),
  ])
  const description = pickEvidence(trails, (list) => list.find((trail) => trail.TrailARN === arn), `There is no trail ${arn}.`)
  const isAskedElsewhere = status.state === 'read' && readValue(description)?.IsMultiRegionTrail === true
  return {
    arn,
    description,
    status: ownedBy(status, arn, place),
    elsewhere: isAskedElsewhere ? await statusElsewhere(reader, arn) : [],
    eventSelectors: ownedBy(eventSelectors, arn, place),
    insightSelectors: ownedBy(insightSelectors, arn, place),
  }
}

/** So many regions are asked before the rest, to learn whether other regions are within reach at all. */
const FIRST_REGIONS = 4

/**
 * The status of a trail's shadow in every other region: each delivers by itself, and GetTrailStatus tells of one. A runner that
 * reaches no other region learns so from the first few, because each of them costs it minutes.
 */
async function statusElsewhere(reader: Reader, arn: string): Promise<RegionalStatus[]> {
  const home = regionOf(arn) ?? ''
  const regions = (partitionOf(home)?.regions ?? []).filter((region) => region !== home)
  const ask = (asked: readonly string[]): Promise<RegionalStatus[]> =>
    Promise.all(asked.map(async (region) => ({ region, status: await reader.read('cloudtrail:GetTrailStatus', { Name: arn }, region) })))
  const [first, rest] = [await ask(regions.slice(0, FIRST_REGIONS)), regions.slice(FIRST_REGIONS)]
  if (!first.every(({ status }) => status.state === 'failed' && status.code === 'unavailable')) return [...first, ...(await ask(rest))]
  const why = failed(
    'cloudtrail:GetTrailStatus',
    'unavailable',
    `no other region could be reached: ${first.map(({ region }) => region).join(', ')} were tried`,
  )
  return [...first, ...rest.map((region) => ({ region, status: why }))]
}

/** A trail of which nothing is known, for one reason. */
export function unreadTrail(arn: string, why: Unread): TrailFacts {
  return { arn, description: why, status: why, elsewhere: [], eventSelectors: why, insightSelectors: why }
}
