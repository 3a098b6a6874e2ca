import { managedDocument } from '../../src/iam/well-known-policies.ts'
import type { Config } from '../../src/model/config.ts'
import { absent, type Evidence, type Question, read, readValue } from '../../src/model/evidence.ts'
import type { RoleKind } from '../../src/model/facts.ts'
import { type Reader, readerOf } from '../../src/reads/reader.ts'
import { READ_OPERATIONS } from '../../src/reads/table.ts'
import { designedRoles } from '../../src/verify/collect/collect.ts'
import { example } from './config.ts'
import { aBucket, aKey, aLogGroup, anAlertPath, anOidcProvider, aRole, aTrail, NOW } from './facts.ts'

/** AWS's answers, word for word, by question: the example's account in the designed state, one customer managed policy more. */
export type Answers = (question: Question) => Evidence<unknown>

const ACCOUNT = '123456789012'
const OWN_POLICY = `arn:aws:iam::${ACCOUNT}:policy/extra-reads`

const value = <T>(evidence: Evidence<T>): T => {
  const found = readValue(evidence)
  if (found === undefined) throw new Error('the designed account has it')
  return found
}

interface Named {
  Arn: string
  RoleName: string
  AssumeRolePolicyDocument: string
  PermissionsBoundary?: { PermissionsBoundaryArn: string }
}

function rolesOf(config: Config): Map<string, { kind: RoleKind; answer: Named }> {
  return new Map(
    designedRoles(config).map(([kind, name]) => {
      const { arn, role } = aRole(kind)
      const { AssumeRolePolicyDocument, PermissionsBoundaryArn } = value(role)
      const boundary = PermissionsBoundaryArn === undefined ? {} : { PermissionsBoundary: { PermissionsBoundaryArn } }
      const document = encodeURIComponent(AssumeRolePolicyDocument)
      return [name, { kind, answer: { RoleName: name, Arn: arn, AssumeRolePolicyDocument: document, ...boundary } }]
    }),
  )
}

export function designedAnswers(config: Config = example()): Answers {
  const [trail, bucket, key, group, alerts, roles] = [aTrail(), aBucket(), aKey(), aLogGroup(), anAlertPath(), rolesOf(config)]
  const { SSEAlgorithm, KMSMasterKeyID, BucketKeyEnabled } = value(bucket.encryption)
  const byOperation: Readonly<Record<string, unknown>> = {
    'cloudtrail:DescribeTrails': { trailList: [trail.description].map(value) },
    'cloudtrail:GetTrailStatus': value(trail.status),
    'cloudtrail:GetEventSelectors': { TrailARN: trail.arn, ...value(trail.eventSelectors) },
    'cloudtrail:GetInsightSelectors': { TrailARN: trail.arn, ...value(trail.insightSelectors) },
    's3:GetPublicAccessBlock': { PublicAccessBlockConfiguration: value(bucket.publicAccessBlock) },
    's3:GetBucketPolicyStatus': { PolicyStatus: value(bucket.policyStatus) },
    's3:GetBucketAcl': {
      Owner: { ID: 'owner' },
      Grants: [{ Grantee: { Type: 'CanonicalUser', ID: 'owner' }, Permission: 'FULL_CONTROL' }],
    },
    's3:GetBucketPolicy': { Policy: value(bucket.policy) },
    's3:GetBucketEncryption': {
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm, KMSMasterKeyID }, BucketKeyEnabled }],
      },
    },
    's3:GetBucketVersioning': value(bucket.versioning),
    's3:GetBucketOwnershipControls': { OwnershipControls: { Rules: [value(bucket.ownership)] } },
    's3:GetBucketLifecycleConfiguration': {
      Rules: [
        {
          ID: 'CloudTrailLogLifecycle',
          Status: 'Enabled',
          Filter: { Prefix: 'mlops-logs/' },
          Transitions: [{ Days: 90, StorageClass: 'GLACIER_IR' }],
          Expiration: { Days: 2555 },
          NoncurrentVersionExpiration: { NoncurrentDays: 2555 },
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        },
      ],
    },
    's3:GetBucketLogging': { LoggingEnabled: value(bucket.logging) },
    's3:GetBucketLocation': { LocationConstraint: 'us-east-1' },
    's3:GetObjectLockConfiguration': {
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2555 } } },
    },
    'kms:DescribeKey': { KeyMetadata: value(key.description) },
    'kms:GetKeyRotationStatus': { KeyId: value(key.description).KeyId, ...value(key.rotation) },
    'kms:GetKeyPolicy': { Policy: value(key.policy) },
    'logs:DescribeLogGroups': { logGroups: [{ ...value(group.group), arn: `${group.arn}:*` }] },
    'logs:DescribeResourcePolicies': {
      resourcePolicies: [
        {
          policyName: 'route53',
          policyDocument: JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'route53.amazonaws.com' },
                Action: 'logs:PutLogEvents',
                Resource: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/route53/*`,
              },
            ],
          }),
        },
      ],
    },
    'sns:GetTopicAttributes': {
      Attributes: { TopicArn: alerts.arn, ...value(alerts.topic), SubscriptionsConfirmed: '1', SubscriptionsPending: '0' },
    },
    'events:DescribeRule': { Name: config.names.tamperRule, Arn: alerts.rule?.arn, ...(alerts.rule && value(alerts.rule.rule)) },
    'events:ListRules': {
      Rules: [{ Name: config.names.tamperRule, Arn: alerts.rule?.arn, ...(alerts.rule && value(alerts.rule.rule)) }],
    },
    'events:ListTargetsByRule': { Targets: alerts.rule && value(alerts.rule.targets) },
    'iam:ListRoles': { Roles: [...roles.values()].map(({ answer: { PermissionsBoundary: _, ...listed } }) => listed), IsTruncated: false },
    'iam:GetOpenIDConnectProvider': value(anOidcProvider().provider),
    'iam:ListOpenIDConnectProviders': { OpenIDConnectProviderList: [{ Arn: anOidcProvider().arn }] },
  }
  const managed = new Map([...roles.values()].flatMap(({ kind }) => managedOf(kind)))
  return ({ operation, parameters }) => {
    if ('PolicyArn' in parameters) return ofPolicy(operation, String(parameters['PolicyArn']), managed)
    if (!('RoleName' in parameters)) return read(byOperation[operation])
    const found = roles.get(String(parameters['RoleName']))
    return found ? ofRole(operation, found, parameters) : absent(`There is no role ${parameters['RoleName']}.`)
  }
}

/** Customer managed policies of a role, by ARN: those of the templates, and one that someone else attached to the SageMaker role. */
function managedOf(kind: RoleKind): [string, string][] {
  const { attached, policies, boundary } = aRole(kind)
  const limit = value(boundary)
  const byAws = value(attached).flatMap((arn): [string, string][] => {
    const document = managedDocument(arn)
    return document ? [[arn, JSON.stringify(document)]] : []
  })
  const own = value(policies).filter(({ name }) => value(attached).includes(name))
  const extra = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::team-artifacts/*' }],
  }
  return [
    ...own.map(({ name, document }): [string, string] => [`arn:aws:iam::${ACCOUNT}:policy/${name}`, document]),
    ...byAws,
    ...(limit ? [[limit.name, limit.document] satisfies [string, string]] : []),
    ...(kind === 'sagemaker' ? [[OWN_POLICY, JSON.stringify(extra)] satisfies [string, string]] : []),
  ]
}

function ofPolicy(operation: string, arn: string, managed: ReadonlyMap<string, string>): Evidence<unknown> {
  const document = managed.get(arn)
  if (document === undefined) return absent(`There is no policy ${arn}.`)
  return operation === 'iam:GetPolicy'
    ? read({ Policy: { Arn: arn, DefaultVersionId: 'v3' } })
    : read({ PolicyVersion: { Document: encodeURIComponent(document), VersionId: 'v3', IsDefaultVersion: true } })
}

function ofRole(
  operation: string,
  { kind, answer }: { kind: RoleKind; answer: Named },
  { PolicyName }: Readonly<Record<string, unknown>>,
): Evidence<unknown> {
  const role = aRole(kind)
  const inline = value(role.policies).filter(({ name }) => !value(role.attached).includes(name))
  const { RoleName } = answer
  const byAws = value(role.attached).filter((arn) => arn.startsWith('arn:'))
  const limit = value(role.boundary)?.name
  const attached = [...byAws, ...managedOf(kind).flatMap(([arn]) => (arn === limit || byAws.includes(arn) ? [] : [arn]))]
  const answers: Readonly<Record<string, unknown>> = {
    'iam:GetRole': { Role: answer },
    'iam:ListRolePolicies': { PolicyNames: inline.map(({ name }) => name), IsTruncated: false },
    'iam:GetRolePolicy': {
      RoleName,
      PolicyName,
      PolicyDocument: encodeURIComponent(inline.find(({ name }) => name === PolicyName)?.document ?? ''),
    },
    'iam:ListAttachedRolePolicies': {
      AttachedPolicies: attached.map((PolicyArn) => ({ PolicyName: PolicyArn.split('/').at(-1), PolicyArn })),
      IsTruncated: false,
    },
  }
  return read(answers[operation])
}

/** Reads that only the design is held against; whole accounts answer them (integration/mutations.test.ts). */
const OF_THE_DESIGN =
  /^(?:athena|cloudformation|cloudwatch|config|ecr|eks|glue):|:ListTags$|:ListTagsForResource$|^kms:ListGrants$|^logs:Describe(?:Metric|Subscription)Filters$|^sns:ListSubscriptionsByTopic$|^s3:GetBucket(?:Tagging|Replication|Cors|Website|NotificationConfiguration|RequestPayment)$/

/** The reads that these answers are about. */
export const ANSWERED = READ_OPERATIONS.filter((operation) => !OF_THE_DESIGN.test(operation))

export const PLACE = { account: ACCOUNT, partition: 'aws', region: 'us-east-1' }

/** A reader of such answers, and the questions it was asked. */
export function answeringReader(answers: Answers): { reader: Reader; asked: Question[] } {
  const asked: Question[] = []
  const reader = readerOf((question) => {
    asked.push(question)
    // As it is stored and sent: what JSON cannot say does not arrive.
    const answer: Evidence<unknown> = JSON.parse(JSON.stringify(answers(question)))
    return Promise.resolve({ answer, time: NOW })
  }, PLACE)
  return { reader, asked }
}
