import type { Body } from '../../aws/call.ts'
import { AwsError } from '../../aws/error.ts'
import { named, type Properties, type Provision, type ResourceType, syncTags, tagsIn, unlessGone } from './type.ts'

const logs = (at: Provision, operation: string, parameters: Body) => at.call('logs', operation, parameters)
const tagMap = (tags: readonly { Key: string; Value: string }[]) => Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]))
const arnOf = ({ partition, region, account }: Provision, name: string) => `arn:${partition}:logs:${region}:${account}:log-group:${name}`

async function createGroup(properties: Properties, at: Provision): Promise<string> {
  const logGroupName = named(properties, 'LogGroupName', at, 512)
  await logs(at, 'CreateLogGroup', {
    logGroupName,
    kmsKeyId: properties['KmsKeyId'],
    logGroupClass: properties['LogGroupClass'],
    tags: tagMap(tagsIn(properties)),
  })
  at.claim(logGroupName)
  await retain(logGroupName, properties, at)
  return logGroupName
}

async function retain(logGroupName: string, properties: Properties, at: Provision): Promise<void> {
  if (properties['RetentionInDays'] !== undefined)
    await logs(at, 'PutRetentionPolicy', { logGroupName, retentionInDays: Number(properties['RetentionInDays']) })
}

async function updateGroup(logGroupName: string, properties: Properties, at: Provision, before: Properties): Promise<void> {
  if (properties['RetentionInDays'] === undefined && before['RetentionInDays'] !== undefined)
    await logs(at, 'DeleteRetentionPolicy', { logGroupName })
  await retain(logGroupName, properties, at)
  if (properties['KmsKeyId'] !== undefined) await logs(at, 'AssociateKmsKey', { logGroupName, kmsKeyId: properties['KmsKeyId'] })
  else if (before['KmsKeyId'] !== undefined) await logs(at, 'DisassociateKmsKey', { logGroupName })
  const resourceArn = arnOf(at, logGroupName)
  await syncTags(before, properties, {
    tag: (tags) => logs(at, 'TagResource', { resourceArn, tags: tagMap(tags) }),
    untag: (tagKeys) => logs(at, 'UntagResource', { resourceArn, tagKeys }),
  })
}

async function readGroup(name: string, _: Properties, at: Provision): Promise<Properties | undefined> {
  const { logGroups = [] } = (await logs(at, 'DescribeLogGroups', { logGroupNamePrefix: name })) as {
    logGroups?: { logGroupName: string; retentionInDays?: number }[]
  }
  const group = logGroups.find(({ logGroupName }) => logGroupName === name)
  return group && { RetentionInDays: group.retentionInDays }
}

const filterOf = ({ FilterPattern, MetricTransformations }: Properties) => ({
  filterPattern: FilterPattern,
  metricTransformations: (MetricTransformations as Properties[]).map(({ MetricNamespace, MetricName, MetricValue, DefaultValue }) => ({
    metricNamespace: MetricNamespace,
    metricName: MetricName,
    metricValue: String(MetricValue),
    defaultValue: DefaultValue === undefined ? undefined : Number(DefaultValue),
  })),
})

async function findFilter(filterName: string, { LogGroupName }: Properties, at: Provision): Promise<Body | undefined> {
  const found = await unlessGone(logs(at, 'DescribeMetricFilters', { logGroupName: LogGroupName, filterNamePrefix: filterName }))
  return ((found?.['metricFilters'] ?? []) as Body[]).find((filter) => filter['filterName'] === filterName)
}

export const LOGS_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::Logs::LogGroup': {
    properties: ['LogGroupName', 'LogGroupClass', 'RetentionInDays', 'KmsKeyId', 'Tags'],
    createOnly: ['LogGroupName'],
    identifier: 'LogGroupName',
    create: createGroup,
    update: updateGroup,
    delete: async (logGroupName, _, at) => void (await unlessGone(logs(at, 'DeleteLogGroup', { logGroupName }))),
    read: readGroup,
  },
  'AWS::Logs::MetricFilter': {
    properties: ['LogGroupName', 'FilterName', 'FilterPattern', 'MetricTransformations'],
    createOnly: ['LogGroupName', 'FilterName'],
    create: async (properties, at) => {
      const filterName = named(properties, 'FilterName', at, 512)
      if (await findFilter(filterName, properties, at))
        throw new AwsError('AlreadyExists', `${filterName} already exists in ${String(properties['LogGroupName'])}`, 409)
      await logs(at, 'PutMetricFilter', { logGroupName: properties['LogGroupName'], filterName, ...filterOf(properties) })
      at.claim(filterName)
      return filterName
    },
    update: async (filterName, properties, at) =>
      void (await logs(at, 'PutMetricFilter', { logGroupName: properties['LogGroupName'], filterName, ...filterOf(properties) })),
    delete: async (filterName, { LogGroupName }, at) =>
      void (await unlessGone(logs(at, 'DeleteMetricFilter', { logGroupName: LogGroupName, filterName }))),
    read: async (filterName, properties, at) => {
      const filter = await findFilter(filterName, properties, at)
      return filter && { FilterPattern: filter['filterPattern'] }
    },
  },
}
