/**
 * The member that AWS's answer to an operation always has, empty lists included. Without it the answer is a page of somebody else, of which
 * an SDK makes an empty one: no stacks, no subscriptions, nobody's deed. The table of reads holds its answers against whole shapes; these
 * are of calls beside it, and what is decided from them.
 */
export const ALWAYS: Readonly<Record<string, string>> = {
  AssumeRole: 'Credentials',
  AssumeRoleWithWebIdentity: 'Credentials',
  CreateChangeSet: 'Id',
  DescribeChangeSet: 'Status',
  DescribeConfigurationRecorders: 'ConfigurationRecorders',
  DescribeEvents: 'OperationEvents',
  DescribeKey: 'KeyMetadata',
  DescribeOrganization: 'Organization',
  DescribeStackEvents: 'StackEvents',
  DescribeStackResources: 'StackResources',
  DescribeStacks: 'Stacks',
  DescribeTrails: 'trailList',
  GetBucketPolicy: 'Policy',
  GetBucketReplication: 'ReplicationConfiguration',
  GetCallerIdentity: 'Arn',
  GetCostAndUsage: 'ResultsByTime',
  GetKeyPolicy: 'Policy',
  GetMetricStatistics: 'Datapoints',
  GetOpenIDConnectProvider: 'Url',
  GetRole: 'Role',
  HeadObject: 'ETag',
  ListChangeSets: 'Summaries',
  ListCostAllocationTags: 'CostAllocationTags',
  // Its list is left out when it is empty; the count is not.
  ListObjectsV2: 'KeyCount',
  // Its lists are left out when they are empty; whose they are is not.
  ListObjectVersions: 'Name',
  ListPublicKeys: 'PublicKeyList',
  ListStackResources: 'StackResourceSummaries',
  ListSubscriptionsByTopic: 'Subscriptions',
  LookupEvents: 'Events',
  UpdateStack: 'StackId',
}

/** @throws SyntaxError, as the SDK does of what it cannot read */
export function holdWhole(operation: string, answer: unknown): void {
  const member = Object.hasOwn(ALWAYS, operation) ? ALWAYS[operation] : undefined
  if (member === undefined) return
  const found = typeof answer === 'object' && answer !== null && Object.hasOwn(answer, member) ? Reflect.get(answer, member) : undefined
  if (found === undefined || found === null || found === '') throw new SyntaxError(`the answer has no ${member}`)
}
