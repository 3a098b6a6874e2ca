import { ANY, type Asked, type Holder, mayDo, sessionOf, whenText } from '../iam/ask.ts'
import type { NamedPolicy } from '../iam/authorize.ts'
import { actionMatches } from '../iam/evaluate.ts'
import { parsePolicy, type Statement } from '../iam/policy.ts'
import type { FoundRequest } from '../iam/search/find-request.ts'
import { readValue } from '../model/evidence.ts'
import type { Facts, PolicyText, RoleFacts } from '../model/facts.ts'
import { need } from './define.ts'

/** Reads of what a role's policies grant. */
export const GRANTS_READS = [
  'iam:ListRolePolicies',
  'iam:GetRolePolicy',
  'iam:ListAttachedRolePolicies',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
]

/** Reads of everything that says what a role may do, its boundary too. */
export const RIGHTS_READS = ['iam:GetRole', ...GRANTS_READS]

type Place = Pick<Facts, 'account' | 'partition' | 'region'>

/** An ARN that nobody named, for questions about everything of a kind. */
export function anyOf({ account, partition, region }: Place, service: string, rest = ''): string {
  if (service === 's3') return `arn:${partition}:s3:::${ANY}/${ANY}`
  return `arn:${partition}:${service}:${service === 'iam' ? '' : region}:${account}:${rest}${ANY}`
}

const parsed = new WeakMap<PolicyText, NamedPolicy>()

function namedPolicy(policy: PolicyText): NamedPolicy {
  const known = parsed.get(policy) ?? { name: policy.name.split('/').at(-1) ?? policy.name, statements: parsePolicy(policy.document) }
  parsed.set(policy, known)
  return known
}

/** The policies of a role, AWS's among them as far as they could be read. */
export function policiesOf(role: RoleFacts): NamedPolicy[] {
  return [...need(role.policies), ...(readValue(role.managed) ?? [])].map(namedPolicy)
}

/** What nothing that nobody named has: an alias, or tags that a policy asks for. */
function withoutMarks(policies: readonly NamedPolicy[]): Record<string, readonly string[]> {
  const keys = policies.flatMap(({ statements }) => statements.flatMap(({ conditions }) => conditions.map(({ key }) => key)))
  return Object.fromEntries(keys.filter((key) => MARKS.test(key)).map((key): [string, readonly string[]] => [key, []]))
}

const MARKS = /^(?:aws|\w+):(?:resourcetag\/|existingobjecttag\/|resourcealiases$)/i

/** By its policies alone, whatever the boundary leaves of them. No answer where AWS's own policies could not be read and could decide. */
export function grantedTo(role: RoleFacts, asked: Asked, account: string): FoundRequest | undefined {
  const policies = policiesOf(role)
  const found = asks(role, { policies, boundary: undefined }, asked, account)
  if (!found) need(role.managed)
  return found
}

/** What is left by the permissions boundary. Asked for only where the policies alone allow it. */
export function mayRole(role: RoleFacts, asked: Asked, account: string): FoundRequest | undefined {
  need(role.role)
  const granted = grantedTo(role, asked, account)
  if (!granted) return undefined
  const boundary = need(role.boundary)
  if (!boundary) return granted
  return asks(role, { policies: policiesOf(role), boundary: namedPolicy(boundary) }, asked, account)
}

function asks(
  { arn }: RoleFacts,
  { policies, boundary }: Pick<Holder, 'policies' | 'boundary'>,
  asked: Asked,
  account: string,
): FoundRequest | undefined {
  if (!policies.some(({ statements }) => statements.some((one) => one.effect === 'Allow' && actionMatches(one, asked.action))))
    return undefined
  const fixed = { ...withoutMarks(policies), ...asked.fixed }
  return mayDo({ arn, principal: sessionOf(arn), policies, boundary }, { ...asked, fixed }, account, handedBy(asked.action, account))
}

/** A key is used by whoever its own policy lets; nearly every one hands that to the policies of its account. */
function handedBy(action: string, account: string): NamedPolicy | undefined {
  if (!action.startsWith('kms:')) return undefined
  const Statement = { Effect: 'Allow', Principal: { AWS: account }, Action: 'kms:*', Resource: '*' }
  return { name: 'key policy', statements: parsePolicy({ Version: '2012-10-17', Statement }) }
}

/** By which statements, and when. */
export function byWhat({ decided, ...request }: FoundRequest): string {
  const names = decided.by
    .filter(({ layer }) => layer === 'identity')
    .map(({ policy, statement }) => `${policy}, ${statementName(statement)}`)
  return `${[...new Set(names)].join(' and ')}${whenText({ decided, ...request })}`
}

export function statementName({ sid, index }: Statement): string {
  return sid ?? `statement ${index + 1}`
}
