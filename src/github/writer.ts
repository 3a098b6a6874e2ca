import type { RunNumber } from './sections.ts'

/** What GitHub says of a run of a workflow. */
export type RunFacts =
  | {
      state: 'known'
      id: number
      attempt: number
      repository: string
      /** File of the workflow that was started; of one that calls others, the caller's. */
      workflow: string
      /** When it began, and ended; ISO 8601, undefined while it runs. */
      from: string
      until: string | undefined
    }
  /** There is none, or it was deleted. */
  | { state: 'unknown' }
  /** The token may not ask (`actions: read`), or what was answered is no run. */
  | { state: 'untold' }

/** Who may have written what counts as ours. */
export interface Writers {
  repository: string
  own: RunFacts
  /** Other workflow files that share the comment. */
  workflows: readonly string[]
}

/** What may lie between a write of a run and the times that GitHub keeps of both, in milliseconds. */
const CLOCKS_MS = 60_000

/**
 * Whether the run that a comment names has written it: it is of this workflow, or of one that shares the comment, and it was at work when
 * the comment was last changed. A run's number can be copied; the time at which GitHub took an edit cannot.
 */
export function hasWritten(run: RunFacts, { updated_at: changed = '' }: { updated_at?: string }, writers: Writers): boolean {
  if (run.state !== 'known' || !isOfOurs(run, writers)) return false
  const [at, from, until] = [Date.parse(changed), Date.parse(run.from), run.until === undefined ? Number.MAX_VALUE : Date.parse(run.until)]
  // A time that is none compares with nothing.
  return at >= from - CLOCKS_MS && at <= until + CLOCKS_MS
}

/** Whether a run that a section says it is of has been, in a workflow of ours, and began after this one. */
export function isNewerRun(said: RunNumber, run: RunFacts, writers: Writers): boolean {
  const { own } = writers
  if (run.state !== 'known' || own.state !== 'known' || !isOfOurs(run, writers)) return false
  return said.attempt <= run.attempt && run.id >= own.id
}

function isOfOurs(run: RunFacts & { state: 'known' }, { repository, own, workflows }: Writers): boolean {
  const files = [...workflows, ...(own.state === 'known' ? [own.workflow] : [])].map(withoutRef)
  return run.repository.toLowerCase() === repository.toLowerCase() && files.includes(withoutRef(run.workflow))
}

/** GitHub says some workflows with the branch or tag they were read from: `.github/workflows/audit.yml@refs/heads/main`. */
function withoutRef(path: string): string {
  return /^(.+?\.ya?ml)@/.exec(path)?.[1] ?? path
}
