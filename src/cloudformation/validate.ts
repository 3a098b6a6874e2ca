import { closest } from '../model/closest.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { escapePointer } from '../yaml/locate.ts'
import { type Declared, declaredIn } from './declared.ts'
import { hasOwnSchema, misspelt, withoutSchema } from './resource-types.ts'
import type { PropertyCode, ServiceTypes, TypeCode } from './types.ts'
import { beyondLimits } from './value-limits.ts'
import {
  describe,
  isDynamicReference,
  isFunction,
  isMapping,
  isNoValue,
  isRewritten,
  own,
  scalarText,
  type TemplateProblem,
} from './values.ts'

interface Place {
  pointer: string
  types: ServiceTypes
  out: TemplateProblem[]
  /** Type of the resource. */
  owner: string
}

/** Nobody reads more; looking for more, with a guess for each, would let a page of nonsense take minutes. */
export const MOST_PROBLEMS = 200

/** Holds each resource against its type: unknown and missing properties, wrong types, values that are not allowed. */
export function validateResources(
  template: ParsedTemplate,
  typesOf: (type: string) => ServiceTypes | undefined,
  declared: Declared = declaredIn(template),
): TemplateProblem[] {
  const out: TemplateProblem[] = []
  if (declared.macros.length > 0) return out
  for (const [logicalId, { Type: type, Properties = {} }] of Object.entries(template.Resources)) {
    const pointer = `/Resources/${escapePointer(logicalId)}`
    if (out.length >= MOST_PROBLEMS) break
    if (hasOwnSchema(type)) {
      out.push(...withoutSchema(logicalId, type, Properties, declared))
      continue
    }
    const types = typesOf(type)
    const code = own(types?.resources, type)
    if (types && code) {
      checkProperties(Properties, code.p, { pointer: `${pointer}/Properties`, types, out, owner: type }, type)
      out.push(...beyondLimits(Properties, type, types, `${pointer}/Properties`))
      continue
    }
    const guess = misspelt(type, Object.keys(types?.resources ?? {}))
    if (guess === undefined) continue
    out.push({
      id: 'type-unknown',
      pointer: `${pointer}/Type`,
      message: `${type} is no resource type this version knows. Did you mean ${guess}?`,
      remedy: 'See the CloudFormation resource reference.',
    })
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
    const { Type, Properties = {} } = resource
    const code = own(typesOf(Type)?.resources, Type)
    const names = (code?.i ?? []).filter((name) => code?.p[name]?.c === 1)
    if (!code || 'Condition' in resource || names.length === 0 || names.length < code.i.length) return []
    const values = names.map((name) => Properties[name])
    if (values.some((value) => value === undefined || JSON.stringify(value).includes('"Fn::If"'))) return []
    const key = JSON.stringify([Type, values])
    const other = first.get(key)
    first.set(key, other ?? logicalId)
    if (other === undefined) return []
    return [
      {
        id: 'name-duplicate',
        pointer: `/Resources/${escapePointer(logicalId)}/Properties/${names[0]}`,
        message: `${logicalId} has the ${names.join(' and ')} of ${other}: only one of them can be created.`,
        remedy: 'Give it a name of its own, or leave the name out and CloudFormation makes one.',
      },
    ]
  })
}

function checkProperties(value: unknown, known: Readonly<Record<string, PropertyCode>>, place: Place, owner: string): void {
  if (isFunction(value)) return eachBranch(value, place, (branch, at) => checkProperties(branch, known, at, owner))
  if (!isMapping(value)) return isPackaged(value, place) ? undefined : wrongType(place, value, 'a mapping')
  const isOpen = isRewritten(value)
  for (const [name, item] of Object.entries(value)) {
    if (place.out.length >= MOST_PROBLEMS) return
    const property = own(known, name)
    const at = { ...place, pointer: `${place.pointer}/${escapePointer(name)}` }
    if (property) checkType(item, property.t, at, name)
    else if (!name.startsWith('Fn::') && !isOpen) unknownProperty(name, known, at, owner)
  }
  if (!isOpen) missingProperties(value, known, place, owner)
}

function unknownProperty(name: string, known: Readonly<Record<string, PropertyCode>>, { out, pointer }: Place, owner: string): void {
  const guess = closest(name, Object.keys(known))
  out.push({
    id: 'property-unknown',
    pointer,
    message: `${owner} has no property \`${name}\`.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
    remedy: `It has: ${Object.keys(known).sort().join(', ')}.`,
  })
}

function missingProperties(
  value: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, PropertyCode>>,
  { out, pointer }: Place,
  owner: string,
): void {
  for (const [name, property] of Object.entries(known)) {
    const isTaken = Object.hasOwn(value, name)
    if (!property.q || (isTaken && !isNoValue(value[name]))) continue
    out.push({
      id: 'property-missing',
      pointer: isTaken ? `${pointer}/${escapePointer(name)}` : pointer,
      message: `${owner} lacks \`${name}\`, which is required${isTaken ? ': AWS::NoValue takes it away' : ''}.`,
      remedy: `Add \`${name}:\`.`,
    })
  }
}

/** What an `Fn::If` may come to, each at its place; other functions only a deployment decides. */
function eachBranch(value: unknown, place: Place, check: (branch: unknown, at: Place) => void): void {
  const branches = isMapping(value) ? value['Fn::If'] : undefined
  if (!Array.isArray(branches)) return
  for (const index of [1, 2]) {
    const branch: unknown = branches[index]
    if (index < branches.length && !isNoValue(branch)) check(branch, { ...place, pointer: `${place.pointer}/Fn::If/${index}` })
  }
}

/** Properties that `aws cloudformation package` and SAM fill in: a path stands there until then. */
const PACKAGED: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::RestApi': ['BodyS3Location'],
  'AWS::AppRunner::Service': ['SourceConfiguration'],
  'AWS::CloudFormation::ModuleVersion': ['ModulePackage'],
  'AWS::CodeCommit::Repository': ['Code', 'S3'],
  'AWS::ElasticBeanstalk::ApplicationVersion': ['SourceBundle'],
  'AWS::Glue::Job': ['Command'],
  'AWS::Lambda::Function': ['Code'],
  'AWS::Lambda::LayerVersion': ['Content'],
  'AWS::ServerlessRepo::Application': ['CodeUri'],
  'AWS::StepFunctions::StateMachine': ['DefinitionS3Location'],
}

function isPackaged(value: unknown, { owner, pointer }: Place): boolean {
  return typeof value === 'string' && (PACKAGED[owner] ?? []).some((name) => pointer.endsWith(`/${name}`))
}

function checkType(value: unknown, code: TypeCode, place: Place, name: string): void {
  if (isFunction(value)) return eachBranch(value, place, (branch, at) => checkType(branch, code, at, name))
  if (code === 'j' || (typeof value === 'string' && isDynamicReference(value))) return
  if (typeof code === 'string') {
    const expected = PRIMITIVE[code]
    if (expected && !expected.accepts(value)) wrongType(place, value, expected.what)
  } else if ('e' in code) checkEnum(value, code.e, place, name)
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
  if (!isMapping(value)) return wrongType(place, value, 'a mapping')
  if (isRewritten(value)) return
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

function checkEnum(value: unknown, allowed: readonly string[], place: Place, name: string): void {
  const text = scalarText(value)
  if (text === undefined) wrongType(place, value, 'a text')
  else if (!allowed.includes(text)) {
    const guess = closest(text, allowed)
    const read = typeof value === 'boolean' ? ' (YAML reads yes and on as true, no and off as false)' : ''
    place.out.push({
      id: 'value-enumeration',
      pointer: place.pointer,
      message: `${describe(text)} is no value of \`${name}\`${read}.${guess ? ` Did you mean ${guess}?` : ''}`,
      remedy: `Allowed: ${allowed.join(', ')}.`,
    })
  }
}

/** CloudFormation turns a text into a number or a boolean, and both into a text; nothing else. */
const PRIMITIVE: Readonly<Record<string, { what: string; accepts(value: unknown): boolean }>> = {
  s: { what: 'a text', accepts: (value) => scalarText(value) !== undefined },
  d: { what: 'a date', accepts: (value) => typeof value === 'string' },
  i: { what: 'a whole number', accepts: (value) => /^-?\d+$/.test(scalarText(value) ?? '') },
  n: {
    what: 'a number',
    accepts: (value) => typeof value !== 'boolean' && !Number.isNaN(Number(scalarText(value)?.trim() || 'no number')),
  },
  b: { what: 'true or false', accepts: (value) => /^(?:true|false)$/i.test(scalarText(value) ?? '') },
  t: {
    what: 'a tag with Key and Value',
    accepts: (value) => isMapping(value) && 'Key' in value && 'Value' in value,
  },
}

function wrongType(place: Place, value: unknown, expected: string): void {
  const name = place.pointer.split('/').findLast((step) => !/^(?:\d+|Fn::If)$/.test(step)) ?? ''
  place.out.push({
    id: 'value-type',
    pointer: place.pointer,
    message: `\`${name}\` is ${describe(value)}, and must be ${expected}.`,
    remedy: `Write ${expected}.`,
  })
}
