import { join } from 'node:path'
import { parseTemplate } from '../cloudformation/parse.ts'
import { AuditError } from '../model/errors.ts'
import type { ParsedTemplate, ProjectTemplate } from '../model/template.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import { failOnOf, loadProject } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import type { World } from './world.ts'

/** Config → template files, deployable as they are with `aws cloudformation deploy`, and their parameters. */
export async function render(world: World, inputs: InputValues): Promise<CommandResult> {
  const { config, templates } = await loadProject(world, inputs)
  const wanted = select(templates, textInput(inputs, 'template-only'))
  const folder = join(textInput(inputs, 'output-dir'), 'templates')
  const patches = booleanInput(inputs, 'diff') ? await compare(world, folder, wanted) : undefined
  if (patches === undefined) await writeTemplates(world, folder, wanted)
  const report = buildReport(
    world,
    { command: 'render', outcome: 'rendered', failOn: failOnOf(config, inputs), config },
    patches ? { patches } : {},
  )
  return { report, exitCode: exitCodeOf(report) }
}

function select(templates: readonly ProjectTemplate[], only: string): readonly ProjectTemplate[] {
  if (only === '') return templates
  const wanted = templates.filter((template) => template.name === only)
  if (wanted.length > 0) return wanted
  throw new AuditError('BAD_INPUT', `This config renders no ${only}.yml.`, {
    remedy: `It renders ${templates.map((template) => `${template.name}.yml`).join(', ')}.`,
  })
}

interface OutputFile {
  path: string
  text: string
}

/** The files of a template: itself, and its parameters where it has any. */
function filesOf(folder: string, template: ProjectTemplate): OutputFile[] {
  const path = join(folder, `${template.name}.yml`)
  const parameters = Object.entries(parametersOf(template)).map(([ParameterKey, { Default }]) => ({
    ParameterKey,
    ParameterValue: String(Default),
  }))
  const own = { path, text: template.body }
  return parameters.length === 0
    ? [own]
    : [own, { path: join(folder, `${template.name}.parameters.json`), text: `${JSON.stringify(parameters, null, 2)}\n` }]
}

/** Only the head is parsed: a template's parameters stand before its resources. */
function parametersOf({ body, name }: ProjectTemplate): NonNullable<ParsedTemplate['Parameters']> {
  return parseTemplate(`${body.slice(0, body.indexOf('\nResources:\n'))}\nResources: {}\n`, name).Parameters ?? {}
}

async function writeTemplates(world: World, folder: string, templates: readonly ProjectTemplate[]): Promise<void> {
  for (const template of templates) {
    const files = filesOf(folder, template)
    for (const { path, text } of files) await world.writeText(path, text)
    const [{ path } = { path: '' }] = files
    world.progress.done(
      path,
      `aws cloudformation deploy --template-file ${path} --stack-name ${template.stackName} --capabilities CAPABILITY_NAMED_IAM`,
    )
  }
}

/** One unified diff per file that is not what the config renders to; a missing file differs in every line. */
async function compare(world: World, folder: string, templates: readonly ProjectTemplate[]): Promise<string[]> {
  const { createTwoFilesPatch } = await import('diff')
  const patches: string[] = []
  for (const { path, text } of templates.flatMap((template) => filesOf(folder, template))) {
    const before = await world.readText(path)
    if (before !== text)
      patches.push(createTwoFilesPatch(path, path, before ?? '', text, before === undefined ? 'missing' : 'on disk', 'rendered'))
  }
  return patches
}
