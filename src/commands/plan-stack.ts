import { pendingAdoptions } from '../aws/adopt.ts'
import { type ChangeSet, FOREIGN_TEMPLATE } from '../aws/change-set.ts'
import { readBack, type StackAsItIs } from '../aws/prove.ts'
import { deployedTemplate, describeStack } from '../aws/stack.ts'
import { settingChanges } from '../aws/stack-settings.ts'
import { NOTHING_ALLOWED, nextStep } from '../aws/stack-state.ts'
import { parseTemplate } from '../cloudformation/parse.ts'
import type { ActionIndex } from '../iam/actions.ts'
import type { Adoption } from '../model/adoption.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { PropertyChange, StackPlan } from '../model/plan.ts'
import type { ParsedTemplate, ProjectTemplate } from '../model/template.ts'
import { accessChanges } from '../plan/access-changes.ts'
import { costChange } from '../plan/cost.ts'
import { type PartedDrift, partDrift } from '../plan/drift.ts'
import { localChanges, type ReplacementOf } from '../plan/local-changes.ts'
import { outputChanges, withDetail } from '../plan/property-changes.ts'
import { adoptionsOf } from '../render/adoptions.ts'
import { type Drifted, driftedAt } from './culprits.ts'
import { type DraftOf, drafted } from './plan-draft.ts'
import { STACK_POLICY, stackSettings, stackTerms } from './stack-request.ts'
import type { World } from './world.ts'

type CloudFormation = Parameters<typeof describeStack>[0]

interface LocalPlanOptions {
  account: string
  actions: ActionIndex
  before?: ParsedTemplate | undefined
  adoptions?: readonly Adoption[]
  replacementOf?: ReplacementOf | undefined
  unseen?: string
}

/** From the templates alone: against what is deployed, or against nothing. */
export function localPlan(
  template: ProjectTemplate,
  { account, actions, before, adoptions = [], replacementOf, unseen }: LocalPlanOptions,
): StackPlan {
  const outputs = before ? outputChanges(before, template.parsed) : []
  return {
    kind: 'changes',
    template: template.name,
    stackName: template.stackName,
    created: before === undefined,
    local: true,
    ...(unseen === undefined ? {} : { unseen }),
    changes: withDetail(localChanges(before, template.parsed, adoptions, replacementOf), before, template.parsed),
    access: accessChanges(before, template.parsed, actions, { account, region: template.region }),
    cost: costChange(before, template.parsed, template.region),
    ...(outputs.length > 0 ? { outputs } : {}),
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

interface OneStack extends DraftOf {
  actions: ActionIndex
}

/** A plan with what was seen to make it. */
export interface PlannedStack {
  plan: StackPlan
  /** The template that is deployed; undefined where there is none, or it was not looked at. */
  deployed: ParsedTemplate | undefined
  /** The same with what was changed by hand, as it was deployed and as it is. */
  drifted?: PartedDrift['templates']
  /** What drifted, by what calls name it. */
  driftedAt?: readonly Drifted[]
  /** What CloudFormation's validation has to say, and does not refuse. */
  warnings?: readonly string[]
}

/**
 * One stack beside what is deployed: its template, and what else a deployment would change of it. Changes nothing; a change set
 * that it makes is removed.
 */
export async function planStack(world: World, one: OneStack): Promise<PlannedStack> {
  const { session, config, template } = one
  const client = await session.clientsIn(template.region).cloudFormation()
  const [planned, found] = await Promise.all([
    planTemplate(world, one),
    readBack({ client, template, stackPolicy: STACK_POLICY }).catch(ifMissing(client, template.stackName)),
  ])
  const { plan } = planned
  if (plan.kind === 'unavailable') return planned
  const terms = stackTerms(world, config, template, found.stack)
  const settings = plan.kind === 'changes' && plan.created ? [] : settingsOf(found, config, template)
  if (settings.length === 0) return { ...planned, plan: { ...plan, terms } }
  const cost = costChange(template.parsed, template.parsed, template.region)
  const nothing = { created: false, local: false, changes: [], access: [], cost }
  return { ...planned, plan: { ...nothing, ...plan, kind: 'changes', settings, terms } }
}

/** What a deployment changes of a stack beside its template. */
function settingsOf({ stack, isProtected, hasPolicy }: StackAsItIs, config: Config, template: ProjectTemplate): PropertyChange[] {
  if (!stack) return []
  return [
    ...settingChanges(stack, stackSettings(config, template)),
    ...(isProtected ? [] : [{ path: 'EnableTerminationProtection', from: 'false', to: 'true' }]),
    ...(hasPolicy ? [] : [{ path: 'StackPolicyBody', from: 'another', to: 'denies replacing and deleting what holds evidence' }]),
  ]
}

/** A stack that is not there has no policy to read. */
function ifMissing(client: CloudFormation, stackName: string) {
  return async (error: unknown): Promise<StackAsItIs> => {
    if ((await describeStack(client, stackName)) !== undefined) throw error
    return { stack: undefined, body: undefined, isProtected: false, hasPolicy: false }
  }
}

async function planTemplate(world: World, one: OneStack): Promise<PlannedStack> {
  const { session, config, template, actions } = one
  const clients = session.clientsIn(template.region)
  const client = await clients.cloudFormation()
  const base = { template: template.name, stackName: template.stackName }
  const unavailable = (reason: string): PlannedStack => ({ plan: { kind: 'unavailable', ...base, reason }, deployed: undefined })
  const adoptions = adoptionsOf(config).filter((adoption) => adoption.template === template.name)
  const pending = await pendingAdoptions(client, clients, template.stackName, adoptions)
  const step = nextStep(await describeStack(client, template.stackName), template.stackName, NOTHING_ALLOWED)
  switch (step.do) {
    case 'create':
      // A first change set would leave an empty stack behind, so a first plan is made from the template.
      return { plan: localPlan(template, { account: config.account, actions, adoptions: pending }), deployed: undefined }
    case 'wait':
      return unavailable(`it is in ${step.status}; plan again when that has ended.`)
    case 'refuse':
      return unavailable(`${step.reason} ${step.remedy}`)
    case 'recover':
    case 'update':
      break
    default:
      step satisfies never
  }
  // A change set would add what is there already, and CloudFormation refuses that; importing comes first.
  if (pending.length > 0) return fromTemplates(world, one, { adoptions: pending })
  const { changeSet, unseen, before } = await drafted(world, client, one)
  switch (changeSet.kind) {
    case 'none': {
      const why = `Compared with the deployed template only, as ${changeSet.why}: what CloudFormation itself would add or replace on top could not be seen.`
      const { plan, deployed } = await fromTemplates(world, one, { unseen: why })
      const isEmpty = plan.kind === 'changes' && plan.changes.length === 0 && !plan.outputs
      return { plan: isEmpty ? { kind: 'no-changes', ...base, unseen: why } : plan, deployed }
    }
    case 'foreign':
      return unavailable(`${FOREIGN_TEMPLATE.reason(template.stackName)} ${FOREIGN_TEMPLATE.remedy}`)
    case 'overtaken':
      return unavailable('someone else is changing it; plan again when that has ended.')
    case 'empty':
      return { plan: { kind: 'no-changes', ...base, ...(unseen === undefined ? {} : { unseen }) }, deployed: template.parsed }
    case 'changes':
      return fromChangeSet(one, { changeSet, unseen, before })
    default:
      return changeSet satisfies never
  }
}

async function fromTemplates(
  world: World,
  { session, config, template, actions }: OneStack,
  more: Pick<LocalPlanOptions, 'adoptions' | 'unseen'>,
): Promise<PlannedStack> {
  const client = await session.clientsIn(template.region).cloudFormation()
  const text = await deployedTemplate(client, template.stackName)
  const before = text === undefined ? undefined : parseTemplate(text, template.stackName)
  const replacementOf = await replacementBySchema(world)
  return { plan: localPlan(template, { account: config.account, actions, before, replacementOf, ...more }), deployed: before }
}

interface Drafted {
  changeSet: ChangeSet & { kind: 'changes' }
  unseen: string | undefined
  before: string | undefined
}

async function fromChangeSet(one: OneStack, { changeSet, unseen, before }: Drafted): Promise<PlannedStack> {
  const { config, template, actions } = one
  if (before === undefined) throw new AuditError('STACK_UNREADY', `${template.stackName} disappeared while it was planned.`)
  const deployed = parseTemplate(before, template.stackName)
  const parted = partDrift(changeSet.changes, { before: deployed, after: template.parsed, index: actions })
  const changes = (one.revertDrift ? changeSet.changes : parted.meant).map(({ drift: _, ...change }) => change)
  const outputs = outputChanges(deployed, template.parsed)
  const seen = {
    template: template.name,
    stackName: template.stackName,
    ...(unseen === undefined ? {} : { unseen }),
    ...(parted.drift.length > 0 ? { drift: parted.drift } : {}),
  }
  const isOnlyDrift = changes.length === 0 && changeSet.changes.length > 0 && outputs.length === 0
  const plan: StackPlan = isOnlyDrift
    ? { kind: 'no-changes', ...seen }
    : {
        kind: 'changes',
        ...seen,
        created: false,
        local: false,
        changes: withDetail(changes, deployed, template.parsed),
        access: accessChanges(deployed, template.parsed, actions, { account: config.account, region: template.region }),
        cost: costChange(deployed, template.parsed, template.region),
        ...(outputs.length > 0 ? { outputs } : {}),
      }
  const { changes: all, warnings } = changeSet
  return { plan, deployed, drifted: parted.templates, driftedAt: driftedAt(all, template.region), warnings }
}
