import { CHECKS } from '../checks/registry.ts'
import type { Finding } from '../model/finding.ts'
import { evaluateChecks } from './evaluate.ts'
import { DECIDABLE_READS, type PlacedTemplate, type TemplateFactsOptions, templateFacts } from './template-facts.ts'

/** The checks of `verify` that templates decide, as they would find them deployed. What only a deployment decides is an `error` here. */
export function judgeTemplates(templates: readonly PlacedTemplate[], options: TemplateFactsOptions): Finding[] {
  const decidable = CHECKS.filter(
    ({ reads, isDecidedByDeployment }) => !isDecidedByDeployment && reads.every((read) => DECIDABLE_READS.includes(read)),
  )
  return evaluateChecks(decidable, templateFacts(templates, options), 'templates')
}
