import { parsePolicy, type Statement } from './policy.ts'
import { publishedPolicy } from './published-policies.ts'

/**
 * The most that AWS's managed policies of the access templates allow: whole services where the policy names many actions of one,
 * so that a new version of it is still within. Source: AWS Managed Policy Reference, November 2026.
 */
const AT_MOST: Readonly<Record<string, readonly string[]>> = {
  AmazonEC2ContainerRegistryPullOnly: ['ecr:*'],
  AmazonEC2ContainerRegistryReadOnly: ['ecr:*'],
  AmazonEKS_CNI_Policy: ['ec2:*'],
  AmazonEKSBlockStoragePolicy: ['ec2:*'],
  AmazonEKSClusterPolicy: ['autoscaling:*', 'ec2:*', 'elasticloadbalancing:*', 'iam:CreateServiceLinkedRole', 'kms:DescribeKey'],
  AmazonEKSComputePolicy: ['ec2:*', 'iam:*InstanceProfile*', 'iam:CreateServiceLinkedRole'],
  AmazonEKSLoadBalancingPolicy: [
    'acm:*',
    'cognito-idp:*',
    'ec2:*',
    'elasticloadbalancing:*',
    'iam:CreateServiceLinkedRole',
    'iam:GetServerCertificate',
    'iam:ListServerCertificates',
    'shield:*',
    'waf-regional:*',
    'wafv2:*',
  ],
  AmazonEKSNetworkingPolicy: ['ec2:*'],
  AmazonEKSWorkerNodeMinimalPolicy: ['eks-auth:*'],
  AmazonEKSWorkerNodePolicy: ['ec2:*', 'eks-auth:*', 'eks:*'],
  AmazonS3FullAccess: ['s3-object-lambda:*', 's3:*'],
  CloudWatchAgentServerPolicy: ['cloudwatch:*', 'ec2:Describe*', 'logs:*', 'ssm:GetParameter*', 'xray:*'],
  CloudWatchLogsFullAccess: ['cloudwatch:*', 'logs:*', 'observabilityadmin:*'],
}

/** What an AWS managed policy allows as published; nothing, when its text is not known here. */
export function managedAtLeast(arn: string): readonly Statement[] {
  const name = awsName(arn)
  return (name === undefined ? undefined : publishedPolicy(name)) ?? []
}

/** Whether a managed policy whose text is not known here may deny something: any of an account may, of AWS's those that are named after it. */
export function mayDeny(arn: string): boolean {
  const name = awsName(arn)
  return name === undefined || /Deny|Quarantine/.test(name)
}

/** The name of a policy that AWS manages; undefined for one of somebody else. */
function awsName(arn: string): string | undefined {
  return /^arn:[\w-]+:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1]
}

/** What an AWS managed policy allows at most; everything, when it is not known here. */
export function managedAtMost(arn: string): readonly Statement[] {
  const name = awsName(arn)
  const known = name !== undefined && Object.hasOwn(AT_MOST, name) ? AT_MOST[name] : undefined
  const rules: object[] = [{ Effect: 'Allow', Action: known ?? '*', Resource: '*' }]
  if (known && name === 'AmazonEKSComputePolicy') {
    const Condition = { StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'] } }
    rules.push({ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*', Condition })
  }
  return parsePolicy({ Version: '2012-10-17', Statement: rules })
}
