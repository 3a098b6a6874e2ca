import { type Bucket, currentOf, noSuchKey, type S3Request, s3Error, type Version } from './state.ts'

const failed = () => s3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412)

/** Conditional writes. Source: S3 User Guide, "How to prevent object overwrites with conditional writes". */
export function checkConditions(bucket: Bucket, key: string, headers: S3Request['headers']): void {
  const current = currentOf(bucket, key)
  if (headers['if-none-match'] === '*' && current) throw failed()
  if (headers['if-none-match'] !== undefined && headers['if-none-match'] !== '*')
    throw s3Error('NotImplemented', 'A header you provided implies functionality that is not implemented', 501)
  if (headers['if-match'] === undefined) return
  if (!current) throw noSuchKey()
  if (headers['if-match'] !== current.etag) throw failed()
}

/** A copy of what the caller means, and of nothing that came since. */
export function checkCopySource(source: Version, headers: S3Request['headers']): void {
  const wanted = headers['x-amz-copy-source-if-match']
  if (wanted !== undefined && wanted !== source.etag) throw failed()
}
