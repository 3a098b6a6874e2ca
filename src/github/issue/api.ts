import { AuditError } from '../../model/errors.ts'
import { openOctokit, type Place } from '../api.ts'
import { askForRun } from '../runs.ts'
import { statusOf } from '../status.ts'
import type { RunFacts } from '../writer.ts'

export interface Issue {
  number: number
  title: string
  body?: string | null | undefined
  state: string
  locked: boolean
  html_url: string
  user: { login: string } | null
  closed_by?: { login: string } | null | undefined
  labels: readonly (string | { name?: string | undefined })[]
  assignees?: readonly { login: string }[] | null | undefined
  pull_request?: unknown
}

/** By what the list is asked for; GitHub's search is minutes late, and is not asked. */
interface IssueFilter {
  creator?: string
  label?: string
}

export interface IssueChange {
  body?: string
  state?: 'open' | 'closed'
  state_reason?: 'completed' | 'duplicate' | 'reopened'
}

/** What the issue needs of GitHub. */
export interface IssueApi {
  /** Open and closed ones, all pages, without pull requests. */
  list(filter: IssueFilter): Promise<Issue[]>
  /** Undefined where it was deleted or moved to another repository. */
  get(number: number): Promise<Issue | undefined>
  create(issue: { title: string; body: string; labels: string[]; assignees: string[] }): Promise<Issue>
  change(number: number, change: IssueChange): Promise<Issue | undefined>
  /** Answers whether it was taken: on a locked issue none is. */
  comment(number: number, body: string): Promise<boolean>
  /** What GitHub knows of a run; each is asked for once. */
  run(id: number): Promise<RunFacts>
}

/** Pages of a hundred issues of one author. */
const MOST_PAGES = 300
/** Longer than this nobody waits for GitHub's limit on writes, in seconds. */
const MOST_PATIENCE = 90
const MOST_WAITS = 3

export async function openIssues(place: Place, sleep: (ms: number) => Promise<void>): Promise<IssueApi> {
  const { rest, paginate } = await openOctokit(place)
  const { issues, actions } = rest
  const [owner = '', repo = ''] = place.repository.split('/')
  const here = { owner, repo }
  // A moved issue answers from its new place, where nobody is to write: the way there is not followed.
  const stay = { request: { redirect: 'manual' as const } }
  const written = <T>(write: () => Promise<T>) => patiently(write, sleep)
  return {
    list: async ({ creator, label }) => {
      let pages = 0
      const asked = { ...here, state: 'all' as const, per_page: 100, ...(creator ? { creator } : {}), ...(label ? { labels: label } : {}) }
      const all: Issue[] = await paginate(issues.listForRepo, asked, ({ data }) => {
        pages += 1
        if (pages > MOST_PAGES) throw new AuditError('GITHUB_CALL_FAILED', 'The issues of the repository do not come to an end.')
        return data
      })
      return all.filter((issue) => issue.pull_request === undefined || issue.pull_request === null)
    },
    get: async (number) => thereOrNot(number, () => issues.get({ ...here, issue_number: number, ...stay })),
    create: async (issue) => (await written(() => issues.create({ ...here, ...issue }))).data,
    change: async (number, change) =>
      thereOrNot(number, () => written(() => issues.update({ ...here, issue_number: number, ...change, ...stay }))),
    comment: async (number, body) => {
      try {
        await written(() => issues.createComment({ ...here, issue_number: number, body, ...stay }))
        return true
      } catch (error) {
        if (statusOf(error) === 403) return false
        throw error
      }
    },
    run: askForRun(actions, here),
  }
}

/** 404, 410: deleted. 301, or an answer that is of another issue: moved. */
async function thereOrNot(number: number, ask: () => Promise<{ status: number; data: Issue }>): Promise<Issue | undefined> {
  try {
    const { status, data } = await ask()
    return status === 200 && data.number === number ? data : undefined
  } catch (error) {
    if ([301, 404, 410].includes(statusOf(error) ?? 0)) return undefined
    throw error
  }
}

/** GitHub takes 80 writes a minute, and says in `retry-after` when it takes the next. */
async function patiently<T>(write: () => Promise<T>, sleep: (ms: number) => Promise<void>): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await write()
    } catch (error) {
      const { headers = {} } = (error as { response?: { headers?: Record<string, string> } }).response ?? {}
      const seconds = Number(headers['retry-after'] ?? Number.NaN)
      if (![403, 429].includes(statusOf(error) ?? 0) || !(seconds >= 0 && seconds <= MOST_PATIENCE) || waits >= MOST_WAITS) throw error
      await sleep(seconds * 1000)
    }
  }
}
