import { partitionOf } from '../model/partition.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { isFunction, isMapping, own, scalarText } from './values.ts'

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
  /**
   * What becomes of a reference to a parameter without a value, to nothing, or to another stack's export: its name stands for it, or the
   * function stays as it is, because only a deployment knows.
   */
  unknown?: 'named' | 'kept'
}

/**
 * Replaces Ref, Fn::GetAtt, Fn::Sub, Fn::Join and Fn::ImportValue by their values, as far as the templates of this project need. Every
 * other function, and one of these with an argument it does not take or that only a deployment knows, stays as it is.
 */
export function resolve(value: unknown, context: ResolveContext): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, context))
  if (!isMapping(value)) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only) {
    const known = functionValue(only[0], only[1], context)
    if (known !== undefined) return known
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, context)]))
}

/** What a function comes to; undefined when it is none of those, is written wrongly, or is not known. */
function functionValue(key: string, argument: unknown, context: ResolveContext): string | undefined {
  switch (key) {
    case 'Ref':
      return typeof argument === 'string' ? reference(argument, context) : undefined
    case 'Fn::GetAtt': {
      const [name, attr]: unknown[] = Array.isArray(argument) ? argument : []
      return typeof name === 'string' && typeof attr === 'string' ? attribute(name, attr, context) : undefined
    }
    case 'Fn::Sub':
      return substitute(argument, context)
    case 'Fn::ImportValue': {
      const name = textOf(argument, context)
      return name === undefined ? undefined : (context.imports.get(name) ?? (context.unknown === 'kept' ? undefined : name))
    }
    case 'Fn::Join':
      return join(argument, context)
    default:
      return undefined
  }
}

/** A value as text; undefined for what is not known or no text. */
function textOf(value: unknown, context: ResolveContext): string | undefined {
  return scalarText(resolve(value, context))
}

function join(argument: unknown, context: ResolveContext): string | undefined {
  const [separator, list]: unknown[] = Array.isArray(argument) ? argument : []
  if (typeof separator !== 'string' || !Array.isArray(list)) return undefined
  const parts = list.map((part: unknown) => textOf(part, context))
  return parts.includes(undefined) ? undefined : parts.join(separator)
}

function reference(name: string, context: ResolveContext): string | undefined {
  const pseudo: Record<string, string> = {
    'AWS::AccountId': context.account,
    'AWS::Region': context.region,
    'AWS::Partition': partitionIn(context),
    'AWS::URLSuffix': partitionOf(context.region)?.dnsSuffix ?? 'amazonaws.com',
    'AWS::StackName': context.stackName,
    'AWS::StackId': context.stackId,
  }
  return (
    own(pseudo, name) ??
    context.parameters.get(name) ??
    scalarText(own(context.template.Parameters, name)?.Default) ??
    context.physicalIds.get(name) ??
    (context.unknown === 'kept' ? undefined : name)
  )
}

function partitionIn(context: ResolveContext): string {
  return partitionOf(context.region)?.id ?? 'aws'
}

function attribute(name: string, attr: string, context: ResolveContext): string | undefined {
  const physical = context.physicalIds.get(name) ?? (context.unknown === 'kept' ? undefined : name)
  if (physical === undefined) return undefined
  if (attr === 'TopicName') return physical.split(':').at(-1) ?? physical
  if (attr !== 'Arn' || physical.startsWith('arn:')) return physical
  const partition = partitionIn(context)
  const at = (service: string) => `arn:${partition}:${service}:${context.region}:${context.account}`
  switch (own(context.template.Resources, name)?.Type) {
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

function substitute(argument: unknown, context: ResolveContext): string | undefined {
  const [text, given]: unknown[] = Array.isArray(argument) ? argument : [argument]
  if (typeof text !== 'string' || isFunction(given)) return undefined
  const variables = isMapping(given) ? given : {}
  let known = true
  // A brace or a dollar inside ends nothing, and would make the search slow on hostile text.
  const result = text.replace(/\$\{(!?)([^${}]+)\}/g, (whole, literal: string, name: string) => {
    if (literal) return `\${${name}}`
    const value = Object.hasOwn(variables, name) ? textOf(variables[name], context) : named(name.trim(), context)
    if (value === undefined) known = false
    return value ?? whole
  })
  return known ? result : undefined
}

function named(name: string, context: ResolveContext): string | undefined {
  const dot = name.indexOf('.')
  return dot === -1 || name.startsWith('AWS::') ? reference(name, context) : attribute(name.slice(0, dot), name.slice(dot + 1), context)
}
