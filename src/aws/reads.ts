import type { Clients } from './clients.ts'

type Answer = Record<string, unknown> & { $metadata?: { requestId?: string } }

export interface ReadSpec {
  /** IAM action the read needs; S3's differ from its operations. */
  action: string
  /** Error names that mean "not there". */
  absent: readonly string[]
  send(clients: Clients, parameters: Record<string, unknown>): Promise<Answer>
  /** Parameters of the next page, when there is one. */
  nextPage?(answer: Answer): Record<string, unknown> | undefined
}

type Input = Record<string, unknown>

/** An SDK client as far as it is used here. */
interface Sender {
  send(command: unknown): Promise<unknown>
}

function sender(client: () => Promise<unknown>, load: () => Promise<unknown>, command: string) {
  return async (parameters: Input): Promise<Answer> => {
    const [instance, module] = await Promise.all([client(), load()])
    const Command = (module as Record<string, new (input: Input) => unknown>)[command]
    if (!Command) throw new Error(`the SDK has no ${command}`)
    return (await (instance as Sender).send(new Command(parameters))) as Answer
  }
}

const cloudTrail = (command: string) => (clients: Clients, parameters: Input) =>
  sender(clients.cloudTrail, () => import('@aws-sdk/client-cloudtrail'), command)(parameters)
const s3 = (command: string) => (clients: Clients, parameters: Input) =>
  sender(clients.s3, () => import('@aws-sdk/client-s3'), command)(parameters)
const kms = (command: string) => (clients: Clients, parameters: Input) =>
  sender(clients.kms, () => import('@aws-sdk/client-kms'), command)(parameters)
const logs = (command: string) => (clients: Clients, parameters: Input) =>
  sender(clients.logs, () => import('@aws-sdk/client-cloudwatch-logs'), command)(parameters)
const iam = (command: string) => (clients: Clients, parameters: Input) =>
  sender(clients.iam, () => import('@aws-sdk/client-iam'), command)(parameters)

const marker = (answer: Answer) => (answer['IsTruncated'] === true ? { Marker: answer['Marker'] } : undefined)
const nextToken = (answer: Answer) => (answer['nextToken'] ? { nextToken: answer['nextToken'] } : undefined)

const NO_BUCKET = 'NoSuchBucket'
const NO_ROLE = ['NoSuchEntityException', 'NoSuchEntity']
const NO_TRAIL = ['TrailNotFoundException']

/** Every read a verification may make. A test holds this table against the checks' `reads` and the verify role's policy. */
export const READS: Readonly<Record<string, ReadSpec>> = {
  'cloudtrail:DescribeTrails': { action: 'cloudtrail:DescribeTrails', absent: [], send: cloudTrail('DescribeTrailsCommand') },
  'cloudtrail:GetTrailStatus': { action: 'cloudtrail:GetTrailStatus', absent: NO_TRAIL, send: cloudTrail('GetTrailStatusCommand') },
  'cloudtrail:GetEventSelectors': {
    action: 'cloudtrail:GetEventSelectors',
    absent: NO_TRAIL,
    send: cloudTrail('GetEventSelectorsCommand'),
  },
  'cloudtrail:GetInsightSelectors': {
    action: 'cloudtrail:GetInsightSelectors',
    absent: [...NO_TRAIL, 'InsightNotEnabledException'],
    send: cloudTrail('GetInsightSelectorsCommand'),
  },
  's3:GetPublicAccessBlock': {
    action: 's3:GetBucketPublicAccessBlock',
    absent: [NO_BUCKET, 'NoSuchPublicAccessBlockConfiguration'],
    send: s3('GetPublicAccessBlockCommand'),
  },
  's3:GetBucketPolicyStatus': {
    action: 's3:GetBucketPolicyStatus',
    absent: [NO_BUCKET, 'NoSuchBucketPolicy'],
    send: s3('GetBucketPolicyStatusCommand'),
  },
  's3:GetBucketAcl': { action: 's3:GetBucketAcl', absent: [NO_BUCKET], send: s3('GetBucketAclCommand') },
  's3:GetBucketPolicy': { action: 's3:GetBucketPolicy', absent: [NO_BUCKET, 'NoSuchBucketPolicy'], send: s3('GetBucketPolicyCommand') },
  's3:GetBucketEncryption': {
    action: 's3:GetEncryptionConfiguration',
    absent: [NO_BUCKET, 'ServerSideEncryptionConfigurationNotFoundError'],
    send: s3('GetBucketEncryptionCommand'),
  },
  's3:GetBucketVersioning': { action: 's3:GetBucketVersioning', absent: [NO_BUCKET], send: s3('GetBucketVersioningCommand') },
  's3:GetBucketOwnershipControls': {
    action: 's3:GetBucketOwnershipControls',
    absent: [NO_BUCKET, 'OwnershipControlsNotFoundError'],
    send: s3('GetBucketOwnershipControlsCommand'),
  },
  's3:GetBucketLifecycleConfiguration': {
    action: 's3:GetLifecycleConfiguration',
    absent: [NO_BUCKET, 'NoSuchLifecycleConfiguration'],
    send: s3('GetBucketLifecycleConfigurationCommand'),
  },
  's3:GetBucketLogging': { action: 's3:GetBucketLogging', absent: [NO_BUCKET], send: s3('GetBucketLoggingCommand') },
  's3:GetBucketLocation': { action: 's3:GetBucketLocation', absent: [NO_BUCKET], send: s3('GetBucketLocationCommand') },
  'kms:DescribeKey': { action: 'kms:DescribeKey', absent: ['NotFoundException'], send: kms('DescribeKeyCommand') },
  'kms:GetKeyRotationStatus': {
    action: 'kms:GetKeyRotationStatus',
    absent: ['NotFoundException'],
    send: kms('GetKeyRotationStatusCommand'),
  },
  'kms:GetKeyPolicy': { action: 'kms:GetKeyPolicy', absent: ['NotFoundException'], send: kms('GetKeyPolicyCommand') },
  'logs:DescribeLogGroups': { action: 'logs:DescribeLogGroups', absent: [], send: logs('DescribeLogGroupsCommand'), nextPage: nextToken },
  'logs:DescribeResourcePolicies': {
    action: 'logs:DescribeResourcePolicies',
    absent: [],
    send: logs('DescribeResourcePoliciesCommand'),
    nextPage: nextToken,
  },
  'iam:GetRole': { action: 'iam:GetRole', absent: NO_ROLE, send: iam('GetRoleCommand') },
  'iam:ListRoles': { action: 'iam:ListRoles', absent: [], send: iam('ListRolesCommand'), nextPage: marker },
  'iam:ListRolePolicies': { action: 'iam:ListRolePolicies', absent: NO_ROLE, send: iam('ListRolePoliciesCommand'), nextPage: marker },
  'iam:GetRolePolicy': { action: 'iam:GetRolePolicy', absent: NO_ROLE, send: iam('GetRolePolicyCommand') },
  'iam:ListAttachedRolePolicies': {
    action: 'iam:ListAttachedRolePolicies',
    absent: NO_ROLE,
    send: iam('ListAttachedRolePoliciesCommand'),
    nextPage: marker,
  },
  'iam:GetPolicy': { action: 'iam:GetPolicy', absent: NO_ROLE, send: iam('GetPolicyCommand') },
  'iam:GetPolicyVersion': { action: 'iam:GetPolicyVersion', absent: NO_ROLE, send: iam('GetPolicyVersionCommand') },
  'iam:GetOpenIDConnectProvider': { action: 'iam:GetOpenIDConnectProvider', absent: NO_ROLE, send: iam('GetOpenIDConnectProviderCommand') },
  'iam:ListOpenIDConnectProviders': {
    action: 'iam:ListOpenIDConnectProviders',
    absent: [],
    send: iam('ListOpenIDConnectProvidersCommand'),
  },
}
