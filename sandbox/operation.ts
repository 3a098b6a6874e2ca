import type { IncomingHttpHeaders } from 'node:http'
import type { Body } from './aws/call.ts'
import { EKS_ROUTES } from './aws/small/eks.ts'
import { readQuery } from './aws/wire/query.ts'

/** What a request asks AWS to do, read from the wire as AWS's front ends read it. */
export interface Operation {
  service: string
  name: string
  region: string
  accessKeyId: string | undefined
  /** What was sent, with the API's own names. */
  input: Body
  /** The same as CloudTrail shows it. */
  parameters: Record<string, unknown>
  /** S3 object calls: recorded as data events, by the trail's selectors. */
  isData: boolean
  bucket?: string
  key?: string
}

export interface WireRequest {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: Buffer | undefined
}

/** Names the operation of a request: JSON target, query action, CBOR path, or REST route. */
export function readOperation(request: WireRequest): Operation {
  const scope = credentialScope(request)
  const base = { service: scope.service, region: scope.region, accessKeyId: scope.accessKeyId, isData: false, parameters: {}, input: {} }
  const target = header(request, 'x-amz-target')
  if (target) {
    const input = json(request.body)
    return { ...base, name: target.slice(target.lastIndexOf('.') + 1), parameters: input, input }
  }
  const rpc = /^\/service\/[^/]+\/operation\/(\w+)/.exec(request.url.pathname)
  if (rpc?.[1]) return { ...base, name: rpc[1] }
  const form = formOf(request) ?? request.url.searchParams
  const action = form.get('Action')
  if (action) {
    const input = readQuery(form)
    return { ...base, name: action, parameters: camelKeys(input), input }
  }
  if (scope.service === 's3' || scope.service === '') return s3Operation(request, { ...base, service: 's3' })
  return restOperation(request, base)
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

/** CloudTrail writes the query services' parameters in lower camel case. */
function camelKeys(value: Body): Record<string, unknown> {
  const change = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(change)
    return typeof item === 'object' && item !== null ? camelKeys(item as Body) : item
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [camel(key), change(item)]))
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

/** REST services: EKS by its routes, others by verb and last fixed path word, so that they are refused and recorded by a name. */
function restOperation(request: WireRequest, base: Omit<Operation, 'name'>): Operation {
  const { pathname, searchParams } = request.url
  const sent = { ...Object.fromEntries(searchParams), ...json(request.body) }
  const known = base.service === 'eks' ? eksRoute(request.method, pathname) : undefined
  if (known) {
    const input = { ...sent, ...known.parameters }
    return { ...base, name: known.operation, parameters: input, input }
  }
  const steps = pathname.split('/').filter((step) => step !== '' && !/^\d{4}-\d{2}-\d{2}$|^v\d+$/.test(step))
  const noun = steps.filter((_, index) => index % 2 === 0).at(-1) ?? base.service
  const isList = request.method === 'GET' && steps.length % 2 === 1
  const singular = isList ? noun : noun.replace(/s$/, '')
  const words = singular.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
  return { ...base, name: `${isList ? 'List' : REST_VERBS[request.method]}${words.join('')}`, parameters: sent, input: sent }
}

/** The operation of a route of EKS, and what stands in its path. */
export function eksRoute(method: string, path: string): { operation: string; parameters: Record<string, string> } | undefined {
  const steps = path.split('/')
  for (const [verb, route, operation] of EKS_ROUTES) {
    const wanted = route.split('/')
    if (verb !== method || wanted.length !== steps.length) continue
    if (!wanted.every((step, index) => step.startsWith(':') || step === steps[index])) continue
    const named = wanted.flatMap((step, index): [string, string][] =>
      step.startsWith(':') ? [[step.slice(1), decodeURIComponent(steps[index] ?? '')]] : [],
    )
    return { operation, parameters: Object.fromEntries(named) }
  }
  return undefined
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
  const { pathname } = request.url
  if (pathname.endsWith('/configuration/publicAccessBlock')) {
    const verb = S3_VERBS[request.method] ?? 'Get'
    return { ...base, name: `${verb}AccountPublicAccessBlock` }
  }
  const [bucket = '', ...rest] = decodeURIComponent(pathname.slice(1)).split('/')
  const key = rest.join('/')
  const name = s3OperationName(request.method, request.url, request.headers)
  const parameters: Record<string, unknown> = { ...(bucket ? { bucketName: bucket } : {}), ...(key ? { key } : {}) }
  return {
    ...base,
    name,
    isData: key !== '' || S3_BUCKET_DATA.includes(name),
    parameters,
    ...(bucket ? { bucket } : {}),
    ...(key ? { key } : {}),
  }
}

/** Calls on a bucket that are data events, as those on objects are. */
const S3_BUCKET_DATA = ['ListMultipartUploads', 'ListObjectVersions', 'DeleteObjects', 'ListObjects']

/** What a request to S3 is called in CloudTrail. */
export function s3OperationName(method: string, url: URL, headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const [bucket = '', ...rest] = url.pathname.slice(1).split('/')
  const query = url.searchParams
  const verb = S3_VERBS[method] ?? method
  if (bucket === '') return 'ListBuckets'
  if (rest.join('/') !== '') return objectOperation(method, verb, query, headers)
  if (query.has('uploads')) return 'ListMultipartUploads'
  if (query.has('versions')) return 'ListObjectVersions'
  if (query.has('delete')) return 'DeleteObjects'
  const sub = Object.keys(S3_SUBRESOURCES).find((name) => query.has(name))
  if (sub) return `${verb}${S3_SUBRESOURCES[sub]}`
  if (method === 'GET') return 'ListObjects'
  return method === 'PUT' ? 'CreateBucket' : method === 'DELETE' ? 'DeleteBucket' : 'HeadBucket'
}

function objectOperation(
  method: string,
  verb: string,
  query: URLSearchParams,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string {
  if (query.has('uploadId')) {
    const named: Readonly<Record<string, string>> = {
      PUT: 'UploadPart',
      POST: 'CompleteMultipartUpload',
      DELETE: 'AbortMultipartUpload',
      GET: 'ListParts',
    }
    return named[method] ?? `${verb}Object`
  }
  if (query.has('uploads')) return 'CreateMultipartUpload'
  const sub = {
    acl: 'ObjectAcl',
    tagging: 'ObjectTagging',
    retention: 'ObjectRetention',
    'legal-hold': 'ObjectLegalHold',
    attributes: 'ObjectAttributes',
  }
  const found = Object.entries(sub).find(([name]) => query.has(name))
  if (found) return `${verb}${found[1]}`
  return method === 'PUT' && headers['x-amz-copy-source'] ? 'CopyObject' : `${verb}Object`
}

/** CloudTrail's `readOnly`. */
export function isReadOnly(name: string): boolean {
  return /^(?:Get|List|Describe|Head|Lookup|Search|BatchGet|Simulate|Validate|Select|Query|Scan|AssumeRole|Decrypt|Encrypt|GenerateDataKey|ReEncrypt|Sign|Verify|Generate)/.test(
    name,
  )
}
