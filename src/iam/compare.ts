import { type ActionIndex, expandAction } from './actions.ts'
import { type Beyond, requestBeyond, type ShownRequest } from './beyond.ts'
import { distinguish, matcherOf } from './language.ts'
import { matchesAction } from './match.ts'
import type { Condition, Principal, Statement } from './policy.ts'

/** One statement at one resource and for one principal: the least that is told as a whole. */
interface Grant {
  /** As someone wrote it. */
  statement: Statement
  /** The same, about this resource and this principal alone, with what intrinsics stand for: what is decided on. */
  exact: Statement
  principals: Names<Principal> | undefined
  resources: Names<string> | undefined
  /** Expanded, in lower case where AWS does not have them. */
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
  /** A request that only one side matches; undefined where the policies have too many cases to find one or rule it out. */
  request: ShownRequest | undefined
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

export interface CompareOptions {
  index: ActionIndex
  /** What an intrinsic in a text stands for, on either side. */
  concrete?: Readonly<Record<'before' | 'after', (text: string) => string>>
}

/**
 * What `after` grants (or denies) and `before` does not, and the other way round. A difference is one when a request shows it:
 * statements that say the same in other words, taken apart or joined, are none. What cannot be decided is a difference.
 */
export function compareStatements(before: readonly Statement[], after: readonly Statement[], options: CompareOptions): GrantChange[] {
  const known = knownActions([...before, ...after], options.index)
  const { before: old, after: now } = expanded({ before, after }, known, options.concrete)
  const changes = [...differences(now, old, known, ['added', 'widened']), ...differences(old, now, known, ['removed', 'narrowed'])]
  return [...new Map(changes.map((change) => [JSON.stringify({ ...change, request: undefined }), change])).values()]
}

function expanded(
  sides: Readonly<Record<'before' | 'after', readonly Statement[]>>,
  known: Known,
  concrete: CompareOptions['concrete'],
): Record<'before' | 'after', Grant[]> {
  const grants = (side: 'before' | 'after') =>
    sides[side].flatMap((statement) => grantsOf(statement, known, concrete?.[side] ?? ((text) => text)))
  return { before: grants('before'), after: grants('after') }
}

/** The actions a pattern means, among AWS's and those that only the compared policies know. */
type Known = (pattern: string) => readonly string[]

/** A service or action that AWS does not have (yet) stands for itself, in any case of letters; patterns of such meet where texts show it. */
function knownActions(statements: readonly Statement[], index: ActionIndex): Known {
  const patterns = new Set(statements.flatMap(({ actions = [], notActions = [] }) => [...actions, ...notActions]))
  const unknown = [...patterns].filter((pattern) => expandAction(index, pattern).length === 0).map((pattern) => pattern.toLowerCase())
  const matchers = unknown.flatMap((pattern) => matcherOf(pattern, { wildcards: 'text' }) ?? [])
  const filled = unknown.map((pattern) => pattern.replaceAll('*', 'x').replaceAll('?', 'x'))
  const texts = unknown.length === 0 ? [] : [...new Set([...filled, ...distinguish(matchers).texts])]
  const others = texts.filter((text) => text.includes(':') && unknown.some((pattern) => matchesAction(pattern, text)))
  return (pattern) => [...expandAction(index, pattern), ...others.filter((action) => matchesAction(pattern, action))]
}

/** What of `grants` the others together do not match. */
function differences(
  grants: readonly Grant[],
  others: readonly Grant[],
  known: Known,
  [whole, part]: readonly [GrantChange['change'], GrantChange['change']],
): GrantChange[] {
  const same = new Map(others.map((other) => [keyOf(other), other]))
  return grants.flatMap((grant): GrantChange[] => {
    const twin = same.get(keyOf(grant))
    const rivals = others.filter((other) => other.statement.effect === grant.statement.effect)
    return leftOver(
      grant,
      [...grant.actions].filter((action) => !twin?.actions.has(action)),
      rivals,
    ).flatMap(({ actions, request }) => {
      const { effect } = grant.statement
      const base = { effect, grant: textOf(grant, actions, known), request }
      const inner = rivals.find((other) => actions.some((action) => other.actions.has(action)) && isWithin(other, grant))
      if (!inner) return [{ change: whole, ...base, before: undefined }]
      // The action is there on both sides; the wider grant tells what became of it.
      const shared = actions.filter((action) => inner.actions.has(action))
      const rest = actions.filter((action) => !inner.actions.has(action))
      const [wide, narrow] = [textOf(grant, shared, known), textOf(inner, shared, known)]
      const moved: GrantChange =
        part === 'widened'
          ? { change: part, effect, grant: wide, before: narrow, request }
          : { change: part, effect, grant: narrow, before: wide, request }
      return rest.length === 0 ? [moved] : [moved, { change: whole, ...base, grant: textOf(grant, rest, known), before: undefined }]
    })
  })
}

interface LeftOver {
  actions: readonly string[]
  request: ShownRequest | undefined
}

/** The actions of a grant for which some request is matched by no rival. Actions that the same rivals speak of are decided alike. */
function leftOver(grant: Grant, actions: readonly string[], rivals: readonly Grant[]): LeftOver[] {
  const alike = new Map<string, string[]>()
  for (const action of actions) {
    const key = rivals.map((rival) => (rival.actions.has(action) ? '1' : '0')).join('')
    alike.set(key, [...(alike.get(key) ?? []), action])
  }
  const left = [...alike.values()].flatMap((group) => {
    const [action = ''] = group
    const speaking = rivals.filter((rival) => rival.actions.has(action)).map(({ exact }) => exact)
    const found = requestBeyond(grant.exact, speaking, action)
    return found.kind === 'none' ? [] : [{ actions: group, found }]
  })
  const shown = left.map(({ found }) => requestIn(found)).find((request) => request !== undefined)
  const all = left.flatMap((one) => one.actions)
  return all.length === 0 ? [] : [{ actions: actions.filter((action) => all.includes(action)), request: shown }]
}

const requestIn = (found: Beyond) => (found.kind === 'found' ? found.request : undefined)

function isWithin(narrow: Grant, wide: Grant): boolean {
  return requestBeyond(narrow.exact, [wide.exact], '*').kind === 'none'
}

/** Grants that are written alike: nothing is to be searched. */
function keyOf({ exact }: Grant): string {
  const { effect, variables, principals, notPrincipals, resources, notResources, conditions } = exact
  const texts = JSON.stringify([resources, notResources, conditions])
  return JSON.stringify([effect, principals, notPrincipals, texts, variables && texts.includes('${')])
}

function grantsOf(statement: Statement, known: Known, concrete: (text: string) => string): Grant[] {
  const excepted = statement.notActions && new Set(statement.notActions.flatMap(known))
  const actions = new Set(statement.actions?.flatMap(known) ?? (excepted ? known('*').filter((action) => !excepted.has(action)) : []))
  const named = (who: Principal) => ({ ...who, value: concrete(who.value) })
  return each(statement.principals, statement.notPrincipals).flatMap((principals) =>
    each(statement.resources, statement.notResources).map((resources) => {
      const exact: Statement = {
        ...statement,
        principals: principals && 'only' in principals ? [named(principals.only)] : undefined,
        notPrincipals: principals && 'but' in principals ? principals.but.map(named) : undefined,
        resources: resources && 'only' in resources ? [concrete(resources.only)] : undefined,
        notResources: resources && 'but' in resources ? resources.but.map(concrete) : undefined,
        conditions: statement.conditions.map((condition) => ({ ...condition, values: condition.values.map(concrete) })),
      }
      return { statement, exact, principals, resources, actions }
    }),
  )
}

function each<T>(only: readonly T[] | undefined, but: readonly T[] | undefined): (Names<T> | undefined)[] {
  if (only) return only.map((name) => ({ only: name }))
  return but ? [{ but }] : [undefined]
}

const MOST_EXCEPTED = 12

function textOf(grant: Grant, actions: readonly string[], known: Known): GrantText {
  const { statement, resources, principals } = grant
  const place = { resources, principals, conditions: statement.conditions }
  const changed = new Set(actions)
  if (statement.notActions && changed.size === grant.actions.size) return { ...place, actions: [], allBut: statement.notActions }
  const rest = statement.actions?.includes('*') ? known('*').filter((action) => !changed.has(action)) : []
  // All that there is, short of a few: the list of the others would tell nobody anything.
  if (rest.length > 0 && rest.length <= MOST_EXCEPTED && changed.size > 4 * MOST_EXCEPTED) return { ...place, actions: [], allBut: rest }
  const patterns = (statement.actions ?? []).filter((pattern) => known(pattern).every((action) => changed.has(action)))
  const said = new Set(patterns.flatMap((pattern) => known(pattern)))
  return { ...place, actions: [...patterns, ...actions.filter((action) => !said.has(action))], allBut: undefined }
}
