import { AuditError } from '../model/errors.ts'
import type { Partition } from '../model/partition.ts'
import type { ProjectTemplate } from '../model/template.ts'
import type { Clients } from './clients.ts'
import { toAuditError } from './errors.ts'

/** CloudFormation takes this many bytes in a call; larger templates are read from S3. */
const INLINE_LIMIT = 51_200

/** How a template reaches CloudFormation. */
export type TemplateSource = { TemplateBody: string } | { TemplateURL: string }

export interface TemplateUpload {
  clients: Clients
  partition: Partition
  /** Undefined where the config says `template-bucket: false`. */
  bucket: string | undefined
  sha256(text: string): string
}

/**
 * In the call where it fits; through the bucket where it does not; and without its comments where there is no bucket.
 * @throws BAD_CONFIG when it fits nowhere.
 */
export async function templateSource(template: ProjectTemplate, upload: TemplateUpload): Promise<TemplateSource> {
  if (Buffer.byteLength(template.body) <= INLINE_LIMIT) return { TemplateBody: template.body }
  // Bootstrap makes the bucket, so it cannot go through it.
  if (upload.bucket !== undefined && template.name !== 'bootstrap') return { TemplateURL: await uploaded(template, upload.bucket, upload) }
  const compact = JSON.stringify(template.parsed)
  if (Buffer.byteLength(compact) <= INLINE_LIMIT) return { TemplateBody: compact }
  throw new AuditError(
    'BAD_CONFIG',
    `${template.name}.yml has ${Buffer.byteLength(template.body)} bytes; CloudFormation takes ${INLINE_LIMIT} in a call and reads larger templates from S3.`,
    {
      remedy:
        template.name === 'bootstrap'
          ? 'Deploy it with `aws cloudformation deploy --template-file bootstrap.yml --s3-bucket <bucket>`.'
          : 'Set `template-bucket: create` (a bucket of the bootstrap stack) or `template-bucket: { use: <bucket> }`.',
    },
  )
}

/** Uploads under a name made of the content, so that a plan and its deployment share one object. */
async function uploaded(template: ProjectTemplate, bucket: string, upload: TemplateUpload): Promise<string> {
  const { GetBucketLocationCommand, PutObjectCommand } = await import('@aws-sdk/client-s3')
  const key = `mlops-audit/${template.stackName}/${upload.sha256(template.body)}.yml`
  const client = await upload.clients.s3()
  try {
    const { LocationConstraint } = await client.send(new GetBucketLocationCommand({ Bucket: bucket }))
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: template.body, ContentType: 'application/yaml' }))
    return templateUrl({ bucket, key, region: LocationConstraint ?? 'us-east-1', dnsSuffix: upload.partition.dnsSuffix })
  } catch (error) {
    throw toAuditError(error, { operation: 's3:PutObject', resource: `the upload of a template over 51,200 bytes to ${bucket}` })
  }
}

/** us-east-1 has an empty location, and `EU` is what eu-west-1 once was called. A dot in the name would not match the certificate. */
export function templateUrl(at: { bucket: string; key: string; region: string; dnsSuffix: string }): string {
  const region = at.region === '' ? 'us-east-1' : at.region === 'EU' ? 'eu-west-1' : at.region
  const host = `s3.${region}.${at.dnsSuffix}`
  return at.bucket.includes('.') ? `https://${host}/${at.bucket}/${at.key}` : `https://${at.bucket}.${host}/${at.key}`
}
