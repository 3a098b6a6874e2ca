import { CloudTrailClient, CreateTrailCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail'
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam'
import { CreateKeyCommand, EnableKeyRotationCommand, KMSClient } from '@aws-sdk/client-kms'
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3'
import type { Bench } from './sandbox.ts'

interface ForeignTrail {
  trail: string
  bucket: string
  key: string
  group: string
}

/**
 * A trail with bucket, key and log group in a region, made by the root of an account: the management account's for its organization, or
 * this account's own at home elsewhere.
 */
export async function foreignTrail(
  bench: Bench,
  { account, home, organization = false }: { account: string; home: string; organization?: boolean },
): Promise<ForeignTrail> {
  const options = { region: home, credentials: { accessKeyId: account, secretAccessKey: 'test' } }
  const name = organization ? 'org' : 'elsewhere'
  const bucket = `${name}-logs-${account}-${home}`
  const trail = `arn:aws:cloudtrail:${home}:${account}:trail/${name}`
  const document = (...Statement: object[]) =>
    JSON.stringify({ Version: '2012-10-17', Statement: Statement.map((one) => ({ Effect: 'Allow', ...one })) })
  const Principal = { Service: 'cloudtrail.amazonaws.com' }
  const only = { StringEquals: { 'aws:SourceArn': trail } }
  const kms = new KMSClient(options)
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({
      Policy: document(
        { Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' },
        { Principal, Action: 'kms:GenerateDataKey*', Resource: '*', Condition: only },
        {
          Principal: { Service: `logs.${home}.amazonaws.com` },
          Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
          Resource: '*',
        },
      ),
    }),
  )
  const key = KeyMetadata?.Arn ?? ''
  await kms.send(new EnableKeyRotationCommand({ KeyId: key }))
  const s3 = new S3Client({ ...options, forcePathStyle: true })
  const Location = home === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: home as never } }
  await s3.send(new CreateBucketCommand({ Bucket: bucket, ...Location }))
  const Policy = document(
    { Principal, Action: 's3:GetBucketAcl', Resource: `arn:aws:s3:::${bucket}`, Condition: only },
    { Principal, Action: 's3:PutObject', Resource: `arn:aws:s3:::${bucket}/AWSLogs/*`, Condition: only },
  )
  await s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }))
  await new CloudWatchLogsClient(options).send(new CreateLogGroupCommand({ logGroupName: name, kmsKeyId: key }))
  const AssumeRolePolicyDocument = document({ Principal, Action: 'sts:AssumeRole' })
  await new IAMClient(options).send(new CreateRoleCommand({ RoleName: `${name}-to-logs`, AssumeRolePolicyDocument }))
  const group = `arn:aws:logs:${home}:${account}:log-group:${name}`
  const { cloud } = bench.started.sandbox.backend
  if (organization && cloud) cloud.organizations.organization = { id: 'o-exampleorgid', management: account }
  const cloudTrail = new CloudTrailClient(options)
  await cloudTrail.send(
    new CreateTrailCommand({
      Name: name,
      S3BucketName: bucket,
      KmsKeyId: key,
      CloudWatchLogsLogGroupArn: `${group}:*`,
      CloudWatchLogsRoleArn: `arn:aws:iam::${account}:role/${name}-to-logs`,
      IsMultiRegionTrail: true,
      IsOrganizationTrail: organization,
      EnableLogFileValidation: true,
    }),
  )
  await cloudTrail.send(new StartLoggingCommand({ Name: name }))
  return { trail, bucket, key, group }
}
