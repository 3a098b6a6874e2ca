import { parsePolicy } from '../../../src/iam/policy.ts'
import { AwsError } from '../error.ts'
import { s3Document } from '../wire/protocols.ts'
import { parseXml, type XmlElement } from '../wire/xml.ts'
import { isPublicPolicy } from './public-policy.ts'
import { accessDenied, type Bucket, bucketArn, type S3Answer, s3Error } from './state.ts'

/** A sub-resource of a bucket that is a document: kept as it was put, and given back so. */
interface Document {
  root: string
  /** What is refused where nothing was put; or what is answered. */
  missing: readonly [code: string, message: string] | XmlElement | ((bucket: Bucket) => XmlElement)
  /** Looks at a document before it is taken. @throws AwsError */
  check?(document: XmlElement, bucket: Bucket): void
}

const FLAGS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets']

/** By query parameter. Source: S3 API reference. */
const DOCUMENTS: Readonly<Record<string, Document>> = {
  versioning: { root: 'VersioningConfiguration', missing: {}, check: checkVersioning },
  encryption: {
    root: 'ServerSideEncryptionConfiguration',
    missing: ['ServerSideEncryptionConfigurationNotFoundError', 'The server side encryption configuration was not found'],
    check: checkEncryption,
  },
  lifecycle: {
    root: 'LifecycleConfiguration',
    missing: ['NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist'],
    check: checkLifecycle,
  },
  logging: { root: 'BucketLoggingStatus', missing: {} },
  publicAccessBlock: {
    root: 'PublicAccessBlockConfiguration',
    missing: ['NoSuchPublicAccessBlockConfiguration', 'The public access block configuration was not found'],
  },
  ownershipControls: {
    root: 'OwnershipControls',
    missing: ['OwnershipControlsNotFoundError', 'The bucket ownership controls were not found'],
  },
  tagging: { root: 'Tagging', missing: ['NoSuchTagSet', 'The TagSet does not exist'] },
  replication: {
    root: 'ReplicationConfiguration',
    missing: ['ReplicationConfigurationNotFoundError', 'The replication configuration was not found'],
  },
  cors: { root: 'CORSConfiguration', missing: ['NoSuchCORSConfiguration', 'The CORS configuration does not exist'] },
  website: {
    root: 'WebsiteConfiguration',
    missing: ['NoSuchWebsiteConfiguration', 'The specified bucket does not have a website configuration'],
  },
  notification: { root: 'NotificationConfiguration', missing: {} },
  'object-lock': {
    root: 'ObjectLockConfiguration',
    missing: ['ObjectLockConfigurationNotFoundError', 'Object Lock configuration does not exist for this bucket'],
    check: checkObjectLock,
  },
  accelerate: { root: 'AccelerateConfiguration', missing: {} },
  requestPayment: { root: 'RequestPaymentConfiguration', missing: { Payer: 'BucketOwner' } },
  acl: { root: 'AccessControlPolicy', missing: ownerAcl, check: checkAcl },
}

/** Sub-resources that are lists of configurations by id, which nothing here has. */
const EMPTY_LISTS: Readonly<Record<string, string>> = {
  'intelligent-tiering': 'ListBucketIntelligentTieringConfigurationsOutput',
  inventory: 'ListInventoryConfigurationsResult',
  metrics: 'ListMetricsConfigurationsResult',
  analytics: 'ListBucketAnalyticsConfigurationResult',
}

/** What a new bucket has of itself, since April 2023. Source: S3 User Guide, "Default settings for new S3 buckets". */
export function defaultDocuments(): Map<string, XmlElement> {
  const encryption = { Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: 'false' } }
  return new Map<string, XmlElement>([
    ['encryption', encryption],
    ['publicAccessBlock', Object.fromEntries(FLAGS.map((flag) => [flag, 'true']))],
    ['ownershipControls', { Rule: { ObjectOwnership: 'BucketOwnerEnforced' } }],
  ])
}

export function subresourceOf(query: URLSearchParams): string | undefined {
  return [...Object.keys(DOCUMENTS), ...Object.keys(EMPTY_LISTS), 'policy', 'policyStatus', 'location'].find((name) => query.has(name))
}

/** Answers a call on a sub-resource. @throws AwsError */
export function callSubresource(
  bucket: Bucket,
  name: string,
  method: string,
  body: string,
  headers: Readonly<Record<string, string | undefined>>,
): S3Answer {
  if (name === 'policy') return policyCall(bucket, method, body)
  if (name === 'policyStatus') {
    if (bucket.policy === undefined) throw noPolicy()
    return xml('PolicyStatus', { IsPublic: isPublicPolicy(bucket.policy) ? 'TRUE' : 'FALSE' })
  }
  if (name === 'location') return { status: 200, headers: { 'content-type': 'application/xml' }, body: locationDocument(bucket) }
  const list = EMPTY_LISTS[name]
  if (list !== undefined && method === 'GET') return xml(list, { IsTruncated: 'false' })
  const document = DOCUMENTS[name]
  if (!document) throw s3Error('NotImplemented', `The sandbox does not model ${method} of a bucket's ${name}.`, 501)
  return documentCall(bucket, name, document, method, body, headers)
}

function documentCall(
  bucket: Bucket,
  name: string,
  document: Document,
  method: string,
  body: string,
  headers: Readonly<Record<string, string | undefined>>,
): S3Answer {
  if (method === 'DELETE') {
    if (name === 'encryption') bucket.documents.set('encryption', defaultDocuments().get('encryption') ?? {})
    else bucket.documents.delete(name)
    return { status: 204 }
  }
  if (method === 'PUT') {
    const value = name === 'acl' && body === '' ? cannedAcl(bucket, headers['x-amz-acl']) : parsed(body, document.root)
    document.check?.(value, bucket)
    bucket.documents.set(name, value)
    const size = headers['x-amz-transition-default-minimum-object-size']
    if (name === 'lifecycle') bucket.documents.set('minimum', { size: size ?? 'all_storage_classes_128K' })
    return { status: 200, headers: name === 'lifecycle' ? { 'x-amz-transition-default-minimum-object-size': size } : {} }
  }
  const value = bucket.documents.get(name) ?? missing(document, bucket)
  const minimum = name === 'lifecycle' ? String(bucket.documents.get('minimum')?.['size'] ?? 'all_storage_classes_128K') : undefined
  return {
    ...xml(document.root, value),
    headers: { 'content-type': 'application/xml', 'x-amz-transition-default-minimum-object-size': minimum },
  }
}

function missing({ missing }: Document, bucket: Bucket): XmlElement {
  if (typeof missing === 'function') return missing(bucket)
  if (!isRefusal(missing)) return missing
  throw s3Error(missing[0], missing[1], 404)
}

function isRefusal(value: unknown): value is readonly [string, string] {
  return Array.isArray(value)
}

/** The content of a document, which must have that root. @throws MalformedXML */
export function parsed(body: string, root: string): XmlElement {
  const malformed = s3Error(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
    400,
  )
  let found: ReturnType<typeof parseXml>
  try {
    found = parseXml(body)
  } catch {
    throw malformed
  }
  if (found.name !== root) throw malformed
  return typeof found.value === 'string' ? {} : found.value
}

function xml(root: string, value: XmlElement): S3Answer {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: s3Document(root, value) }
}

function locationDocument({ region }: Bucket): string {
  return `<?xml version="1.0" encoding="UTF-8"?><LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${region === 'us-east-1' ? '' : region}</LocationConstraint>`
}

const noPolicy = () => s3Error('NoSuchBucketPolicy', 'The bucket policy does not exist', 404)

function policyCall(bucket: Bucket, method: string, body: string): S3Answer {
  if (method === 'DELETE') {
    delete bucket.policy
    return { status: 204 }
  }
  if (method === 'PUT') {
    checkPolicy(bucket, body)
    bucket.policy = body
    return { status: 204 }
  }
  if (bucket.policy === undefined) throw noPolicy()
  return { status: 200, headers: { 'content-type': 'application/json' }, body: bucket.policy }
}

function checkPolicy(bucket: Bucket, text: string): void {
  const malformed = (why: string) => s3Error('MalformedPolicy', why, 400)
  if (Buffer.byteLength(text) > 20_480) throw malformed('Policies must not exceed 20480 bytes')
  let statements: ReturnType<typeof parsePolicy>
  try {
    statements = parsePolicy(text)
  } catch {
    throw malformed('This policy contains invalid Json')
  }
  if (statements.some(({ principals, notPrincipals }) => !principals && !notPrincipals)) throw malformed('Missing required field Principal')
  const arn = bucketArn(bucket)
  const outside = statements
    .flatMap(({ resources }) => resources ?? [])
    .some((resource) => resource !== '*' && resource !== arn && !resource.startsWith(`${arn}/`) && resource !== `${arn}*`)
  if (outside) throw malformed('Policy has invalid resource')
  if (bucket.documents.get('publicAccessBlock')?.['BlockPublicPolicy'] === 'true' && isPublicPolicy(text))
    throw accessDenied(
      'User is not authorized to perform: s3:PutBucketPolicy on resource because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
    )
}

function ownerAcl({ account }: Bucket): XmlElement {
  const id = canonicalId(account)
  const grantee = { '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', '@xsi:type': 'CanonicalUser', ID: id }
  return { Owner: { ID: id }, AccessControlList: { Grant: { Grantee: grantee, Permission: 'FULL_CONTROL' } } }
}

function cannedAcl(bucket: Bucket, canned: string | undefined): XmlElement {
  if (canned === undefined || canned === 'private' || canned === 'bucket-owner-full-control') return ownerAcl(bucket)
  throw s3Error('AccessControlListNotSupported', 'The bucket does not allow ACLs', 400)
}

/** S3's own id of an account. */
export function canonicalId(account: string): string {
  return Buffer.from(account).toString('hex').padEnd(64, '0')
}

function checkAcl(_: XmlElement, bucket: Bucket): void {
  const rule = bucket.documents.get('ownershipControls')?.['Rule']
  const ownership = typeof rule === 'object' && !Array.isArray(rule) ? rule['ObjectOwnership'] : undefined
  if (ownership === 'BucketOwnerEnforced') throw s3Error('AccessControlListNotSupported', 'The bucket does not allow ACLs', 400)
}

function checkVersioning(document: XmlElement, bucket: Bucket): void {
  const status = document['Status']
  if (status !== 'Enabled' && status !== 'Suspended')
    throw s3Error('IllegalVersioningConfigurationException', 'The Versioning element must be specified', 400)
  if (bucket.objectLock && status === 'Suspended')
    throw s3Error(
      'InvalidBucketState',
      'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
      409,
    )
  bucket.versioning = status
}

function checkEncryption(document: XmlElement): void {
  const rule = document['Rule']
  const first = Array.isArray(rule) ? rule[0] : rule
  const by = typeof first === 'object' ? first['ApplyServerSideEncryptionByDefault'] : undefined
  const algorithm = typeof by === 'object' && !Array.isArray(by) ? by['SSEAlgorithm'] : undefined
  if (!['AES256', 'aws:kms', 'aws:kms:dsse'].includes(String(algorithm)))
    throw new AwsError('MalformedXML', 'The XML you provided was not well-formed or did not validate against our published schema')
}

function checkLifecycle(document: XmlElement): void {
  const rules = [document['Rule'] ?? []].flat()
  const bad =
    rules.length === 0 || rules.some((rule) => typeof rule === 'string' || (rule['Status'] !== 'Enabled' && rule['Status'] !== 'Disabled'))
  if (bad) throw new AwsError('MalformedXML', 'The XML you provided was not well-formed or did not validate against our published schema')
  const ids = rules.map((rule) => (typeof rule === 'string' ? '' : String(rule['ID'] ?? crypto.randomUUID())))
  if (new Set(ids).size < ids.length) throw new AwsError('InvalidArgument', 'Rule ID must be unique. Found same ID for more than one rule')
}

function checkObjectLock(document: XmlElement, bucket: Bucket): void {
  if (document['ObjectLockEnabled'] !== 'Enabled')
    throw new AwsError('MalformedXML', 'The XML you provided was not well-formed or did not validate against our published schema')
  if (bucket.versioning !== 'Enabled')
    throw s3Error('InvalidBucketState', "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration", 409)
  bucket.objectLock = true
}
