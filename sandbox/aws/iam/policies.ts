import { list, mergeTags, page, withoutTags } from '../call.ts'
import { AwsError } from '../error.ts'
import { awsManagedNames, awsManagedPolicy } from './aws-managed.ts'
import {
  arnOf,
  checkDocument,
  checkName,
  documentText,
  exists,
  type IamHandler,
  type IamState,
  iamId,
  type ManagedPolicy,
  noSuch,
  tagsOf,
} from './state.ts'

/** Source: IAM User Guide, "IAM and AWS STS quotas". */
const DOCUMENT_LIMIT = 6144
const VERSIONS_LIMIT = 5

export function findPolicy(state: IamState, arn: string): ManagedPolicy | undefined {
  return state.policies.get(arn) ?? awsManagedPolicy(arn)
}

function policyOf(state: IamState, arn: unknown): ManagedPolicy {
  const policy = findPolicy(state, String(arn))
  if (!policy) throw noSuch(`Policy ${String(arn)} was not found.`)
  return policy
}

/** AWS's policies are read by everyone and changed by nobody. */
function ownPolicy(state: IamState, arn: unknown): ManagedPolicy {
  const policy = state.policies.get(String(arn))
  if (policy) return policy
  if (awsManagedPolicy(String(arn))) throw new AwsError('AccessDenied', `${String(arn)} is a policy of AWS and cannot be changed.`, 403)
  throw noSuch(`Policy ${String(arn)} was not found.`)
}

function attachmentsOf(state: IamState, arn: string) {
  return {
    roles: [...state.roles.values()].filter(({ attached }) => attached.has(arn)),
    users: [...state.users.values()].filter(({ attached }) => attached.has(arn)),
    boundaries: [...state.roles.values()].filter(({ boundary }) => boundary === arn),
  }
}

function shown(policy: ManagedPolicy, state: IamState): Record<string, unknown> {
  const { PolicyName, PolicyId, Path, Arn, Description, CreateDate, UpdateDate, DefaultVersionId, tags } = policy
  const { roles, users, boundaries } = attachmentsOf(state, Arn)
  return {
    PolicyName,
    PolicyId,
    Arn,
    Path,
    DefaultVersionId,
    AttachmentCount: roles.length + users.length,
    PermissionsBoundaryUsageCount: boundaries.length,
    IsAttachable: true,
    Description,
    CreateDate,
    UpdateDate,
    Tags: tags,
  }
}

const createPolicy: IamHandler = (call, state) => {
  const { parameters } = call
  const name = String(parameters['PolicyName'] ?? '')
  checkName('policyName', name, 128)
  const path = String(parameters['Path'] ?? '/')
  const arn = arnOf(call, 'policy', path, name)
  if (state.policies.has(arn)) throw exists(`A policy called ${name} already exists. Duplicate names are not allowed.`)
  const now = new Date()
  const policy: ManagedPolicy = {
    PolicyName: name,
    PolicyId: iamId('ANPA'),
    Path: path,
    Arn: arn,
    ...(parameters['Description'] ? { Description: String(parameters['Description']) } : {}),
    CreateDate: now,
    UpdateDate: now,
    DefaultVersionId: 'v1',
    versions: new Map([['v1', { document: checkDocument(parameters['PolicyDocument'], DOCUMENT_LIMIT), CreateDate: now }]]),
    lastVersion: 1,
    tags: tagsOf(parameters),
  }
  state.policies.set(arn, policy)
  return { Policy: shown(policy, state) }
}

const createPolicyVersion: IamHandler = ({ parameters }, state) => {
  const policy = ownPolicy(state, parameters['PolicyArn'])
  const document = checkDocument(parameters['PolicyDocument'], DOCUMENT_LIMIT)
  if (policy.versions.size >= VERSIONS_LIMIT)
    throw new AwsError(
      'LimitExceeded',
      `A managed policy can have up to ${VERSIONS_LIMIT} versions. Before you create a new version, you must delete an existing version.`,
      409,
    )
  policy.lastVersion += 1
  const VersionId = `v${policy.lastVersion}`
  const version = { document, CreateDate: new Date() }
  policy.versions.set(VersionId, version)
  policy.UpdateDate = version.CreateDate
  const isDefault = String(parameters['SetAsDefault']) === 'true'
  if (isDefault) policy.DefaultVersionId = VersionId
  return { PolicyVersion: { VersionId, IsDefaultVersion: isDefault, CreateDate: version.CreateDate } }
}

const deletePolicyVersion: IamHandler = ({ parameters }, state) => {
  const policy = ownPolicy(state, parameters['PolicyArn'])
  const version = String(parameters['VersionId'])
  if (version === policy.DefaultVersionId) throw new AwsError('DeleteConflict', 'Cannot delete the default version of a policy.', 409)
  if (!policy.versions.delete(version)) throw noSuch(`Policy ${policy.Arn} version ${version} does not exist or is not attachable.`)
}

const deletePolicy: IamHandler = ({ parameters }, state) => {
  const policy = ownPolicy(state, parameters['PolicyArn'])
  const { roles, users, boundaries } = attachmentsOf(state, policy.Arn)
  if (roles.length + users.length + boundaries.length > 0)
    throw new AwsError('DeleteConflict', 'Cannot delete a policy attached to entities.', 409)
  if (policy.versions.size > 1)
    throw new AwsError(
      'DeleteConflict',
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions.",
      409,
    )
  state.policies.delete(policy.Arn)
}

const getPolicyVersion: IamHandler = ({ parameters }, state) => {
  const policy = policyOf(state, parameters['PolicyArn'])
  const VersionId = String(parameters['VersionId'])
  const version = policy.versions.get(VersionId)
  if (!version) throw noSuch(`Policy ${policy.Arn} version ${VersionId} does not exist or is not attachable.`)
  const IsDefaultVersion = VersionId === policy.DefaultVersionId
  return { PolicyVersion: { Document: documentText(version.document), VersionId, IsDefaultVersion, CreateDate: version.CreateDate } }
}

const listPolicies: IamHandler = ({ parameters, partition }, state) => {
  const scope = String(parameters['Scope'] ?? 'All')
  const aws = awsManagedNames()
    .map((name) => awsManagedPolicy(`arn:${partition}:iam::aws:policy/${name}`))
    .filter((policy) => policy !== undefined)
  const all = [...(scope === 'AWS' ? [] : state.policies.values()), ...(scope === 'Local' ? [] : aws)].map((policy) => shown(policy, state))
  const chosen = String(parameters['OnlyAttached']) === 'true' ? all.filter((policy) => policy['AttachmentCount'] !== 0) : all
  const { items, next } = page(chosen, parameters['Marker'], Number(parameters['MaxItems'] ?? 100))
  return { Policies: items.map(({ Tags: _, ...policy }) => policy), IsTruncated: next !== undefined, Marker: next }
}

/** Managed policies and their versions. */
export const POLICY_OPERATIONS: Readonly<Record<string, IamHandler>> = {
  CreatePolicy: createPolicy,
  GetPolicy: ({ parameters }, state) => ({ Policy: shown(policyOf(state, parameters['PolicyArn']), state) }),
  DeletePolicy: deletePolicy,
  ListPolicies: listPolicies,
  CreatePolicyVersion: createPolicyVersion,
  DeletePolicyVersion: deletePolicyVersion,
  GetPolicyVersion: getPolicyVersion,
  ListPolicyVersions: ({ parameters }, state) => {
    const policy = policyOf(state, parameters['PolicyArn'])
    const Versions = [...policy.versions]
      .reverse()
      .map(([VersionId, { CreateDate }]) => ({ VersionId, IsDefaultVersion: VersionId === policy.DefaultVersionId, CreateDate }))
    return { Versions, IsTruncated: false }
  },
  SetDefaultPolicyVersion: ({ parameters }, state) => {
    const policy = ownPolicy(state, parameters['PolicyArn'])
    const version = String(parameters['VersionId'])
    if (!policy.versions.has(version)) throw noSuch(`Policy ${policy.Arn} version ${version} does not exist or is not attachable.`)
    policy.DefaultVersionId = version
  },
  ListEntitiesForPolicy: ({ parameters }, state) => {
    const policy = policyOf(state, parameters['PolicyArn'])
    const { roles, users } = attachmentsOf(state, policy.Arn)
    return {
      PolicyGroups: [],
      PolicyUsers: users.map(({ UserName, UserId }) => ({ UserName, UserId })),
      PolicyRoles: roles.map(({ RoleName, RoleId }) => ({ RoleName, RoleId })),
      IsTruncated: false,
    }
  },
  TagPolicy: ({ parameters }, state) => {
    const policy = ownPolicy(state, parameters['PolicyArn'])
    policy.tags = mergeTags(policy.tags, tagsOf(parameters))
  },
  UntagPolicy: ({ parameters }, state) => {
    const policy = ownPolicy(state, parameters['PolicyArn'])
    policy.tags = withoutTags(policy.tags, list<string>(parameters['TagKeys']))
  },
  ListPolicyTags: ({ parameters }, state) => ({ Tags: policyOf(state, parameters['PolicyArn']).tags, IsTruncated: false }),
}
