import type { CloudFormationClient, Stack } from '@aws-sdk/client-cloudformation'
import { AuditError } from '../model/errors.ts'
import type { StackOutcome } from '../model/plan.ts'
import type { Progress, Running } from '../model/progress.ts'
import { isOvertaken, isTokenTaken, toAuditError } from './errors.ts'
import { describeStack } from './stack.ts'
import { nextStep, type Recovery } from './stack-state.ts'

export interface SettleOptions {
  client: CloudFormationClient
  stackName: string
  /** Names of stacks that may be deleted because their creation failed, and of those whose failed update may be taken back. */
  deleteFailedStacks: readonly string[]
  continueRollback: readonly string[]
  /** Logical ids that a continued rollback leaves as they are. */
  skipResources: readonly string[]
  /** Of this attempt; each operation adds what it is, so that none is sent twice. */
  changeSetName: string
  progress: Progress
  timeoutMs: number
  now(): Date
  sleep(ms: number): Promise<void>
  signal?: AbortSignal | undefined
  /** Told what would be left of the stack, should the run end at this moment, and how to go on. */
  leaves?: ((what: string) => void) | undefined
}

export type Settled =
  | { kind: 'ready'; create: boolean; stack: Stack | undefined }
  | { kind: 'refused'; outcome: StackOutcome & { kind: 'refused' } }

/** Waits out what is under way, recovers what may be recovered, and stops at a stack that takes no change. @throws STACK_BUSY, CANCELLED */
export async function settle(options: SettleOptions): Promise<Settled> {
  const { client, stackName, now } = options
  const deadline = now().getTime() + options.timeoutMs
  const tried = new Set<Recovery>()
  let running: Running | undefined
  for (let wait = 500; ; ) {
    if (options.signal?.aborted) throw new AuditError('CANCELLED', `Cancelled before ${stackName} was changed.`)
    const stack = await describeStack(client, stackName)
    const step = nextStep(stack, stackName, {
      delete: options.deleteFailedStacks.includes(stackName),
      rollback: options.continueRollback.includes(stackName),
      tried,
    })
    if (step.do !== 'wait') running?.end(step.do === 'refuse' ? 'failed' : 'done')
    switch (step.do) {
      case 'create':
      case 'update':
        return { kind: 'ready', create: step.do === 'create', stack }
      case 'refuse':
        return { kind: 'refused', outcome: { kind: 'refused', stackName, reason: step.reason, remedy: step.remedy, changes: [] } }
      case 'recover':
        tried.add(step.recovery)
        running = options.progress.start(`${stackName} is in ${step.status}: ${RECOVERIES[step.recovery].says}`)
        options.leaves?.(`${stackName}: CloudFormation was told to ${RECOVERIES[step.recovery].says}, and goes on without us. ${GOES_ON}`)
        await RECOVERIES[step.recovery].run(options)
        wait = 500
        break
      case 'wait':
        running ??= options.progress.start(`${stackName} is busy`)
        running.update(`${step.status}: waiting for it to end`)
        if (now().getTime() > deadline) {
          running.end('failed', step.status)
          throw new AuditError(
            'STACK_BUSY',
            `${stackName} is still in ${step.status} after ${Math.round(options.timeoutMs / 60_000)} minutes.`,
            {
              remedy: 'Wait until the other operation has ended and run again.',
            },
          )
        }
        await options.sleep(wait)
        wait = Math.min(wait * 1.5, 10_000)
        break
      default:
        step satisfies never
    }
  }
}

/** What helps whoever ended a run in the middle of an operation. */
export const GOES_ON = 'Run again: the run waits for it to end, and then proves the state.'

const RECOVERIES: Readonly<Record<Recovery, { says: string; run(options: SettleOptions): Promise<void> }>> = {
  delete: { says: 'delete what the failed creation left', run: deleteFailed },
  'continue-rollback': { says: 'go on with taking the update back', run: continueRollback },
  rollback: { says: 'take the update back', run: rollback },
}

async function deleteFailed({ client, stackName, changeSetName }: SettleOptions): Promise<void> {
  const { DeleteStackCommand, UpdateTerminationProtectionCommand } = await import('@aws-sdk/client-cloudformation')
  await client
    .send(new UpdateTerminationProtectionCommand({ StackName: stackName, EnableTerminationProtection: false }))
    .catch(refusal('UpdateTerminationProtection', stackName))
  const command = new DeleteStackCommand({ StackName: stackName, ClientRequestToken: operationToken(changeSetName, 'delete') })
  await client.send(command).catch(refusal('DeleteStack', stackName))
}

async function continueRollback({ client, stackName, skipResources, changeSetName }: SettleOptions): Promise<void> {
  const { ContinueUpdateRollbackCommand } = await import('@aws-sdk/client-cloudformation')
  const ResourcesToSkip = skipResources.length > 0 ? [...skipResources] : undefined
  const ClientRequestToken = operationToken(changeSetName, 'continue')
  await client
    .send(new ContinueUpdateRollbackCommand({ StackName: stackName, ResourcesToSkip, ClientRequestToken }))
    .catch(refusal('ContinueUpdateRollback', stackName))
}

async function rollback({ client, stackName, changeSetName }: SettleOptions): Promise<void> {
  const { RollbackStackCommand } = await import('@aws-sdk/client-cloudformation')
  const command = new RollbackStackCommand({ StackName: stackName, ClientRequestToken: operationToken(changeSetName, 'rollback') })
  await client.send(command).catch(refusal('RollbackStack', stackName))
}

/** Another run may have started the same recovery meanwhile; then it is waited for like anything else under way. */
function refusal(operation: string, resource: string) {
  return (error: unknown) => {
    if (!isOvertaken(error) && !isTokenTaken(error)) throw toAuditError(error, { operation: `cloudformation:${operation}`, resource })
  }
}

/** A `ClientRequestToken` of one operation: CloudFormation takes 128 letters, digits and hyphens, and none of them twice. */
export function operationToken(changeSetName: string, operation: string): string {
  return `${changeSetName.slice(0, 127 - operation.length)}-${operation}`
}
