import type { Comment, CommentApi } from './api.ts'
import { claimsToBeOurs, type Identity, isBound, writerOf } from './identity.ts'
import type { RunNumber } from './sections.ts'
import { hasWritten, isNewerRun, type Writers } from './writer.ts'

export interface Claimant {
  identity: Identity
  /** This run among others: an older one does not overwrite what a newer one says. Undefined: nobody counts. */
  run?: RunNumber | undefined
  /** Other workflow files that share the comment. */
  workflows: readonly string[]
}

/** Comments of a pull request, by whose they are; what is none of these is somebody's and says so. */
export interface Sorted {
  /** Oldest first. */
  ours: Comment[]
  /** Say that they are of this tool, and do not prove it. */
  foreign: Comment[]
  /** Could be ours, and GitHub tells nothing of the runs that would prove it. */
  untold: Comment[]
  /** Ours by author and number alone: GitHub does not know of this very run, so of none. */
  isUnproven: boolean
}

/** As many runs are asked for; who makes more claims is not believed. */
const MOST_WRITERS = 20

/** Whose the comments of a pull request are (decision 11); what GitHub says of a run is asked for once. */
export class Ownership {
  readonly #api: CommentApi
  readonly #claimant: Claimant
  readonly #written = new Set<number>()

  constructor(api: CommentApi, claimant: Claimant) {
    this.#api = api
    this.#claimant = claimant
  }

  /** What this process has written itself needs no proof. */
  wrote(id: number): void {
    this.#written.add(id)
  }

  async sort(all: readonly Comment[]): Promise<Sorted> {
    const { identity, run } = this.#claimant
    const claiming = all.filter((comment) => claimsToBeOurs(identity, comment))
    const bound = claiming.filter((comment) => isBound(identity, comment)).sort((a, b) => a.id - b.id)
    const sorted = { ours: bound, foreign: claiming.filter((comment) => !bound.includes(comment)), untold: [], isUnproven: false }
    if (identity.key !== undefined || run === undefined || bound.every(({ id }) => this.#written.has(id))) return sorted
    const writers = await this.#writers(run)
    if (writers.own.state === 'unknown') return { ...sorted, isUnproven: true }
    const proven = new Set(await this.#proven(bound, writers))
    const others = bound.filter((comment) => !proven.has(comment))
    const isTold = writers.own.state === 'known'
    return {
      ours: bound.filter((comment) => proven.has(comment)),
      foreign: [...sorted.foreign, ...(isTold ? others : [])],
      untold: isTold ? [] : others,
      isUnproven: false,
    }
  }

  /** Whether a run that a section of ours says it is of has begun after this one. A number alone is believed from nobody. */
  async isNewer(said: RunNumber, run: RunNumber): Promise<boolean> {
    return isNewerRun(said, await this.#api.run(said.id), await this.#writers(run))
  }

  async #writers(run: RunNumber): Promise<Writers> {
    const { identity, workflows } = this.#claimant
    return { repository: identity.repository, own: await this.#api.run(run.id), workflows }
  }

  async #proven(bound: readonly Comment[], writers: Writers): Promise<Comment[]> {
    const asked = new Set<number>()
    const proven: Comment[] = []
    for (const comment of bound) {
      const run = writerOf(comment)
      if (this.#written.has(comment.id)) proven.push(comment)
      else if (run !== undefined && writers.own.state === 'known' && (asked.has(run) || asked.size < MOST_WRITERS)) {
        asked.add(run)
        if (hasWritten(await this.#api.run(run), comment, writers)) proven.push(comment)
      }
    }
    return proven
  }
}
