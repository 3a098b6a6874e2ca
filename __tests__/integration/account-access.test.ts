import { join } from 'node:path'
import {
  AttachRolePolicyCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CommandResult } from '../../src/commands/result.ts'
import { type AccessResult, isRed } from '../../src/model/access.ts'
import { CONFIGS, load } from '../support/config.ts'
import { type Bench, LOG_BUCKET, openBench } from '../support/sandbox.ts'

const rowName = ({ who, effect, actions, on }: AccessResult) => `${who} ${effect} ${actions} on ${on}`
const redRows = ({ report }: CommandResult) => (report.access ?? []).filter(isRed).map(rowName)
const states = ({ report }: CommandResult) => (report.access ?? []).map((row) => [rowName(row), row.state, row.detail])
const missingPolicies = ({ report }: CommandResult) =>
  report.findings
    .filter(({ code, status }) => code === 'ROLE-019' && status === 'fail')
    .map(({ resource, message }) => `${resource.split('/').at(-1)}: ${message}`)

/** Takes a policy of a role away, looks, and puts it back. */
async function withoutPolicy<T>(iam: IAMClient, RoleName: string, policy: string, look: () => Promise<T>): Promise<T> {
  const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }))
  const PolicyArn = AttachedPolicies.find(({ PolicyName }) => PolicyName === policy)?.PolicyArn
  if (PolicyArn !== undefined) {
    await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }))
    const seen = await look()
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }))
    return seen
  }
  const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: policy }))
  await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: policy }))
  const seen = await look()
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: policy, PolicyDocument: decodeURIComponent(PolicyDocument) }))
  return seen
}

async function policiesOf(iam: IAMClient, RoleName: string): Promise<string[]> {
  const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }))
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }))
  return [...AttachedPolicies.map(({ PolicyName }) => PolicyName ?? ''), ...PolicyNames].sort()
}

/** Rows that stand on each policy of each role, as the start of their names. */
type Stands = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

async function detachEach(bench: Bench, iam: IAMClient, stands: Stands): Promise<void> {
  const whole = await bench.run('verify')
  expect([redRows(whole), missingPolicies(whole)]).toEqual([[], []])
  for (const [role, policies] of Object.entries(stands)) {
    expect([role, await policiesOf(iam, role)]).toEqual([role, Object.keys(policies).sort()])
    for (const [policy, rows] of Object.entries(policies)) {
      const less = await withoutPolicy(iam, role, policy, () => bench.run('verify'))
      const red = redRows(less)
      expect([role, policy, red.map((row) => rows.find((start) => row.startsWith(start)) ?? row)]).toEqual([role, policy, rows])
      expect([missingPolicies(less), less.exitCode]).toEqual([[`${role}: ${policy} is not attached`], 1])
    }
  }
  expect(states(await bench.run('verify'))).toEqual(states(whole))
}

/** What a recording of a run says of the account, word for word as the run did. */
async function replayed(bench: Bench): Promise<CommandResult> {
  return bench.run('verify', { from: join(bench.folder, '.mlops-audit') })
}

describe('the access matrix held against an account', () => {
  let bench: Bench
  let iam: IAMClient
  beforeAll(async () => {
    bench = await openBench()
    iam = new IAMClient({ region: 'us-east-1' })
    for (const name of ['acme-retail-gold', 'acme-retail-models'])
      await bench.aws('s3api', 'create-bucket', '--bucket', name, '--region', 'us-east-1')
    expect((await bench.run('deploy', { bootstrap: 'true' })).exitCode).toBe(0)
    expect((await bench.run('deploy')).exitCode).toBe(0)
  })
  afterAll(() => bench.close())

  it('holds in the account as deployed, data buckets and all; what no one read is said', async () => {
    const { report, exitCode, log } = await bench.run('verify')
    expect(exitCode).toBe(0)
    expect((report.access ?? []).filter(({ state }) => state !== 'holds').map((row) => [rowName(row), row.state, row.detail])).toEqual([
      [
        'eks-nodegroup-role can ecr:BatchGetImage, ecr:GetDownloadUrlForLayer on *',
        'not-proven',
        'the policy of some resource is not known here, and has a say in ecr:BatchGetImage',
      ],
    ])
    expect(log).toMatch(/\d+ access rows/)
  })

  it('turns red exactly the rows that stand on a policy that is taken away, and names it', async () => {
    const at = 'mlops-retail-prediction-dev'
    await detachEach(bench, iam, {
      [`${at}-eks-cluster-role`]: { AmazonEKSClusterPolicy: ['eks-cluster-role can ec2:CreateSecurityGroup'] },
      [`${at}-eks-nodegroup-role`]: {
        AmazonEKSWorkerNodePolicy: [
          'eks-nodegroup-role can eks-auth:AssumeRoleForPodIdentity',
          'eks-nodegroup-role can ec2:DescribeInstances, eks:DescribeCluster',
        ],
        AmazonEKS_CNI_Policy: ['eks-nodegroup-role can ec2:AssignPrivateIpAddresses'],
        AmazonEC2ContainerRegistryReadOnly: [
          'eks-nodegroup-role can ecr:GetAuthorizationToken',
          'eks-nodegroup-role can ecr:BatchGetImage',
        ],
        CloudWatchAgentServerPolicy: ['eks-nodegroup-role can cloudwatch:PutMetricData'],
      },
      [`${at}-sagemaker-execution`]: {
        SageMakerEC2Access: ['sagemaker-role can ec2:DescribeVpcs'],
        SageMakerWorkload: ['sagemaker-role can ec2:DescribeVpcs, sagemaker:ListTrainingJobs', 'sagemaker-role can s3:GetObject'],
      },
      [`${at}-audit-plan`]: {
        [`${at}-read-configuration`]: ['plan-role can cloudformation:DescribeStacks'],
        Plan: ['plan-role can cloudformation:CreateChangeSet'],
      },
      [`${at}-audit-deploy`]: {
        [`${at}-read-configuration`]: ['deploy-role can cloudformation:DescribeStacks'],
        [`${at}-deploy-settings`]: ['deploy-role can cloudwatch:PutMetricAlarm'],
        Deploy: ['deploy-role can cloudformation:ExecuteChangeSet'],
      },
      [`${at}-github-publish`]: { Publish: ['publish-role can s3:PutObject'] },
      [`${at}-audit-verify`]: {
        [`${at}-read-configuration`]: ['verify-role can cloudtrail:DescribeTrails, iam:GetRole'],
        Verify: ['verify-role can kms:Decrypt'],
      },
    })
  })

  const red = async (change: () => Promise<unknown>, back: () => Promise<unknown>): Promise<string[]> => {
    await change()
    const live = await bench.run('verify')
    // AWS is not asked again, and says the same.
    const offline = await replayed(bench)
    await back()
    expect(states(offline)).toEqual(states(live))
    expect([offline.exitCode, offline.report.findings]).toEqual([live.exitCode, live.report.findings])
    return (live.report.access ?? [])
      .filter(isRed)
      .map((row) => `${rowName(row)}: ${row.detail} (${row.at.map(({ text }) => text).join('; ')})`)
  }

  it('finds a grant by hand, offline too: which request, by which statement', async () => {
    const RoleName = 'mlops-retail-prediction-dev-audit-plan'
    const Statement = { Sid: 'ByHand', Effect: 'Allow', Action: 'cloudformation:ExecuteChangeSet', Resource: '*' }
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
    const rows = await red(
      () => iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'extra', PolicyDocument })),
      () => iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'extra' })),
    )
    expect(rows).toEqual([
      expect.stringMatching(
        /^plan-role cannot .*-audit-plan can cloudformation:ExecuteChangeSet on .*\(extra, ByHand; .*pipeline-boundary/,
      ),
    ])
  })

  it('finds a trust that was opened, and who then becomes the role', async () => {
    const RoleName = 'mlops-retail-prediction-dev-audit-deploy'
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }))
    const trust = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')
    const rows = await red(
      () =>
        iam.send(
          new UpdateAssumeRolePolicyCommand({
            RoleName,
            PolicyDocument: trust.replaceAll(/:ref:refs\/heads\/main/g, ':*').replaceAll('StringEquals', 'StringLike'),
          }),
        ),
      () => iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: trust })),
    )
    expect(rows.map((row) => row.replace(/: .*/s, ''))).toEqual([
      expect.stringMatching(/^acme\/retail \(some-other-branch\) cannot/),
      expect.stringMatching(/^acme\/retail \(pull_request\) cannot/),
    ])
  })

  it('finds a boundary that was taken away, where it was all that stood between', async () => {
    const RoleName = 'mlops-retail-prediction-dev-audit-deploy'
    const PermissionsBoundary = 'arn:aws:iam::123456789012:policy/mlops-retail-prediction-dev-pipeline-boundary'
    const rows = await red(
      () => iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName })),
      () => iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary })),
    )
    expect(rows).toEqual([expect.stringMatching(/^deploy-role cannot cloudtrail:PutEventSelectors/)])
  })

  // The boundary would still stand between; both together are what an attacker does.
  const node = {
    RoleName: 'mlops-retail-prediction-dev-eks-nodegroup-role',
    PermissionsBoundary: 'arn:aws:iam::123456789012:policy/mlops-retail-prediction-dev-workload-boundary',
  }
  const unbound = () => iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName: node.RoleName }))
  const bind = () => iam.send(new PutRolePermissionsBoundaryCommand(node))

  it('finds a key policy that hands out the logs', async () => {
    const KeyId = load(CONFIGS['example'] ?? '').names.keyAlias
    const { KeyMetadata } = await bench.aws('kms', 'describe-key', '--key-id', KeyId)
    const get = ['kms', 'get-key-policy', '--policy-name', 'default', '--key-id', KeyMetadata.Arn]
    const { Policy } = await bench.aws(...get)
    const put = (policy: string) =>
      bench.aws('kms', 'put-key-policy', '--policy-name', 'default', '--key-id', KeyMetadata.Arn, '--policy', policy)
    const document = JSON.parse(Policy)
    const session = 'arn:aws:sts::123456789012:assumed-role/mlops-retail-prediction-dev-eks-nodegroup-role/i-1'
    const grant = { Sid: 'ByHand', Effect: 'Allow', Principal: { AWS: session }, Action: 'kms:Decrypt', Resource: '*' }
    const rows = await red(
      () => Promise.all([unbound(), put(JSON.stringify({ ...document, Statement: [...document.Statement, grant] }))]),
      () => Promise.all([bind(), put(Policy)]),
    )
    expect(rows).toEqual([
      expect.stringMatching(/^workload-roles cannot kms:Decrypt on log-key: .*nodegroup-role can kms:Decrypt .*key policy, ByHand/),
    ])
  })

  it('finds a log bucket that was opened', async () => {
    const { Policy } = await bench.aws('s3api', 'get-bucket-policy', '--bucket', LOG_BUCKET)
    const put = (policy: string) => bench.aws('s3api', 'put-bucket-policy', '--bucket', LOG_BUCKET, '--policy', policy)
    const document = JSON.parse(Policy)
    const session = 'arn:aws:sts::123456789012:assumed-role/mlops-retail-prediction-dev-eks-nodegroup-role/i-1'
    const grant = {
      Sid: 'ByHand',
      Effect: 'Allow',
      Principal: { AWS: session },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${LOG_BUCKET}/*`,
    }
    const rows = await red(
      () => Promise.all([unbound(), put(JSON.stringify({ ...document, Statement: [...document.Statement, grant] }))]),
      () => Promise.all([bind(), put(Policy)]),
    )
    expect(rows).toEqual([
      expect.stringMatching(/^workload-roles cannot s3:\* on log-bucket: .*nodegroup-role can s3:GetObject .*bucket policy, ByHand/),
    ])
  })
})

describe('roles of pods', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
    bench.config(
      `${CONFIGS['irsa']}      monitoring: { namespace: amazon-cloudwatch, service-account: agent, metric-namespaces: [Retail] }\n`,
    )
    await bench.aws('s3api', 'create-bucket', '--bucket', 'acme-models', '--region', 'us-east-1')
    expect((await bench.run('deploy', { bootstrap: 'true' })).report.problems).toEqual([])
    expect((await bench.run('deploy')).report.problems).toEqual([])
  })
  afterAll(() => bench.close())

  it('each stand behind the row of what its pods are for', async () => {
    await detachEach(bench, new IAMClient({ region: 'us-east-1' }), {
      'retail-dev-aws-node': { AmazonEKS_CNI_Policy: ['aws-node-role can ec2:AssignPrivateIpAddresses'] },
      'retail-dev-model-read': { ReadModels: ['model-read-role can s3:GetObject'] },
      'retail-dev-monitoring': { WriteMetricsAndLogs: ['monitoring-role can cloudwatch:PutMetricData'] },
      'retail-dev-secrets-read': { ReadSecrets: ['secrets-read-role can secretsmanager:GetSecretValue'] },
    })
  })
})
