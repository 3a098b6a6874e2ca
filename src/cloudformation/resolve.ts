import { partitionOf } from '../model/partition.ts'
import type { ParsedTemplate } from '../model/template.ts'

export interface ResolveContext {
  template: ParsedTemplate
  account: string
  region: string
  stackName: string
  stackId: string
  parameters: ReadonlyMap<string, string>
  /** Physical ids by logical id. */
  physicalIds: ReadonlyMap<string, string>
  /** Values of exports by their names. */
  imports: ReadonlyMap<string, string>
}

/** Replaces Ref, Fn::GetAtt, Fn::Sub, Fn::Join and Fn::ImportValue by their values, as far as the templates of this project need. */
export function resolve(value: unknown, context: ResolveContext): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, context))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only) {
    const [key, argument] = only
    if (key === 'Ref') return reference(String(argument), context)
    if (key === 'Fn::GetAtt') return attribute(...(argument as [string, string]), context)
    if (key === 'Fn::Sub') return substitute(argument, context)
    if (key === 'Fn::ImportValue') {
      const name = String(resolve(argument, context))
      return context.imports.get(name) ?? name
    }
    if (key === 'Fn::Join') {
      const [separator, parts] = argument as [string, unknown[]]
      return (resolve(parts, context) as unknown[]).join(separator)
    }
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, context)]))
}

function reference(name: string, context: ResolveContext): string {
  const pseudo: Record<string, string> = {
    'AWS::AccountId': context.account,
    'AWS::Region': context.region,
    'AWS::Partition': partitionIn(context),
    'AWS::URLSuffix': partitionOf(context.region)?.dnsSuffix ?? 'amazonaws.com',
    'AWS::StackName': context.stackName,
    'AWS::StackId': context.stackId,
  }
  const parameter = context.template.Parameters?.[name]?.Default
  return (
    pseudo[name] ??
    context.parameters.get(name) ??
    (parameter === undefined ? undefined : String(parameter)) ??
    context.physicalIds.get(name) ??
    name
  )
}

function partitionIn(context: ResolveContext): string {
  return partitionOf(context.region)?.id ?? 'aws'
}

function attribute(name: string, attr: string, context: ResolveContext): string {
  const physical = context.physicalIds.get(name) ?? name
  if (attr === 'TopicName') return physical.split(':').at(-1) ?? physical
  if (attr !== 'Arn' || physical.startsWith('arn:')) return physical
  const partition = partitionIn(context)
  const at = (service: string) => `arn:${partition}:${service}:${context.region}:${context.account}`
  switch (context.template.Resources[name]?.Type) {
    case 'AWS::KMS::Key':
      return `${at('kms')}:key/${physical}`
    case 'AWS::S3::Bucket':
      return `arn:${partition}:s3:::${physical}`
    case 'AWS::Logs::LogGroup':
      return `${at('logs')}:log-group:${physical}:*`
    case 'AWS::IAM::Role':
      return `arn:${partition}:iam::${context.account}:role/${physical}`
    case 'AWS::CloudTrail::Trail':
      return `${at('cloudtrail')}:trail/${physical}`
    default:
      return physical
  }
}

function substitute(argument: unknown, context: ResolveContext): string {
  const [text, variables] = Array.isArray(argument) ? (argument as [string, Record<string, unknown>]) : [String(argument), {}]
  return text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`
    if (name in variables) return String(resolve(variables[name], context))
    const dot = name.indexOf('.')
    return dot === -1 || name.startsWith('AWS::') ? reference(name, context) : attribute(name.slice(0, dot), name.slice(dot + 1), context)
  })
}
