/** Writes the TypeScript types of a config from `schema.json`: as it is written, and with every default filled in. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

interface SchemaNode {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: SchemaNode[]
  properties?: Record<string, SchemaNode>
  additionalProperties?: boolean | SchemaNode
  required?: string[]
  items?: SchemaNode
  default?: unknown
}

const SCALARS: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
}
const key = (name: string) => (/^[a-z]+$/.test(name) ? name : `'${name}'`)
const literal = (value: unknown) => (typeof value === 'string' ? `'${value}'` : String(value))

/** The type of a node; in a settled one, what has a default is always there. */
function typeOf(node: SchemaNode, isSettled: boolean, indent = '  '): string {
  if ('const' in node) return literal(node.const)
  if (node.enum) return node.enum.map(literal).join(' | ')
  if (node.anyOf) return [...new Set(node.anyOf.map((branch) => typeOf(branch, isSettled, indent)))].join(' | ')
  if (node.items) {
    const item = typeOf(node.items, isSettled, indent)
    return node.items.anyOf || node.items.enum || [node.items.type].flat().length > 1 ? `(${item})[]` : `${item}[]`
  }
  if (node.properties) {
    const members = Object.entries(node.properties).map(([name, value]) => {
      const isThere = node.required?.includes(name) || (isSettled && 'default' in value)
      return `${indent}  ${key(name)}${isThere ? '' : '?'}: ${typeOf(value, isSettled, `${indent}  `)}\n`
    })
    return `{\n${members.join('')}${indent}}`
  }
  if (typeof node.additionalProperties === 'object') return `Record<string, ${typeOf(node.additionalProperties, isSettled, indent)}>`
  const names = [node.type ?? []].flat()
  const scalars = names.map((name) => SCALARS[name])
  if (scalars.length === 0 || scalars.includes(undefined)) throw new Error(`no type for ${JSON.stringify(node)}`)
  return scalars.join(' | ')
}

export function configTypes(): string {
  const schema = JSON.parse(readFileSync(join(root, 'schema.json'), 'utf8')) as SchemaNode
  const section = (name: string, isSettled: boolean) => {
    const members = Object.entries(schema.properties ?? {}).map(([property, node]) => {
      const isThere = schema.required?.includes(property) || (isSettled && 'default' in node)
      return `  ${key(property)}${isThere ? '' : '?'}: ${typeOf(node, isSettled)}`
    })
    return `export interface ${name} {\n${members.join('\n')}\n}\n`
  }
  return [
    '// Generated from schema.json by `npm run schema`; do not edit.\n',
    `/** A config as it is written. */\n${section('RawConfig', false)}`,
    `/** A config with every default of the schema filled in. */\n${section('SettledConfig', true)}`,
  ].join('\n')
}

if (import.meta.main) {
  writeFileSync(join(root, 'src/config/types.generated.ts'), configTypes())
  process.stdout.write('src/config/types.generated.ts written\n')
}
