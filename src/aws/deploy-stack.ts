import type { CloudFormationClient, Stack, StackEvent } from '@aws-sdk/client-cloudformation'
import type { Adoption } from '../model/adoption.ts'
import { AuditError } from '../model/errors.ts'
import { destructive, type ResourceChange, type StackOutcome } from '../model/plan.ts'
import type { Progress, Running } from '../model/progress.ts'
import type { ParsedTemplate, RenderedTemplate } from '../model/template.ts'
import { importTemplate } from './adopt.ts'
import { createChangeSet, deleteChangeSet } from './change-set.ts'
import { isStackMissing, toAuditError } from './errors.ts'
import { deployedTemplate, describeStack, outputsOf, readinessOf } from './stack.ts'
import { eventsSince, firstCause } from './stack-events.ts'
import type { TemplateSource } from './template-source.ts'

export interface DeployStackOptions {
  client: CloudFormationClient
  template: RenderedTemplate
  /** How the template reaches CloudFormation. */
  source: TemplateSource
  /** Existing resources the stack does not own yet; imported before anything else. */
  adoptions: readonly Adoption[]
  changeSetName: string
  /** Logical ids whose replacement or removal is allowed by name. */
  allowDestructive: readonly string[]
  /** Names of failed first creations that may be deleted. */
  deleteFailedStacks: readonly string[]
  stackPolicy: string
  progress: Progress
  /** Called with the changes before anything is executed. */
  onChanges(changes: readonly ResourceChange[]): void
  /** Whether two template texts describe the same resources. */
  sameTemplate(a: string, b: string): boolean
  parse(body: string): ParsedTemplate
  timeoutMs: number
  now(): Date
  sleep(ms: number): Promise<void>
  signal?: AbortSignal | undefined
}

/** Change set → shown → executed → watched → read back. Green only when the stack is proven to be as wanted. */
export async function deployStack(options: DeployStackOptions): Promise<StackOutcome> {
  const { client, template } = options
  const { stackName } = template
  const ready = await untilReady(options)
  if (ready.kind === 'refused') return ready.outcome
  if (options.adoptions.length > 0) {
    const failed = await importAdoptions(options)
    if (failed) return failed
  }
  const create = ready.create && options.adoptions.length === 0
  const changeSet = await createChangeSet(client, {
    stackName,
    name: options.changeSetName,
    type: create ? 'CREATE' : 'UPDATE',
    source: options.source,
    sleep: options.sleep,
    signal: options.signal,
  })
  if (changeSet.kind === 'empty') {
    await protect(options)
    const stack = await proven(options)
    return { kind: 'no-changes', stackName, outputs: outputsOf(stack) }
  }
  options.onChanges(changeSet.changes)
  const refused = destructive(changeSet.changes).filter((change) => !options.allowDestructive.includes(change.logicalId))
  if (refused.length > 0) {
    await deleteChangeSet(client, stackName, changeSet.id)
    const names = refused.map((change) => change.logicalId)
    return {
      kind: 'refused',
      stackName,
      changes: changeSet.changes,
      reason: `This would ${refused.map((change) => `${change.action === 'Remove' ? 'remove' : 'replace'} ${change.logicalId} (${change.type})`).join(', ')}, which holds evidence.`,
      remedy: `If that is meant, deploy with --allow-destructive ${names.join(',')}.`,
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
async function importAdoptions(options: DeployStackOptions): Promise<StackOutcome | undefined> {
  const { client, adoptions, template } = options
  const { stackName } = template
  const stack = await describeStack(client, stackName)
  const body = stack === undefined || stack.StackStatus === 'REVIEW_IN_PROGRESS' ? undefined : await deployedTemplate(client, stackName)
  const deployed = body === undefined ? undefined : options.parse(body)
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
  if (changeSet.kind === 'empty') return undefined
  const executed = await execute(options, changeSet.id, imported, deployed === undefined)
  return executed.kind === 'executed' ? undefined : executed
}

type Ready = { kind: 'ready'; create: boolean } | { kind: 'refused'; outcome: StackOutcome }

/** Waits out another update, and stops at a stack that takes none. */
async function untilReady(options: DeployStackOptions): Promise<Ready> {
  const { stackName } = options.template
  const deadline = options.now().getTime() + options.timeoutMs
  let waiting: Running | undefined
  for (let wait = 500; ; wait = Math.min(wait * 1.5, 10_000)) {
    throwIfCancelled(options, stackName)
    const readiness = readinessOf(await describeStack(options.client, stackName))
    if (readiness.kind !== 'busy') waiting?.end('done')
    switch (readiness.kind) {
      case 'create':
        return { kind: 'ready', create: true }
      case 'update':
        return { kind: 'ready', create: false }
      case 'stuck':
        if (readiness.recoverable && options.deleteFailedStacks.includes(stackName)) {
          await deleteFailedStack(options)
          return { kind: 'ready', create: true }
        }
        return { kind: 'refused', outcome: { kind: 'refused', stackName, reason: readiness.reason, remedy: readiness.remedy, changes: [] } }
      case 'busy':
        waiting ??= options.progress.start(`${stackName} is busy`)
        waiting.update(`${readiness.status}: waiting for the other update to end`)
        if (options.now().getTime() > deadline) {
          waiting.end('failed', readiness.status)
          throw new AuditError(
            'STACK_BUSY',
            `${stackName} is still in ${readiness.status} after ${Math.round(options.timeoutMs / 60_000)} minutes.`,
            {
              remedy: 'Wait until the other update has ended and run again.',
            },
          )
        }
        await options.sleep(wait)
        break
      default:
        readiness satisfies never
    }
  }
}

async function deleteFailedStack(options: DeployStackOptions): Promise<void> {
  const { DeleteStackCommand, UpdateTerminationProtectionCommand } = await import('@aws-sdk/client-cloudformation')
  const { stackName } = options.template
  const running = options.progress.start(`delete the failed first creation of ${stackName}`)
  await options.client.send(new UpdateTerminationProtectionCommand({ StackName: stackName, EnableTerminationProtection: false }))
  await options.client.send(new DeleteStackCommand({ StackName: stackName })).catch((error: unknown) => {
    throw toAuditError(error, { operation: 'cloudformation:DeleteStack', resource: stackName })
  })
  while ((await describeStack(options.client, stackName)) !== undefined) await options.sleep(1000)
  running.end('done')
}

type Executed = { kind: 'executed'; seconds: number } | (StackOutcome & { kind: 'failed' })

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
  await client
    .send(new ExecuteChangeSetCommand({ StackName: stackName, ChangeSetName: changeSetId, DisableRollback: false }))
    .catch((error: unknown) => {
      running.end('failed')
      throw toAuditError(error, { operation: 'cloudformation:ExecuteChangeSet', resource: stackName })
    })
  const events = await watch(options, running, since, before)
  const stack = await describeStack(client, stackName)
  const status = stack?.StackStatus ?? 'missing'
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
async function watch(options: DeployStackOptions, running: Running, since: Date, before: ReadonlySet<string>): Promise<StackEvent[]> {
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
    const status = (await describeStack(client, template.stackName))?.StackStatus ?? ''
    if (!status.endsWith('_IN_PROGRESS') && events.some(isStackEnd)) {
      events.push(...(await eventsSince(client, template.stackName, since, seen)))
      return events
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
    wait = fresh.length > 0 ? 300 : Math.min(wait * 1.5, 5000)
    await options.sleep(wait)
  }
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
