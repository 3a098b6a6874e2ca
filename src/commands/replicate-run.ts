import { type CopyPlaces, copyVersion, type ListedVersion } from '../aws/copy-object.ts'
import type { CopyReport } from '../model/copy.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import type { CopyManifest } from './replicate-manifest.ts'
import type { World } from './world.ts'

const AT_ONCE = 16
/** Failures that are named, and after which copying ends: a missing right fails every object. */
const MOST_FAILURES = 20

/** Copies what is missing, sixteen keys at once, the versions of each in their order; what fails is named, and the others go on. */
export async function copyAll(world: World, places: CopyPlaces, missing: readonly ListedVersion[], manifest: CopyManifest) {
  const started = world.now().getTime()
  const seconds = () => Math.max(0.001, (world.now().getTime() - started) / 1000)
  const done: NonNullable<CopyReport['done']> = { copied: 0, bytes: 0, byChecksum: 0, bySize: 0, seconds: 0 }
  const failures: Problem[] = []
  const all = missing.reduce((sum, { size }) => sum + size, 0)
  const running = world.progress.start(`copying to ${places.target.bucket}`)
  const isOver = () => failures.length >= MOST_FAILURES || world.signal?.signal.aborted === true
  const copyOne = async (version: ListedVersion): Promise<boolean> => {
    try {
      const { compared, etag } = await copyVersion(places, version)
      done[compared === 'checksum' ? 'byChecksum' : 'bySize'] += 1
      manifest.add(version, etag)
    } catch (error) {
      if (!(error instanceof AuditError)) throw error
      failures.push({ message: error.message, ...(error.remedy ? { remedy: error.remedy } : {}) })
      return false
    }
    done.copied += 1
    done.bytes += version.size
    await manifest.keep()
    const left = Math.ceil((seconds() / done.copied) * (missing.length - done.copied))
    const share = Math.round((done.bytes / Math.max(1, all)) * 100)
    running.update(`${done.copied} of ${missing.length}, ${share} % of the bytes, ${left} s left`)
    return true
  }
  const copyKey = async (versions: readonly ListedVersion[]) => {
    for (const version of versions) if (isOver() || !(await copyOne(version))) return
  }
  const left = () => `${missing.length - done.copied} objects are not copied yet; run the same command again, it goes on from there.`
  const work = () => inParallel(byKey(missing), copyKey)
  await (world.signal ? world.signal.during(left, work) : work())
  await manifest.keep(true)
  done.seconds = seconds()
  if (failures.length >= MOST_FAILURES) failures.push({ message: `Ended after ${MOST_FAILURES} failures: ${left()}` })
  if (world.signal?.signal.aborted) failures.push({ message: `Cancelled: ${left()}` })
  running.end(failures.length > 0 ? 'failed' : 'done', `${done.copied} copied`)
  return { done, failures }
}

/** Versions of a key follow one another; keys are independent. */
function byKey(versions: readonly ListedVersion[]): ListedVersion[][] {
  const keys = new Map<string, ListedVersion[]>()
  for (const version of versions) {
    const known = keys.get(version.key)
    if (known) known.push(version)
    else keys.set(version.key, [version])
  }
  return [...keys.values()]
}

export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker))
}
