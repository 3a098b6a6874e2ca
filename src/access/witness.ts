import { type Authorized, authorize, type NamedPolicy, type Policies } from '../iam/authorize.ts'
import { expandVariables, parseOperator, type RequestContext, requestContext } from '../iam/conditions.ts'
import { actionMatches, resourceMatches } from '../iam/evaluate.ts'
import { matchesArn } from '../iam/match.ts'
import { commonArn, fill } from '../iam/patterns.ts'
import type { Condition, Statement } from '../iam/policy.ts'
import { principalMatch } from '../iam/principals.ts'
import { AuditError } from '../model/errors.ts'
import type { Caller } from './callers.ts'

export interface Question {
  caller: Caller
  action: string
  /** Patterns of resources the question is about. */
  on: readonly string[]
  except: readonly string[]
  /** Values of condition keys the row fixes. */
  when: Readonly<Record<string, readonly string[]>>
  /** The policy of the resource, for a resource that has one in the templates. */
  policyOf(resource: string): NamedPolicy | undefined
  account: string
}

/** A request with its decision. */
export interface Witness {
  resource: string
  context: Readonly<Record<string, readonly string[]>>
  decided: Authorized
}

/** Far more requests than any readable policy needs; beyond it a row is too wide to be decided. */
const MOST_REQUESTS = 20_000

/**
 * Looks for a request of the question that is decided as `wanted`. Tried are the resources at which the policies' patterns meet the
 * question's and each other, and, where `free`, every combination of the values the policies compare with, values they do not name, and none.
 */
export function findRequest(
  question: Question,
  wanted: (decided: Authorized) => boolean,
  { free }: { free: boolean },
): Witness | undefined {
  const { caller, action, on, when, account } = question
  const fixed = { 'aws:ResourceAccount': [account], ...caller.pinned, ...when }
  for (const resource of candidateResources(question)) {
    const policies = speakingOf({ ...caller.policies, resource: question.policyOf(resource) }, question, resource)
    for (const context of free ? contexts(statementsOf(policies), fixed, `${action} on ${on.join(', ')}`) : [fixed]) {
      const decided = authorize(policies, {
        principal: caller.principal,
        action,
        resource,
        resourceAccount: account,
        context: contextOf(context),
      })
      if (wanted(decided)) return { resource, context, decided }
    }
  }
  return undefined
}

/** The policies with the statements that a request of this action and resource may match, whatever its context. */
function speakingOf(policies: Policies, { action, caller }: Question, resource: string): Policies {
  const nowhere = requestContext({})
  const mayMatch = (statement: Statement) => {
    const patterns = statement.resources ?? statement.notResources ?? []
    return patterns.some((pattern) => pattern.includes('${')) || resourceMatches(statement, { resource, context: nowhere })
  }
  const only = <T extends NamedPolicy | undefined>(policy: T): T =>
    policy && { ...policy, statements: policy.statements.filter((statement) => actionMatches(statement, action) && mayMatch(statement)) }
  const { identity, boundary, session, resource: own } = policies
  // Beside a boundary a denial with `NotPrincipal` is about everyone.
  const isAbout = (statement: Statement) =>
    statement.notPrincipals !== undefined || principalMatch(statement, caller.principal) !== undefined
  const ownToCaller = own && { ...own, statements: own.statements.filter(isAbout) }
  return { identity: identity.map(only), boundary: only(boundary), session: only(session), resource: only(ownToCaller) }
}

/** A key without values is not in the request. */
function contextOf(values: Readonly<Record<string, readonly string[]>>): RequestContext {
  return requestContext(Object.fromEntries(Object.entries(values).filter(([, list]) => list.length > 0)))
}

function statementsOf({ identity, boundary, session, resource }: Policies): readonly Statement[] {
  return [...identity, boundary, session, resource].flatMap((policy) => policy?.statements ?? [])
}

/** Resources at which something may change: of each pattern itself, and of where it meets a pattern of a policy. */
function candidateResources(question: Question): string[] {
  const { on, except, action } = question
  const meets = (patterns: readonly string[]) => {
    const met = patterns
      .map((other) => ({ other, at: on.flatMap((pattern) => commonArn(pattern, other) ?? []) }))
      .filter(({ at }) => at.length > 0)
    // What identity policy and boundary allow by different patterns.
    const pairs = met.flatMap((one, index) => met.slice(index + 1).flatMap((two) => commonArn(one.other, two.other) ?? []))
    return [...met.flatMap(({ at }) => at), ...pairs.filter((resource) => on.some((pattern) => matchesArn(pattern, resource)))]
  }
  const patternsOf = (statements: readonly Statement[]) => {
    const speaking = statements.filter((statement) => actionMatches(statement, action))
    const patterns = speaking.flatMap((statement) => [...(statement.resources ?? []), ...(statement.notResources ?? [])])
    return [...new Set(patterns.map((pattern) => pattern.replace(/\$\{[^}]+\}/g, '*')))]
  }
  const first = [...on.map(fill), ...meets(patternsOf(statementsOf(question.caller.policies)))]
  // Policies of the resources themselves name more.
  const second = first.flatMap((resource) => meets(patternsOf(question.policyOf(resource)?.statements ?? [])))
  return [...new Set([...first, ...second])].filter((resource) => !except.some((pattern) => matchesArn(pattern, resource)))
}

type Values = Readonly<Record<string, readonly string[]>>

/** Every combination of values that conditions of the statements can tell apart. */
function contexts(statements: readonly Statement[], fixed: Values, what: string): Values[] {
  const known = new Set(Object.keys(fixed).map((key) => key.toLowerCase()))
  const free = new Map<string, { key: string; conditions: Condition[] }>()
  for (const condition of statements.flatMap((statement) => statement.conditions)) {
    const id = condition.key.toLowerCase()
    if (known.has(id)) continue
    const entry = free.get(id) ?? { key: condition.key, conditions: [] }
    free.set(id, { ...entry, conditions: [...entry.conditions, condition] })
  }
  let all: Values[] = [fixed]
  for (const { key, conditions } of free.values()) {
    const values = candidateValues(conditions, contextOf(fixed))
    if (all.length * values.length > MOST_REQUESTS) {
      throw new AuditError(
        'BAD_INPUT',
        `${what} depends on too many conditions to be decided (${[...free.values()].map((one) => one.key).join(', ')}).`,
        {
          remedy: 'Fix some of them with `when`, or ask for fewer actions in one row.',
        },
      )
    }
    all = all.flatMap((context) => values.map((value) => ({ ...context, [key]: value })))
  }
  return all
}

const FRESH = 'something-else'

/** Absent, each value named, one beside each, one nobody names; and all of them at once where the key may have several. */
function candidateValues(conditions: readonly Condition[], context: RequestContext): (readonly string[])[] {
  const named = conditions.flatMap((condition) =>
    condition.values.flatMap((value) => variants(parseOperator(condition.operator).base, fill(expandVariables(value, context) ?? FRESH))),
  )
  const singles = [...new Set([...named, FRESH])]
  const several = conditions.some(({ operator }) => parseOperator(operator).quantifier !== undefined)
  return [[], ...singles.map((value) => [value]), ...(several && singles.length > 1 ? [singles] : [])]
}

function variants(base: string, value: string): string[] {
  if (base === 'Null') return []
  if (base === 'Bool') return ['true', 'false']
  if (base.startsWith('Numeric')) return [Number(value) - 1, Number(value), Number(value) + 1].map(String)
  if (base.startsWith('Date')) return [-1, 0, 1].map((days) => new Date(Date.parse(value) + days * 86_400_000).toISOString())
  if (base.endsWith('IpAddress')) return [value.split('/')[0] ?? value]
  return [value]
}
