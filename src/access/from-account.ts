import { parsePolicy } from '../iam/policy.ts'
import { AuditError } from '../model/errors.ts'
import { type Evidence, failed, mapEvidence, read, readValue, type Unread } from '../model/evidence.ts'
import type { AccessFacts, RoleFacts } from '../model/facts.ts'
import type { AccessModel, LocatedPolicy, OrganizationPolicies, PrincipalAccess, ResourceAccess, RoleAccess } from './model.ts'

/** Something of which the account did not show what it should: rows about it are not decided by the rest alone. */
export interface Gap {
  arn: string
  /**
   * `missing`: AWS says that it is not there. `unread`: nobody here knows. `elsewhere`: another account's, which only that account can read;
   * without identity policies that allow it nobody of this one gets there.
   */
  state: 'missing' | 'unread' | 'elsewhere'
  reason: string
}

export interface AccountAccess {
  model: AccessModel
  gaps: readonly Gap[]
}

/** Who may do what in an account by the documents that were read there, and what could not be read. */
export function documentModel(facts: AccessFacts, account: string, organization: OrganizationPolicies): AccountAccess {
  const roles = facts.roles.map((role) => ({ arn: role.arn, evidence: roleOf(role, facts.managed) }))
  const buckets = facts.buckets.map(({ arn, policy, location }) => ({ arn, evidence: resourceOf('bucket policy', policy, location) }))
  const keys = facts.keys.map(({ arn, policy, description, tags }) => {
    const evidence = resourceOf('key policy', policy, description)
    // Policies ask for a key's tags: without them it is not known who may use it.
    return {
      arn,
      evidence:
        tags.state === 'read' ? mapEvidence(evidence, (one): ResourceAccess => ({ ...one, tags: tags.value })) : worse(evidence, tags),
    }
  })
  const others = facts.others.map(({ arn, policy, itself }) => ({ arn, evidence: resourceOf('resource policy', policy, itself) }))
  const resources = [...buckets, ...keys, ...others]
  const gaps = [...roles, ...resources].flatMap(({ arn, evidence }): Gap[] =>
    evidence.state === 'read' ? [] : [{ arn, state: STATES[evidence.state], reason: evidence.reason }],
  )
  return {
    model: {
      account,
      roles: roles.map(({ arn, evidence }) => readValue(evidence) ?? nobody(arn)),
      users: [],
      resources: new Map(resources.flatMap(({ arn, evidence }) => (evidence.state === 'read' ? [[arn, evidence.value] as const] : []))),
      ...organization,
    },
    gaps,
  }
}

const worse = <T>(evidence: Evidence<T>, other: Unread): Evidence<T> => (evidence.state === 'read' ? other : evidence)

const STATES: Readonly<Record<Unread['state'], Gap['state']>> = {
  absent: 'missing',
  denied: 'unread',
  failed: 'unread',
  undecided: 'elsewhere',
}

/** The policy of a resource; one that has none has one that says nothing. */
function resourceOf(name: string, policy: Evidence<string>, itself: Evidence<unknown>): Evidence<LocatedPolicy> {
  if (itself.state === 'absent') return itself
  return policy.state === 'absent' ? read({ name: `no ${name}`, statements: [], positionOf: nowhere }) : parsed(name, policy)
}

/** A role with all that is attached to it; unread as soon as a part of it is, as the rest alone says too little. */
function roleOf({ arn, name, role, policies, attached }: RoleFacts, managed: AccessFacts['managed']): Evidence<RoleAccess> {
  if (role.state !== 'read') return role
  if (policies.state !== 'read') return policies
  if (attached.state !== 'read') return attached
  const { AssumeRolePolicyDocument, PermissionsBoundaryArn } = role.value
  const own = policies.value.map((policy) => parsed(lastOf(policy.name), read(policy.document)))
  const ofAws = attached.value.filter((policy) => policy.includes(':iam::aws:policy/'))
  const texts = ofAws.map((policy) => ({ policy, text: parsed(lastOf(policy), managed.get(policy) ?? NOT_ASKED) }))
  const trust = parsed('trust policy', read(AssumeRolePolicyDocument))
  const boundary = PermissionsBoundaryArn === undefined ? undefined : boundaryOf(PermissionsBoundaryArn, managed)
  const broken = [trust, ...own, ...(boundary ? [boundary] : [])].find(isUnread)
  if (broken) return broken
  return read({
    name,
    arn,
    identity: [...own, ...texts.map(({ text }) => text)].flatMap((policy) => readValue(policy) ?? []),
    // What AWS's own policies say is known here too, if less exactly.
    unknown: texts.flatMap(({ policy, text }) => (text.state === 'read' ? [] : [policy])),
    boundary: boundary && readValue(boundary),
    trust: readValue(trust) ?? nothing('trust policy'),
    place: nowhere,
  })
}

function boundaryOf(arn: string, managed: AccessFacts['managed']): Evidence<LocatedPolicy> {
  return parsed(lastOf(arn), managed.get(arn) ?? NOT_ASKED)
}

const NOT_ASKED: Unread = failed('iam:GetPolicy', 'not-recorded', 'The text of a policy was not asked for.')

const isUnread = (evidence: Evidence<unknown>): evidence is Unread => evidence.state !== 'read'

const lastOf = (arn: string) => arn.split('/').at(-1) ?? arn

const nowhere = () => undefined

function parsed(name: string, document: Evidence<string>): Evidence<LocatedPolicy> {
  try {
    return mapEvidence(document, (text) => ({ name, statements: parsePolicy(text), positionOf: nowhere }))
  } catch (error) {
    if (!(error instanceof AuditError)) throw error
    return failed('iam:GetPolicy', 'unjudged', `${name} is no policy that can be judged: ${error.message}`)
  }
}

function nothing(name: string): LocatedPolicy {
  return { name, statements: [], positionOf: nowhere }
}

/** Stands where a role was looked for: by its name rows still find it. */
function nobody(arn: string): RoleAccess {
  const none: PrincipalAccess = { name: lastOf(arn), arn, identity: [], unknown: [], boundary: undefined, place: nowhere }
  return { ...none, trust: nothing('trust policy') }
}
