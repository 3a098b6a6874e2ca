import type { Clock } from '../clock.ts'
import { isoSeconds } from '../clock.ts'
import type { UserIdentity } from '../identities.ts'
import { isReadOnly, type Operation } from '../operation.ts'

/** One CloudTrail record, version 1.11. */
export interface CloudTrailRecord {
  eventVersion: string
  userIdentity: UserIdentity
  eventTime: string
  eventSource: string
  eventName: string
  awsRegion: string
  sourceIPAddress: string
  userAgent: string
  errorCode?: string
  errorMessage?: string
  requestParameters: Record<string, unknown> | null
  responseElements: null
  requestID: string
  eventID: string
  readOnly: boolean
  resources?: { ARN: string; accountId?: string; type?: string }[]
  eventType: 'AwsApiCall'
  managementEvent: boolean
  recipientAccountId: string
  eventCategory: 'Management' | 'Data'
}

export interface RecordInput {
  operation: Operation
  identity: UserIdentity
  account: string
  sourceIp: string
  userAgent: string
  requestId: string
  error?: { code: string; message: string }
  clock: Clock
}

/** CloudTrail's event source differs from the signing name for a few services. */
const EVENT_SOURCES: Readonly<Record<string, string>> = { 'execute-api': 'apigateway', email: 'ses' }

const SECRET = /password|secret|token|credential|privatekey|plaintext|certificatebody/i
const MAX_PARAMETER = 2048

/** Builds the record of one call. Parameters that may carry a secret are withheld, as CloudTrail withholds them. */
export function buildRecord(input: RecordInput): CloudTrailRecord {
  const { operation, error } = input
  const resources = resourcesOf(operation, input.account)
  return {
    eventVersion: '1.11',
    userIdentity: input.identity,
    eventTime: isoSeconds(input.clock.now()),
    eventSource: `${EVENT_SOURCES[operation.service] ?? operation.service}.amazonaws.com`,
    eventName: operation.name,
    awsRegion: operation.service === 'iam' ? 'us-east-1' : operation.region,
    sourceIPAddress: input.sourceIp,
    userAgent: input.userAgent.slice(0, 1024),
    ...(error ? { errorCode: error.code, errorMessage: error.message } : {}),
    requestParameters: withoutSecrets(operation.parameters) as Record<string, unknown> | null,
    responseElements: null,
    requestID: input.requestId,
    eventID: crypto.randomUUID(),
    readOnly: isReadOnly(operation.name),
    ...(resources.length > 0 ? { resources } : {}),
    eventType: 'AwsApiCall',
    managementEvent: !operation.isData,
    recipientAccountId: input.account,
    eventCategory: operation.isData ? 'Data' : 'Management',
  }
}

function resourcesOf(operation: Operation, account: string): { ARN: string; accountId?: string; type?: string }[] {
  const list: { ARN: string; accountId?: string; type?: string }[] = []
  if (operation.bucket && operation.key) list.push({ ARN: `arn:aws:s3:::${operation.bucket}/${operation.key}`, type: 'AWS::S3::Object' })
  if (operation.bucket) list.push({ ARN: `arn:aws:s3:::${operation.bucket}`, accountId: account, type: 'AWS::S3::Bucket' })
  return list
}

/** CloudTrail writes every parameter with a small first letter, `name` and `dBInstanceIdentifier`, whatever the API's model says. */
function recorded(key: string): string {
  return `${key.slice(0, 1).toLowerCase()}${key.slice(1)}`
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value === 'string') return value.length > MAX_PARAMETER ? `${value.slice(0, MAX_PARAMETER)}...` : value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (entries.length === 0) return null
  return Object.fromEntries(
    entries.map(([key, item]) => [recorded(key), SECRET.test(key) ? 'HIDDEN_DUE_TO_SECURITY_REASONS' : withoutSecrets(item)]),
  )
}
