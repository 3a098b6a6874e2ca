import schema from '../../schema.json' with { type: 'json' }
import type { Problem } from '../model/errors.ts'
import { escapePointer } from '../yaml/locate.ts'
import { suggestions } from './suggest.ts'
import type { SchemaError } from './validator.generated.js'
import type { LocatedYaml } from './yaml.ts'

interface SchemaNode {
  description?: string
  properties?: Record<string, SchemaNode>
  enum?: unknown[]
  type?: string | string[]
}

/** Turns the schema validator's errors into one problem per mistake, in the order of the file. */
export function schemaProblems(errors: readonly SchemaError[], yaml: LocatedYaml): Problem[] {
  const unions = errors.filter((error) => error.keyword === 'anyOf')
  const relevant = errors.filter((error) => !unions.some((union) => isUnionNoise(error, union, errors)))
  const seen = new Set<string>()
  return relevant
    .map((error) => toProblem(error, yaml))
    .filter((problem) => {
      const key = `${problem.position?.line}:${problem.position?.column}:${problem.message}`
      return !seen.has(key) && seen.add(key)
    })
    .sort((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0) || (a.position?.column ?? 0) - (b.position?.column ?? 0))
}

/** Says that a value is not of a branch's kind at all: another kind of value, or other keys. */
const isShape = (error: SchemaError, union: SchemaError) =>
  error.instancePath === union.instancePath && ['const', 'type', 'enum', 'required', 'additionalProperties'].includes(error.keyword)

/**
 * A union reports every branch that did not match. The branch whose shape fits says best what is wrong (a bad value deep
 * inside); without one, the only branch that takes such a value (a misspelt key); otherwise the union as a whole.
 */
function isUnionNoise(error: SchemaError, union: SchemaError, errors: readonly SchemaError[]): boolean {
  const branchOf = (other: SchemaError) => other.schemaPath.slice(union.schemaPath.length + 1).split('/')[0] ?? ''
  const isInside = (other: SchemaError) => other !== union && other.schemaPath.startsWith(`${union.schemaPath}/`)
  if (error !== union && !isInside(error)) return false
  const inside = errors.filter(isInside)
  const branches = [...new Set(inside.map(branchOf))]
  const without = (test: (other: SchemaError) => boolean) =>
    branches.filter((branch) => !inside.some((other) => branchOf(other) === branch && test(other)))
  const fitting = without((other) => isShape(other, union))
  const ofItsKind = without((other) => isShape(other, union) && ['const', 'type', 'enum'].includes(other.keyword))
  const speaking = fitting.length > 0 ? fitting : ofItsKind.length === 1 ? ofItsKind : []
  return error === union ? speaking.length > 0 : !speaking.includes(branchOf(error))
}

function toProblem(error: SchemaError, yaml: LocatedYaml): Problem {
  const path = error.instancePath
  const node = schemaNode(error.schemaPath)
  const name = displayPath(path)
  const found = describe(valueAt(yaml.value, path))
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty'])
      const known = Object.keys(node?.properties ?? {})
      const guesses = suggestions(key, known).map((guess) => `\`${guess}\``)
      return {
        message: `Unknown key \`${key}\`${name === '' ? '' : ` in \`${name}\``}.${guesses.length > 0 ? ` Did you mean ${guesses.join(' or ')}?` : ''}`,
        position: yaml.positionOfKey(`${path}/${escapePointer(key)}`),
        remedy: `Allowed here: ${known.join(', ')}.`,
      }
    }
    case 'required': {
      const key = String(error.params['missingProperty'])
      return {
        message: `\`${name === '' ? key : `${name}.${key}`}\` is missing.`,
        position: yaml.positionOf(path),
        remedy: `Add \`${key}:\`${hint(node?.properties?.[key])}.`,
      }
    }
    case 'propertyNames':
      return {
        message: `\`${String(error.params['propertyName'])}\` cannot be a tag key.`,
        position: yaml.positionOfKey(`${path}/${escapePointer(String(error.params['propertyName']))}`),
        remedy: 'Use at most 128 letters, digits, spaces and _ . : / = + - @, not starting with `aws:`.',
      }
    default:
      return {
        message: path === '' ? `The config is ${found}, and must be a mapping of keys.` : `\`${name}\` is ${found}.`,
        position: yaml.positionOf(path),
        remedy: remedyFor(error, node, valueAt(yaml.value, path)),
      }
  }
}

function remedyFor(error: SchemaError, node: SchemaNode | undefined, value: unknown): string {
  const wantsText = error.keyword === 'type' && node?.type === 'string'
  if (wantsText && (typeof value === 'number' || typeof value === 'boolean')) {
    return `Put it in quotes${hint(node)}. Without them YAML reads a number, and an id loses its leading zeros.`
  }
  const allowed = error.keyword === 'const' ? [error.params['allowedValue']] : (node?.enum ?? [])
  if (allowed.length > 0 && !node?.description) return `Allowed: ${allowed.join(', ')}.`
  if (node?.description) return `Allowed: ${node.description}${limitOf(error)}.`
  return `It ${error.message ?? 'is not allowed'}.`
}

/** The limit that was passed, in numbers; a description may tell the meaning only. */
function limitOf({ keyword, params }: SchemaError): string {
  const limit = String(params['limit'])
  const said: Readonly<Record<string, string>> = {
    minimum: `at least ${limit}`,
    maximum: `at most ${limit}`,
    minItems: `at least ${limit} of them`,
    maxItems: `at most ${limit} of them`,
    minLength: `at least ${limit} characters`,
    maxLength: `at most ${limit} characters`,
    uniqueItems: 'each once',
  }
  return said[keyword] === undefined ? '' : `; ${said[keyword]}`
}

function hint(node: SchemaNode | undefined): string {
  return node?.description ? ` (${node.description})` : ''
}

/** The schema node that holds the failed keyword: `#/properties/account/pattern` → the node of `account`. */
function schemaNode(schemaPath: string): SchemaNode | undefined {
  const steps = schemaPath.replace(/^#\//, '').split('/').slice(0, -1)
  let node: unknown = schema
  let described: SchemaNode | undefined
  for (const step of steps) {
    node = (node as Record<string, unknown> | undefined)?.[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')]
    if ((node as SchemaNode | undefined)?.description) described = node as SchemaNode
  }
  const last = node as SchemaNode | undefined
  return last?.description || last?.properties ? last : { ...described, ...last }
}

function displayPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step.replaceAll('~1', '/').replaceAll('~0', '~')}`))
    .join('')
    .replace(/^\./, '')
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (current, step) => (current as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
      value,
    )
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return 'a mapping'
  if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${value}`
  const text = String(value)
  return `"${text.length > 80 ? `${text.slice(0, 77)}...` : text}"`
}
