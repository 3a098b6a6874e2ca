import { pendingAdoptions } from '../aws/adopt.ts'
import { type ChangeSet, createChangeSet, deleteChangeSet, OURS } from '../aws/change-set.ts'
import { deployedTemplate, describeStack } from '../aws/stack.ts'
import { NOTHING_ALLOWED, nextStep } from '../aws/stack-state.ts'
import { templateSource } from '../aws/template-source.ts'
import { parseTemplate } from '../cloudformation/parse.ts'
import type { ActionIndex } from '../iam/actions.ts'
import type { Adoption } from '../model/adoption.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import { destructive, type StackPlan } from '../model/plan.ts'
import type { PlanEffects } from '../model/report.ts'
import type { ParsedTemplate, ProjectTemplate, TemplateName } from '../model/template.ts'
import { accessChanges } from '../plan/access-changes.ts'
import { costChange } from '../plan/cost.ts'
import { gateBreaches } from '../plan/gates.ts'
import { localChanges, type ReplacementOf } from '../plan/local-changes.ts'
import { withDetail } from '../plan/property-changes.ts'
import { adoptionsOf } from '../render/adoptions.ts'
import { uploadOf } from './deploy.ts'
import type { InputValues } from './inputs.ts'
import { planEffects } from './plan-effects.ts'
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
  const { config, templates } = await loadProject(world, inputs)
  const stacks = templates.filter((template) => template.name !== 'bootstrap')
  const session = options.local ? undefined : await openSession(world, inputs, { region: config.region, config, templates, role: 'plan' })
  const actions = await world.iamActions()
  const plans: StackPlan[] = []
  const deployed: Deployed = new Map()
  for (const template of stacks)
    plans.push(session ? await planStack(world, { session, config, template, actions, deployed }) : localPlan(template, { actions }))
  const lost = plans.flatMap((item) => (item.kind === 'changes' ? destructive(item.changes) : [])).map((change) => change.logicalId)
  const notices = [
    ...(options.notices ?? []),
    ...(lost.length > 0
      ? [
          `A deployment of this is refused: it would replace or remove ${lost.join(', ')}, which holds evidence. If that is meant, deploy with allow-destructive: ${lost.join(',')}.`,
        ]
      : []),
    ...(options.local ? ['Planned without AWS credentials: the list is what the templates hold, not what differs from the account.'] : []),
    ...(await bootstrapNotices(session, templates, deployed)),
    ...(config.audit.organizationId ? [ORGANIZATION_NOTICE] : []),
  ]
  const effects = effectsOf(world, config, { templates, deployed, actions })
  const report = buildReport(
    world,
    { command: 'plan', outcome: 'planned', failOn: failOnOf(config, inputs), config },
    { plans, notices, ...(effects ? { effects } : {}), gates: gateBreaches(plans, config.gates, world.now().toISOString().slice(0, 10)) },
  )
  return { report, exitCode: exitCodeOf(report) }
}

/** Beside what is deployed, where that is all there: a first creation introduces everything. */
function effectsOf(
  world: World,
  config: Config,
  { templates, deployed, actions }: { templates: readonly ProjectTemplate[]; deployed: Deployed; actions: ActionIndex },
): PlanEffects | undefined {
  const before = templates.flatMap(({ name, region }) => {
    const parsed = deployed.get(name)
    return parsed ? [{ parsed, region }] : []
  })
  if (before.length < templates.length) return undefined
  return planEffects(config, { before, after: templates }, { index: actions, now: world.now() })
}

const ORGANIZATION_NOTICE =
  "An organization trail needs CloudTrail's trusted access: `aws organizations enable-aws-service-access --service-principal cloudtrail.amazonaws.com`, once, from the management account."

/** CI may not change its own rights, so a setting that needs more of them waits for an administrator. */
async function bootstrapNotices(session: Session | undefined, templates: readonly ProjectTemplate[], known: Deployed): Promise<string[]> {
  const bootstrap = templates.find((template) => template.name === 'bootstrap')
  if (!bootstrap) return []
  const deployed = session && (await deployedTemplate(await session.clients.cloudFormation(), bootstrap.stackName))
  if (!session || deployed === undefined) return ['The bootstrap stack is not planned here: an administrator deploys it.']
  const before = parseTemplate(deployed, bootstrap.stackName)
  known.set(bootstrap.name, before)
  return localChanges(before, bootstrap.parsed, []).length === 0
    ? []
    : [
        `${bootstrap.stackName} is not as the config says: an administrator runs \`mlops-audit deploy --bootstrap\` before this can be deployed.`,
      ]
}

interface LocalPlanOptions {
  actions: ActionIndex
  before?: ParsedTemplate | undefined
  adoptions?: readonly Adoption[]
  replacementOf?: ReplacementOf | undefined
  unseen?: string
}

/** From the templates alone: against what is deployed, or against nothing. */
function localPlan(template: ProjectTemplate, { actions, before, adoptions = [], replacementOf, unseen }: LocalPlanOptions): StackPlan {
  return {
    kind: 'changes',
    template: template.name,
    stackName: template.stackName,
    created: before === undefined,
    local: true,
    ...(unseen === undefined ? {} : { unseen }),
    changes: withDetail(localChanges(before, template.parsed, adoptions, replacementOf), before, template.parsed),
    access: accessChanges(before, template.parsed, actions),
    cost: costChange(before, template.parsed),
  }
}

/** What CloudFormation's schemas say of a change; what a change set would know better is left open. */
async function replacementBySchema(world: World): Promise<ReplacementOf> {
  const typesOf = await world.resourceTypes()
  return (type, properties) => {
    const code = typesOf(type)?.resources[type]?.p
    const kinds = properties.map((name) => code?.[name]?.c)
    return kinds.includes(1) ? 'True' : kinds.includes(2) ? 'Conditional' : 'False'
  }
}

/** The templates that are deployed, as far as the plan has seen them. */
type Deployed = Map<TemplateName, ParsedTemplate>

interface OneStack {
  session: Session
  config: Config
  template: ProjectTemplate
  actions: ActionIndex
  deployed: Deployed
}

async function planStack(world: World, { session, config, template, actions, deployed: known }: OneStack): Promise<StackPlan> {
  const clients = session.clientsIn(template.region)
  const client = await clients.cloudFormation()
  const base = { template: template.name, stackName: template.stackName }
  const pending = await pendingAdoptions(
    client,
    clients,
    template.stackName,
    adoptionsOf(config).filter((adoption) => adoption.template === template.name),
  )
  const step = nextStep(await describeStack(client, template.stackName), template.stackName, NOTHING_ALLOWED)
  switch (step.do) {
    case 'create':
      // A first change set would leave an empty stack behind, so a first plan is made from the template.
      return localPlan(template, { actions, adoptions: pending })
    case 'wait':
      return { kind: 'unavailable', ...base, reason: `it is in ${step.status}; plan again when that has ended.` }
    case 'refuse':
      return { kind: 'unavailable', ...base, reason: `${step.reason} ${step.remedy}` }
    case 'recover':
    case 'update':
      break
    default:
      step satisfies never
  }
  const fromTemplates = async (unseen?: string): Promise<StackPlan> => {
    const text = await deployedTemplate(client, template.stackName)
    const before = text === undefined ? undefined : parseTemplate(text, template.stackName)
    if (before) known.set(template.name, before)
    const replacementOf = await replacementBySchema(world)
    return localPlan(template, { actions, before, adoptions: pending, replacementOf, ...(unseen === undefined ? {} : { unseen }) })
  }
  // A change set would add what is there already, and CloudFormation refuses that; importing comes first.
  if (pending.length > 0) return fromTemplates()
  const changeSet = await draft(world, client, { session, config, template })
  if (changeSet.kind === 'denied') {
    const plan = await fromTemplates(
      `Compared with the deployed template only, as ${changeSet.action} is denied: what CloudFormation itself would add or replace on top could not be seen.`,
    )
    return plan.kind === 'changes' && plan.changes.length === 0 ? { kind: 'no-changes', ...base } : plan
  }
  if (changeSet.kind === 'overtaken')
    return { kind: 'unavailable', ...base, reason: 'someone else is changing it; plan again when that has ended.' }
  if (changeSet.kind === 'empty') {
    known.set(template.name, template.parsed)
    return { kind: 'no-changes', ...base }
  }
  await deleteChangeSet(client, template.stackName, changeSet.id)
  const before = await deployedTemplate(client, template.stackName)
  if (before === undefined) throw new AuditError('STACK_UNREADY', `${template.stackName} disappeared while it was planned.`)
  const deployed = parseTemplate(before, template.stackName)
  known.set(template.name, deployed)
  const access = accessChanges(deployed, template.parsed, actions)
  return {
    kind: 'changes',
    ...base,
    created: false,
    local: false,
    changes: withDetail(changeSet.changes, deployed, template.parsed),
    access,
    cost: costChange(deployed, template.parsed),
  }
}

/** A change set to look at; a role that may only read gets none. */
async function draft(
  world: World,
  client: Parameters<typeof createChangeSet>[0],
  { session, config, template }: Pick<OneStack, 'session' | 'config' | 'template'>,
): Promise<ChangeSet | { kind: 'denied'; action: string }> {
  try {
    return await createChangeSet(client, {
      stackName: template.stackName,
      name: `${OURS}plan-${world.run.key}`,
      type: 'UPDATE',
      source: await templateSource(template, uploadOf(world, session, config)),
      sleep: world.sleep,
      signal: world.signal,
    })
  } catch (error) {
    if (!(error instanceof AuditError) || error.code !== 'ACCESS_DENIED') throw error
    return { kind: 'denied', action: /AWS refused (\S+)/.exec(error.message)?.[1] ?? 'a change set' }
  }
}
