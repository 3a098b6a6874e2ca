import schema from '../../schema.json' with { type: 'json' }
import type { PlainSetting } from '../model/config.ts'
import type { RawConfig, SettledConfig } from './types.generated.ts'

/** What of a node of the schema says how a setting is, beside what is allowed. */
interface SchemaNode {
  type?: string | string[]
  properties?: Record<string, SchemaNode>
  anyOf?: SchemaNode[]
  items?: SchemaNode
  /** What it is when it is left out. */
  default?: unknown
  /** The name that templates know it by; it is handed to them as it is. */
  'x-template'?: string
}

const ROOT = schema as SchemaNode

/** Fills in every default of the schema. Takes a config that has passed it. */
export function settled(raw: RawConfig): SettledConfig {
  return withDefaults(ROOT, raw) as SettledConfig
}

function withDefaults(node: SchemaNode, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { items } = [node, ...(node.anyOf ?? [])].find((branch) => branch.items) ?? {}
    return items ? value.map((item) => withDefaults(items, item)) : value
  }
  if (typeof value !== 'object' || value === null) return value
  const { properties = {} } = branchFor(node, Object.keys(value)) ?? {}
  const entries = Object.entries(properties).flatMap(([name, child]): [string, unknown][] => {
    const given = (value as Record<string, unknown>)[name]
    const found = given === undefined ? structuredClone(child.default) : given
    return found === undefined ? [] : [[name, withDefaults(child, found)]]
  })
  return { ...value, ...Object.fromEntries(entries) }
}

/** Of several mappings that may stand there, the one that knows the keys. */
function branchFor(node: SchemaNode, keys: readonly string[]): SchemaNode | undefined {
  return [node, ...(node.anyOf ?? [])].find(({ properties }) => properties && keys.every((key) => key in properties))
}

/** What templates read as it is written, by the name they know it by; what is left out without a default is off. */
export function plainSettings(config: SettledConfig): Readonly<Record<string, PlainSetting>> {
  const found: Record<string, PlainSetting> = {}
  const walk = (node: SchemaNode, value: unknown): void => {
    const name = node['x-template']
    if (name !== undefined) found[name] = (value as PlainSetting | undefined) ?? OFF[String(node.type)] ?? ''
    for (const branch of [node, ...(node.anyOf ?? [])]) {
      for (const [key, child] of Object.entries(branch.properties ?? {})) {
        walk(child, typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined)
      }
    }
  }
  walk(ROOT, config)
  return found
}

const OFF: Readonly<Record<string, PlainSetting>> = { boolean: false, integer: 0, number: 0, string: '', array: [] }

/** The default of a setting, where another one falls back to it. */
export function defaultOf(path: string): unknown {
  const node = path.split('.').reduce<SchemaNode | undefined>((parent, key) => {
    const branches = parent ? [parent, ...(parent.anyOf ?? [])] : []
    return branches.flatMap(({ properties }) => properties?.[key] ?? [])[0]
  }, ROOT)
  return node?.default
}
