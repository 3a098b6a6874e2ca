import { splitArn } from './match.ts'
import type { Principal, Statement } from './policy.ts'

/**
 * How a statement's principal element names the caller. It decides what else must agree: a grant to the caller itself stands alone in
 * its account, one to the session's role still needs the boundary, one to the account only lets the account's own policies speak.
 */
export type PrincipalMatch = 'caller' | 'role' | 'account'

/**
 * How a statement names the caller; undefined when it does not. Without a caller it is about whoever has the policy. Where there is one,
 * a statement without a principal element is none of a resource's policy, and grants nobody anything.
 */
export function principalMatch(statement: Statement, caller: Principal | undefined): PrincipalMatch | undefined {
  if (caller === undefined) return 'caller'
  if (statement.principals) return best(statement.principals.map((candidate) => one(candidate, caller)))
  // An account excepts itself, not everyone in it: whoever is meant must be named (IAM User Guide, "NotPrincipal with Deny").
  const excepted = (candidate: Principal) => ['caller', 'role'].includes(one(candidate, caller) ?? '')
  return statement.notPrincipals && !statement.notPrincipals.some(excepted) ? 'caller' : undefined
}

function best(matches: readonly (PrincipalMatch | undefined)[]): PrincipalMatch | undefined {
  return (['caller', 'role', 'account'] as const).find((match) => matches.includes(match))
}

function one(candidate: Principal, caller: Principal): PrincipalMatch | undefined {
  // `"*"` and `{ "AWS": "*" }` mean the same: everyone, also callers without an identity.
  if (candidate.value === '*' && (candidate.type === '*' || candidate.type === 'AWS' || candidate.type === caller.type)) return 'caller'
  if (candidate.type !== caller.type) return undefined
  // A role stands for any session of its own.
  if (candidate.value === caller.value) return caller.type === 'AWS' && /:role\//.test(caller.value) ? 'role' : 'caller'
  if (candidate.type !== 'AWS') return undefined
  const account = accountOf(candidate.value)
  if (account !== undefined) return account === accountOfArn(caller.value) ? 'account' : undefined
  const role = roleOfSession(caller.value)
  return role !== undefined && sameRole(candidate.value, role) ? 'role' : undefined
}

/** The account a principal value names as a whole: `123456789012` or `arn:aws:iam::123456789012:root`. */
function accountOf(value: string): string | undefined {
  return /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(value)?.[1]
}

/** The account in an ARN; undefined when there is none. */
export function accountOfArn(arn: string): string | undefined {
  const account = splitArn(arn)?.[4]
  return account === '' ? undefined : account
}

interface RoleName {
  partition: string
  account: string
  name: string
}

/** The role behind `arn:aws:sts::…:assumed-role/name/session`. Sessions do not show the role's path. */
function roleOfSession(arn: string): RoleName | undefined {
  const [, partition, account, name] = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\/[^/]+$/.exec(arn) ?? []
  return partition && account && name ? { partition, account, name } : undefined
}

function sameRole(arn: string, { partition, account, name }: RoleName): boolean {
  const match = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn)
  return match?.[1] === partition && match[2] === account && match[3]?.toLowerCase() === name.toLowerCase()
}
