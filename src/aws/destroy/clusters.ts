import type { Found, FoundOf } from '../../destroy/found.ts'
import { all, ask, call, GONE, type KindOps, objectIn, requestsOf, type Teardown, tagsOf, text, timeOf, waitUntil } from './teardown.ts'

const ADD_ON = 'amazon-cloudwatch-observability'
const NO_CLUSTER = ['ResourceNotFoundException']

/** CloudWatch's add-on of the named clusters. */
export const addOns: KindOps<'add-on'> = {
  find: async (account) =>
    (await Promise.all(account.config.cleanUp.clusters.map((name) => addOnOf(account, name)))).filter((one) => one !== undefined),
  again: (account, { cluster }) => addOnOf(account, cluster),
  remove: async (account, { cluster, region, name }) => {
    const about = { resource: name, absent: NO_CLUSTER }
    const deleted = await ask(account, region, 'eks:DeleteAddon', { clusterName: cluster, addonName: ADD_ON }, about)
    if (!deleted) return GONE
    let status = 'DELETING'
    const isGone = await waitUntil(account, async () => {
      const now = await addOnOf(account, cluster)
      status = now?.status ?? 'gone'
      return now === undefined || status === 'DELETE_FAILED'
    })
    const requestIds = requestsOf(deleted)
    if (isGone && status === 'gone') return { outcome: 'deleted', detail: 'deleted', requestIds }
    return {
      outcome: 'left',
      detail: `it is ${status}`,
      requestIds,
      remedy: `See \`aws eks describe-addon --cluster-name ${cluster} --addon-name ${ADD_ON}\`, and run again.`,
    }
  },
}

async function addOnOf(account: Teardown, cluster: string): Promise<FoundOf<'add-on'> | undefined> {
  const { workloadRegion: region } = account.config
  const answer = await ask(
    account,
    region,
    'eks:DescribeAddon',
    { clusterName: cluster, addonName: ADD_ON },
    { resource: cluster, absent: NO_CLUSTER },
  )
  if (!answer) return undefined
  const addon = objectIn(answer, 'addon', 'eks:DescribeAddon')
  return {
    kind: 'add-on',
    class: 'workload',
    name: `${cluster}/${ADD_ON}`,
    arn: text(addon['addonArn']),
    region,
    tags: tagsOf(addon['tags']),
    created: timeOf(addon['createdAt']),
    cluster,
    status: text(addon['status']),
  }
}

/** What Container Insights writes. Source: CloudWatch User Guide, "Container Insights log groups". */
const INSIGHTS = ['application', 'dataplane', 'host', 'performance']

/** Log groups of Container Insights of the named clusters. */
export const insightsLogGroups: KindOps<'insights log group'> = {
  find: async (account) => {
    const names = account.config.cleanUp.clusters.flatMap((cluster) => INSIGHTS.map((kind) => `/aws/containerinsights/${cluster}/${kind}`))
    const found = await Promise.all(names.map((name) => logGroupAt(account, account.config.workloadRegion, name)))
    return found.flatMap((one): Found[] => (one ? [{ ...one, kind: 'insights log group', class: 'workload', writers: [] }] : []))
  },
  again: async (account, { name, region }) => {
    const now = await logGroupAt(account, region, name)
    return now && { ...now, kind: 'insights log group', class: 'workload', writers: [] }
  },
  remove: (account, found) => removeLogGroup(account, found),
}

type LogGroup = Pick<FoundOf<'log group'>, 'name' | 'arn' | 'region' | 'tags' | 'created' | 'bytes' | 'isProtected'>

/** A log group by its whole name: a listing by prefix has others too. */
async function logGroupAt(account: Teardown, region: string, name: string): Promise<LogGroup | undefined> {
  const about = { items: 'logGroups', token: 'nextToken', resource: name }
  const groups = await all(account, region, 'logs:DescribeLogGroups', { logGroupNamePrefix: name }, about)
  const group = groups.find(({ logGroupName }) => logGroupName === name)
  if (!group) return undefined
  const arn = text(group['arn']).replace(/:\*$/, '')
  const tags = await ask(account, region, 'logs:ListTagsForResource', { resourceArn: arn }, { resource: name, absent: NO_CLUSTER })
  return {
    name,
    arn,
    region,
    tags: tagsOf(tags?.['tags']),
    created: timeOf(group['creationTime']),
    bytes: Number(group['storedBytes'] ?? 0),
    isProtected: group['deletionProtectionEnabled'] === true,
  }
}

async function removeLogGroup(account: Teardown, { name, region }: { name: string; region: string }) {
  const deleted = await ask(account, region, 'logs:DeleteLogGroup', { logGroupName: name }, { resource: name, absent: NO_CLUSTER })
  return deleted ? { outcome: 'deleted' as const, detail: 'deleted with its streams', requestIds: requestsOf(deleted) } : GONE
}

/** The audit's log group; who writes to it is seen at the trails. */
export const logGroups: KindOps<'log group'> = {
  find: async (account) => {
    const one = await auditLogGroup(account)
    return one ? [one] : []
  },
  again: (account) => auditLogGroup(account),
  remove: (account, found) => removeLogGroup(account, found),
}

async function auditLogGroup(account: Teardown): Promise<FoundOf<'log group'> | undefined> {
  const { audit, names, region } = account.config
  if (audit.logGroup !== 'create' && audit.logGroup !== 'adopt') return undefined
  const group = await logGroupAt(account, region, names.logGroup)
  if (!group) return undefined
  const { trailList } = await call(account, region, 'cloudtrail:DescribeTrails', {})
  const writers = (Array.isArray(trailList) ? trailList : [])
    .filter((trail) => text(trail.CloudWatchLogsLogGroupArn).replace(/:\*$/, '') === group.arn)
    .map((trail) => `the trail ${text(trail.Name)}`)
  return { ...group, kind: 'log group', class: 'logs', writers }
}
