import type { Problem } from '../../model/errors.ts'
import type { RawConfig } from '../raw.ts'
import type { LocatedYaml } from '../yaml.ts'

export interface RuleContext {
  yaml: LocatedYaml
  /** Ids of all checks, so that an exception for a misspelt one is caught. */
  checkIds: readonly string[]
}

/** Every problem that a config has by one rule. It trusts the schema, and throws nothing. */
export type Judge = (raw: RawConfig, context: RuleContext) => Problem[]

/** A demand that a schema cannot make: lengths after derivation, orders, things that must agree with each other. */
export interface Rule {
  /** Stable, so that a problem can be looked up. */
  id: string
  /** One sentence that holds for a good config. */
  demands: string
  judge: Judge
}
