import type { GithubAnswer } from './answer.ts'
import { page } from './page.ts'
import { BOT, type Issue, issueView, type User } from './views.ts'

/** `no-issues` in a token: one without that permission. */
const WITHOUT = /no-issues/
const MAX_BODY = 65_536
const DOCS = 'https://docs.github.com/rest/issues/issues'

interface Question {
  method: string
  url: URL
  token: string
  body: Readonly<Record<string, unknown>>
  baseUrl: string
}

/** Issues of a repository, with what has become of those that are no longer there. */
class Tracker {
  readonly issues: Issue[] = []
  /** Who may be assigned; anyone else is left out without a word, as on GitHub. */
  readonly assignable = new Set<string>(['ana', 'ben'])
  readonly gone = new Map<number, 'deleted' | { movedTo: string }>()
  /** Whether the repository has issues at all. */
  isOn = true
  next = 1
}

/**
 * Issues as GitHub keeps them (https://docs.github.com/rest/issues/issues): filters and pages of the list, who closed one and why, locked,
 * transferred and deleted ones, and a repository without any.
 */
export class IssuesApi {
  readonly #trackers = new Map<string, Tracker>()

  of(repository: string): Tracker {
    const found = this.#trackers.get(repository.toLowerCase()) ?? new Tracker()
    this.#trackers.set(repository.toLowerCase(), found)
    return found
  }

  add(repository: string, given: Partial<Issue>, user: User = BOT): Issue {
    const tracker = this.of(repository)
    const issue: Issue = {
      number: tracker.next,
      title: '',
      body: null,
      state: 'open',
      state_reason: null,
      user,
      labels: [],
      assignees: [],
      locked: false,
      isPull: false,
      closed_by: null,
      closed_at: null,
      created_at: now(),
      updated_at: now(),
      ...given,
    }
    tracker.next = Math.max(tracker.next, issue.number) + 1
    tracker.issues.push(issue)
    return issue
  }

  /** Pull requests and issues share their numbers: no issue gets one that a pull request has. */
  reserve(repository: string, number: number): void {
    const tracker = this.of(repository)
    tracker.next = Math.max(tracker.next, number + 1)
  }

  /** An issue that is taken away: deleted, or moved to another repository. */
  take(repository: string, number: number, fate: 'deleted' | { movedTo: string }): void {
    const tracker = this.of(repository)
    const index = tracker.issues.findIndex((issue) => issue.number === number)
    const [issue] = index < 0 ? [] : tracker.issues.splice(index, 1)
    tracker.gone.set(number, fate)
    if (issue && fate !== 'deleted') this.add(fate.movedTo, { ...issue, number: this.of(fate.movedTo).next }, issue.user)
  }

  /** What somebody does in the browser. */
  set(repository: string, number: number, change: Partial<Issue>, user: User): void {
    const issue = this.of(repository).issues.find((one) => one.number === number)
    if (issue) amend(issue, change, user)
  }

  isLocked(repository: string, number: number): boolean {
    return this.of(repository).issues.some((issue) => issue.number === number && issue.locked)
  }

  /** Undefined: not a question for this part. */
  answer({ method, url, token, body, baseUrl }: Question): GithubAnswer | undefined {
    const [, repository, given] = /^\/repos\/([^/]+\/[^/]+)\/issues(?:\/(\d+))?$/.exec(url.pathname) ?? []
    if (repository === undefined) return undefined
    const tracker = this.of(repository)
    const view = (issue: Issue) => issueView(issue, repository, baseUrl)
    if (WITHOUT.test(token)) return forbidden(method === 'GET' ? 'issues=read' : 'issues=write')
    if (!tracker.isOn) return plain(410, 'Issues are disabled for this repo')
    if (given === undefined && method === 'POST') return invalid(body, true) ?? { status: 201, body: view(this.#create(repository, body)) }
    if (given === undefined) return page(listed(tracker, url).map(view), url, baseUrl)
    const number = Number(given)
    const fate = tracker.gone.get(number)
    if (fate === 'deleted') return plain(410, 'This issue was deleted')
    if (fate) {
      const to = `${baseUrl}/repos/${fate.movedTo}/issues/1`
      return { status: 301, body: { message: 'Moved Permanently', url: to, documentation_url: DOCS }, headers: { location: to } }
    }
    const issue = tracker.issues.find((one) => one.number === number)
    if (!issue) return plain(404, 'Not Found')
    if (method === 'PATCH') {
      const wrong = invalid(body, false)
      if (wrong) return wrong
      amend(issue, known(tracker, body), BOT)
    }
    return { status: 200, body: view(issue) }
  }

  #create(repository: string, body: Readonly<Record<string, unknown>>): Issue {
    return this.add(repository, { title: String(body['title']), ...known(this.of(repository), body) })
  }
}

/** What a request may set; labels and assignees replace those that are there, and an assignee nobody knows is dropped. */
function known(tracker: Tracker, body: Readonly<Record<string, unknown>>): Partial<Issue> {
  const { title, body: text, state, state_reason: reason, labels, assignees } = body
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(text === undefined ? {} : { body: text === null ? null : String(text) }),
    ...(state === 'open' || state === 'closed' ? { state } : {}),
    ...(reason === undefined ? {} : { state_reason: reason as Issue['state_reason'] }),
    ...(Array.isArray(labels) ? { labels: labels.map(String) } : {}),
    ...(Array.isArray(assignees) ? { assignees: assignees.map(String).filter((login) => tracker.assignable.has(login)) } : {}),
  }
}

function amend(issue: Issue, change: Partial<Issue>, user: User): void {
  const before = issue.state
  Object.assign(issue, change, { updated_at: now() })
  if (change.state === 'closed' && before === 'open')
    Object.assign(issue, { closed_by: user, closed_at: now(), state_reason: change.state_reason ?? 'completed' })
  if (change.state === 'open' && before === 'closed') Object.assign(issue, { closed_by: null, closed_at: null, state_reason: 'reopened' })
}

/** Newest first, pull requests among them; `labels` are all asked for. */
function listed({ issues }: Tracker, url: URL): Issue[] {
  const asked = (name: string) => url.searchParams.get(name) ?? undefined
  const state = asked('state') ?? 'open'
  const creator = asked('creator')
  const labels = (asked('labels') ?? '').split(',').filter((label) => label !== '')
  return issues
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => creator === undefined || issue.user.login === creator)
    .filter((issue) => labels.every((label) => issue.labels.includes(label)))
    .sort((a, b) => b.number - a.number)
}

function invalid({ title, body }: Readonly<Record<string, unknown>>, isNew: boolean): GithubAnswer | undefined {
  const errors = [
    ...(isNew && (typeof title !== 'string' || title === '') ? [{ resource: 'Issue', code: 'missing_field', field: 'title' }] : []),
    ...(typeof body === 'string' && body.length > MAX_BODY
      ? [{ resource: 'Issue', code: 'custom', field: 'body', message: `body is too long (maximum is ${MAX_BODY} characters)` }]
      : []),
  ]
  return errors.length === 0
    ? undefined
    : { status: 422, body: { message: 'Validation Failed', documentation_url: `${DOCS}#create-an-issue`, errors, status: '422' } }
}

function plain(status: number, message: string): GithubAnswer {
  return { status, body: { message, documentation_url: DOCS, status: String(status) } }
}

function forbidden(wanted: string): GithubAnswer {
  return { ...plain(403, 'Resource not accessible by integration'), headers: { 'x-accepted-github-permissions': wanted } }
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`
}
