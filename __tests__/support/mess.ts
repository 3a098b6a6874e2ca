import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { CloudTrailClient, CreateTrailCommand, DescribeTrailsCommand } from '@aws-sdk/client-cloudtrail'
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'
import { ECRClient, PutImageCommand } from '@aws-sdk/client-ecr'
import { CreateAliasCommand, CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  ListBucketsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { root } from '../../scripts/paths.mjs'
import { type Bench, LOG_BUCKET } from './sandbox.ts'

export const PREFIX = 'mlops-retail-prediction-dev'
const WORKLOAD = 'ap-southeast-1'
const OURS = [
  { Key: 'Project', Value: 'MLOps-Retail-Prediction' },
  { Key: 'Environment', Value: 'dev' },
]
const THEIRS = [{ Key: 'Project', Value: 'Somebody-Else' }]

/** The example, with what the seeds of this project clean up. */
export function messyConfig(): string {
  return `${readFileSync(join(root, 'examples/retail-prediction/mlops-audit.yml'), 'utf8').replace('exceptions: []', '')}
clean-up:
  name-contains: [retail-]
  model-package-groups: [retail-forecast-models]
  image-tags: [dev, staging]
  repositories: [mlops/retail-api]
  clusters: [retail]
`
}

/** Everything that a project leaves in an account, and beside each thing a decoy that only looks like it. */
export async function makeMess(bench: Bench): Promise<void> {
  await Promise.all([makeWorkload(bench), makeImages(bench), makeClusters(bench), makeDecoys()])
  await makeLogs()
}

async function makeWorkload({ started: { sandbox } }: Bench): Promise<void> {
  const sagemaker = (operation: string, parameters: object) =>
    sandbox.backend.call('sagemaker', operation, { ...parameters }, { region: WORKLOAD })
  const job = (TrainingJobName: string, Tags: object[] = []) =>
    sagemaker('CreateTrainingJob', { TrainingJobName, RoleArn: `arn:aws:iam::123456789012:role/other`, Tags })
  for (let index = 0; index < 3; index += 1) await job(`retail-forecast-${index}`)
  await job('retail-forecast-theirs', THEIRS)
  await job('wholesale-forecast')
  const endpoint = (EndpointName: string, Tags: object[] = []) =>
    sagemaker('CreateEndpoint', { EndpointName, EndpointConfigName: 'any', Tags })
  for (const name of ['retail-failed', 'retail-failed-theirs']) sandbox.backend.cloud?.sagemaker.failEndpoint(name)
  await endpoint('retail-failed')
  await endpoint('retail-failed-theirs', THEIRS)
  await endpoint('retail-serving')
  for (const ModelPackageGroupName of ['retail-forecast-models', 'retail-forecast-models-prod']) {
    await sagemaker('CreateModelPackageGroup', { ModelPackageGroupName })
    for (const ModelApprovalStatus of ['PendingManualApproval', 'Approved', 'PendingManualApproval'])
      await sagemaker('CreateModelPackage', { ModelPackageGroupName, ModelApprovalStatus })
  }
}

const manifest = (name: string, children: readonly string[] = []) =>
  JSON.stringify(
    children.length > 0
      ? { mediaType: 'application/vnd.oci.image.index.v1+json', manifests: children.map((digest) => ({ digest })), name }
      : { mediaType: 'application/vnd.oci.image.manifest.v1+json', layers: [{ size: 1_000_000 }], name },
  )

async function makeImages({ started: { sandbox } }: Bench): Promise<void> {
  const ecr = new ECRClient({ region: WORKLOAD })
  for (const repositoryName of ['mlops/retail-api', 'mlops/retail-api-prod']) {
    await sandbox.backend.call('ecr', 'CreateRepository', { repositoryName }, { region: WORKLOAD })
    const put = async (name: string, imageTag?: string, children?: readonly string[]) => {
      const answer = await ecr.send(new PutImageCommand({ repositoryName, imageManifest: manifest(name, children), imageTag }))
      return answer.image?.imageId?.imageDigest ?? ''
    }
    await put('app', 'dev')
    await put('both', 'staging')
    await put('both', 'v1.0')
    await put('loose')
    await put('index', 'staging-multi', [await put('kept-arm'), await put('kept-amd')])
    await put('old-index', 'dev-multi', [await put('child-arm'), await put('child-amd')])
    await put('nothing-else', 'v2.0')
    // The tag moves on: the old index is untagged now, and names what it did.
    await put('new-index', 'dev-multi', [await put('kept-too')])
  }
}

async function makeClusters({ started: { sandbox } }: Bench): Promise<void> {
  const logs = new CloudWatchLogsClient({ region: WORKLOAD })
  for (const cluster of ['retail', 'retail-prod']) {
    await sandbox.backend.call(
      'eks',
      'CreateCluster',
      { name: cluster, roleArn: 'arn:aws:iam::123456789012:role/eks' },
      { region: WORKLOAD },
    )
    await sandbox.backend.call(
      'eks',
      'CreateAddon',
      { clusterName: cluster, addonName: 'amazon-cloudwatch-observability' },
      { region: WORKLOAD },
    )
    for (const kind of ['application', 'performance'])
      await logs.send(new CreateLogGroupCommand({ logGroupName: `/aws/containerinsights/${cluster}/${kind}` }))
  }
}

/** Similar names, and things with exactly our tags that no config names. */
async function makeDecoys(): Promise<void> {
  const s3 = new S3Client({ region: 'us-east-1', forcePathStyle: true })
  for (const Bucket of [`${LOG_BUCKET}-backup`, `dev2-${LOG_BUCKET}`.slice(0, 63)]) {
    await s3.send(new CreateBucketCommand({ Bucket }))
    await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: OURS } }))
    await s3.send(new PutObjectCommand({ Bucket, Key: 'mlops-logs/kept', Body: 'kept' }))
  }
  const Bucket = 'acme-other-trail-logs'
  await s3.send(new CreateBucketCommand({ Bucket }))
  const grant = (Action: string, Resource: string) => ({
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action,
    Resource,
  })
  const Statement = [grant('s3:GetBucketAcl', `arn:aws:s3:::${Bucket}`), grant('s3:PutObject', `arn:aws:s3:::${Bucket}/*`)]
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Version: '2012-10-17', Statement }) }))
  const trail = { Name: 'mlops-retail-prediction-audit-trail-prod', S3BucketName: Bucket, TagsList: OURS }
  await new CloudTrailClient({ region: 'us-east-1' }).send(new CreateTrailCommand(trail))
  await new CloudWatchLogsClient({ region: 'us-east-1' }).send(
    new CreateLogGroupCommand({ logGroupName: 'mlops-cloudtrail-log-group-prod' }),
  )
  const kms = new KMSClient({ region: 'us-east-1' })
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Tags: OURS.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value })) }))
  await kms.send(new CreateAliasCommand({ AliasName: `alias/${PREFIX}-cloudtrail-key-prod`, TargetKeyId: KeyMetadata?.KeyId }))
}

/** Versions, delete markers and an unfinished upload in the log bucket. */
async function makeLogs(): Promise<void> {
  const s3 = new S3Client({ region: 'us-east-1', forcePathStyle: true })
  const Bucket = LOG_BUCKET
  const put = async (Key: string) => {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
  }
  for (const day of ['01', '02', '03'])
    for (const file of ['a', 'b']) {
      const Key = `mlops-logs/AWSLogs/123456789012/CloudTrail/us-east-1/2026/11/${day}/${file} & more.json.gz`
      await put(Key)
      await put(Key)
      if (day === '02') await s3.send(new DeleteObjectCommand({ Bucket, Key }))
    }
  await put('at-the-root')
  await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'mlops-logs/never-finished' }))
}

/** What is in the account of all that a clean-up could touch, as lines: to compare ends, and to see that decoys survive. */
export async function inventory({ started: { sandbox } }: Bench): Promise<string[]> {
  const { backend } = sandbox
  const call = async (region: string, service: string, operation: string, parameters: object = {}) =>
    backend.call(service, operation, { ...parameters }, { region })
  const names = async (region: string, service: string, operation: string, list: string, key: string, parameters: object = {}) => {
    const answer = await call(region, service, operation, parameters)
    return ((answer[list] ?? []) as Record<string, unknown>[]).map((one) => String(one[key]))
  }
  const lines: string[] = []
  const add = (kind: string, found: readonly string[]) => lines.push(...found.map((name) => `${kind} ${name}`))
  add(
    'job',
    await names(WORKLOAD, 'sagemaker', 'ListTrainingJobs', 'TrainingJobSummaries', 'TrainingJobName', {
      StatusEquals: 'InProgress',
      MaxResults: 100,
    }),
  )
  add('endpoint', await names(WORKLOAD, 'sagemaker', 'ListEndpoints', 'Endpoints', 'EndpointName', { MaxResults: 100 }))
  for (const ModelPackageGroupName of ['retail-forecast-models', 'retail-forecast-models-prod'])
    add(
      'package',
      await names(WORKLOAD, 'sagemaker', 'ListModelPackages', 'ModelPackageSummaryList', 'ModelPackageArn', { ModelPackageGroupName }),
    )
  for (const repositoryName of ['mlops/retail-api', 'mlops/retail-api-prod']) {
    const { imageDetails } = await call(WORKLOAD, 'ecr', 'DescribeImages', { repositoryName })
    const images = imageDetails as { imageTags?: string[] }[]
    add(
      `image ${repositoryName}`,
      images.map(({ imageTags = ['untagged'] }) => imageTags.join(' ')),
    )
  }
  for (const clusterName of ['retail', 'retail-prod']) {
    const { addons } = await call(WORKLOAD, 'eks', 'ListAddons', { clusterName })
    add(`add-on ${clusterName}`, addons as string[])
  }
  for (const region of [WORKLOAD, 'us-east-1']) {
    add('log group', await names(region, 'logs', 'DescribeLogGroups', 'logGroups', 'logGroupName'))
    add('alias', await names(region, 'kms', 'ListAliases', 'Aliases', 'AliasName'))
    const keys = await names(region, 'kms', 'ListKeys', 'Keys', 'KeyId')
    for (const KeyId of keys) {
      const { KeyMetadata } = await call(region, 'kms', 'DescribeKey', { KeyId })
      add('key', [String((KeyMetadata as { KeyState: string }).KeyState)])
    }
  }
  add('role', await names('us-east-1', 'iam', 'ListRoles', 'Roles', 'RoleName'))
  const { Buckets = [] } = await new S3Client({ region: 'us-east-1', forcePathStyle: true }).send(new ListBucketsCommand({}))
  add(
    'bucket',
    Buckets.map(({ Name }) => String(Name)),
  )
  const { trailList = [] } = await new CloudTrailClient({ region: 'us-east-1' }).send(new DescribeTrailsCommand({}))
  add(
    'trail',
    trailList.map(({ Name }) => String(Name)),
  )
  for (const region of [WORKLOAD, 'us-east-1']) {
    const { Stacks = [] } = await new CloudFormationClient({ region }).send(new DescribeStacksCommand({}))
    add(
      'stack',
      Stacks.map(({ StackName }) => String(StackName)),
    )
  }
  return lines.sort()
}

/** What a whole clean-up leaves of the mess: what others own, what is in use or approved, and what only looks like ours. */
export const WHAT_STAYS: readonly string[] = [
  'add-on retail-prod amazon-cloudwatch-observability',
  'alias alias/mlops-retail-prediction-dev-cloudtrail-key-prod',
  'bucket acme-other-trail-logs',
  'bucket acme-retail-gold',
  'bucket acme-retail-models',
  'bucket dev2-mlops-cloudtrail-logs-us-east-1-123456789012',
  'bucket mlops-cloudtrail-logs-us-east-1-123456789012-backup',
  'endpoint retail-failed-theirs',
  'endpoint retail-serving',
  'image mlops/retail-api dev-multi',
  'image mlops/retail-api staging-multi',
  'image mlops/retail-api untagged',
  'image mlops/retail-api untagged',
  'image mlops/retail-api untagged',
  'image mlops/retail-api v1.0',
  'image mlops/retail-api v2.0',
  'image mlops/retail-api-prod dev',
  'image mlops/retail-api-prod dev-multi',
  'image mlops/retail-api-prod staging v1.0',
  'image mlops/retail-api-prod staging-multi',
  'image mlops/retail-api-prod untagged',
  'image mlops/retail-api-prod untagged',
  'image mlops/retail-api-prod untagged',
  'image mlops/retail-api-prod untagged',
  'image mlops/retail-api-prod untagged',
  'image mlops/retail-api-prod untagged',
  'image mlops/retail-api-prod untagged',
  'image mlops/retail-api-prod v2.0',
  'job retail-forecast-theirs',
  'job wholesale-forecast',
  'key Enabled',
  'key PendingDeletion',
  'log group /aws/containerinsights/retail-prod/application',
  'log group /aws/containerinsights/retail-prod/performance',
  'log group mlops-cloudtrail-log-group-prod',
  'package arn:aws:sagemaker:ap-southeast-1:123456789012:model-package/retail-forecast-models-prod/1',
  'package arn:aws:sagemaker:ap-southeast-1:123456789012:model-package/retail-forecast-models-prod/2',
  'package arn:aws:sagemaker:ap-southeast-1:123456789012:model-package/retail-forecast-models-prod/3',
  'package arn:aws:sagemaker:ap-southeast-1:123456789012:model-package/retail-forecast-models/2',
  'package arn:aws:sagemaker:ap-southeast-1:123456789012:model-package/retail-forecast-models/3',
  'trail mlops-retail-prediction-audit-trail-prod',
]
