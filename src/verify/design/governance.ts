import { mapEvidence, pickEvidence } from '../../model/evidence.ts'
import { arnIn, type Look, member, members, named } from './held.ts'

type Members = Readonly<Record<string, unknown>>
const inner = (value: unknown): Members => (typeof value === 'object' && value !== null ? (value as Members) : {})

const configRule: Look = async (sought) => {
  const { reader, resource } = sought
  const name = named(sought, 'ConfigRuleName')
  const answer = await reader.read('config:DescribeConfigRules', { ConfigRuleNames: [name] }, resource.region)
  const found = pickEvidence(answer, ({ ConfigRules }) => ConfigRules[0], `There is no Config rule ${name}.`)
  return {
    arn: arnIn(sought, 'config', `config-rule/${name}`),
    exists: found,
    live: members(found, {
      Description: (rule) => rule['Description'],
      Source: (rule) => rule['Source'],
      Scope: (rule) => rule['Scope'],
      InputParameters: (rule) => rule['InputParameters'],
      MaximumExecutionFrequency: (rule) => rule['MaximumExecutionFrequency'],
      // One that evaluates at this moment is as active.
      State: ({ ConfigRuleState }) => (ConfigRuleState === 'ACTIVE' || ConfigRuleState === 'EVALUATING' ? undefined : ConfigRuleState),
    }),
  }
}

const recorder: Look = async (sought) => {
  const { reader, resource } = sought
  const name = named(sought, 'Name')
  const [answer, status] = await Promise.all([
    reader.read('config:DescribeConfigurationRecorders', {}, resource.region),
    reader.read('config:DescribeConfigurationRecorderStatus', {}, resource.region),
  ])
  const found = pickEvidence(
    answer,
    ({ ConfigurationRecorders }) => ConfigurationRecorders.find((one) => one.name === name),
    `There is no recorder ${name}.`,
  )
  return {
    arn: arnIn(sought, 'config', `configuration-recorder/${name}`),
    exists: found,
    live: {
      ...members(found, { RoleARN: (one) => one['roleARN'], RecordingGroup: (one) => recordingGroup(inner(one['recordingGroup'])) }),
      Recording: mapEvidence(status, ({ ConfigurationRecordersStatus }) =>
        recordingState(ConfigurationRecordersStatus.find((one) => one.name === name)),
      ),
    },
  }
}

/** Undefined where all is well, as templates say nothing of it. */
function recordingState(status: { recording: boolean; lastStatus?: string } | undefined): 'stopped' | 'failing' | undefined {
  if (!status?.recording) return 'stopped'
  return status.lastStatus?.toLowerCase() === 'failure' ? 'failing' : undefined
}

const recordingGroup = (group: Members) => ({
  AllSupported: group['allSupported'],
  IncludeGlobalResourceTypes: group['includeGlobalResourceTypes'],
  ResourceTypes: group['resourceTypes'],
  ExclusionByResourceTypes: inner(group['exclusionByResourceTypes'])['resourceTypes'],
})

const deliveryChannel: Look = async (sought) => {
  const { reader, resource } = sought
  const name = named(sought, 'Name')
  const answer = await reader.read('config:DescribeDeliveryChannels', {}, resource.region)
  const found = pickEvidence(
    answer,
    ({ DeliveryChannels }) => DeliveryChannels.find((one) => one.name === name),
    `There is no delivery channel ${name}.`,
  )
  return {
    arn: arnIn(sought, 'config', `delivery-channel/${name}`),
    exists: found,
    live: members(found, {
      S3BucketName: (one) => one['s3BucketName'],
      S3KeyPrefix: (one) => one['s3KeyPrefix'],
      S3KmsKeyArn: (one) => one['s3KmsKeyArn'],
      SnsTopicARN: (one) => one['snsTopicARN'],
      ConfigSnapshotDeliveryProperties: (one) => {
        const frequency = inner(one['configSnapshotDeliveryProperties'])['deliveryFrequency']
        return frequency === undefined ? undefined : { DeliveryFrequency: frequency }
      },
    }),
  }
}

const database: Look = async (sought) => {
  const { reader, resource, place } = sought
  const Name = String(inner(resource.properties['DatabaseInput'])['Name'])
  const answer = await reader.read('glue:GetDatabase', { CatalogId: place.account, Name }, resource.region)
  return {
    arn: arnIn(sought, 'glue', `database/${Name}`),
    exists: answer,
    live: members(answer, {
      DatabaseInput: ({ Database }) => only(Database, ['Name', 'Description', 'LocationUri', 'Parameters', 'TargetDatabase']),
    }),
  }
}

const TABLE = [
  'Name',
  'Description',
  'Owner',
  'Retention',
  'StorageDescriptor',
  'PartitionKeys',
  'ViewOriginalText',
  'ViewExpandedText',
  'TableType',
  'Parameters',
  'TargetTable',
]

const table: Look = async (sought) => {
  const { reader, resource, place } = sought
  const DatabaseName = named(sought, 'DatabaseName')
  const Name = String(inner(resource.properties['TableInput'])['Name'])
  const answer = await reader.read('glue:GetTable', { CatalogId: place.account, DatabaseName, Name }, resource.region)
  return {
    arn: arnIn(sought, 'glue', `table/${DatabaseName}/${Name}`),
    exists: answer,
    live: members(answer, { TableInput: ({ Table }) => only(Table, TABLE) }),
  }
}

/** The members that templates can name; Glue says 0 where a number was never given. */
const only = (value: Members, names: readonly string[]) => withoutZeros(Object.fromEntries(names.map((name) => [name, value[name]])))

const withoutZeros = (value: Members): Members =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== 0)
      .map(([name, item]) => [name, name === 'StorageDescriptor' ? withoutZeros(inner(item)) : item]),
  )

/** Athena adds the engine it uses to the one that was chosen. */
const withChosenEngine = (configuration: Members) => {
  const { EffectiveEngineVersion: _, ...EngineVersion } = inner(configuration['EngineVersion'])
  return { ...configuration, EngineVersion }
}

const workGroup: Look = async (sought) => {
  const { reader, resource } = sought
  const name = named(sought, 'Name')
  const arn = arnIn(sought, 'athena', `workgroup/${name}`)
  const [answer, tags] = await Promise.all([
    reader.read('athena:GetWorkGroup', { WorkGroup: name }, resource.region),
    reader.read('athena:ListTagsForResource', { ResourceARN: arn }, resource.region),
  ])
  return {
    arn,
    exists: answer,
    live: {
      ...members(answer, {
        Description: ({ WorkGroup }) => WorkGroup.Description,
        State: ({ WorkGroup }) => WorkGroup.State,
        WorkGroupConfiguration: ({ WorkGroup }) => withChosenEngine(inner(WorkGroup.Configuration)),
      }),
      Tags: member(tags, ({ Tags }) => Tags),
    },
  }
}

const namedQuery: Look = async (sought) => {
  const { reader, resource, physicalId } = sought
  const label = arnIn(sought, 'athena', `namedquery/${named(sought, 'Name')}`)
  if (physicalId.state !== 'read') return { arn: label, exists: physicalId, live: {} }
  const answer = await reader.read('athena:GetNamedQuery', { NamedQueryId: physicalId.value }, resource.region)
  return {
    arn: label,
    exists: answer,
    live: members(answer, {
      Name: ({ NamedQuery }) => NamedQuery.Name,
      Description: ({ NamedQuery }) => NamedQuery.Description,
      Database: ({ NamedQuery }) => NamedQuery.Database,
      QueryString: ({ NamedQuery }) => NamedQuery.QueryString,
      WorkGroup: ({ NamedQuery }) => NamedQuery.WorkGroup,
    }),
  }
}

export const GOVERNANCE: Readonly<Record<string, Look>> = {
  'AWS::Config::ConfigRule': configRule,
  'AWS::Config::ConfigurationRecorder': recorder,
  'AWS::Config::DeliveryChannel': deliveryChannel,
  'AWS::Glue::Database': database,
  'AWS::Glue::Table': table,
  'AWS::Athena::WorkGroup': workGroup,
  'AWS::Athena::NamedQuery': namedQuery,
}
