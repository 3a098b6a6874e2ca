import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CredentialSource } from '../aws/clients.ts'
import type { FileMode, World } from '../commands/world.ts'
import { AuditError } from '../model/errors.ts'
import { iamActionsFile, packageFile, resourceTypesFile, templatesFolder } from '../paths.ts'

/** Far above any config or evidence file; a larger file is a mistake, and is not read into memory. */
const MAX_FILE = 64 * 1024 * 1024

type Own = 'progress' | 'idToken' | 'maskSecret' | 'run' | 'signal'

interface Redaction {
  /** Takes secrets out of whatever is written to a file. */
  redact(text: string): string
}

/** The real file system, clock and hash; what differs between the faces is passed in. */
export function createWorld(given: Pick<World, Own> & Partial<Pick<World, 'ask'>> & Redaction): World {
  const { redact, ...own } = given
  return {
    ask: undefined,
    ...own,
    defaultRegion: process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'],
    version: (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version,
    now: () => new Date(),
    sleep: (ms) => sleep(ms, own.signal),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    readText,
    writeText: (path, text, mode) => writeText(path, redact(text), mode),
    fragment: (file) => readFileSync(join(templatesFolder, file), 'utf8'),
    resourceTypes: async () => (await import('./cloudformation-types.ts')).openResourceTypes(await readFile(resourceTypesFile)),
    iamActions: async () => (await import('./iam-actions.ts')).openIamActions(await readFile(iamActionsFile)),
    defaultCredentials: async () => masked(await (await import('../aws/credentials.ts')).defaultCredentials(), own.maskSecret),
  }
}

/** Whoever gives out credentials tells first what is not to be said. */
function masked(source: CredentialSource, maskSecret: World['maskSecret']): CredentialSource {
  return async () => {
    const credentials = typeof source === 'function' ? await source() : source
    await maskSecret(credentials.secretAccessKey)
    if (credentials.sessionToken) await maskSecret(credentials.sessionToken)
    return credentials
  }
}

/** Wakes up early when the run is cancelled, so that cancelling is quick. */
function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    if (signal?.aborted) return done()
    const wake = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', wake)
      done()
    }
    const timer = setTimeout(wake, ms)
    signal?.addEventListener('abort', wake, { once: true })
  })
}

async function readText(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path)
    if (size > MAX_FILE)
      throw new AuditError('BAD_INPUT', `${path} has ${Math.round(size / 1024 / 1024)} MiB; that is no file of this tool.`)
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (error instanceof AuditError) throw error
    throw new AuditError('BAD_INPUT', `${path} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

/** Beside the target first, then in its place: a reader sees the old file or the new one, never half of it. */
async function writeText(path: string, text: string, mode: FileMode = 'own'): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(temporary, text, { flag: 'wx', mode: mode === 'own' ? 0o600 : 0o644 })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw new AuditError('WRITE_REFUSED', `${path} cannot be written: ${(error as Error).message}`, {
      remedy: 'Choose another `output-dir`.',
      cause: error,
    })
  }
}
