import type { Evidence } from '../../model/evidence.ts'
import type { EventSelectors, Reader, TrailDescription, TrailFacts, TrailStatus } from '../../model/facts.ts'
import { pickEvidence } from './evidence.ts'

/** All trails of the account that show in the region, shadow copies of other regions included. */
export async function listTrails(reader: Reader): Promise<Evidence<TrailDescription[]>> {
  const answer = (await reader.read('cloudtrail:DescribeTrails', {})) as Evidence<{ trailList?: TrailDescription[] }>
  return pickEvidence(answer, (value) => value.trailList ?? [], 'no trails')
}

export async function collectTrail(reader: Reader, arn: string, trails: Evidence<TrailDescription[]>): Promise<TrailFacts> {
  const description = pickEvidence(trails, (list) => list.find((trail) => trail.TrailARN === arn), `There is no trail ${arn}.`)
  // Asked by ARN: by name AWS looks in the caller's region only, and answers for a shadow trail.
  const [status, eventSelectors, insightSelectors] = await Promise.all([
    reader.read('cloudtrail:GetTrailStatus', { Name: arn }),
    reader.read('cloudtrail:GetEventSelectors', { TrailName: arn }),
    reader.read('cloudtrail:GetInsightSelectors', { TrailName: arn }),
  ])
  return {
    arn,
    description,
    status: status as Evidence<TrailStatus>,
    eventSelectors: eventSelectors as Evidence<EventSelectors>,
    insightSelectors: insightSelectors as TrailFacts['insightSelectors'],
  }
}
