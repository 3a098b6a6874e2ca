import { partitionOf } from '../model/partition.ts'
import type { TemplateResource } from '../model/template.ts'
import { madeUpKeyId, type StackPlace } from './resolved.ts'

/** Properties that give a resource its name, first come. */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::ECR::Repository': 'RepositoryName',
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::Serverless::Function': 'FunctionName',
}

/** Types whose ARN a policy may name, as service and what stands before the name. */
const ARNS: Readonly<Record<string, readonly [service: string, prefix: string, global?: 'global']>> = {
  'AWS::DynamoDB::Table': ['dynamodb', 'table/'],
  'AWS::ECR::Repository': ['ecr', 'repository/'],
  'AWS::IAM::Group': ['iam', 'group/', 'global'],
  'AWS::IAM::InstanceProfile': ['iam', 'instance-profile/', 'global'],
  'AWS::IAM::ManagedPolicy': ['iam', 'policy/', 'global'],
  'AWS::IAM::Role': ['iam', 'role/', 'global'],
  'AWS::IAM::User': ['iam', 'user/', 'global'],
  'AWS::KMS::Key': ['kms', 'key/'],
  'AWS::Lambda::Function': ['lambda', 'function:'],
  'AWS::Logs::LogGroup': ['logs', 'log-group:'],
  'AWS::SNS::Topic': ['sns', ''],
  'AWS::SQS::Queue': ['sqs', ''],
  'AWS::SecretsManager::Secret': ['secretsmanager', 'secret:'],
  'AWS::Serverless::Function': ['lambda', 'function:'],
}

/** Types whose `Ref` is their ARN. */
const BY_ARN: readonly string[] = ['AWS::IAM::ManagedPolicy', 'AWS::SNS::Topic', 'AWS::SecretsManager::Secret']

/** What `Ref` of a resource comes to: its name or ARN; its logical id stands in for a name that AWS makes up. */
export function physicalId(
  id: string,
  { Type, Properties = {} }: TemplateResource,
  place: StackPlace,
  textOf: (value: unknown) => string,
): string {
  if (Type === 'AWS::KMS::Key') return madeUpKeyId(id)
  const named = NAMES[Type]
  const name = named !== undefined && Properties[named] !== undefined ? textOf(Properties[named]) : id
  return BY_ARN.includes(Type) ? (arnOf(Type, name, place, textOf(Properties['Path'] ?? '/')) ?? name) : name
}

/** ARN of a resource that will have a name. */
export function arnOf(type: string, name: string, { account, region }: StackPlace, path = '/'): string | undefined {
  const partition = partitionOf(region)?.id ?? 'aws'
  if (type === 'AWS::S3::Bucket') return `arn:${partition}:s3:::${name}`
  const known = ARNS[type]
  if (!known) return undefined
  const [service, prefix, global] = known
  return `arn:${partition}:${service}:${global ? '' : region}:${account}:${prefix}${global ? path.replace(/^\//, '') : ''}${name}`
}

/** What `Fn::GetAtt` comes to, where a policy may name it. */
export function attributeOf(type: string, attribute: string, physical: string, place: StackPlace): string | undefined {
  if (physical.startsWith('arn:') && /^(?:Arn|Id|PolicyArn|TopicArn)$/.test(attribute)) return physical
  if (attribute === 'QueueName' || attribute === 'TopicName' || attribute === 'RepositoryName') return physical.split(':').at(-1)
  if (attribute !== 'Arn') return undefined
  const arn = arnOf(type, physical, place)
  return type === 'AWS::Logs::LogGroup' && arn !== undefined ? `${arn}:*` : arn
}
