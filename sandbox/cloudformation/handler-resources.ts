import type { Place } from '../aws/call.ts'
import { WITHOUT_RESOURCE } from './handler-rights.ts'
import type { Properties } from './types/type.ts'

type Arns = (id: string, properties: Properties, at: (service: string, rest: string) => string, place: Place) => string[]

const arnOr = (text: string, make: () => string) => (text.startsWith('arn:') ? text : make())

/** What policies call a resource of a stack, by its type and physical id. Source: Service Authorization Reference, "Resource types". */
const ARNS: Readonly<Record<string, Arns>> = {
  'AWS::Athena::NamedQuery': (_, { WorkGroup }, at) => [at('athena', `workgroup/${String(WorkGroup ?? 'primary')}`)],
  'AWS::Athena::WorkGroup': (id, _, at) => [at('athena', `workgroup/${id}`)],
  'AWS::CloudTrail::Trail': (id, _, at) => [arnOr(id, () => at('cloudtrail', `trail/${id}`))],
  'AWS::CloudWatch::Alarm': (id, _, at) => [at('cloudwatch', `alarm:${id}`)],
  'AWS::CloudWatch::Dashboard': (id, _, __, { partition, account }) => [`arn:${partition}:cloudwatch::${account}:dashboard/${id}`],
  'AWS::Config::ConfigRule': (id, _, at) => [at('config', `config-rule/${id}`)],
  'AWS::ECR::Repository': (id, _, at) => [at('ecr', `repository/${id}`)],
  'AWS::EKS::PodIdentityAssociation': (id) => [id],
  'AWS::Events::Rule': (id, _, at) => [arnOr(id, () => at('events', `rule/${id}`))],
  'AWS::Glue::Database': (id, _, at) => [at('glue', 'catalog'), at('glue', `database/${id}`)],
  'AWS::IAM::ManagedPolicy': (id) => [id],
  'AWS::IAM::OIDCProvider': (id) => [id],
  'AWS::IAM::Role': (id, _, __, { partition, account }) => [`arn:${partition}:iam::${account}:role/${id}`],
  'AWS::IAM::ServiceLinkedRole': (id, { AWSServiceName }, _, { partition, account }) => [
    `arn:${partition}:iam::${account}:role/aws-service-role/${String(AWSServiceName)}/${id}`,
  ],
  'AWS::KMS::Alias': (id, _, at) => [at('kms', id)],
  'AWS::KMS::Key': (id, _, at) => [arnOr(id, () => at('kms', `key/${id}`))],
  'AWS::Logs::LogGroup': (id, _, at) => [at('logs', `log-group:${id}`)],
  'AWS::Logs::MetricFilter': (_, { LogGroupName }, at) => [at('logs', `log-group:${String(LogGroupName)}`)],
  'AWS::S3::Bucket': (id, _, __, { partition }) => [`arn:${partition}:s3:::${id}`],
  'AWS::S3::BucketPolicy': (_, { Bucket }, __, { partition }) => [`arn:${partition}:s3:::${String(Bucket)}`],
  'AWS::SNS::Topic': (id) => [id],
  'AWS::SNS::TopicPolicy': (_, { Topics }) => (Array.isArray(Topics) ? Topics.map(String) : []),
}

/** Properties that name the role, or the key, that a handler looks at beside its own resource. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  iam: ['CloudWatchLogsRoleArn', 'RoleArn'],
  kms: ['KmsKeyId', 'KMSKeyId'],
}

/** Keys that AWS keeps for a service, which a resource has where it names none. */
const KEPT_KEYS: Readonly<Record<string, string>> = { 'AWS::ECR::Repository': 'alias/aws/ecr' }

/** What a request about such a key says of it. */
export function keptKeyContext(right: string, type: string): Record<string, readonly string[]> {
  const alias = right.startsWith('kms:') ? KEPT_KEYS[type] : undefined
  return alias === undefined ? {} : { 'kms:ResourceAliases': [alias] }
}

/** The ARNs a right is decided for; `*` where the action has no resource level, or nothing names one. */
export function resourcesOfRight(right: string, type: string, id: string, properties: Properties, place: Place): string[] {
  if (WITHOUT_RESOURCE.has(right)) return ['*']
  const service = right.split(':')[0] ?? ''
  const at = (of: string, rest: string) => `arn:${place.partition}:${of}:${place.region}:${place.account}:${rest}`
  const own = ARNS[type]?.(id, properties, at, place) ?? []
  // Another service's right is about what a property names.
  const given = own.some((arn) => arn.split(':')[2] === service)
    ? own
    : (BESIDE[service] ?? []).flatMap((name) => (typeof properties[name] === 'string' ? [String(properties[name])] : []))
  if (given.length > 0) return given
  const kept = service === 'kms' ? KEPT_KEYS[type] : undefined
  return [kept === undefined ? '*' : at('kms', `key/${kept.replaceAll('/', '-')}`)]
}
