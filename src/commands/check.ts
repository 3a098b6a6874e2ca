import type { InputValues } from './inputs.ts'
import { failOnOf, loadProject } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import type { World } from './world.ts'

/** Proof before anything touches AWS: the config is right and renders to templates inside AWS's limits. */
export async function check(world: World, inputs: InputValues): Promise<CommandResult> {
  const { config, templates } = await loadProject(world, inputs)
  world.progress.done('config', config.file)
  for (const template of templates) world.progress.done(`${template.name}.yml`, `${Buffer.byteLength(template.body)} bytes`)
  const report = buildReport(world, { command: 'check', outcome: 'checked', failOn: failOnOf(config, inputs), config }, {})
  return { report, exitCode: exitCodeOf(report) }
}
