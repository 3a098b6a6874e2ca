/** GitHub's answers in full: every field its published API description requires. */
export interface User {
  login: string
  id: number
  type: 'Bot' | 'User'
}

export interface Comment {
  id: number
  issue: number
  body: string
  user: User
  created_at: string
  updated_at: string
  /** Hidden, and why. */
  minimized?: string
}

/** Whoever has the token of a job. */
export const BOT: User = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' }

export interface Issue {
  number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  state_reason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null
  user: User
  labels: string[]
  assignees: string[]
  locked: boolean
  /** Pull requests are issues to the list. */
  isPull: boolean
  closed_by: User | null
  closed_at: string | null
  created_at: string
  updated_at: string
}

export interface CheckRun {
  id: number
  name: string
  head_sha: string
  status: string
  conclusion: string | null
  started_at: string
  completed_at: string | null
  output: { title: string | null; summary: string | null; text: string | null }
}

export function userView(user: User): Record<string, unknown> {
  const url = `https://api.github.com/users/${encodeURIComponent(user.login)}`
  const list = ['events', 'followers', 'following', 'gists', 'organizations', 'received_events', 'repos', 'starred', 'subscriptions']
  return {
    ...user,
    node_id: `U_${user.id}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${user.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${user.login}`,
    site_admin: false,
    ...Object.fromEntries(list.map((name) => [`${name}_url`, `${url}/${name}`])),
    organizations_url: `${url}/orgs`,
  }
}

export function commentView(comment: Comment, repository: string, baseUrl: string): unknown {
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${baseUrl}/repos/${repository}/issues/comments/${comment.id}`,
    html_url: `https://github.com/${repository}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${baseUrl}/repos/${repository}/issues/${comment.issue}`,
    body: comment.body,
    user: userView(comment.user),
    created_at: comment.created_at,
    updated_at: comment.updated_at,
    author_association: comment.user.type === 'Bot' ? 'NONE' : 'MEMBER',
  }
}

export function issueView(issue: Issue, repository: string, baseUrl: string): unknown {
  const url = `${baseUrl}/repos/${repository}/issues/${issue.number}`
  const html = `https://github.com/${repository}/${issue.isPull ? 'pull' : 'issues'}/${issue.number}`
  const assignees = issue.assignees.map((login) => userView({ login, id: login.length, type: 'User' }))
  const { isPull, labels, ...told } = issue
  return {
    ...told,
    id: 9000 + issue.number,
    node_id: `I_${issue.number}`,
    user: userView(issue.user),
    closed_by: issue.closed_by && userView(issue.closed_by),
    url,
    repository_url: `${baseUrl}/repos/${repository}`,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    labels: labels.map((name) => ({
      id: name.length,
      node_id: `LA_${name.length}`,
      url: `${url}/labels`,
      name,
      color: 'ededed',
      default: false,
    })),
    comments: 0,
    ...(isPull ? { pull_request: { url, html_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` } } : {}),
    author_association: 'NONE',
  }
}

export function checkRunView(run: CheckRun, repository: string, baseUrl: string): unknown {
  const url = `${baseUrl}/repos/${repository}/check-runs/${run.id}`
  return {
    ...run,
    node_id: `CR_${run.id}`,
    external_id: '',
    url,
    html_url: `https://github.com/${repository}/runs/${run.id}`,
    details_url: `https://github.com/${repository}/runs/${run.id}`,
    check_suite: { id: 1 },
    output: { ...run.output, annotations_count: 0, annotations_url: `${url}/annotations` },
    app: null,
    pull_requests: [],
  }
}
