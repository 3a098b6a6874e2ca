import type { Found } from '../../destroy/found.ts'
import { type Candidate, leftBehind } from '../../destroy/leftovers.ts'
import { all, ask, onlyIn, type Teardown, text, textIn } from './teardown.ts'

/** What the events of a stack's failed creations name, and whether somebody began to use it. */
export interface Leftovers {
  /** Ids of the stacks of that name that never came to be. */
  stackIds: readonly string[]
  candidates: readonly Candidate[]
}

/** Statuses of a stack whose first creation failed; another one is in use. */
const FAILED = ['CREATE_FAILED', 'ROLLBACK_FAILED', 'ROLLBACK_COMPLETE', 'DELETE_FAILED', 'DELETE_COMPLETE']

/** Reads the events of the stacks of a name: of the one that is there, and of those that were deleted in the last ninety days. */
export async function leftoversOf(
  account: Teardown,
  stackName: string,
  region: string,
): Promise<Leftovers & { inUse: string | undefined }> {
  const described = await ask(account, region, 'cloudformation:DescribeStacks', { StackName: stackName }, { resource: stackName })
  const here = described && onlyIn(described, 'Stacks', 'cloudformation:DescribeStacks')
  const deleted = await all(
    account,
    region,
    'cloudformation:ListStacks',
    { StackStatusFilter: ['DELETE_COMPLETE'] },
    { items: 'StackSummaries', token: 'NextToken' },
  )
  const status = here && textIn(here, 'StackStatus', 'cloudformation:DescribeStacks')
  const inUse = status !== undefined && !FAILED.includes(status) ? status : undefined
  const stackIds = [
    ...(here ? [text(here['StackId'])] : []),
    ...deleted.filter((one) => one['StackName'] === stackName).map((one) => text(one['StackId'])),
  ]
  const events = await Promise.all(
    stackIds.map(async (StackName) => {
      const about = { items: 'StackEvents', token: 'NextToken', resource: StackName }
      return all(account, region, 'cloudformation:DescribeStackEvents', { StackName }, about)
    }),
  )
  const candidates = events.flatMap((list, index) =>
    leftBehind(
      list.map((event) => ({
        type: text(event['ResourceType']),
        physicalId: text(event['PhysicalResourceId']),
        status: text(event['ResourceStatus']),
      })),
      stackIds[index] ?? '',
    ),
  )
  return { stackIds, candidates, inUse }
}

/** What shows that a thing was used since: evidence may be in it. Undefined where nothing does. */
export async function useOf(account: Teardown, found: Found): Promise<string | undefined> {
  const { region, name } = found
  switch (found.kind) {
    case 'bucket':
      return found.versions + found.markers > 0 ? `it has ${found.versions + found.markers} versions` : undefined
    case 'trail': {
      const status = await ask(
        account,
        region,
        'cloudtrail:GetTrailStatus',
        { Name: found.arn },
        { resource: name, absent: ['TrailNotFoundException'] },
      )
      return status?.['LatestDeliveryTime'] === undefined ? undefined : 'it has delivered log files'
    }
    case 'log group': {
      const about = { items: 'logStreams', token: 'none', resource: name, absent: ['ResourceNotFoundException'] }
      const streams = await all(account, region, 'logs:DescribeLogStreams', { logGroupName: name, limit: 1 }, about)
      return found.bytes > 0 || streams.length > 0 ? 'it has log streams' : undefined
    }
    case 'key':
      // CloudTrail tries GenerateDataKey when a trail is created; that alone encrypts nothing that is kept.
      return found.lastUsed !== undefined && !found.lastUsed.endsWith(' by GenerateDataKey') ? `it was used: ${found.lastUsed}` : undefined
    default:
      return undefined
  }
}
