import { join } from 'node:path'
import { parseTemplate } from '../cloudformation/parse.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import { INLINE_LIMIT, type ParsedTemplate, type ProjectTemplate } from '../model/template.ts'
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
  if (patches === undefined) await writeTemplates(world, config, folder, wanted)
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
  // The one form that `aws cloudformation deploy` reads from a file in both versions of aws-cli.
  const parameters = Object.entries(parametersOf(template)).map(([key, { Default }]) => `${key}=${String(Default)}`)
  const own = { path, text: template.body }
  return parameters.length === 0
    ? [own]
    : [own, { path: join(folder, `${template.name}.parameters.json`), text: `${JSON.stringify(parameters, null, 2)}\n` }]
}

/** Only the head is parsed: a template's parameters stand before its resources. */
function parametersOf({ body, name }: ProjectTemplate): NonNullable<ParsedTemplate['Parameters']> {
  return parseTemplate(`${body.slice(0, body.indexOf('\nResources:\n'))}\nResources: {}\n`, name).Parameters ?? {}
}

async function writeTemplates(world: World, config: Config, folder: string, templates: readonly ProjectTemplate[]): Promise<void> {
  for (const template of templates) {
    const files = filesOf(folder, template)
    for (const { path, text } of files) await world.writeText(path, text)
    const [{ path } = { path: '' }, parameters] = files
    world.progress.done(path, deployCommand(config, template, { path, parameters: parameters?.path }))
  }
}

/** The command that deploys a file as it is: where its stack is, with its parameters, and through a bucket where a call is too small. */
function deployCommand(
  config: Config,
  template: ProjectTemplate,
  { path, parameters }: { path: string; parameters: string | undefined },
): string {
  const isLarge = Buffer.byteLength(template.body) > INLINE_LIMIT
  const { templateBucket, names, region } = config
  // Our own bucket takes each name once, which aws-cli cannot ask for; and aws-cli uploads to buckets of the stack's region only.
  const hasBucket = templateBucket === 'use' && template.region === region
  if (isLarge && !hasBucket)
    return `mlops-audit deploy${template.name === 'bootstrap' ? ' --bootstrap' : ''} --config ${shellWord(config.file)}`
  return [
    'aws cloudformation deploy',
    `--region ${template.region}`,
    `--template-file ${shellWord(path)}`,
    `--stack-name ${template.stackName}`,
    '--capabilities CAPABILITY_NAMED_IAM',
    ...(parameters === undefined ? [] : [`--parameter-overrides ${shellWord(`file://${parameters}`)}`]),
    ...(isLarge ? [`--s3-bucket ${names.templateBucket}`, `--s3-prefix ${config.prefix}/by-hand`] : []),
  ].join(' ')
}

/** As a POSIX shell reads it. */
function shellWord(text: string): string {
  return /^[\w./:@=+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
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
