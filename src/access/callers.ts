import type { NamedPolicy, Policies } from '../iam/authorize.ts'
import { managedAtMost } from '../iam/managed.ts'
import type { Principal } from '../iam/policy.ts'
import type { WorkflowRun } from '../model/access.ts'
import { GITHUB_PROVIDER_HOST, type Partition } from '../model/partition.ts'
import type { RoleAccess } from './model.ts'

/** Who asks, with the policies that are about them and what every request of theirs carries. */
export interface Caller {
  principal: Principal
  policies: Omit<Policies, 'resource'>
  /** Condition keys with fixed values; no values: the request never has the key. */
  pinned: Readonly<Record<string, readonly string[]>>
}

/** A policy whose text is not here may allow much or nothing: whichever is worse for what is to be proven. */
function unknownPolicy(arn: string, worst: boolean): NamedPolicy {
  return { name: arn.split('/').at(-1) ?? arn, statements: worst ? managedAtMost(arn) : [] }
}

/** A session of a role. */
export function roleCaller(role: RoleAccess, account: string, effect: 'can' | 'cannot'): Caller {
  const worst = effect === 'cannot'
  const [, partition] = role.arn.split(':')
  const boundary = role.boundary && 'unknown' in role.boundary ? unknownPolicy(role.boundary.unknown, worst) : role.boundary
  return {
    principal: { type: 'AWS', value: `arn:${partition}:sts::${account}:assumed-role/${role.name}/session` },
    policies: { identity: [...role.identity, ...role.unknown.map((arn) => unknownPolicy(arn, worst))], boundary },
    pinned: {
      'aws:PrincipalArn': [role.arn],
      'aws:PrincipalAccount': [account],
      'aws:PrincipalType': ['AssumedRole'],
      'aws:PrincipalIsAWSService': ['false'],
      'aws:PrincipalServiceName': [],
      'aws:SecureTransport': ['true'],
      'aws:username': [],
    },
  }
}

/** A workflow run with its token. GitHub writes the subject by name or, for newer repositories, with ids: one caller for each form that can be. */
export function runCallers(run: WorkflowRun, account: string, partition: Partition): Caller[] {
  const [owner = '', name = ''] = run.repository.split('/')
  const byName = `repo:${owner}/${name}:${run.context}`
  const byId = `repo:${owner}@${run.ownerId}/${name}@${run.repositoryId}:${run.context}`
  const ref = run.context.startsWith('ref:') ? [run.context.slice('ref:'.length)] : undefined
  const claim = (key: string, values: readonly (string | undefined)[]) => [
    `${GITHUB_PROVIDER_HOST}:${key}`,
    values.filter((value) => value !== undefined),
  ]
  return [byName, ...(run.ownerId && run.repositoryId ? [byId] : [])].map((sub) => ({
    principal: { type: 'Federated', value: `arn:${partition.id}:iam::${account}:oidc-provider/${GITHUB_PROVIDER_HOST}` },
    policies: { identity: [] },
    pinned: Object.fromEntries([
      claim('sub', [sub]),
      claim('aud', [partition.audience]),
      claim('repository', [run.repository]),
      claim('repository_owner', [owner]),
      ...(run.repositoryId ? [claim('repository_id', [run.repositoryId])] : []),
      ...(run.ownerId ? [claim('repository_owner_id', [run.ownerId])] : []),
      ...(ref ? [claim('ref', ref)] : []),
      ['aws:SecureTransport', ['true']],
    ]),
  }))
}
