import type { ParsedTemplate } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import { isMapping, own, type TemplateProblem } from './values.ts'

/**
 * A resource that, over others, waits for itself; each circle once. The way is kept beside the search: a template may chain resources
 * far deeper than calls can be. What SAM makes of its own resources waits otherwise than they do as written.
 */
export function circles({ Resources }: ParsedTemplate): TemplateProblem[] {
  const targetsOf = (id: string) =>
    [...new Set(targets(Resources[id]))].filter(
      (target) => own(Resources, target) && !Resources[target]?.Type.startsWith('AWS::Serverless::'),
    )
  const done = new Set<string>()
  const found: TemplateProblem[] = []
  for (const [start, { Type }] of Object.entries(Resources)) {
    if (Type.startsWith('AWS::Serverless::') || Type.startsWith('Fn::')) continue
    const way: { id: string; left: string[] }[] = []
    const onWay = new Set<string>()
    const enter = (id: string) => {
      onWay.add(id)
      way.push({ id, left: targetsOf(id).reverse() })
    }
    if (!done.has(start)) enter(start)
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const next = here.left.pop()
      if (next === undefined) {
        done.add(here.id)
        onWay.delete(here.id)
        way.pop()
      } else if (onWay.has(next)) found.push(circle([...way.map(({ id }) => id), next]))
      else if (!done.has(next)) enter(next)
    }
  }
  return found
}

/** Logical ids that a value waits for. */
function targets(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(targets)
  if (!isMapping(value)) return []
  return Object.entries(value).flatMap(([key, item]): string[] => {
    if (key === 'Ref') return typeof item === 'string' ? [item] : []
    if (key === 'Fn::GetAtt') return [Array.isArray(item) ? item[0] : String(item).split('.')[0]].filter((name) => typeof name === 'string')
    if (key === 'Fn::Sub') return [...substituted(item), ...targets(item)]
    if (key === 'DependsOn') return [item].flat().filter((name) => typeof name === 'string')
    return key === 'Metadata' ? [] : targets(item)
  })
}

function substituted(argument: unknown): string[] {
  const [text, variables]: unknown[] = Array.isArray(argument) ? argument : [argument]
  if (typeof text !== 'string') return []
  const given = isMapping(variables) ? Object.keys(variables) : []
  const names = [...text.matchAll(/\$\{([^!${}][^${}]*)\}/g)].map(([, name = '']) => name.trim())
  return names.filter((name) => !given.includes(name)).map((name) => name.split('.')[0] ?? name)
}

/** @param way ends with the resource that the circle begins with. */
function circle(way: readonly string[]): TemplateProblem {
  const id = way.at(-1) ?? ''
  return {
    id: 'circular-reference',
    pointer: `/Resources/${escapePointer(id)}`,
    message: `These resources wait for each other: ${way.slice(way.indexOf(id)).join(' → ')}.`,
    remedy: 'Compose one of the values from a fixed name instead of Ref or GetAtt, or move a policy into a resource of its own.',
  }
}
