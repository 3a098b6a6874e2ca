import { constants } from 'node:fs'
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { AuditError } from '../model/errors.ts'

export interface ReadOptions {
  /** Bytes; a larger file is not read into memory. */
  limit: number
  /** The checkout: a path in it may not lead out of it. */
  workspace: string
}

/**
 * What is in a regular file; undefined where there is none. A checkout is written by others: a link in it to a file of the machine, a
 * pipe or a device is refused before anything is read, and never more is read than the size that was looked at.
 * @throws BAD_INPUT
 */
export async function readRegularFile(path: string, { limit, workspace }: ReadOptions): Promise<Buffer | undefined> {
  try {
    const real = await placeOf(path, workspace)
    const kind = kindOf(await lstat(real))
    if (kind !== undefined) throw notAFile(path, kind)
    // What stands there may be exchanged in between: a pipe does not block, a link is not followed, and the open file is looked at again.
    const handle = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0))
    try {
      return await readOpened(handle, path, limit)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof AuditError) throw error
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new AuditError('BAD_INPUT', `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      remedy: 'Name a file that this run may read.',
      cause: error,
    })
  }
}

async function readOpened(handle: FileHandle, path: string, limit: number): Promise<Buffer> {
  const state = await handle.stat()
  const kind = kindOf(state)
  if (kind !== undefined) throw notAFile(path, kind)
  if (state.size > limit) {
    throw new AuditError('BAD_INPUT', `${path} has ${sizeText(state.size)}; at most ${sizeText(limit)} are read here.`, {
      remedy: 'Check that the path names the file that was meant.',
    })
  }
  const buffer = Buffer.alloc(state.size)
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}

/** The path without links, held against the checkout it begins in. */
async function placeOf(path: string, workspace: string): Promise<string> {
  const real = await realpath(path)
  if (!isWithin(resolve(path), resolve(workspace))) return real
  if (isWithin(real, await realpath(workspace))) return real
  throw new AuditError('BAD_INPUT', `${path} is a link to a file outside of ${workspace}.`, {
    remedy: 'Put the file itself there, or name the file where it is.',
  })
}

/** Whether a path is a folder or stands below it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(join('..', '/')) && resolve(folder, way) === resolve(path)
}

type Kinds = Pick<Awaited<ReturnType<typeof lstat>>, 'isFile' | 'isDirectory' | 'isFIFO' | 'isSocket' | 'isSymbolicLink'>

/** What stands there instead of a regular file; undefined for one. */
function kindOf(state: Kinds): string | undefined {
  if (state.isFile()) return undefined
  if (state.isDirectory()) return 'a folder'
  if (state.isFIFO()) return 'a pipe'
  if (state.isSocket()) return 'a socket'
  return state.isSymbolicLink() ? 'a link' : 'a device'
}

function notAFile(path: string, kind: string): AuditError {
  return new AuditError('BAD_INPUT', `${path} is ${kind}, and must be a regular file.`, { remedy: 'Name a file.' })
}

function sizeText(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(0)} MiB` : `${bytes} bytes`
}
