import type { Position } from '../model/errors.ts'
import { formatPosition } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { RunReport } from '../model/report.ts'
import { rowText } from '../report/headline.ts'
import { type Open, openProblems } from '../report/public.ts'
import { verdictOf } from '../verdict/verdict.ts'
import type { Level, Output, Place } from './output.ts'

interface Annotation extends Place {
  level: Level
  text: string
}

/**
 * What GitHub shows beside the lines: at most ten a level, so config errors come first. `open` is for where everyone reads them: then
 * only what the repository itself says wrong is annotated.
 */
export async function annotate(output: Output, report: RunReport, open: Open | undefined): Promise<void> {
  const all = [
    ...problemAnnotations(open ? openProblems(report, open) : report.problems),
    ...(open ? [] : [...rowAnnotations(report), ...findingAnnotations(report)]),
  ]
  for (const { level, text, ...place } of all) await output.annotate(level, text, place)
}

function problemAnnotations(problems: RunReport['problems']): Annotation[] {
  return problems.flatMap(({ message, remedy, position }) =>
    position ? [{ level: 'error', text: `${message}${remedy ? ` ${remedy}` : ''}`, position }] : [],
  )
}

function rowAnnotations(report: RunReport): Annotation[] {
  return verdictOf(report).brokenRows.map((row) => {
    const places = row.at.map((place) => (place.position ? `${formatPosition(place.position)} ${place.text}` : place.text)).join('; ')
    return { level: 'error', text: `${row.detail}. ${places}`, title: rowText(row), ...placed(row.position ?? configLine(report)) }
  })
}

function findingAnnotations(report: RunReport): Annotation[] {
  return report.findings
    .filter(({ status }) => status === 'fail' || status === 'error')
    .map((finding) => ({
      level: finding.severity === 'critical' || finding.severity === 'high' ? 'error' : 'warning',
      text: `${finding.resource}: ${finding.message} ${finding.remedy}`,
      title: `${finding.code} ${finding.id}`,
      ...placed(lineOf(finding, report)),
    }))
}

/** The line that a reader would change: of the config where it decides, otherwise of the template. */
function lineOf({ positions = [] }: Finding, report: RunReport): Place['position'] {
  const best = positions.find(({ file }) => file === report.context.configFile) ?? positions[0]
  // What is rendered is no file of the checkout.
  if (!best || (report.context.configFile && best.file !== report.context.configFile)) return configLine(report)
  return { file: best.file, line: best.line }
}

function placed(position: Position | Place['position']): Place {
  return position ? { position: { file: position.file, line: position.line } } : {}
}

function configLine({ context: { configFile } }: RunReport): Place['position'] {
  return configFile ? { file: configFile, line: 1 } : undefined
}
