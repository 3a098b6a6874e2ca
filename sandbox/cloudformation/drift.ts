import { isDeepStrictEqual } from 'node:util'
import { type Backend, BackendError } from '../backend.ts'
import { CloudTrailError, type CloudTrailService } from '../cloudtrail/service.ts'
import { tagText } from '../xml.ts'

type Properties = Readonly<Record<string, unknown>>

export interface Drift {
  status: 'MODIFIED' | 'DELETED'
  properties: readonly { name: string; previous: string; actual: string | undefined }[]
}

interface Live {
  backend: Backend
  cloudtrail: CloudTrailService
  region: string
}

/**
 * What of a resource is not as it was deployed, for the types and properties that people change by hand: policies, the trail's
 * logging, retention. Other types answer as AWS does for what it cannot compare.
 */
export async function driftOf(type: string, physicalId: string, deployed: Properties, live: Live): Promise<Drift | undefined> {
  const read = READERS[type]
  if (!read) return undefined
  const actual = await read(nameOf(type, physicalId, deployed), live).catch((error: unknown) => {
    if (error instanceof CloudTrailError || (error instanceof BackendError && error.status < 500)) return undefined
    throw error
  })
  if (!actual) return { status: 'DELETED', properties: [] }
  const properties = Object.entries(actual)
    .filter(([name]) => name in deployed)
    .filter(([name, value]) => !isDeepStrictEqual(normal(value), normal(deployed[name])))
    .map(([name, value]) => ({ name, previous: text(deployed[name]), actual: value === undefined ? undefined : text(value) }))
  return properties.length > 0 ? { status: 'MODIFIED', properties } : undefined
}

/** What a resource is called where it is read; the emulator names a bucket's policy otherwise than AWS. */
export function nameOf(type: string, physicalId: string, properties: Properties): string {
  return type === 'AWS::S3::BucketPolicy' ? String(properties['Bucket']) : physicalId
}

const READERS: Readonly<Record<string, (physicalId: string, live: Live) => Promise<Properties | undefined>>> = {
  'AWS::S3::BucketPolicy': async (bucket, { backend }) => {
    const answer = await backend.s3('GET', `/${bucket}?policy`)
    return { PolicyDocument: JSON.parse(await answer.text()) as unknown }
  },
  'AWS::S3::Bucket': async (bucket, { backend }) => {
    const answer = await backend.s3('GET', `/${bucket}?publicAccessBlock`)
    const xml = await answer.text()
    const flags = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets']
    return { PublicAccessBlockConfiguration: Object.fromEntries(flags.map((flag) => [flag, tagText(xml, flag) === 'true'])) }
  },
  'AWS::CloudTrail::Trail': async (name, { cloudtrail }) => {
    const trail = cloudtrail.find(name)
    return trail && { IsLogging: trail.isLogging, EnableLogFileValidation: trail.LogFileValidationEnabled }
  },
  'AWS::Logs::LogGroup': async (name, { backend, region }) => {
    const answer = await backend.json('logs', 'Logs_20140328.DescribeLogGroups', { logGroupNamePrefix: name }, region)
    const groups = (answer['logGroups'] ?? []) as { logGroupName: string; retentionInDays?: number }[]
    const group = groups.find(({ logGroupName }) => logGroupName === name)
    return group && { RetentionInDays: group.retentionInDays }
  },
  'AWS::IAM::Role': async (name, { backend }) => {
    const xml = await backend.query('iam', 'GetRole', { RoleName: name })
    const document = tagText(xml, 'AssumeRolePolicyDocument')
    return document ? { AssumeRolePolicyDocument: JSON.parse(decoded(document)) as unknown } : {}
  },
}

function decoded(document: string): string {
  return document.startsWith('%') ? decodeURIComponent(document) : document
}

const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** A policy's single values and lists of one are the same, and order of keys says nothing; numbers may be texts. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? normal(value[0]) : value.map(normal)
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, normal(item)]),
  )
}
