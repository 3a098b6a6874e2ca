import { mapEvidence, ownedElsewhere, type Unread } from '../../model/evidence.ts'
import type { KeyFacts } from '../../model/facts.ts'
import { regionOf } from '../../reads/define.ts'
import type { Reader } from '../../reads/reader.ts'
import { otherOwner, ownedBy } from './owner.ts'
import type { Place } from './place.ts'

export interface KeyQuestion {
  /** Key id, ARN or alias. */
  keyId: string
  /** The key as someone else names it (the trail), for when DescribeKey may not be called. */
  knownArn: string | undefined
  trailArn: string | undefined
}

/**
 * One key, always asked by ARN: KMS takes a bare id or alias for one of the caller's account and region, and then says that
 * another account's key is not there.
 */
export async function collectKey(reader: Reader, { keyId, knownArn, trailArn }: KeyQuestion, place: Place): Promise<KeyFacts> {
  const asked = keyArn(keyId, place)
  const answer = await reader.read('kms:DescribeKey', { KeyId: asked }, regionOf(asked))
  const description = mapEvidence(ownedBy(answer, asked, place), ({ KeyMetadata }) => KeyMetadata)
  const known = description.state === 'read' ? description.value.Arn : knownArn
  // Asked even when DescribeKey was refused, as long as the key is known by its ARN: each read stands for itself.
  const arn = asked.includes(':key/') ? asked : known
  if (arn === undefined && description.state !== 'read') {
    return { arn: asked, trailArn, description, rotation: description, policy: description }
  }
  return { description, ...(await collectByArn(reader, arn ?? asked, trailArn, place)) }
}

/** What only an ARN can be asked for. */
async function collectByArn(
  reader: Reader,
  arn: string,
  trailArn: string | undefined,
  place: Place,
): Promise<Omit<KeyFacts, 'description'>> {
  const owner = otherOwner(arn, place)
  const [rotation, policy] = await Promise.all([
    reader.read('kms:GetKeyRotationStatus', { KeyId: arn }, regionOf(arn)),
    // AWS answers for key policies to the owner only, whatever the policy says.
    owner === undefined ? reader.read('kms:GetKeyPolicy', { KeyId: arn, PolicyName: 'default' }, regionOf(arn)) : ownedElsewhere(owner),
  ])
  return {
    arn,
    trailArn,
    rotation: ownedBy(rotation, arn, place),
    policy: mapEvidence(policy, ({ Policy }) => Policy),
  }
}

/** A key's or alias's ARN, when all that is given is its name. */
function keyArn(keyId: string, { partition, region, account }: Place): string {
  if (keyId.startsWith('arn:')) return keyId
  return `arn:${partition}:kms:${region}:${account}:${keyId.startsWith('alias/') ? keyId : `key/${keyId}`}`
}

/** A key of which nothing is known, for one reason. */
export function unreadKey({ partition, region, account }: Place, why: Unread): KeyFacts {
  return { arn: `arn:${partition}:kms:${region}:${account}:key/*`, trailArn: undefined, description: why, rotation: why, policy: why }
}
