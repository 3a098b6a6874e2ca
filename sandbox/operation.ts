import type { IncomingHttpHeaders } from 'node:http'

/** What a request asks AWS to do, read from the wire as AWS's front ends read it. */
export interface Operation {
  service: string
  name: string
  region: string
  accessKeyId: string | undefined
  parameters: Record<string, unknown>
  /** S3 object calls: recorded as data events, by the trail's selectors. */
  isData: boolean
  bucket?: string
  key?: string
  /** Condition keys of policies that stand in the request itself. */
  conditions?: Readonly<Record<string, string>>
}

export interface WireRequest {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: Buffer | undefined
}

/** Names the operation of a request: JSON target, query action, CBOR path, or REST route. */
export function readOperation(request: WireRequest): Operation | undefined {
  const scope = credentialScope(request)
  const base = { service: scope.service, region: scope.region, accessKeyId: scope.accessKeyId, isData: false, parameters: {} }
  const target = header(request, 'x-amz-target')
  if (target) return { ...base, name: target.slice(target.lastIndexOf('.') + 1), parameters: json(request.body) }
  const rpc = /^\/service\/[^/]+\/operation\/(\w+)/.exec(request.url.pathname)
  if (rpc?.[1]) return { ...base, name: rpc[1] }
  const form = formOf(request)
  const action = form?.get('Action') ?? request.url.searchParams.get('Action')
  if (action) {
    const parameters = form ?? request.url.searchParams
    const text = (name: string) => parameters.get(name) ?? undefined
    const conditions = {
      'cloudformation:TemplateUrl': text('TemplateURL'),
      'cloudformation:ChangeSetName': text('ChangeSetName'),
      'cloudformation:RoleArn': text('RoleARN'),
    }
    return {
      ...base,
      name: action,
      parameters: nested(parameters),
      ...(base.service === 'cloudformation' ? { conditions: present(conditions) } : {}),
    }
  }
  if (scope.service === 's3' || scope.service === '') return s3Operation(request, { ...base, service: 's3' })
  return restOperation(request, base)
}

function present(conditions: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(conditions).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
}

function credentialScope(request: WireRequest): { service: string; region: string; accessKeyId: string | undefined } {
  const text = header(request, 'authorization') ?? request.url.searchParams.get('X-Amz-Credential') ?? ''
  const match = /(?:Credential=)?([^/\s]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(text)
  // Unsigned calls: AssumeRoleWithWebIdentity carries no signature.
  const action = formOf(request)?.get('Action')
  return { accessKeyId: match?.[1], region: match?.[2] ?? 'us-east-1', service: match?.[3] ?? (action ? 'sts' : '') }
}

function header(request: WireRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function formOf(request: WireRequest): URLSearchParams | undefined {
  if (!header(request, 'content-type')?.startsWith('application/x-www-form-urlencoded') || !request.body) return undefined
  return new URLSearchParams(request.body.toString('utf8'))
}

function json(body: Buffer | undefined): Record<string, unknown> {
  if (!body || body.length === 0) return {}
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** `Tags.member.1.Key=a` becomes nested objects and lists, keys in CloudTrail's lower camel case. */
function nested(form: URLSearchParams): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [path, value] of form) {
    if (path === 'Action' || path === 'Version') continue
    const steps = path.split('.').filter((step) => step !== 'member')
    let node = root
    steps.forEach((step, index) => {
      const key = camel(step)
      if (index === steps.length - 1) node[key] = value
      else {
        if (typeof node[key] !== 'object' || node[key] === null) node[key] = {}
        node = node[key] as Record<string, unknown>
      }
    })
  }
  return listify(root) as Record<string, unknown>
}

function listify(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => listify(item))
  return Object.fromEntries(entries.map(([key, item]) => [key, listify(item)]))
}

function camel(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

const REST_VERBS: Readonly<Record<string, string>> = {
  GET: 'Describe',
  POST: 'Create',
  PUT: 'Update',
  DELETE: 'Delete',
  PATCH: 'Update',
  HEAD: 'Describe',
}

/** REST services without a route table: verb and last fixed path word. Names differ from AWS's for rare routes; the call is recorded all the same. */
function restOperation(request: WireRequest, base: Omit<Operation, 'name'>): Operation {
  const steps = request.url.pathname.split('/').filter((step) => step !== '' && !/^\d{4}-\d{2}-\d{2}$|^v\d+$/.test(step))
  const noun = steps.filter((_, index) => index % 2 === 0).at(-1) ?? base.service
  const isList = request.method === 'GET' && steps.length % 2 === 1
  const singular = isList ? noun : noun.replace(/s$/, '')
  const words = singular.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
  return { ...base, name: `${isList ? 'List' : REST_VERBS[request.method]}${words.join('')}`, parameters: json(request.body) }
}

/** CloudTrail's names for S3's sub-resources; `{}` is the verb. Source: S3 documentation, "CloudTrail events". */
const S3_SUBRESOURCES: Readonly<Record<string, string>> = {
  acl: 'BucketAcl',
  policy: 'BucketPolicy',
  policyStatus: 'BucketPolicyStatus',
  lifecycle: 'BucketLifecycle',
  versioning: 'BucketVersioning',
  encryption: 'BucketEncryption',
  logging: 'BucketLogging',
  location: 'BucketLocation',
  publicAccessBlock: 'BucketPublicAccessBlock',
  ownershipControls: 'BucketOwnershipControls',
  tagging: 'BucketTagging',
  replication: 'BucketReplication',
  cors: 'BucketCors',
  notification: 'BucketNotification',
  website: 'BucketWebsite',
  'object-lock': 'ObjectLockConfiguration',
  accelerate: 'AccelerateConfiguration',
  requestPayment: 'BucketRequestPayment',
  'intelligent-tiering': 'IntelligentTieringConfiguration',
  inventory: 'InventoryConfiguration',
  metrics: 'MetricsConfiguration',
  analytics: 'AnalyticsConfiguration',
}

const S3_VERBS: Readonly<Record<string, string>> = { GET: 'Get', PUT: 'Put', DELETE: 'Delete', HEAD: 'Head', POST: 'Post' }

function s3Operation(request: WireRequest, base: Omit<Operation, 'name'>): Operation {
  const [bucket = '', ...rest] = decodeURIComponent(request.url.pathname.slice(1)).split('/')
  const key = rest.join('/')
  const query = request.url.searchParams
  const verb = S3_VERBS[request.method] ?? request.method
  const parameters: Record<string, unknown> = { ...(bucket ? { bucketName: bucket } : {}), ...(key ? { key } : {}) }
  const named = (name: string, isData: boolean): Operation => ({
    ...base,
    name,
    isData,
    parameters,
    ...(bucket ? { bucket } : {}),
    ...(key ? { key } : {}),
    conditions: present({ 's3:if-none-match': header(request, 'if-none-match'), 's3:prefix': query.get('prefix') ?? undefined }),
  })
  if (!bucket) return named('ListBuckets', false)
  if (key) return named(objectOperation(request, verb, query), true)
  if (query.has('uploads')) return named('ListMultipartUploads', true)
  if (query.has('versions')) return named('ListObjectVersions', true)
  if (query.has('delete')) return named('DeleteObjects', true)
  const sub = Object.keys(S3_SUBRESOURCES).find((name) => query.has(name))
  if (sub) return named(`${verb}${S3_SUBRESOURCES[sub]}`, false)
  if (request.method === 'GET') return named('ListObjects', true)
  return named(request.method === 'PUT' ? 'CreateBucket' : request.method === 'DELETE' ? 'DeleteBucket' : 'HeadBucket', false)
}

function objectOperation(request: WireRequest, verb: string, query: URLSearchParams): string {
  if (query.has('uploadId'))
    return (
      { PUT: 'UploadPart', POST: 'CompleteMultipartUpload', DELETE: 'AbortMultipartUpload', GET: 'ListParts' }[request.method] ??
      `${verb}Object`
    )
  if (query.has('uploads')) return 'CreateMultipartUpload'
  const sub = { acl: 'ObjectAcl', tagging: 'ObjectTagging', retention: 'ObjectRetention', 'legal-hold': 'ObjectLegalHold' }
  const found = Object.entries(sub).find(([name]) => query.has(name))
  if (found) return `${verb}${found[1]}`
  if (request.method === 'PUT' && header(request, 'x-amz-copy-source')) return 'CopyObject'
  return `${verb}Object`
}

/** CloudTrail's `readOnly`. */
export function isReadOnly(name: string): boolean {
  return /^(?:Get|List|Describe|Head|Lookup|Search|BatchGet|Simulate|Validate|Select|Query|Scan|AssumeRole|Decrypt|Encrypt|GenerateDataKey|ReEncrypt|Sign|Verify|Generate)/.test(
    name,
  )
}
