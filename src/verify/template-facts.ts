import { exportsOf, resolvedTemplate } from '../cloudformation/resolved.ts'
import { isMapping } from '../cloudformation/values.ts'
import type { Config } from '../model/config.ts'
import { absent, type Evidence, read } from '../model/evidence.ts'
import type { BucketFacts, Facts, KeyFacts, LifecycleRule, LogGroupFacts, OidcProviderFacts, TrailFacts } from '../model/facts.ts'
import { githubIssuerOf } from '../model/github-issuer.ts'
import { partitionOf } from '../model/partition.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { concrete } from './design/resources.ts'
import { alertPathOf } from './template-alerts.ts'
import { arnOf, asHeld, describedBy, type Found, keyDescription, keyPolicy, ofType, type World } from './template-resources.ts'
import { roleOf } from './template-roles.ts'
import {
  asAnswered,
  isOpen,
  isPresentAndNoList,
  isTrue,
  known,
  knownList,
  knownMapping,
  list,
  mapping,
  numberOf,
  type Properties,
  text,
  UNDECIDED,
} from './template-values.ts'

/** Reads a template answers as well as AWS would; checks that stand on these alone can be decided before anything is deployed. */
export const DECIDABLE_READS: readonly string[] = [
  'cloudtrail:DescribeTrails',
  'cloudtrail:GetEventSelectors',
  'cloudtrail:GetInsightSelectors',
  'cloudwatch:DescribeAlarms',
  'config:DescribeConfigurationRecorders',
  'config:DescribeDeliveryChannels',
  'ecr:DescribeRepositories',
  'ecr:GetLifecyclePolicy',
  'ecr:GetRepositoryPolicy',
  'events:DescribeRule',
  'events:ListTargetsByRule',
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
  'logs:DescribeMetricFilters',
  's3:GetBucketLogging',
  's3:GetBucketObjectLockConfiguration',
  's3:GetBucketOwnershipControls',
  's3:GetBucketPolicy',
  's3:GetBucketPublicAccessBlock',
  's3:GetBucketVersioning',
  's3:GetEncryptionConfiguration',
  's3:GetLifecycleConfiguration',
  'sns:GetTopicAttributes',
]

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

/** Facts as a verification would find them, had the templates been deployed as they are. */
export function templateFacts(templates: readonly PlacedTemplate[], options: TemplateFactsOptions): Facts {
  const { account, region, config, collectedAt } = options
  const partition = partitionOf(region)?.id ?? 'aws'
  const resolved = templates.map(({ parsed, region: where }) => ({
    where,
    ...resolvedTemplate(parsed, { account, region: where }, { unknown: 'kept' }),
  }))
  const exported = exportsOf(resolved)
  const all = resolved.flatMap(({ Resources, where }): Found[] =>
    Object.entries(Resources).map(([logicalId, resource]) => ({
      logicalId,
      resource,
      properties: mapping(concrete(resource.Properties ?? {}, exported)),
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
    alertPaths: ofType(all, 'AWS::SNS::Topic').flatMap((found) => alertPathOf(found, world)),
    roles: ofType(all, 'AWS::IAM::Role').flatMap((found) => roleOf(found, trails, world)),
    oidcProviders: ofType(all, 'AWS::IAM::OIDCProvider').flatMap((found) => providerOf(found, world)),
    resources: all.map((found) => asHeld(found, world)),
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
      Object.entries(resolvedTemplate(parsed, { account, region: where }, { unknown: 'kept' }).Resources).flatMap(
        ([logicalId, resource]) => {
          const arn = arnOf({ logicalId, resource, properties: resource.Properties ?? {}, region: where }, { account, partition })
          return arn === undefined ? [] : [[arn, { template, logicalId }] as const]
        },
      ),
    ),
  )
}

function trailOf(found: Found, world: World): TrailFacts {
  const { properties, region, logicalId } = found
  const name = text(properties['TrailName']) || logicalId
  const arn = arnOf(found, world) ?? name
  const optional = (key: string, value: unknown) => (value === undefined ? {} : { [key]: value as string })
  const names = ['S3KeyPrefix', 'KMSKeyId', 'CloudWatchLogsLogGroupArn', 'CloudWatchLogsRoleArn'].map((key) => properties[key])
  const { AdvancedEventSelectors, EventSelectors } = properties
  return {
    arn,
    description: names.some((value) => value !== undefined && typeof value !== 'string' && !isOpen(value))
      ? UNDECIDED
      : known(
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
          { ...properties, AdvancedEventSelectors: null, EventSelectors: null, InsightSelectors: null, Tags: null },
        ),
    status: UNDECIDED,
    elsewhere: [],
    eventSelectors: asAnswered('cloudtrail:GetEventSelectors', { TrailARN: arn, ...selectorsOf(AdvancedEventSelectors, EventSelectors) }),
    insightSelectors:
      list(properties['InsightSelectors'] ?? []).length === 0 && !isPresentAndNoList(properties['InsightSelectors'])
        ? absent('The trail has no InsightSelectors.')
        : asAnswered('cloudtrail:GetInsightSelectors', { TrailARN: arn, InsightSelectors: properties['InsightSelectors'] }),
  }
}

/** Without selectors a trail logs all management events, and a member that is left out has AWS's default. */
function selectorsOf(advanced: unknown, basic: unknown): Properties {
  const complete = (selector: unknown) =>
    isMapping(selector)
      ? {
          ReadWriteType: 'All',
          IncludeManagementEvents: true,
          ExcludeManagementEventSources: [],
          ...selector,
          DataResources: Array.isArray(selector['DataResources'])
            ? selector['DataResources'].map((one: unknown) => (isMapping(one) ? { Values: [], ...one } : one))
            : (selector['DataResources'] ?? []),
        }
      : selector
  if (advanced !== undefined && advanced !== null) return { AdvancedEventSelectors: advanced }
  if (basic === undefined || basic === null) return { EventSelectors: [complete({})] }
  return { EventSelectors: Array.isArray(basic) ? basic.map(complete) : basic }
}

/** What a trail writes to; other buckets have rules of their own. */
function logBucketOf({ properties, logicalId, region }: Found, trails: readonly TrailFacts[], { all, partition }: World): BucketFacts[] {
  const name = text(properties['BucketName']) || logicalId
  const trail = describedBy(trails, (described) => described['S3BucketName'] === name)
  if (!trail) return []
  const policy = ofType(all, 'AWS::S3::BucketPolicy').find((found) => found.properties['Bucket'] === name)?.properties['PolicyDocument']
  const prefix = trail.description.state === 'read' ? trail.description.value.S3KeyPrefix : undefined
  return [
    {
      arn: `arn:${partition}:s3:::${name}`,
      name,
      trailArn: trail.arn,
      logPrefix: prefix,
      publicAccessBlock: publicAccessBlockOf(properties['PublicAccessBlockConfiguration']),
      policyStatus: UNDECIDED,
      acl: UNDECIDED,
      policy: policy === undefined ? absent('The bucket has no policy.') : known(JSON.stringify(policy), ''),
      encryption: within(
        properties['BucketEncryption'],
        'ServerSideEncryptionConfiguration',
        encryptionOf,
        'The bucket has no BucketEncryption.',
      ),
      versioning: knownMapping(
        properties['VersioningConfiguration'] ?? {},
        ({ Status }) => (Status === undefined ? {} : { Status: text(Status) }),
        '',
      ),
      ownership: within(
        properties['OwnershipControls'],
        'Rules',
        ([rule]) => (rule === undefined ? undefined : { ObjectOwnership: text(mapping(rule)['ObjectOwnership']) }),
        'The bucket has no OwnershipControls.',
      ),
      lifecycle: within(
        properties['LifecycleConfiguration'],
        'Rules',
        (rules) => ({ Rules: rules.map((rule) => lifecycleRule(mapping(rule))) }),
        'The bucket has no LifecycleConfiguration.',
      ),
      logging: loggingOf(properties['LoggingConfiguration']),
      location: read({ region }),
      objectLock: objectLockOf(properties['ObjectLockConfiguration']),
    },
  ]
}

/** A list inside of a property, in the API's words. */
function within<T>(property: unknown, name: string, make: (items: unknown[]) => T | undefined, whenMissing: string): Evidence<T> {
  if (property === undefined || property === null) return absent(whenMissing)
  return isMapping(property) && !isOpen(property) ? knownList(property[name], make, whenMissing) : UNDECIDED
}

function publicAccessBlockOf(given: unknown): BucketFacts['publicAccessBlock'] {
  const flags = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'] as const
  return knownMapping(
    given,
    (block) => Object.fromEntries(flags.map((flag) => [flag, isTrue(block[flag])])),
    'The bucket has no PublicAccessBlockConfiguration.',
  )
}

function encryptionOf([rule]: unknown[]) {
  const { ServerSideEncryptionByDefault: byDefault, BucketKeyEnabled } = mapping(rule)
  if (!isMapping(byDefault)) return undefined
  const { SSEAlgorithm, KMSMasterKeyID } = byDefault
  return {
    SSEAlgorithm: text(SSEAlgorithm),
    ...(KMSMasterKeyID === undefined ? {} : { KMSMasterKeyID: text(KMSMasterKeyID) }),
    BucketKeyEnabled: isTrue(BucketKeyEnabled),
  }
}

function objectLockOf(property: unknown): BucketFacts['objectLock'] {
  return knownMapping(
    property,
    ({ Rule }) => {
      const { Mode, Days, Years } = mapping(mapping(Rule)['DefaultRetention'])
      const days = { ...(Days === undefined ? {} : { Days: numberOf(Days) }), ...(Years === undefined ? {} : { Years: numberOf(Years) }) }
      return Mode === 'GOVERNANCE' || Mode === 'COMPLIANCE' ? { Rule: { DefaultRetention: { Mode, ...days } } } : {}
    },
    'The bucket has no ObjectLockConfiguration.',
  )
}

function loggingOf(property: unknown): BucketFacts['logging'] {
  if (property === undefined || property === null) return read({})
  return knownMapping(
    property,
    (logging) => ({ TargetBucket: text(logging['DestinationBucketName']), TargetPrefix: text(logging['LogFilePrefix']) }),
    '',
  )
}

/** CloudFormation's words for a rule, in the API's. */
function lifecycleRule(rule: Properties): LifecycleRule {
  const days = rule['ExpirationInDays']
  const marker = rule['ExpiredObjectDeleteMarker']
  return {
    ID: text(rule['Id']),
    Status: text(rule['Status']),
    Prefix: text(rule['Prefix']),
    ...Object.fromEntries(
      ['ObjectSizeGreaterThan', 'ObjectSizeLessThan'].flatMap((size) => (rule[size] === undefined ? [] : [[size, numberOf(rule[size])]])),
    ),
    Transitions: list(rule['Transitions']).map((given) => {
      const { StorageClass, TransitionInDays } = mapping(given)
      return { StorageClass: text(StorageClass), ...(TransitionInDays === undefined ? {} : { Days: numberOf(TransitionInDays) }) }
    }),
    ...(days === undefined && marker === undefined
      ? {}
      : {
          Expiration: {
            ...(days === undefined ? {} : { Days: numberOf(days) }),
            ...(marker === undefined ? {} : { ExpiredObjectDeleteMarker: isTrue(marker) }),
          },
        }),
    ...(isMapping(rule['NoncurrentVersionExpiration'])
      ? { NoncurrentVersionExpiration: { NoncurrentDays: numberOf(rule['NoncurrentVersionExpiration']['NoncurrentDays']) } }
      : {}),
    ...(isMapping(rule['AbortIncompleteMultipartUpload'])
      ? { AbortIncompleteMultipartUpload: rule['AbortIncompleteMultipartUpload'] }
      : {}),
  }
}

function logKeyOf(found: Found, trails: readonly TrailFacts[], world: World): KeyFacts[] {
  const { logicalId, properties } = found
  const arn = arnOf(found, world) ?? logicalId
  const trail = describedBy(trails, (described) => described['KmsKeyId'] === arn)
  if (!trail) return []
  return [
    {
      arn,
      trailArn: trail.arn,
      description: keyDescription(found, arn),
      rotation: known(
        {
          KeyRotationEnabled: isTrue(properties['EnableKeyRotation']),
          RotationPeriodInDays: numberOf(properties['RotationPeriodInDays'] ?? 365),
        },
        '',
        [properties['EnableKeyRotation'], properties['RotationPeriodInDays']],
      ),
      policy: keyPolicy(found),
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
          ...(retention === undefined ? {} : { retentionInDays: numberOf(retention) }),
          ...(key === undefined ? {} : { kmsKeyId: text(key) }),
          logGroupClass: text(properties['LogGroupClass']) || 'STANDARD',
        },
        '',
      ),
      resourcePolicies: UNDECIDED,
    },
  ]
}

function providerOf(found: Found, world: World): OidcProviderFacts[] {
  const { properties } = found
  const url = text(properties['Url'])
  if (githubIssuerOf(url) === undefined) return []
  return [
    {
      arn: arnOf(found, world) ?? url,
      provider: knownList(properties['ClientIdList'], (ids) => ({ Url: url, ClientIDList: ids.map(text) }), ''),
    },
  ]
}
