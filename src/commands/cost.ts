import { join } from 'node:path'
import { closest } from '../model/closest.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import type { CostReport } from '../model/money.ts'
import { reckon } from '../money/reckon.ts'
import { VOLUMES, volumesOf } from '../money/volumes.ts'
import { costPage } from '../report/cost-html.ts'
import { actualCost } from './cost-actual.ts'
import { measured } from './cost-measure.ts'
import { booleanInput, type InputValues, listInput, textInput } from './inputs.ts'
import { failOnOf, loadProject } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import { openSession } from './session.ts'
import type { World } from './world.ts'

/** What the audit costs: by the price list, by amounts, month by month, and, where asked for, as it was billed. */
export async function cost(world: World, inputs: InputValues): Promise<CommandResult> {
  const given = givenVolumes(inputs)
  const project = await loadProject(world, inputs)
  const { config, templates } = project
  const asksAccount = booleanInput(inputs, 'measure') || booleanInput(inputs, 'actual')
  const session = asksAccount ? await openSession(world, inputs, { region: config.region, config, templates, role: 'verify' }) : undefined
  const notices: string[] = []
  const found = session && booleanInput(inputs, 'measure') ? await measured(world, config, session) : undefined
  if (found) notices.push(...found.notices)
  // What somebody says is more than what was measured: it may be about a time to come.
  const volumes = volumesOf(new Map([...(found?.volumes ?? []), ...given]))
  const actual = session && booleanInput(inputs, 'actual') ? await actualCost(world, inputs, { config, session }) : undefined
  const report: CostReport = { ...reckon(config, templates, volumes), ...(actual && 'cost' in actual ? { actual: actual.cost } : {}) }
  if (actual && 'why' in actual) notices.push(actual.why)
  await world.writeText(join(textInput(inputs, 'output-dir'), 'cost.html'), costPage(report))
  const built = buildReport(
    world,
    { command: 'cost', outcome: 'estimated', failOn: failOnOf(config, inputs), config },
    { cost: report, notices },
  )
  return { report: built, exitCode: exitCodeOf(built) }
}

/** @throws BAD_INPUT with every wrong one at once */
function givenVolumes(inputs: InputValues): Map<string, { value: number; from: string }> {
  const names = VOLUMES.map(({ name }) => name)
  const problems: Problem[] = []
  const volumes = new Map<string, { value: number; from: string }>()
  for (const item of listInput(inputs, 'volumes')) {
    const [, name = '', amount = ''] = /^([^=]*)=(.*)$/.exec(item) ?? [undefined, item]
    const value = Number(amount)
    const isShare = name.endsWith('-share')
    const guess = closest(name, names)
    if (!names.includes(name))
      problems.push({
        message: `\`volumes\` has "${item}".${guess ? ` Did you mean ${guess}?` : ''}`,
        remedy: `Allowed: ${names.join(', ')}, each as name=number.`,
      })
    else if (!/^\d{1,15}(?:\.\d{1,9})?$/.test(amount) || (isShare && value > 100))
      problems.push({
        message: `\`volumes\` has "${item}".`,
        remedy: `Allowed for ${name}: ${isShare ? 'a percentage from 0 to 100' : 'a number from 0 on, without signs between its digits'}.`,
      })
    else if (volumes.has(name)) problems.push({ message: `\`volumes\` has ${name} twice.`, remedy: 'Give one of them.' })
    else volumes.set(name, { value, from: 'given' })
  }
  if (problems.length > 0)
    throw new AuditError('BAD_INPUT', problems.map(({ message, remedy }) => `${message} ${remedy}`).join('\n'), { problems })
  return volumes
}
