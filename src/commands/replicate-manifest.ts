import type { ListedVersion } from '../aws/copy-object.ts'
import type { World } from './world.ts'

/** How often it is written while copying. */
const EVERY_MS = 3000

/** What was copied, kept beside the results: a run that was ended goes on from there, and a second one copies what is new. */
export class CopyManifest {
  readonly #world: World
  readonly #file: string
  readonly #of: { from: string; to: string }
  readonly #copied: Set<string>
  #written = 0
  #writing: Promise<void> | undefined

  private constructor(world: World, file: string, of: { from: string; to: string }, copied: Set<string>) {
    this.#world = world
    this.#file = file
    this.#of = of
    this.#copied = copied
  }

  /** A file of another pair of buckets, or one that cannot be read, counts for nothing: checksums tell what is there. */
  static async open(world: World, file: string, of: { from: string; to: string }): Promise<CopyManifest> {
    const text = await world.readText(file)
    return new CopyManifest(world, file, of, new Set(text === undefined ? [] : copiedIn(text, of)))
  }

  has(version: ListedVersion): boolean {
    return this.#copied.has(named(version))
  }

  add(version: ListedVersion): void {
    this.#copied.add(named(version))
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

/** A version by its content; a bucket without versions has the ETag alone. */
function named({ key, versionId = '', etag }: ListedVersion): string {
  return JSON.stringify([key, versionId, etag])
}

function copiedIn(text: string, { from, to }: { from: string; to: string }): string[] {
  try {
    const value = JSON.parse(text) as Record<string, unknown>
    const { copied } = value
    return value['from'] === from && value['to'] === to && Array.isArray(copied) ? copied.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}
