import { evaluatePolicy, unmetConditions } from '../../iam/evaluate.ts'
import { parsePolicy } from '../../iam/policy.ts'
import type { Publisher } from './publishers.ts'

/** Why a resource's policy does not let a publisher do something; undefined where it does. */
export function whyNot(document: string, { service, what, context }: Publisher, action: string, resource: string): string | undefined {
  const statements = parsePolicy(document)
  const request = { action, resource, context, principal: { type: 'Service' as const, value: service } }
  const { decision, statements: deciding } = evaluatePolicy(statements, request)
  if (decision === 'allowed') return undefined
  if (decision === 'explicit-deny')
    return `${what} is denied ${action} by statement ${deciding.map(({ sid, index }) => sid ?? index + 1).join(', ')}`
  const unmet = unmetConditions(statements, request)
  if (unmet.length === 0) return `no statement lets ${what} call ${action}`
  const conditions = unmet.map(
    ({ statement, condition, actual }) =>
      `${statement.sid ?? statement.index + 1} asks for ${condition.key}, which ${actual === undefined ? 'it does not bring' : `is ${actual.join(', ')}`}`,
  )
  return `${what} cannot call ${action}: ${conditions.join('; ')}`
}
