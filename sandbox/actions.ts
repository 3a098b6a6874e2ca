import { type Body, list, type Place } from './aws/call.ts'

/** IAM's actions where they are called otherwise than the operation. Source: Service Authorization Reference, "Actions for Amazon S3". */
const S3_ACTIONS: Readonly<Record<string, string>> = {
  GetBucketEncryption: 'GetEncryptionConfiguration',
  PutBucketEncryption: 'PutEncryptionConfiguration',
  DeleteBucketEncryption: 'PutEncryptionConfiguration',
  GetBucketLifecycle: 'GetLifecycleConfiguration',
  PutBucketLifecycle: 'PutLifecycleConfiguration',
  DeleteBucketLifecycle: 'PutLifecycleConfiguration',
  GetBucketReplication: 'GetReplicationConfiguration',
  PutBucketReplication: 'PutReplicationConfiguration',
  DeleteBucketReplication: 'PutReplicationConfiguration',
  DeleteBucketPublicAccessBlock: 'PutBucketPublicAccessBlock',
  DeleteBucketOwnershipControls: 'PutBucketOwnershipControls',
  DeleteBucketTagging: 'PutBucketTagging',
  DeleteBucketCors: 'PutBucketCORS',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
  PutObjectLockConfiguration: 'PutBucketObjectLockConfiguration',
  HeadBucket: 'ListBucket',
  ListObjects: 'ListBucket',
  ListObjectVersions: 'ListBucketVersions',
  ListMultipartUploads: 'ListBucketMultipartUploads',
  ListParts: 'ListMultipartUploadParts',
  HeadObject: 'GetObject',
  CopyObject: 'PutObject',
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  DeleteObjects: 'DeleteObject',
  ListBuckets: 'ListAllMyBuckets',
  DeleteAccountPublicAccessBlock: 'PutAccountPublicAccessBlock',
}

/** Calls that are another action when they name a version. */
const OF_A_VERSION = [
  'GetObject',
  'DeleteObject',
  'GetObjectTagging',
  'PutObjectTagging',
  'DeleteObjectTagging',
  'GetObjectAcl',
  'PutObjectAcl',
]

/** Signing names that are not the prefix of the service's actions. */
const PREFIXES: Readonly<Record<string, string>> = { monitoring: 'cloudwatch' }

/** The IAM action of an operation. */
export function actionOf(service: string, operation: string, hasVersion = false): string {
  if (service !== 's3') return `${PREFIXES[service] ?? service}:${operation}`
  const action = S3_ACTIONS[operation] ?? operation
  return `s3:${hasVersion && OF_A_VERSION.includes(action) ? `${action}Version` : action}`
}

type Names = (
  input: Body,
  at: (service: string, rest: string, options?: { global?: boolean; noAccount?: boolean }) => string,
) => (string | undefined)[]

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

function arnOr(value: unknown, make: (name: string) => string): string | undefined {
  const given = text(value)
  return given === undefined ? undefined : given.startsWith('arn:') ? given : make(given)
}

/** Resources a call is about, by service, as policies name them. Source: Service Authorization Reference, "Resource types". */
const RESOURCES: Readonly<Record<string, Names>> = {
  cloudformation: (input, at) => [arnOr(input['StackName'], (name) => at('cloudformation', `stack/${name}/*`))],
  cloudtrail: (input, at) => [
    arnOr(input['TrailName'] ?? input['Name'] ?? input['ResourceId'], (name) => at('cloudtrail', `trail/${name}`)),
  ],
  iam: (input, at) => {
    const own = (kind: string, name: unknown) => text(name) && at('iam', `${kind}/${String(name)}`, { global: true })
    const provider = text(input['Url'])?.replace('https://', '')
    const linked = text(input['AWSServiceName'])
    if (linked) return [at('iam', `role/aws-service-role/${linked}/*`, { global: true })]
    if (text(input['RoleName'])) return [own('role', input['RoleName'])]
    return [
      text(input['PolicyArn']) ??
        text(input['PolicySourceArn']) ??
        text(input['OpenIDConnectProviderArn']) ??
        own('policy', input['PolicyName']) ??
        own('oidc-provider', provider) ??
        own('user', input['UserName']),
    ]
  },
  sns: (input, at) => [
    text(input['TopicArn']) ??
      text(input['ResourceArn']) ??
      arnOr(input['Name'], (name) => at('sns', name)) ??
      text(input['SubscriptionArn']),
  ],
  sts: (input, at) => [arnOr(input['RoleArn'], (name) => at('iam', `role/${name}`, { global: true }))],
  logs: (input, at) => {
    const name = text(input['logGroupName']) ?? text(input['resourceArn'])?.split(':log-group:')[1]
    return [name && at('logs', `log-group:${name}`)]
  },
  events: (input, at) => [arnOr(input['Name'] ?? input['Rule'] ?? input['ResourceARN'], (name) => at('events', `rule/${name}`))],
  monitoring: (input, at) => {
    const alarms = [text(input['AlarmName']), ...list<string>(input['AlarmNames'])].filter((name) => name !== undefined)
    if (alarms.length > 0) return alarms.map((name) => at('cloudwatch', `alarm:${name}`))
    const dashboards = [text(input['DashboardName']), ...list<string>(input['DashboardNames'])].filter((name) => name !== undefined)
    if (dashboards.length > 0) return dashboards.map((name) => at('cloudwatch', `dashboard/${name}`, { global: true }))
    return [text(input['ResourceARN'])]
  },
  // A rule's ARN has an id that Config gives; the name stands for it.
  config: (input, at) => {
    const name = text((input['ConfigRule'] as Body | undefined)?.['ConfigRuleName']) ?? text(input['ConfigRuleName'])
    return [name && at('config', `config-rule/${name}`)]
  },
  ecr: (input, at) => [
    arnOr(input['repositoryName'] ?? input['resourceArn'] ?? list<string>(input['repositoryNames'])[0], (name) =>
      at('ecr', `repository/${name}`),
    ),
  ],
  eks: (input, at) => {
    const [cluster, association] = [text(input['clusterName']) ?? text(input['name']), text(input['associationId'])]
    return [association ? at('eks', `podidentityassociation/${cluster}/${association}`) : cluster && at('eks', `cluster/${cluster}`)]
  },
  glue: (input, at) => {
    const database =
      text(input['DatabaseName']) ??
      text((input['DatabaseInput'] as Body | undefined)?.['Name']) ??
      (text(input['DatabaseName']) ? undefined : text(input['Name']))
    const table = text(input['DatabaseName'])
      ? (text((input['TableInput'] as Body | undefined)?.['Name']) ?? text(input['Name']))
      : undefined
    return [at('glue', 'catalog'), database && at('glue', `database/${database}`), table && at('glue', `table/${database}/${table}`)]
  },
  athena: (input, at) => [arnOr(input['WorkGroup'] ?? input['Name'] ?? input['ResourceARN'], (name) => at('athena', `workgroup/${name}`))],
  secretsmanager: (input, at) => [arnOr(input['SecretId'] ?? input['Name'], (name) => at('secretsmanager', `secret:${name}`))],
}

/** ARNs a call is about; `*` where it is about none or the service has no resource level for it. Buckets and keys are their owners' to name. */
export function resourcesOf(service: string, input: Body, { partition, region, account }: Place): string[] {
  const at = (of: string, rest: string, { global = false } = {}) => `arn:${partition}:${of}:${global ? '' : region}:${account}:${rest}`
  const found = (RESOURCES[service]?.(input, at) ?? []).filter((arn) => arn !== undefined && arn !== '')
  return found.length > 0 ? (found as string[]) : ['*']
}
