import { type AccessResult, isRed } from '../../model/access.ts'
import { formatPosition } from '../../model/errors.ts'
import type { StackOutcome, StackPlan } from '../../model/plan.ts'
import type { RunReport } from '../../model/report.ts'
import { driftOf, type Verdict } from '../../verdict/verdict.ts'
import { accessLine, accessText, costText, rowText } from '../headline.ts'
import { htmlTable, htmlText as text } from './page.ts'

const MARKS = { holds: '✓', broken: '✗', 'not-proven': '?' } as const
const SAID = { holds: 'holds', broken: 'does not hold', 'not-proven': 'not proven' } as const

/** The access matrix as a grid: who is a line, what they can and cannot do are its cells; what is broken is told beneath. */
export function accessSection({ access = [] }: RunReport): string {
  if (access.length === 0) return ''
  const byWho = new Map<string, AccessResult[]>()
  for (const row of access) byWho.set(row.who, [...(byWho.get(row.who) ?? []), row])
  const lines = [...byWho].map(([who, rows]) => {
    const cells = (effect: AccessResult['effect']) =>
      rows
        .filter((row) => row.effect === effect)
        .map(cell)
        .join('')
    return [text(who), `<ul class="cells">${cells('can')}</ul>`, `<ul class="cells">${cells('cannot')}</ul>`]
  })
  const wrong = access
    .filter(({ state }) => state !== 'holds')
    .map(
      (row) =>
        `<article class="finding ${isRed(row) ? 'high' : 'low'}"><h3>${text(rowText(row))} <span class="tag">${SAID[row.state]}</span></h3><p>${text(row.detail ?? '')}</p>${row.at
          .map((at) => `<p><code>${text(at.position ? `${formatPosition(at.position)} ${at.text}` : at.text)}</code></p>`)
          .join('')}</article>`,
    )
  return `<section><h2>Access matrix</h2>${wrong.join('')}${htmlTable(['Who', 'Can', 'Cannot'], lines)}</section>`
}

function cell(row: AccessResult): string {
  const { actions, on, state, why } = row
  return `<li class="${state === 'holds' ? '' : isRed(row) ? 'bad' : 'soft'}"><span title="${SAID[state]}">${MARKS[state]}</span> ${text(actions)} <span class="soft">on ${text(on)}${why ? ` (${text(why)})` : ''}</span></li>`
}

export function changesSection(report: RunReport, { widened, narrowed }: Verdict): string {
  const { plans, rules } = report
  const drift = driftOf(report)
  const cost = costText(plans)
  const access = [...widened, ...narrowed].map((change) => [
    change.widens ? '<span class="bad">widened</span>' : 'narrowed',
    `<code>${text(change.subject)}</code>`,
    text(accessText(change)),
  ])
  const drifted = drift.map(({ logicalId, type, status, values, access: grants }) => [
    `<code>${text(logicalId)}</code> <span class="soft">${text(type)}</span>`,
    status === 'DELETED' ? '<span class="bad">deleted</span>' : 'changed',
    [
      ...values.map(({ path, from, to }) => text(`${path}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`)),
      ...grants.map((grant) => text(accessLine(grant))),
    ].join('<br>'),
  ])
  const ruled = (rules?.changes ?? []).map(({ rule, change, from, to, weakens }) => [
    weakens ? '<span class="bad">weaker</span>' : text(change),
    `<code>${text(rule)}</code>`,
    text(`${from ?? 'nothing'} → ${to ?? 'nothing'}`),
  ])
  const sections = [
    access.length > 0 ? `<h3>Access</h3>${htmlTable(['', 'Of', 'What'], access)}` : '',
    ruled.length > 0 ? `<h3>Rules that change</h3>${htmlTable(['', 'Rule', 'From → to'], ruled)}` : '',
    drifted.length > 0 ? `<h3>Changed outside of the stacks</h3>${htmlTable(['Resource', '', 'What'], drifted)}` : '',
    ...plans.map(planPart),
    cost ? `<p>${text(cost)}</p>` : '',
  ].filter((part) => part !== '')
  return sections.length === 0 ? '' : `<section><h2>Changes</h2>${sections.join('')}</section>`
}

function planPart(plan: StackPlan): string {
  const title = `<h3>${text(plan.stackName)}${plan.kind === 'changes' && plan.created ? ' (new)' : ''}</h3>`
  if (plan.kind === 'unavailable') return `${title}<p class="bad">${text(plan.reason)}</p>`
  if (plan.kind === 'no-changes') return `${title}<p>no changes</p>`
  const rows = plan.changes.map(({ action, logicalId, type, replacement, values = [], properties, consequence }) => [
    `${text(action)}${replacement === 'True' ? ' <b class="bad">replace</b>' : replacement === 'Conditional' ? ' may replace' : ''}`,
    `<code>${text(logicalId)}</code> <span class="soft">${text(type)}</span>`,
    [
      ...(consequence ? [text(consequence)] : []),
      ...(values.length > 0
        ? values.map(({ path, from, to }) => text(`${path}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`))
        : [text(properties.join(', '))]),
    ].join('<br>'),
  ])
  return title + htmlTable(['', 'Resource', 'What'], rows)
}

export function gatesSection({ gates = [] }: RunReport): string {
  if (gates.length === 0) return ''
  const rows = gates.map(({ gate, subject, text: what, allowed, byOldRule }) => [
    allowed === undefined ? '<span class="bad">stops</span>' : 'allowed',
    `<code>${text(gate)}</code>`,
    text(`${subject} ${what}${byOldRule ? ', by the rule of the base' : ''}${allowed === undefined ? '' : `; allowed: ${allowed}`}`),
  ])
  return `<section><h2>Gates</h2>${htmlTable(['', 'Gate', 'What'], rows)}</section>`
}

export function deploymentSection({ deployments }: RunReport): string {
  if (deployments.length === 0) return ''
  return `<section><h2>Deployments</h2>${htmlTable(['', 'Stack', 'What'], deployments.map(deploymentRow))}</section>`
}

function deploymentRow(outcome: StackOutcome): string[] {
  const isGood = outcome.kind === 'deployed' || outcome.kind === 'no-changes'
  return [isGood ? '✓' : '<span class="bad">✗</span>', `<code>${text(outcome.stackName)}</code>`, deploymentText(outcome)]
}

function deploymentText(outcome: StackOutcome): string {
  switch (outcome.kind) {
    case 'no-changes':
      return 'as wanted'
    case 'deployed':
      return text(`${outcome.created ? 'created' : 'updated'} in ${outcome.seconds.toFixed(0)} s`)
    case 'refused':
    case 'unfinished':
      return text(`${outcome.reason} ${outcome.remedy ?? ''}`)
    case 'failed':
      return text(
        `${outcome.status}${outcome.cause ? `: ${outcome.cause.logicalId} (${outcome.cause.type}): ${outcome.cause.reason}` : ''} ${outcome.remedy ?? ''}`,
      )
    default:
      return outcome satisfies never
  }
}
