import type { ActionIndex } from '../iam/actions.ts'
import type { NamedPolicy } from '../iam/authorize.ts'
import { literal } from '../iam/match.ts'
import { commonArn } from '../iam/patterns.ts'
import { parsePolicy } from '../iam/policy.ts'
import { isBecoming } from '../iam/unchangeable.ts'
import type { AccessRow } from '../model/access.ts'
import type { AccessModel, ResourceAccess } from './model.ts'
import { hasPolicies, mayCarryPolicy } from './policy-carriers.ts'

/** Resources that have the same policy and owner, so that one search decides for all of them. */
export interface Place {
  /** Patterns of its resources. */
  within: readonly string[]
  except: readonly string[]
  owner: string
  isOwn: boolean
  policy: NamedPolicy | undefined
  /** Tags of its resource, where they are known. */
  tags: Readonly<Record<string, string>>
  /** Whether the policy is known. What is not counts as letting the account's own policies decide, as most do that nobody has changed. */
  isKnown: boolean
}

const serviceOf = (action: string) => action.slice(0, action.indexOf(':')).toLowerCase()

/** Stands for every account but one's own; what is asked of its number is asked of `aws:ResourceAccount`. */
const ANOTHER = '999999999999'

/** A place for each resource of the action's service whose policy is known, and for all others in this account and in another one. */
export function placesOf(
  { model, index }: { model: AccessModel; index: ActionIndex },
  action: string,
  on: readonly string[],
  effect: AccessRow['effect'],
): Place[] {
  const { account } = model
  const service = serviceOf(action)
  const policies: readonly (readonly [string, ResourceAccess])[] = isBecoming(action)
    ? model.roles.map(({ arn, trust }) => [arn, trust])
    : [...model.resources].filter(([arn]) => arn.split(':')[2] === service)
  const known = policies.map(([arn, policy]): Place => {
    const within = service === 's3' ? [arn, `${arn}/*`] : [arn]
    return { within, except: [], owner: account, isOwn: true, policy, tags: policy.tags ?? {}, isKnown: true }
  })
  const elsewhere = {
    except: known.flatMap(({ within }) => within),
    isKnown: !hasPolicies(action, index) || !on.some(mayCarryPolicy),
    tags: {},
  }
  const ofAccount = (owner: string) => `arn:*:*:*:${owner}:*`
  const another: Place = {
    within: ['arn:*'],
    except: [...elsewhere.except, ofAccount(account), ofAccount('aws')],
    owner: ANOTHER,
    isOwn: false,
    policy: letting(account),
    tags: {},
    isKnown: false,
  }
  const asked = known.filter(({ within }) => within.some((pattern) => on.some((other) => commonArn(pattern, other) !== undefined)))
  // What is asked about is there, and nothing else.
  if (on.every((pattern) => asked.some(({ within }) => within.includes(pattern)))) return asked
  return [
    ...asked,
    {
      ...elsewhere,
      within: [...['', account, 'aws'].map(ofAccount), literal('*')],
      owner: account,
      isOwn: true,
      policy: isBecoming(action) ? undefined : letting(account),
    },
    ...(effect === 'can' && !on.some((pattern) => namesAnother(pattern, account)) ? [] : [another]),
  ]
}

/** Name of a resource's policy that nobody has shown. */
export const UNKNOWN_POLICY = 'the policy of the resource, which is not known and taken to let IAM decide'

/** Whether a pattern is about resources of another account: `can` on anything means one's own. */
function namesAnother(pattern: string, account: string): boolean {
  const owner = pattern.split(':')[4] ?? ''
  return /^\d{12}$/.test(owner) && owner !== account
}

/** What a resource's policy says that leaves it to the account's. */
function letting(account: string): NamedPolicy {
  const statement = { Effect: 'Allow', Principal: { AWS: account }, Action: '*', Resource: '*' }
  return { name: UNKNOWN_POLICY, statements: parsePolicy({ Statement: statement }) }
}
