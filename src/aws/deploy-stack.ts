import type { Stack } from '@aws-sdk/client-cloudformation'
import type { Adoption } from '../model/adoption.ts'
import { AuditError } from '../model/errors.ts'
import { destructive, lossText, type PropertyChange, type ResourceChange, type StackOutcome } from '../model/plan.ts'
import type { ParsedTemplate, RenderedTemplate } from '../model/template.ts'
import { firstCreation, type RefusedInCi } from '../model/withheld.ts'
import { importTemplate } from './adopt.ts'
import { type ChangeSet, createChangeSet, deleteChangeSet, FOREIGN_TEMPLATE, removeStaleChangeSets } from './change-set.ts'
import { isNothingToUpdate, toAuditError } from './errors.ts'
import { type Executed, type ExecuteOptions, executeChangeSet, notGone, runOperation } from './execute.ts'
import { type Deployer, provenStack, withRelaxedPolicy } from './prove.ts'
import { operationToken, type Settled, type SettleOptions, settle } from './settle.ts'
import { deployedTemplate, describeStack, outputsOf } from './stack.ts'
import { type StackSettings, settingChanges, settingsRequest, settingText } from './stack-settings.ts'
import type { TemplateSource } from './template-source.ts'
import { type InCi, withheldFrom } from './withheld-from.ts'

export interface DeployStackOptions extends Omit<SettleOptions, 'stackName'> {
  template: RenderedTemplate
  /** Brings a template to where CloudFormation reads it; every template of every step goes this way. */
  source(body: string): Promise<TemplateSource>
  by: Deployer
  /** Why CI's role may not do what the template asks of it, before anything is tried; undefined where it may. */
  lacking?: RefusedInCi | undefined
  mayRemove?: InCi['mayRemove']
  settings: StackSettings
  /** Existing resources the stack does not own yet; imported before anything else. */
  adoptions: readonly Adoption[]
  /** Puts back what was changed outside of the stack. */
  revertDrift: boolean
  /** Logical ids whose replacement or removal is allowed by name. */
  allowDestructive: readonly string[]
  onCancel: ExecuteOptions['onCancel']
  stackPolicy: string
  positionOf: ExecuteOptions['positionOf']
  /** Called with the changes before anything is executed. */
  onChanges(changes: readonly ResourceChange[]): void
  /** How what is about to be done differs from what was reviewed; nothing, when it means the same or nobody asks. */
  review(about: AboutToBeDone): Promise<readonly string[]>
  /** Whether two template texts describe the same resources. */
  sameTemplate(a: string, b: string): boolean
  parse(body: string): ParsedTemplate
}

/** One step of a deployment, before it is carried out. */
export interface AboutToBeDone {
  step: 'import' | 'update'
  changes: readonly ResourceChange[]
  settings: readonly PropertyChange[]
}

/** Another run was quicker, so what was shown is no longer what would happen. */
type Overtaken = { kind: 'overtaken' }

/** Runs that overtake each other more often than this do not take turns. */
const MOST_ATTEMPTS = 5

/** Change set → shown → executed → watched → read back. Green only when the stack is proven to be as wanted. */
export async function deployStack(options: DeployStackOptions): Promise<StackOutcome> {
  const { stackName } = options.template
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const name = attempt === 1 ? options.changeSetName : `${options.changeSetName.slice(0, 125)}-${attempt}`
    const outcome = await attemptToDeploy({ ...options, changeSetName: name })
    if (outcome.kind !== 'overtaken') return outcome
    options.progress.note(`${stackName} was changed by someone else meanwhile: looking at it again`)
  }
  throw new AuditError('STACK_BUSY', `${stackName} was changed by someone else ${MOST_ATTEMPTS} times while this run was about to.`, {
    remedy: 'Let one workflow deploy at a time: give its job a `concurrency:` group.',
  })
}

async function attemptToDeploy(options: DeployStackOptions): Promise<StackOutcome | Overtaken> {
  const { stackName } = options.template
  const settled = await settle({ ...options, stackName })
  if (settled.kind === 'refused') return settled.outcome
  if (settled.create && options.by === 'ci') return { kind: 'refused', stackName, changes: [], ...firstCreation([stackName]) }
  try {
    return (await importAdoptions(options)) ?? (await update(options, settled))
  } finally {
    if (settled.stack === undefined)
      await removeShell(options).catch((error: unknown) =>
        options.progress.warn(
          `The empty stack ${stackName} could not be removed: ${error instanceof Error ? error.message : String(error)}`,
        ),
      )
  }
}

/** Brings the stack to the rendered template and its settings, or creates it so. */
async function update(options: DeployStackOptions, settled: Settled & { kind: 'ready' }): Promise<StackOutcome | Overtaken> {
  const { client, template } = options
  const create = settled.create && options.adoptions.length === 0
  const source = await options.source(template.body)
  const creating = draft(options, { type: create ? 'CREATE' : 'UPDATE', source, revertDrift: options.revertDrift && !create })
  const [changeSet] = await Promise.all([creating, removeStaleChangeSets(client, template.stackName, options)])
  switch (changeSet.kind) {
    case 'overtaken':
      return changeSet
    case 'foreign':
      return foreign(template.stackName)
    case 'empty':
      return settingsOnly(options, settled.stack, source)
    case 'changes': {
      const settings = settled.stack && !settled.create ? settingChanges(settled.stack, options.settings) : []
      options.onChanges(changeSet.changes)
      const refused = await refusal(options, { step: 'update', changes: changeSet.changes, settings })
      if (!refused) return carryOut(options, changeSet, settings, create)
      await deleteChangeSet(client, template.stackName, changeSet.name)
      return refused
    }
    default:
      return changeSet satisfies never
  }
}

type Draft = Pick<Parameters<typeof createChangeSet>[1], 'type' | 'source'> & Partial<Parameters<typeof createChangeSet>[1]>

function draft(options: DeployStackOptions, request: Draft): Promise<ChangeSet> {
  const { client, template, changeSetName: name, settings, positionOf, timeoutMs, now, sleep, signal, leaves } = options
  const common = { stackName: template.stackName, name, settings, positionOf, timeoutMs, now, sleep, signal, leaves }
  return createChangeSet(client, { ...common, ...request })
}

function foreign(stackName: string): StackOutcome & { kind: 'refused' } {
  return { kind: 'refused', stackName, changes: [], reason: FOREIGN_TEMPLATE.reason(stackName), remedy: FOREIGN_TEMPLATE.remedy }
}

/** A first change set leaves an empty stack behind when nothing comes of it, and nothing may have come of ours. */
async function removeShell({ client, template, changeSetName }: DeployStackOptions): Promise<void> {
  const { stackName } = template
  const { DeleteStackCommand, ListChangeSetsCommand } = await import('@aws-sdk/client-cloudformation')
  const stack = await describeStack(client, stackName)
  if (stack?.StackStatus !== 'REVIEW_IN_PROGRESS') return
  // Someone else may be about to create the same stack.
  const { Summaries = [] } = await client
    .send(new ListChangeSetsCommand({ StackName: stackName }))
    .catch(failed('ListChangeSets', stackName))
  if (Summaries.length > 0) return
  const command = new DeleteStackCommand({ StackName: stackName, ClientRequestToken: operationToken(changeSetName, 'shell') })
  await client.send(command).catch(failed('DeleteStack', stackName))
}

function failed(operation: string, resource: string) {
  return (error: unknown): never => {
    throw toAuditError(error, { operation: `cloudformation:${operation}`, resource })
  }
}

/** CloudFormation finds nothing to change in the template; tags, service role, topics and alarms may differ all the same. */
async function settingsOnly(
  options: DeployStackOptions,
  settled: Stack | undefined,
  source: TemplateSource,
): Promise<StackOutcome | Overtaken> {
  const { stackName } = options.template
  const stack = settled ?? (await describeStack(options.client, stackName))
  const settings = stack ? settingChanges(stack, options.settings) : []
  const updated = stack && settings.length > 0 ? await updateSettings(options, stack, settings, source) : AS_WANTED
  if (updated.kind !== 'executed' && updated.kind !== 'as-wanted') return updated
  const outputs = outputsOf(await provenStack(options))
  return updated.kind === 'executed'
    ? { kind: 'deployed', stackName, created: false, changes: [], settings, outputs, seconds: updated.seconds }
    : { kind: 'no-changes', stackName, outputs }
}

async function carryOut(
  options: DeployStackOptions,
  { name, changes }: ChangeSet & { kind: 'changes' },
  settings: readonly PropertyChange[],
  created: boolean,
): Promise<StackOutcome | Overtaken> {
  const { stackName } = options.template
  const isRelaxed = !created && destructive(changes).length > 0
  const leaves = isRelaxed
    ? (what: string) => options.leaves?.(`${what} Its stack policy is lifted meanwhile; the same run puts it back.`)
    : options.leaves
  const execute = () => executeChangeSet({ ...executionOf(options, 'execute'), leaves }, name, changes)
  const executed = isRelaxed ? await withRelaxedPolicy(options, execute) : await execute()
  if (executed.kind !== 'executed') return executed
  if (executed.left.length > 0) return notGone(stackName, executed.left, changes)
  const outputs = outputsOf(await provenStack(options))
  const all = [...importedChanges(options.adoptions), ...changes]
  return { kind: 'deployed', stackName, created, changes: all, settings, outputs, seconds: executed.seconds }
}

/** Why a step is not carried out: it loses evidence, CI may not make it, or it is not what was reviewed. */
async function refusal(options: DeployStackOptions, about: AboutToBeDone): Promise<(StackOutcome & { kind: 'refused' }) | undefined> {
  const { stackName } = options.template
  const { changes } = about
  const lost = destructive(changes).filter((change) => options.by === 'ci' || !options.allowDestructive.includes(change.logicalId))
  if (lost.length > 0) {
    return {
      kind: 'refused',
      stackName,
      changes,
      reason: `${lossText(lost)}: evidence would be lost.`,
      remedy: `If that is meant, ${options.by === 'ci' ? 'an administrator deploys' : 'deploy'} with --allow-destructive ${lost.map((change) => change.logicalId).join(',')}.`,
    }
  }
  // Denied in the middle of an update, and again in its roll-back, it would leave a stack that only people mend.
  const withheld = options.by === 'ci' ? ((await withheldFrom(options, changes)) ?? options.lacking) : undefined
  if (withheld) return { kind: 'refused', stackName, changes, ...withheld, reason: `${withheld.reason} Nothing was changed.` }
  const differences = await options.review(about)
  if (differences.length === 0) return undefined
  return {
    kind: 'refused',
    stackName,
    changes,
    reason: `${stackName} would not be changed as reviewed: ${differences.slice(0, 10).join('; ')}${differences.length > 10 ? `; and ${differences.length - 10} more` : ''}.`,
    remedy: 'The stack or the config has changed since. Plan again, and have that reviewed.',
  }
}

function importedChanges(adoptions: readonly Adoption[]): ResourceChange[] {
  return adoptions.map(({ logicalId, type, identifier }) => ({
    action: 'Import',
    logicalId,
    type,
    physicalId: Object.values(identifier)[0],
    replacement: undefined,
    properties: [],
  }))
}

/** A step of its own: an import takes no other change. Returns what went wrong, if anything did. */
async function importAdoptions(options: DeployStackOptions): Promise<StackOutcome | Overtaken | undefined> {
  if (options.adoptions.length === 0) return undefined
  const { client, template } = options
  const { stackName } = template
  const stack = await describeStack(client, stackName)
  const body = stack === undefined || stack.StackStatus === 'REVIEW_IN_PROGRESS' ? undefined : await deployedTemplate(client, stackName)
  const deployed = body === undefined ? undefined : options.parse(body)
  // An earlier attempt, or the run that overtook it, may have imported them.
  const adoptions = options.adoptions.filter(({ logicalId }) => !(logicalId in (deployed?.Resources ?? {})))
  if (adoptions.length === 0) return undefined
  const imported = importedChanges(adoptions)
  options.onChanges(imported)
  const refused = await refusal(options, { step: 'import', changes: imported, settings: [] })
  if (refused) return refused
  const importing = { ...options, changeSetName: operationToken(options.changeSetName, 'import') }
  const changeSet = await draft(importing, {
    type: 'IMPORT',
    source: await options.source(importTemplate(deployed, adoptions)),
    imports: adoptions,
    previousParameters: Object.keys(deployed?.Parameters ?? {}),
  })
  if (changeSet.kind === 'overtaken') return changeSet
  if (changeSet.kind === 'empty') return undefined
  if (changeSet.kind === 'foreign') return foreign(stackName)
  const executed = await executeChangeSet(executionOf(importing, 'execute'), changeSet.name, imported)
  return executed.kind === 'executed' ? undefined : executed
}

function executionOf(options: DeployStackOptions, operation: string): ExecuteOptions {
  return { ...options, stackName: options.template.stackName, token: operationToken(options.changeSetName, operation) }
}

const AS_WANTED = { kind: 'as-wanted' } as const

/** Tags, service role, topics and alarms are settings of a stack: a change set in which only they differ is an empty one. */
async function updateSettings(
  options: DeployStackOptions,
  stack: Stack,
  changes: readonly PropertyChange[],
  source: TemplateSource,
): Promise<Executed | typeof AS_WANTED | (StackOutcome & { kind: 'refused' })> {
  const { client, settings, template } = options
  const { stackName } = template
  options.progress.note(`${stackName}: ${changes.map(settingText).join('; ')}`)
  const refused = await refusal(options, { step: 'update', changes: [], settings: changes })
  if (refused) return refused
  const { UpdateStackCommand } = await import('@aws-sdk/client-cloudformation')
  const execution = executionOf(options, 'settings')
  const command = new UpdateStackCommand({
    StackName: stackName,
    // Named by its version: there is no change set here whose template could be compared first.
    ...source.request,
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    ClientRequestToken: execution.token,
    Parameters: (stack.Parameters ?? []).map(({ ParameterKey }) => ({ ParameterKey, UsePreviousValue: true })),
    ...settingsRequest(settings),
  })
  return runOperation(execution, {
    operation: 'UpdateStack',
    send: () => client.send(command),
    giveUp: () => Promise.resolve(),
    changes: [],
  }).catch((error: unknown) => {
    if (!isNothingToUpdate(error)) throw error
    return AS_WANTED
  })
}
