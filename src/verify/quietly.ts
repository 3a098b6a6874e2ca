import { type Check, type Judged, pass } from '../checks/define.ts'
import { COVERS, OF_OTHER_RESOURCES } from '../checks/design/covers.ts'

type Spoken = Judged & { check: Check }

/**
 * Leaves a difference from the design to the specific check that speaks of it: one cause is one finding. What no failing check
 * speaks of stays where it is.
 */
export function quietly(spoken: readonly Spoken[]): Spoken[] {
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
