import { mapEvidence, ownedElsewhere, pickEvidence, type Unread } from '../../model/evidence.ts'
import type { LogGroupFacts } from '../../model/facts.ts'
import { regionOf } from '../../reads/define.ts'
import type { Reader } from '../../reads/reader.ts'
import { otherOwner } from './owner.ts'
import type { Place } from './place.ts'

/** One log group, asked in its region. CloudWatch Logs lists the caller's groups only, so another account's is not readable at all. */
export async function collectLogGroup(reader: Reader, arn: string, place: Place): Promise<LogGroupFacts> {
  const name = arn.split(':').slice(6).join(':')
  const owner = otherOwner(arn, place)
  if (owner !== undefined) return unreadLogGroup(arn, ownedElsewhere(owner))
  const [groups, policies] = await Promise.all([
    reader.read('logs:DescribeLogGroups', { logGroupNamePrefix: name }, regionOf(arn)),
    reader.read('logs:DescribeResourcePolicies', {}, regionOf(arn)),
  ])
  return {
    arn,
    name,
    group: pickEvidence(
      groups,
      ({ logGroups }) => logGroups.find(({ logGroupName }) => logGroupName === name),
      `There is no log group ${name}.`,
    ),
    resourcePolicies: mapEvidence(policies, ({ resourcePolicies }) => resourcePolicies),
  }
}

/** A log group of which nothing is known, for one reason. */
export function unreadLogGroup(arn: string, why: Unread): LogGroupFacts {
  return { arn, name: arn.split(':').slice(6).join(':'), group: why, resourcePolicies: why }
}
