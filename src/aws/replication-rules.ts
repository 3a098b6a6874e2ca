import type { Clients } from './clients.ts'
import { isNamed, problemOf, toAuditError } from './errors.ts'

interface ReplicationRule {
  prefix: string
  /** ARN of the bucket it copies to. */
  bucket: string
}

/** The rules by which a bucket is replicated, or why they could not be read. @throws AWS_CALL_FAILED */
export async function replicationRules(clients: Clients, bucket: string): Promise<{ rules: ReplicationRule[] } | { why: string }> {
  const { GetBucketReplicationCommand } = await import('@aws-sdk/client-s3')
  try {
    const { ReplicationConfiguration } = await (await clients.s3()).send(new GetBucketReplicationCommand({ Bucket: bucket }))
    const rules = ReplicationConfiguration?.Rules ?? []
    return {
      // A rule that asks for tags too covers no prefix.
      rules: rules
        .filter(({ Status, Filter }) => Status === 'Enabled' && !Filter?.And && !Filter?.Tag)
        .map(({ Filter, Prefix, Destination }) => ({ prefix: Filter?.Prefix ?? Prefix ?? '', bucket: Destination?.Bucket ?? '' })),
    }
  } catch (error) {
    if (isNamed(error, 'ReplicationConfigurationNotFoundError')) return { rules: [] }
    const told = toAuditError(error, {
      operation: 's3:GetBucketReplication',
      action: 's3:GetReplicationConfiguration',
      resource: bucket,
    })
    if (problemOf(error) === 'denied') return { why: told.message }
    throw told
  }
}
