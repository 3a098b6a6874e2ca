import { BOOLEAN, COMMIT, type Payload, POSITIVE, REPOSITORY, readPayload, TEXT, wrongShape } from './payload.ts'

/** The parts of the runner's environment and event payload the action looks at. */
export interface RunnerEvent {
  name: string
  ref: string
  sha: string | undefined
  repository: string
  defaultBranch: string | undefined
  /** `unknown` where the payload does not say; it is treated as public until GitHub says otherwise. */
  visibility: 'public' | 'private' | 'unknown'
  isFork: boolean
  /** `workflow_run`: the run before was of the default branch of this repository, and no pull request's. */
  followsDefaultBranch: boolean
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

/**
 * Reads the environment once. What is missing makes the decision the careful one; what has a wrong shape is bad input, because
 * nothing careful can be decided from it.
 * @throws BAD_EVENT
 */
export function readEvent(environment: NodeJS.ProcessEnv): RunnerEvent {
  const payload = readPayload(environment['GITHUB_EVENT_PATH'])
  const name = environment['GITHUB_EVENT_NAME'] ?? ''
  const repository = repositoryOf(environment, payload)
  const defaultBranch = payload.optional('repository.default_branch', TEXT)
  const run = runOf(environment)
  return {
    name,
    ref: environment['GITHUB_REF'] ?? '',
    // On pull_request GITHUB_SHA is a merge commit nobody wrote; the head is what a reviewer sees.
    sha: headOf(name, payload) ?? variable(environment, 'GITHUB_SHA', COMMIT),
    repository,
    defaultBranch,
    visibility: visibilityOf(payload),
    isFork: isForkOf(name, payload, repository),
    followsDefaultBranch: name === 'workflow_run' && isOfDefaultBranch(payload, repository, defaultBranch),
    pullRequest: PULL_REQUEST.test(name)
      ? payload.required('pull_request.number', POSITIVE)
      : payload.optional('pull_request.number', POSITIVE),
    base: baseOf(payload),
    run,
    runKey: runKeyOf(environment),
    tags: Object.fromEntries(
      Object.entries({
        GitHub: 'Actions',
        Repository: repository,
        Ref: environment['GITHUB_REF'],
        Commit: environment['GITHUB_SHA'],
        Workflow: environment['GITHUB_WORKFLOW'],
        Run: environment['GITHUB_RUN_ID'],
        Actor: environment['GITHUB_ACTOR'],
      }).filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''),
    ),
    actor: environment['GITHUB_ACTOR'],
    runUrl: run ? `${environment['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${repository}/actions/runs/${run.id}` : undefined,
  }
}

/** Stands for an event that could not be read: everyone reads what is said of it, and nobody is commented to. */
export function unreadEvent(environment: NodeJS.ProcessEnv): RunnerEvent {
  return {
    name: environment['GITHUB_EVENT_NAME'] ?? '',
    ref: '',
    sha: undefined,
    repository: '',
    defaultBranch: undefined,
    visibility: 'unknown',
    isFork: true,
    followsDefaultBranch: false,
    pullRequest: undefined,
    base: undefined,
    run: undefined,
    runKey: runKeyOf(environment),
    runUrl: undefined,
    tags: {},
    actor: undefined,
  }
}

const PULL_REQUEST = /^pull_request(?:_target)?$/

function repositoryOf(environment: NodeJS.ProcessEnv, payload: Payload): string {
  const told = payload.optional('repository.full_name', REPOSITORY)
  const given = variable(environment, 'GITHUB_REPOSITORY', REPOSITORY)
  if (told && given && told.toLowerCase() !== given.toLowerCase())
    throw wrongShape('repository.full_name', `${given}, the repository of the run`, told)
  return given ?? told ?? ''
}

function headOf(name: string, payload: Payload): string | undefined {
  return PULL_REQUEST.test(name) ? payload.required('pull_request.head.sha', COMMIT) : payload.optional('pull_request.head.sha', COMMIT)
}

/** Of a push, what the branch was before; one that is new was nothing: forty zeros. */
function baseOf(payload: Payload): string | undefined {
  const all = ['pull_request.base.sha', 'merge_group.base_sha', 'before'].map((path) => payload.optional(path, COMMIT))
  return all.find((sha) => sha !== undefined && !/^0+$/.test(sha))
}

function isForkOf(name: string, payload: Payload, repository: string): boolean {
  if (!PULL_REQUEST.test(name) && !payload.has('pull_request')) return false
  // A deleted fork has no repository any more.
  const head = payload.optional('pull_request.head.repo.full_name', REPOSITORY)
  return head === undefined || head.toLowerCase() !== repository.toLowerCase()
}

/** Only what says so is private: `internal` is for an organization's members, and no one else reads it. */
function visibilityOf(payload: Payload): RunnerEvent['visibility'] {
  const isPrivate = payload.optional('repository.private', BOOLEAN)
  const visibility = payload.optional('repository.visibility', TEXT)
  if (isPrivate === undefined && visibility === undefined) return 'unknown'
  const says = [visibility === undefined || visibility === 'private' || visibility === 'internal', isPrivate !== false]
  return says.every(Boolean) ? 'private' : 'public'
}

/** Pull requests, of forks too, start runs that `workflow_run` follows with all credentials: it has to be none of them. */
function isOfDefaultBranch(payload: Payload, repository: string, defaultBranch: string | undefined): boolean {
  const event = payload.required('workflow_run.event', TEXT)
  const branch = payload.optional('workflow_run.head_branch', TEXT)
  const head = payload.optional('workflow_run.head_repository.full_name', REPOSITORY)
  return (
    ['push', 'schedule', 'workflow_dispatch'].includes(event) &&
    defaultBranch !== undefined &&
    branch === defaultBranch &&
    head?.toLowerCase() === repository.toLowerCase()
  )
}

function runOf(environment: NodeJS.ProcessEnv): RunnerEvent['run'] {
  const id = variable(environment, 'GITHUB_RUN_ID', DIGITS)
  return id === undefined ? undefined : { id, attempt: variable(environment, 'GITHUB_RUN_ATTEMPT', DIGITS) ?? 1 }
}

const DIGITS = {
  says: POSITIVE.says,
  read: (value: unknown) => POSITIVE.read(/^\d{1,15}$/.test(String(value)) ? Number(value) : undefined),
}

/** It names change sets, and CloudFormation takes letters, digits and hyphens only. */
function runKeyOf(environment: NodeJS.ProcessEnv): string {
  return [
    environment['GITHUB_RUN_ID'] ?? 'local',
    environment['GITHUB_RUN_ATTEMPT'] ?? '1',
    environment['GITHUB_JOB'] ?? 'job',
    (environment['GITHUB_SHA'] ?? '').slice(0, 7),
  ]
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^A-Za-z0-9-]/g, '-')
}

function variable<T>(
  environment: NodeJS.ProcessEnv,
  name: string,
  shape: { says: string; read(value: unknown): T | undefined },
): T | undefined {
  const value = environment[name]
  if (value === undefined || value === '') return undefined
  const read = shape.read(value)
  if (read === undefined) throw wrongShape(name, shape.says, value)
  return read
}
