import type { Severity } from './finding.ts'

/** What of a run can be in an issue, the same in every run: a print and how bad it is. */
export interface IssueItem {
  /** The same in every run for the same rule and resource; where names are withheld, for the same rule. */
  print: string
  severity: Severity
}

/** How often each print was there: more than before is new. */
export type Prints = Readonly<Record<string, number>>

/** What a run saw. `unread`: it could not look, or not at everything it was asked to, and says nothing of what is good. */
export type Reading = 'clean' | 'findings' | 'unread'

/** What a run found, against what the issue last announced. */
export interface IssueChanges<Item extends IssueItem = IssueItem> {
  fresh: readonly Item[]
  /** Prints that were there and were found good, by how many. */
  fixed: Prints
  /** Prints that were there and that this run did not come to. */
  unseen: Prints
  /** What was there is known: the issue is not new, and nobody has changed its text. */
  isCompared: boolean
}

/** One run in the issue's memory: UTC, and how much failed and could not be read. */
export interface TrendPoint {
  time: string
  fail: number
  unread: number
}

function printsOf(items: readonly IssueItem[]): Prints {
  const counts = new Map<string, number>()
  for (const { print } of items) counts.set(print, (counts.get(print) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** Without what was there before, everything is new. What is gone is fixed where the run says so, and unseen otherwise. */
export function changesOf<Item extends IssueItem>(
  items: readonly Item[],
  before: Prints | undefined,
  isFixed: (print: string) => boolean,
): IssueChanges<Item> {
  const left = new Map(Object.entries(before ?? {}))
  const fresh = items.filter(({ print }) => {
    const known = left.get(print) ?? 0
    left.set(print, known - 1)
    return known <= 0
  })
  const gone = (wanted: boolean) => Object.fromEntries([...left].filter(([print, count]) => count > 0 && isFixed(print) === wanted))
  return { fresh, fixed: gone(true), unseen: gone(false), isCompared: before !== undefined }
}

/** What counts as announced once everyone was told: what is there, and what nobody has found good. */
export function announcedAfter(items: readonly IssueItem[], { unseen }: IssueChanges): Prints {
  const now = printsOf(items)
  return Object.fromEntries([
    ...Object.entries(now),
    ...Object.entries(unseen).map(([print, count]): [string, number] => [print, count + (now[print] ?? 0)]),
  ])
}
