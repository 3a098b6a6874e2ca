/** Compiles CloudFormation's resource types into the compact index that `check` reads; see src/cloudformation/types.ts. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type { Property, PropertyType, SpecDatabase, TypeDefinition } from '@aws-cdk/service-spec-types'
import { namespaceOf, type PropertyCode, type ResourceTypeCode, type TypeCode, type TypeLimits } from '../src/cloudformation/types.ts'
import { LIMITS_FILE } from './compile-cfn-limits.ts'

interface Chunk {
  resources: Record<string, ResourceTypeCode>
  definitions: Record<string, Record<string, PropertyCode>>
  limits?: Record<string, TypeLimits>
}

const PRIMITIVES: Readonly<Record<string, TypeCode>> = {
  string: 's',
  integer: 'i',
  number: 'n',
  boolean: 'b',
  'date-time': 'd',
  json: 'j',
  tag: 't',
  null: 'z',
}

export function compileCloudFormationTypes(): Buffer {
  const db = loadAwsServiceSpecSync()
  const chunks = new Map<string, Chunk>()
  for (const resource of db.all('resource')) {
    const namespace = namespaceOf(resource.cloudFormationType)
    const chunk = chunks.get(namespace) ?? { resources: {}, definitions: {} }
    chunks.set(namespace, chunk)
    chunk.resources[resource.cloudFormationType] = {
      p: properties(resource.properties, db, chunk),
      a: Object.keys(resource.attributes).sort(),
      i: resource.primaryIdentifier ?? [],
    }
  }
  for (const line of readFileSync(LIMITS_FILE, 'utf8').split('\n').filter(Boolean)) {
    const [type, limits] = JSON.parse(line) as [string, TypeLimits]
    const chunk = chunks.get(namespaceOf(type))
    const resource = chunk?.resources[type]
    if (!chunk || !resource) continue
    const { free = [], ...rest } = limits
    for (const name of free) delete resource.p[name]?.q
    chunk.limits = { ...chunk.limits, [type]: rest }
  }
  const names = [...chunks.keys()].sort()
  // Level 9 and no time stamp: the same specification gives the same bytes.
  const bodies = names.map((name) => gzipSync(JSON.stringify(sorted(chunks.get(name))), { level: 9 }))
  let offset = 0
  const head: Record<string, [number, number]> = {}
  for (const [index, name] of names.entries()) {
    const length = bodies[index]?.length ?? 0
    head[name] = [offset, length]
    offset += length
  }
  const headText = Buffer.from(JSON.stringify(head))
  const size = Buffer.alloc(4)
  size.writeUInt32BE(headText.length)
  return Buffer.concat([size, headText, ...bodies])
}

function properties(all: Readonly<Record<string, Property>>, db: SpecDatabase, chunk: Chunk): Record<string, PropertyCode> {
  return Object.fromEntries(
    Object.entries(all).map(([name, property]): [string, PropertyCode] => {
      const replacement = { yes: 1, maybe: 2, no: undefined }[property.causesReplacement ?? 'no'] as 1 | 2 | undefined
      // A type that was corrected later is still what old templates say.
      const types = [property.type, ...(property.previousTypes ?? [])].map((type) => code(type, db, chunk))
      const [only, ...others] = types
      return [
        name,
        {
          t: only === undefined ? 'j' : others.length === 0 ? only : { u: types },
          ...(property.required ? { q: 1 as const } : {}),
          ...(replacement ? { c: replacement } : {}),
        },
      ]
    }),
  )
}

function code(type: PropertyType, db: SpecDatabase, chunk: Chunk): TypeCode {
  switch (type.type) {
    case 'string':
      return type.allowedValues ? { e: type.allowedValues } : 's'
    case 'array':
      return { a: code(type.element, db, chunk) }
    case 'map':
      return { m: code(type.element, db, chunk) }
    case 'union':
      return { u: type.types.map((member) => code(member, db, chunk)) }
    case 'ref': {
      const definition: TypeDefinition = db.get('typeDefinition', type.reference)
      const id = definition.$id
      if (!(id in chunk.definitions)) {
        // Entered first, because definitions may contain themselves.
        chunk.definitions[id] = {}
        chunk.definitions[id] = properties(definition.properties, db, chunk)
      }
      return { r: id }
    }
    default:
      return PRIMITIVES[type.type] ?? 'j'
  }
}

/** Keys in order, at every depth. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}
