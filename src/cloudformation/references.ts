import { closest } from '../model/closest.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import type { ServiceTypes } from './types.ts'
import { MOST_PROBLEMS } from './validate.ts'
import { isMapping, own, type TemplateProblem } from './values.ts'

interface Reference {
  pointer: string
  /** The logical id of a resource or the name of a parameter. */
  target: string
  attribute: string | undefined
}

/** References to nothing, attributes a type does not have, and circles. */
export function validateReferences(template: ParsedTemplate, typesOf: (type: string) => ServiceTypes | undefined): TemplateProblem[] {
  const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})])
  const references = [...collect(template.Resources, '/Resources'), ...collect(template.Outputs ?? {}, '/Outputs')]
  const unknown: TemplateProblem[] = []
  for (const reference of references) {
    if (unknown.length >= MOST_PROBLEMS) break
    if (reference.target.startsWith('AWS::')) continue
    const resource = own(template.Resources, reference.target)
    if (resource) unknown.push(...attributeProblems(reference, resource.Type, typesOf))
    else if (!known.has(reference.target)) unknown.push(noSuchTarget(reference, [...known]))
  }
  return [...unknown, ...circles(template)]
}

function noSuchTarget({ pointer, target }: Reference, known: readonly string[]): TemplateProblem {
  const guess = closest(target, known)
  return {
    pointer,
    message: `\`${target}\` is neither a resource nor a parameter of this template.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
    remedy: 'Refer to a logical id or parameter of the template.',
  }
}

function attributeProblems(reference: Reference, type: string, typesOf: (type: string) => ServiceTypes | undefined): TemplateProblem[] {
  const code = own(typesOf(type)?.resources, type)
  const { attribute } = reference
  if (attribute === undefined) return []
  // Nested stacks and custom resources answer with whatever they return.
  if (!code || /^(?:Outputs\.|AWS::CloudFormation::)/.test(attribute) || type === 'AWS::CloudFormation::Stack') return []
  if ([...code.a, ...Object.keys(code.p)].some((name) => name === attribute || attribute.startsWith(`${name}.`))) return []
  const guess = closest(attribute, code.a)
  return [
    {
      pointer: reference.pointer,
      message: `${type} has no attribute \`${attribute}\`.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
      remedy: `Fn::GetAtt takes: ${code.a.join(', ') || 'nothing of this type'}.`,
    },
  ]
}

/** Every Ref, GetAtt and Sub below a value. */
function collect(value: unknown, pointer: string): Reference[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => collect(item, `${pointer}/${index}`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]): Reference[] => {
    const at = `${pointer}/${escapePointer(key)}`
    if (key === 'Ref' && typeof item === 'string') return [{ pointer, target: item, attribute: undefined }]
    if (key === 'Fn::GetAtt' && Array.isArray(item)) {
      const [target, attribute]: unknown[] = item
      return typeof target === 'string' ? [{ pointer, target, attribute: typeof attribute === 'string' ? attribute : undefined }] : []
    }
    if (key === 'Fn::Sub') return [...substitutions(item, pointer), ...collect(item, at)]
    if (key === 'DependsOn')
      return [item].flat().flatMap((target) => (typeof target === 'string' ? [{ pointer: at, target, attribute: undefined }] : []))
    return collect(item, at)
  })
}

function substitutions(argument: unknown, pointer: string): Reference[] {
  const [text, variables]: unknown[] = Array.isArray(argument) ? argument : [argument]
  if (typeof text !== 'string') return []
  const given = isMapping(variables) ? Object.keys(variables) : []
  return [...text.matchAll(/\$\{([^!${}][^${}]*)\}/g)].flatMap(([, name = '']): Reference[] => {
    if (given.includes(name)) return []
    const dot = name.startsWith('AWS::') ? -1 : name.indexOf('.')
    return [{ pointer, target: dot === -1 ? name : name.slice(0, dot), attribute: dot === -1 ? undefined : name.slice(dot + 1) }]
  })
}

/**
 * A resource that, over others, waits for itself; each circle once. The way is kept beside the search: a template may chain resources
 * far deeper than calls can be.
 */
function circles(template: ParsedTemplate): TemplateProblem[] {
  const targetsOf = (id: string) =>
    [...new Set(collect(template.Resources[id], '').map(({ target }) => target))].filter((target) => own(template.Resources, target))
  const done = new Set<string>()
  const found: TemplateProblem[] = []
  for (const start of Object.keys(template.Resources)) {
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

/** @param way ends with the resource that the circle begins with. */
function circle(way: readonly string[]): TemplateProblem {
  const id = way.at(-1) ?? ''
  return {
    pointer: `/Resources/${escapePointer(id)}`,
    message: `These resources wait for each other: ${way.slice(way.indexOf(id)).join(' → ')}.`,
    remedy: 'Compose one of the values from a fixed name instead of Ref or GetAtt, or move a policy into a resource of its own.',
  }
}
