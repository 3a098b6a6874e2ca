import type { Pause } from './chain.ts'

/** An event of the trail's own life, from event history. */
export interface TrailEvent {
  name: string
  /** ISO 8601 UTC. */
  time: string
  /** Who did it, as event history names them. */
  by: string | undefined
}

/** What ends logging or digests, and what begins them again. Source: the guide's list of reasons for a starting digest. */
const STOPS = ['StopLogging', 'DeleteTrail', 'UpdateTrail']
const STARTS = ['StartLogging', 'CreateTrail', 'UpdateTrail']

/** Names of the events to ask for. */
export const PAUSE_EVENTS: readonly string[] = [...new Set([...STOPS, ...STARTS])]

/** The times without logging that the trail's own events explain. An update may have been of log file validation: it counts as a stop of its own length. */
export function pausesOf(events: readonly TrailEvent[]): Pause[] {
  const inOrder = [...events].sort((a, b) => (a.time < b.time ? -1 : 1))
  return inOrder.flatMap((event, index) => {
    if (!STOPS.includes(event.name)) return []
    const next = inOrder.slice(index + (event.name === 'UpdateTrail' ? 0 : 1)).find(({ name }) => STARTS.includes(name))
    return [{ from: event.time, to: next?.time, by: event.by }]
  })
}
