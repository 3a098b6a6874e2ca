import { keyOf, valueFor } from './clock.ts'
import { conditionHolds, expandVariables, type RequestContext, requestContext } from './conditions.ts'
import { resourceMatches } from './evaluate.ts'
import { distinguish, matcherOf } from './language.ts'
import { matchesArn, plain } from './match.ts'
import type { Condition, Principal, Statement } from './policy.ts'
import { accountOfArn, principalMatch } from './principals.ts'
import { entriesOf, type KeyValues, type Test, valuesOf } from './values.ts'

/** A request that shows a difference between policies. */
export interface ShownRequest {
  action: string
  resource: string
  /** Undefined where the policies name nobody: whoever holds them asks. */
  principal: Principal | undefined
  /** Condition keys with their values; a key that is not there is not in the request. */
  context: Readonly<Record<string, readonly string[]>>
}

/** `unfinished`: the policies have more cases than are looked at, so nothing is known. */
export type Beyond = { kind: 'found'; request: ShownRequest } | { kind: 'none' } | { kind: 'unfinished' }

/** Values that variables take together; beyond it the search is unfinished. */
const MOST_ASSIGNMENTS = 300

/**
 * A request of an action that `inside` matches and none of `outside` does. All statements are taken to speak of the action. A request
 * is a resource, a caller and a value for every condition key; of each of these every case that the statements tell apart is looked
 * at, so that `none` is certain, short of keys that AWS sets together.
 */
export function requestBeyond(inside: Statement, outside: readonly Statement[], action: string): Beyond {
  const { keys, assignments, complete } = assignmentsOf([inside, ...outside])
  let finished = complete
  for (const context of assignments) {
    const result = withAssignment({ inside, outside, action }, keys, context)
    if (result.kind === 'found') return result
    if (result.kind === 'unfinished') finished = false
  }
  return finished ? { kind: 'none' } : { kind: 'unfinished' }
}

/** One thing a request has, and which of the outside statements do not speak against it (as bits). */
interface Choice {
  bits: bigint
  part: Partial<Pick<ShownRequest, 'resource' | 'principal' | 'context'>>
}

interface Dimension {
  choices: readonly Choice[]
  complete: boolean
}

interface Asked {
  inside: Statement
  outside: readonly Statement[]
  action: string
}

function withAssignment({ inside, outside, action }: Asked, assigned: readonly string[], context: RequestContext): Beyond {
  const free = keysOf([inside, ...outside]).map((key) =>
    assigned.includes(key) ? assignedValue(key, { inside, outside, action }, context) : values(key, { inside, outside, action }, context),
  )
  const dimensions = [resources({ inside, outside, action }, context), callers(inside, outside), ...free]
  let reached = new Map<bigint, readonly Choice[]>([[(1n << BigInt(outside.length)) - 1n, []]])
  for (const { choices } of dimensions) {
    const next = new Map<bigint, readonly Choice[]>()
    for (const [bits, chosen] of reached) {
      for (const choice of choices) if (!next.has(bits & choice.bits)) next.set(bits & choice.bits, [...chosen, choice])
    }
    reached = next.size > 50 ? leastOf(next) : next
    if (reached.size > MOST_REACHED) return { kind: 'unfinished' }
  }
  const chosen = reached.get(0n)
  if (chosen) return { kind: 'found', request: requestOf(action, chosen, context) }
  return dimensions.every(({ complete }) => complete) ? { kind: 'none' } : { kind: 'unfinished' }
}

const MOST_REACHED = 3000

/** What fewer statements match is the better start; what more match is never needed. */
function leastOf<T>(all: ReadonlyMap<bigint, T>): Map<bigint, T> {
  const kept: [bigint, T][] = []
  for (const entry of [...all].sort(([a], [b]) => bitCount(a) - bitCount(b))) {
    if (!kept.some(([bits]) => (bits & entry[0]) === bits)) kept.push(entry)
  }
  return new Map(kept)
}

const bitCount = (bits: bigint) => bits.toString(2).replaceAll('0', '').length

function requestOf(action: string, chosen: readonly Choice[], context: RequestContext): ShownRequest {
  const parts = chosen.map(({ part }) => part)
  const given = Object.assign({}, ...parts.map((part) => part.context ?? {})) as ShownRequest['context']
  return {
    action,
    resource: parts.find((part) => part.resource !== undefined)?.resource ?? '*',
    principal: parts.find((part) => part.principal !== undefined)?.principal,
    context: { ...Object.fromEntries(context), ...given },
  }
}

/** The choices that `inside` matches, each with the outside statements that match it too. */
function dimension<T>(
  items: readonly T[],
  {
    inside,
    outside,
    part,
    complete,
  }: { inside: (item: T) => boolean; outside: readonly ((item: T) => boolean)[]; part: (item: T) => Choice['part']; complete: boolean },
): Dimension {
  const choices = items.filter(inside).map((item) => ({
    bits: outside.reduce((bits, matches, index) => (matches(item) ? bits | (1n << BigInt(index)) : bits), 0n),
    part: part(item),
  }))
  const first = new Map<bigint, Choice>()
  for (const choice of choices) if (!first.has(choice.bits)) first.set(choice.bits, choice)
  return { choices: [...leastOf(first).values()], complete }
}

/** Resources at which patterns can be told apart. What is no ARN counts only where a policy names it so: `*`, or what an intrinsic stands for. */
function resources({ inside, outside, action }: Asked, context: RequestContext): Dimension {
  const matches = (statement: Statement) => (resource: string) => resourceMatches(statement, { resource, context })
  const patterns = [...new Set([inside, ...outside].flatMap((statement) => patternsOf(statement, context)))]
  const matchers = patterns.flatMap((pattern) => matcherOf(pattern, { wildcards: 'arn' }) ?? [])
  const { texts, complete } = distinguish(ANY_ARN ? [...matchers, ANY_ARN] : matchers)
  const named = patterns.filter((pattern) => pattern !== '*' && !pattern.startsWith('arn:'))
  const isResource = (text: string) => [ARN, ...named].some((pattern) => matchesArn(pattern, text))
  // Of resources that are told apart by nothing, what reads best.
  const seeds = [...patterns.map((pattern) => plain(pattern.replaceAll('*', 'x').replaceAll('?', 'x'))), anyResource(action)]
  return dimension([...[...seeds, ...texts].filter(isResource), '*'], {
    inside: matches(inside),
    outside: outside.map(matches),
    part: (resource) => ({ resource }),
    complete,
  })
}

const ARN = 'arn:*:*:*:*:*'
const ANY_ARN = matcherOf(ARN, { wildcards: 'arn' })

function anyResource(action: string): string {
  const [service = 'any'] = action.split(':')
  return service === 's3' ? 'arn:aws:s3:::some-bucket/some-object' : `arn:aws:${service}:us-east-1:000000000000:something`
}

function patternsOf({ resources: only = [], notResources = [], variables }: Statement, context: RequestContext): string[] {
  return [...only, ...notResources].flatMap((pattern) => (variables ? expandVariables(pattern, context) : pattern) ?? [])
}

/** Callers that principal elements can tell apart. */
function callers(inside: Statement, outside: readonly Statement[]): Dimension {
  const all = [inside, ...outside]
  const named = all.flatMap(({ principals = [], notPrincipals = [] }) => [...principals, ...notPrincipals])
  const matches = (statement: Statement) => (caller: Principal | undefined) => principalMatch(statement, caller) !== undefined
  const isAboutHolder = all.every(({ principals, notPrincipals }) => !principals && !notPrincipals)
  const items = isAboutHolder ? [undefined] : [...named.flatMap(callersOf), ...STRANGERS]
  return dimension<Principal | undefined>(items, {
    inside: matches(inside),
    outside: outside.map(matches),
    part: (principal) => (principal ? { principal } : {}),
    complete: true,
  })
}

const STRANGERS: readonly Principal[] = [
  { type: 'AWS', value: 'arn:aws:iam::999999999999:user/somebody-else' },
  { type: 'Service', value: 'something-else.amazonaws.com' },
  { type: 'Federated', value: 'something-else.example.com' },
]

/** Who a principal element lets in: itself, a session of its role, someone of its account. */
function callersOf({ type, value }: Principal): Principal[] {
  if (value === '*') return []
  if (type !== 'AWS') return [{ type, value }]
  const [, partition = 'aws'] = value.split(':')
  const account = /^\d{12}$/.test(value) ? value : accountOfArn(value)
  const role = /:role\/(?:.*\/)?([^/]+)$/.exec(value)?.[1]
  const at = value.startsWith('arn:') ? partition : 'aws'
  const sts = (name: string, session: string) => ({ type, value: `arn:${at}:sts::${account}:assumed-role/${name}/${session}` })
  return [
    ...(/^\d{12}$|:root$/.test(value) ? [] : [{ type, value }]),
    ...(role && account ? [sts(role, 'some-session')] : []),
    ...(account ? [{ type, value: `arn:${at}:iam::${account}:user/somebody` }, sts('some-role', 'some-session')] : []),
  ]
}

/** Condition keys of the statements, in lower case. */
function keysOf(statements: readonly Statement[]): string[] {
  return [...new Set(statements.flatMap(({ conditions }) => conditions.map(keyOf)))]
}

const on = (key: string) => (condition: Condition) => keyOf(condition) === key

function testsOn(key: string, statements: readonly Statement[]): Test[] {
  return statements.flatMap(({ conditions, variables }) => conditions.filter(on(key)).map((condition) => ({ condition, variables })))
}

function values(key: string, { inside, outside }: Asked, context: RequestContext): Dimension {
  const found = valuesOf(testsOn(key, [inside, ...outside]), context)
  return keyDimension(key, { inside, outside, found, context })
}

function assignedValue(key: string, { inside, outside }: Asked, context: RequestContext): Dimension {
  return keyDimension(key, { inside, outside, found: { values: [context.get(key) ?? []], complete: true }, context })
}

function keyDimension(
  key: string,
  { inside, outside, found, context }: Omit<Asked, 'action'> & { found: KeyValues; context: RequestContext },
): Dimension {
  const tests = testsOn(key, [inside, ...outside])
  const names = new Map(tests.map(({ condition }) => [condition.key.toLowerCase(), condition]))
  const matches = (statement: Statement) => (set: readonly string[]) => {
    const asked = new Map([...context, ...entriesOf(tests, set)])
    return statement.conditions.filter(on(key)).every((condition) => conditionHolds(condition, asked, statement))
  }
  return dimension(found.values, {
    inside: matches(inside),
    outside: outside.map(matches),
    part: (set) => ({
      context:
        set.length > 0
          ? Object.fromEntries([...names.values()].map((condition) => [condition.key, set.map((value) => valueFor(condition, value))]))
          : {},
    }),
    complete: found.complete,
  })
}

const VARIABLE = /\$\{([^},]+)(?:,[^}]*)?\}/g

/** Keys that variables take their values from: these hold patterns together, so that each of their values is looked at on its own. */
function assignmentsOf(statements: readonly Statement[]): { keys: string[]; assignments: RequestContext[]; complete: boolean } {
  const speaking = statements.filter(({ variables }) => variables)
  const texts = speaking.flatMap(textsOf)
  const keys = [...new Set(texts.flatMap((text) => [...text.matchAll(VARIABLE)].map(([, key = '']) => key.trim().toLowerCase())))].filter(
    (key) => !['*', '?', '$'].includes(key),
  )
  if (keys.length === 0) return { keys, assignments: [requestContext({})], complete: true }
  const fragments = [...new Set(statements.flatMap(textsOf).flatMap((text) => text.replaceAll(VARIABLE, '/').split(/[:/*?]+/)))]
  const candidates = keys.map((key) => {
    const own = valuesOf(testsOn(key, statements), requestContext({})).values
    const single = [['someone'], ...own, ...fragments.filter((text) => text !== '').map((text) => [text]), []]
    return { key, values: [...new Map(single.map((set) => [set.join(), set])).values()].filter((set) => set.length < 2) }
  })
  const total = candidates.reduce((product, { values: all }) => product * all.length, 1)
  // Too many together: those that someone compares with, a stranger, and none.
  const most = total <= MOST_ASSIGNMENTS ? Number.POSITIVE_INFINITY : Math.max(2, Math.floor(MOST_ASSIGNMENTS ** (1 / keys.length)))
  let assignments: RequestContext[] = [requestContext({})]
  for (const { key, values: all } of candidates) {
    assignments = assignments.flatMap((context) =>
      all.slice(0, most).map((set) => (set.length > 0 ? new Map([...context, [key, set]]) : context)),
    )
  }
  return { keys, assignments, complete: total <= MOST_ASSIGNMENTS }
}

function textsOf({ resources: only = [], notResources = [], conditions }: Statement): readonly string[] {
  return [...only, ...notResources, ...conditions.flatMap(({ values: all }) => all)]
}
