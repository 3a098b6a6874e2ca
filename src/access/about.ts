import { type ActionResources, NO_RESOURCE, resourcesOf } from '../iam/action-resources.ts'
import type { ActionIndex } from '../iam/actions.ts'
import { wholeArn } from '../iam/evaluate.ts'
import { findText, glob } from '../iam/search/globs.ts'
import type { RowState } from './words.ts'

/** Whether an action asks for everything there is, and the patterns name less than that. */
export function asksForMore(on: readonly string[], types: ActionResources | undefined): boolean {
  return types?.within.length === 0 && !on.some((pattern) => pattern === '*' || /^arn:(?:[^:]*:){4}\*$/.test(pattern))
}

/** A `can` whose action is never about what it names: who may do a thing to nothing can do nothing. Undefined where it may be. */
export function neverAbout(action: string, on: readonly string[], types: ActionResources): RowState | undefined {
  if (types.within.length === 0 || !isApart(on, types)) return undefined
  return { state: 'broken', detail: `${action} is never about ${on.join(', ')}, but about ${typesText(types)}`, at: [] }
}

/** What to say of an action of a `cannot`, or a pattern of them, of which no request is about what the row names; undefined where one is. */
export function neverBroken(pattern: string, actions: readonly string[], on: readonly string[], index: ActionIndex): string | undefined {
  const types = actions.map((action) => resourcesOf(index, action))
  const isNever = (one: ActionResources | undefined) =>
    one !== undefined && (one.within.length === 0 ? asksForMore(on, one) : isApart(on, one))
  if (actions.length === 0 || !types.every(isNever)) return undefined
  const [first] = types
  const about = !first || actions.length > 1 ? 'other resources' : first.within.length === 0 ? 'everything (`on: "*"`)' : typesText(first)
  return `${pattern} is never about ${on.join(', ')}, but about ${about}`
}

/** Whether no resource of these types is one of the patterns. */
function isApart(on: readonly string[], { within, except }: ActionResources): boolean {
  const globs = (patterns: readonly string[]) => patterns.map((pattern) => glob(wholeArn(pattern), 'arn'))
  return findText({ groups: [globs(on), globs(within)], none: globs(except) }) === 'none'
}

const typesText = ({ within }: ActionResources) =>
  within.map((pattern) => (pattern === NO_RESOURCE ? 'no resource (`on: "*"`)' : pattern)).join(', ')
