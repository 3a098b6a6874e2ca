import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { type NamedPolicy, parseNamed, resourceAllows } from './authorization.ts'
import { type Body, type Call, type Caller, flag, list, mergeTags, type Operations, type Place, page, Scoped, type Tag } from './call.ts'
import { AwsError, notImplemented } from './error.ts'

/** KMS writes its tags otherwise than everyone else. */
interface KmsTag {
  TagKey: string
  TagValue: string
}

interface Grant {
  GrantId: string
  KeyId: string
  GranteePrincipal: string
  RetiringPrincipal?: string
  Operations: string[]
  Constraints?: Body
  CreationDate: Date
}

export interface Key extends Place {
  id: string
  arn: string
  spec: string
  usage: string
  origin: string
  multiRegion: boolean
  description: string
  created: Date
  state: 'Enabled' | 'Disabled' | 'PendingDeletion'
  deletion?: Date
  lastUsed?: { Operation: string; Timestamp: Date; CloudTrailEventId: string; KmsRequestId: string }
  policy: string
  rotation?: number
  tags: Tag[]
  grants: Map<string, Grant>
  /** The key material; it never leaves. */
  material: Buffer
}

interface KmsState {
  keys: Map<string, Key>
  /** Key ids by alias name. */
  aliases: Map<string, { target: string; created: Date }>
}

type Context = Readonly<Record<string, string>>

const invalid = (message: string) => new AwsError('ValidationException', message)
const SYMMETRIC = 'SYMMETRIC_DEFAULT'

/** KMS with symmetric keys that really encrypt, and key policies that decide who may. */
export class Kms {
  readonly #states = new Scoped<KmsState>(() => ({ keys: new Map(), aliases: new Map() }))
  readonly operations: Operations

  constructor() {
    this.operations = {
      CreateKey: (call) => this.#create(call),
      DescribeKey: (call) => ({ KeyMetadata: metadata(this.find(call, call.parameters['KeyId'])) }),
      GetKeyLastUsage: (call) => {
        const key = this.#own(call)
        return {
          KeyId: key.arn,
          ...(key.lastUsed ? { KeyLastUsage: key.lastUsed } : {}),
          TrackingStartDate: key.created,
          KeyCreationDate: key.created,
        }
      },
      ListKeys: (call) => {
        const { items, next } = page(
          [...this.#states.of(call).keys.values()],
          call.parameters['Marker'],
          Number(call.parameters['Limit'] ?? 100),
        )
        return { Keys: items.map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })), Truncated: next !== undefined, NextMarker: next }
      },
      GetKeyPolicy: (call) => ({ Policy: this.#own(call).policy, PolicyName: 'default' }),
      ListKeyPolicies: (call) => ({ PolicyNames: this.#own(call) && ['default'], Truncated: false }),
      PutKeyPolicy: (call) => this.#putPolicy(call),
      EnableKeyRotation: (call) => this.#rotate(call),
      DisableKeyRotation: (call) => void delete this.#usable(call).rotation,
      GetKeyRotationStatus: (call) => rotationStatus(this.find(call, call.parameters['KeyId'])),
      EnableKey: (call) => this.#switch(call, 'Enabled'),
      DisableKey: (call) => this.#switch(call, 'Disabled'),
      ScheduleKeyDeletion: (call) => this.#schedule(call),
      CancelKeyDeletion: (call) => this.#cancelDeletion(call),
      UpdateKeyDescription: (call) => void Object.assign(this.#usable(call), { description: String(call.parameters['Description'] ?? '') }),
      CreateAlias: (call) => this.#createAlias(call),
      UpdateAlias: (call) => this.#updateAlias(call),
      DeleteAlias: (call) => this.#deleteAlias(call),
      ListAliases: (call) => this.#listAliases(call),
      TagResource: (call) => this.#tag(call),
      UntagResource: (call) => {
        const key = this.#own(call)
        key.tags = key.tags.filter(({ Key }) => !list(call.parameters['TagKeys']).includes(Key))
      },
      ListResourceTags: (call) => ({
        Tags: this.#own(call).tags.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value })),
        Truncated: false,
      }),
      CreateGrant: (call) => this.#grant(call),
      ListGrants: (call) => ({ Grants: [...this.#own(call).grants.values()], Truncated: false }),
      RevokeGrant: (call) => this.#revoke(call),
      RetireGrant: (call) => this.#revoke(call),
      Encrypt: (call) => this.#encryptCall(call),
      Decrypt: (call) => this.#decryptCall(call),
      GenerateDataKey: (call) => this.#dataKey(call),
      GenerateDataKeyWithoutPlaintext: (call) => {
        const { Plaintext: _, ...answer } = this.#dataKey(call)
        return answer
      },
      ReEncrypt: (call) => this.#reEncrypt(call),
    }
  }

  /** By id, ARN, alias or alias ARN, in the region of the call. An ARN of another account is that account's key. @throws NotFoundException */
  find(place: Pick<Place, 'account' | 'region' | 'partition'>, given: unknown): Key {
    const text = String(given ?? '')
    const [, , , region = place.region, account = place.account, ...rest] = text.startsWith('arn:') ? text.split(':') : []
    if (region !== place.region) throw new AwsError('NotFoundException', `Invalid arn ${region}`)
    const name = rest.length > 0 ? rest.join(':').replace(/^key\//, '') : text
    const state = this.#states.of({ account, region })
    const key = state.keys.get(name.startsWith('alias/') ? (state.aliases.get(name)?.target ?? '') : name)
    if (key) return key
    const arn = name.startsWith('alias/') ? name : `key/${name}`
    throw new AwsError(
      'NotFoundException',
      name.startsWith('alias/')
        ? `Alias arn:${place.partition}:kms:${region}:${account}:${arn} is not found.`
        : `Key 'arn:${place.partition}:kms:${region}:${account}:${arn}' does not exist`,
    )
  }

  policyOf(key: Key): NamedPolicy {
    return parseNamed('key policy', key.policy)
  }

  /** Uses a key in someone's name. @throws AccessDeniedException, DisabledException, KMSInvalidStateException */
  authorize(key: Key, caller: Caller, action: string, context: Context, more: Readonly<Record<string, string>> = {}): void {
    const keys = Object.entries(context).map(([name, value]) => [`kms:EncryptionContext:${name}`, value])
    const ask = {
      action: `kms:${action}`,
      resource: key.arn,
      owner: key.account,
      context: {
        'kms:CallerAccount': caller.account,
        'kms:EncryptionContextKeys': Object.keys(context),
        ...Object.fromEntries(keys),
        ...more,
      },
    }
    const isGranted = [...key.grants.values()].some((grant) => grant.GranteePrincipal === caller.value && grant.Operations.includes(action))
    if (!isGranted && !resourceAllows(this.policyOf(key), caller, ask))
      throw new AwsError(
        'AccessDeniedException',
        `User: ${caller.value} is not authorized to perform: kms:${action} on resource: ${key.arn} because no resource-based policy allows the kms:${action} action`,
      )
    if (key.state === 'Disabled') throw new AwsError('DisabledException', `${key.arn} is disabled.`)
    if (key.state === 'PendingDeletion') throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`)
    if (/^(?:Encrypt|Decrypt|GenerateDataKey|ReEncrypt)/.test(action))
      key.lastUsed = { Operation: action, Timestamp: new Date(), CloudTrailEventId: crypto.randomUUID(), KmsRequestId: crypto.randomUUID() }
  }

  encrypt(key: Key, plain: Buffer, context: Context): Buffer {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key.material, iv).setAAD(canonical(context))
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
    const arn = Buffer.from(key.arn)
    return Buffer.concat([Buffer.from([1, arn.length]), arn, iv, cipher.getAuthTag(), sealed])
  }

  /** @throws InvalidCiphertextException for another context, another key or changed bytes */
  decrypt(place: Place, blob: Buffer, context: Context): { key: Key; plain: Buffer } {
    const refused = new AwsError('InvalidCiphertextException', 'The ciphertext is not one of this key with this encryption context.')
    const length = blob[1] ?? 0
    if (blob[0] !== 1 || blob.length < length + 30) throw refused
    const key = this.find(place, blob.subarray(2, 2 + length).toString())
    const at = 2 + length
    try {
      const decipher = createDecipheriv('aes-256-gcm', key.material, blob.subarray(at, at + 12)).setAAD(canonical(context))
      decipher.setAuthTag(blob.subarray(at + 12, at + 28))
      return { key, plain: Buffer.concat([decipher.update(blob.subarray(at + 28)), decipher.final()]) }
    } catch {
      throw refused
    }
  }

  /** Calls that take no key of another account. */
  #own(call: Call): Key {
    const key = this.find(call, call.parameters['KeyId'])
    if (key.account !== call.account)
      throw new AwsError(
        'AccessDeniedException',
        `User: ${call.caller.value} is not authorized to perform: kms:${call.operation} on resource: ${key.arn} because the resource does not exist in this account, or no resource-based policy allows the kms:${call.operation} action`,
      )
    return key
  }

  #usable(call: Call): Key {
    const key = this.#own(call)
    if (key.state === 'PendingDeletion') throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`)
    return key
  }

  #create(call: Call): Body {
    const { parameters, region, account, partition } = call
    const spec = String(parameters['KeySpec'] ?? parameters['CustomerMasterKeySpec'] ?? SYMMETRIC)
    const id = `${flag(parameters['MultiRegion']) ? 'mrk-' : ''}${crypto.randomUUID()}`
    const root = `arn:${partition}:iam::${account}:root`
    const standard = {
      Version: '2012-10-17',
      Id: 'key-default-1',
      Statement: [{ Sid: 'Enable IAM User Permissions', Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' }],
    }
    const key: Key = {
      id,
      arn: `arn:${partition}:kms:${region}:${account}:key/${id}`,
      account,
      region,
      partition,
      spec,
      usage: String(parameters['KeyUsage'] ?? 'ENCRYPT_DECRYPT'),
      origin: String(parameters['Origin'] ?? 'AWS_KMS'),
      multiRegion: flag(parameters['MultiRegion']),
      description: String(parameters['Description'] ?? ''),
      created: new Date(),
      state: 'Enabled',
      policy: parameters['Policy'] ? checkPolicy(String(parameters['Policy']), call) : JSON.stringify(standard),
      tags: list<KmsTag>(parameters['Tags']).map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue })),
      grants: new Map(),
      material: randomBytes(32),
    }
    this.#states.of(call).keys.set(id, key)
    return { KeyMetadata: metadata(key) }
  }

  #putPolicy(call: Call): void {
    const key = this.#usable(call)
    key.policy = checkPolicy(String(call.parameters['Policy'] ?? ''), call)
  }

  #rotate(call: Call): void {
    const key = this.#usable(call)
    if (key.spec !== SYMMETRIC)
      throw new AwsError('UnsupportedOperationException', `${key.arn} key spec is ${key.spec}, which is not valid for this operation.`)
    const days = Number(call.parameters['RotationPeriodInDays'] ?? 365)
    if (days < 90 || days > 2560) throw invalid(`RotationPeriodInDays ${days} must be between 90 and 2560`)
    key.rotation = days
  }

  #switch(call: Call, state: 'Enabled' | 'Disabled'): void {
    this.#usable(call).state = state
  }

  #schedule(call: Call): Body {
    const key = this.#usable(call)
    const days = Number(call.parameters['PendingWindowInDays'] ?? 30)
    if (days < 7 || days > 30) throw invalid(`PendingWindowInDays ${days} must be between 7 and 30`)
    key.state = 'PendingDeletion'
    key.deletion = new Date(Date.now() + days * 86_400_000)
    return { KeyId: key.arn, DeletionDate: key.deletion, KeyState: key.state, PendingWindowInDays: days }
  }

  #cancelDeletion(call: Call): Body {
    const key = this.#own(call)
    if (key.state !== 'PendingDeletion') throw new AwsError('KMSInvalidStateException', `${key.arn} is not pending deletion.`)
    key.state = 'Disabled'
    delete key.deletion
    return { KeyId: key.arn }
  }

  #createAlias(call: Call): void {
    const { aliases } = this.#states.of(call)
    const name = String(call.parameters['AliasName'] ?? '')
    if (!/^alias\/[\w/-]{1,250}$/.test(name) || name.startsWith('alias/aws/'))
      throw new AwsError('InvalidAliasNameException', `${name} is no name for an alias`)
    const target = this.find(call, call.parameters['TargetKeyId'])
    if (aliases.has(name))
      throw new AwsError(
        'AlreadyExistsException',
        `An alias with the name arn:${call.partition}:kms:${call.region}:${call.account}:${name} already exists`,
      )
    aliases.set(name, { target: target.id, created: new Date() })
  }

  #alias(call: Call): { target: string; created: Date } {
    const name = String(call.parameters['AliasName'])
    const found = this.#states.of(call).aliases.get(name)
    if (!found)
      throw new AwsError('NotFoundException', `Alias arn:${call.partition}:kms:${call.region}:${call.account}:${name} is not found.`)
    return found
  }

  #updateAlias(call: Call): void {
    this.#alias(call).target = this.find(call, call.parameters['TargetKeyId']).id
  }

  #deleteAlias(call: Call): void {
    this.#alias(call)
    this.#states.of(call).aliases.delete(String(call.parameters['AliasName']))
  }

  #listAliases(call: Call): Body {
    const wanted = call.parameters['KeyId'] ? this.find(call, call.parameters['KeyId']).id : undefined
    const all = [...this.#states.of(call).aliases].filter(([, { target }]) => wanted === undefined || target === wanted)
    const { items, next } = page(all, call.parameters['Marker'], Number(call.parameters['Limit'] ?? 50))
    const Aliases = items.map(([AliasName, { target, created }]) => ({
      AliasName,
      AliasArn: `arn:${call.partition}:kms:${call.region}:${call.account}:${AliasName}`,
      TargetKeyId: target,
      CreationDate: created,
      LastUpdatedDate: created,
    }))
    return { Aliases, Truncated: next !== undefined, NextMarker: next }
  }

  #tag(call: Call): void {
    const key = this.#own(call)
    key.tags = mergeTags(
      key.tags,
      list<KmsTag>(call.parameters['Tags']).map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue })),
    )
  }

  #grant(call: Call): Body {
    const { parameters } = call
    const key = this.find(call, parameters['KeyId'])
    this.authorize(key, call.caller, 'CreateGrant', {}, { 'kms:GrantIsForAWSResource': 'false' })
    const grant: Grant = {
      GrantId: randomBytes(32).toString('hex'),
      KeyId: key.arn,
      GranteePrincipal: String(parameters['GranteePrincipal']),
      ...(parameters['RetiringPrincipal'] ? { RetiringPrincipal: String(parameters['RetiringPrincipal']) } : {}),
      Operations: list<string>(parameters['Operations']),
      ...(parameters['Constraints'] ? { Constraints: parameters['Constraints'] as Body } : {}),
      CreationDate: new Date(),
    }
    key.grants.set(grant.GrantId, grant)
    return { GrantId: grant.GrantId, GrantToken: randomBytes(64).toString('base64') }
  }

  #revoke(call: Call): void {
    const key = this.find(call, call.parameters['KeyId'])
    if (!key.grants.delete(String(call.parameters['GrantId'])))
      throw new AwsError('NotFoundException', `Grant ID ${String(call.parameters['GrantId'])} not found`)
  }

  #symmetric(call: Call, given: unknown): Key {
    const key = this.find(call, given)
    if (key.spec !== SYMMETRIC) throw notImplemented(`kms:${call.operation} with ${key.spec} keys`)
    return key
  }

  #encryptCall(call: Call): Body {
    const key = this.#symmetric(call, call.parameters['KeyId'])
    const context = contextOf(call.parameters['EncryptionContext'])
    this.authorize(key, call.caller, 'Encrypt', context)
    return {
      CiphertextBlob: this.encrypt(key, bytes(call.parameters['Plaintext']), context),
      KeyId: key.arn,
      EncryptionAlgorithm: SYMMETRIC,
    }
  }

  #decryptCall(call: Call): Body {
    const context = contextOf(call.parameters['EncryptionContext'])
    const { key, plain } = this.decrypt(call, bytes(call.parameters['CiphertextBlob']), context)
    this.authorize(key, call.caller, 'Decrypt', context)
    return { KeyId: key.arn, Plaintext: plain, EncryptionAlgorithm: SYMMETRIC }
  }

  #dataKey(call: Call): Body {
    const key = this.#symmetric(call, call.parameters['KeyId'])
    const context = contextOf(call.parameters['EncryptionContext'])
    this.authorize(key, call.caller, call.operation, context)
    const length = Number(call.parameters['NumberOfBytes'] ?? (call.parameters['KeySpec'] === 'AES_128' ? 16 : 32))
    const plain = randomBytes(length)
    return { CiphertextBlob: this.encrypt(key, plain, context), Plaintext: plain, KeyId: key.arn }
  }

  #reEncrypt(call: Call): Body {
    const source = contextOf(call.parameters['SourceEncryptionContext'])
    const { key: from, plain } = this.decrypt(call, bytes(call.parameters['CiphertextBlob']), source)
    this.authorize(from, call.caller, 'ReEncryptFrom', source)
    const to = this.#symmetric(call, call.parameters['DestinationKeyId'])
    const context = contextOf(call.parameters['DestinationEncryptionContext'])
    this.authorize(to, call.caller, 'ReEncryptTo', context)
    return { CiphertextBlob: this.encrypt(to, plain, context), SourceKeyId: from.arn, KeyId: to.arn }
  }
}

function rotationStatus(key: Key): Body {
  if (key.spec !== SYMMETRIC || key.origin !== 'AWS_KMS')
    throw new AwsError('UnsupportedOperationException', `${key.arn} key spec is ${key.spec}, which is not valid for this operation.`)
  const next = key.rotation ? new Date(key.created.getTime() + key.rotation * 86_400_000) : undefined
  return { KeyId: key.arn, KeyRotationEnabled: key.rotation !== undefined, RotationPeriodInDays: key.rotation, NextRotationDate: next }
}

function metadata(key: Key): Body {
  return {
    AWSAccountId: key.account,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: key.created,
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: key.state,
    DeletionDate: key.deletion,
    Origin: key.origin,
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    EncryptionAlgorithms: key.usage === 'ENCRYPT_DECRYPT' && key.spec === SYMMETRIC ? [SYMMETRIC] : undefined,
    MultiRegion: key.multiRegion,
  }
}

/** KMS refuses a policy that would lock its author out. */
function checkPolicy(text: string, call: Call): string {
  let policy: NamedPolicy
  try {
    policy = parseNamed('key policy', text)
  } catch {
    throw new AwsError('MalformedPolicyDocumentException', 'The new key policy is not a policy document.')
  }
  const isSafe = flag(call.parameters['BypassPolicyLockoutSafetyCheck'])
  const asks = { action: 'kms:PutKeyPolicy', resource: '*', owner: call.account, context: { 'kms:CallerAccount': call.account } }
  if (!isSafe && !resourceAllows(policy, call.caller, asks))
    throw new AwsError('MalformedPolicyDocumentException', 'The new key policy will not allow you to update the key policy in the future.')
  return text
}

function contextOf(value: unknown): Context {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, String(item)]))
    : {}
}

/** The same for the same pairs, whatever their order. */
function canonical(context: Context): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))))
}

function bytes(value: unknown): Buffer {
  return typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.from(value as Uint8Array)
}
