import { CloudTrailClient, CreateTrailCommand } from '@aws-sdk/client-cloudtrail'
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { CreateBucketCommand, PutBucketPolicyCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3'
import { partitionOf as partitionIn } from '../../src/model/partition.ts'
import type { Bench } from './sandbox.ts'

/** Stands for the key that a sandbox makes. */
export const KEY_IN_CONFIGS = '11111111-2222-3333-4444-555555555555'

/** What the configs say exists already: buckets, a cluster, a trail made by hand. Answers with the key's id. */
export async function furnish(bench: Bench, region: string, workloadRegion: string): Promise<string> {
  const s3 = new S3Client({ region, forcePathStyle: true })
  const makeBucket = async (Bucket: string, where: string) => {
    const location = where === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: where as never } }
    await new S3Client({ region: where, forcePathStyle: true }).send(new CreateBucketCommand({ Bucket, ...location }))
  }
  for (const Bucket of ['acme-old-trail-logs', 'acme-org-trail-logs', 'acme-cfn-templates']) await makeBucket(Bucket, region)
  await s3.send(new PutBucketVersioningCommand({ Bucket: 'acme-cfn-templates', VersioningConfiguration: { Status: 'Enabled' } }))
  // Data is where the workload is.
  for (const Bucket of ['acme-gold', 'acme-models']) await makeBucket(Bucket, workloadRegion)
  const logs = new CloudWatchLogsClient({ region })
  for (const logGroupName of ['acme-old-trail-group', 'acme-org-trail-group']) await logs.send(new CreateLogGroupCommand({ logGroupName }))
  const backend = bench.started.sandbox.backend
  await backend.json('ecr', 'AmazonEC2ContainerRegistry_V20150921.CreateRepository', { repositoryName: 'acme/old-api' }, region)
  for (const cluster of ['retail', 'retail-blue', 'Retail_2'])
    for (const where of [region, 'eu-central-1', 'ap-southeast-1', 'us-west-2'])
      await backend.rest('eks', 'POST', '/clusters', where, {
        name: cluster,
        roleArn: 'arn:aws:iam::123456789012:role/eks',
        resourcesVpcConfig: { subnetIds: ['subnet-1', 'subnet-2'] },
      })
  await makeServiceRole(bench)
  const Bucket = 'acme-old-trail-logs'
  await letCloudTrailWrite(s3, Bucket, partitionIn(region)?.id)
  await new CloudTrailClient({ region }).send(
    new CreateTrailCommand({ Name: 'acme-old-trail', S3BucketName: Bucket, IsMultiRegionTrail: true }),
  )
  return (await new KMSClient({ region }).send(new CreateKeyCommand({ Policy: sharedKeyPolicy(region) }))).KeyMetadata?.KeyId ?? ''
}

/** The policy of a bucket by hand, for any trail. */
export async function letCloudTrailWrite(s3: S3Client, Bucket: string, partition = 'aws'): Promise<void> {
  const arn = `arn:${partition}:s3:::${Bucket}`
  const grant = (Action: string, Resource: string) => ({
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action,
    Resource,
  })
  const Statement = [grant('s3:GetBucketAcl', arn), grant('s3:PutObject', `${arn}/*`)]
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Version: '2012-10-17', Statement }) }))
}

/** The role that CloudFormation works with, where a config names one. */
export async function makeServiceRole({ started: { sandbox } }: Bench): Promise<void> {
  const document = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })
  const trust = document({ Principal: { Service: 'cloudformation.amazonaws.com' }, Action: 'sts:AssumeRole' })
  await sandbox.backend.call('iam', 'CreateRole', { RoleName: 'cloudformation', AssumeRolePolicyDocument: trust })
  const everything = document({ Action: '*', Resource: '*' })
  await sandbox.backend.call('iam', 'PutRolePolicy', { RoleName: 'cloudformation', PolicyName: 'all', PolicyDocument: everything })
}

/** A key of someone else's that a config uses lets the services in that the stack gives it to. */
function sharedKeyPolicy(region: string): string {
  const { id, dnsSuffix } = partitionIn(region) ?? { id: 'aws', dnsSuffix: 'amazonaws.com' }
  const Service = [`logs.${region}.${dnsSuffix}`, ...['cloudtrail', 'events', 'cloudwatch', 'sns'].map((name) => `${name}.amazonaws.com`)]
  const grant = (Principal: object, Action: string[]) => ({ Effect: 'Allow', Principal, Action, Resource: '*' })
  const Statement = [
    grant({ AWS: `arn:${id}:iam::123456789012:root` }, ['kms:*']),
    grant({ Service }, ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey']),
  ]
  return JSON.stringify({ Version: '2012-10-17', Statement })
}
