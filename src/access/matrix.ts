import { type ActionIndex, actionsOfLevels, expandAction } from '../iam/actions.ts'
import type { Layer, NamedPolicy } from '../iam/authorize.ts'
import { commonArn } from '../iam/patterns.ts'
import type { Statement } from '../iam/policy.ts'
import type { AccessResult, AccessRow } from '../model/access.ts'
import type { Position } from '../model/errors.ts'
import type { Partition } from '../model/partition.ts'
import { type Caller, roleCaller, runCallers } from './callers.ts'
import type { AccessModel, LocatedPolicy, RoleAccess } from './model.ts'
import { findRequest, type Question, type Witness } from './witness.ts'

export interface MatrixOptions {
  model: AccessModel
  index: ActionIndex
  partition: Partition
  /** Position of a row of the config, or of one of its keys. */
  positionOf(row: number, key?: string): Position
}

/** Holds the templates against a row: every action, resource and way to ask it speaks of. */
export function judgeRow(row: AccessRow, options: MatrixOptions): AccessResult {
  const { who, effect, actions, onText, why, index } = row
  const base = {
    who: who.text,
    effect,
    actions: shortList(actions),
    on: onText,
    ...(why === undefined ? {} : { why }),
    ...(index === undefined ? {} : { position: options.positionOf(index) }),
  }
  const broken = effect === 'can' ? whatIsMissing(row, options) : whatIsOpen(row, options)
  return broken ? { ...base, state: 'broken', ...broken } : { ...base, state: 'holds', at: [] }
}

const shortList = (list: readonly string[]) =>
  list.length > 4 ? `${list.slice(0, 3).join(', ')} and ${list.length - 3} more` : list.join(', ')

type Broken = Pick<AccessResult, 'detail' | 'at'>

/** The actions a row's patterns mean. */
export function actionsOfRow({ actions }: Pick<AccessRow, 'actions'>, index: ActionIndex): Map<string, readonly string[]> {
  return new Map(
    actions.map((pattern) => [
      pattern,
      pattern === 'write' ? actionsOfLevels(index, ['Write', 'Tagging', 'Permissions management']) : expandAction(index, pattern),
    ]),
  )
}

interface Asking {
  name: string
  role: RoleAccess | undefined
  /** For a run, one caller for each form its token can have. */
  callers: readonly Caller[]
}

function askers({ who, effect }: AccessRow, { model, partition }: MatrixOptions): Asking[] {
  if ('run' in who) return [{ name: who.text, role: undefined, callers: runCallers(who.run, model.account, partition) }]
  return model.roles
    .filter((role) => who.roles.includes(role.name))
    .map((role) => ({ name: role.name, role, callers: [roleCaller(role, model.account, effect)] }))
}

/** For `can`: a request that is refused. */
function whatIsMissing(row: AccessRow, options: MatrixOptions): Broken | undefined {
  const actions = [...actionsOfRow(row, options.index).values()].flat()
  for (const asking of askers(row, options)) {
    for (const action of actions) {
      // A run has one form of the token; which, only GitHub knows, and one that is let in is enough.
      const refused = asking.callers.map((caller) =>
        findRequest(questionOf(row, caller, action, asking, options), ({ decision }) => decision !== 'allowed', { free: false }),
      )
      const [first] = refused
      if (first && refused.every((witness) => witness !== undefined)) return refusal(asking, action, first, options)
    }
  }
  return undefined
}

/** For `cannot`: a request that is allowed. */
function whatIsOpen(row: AccessRow, options: MatrixOptions): Broken | undefined {
  const wanted = new Set([...actionsOfRow(row, options.index).values()].flat())
  for (const asking of askers(row, options)) {
    const open: { action: string; witness: Witness }[] = []
    for (const caller of asking.callers) {
      const alike = new Map<string, Witness | undefined>()
      const policies = policiesOf(row, caller, options)
      const statements = policies.flatMap((policy) => policy.statements)
      const granting = policies.filter((policy) => policy !== caller.policies.boundary)
      for (const action of allowable(granting, wanted, options.index)) {
        const question = questionOf(row, caller, action, asking, options)
        const key = signature(statements, action, options.index)
        if (!alike.has(key))
          alike.set(
            key,
            findRequest(question, ({ decision }) => decision === 'allowed', { free: true }),
          )
        const witness = alike.get(key)
        if (witness) open.push({ action, witness })
      }
    }
    const [first] = open
    if (first) return opening(asking, first.witness, [...new Set(open.map(({ action }) => action))], options)
  }
  return undefined
}

function questionOf(row: AccessRow, caller: Caller, action: string, { role }: Asking, { model }: MatrixOptions): Question {
  const self = (pattern: string) => (pattern === 'self' && role ? role.arn : pattern)
  return {
    caller,
    action,
    on: row.on.length > 0 ? row.on.map(self) : ['*'],
    except: row.except.map(self),
    when: row.when,
    policyOf: (resource) => policyOf(resource, model),
    account: model.account,
  }
}

/** The policy of a bucket speaks for its objects, the trust policy of a role for becoming it. */
function policyOf(resource: string, { resources, roles }: AccessModel): LocatedPolicy | undefined {
  const own = resources.get(resource) ?? roles.find((role) => role.arn === resource)?.trust
  const slash = resource.indexOf('/')
  return own ?? (slash < 0 || !resource.includes(':s3:') ? undefined : resources.get(resource.slice(0, slash)))
}

/** Policies that a question of the row may have to do with. */
function policiesOf(row: AccessRow, caller: Caller, { model }: MatrixOptions) {
  const { identity, boundary } = caller.policies
  const isAsked = (arn: string) =>
    row.on.length === 0 || row.on.some((pattern) => pattern === 'self' || (commonArn(pattern, arn) ?? commonArn(pattern, `${arn}/*`)))
  const own = [...model.resources].filter(([arn]) => isAsked(arn)).map(([, policy]) => policy)
  const trusts = model.roles.filter(({ arn }) => isAsked(arn)).map(({ trust }) => trust)
  return [...identity, ...(boundary ? [boundary] : []), ...own, ...trusts]
}

/** The wanted actions that some statement allows at all: the others need no search. */
function allowable(policies: readonly NamedPolicy[], wanted: ReadonlySet<string>, index: ActionIndex): string[] {
  const allowing = policies.flatMap(({ statements }) => statements.filter(({ effect }) => effect === 'Allow'))
  if (allowing.some(({ notActions }) => notActions)) return [...wanted]
  const allowed = new Set(allowing.flatMap((statement) => [...named(statement, index)]))
  return [...allowed].filter((action) => wanted.has(action)).sort()
}

const expanded = new WeakMap<Statement, ReadonlySet<string>>()

/** The actions a statement names, or excepts. */
function named(statement: Statement, index: ActionIndex): ReadonlySet<string> {
  let actions = expanded.get(statement)
  if (!actions) {
    actions = new Set((statement.actions ?? statement.notActions ?? []).flatMap((pattern) => expandAction(index, pattern)))
    expanded.set(statement, actions)
  }
  return actions
}

/** Actions of a service that the same statements speak of are decided alike. */
function signature(statements: readonly Statement[], action: string, index: ActionIndex): string {
  const matched = statements.map((statement) => (named(statement, index).has(action) === (statement.actions !== undefined) ? '1' : '0'))
  return `${action.split(':')[0]} ${matched.join('')}`
}

function opening(asking: Asking, { resource, context, decided }: Witness, actions: readonly string[], options: MatrixOptions): Broken {
  return {
    detail: `${asking.name} can ${shortList(actions)} on ${resource}${whenText(context, asking)}`,
    at: decided.by.map(({ policy, statement }) => statementAt(asking, policy, statement, resource, options)),
  }
}

const SILENCE: Readonly<Record<Layer, string>> = {
  identity: 'no policy of it allows that',
  boundary: 'its permissions boundary does not allow that',
  session: 'the session policy does not allow that',
  resource: 'the policy of the resource does not allow that',
}

function refusal(asking: Asking, action: string, { resource, decided }: Witness, options: MatrixOptions): Broken {
  const asked = `${asking.name} cannot ${action} on ${resource}`
  if (decided.decision === 'explicit-deny') {
    const at = decided.by.map(({ policy, statement }) => statementAt(asking, policy, statement, resource, options))
    return { detail: `${asked}: it is denied`, at }
  }
  const place = asking.role ?? options.model.roles.find((role) => role.arn === resource)
  return {
    detail: `${asked}: ${decided.missing.map((layer) => SILENCE[layer]).join(', and ')}`,
    at: place ? [{ text: place.name, position: place.position }] : [],
  }
}

/** The conditions of a request that do not go without saying. */
function whenText(context: Readonly<Record<string, readonly string[]>>, { callers }: Asking): string {
  const given = new Set(['aws:ResourceAccount', ...callers.flatMap(({ pinned }) => Object.keys(pinned))])
  const parts = Object.entries(context)
    .filter(([key, values]) => !given.has(key) && values.length > 0)
    .map(([key, values]) => `${key} is ${values.join(' and ')}`)
  return parts.length > 0 ? ` when ${parts.join(', ')}` : ''
}

function statementAt(
  asking: Asking,
  policy: string,
  statement: Statement,
  resource: string,
  { model }: MatrixOptions,
): AccessResult['at'][number] {
  const { role } = asking
  const boundary = role?.boundary && 'positionOf' in role.boundary ? [role.boundary] : []
  const own = policyOf(resource, model)
  const found = [...(role?.identity ?? []), ...boundary, ...(own ? [own] : [])].find(
    ({ name, statements }) => name === policy && statements.includes(statement),
  )
  const name = `${policy}, ${statement.sid ?? `statement ${statement.index + 1}`}`
  if (found) return { text: name, position: found.positionOf(statement.index) }
  // A managed policy whose text is AWS's: the role that has it is the place to look.
  return { text: `${policy}, whose text is not in the templates`, position: role?.position ?? { file: '', line: 1, column: 1 } }
}
