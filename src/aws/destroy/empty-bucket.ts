import { createHash } from 'node:crypto'
import type { S3Client } from '@aws-sdk/client-s3'
import { isTransient, problemOf, toAuditError } from '../errors.ts'
import { Pace } from './pace.ts'
import { identifier, type ListedVersion, walkVersions } from './versions.ts'

/** Most keys of one DeleteObjects. Source: S3 API reference. */
const BATCH = 1000
const MOST_AT_ONCE = 16
const LISTINGS = 8
/** How often load is waited out, for a call or for keys in it. */
const TRIES = 10
/** Keys that were refused, kept to say why. */
const SAMPLE = 5

const LOAD = /^(?:SlowDown|InternalError|ServiceUnavailable|OperationAborted)$/

interface KeyError {
  Key?: string | undefined
  VersionId?: string | undefined
  Code?: string | undefined
  Message?: string | undefined
}

export interface EmptyOptions {
  s3: S3Client
  bucket: string
  account: string
  bypassGovernance: boolean
  sleep(ms: number): Promise<void>
  signal?: AbortSignal | undefined
  /** Told after each call. */
  onProgress(so: Emptied): void
  /** Most calls at once; for measurements. */
  atOnce?: number
}

/** What an emptying did. */
export interface Emptied {
  versions: number
  markers: number
  bytes: number
  refused: number
  /** Some of what was refused, with S3's words. */
  sample: readonly { version: ListedVersion; code: string; message: string }[]
  /** SHA-256 of each `key` NUL `version id`, added up modulo 2^256: the same list, in whatever order it was deleted, has the same sum. */
  sha256: string
  requestIds: readonly string[]
}

/** Deletes every version and delete marker that S3 lets go. What it refuses is counted, and named by some. */
export async function emptyBucket(options: EmptyOptions): Promise<Emptied> {
  const state = new Emptying(options)
  await walkVersions({ ...options, listings: LISTINGS, onPage: (versions) => state.add(versions) })
  await state.end()
  return state.result
}

class Emptying {
  readonly #options: EmptyOptions
  readonly #pace: Pace
  #batch: ListedVersion[] = []
  readonly #underWay = new Set<Promise<void>>()
  #failure: unknown
  #sum = 0n
  readonly #requests: string[] = []
  readonly #sample: { version: ListedVersion; code: string; message: string }[] = []
  #counts = { versions: 0, markers: 0, bytes: 0, refused: 0 }

  constructor(options: EmptyOptions) {
    this.#options = options
    this.#pace = new Pace(options.atOnce ?? MOST_AT_ONCE)
  }

  get result(): Emptied {
    return { ...this.#counts, sample: this.#sample, sha256: this.#sum.toString(16).padStart(64, '0'), requestIds: this.#requests }
  }

  /** Collects keys over all listings into full batches. */
  async add(versions: readonly ListedVersion[]): Promise<void> {
    for (const version of versions) {
      this.#batch.push(version)
      if (this.#batch.length === BATCH) await this.#send()
    }
  }

  async end(): Promise<void> {
    if (this.#batch.length > 0 && !this.#options.signal?.aborted) await this.#send()
    await Promise.all(this.#underWay)
    if (this.#failure !== undefined) throw this.#failure
  }

  async #send(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    await this.#pace.take()
    if (this.#failure !== undefined) {
      this.#pace.release()
      throw this.#failure
    }
    const work = this.#delete(batch)
      .catch((error: unknown) => {
        this.#failure ??= error
      })
      .finally(() => {
        this.#pace.release()
        this.#underWay.delete(work)
      })
    this.#underWay.add(work)
  }

  /** One call, and again for what load kept from being deleted. A 200 may carry errors for some keys. */
  async #delete(versions: readonly ListedVersion[]): Promise<void> {
    let left = versions
    for (let attempt = 1; left.length > 0; attempt += 1) {
      const failed = await this.#once(left, attempt)
      left = failed
      if (left.length > 0) await this.#options.sleep(Math.min(100 * 2 ** attempt, 10_000))
    }
    this.#options.onProgress(this.result)
  }

  /** What is to be tried again. */
  async #once(versions: readonly ListedVersion[], attempt: number): Promise<readonly ListedVersion[]> {
    const { s3, bucket, account, bypassGovernance } = this.#options
    const { DeleteObjectsCommand } = await import('@aws-sdk/client-s3')
    const command = new DeleteObjectsCommand({
      Bucket: bucket,
      ExpectedBucketOwner: account,
      Delete: { Objects: versions.map(identifier), Quiet: true },
      ...(bypassGovernance ? { BypassGovernanceRetention: true } : {}),
    })
    let errors: readonly KeyError[]
    try {
      const answer = await s3.send(command)
      errors = answer.Errors ?? []
      if (answer.$metadata.requestId !== undefined && this.#requests.length < SAMPLE) this.#requests.push(answer.$metadata.requestId)
    } catch (error) {
      if (problemOf(error) === 'throttled' || problemOf(error) === 'unavailable') this.#pace.slower()
      if (!isTransient(error) || attempt >= TRIES)
        throw toAuditError(error, { operation: 's3:DeleteObjects', action: 's3:DeleteObjectVersion', resource: bucket })
      return versions
    }
    const again = this.#sort(versions, errors, attempt)
    if (again.length > 0) this.#pace.slower()
    else this.#pace.faster()
    return again
  }

  /** What S3 deleted is counted, what load kept comes back, anything else was refused. */
  #sort(versions: readonly ListedVersion[], errors: readonly KeyError[], attempt: number): ListedVersion[] {
    const refused = new Map(errors.map((error) => [error.VersionId === undefined ? error.Key : `${error.Key}\0${error.VersionId}`, error]))
    const again: ListedVersion[] = []
    let matched = 0
    for (const version of versions) {
      // An error that names no version is about every one of its key.
      const error = refused.get(`${version.key}\0${version.versionId}`) ?? refused.get(version.key)
      if (error) matched += 1
      const code = error?.Code ?? ''
      if (!error) this.#count(version)
      else if (LOAD.test(code) && attempt < TRIES) again.push(version)
      // Another run, or a lifecycle rule, was faster.
      else if (!/^NoSuch(?:Version|Key)$/.test(code)) this.#refuse(version, code, error.Message ?? '')
    }
    // Errors about keys that nobody sent: whatever answered, what was deleted is not known.
    if (matched < refused.size)
      throw toAuditError(new SyntaxError('the answer has errors for keys that were not sent'), {
        operation: 's3:DeleteObjects',
        resource: this.#options.bucket,
      })
    return again
  }

  #count(version: ListedVersion): void {
    const { versions, markers, bytes } = this.#counts
    this.#counts = {
      ...this.#counts,
      versions: versions + (version.isMarker ? 0 : 1),
      markers: markers + (version.isMarker ? 1 : 0),
      bytes: bytes + version.bytes,
    }
    const hash = createHash('sha256').update(`${version.key}\0${version.versionId}`).digest('hex')
    this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${hash}`))
  }

  #refuse(version: ListedVersion, code: string, message: string): void {
    this.#counts = { ...this.#counts, refused: this.#counts.refused + 1 }
    if (this.#sample.length < SAMPLE) this.#sample.push({ version, code, message })
  }
}
