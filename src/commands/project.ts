import { dirname, join, relative } from 'node:path/posix'
import type { LocatedPolicy, OrganizationPolicies } from '../access/model.ts'
import { withFullAccess } from '../access/organization.ts'
import { CHECKS } from '../checks/registry.ts'
import { limitBreaches, surelyWithinLimits } from '../cloudformation/limits.ts'
import { parseTemplate } from '../cloudformation/parse.ts'
import { accessMatrixFile, type LoadedConfig, loadConfig } from '../config/load.ts'
import { type LocatedYaml, parseLocatedYaml } from '../config/yaml.ts'
import { parsePolicy } from '../iam/policy.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { Severity } from '../model/finding.ts'
import type { ParsedTemplate, ProjectTemplate, RenderedTemplate } from '../model/template.ts'
import { renderTemplates } from '../render/render.ts'
import { type InputValues, textInput } from './inputs.ts'
import type { World } from './world.ts'

export interface Project extends LoadedConfig {
  organization: OrganizationPolicies
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
  const loaded = loadConfig({
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
  const organization = await organizationOf(world, loaded)
  const { yaml } = loaded
  const config = { ...loaded.config, organizationHash: hashOf(organization, world) }
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
  return { config, yaml, templates, organization }
}

/** By what the policies say, level by level; where their files lie is no matter. */
function hashOf({ serviceControl, resourceControl }: OrganizationPolicies, { sha256 }: World): string | undefined {
  const said = [serviceControl, resourceControl].map((levels) => levels.map((level) => level.map(({ statements }) => statements)))
  return said.flat().length === 0 ? undefined : sha256(JSON.stringify(said))
}

async function accessMatrixOf(world: World, yaml: LocatedYaml, config: string): Promise<{ file: string; text: string } | undefined> {
  const named = accessMatrixFile(yaml)
  return named === undefined
    ? undefined
    : besideConfig(world, { yaml, config, named, pointer: '/access-matrix', or: ', or write the list into the config' })
}

interface NamedFile {
  yaml: LocatedYaml
  config: string
  named: string
  /** Where the config names it. */
  pointer: string
  /** What else may be done than creating it. */
  or: string
}

/** A file that the config names. @throws BAD_CONFIG when it lies outside of the checkout or is not there */
async function besideConfig(world: World, { yaml, config, named, pointer, or }: NamedFile): Promise<{ file: string; text: string }> {
  const file = join(dirname(config), named)
  const key = `\`${pointer.slice(1).split('/').slice(0, 2).join('.')}\``
  const refuse = (message: string, remedy: string) =>
    new AuditError('BAD_CONFIG', `${key} in ${config} ${message}`, {
      problems: [{ message: `${key} ${message}`, position: yaml.positionOf(pointer), remedy }],
    })
  if (leavesFolder(config, file))
    throw refuse(`names ${named}, which lies outside of the checkout.`, 'Name a file of the checkout, relative to the config.')
  const text = await world.readText(file)
  if (text === undefined)
    throw refuse(`names ${named}, and there is no ${file}.`, `The path is relative to the config. Create the file${or}.`)
  return { file, text }
}

/** The organization policies that a config names. @throws BAD_CONFIG for a file that is none */
async function organizationOf(world: World, { config, yaml }: LoadedConfig): Promise<OrganizationPolicies> {
  const levels = (key: string, files: readonly (readonly string[])[]) =>
    Promise.all(
      files.map((level, at) =>
        Promise.all(
          level.map(async (named, index) => {
            const pointer = `/organization/${key}/${at}/${index}`
            return controlPolicy(
              await besideConfig(world, { yaml, config: config.file, named, pointer, or: ', or remove it from the list' }),
            )
          }),
        ),
      ),
    )
  const { serviceControl, resourceControl } = config.organization
  return {
    serviceControl: (await levels('service-control-policies', serviceControl)).map(withFullAccess),
    resourceControl: await levels('resource-control-policies', resourceControl),
  }
}

function controlPolicy({ file, text }: { file: string; text: string }): LocatedPolicy {
  const located = parseLocatedYaml(text, file)
  try {
    return { name: file, statements: parsePolicy(located.value), positionOf: (statement) => located.positionOf(`/Statement/${statement}`) }
  } catch (error) {
    if (!(error instanceof AuditError)) throw error
    const problem = {
      message: error.message,
      position: located.positionOf(''),
      remedy: 'Name files with the JSON of a policy, as AWS Organizations has it.',
    }
    throw new AuditError('BAD_CONFIG', `${file}: ${error.message}`, { problems: [problem] })
  }
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
