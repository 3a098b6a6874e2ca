import { type Evidence, mapEvidence, pickEvidence, type Unread } from '../../model/evidence.ts'
import type { TrailDescription, TrailFacts } from '../../model/facts.ts'
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
  return {
    arn,
    description: pickEvidence(trails, (list) => list.find((trail) => trail.TrailARN === arn), `There is no trail ${arn}.`),
    status: ownedBy(status, arn, place),
    eventSelectors: ownedBy(eventSelectors, arn, place),
    insightSelectors: ownedBy(insightSelectors, arn, place),
  }
}

/** A trail of which nothing is known, for one reason. */
export function unreadTrail(arn: string, why: Unread): TrailFacts {
  return { arn, description: why, status: why, eventSelectors: why, insightSelectors: why }
}
