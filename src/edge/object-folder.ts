import { constants } from 'node:fs'
import { mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ObjectFolder, SavedObject } from '../commands/world.ts'
import { AuditError } from '../model/errors.ts'

/** Beside each object, what S3 keeps with it: a copy that `aws s3 sync` makes has lost the signatures. */
const METADATA = '.metadata.json'
/** A log file is some MB; what is larger is none, and is not read into memory. */
const MOST_BYTES = 256 * 1024 * 1024

/** Objects of buckets in a folder: `<folder>/<bucket>/<key>`. */
export function openObjectFolder(folder: string): ObjectFolder {
  const pathOf = (bucket: string, key: string) => (isPlain(`${bucket}/${key}`) ? join(folder, bucket, key) : undefined)
  return {
    async *list(bucket, prefix) {
      const base = pathOf(bucket, prefix.replace(/\/$/, ''))
      for (const entry of base === undefined ? [] : await entriesOf(base, true)) if (!entry.endsWith(METADATA)) yield `${prefix}${entry}`
    },
    folders: async (bucket, prefix) => {
      const base = pathOf(bucket, prefix.replace(/\/$/, ''))
      return base === undefined ? [] : entriesOf(base, false)
    },
    get: async (bucket, key) => {
      const path = pathOf(bucket, key)
      const bytes = path === undefined ? undefined : await readRegular(path)
      const metadata = path === undefined || bytes === undefined ? undefined : await readRegular(`${path}${METADATA}`)
      return bytes && { bytes, metadata: metadata ? parsed(metadata) : {} }
    },
    put: async (bucket, key, { bytes, metadata }) => {
      const path = pathOf(bucket, key)
      // A digest names the keys of its log files, and who can write digests must not choose what is written here.
      if (path === undefined) throw new AuditError('WRITE_REFUSED', `${bucket}/${key.slice(0, 200)} is no name that can be saved.`)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeFile(path, bytes, { mode: 0o600 })
      if (Object.keys(metadata).length > 0) await writeFile(`${path}${METADATA}`, JSON.stringify(metadata), { mode: 0o600 })
    },
  }
}

/** A key that is a path below its folder, and nothing else. */
function isPlain(key: string): boolean {
  return (
    key.length < 1100 &&
    !key.includes('\0') &&
    !key.includes('\\') &&
    key.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  )
}

/** Files below a folder, by their paths in the order of keys; or the folders right below it. None for a folder that is not there. */
async function entriesOf(path: string, isDeep: boolean): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true, recursive: isDeep })
    return entries
      .filter((entry) => (isDeep ? entry.isFile() : entry.isDirectory()))
      .map((entry) =>
        isDeep
          ? join(entry.parentPath, entry.name)
              .slice(path.length + 1)
              .replaceAll('\\', '/')
          : entry.name,
      )
      .sort()
  } catch {
    return []
  }
}

/** The bytes of a regular file; no link, device or pipe is followed. Undefined where there is none. */
async function readRegular(path: string): Promise<SavedObject['bytes'] | undefined> {
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0))
    try {
      const { size } = await handle.stat().then((state) => (state.isFile() ? state : { size: Number.POSITIVE_INFINITY }))
      return size > MOST_BYTES ? undefined : await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch {
    return undefined
  }
}

/** Texts by name; anything else in the file is nothing that S3 keeps. */
function parsed(bytes: Uint8Array): Record<string, string> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return {}
  }
}
