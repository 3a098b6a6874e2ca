import type { Unread } from '../../model/evidence.ts'
import type { Facts, TrailDescription } from '../../model/facts.ts'
import type { Reader } from '../../reads/reader.ts'
import { collectBucket, unreadBucket } from './bucket.ts'
import { collectKey, unreadKey } from './key.ts'
import { collectLogGroup, unreadLogGroup } from './log-group.ts'
import type { Place } from './place.ts'

/** What trails write to. */
export type Beside = Pick<Facts, 'logBuckets' | 'keys' | 'logGroups'>

/** What trails that are not ours write to, as they say themselves. */
export async function collectBeside(reader: Reader, trails: readonly TrailDescription[], place: Place): Promise<Beside> {
  const buckets = firstBy(trails, (trail) => trail.S3BucketName)
  const keys = firstBy(trails, (trail) => trail.KmsKeyId)
  const groups = firstBy(trails, (trail) => trail.CloudWatchLogsLogGroupArn)
  const [logBuckets, foundKeys, logGroups] = await Promise.all([
    Promise.all(
      buckets.map(([name, { TrailARN, S3KeyPrefix }]) =>
        collectBucket(reader, { name, partition: place.partition, trailArn: TrailARN, logPrefix: S3KeyPrefix, owner: undefined }),
      ),
    ),
    Promise.all(keys.map(([keyId, { TrailARN }]) => collectKey(reader, { keyId, knownArn: undefined, trailArn: TrailARN }, place))),
    Promise.all(groups.map(([arn]) => collectLogGroup(reader, arn.replace(/:\*$/, ''), place))),
  ])
  return { logBuckets, keys: foundKeys, logGroups }
}

/** Each value once, with the first trail that names it. */
function firstBy(
  trails: readonly TrailDescription[],
  named: (trail: TrailDescription) => string | undefined,
): [string, TrailDescription][] {
  const found = new Map<string, TrailDescription>()
  for (const trail of trails) {
    const value = named(trail)
    if (value !== undefined && !found.has(value)) found.set(value, trail)
  }
  return [...found]
}

/** One of each of which nothing is known: left out, they would look like an account that has none to judge. */
export function unreadBeside(why: Unread, place: Place): Beside {
  const { partition, region, account } = place
  return {
    logBuckets: [unreadBucket(partition, why)],
    keys: [unreadKey(place, why)],
    logGroups: [unreadLogGroup(`arn:${partition}:logs:${region}:${account}:log-group:*`, why)],
  }
}
