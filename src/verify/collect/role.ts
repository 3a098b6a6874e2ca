import { type Evidence, mapEvidence, read, type Unread } from '../../model/evidence.ts'
import type { OidcProviderFacts, PolicyText, RoleFacts, RoleKind } from '../../model/facts.ts'
import type { Reader } from '../../reads/reader.ts'

export async function collectRole(reader: Reader, kind: RoleKind, arn: string): Promise<RoleFacts> {
  const name = arn.split('/').at(-1) ?? arn
  const [role, inlineNames, attachedAnswer] = await Promise.all([
    reader.read('iam:GetRole', { RoleName: name }),
    reader.read('iam:ListRolePolicies', { RoleName: name }),
    reader.read('iam:ListAttachedRolePolicies', { RoleName: name }),
  ])
  const attached = mapEvidence(attachedAnswer, ({ AttachedPolicies }) => AttachedPolicies.map(({ PolicyArn }) => PolicyArn))
  const boundaryArn = mapEvidence(role, ({ Role }) => Role.PermissionsBoundary?.PermissionsBoundaryArn)
  const [inline, own, managed, boundary] = await Promise.all([
    inlinePolicies(reader, name, inlineNames),
    managedPolicies(reader, attached, (policy) => !isOfAws(policy)),
    managedPolicies(reader, attached, isOfAws),
    boundaryPolicy(reader, boundaryArn),
  ])
  return {
    arn,
    name,
    kind,
    role: mapEvidence(role, ({ Role: { AssumeRolePolicyDocument, PermissionsBoundary } }) => ({
      AssumeRolePolicyDocument,
      ...(PermissionsBoundary ? { PermissionsBoundaryArn: PermissionsBoundary.PermissionsBoundaryArn } : {}),
    })),
    policies: together(inline, own),
    attached,
    managed,
    boundary,
  }
}

export type Policies = Evidence<PolicyText[]>

async function inlinePolicies(reader: Reader, roleName: string, names: Evidence<{ PolicyNames: string[] }>): Promise<Policies> {
  if (names.state !== 'read') return names
  const answers = await Promise.all(
    names.value.PolicyNames.map(async (name) =>
      mapEvidence(await reader.read('iam:GetRolePolicy', { RoleName: roleName, PolicyName: name }), ({ PolicyDocument }) => [
        { name, document: PolicyDocument },
      ]),
    ),
  )
  return answers.reduce(together, { state: 'read', value: [] })
}

export const isOfAws = (arn: string) => arn.includes(':iam::aws:policy/')

/** The texts of those attached policies that are asked for. */
async function managedPolicies(reader: Reader, attached: Evidence<string[]>, isAsked: (arn: string) => boolean): Promise<Policies> {
  if (attached.state !== 'read') return attached
  const answers = await Promise.all(
    attached.value
      .filter(isAsked)
      .map(async (arn): Promise<Policies> => mapEvidence(await managedDocument(reader, arn), (document) => [{ name: arn, document }])),
  )
  return answers.reduce(together, { state: 'read', value: [] })
}

async function boundaryPolicy(reader: Reader, arn: Evidence<string | undefined>): Promise<RoleFacts['boundary']> {
  if (arn.state !== 'read') return arn
  const name = arn.value
  return name === undefined ? read(undefined) : mapEvidence(await managedDocument(reader, name), (document) => ({ name, document }))
}

/** The text of a managed policy as it is in force. */
export async function managedDocument(reader: Reader, arn: string): Promise<Evidence<string>> {
  const policy = await reader.read('iam:GetPolicy', { PolicyArn: arn })
  if (policy.state !== 'read') return policy
  const version = await reader.read('iam:GetPolicyVersion', { PolicyArn: arn, VersionId: policy.value.Policy.DefaultVersionId })
  return mapEvidence(version, ({ PolicyVersion }) => PolicyVersion.Document)
}

/** Two lists as one; when either could not be read, the whole could not. */
export function together(a: Policies, b: Policies): Policies {
  if (a.state !== 'read') return a
  return mapEvidence(b, (more) => [...a.value, ...more])
}

/** A role of which nothing is known, for one reason. */
export function unreadRole(kind: RoleKind, arn: string, why: Unread): RoleFacts {
  return { arn, name: arn.split('/').at(-1) ?? arn, kind, role: why, policies: why, attached: why, managed: why, boundary: why }
}

export async function collectOidcProvider(reader: Reader, arn: string): Promise<OidcProviderFacts> {
  return { arn, provider: await reader.read('iam:GetOpenIDConnectProvider', { OpenIDConnectProviderArn: arn }) }
}
