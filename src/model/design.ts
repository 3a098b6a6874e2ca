import type { Evidence } from './evidence.ts'

/** A resource as a rendered template has it, every intrinsic replaced by what it became. */
export interface DesignedResource {
  /** Name of the template: `audit`, `access` and so on. */
  stack: string
  logicalId: string
  /** CloudFormation's name of the type. */
  type: string
  region: string
  properties: Readonly<Record<string, unknown>>
}

/** A designed resource beside what the account says of it, in CloudFormation's property names. */
export interface HeldResource {
  designed: DesignedResource
  arn: string
  /** Whether it is there at all. */
  exists: Evidence<unknown>
  /**
   * What each property is now; read as undefined where AWS says that it is not set. Members that no template has
   * (`Grants`, `SubscriptionFilters`) are things that others can add to the resource.
   */
  live: Readonly<Record<string, Evidence<unknown>>>
}

/** What templates want, beside what the account has. */
export interface Design {
  held: readonly HeldResource[]
  /** Every action of AWS by service and access level: what wildcards of policies mean. */
  actions: Readonly<Record<string, Readonly<Partial<Record<AccessLevel, readonly string[]>>>>>
}

type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management'
