import type { Body } from '../call.ts'

/** `Tags.member.1.Key=a` as nested objects and lists, and `Attributes.entry.1.key` as an object: names are the API's. */
export function readQuery(form: URLSearchParams): Body {
  const root: Body = {}
  for (const [path, value] of form) {
    if (path === 'Action' || path === 'Version') continue
    place(root, path.split('.'), value)
  }
  return Object.fromEntries(Object.entries(root).map(([key, value]) => [key, settle(value)]))
}

function place(node: Body, [step = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    node[step] = value
    return
  }
  if (typeof node[step] !== 'object') node[step] = {}
  place(node[step] as Body, rest, value)
}

/** Numbered children are lists; `member` and `entry` are the protocol's own words. */
function settle(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only?.[0] === 'member') return settle(only[1])
  if (entries.length === 1 && only?.[0] === 'entry')
    return Object.fromEntries((settle(only[1]) as { key: string; value: unknown }[]).map(({ key, value }) => [key, value]))
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => settle(item))
  return Object.fromEntries(entries.map(([key, item]) => [key, settle(item)]))
}

/** Parameters as the query protocol sends them. An empty list is sent as an empty value. */
export function writeQuery(parameters: Body): URLSearchParams {
  return new URLSearchParams(pairsOf('', parameters))
}

function pairsOf(path: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value))
    return value.length === 0 ? [[path, '']] : value.flatMap((item, index) => pairsOf(`${path}.member.${index + 1}`, item))
  if (value instanceof Date) return [[path, value.toISOString()]]
  if (typeof value !== 'object') return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, item]) => pairsOf(path === '' ? key : `${path}.${key}`, item))
}
