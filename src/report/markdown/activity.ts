import type { ActivityReport, WatchedRow } from '../../model/activity.ts'
import { codeBlock, escapeMarkdown, inlineCode } from '../../text/markdown.ts'
import { few, megabytes, number } from '../activity-text.ts'
import { folded, type Part } from './part.ts'

const ROWS = 25

/** Who did what: the people and what someone has to look at stay; charts and long tables go first when there is no room. */
export function activityParts(activity: ActivityReport | undefined): Part[] {
  if (!activity) return []
  const { scope, totals, people, watched, failures, register, usage = [], timeline } = activity
  return [
    {
      text: `**${number(totals.events)} events** in ${inlineCode(scope.place)} from ${escapeMarkdown(scope.from)} to ${escapeMarkdown(scope.to)}: ${number(totals.changes)} changes, ${number(totals.failures)} failures, ${number(totals.denied)} refused. ${number(scope.files)} files, ${megabytes(scope.bytes)}.`,
    },
    ...(scope.isComplete
      ? []
      : [
          {
            text: [
              '> **Incomplete:** every number is a least.',
              ...scope.unread.slice(0, 10).map(({ file, reason }) => `> ${inlineCode(file)} ${escapeMarkdown(reason)}`),
              ...scope.limits.map((limit) => `> ${escapeMarkdown(limit)}`),
            ].join('\n>\n'),
          },
        ]),
    ...section('To look at', eventTable(watched)),
    ...section(
      'Who',
      table(
        ['Who', 'Events', 'Changes', 'Failures', 'From', 'Known by'],
        people.map((row) => [
          `${row.isProven ? '' : '❓ '}${escapeMarkdown(row.name)}`,
          number(row.events),
          number(row.changes),
          number(row.failures),
          escapeMarkdown(few(row.addresses, 2)),
          escapeMarkdown(row.proof),
        ]),
      ),
    ),
    ...(register ? registerParts(register) : []),
    ...usage.flatMap(usageParts),
    ...folded('Events by day and hour', [{ text: `${dayChart(activity)}\n\n${hourChart(activity)}` }], 8),
    ...folded(
      `${number(failures.length)} kinds of failure`,
      section(
        '',
        table(
          ['Count', 'Who', 'Action', 'Error', 'Refused by'],
          failures.map((row) => [
            number(row.count),
            escapeMarkdown(row.actor),
            escapeMarkdown(row.action),
            escapeMarkdown(row.error),
            escapeMarkdown(row.refusedBy),
          ]),
        ),
      ),
      7,
    ),
    ...(timeline ? folded(`Events of ${timeline.subject}`, section('', eventTable(timeline.events)), 6) : []),
    ...folded(
      'Services and regions',
      section('', table(['Service', 'Events', 'Changes', 'Failures'], activity.services.map(countCells))).concat(
        section('', table(['Region', 'Events', 'Changes', 'Failures'], activity.regions.map(countCells))),
      ),
      5,
    ),
  ]
}

function countCells({ name, events, changes, failures }: ActivityReport['services'][number]): string[] {
  return [escapeMarkdown(name), number(events), number(changes), number(failures)]
}

function eventTable(rows: readonly WatchedRow[]): string {
  return table(
    ['Time', 'Who', 'Action', 'What', 'From', 'Why'],
    rows.map((row) => [
      escapeMarkdown(row.time),
      escapeMarkdown(row.via === '' ? row.actor : `${row.actor} by ${row.via}`),
      `${escapeMarkdown(row.action)}${row.error === '' ? '' : ` (${escapeMarkdown(row.error)})`}`,
      escapeMarkdown(few(row.resources, 1)),
      escapeMarkdown(row.address),
      escapeMarkdown(row.why),
    ]),
  )
}

function registerParts({ rows, unjoined }: NonNullable<ActivityReport['register']>): Part[] {
  const cells = rows.map((row) => [
    row.exceptions.length === 0 ? '✅' : `❌ ${escapeMarkdown(row.exceptions.join('; '))}`,
    escapeMarkdown(row.first),
    escapeMarkdown(row.actor),
    `${row.how === 'stack' ? 'stack' : '**by hand**'}: ${escapeMarkdown(few(row.actions, 3))}`,
    row.run ? escapeMarkdown(`run ${row.run.id}`) : '',
    row.pullRequest
      ? `${inlineCode(`#${row.pullRequest.number}`)} by ${escapeMarkdown(row.pullRequest.author)}, approved by ${escapeMarkdown(row.pullRequest.approvers.join(', ') || 'nobody')}`
      : '',
  ])
  return [
    ...section('Change register', table(['', 'Time', 'Who', 'Change', 'Run', 'Pull request'], cells)),
    ...(unjoined ? [{ text: `> ${escapeMarkdown(unjoined)}` }] : []),
  ]
}

function usageParts({ role, days, used, denied, neverSeen, proposal }: NonNullable<ActivityReport['usage']>[number]): Part[] {
  const lines = [
    `${used.length} actions used, ${denied.length} refused, ${neverSeen.length} granted and not seen in ${days} days: ${neverSeen.slice(0, 40).map(inlineCode).join(' ')}`,
    ...(proposal ? ['A policy that keeps what was used:', codeBlock(proposal.changes, 'diff')] : []),
  ]
  return folded(`Use of ${role}`, [{ text: lines.join('\n\n') }], 9)
}

function section(title: string, text: string): Part[] {
  return text === '' ? [] : [{ text: title === '' ? text : `#### ${title}\n\n${text}` }]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const more = rows.length > ROWS ? [line([`and ${rows.length - ROWS} more`, ...head.slice(1).map(() => '')])] : []
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.slice(0, ROWS).map(line), ...more].join('\n')
}

/** Charts hold numbers and dates only: no text of a log reaches Mermaid. */
function dayChart({ days }: ActivityReport): string {
  if (days.length === 0) return ''
  const shown = days.slice(-31)
  return chart(
    'Events a day',
    shown.map(({ day }) => (/^\d{4}-\d\d-\d\d$/.test(day) ? day.slice(5) : '?')),
    shown.map(({ reads }) => reads),
    shown.map(({ changes }) => changes),
  )
}

function hourChart({ hours }: ActivityReport): string {
  return chart(
    'Events by hour of the day, UTC',
    hours.map(({ hour }) => String(hour)),
    hours.map(({ reads }) => reads),
    hours.map(({ changes }) => changes),
  )
}

function chart(title: string, labels: readonly string[], reads: readonly number[], changes: readonly number[]): string {
  return [
    '```mermaid',
    'xychart-beta',
    `  title "${title} (bars: all, line: changes)"`,
    `  x-axis [${labels.map((label) => `"${label}"`).join(', ')}]`,
    `  bar [${reads.map((count, index) => count + (changes[index] ?? 0)).join(', ')}]`,
    `  line [${changes.join(', ')}]`,
    '```',
  ].join('\n')
}
