import { readdir, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** How files end that templates are kept in. */
const ENDINGS = /\.(?:ya?ml|json|template|cfn)$/i

/** Folders that hold other people's files. */
const SKIPPED = new Set(['.git', 'node_modules', '.venv', 'cdk.out.cache', '__pycache__'])

/** Files that are looked through at most. */
const MOST_FILES = 20_000

/**
 * Files that a path stands for: itself, everything below a folder that may be a template, or what a pattern matches (`*` and `?` within a
 * name, `**` across folders). Undefined where there is nothing of that name and it is no pattern.
 */
export async function filesAt(path: string): Promise<{ files: string[]; chosen: boolean } | undefined> {
  const kind = await stat(path).catch(() => undefined)
  if (kind?.isDirectory()) return { files: (await below(path)).filter((file) => ENDINGS.test(file)), chosen: false }
  if (kind) return { files: [path], chosen: true }
  if (!/[*?]/.test(path)) return undefined
  const parts = path.split('/')
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => /[*?]/.test(part)),
  )
  const pattern = matcherOf(path)
  const root = fixed.length === 0 ? '.' : fixed.join('/') || '/'
  const all = (await below(root)).map((file) => (root === '.' ? file.replace(/^\.\//, '') : file))
  return { files: all.filter((file) => pattern.test(file)), chosen: true }
}

async function below(folder: string): Promise<string[]> {
  const found: string[] = []
  const waiting = [folder]
  for (let next = waiting.shift(); next !== undefined && found.length < MOST_FILES; next = waiting.shift()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = next === '.' ? entry.name : join(next, entry.name)
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) waiting.push(path)
      else if (entry.isFile()) found.push(sep === '/' ? path : path.replaceAll(sep, '/'))
    }
  }
  return found.sort()
}

function matcherOf(pattern: string): RegExp {
  const source = pattern
    .replace(/^\.\//, '')
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*\*\/|\*\*|\*|\?/g, (wild) => ({ '**/': '(?:[^/]+/)*', '**': '.*', '*': '[^/]*' })[wild] ?? '[^/]')
  return new RegExp(`^${source}$`)
}

/** Everything that is piped in, up to a size; undefined where a person sits there. */
export async function standardInput(limit: number): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > limit) break
  }
  return Buffer.concat(chunks).toString('utf8')
}
