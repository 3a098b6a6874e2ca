import type { ChainProblem } from '../model/log-integrity.ts'
import { parseLogKey } from './object-keys.ts'
import type { ChainRequest, LogStore, Running } from './request.ts'

export const HOUR = 3_600_000
/** CloudTrail's status and S3's clock tell the same delivery; they are apart by less than this. */
const MINUTES_OF_DELIVERY = 10 * 60_000

/** A time so many milliseconds later. */
export function shifted(time: string, ms: number): string {
  return new Date(Date.parse(time) + ms).toISOString()
}

/**
 * Log files of the time asked for that stand in no digest: put there by someone else, left out by a forged digest, or of a time whose
 * digests are gone. Where a chain begins anew, nothing before it proves them.
 */
export async function unlistedLogs(
  request: ChainRequest,
  store: LogStore,
  { first, end, named, begins }: Running,
): Promise<ChainProblem[]> {
  if (request.isShared) return []
  const startsAnew = begins?.digest !== undefined && begins.digest.previous === undefined
  const from = request.after?.end ?? (startsAnew ? request.from : (first ?? request.from))
  // Delivered shortly before a period ends, a file may stand in the digest after it; that one is there where it is due.
  const until = [shifted(end?.end ?? request.from, -15 * 60_000), shifted(request.due, -HOUR)].sort()[1] ?? ''
  const since = shifted(from, 15 * 60_000)
  const unlisted: string[] = []
  for (const day of request.days) {
    for await (const { key } of store.list(`${request.logFolder}${day}/`)) {
      const delivered = parseLogKey(key)?.delivered
      if (delivered !== undefined && delivered >= since && delivered <= until && !named.has(key)) unlisted.push(key)
    }
  }
  const { region } = request
  if (end === undefined && unlisted.length > 0)
    return [{ kind: 'region-uncovered', region, subject: region, detail: `has ${unlisted.length} log files, and no digest of this time` }]
  const detail = 'lies among the log files, and no digest names it'
  return unlisted.map((subject) => ({ kind: 'log-unlisted' as const, region, subject, detail }))
}

/** Who deletes from the end of a chain leaves no broken link; CloudTrail's own word does. */
export function newest({ region, newestDelivered, statusUnread, to }: ChainRequest, { end, stored }: Running): ChainProblem[] {
  if (statusUnread) {
    const { reason, missingPermission } = statusUnread
    return [{ kind: 'newest-unknown', region, subject: region, detail: reason, ...(missingPermission ? { missingPermission } : {}) }]
  }
  if (newestDelivered === undefined || newestDelivered > to) return []
  // What covers the hour after this digest cannot be delivered within that hour, so a delivery as late as that is of a later digest:
  // unless this one was late itself, which its own time of storing shows, and nobody can set that back.
  if (end && Date.parse(newestDelivered) - Date.parse(end.end) < HOUR) return []
  if (stored !== undefined && Math.abs(Date.parse(newestDelivered) - Date.parse(stored)) <= MINUTES_OF_DELIVERY) return []
  const there = end ? `the newest one there ends at ${end.end}` : 'there is none'
  return [{ kind: 'newest-missing', region, subject: region, detail: `CloudTrail delivered a digest at ${newestDelivered}; ${there}` }]
}
