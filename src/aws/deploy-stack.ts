import type { Stack } from '@aws-sdk/client-cloudformation'
import type { Adoption } from '../model/adoption.ts'
import { AuditError } from '../model/errors.ts'
import { destructive, type ResourceChange, type StackOutcome } from '../model/plan.ts'
import type { ParsedTemplate, RenderedTemplate } from '../model/template.ts'
import { importTemplate } from './adopt.ts'
import { createChangeSet, deleteChangeSet, removeStaleChangeSets } from './change-set.ts'
import { isNothingToUpdate } from './errors.ts'
import { type Executed, type ExecuteOptions, executeChangeSet, runOperation } from './execute.ts'
import { provenStack, withRelaxedPolicy } from './prove.ts'
import { type SettleOptions, settle } from './settle.ts'
import { deployedTemplate, describeStack, outputsOf } from './stack.ts'
import { missingSettings, type StackSettings, settingsRequest } from './stack-settings.ts'
import type { TemplateSource } from './template-source.ts'

export interface DeployStackOptions extends Omit<SettleOptions, 'stackName'> {
  template: RenderedTemplate
  /** How the template reaches CloudFormation. */
  source: TemplateSource
  settings: StackSettings
  /** Existing resources the stack does not own yet; imported before anything else. */
  adoptions: readonly Adoption[]
  changeSetName: string
  /** Puts back what was changed outside of the stack. */
  revertDrift: boolean
  /** Logical ids whose replacement or removal is allowed by name. */
  allowDestructive: readonly string[]
  onCancel: ExecuteOptions['onCancel']
  stackPolicy: string
  positionOf: ExecuteOptions['positionOf']
  /** Called with the changes before anything is executed. */
  onChanges(changes: readonly ResourceChange[]): void
  /** How the changes differ from those that were reviewed; nothing, when they mean the same or nobody asks. */
  review(changes: readonly ResourceChange[]): Promise<readonly string[]>
  /** Whether two template texts describe the same resources. */
  sameTemplate(a: string, b: string): boolean
  parse(body: string): ParsedTemplate
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
  const { client, template } = options
  const { stackName } = template
  const settled = await settle({ ...options, stackName })
  if (settled.kind === 'refused') return settled.outcome
  if (options.adoptions.length > 0) {
    const failed = await importAdoptions(options)
    if (failed) return failed
  }
  const create = settled.create && options.adoptions.length === 0
  const creating = createChangeSet(client, {
    stackName,
    name: options.changeSetName,
    type: create ? 'CREATE' : 'UPDATE',
    source: options.source,
    settings: options.settings,
    revertDrift: options.revertDrift && !create,
    positionOf: options.positionOf,
    timeoutMs: options.timeoutMs,
    now: options.now,
    sleep: options.sleep,
    signal: options.signal,
  })
  const [changeSet] = await Promise.all([creating, removeStaleChangeSets(client, stackName, options)])
  if (changeSet.kind === 'overtaken') return changeSet
  if (changeSet.kind === 'empty') {
    const settings = await updateSettings(options, settled.stack)
    if (settings.kind === 'overtaken' || settings.kind === 'failed') return settings
    const outputs = outputsOf(await provenStack(options))
    return settings.kind === 'executed'
      ? { kind: 'deployed', stackName, created: false, changes: [], outputs, seconds: settings.seconds }
      : { kind: 'no-changes', stackName, outputs }
  }
  options.onChanges(changeSet.changes)
  const refused = await refusal(options, changeSet.changes)
  if (refused) {
    await deleteChangeSet(client, stackName, changeSet.id)
    return refused
  }
  const isRelaxed = !create && destructive(changeSet.changes).length > 0
  const execute = () => executeChangeSet(executionOf(options), changeSet.id, changeSet.changes)
  const executed = isRelaxed ? await withRelaxedPolicy(options, execute) : await execute()
  if (executed.kind !== 'executed') return executed
  const proof = await provenStack(options)
  return {
    kind: 'deployed',
    stackName,
    created: create,
    changes: [...importedChanges(options.adoptions), ...changeSet.changes],
    outputs: outputsOf(proof),
    seconds: executed.seconds,
  }
}

/** Why the changes are not carried out: they lose evidence, or are not what was reviewed. */
async function refusal(
  options: DeployStackOptions,
  changes: readonly ResourceChange[],
): Promise<(StackOutcome & { kind: 'refused' }) | undefined> {
  const { stackName } = options.template
  const refused = destructive(changes).filter((change) => !options.allowDestructive.includes(change.logicalId))
  if (refused.length > 0) {
    return {
      kind: 'refused',
      stackName,
      changes,
      reason: `This would ${refused.map((change) => `${change.action === 'Remove' ? 'remove' : 'replace'} ${change.logicalId} (${change.type})`).join(', ')}, which holds evidence.`,
      remedy: `If that is meant, deploy with --allow-destructive ${refused.map((change) => change.logicalId).join(',')}.`,
    }
  }
  const differences = await options.review(changes)
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
  const changeSet = await createChangeSet(client, {
    stackName,
    name: `${options.changeSetName.slice(0, 121)}-import`,
    type: 'IMPORT',
    source: { TemplateBody: importTemplate(deployed, adoptions) },
    settings: options.settings,
    positionOf: options.positionOf,
    imports: adoptions,
    previousParameters: Object.keys(deployed?.Parameters ?? {}),
    timeoutMs: options.timeoutMs,
    now: options.now,
    sleep: options.sleep,
    signal: options.signal,
  })
  if (changeSet.kind === 'overtaken') return changeSet
  if (changeSet.kind === 'empty') return undefined
  const executed = await executeChangeSet(executionOf(options), changeSet.id, imported)
  return executed.kind === 'executed' ? undefined : executed
}

function executionOf(options: DeployStackOptions): ExecuteOptions {
  return { ...options, stackName: options.template.stackName, token: options.changeSetName }
}

/** Tags, service role, topics and alarms are settings of a stack: a change set in which only they differ is an empty one. */
async function updateSettings(options: DeployStackOptions, settled: Stack | undefined): Promise<Executed | { kind: 'as-wanted' }> {
  const { client, settings, template } = options
  const { stackName } = template
  const stack = settled ?? (await describeStack(client, stackName))
  const missing = stack ? missingSettings(stack, settings) : []
  if (!stack || missing.length === 0) return { kind: 'as-wanted' }
  options.progress.note(`${stackName}: ${missing.join('; ')}`)
  const { UpdateStackCommand } = await import('@aws-sdk/client-cloudformation')
  const command = new UpdateStackCommand({
    StackName: stackName,
    UsePreviousTemplate: true,
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    ClientRequestToken: options.changeSetName,
    Parameters: (stack.Parameters ?? []).map(({ ParameterKey }) => ({ ParameterKey, UsePreviousValue: true })),
    ...settingsRequest(settings),
  })
  return runOperation(executionOf(options), {
    operation: 'UpdateStack',
    send: () => client.send(command),
    giveUp: () => Promise.resolve(),
    changes: [],
  }).catch((error: unknown) => {
    if (!isNothingToUpdate(error)) throw error
    return { kind: 'as-wanted' } as const
  })
}
