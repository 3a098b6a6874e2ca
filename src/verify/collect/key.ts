import type { Evidence } from '../../model/evidence.ts'
import type { KeyFacts, Reader } from '../../model/facts.ts'
import { pickEvidence, readValue } from './evidence.ts'

export interface KeyQuestion {
  /** Key id, ARN or alias. KMS takes an alias for DescribeKey only, so its answer names the key for the other reads. */
  keyId: string
  /** The key as someone else names it (the trail), for when DescribeKey may not be called. */
  knownArn: string | undefined
  trailArn: string | undefined
}

export async function collectKey(reader: Reader, { keyId, knownArn, trailArn }: KeyQuestion): Promise<KeyFacts> {
  const answer = (await reader.read('kms:DescribeKey', { KeyId: keyId })) as Evidence<{
    KeyMetadata?: { KeyId: string; Arn: string; Enabled: boolean; KeyState: string; KeySpec: string; KeyManager: string }
  }>
  const description = pickEvidence(answer, (value) => value.KeyMetadata, `There is no key ${keyId}.`)
  const known = readValue(description)
  const unreadable = description.state === 'read' ? undefined : description
  // Asked even when DescribeKey was refused, as long as the key is known by another name: each read stands for itself.
  const id = known?.KeyId ?? (keyId.startsWith('alias/') ? knownArn : keyId)
  const ask = (operation: string, parameters: Record<string, unknown>): Promise<Evidence<unknown>> =>
    id === undefined && unreadable ? Promise.resolve(unreadable) : reader.read(operation, { KeyId: id, ...parameters })
  const [rotation, policy] = await Promise.all([ask('kms:GetKeyRotationStatus', {}), ask('kms:GetKeyPolicy', { PolicyName: 'default' })])
  return {
    arn: known?.Arn ?? keyId,
    trailArn,
    description,
    rotation: rotation as KeyFacts['rotation'],
    policy: pickEvidence(policy as Evidence<{ Policy?: string }>, (value) => value.Policy, 'The key has no policy.'),
  }
}
