import type { AccessResult } from '../model/access.ts'
import { formatPosition } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { AccessChange, DriftedResource, GateBreach, PropertyChange, ResourceChange, StackOutcome, StackPlan } from '../model/plan.ts'
import type { PlanEffects, RunReport } from '../model/report.ts'
import type { PublishedTemplate } from '../model/template.ts'
import { codeBlock, escapeMarkdown, escapeProse, escapeSummary, inlineCode, link } from '../text/markdown.ts'
import { maskAccount, maskAccounts } from '../text/mask.ts'
import { driftOf, type Verdict, verdictOf } from '../verdict/verdict.ts'
import { accessLine, costText, headlineOf, plural, rowText } from './headline.ts'
import { markOf, type Open, publicParts, resultTable } from './public.ts'
import { rulesMarkdown } from './rule-changes.ts'

export interface MarkdownOptions {
  /** Characters; GitHub takes 65,536 in a comment and 1 MiB in a summary. */
  limit: number
  /** Public repositories: ids masked and details withheld, because a finding is a map for attackers. */
  isPublic: boolean
  open?: Open
  maskAccountId: boolean
}

/** A part of the text with its place in the order of what goes first when there is no room. Parts without one always stay. */
interface Part {
  text: string
  dropOrder?: number
  dropped?: string
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
  return [
    ...problemParts(report),
    ...report.deployments.flatMap(deploymentParts),
    ...outputParts(report.deployments),
    ...findingTable('Blocking', verdict.blocking),
    ...gateParts(report.gates ?? []),
    ...ruleParts(report),
    ...brokenRowParts(verdict.brokenRows),
    ...accessPart('Access, by meaning', verdict.widened),
    ...folded(`${plural(verdict.narrowed.length, 'access', 'accesses')} narrowed`, accessPart('', verdict.narrowed), 25),
    ...driftParts(driftOf(report)),
    ...effectParts('Checks and access that change', report.effects),
    ...effectParts('What changes by hand do to checks and access', report.driftEffects),
    ...costParts(report.plans),
    ...publishedParts(report.published ?? []),
    ...report.plans.flatMap(planPart),
    ...folded(`${verdict.otherFailures.length} more below the threshold ${report.failOn}`, findingTable('', verdict.otherFailures), 30),
    ...folded('Exceptions and what was not assessed', exceptionTable(report), 10),
    ...folded(`Access matrix, ${plural((report.access ?? []).length, 'row', 'rows')}`, matrixTable(report.access ?? []), 5),
    ...folded(`All ${report.findings.length} checks`, checkList(report.findings), 1),
  ]
}

function problemParts(report: RunReport): Part[] {
  if (report.problems.length === 0) return []
  const rows = report.problems.map(
    (problem) =>
      `| ${problem.position ? inlineCode(formatPosition(problem.position)) : ''} | ${escapeProse(problem.message)} | ${escapeProse(problem.remedy ?? '')} |`,
  )
  return [{ text: ['#### Config', '| Where | What | Fix |', '|---|---|---|', ...rows].join('\n') }]
}

function deploymentParts(outcome: StackOutcome): Part[] {
  switch (outcome.kind) {
    case 'failed': {
      const cause = outcome.cause
        ? `First cause: ${inlineCode(outcome.cause.logicalId)} (${escapeMarkdown(outcome.cause.type)}): ${escapeMarkdown(outcome.cause.reason)}`
        : 'No failed resource was reported.'
      const where = outcome.cause?.position ? ` at ${inlineCode(formatPosition(outcome.cause.position))}` : ''
      return [
        {
          text: [
            `#### ${escapeMarkdown(outcome.stackName)} is in ${escapeMarkdown(outcome.status)}`,
            `${cause}${where}`,
            ...(outcome.cause?.hint ? [`**Fix:** ${escapeProse(outcome.cause.hint)}`] : []),
            ...(outcome.remedy ? [`**Next:** ${escapeProse(outcome.remedy)}`] : []),
            ...(outcome.consoleUrl ? [link('The stack in the console', outcome.consoleUrl)] : []),
          ].join('\n\n'),
        },
      ]
    }
    case 'refused':
      return [
        {
          text: `#### ${escapeMarkdown(outcome.stackName)} was not touched\n\n${escapeMarkdown(outcome.reason)}\n\n**Fix:** ${escapeProse(outcome.remedy)}`,
        },
      ]
    case 'unfinished':
      return [
        {
          text: [
            `#### ${escapeMarkdown(outcome.stackName)} is not finished`,
            escapeMarkdown(outcome.reason),
            ...(outcome.remedy ? [`**Next:** ${escapeProse(outcome.remedy)}`] : []),
            ...(outcome.consoleUrl ? [link('The stack in the console', outcome.consoleUrl)] : []),
          ].join('\n\n'),
        },
      ]
    case 'deployed':
      return folded(
        `${outcome.stackName}: ${outcome.created ? 'created' : 'updated'} in ${outcome.seconds.toFixed(0)} s`,
        [{ text: changeTable(outcome.changes) }],
        20,
      )
    case 'no-changes':
      return []
    default:
      return outcome satisfies never
  }
}

/** What the stacks give out, with the way to each in the console. */
function outputParts(deployments: readonly StackOutcome[]): Part[] {
  const rows = deployments.flatMap((outcome) => {
    if (outcome.kind !== 'deployed' && outcome.kind !== 'no-changes') return []
    const name = outcome.consoleUrl ? link(outcome.stackName, outcome.consoleUrl) : escapeMarkdown(outcome.stackName)
    const outputs = Object.entries(outcome.outputs)
    if (outputs.length === 0) return [`| ${name} | | |`]
    return outputs.map(([key, value], index) => `| ${index === 0 ? name : ''} | ${escapeMarkdown(key)} | ${inlineCode(value)} |`)
  })
  return rows.length === 0
    ? []
    : folded('Stacks and their outputs', [{ text: ['| Stack | Output | Value |', '|---|---|---|', ...rows].join('\n') }], 12)
}

function driftParts(drift: readonly DriftedResource[]): Part[] {
  if (drift.length === 0) return []
  const rows = drift.map(({ logicalId, type, status, values, access }) => {
    const what = [
      ...(status === 'DELETED' ? ['**deleted**'] : []),
      ...values.map(({ path, from, to }) => `${escapeMarkdown(path)}: ${valueText(from)} → ${valueText(to)}`),
      ...(access.length > 0 ? ['its policy, below'] : []),
    ]
    return `| ${inlineCode(logicalId)} | ${escapeMarkdown(type)} | ${what.join('<br>')} |`
  })
  const table = ['#### Changed outside of the stacks', '| Resource | Type | As deployed → as it is |', '|---|---|---|', ...rows]
  return [
    { text: table.join('\n') },
    ...accessPart(
      'Access that was changed by hand',
      drift.flatMap(({ access }) => access),
    ),
  ]
}

function findingTable(title: string, findings: readonly Finding[]): Part[] {
  if (findings.length === 0) return []
  const rows = findings.map((finding) => {
    const what =
      finding.status === 'error'
        ? `**not readable** ${finding.missingPermission ? inlineCode(finding.missingPermission) : ''}`
        : escapeMarkdown(finding.message)
    const expired = finding.exception?.expired ? ` (exception expired ${escapeMarkdown(finding.exception.expires)})` : ''
    return `| ${checkName(finding)} (${escapeMarkdown(finding.severity)}) | ${inlineCode(shortArn(finding.resource))}${places(finding)} | ${what}${expired} | ${escapeProse(finding.remedy)} |`
  })
  return [
    {
      text: [...(title ? [`#### ${title}`] : []), '| Check | Where | Found | Fix |', '|---|---|---|---|', ...rows].join('\n'),
      ...(title ? {} : { dropOrder: 30 }),
    },
  ]
}

function checkName({ code, id }: Finding): string {
  return `${escapeMarkdown(code)} ${inlineCode(id)}`
}

function places({ positions = [] }: Finding): string {
  return positions.map((position) => `<br>${inlineCode(formatPosition(position))}`).join('')
}

function accessPart(title: string, access: readonly AccessChange[]): Part[] {
  if (access.length === 0) return []
  const subjects = [...new Set(access.map((change) => change.subject))]
  const lines = subjects.flatMap((subject) => [
    subject,
    ...access.filter((change) => change.subject === subject).map((change) => `${accessLine(change)}${change.widens ? '   ← widened' : ''}`),
  ])
  return [
    {
      text: `${title ? `#### ${title}\n` : ''}${codeBlock(lines, 'diff')}`,
      dropOrder: 40,
      dropped: `Access: ${access.length} lines left out for length.`,
    },
  ]
}

function gateParts(gates: readonly GateBreach[]): Part[] {
  if (gates.length === 0) return []
  const rows = gates.map(
    ({ gate, subject, text, allowed, byOldRule }) =>
      `| ${allowed === undefined ? `${MARKS.fail} stopped` : `${MARKS.excepted} allowed`} | ${escapeMarkdown(gate)} | ${inlineCode(subject)} | ${escapeMarkdown(text)}${byOldRule ? ', by the rule of the base' : ''} | ${escapeMarkdown(allowed ?? '')} |`,
  )
  return [{ text: ['#### Gates', '| | Gate | Subject | Found | Why it is allowed |', '|---|---|---|---|---|', ...rows].join('\n') }]
}

function ruleParts({ rules }: RunReport): Part[] {
  const text = rulesMarkdown(rules)
  return text === undefined ? [] : [{ text }]
}

function effectParts(title: string, effects: PlanEffects | undefined): Part[] {
  const { introduced = [], fixed = [], rows = [] } = effects ?? {}
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

function costParts(plans: readonly StackPlan[]): Part[] {
  const text = costText(plans)
  return text === undefined ? [] : [{ text: escapeMarkdown(text), dropOrder: 15 }]
}

function brokenRowParts(rows: readonly AccessResult[]): Part[] {
  if (rows.length === 0) return []
  const lines = rows.map((row) => {
    const place = row.position ? ` ${inlineCode(formatPosition(row.position))}` : ''
    const at = row.at.map(({ position, text }) => `${position ? `${inlineCode(formatPosition(position))} ` : ''}${escapeMarkdown(text)}`)
    const found = `${row.state === 'not-proven' ? 'not proven: ' : ''}${row.detail ?? ''}`
    return `| ${escapeMarkdown(rowText(row))}${place} | ${escapeMarkdown(found)} | ${at.join('<br>')} |`
  })
  return [{ text: ['#### Access that must not be, or is missing', '| Row | Found | Where |', '|---|---|---|', ...lines].join('\n') }]
}

function matrixTable(rows: readonly AccessResult[]): Part[] {
  if (rows.length === 0) return []
  const lines = rows.map(
    ({ state, who, effect, actions, on, why }) =>
      `| ${state === 'holds' ? MARKS.pass : state === 'broken' ? MARKS.fail : 'not proven'} | ${escapeMarkdown(who)} | ${effect} | ${escapeMarkdown(actions)} | ${escapeMarkdown(on)} | ${escapeMarkdown(why ?? '')} |`,
  )
  return [{ text: ['| | Who | | What | On | Why |', '|---|---|---|---|---|---|', ...lines].join('\n') }]
}

function publishedParts(published: readonly PublishedTemplate[]): Part[] {
  if (published.length === 0) return []
  const rows = published.map(
    ({ stackName, location, sha256, versionId, isNew }) =>
      `| ${inlineCode(stackName)} | ${isNew ? 'now' : 'before'} | ${inlineCode(location)} | ${inlineCode(sha256)} | ${versionId === undefined ? '_not readable with this role_' : inlineCode(versionId)} |`,
  )
  return [{ text: ['| Stack | Published | Where | SHA-256 | Version |', '|---|---|---|---|---|', ...rows].join('\n') }]
}

function planPart(plan: StackPlan): Part[] {
  const name = escapeMarkdown(plan.stackName)
  switch (plan.kind) {
    case 'no-changes':
      return [{ text: `${name}: no changes.${plan.unseen ? ` ${escapeMarkdown(plan.unseen)}` : ''}` }]
    case 'unavailable':
      return [{ text: `${name}: could not be planned. ${escapeMarkdown(plan.reason)}` }]
    case 'changes':
      return folded(
        `${plan.stackName}: ${plan.created ? 'would be created, ' : ''}${plural(plan.changes.length + (plan.settings ?? []).length + (plan.outputs ?? []).length, 'change', 'changes')}`,
        [{ text: `${plan.unseen ? `${escapeMarkdown(plan.unseen)}\n\n` : ''}${changeTable(plan.changes, plan.settings, plan.outputs)}` }],
        20,
      )
    default:
      return plan satisfies never
  }
}

function changeTable(
  changes: readonly ResourceChange[],
  settings: readonly PropertyChange[] = [],
  outputs: readonly PropertyChange[] = [],
): string {
  const line =
    (what: string) =>
    ({ path, from, to }: PropertyChange) =>
      `| modify | ${what} | | ${escapeMarkdown(path)}: ${valueText(from)} → ${valueText(to)} |`
  const set = [...outputs.map(line('output')), ...settings.map(line('stack setting'))]
  const rows = changes.map((change) => {
    const replaced = change.replacement === 'True' ? ' **replace**' : change.replacement === 'Conditional' ? ' may replace' : ''
    const named = change.properties.filter((name) => !(change.values ?? []).some(({ path }) => path.split(/[.[]/)[0] === name))
    const details = [
      ...(change.consequence ? [`**${escapeMarkdown(change.consequence)}**`] : []),
      ...(change.leftOut ? ['not in the change set'] : []),
      ...(named.length > 0 ? [escapeMarkdown(named.join(', '))] : []),
      ...(change.values ?? []).map(({ path, from, to }) => `${escapeMarkdown(path)}: ${valueText(from)} → ${valueText(to)}`),
    ]
    return `| ${change.action.toLowerCase()}${replaced} | ${inlineCode(change.logicalId)} | ${escapeMarkdown(change.type)} | ${details.join('<br>')} |`
  })
  return ['| Change | Resource | Type | What |', '|---|---|---|---|', ...rows, ...set].join('\n')
}

function valueText(value: string | undefined): string {
  return value === undefined ? '_nothing_' : inlineCode(value)
}

function exceptionTable(report: RunReport): Part[] {
  const excepted = report.findings.filter((finding) => finding.exception !== undefined)
  const skipped = report.findings.filter((finding) => finding.status === 'not-applicable')
  const rows = [
    ...excepted.map(
      (finding) =>
        `| ${checkName(finding)} | ${escapeMarkdown(`${finding.exception?.reason ?? ''}; ${finding.exception?.owner ?? ''} until ${finding.exception?.expires ?? ''}`)} |`,
    ),
    ...skipped.map((finding) => `| ${checkName(finding)} | not applicable: ${escapeMarkdown(finding.message)} |`),
  ]
  return rows.length === 0 ? [] : [{ text: ['| Check | Why |', '|---|---|', ...rows].join('\n') }]
}

const MARKS = { pass: '✅', fail: '❌', error: '⚠️', excepted: '🔕', 'not-applicable': '➖' } as const

function checkList(findings: readonly Finding[]): Part[] {
  if (findings.length === 0) return []
  const rows = findings.map(
    (finding) =>
      `| ${MARKS[finding.status]} | ${checkName(finding)} | ${inlineCode(shortArn(finding.resource))} | ${escapeMarkdown(finding.message)} |`,
  )
  return [{ text: ['| | Check | Where | Found |', '|---|---|---|---|', ...rows].join('\n') }]
}

function folded(title: string, parts: readonly Part[], dropOrder: number): Part[] {
  const body = parts.map((part) => part.text).join('\n\n')
  return body === ''
    ? []
    : [
        {
          text: `<details><summary>${escapeSummary(title)}</summary>\n\n${body}\n\n</details>`,
          dropOrder,
          dropped: `${escapeMarkdown(title)}: left out for length.`,
        },
      ]
}

/** The part of an ARN people read: service and name. */
function shortArn(arn: string): string {
  const [, , service, , , ...rest] = arn.split(':')
  return rest.length === 0 ? arn : `${service}:${rest.join(':')}`
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
