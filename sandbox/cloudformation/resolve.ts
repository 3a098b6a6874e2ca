import { type ResolveContext, resolve } from '../../src/cloudformation/resolve.ts'
import type { StackVersion } from './changes.ts'
import { physicalIds, type Stack } from './stack.ts'
import type { StackStore } from './store.ts'
import { validation } from './store.ts'
import type { Properties } from './types/type.ts'

/** What the project's own resolver carries out; another function in a template is refused by name. */
const FUNCTIONS = ['Fn::GetAtt', 'Fn::Sub', 'Fn::Join', 'Fn::ImportValue']

export function contextOf(store: StackStore, stack: Stack, version: StackVersion): ResolveContext {
  return { ...base(stack, version), imports: exportsOf(store, stack) }
}

function base(stack: Stack, version: StackVersion): Omit<ResolveContext, 'imports'> {
  return {
    template: version.template,
    account: stack.account,
    region: stack.region,
    stackName: stack.name,
    stackId: stack.id,
    parameters: version.parameters,
    physicalIds: physicalIds(stack),
  }
}

/** Exports of all stacks of the region, by name. */
function exportsOf(store: StackStore, where: Pick<Stack, 'account' | 'region'>): ReadonlyMap<string, string> {
  return new Map(exportsIn(store, where).map(({ name, value }) => [name, value]))
}

export function exportsIn(store: StackStore, where: Pick<Stack, 'account' | 'region'>): { stack: Stack; name: string; value: string }[] {
  return store.in(where).flatMap((stack) => {
    const { current } = stack
    if (!current || stack.deleted) return []
    const context = { ...base(stack, current), imports: new Map<string, string>() }
    return Object.values(current.template.Outputs ?? {}).flatMap(({ Value, Export }) =>
      Export ? [{ stack, name: String(resolve(Export.Name, context)), value: String(resolve(Value, context)) }] : [],
    )
  })
}

/** Names of exports that a template imports. */
export function importsIn(version: StackVersion, context: ResolveContext): string[] {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, item] of Object.entries(value)) {
      if (key === 'Fn::ImportValue') found.push(String(resolve(item, context)))
      walk(item)
    }
  }
  walk(version.template.Resources)
  walk(version.template.Outputs)
  return found
}

export function resolvedProperties(properties: Properties | undefined, context: ResolveContext): Properties {
  return withoutNoValue(resolve(properties ?? {}, context)) as Properties
}

/** `AWS::NoValue` takes its property out. */
function withoutNoValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== 'AWS::NoValue').map(withoutNoValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== 'AWS::NoValue')
      .map(([key, item]) => [key, withoutNoValue(item)]),
  )
}

/** @throws ValidationError for a function that nobody here carries out */
export function checkFunctions(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('Fn::') && !FUNCTIONS.includes(key)) throw validation(`The sandbox does not carry out ${key}.`)
    checkFunctions(item)
  }
}
