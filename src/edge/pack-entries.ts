import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AuditError } from '../model/errors.ts'
import type { PackEntry } from '../pack/manifest.ts'

/** A pack has a few dozen files; more than these are no pack. */
const MOST_ENTRIES = 10_000

/**
 * Everything below a folder by its path with `/`: files with size and SHA-256, and what is none. Links are not followed, and nothing but a
 * regular file is opened. Undefined where there is no such folder. @throws BAD_INPUT
 */
export async function packEntries(folder: string): Promise<PackEntry[] | undefined> {
  if (!(await lstat(folder).catch(() => undefined))?.isDirectory()) return undefined
  const found: PackEntry[] = []
  const waiting = ['']
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const entry of await readdir(join(folder, next), { withFileTypes: true })) {
      const path = next === '' ? entry.name : `${next}/${entry.name}`
      if (entry.isDirectory()) waiting.push(path)
      else if (entry.isFile()) found.push({ path, kind: 'file', ...(await hashed(join(folder, path))) })
      else found.push({ path, kind: entry.isSymbolicLink() ? 'link' : 'other' })
      if (found.length + waiting.length > MOST_ENTRIES)
        throw new AuditError('BAD_INPUT', `${folder} has more than ${MOST_ENTRIES} files: it is no audit pack.`, {
          remedy: 'Name the folder of a pack.',
        })
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function hashed(path: string): Promise<{ bytes: number; sha256: string }> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0))
  try {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of handle.createReadStream({ autoClose: false })) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
    return { bytes, sha256: hash.digest('hex') }
  } finally {
    await handle.close()
  }
}
