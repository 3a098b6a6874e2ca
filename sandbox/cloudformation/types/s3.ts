import { AwsError, notImplemented } from '../../aws/error.ts'
import { s3Document } from '../../aws/wire/protocols.ts'
import { parseXml, type XmlElement } from '../../aws/wire/xml.ts'
import { isTrue, json, named, type Properties, type Provision, type ResourceType, tagsIn, unlessGone } from './type.ts'

const put = (at: Provision, bucket: string, query: string, root: string, value: unknown, headers: Record<string, string> = {}) =>
  at.s3('PUT', `/${bucket}?${query}`, { body: s3Document(root, value), headers })

async function createBucket(properties: Properties, at: Provision): Promise<string> {
  const bucket = named(properties, 'BucketName', at, 63).toLowerCase()
  // The handler looks first: us-east-1 takes a bucket of one's own for a new one.
  if (await unlessGone(at.s3('HEAD', `/${bucket}`)))
    throw new AwsError('AlreadyExists', `${bucket} already exists (Service: S3, Status Code: 409)`, 409)
  const location = at.region === 'us-east-1' ? '' : s3Document('CreateBucketConfiguration', { LocationConstraint: at.region })
  await at.s3('PUT', `/${bucket}`, {
    body: location,
    headers: isTrue(properties['ObjectLockEnabled']) ? { 'x-amz-bucket-object-lock-enabled': 'true' } : {},
  })
  at.claim(bucket)
  await applyBucket(bucket, properties, at)
  return bucket
}

/** Everything the template says of a bucket; what it does not say stays. */
async function applyBucket(bucket: string, properties: Properties, at: Provision): Promise<void> {
  const block = properties['PublicAccessBlockConfiguration'] as Properties | undefined
  if (block) await put(at, bucket, 'publicAccessBlock', 'PublicAccessBlockConfiguration', block)
  const ownership = properties['OwnershipControls'] as { Rules: Properties[] } | undefined
  if (ownership) await put(at, bucket, 'ownershipControls', 'OwnershipControls', { Rule: ownership.Rules })
  const encryption = properties['BucketEncryption'] as { ServerSideEncryptionConfiguration: Properties[] } | undefined
  if (encryption)
    await put(at, bucket, 'encryption', 'ServerSideEncryptionConfiguration', {
      Rule: encryption.ServerSideEncryptionConfiguration.map(encryptionRule),
    })
  const versioning = properties['VersioningConfiguration'] as Properties | undefined
  if (versioning) await put(at, bucket, 'versioning', 'VersioningConfiguration', versioning)
  const lock = properties['ObjectLockConfiguration'] as Properties | undefined
  if (lock) await put(at, bucket, 'object-lock', 'ObjectLockConfiguration', lock)
  const logging = properties['LoggingConfiguration'] as Properties | undefined
  if (logging)
    await put(at, bucket, 'logging', 'BucketLoggingStatus', {
      LoggingEnabled: { TargetBucket: logging['DestinationBucketName'] ?? bucket, TargetPrefix: logging['LogFilePrefix'] ?? '' },
    })
  await applyLifecycle(bucket, properties, at)
  if (properties['Tags']) await put(at, bucket, 'tagging', 'Tagging', { TagSet: { Tag: tagsIn(properties) } })
}

function encryptionRule(rule: Properties): Properties {
  const by = rule['ServerSideEncryptionByDefault'] as Properties
  return { ApplyServerSideEncryptionByDefault: by, BucketKeyEnabled: isTrue(rule['BucketKeyEnabled']) }
}

async function applyLifecycle(bucket: string, properties: Properties, at: Provision): Promise<void> {
  const lifecycle = properties['LifecycleConfiguration'] as { Rules: Properties[]; TransitionDefaultMinimumObjectSize?: string } | undefined
  if (!lifecycle) return
  const size = lifecycle.TransitionDefaultMinimumObjectSize
  await put(
    at,
    bucket,
    'lifecycle',
    'LifecycleConfiguration',
    { Rule: lifecycle.Rules.map(lifecycleRule) },
    size ? { 'x-amz-transition-default-minimum-object-size': size } : {},
  )
}

const LIFECYCLE = [
  'Id',
  'Status',
  'Prefix',
  'ObjectSizeGreaterThan',
  'ExpirationInDays',
  'ExpiredObjectDeleteMarker',
  'NoncurrentVersionExpiration',
  'Transitions',
  'NoncurrentVersionTransitions',
  'AbortIncompleteMultipartUpload',
]

/** A rule of the template as the API has it. */
function lifecycleRule(rule: Properties): Properties {
  const unknown = Object.keys(rule).find((key) => !LIFECYCLE.includes(key))
  if (unknown !== undefined) throw notImplemented(`${unknown} in a bucket's lifecycle rule`)
  const days = rule['ExpirationInDays']
  const marker = rule['ExpiredObjectDeleteMarker']
  const steps = (name: string, from: string, to: string) =>
    ((rule[name] ?? []) as Properties[]).map((step) => ({ [to]: step[from], StorageClass: step['StorageClass'] }))
  return {
    ID: rule['Id'] ?? crypto.randomUUID(),
    Filter: lifecycleFilter(rule),
    Status: rule['Status'],
    Transition: steps('Transitions', 'TransitionInDays', 'Days'),
    NoncurrentVersionTransition: steps('NoncurrentVersionTransitions', 'TransitionInDays', 'NoncurrentDays'),
    ...(days === undefined && marker === undefined ? {} : { Expiration: { Days: days, ExpiredObjectDeleteMarker: marker } }),
    NoncurrentVersionExpiration: rule['NoncurrentVersionExpiration'],
    AbortIncompleteMultipartUpload: rule['AbortIncompleteMultipartUpload'],
  }
}

/** S3 takes one restriction by itself, and several within an `And`. */
function lifecycleFilter({ Prefix, ObjectSizeGreaterThan }: Properties): Properties {
  if (ObjectSizeGreaterThan === undefined) return { Prefix: Prefix ?? '' }
  return Prefix === undefined ? { ObjectSizeGreaterThan } : { And: { Prefix, ObjectSizeGreaterThan } }
}

/** Sub-resources that go when the template no longer speaks of them. */
const REMOVED: Readonly<Record<string, string>> = {
  LifecycleConfiguration: 'lifecycle',
  PublicAccessBlockConfiguration: 'publicAccessBlock',
  OwnershipControls: 'ownershipControls',
  BucketEncryption: 'encryption',
  Tags: 'tagging',
}

async function updateBucket(bucket: string, properties: Properties, at: Provision, before: Properties): Promise<void> {
  for (const [property, query] of Object.entries(REMOVED))
    if (before[property] !== undefined && properties[property] === undefined) await at.s3('DELETE', `/${bucket}?${query}`)
  if (before['LoggingConfiguration'] !== undefined && properties['LoggingConfiguration'] === undefined)
    await put(at, bucket, 'logging', 'BucketLoggingStatus', {})
  if (before['VersioningConfiguration'] !== undefined && properties['VersioningConfiguration'] === undefined)
    await put(at, bucket, 'versioning', 'VersioningConfiguration', { Status: 'Suspended' })
  await applyBucket(bucket, properties, at)
}

async function readBucket(bucket: string, _: Properties, at: Provision): Promise<Properties | undefined> {
  if (!(await unlessGone(at.s3('HEAD', `/${bucket}`)))) return undefined
  const read = async (query: string): Promise<XmlElement> => {
    const answer = await at.s3('GET', `/${bucket}?${query}`).catch((error: unknown) => {
      if (error instanceof AwsError && error.status === 404) return undefined
      throw error
    })
    const value = answer ? parseXml(await answer.text()).value : {}
    return typeof value === 'string' ? {} : value
  }
  const [block, versioning] = [await read('publicAccessBlock'), await read('versioning')]
  const flags = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets']
  return {
    PublicAccessBlockConfiguration: Object.fromEntries(flags.map((flag) => [flag, block[flag] === 'true'])),
    VersioningConfiguration: { Status: versioning['Status'] ?? 'Suspended' },
  }
}

const bucketPolicy = async (bucket: string, at: Provision) => unlessGone(at.s3('GET', `/${bucket}?policy`).then((answer) => answer.text()))

export const S3_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::S3::Bucket': {
    properties: [
      'BucketName',
      'PublicAccessBlockConfiguration',
      'OwnershipControls',
      'BucketEncryption',
      'VersioningConfiguration',
      'LifecycleConfiguration',
      'LoggingConfiguration',
      'ObjectLockEnabled',
      'ObjectLockConfiguration',
      'Tags',
    ],
    createOnly: ['BucketName', 'ObjectLockEnabled'],
    identifier: 'BucketName',
    create: createBucket,
    update: updateBucket,
    delete: async (bucket, _, at) => void (await unlessGone(at.s3('DELETE', `/${bucket}`))),
    read: readBucket,
  },
  'AWS::S3::BucketPolicy': {
    properties: ['Bucket', 'PolicyDocument'],
    createOnly: ['Bucket'],
    identifier: 'Bucket',
    create: async (properties, at) => {
      const bucket = String(properties['Bucket'])
      if ((await bucketPolicy(bucket, at)) !== undefined)
        throw new AwsError('AlreadyExists', `The bucket policy already exists on bucket ${bucket}.`, 409)
      await at.s3('PUT', `/${bucket}?policy`, { body: json(properties['PolicyDocument']) })
      at.claim(bucket)
      return bucket
    },
    update: async (bucket, properties, at) => void (await at.s3('PUT', `/${bucket}?policy`, { body: json(properties['PolicyDocument']) })),
    delete: async (bucket, _, at) => void (await unlessGone(at.s3('DELETE', `/${bucket}?policy`))),
    read: async (bucket, _, at) => {
      const text = await bucketPolicy(bucket, at)
      return text === undefined ? undefined : { PolicyDocument: JSON.parse(text) as unknown }
    },
  },
}
