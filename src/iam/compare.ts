import { type ActionIndex, expandAction, expandAllBut } from './actions.ts'
import { conditionsImply } from './implies.ts'
import { coversArn } from './patterns.ts'
import type { Condition, Principal, Statement } from './policy.ts'

/** One statement at one resource and for one principal: the least that can be covered as a whole. */
interface Grant {
  statement: Statement
  principals: Names<Principal> | undefined
  resources: Names<string> | undefined
  /** Expanded; an action AWS does not have stands for itself. */
  actions: ReadonlySet<string>
}

/** `only` this one, or anything `but` these. */
type Names<T> = { only: T } | { but: readonly T[] }

/** A difference between two sets of statements. */
export interface GrantChange {
  change: 'added' | 'removed' | 'widened' | 'narrowed'
  effect: Statement['effect']
  grant: GrantText
  /** For widened and narrowed: what it was. */
  before: GrantText | undefined
}

/** A grant to be put into words: patterns where all they mean changes, actions where it is only some. */
export interface GrantText {
  actions: readonly string[]
  /** All actions but these; then `actions` is empty. */
  allBut: readonly string[] | undefined
  resources: Names<string> | undefined
  principals: Names<Principal> | undefined
  conditions: readonly Condition[]
}

/**
 * What `after` grants (or denies) and `before` does not, and the other way round. Statements that say the same in other words are no
 * difference; what is not certain to be the same is one.
 */
export function compareStatements(before: readonly Statement[], after: readonly Statement[], index: ActionIndex): GrantChange[] {
  const old = before.flatMap((statement) => grantsOf(statement, index))
  const now = after.flatMap((statement) => grantsOf(statement, index))
  const changes = [...differences(now, old, index, ['added', 'widened']), ...differences(old, now, index, ['removed', 'narrowed'])]
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()]
}

/** What of `grants` no grant of `others` covers. */
function differences(
  grants: readonly Grant[],
  others: readonly Grant[],
  index: ActionIndex,
  [whole, part]: readonly [GrantChange['change'], GrantChange['change']],
): GrantChange[] {
  return grants.flatMap((grant): GrantChange[] => {
    const covered = new Set(others.filter((other) => coversPlace(other, grant)).flatMap((other) => [...other.actions]))
    const left = [...grant.actions].filter((action) => !covered.has(action))
    if (left.length === 0) return []
    const within = others.filter((other) => coversPlace(grant, other) && left.some((action) => other.actions.has(action)))
    const { effect } = grant.statement
    const base = { effect, grant: textOf(grant, left, index) }
    const [inner] = within
    if (!inner) return [{ change: whole, ...base, before: undefined }]
    // The action is there on both sides; the wider grant tells what became of it.
    const shared = left.filter((action) => within.some((other) => other.actions.has(action)))
    const rest = left.filter((action) => !shared.includes(action))
    const wide = textOf(grant, shared, index)
    const narrow = textOf(
      inner,
      shared.filter((action) => inner.actions.has(action)),
      index,
    )
    const moved: GrantChange =
      part === 'widened' ? { change: part, effect, grant: wide, before: narrow } : { change: part, effect, grant: narrow, before: wide }
    return rest.length === 0 ? [moved] : [moved, { change: whole, effect, grant: textOf(grant, rest, index), before: undefined }]
  })
}

function grantsOf(statement: Statement, index: ActionIndex): Grant[] {
  const actions = new Set(
    statement.actions?.flatMap((pattern) => orItself(expandAction(index, pattern), pattern)) ??
      (statement.notActions ? expandAllBut(index, statement.notActions) : []),
  )
  return each(statement.principals, statement.notPrincipals).flatMap((principals) =>
    each(statement.resources, statement.notResources).map((resources) => ({ statement, principals, resources, actions })),
  )
}

function orItself(expanded: readonly string[], pattern: string): readonly string[] {
  return expanded.length > 0 ? expanded : [pattern]
}

function each<T>(only: readonly T[] | undefined, but: readonly T[] | undefined): (Names<T> | undefined)[] {
  if (only) return only.map((name) => ({ only: name }))
  return but ? [{ but }] : [undefined]
}

/** Whether a grant reaches everything another one reaches, actions aside. */
function coversPlace(wide: Grant, narrow: Grant): boolean {
  return (
    wide.statement.effect === narrow.statement.effect &&
    coversNames(wide.resources, narrow.resources, coversArn, '*') &&
    coversNames(wide.principals, narrow.principals, coversPrincipal) &&
    conditionsImply(narrow.statement.conditions, wide.statement.conditions)
  )
}

function coversNames<T>(
  wide: Names<T> | undefined,
  narrow: Names<T> | undefined,
  covers: (wide: T, narrow: T) => boolean,
  all?: T,
): boolean {
  if (!wide || !narrow) return wide === narrow
  if ('only' in wide) return wide.only === all || ('only' in narrow && covers(wide.only, narrow.only))
  if ('only' in narrow) return false
  // Excepting less covers more.
  return wide.but.every((name) => narrow.but.some((other) => covers(other, name)))
}

function coversPrincipal(wide: Principal, narrow: Principal): boolean {
  if (wide.value === '*') return wide.type === '*' || wide.type === 'AWS' || wide.type === narrow.type
  return wide.type === narrow.type && wide.value === narrow.value
}

function textOf(grant: Grant, actions: readonly string[], index: ActionIndex): GrantText {
  const { statement, resources, principals } = grant
  const place = { resources, principals, conditions: statement.conditions }
  const changed = new Set(actions)
  if (statement.notActions && changed.size === grant.actions.size) return { ...place, actions: [], allBut: statement.notActions }
  const patterns = (statement.actions ?? []).filter((pattern) =>
    orItself(expandAction(index, pattern), pattern).every((action) => changed.has(action)),
  )
  const said = new Set(patterns.flatMap((pattern) => orItself(expandAction(index, pattern), pattern)))
  return { ...place, actions: [...patterns, ...actions.filter((action) => !said.has(action))], allBut: undefined }
}
