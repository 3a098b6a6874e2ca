import { publishedStatements } from '../../../src/iam/published-policies.ts'
import type { ManagedPolicy } from './state.ts'

/**
 * AWS's own policies as far as roles of these templates and their tests name them: what each allows, in coarse patterns, so that a
 * decision errs to the permissive side; those whose text is known say what AWS published. Source: AWS Managed Policy Reference, November 2026. A name that is not here does not exist.
 */
const POLICIES: Readonly<Record<string, readonly string[]>> = {
  AdministratorAccess: ['*'],
  PowerUserAccess: ['*'],
  ReadOnlyAccess: ['*:Describe*', '*:Get*', '*:List*'],
  ViewOnlyAccess: ['*:Describe*', '*:List*'],
  SecurityAudit: ['*:Describe*', '*:Get*', '*:List*'],
  IAMFullAccess: ['iam:*'],
  AmazonS3FullAccess: ['s3-object-lambda:*', 's3:*'],
  AmazonS3ReadOnlyAccess: ['s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'],
  AmazonEC2ContainerRegistryFullAccess: ['ecr:*'],
  AmazonEC2ContainerRegistryPowerUser: ['ecr:*'],
  AmazonEC2ContainerRegistryPullOnly: [
    'ecr:BatchGetImage',
    'ecr:BatchImportUpstreamImage',
    'ecr:GetAuthorizationToken',
    'ecr:GetDownloadUrlForLayer',
  ],
  AmazonEC2ContainerRegistryReadOnly: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:Describe*', 'ecr:Get*', 'ecr:List*'],
  AmazonEKS_CNI_Policy: ['ec2:*NetworkInterface*', 'ec2:*PrivateIpAddresses', 'ec2:CreateTags', 'ec2:Describe*'],
  AmazonEKSBlockStoragePolicy: ['ec2:*'],
  AmazonEKSClusterPolicy: ['autoscaling:*', 'ec2:*', 'elasticloadbalancing:*', 'iam:CreateServiceLinkedRole', 'kms:DescribeKey'],
  AmazonEKSComputePolicy: [
    'ec2:*',
    'iam:AddRoleToInstanceProfile',
    'iam:GetInstanceProfile',
    'iam:CreateServiceLinkedRole',
    'iam:PassRole',
  ],
  AmazonEKSLoadBalancingPolicy: [
    'acm:*',
    'cognito-idp:*',
    'ec2:*',
    'elasticloadbalancing:*',
    'iam:CreateServiceLinkedRole',
    'shield:*',
    'waf-regional:*',
    'wafv2:*',
  ],
  AmazonEKSNetworkingPolicy: ['ec2:*'],
  AmazonEKSServicePolicy: ['ec2:*', 'eks:*'],
  AmazonEKSVPCResourceController: ['ec2:*'],
  AmazonEKSWorkerNodeMinimalPolicy: ['eks-auth:AssumeRoleForPodIdentity'],
  AmazonEKSWorkerNodePolicy: ['ec2:Describe*', 'eks-auth:AssumeRoleForPodIdentity', 'eks:DescribeCluster'],
  AmazonEBSCSIDriverPolicy: ['ec2:*'],
  AmazonEFSCSIDriverPolicy: ['elasticfilesystem:*'],
  AmazonSSMManagedInstanceCore: ['ec2messages:*', 'ssm:*', 'ssmmessages:*'],
  AmazonSageMakerFullAccess: ['*'],
  AmazonSageMakerReadOnly: ['sagemaker:Describe*', 'sagemaker:Get*', 'sagemaker:List*'],
  AmazonSageMakerCanvasFullAccess: ['sagemaker:*'],
  AmazonAthenaFullAccess: ['athena:*', 'glue:*', 's3:*'],
  AWSGlueConsoleFullAccess: ['glue:*'],
  AWSCloudTrail_FullAccess: ['cloudtrail:*', 's3:*', 'sns:*', 'logs:*', 'kms:*', 'iam:PassRole'],
  AWSCloudTrail_ReadOnlyAccess: ['cloudtrail:Get*', 'cloudtrail:Describe*', 'cloudtrail:List*', 'cloudtrail:LookupEvents'],
  AWSCloudFormationFullAccess: ['cloudformation:*'],
  CloudWatchAgentServerPolicy: ['cloudwatch:PutMetricData', 'ec2:Describe*', 'logs:*', 'ssm:GetParameter*', 'xray:*'],
  CloudWatchFullAccess: ['cloudwatch:*', 'logs:*', 'sns:*'],
  CloudWatchLogsFullAccess: ['cloudwatch:GenerateQuery', 'logs:*'],
  CloudWatchReadOnlyAccess: [
    'cloudwatch:Describe*',
    'cloudwatch:Get*',
    'cloudwatch:List*',
    'logs:Describe*',
    'logs:Get*',
    'logs:FilterLogEvents',
  ],
  'service-role/AWS_ConfigRole': ['*:Describe*', '*:Get*', '*:List*'],
  'service-role/AWSLambdaBasicExecutionRole': ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  'service-role/AmazonEBSCSIDriverPolicy': ['ec2:*'],
  'service-role/AmazonEFSCSIDriverPolicy': ['elasticfilesystem:*'],
  'service-role/AmazonS3ObjectLambdaExecutionRolePolicy': ['s3-object-lambda:WriteGetObjectResponse'],
  'aws-service-role/AWSConfigServiceRolePolicy': ['*:Describe*', '*:Get*', '*:List*'],
  'aws-service-role/CloudTrailServiceRolePolicy': ['cloudtrail:*', 'organizations:Describe*', 'organizations:List*'],
  'job-function/ViewOnlyAccess': ['*:Describe*', '*:List*'],
}

const SINCE = new Date('2015-02-06T18:40:00Z')

/** A policy of AWS by its ARN; undefined for one it does not have. */
export function awsManagedPolicy(arn: string): ManagedPolicy | undefined {
  const path = /^arn:[\w-]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1]
  const allowed = path !== undefined && Object.hasOwn(POLICIES, path) ? POLICIES[path] : undefined
  if (path === undefined || allowed === undefined) return undefined
  const Statement = publishedStatements(path.split('/').at(-1) ?? path) ?? [{ Effect: 'Allow', Action: allowed, Resource: '*' }]
  const document = JSON.stringify({ Version: '2012-10-17', Statement })
  return {
    PolicyName: path.split('/').at(-1) ?? path,
    PolicyId: `ANPA${Buffer.from(path).toString('hex').toUpperCase().padEnd(17, 'A').slice(0, 17)}`,
    Path: path.includes('/') ? `/${path.slice(0, path.lastIndexOf('/') + 1)}` : '/',
    Arn: arn,
    CreateDate: SINCE,
    UpdateDate: SINCE,
    DefaultVersionId: 'v1',
    versions: new Map([['v1', { document, CreateDate: SINCE }]]),
    lastVersion: 1,
    tags: [],
  }
}

export function awsManagedNames(): readonly string[] {
  return Object.keys(POLICIES)
}
