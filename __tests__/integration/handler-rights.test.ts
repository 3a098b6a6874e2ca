import {
  CloudFormationClient,
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation'
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns'
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { githubWorld } from '../support/github-world.ts'
import { type Bench, openBench } from '../support/sandbox.ts'

const region = 'us-east-1'
const PROVIDER = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com'
const ISSUER = 'token.actions.githubusercontent.com'

const TOPIC = { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'news', Tags: [{ Key: 'a', Value: '1' }] } }
const GROUP = { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/app', RetentionInDays: 30 } }
const BUCKET = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'handler-rights-data' } }
const broken = { Type: 'AWS::SNS::Topic', DependsOn: ['It'], Properties: { TopicName: 'not a name' } }
const template = (Resources: Record<string, unknown>) => JSON.stringify({ Resources })

describe('CloudFormation in the name of a session that is no administrator', () => {
  let bench: Bench
  let stacks = 0

  beforeAll(async () => {
    bench = await openBench({ paceMs: 0 })
    await bench.aws('iam', 'create-open-id-connect-provider', '--url', `https://${ISSUER}`, '--client-id-list', 'sts.amazonaws.com')
    const trust = {
      Effect: 'Allow',
      Principal: { Federated: PROVIDER },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:sub`]: 'repo:acme/retail:ref:refs/heads/main' } },
    }
    const RoleArn = { Effect: 'Allow', Principal: { Service: 'cloudformation.amazonaws.com' }, Action: 'sts:AssumeRole' }
    const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement })
    const client = new IAMClient({ region })
    await client.send(new CreateRoleCommand({ RoleName: 'ci', AssumeRolePolicyDocument: document(trust) }))
    await client.send(new CreateRoleCommand({ RoleName: 'service', AssumeRolePolicyDocument: document(RoleArn) }))
  })
  afterAll(() => bench.close())

  const may = (denied: readonly string[], RoleName = 'ci') => {
    const deny = denied.length > 0 ? [{ Effect: 'Deny', Action: denied, Resource: '*' }] : []
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }, ...deny] })
    return new IAMClient({ region }).send(new PutRolePolicyCommand({ RoleName, PolicyName: 'may', PolicyDocument }))
  }

  const asCi = async () => {
    const { world } = githubWorld(bench)
    const sts = new STSClient({ region, credentials: { accessKeyId: '', secretAccessKey: '' } })
    const { Credentials: given } = await sts.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: 'arn:aws:iam::123456789012:role/ci',
        RoleSessionName: 'ci',
        WebIdentityToken: await world.idToken?.('sts.amazonaws.com'),
      }),
    )
    const credentials = {
      accessKeyId: given?.AccessKeyId ?? '',
      secretAccessKey: given?.SecretAccessKey ?? '',
      sessionToken: given?.SessionToken ?? '',
    }
    return new CloudFormationClient({ region, credentials })
  }

  /** Status and failures of a stack when nothing moves any more. */
  const settled = async (StackName: string) => {
    const client = new CloudFormationClient({ region })
    for (;;) {
      const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }))
      const [stack] = Stacks ?? []
      if (stack && !stack.StackStatus?.endsWith('IN_PROGRESS')) {
        const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }))
        const failed = StackEvents.filter(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED'))
        return {
          status: stack.StackStatus,
          failed: failed.map((event) => `${event.LogicalResourceId} ${event.ResourceStatus} ${event.ResourceStatusReason}`),
        }
      }
      await new Promise((done) => setTimeout(done, 20))
    }
  }

  const created = async (denied: readonly string[], Resources: Record<string, unknown>) => {
    stacks += 1
    const StackName = `made-${stacks}`
    await may(denied)
    await (await asCi()).send(new CreateStackCommand({ StackName, TemplateBody: template(Resources) }))
    return { StackName, ...(await settled(StackName)) }
  }
  const gone = async (StackName: string) => {
    await new CloudFormationClient({ region }).send(new DeleteStackCommand({ StackName }))
    await new Promise((done) => setTimeout(done, 100))
  }

  it.each([
    [
      'a call of the handler',
      'sns:CreateTopic',
      TOPIC,
      /sns:CreateTopic on resource: arn:aws:sns:us-east-1:123456789012:news with an explicit deny/,
    ],
    ['a read that follows', 'sns:GetTopicAttributes', TOPIC, /sns:GetTopicAttributes on resource: arn:aws:sns:us-east-1:123456789012:news/],
    ['a read of a newer handler', 'logs:GetDataProtectionPolicy', GROUP, /logs:GetDataProtectionPolicy on resource: \S+log-group:\/app/],
    ['an action without resources', 'logs:DescribeIndexPolicies', GROUP, /logs:DescribeIndexPolicies on resource: \*/],
    ['a read of a bucket', 's3:GetBucketNotification', BUCKET, /s3:GetBucketNotification on resource: arn:aws:s3:::handler-rights-data/],
    ['the listing of a bucket', 's3:ListBucket', BUCKET, /s3:ListBucket on resource: arn:aws:s3:::handler-rights-data/],
  ])('is refused where %s is denied, and taken back', async (_, right, resource, reason) => {
    const { StackName, status, failed } = await created([right], { It: resource })
    expect(status).toMatch(/^ROLLBACK_/)
    expect(failed[failed.length - 1]).toMatch(reason)
    expect(failed[failed.length - 1]).toMatch(/HandlerErrorCode: AccessDenied/)
    await may([])
    await gone(StackName)
  })

  it.each([
    ['sns:GetDataProtectionPolicy', TOPIC],
    ['sns:ListTagsForResource', TOPIC],
    ['sns:Subscribe', TOPIC],
    ['logs:PutIndexPolicy', GROUP],
    ['s3:PutReplicationConfiguration', BUCKET],
  ])('goes on where %s is denied, which its handler ignores or does not use', async (right, resource) => {
    const { StackName, status, failed } = await created([right], { It: resource })
    expect([status, failed]).toEqual(['CREATE_COMPLETE', []])
    await gone(StackName)
  })

  it('rolls back with the rights to delete, and says where they are missing', async () => {
    const { StackName, status, failed } = await created(['sns:DeleteTopic'], { It: TOPIC, Other: broken })
    expect(status).toBe('ROLLBACK_FAILED')
    expect(failed.join('\n')).toMatch(/It DELETE_FAILED .*sns:DeleteTopic on resource: arn:aws:sns:us-east-1:123456789012:news/)
    await may([])
    await gone(StackName)
  })

  it('updates, deletes and looks for drift with the rights for it', async () => {
    const { StackName } = await created([], { It: TOPIC })
    const update = async (denied: readonly string[], Tags: object[]) => {
      await may(denied)
      const body = template({ It: { ...TOPIC, Properties: { TopicName: 'news', Tags } } })
      await (await asCi()).send(new UpdateStackCommand({ StackName, TemplateBody: body }))
      return settled(StackName)
    }
    // Nothing is taken off, so nothing is asked for it.
    expect((await update(['sns:UntagResource'], [{ Key: 'a', Value: '2' }])).status).toBe('UPDATE_COMPLETE')
    const refused = await update(['sns:GetTopicAttributes'], [{ Key: 'a', Value: '3' }])
    expect(refused.status).toBe('UPDATE_ROLLBACK_FAILED')
    expect(refused.failed.join('\n')).toMatch(/It UPDATE_FAILED .*sns:GetTopicAttributes/)
    await may([])
    await (await asCi()).send(new DeleteStackCommand({ StackName }))
    await new Promise((done) => setTimeout(done, 100))

    const other = await created([], { It: TOPIC })
    await may(['sns:GetTopicAttributes'])
    const drift = new CreateChangeSetCommand({
      StackName: other.StackName,
      ChangeSetName: 'drift',
      TemplateBody: template({ It: TOPIC }),
      DeploymentMode: 'REVERT_DRIFT',
    })
    await expect((await asCi()).send(drift)).rejects.toThrow(/sns:GetTopicAttributes on resource: \S+:news/)
    await (await asCi()).send(new DeleteStackCommand({ StackName: other.StackName }))
    const kept = await settled(other.StackName)
    expect([kept.status, kept.failed.join('\n')]).toEqual([
      'DELETE_FAILED',
      expect.stringMatching(/It DELETE_FAILED .*sns:GetTopicAttributes/),
    ])
    await may([])
    await (await asCi()).send(new DeleteStackCommand({ StackName: other.StackName }))
    await new Promise((done) => setTimeout(done, 100))
  })

  it('imports with the right to read what is there', async () => {
    await may(['sns:GetTopicAttributes'])
    const { TopicArn = '' } = await new SNSClient({ region }).send(new CreateTopicCommand({ Name: 'theirs' }))
    const importIt = new CreateChangeSetCommand({
      StackName: 'imported',
      ChangeSetName: 'import',
      ChangeSetType: 'IMPORT',
      ResourcesToImport: [{ ResourceType: 'AWS::SNS::Topic', LogicalResourceId: 'It', ResourceIdentifier: { TopicArn } }],
      TemplateBody: template({ It: { Type: 'AWS::SNS::Topic', DeletionPolicy: 'Retain', Properties: { TopicName: 'theirs' } } }),
    })
    await expect((await asCi()).send(importIt)).rejects.toThrow(/sns:GetTopicAttributes on resource: \S+:theirs/)
    await may([])
    expect((await (await asCi()).send(importIt)).Id).toMatch(/changeSet\/import/)
  })

  it('works with a service role as that role, whoever asked', async () => {
    await may(['sns:CreateTopic'], 'service')
    await may([])
    const make = {
      StackName: 'served',
      TemplateBody: template({ It: { ...TOPIC, Properties: { TopicName: 'served' } } }),
      RoleARN: 'arn:aws:iam::123456789012:role/service',
    }
    await new CloudFormationClient({ region }).send(new CreateStackCommand(make))
    const { status, failed } = await settled('served')
    expect(status).toMatch(/^ROLLBACK_/)
    expect(failed.join('\n')).toMatch(/assumed-role\/service\/AWSCloudFormation is not authorized to perform: sns:CreateTopic/)
  })
})
