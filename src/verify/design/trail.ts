import { type Evidence, mapEvidence, pickEvidence } from '../../model/evidence.ts'
import type { EventSelectors } from '../../model/facts.ts'
import { arnIn, type Look, member, members, named } from './held.ts'

const trail: Look = async (sought) => {
  const { reader, resource } = sought
  const arn = arnIn(sought, 'cloudtrail', `trail/${named(sought, 'TrailName')}`)
  const asked = { TrailName: arn }
  const [trails, status, selectors, insights, tags] = await Promise.all([
    reader.read('cloudtrail:DescribeTrails', {}),
    reader.read('cloudtrail:GetTrailStatus', { Name: arn }, resource.region),
    reader.read('cloudtrail:GetEventSelectors', asked, resource.region),
    reader.read('cloudtrail:GetInsightSelectors', asked, resource.region),
    reader.read('cloudtrail:ListTags', { ResourceIdList: [arn] }, resource.region),
  ])
  const description = pickEvidence(
    trails,
    ({ trailList }) => trailList.find(({ TrailARN }) => TrailARN === arn),
    `There is no trail ${arn}.`,
  )
  return {
    arn,
    exists: description,
    live: {
      ...members(description, {
        IsMultiRegionTrail: (found) => found.IsMultiRegionTrail,
        IncludeGlobalServiceEvents: (found) => found.IncludeGlobalServiceEvents,
        EnableLogFileValidation: (found) => found.LogFileValidationEnabled,
        IsOrganizationTrail: (found) => found.IsOrganizationTrail,
        S3BucketName: (found) => found.S3BucketName,
        S3KeyPrefix: (found) => found.S3KeyPrefix,
        KMSKeyId: (found) => found.KmsKeyId,
        CloudWatchLogsLogGroupArn: (found) => found.CloudWatchLogsLogGroupArn,
        CloudWatchLogsRoleArn: (found) => found.CloudWatchLogsRoleArn,
        SnsTopicName: (found) => found.SnsTopicARN?.split(':').at(-1),
      }),
      IsLogging: mapEvidence(status, ({ IsLogging }) => IsLogging),
      AdvancedEventSelectors: mapEvidence(selectors, ({ AdvancedEventSelectors }) => AdvancedEventSelectors?.map(withoutName)),
      EventSelectors: mapEvidence(selectors, basic),
      InsightSelectors: member(insights, ({ InsightSelectors }) => InsightSelectors),
      Tags: mapEvidence(tags, ({ ResourceTagList }) => ResourceTagList[0]?.TagsList?.map(({ Key, Value = '' }) => ({ Key, Value }))),
    },
  }
}

/** What a selector is called decides nothing. */
const withoutName = ({ FieldSelectors }: NonNullable<EventSelectors['AdvancedEventSelectors']>[number]) => ({ FieldSelectors })

/** What every trail has that was given no selectors counts as none. */
function basic({ EventSelectors = [] }: EventSelectors): unknown {
  return EventSelectors.length === 0 ? undefined : EventSelectors
}

const logGroup: Look = async (sought) => {
  const { reader, resource } = sought
  const name = named(sought, 'LogGroupName')
  const arn = arnIn(sought, 'logs', `log-group:${name}`)
  const [groups, tags, filters] = await Promise.all([
    reader.read('logs:DescribeLogGroups', { logGroupNamePrefix: name }, resource.region),
    reader.read('logs:ListTagsForResource', { resourceArn: arn }, resource.region),
    reader.read('logs:DescribeSubscriptionFilters', { logGroupName: name }, resource.region),
  ])
  const group = pickEvidence(
    groups,
    ({ logGroups }) => logGroups.find(({ logGroupName }) => logGroupName === name),
    `There is no log group ${name}.`,
  )
  return {
    arn,
    exists: group,
    live: {
      ...members(group, {
        LogGroupClass: ({ logGroupClass = 'STANDARD' }) => logGroupClass,
        RetentionInDays: ({ retentionInDays }) => retentionInDays,
        KmsKeyId: ({ kmsKeyId }) => kmsKeyId,
      }),
      SubscriptionFilters: mapEvidence(filters, ({ subscriptionFilters }) =>
        subscriptionFilters.map(({ filterName, destinationArn }) => ({ FilterName: filterName, DestinationArn: destinationArn })),
      ),
      Tags: mapEvidence(tags, ({ tags: found }) => Object.entries(found).map(([Key, Value]) => ({ Key, Value }))),
    },
  }
}

const metricFilter: Look = async (sought) => {
  const { reader, resource } = sought
  const [group, name] = [named(sought, 'LogGroupName'), named(sought, 'FilterName')]
  const filters = await reader.read('logs:DescribeMetricFilters', { logGroupName: group }, resource.region)
  const filter = pickEvidence(
    filters,
    ({ metricFilters }) => metricFilters.find(({ filterName }) => filterName === name),
    `Log group ${group} has no metric filter ${name}.`,
  )
  return {
    arn: `${arnIn(sought, 'logs', `log-group:${group}`)}:metric-filter:${name}`,
    exists: filter,
    live: members(filter, {
      FilterPattern: ({ filterPattern }) => filterPattern,
      MetricTransformations: ({ metricTransformations }) => metricTransformations.map(transformation),
    }),
  }
}

const transformation = ({ metricName, metricNamespace, metricValue, ...more }: Readonly<Record<string, unknown>>) => ({
  MetricName: metricName,
  MetricNamespace: metricNamespace,
  MetricValue: metricValue,
  DefaultValue: more['defaultValue'],
  Unit: more['unit'] === 'None' ? undefined : more['unit'],
  Dimensions: more['dimensions'],
})

const alarm: Look = async (sought) => {
  const { reader, resource } = sought
  const name = named(sought, 'AlarmName')
  const arn = arnIn(sought, 'cloudwatch', `alarm:${name}`)
  const [alarms, tags] = await Promise.all([
    reader.read('cloudwatch:DescribeAlarms', { AlarmNames: [name] }, resource.region),
    reader.read('cloudwatch:ListTagsForResource', { ResourceARN: arn }, resource.region),
  ])
  const found = pickEvidence(
    alarms,
    ({ MetricAlarms }) => MetricAlarms.find(({ AlarmName }) => AlarmName === name),
    `There is no alarm ${name}.`,
  )
  return { arn, exists: found, live: { ...alarmSettings(found), Tags: member(tags, ({ Tags }) => Tags) } }
}

const ALARM = [
  'AlarmDescription',
  'Namespace',
  'MetricName',
  'Dimensions',
  'Statistic',
  'ExtendedStatistic',
  'Period',
  'EvaluationPeriods',
  'DatapointsToAlarm',
  'Threshold',
  'ComparisonOperator',
  'TreatMissingData',
  'ActionsEnabled',
  'AlarmActions',
  'OKActions',
  'InsufficientDataActions',
  'Unit',
  'Metrics',
]

const alarmSettings = (found: Evidence<Readonly<Record<string, unknown>>>) =>
  members(found, Object.fromEntries(ALARM.map((property) => [property, (value: Readonly<Record<string, unknown>>) => value[property]])))

const dashboard: Look = async (sought) => {
  const { reader, resource, place } = sought
  const name = named(sought, 'DashboardName')
  const arn = `arn:${place.partition}:cloudwatch::${place.account}:dashboard/${name}`
  const [found, tags] = await Promise.all([
    reader.read('cloudwatch:GetDashboard', { DashboardName: name }, resource.region),
    reader.read('cloudwatch:ListTagsForResource', { ResourceARN: arn }, resource.region),
  ])
  return {
    arn,
    exists: found,
    live: { ...members(found, { DashboardBody: ({ DashboardBody }) => DashboardBody }), Tags: member(tags, ({ Tags }) => Tags) },
  }
}

export const TRAIL: Readonly<Record<string, Look>> = {
  'AWS::CloudTrail::Trail': trail,
  'AWS::Logs::LogGroup': logGroup,
  'AWS::Logs::MetricFilter': metricFilter,
  'AWS::CloudWatch::Alarm': alarm,
  'AWS::CloudWatch::Dashboard': dashboard,
}
