import type { ActionIndex } from '../iam/actions.ts'
import { isBecoming } from '../iam/unchangeable.ts'
import type { AccessRow } from '../model/access.ts'
import type { Gap } from './from-account.ts'
import { actionsOfRow } from './matrix.ts'
import type { AccessModel } from './model.ts'
import { hasPolicies, mayCarryPolicy } from './policy-carriers.ts'

/**
 * Resources of the account that a row names and whose own policy was not read there: tables and functions, keys beside the log key, roles
 * that are not designed. Such a policy may let the caller in by itself, so that a `cannot` on it is not proven by the rest.
 */
export function unseenOf(row: AccessRow, model: AccessModel, index: ActionIndex): Gap[] {
  const named = [...new Set(row.on.flatMap((pattern) => resourceNamed(pattern) ?? []))].filter(
    (arn) => mayCarryPolicy(arn) && !isSeen(arn, model),
  )
  if (named.length === 0) return []
  const actions = [...actionsOfRow(row, index).values()].flat()
  return named.flatMap((arn): Gap[] => {
    const [, , service = '', , owner] = arn.split(':')
    const isOwn = owner === '' || owner === model.account
    const isAsked = (action: string) =>
      service === 'iam'
        ? isBecoming(action) && arn.includes(':role/')
        : hasPolicies(action, index) && action.toLowerCase().startsWith(`${service}:`)
    return isOwn && actions.some(isAsked)
      ? [{ arn, state: 'unread', reason: 'its own policy was not read, and may let in whom it names' }]
      : []
  })
}

function isSeen(arn: string, { resources, roles }: AccessModel): boolean {
  return resources.has(arn) || roles.some((role) => role.arn === arn)
}

/** What has the policy for all that is in it: an index of a table, a version of a function, a path of an API. */
const WITHIN =
  /^(arn:[^:]*:(?:(?:dynamodb|es|kinesis):[^:]*:[^:]*:(?:table|domain|stream)\/|lambda:[^:]*:[^:]*:function:|execute-api:[^:]*:[^:]*:)[^/:*?]+)[/:].*$/

/** The one resource that a pattern is about: the bucket of objects, the secret before what AWS puts behind its name; undefined for many. */
function resourceNamed(pattern: string): string | undefined {
  const name = pattern.includes(':s3:::') ? pattern.split('/')[0] : pattern.replace(/-\?{6}$|-\*$/, '').replace(WITHIN, '$1')
  return name?.startsWith('arn:') && !/[*?]/.test(name) ? name : undefined
}
