import type { DesignedResource } from '../../model/design.ts'

/** Properties that are policies, compared by what they allow and deny. */
export const POLICIES: readonly string[] = ['PolicyDocument', 'KeyPolicy', 'AssumeRolePolicyDocument', 'RepositoryPolicyText']

/** Lists whose order means something. */
export const ORDERED: readonly string[] = ['Columns', 'PartitionKeys']

/**
 * Properties of templates that are not compared, and why not. What is missing here and in the answers is found by a test: a
 * property that nothing looks at would be a change that nobody sees.
 */
export const NOT_COMPARED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::S3::Bucket': { BucketName: 'its name', ObjectLockEnabled: 'part of ObjectLockConfiguration in the account' },
  'AWS::S3::BucketPolicy': { Bucket: 'its name' },
  'AWS::KMS::Key': { PendingWindowInDays: 'used when the key is deleted, and kept nowhere' },
  'AWS::KMS::Alias': { AliasName: 'its name' },
  'AWS::CloudTrail::Trail': { TrailName: 'its name' },
  'AWS::Logs::LogGroup': { LogGroupName: 'its name' },
  'AWS::Logs::MetricFilter': { LogGroupName: 'its name', FilterName: 'its name' },
  'AWS::CloudWatch::Alarm': { AlarmName: 'its name' },
  'AWS::CloudWatch::Dashboard': { DashboardName: 'its name' },
  'AWS::SNS::Topic': { TopicName: 'its name' },
  'AWS::SNS::TopicPolicy': { Topics: 'its name' },
  'AWS::Events::Rule': { Name: 'its name' },
  'AWS::Config::ConfigRule': { ConfigRuleName: 'its name' },
  'AWS::Config::ConfigurationRecorder': { Name: 'its name' },
  'AWS::Config::DeliveryChannel': { Name: 'its name' },
  'AWS::IAM::Role': { RoleName: 'its name' },
  'AWS::IAM::ServiceLinkedRole': { AWSServiceName: 'its name' },
  'AWS::IAM::ManagedPolicy': { ManagedPolicyName: 'its name', Roles: 'seen at the roles' },
  'AWS::ECR::Repository': { RepositoryName: 'its name' },
  'AWS::Glue::Database': { CatalogId: 'its place' },
  'AWS::Glue::Table': { CatalogId: 'its place', DatabaseName: 'its place' },
  'AWS::Athena::WorkGroup': { Name: 'its name', RecursiveDeleteOption: 'used when the workgroup is deleted, and kept nowhere' },
}

/** What AWS makes of a property that the template leaves out. Source: CloudFormation resource reference. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'AWS::S3::Bucket': {
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
  },
  'AWS::KMS::Key': { KeySpec: 'SYMMETRIC_DEFAULT' },
  'AWS::Logs::LogGroup': { LogGroupClass: 'STANDARD' },
  'AWS::CloudWatch::Alarm': { ActionsEnabled: true },
  'AWS::Events::Rule': { State: 'ENABLED' },
  'AWS::IAM::Role': { MaxSessionDuration: 3600 },
  'AWS::ECR::Repository': { ImageTagMutability: 'MUTABLE', EncryptionConfiguration: { EncryptionType: 'AES256' } },
  'AWS::Athena::WorkGroup': { State: 'ENABLED' },
}

/** What a property must be, with AWS's default where the template says nothing. */
export function designedValue({ type, properties }: DesignedResource, property: string): unknown {
  const value = properties[property] ?? DEFAULTS[type]?.[property]
  return type in ADAPTED ? ADAPTED[type]?.(property, value, properties) : value
}

type Adapt = (property: string, value: unknown, properties: Readonly<Record<string, unknown>>) => unknown
type Mapping = Readonly<Record<string, unknown>>

/** Where the account has a property in another form than the template. */
const ADAPTED: Readonly<Record<string, Adapt>> = {
  // What a selector is called decides nothing.
  'AWS::CloudTrail::Trail': (property, value) =>
    property === 'AdvancedEventSelectors' && Array.isArray(value)
      ? value.map(({ FieldSelectors }: { FieldSelectors: unknown }) => ({ FieldSelectors }))
      : value,
  // KMS rotates once a year where nothing else is said.
  'AWS::KMS::Key': (property, value, { EnableKeyRotation }) =>
    property === 'RotationPeriodInDays' && EnableKeyRotation !== undefined ? (value ?? 365) : value,
  // S3 says of every lifecycle what it does with small objects, and of a bucket with Object Lock that it is on.
  'AWS::S3::Bucket': (property, value, properties) => {
    if (property === 'LifecycleConfiguration' && value !== undefined)
      return { TransitionDefaultMinimumObjectSize: 'all_storage_classes_128K', ...(value as Mapping) }
    if (property === 'ObjectLockConfiguration' && properties['ObjectLockEnabled'] !== undefined)
      return { ObjectLockEnabled: 'Enabled', ...(value as Mapping | undefined) }
    return value
  },
}

/** What sets a resource back, whichever it is. */
export const REVERT =
  "Run `mlops-audit deploy --revert-drift` to set it back (bootstrap is an administrator's: `--bootstrap`); where the change is meant, put it into the config. CloudTrail has who made it."
