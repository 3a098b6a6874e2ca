import fc from 'fast-check'

/** As much of JSON Schema as schema.json uses. */
interface Node {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Node[]
  pattern?: string
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  items?: Node
  properties?: Record<string, Node>
  required?: string[]
  additionalProperties?: false | Node
  maxProperties?: number
  propertyNames?: { pattern: string }
}

/**
 * Values a schema accepts, of any shape: keys come and go, lists are long and short. Look-aheads in patterns are beyond
 * fast-check's generator, so what they forbid is filtered out.
 */
export function valuesOf(node: Node, overrides: Readonly<Record<string, fc.Arbitrary<unknown>>>, path = ''): fc.Arbitrary<unknown> {
  const override = overrides[path]
  if (override) return override
  if (node.const !== undefined) return fc.constant(node.const)
  if (node.enum) return fc.constantFrom(...node.enum)
  if (node.anyOf) return fc.oneof(...node.anyOf.map((branch) => valuesOf(branch, overrides, path)))
  const types = [node.type ?? 'object'].flat()
  return fc.oneof(...types.map((type) => valuesOfType(type, node, overrides, path)))
}

function valuesOfType(
  type: string,
  node: Node,
  overrides: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  path: string,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return texts(node.pattern)
    case 'integer':
      return fc.integer({ min: node.minimum ?? 0, max: node.maximum ?? 1000 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const item = valuesOf(node.items ?? {}, overrides, `${path}[]`)
      const size = { minLength: node.minItems ?? 0, maxLength: Math.min(node.maxItems ?? 5, (node.minItems ?? 0) + 4) }
      return node.uniqueItems ? fc.uniqueArray(item, { ...size, comparator: (a, b) => a === b }) : fc.array(item, size)
    }
    default:
      return node.properties ? record(node, overrides, path) : dictionary(node)
  }
}

function record(node: Node, overrides: Readonly<Record<string, fc.Arbitrary<unknown>>>, path: string): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(node.properties ?? {}).map(([key, child]) => [key, valuesOf(child, overrides, path === '' ? key : `${path}.${key}`)]),
  )
  return fc.record(model, { requiredKeys: node.required ?? [] })
}

function dictionary(node: Node): fc.Arbitrary<unknown> {
  const values = texts(typeof node.additionalProperties === 'object' ? node.additionalProperties.pattern : undefined)
  return fc.dictionary(texts(node.propertyNames?.pattern), values, { maxKeys: Math.min(node.maxProperties ?? 4, 4) })
}

/** Classes of characters, by some that are in them. */
function spelt(pattern: string): string {
  return pattern.replaceAll('\\p{L}', 'A-Za-zß-öЖ語').replaceAll('\\p{N}', '0-9٣').replaceAll('\\p{Zs}', ' \u00a0')
}

function texts(pattern: string | undefined): fc.Arbitrary<string> {
  if (pattern === undefined) return fc.string({ maxLength: 20 })
  const whole = new RegExp(pattern, 'u')
  const plain = new RegExp(spelt(pattern.replaceAll(/\(\?!(?:[^()]|\([^()]*\))*\)/g, '')))
  return fc.stringMatching(plain).filter((text) => whole.test(text))
}
