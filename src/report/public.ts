import { formatPosition, type Problem } from '../model/errors.ts'
import type { RunReport } from '../model/report.ts'
import { escapeMarkdown, escapeProse } from '../text/markdown.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { changeText, headlineOf, plural } from './headline.ts'

/** What may stand where details may not, because it speaks of the event and the workflow alone. */
export interface Open {
  notices: readonly string[]
  /** The problems are those of the workflow's inputs or event. */
  problems: boolean
}

/**
 * What everyone may read of a run: how much of what, and what the repository itself says wrong. It is built from counts, so that a
 * field that is added to a report is not shown before someone decides so: a finding is a map for attackers.
 */
export function publicParts(report: RunReport, verdict: Verdict, open: Open): string[] {
  return [
    `### ${markOf(verdict)} ${escapeMarkdown(report.subject)}: ${escapeMarkdown(headlineOf(report, verdict, 'counts'))}`,
    resultTable(report, verdict),
    ...openProblems(report, open).map((problem) => `> ${escapeProse(problemLine(problem))}`),
    `_${WITHHELD}_`,
    ...open.notices.map((notice) => `> ${escapeProse(notice)}`),
  ]
}

const WITHHELD =
  'Details are withheld where everyone can read them. They are in results.json and report.md beside the run, and on your own machine by the same command.'

/** The same for a log. */
export function publicText(report: RunReport, verdict: Verdict, open: Open): string {
  return [
    ...openProblems(report, open).map((problem) => `✗ ${problemLine(problem)}`),
    ...open.notices.map((notice) => `! ${notice}`),
    `${verdict.good ? '✓' : '✗'} ${report.subject}: ${headlineOf(report, verdict, 'counts')}`,
    WITHHELD,
    '',
  ].join('\n')
}

function problemLine({ position, message, remedy }: Problem): string {
  return [position ? `\`${formatPosition(position)}\`` : '', message, remedy ?? ''].filter(Boolean).join(' ')
}

/** Errors in what the repository itself holds, or in how it calls the action: whoever reads them can read that too. */
export function openProblems({ reason, problems }: RunReport, open: Open): readonly Problem[] {
  if (open.problems || reason === 'BAD_CONFIG' || reason === 'BAD_EVENT') return problems
  return reason === undefined ? [] : [{ message: REASONS[reason] }]
}

/** Why a run gave up, without the names that its own message has. */
const REASONS: Readonly<Record<NonNullable<RunReport['reason']>, string>> = {
  BAD_CONFIG: 'The config is wrong.',
  BAD_INPUT: 'An input or a file it names is wrong.',
  BAD_EVENT: 'The event is none this runs on.',
  WRONG_ACCOUNT: 'The credentials are for another account than the config.',
  CREDENTIALS: 'There are no usable AWS credentials.',
  OIDC_UNAVAILABLE: 'GitHub gave no OIDC token: the job needs `permissions: id-token: write`.',
  OIDC_REFUSED: 'AWS refused the OIDC token of this run: the trust of the role does not admit it.',
  ROLE_UNREADY: 'The role of this run is missing or older than the config: an administrator deploys bootstrap.',
  ACCESS_DENIED: 'AWS refused a call: the role lacks a permission.',
  AWS_CALL_FAILED: 'A call to AWS failed.',
  STACK_BUSY: 'A stack is busy.',
  STACK_UNREADY: 'A stack takes no change as it is.',
  STACK_NOT_PROVEN: 'A deployment could not be proven.',
  BAD_EVIDENCE: 'The evidence is not as a run writes it.',
  SIGNATURE_REFUSED: 'The signature of a file does not hold.',
  WRONG_REGION: 'The region is not one that is allowed.',
  CLOCK_SKEW: 'The clock of the runner is wrong.',
  REGION_DISABLED: 'The region is not enabled for the account.',
  GITHUB_CALL_FAILED: 'A call to GitHub failed.',
  WRITE_REFUSED: 'A file could not be written.',
  CANCELLED: 'The run was cancelled.',
  INTERNAL: 'Something went wrong inside; please report it.',
}

export function markOf({ good, widened, weakened, drifted, otherFailures }: Verdict): string {
  if (!good) return '❌'
  return widened.length + weakened.length + drifted.length + otherFailures.length > 0 ? '⚠️' : '✅'
}

export function resultTable({ plans, deployments, findings, summary }: RunReport, verdict: Verdict): string {
  const { changes, widened, narrowed } = verdict
  const counts = `${summary.pass} pass · ${summary.fail} fail · ${summary.error} unreadable · ${summary.excepted} excepted · ${summary.notApplicable} not applicable`
  const rows = [
    ...(plans.length > 0 || deployments.length > 0 ? [`| Changes | ${changeText(changes)} |`] : []),
    ...(widened.length + narrowed.length > 0 ? [`| Access | ${accessCounts(widened.length, narrowed.length)} |`] : []),
    ...(findings.length > 0 ? [`| Checks | ${counts} |`] : []),
  ]
  return rows.length === 0 ? '' : ['| | Result |', '|---|---|', ...rows].join('\n')
}

/** What is none is not said: a place that only widens has narrowed nothing. */
function accessCounts(widened: number, narrowed: number): string {
  const said = [
    ...(widened > 0 ? [`**widened in ${plural(widened, 'place', 'places')}**`] : []),
    ...(narrowed > 0 ? [`narrowed in ${plural(narrowed, 'place', 'places')}`] : []),
  ]
  return said.join(' · ')
}
