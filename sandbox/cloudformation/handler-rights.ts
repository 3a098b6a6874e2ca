import { isDeepStrictEqual } from 'node:util'
import handlers from './handler-permissions.json' with { type: 'json' }
import { isTrue, type Properties } from './types/type.ts'

export type Handler = 'create' | 'update' | 'delete' | 'read'

interface Known {
  handlers: Partial<Record<Handler, string[]>> | null
  source?: { denialIgnored?: string[] }
}

const TYPES = handlers.types as Readonly<Record<string, Known>>

/** What happens to a resource, as far as its handler looks at it. */
export interface Operation {
  properties: Properties
  /** What they were, for an update. */
  before: Properties
}

/** Properties whose presence, or change in an update, makes a handler use a right; or a test of its own; or the reason why it never does. */
type When = readonly string[] | ((operation: Operation, handler: Handler) => boolean) | { never: string }

const has = (properties: Properties, name: string) => properties[name] !== undefined
const tagKeys = ({ Tags }: Properties) => (Array.isArray(Tags) ? Tags : []).map((tag: { Key?: unknown }) => String(tag.Key))

/** Tags are taken off where one is gone; a few handlers take all off before they delete. */
const UNTAGS: When = ({ properties, before }, handler) =>
  handler === 'delete' ? has(properties, 'Tags') : handler === 'update' && tagKeys(before).some((key) => !tagKeys(properties).includes(key))
const becomes =
  (name: string, value: boolean): When =>
  ({ properties, before }, handler) =>
    isTrue(properties[name]) === value && (handler === 'create' ? has(properties, name) : isTrue(before[name]) !== value)

const VENDED: When = { never: 'for the delivery of vended logs' }
const S3_TABLES: When = { never: 'for metadata tables' }

/** What a right is for, where a handler uses it for some resources only: the first row that fits. Source: each type's reference. */
export const ASKED: readonly [type: RegExp, right: RegExp, when: When][] = [
  [/./, /^iam:PassRole$/, { never: 'it is decided with the call that hands the role on' }],
  [/^AWS::Logs::LogGroup$/, /^(?:firehose|s3):|LogDelivery$|:(?:Put|Delete)ResourcePolicy$/, VENDED],
  [/./, /:(?:Untag\w*|RemoveTags)$/, UNTAGS],
  [/./, /:(?:Tag\w*|AddTags|PutBucketTagging)$/, ['Tags']],
  [/^AWS::Athena::WorkGroup$/, /^(?:iam|kms|s3):/, { never: 'create and update are one call; these are for queries' }],
  [
    /^AWS::CloudTrail::Trail$/,
    /^organizations:|^iam:CreateServiceLinkedRole$/,
    ({ properties }) => isTrue(properties['IsOrganizationTrail']),
  ],
  [/^AWS::CloudTrail::Trail$/, /^iam:GetRole$/, ['CloudWatchLogsRoleArn']],
  [/^AWS::CloudTrail::Trail$/, /:PutEventConfiguration$/, ['ContextKeySelectors', 'MaxEventSize', 'AggregationConfigurations']],
  [/^AWS::CloudTrail::Trail$/, /:PutEventSelectors$/, ['EventSelectors', 'AdvancedEventSelectors']],
  [/^AWS::CloudTrail::Trail$/, /:PutInsightSelectors$/, ['InsightSelectors']],
  [/^AWS::CloudTrail::Trail$/, /:StartLogging$/, becomes('IsLogging', true)],
  [/^AWS::CloudTrail::Trail$/, /:StopLogging$/, becomes('IsLogging', false)],
  [/^AWS::ECR::Repository$/, /^kms:/, ['EncryptionConfiguration']],
  [/^AWS::ECR::Repository$/, /LifecyclePolicy$/, ['LifecyclePolicy']],
  [/^AWS::ECR::Repository$/, /RepositoryPolicy$/, ['RepositoryPolicyText']],
  [/^AWS::ECR::Repository$/, /:PutImageScanningConfiguration$/, ['ImageScanningConfiguration']],
  [/^AWS::ECR::Repository$/, /:PutImageTagMutability$/, ['ImageTagMutability']],
  [/^AWS::EKS::PodIdentityAssociation$/, /^iam:/, ['RoleArn']],
  [/^AWS::Events::Rule$/, /:(?:PutTargets|RemoveTargets)$/, ['Targets']],
  [/^AWS::Glue::Database$/, /Connection$/, { never: 'for federated databases' }],
  [/^AWS::IAM::ManagedPolicy$/, /:(?:Attach|Detach)Role/, ['Roles']],
  [/^AWS::IAM::ManagedPolicy$/, /:(?:Attach|Detach)Group/, ['Groups']],
  [/^AWS::IAM::ManagedPolicy$/, /:(?:Attach|Detach)User/, ['Users']],
  [
    /^AWS::IAM::ManagedPolicy$/,
    /PolicyVersion$/,
    ({ properties, before }, handler) => handler === 'read' || !isDeepStrictEqual(properties['PolicyDocument'], before['PolicyDocument']),
  ],
  [/^AWS::IAM::OIDCProvider$/, /ClientID/, ['ClientIdList']],
  [/^AWS::IAM::OIDCProvider$/, /Thumbprint$/, ['ThumbprintList']],
  [/^AWS::IAM::Role$/, /:(?:Attach|Detach)RolePolicy$/, ['ManagedPolicyArns']],
  [/^AWS::IAM::Role$/, /:(?:Put|Delete|Get)RolePolicy$/, ['Policies']],
  [/^AWS::IAM::Role$/, /RolePermissionsBoundary$/, ['PermissionsBoundary']],
  [/^AWS::IAM::Role$/, /:UpdateAssumeRolePolicy$/, ['AssumeRolePolicyDocument']],
  [/^AWS::IAM::Role$/, /:UpdateRole$/, ['MaxSessionDuration', 'Description']],
  [/^AWS::IAM::Role$/, /:UpdateRoleDescription$/, ['Description']],
  [/^AWS::IAM::ServiceLinkedRole$/, /:UpdateRole$/, ['Description']],
  [/^AWS::KMS::Key$/, /:DisableKey$/, becomes('Enabled', false)],
  [/^AWS::KMS::Key$/, /:EnableKey$/, ({ properties, before }) => before['Enabled'] === false && properties['Enabled'] !== false],
  [/^AWS::KMS::Key$/, /:EnableKeyRotation$/, becomes('EnableKeyRotation', true)],
  [/^AWS::KMS::Key$/, /:DisableKeyRotation$/, becomes('EnableKeyRotation', false)],
  [/^AWS::KMS::Key$/, /:UpdateKeyDescription$/, ['Description']],
  [/^AWS::KMS::Key$/, /:PutKeyPolicy$/, ['KeyPolicy']],
  [/^AWS::Logs::LogGroup$/, /:(?:Put|Delete)DataProtectionPolicy$/, ['DataProtectionPolicy']],
  [/^AWS::Logs::LogGroup$/, /:(?:Put|Delete)IndexPolicy$/, ['FieldIndexPolicies']],
  [/^AWS::Logs::LogGroup$/, /BearerTokenAuthentication$/, ['BearerTokenAuthenticationEnabled']],
  [/^AWS::Logs::LogGroup$/, /DeletionProtection$/, ['DeletionProtectionEnabled']],
  [
    /^AWS::Logs::LogGroup$/,
    /:PutRetentionPolicy$/,
    ({ properties, before }) =>
      has(properties, 'RetentionInDays') && !isDeepStrictEqual(properties['RetentionInDays'], before['RetentionInDays']),
  ],
  [
    /^AWS::Logs::LogGroup$/,
    /:DeleteRetentionPolicy$/,
    ({ properties, before }) => has(before, 'RetentionInDays') && !has(properties, 'RetentionInDays'),
  ],
  [
    /^AWS::Logs::LogGroup$/,
    /:AssociateKmsKey$/,
    ({ properties, before }) => has(properties, 'KmsKeyId') && properties['KmsKeyId'] !== before['KmsKeyId'],
  ],
  [/^AWS::Logs::LogGroup$/, /:DisassociateKmsKey$/, ({ properties, before }) => has(before, 'KmsKeyId') && !has(properties, 'KmsKeyId')],
  [/^AWS::S3::Bucket$/, /^s3tables:|MetadataTable|Metadata\w+TableConfiguration$|:DeleteObject$|:PutObjectAcl$/, S3_TABLES],
  [/^AWS::S3::Bucket$/, /:(?:Get|Put)BucketAcl$/, ['AccessControl']],
  [/^AWS::S3::Bucket$/, /:Put(?:Bucket)?Accelerate/, ['AccelerateConfiguration']],
  [/^AWS::S3::Bucket$/, /:(?:Put|Delete)\w*Analytics/, ['AnalyticsConfigurations']],
  [/^AWS::S3::Bucket$/, /:PutBucketAbac$/, ['AbacStatus']],
  [/^AWS::S3::Bucket$/, /:(?:Put|Delete)BucketC(?:ORS|ors)$/, ['CorsConfiguration']],
  [/^AWS::S3::Bucket$/, /:PutBucketLogging$/, ['LoggingConfiguration']],
  [/^AWS::S3::Bucket$/, /:PutBucketNotification$/, ['NotificationConfiguration']],
  [/^AWS::S3::Bucket$/, /:PutBucketObjectLockConfiguration$/, ['ObjectLockConfiguration', 'ObjectLockEnabled']],
  [/^AWS::S3::Bucket$/, /:PutBucketOwnershipControls$/, ['OwnershipControls']],
  [/^AWS::S3::Bucket$/, /:PutBucketPublicAccessBlock$/, ['PublicAccessBlockConfiguration']],
  [/^AWS::S3::Bucket$/, /:PutReplicationConfiguration$/, ['ReplicationConfiguration']],
  [/^AWS::S3::Bucket$/, /:PutBucketVersioning$/, ['VersioningConfiguration']],
  [/^AWS::S3::Bucket$/, /:(?:Put|Delete)BucketWebsite$/, ['WebsiteConfiguration']],
  [/^AWS::S3::Bucket$/, /:PutEncryptionConfiguration$/, ['BucketEncryption']],
  [/^AWS::S3::Bucket$/, /:PutIntelligentTieringConfiguration$/, ['IntelligentTieringConfigurations']],
  [/^AWS::S3::Bucket$/, /:PutInventoryConfiguration$/, ['InventoryConfigurations']],
  [/^AWS::S3::Bucket$/, /:PutLifecycleConfiguration$/, ['LifecycleConfiguration']],
  [/^AWS::S3::Bucket$/, /:(?:Put|Delete)\w*Metrics/, ['MetricsConfigurations']],
  [/^AWS::SNS::Topic$/, /^iam:/, ['DeliveryStatusLogging']],
  [/^AWS::SNS::Topic$/, /:PutDataProtectionPolicy$/, ['DataProtectionPolicy']],
  [/^AWS::SNS::Topic$/, /:(?:Subscribe|Unsubscribe)$/, ['Subscription']],
  [/^AWS::SNS::Topic$/, /:SetTopicAttributes$/, ['DisplayName', 'KmsMasterKeyId', 'SignatureVersion', 'TracingConfig']],
]

/** Names in the schemas that IAM knows no action by. */
export const NO_ACTION =
  /^s3:(?:REST\.|DeleteBucket(?:AnalyticsConfiguration|Cors|Encryption|Lifecycle|MetricsConfiguration|Replication)$|PutBucketReplication$|PutObjectLockConfiguration$)/

/** Rights that a handler uses last, with the calls that the sandbox makes in its place. */
const ENDS = /:(?:Delete|Detach|Remove|Retire|Schedule|SetTopicAttributes)/

/**
 * The rights a handler needs of its caller for one resource, beside those of the calls that were made for it: what the type's schema
 * lists, without the denials the handler is known to ignore, and without what it lists for cases that this resource is not.
 */
export function demandedRights(type: string, handler: Handler, operation: Operation, made: ReadonlySet<string>): string[] {
  const known = TYPES[type]
  // What was made or changed is read afterwards, for its attributes.
  const kinds: readonly Handler[] = handler === 'create' || handler === 'update' ? [handler, 'read'] : [handler]
  const ignored = (known?.source?.denialIgnored ?? []).map((text) => text.split(' ')[0] ?? '')
  const listed = kinds.flatMap((kind) => (known?.handlers?.[kind] ?? []).map((right) => ({ right, kind })))
  const asked = listed.filter(({ right, kind }) => {
    if (NO_ACTION.test(right) || made.has(right.toLowerCase()) || ignored.some((name) => right.startsWith(name.replace('…', ''))))
      return false
    if (kind === 'delete' && ENDS.test(right)) return false
    return isAsked(type, right, operation, kind)
  })
  return [...new Set(asked.map(({ right }) => right))]
}

/** Whether a right is listed for what this resource is, or has changed. */
export function isAsked(type: string, right: string, operation: Operation, handler: Handler): boolean {
  const [, , when] = ASKED.find(([types, rights]) => types.test(type) && rights.test(right)) ?? []
  if (when === undefined) return true
  if (typeof when === 'function') return when(operation, handler)
  if ('never' in when) return false
  const { properties, before } = operation
  return when.some((name) => (handler === 'update' ? !isDeepStrictEqual(properties[name], before[name]) : has(properties, name)))
}

/** Actions that policies can only name `*` for. Source: Service Authorization Reference. */
export const WITHOUT_RESOURCE: ReadonlySet<string> = new Set([
  'cloudtrail:DescribeTrails',
  'config:DescribeComplianceByConfigRule',
  'config:DescribeConfigRules',
  'kms:CreateKey',
  'kms:ListAliases',
  'lakeformation:DescribeLakeFormationIdentityCenterConfiguration',
  'lakeformation:DescribeResource',
  'lakeformation:ListResources',
  'logs:CreateLogDelivery',
  'logs:DeleteIndexPolicy',
  'logs:DeleteResourcePolicy',
  'logs:DescribeIndexPolicies',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:PutIndexPolicy',
  'logs:PutResourcePolicy',
  'organizations:DescribeOrganization',
  'organizations:ListAWSServiceAccessForOrganization',
])
