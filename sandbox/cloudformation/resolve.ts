import type { ParsedTemplate } from '../../src/model/template.ts'
import { ACCOUNT } from '../backend.ts'

export interface ResolveContext {
  template: ParsedTemplate
  region: string
  stackName: string
  stackId: string
  parameters: ReadonlyMap<string, string>
  /** Physical ids by logical id. */
  physicalIds: ReadonlyMap<string, string>
}

/** Replaces Ref, Fn::GetAtt, Fn::Sub and Fn::Join by their values, as far as the templates of this project need. */
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
    if (key === 'Fn::Join') {
      const [separator, parts] = argument as [string, unknown[]]
      return (resolve(parts, context) as unknown[]).join(separator)
    }
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, context)]))
}

function reference(name: string, context: ResolveContext): string {
  const pseudo: Record<string, string> = {
    'AWS::AccountId': ACCOUNT,
    'AWS::Region': context.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
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

function attribute(name: string, attr: string, context: ResolveContext): string {
  const physical = context.physicalIds.get(name) ?? name
  const type = context.template.Resources[name]?.Type
  if (attr !== 'Arn') return physical
  if (physical.startsWith('arn:')) return physical
  switch (type) {
    case 'AWS::KMS::Key':
      return `arn:aws:kms:${context.region}:${ACCOUNT}:key/${physical}`
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${physical}`
    case 'AWS::Logs::LogGroup':
      return `arn:aws:logs:${context.region}:${ACCOUNT}:log-group:${physical}:*`
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${ACCOUNT}:role/${physical}`
    case 'AWS::CloudTrail::Trail':
      return `arn:aws:cloudtrail:${context.region}:${ACCOUNT}:trail/${physical}`
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
