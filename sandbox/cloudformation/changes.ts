import type { ParsedTemplate, TemplateResource } from '../../src/model/template.ts'
import { escapeXml } from '../xml.ts'
import type { Drift } from './drift.ts'

export interface StackVersion {
  /** The template as it was submitted. */
  body: string
  template: ParsedTemplate
  parameters: ReadonlyMap<string, string>
}

export interface ResourceChange {
  action: 'Add' | 'Modify' | 'Remove' | 'Import'
  logicalId: string
  type: string
  replacement: 'True' | 'False' | undefined
  properties: string[]
  /** Values of properties, as texts. */
  values?: ReadonlyMap<string, { before: string | undefined; after: string | undefined }>
  /** What was changed outside of the stack, in a drift-aware change set. */
  drift?: Drift
}

/** Properties whose change makes CloudFormation replace the resource. Source: CloudFormation resource reference, for the types we render. */
const CREATE_ONLY: Readonly<Record<string, readonly string[]>> = {
  'AWS::S3::Bucket': ['BucketName', 'ObjectLockEnabled'],
  'AWS::CloudTrail::Trail': ['TrailName'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::IAM::Role': ['RoleName', 'Path'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName', 'Path', 'Description'],
  'AWS::KMS::Alias': ['AliasName'],
  'AWS::KMS::Key': ['KeyUsage', 'KeySpec', 'Origin', 'MultiRegion'],
  'AWS::SNS::Topic': ['TopicName', 'FifoTopic'],
  'AWS::S3::BucketPolicy': ['Bucket'],
  'AWS::Events::Rule': ['Name', 'EventBusName'],
  'AWS::IAM::OIDCProvider': ['Url'],
  'AWS::ECR::Repository': ['RepositoryName', 'EncryptionConfiguration'],
  'AWS::Glue::Database': ['CatalogId'],
  'AWS::Glue::Table': ['CatalogId', 'DatabaseName'],
  'AWS::Athena::WorkGroup': ['Name'],
  'AWS::Athena::NamedQuery': ['Name', 'Description', 'Database', 'WorkGroup', 'QueryString'],
  'AWS::Config::ConfigRule': ['ConfigRuleName'],
  'AWS::Config::ConfigurationRecorder': ['Name'],
  'AWS::Config::DeliveryChannel': ['Name'],
  'AWS::CloudWatch::Dashboard': ['DashboardName'],
  'AWS::EKS::PodIdentityAssociation': ['ClusterName', 'Namespace', 'ServiceAccount'],
  'AWS::IAM::ServiceLinkedRole': ['AWSServiceName', 'CustomSuffix'],
}

/** What a change set really changes: resource definitions compared, parameters followed through Ref. */
export function changesBetween(before: StackVersion | undefined, after: StackVersion): ResourceChange[] {
  const old = before?.template.Resources ?? {}
  const changedParameters = new Set(
    [...new Set([...Object.keys(after.template.Parameters ?? {}), ...Object.keys(before?.template.Parameters ?? {})])].filter(
      (name) => before && parameterValue(before, name) !== parameterValue(after, name),
    ),
  )
  const added = Object.entries(after.template.Resources).flatMap(([logicalId, resource]): ResourceChange[] => {
    const previous = old[logicalId]
    if (!previous) return [{ action: 'Add', logicalId, type: resource.Type, replacement: undefined, properties: [] }]
    const properties = changedProperties(previous, resource, changedParameters)
    if (properties.length === 0) return []
    const replaced = previous.Type !== resource.Type || properties.some((property) => CREATE_ONLY[resource.Type]?.includes(property))
    return [{ action: 'Modify', logicalId, type: resource.Type, replacement: replaced ? 'True' : 'False', properties }]
  })
  const removed = Object.entries(old)
    .filter(([logicalId]) => !(logicalId in after.template.Resources))
    .map(
      ([logicalId, resource]): ResourceChange => ({
        action: 'Remove',
        logicalId,
        type: resource.Type,
        replacement: undefined,
        properties: [],
      }),
    )
  return [...added, ...removed]
}

function parameterValue(version: StackVersion, name: string): string {
  return version.parameters.get(name) ?? String(version.template.Parameters?.[name]?.Default ?? '')
}

function changedProperties(before: TemplateResource, after: TemplateResource, changedParameters: ReadonlySet<string>): string[] {
  const names = new Set([...Object.keys(before.Properties ?? {}), ...Object.keys(after.Properties ?? {})])
  const changed = [...names].filter((name) => {
    const [a, b] = [before.Properties?.[name], after.Properties?.[name]]
    return JSON.stringify(a) !== JSON.stringify(b) || mentions(b, changedParameters)
  })
  const attributes = (['DeletionPolicy', 'UpdateReplacePolicy'] as const).filter((name) => before[name] !== after[name])
  return [...changed, ...attributes]
}

function mentions(value: unknown, parameters: ReadonlySet<string>): boolean {
  if (parameters.size === 0 || typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => mentions(item, parameters))
  return Object.entries(value).some(([key, item]) => (key === 'Ref' && parameters.has(String(item))) || mentions(item, parameters))
}

export function changesXml(changes: readonly ResourceChange[], physicalIds: ReadonlyMap<string, string>): string {
  const member = (change: ResourceChange) => {
    const physical = physicalIds.get(change.logicalId)
    const details = change.properties.map((name) => detailXml(change, name))
    const drift = change.drift ? `<ResourceDriftStatus>${change.drift.status}</ResourceDriftStatus>` : ''
    return `<member><Type>Resource</Type><ResourceChange><Action>${change.action}</Action><LogicalResourceId>${change.logicalId}</LogicalResourceId>${physical && change.action !== 'Add' ? `<PhysicalResourceId>${escapeXml(physical)}</PhysicalResourceId>` : ''}<ResourceType>${change.type}</ResourceType>${change.replacement ? `<Replacement>${change.replacement}</Replacement><Scope><member>Properties</member></Scope>` : ''}${drift}<Details>${details.join('')}</Details></ResourceChange></member>`
  }
  return changes.map(member).join('')
}

function detailXml(change: ResourceChange, name: string): string {
  const isAttribute = name === 'DeletionPolicy' || name === 'UpdateReplacePolicy'
  const tag = (key: string, value: string | undefined) => (value === undefined ? '' : `<${key}>${escapeXml(value)}</${key}>`)
  const value = change.values?.get(name)
  const drifted = change.drift?.properties.find((property) => property.name === name)
  const target = [
    `<Attribute>${isAttribute ? name : 'Properties'}</Attribute><Name>${name}</Name>`,
    isAttribute ? '' : `<Path>/Properties/${name}</Path>`,
    `<RequiresRecreation>${change.replacement === 'True' && CREATE_ONLY[change.type]?.includes(name) ? 'Always' : 'Never'}</RequiresRecreation>`,
    tag('BeforeValue', drifted ? drifted.actual : value?.before),
    tag('AfterValue', value?.after),
    drifted ? `<Drift>${tag('PreviousValue', drifted.previous)}${tag('ActualValue', drifted.actual)}</Drift>` : '',
  ]
  return `<member><Target>${target.join('')}</Target><Evaluation>Static</Evaluation><ChangeSource>DirectModification</ChangeSource></member>`
}
