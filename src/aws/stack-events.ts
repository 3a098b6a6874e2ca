import type { CloudFormationClient, StackEvent } from '@aws-sdk/client-cloudformation'
import type { Position } from '../model/errors.ts'
import type { FailureCause } from '../model/plan.ts'
import { isStackMissing, toAuditError } from './errors.ts'

/**
 * The events of a stack and of those nested in it, each once, oldest first. A nested stack's resources are named
 * `Nested/Resource`.
 */
export class EventStream {
  readonly #client: CloudFormationClient
  readonly #since: Date
  readonly #seen = new Set<string>()
  /** Stacks that are read, with what stands before their resources' names. */
  readonly #stacks: Map<string, string>
  #ahead: StackEvent[] = []

  private constructor(client: CloudFormationClient, stackName: string, since: Date) {
    this.#client = client
    this.#since = since
    this.#stacks = new Map([[stackName, '']])
  }

  /** What is there already is not shown. Events before `since` are not read. */
  static async open(client: CloudFormationClient, stackName: string, since: Date): Promise<EventStream> {
    const stream = new EventStream(client, stackName, since)
    await stream.next()
    return stream
  }

  /** What came since the last call. */
  async next(): Promise<StackEvent[]> {
    const events = this.#ahead
    this.#ahead = []
    // A nested stack becomes known by its parent's events, and is read in the same round.
    for (const [stack, prefix] of this.#stacks) events.push(...(await this.#eventsOf(stack, prefix)))
    if (this.#stacks.size > 1) events.sort((a, b) => (a.Timestamp?.getTime() ?? 0) - (b.Timestamp?.getTime() ?? 0))
    return events
  }

  /** Whether an operation with this token has begun. The events are kept for `next`. */
  async hasToken(token: string): Promise<boolean> {
    this.#ahead = await this.next()
    return this.#ahead.some((event) => event.ClientRequestToken === token)
  }

  async #eventsOf(stack: string, prefix: string): Promise<StackEvent[]> {
    const { DescribeStackEventsCommand } = await import('@aws-sdk/client-cloudformation')
    const events: StackEvent[] = []
    let NextToken: string | undefined
    do {
      const page = await this.#client.send(new DescribeStackEventsCommand({ StackName: stack, NextToken })).catch((error: unknown) => {
        if (isStackMissing(error)) return undefined
        throw toAuditError(error, { operation: 'cloudformation:DescribeStackEvents', resource: stack })
      })
      const all = page?.StackEvents ?? []
      const fresh = all.filter((event) => (event.Timestamp ?? this.#since) >= this.#since && !this.#seen.has(event.EventId ?? ''))
      for (const event of fresh) {
        this.#seen.add(event.EventId ?? '')
        this.#follow(event, prefix)
        events.push(prefix === '' ? event : { ...event, LogicalResourceId: `${prefix}${event.LogicalResourceId}` })
      }
      // Newest first: the first page with something known ends the search.
      NextToken = fresh.length === all.length ? page?.NextToken : undefined
    } while (NextToken)
    return events.reverse()
  }

  #follow({ ResourceType, PhysicalResourceId = '', StackId, LogicalResourceId }: StackEvent, prefix: string): void {
    const isNested =
      ResourceType === 'AWS::CloudFormation::Stack' && PhysicalResourceId.startsWith('arn:') && PhysicalResourceId !== StackId
    if (isNested && !this.#stacks.has(PhysicalResourceId)) this.#stacks.set(PhysicalResourceId, `${prefix}${LogicalResourceId}/`)
  }
}

/** The first failure that is not a consequence of another one. */
export function firstCause(events: readonly StackEvent[], positionOf: (pointer: string) => Position): FailureCause | undefined {
  const failed = events.filter((event) => event.ResourceStatus?.endsWith('_FAILED') && event.ResourceType !== 'AWS::CloudFormation::Stack')
  const cause = failed.find((event) => !/cancelled/i.test(event.ResourceStatusReason ?? '')) ?? failed[0]
  if (!cause) return undefined
  const reason = cause.ResourceStatusReason ?? 'no reason given'
  const logicalId = cause.LogicalResourceId ?? '?'
  return {
    logicalId,
    type: cause.ResourceType ?? '?',
    reason,
    hint: hintFor(cause.ResourceType ?? '', reason),
    position: logicalId.includes('/') ? undefined : positionOf(`/Resources/${logicalId}`),
  }
}

/** A resource that a stack gave up without deleting it: it stays in the account, and belongs to nobody. */
export interface Leftover {
  logicalId: string
  type: string
  physicalId: string
  reason: string
}

/**
 * What could not be deleted at the end of an operation. CloudFormation tries three times, lets go of the resource and calls the
 * operation complete all the same. Source: knowledge center, "stack stuck in …_CLEANUP_IN_PROGRESS".
 */
export function leftovers(events: readonly StackEvent[]): Leftover[] {
  const last = new Map<string, StackEvent>()
  for (const event of events) if (event.PhysicalResourceId) last.set(`${event.LogicalResourceId} ${event.PhysicalResourceId}`, event)
  return [...last.values()].flatMap(({ ResourceStatus, LogicalResourceId, PhysicalResourceId, ResourceType, ResourceStatusReason }) =>
    ResourceStatus === 'DELETE_FAILED' && ResourceType !== 'AWS::CloudFormation::Stack'
      ? [
          {
            logicalId: LogicalResourceId ?? '?',
            type: ResourceType ?? '?',
            physicalId: PhysicalResourceId ?? '?',
            reason: ResourceStatusReason ?? 'no reason given',
          },
        ]
      : [],
  )
}

/** `NewTopic (AWS::SNS::Topic, arn:…): why`. */
export function leftoverText(left: readonly Leftover[]): string {
  return left.map(({ logicalId, type, physicalId, reason }) => `${logicalId} (${type}, ${physicalId}): ${reason}`).join('; ')
}

/** AWS words these opaquely; each row is a message practitioners were stuck on. */
const HINTS: readonly { type: RegExp; reason: RegExp; hint: string }[] = [
  {
    type: /CloudTrail/,
    // It names both: `… S3 bucket acme-logs or KMS key arn:…`.
    reason: /Insufficient permissions to access S3 bucket .*\bor KMS key/,
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
    type: /CloudTrail/,
    reason: /InsufficientEncryptionPolicy|KmsKeyDisabled|KmsKeyNotFound|KMS.*(?:disabled|pending deletion)/i,
    hint: 'CloudTrail cannot use the key: it must be enabled, in the region of the bucket, and its policy must allow CloudTrail for exactly this trail name.',
  },
  {
    type: /CloudTrail/,
    reason: /S3BucketDoesNotExist|does not exist.*bucket|PermanentRedirect/i,
    hint: 'The bucket must be there before the trail, in a region CloudTrail can reach; with `use`, compare its name and region.',
  },
  {
    type: /CloudTrail/,
    reason: /CloudWatchLogs.*(?:InvalidParameter|log group)|Cannot validate CloudWatch Logs/i,
    hint: 'The log group must be there, in this region, and named with `:*` at the end; its key must let CloudWatch Logs use it.',
  },
  {
    type: /Logs::LogGroup/,
    reason: /kms|AssociateKmsKey/i,
    hint: 'The key policy must let logs.<region> use it with kms:EncryptionContext:aws:logs:arn of exactly this log group.',
  },
  {
    type: /KMS::Key/,
    reason: /MalformedPolicyDocument|policy contains.*(?:invalid|statement).*principal|locked out|lockout/i,
    hint: 'A principal of the key policy does not exist (yet), or nobody could administer the key any more: see `audit.key.administrators`.',
  },
  {
    type: /IAM::|S3::BucketPolicy|SNS::/,
    reason: /Invalid principal|MalformedPolicy/i,
    hint: 'A role or user that a policy names does not exist: it was deleted, or is created by a stack that is deployed later.',
  },
  {
    type: /IAM::/,
    reason: /LimitExceeded|ACLSizePerRole|[Qq]uota/,
    hint: 'A trust policy has at most 2,048 characters by default: shorten branches and environments, or use one form of `github.subject`; or ask AWS for more.',
  },
  {
    type: /IAM::OIDCProvider/,
    reason: /already exists|EntityAlreadyExists/,
    hint: 'An account has one provider per issuer: `github.oidc-provider: { use: <arn> }` refers to it.',
  },
  {
    type: /Config::/,
    reason: /NoAvailableConfigurationRecorder|MaxNumberOf/,
    hint: 'A region has one recorder: `audit.config.recorder: create` makes it, `existing` uses the one that is there.',
  },
  {
    type: /./,
    reason: /is not authorized to perform|AccessDenied|not authorized/i,
    hint: 'The deploy role lacks this right, or its boundary denies it: have an administrator deploy the current bootstrap.',
  },
]

function hintFor(type: string, reason: string): string | undefined {
  return HINTS.find((row) => row.type.test(type) && row.reason.test(reason))?.hint
}
