import { isMapping, scalarText } from '../../cloudformation/values.ts'
import type { WorkedOut } from '../../cloudformation/worked-out.ts'
import type { ParsedTemplate } from '../../model/template.ts'
import { listOf, type PlacedPolicy, type PolicyReader, type Properties, textsOf } from './placed-policy.ts'

/** A resource with a policy of its own. */
export interface Guarded {
  id: string
  type: string
  policy: PlacedPolicy
  /** Prefix of the actions it speaks of. */
  service: string
  /** Resource that it guards, by logical id, where it is of this template. */
  guards: string | undefined
}

export const isGuarded = (type: string): boolean => Object.hasOwn(RESOURCE_POLICIES, type)

/** Where a type keeps its resource policy, what service it speaks of, and which property names what it guards. */
const RESOURCE_POLICIES: Readonly<Record<string, { path: string; service: string; guards?: string }>> = {
  'AWS::ApiGateway::RestApi': { path: 'Policy', service: 'execute-api' },
  'AWS::Backup::BackupVault': { path: 'AccessPolicy', service: 'backup' },
  'AWS::CodeArtifact::Domain': { path: 'PermissionsPolicyDocument', service: 'codeartifact' },
  'AWS::CodeArtifact::Repository': { path: 'PermissionsPolicyDocument', service: 'codeartifact' },
  'AWS::DynamoDB::GlobalTable': { path: 'Replicas/*/ResourcePolicy/PolicyDocument', service: 'dynamodb' },
  'AWS::DynamoDB::Table': { path: 'ResourcePolicy/PolicyDocument', service: 'dynamodb' },
  'AWS::ECR::PublicRepository': { path: 'RepositoryPolicyText', service: 'ecr-public' },
  'AWS::ECR::RegistryPolicy': { path: 'PolicyText', service: 'ecr' },
  'AWS::ECR::Repository': { path: 'RepositoryPolicyText', service: 'ecr' },
  'AWS::EFS::FileSystem': { path: 'FileSystemPolicy', service: 'elasticfilesystem' },
  'AWS::Elasticsearch::Domain': { path: 'AccessPolicies', service: 'es' },
  'AWS::Events::EventBus': { path: 'Policy', service: 'events' },
  'AWS::Events::EventBusPolicy': { path: 'Statement', service: 'events' },
  'AWS::KMS::Key': { path: 'KeyPolicy', service: 'kms' },
  'AWS::KMS::ReplicaKey': { path: 'KeyPolicy', service: 'kms' },
  'AWS::Kinesis::ResourcePolicy': { path: 'ResourcePolicy', service: 'kinesis' },
  'AWS::Logs::ResourcePolicy': { path: 'PolicyDocument', service: 'logs' },
  'AWS::OpenSearchService::Domain': { path: 'AccessPolicies', service: 'es' },
  'AWS::RedshiftServerless::Namespace': { path: 'NamespaceResourcePolicy', service: 'redshift-serverless' },
  'AWS::S3::AccessPoint': { path: 'Policy', service: 's3' },
  'AWS::S3::BucketPolicy': { path: 'PolicyDocument', service: 's3', guards: 'Bucket' },
  'AWS::S3::MultiRegionAccessPointPolicy': { path: 'Policy', service: 's3' },
  'AWS::S3Express::AccessPoint': { path: 'Policy', service: 's3express' },
  'AWS::S3Express::BucketPolicy': { path: 'PolicyDocument', service: 's3express' },
  'AWS::S3ObjectLambda::AccessPointPolicy': { path: 'PolicyDocument', service: 's3-object-lambda' },
  'AWS::S3Tables::TableBucketPolicy': { path: 'ResourcePolicy', service: 's3tables' },
  'AWS::S3Tables::TablePolicy': { path: 'ResourcePolicy', service: 's3tables' },
  'AWS::S3Vectors::VectorBucketPolicy': { path: 'Policy', service: 's3vectors' },
  'AWS::SageMaker::ModelPackageGroup': { path: 'ModelPackageGroupPolicy', service: 'sagemaker' },
  'AWS::SNS::TopicInlinePolicy': { path: 'PolicyDocument', service: 'sns', guards: 'TopicArn' },
  'AWS::SNS::TopicPolicy': { path: 'PolicyDocument', service: 'sns', guards: 'Topics' },
  'AWS::SQS::QueueInlinePolicy': { path: 'PolicyDocument', service: 'sqs', guards: 'Queue' },
  'AWS::SQS::QueuePolicy': { path: 'PolicyDocument', service: 'sqs', guards: 'Queues' },
  'AWS::SecretsManager::ResourcePolicy': { path: 'ResourcePolicy', service: 'secretsmanager', guards: 'SecretId' },
}

/** Every resource policy of a template. */
export function guardedIn(template: ParsedTemplate, worked: WorkedOut, reader: PolicyReader): Guarded[] {
  return Object.entries(worked.properties).flatMap(([id, properties]): Guarded[] => {
    const type = template.Resources[id]?.Type ?? ''
    if (type === 'AWS::Lambda::Permission' || type === 'AWS::Lambda::LayerVersionPermission')
      return [permission(id, type, properties, reader)]
    const known = RESOURCE_POLICIES[type]
    if (!known) return []
    const at = `/Resources/${id}/Properties`
    const given =
      type === 'AWS::Events::EventBusPolicy' && properties['Statement'] === undefined
        ? [{ value: busStatement(properties), pointer: at }]
        : valuesAt(properties, known.path.split('/'), at)
    const guards = known.guards === undefined ? id : resourceOf(textsOf(properties[known.guards])[0], worked)
    return given.flatMap(({ value, pointer }) => {
      // A text is a policy where it is JSON; else it is one that only a deployment knows.
      if (value === undefined || value === null || (typeof value === 'string' && !/^\s*\{/.test(value))) return []
      const policy = reader.policy(known.path === 'Statement' ? { Statement: value } : value, pointer, id)
      return [{ id, type, policy, service: known.service, guards }]
    })
  })
}

/** What stands at a path, of each item where it says `*`. */
function valuesAt(value: unknown, path: readonly string[], pointer: string): { value: unknown; pointer: string }[] {
  const [key, ...rest] = path
  if (key === undefined) return [{ value, pointer }]
  if (key === '*') return listOf(value).flatMap((item, index) => valuesAt(item, rest, `${pointer}/${index}`))
  return isMapping(value) ? valuesAt(value[key], rest, `${pointer}/${key}`) : []
}

function resourceOf(name: string | undefined, worked: WorkedOut): string | undefined {
  if (name === undefined) return undefined
  return Object.entries(worked.properties).find(
    ([id, properties]) => id === name || Object.values(properties).includes(name) || name.endsWith(`:${id}`) || name.endsWith(`/${id}`),
  )?.[0]
}

/** A bus policy in the older spelling, as the statement that EventBridge makes of it. */
function busStatement(properties: Properties): unknown {
  const principal = scalarText(properties['Principal'])
  const { Type, Key, Value } = isMapping(properties['Condition']) ? properties['Condition'] : {}
  const key = scalarText(Key)
  if (principal === undefined) return undefined
  return {
    Effect: 'Allow',
    Principal: principal === '*' ? '*' : { AWS: principal },
    Action: scalarText(properties['Action']) ?? 'events:PutEvents',
    Resource: '*',
    ...(key === undefined ? {} : { Condition: { [scalarText(Type) ?? 'StringEquals']: { [key]: Value } } }),
  }
}

/** A permission of a function or of a layer, as the statement that Lambda makes of it. */
function permission(id: string, type: string, properties: Properties, reader: PolicyReader): Guarded {
  const principal = scalarText(properties['Principal']) ?? ''
  const organization = properties['PrincipalOrgID'] ?? properties['OrganizationId']
  const conditions = {
    ...(properties['SourceArn'] === undefined ? {} : { ArnLike: { 'AWS:SourceArn': scalarText(properties['SourceArn']) } }),
    ...(properties['SourceAccount'] === undefined
      ? {}
      : { StringEquals: { 'AWS:SourceAccount': scalarText(properties['SourceAccount']) } }),
    ...(organization === undefined ? {} : { StringLike: { 'aws:PrincipalOrgID': scalarText(organization) } }),
    ...(properties['EventSourceToken'] === undefined
      ? {}
      : { StringLike: { 'lambda:EventSourceToken': scalarText(properties['EventSourceToken']) } }),
  }
  const statement = {
    Effect: 'Allow',
    Principal:
      principal === '*' ? '*' : /\.amazon(?:aws)?\.com(?:\.cn)?$|\.alexa/.test(principal) ? { Service: principal } : { AWS: principal },
    Action: scalarText(properties['Action']) ?? 'lambda:InvokeFunction',
    Resource: '*',
    ...(Object.keys(conditions).length > 0 ? { Condition: conditions } : {}),
  }
  const at = `/Resources/${id}/Properties`
  const policy = {
    name: id,
    statements: reader.statements({ Version: '2012-10-17', Statement: [statement] }, at),
    pointerOf: () => `${at}/Principal`,
  }
  return { id, type, policy, service: 'lambda', guards: undefined }
}
