import type { OrganizationPolicies } from '../access/model.ts'
import type { ActionIndex } from '../iam/actions.ts'
import type { Config, PlanGates } from '../model/config.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import { strictest } from '../model/finding.ts'
import { destructive, lossText, type ResourceChange, type StackPlan } from '../model/plan.ts'
import type { PlanEffects } from '../model/report.ts'
import type { ParsedTemplate, ProjectTemplate } from '../model/template.ts'
import { refusedInCi, strandedInCi } from '../model/withheld.ts'
import type { PartedDrift } from '../plan/drift.ts'
import { gateBreaches } from '../plan/gates.ts'
import { localChanges } from '../plan/local-changes.ts'
import { stoppedByEither } from '../plan/rule-changes.ts'
import { driftCulprits } from './culprits.ts'
import { type DeployedBootstrap, deployedBootstrap } from './deployed-bootstrap.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import { planEffects } from './plan-effects.ts'
import { localPlan, type PlannedStack, planStack } from './plan-stack.ts'
import { failOnOf, loadProject, type Project } from './project.ts'
import { regionNotices } from './regions.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import { compareRules, labNotices } from './rules.ts'
import { openSession, type Session } from './session.ts'
import type { World } from './world.ts'

export interface PlanOptions {
  /** Without credentials (a fork): what the templates hold, compared with nothing. */
  local: boolean
  notices?: readonly string[]
}

/** What a deployment would change, per resource and per permission, judged by the rules of the config and of its base. Changes nothing. */
export async function plan(world: World, inputs: InputValues, options: PlanOptions = { local: false }): Promise<CommandResult> {
  const { config, templates, organization } = await loadProject(world, inputs)
  const opened = options.local
    ? undefined
    : await sessionOrWhyNot(world, inputs, { region: config.region, config, templates, role: 'plan' })
  const [session, unready] = opened instanceof AuditError ? [undefined, opened] : [opened, undefined]
  const actions = await world.iamActions()
  const revertDrift = booleanInput(inputs, 'revert-drift')
  const asDeployed = bootstrapOf(world, session, { config, templates })
  const [planned, bootstrap, rules, apart] = await Promise.all([
    planAll(world, inputs, { config, templates, session, actions, revertDrift }),
    asDeployed,
    asDeployed.then(({ record }) => compareRules(world, inputs, { config, templates, actions, organization }, record)),
    session ? regionNotices(session, config) : [],
  ])
  const plans = planned.map((one) => one.plan)
  const seen = [...planned, { template: bootstrap.template, deployed: bootstrap.deployed }]
  const notices = [
    ...(options.notices ?? []),
    ...rules.notices,
    ...labNotices({ config, templates, actions }),
    ...(revertDrift ? [] : driftNotices(plans)),
    ...(session
      ? await driftCulprits(
          world,
          session,
          planned.flatMap(({ driftedAt = [] }) => driftedAt),
        )
      : []),
    ...lossNotices(plans),
    ...planned.flatMap(({ warnings = [] }) => warnings),
    ...(options.local || unready
      ? ['Planned without AWS credentials: the list is what the templates hold, not what differs from the account.']
      : []),
    ...bootstrap.notices,
    ...(session ? creationNotices(config, plans) : []),
    ...(session && config.github ? withheldNotices(planned, bootstrap.mayRemove) : []),
    ...(config.audit.organizationId ? [ORGANIZATION_NOTICE] : []),
    ...apart,
  ]
  const effects = effectsOf(world, config, { templates, seen, actions, organization })
  const driftEffects = revertDrift ? undefined : driftEffectsOf(world, config, { planned, actions, organization })
  const today = world.now().toISOString().slice(0, 10)
  const by = (gates: PlanGates) => gateBreaches(plans, { gates, today, revertsDrift: revertDrift })
  const failOn = strictest(failOnOf(config, inputs), rules.old?.failOn)
  const report = buildReport(
    world,
    { command: 'plan', outcome: unready ? 'failed' : 'planned', failOn, config },
    {
      plans,
      notices,
      ...(unready ? { problems: [problemOf(unready)], reason: unready.code } : {}),
      ...(effects ? { effects } : {}),
      ...(driftEffects ? { driftEffects } : {}),
      ...(rules.comparison ? { rules: rules.comparison } : {}),
      gates: [...stoppedByEither(by(config.gates), rules.old ? by(rules.old.gates) : []), ...rules.breaches],
    },
  )
  return { report, exitCode: exitCodeOf(report) }
}

interface Planning {
  config: Config
  templates: readonly ProjectTemplate[]
  /** Undefined: planned without credentials. */
  session: Session | undefined
  actions: ActionIndex
  revertDrift: boolean
}

type Seen = Omit<PlannedStack, 'plan'> & { template: ProjectTemplate | undefined }

async function planAll(world: World, inputs: InputValues, { config, templates, session, actions, revertDrift }: Planning) {
  const timeoutMs = Number(textInput(inputs, 'timeout-minutes')) * 60_000
  const stacks = templates.filter((template) => template.name !== 'bootstrap')
  return Promise.all(
    stacks.map(async (template): Promise<PlannedStack & { template: ProjectTemplate }> => {
      if (!session) return { template, plan: localPlan(template, { account: config.account, actions }), deployed: undefined }
      return { template, ...(await planStack(world, { session, config, template, actions, revertDrift, timeoutMs })) }
    }),
  )
}

function lossNotices(plans: readonly StackPlan[]): string[] {
  const lost = plans.flatMap((item) => (item.kind === 'changes' ? destructive(item.changes) : []))
  if (lost.length === 0) return []
  const names = lost.map(({ logicalId }) => logicalId).join(',')
  return [
    `A deployment of this is refused, as evidence would be lost: ${lossText(lost)}. If that is meant, an administrator deploys with --allow-destructive ${names}.`,
  ]
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

function creationNotices({ github }: Config, plans: readonly StackPlan[]): string[] {
  const created = plans.flatMap((plan) => (plan.kind === 'changes' && plan.created ? [plan.stackName] : []))
  return github && created.length > 0
    ? [`${created.join(', ')}: a first creation is an administrator’s, who runs \`mlops-audit deploy\`; a deployment in CI refuses it.`]
    : []
}

/** What stands is changed by CI within its rights; the rest waits for a person, and the reviewer knows it before the merge. */
function withheldNotices(
  planned: readonly (PlannedStack & { template: ProjectTemplate })[],
  mayRemove: DeployedBootstrap['mayRemove'],
): string[] {
  return planned.flatMap(({ plan, template, deployed }) => {
    if (plan.kind !== 'changes' || plan.created) return []
    const from = { before: deployed ?? template.parsed, region: template.region }
    const about = {
      after: template.parsed,
      stackName: plan.stackName,
      mayRemove: mayRemove && ((change: ResourceChange) => mayRemove(change, from)),
    }
    const refused = refusedInCi(plan.changes, about)
    if (refused) return [`A deployment of this in CI is refused. ${refused.reason} ${refused.remedy}`]
    const stranded = strandedInCi(plan.changes, about)
    return stranded ? [`${stranded.reason} ${stranded.remedy}`] : []
  })
}

function driftNotices(plans: readonly StackPlan[]): string[] {
  const drifted = plans.flatMap((item) => ('drift' in item && item.drift ? item.drift.map(({ logicalId }) => logicalId) : []))
  return drifted.length > 0
    ? [
        `${drifted.join(', ')} ${drifted.length === 1 ? 'is' : 'are'} not as deployed: changed outside of the stacks. A deployment leaves that as it is; with \`revert-drift: true\` plan and deployment put it back.`,
      ]
    : []
}

/** What a row is judged with beside the templates. */
interface Known {
  actions: ActionIndex
  organization: OrganizationPolicies
}

/** Beside what is deployed, where that is all there: a first creation introduces everything. */
function effectsOf(
  world: World,
  config: Config,
  { templates, seen, ...known }: { templates: readonly ProjectTemplate[]; seen: readonly Seen[] } & Known,
): PlanEffects | undefined {
  const before = seen.flatMap(({ template, deployed }) => (template && deployed ? [{ parsed: deployed, region: template.region }] : []))
  if (before.length < templates.length) return undefined
  return planEffects(config, { before, after: templates }, { index: known.actions, now: world.now(), organization: known.organization })
}

/** What changes by hand do to checks and rows, like any other change. */
function driftEffectsOf(
  world: World,
  config: Config,
  { planned, ...known }: { planned: readonly (PlannedStack & { template: ProjectTemplate })[] } & Known,
): PlanEffects | undefined {
  if (!planned.some(({ plan }) => 'drift' in plan && plan.drift)) return undefined
  const side = (of: (drifted: PartedDrift['templates']) => ParsedTemplate) =>
    planned.flatMap(({ template, deployed, drifted }) => {
      const parsed = drifted ? of(drifted) : deployed
      return parsed ? [{ parsed, region: template.region }] : []
    })
  const [before, after] = [side(({ asDeployed }) => asDeployed), side(({ asItIs }) => asItIs)]
  return planEffects(config, { before, after }, { index: known.actions, now: world.now(), organization: known.organization })
}

const ORGANIZATION_NOTICE =
  "An organization trail needs CloudTrail's trusted access: `aws organizations enable-aws-service-access --service-principal cloudtrail.amazonaws.com`, once, from the management account."

/** CI may not change its own rights, so a setting that needs more of them waits for an administrator. */
async function bootstrapOf(world: World, session: Session | undefined, project: Pick<Project, 'config' | 'templates'>) {
  const template = project.templates.find(({ name }) => name === 'bootstrap')
  const found: DeployedBootstrap = session ? await deployedBootstrap(world, session, project) : {}
  return { ...found, template, notices: template ? bootstrapNotices(template, session !== undefined, found) : [] }
}

function bootstrapNotices({ stackName, parsed }: ProjectTemplate, isSeen: boolean, { deployed, lacking }: DeployedBootstrap): string[] {
  if (!isSeen) return ['The bootstrap stack is not planned here: an administrator deploys it.']
  if (!deployed)
    return [
      `${stackName} does not exist yet, and everything else stands on it: an administrator runs \`mlops-audit deploy --bootstrap\` first.`,
    ]
  if (lacking)
    return [`A deployment of changes in CI is refused until an administrator has deployed bootstrap. ${lacking.reason} ${lacking.remedy}`]
  const isAsWanted = localChanges(deployed, parsed, []).length === 0
  return isAsWanted
    ? []
    : [
        `${stackName} is not as the config says: an administrator runs \`mlops-audit deploy --bootstrap\`, after this is deployed, as CI has the rights for it and may lose those to delete what the config no longer has.`,
      ]
}
