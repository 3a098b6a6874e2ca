import { AuditError } from '../model/errors.ts'
import type { Partition } from '../model/partition.ts'
import { INLINE_LIMIT, type ProjectTemplate, type PublishedTemplate } from '../model/template.ts'
import { templateUrl } from '../model/template-store.ts'
import type { Clients } from './clients.ts'
import { isDenied, isNamed, toAuditError } from './errors.ts'

/** A template on its way to CloudFormation: what the call names, and the text it must turn out to be. */
export interface TemplateSource {
  request: { TemplateBody: string } | { TemplateURL: string }
  body: string
}

/** Where templates are put for CloudFormation to read, and who puts them there. */
export interface StoreAccess {
  bucket: string
  /** `plan/` or `publish/`; below a prefix of the project in a bucket that is not ours alone. */
  prefix: string
  partition: Partition
  /** Reads what is there. */
  reader: Clients
  /** Asked for only when something has to be put. @throws AuditError when this run may not publish */
  writer(): Promise<Clients>
  sha256(text: string): string
  /** What helps whoever may not put a template there. */
  whoPuts: string
}

/**
 * In the call: the text as it is, or the template without its comments where that is what fits. For stacks without a bucket to
 * go through: bootstrap where it fits, as it makes the bucket, and all without `github:`. @throws BAD_CONFIG when it does not fit
 */
export function inCall(template: ProjectTemplate, body: string): TemplateSource {
  const sent = fitting(template, body)
  if (sent !== undefined) return { request: { TemplateBody: sent }, body: sent }
  throw new AuditError(
    'BAD_CONFIG',
    `${template.name}.yml has ${Buffer.byteLength(body)} bytes; CloudFormation takes ${INLINE_LIMIT} in a call and reads larger templates from S3.`,
    {
      remedy: 'Set `template-bucket: create` (a bucket of the bootstrap stack) or `template-bucket: { use: <bucket> }`.',
    },
  )
}

/** What of a text fits into a call: itself, or the template without its comments; undefined when nothing does. */
export function fitting(template: ProjectTemplate, body = template.body): string | undefined {
  const texts = [body, ...(body === template.body ? [JSON.stringify(template.parsed)] : [])]
  return texts.find((text) => Buffer.byteLength(text) <= INLINE_LIMIT)
}

/**
 * Through the store: the object of this content, put there when it is missing, read back, and named with its version, so that
 * what is put over it later is not what CloudFormation reads. @throws STACK_UNREADY, ACCESS_DENIED, AWS_CALL_FAILED
 */
export async function throughStore(store: StoreAccess, stackName: string, body: string): Promise<TemplateSource> {
  const key = keyOf(store, stackName, body)
  let found = await stored(store.reader, store.bucket, key)
  if (found === 'missing' || found === 'denied') {
    await put(await store.writer(), store, key, body)
    found = await stored(store.reader, store.bucket, key)
  }
  if (found === 'missing' || found === 'denied')
    throw new AuditError(
      'ACCESS_DENIED',
      `The template of ${stackName} lies at s3://${store.bucket}/${key}, and this run cannot read it.`,
      {
        remedy: `Allow s3:GetObject below ${store.prefix} for the role in use: \`mlops-audit deploy --bootstrap\` gives bootstrap's roles that.`,
      },
    )
  if (found.body !== body)
    throw new AuditError('STACK_UNREADY', `s3://${store.bucket}/${key} is not the template its name says. Nothing was changed.`, {
      remedy:
        'Someone got past the bucket’s policy and put another template in its place. Find out who (versions of the object, CloudTrail). An administrator then restores the policy with `mlops-audit deploy --bootstrap`; to delete that version they have to lift its statement NothingIsDeleted for as long as that takes.',
    })
  if (found.versionId === undefined)
    throw new AuditError('STACK_UNREADY', `Bucket ${store.bucket} keeps no versions, so a template in it can be exchanged unseen.`, {
      remedy: `Turn versions on: \`aws s3api put-bucket-versioning --bucket ${store.bucket} --versioning-configuration Status=Enabled\`.`,
    })
  const url = templateUrl({ bucket: store.bucket, key, region: await regionOf(store), dnsSuffix: store.partition.dnsSuffix })
  return { request: { TemplateURL: `${url}?versionId=${encodeURIComponent(found.versionId)}` }, body }
}

/** Puts a template into the store, once: what is there already stays. @throws ACCESS_DENIED, AWS_CALL_FAILED */
export async function publishTemplate(store: StoreAccess, { stackName, body }: ProjectTemplate): Promise<PublishedTemplate> {
  const key = keyOf(store, stackName, body)
  const clients = await store.writer()
  const made = await put(clients, store, key, body)
  const there = made.isNew ? undefined : await stored(clients, store.bucket, key)
  const versionId = typeof there === 'object' ? there.versionId : made.versionId
  return { stackName, location: `s3://${store.bucket}/${key}`, sha256: store.sha256(body), versionId, isNew: made.isNew }
}

/** The name is made of the content, so that a plan and its repetition share one object. */
function keyOf({ prefix, sha256 }: StoreAccess, stackName: string, body: string): string {
  return `${prefix}${stackName}/${sha256(body)}.yml`
}

type Found = { body: string; versionId: string | undefined } | 'missing' | 'denied'

/** A key that is not there is answered like a forbidden one where the bucket may not be listed. */
async function stored(clients: Clients, bucket: string, key: string): Promise<Found> {
  const { GetObjectCommand } = await import('@aws-sdk/client-s3')
  try {
    const { Body, VersionId } = await (await clients.s3()).send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    const body = await Body?.transformToString()
    return { body: body ?? '', versionId: VersionId === 'null' ? undefined : VersionId }
  } catch (error) {
    if (isNamed(error, 'NoSuchKey', 'NotFound')) return 'missing'
    if (isDenied(error)) return 'denied'
    throw ofBucket(error, 's3:GetObject', bucket)
  }
}

/** Write-once: an object of this name is never overwritten, by this call's own condition and by the bucket's policy. */
async function put(
  clients: Clients,
  { bucket, whoPuts }: StoreAccess,
  key: string,
  body: string,
): Promise<{ isNew: boolean; versionId: string | undefined }> {
  const { PutObjectCommand } = await import('@aws-sdk/client-s3')
  const command = new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: 'application/yaml', IfNoneMatch: '*' })
  try {
    const { VersionId } = await (await clients.s3()).send(command)
    return { isNew: true, versionId: VersionId === 'null' ? undefined : VersionId }
  } catch (error) {
    // There already, or being put by another run: of the same content, as the name says and the reader checks.
    if (isNamed(error, 'PreconditionFailed', 'ConditionalRequestConflict')) return { isNew: false, versionId: undefined }
    const told = ofBucket(error, 's3:PutObject', bucket)
    throw told.code === 'ACCESS_DENIED'
      ? new AuditError(told.code, told.message, { remedy: whoPuts, about: told.about, cause: error })
      : told
  }
}

function ofBucket(error: unknown, operation: string, bucket: string): AuditError {
  if (isNamed(error, 'NoSuchBucket'))
    return new AuditError('STACK_UNREADY', `There is no bucket ${bucket} for templates.`, {
      remedy: 'It comes with bootstrap: an administrator runs `mlops-audit deploy --bootstrap`.',
      cause: error,
    })
  return toAuditError(error, { operation, resource: bucket })
}

async function regionOf({ reader, bucket }: StoreAccess): Promise<string> {
  const { GetBucketLocationCommand } = await import('@aws-sdk/client-s3')
  const { LocationConstraint } = await (await reader.s3())
    .send(new GetBucketLocationCommand({ Bucket: bucket }))
    .catch((error: unknown) => Promise.reject(ofBucket(error, 's3:GetBucketLocation', bucket)))
  return bucketRegion(LocationConstraint ?? '')
}

/** us-east-1 has an empty location, and `EU` is what eu-west-1 once was called. */
export function bucketRegion(location: string): string {
  return location === '' ? 'us-east-1' : location === 'EU' ? 'eu-west-1' : location
}

/**
 * Whether a text that CloudFormation gives back is the one it was given. Letter by letter, as two readers of YAML may
 * differ; but for white space at the end, and for letters outside of ASCII, each of which GetTemplate gives back as `?`.
 */
export function isSameText(given: string, back: string): boolean {
  const shape = (text: string) => text.replaceAll(/(?:[^\p{ASCII}]|\?)+/gu, '?').trimEnd()
  return shape(given) === shape(back)
}
