import type { ParsedTemplate, TemplateResource } from '../../src/model/template.ts'
import type { Body } from '../aws/call.ts'
import type { Drift } from './drift.ts'
import { resourceType } from './types/table.ts'

export interface StackVersion {
  /** The template as it was submitted. */
  body: string
  template: ParsedTemplate
  parameters: ReadonlyMap<string, string>
}

export interface ResourceChange {
  action: 'Add' | 'Modify' | 'Remove' | 'Import' | 'Dynamic' | 'SyncWithActual'
  logicalId: string
  type: string
  replacement: 'True' | 'False' | undefined
  properties: string[]
  /** Values of properties, as texts. */
  values?: ReadonlyMap<string, { before: string | undefined; after: string | undefined }>
  /** What was changed outside of the stack, in a drift-aware change set. */
  drift?: Drift
}

/** What a change set really changes: resource definitions compared, parameters followed through Ref. */
export function changesBetween(before: StackVersion | undefined, after: StackVersion): ResourceChange[] {
  const old = before?.template.Resources ?? {}
  const changedParameters = new Set(
    [...new Set([...Object.keys(after.template.Parameters ?? {}), ...Object.keys(before?.template.Parameters ?? {})])].filter(
      (name) => before && parameterValue(before, name) !== parameterValue(after, name),
    ),
  )
  const added = Object.entries(after.template.Resources).flatMap(([logicalId, resource]): ResourceChange[] => {
    const previous = old[logicalId]
    if (!previous) return [{ action: 'Add', logicalId, type: resource.Type, replacement: undefined, properties: [] }]
    const properties = changedProperties(previous, resource, changedParameters)
    if (properties.length === 0) return []
    const replacement =
      previous.Type !== resource.Type || properties.some((property) => isCreateOnly(resource.Type, property)) ? 'True' : 'False'
    return [{ action: 'Modify', logicalId, type: resource.Type, replacement, properties }]
  })
  const removed = Object.entries(old)
    .filter(([logicalId]) => !(logicalId in after.template.Resources))
    .map(
      ([logicalId, resource]): ResourceChange => ({
        action: 'Remove',
        logicalId,
        type: resource.Type,
        replacement: undefined,
        properties: [],
      }),
    )
  return [...added, ...removed]
}

function isCreateOnly(type: string, property: string): boolean {
  return resourceType(type)?.createOnly.includes(property) ?? false
}

export function parameterValue(version: StackVersion, name: string): string {
  return version.parameters.get(name) ?? String(version.template.Parameters?.[name]?.Default ?? '')
}

function changedProperties(before: TemplateResource, after: TemplateResource, changedParameters: ReadonlySet<string>): string[] {
  const names = new Set([...Object.keys(before.Properties ?? {}), ...Object.keys(after.Properties ?? {})])
  const changed = [...names].filter((name) => {
    const [a, b] = [before.Properties?.[name], after.Properties?.[name]]
    return JSON.stringify(a) !== JSON.stringify(b) || mentions(b, changedParameters)
  })
  const attributes = (['DeletionPolicy', 'UpdateReplacePolicy'] as const).filter((name) => before[name] !== after[name])
  return [...changed, ...attributes]
}

function mentions(value: unknown, parameters: ReadonlySet<string>): boolean {
  if (parameters.size === 0 || typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => mentions(item, parameters))
  return Object.entries(value).some(
    ([key, item]) =>
      (key === 'Ref' && parameters.has(String(item))) ||
      (key === 'Fn::Sub' && [...JSON.stringify(item).matchAll(/\$\{(\w+)\}/g)].some(([, name = '']) => parameters.has(name))) ||
      mentions(item, parameters),
  )
}

/** A change as DescribeChangeSet shows it. */
export function shownChange(change: ResourceChange, physicalId: string | undefined): Body {
  return {
    Type: 'Resource',
    ResourceChange: {
      Action: change.action,
      LogicalResourceId: change.logicalId,
      PhysicalResourceId: change.action === 'Add' ? undefined : physicalId,
      ResourceType: change.type,
      Replacement: change.replacement,
      Scope: change.replacement ? ['Properties'] : [],
      ResourceDriftStatus: change.drift?.status,
      Details: change.properties.map((name) => shownDetail(change, name)),
    },
  }
}

function shownDetail(change: ResourceChange, name: string): Body {
  const isAttribute = name === 'DeletionPolicy' || name === 'UpdateReplacePolicy'
  const value = change.values?.get(name)
  const drifted = change.drift?.properties.find((property) => property.name === name)
  return {
    Target: {
      Attribute: isAttribute ? name : 'Properties',
      Name: isAttribute ? undefined : name,
      Path: isAttribute ? undefined : `/Properties/${name}`,
      RequiresRecreation: change.replacement === 'True' && isCreateOnly(change.type, name) ? 'Always' : 'Never',
      BeforeValue: drifted ? drifted.actual : value?.before,
      AfterValue: value?.after,
      Drift: drifted ? { PreviousValue: drifted.previous, ActualValue: drifted.actual } : undefined,
    },
    Evaluation: 'Static',
    ChangeSource: 'DirectModification',
  }
}

/** Dependencies first, as CloudFormation creates them; removals last, dependents first. */
export function ordered(changes: readonly ResourceChange[], version: StackVersion, before: StackVersion | undefined): ResourceChange[] {
  const kept = inOrder(
    changes.filter(({ action }) => action !== 'Remove'),
    version.template,
  )
  const removed = inOrder(
    changes.filter(({ action }) => action === 'Remove'),
    before?.template ?? version.template,
  )
  return [...kept, ...removed.reverse()]
}

export function inOrder<T extends { logicalId: string }>(changes: readonly T[], template: ParsedTemplate): T[] {
  const byId = new Map(changes.map((change) => [change.logicalId, change]))
  const done = new Set<string>()
  const result: T[] = []
  const visit = (logicalId: string, path: ReadonlySet<string>): void => {
    if (done.has(logicalId) || path.has(logicalId)) return
    for (const dependency of dependenciesOf(template.Resources[logicalId])) visit(dependency, new Set([...path, logicalId]))
    done.add(logicalId)
    const change = byId.get(logicalId)
    if (change) result.push(change)
  }
  for (const change of changes) visit(change.logicalId, new Set())
  return result
}

/** Logical ids, and other names, that a part of a template refers to. */
export function dependenciesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(dependenciesOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === 'Ref' || key === 'DependsOn') return [item].flat().map(String)
    if (key === 'Fn::GetAtt') return [String((item as string[])[0])]
    if (key === 'Fn::Sub') return [...JSON.stringify(item).matchAll(/\$\{(\w+)[.}]/g)].map((match) => match[1] ?? '')
    return dependenciesOf(item)
  })
}
