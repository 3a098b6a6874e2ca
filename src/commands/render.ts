import { join } from 'node:path'
import type { RenderedTemplate } from '../model/template.ts'
import { parseTemplate } from '../render/parse.ts'
import { type InputValues, textInput } from './inputs.ts'
import { failOnOf, loadProject } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import type { World } from './world.ts'

/** Config → template files, deployable as they are with `aws cloudformation deploy`, and their parameters. */
export async function render(world: World, inputs: InputValues): Promise<CommandResult> {
  const { config, templates } = await loadProject(world, inputs)
  await writeTemplates(world, textInput(inputs, 'output-dir'), templates)
  const report = buildReport(world, { command: 'render', outcome: 'rendered', failOn: failOnOf(config, inputs), config }, {})
  return { report, exitCode: exitCodeOf(report) }
}

async function writeTemplates(world: World, folder: string, templates: readonly RenderedTemplate[]): Promise<void> {
  for (const template of templates) {
    const path = join(folder, 'templates', `${template.name}.yml`)
    await world.writeText(path, template.body)
    const parameters = Object.entries(parseTemplate(template.body, path).Parameters ?? {}).map(([ParameterKey, { Default }]) => ({
      ParameterKey,
      ParameterValue: String(Default),
    }))
    if (parameters.length > 0)
      await world.writeText(join(folder, 'templates', `${template.name}.parameters.json`), `${JSON.stringify(parameters, null, 2)}\n`)
    world.progress.done(
      path,
      `aws cloudformation deploy --template-file ${path} --stack-name ${template.stackName} --capabilities CAPABILITY_NAMED_IAM`,
    )
  }
}
