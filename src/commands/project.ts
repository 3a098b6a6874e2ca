import { dirname, join, relative } from 'node:path/posix'
import { CHECKS } from '../checks/registry.ts'
import { limitBreaches, surelyWithinLimits } from '../cloudformation/limits.ts'
import { parseTemplate } from '../cloudformation/parse.ts'
import { accessMatrixFile, type LoadedConfig, loadConfig } from '../config/load.ts'
import { type LocatedYaml, parseLocatedYaml } from '../config/yaml.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { Severity } from '../model/finding.ts'
import type { ParsedTemplate, ProjectTemplate, RenderedTemplate } from '../model/template.ts'
import { renderTemplates } from '../render/render.ts'
import { type InputValues, textInput } from './inputs.ts'
import type { World } from './world.ts'

export interface Project extends LoadedConfig {
  templates: ProjectTemplate[]
}

/** The config of a run, and the templates it renders to. @throws BAD_CONFIG with every problem at once */
export async function loadProject(world: World, inputs: InputValues): Promise<Project> {
  const file = textInput(inputs, 'config')
  const text = await world.readText(file)
  if (text === undefined) {
    throw new AuditError('BAD_CONFIG', `There is no config at ${file}.`, {
      remedy: 'Create one with `mlops-audit init`, or name another file with `config`.',
    })
  }
  const parsed = parseLocatedYaml(text, file)
  const { config, yaml } = loadConfig({
    text,
    file,
    yaml: parsed,
    accessMatrix: await accessMatrixOf(world, parsed, file),
    checkIds: CHECKS.map((check) => check.id),
    sha256: world.sha256,
    overrides: {
      environment: textInput(inputs, 'environment'),
      account: textInput(inputs, 'account'),
      region: textInput(inputs, 'aws-region'),
      'fail-on': textInput(inputs, 'fail-on'),
    },
  })
  const rendered = renderTemplates(config, { fragment: world.fragment, version: world.version })
  const templates = rendered.map(withLazyParse)
  const breaches = templates.flatMap((template) => (surelyWithinLimits(template.body) ? [] : limitBreaches(template, template.parsed)))
  if (breaches.length > 0) {
    throw new AuditError('BAD_CONFIG', `${file} renders to more than AWS takes.`, {
      problems: breaches.map((breach) => ({
        message: `${breach.template}.yml: ${breach.what} would have ${breach.size}, AWS allows ${breach.limit}.`,
        position: { file, line: 1, column: 1 },
        remedy: 'Shorten the lists it is made from (branches, environments, buckets), or use one form of `github.subject`.',
      })),
    })
  }
  return { config, yaml, templates }
}

async function accessMatrixOf(world: World, yaml: LocatedYaml, config: string): Promise<{ file: string; text: string } | undefined> {
  const named = accessMatrixFile(yaml)
  if (named === undefined) return undefined
  const file = join(dirname(config), named)
  if (leavesFolder(config, file)) {
    throw new AuditError('BAD_CONFIG', `\`access-matrix\` in ${config} names ${named}, which lies outside of the checkout.`, {
      problems: [
        {
          message: `\`access-matrix\` is "${named}", which lies outside of the checkout.`,
          position: yaml.positionOf('/access-matrix'),
          remedy: 'Name a file of the checkout, relative to the config.',
        },
      ],
    })
  }
  const matrix = await world.readText(file)
  if (matrix === undefined) {
    throw new AuditError('BAD_CONFIG', `\`access-matrix\` in ${config} names ${named}, and there is no ${file}.`, {
      remedy: 'The path is relative to the config. Create the file, or write the list into the config.',
    })
  }
  return { file, text: matrix }
}

/** A config comes with a pull request; what it names is read from the checkout it lies in, or beside it, and from nowhere else. */
function leavesFolder(config: string, file: string): boolean {
  const leaves = (path: string, folder: string) => relative(folder, path).split('/')[0] === '..'
  return leaves(file, leaves(config, '.') ? dirname(config) : '.')
}

/** Parsing costs more than rendering, and `render` itself does not need it. */
function withLazyParse(template: RenderedTemplate): ProjectTemplate {
  let parsed: ParsedTemplate | undefined
  return {
    ...template,
    get parsed() {
      parsed ??= parseTemplate(template.body, template.name)
      return parsed
    },
  }
}

export function failOnOf(config: Config | undefined, inputs: InputValues): Severity {
  return config?.failOn ?? ((textInput(inputs, 'fail-on') || 'high') as Severity)
}
