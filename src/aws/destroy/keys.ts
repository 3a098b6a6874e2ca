import type { FoundOf } from '../../destroy/found.ts'
import { objectAt } from './bucket-content.ts'
import {
  all,
  ask,
  call,
  isError,
  type KindOps,
  listIn,
  namesIn,
  objectIn,
  requestsOf,
  type Teardown,
  tagsOf,
  text,
  textIn,
  timeOf,
} from './teardown.ts'
import { trailsOf } from './trails.ts'

const NO_KEY = ['NotFoundException']

/** Keys of ours: scheduled for deletion, and their aliases deleted, which would live as long as the key and block a new one. */
export const keys: KindOps<'key'> = {
  find: async (account) =>
    (
      await Promise.all(
        namesIn(account.templates, 'AWS::KMS::Alias', 'AliasName').map(({ name, region }) => keyAt(account, region, name, name)),
      )
    ).filter((key) => key !== undefined),
  again: async (account, { region, alias, keyId }) => keyAt(account, region, alias, keyId),
  remove: async (account, { region, keyId, alias, state, deletion }) => {
    const requests: string[] = []
    let until = deletion
    if (state !== 'PendingDeletion') {
      const parameters = { KeyId: keyId, PendingWindowInDays: account.keyDays }
      const scheduled = await call(account, region, 'kms:ScheduleKeyDeletion', parameters, { resource: keyId }).catch((error: unknown) => {
        // Scheduled before: by an earlier try whose answer was lost.
        if (isError(error, 'KMSInvalidStateException')) return undefined
        throw error
      })
      requests.push(...requestsOf(scheduled))
      until = timeOf(scheduled?.['DeletionDate']) ?? (await keyAt(account, region, alias, keyId))?.deletion
    }
    // The key first: without its alias nobody would find it again.
    if (alias.startsWith('alias/'))
      requests.push(...requestsOf(await ask(account, region, 'kms:DeleteAlias', { AliasName: alias }, { resource: alias, absent: NO_KEY })))
    const day = until?.slice(0, 10) ?? 'a day that AWS does not say'
    return {
      outcome: 'scheduled',
      detail: `pending deletion until ${day}, its alias deleted; \`aws kms cancel-key-deletion --key-id ${keyId}\` takes it back until then`,
      requestIds: requests,
    }
  },
}

async function keyAt(account: Teardown, region: string, alias: string, id: string): Promise<FoundOf<'key'> | undefined> {
  const described = await ask(account, region, 'kms:DescribeKey', { KeyId: id }, { resource: id, absent: NO_KEY })
  if (!described) return undefined
  const metadata = objectIn(described, 'KeyMetadata', 'kms:DescribeKey')
  const of = (member: string) => textIn(metadata, member, 'kms:DescribeKey')
  const [keyId, arn, state] = [of('KeyId'), of('Arn'), of('KeyState')]
  const [tags, aliases, usage] = await Promise.all([
    all(account, region, 'kms:ListResourceTags', { KeyId: keyId }, { items: 'Tags', token: 'NextMarker', as: 'Marker', resource: keyId }),
    all(account, region, 'kms:ListAliases', { KeyId: keyId }, { items: 'Aliases', token: 'NextMarker', as: 'Marker', resource: keyId }),
    ask(account, region, 'kms:GetKeyLastUsage', { KeyId: keyId }, { resource: keyId, absent: ['UnsupportedOperationException'] }),
  ])
  const isAliasThere = alias.startsWith('alias/') && aliases.some((one) => one['AliasName'] === alias)
  // Done: nothing is left to do about a key that is pending and has lost its alias.
  if (state === 'PendingDeletion' && !isAliasThere) return undefined
  const last = usage && lastUsageIn(usage)
  return {
    kind: 'key',
    class: 'keys',
    name: alias,
    arn,
    region,
    tags: tagsOf(tags),
    created: timeOf(metadata['CreationDate']),
    keyId,
    state,
    deletion: timeOf(metadata['DeletionDate']),
    alias,
    users: state === 'PendingDeletion' ? [] : await usersOf(account, region, { arn, keyId, alias }),
    lastUsed: last,
    isAliasThere,
  }
}

/** When a key was last used and by what; undefined where AWS names the key and no use of it. */
function lastUsageIn(answer: Readonly<Record<string, unknown>>): string | undefined {
  const operation = 'kms:GetKeyLastUsage'
  textIn(answer, 'KeyId', operation)
  if (answer['KeyLastUsage'] === undefined) return undefined
  const usage = objectIn(answer, 'KeyLastUsage', operation)
  return `${timeOf(usage['Timestamp']) ?? 'a time that AWS does not say'} by ${textIn(usage, 'Operation', operation)}`
}

/** A key by its id, which may have no alias; it is called by its id then. */
export function keyById(account: Teardown, region: string, id: string): Promise<FoundOf<'key'> | undefined> {
  return keyAt(account, region, id, id)
}

interface KeyNames {
  arn: string
  keyId: string
  alias: string
}

/** What is encrypted with a key in its region: trails, log groups, topics of ours, and buckets by default. */
async function usersOf(account: Teardown, region: string, key: KeyNames): Promise<string[]> {
  const isIt = (id: string) => [key.arn, key.keyId, key.alias].includes(id) || id.endsWith(`:${key.alias}`)
  const [trails, groups, buckets, topics] = await Promise.all([
    trailsOf(account),
    all(account, region, 'logs:DescribeLogGroups', {}, { items: 'logGroups', token: 'nextToken' }),
    bucketsWith(account, region, isIt),
    topicsWith(account, region, isIt),
  ])
  return [
    ...trails.filter(({ keyId }) => isIt(keyId)).map(({ name }) => `the trail ${name}`),
    ...groups.filter((group) => isIt(text(group['kmsKeyId']))).map((group) => `the log group ${text(group['logGroupName'])}`),
    ...buckets.map((name) => `the bucket ${name}`),
    ...topics.map((name) => `the topic ${name}`),
  ]
}

/** Buckets asked at once. */
const AT_ONCE = 8

async function bucketsWith(account: Teardown, region: string, isIt: (id: string) => boolean): Promise<string[]> {
  const listed = await all(
    account,
    region,
    's3:ListBuckets',
    { BucketRegion: region, MaxBuckets: 1000 },
    { items: 'Buckets', token: 'ContinuationToken', action: 's3:ListAllMyBuckets' },
  )
  const names = listed.filter(({ BucketRegion = region }) => BucketRegion === region).map(({ Name }) => text(Name))
  const found: string[] = []
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const checked = await Promise.all(
      names.slice(start, start + AT_ONCE).map(async (name) => ({ name, isUser: await encryptsWith(account, region, name, isIt) })),
    )
    found.push(...checked.filter(({ isUser }) => isUser).map(({ name }) => name))
  }
  return found
}

async function encryptsWith(account: Teardown, region: string, bucket: string, isIt: (id: string) => boolean): Promise<boolean> {
  const absent = ['ServerSideEncryptionConfigurationNotFoundError', 'NoSuchBucket']
  const about = { resource: bucket, action: 's3:GetEncryptionConfiguration', absent }
  const answer = await ask(account, region, 's3:GetBucketEncryption', { Bucket: bucket }, about)
  if (!answer) return false
  const operation = 's3:GetBucketEncryption'
  const rules = listIn(objectIn(answer, 'ServerSideEncryptionConfiguration', operation), 'Rules', operation)
  return rules.some((rule) => isIt(text(objectAt(rule, 'ApplyServerSideEncryptionByDefault')?.['KMSMasterKeyID'])))
}

async function topicsWith(account: Teardown, region: string, isIt: (id: string) => boolean): Promise<string[]> {
  const { names, partition, account: id } = account.config
  const used = await Promise.all(
    [names.topic, names.deliveryTopic].map(async (name) => {
      const TopicArn = `arn:${partition.id}:sns:${region}:${id}:${name}`
      const about = { resource: name, absent: ['NotFoundException', 'NotFound'] }
      const answer = await ask(account, region, 'sns:GetTopicAttributes', { TopicArn }, about)
      return answer && isIt(text(objectIn(answer, 'Attributes', 'sns:GetTopicAttributes')['KmsMasterKeyId'])) ? [name] : []
    }),
  )
  return used.flat()
}
