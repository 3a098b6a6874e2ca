import { policyNotes } from '../access/policies.ts'
import { type ExaminedTemplate, examineTemplate } from '../cloudformation/examine.ts'
import type { ActionIndex } from '../iam/actions.ts'
import type { AccessResult } from '../model/access.ts'
import type { Config } from '../model/config.ts'
import { formatPosition, type Position, type Problem } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import { judgeTemplates } from '../verify/judge-templates.ts'
import { type PlacedTemplate, templateArns } from '../verify/template-facts.ts'
import type { InputValues } from './inputs.ts'
import { failOnOf } from './project.ts'
import { bothHalves } from './publisher.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import type { World } from './world.ts'

/** A template as CloudFormation and IAM would read it. */
export function examine(body: string, file: string, { typesOf, index }: Known): Examined {
  const examined = examineTemplate(body, file, typesOf)
  const { problems, unknown } = policyNotes(examined.parsed, index)
  const located = problems.map(
    ({ pointer, ...problem }): Problem => ({ id: 'policy-unreadable', ...problem, position: examined.positionOf(pointer) }),
  )
  const notices = unknown.map(
    ({ pointer, message }) => `${formatPosition(examined.positionOf(pointer))}: ${message} The statement means nothing by it.`,
  )
  return { ...examined, problems: [...examined.problems, ...located].sort(byLine), notices }
}

export type Examined = ExaminedTemplate & { notices: readonly string[] }

export interface Known {
  typesOf: Awaited<ReturnType<World['resourceTypes']>>
  index: ActionIndex
}

export async function knownToAws(world: World): Promise<Known> {
  const [typesOf, index] = await Promise.all([world.resourceTypes(), world.iamActions()])
  return { typesOf, index }
}

const byLine = (a: Problem, b: Problem) => (a.position?.line ?? 0) - (b.position?.line ?? 0)

export function tell(world: World, examined: readonly ExaminedTemplate[]): void {
  for (const { file, parsed, problems } of examined) {
    const count = Object.keys(parsed.Resources).length
    const resources = count === 1 ? 'one resource' : `${count} resources`
    if (problems.length === 0) world.progress.done(file, `${resources}, valid`)
    else world.progress.failed(file, `${resources}, ${problems.length === 1 ? 'one problem' : `${problems.length} problems`}`)
  }
}

interface JudgedTemplates {
  findings: Finding[]
  /** Ids of checks that only a deployment decides. */
  undecided: string[]
  notices: string[]
}

/** The checks of `verify` that a template decides, with the same ids. What only a deployment decides is counted, not guessed. */
export function judge(
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
  if (where.config) world.progress.done('policy rules', `${findings.filter((finding) => finding.status === 'pass').length} pass`)
  return { findings, undecided: undecided.map(({ id }) => id), notices: undecided.length > 0 ? [openText(undecided)] : [] }
}

function openText(undecided: readonly Finding[]): string {
  return `${undecided.length} rules depend on values that only a deployment has: ${[...new Set(undecided.map(({ id }) => id))].join(', ')}.`
}

export function finish(
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
