import type { DriftedResource } from '../model/plan.ts'
import type { RunReport } from '../model/report.ts'
import { escapeMarkdown, escapeProse, inlineCode, link } from '../text/markdown.ts'
import { maskAccount, maskAccounts } from '../text/mask.ts'
import { driftOf, type Verdict, verdictOf } from '../verdict/verdict.ts'
import { benchmarkParts } from './benchmark.ts'
import { copySentences } from './copy-text.ts'
import { headlineOf, plural } from './headline.ts'
import { accessPart, brokenRowParts, gateParts, matrixTable, ruleParts } from './markdown/access.ts'
import { activityParts } from './markdown/activity.ts'
import { costReportParts } from './markdown/cost.ts'
import { checkList, effectParts, exceptionTable, findingTable, problemParts } from './markdown/findings.ts'
import { folded, type Part } from './markdown/part.ts'
import { costParts, deploymentParts, driftParts, outputParts, planPart, publishedParts } from './markdown/stacks.ts'
import { teardownParts } from './markdown/teardown.ts'
import { markOf, type Open, publicParts, resultTable } from './public.ts'

export interface MarkdownOptions {
  /** Characters; GitHub takes 65,536 in a comment and 1 MiB in a summary. */
  limit: number
  /** Public repositories: ids masked and details withheld, because a finding is a map for attackers. */
  isPublic: boolean
  open?: Open
  maskAccountId: boolean
}

/** The report for people: verdict first, then what changed, what fails and how to fix it, then folded detail. */
export function toMarkdown(report: RunReport, options: MarkdownOptions): string {
  const verdict = verdictOf(report)
  const parts: Part[] = options.isPublic
    ? publicParts(report, verdict, options.open ?? { notices: [], problems: false }).map((text) => ({ text }))
    : [
        { text: `### ${markOf(verdict)} ${escapeMarkdown(report.subject)}: ${escapeMarkdown(headlineOf(report, verdict))}` },
        ...decision(verdict, driftOf(report)),
        { text: resultTable(report, verdict) },
        ...detailParts(report, verdict),
        ...report.notices.map((notice) => ({ text: `> ${escapeProse(notice)}` })),
      ]
  parts.push({ text: footer(report, options) })
  const text = fitInto(parts, options.limit)
  return options.isPublic || options.maskAccountId ? maskAccounts(text) : text
}

function decision(verdict: Verdict, drift: readonly DriftedResource[]): Part[] {
  const [first] = verdict.widened
  const [opened] = drift.flatMap(({ access }) => access.filter(({ widens }) => widens))
  if (!first && opened) {
    const now = opened.effect === 'Allow' ? 'now grants' : 'no longer denies'
    return [{ text: `**Look:** ${inlineCode(opened.subject)} was changed by hand and ${now} ${inlineCode(opened.text)}.` }]
  }
  const [weaker] = verdict.weakened
  if (!first && weaker) return [{ text: `**Decide:** the rule ${inlineCode(weaker.rule)} would be weaker.` }]
  if (!first) return []
  const more = verdict.widened.length > 1 ? ` (and ${verdict.widened.length - 1} more)` : ''
  const verb = first.change === 'added' ? 'would gain' : 'would no longer be denied'
  return [{ text: `**Decide:** ${inlineCode(first.subject)} ${verb} ${inlineCode(first.text)}${more}.` }]
}

function detailParts(report: RunReport, verdict: Verdict): Part[] {
  const { configFile } = report.context
  const said = [...verdict.blocking, ...verdict.otherFailures]
  const passing = report.findings.filter(({ status }) => status === 'pass')
  return [
    ...problemParts(report),
    ...report.deployments.flatMap(deploymentParts),
    ...outputParts(report.deployments),
    ...findingTable('Blocking', verdict.blocking, configFile),
    ...benchmarkParts(report.benchmark),
    ...activityParts(report.activity),
    ...teardownParts(report.teardown),
    ...costReportParts(report.cost),
    ...(report.copy
      ? [
          {
            text: copySentences(report.copy)
              .map((line) => `- ${escapeMarkdown(line)}`)
              .join('\n'),
          },
        ]
      : []),
    ...gateParts(report.gates ?? []),
    ...ruleParts(report),
    ...brokenRowParts(verdict.brokenRows, configFile),
    ...accessPart('Access, by meaning', verdict.widened),
    ...folded(`Access narrowed in ${plural(verdict.narrowed.length, 'place', 'places')}`, accessPart('', verdict.narrowed), 25),
    ...driftParts(driftOf(report)),
    ...effectParts('Checks and access that change', report.effects, said),
    ...effectParts('What changes by hand do to checks and access', report.driftEffects, said),
    ...costParts(report.plans),
    ...publishedParts(report.published ?? []),
    ...report.plans.flatMap(planPart),
    ...folded(
      `${verdict.otherFailures.length} more below the threshold ${report.failOn}`,
      findingTable('', verdict.otherFailures, configFile),
      30,
    ),
    ...folded('Exceptions and what was not assessed', exceptionTable(report), 10),
    ...folded(`Access matrix, ${plural((report.access ?? []).length, 'row', 'rows')}`, matrixTable(report.access ?? []), 5),
    ...folded(plural(passing.length, 'check passes', 'checks pass'), checkList(passing), 1),
  ]
}

function footer(report: RunReport, options: MarkdownOptions): string {
  const { context } = report
  const account = context.account && (options.isPublic || options.maskAccountId ? maskAccount(context.account) : context.account)
  const items = [
    ...(context.commit ? [`head ${shortCommit(context.commit)}`] : []),
    `${escapeMarkdown(context.time.slice(0, 16).replace('T', ' '))} UTC`,
    `v${escapeMarkdown(context.version)}`,
    ...(account ? [`account ${/^\d{12}$/.test(account) ? account : escapeMarkdown(account)}`] : []),
    ...(context.runUrl ? [link('run', context.runUrl)] : []),
  ]
  return `<sub>${items.join(' · ')}</sub>`
}

/** Seven characters of a commit, which GitHub links; anything else is shown as it is. */
function shortCommit(commit: string): string {
  return /^[0-9a-f]{7,64}$/.test(commit) ? commit.slice(0, 7) : escapeMarkdown(commit)
}

/** Joins what fits, dropping detail first and never the verdict. */
function fitInto(parts: readonly Part[], limit: number): string {
  const kept = parts.filter((part) => part.text !== '').map((part) => ({ ...part }))
  const text = () => `${kept.map((part) => part.text).join('\n\n')}\n`
  const order = [...kept].filter((part) => part.dropOrder !== undefined).sort((a, b) => (a.dropOrder ?? 0) - (b.dropOrder ?? 0))
  for (const part of order) {
    if (text().length <= limit) break
    part.text = `<sub>${part.dropped ?? 'Detail left out for length.'}</sub>`
  }
  const whole = text()
  if (whole.length <= limit) return whole
  // Even the tables that must stay can be too many: cut at a line, and say so.
  const note = '\n\n<sub>Shortened: the rest is in the job summary and in report.md of the results.</sub>\n'
  const cut = whole.slice(0, limit - note.length)
  return cut.slice(0, cut.lastIndexOf('\n')) + note
}
