import { compareStatements, type GrantChange } from '../../iam/compare.ts'
import { inWords } from '../../iam/grant-words.ts'
import { parsePolicy, type Statement } from '../../iam/policy.ts'
import type { Design } from '../../model/design.ts'
import { same } from './normal.ts'

/** What a policy allows or denies more or less than the designed one, in words; nothing where both mean the same. */
export function policyDifferences(designed: unknown, live: unknown, actions: Design['actions']): string[] {
  if (live === undefined) return designed === undefined ? [] : ['there is no policy']
  const [was, is] = [statementsOf(designed), statementsOf(live)]
  if (same(was.map(meaning).sort(), is.map(meaning).sort())) return []
  return [...new Set(compareStatements(was, is, { index: actions }).map(inDifferenceWords))]
}

/** A template's document with functions that only a deployment knows equals none. */
const statementsOf = (document: unknown): Statement[] => (document === undefined ? [] : parsePolicy(document))

/** A statement without what it is called and where it stands: policies that are written alike need no search. */
function meaning({ sid: _, index: __, variables: ___, ...statement }: Statement): string {
  const sorted = Object.entries(statement).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value,
  ])
  return JSON.stringify(sorted)
}

function inDifferenceWords({ change, effect, grant, before }: GrantChange): string {
  const does = effect === 'Allow' ? 'allows' : 'denies'
  switch (change) {
    case 'added':
      return `it ${does} ${inWords(grant)}, which is not designed`
    case 'removed':
      return `it no longer ${does} ${inWords(grant)}`
    case 'widened':
    case 'narrowed':
      return `it ${does} ${inWords(grant)}${before ? `, designed is ${inWords(before)}` : ''}`
    default:
      return change satisfies never
  }
}
