import type { Statement } from '../iam/policy.ts'
import { conditionsOn } from './policies.ts'

/** Whether a grant holds for named trails, this one among them: without the condition any account's trail could use it (the confused deputy). */
export function pinnedTo(statement: Statement, trailArn: string | undefined): boolean {
  return conditionsOn(statement, 'aws:SourceArn').some(
    (condition) =>
      /^(?:StringEquals|ArnEquals|ArnLike|StringLike)$/.test(condition.operator) &&
      condition.values.every((value) => !/[*?]/.test(value)) &&
      (trailArn === undefined || condition.values.includes(trailArn)),
  )
}
