import { accessModel } from '../access/from-templates.ts'
import { judgeMatrix } from '../access/judge.ts'
import { policyNotes } from '../access/policies.ts'
import { CHECKS } from '../checks/registry.ts'
import { type ExaminedTemplate, examineTemplate } from '../cloudformation/examine.ts'
import type { LocatedYaml } from '../config/yaml.ts'
import type { ActionIndex } from '../iam/actions.ts'
import { type AccessResult, isRed } from '../model/access.ts'
import type { Config } from '../model/config.ts'
import { AuditError, formatPosition, type Position, type Problem } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import { partitionOf } from '../model/partition.ts'
import { judgeTemplates } from '../verify/judge-templates.ts'
import { type PlacedTemplate, templateArns } from '../verify/template-facts.ts'
import { type InputValues, listInput, textInput } from './inputs.ts'
import { failOnOf, loadProject } from './project.ts'
import { bothHalves } from './publisher.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import type { World } from './world.ts'

/** Proof before anything touches AWS: of a config and what it renders to, or of anyone's templates. */
export async function check(world: World, inputs: InputValues): Promise<CommandResult> {
  const files = listInput(inputs, 'template')
  return files.length > 0 ? checkFiles(world, inputs, files) : checkProject(world, inputs)
}

/** A template as CloudFormation and IAM would read it. */
function examine(body: string, file: string, { typesOf, index }: Known): Examined {
  const examined = examineTemplate(body, file, typesOf)
  const { problems, unknown } = policyNotes(examined.parsed, index)
  const located = problems.map(({ pointer, ...problem }): Problem => ({ ...problem, position: examined.positionOf(pointer) }))
  const notices = unknown.map(
    ({ pointer, message }) => `${formatPosition(examined.positionOf(pointer))}: ${message} The statement means nothing by it.`,
  )
  return { ...examined, problems: [...examined.problems, ...located].sort(byLine), notices }
}

type Examined = ExaminedTemplate & { notices: readonly string[] }

interface Known {
  typesOf: Awaited<ReturnType<World['resourceTypes']>>
  index: ActionIndex
}

async function knownToAws(world: World): Promise<Known> {
  const [typesOf, index] = await Promise.all([world.resourceTypes(), world.iamActions()])
  return { typesOf, index }
}

const byLine = (a: Problem, b: Problem) => (a.position?.line ?? 0) - (b.position?.line ?? 0)

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

/** Templates of others have no config: what only a config says is left open. */
async function checkFiles(world: World, inputs: InputValues, files: readonly string[]): Promise<CommandResult> {
  const region = textInput(inputs, 'aws-region') || (world.defaultRegion ?? 'us-east-1')
  if (!partitionOf(region)) {
    throw new AuditError('BAD_INPUT', `"${region}" is no AWS region this version knows.`, {
      remedy: 'Set `aws-region` (--aws-region us-east-1), or AWS_REGION.',
    })
  }
  const known = await knownToAws(world)
  const examined: (Examined & { region: string })[] = []
  const unreadable: Problem[] = []
  for (const file of files) {
    try {
      const body = await world.readText(file)
      if (body === undefined)
        throw new AuditError('BAD_INPUT', `There is no template at ${file}.`, { remedy: 'Name files with --template a.yml,b.yml.' })
      examined.push({ ...examine(body, file, known), region })
    } catch (error) {
      if (!(error instanceof AuditError)) throw error
      unreadable.push(...problemsOf(error, file))
    }
  }
  tell(world, examined)
  const account = textInput(inputs, 'account') || '123456789012'
  const verdict = judge(world, examined, { account, region, config: undefined })
  // The account is made up, so the report is not about it.
  return finish(world, inputs, examined, verdict, { region, problems: unreadable })
}

function problemsOf(error: AuditError, file: string): readonly Problem[] {
  if (error.problems.length > 0) return error.problems
  return [{ message: error.message, position: { file, line: 1, column: 1 }, ...(error.remedy ? { remedy: error.remedy } : {}) }]
}

function tell(world: World, examined: readonly ExaminedTemplate[]): void {
  for (const { file, parsed, problems } of examined) {
    const count = Object.keys(parsed.Resources).length
    const resources = count === 1 ? 'one resource' : `${count} resources`
    if (problems.length === 0) world.progress.done(file, `${resources}, valid`)
    else world.progress.failed(file, `${resources}, ${problems.length === 1 ? 'one problem' : `${problems.length} problems`}`)
  }
}

/** The line of the setting that decides a check most, or of what encloses it. */
function configLineOf(yaml: LocatedYaml): (checkId: string) => Position | undefined {
  return (checkId) => {
    const [setting] = CHECKS.find(({ id }) => id === checkId)?.settings ?? []
    return setting === undefined ? undefined : yaml.positionOfKey(`/${setting.replaceAll('.', '/')}`)
  }
}

interface JudgedTemplates {
  findings: Finding[]
  notices: string[]
}

/** The checks of `verify` that a template decides, with the same ids. What only a deployment decides is counted, not guessed. */
function judge(
  world: World,
  templates: readonly (PlacedTemplate & Pick<ExaminedTemplate, 'positionOf'>)[],
  place: { account: string; region: string; config: Config | undefined; configLine?: (checkId: string) => Position | undefined },
): JudgedTemplates {
  const { configLine, ...where } = place
  const arns = templateArns(templates, where)
  const judged = judgeTemplates(templates, { ...where, collectedAt: world.now().toISOString() })
  const all = judged.map((finding): Finding => {
    if (finding.status !== 'fail') return finding
    const found = arns.get(finding.resource)
    const rendered = found && templates[found.template]?.positionOf(`/Resources/${found.logicalId}`)
    const positions = [rendered, configLine?.(finding.id)].filter((position) => position !== undefined)
    return positions.length > 0 ? { ...finding, positions } : finding
  })
  const isUndecided = ({ unread }: Finding) => unread?.state === 'undecided'
  const findings = all.filter((finding) => !isUndecided(finding) && finding.status !== 'not-applicable')
  const undecided = all.filter(isUndecided)
  world.progress.done('policy rules', `${findings.filter((finding) => finding.status === 'pass').length} pass`)
  return {
    findings,
    notices:
      undecided.length > 0
        ? [
            `${undecided.length} rules depend on values that only a deployment has: ${[...new Set(undecided.map(({ id }) => id))].join(', ')}.`,
          ]
        : [],
  }
}

function finish(
  world: World,
  inputs: InputValues,
  examined: readonly Examined[],
  { findings, notices }: JudgedTemplates,
  subject: { config?: Config; region?: string; problems?: readonly Problem[]; access?: readonly AccessResult[] },
): CommandResult {
  const { config, problems: others = [], access = [], ...place } = subject
  const problems = [...others, ...examined.flatMap((template) => template.problems)]
  const report = buildReport(
    world,
    { command: 'check', outcome: 'checked', failOn: failOnOf(config, inputs), config, ...place },
    {
      findings,
      problems,
      notices: [...examined.flatMap((template) => template.notices), ...notices, ...bothHalves(config)],
      ...(config ? { access } : {}),
    },
  )
  return { report, exitCode: exitCodeOf(report) }
}
