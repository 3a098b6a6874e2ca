import { actionMatches } from '../iam/evaluate.ts'
import { matchesArn } from '../iam/match.ts'
import { type Condition, parsePolicy, type Statement } from '../iam/policy.ts'
import type { RoleFacts } from '../model/facts.ts'
import { need } from './define.ts'

/** Statements of every policy a role carries itself; AWS's managed policies are judged by name. */
export function statementsOfRole(role: RoleFacts): Statement[] {
  return need(role.policies).flatMap((policy) => parsePolicy(policy.document))
}

export function trustOf(role: RoleFacts): Statement[] {
  return parsePolicy(need(role.role).AssumeRolePolicyDocument)
}

export function isEveryone(statement: Statement): boolean {
  return (statement.principals ?? []).some((principal) => principal.value === '*') || statement.notPrincipals !== undefined
}

/** Conditions on a key, whatever the operator. */
export function conditionsOn(statement: Statement, key: string): Condition[] {
  return statement.conditions.filter((condition) => condition.key.toLowerCase() === key.toLowerCase())
}

/** A positive condition limits: `StringEquals`, `StringLike`, `ArnLike` and the like, not `…Not…` and not `…IfExists`. */
export function limits(condition: Condition): boolean {
  return !/Not|IfExists|^ForAllValues:|^Null$/.test(condition.operator) && condition.values.every((value) => value !== '*')
}

export function allows(statement: Statement, action: string): boolean {
  return statement.effect === 'Allow' && actionMatches(statement, action)
}

export function coversResource(statement: Statement, arn: string): boolean {
  return (statement.resources ?? []).some((pattern) => matchesArn(pattern, arn))
}

/** How a statement is called in a message: its Sid, or its place. */
export function nameOf(statement: Statement): string {
  return statement.sid ? `"${statement.sid}"` : `${statement.index + 1}`
}

export function namesService(statement: Statement, service: string): boolean {
  return (statement.principals ?? []).some((principal) => principal.type === 'Service' && principal.value === service)
}

/** The trust may name these services and nobody else. */
export function trustComplaints(role: RoleFacts, services: readonly string[]): string[] {
  const allowed = trustOf(role).filter((statement) => statement.effect === 'Allow')
  const strangers = allowed.flatMap((statement) =>
    isEveryone(statement)
      ? ['everyone']
      : (statement.principals ?? [])
          .filter((principal) => principal.type !== 'Service' || !services.includes(principal.value))
          .map((principal) => principal.value),
  )
  const missing = allowed.length === 0 ? ['it trusts nobody'] : []
  return [...missing, ...[...new Set(strangers)].map((stranger) => `it also trusts ${stranger}`)]
}
