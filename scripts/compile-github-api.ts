/** Compiles the answers the sandbox gives from GitHub's published description of its REST API: a few schemas of 385 MB, and what they refer to. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { toolModules } from './tools.mjs'

const SCHEMAS = [
  'issue-comment',
  'issue',
  'check-run',
  'full-repository',
  'workflow-run',
  'pull-request',
  'commit',
  'basic-error',
  'validation-error',
]
const TARGET = '__tests__/support/github-api.json'

type Schemas = Record<string, unknown>

/** Names of the schemas a value refers to. */
function references(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"\$ref":"#\/components\/schemas\/([\w-]+)"/g)].map(([, name = '']) => name)
}

/** The schemas by name, and all that they refer to, sorted. */
function closure(all: Schemas, names: readonly string[]): Schemas {
  const found = new Set<string>()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue
    if (all[name] === undefined) throw new Error(`GitHub describes no ${name}`)
    found.add(name)
    waiting.push(...references(all[name]))
  }
  return Object.fromEntries([...found].sort().map((name) => [name, withoutProse(all[name])]))
}

/** Descriptions and examples decide nothing. A property may have such a name; only a text or an example is prose. */
function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([key, item]) => !(['description', 'title', 'format'].includes(key) && typeof item === 'string'),
  )
  return Object.fromEntries(kept.filter(([key, item]) => !isExample(key, item)).map(([key, item]) => [key, withoutProse(item)]))
}

/** A property called "example" has a schema, which says its type. */
function isExample(key: string, item: unknown): boolean {
  return ['example', 'examples'].includes(key) && !(typeof item === 'object' && item !== null && 'type' in item)
}

const folder = join(toolModules('github-api'), '@octokit/openapi')
const { components, info } = JSON.parse(readFileSync(join(folder, 'generated/api.github.com.json'), 'utf8')) as {
  components: { schemas: Schemas }
  info: { license: { name: string } }
}
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
const note = `From @octokit/openapi ${version} (${info.license.name}) by scripts/compile-github-api.ts`
writeFileSync(join(root, TARGET), `${JSON.stringify({ note, components: { schemas: closure(components.schemas, SCHEMAS) } }, null, 1)}\n`)
process.stdout.write(`${TARGET} written\n`)
