import { closest } from '../model/closest.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import type { ServiceTypes } from './types.ts'
import type { TemplateProblem } from './validate.ts'

interface Reference {
  pointer: string
  /** The logical id of a resource or the name of a parameter. */
  target: string
  attribute: string | undefined
}

/** References to nothing, attributes a type does not have, and circles. */
export function validateReferences(template: ParsedTemplate, typesOf: (type: string) => ServiceTypes | undefined): TemplateProblem[] {
  const known = [...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})]
  const references = [...collect(template.Resources, '/Resources'), ...collect(template.Outputs ?? {}, '/Outputs')]
  const unknown = references.flatMap((reference): TemplateProblem[] => {
    if (reference.target.startsWith('AWS::')) return []
    const resource = template.Resources[reference.target]
    if (!resource && !known.includes(reference.target)) {
      const guess = closest(reference.target, known)
      return [
        {
          pointer: reference.pointer,
          message: `\`${reference.target}\` is neither a resource nor a parameter of this template.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
          remedy: 'Refer to a logical id or parameter of the template.',
        },
      ]
    }
    return reference.attribute === undefined || !resource ? [] : attributeProblems(reference, resource.Type, typesOf)
  })
  return [...unknown, ...circles(template)]
}

function attributeProblems(reference: Reference, type: string, typesOf: (type: string) => ServiceTypes | undefined): TemplateProblem[] {
  const code = typesOf(type)?.resources[type]
  const attribute = reference.attribute ?? ''
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
    if (key === 'Fn::GetAtt' && Array.isArray(item))
      return [{ pointer, target: String(item[0]), attribute: typeof item[1] === 'string' ? item[1] : undefined }]
    if (key === 'Fn::Sub') return [...substitutions(item, pointer), ...collect(item, at)]
    if (key === 'DependsOn') return [item].flat().map((target) => ({ pointer: at, target: String(target), attribute: undefined }))
    return collect(item, at)
  })
}

function substitutions(argument: unknown, pointer: string): Reference[] {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}]
  return [...String(text).matchAll(/\$\{([^!}][^}]*)\}/g)].flatMap(([, name = '']): Reference[] => {
    if (name in ((variables ?? {}) as object)) return []
    const dot = name.startsWith('AWS::') ? -1 : name.indexOf('.')
    return [{ pointer, target: dot === -1 ? name : name.slice(0, dot), attribute: dot === -1 ? undefined : name.slice(dot + 1) }]
  })
}

/** A resource that, over others, waits for itself; each circle once. */
function circles(template: ParsedTemplate): TemplateProblem[] {
  const next = new Map(
    Object.entries(template.Resources).map(([id, resource]) => [
      id,
      [...new Set(collect(resource, '').map(({ target }) => target))].filter((target) => target in template.Resources),
    ]),
  )
  const done = new Set<string>()
  const found: TemplateProblem[] = []
  const visit = (id: string, path: readonly string[]): void => {
    const start = path.indexOf(id)
    if (start !== -1) {
      const circle = [...path.slice(start), id]
      found.push({
        pointer: `/Resources/${id}`,
        message: `These resources wait for each other: ${circle.join(' → ')}.`,
        remedy: 'Compose one of the values from a fixed name instead of Ref or GetAtt, or move a policy into a resource of its own.',
      })
      return
    }
    if (done.has(id)) return
    for (const target of next.get(id) ?? []) visit(target, [...path, id])
    done.add(id)
  }
  for (const id of next.keys()) visit(id, [])
  return found
}
