import { formatPosition } from '../../model/errors.ts'
import type { DriftedResource, PropertyChange, ResourceChange, StackOutcome, StackPlan } from '../../model/plan.ts'
import type { PublishedTemplate } from '../../model/template.ts'
import { escapeMarkdown, escapeProse, inlineCode, link } from '../../text/markdown.ts'
import { costText, plural } from '../headline.ts'
import { accessPart } from './access.ts'
import { folded, type Part, valueText } from './part.ts'

export function deploymentParts(outcome: StackOutcome): Part[] {
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
export function outputParts(deployments: readonly StackOutcome[]): Part[] {
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

export function driftParts(drift: readonly DriftedResource[]): Part[] {
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

export function costParts(plans: readonly StackPlan[]): Part[] {
  const text = costText(plans)
  return text === undefined ? [] : [{ text: escapeMarkdown(text), dropOrder: 15 }]
}

export function publishedParts(published: readonly PublishedTemplate[]): Part[] {
  if (published.length === 0) return []
  const rows = published.map(
    ({ stackName, location, sha256, versionId, isNew }) =>
      `| ${inlineCode(stackName)} | ${isNew ? 'now' : 'before'} | ${inlineCode(location)} | ${inlineCode(sha256)} | ${versionId === undefined ? '_not readable with this role_' : inlineCode(versionId)} |`,
  )
  return [{ text: ['| Stack | Published | Where | SHA-256 | Version |', '|---|---|---|---|---|', ...rows].join('\n') }]
}

export function planPart(plan: StackPlan): Part[] {
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
