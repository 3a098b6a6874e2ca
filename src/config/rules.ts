import type { Problem } from '../model/errors.ts'
import type { RawConfig } from './raw.ts'
import { GITHUB_RULES } from './rules/github.ts'
import { ISSUER_RULES } from './rules/issuer.ts'
import { JUDGING_RULES } from './rules/judging.ts'
import { NAMING_RULES } from './rules/naming.ts'
import { PLACE_RULES } from './rules/place.ts'
import type { Rule, RuleContext } from './rules/rule.ts'
import { STORAGE_RULES } from './rules/storage.ts'
import { TRAIL_RULES } from './rules/trail.ts'
import { WORKLOAD_RULES } from './rules/workloads.ts'

/** Every rule, in the order its problems are told. */
export const RULES = [
  ...PLACE_RULES,
  ...NAMING_RULES,
  ...GITHUB_RULES,
  ...ISSUER_RULES,
  ...TRAIL_RULES,
  ...STORAGE_RULES,
  ...WORKLOAD_RULES,
  ...JUDGING_RULES,
] as const satisfies readonly Rule[]

/** What the rules find in a config that has passed the schema. */
export function ruleProblems(raw: RawConfig, context: RuleContext): Problem[] {
  return RULES.flatMap((rule) => problemsBy(rule, raw, context))
}

/** A wrong region, told beside what the schema refused: this one rule takes any value. */
export function regionProblems(raw: RawConfig, context: RuleContext): Problem[] {
  return RULES.filter(({ id }) => id === 'region-exists').flatMap((rule) => problemsBy(rule, raw, context))
}

function problemsBy({ id, judge }: Rule, raw: RawConfig, context: RuleContext): Problem[] {
  return judge(raw, context).map((problem) => ({ ...problem, id }))
}
