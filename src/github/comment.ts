import { AuditError } from '../model/errors.ts'

export interface CommentTarget {
  token: string
  /** REST root, e.g. `https://api.github.com`; GitHub Enterprise Server has its own. */
  apiUrl: string
  repository: string
  issue: number
  /** One comment per config and environment. */
  marker: string
  /** Only a comment of this login is updated: a marker can be copied by anyone. */
  author: string
}

/** GitHub's limit on a comment's body. */
export const COMMENT_LIMIT = 65_536

interface Comment {
  id: number
  body?: string | undefined
  html_url: string
  user: { login: string } | null
}

/** The hidden line that makes a comment ours. */
export function markerOf(configFile: string, environment: string): string {
  return `<!-- mlops-audit ${JSON.stringify({ config: configFile, environment }).replaceAll('--', '\\u002d-')} -->`
}

/**
 * Writes the comment, or updates the one that is there. All pages are read: on a busy pull request ours is rarely on the first.
 * @throws GITHUB_CALL_FAILED, with the missing permission when GitHub names it
 */
export async function upsertComment(target: CommentTarget, markdown: string): Promise<{ url: string; updated: boolean }> {
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(target.token, { baseUrl: target.apiUrl })
  const [owner = '', repo = ''] = target.repository.split('/')
  const body = `${target.marker}\n${markdown}`
  try {
    const existing = await findComment(octokit, target, owner, repo)
    if (existing) {
      const { data } = await octokit.rest.issues.updateComment({ owner, repo, comment_id: existing.id, body })
      return { url: data.html_url, updated: true }
    }
    const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: target.issue, body })
    return { url: data.html_url, updated: false }
  } catch (error) {
    throw explain(error)
  }
}

type Octokit = ReturnType<typeof import('@actions/github')['getOctokit']>

async function findComment(octokit: Octokit, target: CommentTarget, owner: string, repo: string): Promise<Comment | undefined> {
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, { owner, repo, issue_number: target.issue, per_page: 100 })
  for await (const page of pages) {
    const found = (page.data as Comment[]).find(
      (comment) => comment.user?.login === target.author && comment.body?.startsWith(target.marker),
    )
    if (found) return found
  }
  return undefined
}

function explain(error: unknown): AuditError {
  const { status, message, response } = error as { status?: number; message?: string; response?: { headers?: Record<string, string> } }
  if (status === 403 || status === 401) {
    const wanted = response?.headers?.['x-accepted-github-permissions']
    return new AuditError('GITHUB_CALL_FAILED', `GitHub refused the comment (${status}${message ? `: ${message}` : ''}).`, {
      remedy: `Give the job \`permissions: pull-requests: write\`${wanted ? ` (GitHub asks for ${wanted})` : ''}, or set \`comment: false\`. The result is in the job summary.`,
      cause: error,
    })
  }
  return new AuditError('GITHUB_CALL_FAILED', `The comment could not be written: ${message ?? String(error)}`, { cause: error })
}
