import type { GithubAnswer } from './answer.ts'
import {
  commitView,
  type PullRequest,
  pullRequestView,
  type Repository,
  repositoryView,
  type WorkflowRunRecord,
  workflowRunView,
} from './repository-views.ts'

/** `no-actions` and `no-contents` in a token: one without that permission. */
const WITHOUT = { actions: /no-actions/, contents: /no-contents/ } as const

interface Question {
  url: URL
  token: string
  accept: string
  baseUrl: string
}

/** What GitHub says of a repository beside issues: itself, runs of workflows, pull requests, files of commits. */
export class RepositoryApi {
  readonly repositories = new Map<string, Repository>([['acme/retail', { name: 'acme/retail', visibility: 'private' }]])
  readonly runs = new Map<number, WorkflowRunRecord>()
  readonly pulls = new Map<number, PullRequest>()
  /** Files by path, of commits that there are. */
  readonly commits = new Map<string, Readonly<Record<string, string>>>()

  /** A run begins, or ends; what was said of it before stays. */
  at(run: WorkflowRunRecord): void {
    this.runs.set(run.id, { ...run, ...this.runs.get(run.id), ...(run.until === undefined ? {} : { until: run.until }) })
  }

  /** Undefined: not a question for this part. */
  answer(question: Question): GithubAnswer | undefined {
    const [, owner, name, rest = ''] = /^\/repos\/([^/]+)\/([^/]+)(?:\/(.*))?$/.exec(question.url.pathname) ?? []
    if (owner === undefined || name === undefined) return undefined
    const repository = this.repositories.get(`${owner}/${name}`)
    const [kind, ...path] = rest.split('/').map(decodeURIComponent)
    const known = kind === '' || (kind === 'actions' && path[0] === 'runs') || kind === 'pulls' || kind === 'contents' || kind === 'commits'
    if (!known) return undefined
    if (!repository) return notFound()
    if (kind === 'actions') return this.#run(repository, Number(path[1]), question)
    if (kind === 'pulls') return this.#pull(repository, Number(path[0]), question)
    if (kind === 'commits') return this.#commit(repository, path.join('/'), question)
    if (kind === 'contents') return this.#file(path.join('/'), question)
    return { status: 200, body: repositoryView(repository, question.baseUrl) }
  }

  #run(repository: Repository, id: number, { token, baseUrl }: Question): GithubAnswer {
    if (WITHOUT.actions.test(token))
      return {
        status: 403,
        body: {
          message: 'Resource not accessible by integration',
          documentation_url: 'https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run',
          status: '403',
        },
        headers: { 'x-accepted-github-permissions': 'actions=read' },
      }
    const run = this.runs.get(id)
    // A run is asked of the repository it is of.
    return run?.repository === repository.name ? { status: 200, body: workflowRunView(run, repository, baseUrl) } : notFound()
  }

  #pull(repository: Repository, number: number, { baseUrl }: Question): GithubAnswer {
    const pull = this.pulls.get(number)
    return pull ? { status: 200, body: pullRequestView(pull, repository, baseUrl) } : notFound()
  }

  #commit(repository: Repository, sha: string, { token, baseUrl }: Question): GithubAnswer {
    if (WITHOUT.contents.test(token) || !this.commits.has(sha)) return notFound()
    return { status: 200, body: commitView(sha, repository.name, baseUrl) }
  }

  #file(path: string, { url, token, accept }: Question): GithubAnswer {
    const files = this.commits.get(url.searchParams.get('ref') ?? 'main')
    if (WITHOUT.contents.test(token) || files === undefined) return notFound()
    const text = files[path]
    const below = Object.keys(files).filter((name) => name.startsWith(`${path}/`))
    if (text === undefined)
      return below.length > 0 ? { status: 200, body: below.map((name) => ({ type: 'file', path: name })) } : notFound()
    if (!/\braw\b/.test(accept)) return { status: 415, body: { message: 'The sandbox answers files as raw text only', status: '415' } }
    return { status: 200, body: text, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' } }
  }
}

function notFound(): GithubAnswer {
  return { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' } }
}
