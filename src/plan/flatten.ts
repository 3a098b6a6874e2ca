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
    if (key === 'Fn::Join' && isJoin(argument)) return joined(argument)
    if (key.startsWith('Fn::')) return opaque(value)
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, flatten(item)]))
}

type Join = [string, readonly unknown[]]

function isJoin(value: unknown): value is Join {
  return Array.isArray(value) && typeof value[0] === 'string' && Array.isArray(value[1])
}

function joined([separator, parts]: Join): string {
  return parts.map(flattenedText).join(separator)
}

/** As `flatten`, of a value that must become one text; a function that is none yet stays a text that only the same one is like. */
export function flattenedText(value: unknown): string {
  const flat = flatten(value)
  return typeof flat === 'object' ? opaque(flat) : String(flat)
}

/** What only a deployment knows. Its characters are no wildcards. */
function opaque(value: unknown): string {
  return JSON.stringify(value).replaceAll('*', '∗').replaceAll('?', '？')
}

/** Pseudo parameters would look like parts of an ARN; `${!aws:username}` is how `Fn::Sub` writes a policy variable. */
function withoutColons(text: string): string {
  return text.replaceAll('${AWS::', '${AWS.').replaceAll('${!', '${')
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
