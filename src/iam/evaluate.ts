import { conditionHolds, expandVariables, type RequestContext } from './conditions.ts'
import { matchesAction, matchesArn } from './match.ts'
import type { Condition, Principal, Statement } from './policy.ts'
import { type PrincipalMatch, principalMatch } from './principals.ts'

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

/** Decides one policy on its own: an explicit deny wins, then an allow, and silence is a deny. For all policies together: `authorize`. */
export function evaluatePolicy(statements: readonly Statement[], request: AccessRequest): Decision {
  const matching = statements.filter((statement) => statementMatch(statement, request) !== undefined)
  const denying = matching.filter((statement) => statement.effect === 'Deny')
  if (denying.length > 0) return { decision: 'explicit-deny', statements: denying }
  return matching.length > 0 ? { decision: 'allowed', statements: matching } : { decision: 'implicit-deny', statements: [] }
}

/** Whether a statement applies to a request, and how it names the caller. */
function statementMatch(statement: Statement, request: AccessRequest): PrincipalMatch | undefined {
  return statementApplies(statement, request) ? principalMatch(statement, request.principal) : undefined
}

/** Whether a statement is about a request, whoever asks. */
export function statementApplies(statement: Statement, request: AccessRequest): boolean {
  return (
    actionMatches(statement, request.action) &&
    resourceMatches(statement, request) &&
    statement.conditions.every((condition) => conditionHolds(condition, request.context, statement))
  )
}

/** What has been asked of a statement: a search asks the same of it again and again. */
const asked = new WeakMap<Statement, Map<string, boolean>>()

export function actionMatches(statement: Statement, action: string): boolean {
  const known = asked.get(statement) ?? new Map<string, boolean>()
  const answer = known.get(action) ?? namesAction(statement, action)
  if (known.size === 0) asked.set(statement, known)
  known.set(action, answer)
  return answer
}

function namesAction(statement: Statement, action: string): boolean {
  if (statement.actions) return statement.actions.some((pattern) => matchesAction(pattern, action))
  return statement.notActions ? !statement.notActions.some((pattern) => matchesAction(pattern, action)) : false
}

export function resourceMatches(statement: Statement, { resource, context }: Pick<AccessRequest, 'resource' | 'context'>): boolean {
  const patterns = statement.resources ?? statement.notResources
  // Trust policies name no resource: they are about the role they belong to.
  if (!patterns) return true
  const expanded = patterns.map((pattern) => (statement.variables ? expandVariables(pattern, context) : pattern))
  // A variable without a value matches nothing, so that it excepts nothing either.
  const matches = expanded.some((pattern) => pattern !== undefined && matchesArn(wholeArn(pattern), resource))
  return matches === (statement.resources !== undefined)
}

/** A pattern of a `Resource` with the parts that it leaves out: AWS reads `arn:aws:sqs` as `arn:aws:sqs:*:*:*`. */
export function wholeArn(pattern: string): string {
  const parts = pattern.split(':').length
  return pattern.startsWith('arn:') && parts < 6 ? pattern + ':*'.repeat(6 - parts) : pattern
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
        statement.effect === 'Allow' &&
        actionMatches(statement, request.action) &&
        principalMatch(statement, request.principal) !== undefined,
    )
    .flatMap((statement) =>
      statement.conditions
        .filter((condition) => !conditionHolds(condition, request.context, statement))
        .map((condition) => ({ statement, condition, actual: request.context.get(condition.key.toLowerCase()) })),
    )
}
