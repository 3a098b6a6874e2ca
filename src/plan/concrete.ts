import { partitionOf } from '../model/partition.ts'
import type { ParsedTemplate, TemplateResource } from '../model/template.ts'
import { flatten } from './flatten.ts'

/** Where a stack lives, as far as its policies can tell. */
export interface PolicyPlace {
  account: string
  region: string
}

/** For a plan that is told no place: any will do, as long as both sides have the same. */
export const SOMEWHERE: PolicyPlace = { account: '000000000000', region: 'us-east-1' }

/**
 * What intrinsics that were made text (`${AWS.AccountId}`, `${Bucket.Arn}`) stand for, so that a reference and the ARN written out
 * mean the same. What only a deployment knows stays a text that is like no other.
 */
export function concreteIn(template: ParsedTemplate, { account, region }: PolicyPlace): (text: string) => string {
  const partition = partitionOf(region)
  const pseudo: Readonly<Record<string, string>> = {
    'AWS.Partition': partition?.id ?? 'aws',
    'AWS.AccountId': account,
    'AWS.Region': region,
    'AWS.URLSuffix': partition?.dnsSuffix ?? 'amazonaws.com',
  }
  const nameOf = (id: string, { Type, Properties = {} }: TemplateResource): string => {
    const named = NAMES.map((key) => Properties[key]).find((value) => value !== undefined) ?? nameWithin(Type, Properties)
    const text = named === undefined ? id : flatten(named)
    return typeof text === 'string' ? replaced(text) : id
  }
  const standsFor = (reference: string): string | undefined => {
    const known = pseudo[reference]
    if (known !== undefined) return known
    const [id = '', attribute] = reference.split('.')
    const resource = template.Resources[id]
    if (!resource) return undefined
    const arn = arnOf(resource, nameOf(id, resource), { account, region, partition: pseudo['AWS.Partition'] ?? 'aws' })
    if (attribute === 'Arn' || (attribute === undefined && REFERS_BY_ARN.includes(resource.Type))) return arn
    return attribute === undefined ? nameOf(id, resource) : undefined
  }
  // A policy variable has a colon in its name, or is one of `${*}`, `${?}`, `${$}`.
  const replaced = (text: string): string =>
    text.replace(/\$\{([A-Za-z][\w.]*)\}/g, (whole, reference: string) => standsFor(reference) ?? `<${whole.slice(2, -1)}>`)
  return replaced
}

const NAMES = [
  'BucketName',
  'RoleName',
  'TrailName',
  'LogGroupName',
  'TopicName',
  'QueueName',
  'RepositoryName',
  'ManagedPolicyName',
  'UserName',
] as const
/** Where other types have the name that a reference to them comes to. */
const NAMED_BY: Readonly<Record<string, string>> = {
  'AWS::Athena::WorkGroup': 'Name',
  'AWS::EKS::Cluster': 'Name',
  'AWS::Glue::Database': 'DatabaseInput.Name',
}
const REFERS_BY_ARN: readonly string[] = ['AWS::SNS::Topic', 'AWS::IAM::ManagedPolicy']

/** A property by its path. */
export function propertyAt(properties: Readonly<Record<string, unknown>>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), properties)
}

function nameWithin(type: string, properties: Readonly<Record<string, unknown>>): unknown {
  const path = NAMED_BY[type]
  return path === undefined ? undefined : propertyAt(properties, path)
}

function arnOf({ Type, Properties = {} }: TemplateResource, name: string, at: PolicyPlace & { partition: string }): string | undefined {
  const path = typeof Properties['Path'] === 'string' ? Properties['Path'] : '/'
  const arn = (service: string, resource: string) => `arn:${at.partition}:${service}:${at.region}:${at.account}:${resource}`
  const iam = (resource: string) => `arn:${at.partition}:iam::${at.account}:${resource}`
  switch (Type) {
    case 'AWS::S3::Bucket':
      return `arn:${at.partition}:s3:::${name}`
    case 'AWS::IAM::Role':
      return iam(`role${path}${name}`)
    case 'AWS::IAM::User':
      return iam(`user${path}${name}`)
    case 'AWS::IAM::ManagedPolicy':
      return iam(`policy${path}${name}`)
    case 'AWS::SNS::Topic':
      return arn('sns', name)
    case 'AWS::SQS::Queue':
      return arn('sqs', name)
    case 'AWS::ECR::Repository':
      return arn('ecr', `repository/${name}`)
    case 'AWS::Logs::LogGroup':
      return arn('logs', `log-group:${name}:*`)
    case 'AWS::CloudTrail::Trail':
      return arn('cloudtrail', `trail/${name}`)
    case 'AWS::KMS::Key':
      return arn('kms', `key/<${name}>`)
    default:
      return undefined
  }
}
