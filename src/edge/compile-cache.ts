import { lstatSync, mkdirSync } from 'node:fs'
import module from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Keeps what V8 compiled for the next start, in a folder that only we can write. What stands there is executed like the bundle, so a
 * folder that another user or an earlier step of a job could have filled is not used, and runners have none. Node 20 has no such cache.
 */
export function enableCompileCache(environment: NodeJS.ProcessEnv): void {
  if (!module.enableCompileCache) return
  const folder = compileCacheFolder(environment)
  if (folder !== undefined) module.enableCompileCache(folder)
}

/** The folder, made when it is not there; undefined where there is none that is ours alone. */
export function compileCacheFolder(environment: NodeJS.ProcessEnv): string | undefined {
  const uid = process.getuid?.()
  // Windows has no owner to compare; any CI is a runner.
  if (uid === undefined || environment['GITHUB_ACTIONS'] || environment['CI']) return undefined
  try {
    const folder = join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'mlops-audit', 'compiled')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return isOursAlone(folder, uid) ? folder : undefined
  } catch {
    // Without a home, or on a full or read-only disk, a start is merely a little slower.
    return undefined
  }
}

/** A real folder of ours that nobody else may enter, on a path nobody else can exchange. */
function isOursAlone(folder: string, uid: number): boolean {
  const own = lstatSync(folder)
  if (!own.isDirectory() || own.uid !== uid || (own.mode & 0o077) !== 0) return false
  for (let above = dirname(folder); ; above = dirname(above)) {
    const { uid: owner, mode } = lstatSync(above)
    const isWritten = (mode & 0o022) !== 0 && (mode & 0o1000) === 0
    if ((owner !== uid && owner !== 0) || isWritten) return false
    if (above === dirname(above)) return true
  }
}
