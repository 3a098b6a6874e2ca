import type { FoundOf } from '../../destroy/found.ts'
import { ask, call, GONE, type KindOps, listOf, requestsOf, type Teardown, tagsOf, text } from './teardown.ts'

const NO_TRAIL = ['TrailNotFoundException']

interface Trail {
  name: string
  arn: string
  homeRegion: string
  isOrganization: boolean
  bucket: string
  keyId: string
  logGroup: string
}

/** Every trail that shows in the audit region. */
export async function trailsOf(account: Teardown): Promise<Trail[]> {
  const { trailList } = await call(account, account.config.region, 'cloudtrail:DescribeTrails', {})
  return listOf(trailList).map((trail) => ({
    name: text(trail['Name']),
    arn: text(trail['TrailARN']),
    homeRegion: text(trail['HomeRegion']),
    isOrganization: trail['IsOrganizationTrail'] === true,
    bucket: text(trail['S3BucketName']),
    keyId: text(trail['KmsKeyId']),
    logGroup: text(trail['CloudWatchLogsLogGroupArn']).replace(/:\*$/, ''),
  }))
}

/** Our trail by its exact ARN; a trail that the config only uses is another's. */
async function ourTrail(account: Teardown): Promise<{ trail: Trail; tags: Record<string, string> } | undefined> {
  const { audit, region } = account.config
  if (audit.trail !== 'create' && audit.trail !== 'adopt') return undefined
  const trail = (await trailsOf(account)).find(({ arn }) => arn === audit.trailArn)
  if (!trail) return undefined
  const answer = await ask(
    account,
    region,
    'cloudtrail:ListTags',
    { ResourceIdList: [trail.arn] },
    { resource: trail.arn, absent: NO_TRAIL },
  )
  return { trail, tags: tagsOf(listOf(answer?.['ResourceTagList'])[0]?.['TagsList']) }
}

async function deliveryAt(account: Teardown): Promise<FoundOf<'delivery to CloudWatch Logs'> | undefined> {
  const found = await ourTrail(account)
  if (!found || found.trail.logGroup === '') return undefined
  const { name, arn, logGroup } = found.trail
  return { kind: 'delivery to CloudWatch Logs', class: 'audit', name, arn, region: account.config.region, tags: found.tags, logGroup }
}

/** The trail writes to CloudWatch Logs with a role of the audit stack. */
export const deliveries: KindOps<'delivery to CloudWatch Logs'> = {
  find: async (account) => {
    const found = await deliveryAt(account)
    return found ? [found] : []
  },
  again: (account) => deliveryAt(account),
  remove: async (account, { name, arn, region }) => {
    // Both empty takes the delivery away; left out, they would stay.
    const off = { Name: arn, CloudWatchLogsLogGroupArn: '', CloudWatchLogsRoleArn: '' }
    const updated = await ask(account, region, 'cloudtrail:UpdateTrail', off, { resource: name, absent: NO_TRAIL })
    return updated ? { outcome: 'deleted', detail: 'switched off', requestIds: requestsOf(updated) } : GONE
  },
}

async function trailAt(account: Teardown): Promise<FoundOf<'trail'> | undefined> {
  const found = await ourTrail(account)
  if (!found) return undefined
  const { name, arn, homeRegion, isOrganization } = found.trail
  const { region } = account.config
  const status = await ask(account, region, 'cloudtrail:GetTrailStatus', { Name: arn }, { resource: name, absent: NO_TRAIL })
  return {
    kind: 'trail',
    class: 'audit',
    name,
    arn,
    region,
    tags: found.tags,
    homeRegion,
    isOrganization,
    isLogging: status?.['IsLogging'] === true,
  }
}

export const trails: KindOps<'trail'> = {
  find: async (account) => {
    const found = await trailAt(account)
    return found ? [found] : []
  },
  again: (account) => trailAt(account),
  remove: async (account, { name, arn, region }) => {
    const deleted = await ask(account, region, 'cloudtrail:DeleteTrail', { Name: arn }, { resource: name, absent: NO_TRAIL })
    return deleted ? { outcome: 'deleted', detail: 'deleted; this was its last event', requestIds: requestsOf(deleted) } : GONE
  },
}
