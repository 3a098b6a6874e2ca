import { type Check, type Judged, notApplicable, pass } from '../checks/define.ts'
import { COVERS, FOLLOWS_FROM, OF_OTHER_RESOURCES } from '../checks/design/covers.ts'
import type { CheckException } from '../model/config.ts'
import { SEVERITIES } from '../model/finding.ts'

type Spoken = Judged & { check: Check }

/** One cause, one headline, and the check that knows best what is wrong. */
export function quietly(spoken: readonly Spoken[], exceptions: readonly CheckException[]): Spoken[] {
  return withoutConsequences(withoutEchoes(differencesOnce(spoken), exceptions), exceptions)
}

/** What follows from a worse failure of the same resource is told there; not where an exception would take it. */
function withoutConsequences(spoken: readonly Spoken[], exceptions: readonly CheckException[]): Spoken[] {
  const causes = spoken.filter(
    ({ check: { id }, verdict }) => verdict.status === 'fail' && id in FOLLOWS_FROM && !exceptions.some(({ check }) => check === id),
  )
  return spoken.map((one) => {
    if (one.verdict.status !== 'fail') return one
    const cause = causes.find(({ check: { id }, resource }) => resource === one.resource && FOLLOWS_FROM[id]?.includes(one.check.id))
    return cause ? { ...one, verdict: notApplicable(`it follows from another finding (${cause.check.code})`) } : one
  })
}

/**
 * Of a designed resource that is not there, only that is said, and what is worse: that each of its settings is missing as well helps
 * nobody. Not where an exception would take the one finding that is left.
 */
function withoutEchoes(spoken: readonly Spoken[], exceptions: readonly CheckException[]): Spoken[] {
  const gone = new Map(
    spoken
      .filter(({ check, verdict }) => 'parts' in verdict && verdict.parts?.some(({ property }) => property === '') && !isExcepted(check.id))
      .map(({ check, resource }) => [resource, check]),
  )
  return spoken.map((one) => {
    const told = gone.get(one.resource)
    const { verdict, check } = one
    if (told === undefined || !('isAbsent' in verdict) || SEVERITIES.indexOf(check.severity) < SEVERITIES.indexOf(told.severity)) return one
    return { ...one, verdict: notApplicable(`there is nothing to judge: it is not there (${told.code})`) }
  })

  function isExcepted(id: string): boolean {
    return exceptions.some(({ check }) => check === id)
  }
}

/**
 * Leaves a difference from the design to the specific check that speaks of it: one cause is one finding. What no failing check
 * speaks of stays where it is.
 */
function differencesOnce(spoken: readonly Spoken[]): Spoken[] {
  const failing = new Set(
    spoken
      .filter(({ check, verdict }) => check.on !== 'designed' && verdict.status === 'fail')
      .flatMap(({ check: { id }, resource }) => [`${id} ${resource}`, ...(OF_OTHER_RESOURCES.includes(id) ? [`${id} *`] : [])]),
  )
  const isSaid = (type: string, property: string, resource: string) =>
    (COVERS[type]?.[property] ?? []).some((id) => failing.has(`${id} ${resource}`) || failing.has(`${id} *`))
  return spoken.map((one) => {
    const { verdict, type, resource } = one
    if (type === undefined || verdict.status !== 'fail' || verdict.parts === undefined) return one
    const left = verdict.parts.filter(({ property }) => !isSaid(type, property, resource))
    if (left.length === verdict.parts.length) return one
    const said = [...new Set(verdict.parts.filter((part) => !left.includes(part)).map(({ property }) => property))]
    return {
      ...one,
      verdict:
        left.length === 0
          ? pass(`as designed, but for ${said.join(' and ')}, of which another finding speaks`)
          : { status: 'fail' as const, message: left.map(({ text }) => text).join('; '), parts: left },
    }
  })
}
