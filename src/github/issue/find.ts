import type { Issue, IssueApi } from './api.ts'
import { type IssueKey, type IssueMemory, isSameIssue, remembered } from './memory.ts'

export interface IssuePlace {
  repository: string
  /** Login of the token: who is the author of one of ours. */
  author: string
  /** A secret of the repository; with it nobody who lacks it can write what the issue remembers. */
  seal: string | undefined
  key: IssueKey
  /** Given when it is created, and left to people from then on. */
  labels: readonly string[]
}

/** An issue of ours, and what its text says; nothing where the text was changed by hand. */
export interface Found {
  issue: Issue
  key: IssueKey
  memory: IssueMemory | undefined
  text: string | undefined
}

/** The title says which it is, and stays: one that changes is a line in everyone's timeline. */
export function titleOf({ config, environment }: IssueKey): string {
  return environment === undefined || environment === '' ? `Audit (${config})` : `Audit of ${environment} (${config})`
}

/**
 * The issue of the key: the oldest open one, or where all are closed the newest. Others that are open are closed as its duplicates. `made`
 * are those that this run has created: a list may not have them yet.
 */
export async function findIssue(api: IssueApi, place: IssuePlace, made: readonly number[]): Promise<Found | undefined> {
  const found = await listed(api, place)
  for (const number of made.filter((one) => found.every(({ issue }) => issue.number !== one))) {
    const issue = await api.get(number)
    if (issue) found.push(...foundIn(issue, place))
  }
  const exact = found.filter(({ key }) => isExact(key, place.key))
  const ours = (exact.length > 0 ? exact : found).sort((a, b) => a.issue.number - b.issue.number)
  const [first, ...others] = ours.filter(({ issue }) => issue.state === 'open')
  // What only may be the same is left alone.
  for (const { issue, key } of others)
    if (first && isExact(key, first.key))
      await api.change(issue.number, { state: 'closed', state_reason: 'duplicate', body: `Duplicate of ${first.issue.html_url}` })
  return first ?? ours.at(-1)
}

/** By label, then whatever the labels, then by label alone, for a list that does not know a bot as an author. */
async function listed(api: IssueApi, place: IssuePlace): Promise<Found[]> {
  const [label] = place.labels
  const byLabel = label === undefined ? [] : [{ label }]
  const filters = [...byLabel.map((filter) => ({ ...filter, creator: place.author })), { creator: place.author }, ...byLabel]
  for (const filter of filters) {
    const found = (await api.list(filter)).flatMap((issue) => foundIn(issue, place))
    if (found.length > 0) return found
  }
  return []
}

function foundIn(issue: Issue, { author, repository, seal, key }: IssuePlace): Found[] {
  if (issue.user?.login !== author) return []
  const is = remembered(issue.body, { repository, key: seal })
  if (is.kind === 'ours') {
    const { memory, text, isIntact } = is
    if (!isSameIssue(memory.key, key)) return []
    return [{ issue, key: memory.key, ...(isIntact ? { memory, text } : { memory: undefined, text: undefined }) }]
  }
  // Where the text says no more which it is, the title may.
  const isLost = is.kind === 'broken' || (issue.body ?? '').trim() === ''
  return isLost && issue.title === titleOf(key) ? [{ issue, key, memory: undefined, text: undefined }] : []
}

function isExact(one: IssueKey, other: IssueKey): boolean {
  return one.config === other.config && one.environment === other.environment && one.account === other.account
}
