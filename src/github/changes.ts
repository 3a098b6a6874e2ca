import type { PullRequestFacts, RunAnswer } from '../model/activity.ts'
import { openOctokit, type Place } from './api.ts'
import { statusOf } from './status.ts'

/** Who asked for and approved what a run did; every run and commit is asked for once. */
export async function changeSource(place: Place): Promise<(id: number, attempt: number) => Promise<RunAnswer>> {
  const octokit = await openOctokit(place)
  const [owner = '', repo = ''] = place.repository.split('/')
  const runs = new Map<string, Promise<RunAnswer>>()
  const commits = new Map<string, Promise<PullRequestFacts | undefined>>()
  const ask = async (id: number, attempt: number): Promise<RunAnswer> => {
    try {
      const { data } = await octokit.rest.actions.getWorkflowRunAttempt({ owner, repo, run_id: id, attempt_number: attempt })
      const known = commits.get(data.head_sha) ?? pullRequestOf(octokit, { owner, repo, commit: data.head_sha })
      commits.set(data.head_sha, known)
      const pullRequest = await known
      return {
        id,
        attempt,
        url: data.html_url,
        commit: data.head_sha,
        actor: data.actor?.login ?? 'a user that is gone',
        startedBy: data.triggering_actor?.login ?? data.actor?.login ?? 'a user that is gone',
        ...(pullRequest ? { pullRequest } : {}),
      }
    } catch (error) {
      return { unknown: unknownText(id, error) }
    }
  }
  return (id, attempt) => {
    const key = `${id} ${attempt}`
    const known = runs.get(key) ?? ask(id, attempt)
    runs.set(key, known)
    return known
  }
}

function unknownText(id: number, error: unknown): string {
  const status = statusOf(error)
  if (status === 404) return `GitHub knows no run ${id} (runs are kept 90 days to 400)`
  if (status === 403 || status === 401)
    return `GitHub does not let this token read run ${id}: it needs actions: read, contents: read and pull-requests: read`
  return `GitHub did not answer about run ${id}`
}

interface Commit {
  owner: string
  repo: string
  commit: string
}

type Octokit = Awaited<ReturnType<typeof openOctokit>>

/** By the association that GitHub keeps: a squash or a rebase makes commits of another name, and their pull request stays theirs. */
async function pullRequestOf({ rest, paginate }: Octokit, { owner, repo, commit }: Commit): Promise<PullRequestFacts | undefined> {
  const { data } = await rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: commit, per_page: 100 })
  const merged = data.filter(({ merged_at }) => merged_at)
  const found = merged.find(({ merge_commit_sha }) => merge_commit_sha === commit) ?? merged[0]
  if (!found) return undefined
  const [{ data: whole }, reviews] = await Promise.all([
    rest.pulls.get({ owner, repo, pull_number: found.number }),
    paginate(rest.pulls.listReviews, { owner, repo, pull_number: found.number, per_page: 100 }),
  ])
  return {
    number: whole.number,
    author: whole.user.login,
    head: whole.head.sha,
    fromFork: whole.head.repo?.full_name !== whole.base.repo.full_name,
    mergedBy: whole.merged_by?.login ?? '',
    reviews: reviews.map(({ user, state, commit_id, author_association }) => ({
      by: user?.login ?? 'a user that is gone',
      isBot: user?.type === 'Bot',
      state,
      commit: commit_id ?? '',
      mayWrite: ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(author_association),
    })),
  }
}
