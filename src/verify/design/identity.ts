import { type Evidence, mapEvidence, read } from '../../model/evidence.ts'
import { managedDocument } from '../collect/role.ts'
import { globalArn, type Look, members, named, textOf } from './held.ts'

const role: Look = async (sought) => {
  const { reader } = sought
  const RoleName = named(sought, 'RoleName')
  const [answer, inline, attached] = await Promise.all([
    reader.read('iam:GetRole', { RoleName }),
    reader.read('iam:ListRolePolicies', { RoleName }),
    reader.read('iam:ListAttachedRolePolicies', { RoleName }),
  ])
  const found = mapEvidence(answer, ({ Role }) => Role)
  const documents =
    inline.state === 'read'
      ? await Promise.all(inline.value.PolicyNames.map((PolicyName) => reader.read('iam:GetRolePolicy', { RoleName, PolicyName })))
      : []
  const policies = documents.reduce<Evidence<unknown[]>>(
    (all, one) =>
      all.state === 'read' ? mapEvidence(one, ({ PolicyName, PolicyDocument }) => [...all.value, { PolicyName, PolicyDocument }]) : all,
    read([]),
  )
  return {
    arn: globalArn(sought, 'iam', `role/${RoleName}`),
    exists: found,
    live: {
      ...members(found, {
        Description: ({ Description }) => Description,
        AssumeRolePolicyDocument: ({ AssumeRolePolicyDocument }) => AssumeRolePolicyDocument,
        PermissionsBoundary: ({ PermissionsBoundary }) => PermissionsBoundary?.PermissionsBoundaryArn,
        MaxSessionDuration: ({ MaxSessionDuration }) => MaxSessionDuration,
        Tags: ({ Tags }) => Tags,
      }),
      Policies: inline.state === 'read' ? policies : inline,
      ManagedPolicyArns: mapEvidence(attached, ({ AttachedPolicies }) => AttachedPolicies.map(({ PolicyArn }) => PolicyArn)),
    },
  }
}

/** AWS writes it, and nobody can change it: that it is there is all there is to judge. */
const serviceLinkedRole: Look = async (sought) => {
  const { reader, physicalId, place } = sought
  const service = named(sought, 'AWSServiceName')
  const arn = `arn:${place.partition}:iam::${place.account}:role/aws-service-role/${service}/*`
  if (physicalId.state !== 'read') return { arn, exists: physicalId, live: {} }
  const RoleName = physicalId.value.split('/').at(-1) ?? ''
  const answer = await reader.read('iam:GetRole', { RoleName })
  return {
    arn: answer.state === 'read' ? answer.value.Role.Arn : arn.replace('*', RoleName),
    exists: answer,
    live: members(answer, { Description: ({ Role }) => Role.Description }),
  }
}

const managedPolicy: Look = async (sought) => {
  const { reader } = sought
  const arn = globalArn(sought, 'iam', `policy/${named(sought, 'ManagedPolicyName')}`)
  const [policy, document] = await Promise.all([reader.read('iam:GetPolicy', { PolicyArn: arn }), managedDocument(reader, arn)])
  return {
    arn,
    exists: policy,
    live: { ...members(policy, { Description: ({ Policy }) => Policy.Description }), PolicyDocument: document },
  }
}

const oidcProvider: Look = async (sought) => {
  const { reader } = sought
  const arn = globalArn(sought, 'iam', `oidc-provider/${textOf(sought.resource.properties['Url']).replace('https://', '')}`)
  const answer = await reader.read('iam:GetOpenIDConnectProvider', { OpenIDConnectProviderArn: arn })
  return {
    arn,
    exists: answer,
    live: members(answer, {
      Url: ({ Url }) => `https://${Url.replace(/^https:\/\//, '')}`,
      ClientIdList: ({ ClientIDList }) => ClientIDList,
      Tags: ({ Tags }) => Tags,
    }),
  }
}

export const IDENTITY: Readonly<Record<string, Look>> = {
  'AWS::IAM::Role': role,
  'AWS::IAM::ServiceLinkedRole': serviceLinkedRole,
  'AWS::IAM::ManagedPolicy': managedPolicy,
  'AWS::IAM::OIDCProvider': oidcProvider,
}
