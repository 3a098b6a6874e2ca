import { type CallerMatch, callerMatch, isAlwaysAllowed, type Layer, levelsOf, mustHandToAccount, type Policies } from '../authorize.ts'
import { type RequestContext, requestContext } from '../conditions.ts'
import { actionMatches, wholeArn } from '../evaluate.ts'
import type { Principal, Statement } from '../policy.ts'
import { accountOfArn } from '../principals.ts'
import { unchangeable } from '../unchangeable.ts'
import { atomMeets, conditionTestOf, RESOURCE, type ReadTest, readTest, resourceTest, type Test } from './atoms.ts'
import { all, any, FALSE, type Formula, not, TRUE } from './formula.ts'

/** What is the same for all requests that are asked about. */
export interface Asked {
  principal: Principal
  action: string
  /** Account that owns the resource. */
  resourceAccount: string
}

/** Tests without variables are the same in every search: by the part of a statement they were read from, and by their text. */
const readFrom = new WeakMap<object, ReadTest>()
const readAlready = new Map<string, ReadTest>()
/** More than the policies of an account have; beyond it, tests are read again. */
const MOST_KEPT = 20_000

/** Reads statements of policies as formulas over what is left open of a request. */
export class FormulaReader {
  readonly #given: RequestContext
  readonly #closed: boolean
  readonly #tests = new Set<ReadTest>()
  readonly #open = new Map<string, ReadTest>()

  /** Keys with decided values; no values: the request does not have the key. Where closed, it has no others. */
  constructor(decided: Readonly<Record<string, readonly string[]>>, closed = false) {
    this.#given = requestContext(decided)
    this.#closed = closed
  }

  #decided(key: string): readonly string[] | undefined {
    return this.#given.get(key) ?? (this.#closed ? [] : undefined)
  }

  /** Open tests that were read, for the variables in them. */
  get tests(): readonly ReadTest[] {
    return [...this.#tests]
  }

  /** That a resource is one of the patterns. */
  resource(patterns: readonly string[], statement: Pick<Statement, 'variables'> = { variables: false }): Formula {
    if (patterns.includes('*')) return TRUE
    return this.#atom(patterns, () => resourceTest(patterns.map(wholeArn), statement))
  }

  /** That a statement applies; its action and whom it is about are looked at before. */
  statement(statement: Statement): Formula {
    const { resources, notResources } = statement
    const place = resources ? this.resource(resources, statement) : notResources ? not(this.resource(notResources, statement)) : TRUE
    return all([place, ...statement.conditions.map((condition) => this.#atom(condition, () => conditionTestOf(condition, statement)))])
  }

  #atom(part: object, testOf: () => Test): Formula {
    const read = readFrom.get(part) ?? this.#read(part, testOf())
    this.#tests.add(read)
    const given = read.key === RESOURCE ? undefined : this.#decided(read.key)
    // With open variables the value alone does not decide.
    if (given === undefined || read.isOpen) return { atom: { test: read, holds: true } }
    return atomMeets({ test: read, holds: true }, given.length === 0 ? undefined : given) ? TRUE : FALSE
  }

  #read(part: object, test: Test): ReadTest {
    const isShared = !test.variables || !test.values.some((value) => value.includes('${'))
    const known = isShared ? readAlready : this.#open
    const id = JSON.stringify([test.key, test.operator, test.variables, test.values])
    const read = known.get(id) ?? readTest(test, (key) => this.#decided(key))
    if (known.size >= MOST_KEPT) known.clear()
    known.set(id, read)
    if (isShared) readFrom.set(part, read)
    return read
  }
}

interface Part {
  layer: Layer
  level: number
  statement: Statement
  match: CallerMatch
  applies: Formula
}

/** That a request is allowed: `authorize` as a formula. A test holds the two against each other. */
export function allowedFormula(policies: Policies, asked: Asked, reader: FormulaReader): Formula {
  const { principal, action, resourceAccount } = asked
  if (isAlwaysAllowed(action)) return TRUE
  const levels = levelsOf(policies, asked)
  const parts = levels.flatMap(({ layer, policies: named }, level) =>
    named.flatMap(({ statements }) =>
      statements.flatMap((statement): Part[] => {
        const match = actionMatches(statement, action) ? callerMatch(statement, layer, policies, principal) : undefined
        return match ? [{ layer, level, statement, match, applies: reader.statement(statement) }] : []
      }),
    ),
  )
  const allowing = parts.filter(({ statement }) => statement.effect === 'Allow')
  const grantsOf = (which: (part: Part) => boolean) => any(allowing.filter(which).map(({ applies }) => applies))
  const speaks = (...layers: readonly Layer[]) =>
    all(levels.flatMap(({ layer }, level) => (layers.includes(layer) ? [grantsOf((part) => part.level === level)] : [])))
  const identity = any(levels.flatMap(({ layer }, level) => (layer === 'identity' ? [grantsOf((part) => part.level === level)] : [])))
  const own = (...matches: readonly CallerMatch[]) => grantsOf((part) => part.layer === 'resource' && matches.includes(part.match))
  const control = speaks('service-control')
  const limits = speaks('boundary', 'session')
  const grant =
    principal.type !== 'AWS'
      ? own('caller', 'role', 'account')
      : resourceAccount !== accountOfArn(principal.value)
        ? all([identity, own('caller', 'role', 'account'), limits])
        : any([own('caller'), all([own('role'), limits]), all([identity, handsOver(policies, action, own('account'), reader), limits])])
  const denied = parts.filter(({ statement }) => statement.effect === 'Deny').map(({ applies }) => not(applies))
  const kept = principal.type === 'Service' ? [] : unchangeable(action)
  return all([...(kept.length > 0 ? [not(reader.resource(kept))] : []), ...denied, control, grant])
}

function handsOver(policies: Policies, action: string, granted: Formula, reader: FormulaReader): Formula {
  const needed = mustHandToAccount(policies, action)
  if (needed === 'no') return TRUE
  return needed === 'all' ? granted : any([granted, not(reader.resource(['arn:*:kms:*:*:key/*']))])
}
