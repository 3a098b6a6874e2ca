import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { CredentialSource } from '../aws/clients.ts'
import type { FileMode, World } from '../commands/world.ts'
import { AuditError } from '../model/errors.ts'
import { iamActionsFile, packageFile, resourceTypesFile, templatesFolder } from '../paths.ts'
import { readRegularFile } from './files.ts'
import { gitFiles } from './git-files.ts'

/** Far above any evidence file, in bytes; a larger file is a mistake, and is not read into memory. */
const MAX_FILE = 64 * 1024 * 1024

type Own = 'redact' | 'progress' | 'idToken' | 'maskSecret' | 'run' | 'signal'

/** The real file system, clock and hash; what differs between the faces is passed in. */
export function createWorld(own: Pick<World, Own> & Partial<Pick<World, 'ask' | 'base' | 'github'>>): World {
  return {
    ask: undefined,
    github: undefined,
    base: (commit) => (commit === '' ? undefined : gitFiles(commit)),
    ...own,
    defaultRegion: process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'],
    version: (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version,
    madeFrom: madeFrom(),
    now: () => new Date(),
    sleep: (ms) => sleep(ms, own.signal?.signal),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    digestCrypto: async () => (await import('./digest-crypto.ts')).createDigestCrypto(),
    objectFolder: async (path) => (await import('./object-folder.ts')).openObjectFolder(path),
    logReading: async () => (await import('./log-scan.ts')).createLogReading(),
    readText: async (path) => (await readBytes(path))?.toString('utf8'),
    readBytes,
    packEntries: async (path) => (await import('./pack-entries.ts')).packEntries(path),
    filesAt: async (path) => (await import('./template-files.ts')).filesAt(path),
    standardInput: async () => (await import('./template-files.ts')).standardInput(MAX_FILE),
    runProgram: async (name, args, input) => (await import('./linter.ts')).runProgram(name, args, input),
    journal: async (path) => (await import('./journal.ts')).openJournal(path, own.redact),
    unattended: ['GITHUB_ACTIONS', 'CI'].find((name) => ![undefined, '', 'false', '0'].includes(process.env[name])),
    writeText: (path, text, mode) => writeText(path, own.redact(text), mode),
    fragment: (file) => readFileSync(join(templatesFolder, file), 'utf8'),
    resourceTypes: async () => (await import('./cloudformation-types.ts')).openResourceTypes(await readFile(resourceTypesFile)),
    iamActions: async () => (await import('./iam-actions.ts')).openIamActions(await readFile(iamActionsFile)),
    defaultCredentials: async () => masked(await (await import('../aws/credentials.ts')).defaultCredentials(), own.maskSecret),
  }
}

/** The build leaves it beside the bundle. */
function madeFrom(): string | undefined {
  if (basename(import.meta.dirname) !== 'dist') return undefined
  return /^[0-9a-f]{64}/.exec(readFileSync(join(import.meta.dirname, 'made-from.sha256'), 'utf8'))?.[0]
}

const readBytes = (path: string) => readRegularFile(path, { limit: MAX_FILE, workspace: process.env['GITHUB_WORKSPACE'] || process.cwd() })

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

/** Beside the target first, then in its place: a reader sees the old file or the new one, never half of it. */
async function writeText(path: string, text: string, mode: FileMode = 'own'): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(temporary, text, { flag: 'wx', mode: mode === 'own' ? 0o600 : 0o644 })
    await rename(temporary, path)
  } catch (error) {
    // Where the folder is none, there is nothing to take away either: what is said is why it was not written.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw new AuditError('WRITE_REFUSED', `${path} cannot be written: ${(error as Error).message}`, {
      remedy: 'Choose another `output-dir`.',
      cause: error,
    })
  }
}
