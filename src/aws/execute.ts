import type { CloudFormationClient, StackEvent, StackStatus } from '@aws-sdk/client-cloudformation'
import { AuditError, type Position } from '../model/errors.ts'
import type { ResourceChange, StackOutcome } from '../model/plan.ts'
import type { Progress, Running } from '../model/progress.ts'
import { deleteChangeSet } from './change-set.ts'
import { isOvertaken, isTokenTaken, toAuditError } from './errors.ts'
import { GOES_ON, operationToken } from './settle.ts'
import { describeStack } from './stack.ts'
import { EventStream, firstCause, type Leftover, leftovers, leftoverText } from './stack-events.ts'
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
  leaves?: ((what: string) => void) | undefined
}

export type Executed =
  | { kind: 'executed'; seconds: number; left: readonly Leftover[] }
  | (StackOutcome & { kind: 'failed' })
  | { kind: 'overtaken' }

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
  options.leaves?.(`${stackName}: a change was sent, and CloudFormation had not answered yet. ${GOES_ON}`)
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
  options.leaves?.(`${stackName} is in ${status}, and was not read back. Run again: the run proves the state.`)
  const seconds = (now().getTime() - started) / 1000
  const left = leftovers(events)
  if (!/^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status)) {
    running.end('failed', status)
    return {
      kind: 'failed',
      stackName,
      status,
      cause: firstCause(events, options.positionOf),
      ...remedyOf(status, stackName, left),
      changes,
    }
  }
  running.end('done', `${changes.length} ${changes.length === 1 ? 'resource' : 'resources'}`)
  return { kind: 'executed', seconds, left }
}

/** How to go on with a stack that takes no change as it is, or has let go of what it could not delete. */
function remedyOf(status: string, stackName: string, left: readonly Leftover[]): { remedy?: string } {
  const next = nextStep({ StackStatus: status as StackStatus }, stackName, NOTHING_ALLOWED)
  if (next.do === 'refuse') return { remedy: next.remedy }
  if (left.length === 0) return {}
  return {
    remedy: `What it had made and could not delete again belongs to no stack now, and its name is taken: an administrator deletes it by hand before the next try. ${leftoverText(left)}`,
  }
}

/** The stack is as wanted, and the account is not: CloudFormation calls that complete. */
export function notGone(stackName: string, left: readonly Leftover[], changes: readonly ResourceChange[]): StackOutcome {
  return {
    kind: 'unfinished',
    stackName,
    reason: `${stackName} was updated, and what it no longer has could not be deleted; it belongs to no stack now. ${leftoverText(left)}`,
    remedy: 'An administrator deletes it by hand, and then this is run again.',
    changes,
  }
}

/** Follows the events until the stack itself has ended; polls faster while something moves. */
async function watch(options: ExecuteOptions, running: Running, stream: EventStream): Promise<{ events: StackEvent[]; status: string }> {
  const { client, stackName, now } = options
  const events: StackEvent[] = []
  const started = now().getTime()
  let status = 'UPDATE_IN_PROGRESS'
  options.leaves?.(`${stackName} was in ${status}; CloudFormation goes on without us. ${GOES_ON}`)
  const callOff = calledOffOnce(options, () => status)
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
    if (options.signal?.aborted) leaveOrCancel(options, { running, status, isCalledOff: await callOff() })
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

/**
 * Calls a running update off where that is wanted; only an update can be. Begins with the signal itself, because the loop may be waiting
 * for an answer then, and a cancelled run has little time. Answers whether it was called off.
 */
function calledOffOnce(options: ExecuteOptions, statusNow: () => string): () => Promise<boolean> {
  const { client, stackName, onCancel, token, signal, leaves } = options
  let asked: Promise<boolean> | undefined
  const ask = async (): Promise<boolean> => {
    if (onCancel !== 'cancel' || statusNow() !== 'UPDATE_IN_PROGRESS') return false
    leaves?.(`${stackName}: calling the update off was asked for, and CloudFormation had not answered yet. ${GOES_ON}`)
    const { CancelUpdateStackCommand } = await import('@aws-sdk/client-cloudformation')
    const command = new CancelUpdateStackCommand({ StackName: stackName, ClientRequestToken: operationToken(token, 'cancel') })
    await client.send(command).catch((error: unknown) => {
      // Called off already, by this call's first try or by someone else.
      if (!isOvertaken(error) && !isTokenTaken(error))
        throw toAuditError(error, { operation: 'cloudformation:CancelUpdateStack', resource: stackName })
    })
    leaves?.(`${stackName}: the update was called off and is being taken back. ${GOES_ON}`)
    return true
  }
  const once = () => {
    asked ??= ask()
    return asked
  }
  // Whoever waits for it is told what went wrong.
  signal?.addEventListener('abort', () => void once().catch(() => undefined), { once: true })
  return once
}

interface Left {
  running: Running
  status: string
  isCalledOff: boolean
}

/** @throws CANCELLED */
function leaveOrCancel({ stackName }: ExecuteOptions, { running, status, isCalledOff }: Left): never {
  running.end('failed', isCalledOff ? 'called off' : 'left running')
  throw new AuditError(
    'CANCELLED',
    isCalledOff
      ? `Cancelled: the update of ${stackName} was called off and is being taken back.`
      : `Cancelled while ${stackName} was in ${status}; CloudFormation goes on without us.`,
    { remedy: GOES_ON },
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
