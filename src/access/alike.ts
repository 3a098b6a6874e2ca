import { resourcesOf } from '../iam/action-resources.ts'
import { type ActionIndex, expandAction } from '../iam/actions.ts'
import { isAlwaysAllowed } from '../iam/authorize.ts'
import type { Statement } from '../iam/policy.ts'
import { unchangeable } from '../iam/unchangeable.ts'
import type { Caller } from './callers.ts'
import type { AccessModel } from './model.ts'

/** Statements that requests of a caller may have to do with. */
export function statementsOf(caller: Caller, { resources, roles, resourceControl }: AccessModel) {
  const { identity, boundary, session, serviceControl = [] } = caller.policies
  const own = [...resources.values(), ...roles.map(({ trust }) => trust)]
  const granting = [...identity, ...own].flatMap(({ statements }) => statements)
  const limits = [boundary, session, ...serviceControl.flat(), ...resourceControl.flat()].flatMap((policy) => policy?.statements ?? [])
  return { granting, all: [...granting, ...limits] }
}

/** The wanted actions that some statement allows at all: the others need no search. */
export function allowable(granting: readonly Statement[], wanted: ReadonlySet<string>, index: ActionIndex): string[] {
  const allowing = granting.filter(({ effect }) => effect === 'Allow')
  if (allowing.some(({ notActions }) => notActions)) return [...wanted]
  const allowed = new Set<string>()
  for (const statement of allowing) {
    if (allowed.size === wanted.size) break
    const actions = named(statement, index)
    // The shorter of the two is walked: a statement may name every action of AWS, and so may a row.
    const [few, many] = actions.size < wanted.size ? [actions, wanted] : [wanted, actions]
    for (const action of few) if (many.has(action)) allowed.add(action)
  }
  return [...wanted].filter((action) => allowed.has(action) || isAlwaysAllowed(action)).sort()
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

/** Whether a statement has actions of a service in it; the others say nothing about any of them. */
export function maySpeakOf({ actions }: Statement, service: string): boolean {
  return !actions || actions.some((pattern) => /^[^:]*[*?]/.test(pattern) || pattern.toLowerCase().startsWith(`${service}:`))
}

/** Actions of a service that the same statements speak of are decided alike. */
export function signature(statements: readonly Statement[], action: string, index: ActionIndex): string {
  const matched = statements.map((statement) => (named(statement, index).has(action) === (statement.actions !== undefined) ? '1' : '0'))
  const about = resourcesOf(index, action)?.within.join(' ')
  return `${action.split(':')[0]} ${isAlwaysAllowed(action)} ${unchangeable(action).join()} ${matched.join('')} ${about}`
}
