import type { Unread } from '../../model/evidence.ts'
import type { RegionalStatus, TrailFacts, TrailStatus } from '../../model/facts.ts'
import type { Verdict } from '../../model/finding.ts'
import { isOptIn } from '../../model/partition.ts'
import { fail, need, notApplicable, pass } from '../define.ts'

export interface Freshness {
  /** What is delivered, for the message. */
  what: string
  delivered: 'LatestDeliveryTime' | 'LatestDigestDeliveryTime' | 'LatestCloudWatchLogsDeliveryTime'
  error: 'LatestDeliveryError' | 'LatestDigestDeliveryError' | 'LatestCloudWatchLogsDeliveryError'
  now: string
  withinHours: number
}

/**
 * What the trail delivers from its home region, and whether another region fails to. Only home is expected to deliver in time:
 * elsewhere nothing may happen for weeks, and an error is what tells.
 */
export function judgeFreshness({ description, status, elsewhere }: TrailFacts, asked: Freshness): Verdict {
  const home = judgeHome(need(status), asked)
  const failing = elsewhere.flatMap(({ region, status: there }) => {
    if (there.state === 'absent') return [`${region} does not have the trail, which should record every region: ${there.reason}`]
    const error = there.state === 'read' ? there.value[asked.error] : undefined
    return error ? [`the last delivery of ${asked.what} from ${region} failed: ${error}`] : []
  })
  if (home.status === 'fail') return fail([home.message, ...failing].join('; '))
  if (failing.length > 0) return fail(failing.join('; '))
  const unread = elsewhere.filter(({ status: there }) => there.state !== 'read')
  const open = unread.find((one) => !isClosed(one))
  if (open) need(inRegion(open))
  // Whether there are other regions to ask is the description's to say: without it nothing here is known to be well.
  need(description)
  if (home.status !== 'pass' || elsewhere.length === 0) return home
  const closed = unread.map(({ region }) => region)
  const without = `other regions without an error: ${elsewhere.length - closed.length}`
  return pass([home.message, without, ...(closed.length > 0 ? [`regions closed to this account: ${closed.join(', ')}`] : [])].join('; '))
}

/** An error is worse than silence; silence is fine while the trail is younger than the limit. */
function judgeHome(status: TrailStatus, { what, delivered: member, error: errorMember, now, withinHours }: Freshness): Verdict {
  const { [member]: delivered, [errorMember]: error, StartLoggingTime: started } = status
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

/**
 * A region that the account has not opted into refuses the credentials that work at home, and one that the organization forbids
 * refuses everyone: nobody acts there, and no right or second try would help.
 */
function isClosed({ region, status }: RegionalStatus): boolean {
  if (status.state === 'denied') return /explicit deny in a service control policy/i.test(status.reason)
  if (status.state !== 'failed') return false
  return status.code === 'region' || (status.code === 'credentials' && isOptIn(region))
}

function inRegion({ region, status }: RegionalStatus): Unread {
  if (status.state === 'read') throw new Error(`${region} was read`)
  // What a failed read says names its region already.
  return status.reason.includes(region) ? status : { ...status, reason: `in ${region}: ${status.reason}` }
}
