import type { CloudTrailRecord } from './record.ts'

interface FieldSelector {
  Field: string
  Equals?: string[]
  StartsWith?: string[]
  EndsWith?: string[]
  NotEquals?: string[]
  NotStartsWith?: string[]
  NotEndsWith?: string[]
}

export interface AdvancedEventSelector {
  Name?: string
  FieldSelectors: FieldSelector[]
}

export interface EventSelector {
  ReadWriteType?: string
  IncludeManagementEvents?: boolean
  DataResources?: { Type: string; Values: string[] }[]
  ExcludeManagementEventSources?: string[]
}

/** A trail and its state, in the API's own field names. */
export interface Trail {
  Name: string
  TrailARN: string
  HomeRegion: string
  S3BucketName: string
  S3KeyPrefix?: string
  SnsTopicARN?: string
  IncludeGlobalServiceEvents: boolean
  IsMultiRegionTrail: boolean
  LogFileValidationEnabled: boolean
  CloudWatchLogsLogGroupArn?: string
  CloudWatchLogsRoleArn?: string
  KmsKeyId?: string
  IsOrganizationTrail: boolean
  eventSelectors: EventSelector[]
  advancedEventSelectors: AdvancedEventSelector[]
  insightSelectors: { InsightType: string }[]
  tags: { Key: string; Value: string }[]
  isLogging: boolean
  /** Of the home region, and of each other region that it has delivered from: GetTrailStatus tells one. */
  status: TrailStatus
  elsewhere: Map<string, TrailStatus>
}

interface TrailStatus {
  StartLoggingTime?: Date
  StopLoggingTime?: Date
  LatestDeliveryTime?: Date
  LatestDeliveryError?: string
  LatestDigestDeliveryTime?: Date
  LatestDigestDeliveryError?: string
  LatestCloudWatchLogsDeliveryTime?: Date
  LatestCloudWatchLogsDeliveryError?: string
}

/** What a trail's delivery from a region came to. */
export function statusIn(trail: Trail, region: string): TrailStatus {
  if (region === trail.HomeRegion) return trail.status
  const known = trail.elsewhere.get(region) ?? {}
  trail.elsewhere.set(region, known)
  return known
}

/** Whether a logging trail records an event: region, then selectors. */
export function selects(trail: Trail, record: CloudTrailRecord): boolean {
  if (!trail.isLogging) return false
  const isGlobal = ['iam.amazonaws.com', 'sts.amazonaws.com', 'cloudfront.amazonaws.com'].includes(record.eventSource)
  if (!trail.IsMultiRegionTrail && record.awsRegion !== trail.HomeRegion) return false
  if (isGlobal && !trail.IncludeGlobalServiceEvents) return false
  if (trail.advancedEventSelectors.length > 0)
    return trail.advancedEventSelectors.some((selector) => selector.FieldSelectors.every((field) => fieldMatches(field, record)))
  return trail.eventSelectors.some((selector) => basicMatches(selector, record))
}

function fieldMatches(field: FieldSelector, record: CloudTrailRecord): boolean {
  const value = fieldValue(field.Field, record)
  const any = (patterns: string[] | undefined, test: (pattern: string) => boolean) => patterns === undefined || patterns.some(test)
  const none = (patterns: string[] | undefined, test: (pattern: string) => boolean) => patterns === undefined || !patterns.some(test)
  return (
    any(field.Equals, (pattern) => value === pattern) &&
    any(field.StartsWith, (pattern) => value.startsWith(pattern)) &&
    any(field.EndsWith, (pattern) => value.endsWith(pattern)) &&
    none(field.NotEquals, (pattern) => value === pattern) &&
    none(field.NotStartsWith, (pattern) => value.startsWith(pattern)) &&
    none(field.NotEndsWith, (pattern) => value.endsWith(pattern))
  )
}

function fieldValue(field: string, record: CloudTrailRecord): string {
  switch (field) {
    case 'eventCategory':
      return record.eventCategory
    case 'eventName':
      return record.eventName
    case 'eventSource':
      return record.eventSource
    case 'readOnly':
      return String(record.readOnly)
    case 'resources.type':
      return record.eventSource === 's3.amazonaws.com' && !record.managementEvent ? 'AWS::S3::Object' : ''
    case 'resources.ARN':
      return record.resources?.[0]?.ARN ?? ''
    default:
      return ''
  }
}

function basicMatches(selector: EventSelector, record: CloudTrailRecord): boolean {
  const type = selector.ReadWriteType ?? 'All'
  if (type === 'ReadOnly' && !record.readOnly) return false
  if (type === 'WriteOnly' && record.readOnly) return false
  if (record.managementEvent)
    return selector.IncludeManagementEvents !== false && !selector.ExcludeManagementEventSources?.includes(record.eventSource)
  const arn = record.resources?.[0]?.ARN ?? ''
  return (selector.DataResources ?? []).some(
    (resource) => resource.Type === 'AWS::S3::Object' && resource.Values.some((value) => value === 'arn:aws:s3' || arn.startsWith(value)),
  )
}
