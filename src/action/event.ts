import { readFileSync } from 'node:fs'

/** The parts of the runner's environment and event payload the action looks at. */
export interface RunnerEvent {
  name: string
  ref: string
  sha: string | undefined
  repository: string
  defaultBranch: string | undefined
  isPublic: boolean
  isFork: boolean
  pullRequest: number | undefined
  /** The commit that a change is to go on top of. */
  base: string | undefined
  /** Numbers the runs of a workflow in the order they start. */
  run: { id: number; attempt: number } | undefined
  runKey: string
  runUrl: string | undefined
  /** What a session of this run may be tagged with. */
  tags: Readonly<Record<string, string>>
  actor: string | undefined
}

interface Payload {
  /** Of a push: what the branch was before. */
  before?: string
  merge_group?: { base_sha?: string }
  repository?: { default_branch?: string; private?: boolean; visibility?: string; full_name?: string }
  pull_request?: { number?: number; base?: { sha?: string }; head?: { sha?: string; repo?: { full_name?: string } | null } }
}

/** Reads the environment once. A payload that cannot be read counts as empty: the decision is then the careful one. */
export function readEvent(environment: NodeJS.ProcessEnv): RunnerEvent {
  const payload = readPayload(environment['GITHUB_EVENT_PATH'])
  const repository = environment['GITHUB_REPOSITORY'] ?? payload.repository?.full_name ?? ''
  const head = payload.pull_request?.head
  const runId = environment['GITHUB_RUN_ID']
  return {
    name: environment['GITHUB_EVENT_NAME'] ?? '',
    ref: environment['GITHUB_REF'] ?? '',
    // On pull_request GITHUB_SHA is a merge commit nobody wrote; the head is what a reviewer sees.
    sha: head?.sha ?? environment['GITHUB_SHA'],
    repository,
    defaultBranch: payload.repository?.default_branch,
    isPublic: payload.repository?.visibility === 'public' || payload.repository?.private === false,
    // A deleted fork has no repository any more.
    isFork: payload.pull_request !== undefined && head?.repo?.full_name?.toLowerCase() !== repository.toLowerCase(),
    pullRequest: payload.pull_request?.number,
    base: [payload.pull_request?.base?.sha, payload.merge_group?.base_sha, payload.before].find(isCommit),
    run: runId ? { id: Number(runId), attempt: Number(environment['GITHUB_RUN_ATTEMPT'] ?? '1') } : undefined,
    runKey: [
      runId ?? 'local',
      environment['GITHUB_RUN_ATTEMPT'] ?? '1',
      environment['GITHUB_JOB'] ?? 'job',
      (environment['GITHUB_SHA'] ?? '').slice(0, 7),
    ]
      .filter((part) => part !== '')
      .join('-')
      // It names change sets, and CloudFormation takes letters, digits and hyphens only.
      .replace(/[^A-Za-z0-9-]/g, '-'),
    tags: Object.fromEntries(
      Object.entries({
        GitHub: 'Actions',
        Repository: repository,
        Ref: environment['GITHUB_REF'],
        Commit: environment['GITHUB_SHA'],
        Workflow: environment['GITHUB_WORKFLOW'],
        Run: runId,
        Actor: environment['GITHUB_ACTOR'],
      }).filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''),
    ),
    actor: environment['GITHUB_ACTOR'],
    runUrl: runId ? `${environment['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${repository}/actions/runs/${runId}` : undefined,
  }
}

/** A branch that is new was nothing before: forty zeros. */
function isCommit(sha: string | undefined): sha is string {
  return sha !== undefined && /^[0-9a-f]{40}$/.test(sha) && !/^0+$/.test(sha)
}

function readPayload(path: string | undefined): Payload {
  if (!path) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Payload
  } catch {
    return {}
  }
}
