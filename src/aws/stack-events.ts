import type { CloudFormationClient, StackEvent } from '@aws-sdk/client-cloudformation'
import type { FailureCause } from '../model/plan.ts'

/** All events of a stack since a moment, oldest first. */
export async function eventsSince(
  client: CloudFormationClient,
  stackName: string,
  since: Date,
  seen: ReadonlySet<string>,
): Promise<StackEvent[]> {
  const { DescribeStackEventsCommand } = await import('@aws-sdk/client-cloudformation')
  const events: StackEvent[] = []
  let nextToken: string | undefined
  do {
    const page = await client.send(new DescribeStackEventsCommand({ StackName: stackName, NextToken: nextToken }))
    const fresh = (page.StackEvents ?? []).filter((event) => (event.Timestamp ?? since) >= since && !seen.has(event.EventId ?? ''))
    events.push(...fresh)
    // Newest first: the first page with something known ends the search.
    nextToken = fresh.length === (page.StackEvents ?? []).length ? page.NextToken : undefined
  } while (nextToken)
  return events.reverse()
}

/** The first failure that is not a consequence of another one. */
export function firstCause(events: readonly StackEvent[]): FailureCause | undefined {
  const failed = events.filter((event) => event.ResourceStatus?.endsWith('_FAILED') && event.ResourceType !== 'AWS::CloudFormation::Stack')
  const cause = failed.find((event) => !/cancelled/i.test(event.ResourceStatusReason ?? '')) ?? failed[0]
  if (!cause) return undefined
  const reason = cause.ResourceStatusReason ?? 'no reason given'
  return {
    logicalId: cause.LogicalResourceId ?? '?',
    type: cause.ResourceType ?? '?',
    reason,
    hint: hintFor(cause.ResourceType ?? '', reason),
  }
}

/** AWS words these opaquely; each row is a message practitioners were stuck on. */
const HINTS: readonly { type: RegExp; reason: RegExp; hint: string }[] = [
  {
    type: /CloudTrail/,
    reason: /Insufficient permissions to access S3 bucket or KMS key/,
    hint: 'CloudTrail says this for every mistake in the key policy too: compare kms:GenerateDataKey* and its aws:SourceArn with the trail name.',
  },
  {
    type: /CloudTrail/,
    reason: /Incorrect S3 bucket policy/,
    hint: 'The bucket policy must allow s3:GetBucketAcl and s3:PutObject to CloudTrail for exactly this trail name and prefix.',
  },
  {
    type: /CloudTrail/,
    reason: /Access denied.*CloudWatch Logs|role/i,
    hint: 'The role CloudTrail uses for CloudWatch Logs may be seconds old: run again.',
  },
  {
    type: /CloudTrail/,
    reason: /already has \d+ trails|MaximumNumberOfTrails/,
    hint: 'A region holds five trails, not raisable. Remove one, or use an existing one.',
  },
  {
    type: /IAM::Role/,
    reason: /already exists/,
    hint: 'Role names are global in the account. Set another name under `names:`, or delete the role that stands outside this stack.',
  },
  {
    type: /IAM::Role/,
    reason: /permissions boundary|NoSuchEntity|not attachable/i,
    hint: 'The workload boundary comes from the bootstrap stack: have an administrator deploy bootstrap first.',
  },
  {
    type: /S3::Bucket/,
    reason: /already exists|BucketAlreadyOwnedByYou/,
    hint: 'Bucket names are global. If a failed create left it behind, delete it when empty; else set `names.log-bucket`.',
  },
  { type: /KMS::Alias/, reason: /already exists/, hint: 'Another key has the alias. Set `names.key-alias`, or delete the alias.' },
  {
    type: /./,
    reason: /is not authorized to perform|AccessDenied|not authorized/i,
    hint: 'The deploy role lacks this right, or its boundary denies it: have an administrator deploy the current bootstrap.',
  },
]

function hintFor(type: string, reason: string): string | undefined {
  return HINTS.find((row) => row.type.test(type) && row.reason.test(reason))?.hint
}
