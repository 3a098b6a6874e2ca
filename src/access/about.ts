import { type ActionResources, NO_RESOURCE } from '../iam/action-resources.ts'
import { wholeArn } from '../iam/evaluate.ts'
import { findText, glob } from '../iam/search/globs.ts'
import type { RowState } from './words.ts'

/** Whether an action asks for everything there is, and the patterns name less than that. */
export function asksForMore(on: readonly string[], types: ActionResources | undefined): boolean {
  return types?.within.length === 0 && !on.some((pattern) => pattern === '*' || /^arn:(?:[^:]*:){4}\*$/.test(pattern))
}

/** A `can` whose action is never about what it names: who may do a thing to nothing can do nothing. Undefined where it may be. */
export function neverAbout(action: string, on: readonly string[], { within, except }: ActionResources): RowState | undefined {
  if (within.length === 0) return undefined
  const globs = (patterns: readonly string[]) => patterns.map((pattern) => glob(wholeArn(pattern), 'arn'))
  if (findText({ groups: [globs(on), globs(within)], none: globs(except) }) !== 'none') return undefined
  const types = within.map((pattern) => (pattern === NO_RESOURCE ? 'no resource (`on: "*"`)' : pattern))
  return { state: 'broken', detail: `${action} is never about ${on.join(', ')}, but about ${types.join(', ')}`, at: [] }
}
