/** A time in which the trail did not log, from its own events. Both ISO 8601 UTC; no end while it is still off. */
export interface Pause {
  from: string
  to: string | undefined
  /** Who stopped it, where that is known. */
  by: string | undefined
}

/** An event of the trail's own life, from event history. */
export interface TrailEvent {
  name: string
  /** ISO 8601 UTC. */
  time: string
  /** Who did it, as event history names them. */
  by: string | undefined
  /** What an UpdateTrail set log file validation to; undefined where it left it alone. */
  validation?: boolean | undefined
}

/** What ends logging or digests, and what begins them again. Source: the guide's list of reasons for a starting digest. */
export const PAUSE_EVENTS = ['StopLogging', 'StartLogging', 'CreateTrail', 'DeleteTrail', 'UpdateTrail'] as const

/**
 * The times without digests that the trail's own events explain. `since` is where the events begin: a trail that is created or started
 * by the first of them had no digests before. An update that leaves validation alone begins a new chain and no pause of any length.
 */
export function pausesOf(events: readonly TrailEvent[], since?: string): Pause[] {
  const pauses: Pause[] = []
  let stopped: { from: string; by: string | undefined } | undefined
  let unvalidated: typeof stopped
  const inOrder = [...events].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
  inOrder.forEach(({ name, time, by, validation }, index) => {
    const isFirst = index === 0 && since !== undefined && since < time
    if (name === 'StopLogging' || name === 'DeleteTrail') stopped ??= { from: time, by }
    else if (name === 'UpdateTrail') {
      if (validation === false) unvalidated ??= { from: time, by }
      else if (validation === true && unvalidated) {
        pauses.push({ ...unvalidated, to: time })
        unvalidated = undefined
      } else pauses.push({ from: time, to: time, by })
    } else if (stopped) {
      pauses.push({ ...stopped, to: time })
      stopped = undefined
    } else if (isFirst) pauses.push({ from: since, to: time, by: undefined })
  })
  for (const open of [stopped, unvalidated]) if (open) pauses.push({ ...open, to: undefined })
  return pauses.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** The last hour before a stop has no digest, and the first after a start begins with the hour: hence an hour on both sides. */
const HOUR = 3_600_000

/**
 * The pause that explains why a time has no digests; undefined where some of the time is left that none explains. A stop of a minute
 * explains two hours, and no more.
 */
export function explanation(from: string, to: string, pauses: readonly Pause[]): Pause | undefined {
  let reached = Date.parse(from)
  let first: Pause | undefined
  for (const pause of pauses) {
    const end = pause.to === undefined ? Number.POSITIVE_INFINITY : Date.parse(pause.to)
    const begin = Date.parse(pause.from)
    if (end < reached - HOUR || begin > Math.min(reached, Date.parse(to)) + HOUR) continue
    first ??= pause
    reached = Math.max(reached, end)
  }
  return first && reached >= Date.parse(to) - HOUR ? first : undefined
}

/** A pause as a sentence's end. */
export function pauseText({ from, by }: Pause): string {
  return by === undefined ? `the trail did not log` : `logging was stopped by ${by} at ${from}`
}
