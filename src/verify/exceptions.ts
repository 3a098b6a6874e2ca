import type { CheckException } from '../model/config.ts'
import type { Finding, FindingException, Severity } from '../model/finding.ts'
import { isOfFloor } from '../model/floor.ts'

/** Days that an exception may last, by the severity of what it accepts. */
const LONGEST: Readonly<Record<Severity, number>> = { critical: 90, high: 90, medium: 366, low: 366 }
const LONGEST_OF_FLOOR = 30
/** Days before its end that an exception is spoken of. */
const SOON = 14

const isAbout = ({ check, resource }: CheckException, finding: Pick<Finding, 'id' | 'resource'>) =>
  check === finding.id && (resource ?? finding.resource) === finding.resource

/**
 * A finding with what the config's exceptions make of it. Only a failure can be excepted: what could not be read is nobody's to accept.
 * An exception that has expired, or asks for more than it can have, leaves the failure and is told with it.
 */
export function withException(finding: Finding, exceptions: readonly CheckException[], today: string): Finding {
  if (finding.status !== 'fail') return finding
  const about = exceptions.filter((exception) => isAbout(exception, finding)).map((exception) => detailsOf(exception, finding, today))
  const standing = about.find(({ expired, refused }) => !expired && refused === undefined)
  const exception = standing ?? about[0]
  if (!exception) return finding
  return { ...finding, status: standing ? 'excepted' : 'fail', exception }
}

function detailsOf(exception: CheckException, finding: Finding, today: string): FindingException {
  const { reason, owner, expires, ticket } = exception
  const refused = refusalOf(exception, finding, today)
  return {
    reason,
    owner,
    expires,
    ...(ticket === undefined ? {} : { ticket }),
    expired: expires < today,
    ...(refused === undefined ? {} : { refused }),
  }
}

function refusalOf({ breakGlass, ticket, expires }: CheckException, { id, severity }: Finding, today: string): string | undefined {
  const isFloor = isOfFloor(id)
  if (isFloor && !(breakGlass && ticket !== undefined)) return 'only a break-glass exception with a ticket takes this'
  const [days, what] = isFloor ? [LONGEST_OF_FLOOR, 'a break-glass exception'] : [LONGEST[severity], `an exception of ${severity} severity`]
  return daysBetween(today, expires) > days ? `${what} lasts ${days} days at most` : undefined
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** What people should know of the exceptions of a config, beside each finding: which end soon, and which nothing needs any more. */
export function exceptionNotices(exceptions: readonly CheckException[], findings: readonly Finding[], today: string): string[] {
  return exceptions.flatMap((exception, index) => {
    const { check, resource, owner, expires } = exception
    const name = `The exception for ${check}${resource === undefined ? '' : ` of ${resource}`} (${owner})`
    const earlier = exceptions.slice(0, index).some((one) => one.check === check && one.resource === resource)
    if (earlier) return [`${name} is in the config twice. Keep one.`]
    const used = findings.some((finding) => ['fail', 'excepted'].includes(finding.status) && isAbout(exception, finding))
    if (!used) return [`${name} is not needed: nothing that it names fails. Take it out.`]
    const left = daysBetween(today, expires)
    if (left < 0 || left > SOON) return []
    return [`${name} ends on ${expires}, ${left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`}.`]
  })
}
