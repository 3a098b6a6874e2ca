import { type AccessResult, isRed } from '../model/access.ts'
import type { Benchmark } from '../model/benchmark.ts'
import { formatPosition } from '../model/errors.ts'
import { exceptionText, type Finding } from '../model/finding.ts'
import type { AccessChange, DriftedResource, ResourceChange, StackOutcome, StackPlan } from '../model/plan.ts'
import type { Paint } from '../model/progress.ts'
import type { PlanEffects, RunReport } from '../model/report.ts'
import { mapStrings } from '../text/strings.ts'
import { visible } from '../text/visible.ts'
import { driftOf, verdictOf } from '../verdict/verdict.ts'
import { activityLines } from './activity-text.ts'
import { countsText, NOT_MORE, statesText } from './benchmark.ts'
import { copySentences } from './copy-text.ts'
import { costReportLines } from './cost-text.ts'
import { accessLine, costText, headlineOf, rowText } from './headline.ts'
import { provenLines } from './proven.ts'
import { rulesText } from './rule-changes.ts'
import { teardownLines } from './teardown-text.ts'

/** The report for a terminal or a CI log: verdict, then what fails and how to fix it. */
export function toText(given: RunReport, paint: Paint): string {
  const report = shownReport(given)
  const verdict = verdictOf(report)
  const lines = [
    ...report.problems.flatMap((problem) => [
      `${paint('red', '✗')} ${problem.position ? `${paint('bold', formatPosition(problem.position))}  ` : ''}${problem.message}`,
      ...(problem.remedy ? [paint('dim', `    ${problem.remedy}`)] : []),
    ]),
    ...report.plans.flatMap((plan) => {
      if (plan.kind === 'no-changes')
        return [`  ${plan.stackName}: no changes`, ...(plan.unseen ? [`${paint('yellow', '!')} ${plan.unseen}`] : [])]
      if (plan.kind === 'unavailable') return [`${paint('yellow', '!')} ${plan.stackName}: ${plan.reason}`]
      return [
        `  ${plan.stackName}${plan.created ? ' (new)' : ''}:`,
        ...(plan.unseen ? [`${paint('yellow', '!')} ${plan.unseen}`] : []),
        ...plan.changes.flatMap((change) => changeLines(change, paint)),
        ...(plan.outputs ?? []).map(({ path, from, to }) => `    ~ output ${path}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`),
        ...(plan.settings ?? []).map(({ path, from, to }) => `    ~ stack setting ${path}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`),
      ]
    }),
    ...accessLines([...verdict.widened, ...verdict.narrowed], paint),
    ...driftOf(report).flatMap((resource) => driftLines(resource, paint)),
    ...(report.gates ?? []).map(({ gate, subject, text, allowed, byOldRule }) =>
      allowed === undefined
        ? `${paint('red', '✗')} gate ${gate}: ${subject} ${text}${byOldRule ? ', by the rule of the base' : ''}`
        : paint('dim', `  gate ${gate}: ${subject} ${text}; allowed: ${allowed}`),
    ),
    ...rulesText(report.rules, paint),
    ...effectLines(report.effects, paint),
    ...effectLines(report.driftEffects, paint, 'by hand: '),
    ...costLines(report.plans),
    ...(report.access ?? []).flatMap((row) => accessRowLines(row, paint)),
    ...(report.command === 'plan' ? [] : provenLines(report.findings, paint)),
    ...(report.benchmark ? benchmarkLines(report.benchmark, paint) : []),
    ...(report.copy ? copySentences(report.copy).map((line) => `  ${line}`) : []),
    ...(report.cost ? costReportLines(report.cost, paint) : []),
    ...(report.activity ? activityLines(report.activity, paint) : []),
    ...(report.teardown ? teardownLines(report.teardown, paint) : []),
    ...[...verdict.blocking, ...verdict.otherFailures].flatMap((finding) => findingLines(finding, paint)),
    ...report.findings
      .filter((finding) => finding.status === 'excepted')
      .map((finding) =>
        paint('dim', `  ${finding.code} ${finding.id} excepted until ${finding.exception?.expires}: ${finding.exception?.reason}`),
      ),
    ...report.deployments.flatMap((outcome) => deploymentLines(outcome, paint)),
    ...(report.published ?? []).map(
      ({ stackName, location, sha256, versionId, isNew }) =>
        `${paint('green', '✓')} ${stackName}: ${isNew ? 'published' : 'published before'} as ${location}\n    sha256 ${sha256}, version ${versionId ?? 'not readable with this role'}`,
    ),
    ...(report.patches ?? []).flatMap((patch) =>
      patch
        .trimEnd()
        .split('\n')
        .map((line) => paintPatch(line, paint)),
    ),
    ...report.notices.map((notice) => `${paint('yellow', '!')} ${notice}`),
    `${verdict.good ? paint('green', '✓') : paint('red', '✗')} ${paint('bold', report.subject)}: ${headlineOf(report, verdict)}`,
  ]
  return `${lines.join('\n')}\n`
}

/** Every text of the report as it may be shown: a line that comes from outside never begins where one of ours does. */
function shownReport(report: RunReport): RunReport {
  return {
    ...mapStrings(report, (text) => visible(text).replaceAll('\n', '\n      ')),
    // A patch is lines, each with its sign before it; one without is none of its own.
    ...(report.patches ? { patches: report.patches.map((patch) => visible(patch).replace(/^(?=[^ +\-@=\\\n])/gm, ' ')) } : {}),
  }
}

/** As the comment has it: under its subject, each gain and loss in the words of the policy. */
function accessLines(changes: readonly AccessChange[], paint: Paint): string[] {
  const subjects = [...new Set(changes.map(({ subject }) => subject))]
  const colour = { '+': 'green', '-': 'red' } as const
  return [
    ...(subjects.length > 0 ? ['  Access, by meaning:'] : []),
    ...subjects.flatMap((subject) => [
      `    ${subject}`,
      ...changes
        .filter((change) => change.subject === subject)
        .map((change) => {
          const line = accessLine(change)
          const sign = line[0] === '+' || line[0] === '-' ? colour[line[0]] : undefined
          return `      ${sign ? paint(sign, line) : change.widens ? paint('yellow', line) : line}`
        }),
    ]),
  ]
}

function deploymentLines(outcome: StackOutcome, paint: Paint): string[] {
  const console = outcome.consoleUrl ? [paint('dim', `    ${outcome.consoleUrl}`)] : []
  switch (outcome.kind) {
    case 'refused':
      return [`${paint('red', '✗')} ${outcome.reason}`, paint('dim', `    ${outcome.remedy}`)]
    case 'unfinished':
      return [`${paint('red', '✗')} ${outcome.reason}`, ...(outcome.remedy ? [paint('dim', `    ${outcome.remedy}`)] : []), ...console]
    case 'failed': {
      const { cause } = outcome
      const where = cause?.position ? `${paint('bold', formatPosition(cause.position))}  ` : ''
      return [
        `${paint('red', '✗')} ${outcome.stackName} is in ${outcome.status}`,
        ...(cause ? [`    first cause: ${where}${cause.logicalId} (${cause.type}): ${cause.reason}`] : []),
        ...(cause?.hint ? [`    ${cause.hint}`] : []),
        ...(outcome.remedy ? [paint('dim', `    ${outcome.remedy}`)] : []),
        ...console,
      ]
    }
    case 'deployed':
    case 'no-changes': {
      const outputs = Object.entries(outcome.outputs)
      const width = Math.max(0, ...outputs.map(([key]) => key.length))
      return [
        `  ${outcome.stackName}${outcome.kind === 'deployed' ? `: ${outcome.created ? 'created' : 'updated'} in ${outcome.seconds.toFixed(0)} s` : ': as wanted'}`,
        ...outputs.map(([key, value]) => paint('dim', `    ${key.padEnd(width)}  ${value}`)),
        ...console,
      ]
    }
    default:
      return outcome satisfies never
  }
}

function driftLines({ logicalId, type, status, values, access }: DriftedResource, paint: Paint): string[] {
  return [
    `${paint('yellow', '!')} ${logicalId} ${paint('dim', type)} ${status === 'DELETED' ? 'was deleted' : 'was changed'} outside of the stack`,
    ...values.map(({ path, from, to }) => paint('dim', `        ${path}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`)),
    ...access.map((change) => `        ${change.widens ? paint('yellow', accessLine(change)) : accessLine(change)}`),
  ]
}

function changeLines(change: ResourceChange, paint: Paint): string[] {
  const { action, logicalId, type, replacement, properties, values = [], consequence, leftOut } = change
  const replaced = replacement === 'True' ? paint('red', ' replace') : replacement === 'Conditional' ? paint('yellow', ' may replace') : ''
  return [
    `    ${mark(action)} ${logicalId} ${paint('dim', type)}${replaced} ${paint('dim', properties.join(', '))}${leftOut ? paint('yellow', ' not in the change set') : ''}`.trimEnd(),
    ...(consequence ? [`        ${consequence}`] : []),
    ...values.map(({ path, from, to }) => paint('dim', `        ${path}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`)),
  ]
}

function effectLines(effects: PlanEffects | undefined, paint: Paint, how = ''): string[] {
  const { introduced = [], fixed = [], rows = [] } = effects ?? {}
  return [
    ...introduced.map(({ code, id, severity, message }) => `${paint('red', '✗')} ${how}would fail: ${code} ${id} ${severity}: ${message}`),
    ...fixed.map(({ code, id }) => `${paint('green', '✓')} would be fixed: ${code} ${id}`),
    ...rows.map(
      (row) =>
        `${row.state === 'holds' ? paint('green', '✓ would hold') : paint('red', `${row.state === 'broken' ? '✗ would no longer hold' : '? would no longer be proven'}`)}: ${rowText(row)}${row.detail ? `: ${row.detail}` : ''}`,
    ),
  ]
}

function costLines(plans: readonly StackPlan[]): string[] {
  const text = costText(plans)
  return text === undefined ? [] : [`  ${text}`]
}

function accessRowLines(row: AccessResult, paint: Paint): string[] {
  const { why, state, detail, at, position } = row
  const sign = state === 'holds' ? paint('green', '✓') : state === 'broken' ? paint('red', '✗') : paint(isRed(row) ? 'red' : 'yellow', '?')
  const line = `${sign} ${rowText(row)}${why ? paint('dim', `  ${why}`) : ''}`
  const told = detail ? [`    ${state === 'not-proven' ? `not proven: ${detail}` : detail}`] : []
  if (state === 'holds') return [line, ...told]
  return [
    line,
    ...told,
    ...(position ? [`    row: ${formatPosition(position)}`] : []),
    ...at.map(({ text, position: place }) => `    ${place ? `${paint('bold', formatPosition(place))}  ` : ''}${text}`),
  ]
}

function paintPatch(line: string, paint: Paint): string {
  if (/^(?:---|\+\+\+|===)/.test(line)) return paint('bold', line)
  return line.startsWith('+') ? paint('green', line) : line.startsWith('-') ? paint('red', line) : line
}

function mark(action: string): string {
  return { Add: '+', Remove: '-', Modify: '~', Import: '<', Dynamic: '?', SyncWithActual: '=' }[action] ?? '?'
}

function benchmarkLines(benchmark: Benchmark, paint: Paint): string[] {
  const signs = {
    'tests passed': paint('green', '✓'),
    exceptions: paint('red', '✗'),
    'not tested': paint('yellow', '!'),
    'not applicable': '-',
  }
  const wide = Math.max(...benchmark.controls.map(({ id }) => id.length))
  return [
    `${paint('bold', `${benchmark.title} ${benchmark.version}`)}: ${statesText(benchmark)}`,
    ...benchmark.controls.map(
      (control) =>
        `${signs[control.state]} ${control.id.padEnd(wide)}  ${control.state}  ${paint('dim', `${control.fit}: ${countsText(control)}`)}`,
    ),
    paint('dim', `  ${NOT_MORE}`),
  ]
}

function findingLines(finding: Finding, paint: Paint): string[] {
  const sign = finding.status === 'error' ? paint('yellow', '!') : paint('red', '✗')
  const state = finding.status === 'error' ? 'error, not a pass' : finding.severity
  return [
    `${sign} ${finding.code} ${finding.id} ${paint('bold', state)}: ${finding.message}`,
    paint('dim', `    ${finding.resource}${(finding.positions ?? []).map((position) => `  ${formatPosition(position)}`).join('')}`),
    paint('dim', `    ${finding.remedy}`),
    ...(finding.exception ? [paint('dim', `    ${exceptionText(finding.exception)}`)] : []),
  ]
}
