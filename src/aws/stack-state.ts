import type { StackStatus } from '@aws-sdk/client-cloudformation'

/** What a status means for someone who wants to change the stack. */
type StateRow =
  /** There is nothing, or an empty shell that takes a first change set. */
  | { is: 'absent' }
  | { is: 'ready' }
  /** Something is under way, and will end by itself. */
  | { is: 'busy' }
  /** Takes no change as it is. `recovery` is done only for a stack that is named for it. */
  | { is: 'stuck'; why: string; recovery: Recovery | 'by-hand' }

export type Recovery = 'delete' | 'continue-rollback' | 'rollback'

const absent: StateRow = { is: 'absent' }
const ready: StateRow = { is: 'ready' }
const busy: StateRow = { is: 'busy' }
const stuck = (recovery: Recovery | 'by-hand', why: string): StateRow => ({ is: 'stuck', why, recovery })

/** Every status there is. Source: CloudFormation User Guide, "Understand CloudFormation stack creation events" and API reference, `Stack`. */
export const STATES: Readonly<Record<StackStatus | 'NONE', StateRow>> = {
  NONE: absent,
  // An empty shell left by a first change set; it takes another one of type CREATE.
  REVIEW_IN_PROGRESS: absent,
  DELETE_COMPLETE: absent,
  CREATE_COMPLETE: ready,
  UPDATE_COMPLETE: ready,
  UPDATE_ROLLBACK_COMPLETE: ready,
  IMPORT_COMPLETE: ready,
  IMPORT_ROLLBACK_COMPLETE: ready,
  CREATE_IN_PROGRESS: busy,
  ROLLBACK_IN_PROGRESS: busy,
  DELETE_IN_PROGRESS: busy,
  UPDATE_IN_PROGRESS: busy,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: busy,
  UPDATE_ROLLBACK_IN_PROGRESS: busy,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: busy,
  IMPORT_IN_PROGRESS: busy,
  IMPORT_ROLLBACK_IN_PROGRESS: busy,
  CREATE_FAILED: stuck('delete', 'its first creation failed and was not taken back'),
  ROLLBACK_COMPLETE: stuck('delete', 'its first creation failed, and AWS takes no update of such a stack'),
  ROLLBACK_FAILED: stuck('delete', 'its first creation failed, and so did taking it back'),
  DELETE_FAILED: stuck('delete', 'someone deleted it, and not everything could be deleted'),
  UPDATE_FAILED: stuck('rollback', 'an update failed and was not taken back'),
  UPDATE_ROLLBACK_FAILED: stuck('continue-rollback', 'an update failed, and so did taking it back'),
  IMPORT_ROLLBACK_FAILED: stuck('by-hand', 'an import failed, and so did taking it back'),
}

/** What the user has allowed for a stack by its name. */
export interface Allowed {
  delete: boolean
  rollback: boolean
  /** Recoveries this run has tried already: none is tried twice. */
  tried: ReadonlySet<Recovery>
}

export const NOTHING_ALLOWED: Allowed = { delete: false, rollback: false, tried: new Set() }

export type Step =
  | { do: 'create' }
  | { do: 'update' }
  | { do: 'wait'; status: string }
  | { do: 'recover'; recovery: Recovery; status: string }
  | { do: 'refuse'; reason: string; remedy: string }

interface StackNow {
  StackName?: string | undefined
  StackStatus?: StackStatus | undefined
  StackStatusReason?: string | undefined
}

/** The next step towards a changed stack, whatever state it is in. */
export function nextStep(stack: StackNow | undefined, name: string, allowed: Allowed): Step {
  const status = stack?.StackStatus ?? 'NONE'
  const row: StateRow | undefined = STATES[status]
  // A status of the future: nothing is known of it but its name.
  if (!row)
    return {
      do: 'refuse',
      reason: `${name} is in ${status}, which this version does not know.`,
      remedy: 'Update this tool, or look at the stack in the console.',
    }
  switch (row.is) {
    case 'absent':
      return { do: 'create' }
    case 'ready':
      return { do: 'update' }
    case 'busy':
      return { do: 'wait', status }
    case 'stuck': {
      const { recovery } = row
      const isAllowed = recovery === 'delete' ? allowed.delete : recovery !== 'by-hand' && allowed.rollback
      if (recovery !== 'by-hand' && isAllowed && !allowed.tried.has(recovery)) return { do: 'recover', recovery, status }
      const reason = `${name} is in ${status}: ${row.why}${stack?.StackStatusReason ? ` (${stack.StackStatusReason.replace(/\.$/, '')})` : ''}.`
      return { do: 'refuse', reason, remedy: remedyOf(recovery, name, recovery !== 'by-hand' && allowed.tried.has(recovery)) }
    }
    default:
      return row satisfies never
  }
}

function remedyOf(recovery: Recovery | 'by-hand', name: string, tried: boolean): string {
  const events = `See what its events say (\`aws cloudformation describe-stack-events --stack-name ${name}\`)`
  if (tried && recovery === 'delete') return `Deleting it was tried and did not work. ${events}, and delete what is named there by hand.`
  if (tried)
    return `Taking it back was tried and did not work. ${events}, put it right, or name the resources to leave as they are: --skip-resources A,B.`
  switch (recovery) {
    case 'delete':
      return `${events}, then an administrator runs \`mlops-audit deploy --delete-failed-stack ${name}\`: resources that hold evidence are retained when it is deleted.`
    case 'continue-rollback':
      return `${events}, put right what they name, then deploy with --continue-rollback ${name}; with --skip-resources A,B for what cannot be taken back.`
    case 'rollback':
      return `${events}, then deploy with --continue-rollback ${name}: it is taken back to where it last was complete.`
    case 'by-hand':
      return `${events}; AWS has no call that mends this state: delete the stack by hand, its resources are retained, and import them again.`
    default:
      return recovery satisfies never
  }
}
