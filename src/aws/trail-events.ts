import { PAUSE_EVENTS, type TrailEvent } from '../digest/pauses.ts'
import type { Clients } from './clients.ts'
import { toAuditError } from './errors.ts'

export interface TrailEventsRequest {
  /** Name and ARN of the trail: event history names it either way. */
  names: readonly string[]
  /** ISO 8601 UTC. */
  from: string
  to: string
}

/** What was done to a trail, from event history: 90 days at most. @throws ACCESS_DENIED when the history may not be read */
export async function trailEvents(clients: Clients, { names, from, to }: TrailEventsRequest): Promise<TrailEvent[]> {
  const { LookupEventsCommand } = await import('@aws-sdk/client-cloudtrail')
  const client = await clients.cloudTrail()
  const events: TrailEvent[] = []
  for (const EventName of PAUSE_EVENTS) {
    let token: string | undefined
    do {
      const command = new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: EventName }],
        StartTime: new Date(from),
        EndTime: new Date(to),
        ...(token ? { NextToken: token } : {}),
      })
      const page = await client.send(command).catch((error: unknown) => {
        throw toAuditError(error, { operation: 'cloudtrail:LookupEvents' })
      })
      for (const event of page.Events ?? []) {
        const done = changeOf(event.CloudTrailEvent ?? '', names)
        if (done && event.EventTime) events.push({ name: EventName, time: event.EventTime.toISOString(), by: event.Username, ...done })
      }
      token = page.NextToken
    } while (token !== undefined)
  }
  return events
}

/** What was done, if it was to one of these trails; refused calls stopped nothing. */
function changeOf(record: string, names: readonly string[]): Pick<TrailEvent, 'validation'> | undefined {
  try {
    const { errorCode, requestParameters } = JSON.parse(record) as {
      errorCode?: unknown
      requestParameters?: { name?: unknown; enableLogFileValidation?: unknown } | null
    }
    if (errorCode !== undefined || !names.includes(String(requestParameters?.name))) return undefined
    const validation = requestParameters?.enableLogFileValidation
    return typeof validation === 'boolean' ? { validation } : {}
  } catch {
    return undefined
  }
}
