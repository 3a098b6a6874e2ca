import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Journal } from '../commands/world.ts'
import { AuditError } from '../model/errors.ts'

/** A new file for lines that must survive the end of the process: each is flushed to the disk before `write` comes back. @throws WRITE_REFUSED */
export async function openJournal(path: string, redact: (text: string) => string): Promise<Journal> {
  try {
    await mkdir(dirname(path), { recursive: true })
    const handle = await open(path, 'ax', 0o600)
    return {
      write: async (line) => {
        await handle.appendFile(`${redact(line)}\n`)
        await handle.datasync()
      },
      close: () => handle.close(),
    }
  } catch (error) {
    throw new AuditError('WRITE_REFUSED', `${path} cannot be written: ${(error as Error).message}`, {
      remedy: 'Choose another `output-dir`.',
      cause: error,
    })
  }
}
