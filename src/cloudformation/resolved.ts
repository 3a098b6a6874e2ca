import { checksum } from '../model/logical-id.ts'
import { partitionOf } from '../model/partition.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { type ResolveContext, resolve } from './resolve.ts'
import { isMapping, own } from './values.ts'

export interface StackPlace {
  account: string
  region: string
}

/**
 * A template with every intrinsic replaced by what it becomes, ids that only AWS gives made up: what CloudFormation would act on.
 * `unknown` says what becomes of values that only a deployment has.
 */
export function resolvedTemplate(
  template: ParsedTemplate,
  { account, region }: StackPlace,
  { unknown = 'named', imports = new Map() }: Partial<Pick<ResolveContext, 'unknown' | 'imports'>> = {},
): ParsedTemplate {
  const physicalIds = new Map(
    Object.entries(template.Resources).map(([id, resource]) => [id, physicalId(id, resource, { account, region })]),
  )
  const numbers = Object.entries(template.Parameters ?? {}).filter(([, parameter]) => parameter.Type === 'Number')
  const context: ResolveContext = {
    template,
    account,
    region,
    stackName: 'stack',
    stackId: 'stack',
    parameters: new Map(),
    physicalIds,
    imports,
    unknown,
  }
  const defaults = Object.fromEntries(numbers.map(([name, { Default }]) => [name, Default]))
  const resolved = (value: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(withNumbers(item, defaults), context)]))
  const Resources = Object.fromEntries(
    Object.entries(template.Resources).map(([id, resource]) => [id, { ...resource, Properties: resolved(resource.Properties ?? {}) }]),
  )
  const Outputs = Object.fromEntries(
    Object.entries(template.Outputs ?? {}).map(([name, { Value, Export, ...output }]) => [
      name,
      { ...output, Value: resolve(Value, context), ...(Export ? { Export: { ...Export, Name: resolve(Export.Name, context) } } : {}) },
    ]),
  )
  return { ...template, Resources, Outputs }
}

/** References to number parameters as numbers: a resolved text would not compare as one. */
function withNumbers(value: unknown, numbers: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((item) => withNumbers(item, numbers))
  if (!isMapping(value)) return value
  const { Ref } = value
  const number = typeof Ref === 'string' ? own(numbers, Ref) : undefined
  if (number !== undefined) return number
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNumbers(item, numbers)]))
}

const NAMES = [
  'BucketName',
  'RoleName',
  'UserName',
  'GroupName',
  'TrailName',
  'LogGroupName',
  'TopicName',
  'QueueName',
  'RepositoryName',
  'Name',
  'DashboardName',
] as const

/** AWS gives keys their ids; one made of the logical id stands in for it. */
export function madeUpKeyId(logicalId: string): string {
  return `${checksum(logicalId)}-0000-0000-0000-${checksum(logicalId)}0000`
}

function physicalId(id: string, { Type, Properties = {} }: ParsedTemplate['Resources'][string], { account, region }: StackPlace): string {
  const partition = partitionOf(region)?.id ?? 'aws'
  const name = NAMES.map((key) => Properties[key]).find((value) => typeof value === 'string')
  switch (Type) {
    case 'AWS::KMS::Key':
      return madeUpKeyId(id)
    case 'AWS::SNS::Topic':
      return `arn:${partition}:sns:${region}:${account}:${name ?? id}`
    case 'AWS::IAM::ManagedPolicy':
      return `arn:${partition}:iam::${account}:policy${textOr(Properties['Path'], '/')}${textOr(Properties['ManagedPolicyName'], id)}`
    case 'AWS::IAM::OIDCProvider':
      return `arn:${partition}:iam::${account}:oidc-provider/${textOr(Properties['Url'], id).replace('https://', '')}`
    case 'AWS::Glue::Database':
      return nameIn(Properties['DatabaseInput'], id)
    case 'AWS::Glue::Table':
      return nameIn(Properties['TableInput'], id)
    default:
      return name ?? id
  }
}

/** Glue's resources have their name in what they are made of. */
function nameIn(input: unknown, otherwise: string): string {
  return isMapping(input) ? textOr(input['Name'], otherwise) : otherwise
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
