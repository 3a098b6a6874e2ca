import { bucketRegion } from '../aws/locations.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import { apartNotices, bucketsToLocate, type LocatedBucket } from '../money/apart.ts'
import type { Session } from './session.ts'

/** Whether data, compute, logs and keys lie where they can be used together; what could not be read is said, and is not in order. */
export async function regionNotices({ clients }: Pick<Session, 'clients'>, config: Config): Promise<string[]> {
  const looked = await Promise.all(bucketsToLocate(config).map((bucket) => locate(bucket)))
  const located = looked.flatMap((one) => (typeof one === 'object' ? [one] : []))
  return [...apartNotices(config, located), ...looked.flatMap((one) => (typeof one === 'string' ? [one] : []))]

  async function locate(bucket: string): Promise<LocatedBucket | string | undefined> {
    try {
      const region = await bucketRegion(clients, bucket)
      // A bucket that is not there yet is nowhere.
      return region === undefined ? undefined : { bucket, region }
    } catch (error) {
      if (!(error instanceof AuditError)) throw error
      return `Where ${bucket} lies could not be read, so that it may lie apart from SageMaker: ${error.message}`
    }
  }
}
