import type { ListedVersion } from '../aws/copy-object.ts'
import type { World } from './world.ts'

/** How often it is written while copying. */
const EVERY_MS = 3000

/** What was copied, kept beside the results: a run that was ended goes on from there, and a second one copies what is new. */
export class CopyManifest {
  readonly #world: World
  readonly #file: string
  readonly #of: { from: string; to: string }
  /** ETag of the copy, by what was copied. */
  readonly #copied: Map<string, string>
  #written = 0
  #writing: Promise<void> | undefined

  private constructor(world: World, file: string, of: { from: string; to: string }, copied: Map<string, string>) {
    this.#world = world
    this.#file = file
    this.#of = of
    this.#copied = copied
  }

  /** A file of another pair of buckets, or one that cannot be read, counts for nothing: checksums tell what is there. */
  static async open(world: World, file: string, of: { from: string; to: string }): Promise<CopyManifest> {
    const text = await world.readText(file)
    return new CopyManifest(world, file, of, new Map(text === undefined ? [] : copiedIn(text, of)))
  }

  /** Whether a run copied it and the copy is still there: what was deleted or replaced since is missing again. */
  has(version: ListedVersion, there: ReadonlySet<string>): boolean {
    const etag = this.#copied.get(named(version))
    return etag !== undefined && there.has(copyName(version.key, etag))
  }

  add(version: ListedVersion, etag: string): void {
    this.#copied.set(named(version), etag)
  }

  /** Writes it where the last time is long enough ago, or `now`. */
  async keep(now = false): Promise<void> {
    if (this.#writing) await this.#writing
    if (!now && this.#world.now().getTime() - this.#written < EVERY_MS) return
    this.#written = this.#world.now().getTime()
    this.#writing = this.#world.writeText(this.#file, `${JSON.stringify({ ...this.#of, copied: [...this.#copied].sort() })}\n`)
    await this.#writing
    this.#writing = undefined
  }
}

/** A copy in the replica, as its listing has it. */
export function copyName(key: string, etag: string): string {
  return JSON.stringify([key, etag])
}

/** A version by its content; a bucket without versions has the ETag alone. */
function named({ key, versionId = '', etag }: ListedVersion): string {
  return JSON.stringify([key, versionId, etag])
}

function copiedIn(text: string, { from, to }: { from: string; to: string }): [string, string][] {
  try {
    const value = JSON.parse(text) as Record<string, unknown>
    const { copied } = value
    return value['from'] === from && value['to'] === to && Array.isArray(copied) ? copied.filter(isPair) : []
  } catch {
    return []
  }
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string')
}
