import type { Verdict } from '../../model/finding.ts'
import { fail, notApplicable, pass } from '../define.ts'

export interface Freshness {
  /** What is delivered, for the message. */
  what: string
  /** ISO 8601 UTC. */
  delivered: string | undefined
  error: string | undefined
  started: string | undefined
  now: string
  withinHours: number
}

/** An error is worse than silence; silence is fine while the trail is younger than the limit. */
export function judgeFreshness({ what, delivered, error, started, now, withinHours }: Freshness): Verdict {
  if (error) return fail(`the last delivery of ${what} failed: ${error}`)
  const age = (time: string) => (Date.parse(now) - Date.parse(time)) / 3_600_000
  if (delivered !== undefined) {
    return age(delivered) <= withinHours
      ? pass(`last delivery of ${what}: ${delivered}`)
      : fail(`no delivery of ${what} since ${delivered}`)
  }
  if (started !== undefined && age(started) <= withinHours) return notApplicable(`nothing delivered yet; logging started ${started}`)
  return fail(`there has never been a delivery of ${what}`)
}
