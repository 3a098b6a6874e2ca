import { type Authorized, authorize, type Policies } from '../authorize.ts'
import { CLOCK, secondsAt } from '../clock.ts'
import { requestContext } from '../conditions.ts'
import type { Principal, Statement } from '../policy.ts'
import { allowedFormula, FormulaReader } from './allowed.ts'
import { RESOURCE, type ReadTest } from './atoms.ts'
import { all, type Formula, not, type Sample } from './formula.ts'
import { capture } from './globs.ts'
import { type Solved, solve } from './solve.ts'
import type { KeyRules } from './values.ts'

/** A question about all requests of one caller, action and account: is one of them allowed? */
export interface RequestQuestion {
  policies: Policies
  /** Only requests that these do not allow: what `policies` make possible that was not. */
  butNotBy?: Policies | undefined
  principal: Principal
  action: string
  /** Patterns of resources the question is about; `*` for anything. */
  on: readonly string[]
  except: readonly string[]
  /** Patterns of which the resource is one besides, of each list: those of an account, those that the action is about. */
  within?: readonly (readonly string[])[]
  /** Account that owns the resource. */
  resourceAccount: string
  /** Values of condition keys that are the same in all requests; none: the requests do not have the key. */
  fixed: Readonly<Record<string, readonly string[]>>
  /** Patterns for keys of which no more is known; the requests have the key. */
  among?: Readonly<Record<string, readonly string[]>> | undefined
  /** Values that keys do not have; the requests have the key. */
  notAmong?: Readonly<Record<string, readonly string[]>> | undefined
  /** Requests have the `fixed` keys and no other; otherwise any. */
  closed?: boolean
  /** Looks for a request that is refused instead. */
  refused?: boolean
}

/** A request with its decision. */
export interface FoundRequest {
  resource: string
  /** Values by condition key, as the policies write it. */
  context: Readonly<Record<string, readonly string[]>>
  decided: Authorized
}

/** `none` is proof that there is no such request; `unfinished` says what was not searched. */
export type RequestSearch = { kind: 'found'; request: FoundRequest } | { kind: 'none' } | { kind: 'unfinished'; because: string }

/** Keys that every request of a caller has. */
const ALWAYS = new Set(['aws:securetransport', 'aws:currenttime', 'aws:epochtime'])

/**
 * Looks for a request that is allowed. The policies are read as one formula over the resource and the condition keys, and solved: either a
 * request comes out, which `authorize` confirms, or the formula has none. Variables whose value is not decided first stand for anything,
 * which can only find too much; then for values that the rest leaves them.
 */
export function findRequest(question: RequestQuestion): RequestSearch {
  const loose = attempt(question, {})
  if (loose.solved === 'none') return { kind: 'none' }
  if (loose.found) return { kind: 'found', request: loose.found }
  const variables = openVariables(loose.reader)
  if (variables.length === 0)
    return {
      kind: 'unfinished',
      because: 'unfinished' in loose.solved ? loose.solved.unfinished : 'the request found is decided otherwise',
    }
  return findWithVariables(question, loose, variables)
}

interface Attempt {
  reader: FormulaReader
  solved: Solved
  found: FoundRequest | undefined
}

type Values = Readonly<Record<string, readonly string[]>>

/** One search with some variables decided; a request that comes out is confirmed. */
function attempt(question: RequestQuestion, decided: Values, present: readonly string[] = []): Attempt {
  const fixed = withClock({ ...question.fixed, ...decided })
  const reader = new FormulaReader(fixed, question.closed)
  const formula = formulaOf(question, reader, present)
  const solved = solve(formula, [], rulesOf(question, reader, fixed))
  const found = typeof solved === 'object' && 'sample' in solved ? confirmed(question, fixed, reader, solved.sample) : undefined
  return { reader, solved, found }
}

function formulaOf(question: RequestQuestion, reader: FormulaReader, present: readonly string[]): Formula {
  const { policies, butNotBy, on, except, within = [], refused, among = {}, notAmong = {} } = question
  const allowed = allowedFormula(policies, question, reader)
  const conditions = [
    ...Object.entries(among).map(([key, values]) => ({ operator: 'StringLike', key, values })),
    ...Object.entries(notAmong).map(([key, values]) => ({ operator: 'StringNotEquals', key, values })),
    ...[...present, ...Object.keys(notAmong)].map((key) => ({ operator: 'Null', key, values: ['false'] })),
  ]
  return all([
    reader.resource(on),
    ...within.map((patterns) => reader.resource(patterns)),
    ...(except.length > 0 ? [not(reader.resource(except))] : []),
    reader.statement({ ...EVERYWHERE, conditions }),
    refused ? not(allowed) : allowed,
    ...(butNotBy ? [not(allowedFormula(butNotBy, question, reader))] : []),
  ])
}

const EVERYWHERE: Statement = {
  sid: undefined,
  index: 0,
  variables: false,
  effect: 'Allow',
  principals: undefined,
  notPrincipals: undefined,
  actions: undefined,
  notActions: undefined,
  resources: undefined,
  notResources: undefined,
  conditions: [],
}

function rulesOf({ closed }: RequestQuestion, reader: FormulaReader, fixed: Values): (key: string) => KeyRules {
  const decided = requestContext(fixed)
  const several = new Set(reader.tests.filter(({ quantifier }) => quantifier !== undefined).map(({ key }) => key))
  const valuesOf = (key: string) => decided.get(key) ?? (closed && key !== RESOURCE ? [] : undefined)
  return (key) => ({ always: ALWAYS.has(key), several: several.has(key), decided: valuesOf(key) })
}

/** Whoever has the time has the seconds, and the other way around. */
function withClock(values: Values): Values {
  const of = (name: string) => Object.entries(values).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
  const [time, seconds] = [of(CLOCK), of('aws:EpochTime')]
  if (time !== undefined && seconds === undefined) return { ...values, 'aws:EpochTime': time.map(secondsAt) }
  if (time !== undefined || seconds === undefined) return values
  const dates = seconds.map((one) => new Date(Number(one) * 1000)).filter((date) => !Number.isNaN(date.getTime()))
  return { ...values, 'aws:CurrentTime': dates.map((date) => date.toISOString()) }
}

/** The request as `authorize` decides it; undefined when it is not as wanted. */
function confirmed(question: RequestQuestion, fixed: Values, reader: FormulaReader, sample: Sample): FoundRequest | undefined {
  const { policies, butNotBy, principal, action, resourceAccount, refused = false } = question
  const names = new Map(reader.tests.map(({ key, name }) => [key, name]))
  const decidedKeys = requestContext(fixed)
  const free = [...sample.keys].filter(([key, values]) => values !== undefined && !decidedKeys.has(key))
  const told: Values = { ...fixed, ...Object.fromEntries(free.map(([key, values = []]) => [names.get(key) ?? key, values])) }
  const context = reader.tests.some(({ seconds }) => seconds) ? withClock(told) : told
  const request = {
    principal,
    action,
    resource: sample.resource,
    resourceAccount,
    context: requestContext(Object.fromEntries(Object.entries(context).filter(([, values]) => values.length > 0))),
  }
  const decided = authorize(policies, request)
  const isWanted = (decided.decision === 'allowed') !== refused && (!butNotBy || authorize(butNotBy, request).decision !== 'allowed')
  return isWanted ? { resource: sample.resource, context, decided } : undefined
}

function openVariables(reader: FormulaReader): string[] {
  return [...new Set(reader.tests.flatMap(({ open }) => open.flatMap(({ variables }) => variables)))]
}

/** As many searches as variables are worth; beyond it a row is not proven. */
const MOST_ATTEMPTS = 60

/** Tries values for the variables: what the request found before leaves them, what their own conditions give, and none. */
function findWithVariables(question: RequestQuestion, loose: Attempt, variables: readonly string[]): RequestSearch {
  const tried = new Set<string>()
  const waiting: Values[] = candidates(loose, variables, {})
  for (let at = 0; at < waiting.length && at < MOST_ATTEMPTS; at += 1) {
    const decided = waiting[at] ?? {}
    const id = JSON.stringify(Object.entries(decided).sort())
    if (tried.has(id)) continue
    tried.add(id)
    const next = attempt(question, decided)
    if (next.found) return { kind: 'found', request: next.found }
    waiting.push(...candidates(next, variables, decided))
  }
  if (absentAndPresent(question, variables)) return { kind: 'none' }
  const names = variables.map((name) => `\${${name}}`).join(', ')
  return { kind: 'unfinished', because: `${names} may have values that were not tried` }
}

/** Whether there is no request both without each variable and with it, whatever its value; with many variables that is too much to ask. */
function absentAndPresent(question: RequestQuestion, variables: readonly string[]): boolean {
  if (variables.length > 4) return false
  const cases = variables.reduce<{ absent: Values; present: readonly string[] }[]>(
    (list, name) =>
      list.flatMap(({ absent, present }) => [
        { absent: { ...absent, [name]: [] }, present },
        { absent, present: [...present, name] },
      ]),
    [{ absent: {}, present: [] }],
  )
  return cases.every(({ absent, present }) => attempt(question, absent, present).solved === 'none')
}

const FRESH = 'something-else'

/** Values for one more variable after a search: read off the request it found, or the patterns and texts it is compared with. */
function candidates({ reader, solved }: Attempt, variables: readonly string[], decided: Values): Values[] {
  const [variable] = variables.filter((name) => !(name in decided))
  if (variable === undefined) return []
  const sample = typeof solved === 'object' && 'sample' in solved ? solved.sample : undefined
  const own = reader.tests.filter(({ key, quantifier }) => key === variable && quantifier === undefined)
  const values = [
    ...(sample ? readOff(reader.tests, variable, sample) : []),
    ...(sample?.keys.get(variable) ?? []),
    ...own.flatMap(({ values: named }) => named.map((value) => value.replaceAll(/[*?]/g, 'x'))),
    FRESH,
  ]
  return [...[...new Set(values)].map((value) => ({ ...decided, [variable]: [value] })), { ...decided, [variable]: [] }]
}

/** The texts a variable must have had for the request to match. */
function readOff(tests: readonly ReadTest[], variable: string, sample: Sample): string[] {
  return tests.flatMap(({ key, open, mode }) =>
    open.flatMap(({ pattern, variables }) => {
      if (!variables.includes(variable)) return []
      const texts = key === RESOURCE ? [sample.resource] : (sample.keys.get(key) ?? [])
      return texts.flatMap((text) => capture(pattern, mode, text).flatMap((spans, at) => (variables[at] === variable ? spans : [])))
    }),
  )
}
