import { pendingAdoptions } from '../aws/adopt.ts'
import { type ChangeSet, createChangeSet, deleteChangeSet, FOREIGN_TEMPLATE } from '../aws/change-set.ts'
import { readBack, type StackAsItIs } from '../aws/prove.ts'
import { deployedTemplate, describeStack } from '../aws/stack.ts'
import { settingChanges } from '../aws/stack-settings.ts'
import { NOTHING_ALLOWED, nextStep } from '../aws/stack-state.ts'
import type { TemplateSource } from '../aws/template-source.ts'
import { positions } from '../cloudformation/examine.ts'
import { parseTemplate } from '../cloudformation/parse.ts'
import type { ActionIndex } from '../iam/actions.ts'
import type { Adoption } from '../model/adoption.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { PropertyChange, StackPlan } from '../model/plan.ts'
import type { ParsedTemplate, ProjectTemplate, TemplateName } from '../model/template.ts'
import { accessChanges } from '../plan/access-changes.ts'
import { costChange } from '../plan/cost.ts'
import { partDrift } from '../plan/drift.ts'
import { localChanges, type ReplacementOf } from '../plan/local-changes.ts'
import { withDetail } from '../plan/property-changes.ts'
import { adoptionsOf } from '../render/adoptions.ts'
import type { Session } from './session.ts'
import { changeSetName, STACK_POLICY, stackSettings, stackTerms, templateSource, templateStore } from './stack-request.ts'
import type { World } from './world.ts'

type CloudFormation = Parameters<typeof createChangeSet>[0]

interface LocalPlanOptions {
  actions: ActionIndex
  before?: ParsedTemplate | undefined
  adoptions?: readonly Adoption[]
  replacementOf?: ReplacementOf | undefined
  unseen?: string
}

/** From the templates alone: against what is deployed, or against nothing. */
export function localPlan(
  template: ProjectTemplate,
  { actions, before, adoptions = [], replacementOf, unseen }: LocalPlanOptions,
): StackPlan {
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
export type Deployed = Map<TemplateName, ParsedTemplate>

interface OneStack {
  session: Session
  config: Config
  template: ProjectTemplate
  actions: ActionIndex
  deployed: Deployed
  /** Drift is part of the plan, as it is of the deployment. */
  revertDrift: boolean
  timeoutMs: number
}

/**
 * One stack beside what is deployed: its template, and what else a deployment would change of it. Changes nothing; a change set
 * that it makes is removed.
 */
export async function planStack(world: World, one: OneStack): Promise<StackPlan> {
  const { session, config, template } = one
  const client = await session.clientsIn(template.region).cloudFormation()
  const [plan, found] = await Promise.all([
    planTemplate(world, one),
    readBack({ client, template, stackPolicy: STACK_POLICY }).catch(ifMissing(client, template.stackName)),
  ])
  if (plan.kind === 'unavailable') return plan
  const terms = stackTerms(world, config, template, found.stack)
  const settings = plan.kind === 'changes' && plan.created ? [] : settingsOf(found, config, template)
  if (settings.length === 0) return { ...plan, terms }
  const nothing = { created: false, local: false, changes: [], access: [], cost: { monthlyUsd: 0, usage: [], usageGone: [] } }
  return { ...nothing, ...plan, kind: 'changes', settings, terms }
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

async function planTemplate(world: World, one: OneStack): Promise<StackPlan> {
  const { session, config, template, actions, deployed: known } = one
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
  const { changeSet, unseen } = await draft(world, client, one)
  if (changeSet.kind === 'none') {
    const plan = await fromTemplates(
      `Compared with the deployed template only, as ${changeSet.why}: what CloudFormation itself would add or replace on top could not be seen.`,
    )
    return plan.kind === 'changes' && plan.changes.length === 0 ? { kind: 'no-changes', ...base } : plan
  }
  if (changeSet.kind === 'foreign')
    return { kind: 'unavailable', ...base, reason: `${FOREIGN_TEMPLATE.reason(template.stackName)} ${FOREIGN_TEMPLATE.remedy}` }
  if (changeSet.kind === 'overtaken')
    return { kind: 'unavailable', ...base, reason: 'someone else is changing it; plan again when that has ended.' }
  const blind = unseen === undefined ? {} : { unseen }
  if (changeSet.kind === 'empty') {
    known.set(template.name, template.parsed)
    return { kind: 'no-changes', ...base, ...blind }
  }
  const [, before] = await Promise.all([
    deleteChangeSet(client, template.stackName, changeSet.name),
    deployedTemplate(client, template.stackName),
  ])
  if (before === undefined) throw new AuditError('STACK_UNREADY', `${template.stackName} disappeared while it was planned.`)
  const deployed = parseTemplate(before, template.stackName)
  known.set(template.name, deployed)
  const { meant, drift } = partDrift(changeSet.changes, { before: deployed, after: template.parsed, index: actions })
  const changes = (one.revertDrift ? changeSet.changes : meant).map(({ drift: _, ...change }) => change)
  const found = drift.length > 0 ? { drift } : {}
  if (changes.length === 0 && changeSet.changes.length > 0) return { kind: 'no-changes', ...base, ...found, ...blind }
  return {
    kind: 'changes',
    ...base,
    created: false,
    local: false,
    ...blind,
    changes: withDetail(changes, deployed, template.parsed),
    access: accessChanges(deployed, template.parsed, actions),
    cost: costChange(deployed, template.parsed),
    ...found,
  }
}

type Draft = { changeSet: ChangeSet | { kind: 'none'; why: string }; unseen?: string }

/** A change set to look at, with drift where AWS tells it; a role that may only read gets none. */
async function draft(world: World, client: CloudFormation, one: OneStack): Promise<Draft> {
  const { session, config, template, revertDrift } = one
  const source = await sourceOf(world, session, config, template)
  if ('why' in source) return { changeSet: { kind: 'none', why: source.why } }
  const create = (looksAtDrift: boolean) =>
    createChangeSet(client, {
      stackName: template.stackName,
      name: changeSetName(world, 'plan', looksAtDrift ? '' : 'plain-'),
      type: 'UPDATE',
      source,
      // Nothing is executed, and only the deploy role may pass a service role.
      settings: { ...stackSettings(config, template), serviceRole: undefined },
      revertDrift: looksAtDrift,
      positionOf: positions(template.body, `${template.name}.yml`),
      timeoutMs: one.timeoutMs,
      now: world.now,
      sleep: world.sleep,
      signal: world.signal?.(),
    })
  try {
    return { changeSet: await create(true) }
  } catch (error) {
    // What was asked for, what stops both kinds, and what validation found are no reason to look again.
    if (!(error instanceof AuditError) || revertDrift || error.code === 'CANCELLED' || error.problems.length > 0) throw error
    try {
      return { changeSet: await create(false), unseen: `Drift could not be seen: ${error.message.replace(/\.$/, '')}.` }
    } catch (second) {
      if (!(second instanceof AuditError) || second.code !== 'ACCESS_DENIED') throw second
      return { changeSet: { kind: 'none', why: `${deniedAction(second)} is denied` } }
    }
  }
}

async function sourceOf(
  world: World,
  session: Session,
  config: Config,
  template: ProjectTemplate,
): Promise<TemplateSource | { why: string }> {
  try {
    const users = { reader: session.clients, writer: () => Promise.resolve(session.clients) }
    return await templateSource(templateStore(world, config, 'plan', users), template)
  } catch (error) {
    if (!(error instanceof AuditError)) throw error
    if (error.code === 'ACCESS_DENIED') return { why: `${deniedAction(error)} is denied` }
    // The bucket comes with bootstrap: a plan works without, and says so.
    if (error.code === 'STACK_UNREADY') return { why: `${lowerFirst(error.message.replace(/\.$/, ''))} (${error.remedy})` }
    throw error
  }
}

const lowerFirst = (text: string) => text.replace(/^There/, 'there')

function deniedAction(error: AuditError): string {
  return error.about.action ?? 'a change set'
}
