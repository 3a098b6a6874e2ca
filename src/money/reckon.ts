import type { Config } from '../model/config.ts'
import type { CostReport } from '../model/money.ts'
import type { ProjectTemplate } from '../model/template.ts'
import { estimateOf, fixedLines, usageLines } from './estimate.ts'
import { guideScenarios, priceTable } from './guides.ts'
import { sumOf } from './lines.ts'
import { monthsAhead } from './months.ts'
import { PRICES_MADE, round } from './prices.ts'
import type { Volumes } from './volumes.ts'

/** What nothing moves of. */
const UNMOVED = { standardIaAfterDays: undefined, glacierAfterDays: undefined, deepArchiveAfterDays: undefined }

/** What the audit of a config costs, by amounts of a month. */
export function reckon(config: Config, templates: readonly ProjectTemplate[], volumes: Volumes): CostReport {
  const { region, audit } = config
  const usage = usageLines(config, volumes)
  const fixed = fixedLines(templates)
  const ahead = { region, volumes, otherUsd: sumOf(usage) + sumOf(fixed.lines) }
  const months = monthsAhead({ ...ahead, lifecycle: audit.lifecycle })
  const unmoved = monthsAhead({ ...ahead, lifecycle: { ...audit.lifecycle, ...UNMOVED } })
  return {
    region,
    prices: PRICES_MADE,
    table: priceTable(region),
    scenarios: guideScenarios(),
    estimate: estimateOf({ fixed, usage, storage: months[0]?.lines ?? [] }, volumes.basis),
    months: months.map(({ lines: _, ...month }) => month),
    lifecycleSavesUsd: round(total(unmoved) - total(months), 9),
  }
}

function total(months: readonly { usd: number }[]): number {
  return months.reduce((sum, { usd }) => sum + usd, 0)
}
