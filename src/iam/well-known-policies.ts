import { parsePolicy, type Statement } from './policy.ts'
import { publishedStatements } from './published-policies.ts'

const allow = (Action: string | readonly string[], key: 'Action' | 'NotAction' = 'Action') => ({
  Effect: 'Allow',
  [key]: Action,
  Resource: '*',
})

/**
 * AWS's managed policies that reach far, by what they allow on everything. Source: AWS Managed Policy Reference, November 2026; of those
 * with long lists, the services they allow as a whole.
 */
const FAR_REACHING: Readonly<Record<string, readonly object[]>> = {
  AdministratorAccess: [allow('*')],
  AmazonDynamoDBFullAccess: [allow('dynamodb:*')],
  AmazonEC2ContainerRegistryFullAccess: [allow('ecr:*')],
  AmazonEC2ContainerRegistryPowerUser: [
    allow([
      'ecr:GetAuthorizationToken',
      'ecr:BatchGetImage',
      'ecr:GetDownloadUrlForLayer',
      'ecr:PutImage',
      'ecr:InitiateLayerUpload',
      'ecr:CompleteLayerUpload',
    ]),
  ],
  AmazonEC2FullAccess: [allow(['ec2:*', 'elasticloadbalancing:*', 'cloudwatch:*', 'autoscaling:*'])],
  AmazonS3FullAccess: [allow(['s3:*', 's3-object-lambda:*'])],
  AmazonS3ReadOnlyAccess: [allow(['s3:Get*', 's3:List*', 's3:Describe*'])],
  AmazonSNSFullAccess: [allow('sns:*')],
  AmazonSQSFullAccess: [allow('sqs:*')],
  AmazonSSMFullAccess: [allow(['ssm:*', 'cloudwatch:PutMetricData', 'logs:*'])],
  AmazonSageMakerFullAccess: [
    allow([
      'sagemaker:*',
      'ecr:GetAuthorizationToken',
      'ecr:BatchGetImage',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetBucketLocation',
      's3:ListAllMyBuckets',
    ]),
    {
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      Resource: ['arn:aws:s3:::*SageMaker*', 'arn:aws:s3:::*Sagemaker*', 'arn:aws:s3:::*sagemaker*', 'arn:aws:s3:::*aws-glue*'],
    },
  ],
  AWSCloudFormationFullAccess: [allow('cloudformation:*')],
  AWSCodeBuildAdminAccess: [allow('codebuild:*')],
  AWSKeyManagementServicePowerUser: [
    allow(['kms:CreateAlias', 'kms:CreateKey', 'kms:DeleteAlias', 'kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:TagResource']),
  ],
  AWSLambda_FullAccess: [allow(['lambda:*', 'cloudformation:DescribeStacks', 'kms:ListAliases', 'iam:GetRole'])],
  IAMFullAccess: [allow(['iam:*', 'organizations:DescribeAccount', 'organizations:ListRoots'])],
  PowerUserAccess: [
    allow(['iam:*', 'organizations:*', 'account:*'], 'NotAction'),
    allow(['iam:CreateServiceLinkedRole', 'iam:ListRoles', 'organizations:DescribeOrganization']),
  ],
  ReadOnlyAccess: [
    allow([
      's3:Get*',
      's3:List*',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:Scan',
      'sqs:ReceiveMessage',
      'ssm:Get*',
      'ec2:Describe*',
      'iam:Get*',
      'iam:List*',
    ]),
  ],
  SecretsManagerReadWrite: [allow(['secretsmanager:*', 'lambda:GetPolicy', 'tag:GetResources'])],
}

const parsed = new Map<string, readonly Statement[]>()

/** What a managed policy of AWS allows, as far as it is known here; undefined where it is not. */
export function statementsOfManaged(arn: string): readonly Statement[] | undefined {
  const known = parsed.get(arn)
  if (known) return known
  const document = managedDocument(arn)
  if (document === undefined) return undefined
  const statements = parsePolicy(document)
  parsed.set(arn, statements)
  return statements
}

/** The text of a managed policy of AWS, as far as it is known here. */
export function managedDocument(arn: string): { Version: string; Statement: readonly object[] } | undefined {
  const name = /^arn:[^:]*:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1]
  if (name === undefined) return undefined
  const far = Object.hasOwn(FAR_REACHING, name) ? FAR_REACHING[name] : undefined
  const Statement = far ?? publishedStatements(name)
  return Statement && { Version: '2012-10-17', Statement }
}
