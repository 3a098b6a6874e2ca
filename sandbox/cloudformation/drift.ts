import { isDeepStrictEqual } from 'node:util'
import { resourceType } from './types/table.ts'
import type { Properties, Provision } from './types/type.ts'

export interface Drift {
  status: 'MODIFIED' | 'DELETED'
  properties: readonly { name: string; previous: string; actual: string | undefined }[]
}

/**
 * What of a resource is not as it was deployed, for the properties its row reads: those that people change by hand. Other types
 * answer as AWS does for what it cannot compare.
 */
export async function driftOf(type: string, physicalId: string, deployed: Properties, at: Provision): Promise<Drift | undefined> {
  const actual = await resourceType(type)?.read(physicalId, deployed, at)
  if (!actual) return resourceType(type) ? { status: 'DELETED', properties: [] } : undefined
  const properties = Object.entries(actual)
    .filter(([name]) => name in deployed)
    .filter(([name, value]) => !isDeepStrictEqual(normal(value), normal(deployed[name])))
    .map(([name, value]) => ({ name, previous: text(deployed[name]), actual: value === undefined ? undefined : text(value) }))
  return properties.length > 0 ? { status: 'MODIFIED', properties } : undefined
}

const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** A policy's single values and lists of one are the same, and order of keys says nothing; numbers may be texts. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? normal(value[0]) : value.map(normal)
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, normal(item)]),
  )
}
