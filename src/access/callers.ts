import type { NamedPolicy, Policies } from '../iam/authorize.ts'
import { managedAtLeast, managedAtMost } from '../iam/managed.ts'
import type { Principal } from '../iam/policy.ts'
import type { AccessRow, WorkflowRun } from '../model/access.ts'
import { GITHUB_ISSUER, providerArn } from '../model/github-issuer.ts'
import { DEFAULT_CLAIMS, subjectsOf } from '../model/github-subject.ts'
import type { Partition } from '../model/partition.ts'
import type { AccessModel, PrincipalAccess } from './model.ts'

/** Who asks, with the policies that are about them and what every request of theirs carries. */
export interface Caller {
  principal: Principal
  policies: Omit<Policies, 'resource' | 'resourceControl'>
  /** Condition keys with fixed values; no values: the request never has the key. */
  pinned: Readonly<Record<string, readonly string[]>>
  /** Patterns for keys of which no more is known. */
  among: Readonly<Record<string, readonly string[]>>
}

/** Someone a row is about. */
export interface Asking {
  name: string
  principal: PrincipalAccess | undefined
  /** One for each session, or form of its token, that policies may tell apart. */
  callers: readonly Caller[]
}

/** A policy whose text is not here may allow much or nothing: whichever is worse for what is to be proven. */
function unknownPolicy(arn: string, effect: AccessRow['effect']): NamedPolicy {
  return { name: arn.split('/').at(-1) ?? arn, statements: effect === 'cannot' ? managedAtMost(arn) : managedAtLeast(arn) }
}

/** A user, or a role's sessions: one of no particular name, and each that a policy names. */
export function principalCallers(principal: PrincipalAccess, model: AccessModel, effect: AccessRow['effect']): Caller[] {
  const [, partition, , , account = '', resource = ''] = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/.exec(principal.arn) ?? []
  const boundary =
    principal.boundary && 'unknown' in principal.boundary ? unknownPolicy(principal.boundary.unknown, effect) : principal.boundary
  const policies = {
    identity: [...principal.identity, ...principal.unknown.map((arn) => unknownPolicy(arn, effect))],
    boundary,
    serviceControl: model.serviceControl,
  }
  const pinned = {
    'aws:PrincipalArn': [principal.arn],
    'aws:PrincipalAccount': [account],
    'aws:PrincipalIsAWSService': ['false'],
    'aws:PrincipalServiceName': [],
    // A `cannot` is about requests without TLS as well.
    ...(effect === 'can' ? { 'aws:SecureTransport': ['true'] } : {}),
  }
  if (!resource.startsWith('role/')) {
    const user = { 'aws:PrincipalType': ['User'], 'aws:username': [principal.name] }
    return [{ principal: { type: 'AWS', value: principal.arn }, policies, pinned: { ...pinned, ...user }, among: {} }]
  }
  const sessions = effect === 'can' ? ['session'] : ['session', ...namedSessions(principal.name, account, model)]
  return sessions.map((session) => ({
    principal: { type: 'AWS', value: `arn:${partition}:sts::${account}:assumed-role/${principal.name}/${session}` },
    policies,
    pinned: { ...pinned, 'aws:PrincipalType': ['AssumedRole'], 'aws:username': [] },
    among: {},
  }))
}

/** Names of a role's sessions that policies of resources tell from others. */
function namedSessions(role: string, account: string, { resources, roles }: AccessModel): string[] {
  const statements = [...resources.values(), ...roles.map(({ trust }) => trust)].flatMap((policy) => policy.statements)
  const values = statements.flatMap(({ principals = [], notPrincipals = [] }) =>
    [...principals, ...notPrincipals].map(({ value }) => value),
  )
  const sessions = values.flatMap((value) => {
    const [, of, name, session] = /^arn:[^:]*:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(value) ?? []
    return of === account && name?.toLowerCase() === role.toLowerCase() && session !== undefined ? [session] : []
  })
  return [...new Set(sessions)]
}

/**
 * A workflow run with its token. GitHub writes the repository into the subject by name or, for newer ones, with ids, and the whole by a
 * template: one caller for each that can be. What nobody has given may be anything for `cannot`; a run that may do something must be
 * shown with its own.
 */
export function runCallers(run: WorkflowRun, account: string, partition: Partition, effect: AccessRow['effect']): Caller[] {
  const [owner = '', name = ''] = run.repository.split('/')
  const { ownerId, repositoryId, issuer = GITHUB_ISSUER, templates = [DEFAULT_CLAIMS] } = run
  const forms = templates.flatMap((claims) => {
    const parts = { owner, name, ownerId, repositoryId, claims }
    return [...subjectsOf(parts, 'name', run.context), ...subjectsOf(parts, 'immutable', run.context)]
  })
  const subjects = [...new Set(forms)].filter((sub) => effect === 'cannot' || !sub.includes('*'))
  const ref = run.context.startsWith('ref:') ? [run.context.slice('ref:'.length)] : run.ref === undefined ? undefined : [run.ref]
  const claim = (key: string) => `${issuer}:${key}`
  return subjects.map((sub) => ({
    principal: { type: 'Federated', value: providerArn({ partition: partition.id, account, issuer }) },
    policies: { identity: [] },
    pinned: {
      ...(sub.includes('*') ? {} : { [claim('sub')]: [sub] }),
      [claim('aud')]: [partition.audience],
      [claim('repository')]: [run.repository],
      [claim('repository_owner')]: [owner],
      ...(repositoryId ? { [claim('repository_id')]: [repositoryId] } : {}),
      ...(ownerId ? { [claim('repository_owner_id')]: [ownerId] } : {}),
      ...(ref ? { [claim('ref')]: ref } : {}),
      'aws:SecureTransport': ['true'],
    },
    among: sub.includes('*') ? { [claim('sub')]: [sub] } : {},
  }))
}
