import type { AwsError } from '../error.ts'
import { writeQueryXml, writeXml } from './xml.ts'

/** How a service speaks. `rest-json` has a table of routes of its own. */
export type Protocol =
  | { kind: 'query'; version: string; namespace: string }
  | { kind: 'json'; version: '1.0' | '1.1'; target: string; errorPrefix?: string }
  | { kind: 'rest-json' }
  | { kind: 's3' }

/** By signing name. Source: the service models botocore ships (`metadata` of each service-2.json). */
export const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  cloudformation: { kind: 'query', version: '2010-05-15', namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/' },
  iam: { kind: 'query', version: '2010-05-08', namespace: 'https://iam.amazonaws.com/doc/2010-05-08/' },
  sts: { kind: 'query', version: '2011-06-15', namespace: 'https://sts.amazonaws.com/doc/2011-06-15/' },
  sns: { kind: 'query', version: '2010-03-31', namespace: 'http://sns.amazonaws.com/doc/2010-03-31/' },
  monitoring: { kind: 'query', version: '2010-08-01', namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/' },
  kms: { kind: 'json', version: '1.1', target: 'TrentService' },
  logs: { kind: 'json', version: '1.1', target: 'Logs_20140328' },
  events: { kind: 'json', version: '1.1', target: 'AWSEvents' },
  config: { kind: 'json', version: '1.1', target: 'StarlingDoveService' },
  ecr: { kind: 'json', version: '1.1', target: 'AmazonEC2ContainerRegistry_V20150921' },
  cloudtrail: { kind: 'json', version: '1.1', target: 'CloudTrail_20131101' },
  ce: { kind: 'json', version: '1.1', target: 'AWSInsightsIndexService' },
  glue: { kind: 'json', version: '1.1', target: 'AWSGlue' },
  athena: { kind: 'json', version: '1.1', target: 'AmazonAthena' },
  sagemaker: { kind: 'json', version: '1.1', target: 'SageMaker' },
  secretsmanager: { kind: 'json', version: '1.1', target: 'secretsmanager' },
  organizations: { kind: 'json', version: '1.1', target: 'AWSOrganizationsV20161128' },
  dynamodb: { kind: 'json', version: '1.0', target: 'DynamoDB_20120810', errorPrefix: 'com.amazonaws.dynamodb.v20120810#' },
  eks: { kind: 'rest-json' },
  s3: { kind: 's3' },
}

export interface WireAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

const S3_NAMESPACE = ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'

/** The protocol of a call: some services speak two, and answer in the one they were asked in. `json` is the content type of a JSON request. */
function protocolOf(service: string, json: string | undefined): Protocol | undefined {
  const own = PROTOCOLS[service]
  if (json === undefined || own?.kind === 'json') return own
  return { kind: 'json', version: json.includes('1.0') ? '1.0' : '1.1', target: '' }
}

/** A result as the service's protocol says it. */
export function encodeResult(service: string, operation: string, result: unknown, requestId: string, json?: string): WireAnswer {
  const protocol = protocolOf(service, json)
  const headers = { 'x-amzn-requestid': requestId }
  if (protocol?.kind === 'query') {
    const inner = `${writeQueryXml(`${operation}Result`, result ?? {})}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`
    const body = `<${operation}Response xmlns="${protocol.namespace}">${inner}</${operation}Response>`
    return { status: 200, headers: { ...headers, 'content-type': 'text/xml' }, body }
  }
  const type = protocol?.kind === 'json' ? `application/x-amz-json-${protocol.version}` : 'application/json'
  return { status: 200, headers: { ...headers, 'content-type': type }, body: JSON.stringify(jsonValue(result ?? {})) }
}

/** Dates are seconds in JSON, bytes are base64, maps are objects. */
function jsonValue(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, jsonValue(item)]))
  if (Array.isArray(value)) return value.map(jsonValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonValue(item)]))
}

/** A refusal as the service's protocol says it. */
export function encodeError(
  service: string,
  error: Pick<AwsError, 'code' | 'message' | 'status'>,
  requestId: string,
  json?: string,
): WireAnswer {
  const { code, message, status } = error
  const protocol = protocolOf(service, json)
  if (protocol?.kind === 's3') {
    const body = `<?xml version="1.0" encoding="UTF-8"?>${writeXml('Error', { Code: code, Message: message, RequestId: requestId })}`
    return { status, headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId }, body }
  }
  const headers = { 'x-amzn-requestid': requestId }
  if (protocol?.kind === 'query') {
    const type = status >= 500 ? 'Receiver' : 'Sender'
    const inner = `${writeXml('Error', { Type: type, Code: code, Message: message })}${writeXml('RequestId', requestId)}`
    return {
      status,
      headers: { ...headers, 'content-type': 'text/xml' },
      body: `<ErrorResponse xmlns="${protocol.namespace}">${inner}</ErrorResponse>`,
    }
  }
  if (protocol?.kind === 'rest-json')
    return {
      status,
      headers: { ...headers, 'content-type': 'application/json', 'x-amzn-errortype': code },
      body: JSON.stringify({ message }),
    }
  const prefix = protocol?.kind === 'json' ? (protocol.errorPrefix ?? '') : ''
  const version = protocol?.kind === 'json' ? protocol.version : '1.1'
  // JSON services refuse with 400 whatever the reason, load excepted.
  return {
    status: status >= 500 ? status : 400,
    headers: { ...headers, 'content-type': `application/x-amz-json-${version}` },
    body: JSON.stringify({ __type: `${prefix}${code}`, message }),
  }
}

/** An S3 document with S3's namespace. */
export function s3Document(name: string, value: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${writeXml(name, value, S3_NAMESPACE)}`
}
