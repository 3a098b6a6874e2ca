import { exportsOf, madeUpKeyId, resolvedTemplate } from '../../cloudformation/resolved.ts'
import { isMapping } from '../../cloudformation/values.ts'
import type { DesignedResource } from '../../model/design.ts'
import type { ParsedTemplate } from '../../model/template.ts'

/** A template as it is deployed. */
export interface DesignTemplate {
  /** `audit`, `access` and so on. */
  name: string
  /** Name of its stack. */
  stackName: string
  region: string
  parsed: ParsedTemplate
}

/** Ids that AWS gave, by stack and logical id. */
export type PhysicalIds = (template: string, logicalId: string) => string | undefined

/**
 * Every resource of the templates as it must be in the account: intrinsics resolved across stacks, and keys by the ids AWS gave
 * them. A key whose id is not known keeps the one made up for it, which equals none.
 */
export function designedResources(templates: readonly DesignTemplate[], account: string, physicalIds: PhysicalIds): DesignedResource[] {
  const resolved = templates.map(({ parsed, region, name }) => ({
    name,
    region,
    ...resolvedTemplate(parsed, { account, region }, { unknown: 'kept' }),
  }))
  const exported = exportsOf(resolved)
  const keys = resolved.flatMap(({ name, Resources }) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => Type === 'AWS::KMS::Key')
      .flatMap(([id]): [string, string][] => {
        const real = physicalIds(name, id)
        return real === undefined ? [] : [[madeUpKeyId(id), real]]
      }),
  )
  const all = resolved.flatMap(({ name, region, Resources }) =>
    Object.entries(Resources).map(
      ([logicalId, { Type, Properties = {} }]): DesignedResource => ({
        stack: name,
        logicalId,
        type: Type,
        region,
        properties: concrete(Properties, exported, keys) as Record<string, unknown>,
      }),
    ),
  )
  return all.map((resource) => (resource.type === 'AWS::IAM::Role' ? withAttached(resource, all, account) : resource))
}

/** A value with what other stacks export in its place, and keys by the ids that AWS gave them. */
export function concrete(
  value: unknown,
  exported: ReadonlyMap<string, unknown>,
  keys: readonly (readonly [string, string])[] = [],
): unknown {
  if (typeof value === 'string') return keys.reduce((text, [madeUp, real]) => text.replaceAll(madeUp, real), value)
  if (Array.isArray(value)) return value.map((item) => concrete(item, exported, keys))
  if (!isMapping(value)) return value
  const imported = value['Fn::ImportValue']
  if (typeof imported === 'string' && exported.has(imported)) return concrete(exported.get(imported), exported, keys)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, concrete(item, exported, keys)]))
}

/** A managed policy may name its roles instead of being named by them. */
function withAttached(role: DesignedResource, all: readonly DesignedResource[], account: string): DesignedResource {
  const name = role.properties['RoleName']
  const given = role.properties['ManagedPolicyArns']
  const named = all
    .filter(({ type, properties }) => type === 'AWS::IAM::ManagedPolicy' && [properties['Roles']].flat().includes(name))
    .map(({ properties }) => `:${account}:policy/${String(properties['ManagedPolicyName'])}`)
  if (named.length === 0) return role
  const partition = /arn:([\w-]+):/.exec(JSON.stringify(role.properties))?.[1] ?? 'aws'
  const own = Array.isArray(given) ? given : []
  return { ...role, properties: { ...role.properties, ManagedPolicyArns: [...own, ...named.map((one) => `arn:${partition}:iam:${one}`)] } }
}
