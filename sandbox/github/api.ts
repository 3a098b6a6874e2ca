import type { GithubAnswer } from './answer.ts'
import { IssuesApi } from './issues.ts'
import { page } from './page.ts'
import { RepositoryApi } from './repository.ts'
import { BOT, type CheckRun, type Comment, checkRunView, commentView, type User } from './views.ts'

/** `read-only` in a token makes it one, as for pull requests from forks. */
const READ_ONLY = /read-only/
const MAX_BODY = 65_536
const LOCKING = 'https://docs.github.com/articles/locking-conversations/'

/** GitHub's REST API as far as the action uses it, with authors, pages and tokens that may less. */
export class GithubApi {
  readonly comments: Comment[] = []
  readonly issues = new IssuesApi()
  readonly checkRuns: CheckRun[] = []
  readonly repository = new RepositoryApi()
  /** Merged pull requests, by the commit of their merge. */
  readonly merged = new Map<string, number>()
  #nextId = 1001

  addComment(issue: number, body: string, login: string): Comment {
    const time = now()
    const user: User = login === BOT.login ? BOT : { login, id: login.length, type: 'User' }
    const comment = { id: this.#nextId++, issue, body, user, created_at: time, updated_at: time }
    this.comments.push(comment)
    return comment
  }

  call(
    method: string,
    url: URL,
    token: string | undefined,
    body: Record<string, unknown>,
    baseUrl: string,
    accept = 'application/vnd.github+json',
  ): GithubAnswer {
    if (!token) return { status: 401, body: { message: 'Requires authentication', status: '401' } }
    if (method !== 'GET' && READ_ONLY.test(token))
      return {
        status: 403,
        body: { message: 'Resource not accessible by integration', status: '403' },
        headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
      }
    if (url.pathname.endsWith('/graphql')) return this.#graphql(String(body['query']), (body['variables'] ?? {}) as Record<string, string>)
    const comments = /^\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)\/comments$/.exec(url.pathname)
    if (comments) return this.#issueComments(method, url, Number(comments[2]), body, comments[1] ?? '', baseUrl)
    const comment = /^\/repos\/([^/]+\/[^/]+)\/issues\/comments\/(\d+)$/.exec(url.pathname)
    if (comment) return this.#oneComment(method, Number(comment[2]), body, comment[1] ?? '', baseUrl)
    const checkRuns = /^\/repos\/([^/]+\/[^/]+)\/check-runs(?:\/(\d+))?$/.exec(url.pathname)
    if (checkRuns) return this.#checkRunCall(method, checkRuns[2] ? Number(checkRuns[2]) : undefined, body, checkRuns[1] ?? '', baseUrl)
    const ofIssues = this.issues.answer({ method, url, token, body, baseUrl })
    if (ofIssues) return ofIssues
    const said = method === 'GET' ? this.repository.answer({ url, token, accept, baseUrl }) : undefined
    if (said) return said
    return { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' } }
  }

  /** The two questions the action has for GraphQL; anything else is an error, as a wrong query is on GitHub. */
  #graphql(query: string, variables: Record<string, string>): GithubAnswer {
    if (/\bminimizeComment\(input: \{ subjectId: \$id, classifier: OUTDATED \}\)/.test(query)) {
      const comment = this.comments.find(({ id }) => `IC_${id}` === variables['id'])
      if (comment) comment.minimized = 'OUTDATED'
      return comment
        ? { status: 200, body: { data: { minimizeComment: { clientMutationId: null } } } }
        : { status: 200, body: { data: null, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to a node' }] } }
    }
    if (/\bassociatedPullRequests\(/.test(query)) {
      const number = this.merged.get(variables['commit'] ?? '')
      const nodes = number === undefined ? [] : [{ number, mergeCommit: { oid: variables['commit'] } }]
      return { status: 200, body: { data: { repository: { object: { associatedPullRequests: { nodes } } } } } }
    }
    return { status: 200, body: { errors: [{ type: 'undefinedField', message: 'The sandbox knows no such query' }] } }
  }

  #issueComments(
    method: string,
    url: URL,
    issue: number,
    body: Record<string, unknown>,
    repository: string,
    baseUrl: string,
  ): GithubAnswer {
    if (method === 'POST') {
      if (this.issues.isLocked(repository, issue))
        return {
          status: 403,
          body: { message: 'Unable to create comment because issue is locked.', documentation_url: LOCKING, status: '403' },
        }
      const tooLong = validate(body)
      this.issues.reserve(repository, issue)
      return tooLong ?? { status: 201, body: commentView(this.addComment(issue, String(body['body']), BOT.login), repository, baseUrl) }
    }
    return page(
      this.comments.filter((comment) => comment.issue === issue).map((comment) => commentView(comment, repository, baseUrl)),
      url,
      baseUrl,
    )
  }

  #oneComment(method: string, id: number, body: Record<string, unknown>, repository: string, baseUrl: string): GithubAnswer {
    const comment = this.comments.find((candidate) => candidate.id === id)
    if (!comment) return { status: 404, body: { message: 'Not Found', status: '404' } }
    if (method === 'DELETE') {
      this.comments.splice(this.comments.indexOf(comment), 1)
      return { status: 204, body: undefined }
    }
    if (method === 'PATCH') {
      const tooLong = validate(body)
      if (tooLong) return tooLong
      comment.body = String(body['body'])
      comment.updated_at = now()
    }
    return { status: 200, body: commentView(comment, repository, baseUrl) }
  }

  #checkRunCall(method: string, id: number | undefined, body: Record<string, unknown>, repository: string, baseUrl: string): GithubAnswer {
    if (id === undefined && method === 'POST') {
      const made: CheckRun = {
        id: this.#nextId++,
        name: String(body['name']),
        head_sha: String(body['head_sha']),
        status: 'queued',
        conclusion: null,
        started_at: now(),
        completed_at: null,
        output: { title: null, summary: null, text: null },
      }
      this.checkRuns.push(update(made, body))
      return { status: 201, body: checkRunView(made, repository, baseUrl) }
    }
    const run = this.checkRuns.find((candidate) => candidate.id === id)
    if (!run)
      return { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest/checks/runs', status: '404' } }
    return { status: 200, body: checkRunView(method === 'PATCH' ? update(run, body) : run, repository, baseUrl) }
  }
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`
}

function validate(body: Record<string, unknown>): GithubAnswer | undefined {
  const text = body['body']
  if (typeof text === 'string' && text.length > 0 && text.length <= MAX_BODY) return undefined
  return {
    status: 422,
    body: {
      message: 'Validation Failed',
      documentation_url: 'https://docs.github.com/rest/issues/comments#create-an-issue-comment',
      errors: [
        { resource: 'IssueComment', code: 'unprocessable', field: 'data', message: `Body is too long (maximum is ${MAX_BODY} characters)` },
      ],
      status: '422',
    },
  }
}

/** A conclusion completes a run, as on GitHub. */
function update(run: CheckRun, body: Record<string, unknown>): CheckRun {
  const conclusion = typeof body['conclusion'] === 'string' ? body['conclusion'] : run.conclusion
  const output = { ...run.output, ...(body['output'] as Partial<CheckRun['output']> | undefined) }
  const status = conclusion === null ? String(body['status'] ?? run.status) : 'completed'
  return Object.assign(run, { conclusion, output, status, completed_at: conclusion === null ? null : now() })
}
