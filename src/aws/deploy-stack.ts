import type { Stack, StackEvent } from '@aws-sdk/client-cloudformation'
import type { Adoption } from '../model/adoption.ts'
import { AuditError } from '../model/errors.ts'
import { destructive, type ResourceChange, type StackOutcome } from '../model/plan.ts'
import type { Running } from '../model/progress.ts'
import type { ParsedTemplate, RenderedTemplate } from '../model/template.ts'
import { importTemplate } from './adopt.ts'
import { createChangeSet, deleteChangeSet, removeStaleChangeSets } from './change-set.ts'
import { isOvertaken, isStackMissing, toAuditError } from './errors.ts'
import { type SettleOptions, settle } from './settle.ts'
import { deployedTemplate, describeStack, outputsOf } from './stack.ts'
import { eventsSince, firstCause } from './stack-events.ts'
import type { TemplateSource } from './template-source.ts'

export interface DeployStackOptions extends Omit<SettleOptions, 'stackName'> {
  template: RenderedTemplate
  /** How the template reaches CloudFormation. */
  source: TemplateSource
  /** Existing resources the stack does not own yet; imported before anything else. */
  adoptions: readonly Adoption[]
  changeSetName: string
  /** Logical ids whose replacement or removal is allowed by name. */
  allowDestructive: readonly string[]
  /** What becomes of a running update when this run is cancelled. */
  onCancel: 'leave' | 'cancel'
  stackPolicy: string
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
  await removeStaleChangeSets(client, stackName, options.now())
  if (options.adoptions.length > 0) {
    const failed = await importAdoptions(options)
    if (failed) return failed
  }
  const create = settled.create && options.adoptions.length === 0
  const changeSet = await createChangeSet(client, {
    stackName,
    name: options.changeSetName,
    type: create ? 'CREATE' : 'UPDATE',
    source: options.source,
    sleep: options.sleep,
    signal: options.signal,
  })
  if (changeSet.kind === 'overtaken') return changeSet
  if (changeSet.kind === 'empty') {
    await protect(options)
    const stack = await proven(options)
    return { kind: 'no-changes', stackName, outputs: outputsOf(stack) }
  }
  options.onChanges(changeSet.changes)
  const refused = destructive(changeSet.changes).filter((change) => !options.allowDestructive.includes(change.logicalId))
  if (refused.length > 0) {
    await deleteChangeSet(client, stackName, changeSet.id)
    return refusal(stackName, changeSet.changes, refused)
  }
  const differences = await options.review(changeSet.changes)
  if (differences.length > 0) {
    await deleteChangeSet(client, stackName, changeSet.id)
    return {
      kind: 'refused',
      stackName,
      changes: changeSet.changes,
      reason: `${stackName} would not be changed as reviewed: ${differences.slice(0, 10).join('; ')}${differences.length > 10 ? `; and ${differences.length - 10} more` : ''}.`,
      remedy: 'The stack or the config has changed since. Plan again, and have that reviewed.',
    }
  }
  const executed = await execute(options, changeSet.id, changeSet.changes, create)
  if (executed.kind !== 'executed') return executed
  await protect(options)
  const proof = await proven(options)
  return {
    kind: 'deployed',
    stackName,
    created: create,
    changes: [...importedChanges(options.adoptions), ...changeSet.changes],
    outputs: outputsOf(proof),
    seconds: executed.seconds,
  }
}

function refusal(stackName: string, changes: readonly ResourceChange[], refused: readonly ResourceChange[]): StackOutcome {
  const names = refused.map((change) => change.logicalId)
  return {
    kind: 'refused',
    stackName,
    changes,
    reason: `This would ${refused.map((change) => `${change.action === 'Remove' ? 'remove' : 'replace'} ${change.logicalId} (${change.type})`).join(', ')}, which holds evidence.`,
    remedy: `If that is meant, deploy with --allow-destructive ${names.join(',')}.`,
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
    imports: adoptions,
    previousParameters: Object.keys(deployed?.Parameters ?? {}),
    sleep: options.sleep,
    signal: options.signal,
  })
  if (changeSet.kind === 'overtaken') return changeSet
  if (changeSet.kind === 'empty') return undefined
  const executed = await execute(options, changeSet.id, imported, deployed === undefined)
  return executed.kind === 'executed' ? undefined : executed
}

type Executed = { kind: 'executed'; seconds: number } | (StackOutcome & { kind: 'failed' }) | Overtaken

async function execute(
  options: DeployStackOptions,
  changeSetId: string,
  changes: readonly ResourceChange[],
  create: boolean,
): Promise<Executed> {
  const { client, template, now } = options
  const { stackName } = template
  const { ExecuteChangeSetCommand } = await import('@aws-sdk/client-cloudformation')
  if (options.signal?.aborted) await deleteChangeSet(client, stackName, changeSetId)
  throwIfCancelled(options, stackName)
  // A clock that runs ahead of AWS's would hide the first events.
  const since = new Date(now().getTime() - 60_000)
  const before = new Set(
    (await eventsSince(client, stackName, since, new Set()).catch(emptyWhenMissing)).map((event) => event.EventId ?? ''),
  )
  const started = now().getTime()
  const running = options.progress.start(stackName)
  // The policy forbids what was just allowed by name; `protect` puts it back.
  if (!create && destructive(changes).length > 0) await relaxPolicy(options)
  try {
    await client.send(new ExecuteChangeSetCommand({ StackName: stackName, ChangeSetName: changeSetId, DisableRollback: false }))
  } catch (error) {
    running.end('failed')
    if (!isOvertaken(error)) throw toAuditError(error, { operation: 'cloudformation:ExecuteChangeSet', resource: stackName })
    await deleteChangeSet(client, stackName, changeSetId)
    return { kind: 'overtaken' }
  }
  const { events, status } = await watch(options, running, since, before)
  const seconds = (now().getTime() - started) / 1000
  if (!/^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status)) {
    running.end('failed', status)
    return { kind: 'failed', stackName, status, cause: firstCause(events), changes }
  }
  running.end('done', `${changes.length} resources`)
  return { kind: 'executed', seconds }
}

function emptyWhenMissing(error: unknown): StackEvent[] {
  if (isStackMissing(error)) return []
  throw error
}

/** Follows the events until the stack itself has ended; polls faster while something moves. */
async function watch(
  options: DeployStackOptions,
  running: Running,
  since: Date,
  before: ReadonlySet<string>,
): Promise<{ events: StackEvent[]; status: string }> {
  const { client, template, now } = options
  const seen = new Set(before)
  const events: StackEvent[] = []
  const deadline = now().getTime() + options.timeoutMs
  for (let wait = 300; ; ) {
    const fresh = await eventsSince(client, template.stackName, since, seen)
    for (const event of fresh) {
      seen.add(event.EventId ?? '')
      events.push(event)
      if (event.ResourceType !== 'AWS::CloudFormation::Stack')
        running.update(`${event.LogicalResourceId} ${event.ResourceStatus?.toLowerCase().replaceAll('_', ' ')}`)
    }
    // The status can lag behind the call and still be that of the last operation, so both must have ended: the status
    // and, among the new events, the stack itself.
    const status = (await describeStack(client, template.stackName))?.StackStatus ?? 'missing'
    if (!status.endsWith('_IN_PROGRESS') && events.some(isStackEnd)) {
      events.push(...(await eventsSince(client, template.stackName, since, seen)))
      return { events, status }
    }
    if (now().getTime() > deadline) {
      running.end('failed', status)
      throw new AuditError(
        'STACK_NOT_PROVEN',
        `${template.stackName} is still in ${status} after ${Math.round(options.timeoutMs / 60_000)} minutes; it goes on without us.`,
        {
          remedy: 'Look at its events, and run again when it has ended: the run then proves the state.',
        },
      )
    }
    if (options.signal?.aborted) await leaveOrCancel(options, running, status)
    wait = fresh.length > 0 ? 300 : Math.min(wait * 1.5, 5000)
    await options.sleep(wait)
  }
}

/** CloudFormation goes on without us; only an update can be called off. @throws CANCELLED */
async function leaveOrCancel({ client, template, onCancel }: DeployStackOptions, running: Running, status: string): Promise<never> {
  const { stackName } = template
  const cancels = onCancel === 'cancel' && status === 'UPDATE_IN_PROGRESS'
  if (cancels) {
    const { CancelUpdateStackCommand } = await import('@aws-sdk/client-cloudformation')
    await client.send(new CancelUpdateStackCommand({ StackName: stackName })).catch((error: unknown) => {
      throw toAuditError(error, { operation: 'cloudformation:CancelUpdateStack', resource: stackName })
    })
  }
  running.end('failed', cancels ? 'called off' : 'left running')
  throw new AuditError(
    'CANCELLED',
    cancels
      ? `Cancelled: the update of ${stackName} was called off and is being taken back.`
      : `Cancelled while ${stackName} was in ${status}; CloudFormation goes on without us.`,
    { remedy: 'Run again: the run waits for it to end, and then proves the state.' },
  )
}

function isStackEnd(event: StackEvent): boolean {
  return (
    event.ResourceType === 'AWS::CloudFormation::Stack' &&
    event.PhysicalResourceId === event.StackId &&
    !event.ResourceStatus?.endsWith('_IN_PROGRESS')
  )
}

/** Termination protection and stack policy are calls of their own, after a change set; both are set on every run. */
async function protect(options: DeployStackOptions): Promise<void> {
  const { SetStackPolicyCommand, UpdateTerminationProtectionCommand } = await import('@aws-sdk/client-cloudformation')
  const { stackName } = options.template
  try {
    await options.client.send(new UpdateTerminationProtectionCommand({ StackName: stackName, EnableTerminationProtection: true }))
    await options.client.send(new SetStackPolicyCommand({ StackName: stackName, StackPolicyBody: options.stackPolicy }))
  } catch (error) {
    throw toAuditError(error, { operation: 'cloudformation:UpdateTerminationProtection and SetStackPolicy', resource: stackName })
  }
}

async function relaxPolicy(options: DeployStackOptions): Promise<void> {
  const { SetStackPolicyCommand } = await import('@aws-sdk/client-cloudformation')
  const StackPolicyBody = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' }] })
  await options.client.send(new SetStackPolicyCommand({ StackName: options.template.stackName, StackPolicyBody }))
}

/** Reads the stack back and compares. @throws STACK_NOT_PROVEN */
async function proven(options: DeployStackOptions): Promise<Stack> {
  const { GetStackPolicyCommand } = await import('@aws-sdk/client-cloudformation')
  const { client, template } = options
  const { stackName } = template
  const [stack, body, policy] = await Promise.all([
    describeStack(client, stackName),
    deployedTemplate(client, stackName),
    client.send(new GetStackPolicyCommand({ StackName: stackName })),
  ])
  const doubts = [
    ...(stack && /^(?:CREATE|UPDATE|IMPORT|UPDATE_ROLLBACK)_COMPLETE$/.test(stack.StackStatus ?? '')
      ? []
      : [`its status is ${stack?.StackStatus ?? 'missing'}`]),
    ...(stack?.EnableTerminationProtection ? [] : ['termination protection is off']),
    ...(body !== undefined && options.sameTemplate(body, template.body) ? [] : ['its template is not the rendered one']),
    ...(policy.StackPolicyBody && sameJson(policy.StackPolicyBody, options.stackPolicy) ? [] : ['its stack policy is not ours']),
  ]
  if (!stack || doubts.length > 0) {
    throw new AuditError('STACK_NOT_PROVEN', `${stackName} was changed, but reading it back shows: ${doubts.join('; ')}.`, {
      remedy: 'Someone else may have changed it at the same time. Run again.',
    })
  }
  return stack
}

function sameJson(a: string, b: string): boolean {
  return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b))
}

function throwIfCancelled(options: DeployStackOptions, stackName: string): void {
  if (options.signal?.aborted) throw new AuditError('CANCELLED', `Cancelled before ${stackName} was changed.`)
}
