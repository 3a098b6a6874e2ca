import type { TeardownReport } from '../../model/teardown.ts'
import { escapeMarkdown, inlineCode } from '../../text/markdown.ts'
import type { Part } from './part.ts'

/** What a clean-up found, or what it did, with AWS's ids of the requests. */
export function teardownParts(teardown: TeardownReport | undefined): Part[] {
  if (!teardown) return []
  const { confirmed, things, steps } = teardown
  if (confirmed === undefined)
    return table(
      'What would go, and what would stay',
      ['', 'Class', 'What', 'Region', 'About it', 'A month'],
      things.map(({ class: group, kind, name, region, why, details, stays, monthlyUsd }) => [
        stays === undefined ? 'goes' : '**stays**',
        inlineCode(`--${group}`),
        `${escapeMarkdown(kind)} ${inlineCode(name)}`,
        escapeMarkdown(region),
        [...(stays === undefined ? [] : [stays]), ...details, why].map(escapeMarkdown).join('<br>'),
        monthlyUsd === undefined ? '' : escapeMarkdown(`$${monthlyUsd.toFixed(2)}`),
      ]),
    )
  return table(
    'What was deleted, and what is left',
    ['', 'What', 'ARN', 'Time (UTC)', 'About it', 'Requests'],
    steps.map(({ kind, name, arn, outcome, time, detail, requestIds }) => [
      outcome === 'left' ? '**left**' : outcome,
      `${escapeMarkdown(kind)} ${inlineCode(name)}`,
      inlineCode(arn),
      escapeMarkdown(time),
      escapeMarkdown(detail),
      requestIds.map(inlineCode).join('<br>'),
    ]),
  )
}

function table(title: string, head: readonly string[], rows: readonly string[][]): Part[] {
  if (rows.length === 0) return []
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return [{ text: `#### ${title}\n\n${lines.join('\n')}` }]
}
