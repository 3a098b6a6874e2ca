import { atLeast, type Severity } from '../../model/finding.ts'
import { changesOf, type IssueItem, type Prints, type Reading } from '../../model/issue.ts'

/** What there is. */
export type Standing =
  | { kind: 'none' }
  | {
      kind: 'open' | 'closed-by-us' | 'closed-by-others'
      /** What was announced last; undefined where the text was changed by hand and says nothing any more. */
      announced: Prints | undefined
      /** When the issue last notified anyone; UTC. */
      spoken: string | undefined
    }

/** What the run has to say. */
export interface Seen {
  reading: Reading
  items: readonly IssueItem[]
  /** Whether something that was there, and is not among the items, was found good, and not only not come to. */
  isFixed(print: string): boolean
  /** UTC. */
  time: string
}

export interface IssueRules {
  /** The mildest severity of a new finding that is worth a comment. */
  notifyOn: Severity
  /** Days after which an open issue is brought up again; 0 for never. */
  remindDays: number
}

/** Why a comment is written: comments notify, and edits do not. */
export type Word = 'new' | 'reminder' | 'closed' | 'reopened'

export type Move =
  | { kind: 'nothing' }
  | { kind: 'create' }
  /** `to`: what becomes of the issue; undefined where it stays as it is. */
  | { kind: 'edit'; word: Word | undefined; to: 'open' | 'closed' | undefined }

const DAY_MS = 86_400_000

/**
 * What becomes of the issue. It is closed by a run that has read everything and found nothing, and by nothing else; what a person has
 * closed is opened again by a finding that was not there then.
 */
export function decide(standing: Standing, seen: Seen, rules: IssueRules): Move {
  const { kind } = standing
  if (kind === 'none') return seen.reading === 'clean' ? { kind: 'nothing' } : { kind: 'create' }
  const edit = (word?: Word, to?: 'open' | 'closed'): Move => ({ kind: 'edit', word, to })
  const { fresh } = changesOf(seen.items, standing.announced, seen.isFixed)
  switch (kind) {
    case 'closed-by-us':
      return seen.reading === 'clean' ? edit() : edit('reopened', 'open')
    case 'closed-by-others':
      return seen.reading === 'findings' && fresh.length > 0 ? edit('reopened', 'open') : edit()
    case 'open':
      if (seen.reading === 'clean') return edit('closed', 'closed')
      if (seen.reading === 'findings' && fresh.some(({ severity }) => atLeast(severity, rules.notifyOn))) return edit('new')
      return edit(isDue(standing.spoken, seen.time, rules) ? 'reminder' : undefined)
    default:
      return kind satisfies never
  }
}

/** A time that is none is long ago. */
function isDue(spoken: string | undefined, now: string, { remindDays }: IssueRules): boolean {
  if (remindDays === 0) return false
  return !(Date.parse(now) - Date.parse(spoken ?? '') < remindDays * DAY_MS)
}
