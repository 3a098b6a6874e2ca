import type { Clients } from './clients.ts'
import { isNamed, toAuditError } from './errors.ts'

/** Where a bucket lies; undefined where there is none. S3 names us-east-1 with nothing, and eu-west-1 as `EU` in old buckets. */
export async function bucketRegion(clients: Clients, bucket: string): Promise<string | undefined> {
  const { GetBucketLocationCommand } = await import('@aws-sdk/client-s3')
  try {
    const { LocationConstraint } = await (await clients.s3()).send(new GetBucketLocationCommand({ Bucket: bucket }))
    const name: string = LocationConstraint ?? ''
    return name === '' ? 'us-east-1' : name === 'EU' ? 'eu-west-1' : name
  } catch (error) {
    if (isNamed(error, 'NoSuchBucket')) return undefined
    throw toAuditError(error, { operation: 's3:GetBucketLocation', resource: bucket })
  }
}
