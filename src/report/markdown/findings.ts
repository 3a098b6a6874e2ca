import { isRed } from '../../model/access.ts'
import { formatPosition } from '../../model/errors.ts'
import { exceptionText, type Finding } from '../../model/finding.ts'
import type { PlanEffects, RunReport } from '../../model/report.ts'
import { escapeMarkdown, escapeProse, inlineCode } from '../../text/markdown.ts'
import { errorWord, rowText } from '../headline.ts'
import { isAtHand, MARKS, type Part } from './part.ts'

export function problemParts(report: RunReport): Part[] {
  if (report.problems.length === 0) return []
  const rows = report.problems.map(
    (problem) =>
      `| ${MARKS.fail} | ${escapeProse(problem.message)} | ${escapeProse(problem.remedy ?? '')} | ${problem.position ? inlineCode(formatPosition(problem.position)) : ''} |`,
  )
  return [{ text: ['#### Config', '| | Found | Fix | Where |', '|---|---|---|---|', ...rows].join('\n') }]
}

/** On a phone the first columns are what is seen: the mark, what was found and how it is mended; then where. */
export function findingTable(title: string, findings: readonly Finding[], configFile: string | undefined): Part[] {
  if (findings.length === 0) return []
  const rows = findings.map((finding) => {
    const what = finding.status === 'error' ? unknownText(finding) : escapeMarkdown(finding.message)
    const untaken = finding.exception ? ` (${escapeMarkdown(exceptionText(finding.exception))})` : ''
    const where = [inlineCode(shortArn(finding.resource)), ...places(finding, configFile)].join('<br>')
    return `| ${MARKS[finding.status]} | ${checkName(finding)} (${escapeMarkdown(finding.severity)}) | ${what}${untaken} | ${escapeProse(finding.remedy)} | ${where} |`
  })
  return [
    {
      text: [...(title ? [`#### ${title}`] : []), '| | Check | Found | Fix | Where |', '|---|---|---|---|---|', ...rows].join('\n'),
      ...(title ? {} : { dropOrder: 30 }),
    },
  ]
}

function unknownText(finding: Finding): string {
  const word = errorWord(finding)
  if (word === 'not proven') return `**${word}** ${escapeMarkdown(finding.message)}`
  return `**${word}** ${finding.missingPermission ? inlineCode(finding.missingPermission) : ''}`
}

function checkName({ code, id }: Finding): string {
  return `${escapeMarkdown(code)} ${inlineCode(id)}`
}

function places({ positions = [] }: Finding, configFile: string | undefined): string[] {
  return positions.filter((position) => isAtHand(position, configFile)).map((position) => inlineCode(formatPosition(position)))
}

/** What stands in a table above already is not said again. */
export function effectParts(title: string, effects: PlanEffects | undefined, said: readonly Finding[]): Part[] {
  const { introduced: all = [], fixed = [], rows = [] } = effects ?? {}
  const introduced = all.filter(({ code, resource }) => !said.some((finding) => finding.code === code && finding.resource === resource))
  if (introduced.length + fixed.length + rows.length === 0) return []
  const check = (finding: Finding) => `${checkName(finding)} (${finding.severity})`
  const lines = [
    ...introduced.map((finding) => `| ${MARKS.fail} would fail | ${check(finding)} | ${escapeMarkdown(finding.message)} |`),
    ...rows
      .filter(({ state }) => state !== 'holds')
      .map(
        (row) =>
          `| ${MARKS.fail} ${row.state === 'broken' ? 'would no longer hold' : 'would no longer be proven'} | ${escapeMarkdown(rowText(row))} | ${escapeMarkdown(row.detail ?? '')} |`,
      ),
    ...rows.filter(({ state }) => state === 'holds').map((row) => `| ${MARKS.pass} would hold | ${escapeMarkdown(rowText(row))} | |`),
    ...fixed.map((finding) => `| ${MARKS.pass} would be fixed | ${check(finding)} | ${escapeMarkdown(finding.message)} |`),
  ]
  return [{ text: [`#### ${title}`, '| | What | |', '|---|---|---|', ...lines].join('\n') }]
}

export function exceptionTable(report: RunReport): Part[] {
  const excepted = report.findings.filter((finding) => finding.exception !== undefined)
  const skipped = report.findings.filter((finding) => finding.status === 'not-applicable')
  const rows = [
    ...excepted.map(
      (finding) =>
        `| ${checkName(finding)} | ${escapeMarkdown(`${finding.exception?.reason ?? ''}; ${finding.exception?.owner ?? ''} until ${finding.exception?.expires ?? ''}`)} |`,
    ),
    ...(report.access ?? [])
      .filter((row) => row.state === 'not-proven' && !isRed(row))
      .map((row) => `| ${escapeMarkdown(rowText(row))} | not proven: ${escapeMarkdown(row.detail ?? '')} |`),
    ...skipped.map((finding) => `| ${checkName(finding)} | not applicable: ${escapeMarkdown(finding.message)} |`),
  ]
  return rows.length === 0 ? [] : [{ text: ['| Check | Why |', '|---|---|', ...rows].join('\n') }]
}

export function checkList(findings: readonly Finding[]): Part[] {
  if (findings.length === 0) return []
  const rows = findings.map(
    (finding) =>
      `| ${MARKS[finding.status]} | ${checkName(finding)} | ${escapeMarkdown(finding.message)} | ${inlineCode(shortArn(finding.resource))} |`,
  )
  return [{ text: ['| | Check | Found | Where |', '|---|---|---|---|', ...rows].join('\n') }]
}

/** The part of an ARN people read: service and name. */
export function shortArn(arn: string): string {
  const [, , service, , , ...rest] = arn.split(':')
  return rest.length === 0 ? arn : `${service}:${rest.join(':')}`
}
