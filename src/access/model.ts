import type { NamedPolicy } from '../iam/authorize.ts'
import type { Position } from '../model/errors.ts'

/** A policy that still knows where it stands. */
export interface LocatedPolicy extends NamedPolicy {
  /** Position of a statement by its index; undefined where the policy was read from an account. */
  positionOf(statement: number): Position | undefined
}

/** The policy of a resource, with the tags it is made with. */
export interface ResourceAccess extends LocatedPolicy {
  tags?: Readonly<Record<string, string>>
}

/** A role or user with the policies that are about it. */
export interface PrincipalAccess {
  name: string
  arn: string
  identity: readonly LocatedPolicy[]
  /** Managed policies whose text is not known, by ARN. */
  unknown: readonly string[]
  boundary: LocatedPolicy | { unknown: string } | undefined
  /** Where it stands; undefined where it was read from an account. */
  place(): Position | undefined
}

export interface RoleAccess extends PrincipalAccess {
  trust: LocatedPolicy
}

/** Levels of organization policies from the root to the account; none where nothing is said of an organization. */
export interface OrganizationPolicies {
  serviceControl: readonly (readonly LocatedPolicy[])[]
  resourceControl: readonly (readonly LocatedPolicy[])[]
}

/**
 * Everything that is known of who may do what in an account, wherever it was read: in templates (`accessModel`), or in the account
 * (`documentModel`). What is not in here is not known, and counts so.
 */
export interface AccessModel extends OrganizationPolicies {
  account: string
  roles: readonly RoleAccess[]
  users: readonly PrincipalAccess[]
  /** Policies of buckets, keys, topics and the like by the ARN of their resource. */
  resources: ReadonlyMap<string, ResourceAccess>
}
