import type { OrganizationPolicies } from '../access/model.ts'
import { deployedTemplate } from '../aws/stack.ts'
import { parseTemplate } from '../cloudformation/parse.ts'
import type { ActionIndex } from '../iam/actions.ts'
import type { Config } from '../model/config.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import { destructive, type StackPlan } from '../model/plan.ts'
import type { PlanEffects } from '../model/report.ts'
import type { ProjectTemplate } from '../model/template.ts'
import { gateBreaches } from '../plan/gates.ts'
import { localChanges } from '../plan/local-changes.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import { planEffects } from './plan-effects.ts'
import { type Deployed, localPlan, planStack } from './plan-stack.ts'
import { failOnOf, loadProject } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import { openSession, type Session } from './session.ts'
import type { World } from './world.ts'

export interface PlanOptions {
  /** Without credentials (a fork): what the templates hold, compared with nothing. */
  local: boolean
  notices?: readonly string[]
}

/** What a deployment would change, per resource and per permission. Changes nothing. */
export async function plan(world: World, inputs: InputValues, options: PlanOptions = { local: false }): Promise<CommandResult> {
  const { config, templates, organization } = await loadProject(world, inputs)
  const stacks = templates.filter((template) => template.name !== 'bootstrap')
  const opened = options.local
    ? undefined
    : await sessionOrWhyNot(world, inputs, { region: config.region, config, templates, role: 'plan' })
  const [session, unready] = opened instanceof AuditError ? [undefined, opened] : [opened, undefined]
  const actions = await world.iamActions()
  const deployed: Deployed = new Map()
  const revertDrift = booleanInput(inputs, 'revert-drift')
  const timeoutMs = Number(textInput(inputs, 'timeout-minutes')) * 60_000
  const plans = await Promise.all(
    stacks.map(async (template) =>
      session
        ? planStack(world, { session, config, template, actions, deployed, revertDrift, timeoutMs })
        : localPlan(template, { actions }),
    ),
  )
  const lost = plans.flatMap((item) => (item.kind === 'changes' ? destructive(item.changes) : [])).map((change) => change.logicalId)
  const notices = [
    ...(options.notices ?? []),
    ...(revertDrift ? [] : driftNotices(plans)),
    ...(lost.length > 0
      ? [
          `A deployment of this is refused: it would replace or remove ${lost.join(', ')}, which holds evidence. If that is meant, an administrator deploys with --allow-destructive ${lost.join(',')}.`,
        ]
      : []),
    ...(options.local || unready
      ? ['Planned without AWS credentials: the list is what the templates hold, not what differs from the account.']
      : []),
    ...(await bootstrapNotices(session, templates, deployed)),
    ...(session ? creationNotices(config, plans) : []),
    ...(config.audit.organizationId ? [ORGANIZATION_NOTICE] : []),
  ]
  const effects = effectsOf(world, config, { templates, deployed, actions, organization })
  const report = buildReport(
    world,
    { command: 'plan', outcome: unready ? 'failed' : 'planned', failOn: failOnOf(config, inputs), config },
    {
      plans,
      notices,
      ...(unready ? { problems: [problemOf(unready)], reason: unready.code } : {}),
      ...(effects ? { effects } : {}),
      gates: gateBreaches(plans, config.gates, world.now().toISOString().slice(0, 10)),
    },
  )
  return { report, exitCode: exitCodeOf(report) }
}

/** Before bootstrap there is no plan role: what the templates hold can be shown, and that it was compared with nothing is no success. */
async function sessionOrWhyNot(...asked: Parameters<typeof openSession>): Promise<Session | AuditError> {
  try {
    return await openSession(...asked)
  } catch (error) {
    if (error instanceof AuditError && error.code === 'ROLE_UNREADY') return error
    throw error
  }
}

function problemOf({ message, remedy }: AuditError): Problem {
  return { message, ...(remedy === undefined ? {} : { remedy }) }
}

function driftNotices(plans: readonly StackPlan[]): string[] {
  const drifted = plans.flatMap((item) => ('drift' in item && item.drift ? item.drift.map(({ logicalId }) => logicalId) : []))
  return drifted.length > 0
    ? [
        `${drifted.join(', ')} ${drifted.length === 1 ? 'is' : 'are'} not as deployed: changed outside of the stacks. A deployment leaves that as it is; with \`revert-drift: true\` plan and deployment put it back.`,
      ]
    : []
}

interface Effecting {
  templates: readonly ProjectTemplate[]
  deployed: Deployed
  actions: ActionIndex
  organization: OrganizationPolicies
}

/** Beside what is deployed, where that is all there: a first creation introduces everything. */
function effectsOf(world: World, config: Config, { templates, deployed, actions, organization }: Effecting): PlanEffects | undefined {
  const before = templates.flatMap(({ name, region }) => {
    const parsed = deployed.get(name)
    return parsed ? [{ parsed, region }] : []
  })
  if (before.length < templates.length) return undefined
  return planEffects(config, { before, after: templates }, { index: actions, now: world.now(), organization })
}

function creationNotices({ github }: Config, plans: readonly StackPlan[]): string[] {
  const created = plans.flatMap((plan) => (plan.kind === 'changes' && plan.created ? [plan.stackName] : []))
  return github && created.length > 0
    ? [`${created.join(', ')}: a first creation is an administrator’s, who runs \`mlops-audit deploy\`; a deployment in CI refuses it.`]
    : []
}

const ORGANIZATION_NOTICE =
  "An organization trail needs CloudTrail's trusted access: `aws organizations enable-aws-service-access --service-principal cloudtrail.amazonaws.com`, once, from the management account."

/** CI may not change its own rights, so a setting that needs more of them waits for an administrator. */
async function bootstrapNotices(session: Session | undefined, templates: readonly ProjectTemplate[], known: Deployed): Promise<string[]> {
  const bootstrap = templates.find((template) => template.name === 'bootstrap')
  if (!bootstrap) return []
  const deployed = session && (await deployedTemplate(await session.clients.cloudFormation(), bootstrap.stackName))
  if (!session) return ['The bootstrap stack is not planned here: an administrator deploys it.']
  if (deployed === undefined)
    return [
      `${bootstrap.stackName} does not exist yet, and everything else stands on it: an administrator runs \`mlops-audit deploy --bootstrap\` first.`,
    ]
  const before = parseTemplate(deployed, bootstrap.stackName)
  known.set(bootstrap.name, before)
  return localChanges(before, bootstrap.parsed, []).length === 0
    ? []
    : [
        `${bootstrap.stackName} is not as the config says: an administrator runs \`mlops-audit deploy --bootstrap\` before this can be deployed.`,
      ]
}
