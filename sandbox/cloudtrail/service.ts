import { partitionOf } from '../../src/model/partition.ts'
import { ACCOUNT, type Backend } from '../backend.ts'
import type { Clock } from '../clock.ts'
import type { CloudTrailRecord } from './record.ts'
import { mayWrite, type Recorder } from './recorder.ts'
import type { SigningKeys } from './signing-keys.ts'
import type { AdvancedEventSelector, EventSelector, Trail } from './trail.ts'

type Body = Record<string, unknown>

export class CloudTrailError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** The CloudTrail API of the sandbox. The emulator's own keeps names only; here trails really record. */
export class CloudTrailService {
  readonly trails: Map<string, Trail>
  readonly #recorder: Recorder
  readonly #keys: SigningKeys
  readonly #clock: Clock
  readonly #backend: Backend
  readonly #started: Date

  constructor(options: { trails: Map<string, Trail>; recorder: Recorder; keys: SigningKeys; clock: Clock; backend: Backend }) {
    this.trails = options.trails
    this.#recorder = options.recorder
    this.#keys = options.keys
    this.#clock = options.clock
    this.#backend = options.backend
    this.#started = options.clock.now()
  }

  /** Carries out one API call. @throws CloudTrailError with AWS's error codes. */
  async call(operation: string, body: Body, region: string): Promise<Body> {
    switch (operation) {
      case 'CreateTrail':
        return describe(await this.create(body, region))
      case 'UpdateTrail':
        return describe(await this.update(body))
      case 'DeleteTrail':
        return this.delete(text(body, 'Name'))
      case 'DescribeTrails':
        return { trailList: this.#describeTrails(body) }
      case 'ListTrails':
        return { Trails: [...this.trails.values()].map(({ TrailARN, Name, HomeRegion }) => ({ TrailARN, Name, HomeRegion })) }
      case 'GetTrail':
        return { Trail: describe(this.find(text(body, 'Name'))) }
      case 'GetTrailStatus':
        return status(this.find(text(body, 'Name')))
      case 'StartLogging':
        return this.startLogging(text(body, 'Name'))
      case 'StopLogging':
        return this.stopLogging(text(body, 'Name'))
      case 'PutEventSelectors':
        return this.putEventSelectors(body)
      case 'GetEventSelectors': {
        const { TrailARN, eventSelectors, advancedEventSelectors } = this.find(text(body, 'TrailName'))
        return advancedEventSelectors.length > 0
          ? { TrailARN, AdvancedEventSelectors: advancedEventSelectors }
          : { TrailARN, EventSelectors: eventSelectors }
      }
      case 'PutInsightSelectors':
        return this.putInsightSelectors(body)
      case 'GetInsightSelectors': {
        const { TrailARN, Name, insightSelectors } = this.find(text(body, 'TrailName'))
        if (insightSelectors.length === 0)
          throw new CloudTrailError(
            'InsightNotEnabledException',
            `Trail ${Name} does not have Insight Selectors. Edit the trail settings to enable Insights, and then try the operation again.`,
          )
        return { TrailARN, InsightSelectors: insightSelectors }
      }
      case 'ListPublicKeys':
        return {
          PublicKeyList: [
            {
              ...(await this.#keys.publicKey(region)),
              ValidityStartTime: epoch(new Date(this.#started.getTime() - 86_400_000)),
              ValidityEndTime: epoch(new Date(this.#clock.now().getTime() + 30 * 86_400_000)),
            },
          ],
        }
      case 'LookupEvents':
        return lookup(this.#recorder.history, body)
      case 'AddTags':
        return this.#tag(body, (tags, given) => [...tags.filter((tag) => !given.some((other) => other.Key === tag.Key)), ...given])
      case 'RemoveTags':
        return this.#tag(body, (tags, given) => tags.filter((tag) => !given.some((other) => other.Key === tag.Key)))
      case 'ListTags':
        return { ResourceTagList: (body['ResourceIdList'] as string[]).map((id) => ({ ResourceId: id, TagsList: this.find(id).tags })) }
      default:
        throw new CloudTrailError('UnsupportedOperationException', `The sandbox's CloudTrail has no ${operation}.`)
    }
  }

  async create(body: Body, region: string): Promise<Trail> {
    const name = text(body, 'Name')
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]$/.test(name))
      throw new CloudTrailError('InvalidTrailNameException', `Trail name ${name} is invalid.`)
    if ([...this.trails.values()].some((trail) => trail.Name === name && trail.HomeRegion === region))
      throw new CloudTrailError('TrailAlreadyExistsException', `Trail ${name} already exists for customer: ${ACCOUNT}`)
    if ([...this.trails.values()].filter((trail) => trail.HomeRegion === region).length >= 5)
      throw new CloudTrailError('MaximumNumberOfTrailsExceededException', `User: ${ACCOUNT} already has 5 trails in ${region}.`)
    const trail: Trail = {
      ...settings(body),
      Name: name,
      TrailARN: `arn:${partitionOf(region)?.id ?? 'aws'}:cloudtrail:${region}:${ACCOUNT}:trail/${name}`,
      HomeRegion: region,
      S3BucketName: text(body, 'S3BucketName'),
      IsOrganizationTrail: false,
      eventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [], ExcludeManagementEventSources: [] }],
      advancedEventSelectors: [],
      insightSelectors: [],
      tags: (body['TagsList'] ?? []) as Trail['tags'],
      isLogging: false,
      status: {},
    }
    await this.#checkBucket(trail)
    this.trails.set(trail.TrailARN, trail)
    return trail
  }

  async update(body: Body): Promise<Trail> {
    const trail = this.find(text(body, 'Name'))
    const candidate = {
      ...trail,
      ...settings({ ...toSettings(trail), ...body }),
      ...(body['S3BucketName'] ? { S3BucketName: text(body, 'S3BucketName') } : {}),
    }
    await this.#checkBucket(candidate)
    return Object.assign(trail, candidate)
  }

  /** CloudTrail tries its rights before it accepts a trail, and words every failure like this. */
  async #checkBucket(trail: Trail): Promise<void> {
    const object = `${trail.S3KeyPrefix ? `${trail.S3KeyPrefix}/` : ''}AWSLogs/${ACCOUNT}/`
    const allowed = await mayWrite(this.#backend, trail, object).catch((error: { code?: string }) => {
      if (error.code === 'NoSuchBucket')
        throw new CloudTrailError('S3BucketDoesNotExistException', `S3 bucket ${trail.S3BucketName} does not exist!`)
      return false
    })
    if (!allowed)
      throw new CloudTrailError(
        'InsufficientS3BucketPolicyException',
        `Incorrect S3 bucket policy is detected for bucket: ${trail.S3BucketName}`,
      )
  }

  delete(name: string): Body {
    const trail = this.find(name)
    this.#recorder.closeStreams(trail)
    this.trails.delete(trail.TrailARN)
    return {}
  }

  startLogging(name: string): Body {
    const trail = this.find(name)
    if (!trail.isLogging) {
      trail.isLogging = true
      trail.status.StartLoggingTime = this.#clock.now()
      this.#recorder.openStream(trail)
    }
    return {}
  }

  stopLogging(name: string): Body {
    const trail = this.find(name)
    trail.isLogging = false
    trail.status.StopLoggingTime = this.#clock.now()
    return {}
  }

  putEventSelectors(body: Body): Body {
    const trail = this.find(text(body, 'TrailName'))
    const basic = body['EventSelectors'] as EventSelector[] | undefined
    const advanced = body['AdvancedEventSelectors'] as AdvancedEventSelector[] | undefined
    if (basic && advanced)
      throw new CloudTrailError(
        'InvalidParameterCombinationException',
        'EventSelectors and AdvancedEventSelectors cannot be used together.',
      )
    trail.eventSelectors = basic ?? []
    trail.advancedEventSelectors = advanced ?? []
    return { TrailARN: trail.TrailARN, ...(basic ? { EventSelectors: basic } : { AdvancedEventSelectors: advanced }) }
  }

  putInsightSelectors(body: Body): Body {
    const trail = this.find(text(body, 'TrailName'))
    trail.insightSelectors = (body['InsightSelectors'] ?? []) as Trail['insightSelectors']
    return { TrailARN: trail.TrailARN, InsightSelectors: trail.insightSelectors }
  }

  /** By name or ARN, as the API takes both. */
  find(nameOrArn: string): Trail {
    const trail = [...this.trails.values()].find((candidate) => candidate.Name === nameOrArn || candidate.TrailARN === nameOrArn)
    if (!trail) throw new CloudTrailError('TrailNotFoundException', `Unknown trail: ${nameOrArn} for the user: ${ACCOUNT}`)
    return trail
  }

  #describeTrails(body: Body): Body[] {
    const names = (body['trailNameList'] ?? body['TrailNameList'] ?? []) as string[]
    const all = [...this.trails.values()]
    return all.filter((trail) => names.length === 0 || names.includes(trail.Name) || names.includes(trail.TrailARN)).map(describe)
  }

  #tag(body: Body, merge: (tags: Trail['tags'], given: Trail['tags']) => Trail['tags']): Body {
    const trail = this.find(text(body, 'ResourceId'))
    trail.tags = merge(trail.tags, (body['TagsList'] ?? []) as Trail['tags'])
    return {}
  }
}

function text(body: Body, key: string): string {
  const value = body[key]
  if (typeof value !== 'string' || value === '') throw new CloudTrailError('InvalidParameterException', `${key} is required.`)
  return value
}

type Settings = Pick<Trail, 'IncludeGlobalServiceEvents' | 'IsMultiRegionTrail' | 'LogFileValidationEnabled'> &
  Partial<Pick<Trail, 'S3KeyPrefix' | 'KmsKeyId' | 'CloudWatchLogsLogGroupArn' | 'CloudWatchLogsRoleArn' | 'SnsTopicARN'>>

function settings(body: Body): Settings {
  const optional = (from: string, to: string) => (typeof body[from] === 'string' && body[from] !== '' ? { [to]: body[from] } : {})
  return {
    IncludeGlobalServiceEvents: body['IncludeGlobalServiceEvents'] !== false,
    IsMultiRegionTrail: body['IsMultiRegionTrail'] === true,
    LogFileValidationEnabled: body['EnableLogFileValidation'] === true,
    ...optional('S3KeyPrefix', 'S3KeyPrefix'),
    ...optional('KmsKeyId', 'KmsKeyId'),
    ...optional('CloudWatchLogsLogGroupArn', 'CloudWatchLogsLogGroupArn'),
    ...optional('CloudWatchLogsRoleArn', 'CloudWatchLogsRoleArn'),
    ...optional('SnsTopicName', 'SnsTopicARN'),
  }
}

function toSettings(trail: Trail): Body {
  return { ...trail, EnableLogFileValidation: trail.LogFileValidationEnabled, SnsTopicName: trail.SnsTopicARN }
}

function describe(trail: Trail): Body {
  const { eventSelectors, advancedEventSelectors, insightSelectors, tags: _tags, isLogging: _isLogging, status: _status, ...rest } = trail
  const custom = advancedEventSelectors.length > 0 || eventSelectors.length !== 1 || (eventSelectors[0]?.DataResources?.length ?? 0) > 0
  return { ...rest, HasCustomEventSelectors: custom, HasInsightSelectors: insightSelectors.length > 0 }
}

function epoch(date: Date): number {
  return date.getTime() / 1000
}

function status(trail: Trail): Body {
  const times = Object.entries(trail.status).map(([key, value]) => [key, value instanceof Date ? epoch(value) : value])
  return { IsLogging: trail.isLogging, ...Object.fromEntries(times) }
}

const ATTRIBUTES: Readonly<Record<string, (record: CloudTrailRecord) => string | undefined>> = {
  EventId: (record) => record.eventID,
  EventName: (record) => record.eventName,
  EventSource: (record) => record.eventSource,
  ReadOnly: (record) => String(record.readOnly),
  Username: username,
  AccessKeyId: (record) => record.userIdentity['accessKeyId'] as string | undefined,
  ResourceName: (record) => record.resources?.[0]?.ARN.replace(/^arn:aws:s3:::/, ''),
  ResourceType: (record) => record.resources?.[0]?.type,
}

function username(record: CloudTrailRecord): string | undefined {
  const identity = record.userIdentity
  return (
    (identity['userName'] as string | undefined) ??
    (identity['arn'] as string | undefined)
      ?.split('/')
      .at(-1)
      ?.replace(/^arn:.*:/, '')
  )
}

function lookup(history: readonly CloudTrailRecord[], body: Body): Body {
  const attributes = (body['LookupAttributes'] ?? []) as { AttributeKey: string; AttributeValue: string }[]
  const [from, to] = [time(body['StartTime']) ?? 0, time(body['EndTime']) ?? Number.POSITIVE_INFINITY]
  const matching = history
    .filter((record) => {
      const at = Date.parse(record.eventTime) / 1000
      return (
        at >= from &&
        at <= to &&
        attributes.every(({ AttributeKey, AttributeValue }) => ATTRIBUTES[AttributeKey]?.(record) === AttributeValue)
      )
    })
    .reverse()
  const start = Number(body['NextToken'] ?? 0)
  const size = Math.min(Number(body['MaxResults'] ?? 50), 50)
  const page = matching.slice(start, start + size)
  return {
    Events: page.map((record) => ({
      EventId: record.eventID,
      EventName: record.eventName,
      ReadOnly: String(record.readOnly),
      AccessKeyId: record.userIdentity['accessKeyId'],
      EventTime: Date.parse(record.eventTime) / 1000,
      EventSource: record.eventSource,
      Username: username(record),
      Resources: (record.resources ?? []).map((resource) => ({
        ResourceType: resource.type,
        ResourceName: resource.ARN.replace(/^arn:aws:s3:::/, ''),
      })),
      CloudTrailEvent: JSON.stringify(record),
    })),
    ...(start + size < matching.length ? { NextToken: String(start + size) } : {}),
  }
}

function time(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? Date.parse(value) / 1000 : undefined
}
