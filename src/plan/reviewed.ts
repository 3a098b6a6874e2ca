import { AuditError } from '../model/errors.ts'
import type { AccessChange, ResourceChange, StackPlan } from '../model/plan.ts'

/** The plans of an earlier `plan`, out of its `results.json`. @throws BAD_INPUT */
export function parseReviewedPlan(text: string, file: string): readonly StackPlan[] {
  const wrong = (why: string) =>
    new AuditError('BAD_INPUT', `${file} is no plan: ${why}.`, {
      remedy: 'Name the results.json that `plan` wrote (`results-path`), kept as an artifact.',
    })
  let report: unknown
  try {
    report = JSON.parse(text)
  } catch (cause) {
    throw wrong(`it is not JSON (${(cause as Error).message})`)
  }
  const { schemaVersion, command, plans } = (report ?? {}) as { schemaVersion?: unknown; command?: unknown; plans?: unknown }
  if (schemaVersion !== 1) throw wrong(`its schemaVersion is ${JSON.stringify(schemaVersion)}, and must be 1`)
  if (command !== 'plan' || !Array.isArray(plans)) throw wrong(`it is of the command ${JSON.stringify(command)}`)
  return plans as StackPlan[]
}

interface Meaning {
  changes: readonly ResourceChange[]
  access: readonly AccessChange[]
}

/** How a plan that is about to be executed differs from the one that was reviewed: nothing, when they mean the same. */
export function differencesFromReviewed(
  reviewed: StackPlan | undefined,
  now: Meaning,
  { adopted }: { adopted: readonly string[] } = { adopted: [] },
): string[] {
  if (!reviewed) return ['the stack is not in the reviewed plan']
  if (reviewed.kind === 'unavailable') return [`the stack could not be planned when it was reviewed (${reviewed.reason})`]
  // An adopted resource is imported first, and changed after: a plan shows the one, a change set the other.
  const told = (meaning: Meaning) =>
    linesOf({ ...meaning, changes: meaning.changes.filter(({ logicalId }) => !adopted.includes(logicalId)) })
  const before = told(reviewed.kind === 'changes' ? reviewed : { changes: [], access: [] })
  const after = told(now)
  return [
    ...after.filter((line) => !before.includes(line)).map((line) => `new: ${line}`),
    ...before.filter((line) => !after.includes(line)).map((line) => `gone: ${line}`),
  ]
}

function linesOf({ changes, access }: Meaning): string[] {
  return [
    ...changes.flatMap(({ action, logicalId, replacement, values = [] }) => [
      `${action.toLowerCase()} ${logicalId}${replacement === 'True' || replacement === 'Conditional' ? ' by replacement' : ''}`,
      ...values.map(({ path, from, to }) => `${logicalId} ${path}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`),
    ]),
    ...access.map(({ subject, change, effect, text }) => `${subject}: ${change} ${effect.toLowerCase()} ${text}`),
  ]
}
