import { parsePolicy } from '../iam/policy.ts'
import type { AccessModel, LocatedPolicy, OrganizationPolicies, PrincipalAccess } from './model.ts'

/** A policy as it was read: an object, JSON text, or JSON that is URL-encoded, as IAM answers. */
interface ReadPolicy {
  name: string
  document: unknown
}

/** A role or user as it was read. */
interface ReadPrincipal {
  arn: string
  inline: readonly ReadPolicy[]
  /** Managed policies by ARN; without a document where its text was not read. */
  attached: readonly { arn: string; document?: unknown }[]
  /** The same for its boundary; undefined for none. */
  boundary: { arn: string; document?: unknown } | undefined
}

/** What was read of an account. */
export interface ReadAccount {
  account: string
  roles: readonly (ReadPrincipal & { trust: unknown })[]
  users: readonly ReadPrincipal[]
  /** Resources whose policy was read; no document: it was seen that there is none. */
  resources: readonly { arn: string; document: unknown; tags?: Readonly<Record<string, string>> }[]
  organization?: OrganizationPolicies
}

/** What an account says about who may do what, from documents that were read in it. @throws BAD_INPUT when one is no policy */
export function documentModel({ account, roles, users, resources, organization }: ReadAccount): AccessModel {
  return {
    account,
    roles: roles.map((role) => ({ ...principalOf(role), trust: located('trust policy', role.trust) })),
    users: users.map(principalOf),
    resources: new Map(
      resources.map(({ arn, document, tags }) => {
        const policy = located(`policy of ${arn}`, document ?? { Statement: [] })
        return [arn, tags ? { ...policy, tags } : policy]
      }),
    ),
    ...(organization ?? { serviceControl: [], resourceControl: [] }),
  }
}

function located(name: string, document: unknown): LocatedPolicy {
  return { name, statements: parsePolicy(document), positionOf: () => undefined }
}

const nameOf = (arn: string) => arn.split('/').at(-1) ?? arn

function principalOf({ arn, inline, attached, boundary }: ReadPrincipal): PrincipalAccess {
  const known = attached.flatMap((one) => (one.document === undefined ? [] : [located(nameOf(one.arn), one.document)]))
  return {
    name: nameOf(arn),
    arn,
    identity: [...inline.map(({ name, document }) => located(name, document)), ...known],
    unknown: attached.filter(({ document }) => document === undefined).map((one) => one.arn),
    boundary: boundary && (boundary.document === undefined ? { unknown: boundary.arn } : located(nameOf(boundary.arn), boundary.document)),
    place: () => undefined,
  }
}
