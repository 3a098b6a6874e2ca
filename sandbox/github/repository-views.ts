import { userView } from './views.ts'

/** A run of a workflow, as a test registers it. */
export interface WorkflowRunRecord {
  id: number
  repository: string
  workflowId: number
  attempt: number
  headSha: string
  /** File of the workflow; of one that calls others, the caller's. */
  path?: string
  /** When it began and ended; without an end it is at work. */
  from?: string
  until?: string
}

export interface PullRequest {
  number: number
  headSha: string
  /** The commit it was merged as. */
  mergedAs?: string
}

export interface Repository {
  name: string
  visibility: 'public' | 'private' | 'internal'
}

const OWNER_ID = 81
const REPOSITORY_ID = 4512

/** The links of a repository that GitHub's description requires, as it writes them. */
const REPOSITORY_LINKS: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
}

function minimalRepositoryView({ name, visibility }: Repository, baseUrl: string): Record<string, unknown> {
  const [owner = '', short = ''] = name.split('/')
  const url = `${baseUrl}/repos/${name}`
  return {
    id: REPOSITORY_ID,
    node_id: `R_${REPOSITORY_ID}`,
    name: short,
    full_name: name,
    owner: { ...userView({ login: owner, id: OWNER_ID, type: 'User' }), type: 'Organization' },
    private: visibility !== 'public',
    visibility,
    html_url: `https://github.com/${name}`,
    description: null,
    fork: false,
    url,
    ...Object.fromEntries(Object.entries(REPOSITORY_LINKS).map(([link, path]) => [link, `${url}${path}`])),
  }
}

const CREATED = '2026-01-01T00:00:00Z'

export function repositoryView(repository: Repository, baseUrl: string): unknown {
  const { name } = repository
  return {
    ...minimalRepositoryView(repository, baseUrl),
    git_url: `git://github.com/${name}.git`,
    ssh_url: `git@github.com:${name}.git`,
    clone_url: `https://github.com/${name}.git`,
    svn_url: `https://github.com/${name}`,
    mirror_url: null,
    homepage: null,
    language: null,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    subscribers_count: 0,
    network_count: 0,
    size: 1,
    default_branch: 'main',
    open_issues: 0,
    open_issues_count: 0,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    license: null,
    pushed_at: CREATED,
    created_at: CREATED,
    updated_at: CREATED,
  }
}

export function workflowRunView(run: WorkflowRunRecord, repository: Repository, baseUrl: string): unknown {
  const url = `${baseUrl}/repos/${run.repository}/actions/runs/${run.id}`
  return {
    id: run.id,
    name: 'audit',
    node_id: `WFR_${run.id}`,
    head_branch: 'main',
    head_sha: run.headSha,
    path: run.path ?? '.github/workflows/audit.yml',
    run_number: run.id,
    run_attempt: run.attempt,
    event: 'pull_request',
    status: run.until === undefined ? 'in_progress' : 'completed',
    conclusion: run.until === undefined ? null : 'success',
    workflow_id: run.workflowId,
    url,
    html_url: `https://github.com/${run.repository}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.from ?? CREATED,
    updated_at: run.until ?? run.from ?? CREATED,
    display_title: 'audit',
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${baseUrl}/repos/${run.repository}/check-suites/1`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: `${baseUrl}/repos/${run.repository}/actions/workflows/${run.workflowId}`,
    head_commit: {
      id: run.headSha,
      tree_id: run.headSha,
      message: 'a commit',
      timestamp: CREATED,
      author: { name: 'ana', email: 'ana@acme.example' },
      committer: { name: 'ana', email: 'ana@acme.example' },
    },
    repository: minimalRepositoryView({ ...repository, name: run.repository }, baseUrl),
    head_repository: minimalRepositoryView({ ...repository, name: run.repository }, baseUrl),
  }
}

export function pullRequestView(pull: PullRequest, repository: Repository, baseUrl: string): unknown {
  const { name } = repository
  const url = `${baseUrl}/repos/${name}/pulls/${pull.number}`
  const issue = `${baseUrl}/repos/${name}/issues/${pull.number}`
  const html = `https://github.com/${name}/pull/${pull.number}`
  const author = userView({ login: 'ana', id: 3, type: 'User' })
  const owner = userView({ login: name.split('/')[0] ?? '', id: OWNER_ID, type: 'User' })
  const merged = pull.mergedAs !== undefined
  const side = (ref: string, sha: string) => ({ label: `acme:${ref}`, ref, sha, user: owner, repo: repositoryView(repository, baseUrl) })
  return {
    url,
    id: 7000 + pull.number,
    node_id: `PR_${pull.number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${baseUrl}/repos/${name}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${baseUrl}/repos/${name}/statuses/${pull.headSha}`,
    number: pull.number,
    state: merged ? 'closed' : 'open',
    locked: false,
    title: 'a change',
    user: author,
    body: null,
    labels: [],
    milestone: null,
    created_at: CREATED,
    updated_at: CREATED,
    closed_at: merged ? CREATED : null,
    merged_at: merged ? CREATED : null,
    merge_commit_sha: pull.mergedAs ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: side('change', pull.headSha),
    base: side('main', '0'.repeat(40)),
    _links: Object.fromEntries(
      Object.entries({
        self: url,
        html,
        issue,
        comments: `${issue}/comments`,
        review_comments: `${url}/comments`,
        review_comment: `${baseUrl}/repos/${name}/pulls/comments{/number}`,
        commits: `${url}/commits`,
        statuses: `${baseUrl}/repos/${name}/statuses/${pull.headSha}`,
      }).map(([link, href]) => [link, { href }]),
    ),
    author_association: 'MEMBER',
    auto_merge: null,
    draft: false,
    merged,
    mergeable: merged ? null : true,
    rebaseable: null,
    mergeable_state: merged ? 'unknown' : 'clean',
    merged_by: merged ? author : null,
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 1,
    deletions: 0,
    changed_files: 1,
  }
}

export function commitView(sha: string, repository: string, baseUrl: string): unknown {
  const url = `${baseUrl}/repos/${repository}/commits/${sha}`
  const person = { name: 'ana', email: 'ana@acme.example', date: CREATED }
  return {
    url,
    sha,
    node_id: `C_${sha}`,
    html_url: `https://github.com/${repository}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${baseUrl}/repos/${repository}/git/commits/${sha}`,
      author: person,
      committer: person,
      message: 'a commit',
      comment_count: 0,
      tree: { sha, url: `${baseUrl}/repos/${repository}/git/trees/${sha}` },
    },
    author: null,
    committer: null,
    parents: [],
  }
}
