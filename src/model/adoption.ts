import type { TemplateName } from './template.ts'

/** An existing resource that a stack takes over by import. */
export interface Adoption {
  template: TemplateName
  logicalId: string
  type: string
  /** What CloudFormation imports by, e.g. `{ TrailName: 'x' }`. */
  identifier: Readonly<Record<string, string>>
  /** The least the import step's template must say; everything else is set by the update that follows. */
  properties: Readonly<Record<string, unknown>>
  /** Skipped when the account has no such resource: a bucket need not have a policy. */
  optional: boolean
}
