import type { EventSelectors, FieldSelector, TrailDescription, TrailStatus } from '../model/facts.ts'
import { type Asked, firstOf, readWith, regionOf, unlessSame } from './define.ts'
import { anyText, boolean, listOf, Malformed, matching, object, oneOf, optional, type Shape, text, time, where } from './shape.ts'

const trailArn = matching(/^arn:[\w-]+:cloudtrail:[a-z0-9-]+:\d{12}:trail\/[\w.-]+$/, 'the ARN of a trail')

const trail: Shape<TrailDescription> = object({
  Name: text,
  TrailARN: trailArn,
  HomeRegion: text,
  S3BucketName: text,
  S3KeyPrefix: optional(text),
  SnsTopicARN: optional(text),
  KmsKeyId: optional(matching(/^arn:[\w-]+:kms:[a-z0-9-]+:\d{12}:(?:key|alias)\/.+$/, 'the ARN of a key')),
  CloudWatchLogsLogGroupArn: optional(matching(/^arn:[\w-]+:logs:[a-z0-9-]+:\d{12}:log-group:.+$/, 'the ARN of a log group')),
  CloudWatchLogsRoleArn: optional(matching(/^arn:[\w-]+:iam::\d{12}:role\/.+$/, 'the ARN of a role')),
  IsMultiRegionTrail: boolean,
  IncludeGlobalServiceEvents: boolean,
  LogFileValidationEnabled: boolean,
  IsOrganizationTrail: boolean,
})

/** An ARN names region and name; a trail whose own members say something else is not described. */
const described = where(trail, ({ Name, TrailARN, HomeRegion }) => {
  const [region, name] = [regionOf(TrailARN), TrailARN.split('/').at(-1)]
  if (region !== HomeRegion) return `at home in ${HomeRegion} and in ${region}`
  return name === Name ? undefined : `named ${Name} and ${name}`
})

const status: Shape<TrailStatus> = where(
  object({
    IsLogging: boolean,
    LatestDeliveryTime: optional(time),
    LatestDeliveryError: optional(anyText),
    LatestDigestDeliveryTime: optional(time),
    LatestDigestDeliveryError: optional(anyText),
    LatestCloudWatchLogsDeliveryTime: optional(time),
    LatestCloudWatchLogsDeliveryError: optional(anyText),
    StartLoggingTime: optional(time),
    StopLoggingTime: optional(time),
  }),
  ({ IsLogging, StartLoggingTime }) => (IsLogging && StartLoggingTime === undefined ? 'logging, and was never started' : undefined),
)

const values = optional(listOf(text, { min: 1 }))

/** A field without an operator would match everything, so an answer that lost one is none. */
const fieldSelector: Shape<FieldSelector> = (value, at) => {
  const field = object(
    { Field: text, Equals: values, StartsWith: values, EndsWith: values, NotEquals: values, NotStartsWith: values, NotEndsWith: values },
    { closed: true },
  )(value, at)
  if (Object.keys(field).length < 2) throw new Malformed(at, value, 'a field with an operator')
  return field
}

const advanced = object({
  Name: optional(anyText),
  FieldSelectors: where(listOf(fieldSelector, { min: 1, unique: 'Field' }), (fields) =>
    fields.some(({ Field, Equals }) => Field === 'eventCategory' && Equals !== undefined) ? undefined : 'without an event category',
  ),
})

const basic = object({
  ReadWriteType: oneOf('All', 'ReadOnly', 'WriteOnly'),
  IncludeManagementEvents: boolean,
  ExcludeManagementEventSources: listOf(text),
  DataResources: listOf(object({ Type: text, Values: listOf(text) })),
})

const selectors: Shape<EventSelectors & { TrailARN: string }> = where(
  object({
    TrailARN: trailArn,
    EventSelectors: optional(listOf(basic)),
    AdvancedEventSelectors: optional(listOf(advanced)),
  }),
  ({ EventSelectors = [], AdvancedEventSelectors = [] }) =>
    EventSelectors.length + AdvancedEventSelectors.length > 0 ? undefined : 'without a selector',
)

/** How far the clocks of AWS and of this machine may differ. */
const CLOCKS_DIFFER_MS = 15 * 60_000

function impossibleTime(answer: TrailStatus, { time: now }: Asked): string | undefined {
  const later = Object.entries(answer).find(
    ([, value]) => typeof value === 'string' && Date.parse(value) > Date.parse(now) + CLOCKS_DIFFER_MS,
  )
  if (later) return `${later[0]} is ${later[1]}, after it was asked (${now})`
  const { IsLogging, StartLoggingTime, StopLoggingTime } = answer
  const stopped = StartLoggingTime !== undefined && StopLoggingTime !== undefined && StopLoggingTime > StartLoggingTime
  return IsLogging && stopped ? `it is logging, and was stopped (${StopLoggingTime}) after it was started (${StartLoggingTime})` : undefined
}

const trails = object({ trailList: listOf(described, { unique: 'TrailARN' }) })
const insights = object({
  TrailARN: trailArn,
  InsightSelectors: listOf(object({ InsightType: oneOf('ApiCallRateInsight', 'ApiErrorRateInsight') }), { unique: 'InsightType' }),
})

const tagLists = object({
  ResourceTagList: listOf(object({ ResourceId: text, TagsList: optional(listOf(object({ Key: text, Value: optional(anyText) }))) })),
})

const NO_TRAIL = ['TrailNotFoundException']
const ofTrail = readWith<{ TrailName: string }>()

export const CLOUDTRAIL_READS = {
  'cloudtrail:DescribeTrails': readWith<Record<string, never>>()({
    action: 'cloudtrail:DescribeTrails',
    absent: [],
    shape: trails,
    contradiction: ({ trailList }, _, { partition }) =>
      firstOf(...trailList.map(({ TrailARN }) => (TrailARN.startsWith(`arn:${partition}:`) ? undefined : `it names ${TrailARN}`))),
  }),
  'cloudtrail:GetTrailStatus': readWith<{ Name: string }>()({
    action: 'cloudtrail:GetTrailStatus',
    absent: NO_TRAIL,
    shape: status,
    contradiction: (answer, _, asked) => impossibleTime(answer, asked),
  }),
  'cloudtrail:GetEventSelectors': ofTrail({
    action: 'cloudtrail:GetEventSelectors',
    absent: NO_TRAIL,
    shape: selectors,
    contradiction: ({ TrailARN }, { TrailName }) => unlessSame('trail', TrailARN, TrailName),
  }),
  'cloudtrail:GetInsightSelectors': ofTrail({
    action: 'cloudtrail:GetInsightSelectors',
    absent: [...NO_TRAIL, 'InsightNotEnabledException'],
    shape: insights,
    contradiction: ({ TrailARN }, { TrailName }) => unlessSame('trail', TrailARN, TrailName),
  }),
  'cloudtrail:ListTags': readWith<{ ResourceIdList: readonly string[] }>()({
    action: 'cloudtrail:ListTags',
    absent: [...NO_TRAIL, 'ResourceNotFoundException'],
    shape: tagLists,
    contradiction: ({ ResourceTagList }, { ResourceIdList }) =>
      firstOf(...ResourceTagList.map(({ ResourceId }) => unlessSame('trail', ResourceId, ResourceIdList[0] ?? ''))),
  }),
}
