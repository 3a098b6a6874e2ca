import type { CostChange } from '../model/plan.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { type TemplateCost, templateCost } from '../money/template.ts'

/**
 * What a change of a template does to the monthly bill of its region: what is certain as a figure, what depends on use as price lines
 * that are new, and what has no price there.
 */
export function costChange(before: ParsedTemplate | undefined, after: ParsedTemplate, region: string): CostChange {
  const [old, now] = [templateCost(before, region), templateCost(after, region)]
  const unpriced = [...now.unpriced]
    .filter(([what, { count }]) => count > (old.unpriced.get(what)?.count ?? 0))
    .map(([what, { isFixed }]) => ({ what, isFixed }))
  return {
    region,
    monthlyUsd: Math.round((fixedUsd(now) - fixedUsd(old)) * 100) / 100,
    usage: [...now.usage].filter((line) => !old.usage.has(line)),
    usageGone: [...old.usage].filter((line) => !now.usage.has(line)),
    ...(unpriced.length > 0 ? { unpriced } : {}),
  }
}

function fixedUsd({ fixed }: TemplateCost): number {
  return [...fixed.values()].reduce((sum, { usd }) => sum + usd, 0)
}
