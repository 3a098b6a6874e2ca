import { accountOf, firstOf, readWith, regionOf, unlessSame } from './define.ts'
import { policyDocument } from './policy-document.ts'
import { anyText, boolean, integer, listOf, matching, object, oneOf, optional, text, where } from './shape.ts'

/** By ARN: a bare id or alias means a key of the caller's account and region, whoever's key was meant. */
type OfKey = { KeyId: string }

const keyArn = matching(/^arn:[\w-]+:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/, 'the ARN of a key')

const metadata = where(
  object({
    KeyId: text,
    Arn: keyArn,
    Enabled: boolean,
    KeyState: text,
    KeySpec: text,
    KeyManager: oneOf('CUSTOMER', 'AWS'),
    Description: optional(anyText),
  }),
  ({ KeyId, Arn, Enabled, KeyState }) => {
    if (!Arn.endsWith(`:key/${KeyId}`)) return `the key ${KeyId} and ${Arn}`
    return Enabled === (KeyState === 'Enabled') ? undefined : `in state ${KeyState} and ${Enabled ? 'enabled' : 'not enabled'}`
  },
)

const rotation = where(
  object({ KeyId: optional(text), KeyRotationEnabled: boolean, RotationPeriodInDays: optional(integer(90, 2560)) }),
  ({ KeyRotationEnabled, RotationPeriodInDays }) =>
    KeyRotationEnabled && RotationPeriodInDays === undefined ? 'rotation without a period' : undefined,
)

const key = object({ KeyMetadata: metadata })

const NO_KEY = ['NotFoundException']
const isKeyArn = (id: string) => id.includes(':key/')

export const KMS_READS = {
  'kms:DescribeKey': readWith<OfKey>()({
    action: 'kms:DescribeKey',
    absent: NO_KEY,
    shape: key,
    contradiction: ({ KeyMetadata: { Arn } }, { KeyId }) =>
      isKeyArn(KeyId)
        ? unlessSame('key', Arn, KeyId)
        : firstOf(
            unlessSame('a key of account', accountOf(Arn), accountOf(KeyId) ?? ''),
            unlessSame('a key of region', regionOf(Arn), regionOf(KeyId) ?? ''),
          ),
  }),
  // A key that cannot rotate (asymmetric, HMAC, in a custom store) answers UnsupportedOperationException.
  'kms:GetKeyRotationStatus': readWith<OfKey>()({
    action: 'kms:GetKeyRotationStatus',
    absent: [...NO_KEY, 'UnsupportedOperationException'],
    shape: rotation,
    contradiction: ({ KeyId }, asked) =>
      KeyId === undefined || asked.KeyId.endsWith(`:key/${KeyId}`) ? undefined : unlessSame('key', KeyId, asked.KeyId),
  }),
  'kms:GetKeyPolicy': readWith<OfKey & { PolicyName: 'default' }>()({
    action: 'kms:GetKeyPolicy',
    absent: NO_KEY,
    shape: object({ Policy: policyDocument }),
  }),
  'kms:ListResourceTags': readWith<OfKey>()({
    action: 'kms:ListResourceTags',
    absent: NO_KEY,
    shape: object({ Tags: listOf(object({ TagKey: text, TagValue: anyText }), { unique: 'TagKey' }), Truncated: oneOf(false) }),
    pages: { list: 'Tags', next: 'NextMarker', parameter: 'Marker', more: 'Truncated' },
  }),
  'kms:ListGrants': readWith<OfKey>()({
    action: 'kms:ListGrants',
    absent: NO_KEY,
    shape: object({
      Grants: listOf(object({ GrantId: text, GranteePrincipal: text, Operations: listOf(text) }), { unique: 'GrantId' }),
      Truncated: oneOf(false),
    }),
    pages: { list: 'Grants', next: 'NextMarker', parameter: 'Marker', more: 'Truncated' },
  }),
}
