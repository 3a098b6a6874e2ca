import { list, mergeTags, page, withoutTags } from '../call.ts'
import { AwsError } from '../error.ts'
import { findPolicy } from './policies.ts'
import {
  arnOf,
  checkDocument,
  checkName,
  documentText,
  exists,
  type IamHandler,
  type IamState,
  iamId,
  invalid,
  noSuch,
  type Role,
  roleOf,
  tagsOf,
} from './state.ts'

/** Quotas as an account has them by default. Source: IAM User Guide, "IAM and AWS STS quotas". */
const INLINE_LIMIT = 10_240
const ATTACHED_LIMIT = 10
const TRUST_LIMIT = 2048

const PAGE = 100

function shown(role: Role, withDetails: boolean): Record<string, unknown> {
  const { RoleName, RoleId, Path, Arn, CreateDate, Description, MaxSessionDuration, boundary, tags } = role
  return {
    Path,
    RoleName,
    RoleId,
    Arn,
    CreateDate,
    AssumeRolePolicyDocument: documentText(role.trust),
    Description,
    MaxSessionDuration,
    // ListRoles leaves out boundary and tags.
    ...(withDetails && boundary ? { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: boundary } } : {}),
    ...(withDetails && tags.length > 0 ? { Tags: tags } : {}),
  }
}

function sessionSeconds(value: unknown): number {
  const seconds = Number(value ?? 3600)
  if (!Number.isInteger(seconds) || seconds < 3600 || seconds > 43_200)
    throw invalid(
      `1 validation error detected: Value '${String(value)}' at 'maxSessionDuration' failed to satisfy constraint: Member must have value between 3600 and 43200`,
    )
  return seconds
}

/** A boundary must be there before a role can have it. */
function checkBoundary(arn: string, state: IamState): string {
  if (!findPolicy(state, arn)) throw noSuch(`Scope ARN: ${arn} does not exist or is not attachable.`)
  return arn
}

/** A service-linked role is its service's. */
function ownRole(state: IamState, name: unknown): Role {
  const role = roleOf(state, name)
  if (role.Path.startsWith('/aws-service-role/'))
    throw new AwsError(
      'UnmodifiableEntity',
      `Cannot perform the operation on the protected role '${role.RoleName}' - this role is only modifiable by AWS`,
    )
  return role
}

const createRole: IamHandler = (call, state) => {
  const { parameters } = call
  const name = String(parameters['RoleName'] ?? '')
  checkName('roleName', name, 64)
  if (state.roles.has(name.toLowerCase())) throw exists(`Role with name ${name} already exists.`)
  const path = String(parameters['Path'] ?? '/')
  const boundary = parameters['PermissionsBoundary']
  const role: Role = {
    RoleName: name,
    RoleId: iamId('AROA'),
    Path: path,
    Arn: arnOf(call, 'role', path, name),
    CreateDate: new Date(),
    trust: checkDocument(parameters['AssumeRolePolicyDocument'], TRUST_LIMIT),
    ...(parameters['Description'] ? { Description: String(parameters['Description']) } : {}),
    MaxSessionDuration: sessionSeconds(parameters['MaxSessionDuration']),
    ...(boundary ? { boundary: checkBoundary(String(boundary), state) } : {}),
    tags: tagsOf(parameters),
    inline: new Map(),
    attached: new Set(),
  }
  state.roles.set(name.toLowerCase(), role)
  return { Role: shown(role, true) }
}

const deleteRole: IamHandler = ({ parameters }, state) => {
  const role = ownRole(state, parameters['RoleName'])
  if (role.attached.size > 0) throw new AwsError('DeleteConflict', 'Cannot delete entity, must detach all policies first.', 409)
  if (role.inline.size > 0) throw new AwsError('DeleteConflict', 'Cannot delete entity, must delete policies first.', 409)
  if ([...state.profiles.values()].includes(role.RoleName))
    throw new AwsError('DeleteConflict', 'Cannot delete entity, must remove roles from instance profile first.', 409)
  state.roles.delete(role.RoleName.toLowerCase())
}

const putRolePolicy: IamHandler = ({ parameters }, state) => {
  const role = ownRole(state, parameters['RoleName'])
  const name = String(parameters['PolicyName'] ?? '')
  checkName('policyName', name, 128)
  const document = checkDocument(parameters['PolicyDocument'], INLINE_LIMIT)
  const others = [...role.inline].filter(([other]) => other !== name).map(([, text]) => text)
  const size = [...others, document].join('').replaceAll(/\s/g, '').length
  if (size > INLINE_LIMIT)
    throw new AwsError('LimitExceeded', `Maximum policy size of ${INLINE_LIMIT} bytes exceeded for role ${role.RoleName}`, 409)
  role.inline.set(name, document)
}

const attachRolePolicy: IamHandler = ({ parameters }, state) => {
  const role = ownRole(state, parameters['RoleName'])
  const arn = String(parameters['PolicyArn'] ?? '')
  if (!findPolicy(state, arn)) throw noSuch(`Policy ${arn} does not exist or is not attachable.`)
  if (!role.attached.has(arn) && role.attached.size >= ATTACHED_LIMIT)
    throw new AwsError('LimitExceeded', `Cannot exceed quota for PoliciesPerRole: ${ATTACHED_LIMIT}`, 409)
  role.attached.add(arn)
}

const detachRolePolicy: IamHandler = ({ parameters }, state) => {
  const role = ownRole(state, parameters['RoleName'])
  if (!role.attached.delete(String(parameters['PolicyArn']))) throw noSuch(`Policy ${String(parameters['PolicyArn'])} was not found.`)
}

const inlinePolicy = (role: Role, name: unknown): string => {
  const document = role.inline.get(String(name))
  if (document === undefined) throw noSuch(`The role policy with name ${String(name)} cannot be found.`)
  return document
}

const updateRole: IamHandler = ({ parameters }, state) => {
  const role = ownRole(state, parameters['RoleName'])
  if (parameters['MaxSessionDuration'] !== undefined) role.MaxSessionDuration = sessionSeconds(parameters['MaxSessionDuration'])
  if (parameters['Description'] !== undefined) role.Description = String(parameters['Description'])
}

/** Made by a service or by an administrator for it; there is one per service and suffix. */
const createServiceLinkedRole: IamHandler = (call, state) => {
  const service = String(call.parameters['AWSServiceName'] ?? '')
  const known = SERVICE_LINKED[service]
  if (!known) throw new AwsError('InvalidInput', `${service} is not a service that the sandbox knows a service-linked role of.`)
  const suffix = call.parameters['CustomSuffix']
  const name = suffix ? `${known}_${String(suffix)}` : known
  if (state.roles.has(name.toLowerCase()))
    throw new AwsError('InvalidInput', `Service role name ${name} has been taken in this account, please try a different suffix.`)
  const path = `/aws-service-role/${service}/`
  const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }] }
  const role: Role = {
    RoleName: name,
    RoleId: iamId('AROA'),
    Path: path,
    Arn: arnOf(call, 'role', path, name),
    CreateDate: new Date(),
    trust: JSON.stringify(trust),
    ...(call.parameters['Description'] ? { Description: String(call.parameters['Description']) } : {}),
    MaxSessionDuration: 3600,
    tags: [],
    inline: new Map(),
    attached: new Set(),
  }
  state.roles.set(name.toLowerCase(), role)
  return { Role: shown(role, true) }
}

/** Source: documentation of each service, "Using service-linked roles". */
const SERVICE_LINKED: Readonly<Record<string, string>> = {
  'config.amazonaws.com': 'AWSServiceRoleForConfig',
  'cloudtrail.amazonaws.com': 'AWSServiceRoleForCloudTrail',
  'eks.amazonaws.com': 'AWSServiceRoleForAmazonEKS',
  'eks-nodegroup.amazonaws.com': 'AWSServiceRoleForAmazonEKSNodegroup',
  'elasticloadbalancing.amazonaws.com': 'AWSServiceRoleForElasticLoadBalancing',
  'autoscaling.amazonaws.com': 'AWSServiceRoleForAutoScaling',
  'spot.amazonaws.com': 'AWSServiceRoleForEC2Spot',
  'sagemaker.amazonaws.com': 'AWSServiceRoleForAmazonSageMakerNotebooks',
  'organizations.amazonaws.com': 'AWSServiceRoleForOrganizations',
}

/** Roles: trust, inline and attached policies, boundary. */
export const ROLE_OPERATIONS: Readonly<Record<string, IamHandler>> = {
  CreateRole: createRole,
  DeleteRole: deleteRole,
  GetRole: ({ parameters }, state) => ({ Role: shown(roleOf(state, parameters['RoleName']), true) }),
  ListRoles: ({ parameters }, state) => {
    const prefix = String(parameters['PathPrefix'] ?? '/')
    const all = [...state.roles.values()].filter(({ Path }) => Path.startsWith(prefix)).sort((a, b) => (a.RoleName < b.RoleName ? -1 : 1))
    const { items, next } = page(all, parameters['Marker'], Number(parameters['MaxItems'] ?? PAGE))
    return { Roles: items.map((role) => shown(role, false)), IsTruncated: next !== undefined, Marker: next }
  },
  UpdateRole: updateRole,
  UpdateRoleDescription: updateRole,
  UpdateAssumeRolePolicy: ({ parameters }, state) => {
    ownRole(state, parameters['RoleName']).trust = checkDocument(parameters['PolicyDocument'], TRUST_LIMIT)
  },
  PutRolePolicy: putRolePolicy,
  GetRolePolicy: ({ parameters }, state) => {
    const { RoleName, inline } = roleOf(state, parameters['RoleName'])
    const PolicyName = String(parameters['PolicyName'])
    return { RoleName, PolicyName, PolicyDocument: documentText(inlinePolicy({ inline } as Role, PolicyName)) }
  },
  DeleteRolePolicy: ({ parameters }, state) => {
    const role = ownRole(state, parameters['RoleName'])
    inlinePolicy(role, parameters['PolicyName'])
    role.inline.delete(String(parameters['PolicyName']))
  },
  ListRolePolicies: ({ parameters }, state) => {
    const { items, next } = page([...roleOf(state, parameters['RoleName']).inline.keys()].sort(), parameters['Marker'], PAGE)
    return { PolicyNames: items, IsTruncated: next !== undefined, Marker: next }
  },
  AttachRolePolicy: attachRolePolicy,
  DetachRolePolicy: detachRolePolicy,
  ListAttachedRolePolicies: ({ parameters }, state) => {
    const arns = [...roleOf(state, parameters['RoleName']).attached]
    const { items, next } = page(arns, parameters['Marker'], PAGE)
    const AttachedPolicies = items.map((PolicyArn) => ({ PolicyName: PolicyArn.split('/').at(-1), PolicyArn }))
    return { AttachedPolicies, IsTruncated: next !== undefined, Marker: next }
  },
  PutRolePermissionsBoundary: ({ parameters }, state) => {
    ownRole(state, parameters['RoleName']).boundary = checkBoundary(String(parameters['PermissionsBoundary']), state)
  },
  DeleteRolePermissionsBoundary: ({ parameters }, state) => {
    delete ownRole(state, parameters['RoleName']).boundary
  },
  TagRole: ({ parameters }, state) => {
    const role = ownRole(state, parameters['RoleName'])
    role.tags = mergeTags(role.tags, tagsOf(parameters))
  },
  UntagRole: ({ parameters }, state) => {
    const role = ownRole(state, parameters['RoleName'])
    role.tags = withoutTags(role.tags, list<string>(parameters['TagKeys']))
  },
  ListRoleTags: ({ parameters }, state) => ({ Tags: roleOf(state, parameters['RoleName']).tags, IsTruncated: false }),
  CreateServiceLinkedRole: createServiceLinkedRole,
  DeleteServiceLinkedRole: ({ parameters }, state) => {
    const role = roleOf(state, parameters['RoleName'])
    state.roles.delete(role.RoleName.toLowerCase())
    return { DeletionTaskId: `task${role.Path}${role.RoleName}/${crypto.randomUUID()}` }
  },
  GetServiceLinkedRoleDeletionStatus: () => ({ Status: 'SUCCEEDED' }),
}
