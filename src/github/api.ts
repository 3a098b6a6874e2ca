import { AuditError } from '../model/errors.ts'
import { type Bounds, boundedFetch } from './bounded-fetch.ts'
import { askForRun } from './runs.ts'
import { goneIsNothing } from './status.ts'
import type { RunFacts } from './writer.ts'

/** A repository of GitHub, and the token to ask with. */
export interface Place {
  token: string
  /** REST root, e.g. `https://api.github.com`; GitHub Enterprise Server has its own. */
  apiUrl: string
  repository: string
  /** What one call may take; shorter in tests. */
  bounds?: Bounds
}

export interface Comment {
  id: number
  /** What GraphQL calls it. */
  node_id?: string
  body?: string | undefined
  html_url: string
  /** When it was last changed; ISO 8601. */
  updated_at?: string
  user: { login: string } | null
}

/** What the comment needs of GitHub, on one pull request. */
export interface CommentApi {
  /** All comments, whoever wrote them. All pages are read: on a busy pull request ours is rarely on the first. */
  list(): Promise<Comment[]>
  create(body: string): Promise<Comment>
  update(id: number, body: string): Promise<Comment>
  remove(id: number): Promise<void>
  /** Minimized as outdated, which GitHub's REST API cannot. */
  hide(comment: Comment): Promise<void>
  /** What GitHub knows of a run; each is asked for once. */
  run(id: number): Promise<RunFacts>
  /** The commit that the pull request stands at, or that it was merged as. */
  newestCommit(): Promise<string | undefined>
}

/** Load and cut connections are waited out: 0.3, 1.2, 2.7, 4.8, 7.5 seconds. A call that was carried out twice is tidied up. */
const RETRY = { retries: 5, retryAfterBaseValue: 300 }

/** Octokit says deprecations and the like on the console; nothing reaches a log but through the one place. */
const nothing = () => undefined
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** Pages of comments on one pull request, a hundred each; GitHub stops people long before. */
const MOST_PAGES = 300

/** A page of a hundred comments is some MB at most. */
const BOUNDS: Bounds = { callMs: 20_000, bytes: 32 * 1024 * 1024 }

/** Waits out load and cut connections, gives up what hangs or never ends, and writes nothing to the console. */
export async function openOctokit({ token, apiUrl, bounds = BOUNDS }: Place) {
  const [{ getOctokit }, { retry }] = await Promise.all([import('@actions/github'), import('@octokit/plugin-retry')])
  const octokit = getOctokit(token, { baseUrl: apiUrl, retry: RETRY, log: SILENT }, retry)
  // The fetch that is there goes through the runner's proxy; the options of a single call are the one place to wrap it.
  const { fetch } = octokit.request.endpoint.DEFAULTS.request ?? {}
  octokit.hook.before('request', (options) => {
    options.request.fetch = boundedFetch(fetch, bounds)
  })
  return octokit
}

export async function openApi(place: Place & { issue: number }): Promise<CommentApi> {
  const { rest, paginate, graphql } = await openOctokit(place)
  const { issues, actions, pulls } = rest
  const [owner = '', repo = ''] = place.repository.split('/')
  return {
    list: () => {
      let pages = 0
      return paginate(issues.listComments, { owner, repo, issue_number: place.issue, per_page: 100 }, ({ data }) => {
        pages += 1
        if (pages > MOST_PAGES)
          throw new AuditError('GITHUB_CALL_FAILED', `The comments of pull request ${place.issue} do not come to an end.`)
        return data
      })
    },
    create: async (body) => (await issues.createComment({ owner, repo, issue_number: place.issue, body })).data,
    update: async (id, body) => (await issues.updateComment({ owner, repo, comment_id: id, body })).data,
    remove: async (id) => {
      // Another job may have tidied up first.
      await issues.deleteComment({ owner, repo, comment_id: id }).catch(goneIsNothing)
    },
    hide: async ({ node_id }) => {
      await graphql('mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { clientMutationId } }', {
        id: node_id,
      })
    },
    run: askForRun(actions, { owner, repo }),
    newestCommit: async () => {
      const { data } = await pulls.get({ owner, repo, pull_number: place.issue })
      return (data.merged ? data.merge_commit_sha : data.head.sha) ?? undefined
    },
  }
}

const PULL_REQUESTS = `query ($owner: String!, $repo: String!, $commit: GitObjectID!) {
  repository(owner: $owner, name: $repo) {
    object(oid: $commit) { ... on Commit { associatedPullRequests(first: 10) { nodes { number mergeCommit { oid } } } } }
  }
}`

interface PullRequests {
  repository: { object: { associatedPullRequests?: { nodes: { number: number; mergeCommit: { oid: string } | null }[] } } | null } | null
}

/** The pull request that a commit of the default branch came from; undefined where there is none, or the token may not look. */
export async function pullRequestOf(place: Place, commit: string): Promise<number | undefined> {
  const [owner = '', repo = ''] = place.repository.split('/')
  const { graphql } = await openOctokit(place)
  const found = await graphql<PullRequests>(PULL_REQUESTS, { owner, repo, commit }).catch(() => undefined)
  const nodes = found?.repository?.object?.associatedPullRequests?.nodes ?? []
  return (nodes.find(({ mergeCommit }) => mergeCommit?.oid === commit) ?? nodes[0])?.number
}
