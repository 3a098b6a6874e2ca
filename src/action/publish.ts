import { wantedFormats, writeFormats } from '../commands/format-files.ts'
import { booleanInput, type InputValues } from '../commands/inputs.ts'
import type { CommandResult, ExitCode } from '../commands/result.ts'
import type { World } from '../commands/world.ts'
import type { RunReport } from '../model/report.ts'
import { createPaint } from '../progress/progress.ts'
import { headlineOf, rowText } from '../report/headline.ts'
import { toMarkdown } from '../report/markdown.ts'
import { type Open, openProblems, publicText } from '../report/public.ts'
import { toText } from '../report/text.ts'
import { mapStrings } from '../text/strings.ts'
import { verdictOf } from '../verdict/verdict.ts'
import { annotate } from './annotations.ts'
import { comment } from './comment.ts'
import type { RunnerEvent } from './event.ts'
import { issue } from './issue.ts'
import type { Output } from './output.ts'

export interface Published {
  inputs: InputValues
  event: RunnerEvent
  result: CommandResult
  /** What may be said although everyone reads it. */
  open: Open
}

/** Results, outputs, annotations, summary, comment and issue; these last, because they may fail without failing the run. */
export async function publish(output: Output, world: World, { inputs, event, result, open }: Published): Promise<ExitCode> {
  // Before any format is made of it: a secret with an escape in it would not be known again.
  const report = mapStrings(result.report, output.redactor.redact)
  const isPublic = event.visibility !== 'private'
  const maskAccountId = booleanInput(inputs, 'mask-aws-account-id')
  const files = await writeFormats(world, inputs, wantedFormats(inputs, ['json', 'markdown']), report, ({ message }) =>
    output.annotate('warning', message),
  )
  output.log(isPublic ? publicText(report, verdictOf(report), open) : toText(report, createPaint(false)))
  await annotate(output, report, isPublic ? open : undefined)
  const markdown = (limit: number) => toMarkdown(report, { limit, isPublic, maskAccountId, open })
  await output.summary(`${markdown(900_000)}\n`)
  const commentUrl = await comment(output, world, { inputs, event, report, markdown })
  const issueUrl = await issue(output, world, { inputs, event, report, open })
  const written = { files, evidencePath: result.evidencePath ?? '', commentUrl, issueUrl }
  for (const [name, value] of Object.entries(outputsOf(report, written))) await output.setOutput(name, value)
  if (result.exitCode !== 0) await output.annotate('error', isPublic ? publicFailure(report, open) : failureText(report))
  return result.exitCode
}

function publicFailure(report: RunReport, open: Open): string {
  return openProblems(report, open)[0]?.message ?? headlineOf(report, verdictOf(report), 'counts')
}

function failureText(report: RunReport): string {
  const [problem] = report.problems
  if (problem) return problem.message
  const broken = report.deployments.find((outcome) => outcome.kind !== 'deployed' && outcome.kind !== 'no-changes')
  if (broken) return `${broken.stackName}: ${broken.kind === 'failed' ? broken.status : broken.reason}`
  const {
    stopped: [stopped],
    brokenRows: [row],
  } = verdictOf(report)
  if (stopped) return `The gate ${stopped.gate} stops this: ${stopped.subject} ${stopped.text}`
  if (row) return `${rowText(row)} ${row.state === 'broken' ? 'does not hold' : 'is not proven'}: ${row.detail}.`
  return `${report.summary.fail} checks fail and ${report.summary.error} could not be read (worst: ${report.summary.highestSeverity}).`
}

interface Written {
  /** Where each format is, by id. */
  files: ReadonlyMap<string, string>
  evidencePath: string
  commentUrl: string
  issueUrl: string
}

function outputsOf(report: RunReport, { files, evidencePath, commentUrl, issueUrl }: Written): Readonly<Record<string, string>> {
  const { changes } = verdictOf(report)
  const stackOutputs = Object.fromEntries(report.deployments.flatMap((item) => ('outputs' in item ? [[item.stackName, item.outputs]] : [])))
  return {
    outcome: report.outcome,
    'has-changes': String(Object.values(changes).some((count) => count > 0)),
    failed: String(report.summary.fail),
    errors: String(report.summary.error),
    'highest-severity': report.summary.highestSeverity,
    'results-path': files.get('json') ?? '',
    'report-path': files.get('markdown') ?? '',
    'html-path': files.get('html') ?? '',
    'sarif-path': files.get('code-scanning') ?? '',
    'evidence-path': evidencePath,
    'comment-url': commentUrl,
    'issue-url': issueUrl,
    'stack-outputs': JSON.stringify(stackOutputs),
  }
}
