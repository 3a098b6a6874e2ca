import { conditionHolds, expandVariables, type RequestContext } from './conditions.ts'
import { matchesAction, matchesArn } from './match.ts'
import type { Condition, Principal, Statement } from './policy.ts'

export interface AccessRequest {
  action: string
  resource: string
  context: RequestContext
  /** Who asks, for policies that name principals: `{ type: 'Service', value: 'cloudtrail.amazonaws.com' }`. */
  principal?: Principal
}

export interface Decision {
  decision: 'allowed' | 'explicit-deny' | 'implicit-deny'
  /** The statements that made it: the denying ones, or the allowing ones. */
  statements: readonly Statement[]
}

/** Decides one policy: an explicit deny wins, then an allow, and silence is a deny. */
export function evaluatePolicy(statements: readonly Statement[], request: AccessRequest): Decision {
  const matching = statements.filter((statement) => statementMatches(statement, request))
  const denying = matching.filter((statement) => statement.effect === 'Deny')
  if (denying.length > 0) return { decision: 'explicit-deny', statements: denying }
  return matching.length > 0 ? { decision: 'allowed', statements: matching } : { decision: 'implicit-deny', statements: [] }
}

function statementMatches(statement: Statement, request: AccessRequest): boolean {
  return (
    principalMatches(statement, request.principal) &&
    actionMatches(statement, request.action) &&
    resourceMatches(statement, request) &&
    statement.conditions.every((condition) => conditionHolds(condition, request.context))
  )
}

export function actionMatches(statement: Statement, action: string): boolean {
  if (statement.actions) return statement.actions.some((pattern) => matchesAction(pattern, action))
  return statement.notActions ? !statement.notActions.some((pattern) => matchesAction(pattern, action)) : false
}

function resourceMatches(statement: Statement, { resource, context }: AccessRequest): boolean {
  const covers = (pattern: string) => {
    const expanded = expandVariables(pattern, context)
    return expanded !== undefined && matchesArn(expanded, resource)
  }
  if (statement.resources) return statement.resources.some(covers)
  // Trust policies name no resource: they are about the role they belong to.
  return statement.notResources ? !statement.notResources.some(covers) : true
}

function principalMatches(statement: Statement, principal: Principal | undefined): boolean {
  if (statement.principals) return principal === undefined || statement.principals.some((candidate) => samePrincipal(candidate, principal))
  if (statement.notPrincipals)
    return principal === undefined || !statement.notPrincipals.some((candidate) => samePrincipal(candidate, principal))
  return true
}

function samePrincipal(pattern: Principal, principal: Principal): boolean {
  if (pattern.value === '*') return pattern.type === '*' || pattern.type === principal.type
  if (pattern.type !== principal.type) return false
  if (pattern.value === principal.value) return true
  const account = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(pattern.value)?.[1]
  return pattern.type === 'AWS' && account !== undefined && principal.value.split(':')[4] === account
}

/** A condition that kept a statement from matching, for explaining a refusal. */
export interface UnmetCondition {
  statement: Statement
  condition: Condition
  /** What the request carried; undefined when it carried nothing under that key. */
  actual: readonly string[] | undefined
}

/** Why no `Allow` statement let the request through: for each candidate statement, the conditions that did not hold. */
export function unmetConditions(statements: readonly Statement[], request: AccessRequest): UnmetCondition[] {
  return statements
    .filter(
      (statement) =>
        statement.effect === 'Allow' && actionMatches(statement, request.action) && principalMatches(statement, request.principal),
    )
    .flatMap((statement) =>
      statement.conditions
        .filter((condition) => !conditionHolds(condition, request.context))
        .map((condition) => ({ statement, condition, actual: request.context.get(condition.key.toLowerCase()) })),
    )
}
