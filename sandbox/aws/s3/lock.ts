import { s3Document } from '../wire/protocols.ts'
import type { XmlElement } from '../wire/xml.ts'
import { bytesOf } from './blob.ts'
import { accessDenied, type Bucket, type S3Answer, type S3Request, s3Error, type Version } from './state.ts'
import { parsed } from './subresources.ts'

type Headers = Readonly<Record<string, string | undefined>>

/** What locks a new version: what the request says, else the bucket's default retention. */
export function lockOf(bucket: Bucket, headers: Headers): Pick<Version, 'retention' | 'legalHold'> {
  const mode = headers['x-amz-object-lock-mode']
  const until = headers['x-amz-object-lock-retain-until-date']
  const hold = headers['x-amz-object-lock-legal-hold']
  if ((mode || hold) && !bucket.objectLock) throw s3Error('InvalidRequest', 'Bucket is missing Object Lock Configuration', 400)
  const legalHold = hold === 'ON' || hold === 'OFF' ? ({ legalHold: hold } as const) : {}
  if (mode && until) return { retention: { mode, until: new Date(until) }, ...legalHold }
  const rule = element(bucket.documents.get('object-lock')?.['Rule'])
  const standard = element(rule?.['DefaultRetention'])
  if (!standard) return legalHold
  const days = standard['Days'] ? Number(standard['Days']) : Number(standard['Years']) * 365
  return { retention: { mode: String(standard['Mode']), until: new Date(Date.now() + days * 86_400_000) }, ...legalHold }
}

function element(value: unknown): XmlElement | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as XmlElement) : undefined
}

/** @throws AccessDenied while a version is locked: nobody removes it in compliance mode */
export function forbidChange({ retention, legalHold }: Version, headers: Headers): void {
  const refused = accessDenied('Access Denied because object protected by object lock.')
  if (legalHold === 'ON') throw refused
  if (!retention || retention.until.getTime() <= Date.now()) return
  if (retention.mode === 'GOVERNANCE' && headers['x-amz-bypass-governance-retention'] === 'true') return
  throw refused
}

/** GetObjectRetention, PutObjectRetention. */
export async function retentionCall(bucket: Bucket, version: Version, request: S3Request): Promise<S3Answer> {
  requireLock(bucket)
  if (request.method === 'GET') {
    if (!version.retention)
      throw s3Error('NoSuchObjectLockConfiguration', 'The specified object does not have a ObjectLock configuration', 404)
    const { mode, until } = version.retention
    return {
      status: 200,
      headers: { 'content-type': 'application/xml' },
      body: s3Document('Retention', { Mode: mode, RetainUntilDate: until }),
    }
  }
  const document = parsed((await bytesOf(request.body)).toString('utf8'), 'Retention')
  const wanted = { mode: String(document['Mode']), until: new Date(String(document['RetainUntilDate'])) }
  const isShorter = version.retention !== undefined && (wanted.until < version.retention.until || wanted.mode !== version.retention.mode)
  if (isShorter) forbidChange({ ...version, legalHold: 'OFF' }, request.headers)
  version.retention = wanted
  return { status: 200 }
}

/** GetObjectLegalHold, PutObjectLegalHold. */
export async function legalHoldCall(bucket: Bucket, version: Version, request: S3Request): Promise<S3Answer> {
  requireLock(bucket)
  if (request.method === 'GET') {
    if (!version.legalHold)
      throw s3Error('NoSuchObjectLockConfiguration', 'The specified object does not have a ObjectLock configuration', 404)
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: s3Document('LegalHold', { Status: version.legalHold }) }
  }
  const document = parsed((await bytesOf(request.body)).toString('utf8'), 'LegalHold')
  version.legalHold = document['Status'] === 'ON' ? 'ON' : 'OFF'
  return { status: 200 }
}

function requireLock(bucket: Bucket): void {
  if (!bucket.objectLock) throw s3Error('InvalidRequest', 'Bucket is missing Object Lock Configuration', 400)
}
