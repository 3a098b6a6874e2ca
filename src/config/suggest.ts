import schema from '../../schema.json' with { type: 'json' }
import { closest } from '../model/closest.ts'

interface Node {
  properties?: Record<string, Node>
  anyOf?: readonly Node[]
  items?: Node
}

/** Every key of the schema with its path, `audit.trail`; what stands in lists has no place that a mapping could be moved to. */
const PLACES: ReadonlyMap<string, readonly string[]> = places(schema as Node)

function places(root: Node): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  const walk = (node: Node, above: string): void => {
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      const path = above === '' ? key : `${above}.${key}`
      found.set(key, (found.get(key) ?? new Set()).add(path))
      walk(value, path)
    }
    for (const branch of node.anyOf ?? []) walk(branch, above)
  }
  walk(root, '')
  return new Map([...found].map(([key, paths]) => [key, [...paths].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))]))
}

function depth(path: string): number {
  return path.split('.').length
}

/** More places than three are no suggestion. */
const MOST = 3

/**
 * Where a key that is unknown here belongs, as paths from the top or keys of this level; empty when nothing is near. The right spelling
 * at another level is more likely meant than another word at this one.
 */
export function suggestions(key: string, here: readonly string[]): string[] {
  const word = kebab(key)
  if (here.includes(word)) return [word]
  const elsewhere = pathOf(word)
  if (elsewhere.length > 0) return elsewhere
  const near = closest(word, here)
  if (near !== undefined) return [near]
  const far = closest(word, [...PLACES.keys()])
  return far === undefined ? [] : pathOf(far)
}

/** `audit.trail` or `audit-trail` written as one key is a path too. */
function pathOf(word: string): string[] {
  const known =
    PLACES.get(word) ??
    [...PLACES.values()].flat().filter((path) => path.includes('.') && path.replaceAll('.', '-') === word.replaceAll('.', '-'))
  return known.length <= MOST ? [...known] : []
}

/** The way the schema writes words: `logBucket`, `log_bucket` and `LogBucket` are `log-bucket`. */
function kebab(key: string): string {
  return key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()
}
