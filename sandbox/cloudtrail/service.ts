import { type Body, type Call, flag, list } from '../aws/call.ts'
import { AwsError, notImplemented } from '../aws/error.ts'
import type { Backend } from '../backend/backend.ts'
import type { Clock } from '../clock.ts'
import type { CloudTrailRecord } from './record.ts'
import { mayEncrypt, mayWrite, type Recorder } from './recorder.ts'
import type { SigningKeys } from './signing-keys.ts'
import { type AdvancedEventSelector, type EventSelector, statusIn, type Trail } from './trail.ts'

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

  /** Carries out one API call. @throws AwsError. */
  async call(call: Call): Promise<Body> {
    const { operation, parameters: body, region } = call
    switch (operation) {
      case 'CreateTrail':
        return changed(await this.#create(body, call))
      case 'UpdateTrail':
        return changed(await this.#update(body, call))
      case 'DeleteTrail':
        return this.#delete(text(body, 'Name'), call)
      case 'DescribeTrails':
        return { trailList: this.#describeTrails(body, call) }
      case 'ListTrails':
        return { Trails: this.#visible(call, false).map(({ TrailARN, Name, HomeRegion }) => ({ TrailARN, Name, HomeRegion })) }
      case 'GetTrail':
        return { Trail: describe(this.#find(text(body, 'Name'), call)) }
      case 'GetTrailStatus':
        return status(this.#find(text(body, 'Name'), call), region)
      case 'StartLogging':
        return this.#startLogging(this.#atHome(text(body, 'Name'), call))
      case 'StopLogging':
        return this.#stopLogging(this.#atHome(text(body, 'Name'), call))
      case 'PutEventSelectors':
        return this.#putEventSelectors(body, this.#atHome(text(body, 'TrailName'), call))
      case 'GetEventSelectors': {
        const { TrailARN, eventSelectors, advancedEventSelectors } = this.#find(text(body, 'TrailName'), call)
        return advancedEventSelectors.length > 0
          ? { TrailARN, AdvancedEventSelectors: advancedEventSelectors }
          : { TrailARN, EventSelectors: eventSelectors }
      }
      case 'PutInsightSelectors':
        return this.#putInsightSelectors(body, this.#atHome(text(body, 'TrailName'), call))
      case 'GetInsightSelectors': {
        const { TrailARN, Name, insightSelectors } = this.#find(text(body, 'TrailName'), call)
        if (insightSelectors.length === 0)
          throw new AwsError(
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
        return this.#tag(body, call, (tags, given) => [...tags.filter((tag) => !given.some((other) => other.Key === tag.Key)), ...given])
      case 'RemoveTags':
        return this.#tag(body, call, (tags, given) => tags.filter((tag) => !given.some((other) => other.Key === tag.Key)))
      case 'ListTags':
        return {
          ResourceTagList: (body['ResourceIdList'] as string[]).map((id) => ({ ResourceId: id, TagsList: this.#find(id, call).tags })),
        }
      default:
        throw notImplemented(`cloudtrail:${operation}`)
    }
  }

  async #create(body: Body, { region, account, partition }: Call): Promise<Trail> {
    const name = text(body, 'Name')
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]$/.test(name))
      throw new AwsError('InvalidTrailNameException', `Trail name ${name} is invalid.`)
    const here = [...this.trails.values()].filter((trail) => trail.HomeRegion === region && accountOf(trail) === account)
    if (here.some((trail) => trail.Name === name))
      throw new AwsError('TrailAlreadyExistsException', `Trail ${name} already exists for customer: ${account}`)
    if (here.length >= 5)
      throw new AwsError('MaximumNumberOfTrailsExceededException', `User: ${account} already has 5 trails in ${region}.`)
    const trail: Trail = {
      ...settings(body),
      Name: name,
      TrailARN: `arn:${partition}:cloudtrail:${region}:${account}:trail/${name}`,
      HomeRegion: region,
      S3BucketName: text(body, 'S3BucketName'),
      IsOrganizationTrail: flag(body['IsOrganizationTrail']),
      eventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [], ExcludeManagementEventSources: [] }],
      advancedEventSelectors: [],
      insightSelectors: [],
      tags: list(body['TagsList']),
      isLogging: false,
      status: {},
      elsewhere: new Map(),
    }
    await this.#checkRights(trail)
    this.trails.set(trail.TrailARN, trail)
    return trail
  }

  async #update(body: Body, call: Call): Promise<Trail> {
    const trail = this.#atHome(text(body, 'Name'), call)
    // An empty text takes a setting away.
    const { S3KeyPrefix: _, KmsKeyId: __, CloudWatchLogsLogGroupArn: ___, CloudWatchLogsRoleArn: ____, SnsTopicARN: _____, ...kept } = trail
    const candidate: Trail = {
      ...kept,
      ...settings({ ...toSettings(trail), ...body }),
      ...(body['S3BucketName'] ? { S3BucketName: text(body, 'S3BucketName') } : {}),
    }
    await this.#checkRights(candidate)
    for (const name of OPTIONAL) if (!(name in candidate)) delete trail[name]
    return Object.assign(trail, candidate)
  }

  /** CloudTrail tries its rights before it accepts a trail, and words every failure like this. */
  async #checkRights(trail: Trail): Promise<void> {
    await this.#checkBucket(trail)
    if (trail.KmsKeyId === undefined || (await mayEncrypt(this.#backend, trail))) return
    throw new AwsError(
      'InsufficientEncryptionPolicyException',
      `Insufficient permissions to access S3 bucket ${trail.S3BucketName} or KMS key ${trail.KmsKeyId}.`,
    )
  }

  async #checkBucket(trail: Trail): Promise<void> {
    const object = `${trail.S3KeyPrefix ? `${trail.S3KeyPrefix}/` : ''}AWSLogs/${accountOf(trail)}/`
    const allowed = await mayWrite(this.#backend, trail, object).catch((error: { code?: string }) => {
      if (error.code === 'NoSuchBucket')
        throw new AwsError('S3BucketDoesNotExistException', `S3 bucket ${trail.S3BucketName} does not exist!`)
      return false
    })
    if (!allowed)
      throw new AwsError('InsufficientS3BucketPolicyException', `Incorrect S3 bucket policy is detected for bucket: ${trail.S3BucketName}`)
  }

  #delete(name: string, call: Call): Body {
    const trail = this.#atHome(name, call)
    this.#recorder.closeStreams(trail)
    this.trails.delete(trail.TrailARN)
    return {}
  }

  #startLogging(trail: Trail): Body {
    if (!trail.isLogging) {
      trail.isLogging = true
      trail.status.StartLoggingTime = this.#clock.now()
      this.#recorder.openStream(trail)
    }
    return {}
  }

  #stopLogging(trail: Trail): Body {
    trail.isLogging = false
    trail.status.StopLoggingTime = this.#clock.now()
    return {}
  }

  #putEventSelectors(body: Body, trail: Trail): Body {
    const basic = body['EventSelectors'] as EventSelector[] | undefined
    const advanced = body['AdvancedEventSelectors'] as AdvancedEventSelector[] | undefined
    if (basic && advanced)
      throw new AwsError('InvalidParameterCombinationException', 'EventSelectors and AdvancedEventSelectors cannot be used together.')
    trail.eventSelectors = basic ?? []
    trail.advancedEventSelectors = advanced ?? []
    return { TrailARN: trail.TrailARN, ...(basic ? { EventSelectors: basic } : { AdvancedEventSelectors: advanced }) }
  }

  #putInsightSelectors(body: Body, trail: Trail): Body {
    trail.insightSelectors = list(body['InsightSelectors'])
    return { TrailARN: trail.TrailARN, InsightSelectors: trail.insightSelectors }
  }

  /** Trails that show in a region: those at home there, and with shadows those that record it too. */
  #visible({ account, region }: Call, withShadows: boolean): Trail[] {
    const own = [...this.trails.values()].filter((trail) => accountOf(trail) === account || trail.IsOrganizationTrail)
    return own.filter((trail) => trail.HomeRegion === region || (withShadows && trail.IsMultiRegionTrail))
  }

  /** Whether a call names a trail that is there. */
  has(call: Call): boolean {
    const name = call.parameters['Name']
    return this.#visible(call, true).some((trail) => trail.Name === name || trail.TrailARN === name)
  }

  /** By name or ARN, as the API takes both; of another region only a trail that records this one. */
  #find(nameOrArn: string, call: Call): Trail {
    const trail = this.#visible(call, true).find((candidate) => candidate.Name === nameOrArn || candidate.TrailARN === nameOrArn)
    if (!trail) throw new AwsError('TrailNotFoundException', `Unknown trail: ${nameOrArn} for the user: ${call.account}`)
    return trail
  }

  /** A trail is changed where it is at home, by the account that has it. */
  #atHome(nameOrArn: string, call: Call): Trail {
    const trail = this.#find(nameOrArn, call)
    if (accountOf(trail) !== call.account)
      throw new AwsError('NotOrganizationMasterAccountException', `Trail ${trail.TrailARN} belongs to the management account.`)
    if (trail.HomeRegion === call.region) return trail
    throw new AwsError('InvalidHomeRegionException', `Trail ${trail.Name} can be changed in its home region ${trail.HomeRegion} only.`)
  }

  #describeTrails(body: Body, call: Call): Body[] {
    const names = list<string>(body['trailNameList'] ?? body['TrailNameList'])
    const withShadows = body['includeShadowTrails'] !== false && body['IncludeShadowTrails'] !== false
    return this.#visible(call, withShadows)
      .filter((trail) => names.length === 0 || names.includes(trail.Name) || names.includes(trail.TrailARN))
      .map(describe)
  }

  #tag(body: Body, call: Call, merge: (tags: Trail['tags'], given: Trail['tags']) => Trail['tags']): Body {
    const trail = this.#find(text(body, 'ResourceId'), call)
    trail.tags = merge(trail.tags, list(body['TagsList']))
    return {}
  }
}

/** Settings of a trail that may be missing. */
const OPTIONAL = ['S3KeyPrefix', 'KmsKeyId', 'CloudWatchLogsLogGroupArn', 'CloudWatchLogsRoleArn', 'SnsTopicARN'] as const

function accountOf({ TrailARN }: Pick<Trail, 'TrailARN'>): string {
  return TrailARN.split(':')[4] ?? ''
}

function text(body: Body, key: string): string {
  const value = body[key]
  if (typeof value !== 'string' || value === '') throw new AwsError('InvalidParameterException', `${key} is required.`)
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
  const {
    eventSelectors,
    advancedEventSelectors,
    insightSelectors,
    tags: _tags,
    isLogging: _isLogging,
    status: _status,
    elsewhere: _elsewhere,
    ...rest
  } = trail
  const custom = advancedEventSelectors.length > 0 || eventSelectors.length !== 1 || (eventSelectors[0]?.DataResources?.length ?? 0) > 0
  return { ...rest, HasCustomEventSelectors: custom, HasInsightSelectors: insightSelectors.length > 0 }
}

/** CreateTrail and UpdateTrail say less than DescribeTrails. */
function changed(trail: Trail): Body {
  const { HomeRegion: _, HasCustomEventSelectors: __, HasInsightSelectors: ___, ...rest } = describe(trail)
  return rest
}

function epoch(date: Date): number {
  return date.getTime() / 1000
}

/** Starts and stops are the trail's; deliveries are those of one region. */
function status(trail: Trail, region: string): Body {
  const { StartLoggingTime, StopLoggingTime } = trail.status
  const found = { StartLoggingTime, StopLoggingTime, ...statusIn(trail, region) }
  const told = Object.entries(found).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value instanceof Date ? epoch(value) : value]],
  )
  return { IsLogging: trail.isLogging, ...Object.fromEntries(told) }
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
