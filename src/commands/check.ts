import { accessModel } from '../access/from-templates.ts'
import { judgeMatrix } from '../access/judge.ts'
import { CHECKS } from '../checks/registry.ts'
import type { LocatedYaml } from '../config/yaml.ts'
import { isRed } from '../model/access.ts'
import type { Position } from '../model/errors.ts'
import { checkTemplates } from './check-templates.ts'
import { examine, finish, judge, knownToAws, tell } from './examined.ts'
import { type InputValues, textInput } from './inputs.ts'
import { loadProject } from './project.ts'
import type { CommandResult } from './result.ts'
import type { World } from './world.ts'

/** Proof before anything touches AWS: of a config and what it renders to, or of anyone's templates. */
export async function check(world: World, inputs: InputValues): Promise<CommandResult> {
  return textInput(inputs, 'template') !== '' ? checkTemplates(world, inputs) : checkProject(world, inputs)
}

async function checkProject(world: World, inputs: InputValues): Promise<CommandResult> {
  const { config, yaml, templates, organization } = await loadProject(world, inputs)
  world.progress.done('config', config.file)
  const known = await knownToAws(world)
  const examined = templates.map((template) => ({
    ...examine(template.body, `${template.name}.yml`, known),
    region: template.region,
  }))
  tell(world, examined)
  const verdict = judge(world, examined, { account: config.account, region: config.region, config, configLine: configLineOf(yaml) })
  const { access, problems } = judgeMatrix({
    config,
    model: accessModel(examined, config.account, organization),
    index: known.index,
    positionOf: (row, key) => yaml.positionOf(`/access-matrix/${row}${key === undefined ? '' : `/${key}`}`),
  })
  const held = access.filter(({ state }) => state === 'holds').length
  const unproven = access.filter(({ state }) => state === 'not-proven').length
  const told = `${held} of ${access.length} rows hold${unproven > 0 ? `, ${unproven} not proven` : ''}`
  if (!access.some(isRed) && problems.length === 0) world.progress.done('access matrix', told)
  else world.progress.failed('access matrix', told)
  return finish(world, inputs, examined, verdict, { config, access, problems })
}

/** The line of the setting that decides a check most, or of what encloses it. */
function configLineOf(yaml: LocatedYaml): (checkId: string) => Position | undefined {
  return (checkId) => {
    const [setting] = CHECKS.find(({ id }) => id === checkId)?.settings ?? []
    return setting === undefined ? undefined : yaml.positionOfKey(`/${setting.replaceAll('.', '/')}`)
  }
}
