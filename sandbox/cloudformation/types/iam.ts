import { isDeepStrictEqual } from 'node:util'
import type { Body } from '../../aws/call.ts'
import { json, named, type Properties, type Provision, type ResourceType, syncTags, tagsIn, unlessGone } from './type.ts'

interface Inline {
  PolicyName: string
  PolicyDocument: unknown
}

const iam = (at: Provision, operation: string, parameters: Body) => at.call('iam', operation, parameters)
const inlineOf = (properties: Properties) => (properties['Policies'] ?? []) as Inline[]
const managedOf = (properties: Properties) => (properties['ManagedPolicyArns'] ?? []) as string[]

async function createRole(properties: Properties, at: Provision): Promise<string> {
  const RoleName = named(properties, 'RoleName', at)
  await iam(at, 'CreateRole', {
    RoleName,
    Path: properties['Path'] ?? '/',
    AssumeRolePolicyDocument: json(properties['AssumeRolePolicyDocument']),
    Description: properties['Description'],
    MaxSessionDuration: properties['MaxSessionDuration'],
    PermissionsBoundary: properties['PermissionsBoundary'],
    Tags: tagsIn(properties),
  })
  at.claim(RoleName)
  await applyPolicies(RoleName, properties, at, {})
  return RoleName
}

async function applyPolicies(RoleName: string, properties: Properties, at: Provision, before: Properties): Promise<void> {
  for (const { PolicyName } of inlineOf(before))
    if (!inlineOf(properties).some((policy) => policy.PolicyName === PolicyName))
      await unlessGone(iam(at, 'DeleteRolePolicy', { RoleName, PolicyName }))
  for (const PolicyArn of managedOf(before))
    if (!managedOf(properties).includes(PolicyArn)) await unlessGone(iam(at, 'DetachRolePolicy', { RoleName, PolicyArn }))
  for (const { PolicyName, PolicyDocument } of inlineOf(properties))
    await iam(at, 'PutRolePolicy', { RoleName, PolicyName, PolicyDocument: json(PolicyDocument) })
  for (const PolicyArn of managedOf(properties)) await iam(at, 'AttachRolePolicy', { RoleName, PolicyArn })
}

async function updateRole(RoleName: string, properties: Properties, at: Provision, before: Properties): Promise<void> {
  const changed = (property: string) => !isDeepStrictEqual(properties[property], before[property])
  const { Role } = (await iam(at, 'GetRole', { RoleName })) as { Role: { AssumeRolePolicyDocument: string } }
  const trust = json(properties['AssumeRolePolicyDocument'])
  // Whoever may not change a trust may still change the rest of a role.
  if (!isDeepStrictEqual(JSON.parse(decodeURIComponent(Role.AssumeRolePolicyDocument)), JSON.parse(trust)))
    await iam(at, 'UpdateAssumeRolePolicy', { RoleName, PolicyDocument: trust })
  if (changed('Description') || changed('MaxSessionDuration'))
    await iam(at, 'UpdateRole', {
      RoleName,
      Description: properties['Description'] ?? '',
      MaxSessionDuration: properties['MaxSessionDuration'] ?? 3600,
    })
  if (changed('PermissionsBoundary')) {
    if (properties['PermissionsBoundary'] === undefined) await iam(at, 'DeleteRolePermissionsBoundary', { RoleName })
    else await iam(at, 'PutRolePermissionsBoundary', { RoleName, PermissionsBoundary: properties['PermissionsBoundary'] })
  }
  await applyPolicies(RoleName, properties, at, before)
  await syncTags(before, properties, {
    tag: (Tags) => iam(at, 'TagRole', { RoleName, Tags }),
    untag: (TagKeys) => iam(at, 'UntagRole', { RoleName, TagKeys }),
  })
}

/** Takes off everything that hangs on the role, also what someone else has attached. */
async function deleteRole(RoleName: string, _: Properties, at: Provision): Promise<void> {
  if (!(await unlessGone(iam(at, 'GetRole', { RoleName })))) return
  const { AttachedPolicies = [] } = (await iam(at, 'ListAttachedRolePolicies', { RoleName })) as {
    AttachedPolicies?: { PolicyArn: string }[]
  }
  for (const { PolicyArn } of AttachedPolicies) await iam(at, 'DetachRolePolicy', { RoleName, PolicyArn })
  const { PolicyNames = [] } = (await iam(at, 'ListRolePolicies', { RoleName })) as { PolicyNames?: string[] }
  for (const PolicyName of PolicyNames) await iam(at, 'DeleteRolePolicy', { RoleName, PolicyName })
  await iam(at, 'DeleteRole', { RoleName })
}

function document(value: unknown): unknown {
  const text = String(value)
  return JSON.parse(text.startsWith('%') ? decodeURIComponent(text) : text) as unknown
}

async function readRole(RoleName: string, _: Properties, at: Provision): Promise<Properties | undefined> {
  const found = await unlessGone(iam(at, 'GetRole', { RoleName }))
  if (!found) return undefined
  return { AssumeRolePolicyDocument: document((found['Role'] as Body)['AssumeRolePolicyDocument']) }
}

async function createPolicy(properties: Properties, at: Provision): Promise<string> {
  const { Policy } = (await iam(at, 'CreatePolicy', {
    PolicyName: named(properties, 'ManagedPolicyName', at, 128),
    Path: properties['Path'] ?? '/',
    Description: properties['Description'],
    PolicyDocument: json(properties['PolicyDocument']),
  })) as { Policy: { Arn: string } }
  at.claim(Policy.Arn)
  await attach(Policy.Arn, properties, at, {})
  return Policy.Arn
}

async function attach(PolicyArn: string, properties: Properties, at: Provision, before: Properties): Promise<void> {
  const [old, wanted] = [before, properties].map((from) => (from['Roles'] ?? []) as string[])
  for (const RoleName of old ?? []) if (!wanted?.includes(RoleName)) await unlessGone(iam(at, 'DetachRolePolicy', { RoleName, PolicyArn }))
  for (const RoleName of wanted ?? []) await iam(at, 'AttachRolePolicy', { RoleName, PolicyArn })
}

interface PolicyVersion {
  VersionId: string
  IsDefaultVersion: boolean | string
}

const versionsOf = async (PolicyArn: string, at: Provision) =>
  ((await iam(at, 'ListPolicyVersions', { PolicyArn })) as { Versions?: PolicyVersion[] }).Versions ?? []

/** A changed text is a new version, and the oldest makes room for it. */
async function updatePolicy(PolicyArn: string, properties: Properties, at: Provision, before: Properties): Promise<void> {
  const deployed = await readPolicy(PolicyArn, properties, at)
  if (!isDeepStrictEqual(deployed?.['PolicyDocument'], properties['PolicyDocument'])) {
    const others = (await versionsOf(PolicyArn, at)).filter(({ IsDefaultVersion }) => String(IsDefaultVersion) !== 'true')
    const oldest = others.at(-1)
    if (oldest && others.length >= 4) await iam(at, 'DeletePolicyVersion', { PolicyArn, VersionId: oldest.VersionId })
    await iam(at, 'CreatePolicyVersion', { PolicyArn, PolicyDocument: json(properties['PolicyDocument']), SetAsDefault: true })
  }
  await attach(PolicyArn, properties, at, before)
}

async function deletePolicy(PolicyArn: string, _: Properties, at: Provision): Promise<void> {
  if (!(await unlessGone(iam(at, 'GetPolicy', { PolicyArn })))) return
  const { PolicyRoles = [] } = (await iam(at, 'ListEntitiesForPolicy', { PolicyArn })) as { PolicyRoles?: { RoleName: string }[] }
  for (const { RoleName } of PolicyRoles) await iam(at, 'DetachRolePolicy', { RoleName, PolicyArn })
  for (const { VersionId, IsDefaultVersion } of await versionsOf(PolicyArn, at))
    if (String(IsDefaultVersion) !== 'true') await iam(at, 'DeletePolicyVersion', { PolicyArn, VersionId })
  await iam(at, 'DeletePolicy', { PolicyArn })
}

async function readPolicy(PolicyArn: string, _: Properties, at: Provision): Promise<Properties | undefined> {
  const found = (await unlessGone(iam(at, 'GetPolicy', { PolicyArn }))) as { Policy: { DefaultVersionId: string } } | undefined
  if (!found) return undefined
  const { PolicyVersion } = (await iam(at, 'GetPolicyVersion', { PolicyArn, VersionId: found.Policy.DefaultVersionId })) as {
    PolicyVersion: { Document: string }
  }
  return { PolicyDocument: document(PolicyVersion.Document) }
}

const provider = (OpenIDConnectProviderArn: string) => ({ OpenIDConnectProviderArn })

async function createProvider(properties: Properties, at: Provision): Promise<string> {
  const { OpenIDConnectProviderArn } = (await iam(at, 'CreateOpenIDConnectProvider', {
    Url: properties['Url'],
    ClientIDList: properties['ClientIdList'] ?? [],
    ThumbprintList: properties['ThumbprintList'] ?? [],
    Tags: tagsIn(properties),
  })) as { OpenIDConnectProviderArn: string }
  at.claim(OpenIDConnectProviderArn)
  return OpenIDConnectProviderArn
}

async function updateProvider(arn: string, properties: Properties, at: Provision, before: Properties): Promise<void> {
  const { ClientIDList = [] } = (await iam(at, 'GetOpenIDConnectProvider', provider(arn))) as { ClientIDList?: string[] }
  const wanted = (properties['ClientIdList'] ?? []) as string[]
  for (const ClientID of wanted.filter((id) => !ClientIDList.includes(id)))
    await iam(at, 'AddClientIDToOpenIDConnectProvider', { ...provider(arn), ClientID })
  for (const ClientID of ClientIDList.filter((id) => !wanted.includes(id)))
    await iam(at, 'RemoveClientIDFromOpenIDConnectProvider', { ...provider(arn), ClientID })
  await syncTags(before, properties, {
    tag: (Tags) => iam(at, 'TagOpenIDConnectProvider', { ...provider(arn), Tags }),
    untag: (TagKeys) => iam(at, 'UntagOpenIDConnectProvider', { ...provider(arn), TagKeys }),
  })
}

export const IAM_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::IAM::Role': {
    properties: [
      'RoleName',
      'Path',
      'AssumeRolePolicyDocument',
      'Description',
      'MaxSessionDuration',
      'PermissionsBoundary',
      'ManagedPolicyArns',
      'Policies',
      'Tags',
    ],
    createOnly: ['RoleName', 'Path'],
    identifier: 'RoleName',
    create: createRole,
    update: updateRole,
    delete: deleteRole,
    read: readRole,
  },
  'AWS::IAM::ManagedPolicy': {
    properties: ['ManagedPolicyName', 'Path', 'Description', 'PolicyDocument', 'Roles'],
    createOnly: ['ManagedPolicyName', 'Path', 'Description'],
    identifier: 'PolicyArn',
    create: createPolicy,
    update: updatePolicy,
    delete: deletePolicy,
    read: readPolicy,
  },
  'AWS::IAM::OIDCProvider': {
    properties: ['Url', 'ClientIdList', 'ThumbprintList', 'Tags'],
    createOnly: ['Url'],
    identifier: 'Arn',
    create: createProvider,
    update: updateProvider,
    delete: async (arn, _, at) => void (await unlessGone(iam(at, 'DeleteOpenIDConnectProvider', provider(arn)))),
    read: async (arn, _, at) => {
      const found = await unlessGone(iam(at, 'GetOpenIDConnectProvider', provider(arn)))
      return found && { ClientIdList: found['ClientIDList'] }
    },
  },
  'AWS::IAM::ServiceLinkedRole': {
    properties: ['AWSServiceName', 'CustomSuffix', 'Description'],
    createOnly: ['AWSServiceName', 'CustomSuffix'],
    create: async ({ AWSServiceName, CustomSuffix, Description }, at) => {
      const { Role } = (await iam(at, 'CreateServiceLinkedRole', { AWSServiceName, CustomSuffix, Description })) as {
        Role: { RoleName: string }
      }
      at.claim(Role.RoleName)
      return Role.RoleName
    },
    update: async (RoleName, { Description }, at) => void (await iam(at, 'UpdateRole', { RoleName, Description })),
    delete: async (RoleName, _, at) => void (await unlessGone(iam(at, 'DeleteServiceLinkedRole', { RoleName }))),
    read: async (RoleName, _, at) => ((await unlessGone(iam(at, 'GetRole', { RoleName }))) ? {} : undefined),
  },
}
