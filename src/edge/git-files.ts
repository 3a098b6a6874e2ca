import { execFile } from 'node:child_process'
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
      const listed = await git('ls-tree', '--full-tree', id, '--', `${(await git('rev-parse', '--show-prefix')).trim()}${path}`)
      return listed === '' ? undefined : git('cat-file', 'blob', /blob ([0-9a-f]+)/.exec(listed)?.[1] ?? id)
    },
  }
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
