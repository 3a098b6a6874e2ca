import type { Evidence } from '../../model/evidence.ts'
import type { OidcProviderFacts, Reader, RoleFacts, RoleKind } from '../../model/facts.ts'
import { mapEvidence } from './evidence.ts'

interface RoleAnswer {
  Role?: { AssumeRolePolicyDocument?: string; PermissionsBoundary?: { PermissionsBoundaryArn?: string } }
}

export async function collectRole(reader: Reader, kind: RoleKind, arn: string): Promise<RoleFacts> {
  const name = arn.split('/').at(-1) ?? arn
  const [role, inlineNames, attachedAnswer] = await Promise.all([
    reader.read('iam:GetRole', { RoleName: name }),
    reader.read('iam:ListRolePolicies', { RoleName: name }),
    reader.read('iam:ListAttachedRolePolicies', { RoleName: name }),
  ])
  const attached = mapEvidence(attachedAnswer as Evidence<{ AttachedPolicies?: { PolicyArn: string }[] }>, (value) =>
    (value.AttachedPolicies ?? []).map((policy) => policy.PolicyArn),
  )
  const [inline, managed] = await Promise.all([
    inlinePolicies(reader, name, inlineNames as Evidence<{ PolicyNames?: string[] }>),
    customerPolicies(reader, attached),
  ])
  return {
    arn,
    name,
    kind,
    role: mapEvidence(role as Evidence<RoleAnswer>, (value) => ({
      AssumeRolePolicyDocument: decode(value.Role?.AssumeRolePolicyDocument ?? '{}'),
      ...(value.Role?.PermissionsBoundary?.PermissionsBoundaryArn
        ? { PermissionsBoundaryArn: value.Role.PermissionsBoundary.PermissionsBoundaryArn }
        : {}),
    })),
    policies: together(inline, managed),
    attached,
  }
}

type Policies = Evidence<{ name: string; document: string }[]>

async function inlinePolicies(reader: Reader, roleName: string, names: Evidence<{ PolicyNames?: string[] }>): Promise<Policies> {
  if (names.state !== 'read') return names
  const answers = await Promise.all(
    (names.value.PolicyNames ?? []).map(async (name) =>
      mapEvidence(
        (await reader.read('iam:GetRolePolicy', { RoleName: roleName, PolicyName: name })) as Evidence<{ PolicyDocument?: string }>,
        (value) => [{ name, document: decode(value.PolicyDocument ?? '{}') }],
      ),
    ),
  )
  return answers.reduce(together, { state: 'read', value: [] })
}

/** AWS's own managed policies are known by name; customer managed ones are read in full. */
async function customerPolicies(reader: Reader, attached: Evidence<string[]>): Promise<Policies> {
  if (attached.state !== 'read') return attached
  const own = attached.value.filter((arn) => !arn.includes(':iam::aws:policy/'))
  const answers = await Promise.all(
    own.map(async (arn): Promise<Policies> => {
      const policy = (await reader.read('iam:GetPolicy', { PolicyArn: arn })) as Evidence<{ Policy?: { DefaultVersionId?: string } }>
      if (policy.state !== 'read') return policy
      const version = (await reader.read('iam:GetPolicyVersion', {
        PolicyArn: arn,
        VersionId: policy.value.Policy?.DefaultVersionId ?? 'v1',
      })) as Evidence<{ PolicyVersion?: { Document?: string } }>
      return mapEvidence(version, (value) => [{ name: arn, document: decode(value.PolicyVersion?.Document ?? '{}') }])
    }),
  )
  return answers.reduce(together, { state: 'read', value: [] })
}

/** Two lists as one; when either could not be read, the whole could not. */
function together(a: Policies, b: Policies): Policies {
  if (a.state !== 'read') return a
  return mapEvidence(b, (more) => [...a.value, ...more])
}

/** IAM returns documents URL-encoded. */
function decode(document: string): string {
  return document.startsWith('%7B') ? decodeURIComponent(document) : document
}

export async function collectOidcProvider(reader: Reader, arn: string): Promise<OidcProviderFacts> {
  const answer = (await reader.read('iam:GetOpenIDConnectProvider', { OpenIDConnectProviderArn: arn })) as Evidence<{
    Url?: string
    ClientIDList?: string[]
  }>
  return { arn, provider: mapEvidence(answer, (value) => ({ Url: value.Url ?? '', ClientIDList: value.ClientIDList ?? [] })) }
}
