import type { ParsedTemplate } from '../model/template.ts'

/** Intrinsics as text: two that are written alike mean alike. */
export function flatten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flatten)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only) {
    const [key, argument] = only
    if (key === 'Ref') return withoutColons(`\${${String(argument)}}`)
    if (key === 'Fn::GetAtt') return `\${${(argument as string[]).join('.')}}`
    if (key === 'Fn::Sub' && typeof argument === 'string') return withoutColons(argument)
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, flatten(item)]))
}

/** Pseudo parameters would look like parts of an ARN. */
function withoutColons(text: string): string {
  return text.replaceAll('${AWS::', '${AWS.')
}

/** A template with the defaults of its parameters in their place, as a deployment of this tool uses them: a new default is a change. */
export function withDefaults(template: ParsedTemplate): ParsedTemplate {
  const defaults = new Map(
    Object.entries(template.Parameters ?? {}).flatMap(([name, { Default }]) => (Default === undefined ? [] : [[name, Default]])),
  )
  if (defaults.size === 0) return template
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace)
    if (typeof value !== 'object' || value === null) return value
    const { Ref, 'Fn::Sub': text } = value as { Ref?: string; 'Fn::Sub'?: unknown }
    if (Ref !== undefined && defaults.has(Ref)) return defaults.get(Ref)
    if (typeof text === 'string') {
      return { 'Fn::Sub': text.replace(/\$\{(\w+)\}/g, (whole, name: string) => (defaults.has(name) ? String(defaults.get(name)) : whole)) }
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)]))
  }
  return { ...template, Resources: replace(template.Resources) as ParsedTemplate['Resources'] }
}
