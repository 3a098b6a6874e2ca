import type { ActionIndex } from '../iam/actions.ts'
import { compareStatements, type GrantText } from '../iam/compare.ts'
import { managedAtMost, mayDeny } from '../iam/managed.ts'
import { commonText } from '../iam/patterns.ts'
import type { Statement } from '../iam/policy.ts'
import type { AccessChange } from '../model/plan.ts'

/** A policy or boundary that a role names by ARN. */
export interface Attached {
  /** As the template has it, intrinsics as text. */
  written: string
  /** What it stands for: two that stand for the same are one. */
  arn: string
  /** The text, where it stands in the same template. */
  statements: readonly Statement[] | undefined
}

/** A permissions boundary grants nothing: it denies what is outside it. */
export function boundaryChanges(subject: string, old: Attached | undefined, now: Attached | undefined): AccessChange[] {
  if (old?.arn === now?.arn) return []
  const isTwin = old !== undefined && now !== undefined && shortName(old) === shortName(now)
  const line = (boundary: Attached | undefined, change: 'added' | 'removed'): AccessChange[] =>
    boundary === undefined
      ? []
      : [
          {
            subject,
            change,
            effect: 'Deny',
            // Two of the same name in other accounts or paths are told apart by the whole of it.
            text: `everything outside the boundary ${isTwin ? boundary.arn : shortName(boundary)}`,
            widens: change === 'removed',
          },
        ]
  return [...line(now, 'added'), ...line(old, 'removed')]
}

interface Around {
  index: ActionIndex
  /** What inline policies say as deployed: what they allow already, no policy adds. */
  inline: readonly Statement[]
  concrete: { before(text: string): string; after(text: string): string }
  boundary: Attached | undefined
}

/** Policies that are attached by ARN: what they reach at most, where that is known, and what caps it. */
export function managedChanges(
  subject: string,
  { old, now }: { old: readonly Attached[]; now: readonly Attached[] },
  around: Around,
): AccessChange[] {
  const beside = (list: readonly Attached[], others: readonly Attached[]) =>
    list.filter(({ arn }) => !others.some((other) => other.arn === arn))
  return [
    ...beside(now, old).flatMap((policy) => attached(subject, policy, around)),
    ...beside(old, now).flatMap((policy) => detached(subject, policy)),
  ]
}

function attached(subject: string, policy: Attached, { index, concrete, inline, boundary }: Around): AccessChange[] {
  const reach = statementsOf(policy)
  const allowed = reach?.filter(({ effect }) => effect === 'Allow')
  const grows =
    !allowed || compareStatements(inline, allowed, { index, concrete }).some(({ change }) => change === 'added' || change === 'widened')
  const cap = boundary ? `, within the boundary ${shortName(boundary)}` : ''
  return [
    { subject, change: 'added', effect: 'Allow', text: `everything in ${shortName(policy)}${reachText(reach)}${cap}`, widens: grows },
    ...denials(subject, policy, 'added'),
  ]
}

function detached(subject: string, policy: Attached): AccessChange[] {
  const reach = statementsOf(policy)
  // Of a policy that is not known here, nobody can say that it only allowed.
  const hasDenied = reach === undefined && mayDeny(policy.arn)
  const unknown = hasDenied ? ', whose text is not known here: it may have denied something' : ''
  return [
    { subject, change: 'removed', effect: 'Allow', text: `everything in ${shortName(policy)}${unknown}`, widens: hasDenied },
    ...denials(subject, policy, 'removed'),
  ]
}

/** What a policy of the same template denies comes and goes with it. */
function denials(subject: string, policy: Attached, change: 'added' | 'removed'): AccessChange[] {
  const denies = (policy.statements ?? []).some(({ effect }) => effect === 'Deny')
  return denies ? [{ subject, change, effect: 'Deny', text: `what ${shortName(policy)} denies`, widens: change === 'removed' }] : []
}

/** What a policy allows: its text, or the most that AWS's policy of this name does; undefined where that may be anything. */
function statementsOf({ arn, statements }: Attached): readonly Statement[] | undefined {
  if (statements) return statements
  const most = managedAtMost(arn)
  return most.some(({ actions }) => actions?.includes('*')) ? undefined : most
}

/** Names of the policies that may still allow something of what inline statements no longer do: their actions meet. */
export function mayStillAllow(policies: readonly Attached[], { actions, allBut }: GrantText): string[] {
  // The actions of a grant may be patterns, of any length of list: where it is everything but some, anything meets it.
  const meets = (pattern: string) =>
    allBut !== undefined || actions.some((action) => commonText(pattern.toLowerCase(), action.toLowerCase()) !== undefined)
  const allows = ({ effect, actions: patterns }: Statement) => effect === 'Allow' && (patterns === undefined || patterns.some(meets))
  return policies.filter((policy) => (policy.statements ?? managedAtMost(policy.arn)).some(allows)).map(shortName)
}

function shortName({ written, arn }: Attached): string {
  return (arn.startsWith('arn:') ? arn : written).split('/').at(-1) ?? written
}

function reachText(reach: readonly Statement[] | undefined): string {
  if (!reach) return ', which may be anything'
  const actions = [...new Set(reach.filter(({ effect }) => effect === 'Allow').flatMap((statement) => statement.actions ?? []))]
  const more = actions.length - MOST_ACTIONS
  const shown = more > 0 ? `${actions.slice(0, MOST_ACTIONS).join(', ')} and ${more} more` : actions.join(', ')
  return shown === '' ? '' : ` (at most ${shown})`
}

const MOST_ACTIONS = 8
