import { describe, expect, it } from '@jest/globals'
import type { Check } from '../../src/checks/define.ts'
import { CHECKS } from '../../src/checks/registry.ts'
import { absent, read } from '../../src/model/evidence.ts'
import type { AlertPathFacts, BucketFacts, Facts, KeyFacts, LogGroupFacts, RuleFacts, TrailFacts } from '../../src/model/facts.ts'
import { load, MINIMAL } from '../support/config.ts'
import {
  aBucket,
  aKey,
  aLogGroup,
  anAlertPath,
  anOidcProvider,
  aRole,
  aTrail,
  changed,
  facts,
  granting,
  NOW,
  policyOf,
  refused,
  trusting,
} from '../support/facts.ts'

/** For each check: worlds in which it must fail, and the one in which it cannot be read. Every world is the good one with one change. */
interface Case {
  fails: Readonly<Record<string, Partial<Facts>>>
  errors: Partial<Facts>
  notApplicable?: Readonly<Record<string, Partial<Facts>>>
}

const trail = (overrides: Partial<TrailFacts>): Partial<Facts> => ({ trails: [aTrail(overrides)] })
const described = (overrides: Record<string, unknown>) =>
  trail({ description: changed(aTrail().description, overrides) as TrailFacts['description'] })
const status = (overrides: Record<string, unknown>) => trail({ status: changed(aTrail().status, overrides) as TrailFacts['status'] })
const selectors = (...fields: { Field: string; Equals?: string[]; StartsWith?: string[]; NotEquals?: string[] }[][]) =>
  trail({ eventSelectors: read({ AdvancedEventSelectors: fields.map((FieldSelectors) => ({ FieldSelectors })) }) })
const bucket = (overrides: Partial<BucketFacts>): Partial<Facts> => ({ logBuckets: [aBucket(overrides)] })
const key = (overrides: Partial<KeyFacts>): Partial<Facts> => ({ keys: [aKey(overrides)] })
const group = (overrides: Partial<LogGroupFacts>): Partial<Facts> => ({ logGroups: [aLogGroup(overrides)] })

const MANAGEMENT = [{ Field: 'eventCategory', Equals: ['Management'] }]
const ISSUER = 'token.actions.githubusercontent.com'
const FEDERATED = { Federated: `arn:aws:iam::123456789012:oidc-provider/${ISSUER}` }

/** A policy of the templates with one statement changed or added. */
function edited(logicalId: string, property: string, edit: (statements: Record<string, unknown>[]) => void): string {
  const document = JSON.parse(policyOf(logicalId, property)) as { Statement: Record<string, unknown>[] }
  edit(document.Statement)
  return JSON.stringify(document)
}
const withoutSid = (sid: string) => (statements: Record<string, unknown>[]) =>
  void statements.splice(
    statements.findIndex((statement) => statement['Sid'] === sid),
    1,
  )
const bucketPolicy = (edit: (statements: Record<string, unknown>[]) => void) =>
  bucket({ policy: read(edited('LogBucketPolicy', 'PolicyDocument', edit)) })
const keyPolicy = (edit: (statements: Record<string, unknown>[]) => void) => key({ policy: read(edited('LogKey', 'KeyPolicy', edit)) })
const setOn = (sid: string, field: string, value: unknown) => (statements: Record<string, unknown>[]) => {
  const statement = statements.find((candidate) => candidate['Sid'] === sid)
  if (!statement) throw new Error(`no statement ${sid}`)
  if (value === undefined) delete statement[field]
  else statement[field] = value
}
const alerts = (overrides: Partial<AlertPathFacts>): Partial<Facts> => ({ alertPaths: [anAlertPath(overrides)] })
const alertKey = (edit: (statements: Record<string, unknown>[]) => void) =>
  alerts({ key: { ...anAlertPath().key, policy: read(edited('LogKey', 'KeyPolicy', edit)) } })
const topicPolicy = (edit: (statements: Record<string, unknown>[]) => void) =>
  alerts({ topic: read({ Policy: edited('AlertTopicPolicy', 'PolicyDocument', edit), KmsMasterKeyId: aKey().arn }) })
const alertRule = (overrides: Partial<RuleFacts>) => {
  const given = anAlertPath().rule
  if (given === undefined) throw new Error('no rule')
  return alerts({ rule: { ...given, ...overrides } })
}
const rule = (overrides: { State?: string; EventPattern?: string }) =>
  alertRule({ rule: read({ State: 'ENABLED', EventPattern: policyOf('TamperRule', 'EventPattern'), ...overrides }) })
const eventBridge = (condition: Record<string, unknown>) => setOn('EventBridgePublishesAlerts', 'Condition', condition)
const openReaders = (Condition: unknown) => (statements: Record<string, unknown>[]) => {
  statements.push({ Sid: 'Readers', Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Decrypt', Resource: '*', Condition })
}
const github = (condition: Record<string, unknown>) => ({
  Statement: [{ Effect: 'Allow', Principal: FEDERATED, Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition }],
})
const AUD = { [`${ISSUER}:aud`]: 'sts.amazonaws.com' }
const trust = (...services: string[]) => ({ Statement: [{ Effect: 'Allow', Principal: { Service: services }, Action: 'sts:AssumeRole' }] })
const unreadableRole = (kind: Parameters<typeof aRole>[0]) => ({
  roles: [aRole(kind, { role: refused, policies: refused, attached: refused })],
})

const gated = (key: string, arn: string) =>
  granting('sagemaker', {
    Effect: 'Deny',
    Action: 'sagemaker:CreateTrainingJob',
    Resource: '*',
    Condition: { ArnNotEqualsIfExists: { [`sagemaker:${key}`]: arn } },
  })

const CASES: Readonly<Record<string, Case>> = {
  'trail-is-multi-region': {
    fails: { 'one region': described({ IsMultiRegionTrail: false }), 'no trail': trail({ description: absent('There is no trail.') }) },
    errors: trail({ description: refused }),
  },
  'trail-is-logging': { fails: { stopped: status({ IsLogging: false, StopLoggingTime: NOW }) }, errors: trail({ status: refused }) },
  'trail-records-all-management-events': {
    fails: {
      'writes only': selectors([...MANAGEMENT, { Field: 'readOnly', Equals: ['false'] }]),
      'KMS left out': selectors([...MANAGEMENT, { Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }]),
      'narrowed by a field of its own': selectors([...MANAGEMENT, { Field: 'sessionCredentialFromConsole', Equals: ['true'] }]),
      'basic selectors without management': trail({
        eventSelectors: read({ EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: false }] }),
      }),
      'basic selectors leaving out KMS': trail({
        eventSelectors: read({
          EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, ExcludeManagementEventSources: ['kms.amazonaws.com'] }],
        }),
      }),
    },
    errors: trail({ eventSelectors: refused }),
  },
  'trail-records-data-writes': {
    fails: {
      'management only': selectors(MANAGEMENT),
      'another bucket': selectors([
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
        { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::other/'] },
      ]),
    },
    errors: trail({ eventSelectors: refused }),
    notApplicable: { 'no config': { config: undefined }, 'no data bucket': { config: load(MINIMAL) } },
  },
  'trail-records-data-reads': {
    fails: {
      'writes only': selectors(MANAGEMENT, [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
        { Field: 'readOnly', Equals: ['false'] },
      ]),
    },
    errors: trail({ eventSelectors: refused }),
    notApplicable: { 'no config': { config: undefined } },
  },
  'trail-validates-log-files': { fails: { off: described({ LogFileValidationEnabled: false }) }, errors: trail({ description: refused }) },
  'trail-encrypts-with-kms': {
    fails: {
      'no key': described({ KmsKeyId: undefined }),
      'another key': described({ KmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/other' }),
    },
    errors: { keys: [aKey({ description: refused })] },
  },
  'trail-delivers-to-cloudwatch-logs': {
    fails: {
      'no group': described({ CloudWatchLogsLogGroupArn: undefined }),
      stale: status({ LatestCloudWatchLogsDeliveryTime: '2026-11-21T00:00:00.000Z' }),
      failing: status({ LatestCloudWatchLogsDeliveryError: 'AccessDenied' }),
    },
    errors: trail({ status: refused }),
    notApplicable: {
      'just started': status({ LatestCloudWatchLogsDeliveryTime: undefined, StartLoggingTime: '2026-11-23T05:50:00.000Z' }),
    },
  },
  'trail-has-insights': {
    fails: {
      'not enabled': trail({ insightSelectors: absent('Insights are not enabled.') }),
      'one of two': trail({ insightSelectors: read({ InsightSelectors: [{ InsightType: 'ApiCallRateInsight' }] }) }),
    },
    errors: trail({ insightSelectors: refused }),
  },
  'trail-includes-global-events': {
    fails: { off: described({ IncludeGlobalServiceEvents: false }) },
    errors: trail({ description: refused }),
  },
  'trail-matches-design': {
    fails: {
      'another bucket': described({ S3BucketName: 'elsewhere' }),
      'another prefix': described({ S3KeyPrefix: undefined }),
      'another role': described({ CloudWatchLogsRoleArn: 'arn:aws:iam::123456789012:role/x' }),
    },
    errors: trail({ description: refused }),
    notApplicable: { 'no config': { config: undefined } },
  },
  'trail-does-not-record-its-own-bucket': {
    fails: {
      'all objects': selectors(MANAGEMENT, [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
      ]),
      'basic selector on all buckets': trail({
        eventSelectors: read({
          EventSelectors: [
            { ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }] },
          ],
        }),
      }),
    },
    errors: trail({ eventSelectors: refused }),
  },
  'log-delivery-is-fresh': {
    fails: { failing: status({ LatestDeliveryError: 'AccessDenied' }), never: status({ LatestDeliveryTime: undefined }) },
    errors: trail({ status: refused }),
  },
  'digest-delivery-is-fresh': {
    fails: {
      'four hours ago': status({ LatestDigestDeliveryTime: '2026-11-23T02:00:00.000Z' }),
      failing: status({ LatestDigestDeliveryError: 'NoSuchBucket' }),
    },
    errors: trail({ status: refused }),
    notApplicable: { 'validation off': described({ LogFileValidationEnabled: false }) },
  },
  'bucket-blocks-public-access': {
    fails: {
      'one off': bucket({
        publicAccessBlock: read({ BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: false }),
      }),
      'none set': bucket({ publicAccessBlock: absent('none') }),
    },
    errors: bucket({ publicAccessBlock: refused }),
  },
  'bucket-is-not-public': {
    fails: {
      'S3 says so': bucket({ policyStatus: read({ IsPublic: true }) }),
      'authenticated users in the ACL': bucket({
        acl: read({ Grants: [{ Grantee: { URI: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers' }, Permission: 'READ' }] }),
      }),
      'everyone in the policy': bucketPolicy(
        (statements) => void statements.push({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 's3:GetObject', Resource: '*' }),
      ),
    },
    errors: bucket({ policyStatus: refused }),
  },
  'bucket-requires-tls': {
    fails: {
      'no policy': bucket({ policy: absent('The bucket has no policy.') }),
      'no deny': bucketPolicy(withoutSid('TlsOnly')),
      'one principal only': bucketPolicy(setOn('TlsOnly', 'Principal', { AWS: 'arn:aws:iam::123456789012:root' })),
      'objects left out': bucketPolicy(setOn('TlsOnly', 'Resource', 'arn:aws:s3:::mlops-cloudtrail-logs-us-east-1-123456789012')),
    },
    errors: bucket({ policy: refused }),
  },
  'bucket-encrypts-with-log-key': {
    fails: {
      'SSE-S3': bucket({ encryption: read({ SSEAlgorithm: 'AES256', BucketKeyEnabled: false }) }),
      'another key': bucket({ encryption: read({ SSEAlgorithm: 'aws:kms', BucketKeyEnabled: false }) }),
    },
    errors: bucket({ encryption: refused }),
  },
  'bucket-keeps-versions': {
    fails: { never: bucket({ versioning: read({}) }), suspended: bucket({ versioning: read({ Status: 'Suspended' }) }) },
    errors: bucket({ versioning: refused }),
  },
  'bucket-lifecycle-keeps-logs': {
    fails: {
      none: bucket({ lifecycle: absent('none') }),
      'expires early': bucket({
        lifecycle: read({
          Rules: [{ Status: 'Enabled', Expiration: { Days: 90 }, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }],
        }),
      }),
      'expires, and keeps every version': bucket({
        lifecycle: read({
          Rules: [{ Status: 'Enabled', Expiration: { Days: 900 }, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }],
        }),
      }),
      'deletes replaced logs early': bucket({
        lifecycle: read({
          Rules: [
            {
              Status: 'Enabled',
              Expiration: { Days: 900 },
              NoncurrentVersionExpiration: { NoncurrentDays: 1 },
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
            },
          ],
        }),
      }),
      disabled: bucket({ lifecycle: read({ Rules: [{ Status: 'Disabled' }] }) }),
    },
    errors: bucket({ lifecycle: refused }),
  },
  'bucket-logs-access': {
    fails: { off: bucket({ logging: absent('off') }), 'into itself': bucket({ logging: read({ TargetBucket: aBucket().name }) }) },
    errors: bucket({ logging: refused }),
  },
  'bucket-enforces-owner': {
    fails: {
      preferred: bucket({ ownership: read({ ObjectOwnership: 'BucketOwnerPreferred' }) }),
      none: bucket({ ownership: absent('none') }),
    },
    errors: bucket({ ownership: refused }),
  },
  'bucket-lets-cloudtrail-check-acl': {
    fails: {
      missing: bucketPolicy(withoutSid('AWSCloudTrailAclCheck')),
      'any trail': bucketPolicy(setOn('AWSCloudTrailAclCheck', 'Condition', undefined)),
    },
    errors: bucket({ policy: refused }),
  },
  'bucket-lets-cloudtrail-write': {
    fails: {
      missing: bucketPolicy(withoutSid('AWSCloudTrailWrite')),
      'any trail': bucketPolicy(
        setOn('AWSCloudTrailWrite', 'Condition', { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } }),
      ),
      'another trail': bucketPolicy(
        setOn('AWSCloudTrailWrite', 'Condition', {
          StringEquals: {
            's3:x-amz-acl': 'bucket-owner-full-control',
            'aws:SourceArn': 'arn:aws:cloudtrail:us-east-1:123456789012:trail/other',
          },
        }),
      ),
      'whole bucket': bucketPolicy(setOn('AWSCloudTrailWrite', 'Resource', 'arn:aws:s3:::mlops-cloudtrail-logs-us-east-1-123456789012/*')),
    },
    errors: bucket({ policy: refused }),
  },
  'bucket-has-no-other-writers': {
    fails: {
      'another role': bucketPolicy(
        (statements) =>
          void statements.push({
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::123456789012:role/x' },
            Action: 's3:Delete*',
            Resource: '*',
          }),
      ),
      'all but one': bucketPolicy(
        (statements) =>
          void statements.push({
            Effect: 'Allow',
            NotPrincipal: { AWS: 'arn:aws:iam::123456789012:role/x' },
            Action: 's3:PutObject',
            Resource: '*',
          }),
      ),
    },
    errors: bucket({ policy: refused }),
  },
  'key-is-usable': {
    fails: {
      'pending deletion': key({ description: changed(aKey().description, { KeyState: 'PendingDeletion' }) as KeyFacts['description'] }),
      "AWS's own": key({ description: changed(aKey().description, { KeyManager: 'AWS' }) as KeyFacts['description'] }),
    },
    errors: key({ description: refused }),
  },
  'key-rotation-is-on': {
    fails: {
      off: key({ rotation: read({ KeyRotationEnabled: false }) }),
      'every two years': key({ rotation: read({ KeyRotationEnabled: true, RotationPeriodInDays: 730 }) }),
    },
    errors: key({ rotation: refused }),
  },
  'key-lets-cloudtrail-encrypt': {
    fails: {
      missing: keyPolicy(withoutSid('CloudTrailEncryptsLogs')),
      'any trail': keyPolicy(
        setOn('CloudTrailEncryptsLogs', 'Condition', {
          StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:123456789012:trail/*' },
        }),
      ),
      'any context': keyPolicy(setOn('CloudTrailEncryptsLogs', 'Condition', { StringEquals: { 'aws:SourceArn': aTrail().arn } })),
    },
    errors: key({ policy: refused }),
  },
  'key-limits-log-readers': {
    fails: {
      'no context': keyPolicy(setOn('ReadersInAccountDecryptLogs', 'Condition', { StringEquals: { 'kms:CallerAccount': '123456789012' } })),
    },
    errors: key({ policy: refused }),
  },
  'key-has-no-open-principal': {
    fails: {
      'any account': keyPolicy(openReaders({ StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'x' } })),
      'an allowed wildcard account': keyPolicy(openReaders({ StringLike: { 'kms:CallerAccount': '*' } })),
    },
    errors: key({ policy: refused }),
  },
  'key-lets-alerts-out': {
    fails: {
      'asks EventBridge for a source account': alertKey(eventBridge({ StringEquals: { 'aws:SourceAccount': '123456789012' } })),
      'asks EventBridge for a source ARN': alertKey(eventBridge({ ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:123456789012:rule/*' } })),
      'another topic': alertKey(
        eventBridge({ StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:us-east-1:1:other' } }),
      ),
      'no statement for EventBridge': alertKey(withoutSid('EventBridgePublishesAlerts')),
      'no statement for alarms': alertKey(withoutSid('AlarmsPublishAlerts')),
      'no Decrypt': alertKey(setOn('EventBridgePublishesAlerts', 'Action', 'kms:GenerateDataKey*')),
      denied: alertKey((statements) => {
        statements.push({ Sid: 'Stop', Effect: 'Deny', Principal: { Service: 'events.amazonaws.com' }, Action: 'kms:*', Resource: '*' })
      }),
      "AWS's own key": alerts({
        topic: read({ Policy: policyOf('AlertTopicPolicy', 'PolicyDocument'), KmsMasterKeyId: 'alias/aws/sns' }),
        key: { ...anAlertPath().key, description: changed(aKey().description, { KeyManager: 'AWS' }) },
      }),
      disabled: alerts({ key: { ...anAlertPath().key, description: changed(aKey().description, { KeyState: 'Disabled' }) } }),
    },
    errors: alerts({ key: { ...anAlertPath().key, policy: refused } }),
  },
  'tamper-rule-tells-the-topic': {
    fails: {
      disabled: rule({ State: 'DISABLED' }),
      'no target': alertRule({ targets: read([]) }),
      'another target': alertRule({ targets: read([{ Id: 'alert-topic', Arn: 'arn:aws:sns:us-east-1:123456789012:other' }]) }),
      'a target with a role': alertRule({
        targets: read([{ Id: 'a', Arn: anAlertPath().arn, RoleArn: 'arn:aws:iam::123456789012:role/any' }]),
      }),
      'no rule': alertRule({ rule: absent('Rule does not exist.') }),
      'no pattern': rule({ EventPattern: '{}' }),
      'one deed less': rule({ EventPattern: policyOf('TamperRule', 'EventPattern').replace('"StopLogging",', '') }),
      'one trail only': rule({
        EventPattern: policyOf('TamperRule', 'EventPattern').replace(
          '{"eventSource":["cloudtrail.amazonaws.com"]',
          '{"requestParameters":{"name":["other"]},"eventSource":["cloudtrail.amazonaws.com"]',
        ),
      }),
      'one region only': rule({ EventPattern: policyOf('TamperRule', 'EventPattern').replace('{', '{"region":["eu-west-1"],') }),
    },
    errors: alertRule({ targets: refused }),
    notApplicable: { 'no rule designed': alerts({ rule: undefined }) },
  },
  'alert-topic-takes-alerts': {
    fails: {
      'asks EventBridge for a source': topicPolicy(
        setOn('EventBridgePublishes', 'Condition', { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:us-east-1:123456789012:rule/x' } }),
      ),
      'no statement for alarms': topicPolicy(withoutSid('AlarmsPublish')),
      'asks alarms for other names': topicPolicy(
        setOn('AlarmsPublish', 'Condition', { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:other-*' } }),
      ),
    },
    errors: alerts({ topic: refused }),
  },
  'alerts-reach-someone': {
    fails: {
      'nobody confirmed': alerts({ subscriptions: read({ confirmed: 0, pending: 1 }) }),
      'nobody subscribed': alerts({ subscriptions: read({ confirmed: 0, pending: 0 }) }),
    },
    errors: alerts({ subscriptions: refused }),
  },
  'log-group-keeps-a-year': {
    fails: {
      'ninety days': group({ group: read({ logGroupName: 'g', retentionInDays: 90 }) }),
      'no group': group({ group: absent('There is no log group.') }),
    },
    errors: group({ group: refused }),
  },
  'log-group-is-encrypted': {
    fails: { 'no key': group({ group: read({ logGroupName: 'g', retentionInDays: 365 }) }) },
    errors: group({ group: refused }),
  },
  'logs-policies-are-not-public': {
    fails: {
      open: group({
        resourcePolicies: read([
          { policyName: 'p', policyDocument: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"logs:*","Resource":"*"}]}' },
        ]),
      }),
    },
    errors: group({ resourcePolicies: refused }),
  },
  'logs-role-trusts-cloudtrail-only': {
    fails: {
      'another service': { roles: [trusting('cloudwatch-logs', trust('cloudtrail.amazonaws.com', 'lambda.amazonaws.com'))] },
      everyone: { roles: [trusting('cloudwatch-logs', { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }] })] },
    },
    errors: unreadableRole('cloudwatch-logs'),
  },
  'logs-role-only-writes-streams': {
    fails: {
      'another action': { roles: [granting('cloudwatch-logs', { Action: 'logs:DeleteLogGroup', Resource: '*' })] },
      'a managed policy': { roles: [aRole('cloudwatch-logs', { attached: read(['arn:aws:iam::aws:policy/CloudWatchLogsFullAccess']) })] },
      nothing: { roles: [aRole('cloudwatch-logs', { policies: read([]) })] },
    },
    errors: unreadableRole('cloudwatch-logs'),
  },
  'eks-cluster-role-trusts-eks-only': {
    fails: {
      'an account': {
        roles: [
          trusting('eks-cluster', { Statement: [{ Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' }] }),
        ],
      },
    },
    errors: unreadableRole('eks-cluster'),
  },
  'eks-node-role-trusts-ec2-only': {
    fails: {
      'EKS too': { roles: [trusting('eks-nodegroup', trust('ec2.amazonaws.com', 'eks.amazonaws.com'))] },
      nobody: { roles: [trusting('eks-nodegroup', { Statement: [] })] },
    },
    errors: unreadableRole('eks-nodegroup'),
  },
  'sagemaker-trust-is-conditioned': {
    fails: {
      'no condition': { roles: [trusting('sagemaker', trust('sagemaker.amazonaws.com'))] },
      'another account': {
        roles: [
          trusting('sagemaker', {
            Statement: [
              { ...trust('sagemaker.amazonaws.com').Statement[0], Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } } },
            ],
          }),
        ],
      },
    },
    errors: unreadableRole('sagemaker'),
  },
  'sagemaker-role-is-scoped': {
    fails: {
      'full access': { roles: [aRole('sagemaker', { attached: read(['arn:aws:iam::aws:policy/AmazonSageMakerFullAccess']) })] },
      'all of S3': { roles: [granting('sagemaker', { Action: 's3:*', Resource: '*' })] },
    },
    errors: unreadableRole('sagemaker'),
  },
  'sagemaker-gates-can-be-passed': {
    fails: {
      'a volume key that the role may not use': {
        roles: [gated('VolumeKmsKeyArn', 'arn:aws:kms:us-east-1:123456789012:key/9')],
      },
      'an output key that the role may not use': {
        roles: [gated('OutputKmsKeyArn', 'arn:aws:kms:us-east-1:123456789012:key/9')],
      },
    },
    errors: unreadableRole('sagemaker'),
  },
  'pass-role-is-scoped': {
    fails: {
      'any role': {
        roles: [granting('deploy', { Action: 'iam:PassRole', Resource: '*', Condition: { StringEquals: { 'iam:PassedToService': 'x' } } })],
      },
      'any service': { roles: [granting('sagemaker', { Action: 'iam:Pass*', Resource: 'arn:aws:iam::123456789012:role/x' })] },
    },
    errors: unreadableRole('sagemaker'),
  },
  'role-has-no-full-access': {
    fails: {
      everything: { roles: [granting('plan', { Action: '*', Resource: '*' })] },
      'all but IAM': { roles: [granting('plan', { NotAction: 'iam:*', Resource: '*' })] },
      attached: { roles: [aRole('plan', { attached: read(['arn:aws:iam::aws:policy/AdministratorAccess']) })] },
    },
    errors: unreadableRole('plan'),
  },
  'role-has-boundary': {
    fails: {
      none: { roles: [aRole('sagemaker', { role: read({ AssumeRolePolicyDocument: '{"Statement":[]}' }) })] },
      another: {
        roles: [
          aRole('sagemaker', {
            role: read({ AssumeRolePolicyDocument: '{"Statement":[]}', PermissionsBoundaryArn: 'arn:aws:iam::123456789012:policy/x' }),
          }),
        ],
      },
    },
    errors: unreadableRole('sagemaker'),
    notApplicable: {
      'no config': { config: undefined, roles: [aRole('sagemaker', { role: read({ AssumeRolePolicyDocument: '{"Statement":[]}' }) })] },
    },
  },
  'role-has-designed-policies': {
    fails: {
      'an inline policy': { roles: [aRole('sagemaker', { policies: read([]) })] },
      'an attached policy': { roles: [aRole('eks-nodegroup', { attached: read([]) })] },
    },
    errors: unreadableRole('sagemaker'),
    notApplicable: { 'no design': { designedPolicies: new Map(), roles: [aRole('sagemaker')] } },
  },
  'oidc-provider-audience-is-sts': {
    fails: {
      'another audience': {
        oidcProviders: [
          anOidcProvider({ provider: read({ Url: ISSUER, ClientIDList: ['sts.amazonaws.com', 'https://github.com/acme'] }) }),
        ],
      },
      'another issuer': {
        oidcProviders: [anOidcProvider({ provider: read({ Url: 'evil.example', ClientIDList: ['sts.amazonaws.com'] }) })],
      },
    },
    errors: { oidcProviders: [anOidcProvider({ provider: refused })] },
  },
  'github-trust-requires-audience': {
    fails: {
      none: { roles: [trusting('deploy', github({ StringEquals: { [`${ISSUER}:sub`]: 'repo:acme/retail:ref:refs/heads/main' } }))] },
      'by pattern': { roles: [trusting('deploy', github({ StringLike: { [`${ISSUER}:aud`]: 'sts*' } }))] },
    },
    errors: unreadableRole('deploy'),
  },
  'github-trust-names-repository': {
    fails: {
      'no sub': { roles: [trusting('verify', github({ StringEquals: AUD }))] },
      'any repository of the owner': {
        roles: [trusting('verify', github({ StringEquals: AUD, StringLike: { [`${ISSUER}:sub`]: 'repo:acme/*' } }))],
      },
      'any owner': {
        roles: [trusting('verify', github({ StringEquals: AUD, StringLike: { [`${ISSUER}:sub`]: 'repo:*/retail:ref:refs/heads/main' } }))],
      },
      'another repository': {
        roles: [trusting('verify', github({ StringEquals: { ...AUD, [`${ISSUER}:sub`]: 'repo:acme/other:ref:refs/heads/main' } }))],
      },
    },
    errors: unreadableRole('verify'),
  },
  'github-trust-has-no-vacuous-condition': {
    fails: {
      ForAllValues: { roles: [trusting('plan', github({ 'ForAllValues:StringEquals': AUD }))] },
      IfExists: { roles: [trusting('plan', github({ StringEqualsIfExists: AUD }))] },
    },
    errors: unreadableRole('plan'),
  },
  'deploy-role-is-bound-to-branch': {
    fails: {
      'pull requests': {
        roles: [trusting('deploy', github({ StringEquals: { ...AUD, [`${ISSUER}:sub`]: 'repo:acme/retail:pull_request' } }))],
      },
      'any branch': { roles: [trusting('deploy', github({ StringLike: { [`${ISSUER}:sub`]: 'repo:acme/retail:ref:refs/heads/*' } }))] },
      'no sub': { roles: [trusting('deploy', github({ StringEquals: AUD }))] },
    },
    errors: unreadableRole('deploy'),
  },
  'github-trust-pins-repository-id': {
    fails: {
      'by name': {
        roles: [trusting('deploy', github({ StringEquals: { ...AUD, [`${ISSUER}:sub`]: 'repo:acme/retail:ref:refs/heads/main' } }))],
      },
    },
    errors: unreadableRole('deploy'),
  },
}

/** Those that judge without a design; the others are in design.test.ts. */
const JUDGED_ALONE = CHECKS.filter(({ on }) => on !== 'designed')

const statusesOf = (check: Check, world: Facts) => check.judge(world).map(({ verdict }) => verdict.status)

describe('checks', () => {
  it('all pass on the designed account', () => {
    const bad = CHECKS.flatMap((check) =>
      check
        .judge(facts())
        .filter(({ verdict }) => verdict.status !== 'pass')
        .map(({ resource, verdict }) => `${check.id} ${resource}: ${verdict.status} ${verdict.message}`),
    )
    expect(bad).toEqual([])
  })

  it('have a case each, and no case is left over', () => {
    expect(Object.keys(CASES).sort()).toEqual(JUDGED_ALONE.map((check) => check.id).sort())
  })

  describe.each(JUDGED_ALONE.map((check) => [check.id, check] as const))('%s', (id, check) => {
    const given = CASES[id] as Case
    it.each(Object.entries(given.fails))('fails: %s', (_, world) => {
      expect(statusesOf(check, facts(world))).toContain('fail')
    })
    it('is an error when it cannot be read, and names the permission', () => {
      const verdicts = check.judge(facts(given.errors)).map(({ verdict }) => verdict)
      expect(verdicts).toContainEqual(
        expect.objectContaining({ status: 'error', unread: expect.objectContaining({ state: 'denied', action: 'some:Action' }) }),
      )
      expect(verdicts.map(({ status: found }) => found)).not.toContain('pass')
    })
    for (const [name, world] of Object.entries(given.notApplicable ?? {})) {
      it(`is not applicable: ${name}`, () => expect(statusesOf(check, facts(world))).toEqual(['not-applicable']))
    }
  })

  it('turns broken evidence into an error instead of throwing', () => {
    const world = facts({
      logBuckets: [aBucket({ policy: read('{not json') })],
      roles: [aRole('deploy', { role: read({ AssumeRolePolicyDocument: '[]' }), policies: read([{ name: 'p', document: 'null' }]) })],
    })
    for (const check of CHECKS) for (const verdict of check.judge(world)) expect(verdict).toHaveProperty('verdict.status')
    expect(statusesOf(CHECKS.find((check) => check.id === 'bucket-requires-tls') as Check, world)).toEqual(['error'])
  })
})
