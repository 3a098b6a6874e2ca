import { parseTemplate } from '../../src/cloudformation/parse.ts'
import type { CostReport } from '../../src/model/money.ts'
import { reckon } from '../../src/money/reckon.ts'
import { volumesOf } from '../../src/money/volumes.ts'
import { createPaint } from '../../src/progress/progress.ts'
import { costReportLines } from '../../src/report/cost-text.ts'
import { CONFIGS, load, render } from './config.ts'

/** What a config costs with amounts that somebody gives. */
export function costReport(text: string, given: Readonly<Record<string, number>> = {}): CostReport {
  const config = load(text)
  const templates = render(config).map((template) => ({ ...template, parsed: parseTemplate(template.body, template.name) }))
  const volumes = volumesOf(new Map(Object.entries(given).map(([name, value]) => [name, { value, from: 'given' }])))
  return reckon(config, templates, volumes)
}

/** A large trail: files of 400 KB on average. */
export const LARGE = { 'management-events': 20_000_000, 'data-events': 50_000_000, 'busy-regions': 3, 'log-files': 30_000, 'log-gb': 12 }

/** What `cost` says for configs, whole: the table and the examples of the guides among it. */
export function costTexts(): Record<string, string> {
  const said = (report: CostReport) => `${costReportLines(report, createPaint(false)).join('\n')}\n`
  return {
    example: said(costReport(CONFIGS['example'] ?? '')),
    large: said(costReport(CONFIGS['example'] ?? '', LARGE)),
    'everything-on': said(costReport(CONFIGS['everything-on'] ?? '', LARGE)),
  }
}
