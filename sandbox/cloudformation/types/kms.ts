import type { Body } from '../../aws/call.ts'
import { AwsError } from '../../aws/error.ts'
import { isTrue, json, type Properties, type Provision, type ResourceType, syncTags, tagsIn, unlessGone } from './type.ts'

const kms = (at: Provision, operation: string, parameters: Body) => at.call('kms', operation, parameters)
const kmsTags = (tags: readonly { Key: string; Value: string }[]) => tags.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value }))

async function createKey(properties: Properties, at: Provision): Promise<string> {
  const { KeyMetadata } = (await kms(at, 'CreateKey', {
    Description: properties['Description'] ?? '',
    KeySpec: properties['KeySpec'] ?? 'SYMMETRIC_DEFAULT',
    KeyUsage: properties['KeyUsage'] ?? 'ENCRYPT_DECRYPT',
    MultiRegion: isTrue(properties['MultiRegion']),
    BypassPolicyLockoutSafetyCheck: isTrue(properties['BypassPolicyLockoutSafetyCheck']),
    ...(properties['KeyPolicy'] ? { Policy: json(properties['KeyPolicy']) } : {}),
    Tags: kmsTags(tagsIn(properties)),
  })) as { KeyMetadata: { KeyId: string } }
  const { KeyId } = KeyMetadata
  at.claim(KeyId)
  if (isTrue(properties['EnableKeyRotation'])) await rotate(KeyId, properties, at)
  if (properties['Enabled'] !== undefined && !isTrue(properties['Enabled'])) await kms(at, 'DisableKey', { KeyId })
  return KeyId
}

function rotate(KeyId: string, properties: Properties, at: Provision): Promise<Body> {
  return kms(at, 'EnableKeyRotation', { KeyId, RotationPeriodInDays: Number(properties['RotationPeriodInDays'] ?? 365) })
}

/** What a key is stays; the handler fails instead of replacing it. Source: CloudFormation resource reference, AWS::KMS::Key. */
const FIXED = ['KeySpec', 'KeyUsage', 'MultiRegion']

async function updateKey(KeyId: string, properties: Properties, at: Provision, before: Properties): Promise<void> {
  const changed = FIXED.find((name) => before[name] !== undefined && before[name] !== properties[name])
  if (changed !== undefined) throw new AwsError('NotUpdatable', `You cannot change the ${changed} property of an existing key.`)
  const [was, is] = [before, properties].map((from) => (from['Enabled'] === undefined ? true : isTrue(from['Enabled'])))
  if (was !== is) await kms(at, is ? 'EnableKey' : 'DisableKey', { KeyId })
  if (isTrue(properties['EnableKeyRotation'])) await rotate(KeyId, properties, at)
  else if (isTrue(before['EnableKeyRotation'])) await kms(at, 'DisableKeyRotation', { KeyId })
  if (properties['Description'] !== before['Description'])
    await kms(at, 'UpdateKeyDescription', { KeyId, Description: properties['Description'] ?? '' })
  if (properties['KeyPolicy']) await kms(at, 'PutKeyPolicy', { KeyId, PolicyName: 'default', Policy: json(properties['KeyPolicy']) })
  await syncTags(before, properties, {
    tag: (tags) => kms(at, 'TagResource', { KeyId, Tags: kmsTags(tags) }),
    untag: (TagKeys) => kms(at, 'UntagResource', { KeyId, TagKeys }),
  })
}

/** A key that waits for its deletion is as good as gone. */
async function readKey(KeyId: string, _: Properties, at: Provision): Promise<Properties | undefined> {
  const found = (await unlessGone(kms(at, 'DescribeKey', { KeyId }))) as { KeyMetadata: { KeyState: string } } | undefined
  if (!found || found.KeyMetadata.KeyState === 'PendingDeletion') return undefined
  const { Policy } = (await kms(at, 'GetKeyPolicy', { KeyId, PolicyName: 'default' })) as { Policy: string }
  const { KeyRotationEnabled } = await kms(at, 'GetKeyRotationStatus', { KeyId })
  return { KeyPolicy: JSON.parse(Policy) as unknown, EnableKeyRotation: KeyRotationEnabled }
}

export const KMS_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::KMS::Key': {
    properties: [
      'Description',
      'Enabled',
      'KeySpec',
      'KeyUsage',
      'MultiRegion',
      'EnableKeyRotation',
      'RotationPeriodInDays',
      'PendingWindowInDays',
      'KeyPolicy',
      'BypassPolicyLockoutSafetyCheck',
      'Tags',
    ],
    createOnly: [],
    identifier: 'KeyId',
    create: createKey,
    update: updateKey,
    delete: async (KeyId, properties, at) => {
      if (await readKey(KeyId, properties, at))
        await kms(at, 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: Number(properties['PendingWindowInDays'] ?? 30) })
    },
    read: readKey,
  },
  'AWS::KMS::Alias': {
    properties: ['AliasName', 'TargetKeyId'],
    createOnly: ['AliasName'],
    identifier: 'AliasName',
    create: async ({ AliasName, TargetKeyId }, at) => {
      await kms(at, 'CreateAlias', { AliasName, TargetKeyId })
      at.claim(String(AliasName))
      return String(AliasName)
    },
    update: async (AliasName, { TargetKeyId }, at) => void (await kms(at, 'UpdateAlias', { AliasName, TargetKeyId })),
    delete: async (AliasName, _, at) => void (await unlessGone(kms(at, 'DeleteAlias', { AliasName }))),
    read: async (AliasName, _, at) => {
      let Marker: unknown
      do {
        const page = await kms(at, 'ListAliases', { Marker })
        if ((page['Aliases'] as { AliasName: string }[]).some((alias) => alias.AliasName === AliasName)) return {}
        Marker = page['NextMarker']
      } while (Marker !== undefined)
      return undefined
    },
  },
}
