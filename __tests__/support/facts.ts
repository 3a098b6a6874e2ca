import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { managedDocument } from '../../src/iam/well-known-policies.ts'
import type { HeldResource } from '../../src/model/design.ts'
import { absent, denied, read } from '../../src/model/evidence.ts'
import type {
  AlertPathFacts,
  BucketFacts,
  Facts,
  KeyFacts,
  LogGroupFacts,
  OidcProviderFacts,
  PolicyText,
  RoleFacts,
  RoleKind,
  TrailFacts,
} from '../../src/model/facts.ts'
import type { LogsFound } from '../../src/model/log-integrity.ts'
import { templateFacts } from '../../src/verify/template-facts.ts'
import { CONFIGS, example, load, render } from './config.ts'

const ACCOUNT = '123456789012'
const TRAIL = `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/mlops-retail-prediction-audit-trail`
const BUCKET = 'mlops-cloudtrail-logs-us-east-1-123456789012'
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`
export const NOW = '2026-11-23T06:00:00.000Z'

/** Policies are taken from the rendered templates, so that a change there is judged by every check. */
const resources = Object.assign(
  {},
  ...render(example()).map((template) => parseTemplate(template.body, template.name).Resources),
) as Record<string, { Properties: Record<string, unknown> }>

/** Intrinsics as AWS would resolve them in the example account. */
function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved)
  if (typeof value !== 'object' || value === null) return value
  const [entry] = Object.entries(value)
  if (entry && Object.keys(value).length === 1) {
    const [key, argument] = entry
    const named: Record<string, string> = {
      'AWS::AccountId': ACCOUNT,
      'AWS::Partition': 'aws',
      'AWS::Region': 'us-east-1',
      'AWS::URLSuffix': 'amazonaws.com',
      GithubOidcProvider: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
      AlertTopic: TOPIC,
      'LogBucket.Arn': `arn:aws:s3:::${BUCKET}`,
      WorkloadBoundaryArn: `arn:aws:iam::${ACCOUNT}:policy/mlops-retail-prediction-dev-workload-boundary`,
      PipelineBoundary: `arn:aws:iam::${ACCOUNT}:policy/mlops-retail-prediction-dev-pipeline-boundary`,
    }
    if (key === 'Ref') return named[String(argument)] ?? String(argument)
    if (key === 'Fn::GetAtt') return named[(argument as string[]).join('.')] ?? KEY
    if (key === 'Fn::Sub') return String(argument).replace(/\$\{([^}]+)\}/g, (_, name: string) => named[name] ?? name)
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item)]))
}

export function policyOf(logicalId: string, property: string): string {
  return JSON.stringify(resolved(resources[logicalId]?.Properties[property]))
}

export function aTrail(overrides: Partial<TrailFacts> = {}): TrailFacts {
  return {
    arn: TRAIL,
    description: read({
      Name: 'mlops-retail-prediction-audit-trail',
      TrailARN: TRAIL,
      HomeRegion: 'us-east-1',
      S3BucketName: BUCKET,
      S3KeyPrefix: 'mlops-logs',
      KmsKeyId: KEY,
      CloudWatchLogsLogGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:mlops-cloudtrail-log-group:*`,
      CloudWatchLogsRoleArn: `arn:aws:iam::${ACCOUNT}:role/CloudTrail_CloudWatchLogs_Role`,
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      LogFileValidationEnabled: true,
      IsOrganizationTrail: false,
    }),
    status: read({
      IsLogging: true,
      StartLoggingTime: '2026-11-01T00:00:00.000Z',
      LatestDeliveryTime: '2026-11-23T05:55:00.000Z',
      LatestDigestDeliveryTime: '2026-11-23T05:20:00.000Z',
      LatestCloudWatchLogsDeliveryTime: '2026-11-23T05:56:00.000Z',
    }),
    elsewhere: [],
    eventSelectors: read({ AdvancedEventSelectors: resolved(resources['Trail']?.Properties['AdvancedEventSelectors']) as never }),
    insightSelectors: read({ InsightSelectors: [{ InsightType: 'ApiCallRateInsight' }, { InsightType: 'ApiErrorRateInsight' }] }),
    ...overrides,
  }
}

export function aBucket(overrides: Partial<BucketFacts> = {}): BucketFacts {
  return {
    arn: `arn:aws:s3:::${BUCKET}`,
    name: BUCKET,
    trailArn: TRAIL,
    logPrefix: 'mlops-logs',
    publicAccessBlock: read({ BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true }),
    policyStatus: read({ IsPublic: false }),
    acl: read({ Grants: [{ Grantee: { ID: 'owner' }, Permission: 'FULL_CONTROL' }] }),
    policy: read(policyOf('LogBucketPolicy', 'PolicyDocument')),
    encryption: read({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY, BucketKeyEnabled: false }),
    versioning: read({ Status: 'Enabled' }),
    ownership: read({ ObjectOwnership: 'BucketOwnerEnforced' }),
    lifecycle: read({
      Rules: [{ ID: 'CloudTrailLogLifecycle', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }],
    }),
    logging: read({ TargetBucket: 'access-logs', TargetPrefix: 'log-bucket/' }),
    location: read({ region: 'us-east-1' }),
    objectLock: absent('The bucket has no Object Lock.'),
    ...overrides,
  }
}

export function aKey(overrides: Partial<KeyFacts> = {}): KeyFacts {
  return {
    arn: KEY,
    trailArn: TRAIL,
    description: read({
      KeyId: KEY.split('/')[1] ?? '',
      Arn: KEY,
      Enabled: true,
      KeyState: 'Enabled',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyManager: 'CUSTOMER',
    }),
    rotation: read({ KeyRotationEnabled: true, RotationPeriodInDays: 365 }),
    policy: read(policyOf('LogKey', 'KeyPolicy')),
    ...overrides,
  }
}

const TOPIC = `arn:aws:sns:us-east-1:${ACCOUNT}:mlops-retail-prediction-dev-audit-alerts`
const RULE = 'mlops-retail-prediction-dev-audit-tamper'

export function anAlertPath(overrides: Partial<AlertPathFacts> = {}): AlertPathFacts {
  const { arn, description, policy } = aKey()
  return {
    arn: TOPIC,
    topic: read({ Policy: policyOf('AlertTopicPolicy', 'PolicyDocument'), KmsMasterKeyId: KEY }),
    subscriptions: read({ confirmed: 1, pending: 0 }),
    key: { arn, description, policy },
    rule: {
      arn: `arn:aws:events:us-east-1:${ACCOUNT}:rule/${RULE}`,
      rule: read({ State: 'ENABLED', EventPattern: policyOf('TamperRule', 'EventPattern') }),
      targets: read([{ Id: 'alert-topic', Arn: TOPIC }]),
    },
    hasAlarms: true,
    ...overrides,
  }
}

export function aLogGroup(overrides: Partial<LogGroupFacts> = {}): LogGroupFacts {
  return {
    arn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:mlops-cloudtrail-log-group`,
    name: 'mlops-cloudtrail-log-group',
    group: read({ logGroupName: 'mlops-cloudtrail-log-group', retentionInDays: 365, kmsKeyId: KEY, logGroupClass: 'STANDARD' }),
    resourcePolicies: read([]),
    ...overrides,
  }
}

const LOGICAL: Readonly<Partial<Record<RoleKind, string>>> = {
  'cloudwatch-logs': 'CloudWatchLogsRole',
  'eks-cluster': 'EksClusterRole',
  'eks-nodegroup': 'EksNodegroupRole',
  sagemaker: 'SageMakerRole',
  plan: 'PlanRole',
  publish: 'PublishRole',
  deploy: 'DeployRole',
  verify: 'VerifyRole',
  github: 'VerifyRole',
}

export function aRole(kind: RoleKind, overrides: Partial<RoleFacts> = {}): RoleFacts {
  const properties = resources[LOGICAL[kind] ?? '']?.Properties ?? {}
  const name = String(properties['RoleName'] ?? kind)
  const inline = (resolved(properties['Policies'] ?? []) as { PolicyName: string; PolicyDocument: unknown }[]).map((policy) => ({
    name: policy.PolicyName,
    document: JSON.stringify(policy.PolicyDocument),
  }))
  // Managed policies of the templates count as the role's own, as verification reads them.
  const managed = ((properties['ManagedPolicyArns'] ?? []) as { Ref?: string }[]).flatMap(({ Ref }) =>
    Ref === undefined ? [] : [{ name: Ref, document: policyOf(Ref, 'PolicyDocument') }],
  )
  return {
    arn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
    name,
    kind,
    role: read({
      AssumeRolePolicyDocument: JSON.stringify(resolved(properties['AssumeRolePolicyDocument'])),
      PermissionsBoundaryArn: String(resolved(properties['PermissionsBoundary'])),
    }),
    policies: read([...inline, ...managed]),
    attached: read(resolved(properties['ManagedPolicyArns'] ?? []) as string[]),
    managed: read([]),
    boundary: read(boundaryOf(properties['PermissionsBoundary'])),
    ...overrides,
  }
}

/** The boundary that a role's template names. */
function boundaryOf(named: unknown): PolicyText | undefined {
  if (named === undefined) return undefined
  const arn = String(resolved(named))
  return { name: arn, document: policyOf(arn.includes('workload') ? 'WorkloadBoundary' : 'PipelineBoundary', 'PolicyDocument') }
}

const policyNames = ({ policies, attached }: RoleFacts) => [
  ...(policies.state === 'read' ? policies.value.map(({ name }) => name) : []),
  ...(attached.state === 'read' ? attached.value.map((arn) => arn.split('/').at(-1) ?? arn) : []),
]

/** A role with another trust policy. */
export function trusting(kind: RoleKind, document: unknown): RoleFacts {
  const role = aRole(kind)
  const boundary = role.role.state === 'read' ? role.role.value.PermissionsBoundaryArn : undefined
  return {
    ...role,
    role: read({ AssumeRolePolicyDocument: JSON.stringify(document), ...(boundary ? { PermissionsBoundaryArn: boundary } : {}) }),
  }
}

/** A role with one more inline policy of one statement. */
export function granting(kind: RoleKind, statement: Record<string, unknown>, overrides: Partial<RoleFacts> = {}): RoleFacts {
  const role = aRole(kind)
  const policies = role.policies.state === 'read' ? role.policies.value : []
  return {
    ...role,
    policies: read([...policies, { name: 'extra', document: JSON.stringify({ Statement: [{ Effect: 'Allow', ...statement }] }) }]),
    ...overrides,
  }
}

/** A role with one of AWS's policies attached, with or without its boundary. */
export function attaching(kind: RoleKind, name: string, overrides: Partial<RoleFacts> = {}): RoleFacts {
  const arn = `arn:aws:iam::aws:policy/${name}`
  return aRole(kind, {
    attached: read([arn]),
    managed: read([{ name: arn, document: JSON.stringify(managedDocument(arn)) }]),
    ...overrides,
  })
}

export function anOidcProvider(overrides: Partial<OidcProviderFacts> = {}): OidcProviderFacts {
  return {
    arn: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
    provider: read({ Url: 'token.actions.githubusercontent.com', ClientIDList: ['sts.amazonaws.com'] }),
    ...overrides,
  }
}

/** A day of log files, all as they were delivered. */
export function logsFound(overrides: Partial<LogsFound> = {}): LogsFound {
  return {
    from: '2025-12-31T00:00:00Z',
    to: '2026-01-01T00:00:00Z',
    digests: 24,
    logs: 120,
    isCovered: true,
    problems: [],
    ...overrides,
  }
}

let everything: readonly HeldResource[] | undefined

/** What everything-on has beside trail and roles, as its templates have it. */
function designedThings(): readonly HeldResource[] {
  const config = load(CONFIGS['everything-on'] ?? '')
  everything ??= templateFacts(
    render(config).map(({ body, name, region }) => ({ parsed: parseTemplate(body, name), region })),
    { account: config.account, region: config.region, config, collectedAt: NOW },
  ).resources
  return everything ?? []
}

/** The designed things, those of one type with some properties changed; gone where there is nothing to change. */
export function things(type: string, changes?: Readonly<Record<string, unknown>>, of: (one: HeldResource) => boolean = () => true) {
  const evidence = Object.fromEntries(
    Object.entries(changes ?? {}).map(([name, value]) => [name, value === refused ? refused : read(value)]),
  )
  const resources = designedThings().flatMap((one) => {
    if (one.designed.type !== type || !of(one)) return [one]
    return changes ? [{ ...one, live: { ...one.live, ...evidence } }] : []
  })
  return { resources }
}

/** A few actions by level, in place of the whole index. */
const SOME_ACTIONS = {
  s3: { Read: ['GetObject', 'GetBucketPolicy'], Write: ['PutObject', 'DeleteObject'], 'Permissions management': ['PutBucketPolicy'] },
  iam: { Read: ['GetRole'], Write: ['CreateRole', 'PassRole'], 'Permissions management': ['PutRolePolicy'] },
}

/** The example's account in the designed state: every check passes. */
export function facts(overrides: Partial<Facts> = {}): Facts {
  const roles = (['cloudwatch-logs', 'eks-cluster', 'eks-nodegroup', 'sagemaker', 'plan', 'deploy', 'verify'] as const).map((kind) =>
    aRole(kind),
  )
  return {
    account: ACCOUNT,
    region: 'us-east-1',
    partition: 'aws',
    config: example(),
    collectedAt: NOW,
    trails: [aTrail()],
    logBuckets: [aBucket()],
    keys: [aKey()],
    logGroups: [aLogGroup()],
    alertPaths: [anAlertPath()],
    roles,
    resources: designedThings(),
    design: { held: [], actions: SOME_ACTIONS },
    designedPolicies: new Map(roles.map((role) => [role.arn, policyNames(role)])),
    oidcProviders: [anOidcProvider()],
    logIntegrity: [{ arn: aTrail().arn, found: read(logsFound()) }],
    ...overrides,
  }
}

export const refused = denied('some:Action', 'User is not authorized')

/** Changes what was read inside one evidence. */
export function changed<T extends object>(
  evidence: { state: 'read'; value: T } | { state: string },
  overrides: Partial<T>,
): { state: 'read'; value: T } {
  if (evidence.state !== 'read') throw new Error('nothing was read')
  return read({ ...(evidence as { value: T }).value, ...overrides }) as { state: 'read'; value: T }
}
