import { execFile } from 'node:child_process'
import { dirname, isAbsolute, join, normalize } from 'node:path/posix'
import { promisify } from 'node:util'
import type { BaseFiles } from '../commands/world.ts'
import { AuditError } from '../model/errors.ts'

const run = promisify(execFile)
const MOST_BYTES = 8 * 1024 * 1024

/** Files of a commit of the checkout, whatever lies in its folder now: what a commit holds, no later change can alter. */
export function gitFiles(commit: string): BaseFiles {
  return {
    name: /^[0-9a-f]{40}$/.test(commit) ? commit.slice(0, 7) : commit,
    readText: async (path) => {
      // What begins with a hyphen is an option to git.
      if (!/^[\w][\w./@{}~^-]*$/.test(commit)) throw unreadable(commit, 'that is no commit, branch or tag')
      const id = (await git('rev-parse', '--verify', '--quiet', `${commit}^{commit}`)).trim()
      if (id === '') throw unreadable(commit, 'the checkout does not have it')
      const found = await blobAt(id, normalize(`${(await git('rev-parse', '--show-prefix')).trim()}${path}`))
      if (found === 'elsewhere') throw unreadable(commit, `${path} is a link that leads nowhere in it`)
      return found && git('cat-file', 'blob', found)
    },
  }
}

const MOST_LINKS = 8

/** The object of a file by its path from the root; links are followed as a checkout would, within the commit. */
async function blobAt(tree: string, path: string, links = 0): Promise<string | 'elsewhere' | undefined> {
  const listed = await git('ls-tree', '--full-tree', tree, '--', path)
  if (listed === '') return links > 0 ? 'elsewhere' : undefined
  const [, mode, id = tree] = /^(\d+) blob ([0-9a-f]+)/.exec(listed) ?? []
  if (mode !== '120000') return id
  const target = await git('cat-file', 'blob', id)
  const next = normalize(join(dirname(path), target))
  return isAbsolute(target) || next.startsWith('..') || links === MOST_LINKS ? 'elsewhere' : blobAt(tree, next, links + 1)
}

async function git(...args: readonly string[]): Promise<string> {
  try {
    return (await run('git', ['--no-replace-objects', ...args], { maxBuffer: MOST_BYTES, encoding: 'utf8' })).stdout
  } catch {
    return ''
  }
}

function unreadable(commit: string, why: string): AuditError {
  return new AuditError('BAD_INPUT', `The config of ${commit} could not be read: ${why}.`, {
    remedy: 'Check out with `fetch-depth: 0`, or give the job `contents: read`.',
  })
}
