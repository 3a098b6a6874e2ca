import type { Adoption } from '../model/adoption.ts'
import type { ResourceChange } from '../model/plan.ts'
import type { ParsedTemplate } from '../model/template.ts'
import { withDefaults } from './flatten.ts'

/** Whether changing properties of a type replaces the resource, from CloudFormation's schemas. */
export type ReplacementOf = (type: string, properties: readonly string[]) => ResourceChange['replacement']

/** What a template changes, told without CloudFormation. Without the schemas, `replacement` stays undefined. */
export function localChanges(
  before: ParsedTemplate | undefined,
  rendered: ParsedTemplate,
  adoptions: readonly Adoption[],
  replacementOf: ReplacementOf = () => undefined,
): ResourceChange[] {
  const old = before ? withDefaults(before).Resources : {}
  const after = withDefaults(rendered)
  const imported = new Map(adoptions.map((adoption) => [adoption.logicalId, adoption]))
  const change = (action: ResourceChange['action'], logicalId: string, type: string, properties: string[] = []): ResourceChange => {
    const identifier = imported.get(logicalId)?.identifier
    return {
      action,
      logicalId,
      type,
      physicalId: identifier && Object.values(identifier)[0],
      replacement: action === 'Modify' ? replacementOf(type, properties) : undefined,
      properties,
    }
  }
  const kept = Object.entries(after.Resources).flatMap(([logicalId, resource]): ResourceChange[] => {
    const previous = old[logicalId]
    if (!previous) return [change(imported.has(logicalId) ? 'Import' : 'Add', logicalId, resource.Type)]
    const names = new Set([...Object.keys(previous.Properties ?? {}), ...Object.keys(resource.Properties ?? {})])
    const different = [...names].filter(
      (name) => JSON.stringify(previous.Properties?.[name]) !== JSON.stringify(resource.Properties?.[name]),
    )
    return different.length > 0 ? [change('Modify', logicalId, resource.Type, different)] : []
  })
  const removed = Object.entries(old)
    .filter(([logicalId]) => !(logicalId in after.Resources))
    .map(([logicalId, resource]) => change('Remove', logicalId, resource.Type))
  return [...kept, ...removed]
}
