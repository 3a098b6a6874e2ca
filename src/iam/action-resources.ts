import type { ActionIndex } from './actions.ts'
import { literal } from './match.ts'

/** Which resources requests of an action can be about. */
export interface ActionResources {
  /**
   * Patterns, of which every resource is one; `*` as a character for requests that are about none. An empty list: the reference names no
   * types. Such actions ask for everything of their service, `*` to most policies and a wide ARN to some (`arn:aws:s3:::*` for
   * ListAllMyBuckets), and never for one thing.
   */
  within: readonly string[]
  except: readonly string[]
}

/** Patterns by the types that AWS lists for an action, and whether a request may name none of them; undefined for no such action. */
export type TypesOf = (action: string) => { patterns: readonly string[]; optional: boolean } | undefined

/** The resource of a request that is about none: `*` as a character. */
export const NO_RESOURCE = literal('*')

const known = new WeakMap<ActionIndex, { typesOf: TypesOf; read: Map<string, ActionResources | undefined> }>()

/** An index that knows the resources of its actions too. */
export function withResources(index: ActionIndex, typesOf: TypesOf): ActionIndex {
  known.set(index, { typesOf, read: new Map() })
  return index
}

const OBJECT = 'arn:*:s3:::*/*'
const BUCKET = 'arn:*:s3:::*'

/**
 * What an action can be about, by the Service Authorization Reference; undefined where that is not known, and it may be anything. A
 * policy that allows an action on something else allows nothing by it.
 */
export function resourcesOf(index: ActionIndex, action: string): ActionResources | undefined {
  const all = known.get(index)
  if (!all) return undefined
  if (!all.read.has(action)) all.read.set(action, read(all.typesOf(action)))
  return all.read.get(action)
}

function read(types: ReturnType<TypesOf>): ActionResources | undefined {
  if (!types) return undefined
  const { patterns, optional } = types
  if (patterns.length === 0) return { within: [], except: [] }
  return {
    within: [...patterns, ...(optional ? [NO_RESOURCE] : [])],
    // A bucket's name has no slash; other names may.
    except: patterns.includes(BUCKET) && !patterns.includes(OBJECT) ? [OBJECT] : [],
  }
}
