/**
 * Takes what AWS's resource schemas allow (ranges, lengths, patterns, values, and which properties go together) from the copy that
 * cfn-lint ships, corrected by its patches, into `scripts/data/cloudformation-limits.jsonl`, a type a line; the build puts it beside the types.
 * The specification that the types come from leaves these out. Run it when cfn-lint moves:
 *
 *   node scripts/compile-cfn-limits.ts FOLDER_OF_CFNLINT
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type { Bounds, Limits, TypeLimits } from '../src/cloudformation/types.ts'
import { root } from './paths.mjs'

export const LIMITS_FILE = join(root, 'scripts/data/cloudformation-limits.jsonl')

/** Screens of Amazon QuickSight are drawn, not written; their schemas are a sixth of all. */
const DRAWN = /^AWS::QuickSight::(?:Analysis|Dashboard|Template)$/

type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** One schema's limits, by property; a definition that limits nothing is left out. */
function limitsOf(schema: Schema): TypeLimits | undefined {
  const definitions = isSchema(schema['definitions']) ? schema['definitions'] : {}
  const made = new Map<string, Limits | undefined>()
  const name = (reference: unknown) => /^#\/definitions\/(\w[\w.-]*)$/.exec(String(reference))?.[1]
  const node = (value: unknown, depth: number): Limits | undefined => {
    if (!isSchema(value) || depth > 30) return undefined
    const reference = name(value['$ref'])
    if (reference !== undefined) {
      if (!made.has(reference)) {
        // Entered first, because definitions may contain themselves.
        made.set(reference, {})
        made.set(reference, node(definitions[reference], 0))
      }
      return made.get(reference) === undefined ? undefined : { r: reference }
    }
    const found = { ...ownLimits(value), ...below(value, depth) }
    return Object.keys(found).length > 0 ? found : undefined
  }
  const below = (value: Schema, depth: number): Limits => {
    const properties = isSchema(value['properties']) ? value['properties'] : {}
    const p = Object.fromEntries(
      Object.entries(properties).flatMap(([key, member]) => {
        const limits = node(member, depth + 1)
        return limits ? [[key, limits]] : []
      }),
    )
    const i = node(value['items'], depth + 1)
    const [pattern] = isSchema(value['patternProperties']) ? Object.values(value['patternProperties']) : []
    const m = node(pattern, depth + 1)
    return { ...(Object.keys(p).length > 0 ? { p } : {}), ...(i ? { i } : {}), ...(m ? { m } : {}) }
  }
  const top = node({ ...schema, definitions: undefined, type: undefined }, 0)
  if (!top) return undefined
  const d = Object.fromEntries([...made].flatMap(([id, limits]) => (limits && Object.keys(limits).length > 0 ? [[id, limits]] : [])))
  return Object.keys(d).length > 0 ? { ...top, d } : top
}

/** How the ids are made that people write into templates. Source: EC2 API Reference, resource ids. */
const FORMATS: Readonly<Record<string, string>> = {
  'AWS::EC2::Image.Id': '^ami-([0-9a-z]{8}|[0-9a-z]{17})$',
  'AWS::EC2::SecurityGroup.Id': '^sg-([0-9A-Fa-f]{8}|[0-9A-Fa-f]{17})$',
  'AWS::EC2::Subnet.Id': '^subnet-([0-9A-Fa-f]{8}|[0-9A-Fa-f]{17})$',
  'AWS::EC2::VPC.Id': '^vpc-([0-9A-Fa-f]{8}|[0-9A-Fa-f]{17})$',
}

/** What a schema says of a value itself; alternatives (`anyOf`) are left to whoever tries them. */
function ownLimits(schema: Schema): Limits {
  const names = (key: string) => (Array.isArray(schema[key]) ? (schema[key] as string[]) : undefined)
  const byName = (key: string) => (isSchema(schema[key]) ? (schema[key] as Record<string, string[]>) : undefined)
  const found: Limits = {
    n: bounds(schema, 'minimum', 'maximum'),
    l: bounds(schema, 'minLength', 'maxLength'),
    c: bounds(schema, 'minItems', 'maxItems'),
    x: FORMATS[String(schema['format'])] ?? patternOf(schema['pattern']),
    e: schema['type'] === 'boolean' ? undefined : names('enum')?.map(String),
    f: names('enumCaseInsensitive'),
    o: schema['type'] === 'object' ? 1 : undefined,
    u: schema['uniqueItems'] === true ? 1 : undefined,
    one: names('requiredXor'),
    any: names('requiredOr'),
    not: byName('dependentExcluded'),
    with: byName('dependentRequired'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

function bounds(schema: Schema, least: string, most: string): Bounds | undefined {
  const [from = null, to = null] = [schema[least], schema[most]].map((bound) => (typeof bound === 'number' ? bound : null))
  const isOpen = (from === null || (from === 0 && least !== 'minimum')) && to === null
  return isOpen ? undefined : [from, to]
}

/** A pattern that this engine reads as the schemas' does, and that ends in time; undefined for any other. */
function patternOf(pattern: unknown): string | undefined {
  if (typeof pattern !== 'string' || pattern.length > 400 || /[+*}]\)[+*{]|\(\?[^:=!]|\\[AZzGQE]/.test(pattern)) return undefined
  if (/^\^?(?:\[\\s\\S\]|\.)[*+]\$?$/.test(pattern)) return undefined
  for (const flags of pattern.includes('\\p') ? ['u'] : ['u', '']) {
    try {
      new RegExp(pattern, flags)
      return pattern
    } catch {
      // The other reading may take it.
    }
  }
  return undefined
}

/** What the specification has as required and the schema has not: where the two differ, the milder one refuses nobody wrongly. */
function noLongerRequired(schema: Schema, names: readonly string[]): string[] {
  const { required = [], properties = {} } = schema as { required?: readonly string[]; properties?: object }
  return names.filter((name) => !required.includes(name) && name in properties)
}

function main(folder: string): void {
  const schemas = join(folder, 'data/schemas')
  const types = JSON.parse(readFileSync(join(schemas, 'providers/us-east-1.json'), 'utf8')) as Record<string, string>
  const required = new Map(
    loadAwsServiceSpecSync()
      .all('resource')
      .map(({ cloudFormationType, properties }) => [
        cloudFormationType,
        Object.entries(properties).flatMap(([name, property]) => (property.required ? [name] : [])),
      ]),
  )
  const lines = Object.entries(types)
    .filter(([type]) => !DRAWN.test(type))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([type, file]) => {
      const schema = JSON.parse(readFileSync(join(schemas, 'resources', `${file}.json`), 'utf8')) as Schema
      const free = noLongerRequired(schema, required.get(type) ?? [])
      const limits = limitsOf(schema)
      return limits || free.length > 0 ? [JSON.stringify([type, { ...limits, ...(free.length > 0 ? { free } : {}) }])] : []
    })
  mkdirSync(dirname(LIMITS_FILE), { recursive: true })
  writeFileSync(LIMITS_FILE, `${lines.join('\n')}\n`)
}

if (import.meta.main) main(process.argv[2] ?? '')
