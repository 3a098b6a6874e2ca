import { amount, type CostLine, type CostReport, type CostScenario } from '../../model/money.ts'
import { codeBlock, escapeMarkdown } from '../../text/markdown.ts'
import { dollars, monthRows, savingText, usdOf, yearOf } from '../cost-text.ts'
import { folded, type Part } from './part.ts'

/** What the audit costs: the month and the year stay; tables go first when there is no room. */
export function costReportParts(cost: CostReport | undefined): Part[] {
  if (!cost) return []
  const { region, prices, table, scenarios, estimate, months, actual } = cost
  return [
    {
      text: `**${dollars(estimate.monthlyUsd)} in the first month, ${dollars(yearOf(months))} in twelve**, at list prices of ${escapeMarkdown(region)} of ${escapeMarkdown(prices)}.`,
    },
    ...estimate.unpriced.map((what) => ({ text: `> **No price known**, in no sum: ${escapeMarkdown(what)}` })),
    { text: lineTable(estimate.lines) },
    { text: `### Twelve months\n\n${codeBlock(monthRows(months))}\n\n${savingText(cost)}` },
    ...folded('What it is reckoned with', [{ text: estimate.basis.map((text) => `- ${escapeMarkdown(text)}`).join('\n') }], 20),
    ...(actual
      ? [
          {
            text: [
              `### Billed from ${escapeMarkdown(actual.from)} to ${escapeMarkdown(actual.to)}: ${dollars(actual.usd)}`,
              tableOf(
                ['Service', 'Usage type', 'Amount', 'USD'],
                actual.lines.map(({ service, usageType, quantity, unit, usd }) => [
                  escapeMarkdown(service),
                  escapeMarkdown(usageType),
                  escapeMarkdown(`${amount(quantity)} ${unit}`),
                  dollars(usd),
                ]),
              ),
              ...actual.remarks.map((remark) => `> ${escapeMarkdown(remark)}`),
            ].join('\n\n'),
          },
        ]
      : []),
    ...folded(
      'The prices of the guides',
      [
        {
          text: tableOf(
            ['', 'The guides', `Price list, ${escapeMarkdown(region)}`, ''],
            table.map(({ what, said, found, remark }) => [what, said, found ?? 'no price known', remark].map(escapeMarkdown)),
          ),
        },
      ],
      10,
    ),
    ...folded(
      'The examples of the guides, recomputed',
      scenarios.map((scenario) => ({ text: scenarioText(scenario) })),
      9,
    ),
  ]
}

function scenarioText({ name, said, lines, usd, leftOut, usdWithAll, verdict }: CostScenario): string {
  return [
    `**${escapeMarkdown(name)}**: the guides say ${escapeMarkdown(said)}.`,
    lineTable(lines),
    `${dollars(usd)}. ${escapeMarkdown(verdict)} Left out:`,
    lineTable(leftOut),
    `With it ${dollars(usdWithAll)}.`,
  ].join('\n\n')
}

function lineTable(lines: readonly CostLine[]): string {
  return tableOf(
    ['', 'Amount', 'USD a month'],
    lines.map((line) => [escapeMarkdown(line.what), escapeMarkdown(`${amount(line.amount)} ${line.unit}`), usdOf(line)]),
  )
}

/** Cells are Markdown already. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [row(head), `|${head.map(() => '---|').join('')}`, ...rows.map(row)].join('\n')
}
