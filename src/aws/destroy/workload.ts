import type { Found, FoundOf } from '../../destroy/found.ts'
import { all, ask, call, GONE, isError, type KindOps, requestsOf, type Teardown, tagsOf, text, timeOf, waitUntil } from './teardown.ts'

const jobs = 'training job'

async function tagsAt(account: Teardown, region: string, arn: string): Promise<Record<string, string>> {
  const tags = await all(account, region, 'sagemaker:ListTags', { ResourceArn: arn }, { items: 'Tags', token: 'NextToken', resource: arn })
  return tagsOf(tags)
}

async function jobAt(account: Teardown, name: string): Promise<FoundOf<'training job'> | undefined> {
  const { workloadRegion: region } = account.config
  const job = await ask(account, region, 'sagemaker:DescribeTrainingJob', { TrainingJobName: name }, { resource: name })
  if (!job) return undefined
  const arn = text(job['TrainingJobArn'])
  const tags = await tagsAt(account, region, arn)
  return {
    kind: jobs,
    class: 'workload',
    name,
    arn,
    region,
    tags,
    created: timeOf(job['CreationTime']),
    status: text(job['TrainingJobStatus']),
  }
}

/** Training jobs in progress whose name contains what the config says. */
export const trainingJobs: KindOps<'training job'> = {
  find: async (account) => {
    const names = await namesContaining(account, {
      operation: 'sagemaker:ListTrainingJobs',
      parameters: { StatusEquals: 'InProgress' },
      items: 'TrainingJobSummaries',
      name: 'TrainingJobName',
    })
    return (await Promise.all(names.map((name) => jobAt(account, name)))).filter((job) => job !== undefined)
  },
  again: (account, { name }) => jobAt(account, name),
  remove: async (account, { name, region }) => {
    const stopped = await call(account, region, 'sagemaker:StopTrainingJob', { TrainingJobName: name }, { resource: name })
    let status = 'Stopping'
    const ended = await waitUntil(account, async () => {
      status = (await jobAt(account, name))?.status ?? 'gone'
      return !['InProgress', 'Stopping'].includes(status)
    })
    const requestIds = requestsOf(stopped)
    return ended
      ? { outcome: 'deleted', detail: `stopped; it is ${status}`, requestIds }
      : { outcome: 'left', detail: `it is still ${status}`, requestIds, remedy: 'Run again when it has stopped.' }
  },
}

async function endpointAt(account: Teardown, name: string): Promise<FoundOf<'endpoint'> | undefined> {
  const { workloadRegion: region } = account.config
  const found = await ask(account, region, 'sagemaker:DescribeEndpoint', { EndpointName: name }, { resource: name })
  if (!found) return undefined
  const arn = text(found['EndpointArn'])
  return {
    kind: 'endpoint',
    class: 'workload',
    name,
    arn,
    region,
    tags: await tagsAt(account, region, arn),
    created: timeOf(found['CreationTime']),
    status: text(found['EndpointStatus']),
    reason: text(found['FailureReason']) || undefined,
  }
}

/** Endpoints whose name contains what the config says; only failed ones go. */
export const endpoints: KindOps<'endpoint'> = {
  find: async (account) => {
    const names = await namesContaining(account, {
      operation: 'sagemaker:ListEndpoints',
      parameters: {},
      items: 'Endpoints',
      name: 'EndpointName',
    })
    return (await Promise.all(names.map((name) => endpointAt(account, name)))).filter((one) => one !== undefined)
  },
  again: (account, { name }) => endpointAt(account, name),
  remove: async (account, { name, region }) => {
    const deleted = await ask(account, region, 'sagemaker:DeleteEndpoint', { EndpointName: name }, { resource: name })
    if (!deleted) return GONE
    const isGone = await waitUntil(account, async () => (await endpointAt(account, name)) === undefined)
    const requestIds = requestsOf(deleted)
    return isGone
      ? { outcome: 'deleted', detail: 'deleted', requestIds }
      : {
          outcome: 'left',
          detail: 'its deletion has not ended',
          requestIds,
          remedy: 'Deleting an endpoint needs its execution role. Run again.',
        }
  },
}

interface Listing {
  operation: string
  parameters: Readonly<Record<string, unknown>>
  items: string
  name: string
}

/** Each name once, though it may contain several of the texts. */
async function namesContaining(account: Teardown, { operation, parameters, items, name }: Listing): Promise<string[]> {
  const { cleanUp, workloadRegion } = account.config
  const found = new Set<string>()
  for (const NameContains of cleanUp.nameContains) {
    const page = await all(
      account,
      workloadRegion,
      operation,
      { ...parameters, NameContains, MaxResults: 100 },
      { items, token: 'NextToken' },
    )
    for (const item of page) found.add(text(item[name]))
  }
  return [...found]
}

async function packageAt(account: Teardown, arn: string): Promise<Found | undefined> {
  const { workloadRegion: region } = account.config
  const found = await ask(account, region, 'sagemaker:DescribeModelPackage', { ModelPackageName: arn }, { resource: arn })
  if (!found) return undefined
  const group = text(found['ModelPackageGroupName'])
  return {
    kind: 'model package',
    class: 'workload',
    name: `${group}/${String(found['ModelPackageVersion'])}`,
    arn,
    region,
    tags: await tagsAt(account, region, arn),
    created: timeOf(found['CreationTime']),
    approval: text(found['ModelApprovalStatus']),
    group,
  }
}

/** Model packages of the named groups. */
export const modelPackages: KindOps<'model package'> = {
  find: async (account) => {
    const { cleanUp, workloadRegion: region } = account.config
    const found: (Found | undefined)[] = []
    for (const group of cleanUp.modelPackageGroups) {
      const listed = await all(
        account,
        region,
        'sagemaker:ListModelPackages',
        { ModelPackageGroupName: group, MaxResults: 100 },
        { items: 'ModelPackageSummaryList', token: 'NextToken', resource: group },
      )
      found.push(...(await Promise.all(listed.map((one) => packageAt(account, text(one['ModelPackageArn']))))))
    }
    return found.filter((one) => one !== undefined)
  },
  again: (account, { arn }) => packageAt(account, arn),
  remove: async (account, { arn, region }) => {
    const deleted = await ask(account, region, 'sagemaker:DeleteModelPackage', { ModelPackageName: arn }, { resource: arn }).catch(
      (error: unknown) => {
        if (isError(error, 'ConflictException')) return undefined
        throw error
      },
    )
    if (!deleted && (await packageAt(account, arn)))
      return { outcome: 'left', detail: 'something else changes it right now', requestIds: [], remedy: 'Run again.' }
    return deleted ? { outcome: 'deleted', detail: 'deleted', requestIds: requestsOf(deleted) } : GONE
  },
}
