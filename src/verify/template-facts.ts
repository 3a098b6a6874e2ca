import { madeUpKeyId, resolvedTemplate } from '../cloudformation/resolved.ts'
import type { Config } from '../model/config.ts'
import { absent, type Evidence, read, undecided } from '../model/evidence.ts'
import type {
  BucketFacts,
  Facts,
  KeyFacts,
  LifecycleRule,
  LogGroupFacts,
  OidcProviderFacts,
  RoleFacts,
  RoleKind,
  TrailFacts,
} from '../model/facts.ts'
import { GITHUB_PROVIDER_HOST, partitionOf } from '../model/partition.ts'
import type { ParsedTemplate, TemplateResource } from '../model/template.ts'
import { designedRoles } from './collect/collect.ts'
import { kindByTrust } from './collect/discovered.ts'

/** Reads a template answers as well as AWS would; checks that stand on these alone can be decided before anything is deployed. */
export const DECIDABLE_READS: readonly string[] = [
  'cloudtrail:DescribeTrails',
  'cloudtrail:GetEventSelectors',
  'cloudtrail:GetInsightSelectors',
  'iam:GetOpenIDConnectProvider',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:GetRole',
  'iam:GetRolePolicy',
  'iam:ListAttachedRolePolicies',
  'iam:ListRolePolicies',
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'logs:DescribeLogGroups',
  's3:GetBucketLogging',
  's3:GetBucketOwnershipControls',
  's3:GetBucketPolicy',
  's3:GetBucketPublicAccessBlock',
  's3:GetBucketVersioning',
  's3:GetEncryptionConfiguration',
  's3:GetLifecycleConfiguration',
]

type Properties = Record<string, unknown>

export interface PlacedTemplate {
  parsed: ParsedTemplate
  region: string
}

export interface TemplateFactsOptions {
  account: string
  region: string
  config: Config | undefined
  collectedAt: string
}

interface Found {
  logicalId: string
  resource: TemplateResource
  properties: Properties
  region: string
}

/** Facts as a verification would find them, had the templates been deployed as they are. */
export function templateFacts(templates: readonly PlacedTemplate[], options: TemplateFactsOptions): Facts {
  const { account, region, config, collectedAt } = options
  const partition = partitionOf(region)?.id ?? 'aws'
  const all = templates.flatMap(({ parsed, region: where }): Found[] =>
    Object.entries(resolvedTemplate(parsed, { account, region: where }).Resources).map(([logicalId, resource]) => ({
      logicalId,
      resource,
      properties: resource.Properties ?? {},
      region: where,
    })),
  )
  const world = { all, account, partition, config }
  const trails = ofType(all, 'AWS::CloudTrail::Trail').map((found) => trailOf(found, world))
  return {
    account,
    region,
    partition,
    config,
    collectedAt,
    trails,
    logBuckets: ofType(all, 'AWS::S3::Bucket').flatMap((found) => logBucketOf(found, trails, world)),
    keys: ofType(all, 'AWS::KMS::Key').flatMap((found) => logKeyOf(found, trails, world)),
    logGroups: ofType(all, 'AWS::Logs::LogGroup').flatMap((found) => logGroupOf(found, trails, world)),
    roles: ofType(all, 'AWS::IAM::Role').flatMap((found) => roleOf(found, trails, world)),
    oidcProviders: ofType(all, 'AWS::IAM::OIDCProvider').flatMap((found) => providerOf(found, world)),
  }
}

/** Where a template has each resource that checks judge: by ARN, the index of the template and the logical id. */
export function templateArns(
  templates: readonly PlacedTemplate[],
  { account, region }: Pick<TemplateFactsOptions, 'account' | 'region'>,
): Map<string, { template: number; logicalId: string }> {
  const partition = partitionOf(region)?.id ?? 'aws'
  return new Map(
    templates.flatMap(({ parsed, region: where }, template) =>
      Object.entries(resolvedTemplate(parsed, { account, region: where }).Resources).flatMap(([logicalId, resource]) => {
        const arn = arnOf({ logicalId, resource, properties: resource.Properties ?? {}, region: where }, { account, partition })
        return arn === undefined ? [] : [[arn, { template, logicalId }] as const]
      }),
    ),
  )
}

interface World {
  all: readonly Found[]
  account: string
  partition: string
  config: Config | undefined
}

/** ARN of a resource that checks judge, as it will be. */
function arnOf(
  { logicalId, resource, properties, region }: Found,
  { account, partition }: Pick<World, 'account' | 'partition'>,
): string | undefined {
  const name = (key: string) => text(properties[key]) || logicalId
  const at = (service: string, where = region) => `arn:${partition}:${service}:${where}:${account}`
  switch (resource.Type) {
    case 'AWS::CloudTrail::Trail':
      return `${at('cloudtrail')}:trail/${name('TrailName')}`
    case 'AWS::S3::Bucket':
      return `arn:${partition}:s3:::${name('BucketName')}`
    case 'AWS::KMS::Key':
      return `${at('kms')}:key/${madeUpKeyId(logicalId)}`
    case 'AWS::Logs::LogGroup':
      return `${at('logs')}:log-group:${name('LogGroupName')}`
    case 'AWS::IAM::Role':
      return `${at('iam', '')}:role/${name('RoleName')}`
    case 'AWS::IAM::OIDCProvider':
      return `${at('iam', '')}:oidc-provider/${text(properties['Url']).replace('https://', '')}`
    default:
      return undefined
  }
}

function ofType(all: readonly Found[], type: string): Found[] {
  return all.filter(({ resource }) => resource.Type === type)
}

const isTrue = (value: unknown) => String(value).toLowerCase() === 'true'
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A value the template leaves to the deployment (a parameter without default, another stack's export) decides nothing. */
function known<T>(value: T | undefined, whenMissing: string): Evidence<T> {
  if (value === undefined) return absent(whenMissing)
  return /"Fn::|\{"Ref"/.test(JSON.stringify(value)) ? undecided('the value is known at deployment only') : read(value)
}

const UNDECIDED = undecided('a template does not tell')

function trailOf(found: Found, world: World): TrailFacts {
  const { properties, region, logicalId } = found
  const name = text(properties['TrailName']) || logicalId
  const arn = arnOf(found, world) ?? name
  const optional = (key: string, value: unknown) => (value === undefined ? {} : { [key]: value as string })
  const selectors = {
    ...optional('AdvancedEventSelectors', properties['AdvancedEventSelectors']),
    ...optional('EventSelectors', properties['EventSelectors']),
  }
  // Without selectors a trail logs all management events.
  const effective =
    Object.keys(selectors).length > 0 ? selectors : { EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }] }
  return {
    arn,
    description: known(
      {
        Name: name,
        TrailARN: arn,
        HomeRegion: region,
        S3BucketName: text(properties['S3BucketName']),
        ...optional('S3KeyPrefix', properties['S3KeyPrefix']),
        ...optional('KmsKeyId', properties['KMSKeyId']),
        ...optional('CloudWatchLogsLogGroupArn', properties['CloudWatchLogsLogGroupArn']),
        ...optional('CloudWatchLogsRoleArn', properties['CloudWatchLogsRoleArn']),
        IsMultiRegionTrail: isTrue(properties['IsMultiRegionTrail']),
        IncludeGlobalServiceEvents: isTrue(properties['IncludeGlobalServiceEvents']),
        LogFileValidationEnabled: isTrue(properties['EnableLogFileValidation']),
        IsOrganizationTrail: isTrue(properties['IsOrganizationTrail']),
      },
      '',
    ),
    status: UNDECIDED,
    eventSelectors: known(effective as never, ''),
    insightSelectors: known(
      properties['InsightSelectors'] && { InsightSelectors: properties['InsightSelectors'] as { InsightType: string }[] },
      'The trail has no InsightSelectors.',
    ) as TrailFacts['insightSelectors'],
  }
}

function describedBy(trails: readonly TrailFacts[], matches: (trail: Record<string, unknown>) => boolean): TrailFacts | undefined {
  return trails.find((trail) => trail.description.state === 'read' && matches({ ...trail.description.value }))
}

/** What a trail writes to; other buckets have rules of their own. */
function logBucketOf({ properties, logicalId, region }: Found, trails: readonly TrailFacts[], { all, partition }: World): BucketFacts[] {
  const name = text(properties['BucketName']) || logicalId
  const trail = describedBy(trails, (described) => described['S3BucketName'] === name)
  if (!trail) return []
  const first = (value: unknown) => (value as Properties[] | undefined)?.[0]
  const encryption = first((properties['BucketEncryption'] as Properties | undefined)?.['ServerSideEncryptionConfiguration'])
  const byDefault = encryption?.['ServerSideEncryptionByDefault'] as { SSEAlgorithm: string; KMSMasterKeyID?: string } | undefined
  const policy = ofType(all, 'AWS::S3::BucketPolicy').find((found) => found.properties['Bucket'] === name)?.properties['PolicyDocument']
  const rules = (properties['LifecycleConfiguration'] as { Rules?: Properties[] } | undefined)?.Rules
  const logging = properties['LoggingConfiguration'] as Properties | undefined
  const ownership = first((properties['OwnershipControls'] as Properties | undefined)?.['Rules'])
  const prefix = trail.description.state === 'read' ? trail.description.value.S3KeyPrefix : undefined
  return [
    {
      arn: `arn:${partition}:s3:::${name}`,
      name,
      trailArn: trail.arn,
      logPrefix: prefix,
      publicAccessBlock: known(properties['PublicAccessBlockConfiguration'] as never, 'The bucket has no PublicAccessBlockConfiguration.'),
      policyStatus: UNDECIDED,
      acl: UNDECIDED,
      policy: policy === undefined ? absent('The bucket has no policy.') : known(JSON.stringify(policy), ''),
      encryption: known(
        byDefault && { ...byDefault, BucketKeyEnabled: isTrue(encryption?.['BucketKeyEnabled']) },
        'The bucket has no BucketEncryption.',
      ),
      versioning: known((properties['VersioningConfiguration'] as { Status?: string } | undefined) ?? {}, ''),
      ownership: known(ownership as { ObjectOwnership: string } | undefined, 'The bucket has no OwnershipControls.'),
      lifecycle: known(rules && { Rules: rules.map(lifecycleRule) }, 'The bucket has no LifecycleConfiguration.'),
      logging: known(
        logging ? { TargetBucket: text(logging['DestinationBucketName']), TargetPrefix: text(logging['LogFilePrefix']) } : {},
        '',
      ),
      location: read({ region }),
    },
  ]
}

/** CloudFormation's words for a rule, in the API's. */
function lifecycleRule(rule: Properties): LifecycleRule {
  const days = rule['ExpirationInDays']
  const marker = rule['ExpiredObjectDeleteMarker']
  return {
    ID: text(rule['Id']),
    Status: text(rule['Status']),
    Prefix: text(rule['Prefix']),
    Transitions: ((rule['Transitions'] ?? []) as { StorageClass: string; TransitionInDays?: number }[]).map((step) => ({
      StorageClass: step.StorageClass,
      ...(step.TransitionInDays === undefined ? {} : { Days: Number(step.TransitionInDays) }),
    })),
    ...(days === undefined && marker === undefined
      ? {}
      : {
          Expiration: {
            ...(days === undefined ? {} : { Days: Number(days) }),
            ...(marker === undefined ? {} : { ExpiredObjectDeleteMarker: isTrue(marker) }),
          },
        }),
    ...(rule['AbortIncompleteMultipartUpload']
      ? { AbortIncompleteMultipartUpload: rule['AbortIncompleteMultipartUpload'] as Properties }
      : {}),
  }
}

function logKeyOf(found: Found, trails: readonly TrailFacts[], world: World): KeyFacts[] {
  const { logicalId, properties } = found
  const arn = arnOf(found, world) ?? logicalId
  const trail = describedBy(trails, (described) => described['KmsKeyId'] === arn)
  if (!trail) return []
  const enabled = properties['Enabled'] === undefined || isTrue(properties['Enabled'])
  return [
    {
      arn,
      trailArn: trail.arn,
      description: read({
        KeyId: madeUpKeyId(logicalId),
        Arn: arn,
        Enabled: enabled,
        KeyState: enabled ? 'Enabled' : 'Disabled',
        KeySpec: text(properties['KeySpec']) || 'SYMMETRIC_DEFAULT',
        KeyManager: 'CUSTOMER',
      }),
      rotation: known(
        {
          KeyRotationEnabled: isTrue(properties['EnableKeyRotation']),
          RotationPeriodInDays: Number(properties['RotationPeriodInDays'] ?? 365),
        },
        '',
      ),
      policy: known(properties['KeyPolicy'] === undefined ? undefined : JSON.stringify(properties['KeyPolicy']), 'The key has no policy.'),
    },
  ]
}

function logGroupOf(found: Found, trails: readonly TrailFacts[], world: World): LogGroupFacts[] {
  const { properties, logicalId } = found
  const name = text(properties['LogGroupName']) || logicalId
  const arn = arnOf(found, world) ?? name
  if (!describedBy(trails, (described) => described['CloudWatchLogsLogGroupArn'] === `${arn}:*`)) return []
  const retention = properties['RetentionInDays']
  const key = properties['KmsKeyId']
  return [
    {
      arn,
      name,
      group: known(
        {
          logGroupName: name,
          ...(retention === undefined ? {} : { retentionInDays: Number(retention) }),
          ...(key === undefined ? {} : { kmsKeyId: text(key) }),
          logGroupClass: text(properties['LogGroupClass']) || 'STANDARD',
        },
        '',
      ),
      resourcePolicies: UNDECIDED,
    },
  ]
}

function roleOf(found: Found, trails: readonly TrailFacts[], world: World): RoleFacts[] {
  const { logicalId, properties } = found
  const { all, config } = world
  const name = text(properties['RoleName']) || logicalId
  const arn = arnOf(found, world) ?? name
  const trust = JSON.stringify(properties['AssumeRolePolicyDocument'] ?? {})
  const designed = config ? designedRoles(config).find(([, role]) => role === name)?.[0] : undefined
  const isLogsRole = describedBy(trails, (described) => described['CloudWatchLogsRoleArn'] === arn) !== undefined
  const kind: RoleKind | undefined = designed ?? (isLogsRole ? 'cloudwatch-logs' : kindByTrust(trust))
  if (kind === undefined) return []
  const attached = ((properties['ManagedPolicyArns'] ?? []) as unknown[]).map(text)
  const inline = ((properties['Policies'] ?? []) as { PolicyName?: string; PolicyDocument?: unknown }[]).map((policy) => ({
    name: text(policy.PolicyName),
    document: JSON.stringify(policy.PolicyDocument),
  }))
  const separate = all
    .filter(({ resource }) => resource.Type === 'AWS::IAM::ManagedPolicy' || resource.Type === 'AWS::IAM::Policy')
    .filter((policy) => ((policy.properties['Roles'] ?? []) as unknown[]).includes(name))
    .map((policy) => ({ name: policy.logicalId, document: JSON.stringify(policy.properties['PolicyDocument']) }))
  const boundary = properties['PermissionsBoundary']
  return [
    {
      arn,
      name,
      kind,
      role: known({ AssumeRolePolicyDocument: trust, ...(boundary === undefined ? {} : { PermissionsBoundaryArn: text(boundary) }) }, ''),
      policies: known([...inline, ...separate], ''),
      attached: known(attached, ''),
    },
  ]
}

function providerOf(found: Found, world: World): OidcProviderFacts[] {
  const { properties } = found
  const url = text(properties['Url'])
  if (!url.endsWith(GITHUB_PROVIDER_HOST)) return []
  return [
    {
      arn: arnOf(found, world) ?? url,
      provider: known({ Url: url, ClientIDList: ((properties['ClientIdList'] ?? []) as unknown[]).map(text) }, ''),
    },
  ]
}
