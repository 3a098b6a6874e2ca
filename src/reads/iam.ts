import { type Asked, firstOf, type Paging, readWith, unlessOurs, unlessSame } from './define.ts'
import { policyDocument } from './policy-document.ts'
import { anyText, boolean, integer, listOf, matching, object, oneOf, optional, text } from './shape.ts'

const NO_ENTITY = ['NoSuchEntityException', 'NoSuchEntity']
const pages = (list: string): Paging => ({ list, next: 'Marker', parameter: 'Marker', more: 'IsTruncated' })
/** All pages are read, so a list that still says it goes on was not read to its end. */
const wholeList = { IsTruncated: oneOf(false) }

const policyArn = matching(/^arn:[\w-]+:iam::(?:\d{12}|aws):policy\/.+$/, 'the ARN of a policy')
const providerArn = matching(/^arn:[\w-]+:iam::\d{12}:oidc-provider\/.+$/, 'the ARN of an OIDC provider')

/** Left out where there are none. */
const tags = optional(listOf(object({ Key: text, Value: anyText }), { unique: 'Key' }))

const listedRole = {
  RoleName: text,
  Arn: matching(/^arn:[\w-]+:iam::\d{12}:role\/.+$/, 'the ARN of a role'),
  AssumeRolePolicyDocument: policyDocument,
}
const role = object({
  ...listedRole,
  PermissionsBoundary: optional(object({ PermissionsBoundaryArn: policyArn })),
  Description: optional(anyText),
  MaxSessionDuration: optional(integer(3600, 43_200)),
  Tags: tags,
})

const oneRole = object({ Role: role })
const inlinePolicy = object({ RoleName: text, PolicyName: text, PolicyDocument: policyDocument })
const managedPolicy = object({
  Policy: object({ Arn: policyArn, DefaultVersionId: matching(/^v\d+$/, 'a version'), Description: optional(anyText) }),
})
const policyVersion = object({ PolicyVersion: object({ Document: policyDocument, VersionId: text, IsDefaultVersion: oneOf(true) }) })
const provider = object({ Url: text, ClientIDList: listOf(text, { unique: true }), Tags: tags })
const roles = object({ Roles: listOf(object(listedRole), { unique: 'Arn' }), ...wholeList })
const attached = object({
  AttachedPolicies: listOf(object({ PolicyName: text, PolicyArn: policyArn }), { unique: 'PolicyArn' }),
  ...wholeList,
})
const providers = object({ OpenIDConnectProviderList: listOf(object({ Arn: providerArn }), { unique: 'Arn' }) })

const ofRole = readWith<{ RoleName: string }>()
const ofAccount = readWith<Record<string, never>>()

/** A role takes policies of its own account and AWS's. */
const unlessUsable = (arn: string, asked: Asked) => (arn.includes(':iam::aws:') ? undefined : unlessOurs(arn, asked))

/** What a role asks for, and in which circumstances. */
interface Simulation {
  PolicySourceArn: string
  ActionNames: readonly string[]
  ResourceArns: readonly string[]
  ContextEntries: readonly { ContextKeyName: string; ContextKeyValues: readonly string[]; ContextKeyType: string }[]
}

const simulated = object({
  EvaluationResults: listOf(
    object({
      EvalActionName: text,
      EvalDecision: oneOf('allowed', 'explicitDeny', 'implicitDeny'),
      OrganizationsDecisionDetail: optional(object({ AllowedByOrganizations: boolean })),
    }),
  ),
  ...wholeList,
})

export const IAM_READS = {
  'iam:GetRole': ofRole({
    action: 'iam:GetRole',
    absent: NO_ENTITY,
    shape: oneRole,
    contradiction: ({ Role }, { RoleName }, asked) =>
      firstOf(
        unlessSame('role', Role.RoleName, RoleName),
        unlessSame('role', Role.Arn.split('/').at(-1), RoleName),
        unlessOurs(Role.Arn, asked),
        Role.PermissionsBoundary && unlessUsable(Role.PermissionsBoundary.PermissionsBoundaryArn, asked),
      ),
  }),
  'iam:ListRoles': ofAccount({
    action: 'iam:ListRoles',
    absent: [],
    shape: roles,
    contradiction: ({ Roles }, _, asked) =>
      firstOf(...Roles.map(({ Arn, RoleName }) => firstOf(unlessSame('role', Arn.split('/').at(-1), RoleName), unlessOurs(Arn, asked)))),
    pages: pages('Roles'),
  }),
  'iam:ListRolePolicies': ofRole({
    action: 'iam:ListRolePolicies',
    absent: NO_ENTITY,
    shape: object({ PolicyNames: listOf(text, { unique: true }), ...wholeList }),
    pages: pages('PolicyNames'),
  }),
  'iam:GetRolePolicy': readWith<{ RoleName: string; PolicyName: string }>()({
    action: 'iam:GetRolePolicy',
    absent: NO_ENTITY,
    shape: inlinePolicy,
    contradiction: ({ RoleName, PolicyName }, asked) =>
      firstOf(unlessSame('role', RoleName, asked.RoleName), unlessSame('policy', PolicyName, asked.PolicyName)),
  }),
  'iam:ListAttachedRolePolicies': ofRole({
    action: 'iam:ListAttachedRolePolicies',
    absent: NO_ENTITY,
    shape: attached,
    contradiction: ({ AttachedPolicies }, _, asked) =>
      firstOf(
        ...AttachedPolicies.map(({ PolicyArn, PolicyName }) =>
          firstOf(unlessSame('policy', PolicyArn.split('/').at(-1), PolicyName), unlessUsable(PolicyArn, asked)),
        ),
      ),
    pages: pages('AttachedPolicies'),
  }),
  'iam:GetPolicy': readWith<{ PolicyArn: string }>()({
    action: 'iam:GetPolicy',
    absent: NO_ENTITY,
    shape: managedPolicy,
    contradiction: ({ Policy }, { PolicyArn }) => unlessSame('policy', Policy.Arn, PolicyArn),
  }),
  'iam:GetPolicyVersion': readWith<{ PolicyArn: string; VersionId: string }>()({
    action: 'iam:GetPolicyVersion',
    absent: NO_ENTITY,
    shape: policyVersion,
    contradiction: ({ PolicyVersion }, { VersionId }) => unlessSame('version', PolicyVersion.VersionId, VersionId),
  }),
  'iam:GetOpenIDConnectProvider': readWith<{ OpenIDConnectProviderArn: string }>()({
    action: 'iam:GetOpenIDConnectProvider',
    absent: NO_ENTITY,
    shape: provider,
    contradiction: ({ Url }, { OpenIDConnectProviderArn }) =>
      unlessSame('provider', Url.replace(/^https:\/\//, ''), OpenIDConnectProviderArn.split(':oidc-provider/')[1] ?? ''),
  }),
  'iam:SimulatePrincipalPolicy': readWith<Simulation & Record<string, unknown>>()({
    action: 'iam:SimulatePrincipalPolicy',
    absent: NO_ENTITY,
    shape: simulated,
    contradiction: ({ EvaluationResults }, { ActionNames }) =>
      EvaluationResults.length === ActionNames.length
        ? firstOf(...EvaluationResults.map(({ EvalActionName }, at) => unlessSame('action', EvalActionName, ActionNames[at] ?? '')))
        : `it has ${EvaluationResults.length} results, asked were ${ActionNames.length}`,
    pages: pages('EvaluationResults'),
  }),
  'iam:ListOpenIDConnectProviders': ofAccount({
    action: 'iam:ListOpenIDConnectProviders',
    absent: [],
    shape: providers,
    contradiction: ({ OpenIDConnectProviderList }, _, asked) =>
      firstOf(...OpenIDConnectProviderList.map(({ Arn }) => unlessOurs(Arn, asked))),
  }),
}
