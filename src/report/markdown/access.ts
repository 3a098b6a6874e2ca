import type { AccessResult } from '../../model/access.ts'
import { formatPosition } from '../../model/errors.ts'
import type { AccessChange, GateBreach } from '../../model/plan.ts'
import type { RunReport } from '../../model/report.ts'
import { codeBlock, escapeMarkdown, inlineCode } from '../../text/markdown.ts'
import { accessLine, rowText } from '../headline.ts'
import { rulesMarkdown } from '../rule-changes.ts'
import { isAtHand, MARKS, type Part } from './part.ts'

export function accessPart(title: string, access: readonly AccessChange[]): Part[] {
  if (access.length === 0) return []
  const subjects = [...new Set(access.map((change) => change.subject))]
  const lines = subjects.flatMap((subject) => [
    subject,
    ...access.filter((change) => change.subject === subject).map((change) => accessLine(change)),
  ])
  return [
    {
      text: `${title ? `#### ${title}\n` : ''}${codeBlock(lines, 'diff')}`,
      dropOrder: 40,
      dropped: `Access: ${access.length} lines left out for length.`,
    },
  ]
}

export function gateParts(gates: readonly GateBreach[]): Part[] {
  if (gates.length === 0) return []
  const rows = gates.map(
    ({ gate, subject, text, allowed, byOldRule }) =>
      `| ${allowed === undefined ? `${MARKS.fail} stopped` : `${MARKS.excepted} allowed`} | ${escapeMarkdown(gate)} | ${inlineCode(subject)} | ${escapeMarkdown(text)}${byOldRule ? ', by the rule of the base' : ''} | ${escapeMarkdown(allowed ?? '')} |`,
  )
  return [{ text: ['#### Gates', '| | Gate | Subject | Found | Why it is allowed |', '|---|---|---|---|---|', ...rows].join('\n') }]
}

export function ruleParts({ rules }: RunReport): Part[] {
  const text = rulesMarkdown(rules)
  return text === undefined ? [] : [{ text }]
}

/** The reviewer has the config, and the templates where nothing is rendered from one: a line of what is rendered is not said. */
export function brokenRowParts(rows: readonly AccessResult[], configFile: string | undefined): Part[] {
  if (rows.length === 0) return []
  const lines = rows.map((row) => {
    const place = row.position ? ` ${inlineCode(formatPosition(row.position))}` : ''
    const at = row.at.map(({ position, text }) => {
      const line = position && isAtHand(position, configFile) ? `${inlineCode(formatPosition(position))} ` : ''
      return `${line}${escapeMarkdown(text)}`
    })
    const [mark, found] = row.state === 'not-proven' ? [MARKS.error, `not proven: ${row.detail ?? ''}`] : [MARKS.fail, row.detail ?? '']
    return `| ${mark} | ${escapeMarkdown(rowText(row))} | ${escapeMarkdown(found)} | ${[place.trim(), ...at].filter(Boolean).join('<br>')} |`
  })
  return [{ text: ['#### Access that must not be, or is missing', '| | Row | Found | Where |', '|---|---|---|---|', ...lines].join('\n') }]
}

export function matrixTable(rows: readonly AccessResult[]): Part[] {
  if (rows.length === 0) return []
  const lines = rows.map(
    ({ state, who, effect, actions, on, why }) =>
      `| ${state === 'holds' ? MARKS.pass : state === 'broken' ? MARKS.fail : 'not proven'} | ${escapeMarkdown(who)} | ${effect} | ${escapeMarkdown(actions)} | ${escapeMarkdown(on)} | ${escapeMarkdown(why ?? '')} |`,
  )
  return [{ text: ['| | Who | | What | On | Why |', '|---|---|---|---|---|---|', ...lines].join('\n') }]
}
