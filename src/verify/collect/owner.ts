import type { Evidence } from '../../model/evidence.ts'
import { accountOf } from '../../reads/define.ts'
import type { Place } from './place.ts'

/** The account that owns a resource, when it is not the one that asks. */
export function otherOwner(arn: string, { account }: Place): string | undefined {
  const owner = accountOf(arn)
  return owner === undefined || owner === account ? undefined : owner
}

/** A refusal by another account's resource says so: only its owner can lift it. */
export function ownedBy<T>(evidence: Evidence<T>, arn: string, place: Place): Evidence<T> {
  const owner = otherOwner(arn, place)
  return evidence.state === 'denied' && owner !== undefined ? { ...evidence, owner } : evidence
}
