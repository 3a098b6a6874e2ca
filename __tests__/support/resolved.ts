import { createHash } from 'node:crypto'
import { type ResolveContext, resolve } from '../../sandbox/cloudformation/resolve.ts'
import { partitionOf } from '../../src/model/partition.ts'
import type { ParsedTemplate } from '../../src/model/template.ts'

/** A template with every intrinsic replaced by what it becomes in account 123456789012: what CloudFormation would act on. */
export function resolvedTemplate(template: ParsedTemplate, region: string): ParsedTemplate {
  const physicalIds = new Map(Object.entries(template.Resources).map(([id, resource]) => [id, physicalId(id, resource, region)]))
  const numbers = Object.entries(template.Parameters ?? {}).filter(([, parameter]) => parameter.Type === 'Number')
  const context: ResolveContext = {
    template,
    region,
    stackName: 'stack',
    stackId: 'stack',
    parameters: new Map(),
    physicalIds,
    imports: new Map(),
  }
  const Resources = Object.fromEntries(
    Object.entries(template.Resources).map(([id, resource]) => [
      id,
      {
        ...resource,
        Properties: resolve(
          withNumbers(resource.Properties ?? {}, Object.fromEntries(numbers.map(([name, { Default }]) => [name, Default]))),
          context,
        ) as Record<string, unknown>,
      },
    ]),
  )
  return { ...template, Resources }
}

/** References to number parameters as numbers: a resolved text would not compare as one. */
function withNumbers(value: unknown, numbers: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((item) => withNumbers(item, numbers))
  if (typeof value !== 'object' || value === null) return value
  const { Ref } = value as { Ref?: string }
  if (Ref !== undefined && Ref in numbers) return numbers[Ref]
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNumbers(item, numbers)]))
}

const NAMES = ['BucketName', 'RoleName', 'TrailName', 'LogGroupName', 'TopicName', 'RepositoryName', 'Name', 'DashboardName'] as const

function physicalId(id: string, { Type, Properties = {} }: ParsedTemplate['Resources'][string], region: string): string {
  if (Type === 'AWS::KMS::Key')
    return `${createHash('md5')
      .update(id)
      .digest('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`
  const name = NAMES.map((key) => Properties[key]).find((value) => typeof value === 'string') as string | undefined
  const partition = partitionOf(region)?.id ?? 'aws'
  if (Type === 'AWS::SNS::Topic') return `arn:${partition}:sns:${region}:123456789012:${name ?? id}`
  if (Type === 'AWS::IAM::ManagedPolicy')
    return `arn:${partition}:iam::123456789012:policy/${String(Properties['ManagedPolicyName'] ?? id)}`
  if (Type === 'AWS::IAM::OIDCProvider')
    return `arn:${partition}:iam::123456789012:oidc-provider/${String(Properties['Url']).replace('https://', '')}`
  return name ?? id
}
