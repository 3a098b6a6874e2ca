import type { Body } from '../../aws/call.ts'
import { AwsError } from '../../aws/error.ts'
import { isTrue, named, type Properties, type Provision, type ResourceType, unlessGone } from './type.ts'

const config = (at: Provision, operation: string, parameters: Body) => at.call('config', operation, parameters)
const trail = (at: Provision, operation: string, parameters: Body) => at.call('cloudtrail', operation, parameters)

const lowerFirst = (properties: Properties): Body =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]))

async function putRecorder(name: string, properties: Properties, at: Provision): Promise<void> {
  const recordingGroup = lowerFirst((properties['RecordingGroup'] ?? {}) as Properties)
  await config(at, 'PutConfigurationRecorder', { ConfigurationRecorder: { name, roleARN: properties['RoleARN'], recordingGroup } })
  await startRecorder(name, at)
}

/** Recorder and channel need each other: whichever comes second lets it start. */
async function startRecorder(name: string, at: Provision): Promise<void> {
  try {
    await config(at, 'StartConfigurationRecorder', { ConfigurationRecorderName: name })
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== 'NoAvailableDeliveryChannelException') throw error
  }
}

async function recorders(at: Provision): Promise<{ name: string }[]> {
  return ((await config(at, 'DescribeConfigurationRecorders', {}))['ConfigurationRecorders'] ?? []) as { name: string }[]
}

async function putChannel(name: string, properties: Properties, at: Provision): Promise<void> {
  const { DeliveryFrequency } = (properties['ConfigSnapshotDeliveryProperties'] ?? {}) as Properties
  const frequency = DeliveryFrequency === undefined ? {} : { configSnapshotDeliveryProperties: { deliveryFrequency: DeliveryFrequency } }
  await config(at, 'PutDeliveryChannel', { DeliveryChannel: { name, s3BucketName: properties['S3BucketName'], ...frequency } })
  for (const recorder of await recorders(at)) await startRecorder(recorder.name, at)
}

async function deleteChannel(name: string, _: Properties, at: Provision): Promise<void> {
  for (const recorder of await recorders(at)) await config(at, 'StopConfigurationRecorder', { ConfigurationRecorderName: recorder.name })
  await config(at, 'DeleteDeliveryChannel', { DeliveryChannelName: name }).catch((error: unknown) => {
    if (!(error instanceof AwsError) || !error.code.startsWith('NoSuch')) throw error
  })
}

async function putConfigRule(name: string, properties: Properties, at: Provision): Promise<void> {
  await config(at, 'PutConfigRule', { ConfigRule: { ...properties, ConfigRuleName: name } })
}

const without = async (call: Promise<Body>) => {
  try {
    return await call
  } catch (error) {
    if (error instanceof AwsError && error.code.startsWith('NoSuch')) return undefined
    throw error
  }
}

/** A trail as the API takes it. */
function trailOf(name: string, properties: Properties): Body {
  return {
    Name: name,
    S3BucketName: properties['S3BucketName'],
    S3KeyPrefix: properties['S3KeyPrefix'] ?? '',
    SnsTopicName: properties['SnsTopicName'] ?? '',
    IncludeGlobalServiceEvents: isTrue(properties['IncludeGlobalServiceEvents']),
    IsMultiRegionTrail: isTrue(properties['IsMultiRegionTrail']),
    EnableLogFileValidation: isTrue(properties['EnableLogFileValidation']),
    CloudWatchLogsLogGroupArn: properties['CloudWatchLogsLogGroupArn'] ?? '',
    CloudWatchLogsRoleArn: properties['CloudWatchLogsRoleArn'] ?? '',
    KmsKeyId: properties['KMSKeyId'] ?? '',
    IsOrganizationTrail: isTrue(properties['IsOrganizationTrail']),
  }
}

/** Selectors, insights, then logging: in the order of AWS's handler. */
async function applyTrail(name: string, properties: Properties, at: Provision): Promise<void> {
  const { AdvancedEventSelectors, EventSelectors } = properties
  if (AdvancedEventSelectors) await trail(at, 'PutEventSelectors', { TrailName: name, AdvancedEventSelectors })
  else if (EventSelectors) await trail(at, 'PutEventSelectors', { TrailName: name, EventSelectors })
  await trail(at, 'PutInsightSelectors', { TrailName: name, InsightSelectors: properties['InsightSelectors'] ?? [] })
  await trail(at, isTrue(properties['IsLogging']) ? 'StartLogging' : 'StopLogging', { Name: name })
}

async function readTrail(name: string, _: Properties, at: Provision): Promise<Properties | undefined> {
  const { trailList = [] } = (await trail(at, 'DescribeTrails', { trailNameList: [name], includeShadowTrails: false })) as {
    trailList?: Body[]
  }
  const [found] = trailList
  if (!found) return undefined
  const { IsLogging } = await trail(at, 'GetTrailStatus', { Name: name })
  return { IsLogging, EnableLogFileValidation: found['LogFileValidationEnabled'] }
}

export const GOVERNANCE_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::CloudTrail::Trail': {
    properties: [
      'TrailName',
      'S3BucketName',
      'S3KeyPrefix',
      'SnsTopicName',
      'IncludeGlobalServiceEvents',
      'IsMultiRegionTrail',
      'EnableLogFileValidation',
      'CloudWatchLogsLogGroupArn',
      'CloudWatchLogsRoleArn',
      'KMSKeyId',
      'IsOrganizationTrail',
      'EventSelectors',
      'AdvancedEventSelectors',
      'InsightSelectors',
      'IsLogging',
      'Tags',
    ],
    createOnly: ['TrailName'],
    identifier: 'TrailName',
    create: async (properties, at) => {
      const name = named(properties, 'TrailName', at, 128)
      await trail(at, 'CreateTrail', { ...trailOf(name, properties), TagsList: properties['Tags'] ?? [] })
      at.claim(name)
      await applyTrail(name, properties, at)
      return name
    },
    update: async (name, properties, at) => {
      await trail(at, 'UpdateTrail', trailOf(name, properties))
      await applyTrail(name, properties, at)
      const ResourceId = `arn:${at.partition}:cloudtrail:${at.region}:${at.account}:trail/${name}`
      if (properties['Tags']) await trail(at, 'AddTags', { ResourceId, TagsList: properties['Tags'] })
    },
    delete: async (name, _, at) => void (await unlessGone(trail(at, 'DeleteTrail', { Name: name }))),
    read: readTrail,
  },
  'AWS::Config::ConfigurationRecorder': {
    properties: ['Name', 'RoleARN', 'RecordingGroup'],
    createOnly: ['Name'],
    create: async (properties, at) => {
      const name = String(properties['Name'] ?? 'default')
      await putRecorder(name, properties, at)
      at.claim(name)
      return name
    },
    update: (name, properties, at) => putRecorder(name, properties, at),
    delete: async (name, _, at) => {
      await without(config(at, 'StopConfigurationRecorder', { ConfigurationRecorderName: name }))
      await without(config(at, 'DeleteConfigurationRecorder', { ConfigurationRecorderName: name }))
    },
    read: async (name, _, at) => (await recorders(at)).find((recorder) => recorder.name === name) && {},
  },
  'AWS::Config::DeliveryChannel': {
    properties: ['Name', 'S3BucketName', 'ConfigSnapshotDeliveryProperties'],
    createOnly: ['Name'],
    create: async (properties, at) => {
      const name = String(properties['Name'] ?? 'default')
      await putChannel(name, properties, at)
      at.claim(name)
      return name
    },
    update: (name, properties, at) => putChannel(name, properties, at),
    delete: deleteChannel,
    read: async (name, _, at) => {
      const { DeliveryChannels = [] } = (await config(at, 'DescribeDeliveryChannels', {})) as { DeliveryChannels?: { name: string }[] }
      return DeliveryChannels.find((channel) => channel.name === name) && {}
    },
  },
  'AWS::Config::ConfigRule': {
    properties: ['ConfigRuleName', 'Description', 'Source', 'MaximumExecutionFrequency', 'Scope', 'InputParameters'],
    createOnly: ['ConfigRuleName'],
    create: async (properties, at) => {
      const name = named(properties, 'ConfigRuleName', at, 128)
      await putConfigRule(name, properties, at)
      at.claim(name)
      return name
    },
    update: (name, properties, at) => putConfigRule(name, properties, at),
    delete: async (name, _, at) => void (await without(config(at, 'DeleteConfigRule', { ConfigRuleName: name }))),
    read: async (name, _, at) => ((await without(config(at, 'DescribeConfigRules', { ConfigRuleNames: [name] }))) ? {} : undefined),
  },
}
