import type { CloudFormationClient, StackEvent, StackStatus } from '@aws-sdk/client-cloudformation'
import { AuditError, type Position } from '../model/errors.ts'
import type { ResourceChange, StackOutcome } from '../model/plan.ts'
import type { Progress, Running } from '../model/progress.ts'
import { deleteChangeSet } from './change-set.ts'
import { isOvertaken, isTokenTaken, toAuditError } from './errors.ts'
import { operationToken } from './settle.ts'
import { describeStack } from './stack.ts'
import { EventStream, firstCause } from './stack-events.ts'
import { NOTHING_ALLOWED, nextStep } from './stack-state.ts'

export interface ExecuteOptions {
  client: CloudFormationClient
  stackName: string
  /** Of this operation alone. Marks its events as ours: a call whose answer was lost is told from another run's by it. */
  token: string
  /** What becomes of a running update when this run is cancelled. */
  onCancel: 'leave' | 'cancel'
  positionOf(pointer: string): Position
  progress: Progress
  timeoutMs: number
  now(): Date
  sleep(ms: number): Promise<void>
  signal?: AbortSignal | undefined
}

export type Executed = { kind: 'executed'; seconds: number } | (StackOutcome & { kind: 'failed' }) | { kind: 'overtaken' }

/** Executes a change set and follows it to its end. @throws STACK_NOT_PROVEN, CANCELLED, AWS_CALL_FAILED */
export async function executeChangeSet(options: ExecuteOptions, name: string, changes: readonly ResourceChange[]): Promise<Executed> {
  const { client, stackName } = options
  const { ExecuteChangeSetCommand } = await import('@aws-sdk/client-cloudformation')
  return runOperation(options, {
    operation: 'ExecuteChangeSet',
    send: () =>
      client.send(
        new ExecuteChangeSetCommand({
          StackName: stackName,
          ChangeSetName: name,
          ClientRequestToken: options.token,
          DisableRollback: false,
        }),
      ),
    giveUp: () => deleteChangeSet(client, stackName, name),
    changes,
  })
}

interface Operation {
  operation: string
  send(): Promise<unknown>
  /** Removes what the operation would have used. */
  giveUp(): Promise<void>
  changes: readonly ResourceChange[]
}

/** Starts an operation on the stack and follows its events to the end. */
export async function runOperation(options: ExecuteOptions, { operation, send, giveUp, changes }: Operation): Promise<Executed> {
  const { client, stackName, now } = options
  if (options.signal?.aborted) await giveUp()
  throwIfCancelled(options)
  // A clock that runs ahead of AWS's would hide the first events.
  const stream = await EventStream.open(client, stackName, new Date(now().getTime() - 60_000))
  const started = now().getTime()
  const running = options.progress.start(stackName)
  try {
    await send()
  } catch (error) {
    // The token is of this operation alone: who has sent it before is the try whose answer was lost.
    const isOurs = isTokenTaken(error) || (isOvertaken(error) && (await stream.hasToken(options.token)))
    if (!isOurs) {
      running.end('failed')
      if (!isOvertaken(error)) throw toAuditError(error, { operation: `cloudformation:${operation}`, resource: stackName })
      await giveUp()
      return { kind: 'overtaken' }
    }
  }
  const { events, status } = await watch(options, running, stream)
  const seconds = (now().getTime() - started) / 1000
  if (!/^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status)) {
    running.end('failed', status)
    const next = nextStep({ StackStatus: status as StackStatus }, stackName, NOTHING_ALLOWED)
    const remedy = next.do === 'refuse' ? { remedy: next.remedy } : {}
    return { kind: 'failed', stackName, status, cause: firstCause(events, options.positionOf), ...remedy, changes }
  }
  running.end('done', `${changes.length} ${changes.length === 1 ? 'resource' : 'resources'}`)
  return { kind: 'executed', seconds }
}

/** Follows the events until the stack itself has ended; polls faster while something moves. */
async function watch(options: ExecuteOptions, running: Running, stream: EventStream): Promise<{ events: StackEvent[]; status: string }> {
  const { client, stackName, now } = options
  const events: StackEvent[] = []
  const started = now().getTime()
  let status = 'UPDATE_IN_PROGRESS'
  for (let wait = 300; ; ) {
    const fresh = await stream.next()
    for (const event of fresh) {
      events.push(event)
      if (isOfStack(event)) status = event.ResourceStatus ?? status
      else running.update(eventText(event))
    }
    // The events say when to look; a status can lag behind them, or be that of another operation already.
    if (events.some(isStackEnd)) {
      status = (await describeStack(client, stackName))?.StackStatus ?? 'missing'
      if (!status.endsWith('_IN_PROGRESS')) return { events: [...events, ...(await stream.next())], status }
    }
    const elapsed = now().getTime() - started
    if (elapsed > options.timeoutMs) {
      running.end('failed', status)
      throw new AuditError(
        'STACK_NOT_PROVEN',
        `${stackName} is still in ${status} after ${Math.round(options.timeoutMs / 60_000)} minutes; it goes on without us.`,
        { remedy: 'Look at its events, and run again when it has ended: the run then proves the state.' },
      )
    }
    if (options.signal?.aborted) await leaveOrCancel(options, running, status)
    running.alive(`${status} for ${Math.round(elapsed / 1000)} s`)
    wait = fresh.length > 0 ? 300 : Math.min(wait * 1.5, 5000)
    await options.sleep(wait)
  }
}

/** `05:17:03 LogKey create complete`, UTC. */
function eventText(event: StackEvent): string {
  const time = event.Timestamp ? `${event.Timestamp.toISOString().slice(11, 19)} ` : ''
  const reason = event.ResourceStatus?.endsWith('_FAILED') && event.ResourceStatusReason ? `: ${event.ResourceStatusReason}` : ''
  return `${time}${event.LogicalResourceId} ${event.ResourceStatus?.toLowerCase().replaceAll('_', ' ')}${reason}`
}

/** CloudFormation goes on without us; only an update can be called off. @throws CANCELLED */
async function leaveOrCancel({ client, stackName, onCancel, token }: ExecuteOptions, running: Running, status: string): Promise<never> {
  const cancels = onCancel === 'cancel' && status === 'UPDATE_IN_PROGRESS'
  if (cancels) {
    const { CancelUpdateStackCommand } = await import('@aws-sdk/client-cloudformation')
    const command = new CancelUpdateStackCommand({ StackName: stackName, ClientRequestToken: operationToken(token, 'cancel') })
    await client.send(command).catch((error: unknown) => {
      // Called off already, by this call's first try or by someone else.
      if (!isOvertaken(error) && !isTokenTaken(error))
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

function throwIfCancelled(options: Pick<ExecuteOptions, 'signal' | 'stackName'>): void {
  if (options.signal?.aborted) throw new AuditError('CANCELLED', `Cancelled before ${options.stackName} was changed.`)
}

/** Of the stack itself, not of one nested in it. */
function isOfStack({ ResourceType, PhysicalResourceId, StackId, LogicalResourceId = '' }: StackEvent): boolean {
  return ResourceType === 'AWS::CloudFormation::Stack' && PhysicalResourceId === StackId && !LogicalResourceId.includes('/')
}

function isStackEnd(event: StackEvent): boolean {
  return isOfStack(event) && !event.ResourceStatus?.endsWith('_IN_PROGRESS')
}
