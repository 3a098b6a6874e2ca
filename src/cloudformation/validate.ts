import { closest } from '../model/closest.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import type { PropertyCode, ServiceTypes, TypeCode } from './types.ts'

/** One thing CloudFormation would refuse. */
export interface TemplateProblem {
  /** JSON pointer into the template, `/Resources/LogBucket/Properties/…`. */
  pointer: string
  message: string
  remedy: string
}

interface Place {
  pointer: string
  types: ServiceTypes
  out: TemplateProblem[]
}

const FUNCTION = /^(?:Ref|Condition|Fn::\w+)$/

/** Holds each resource against its type: unknown and missing properties, wrong types, values that are not allowed. */
export function validateResources(template: ParsedTemplate, typesOf: (type: string) => ServiceTypes | undefined): TemplateProblem[] {
  const out: TemplateProblem[] = []
  for (const [logicalId, resource] of Object.entries(template.Resources)) {
    const pointer = `/Resources/${logicalId}`
    const type = resource?.Type
    if (typeof type !== 'string') {
      out.push({ pointer, message: `${logicalId} has no \`Type\`.`, remedy: 'Add `Type:`, such as AWS::S3::Bucket.' })
      continue
    }
    // Custom resources and third-party types have schemas of their own, which nobody ships.
    if (!type.startsWith('AWS::') || type === 'AWS::CloudFormation::CustomResource') continue
    const types = typesOf(type)
    const code = types?.resources[type]
    if (!types || !code) {
      const guess = closest(type, Object.keys(types?.resources ?? {}))
      out.push({
        pointer: `${pointer}/Type`,
        message: `${type} is no resource type this version knows.${guess ? ` Did you mean ${guess}?` : ''}`,
        remedy: 'See the CloudFormation resource reference; a very new type may be missing here.',
      })
      continue
    }
    checkProperties(resource.Properties ?? {}, code.p, { pointer: `${pointer}/Properties`, types, out }, type)
  }
  return out
}

/**
 * Two resources with one name: CloudFormation creates the first and fails at the second. Names are chosen at creation only, so the way
 * out is another name, not another update. Resources under a condition may exclude each other and are left alone.
 */
export function duplicateNames(template: ParsedTemplate, typesOf: (type: string) => ServiceTypes | undefined): TemplateProblem[] {
  const first = new Map<string, string>()
  return Object.entries(template.Resources).flatMap(([logicalId, resource]): TemplateProblem[] => {
    const { Type, Properties, Condition } = (resource ?? {}) as {
      Type?: unknown
      Properties?: Record<string, unknown>
      Condition?: unknown
    }
    const code = typeof Type === 'string' ? typesOf(Type)?.resources[Type] : undefined
    const names = (code?.i ?? []).filter((name) => code?.p[name]?.c === 1)
    if (!code || Condition !== undefined || typeof Properties !== 'object' || names.length === 0 || names.length < code.i.length) return []
    const values = names.map((name) => Properties[name])
    if (values.some((value) => value === undefined || JSON.stringify(value).includes('"Fn::If"'))) return []
    const key = JSON.stringify([Type, values])
    const other = first.get(key)
    first.set(key, other ?? logicalId)
    if (other === undefined) return []
    return [
      {
        pointer: `/Resources/${escapePointer(logicalId)}/Properties/${names[0]}`,
        message: `${logicalId} has the ${names.join(' and ')} of ${other}: only one of them can be created.`,
        remedy: 'Give it a name of its own, or leave the name out and CloudFormation makes one.',
      },
    ]
  })
}

function checkProperties(value: unknown, known: Readonly<Record<string, PropertyCode>>, place: Place, owner: string): void {
  if (isFunction(value)) return
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    wrongType(place, value, 'a mapping')
    return
  }
  for (const [name, item] of Object.entries(value)) {
    const property = known[name]
    const at = { ...place, pointer: `${place.pointer}/${escapePointer(name)}` }
    if (property) checkType(item, property.t, at, name)
    else if (!name.startsWith('Fn::')) {
      const guess = closest(name, Object.keys(known))
      place.out.push({
        pointer: at.pointer,
        message: `${owner} has no property \`${name}\`.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
        remedy: `It has: ${Object.keys(known).sort().join(', ')}.`,
      })
    }
  }
  const missing = Object.entries(known).filter(([name, property]) => property.q && !(name in value))
  for (const [name] of missing) {
    place.out.push({
      pointer: place.pointer,
      message: `${owner} lacks \`${name}\`, which is required.`,
      remedy: `Add \`${name}:\`.`,
    })
  }
}

function checkType(value: unknown, code: TypeCode, place: Place, name: string): void {
  if (isFunction(value) || code === 'j') return
  if (typeof code === 'string') {
    const expected = PRIMITIVE[code]
    if (expected && !expected.accepts(value)) wrongType(place, value, expected.what)
  } else if ('e' in code) checkEnum(value, code.e, place)
  else if ('a' in code) checkList(value, code.a, place, name)
  else if ('m' in code) checkMap(value, code.m, place, name)
  else if ('r' in code) checkProperties(value, place.types.definitions[code.r] ?? {}, place, name)
  else checkUnion(value, code.u, place, name)
}

function checkList(value: unknown, item: TypeCode, place: Place, name: string): void {
  if (!Array.isArray(value)) return wrongType(place, value, 'a list')
  for (const [index, entry] of value.entries()) checkType(entry, item, { ...place, pointer: `${place.pointer}/${index}` }, name)
}

function checkMap(value: unknown, item: TypeCode, place: Place, name: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrongType(place, value, 'a mapping')
  for (const [key, entry] of Object.entries(value))
    checkType(entry, item, { ...place, pointer: `${place.pointer}/${escapePointer(key)}` }, name)
}

/** Of several types, the one that fits best says what is wrong. */
function checkUnion(value: unknown, codes: readonly TypeCode[], place: Place, name: string): void {
  const attempts = codes.map((code) => {
    const out: TemplateProblem[] = []
    checkType(value, code, { ...place, out }, name)
    return out
  })
  const best = attempts.reduce((least, attempt) => (attempt.length < least.length ? attempt : least), attempts[0] ?? [])
  place.out.push(...best)
}

function checkEnum(value: unknown, allowed: readonly string[], place: Place): void {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') wrongType(place, value, 'a text')
  else if (!allowed.includes(String(value))) {
    const guess = closest(String(value), allowed)
    place.out.push({
      pointer: place.pointer,
      message: `"${String(value)}" is not allowed here.${guess ? ` Did you mean ${guess}?` : ''}`,
      remedy: `Allowed: ${allowed.join(', ')}.`,
    })
  }
}

/** CloudFormation turns a text into a number or a boolean, and both into a text; nothing else. */
const PRIMITIVE: Readonly<Record<string, { what: string; accepts(value: unknown): boolean }>> = {
  s: { what: 'a text', accepts: (value) => ['string', 'number', 'boolean'].includes(typeof value) },
  d: { what: 'a date', accepts: (value) => typeof value === 'string' },
  i: { what: 'a whole number', accepts: (value) => /^-?\d+$/.test(String(value)) && typeof value !== 'boolean' },
  n: { what: 'a number', accepts: (value) => String(value).trim() !== '' && typeof value !== 'boolean' && !Number.isNaN(Number(value)) },
  b: { what: 'true or false', accepts: (value) => /^(?:true|false)$/i.test(String(value)) },
  t: {
    what: 'a tag with Key and Value',
    accepts: (value) => typeof value === 'object' && value !== null && 'Key' in value && 'Value' in value,
  },
}

function wrongType(place: Place, value: unknown, expected: string): void {
  place.out.push({ pointer: place.pointer, message: `This is ${describe(value)}, and must be ${expected}.`, remedy: `Write ${expected}.` })
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return 'a mapping'
  const text = String(value)
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`
}

/** An intrinsic function: what it becomes is known at deployment only. */
/** Whether a value is an intrinsic function, which only a deployment decides. */
export function isFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  return keys.length === 1 && FUNCTION.test(keys[0] ?? '')
}
