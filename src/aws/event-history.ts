import type { Clients } from './clients.ts'
import { faultOf, problemOf } from './errors.ts'

/** Pages of fifty events; the history gives two a second. */
const MOST_PAGES = 200

/** Records as a log file would hold them, or why they could not be had. */
export type History = { records: Uint8Array; isWhole: boolean } | { unreadable: string; missingPermission?: string }

/** Changes of a time in one region, from event history: 90 days of management events, also of a time when no trail recorded. */
export async function changeHistory(clients: Clients, { from, to }: { from: string; to: string }): Promise<History> {
  const { LookupEventsCommand } = await import('@aws-sdk/client-cloudtrail')
  const records: string[] = []
  try {
    const client = await clients.cloudTrail()
    let token: string | undefined
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await client.send(
        new LookupEventsCommand({
          LookupAttributes: [{ AttributeKey: 'ReadOnly', AttributeValue: 'false' }],
          StartTime: new Date(from),
          EndTime: new Date(to),
          MaxResults: 50,
          ...(token ? { NextToken: token } : {}),
        }),
      )
      records.push(...(answer.Events ?? []).flatMap(({ CloudTrailEvent }) => (CloudTrailEvent ? [CloudTrailEvent] : [])))
      token = answer.NextToken
      if (token === undefined) break
    }
    return { records: new TextEncoder().encode(`{"Records":[${records.join(',')}]}`), isWhole: token === undefined }
  } catch (error) {
    const action = 'cloudtrail:LookupEvents'
    const message = faultOf(error)?.message ?? String(error)
    return problemOf(error) === 'denied'
      ? { unreadable: `${action} was refused: ${message}`, missingPermission: action }
      : { unreadable: `${action} failed: ${message}` }
  }
}
