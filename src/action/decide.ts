import { WRITERS_EVENTS } from '../model/github-events.ts'

/** What a command may touch: files alone, the account by reading, or the account by changing it. */
type Reach = 'offline' | 'reads' | 'changes'

/** Every command a workflow can name; one that is not here reaches as far as any. */
const REACH: ReadonlyMap<string, Reach> = new Map([
  ['check', 'offline'],
  ['render', 'offline'],
  ['report', 'offline'],
  ['plan', 'reads'],
  ['verify', 'reads'],
  ['integrity', 'reads'],
  ['activity', 'reads'],
  ['publish', 'changes'],
  ['deploy', 'changes'],
])

/** What the runner tells about the event, as far as decisions need it. */
export interface EventFacts {
  name: string
  /** `refs/heads/main`. */
  ref: string
  defaultBranch: string | undefined
  /** A pull request whose head lies in another repository. */
  isFork: boolean
  hasIdToken: boolean
  /** With `workflow_run`: the run before was one of this repository's default branch, not of a pull request. */
  followsDefaultBranch: boolean
  deployPolicy: 'manual' | 'on-merge'
}

export interface RunDecision {
  kind: 'run'
  commands: readonly string[]
  /** Without credentials a plan compares with nothing and says so. */
  local: boolean
  /** `none`: neither an OIDC token nor credentials of the job are used, though they may be there. */
  credentials: 'job' | 'none'
  notices: readonly string[]
}

export type Decision = RunDecision | { kind: 'refuse'; reason: string; remedy: string }

/** Who can start a run by an event, on whose files it works, and so what may run and with what. */
interface EventRow {
  /** For the table in the documentation and for refusals. */
  startedBy: string
  /** The furthest that `command` may reach; `refused` for none at all. */
  reach: Reach | 'refused'
  credentials: 'job' | 'none'
  /** Why not further. */
  reason: string
  /** What to do instead, where that is another than for most. */
  remedy?: string
}

const OTHERS = 'anyone can start it, and it has the credentials of this repository'
const WRITER: EventRow = { startedBy: 'who may write to the repository', reach: 'changes', credentials: 'job', reason: '' }
const refused = (startedBy: string, reason: string): EventRow => ({ startedBy, reach: 'refused', credentials: 'none', reason })

/** Every event of GitHub Actions (https://docs.github.com/actions/reference/events-that-trigger-workflows); what is not here is refused. */
const EVENTS: Readonly<Record<string, EventRow>> = {
  ...Object.fromEntries(WRITERS_EVENTS.map((name) => [name, WRITER])),
  schedule: { ...WRITER, startedBy: 'the clock, on the default branch' },
  pull_request: {
    startedBy: 'who may write to the repository; from forks anyone',
    reach: 'reads',
    credentials: 'job',
    reason: 'a pull request is not merged yet, and its author decides what its files say',
  },
  merge_group: {
    startedBy: 'the merge queue',
    reach: 'reads',
    credentials: 'none',
    reason: 'its branch has no claim that a role trusts',
  },
  workflow_run: {
    ...refused(
      'another workflow, pull requests from forks included',
      'it follows a run that strangers can start, with its artifacts at hand',
    ),
    remedy: 'It runs after a run of the default branch (push, schedule, workflow_dispatch); for pull requests use `on: pull_request`.',
  },
  pull_request_target: {
    ...refused('anyone', 'it would read a stranger’s config with write credentials at hand'),
    remedy: 'Use `on: pull_request`; from forks it checks and plans without credentials, and needs none.',
  },
  issue_comment: refused('anyone', OTHERS),
  issues: refused('anyone', OTHERS),
  discussion: refused('anyone', OTHERS),
  discussion_comment: refused('anyone', OTHERS),
  pull_request_review: refused('anyone', OTHERS),
  pull_request_review_comment: refused('anyone', OTHERS),
  fork: refused('anyone', OTHERS),
  watch: refused('anyone', OTHERS),
  gollum: refused('whoever may edit the wiki', OTHERS),
  check_run: refused('any app', 'an app that may write checks is not one that may deploy'),
  check_suite: refused('any app', 'an app that may write checks is not one that may deploy'),
  status: refused('any app', 'an app that may write statuses is not one that may deploy'),
  deployment_status: refused('any app', 'an app that may write deployments’ statuses is not one that may deploy'),
  registry_package: refused('who may publish packages', 'a package says nothing about the account'),
  image_version: refused('who may publish images', 'an image says nothing about the account'),
  branch_protection_rule: refused('an administrator', 'nothing that this tool looks at has changed'),
  delete: refused('who may write to the repository', 'nothing is left to look at'),
  label: refused('who may triage', 'nothing that this tool looks at has changed'),
  milestone: refused('who may triage', 'nothing that this tool looks at has changed'),
  page_build: refused('who may write to the repository', 'nothing that this tool looks at has changed'),
  public: refused('an administrator', 'nothing that this tool looks at has changed'),
  dynamic: refused('GitHub', 'its runs belong to a feature of GitHub'),
}

/** What a run of the action does: `command` by the event's row, or, with `auto`, what the event is for. Pure, and tested over all rows. */
export function decide(event: EventFacts, command: string): Decision {
  const row = rowOf(event)
  if (row.reach === 'refused')
    return {
      kind: 'refuse',
      reason: `This action does not run on ${event.name || 'an event without a name'} (started by: ${row.startedBy}): ${row.reason}.`,
      remedy: row.remedy ?? 'Use `on:` pull_request, push, merge_group, schedule or workflow_dispatch.',
    }
  if (command === 'auto') return automatic(event)
  const reach = REACH.get(command) ?? 'changes'
  if (isFurther(reach, row.reach)) return tooFar(event.name, command, row)
  if (row.credentials === 'none' && reach === 'reads' && command !== 'plan') return tooFar(event.name, command, row)
  return run([command], { local: row.credentials === 'none', credentials: row.credentials })
}

/** A run that followed one of the default branch is as good as a push to it; a fork's pull request has nothing at hand. */
function rowOf(event: EventFacts): EventRow {
  const row = Object.hasOwn(EVENTS, event.name) ? EVENTS[event.name] : undefined
  if (!row) return refused('unknown', 'this version does not know who can start it')
  if (event.name === 'workflow_run' && event.followsDefaultBranch) return WRITER
  if (event.name === 'pull_request' && event.isFork)
    return { ...row, credentials: 'none', reason: 'from a fork anyone can open it, so that it has no credentials' }
  return row
}

const ORDER: readonly Reach[] = ['offline', 'reads', 'changes']

function isFurther(wanted: Reach, allowed: Reach): boolean {
  return ORDER.indexOf(wanted) > ORDER.indexOf(allowed)
}

function tooFar(event: string, command: string, { reason }: EventRow): Decision {
  return {
    kind: 'refuse',
    reason: `\`command: ${command}\` does not run on ${event}: ${reason}.`,
    remedy: 'Run it on push to the default branch, schedule or workflow_dispatch; leave `command` out to do what the event is for.',
  }
}

function automatic(event: EventFacts): Decision {
  switch (event.name) {
    case 'pull_request':
      return pullRequest(event)
    case 'push':
      return push(event)
    case 'merge_group':
      // The queue has no pull request of its own to comment on.
      return withoutCredentials('In a merge queue: checked and planned locally, without credentials.')
    case 'schedule':
    case 'workflow_dispatch':
      return run(['verify'])
    default:
      return {
        kind: 'refuse',
        reason: `\`command: auto\` has no meaning for the event ${event.name}.`,
        remedy: 'Set `command`, or use pull_request, push, merge_group, schedule or workflow_dispatch.',
      }
  }
}

function pullRequest(event: EventFacts): RunDecision {
  if (event.isFork)
    return withoutCredentials(
      'From a fork there are no credentials: checked and planned locally, and nothing was compared with the account.',
    )
  if (!event.hasIdToken) return withoutCredentials('The job has no `id-token: write` permission: checked and planned locally.')
  return run(['check', 'plan'])
}

function push(event: EventFacts): RunDecision {
  const isDefault = event.defaultBranch !== undefined && event.ref === `refs/heads/${event.defaultBranch}`
  if (!isDefault)
    return run(['check'], { credentials: 'none', notices: [`A push to ${event.ref} is checked only; the default branch deploys.`] })
  if (event.deployPolicy === 'on-merge') return run(['deploy'])
  return run(['plan'], {
    notices: ['`github.deploy` is `manual`: planned only. Start the workflow by hand with `command: deploy` to deploy.'],
  })
}

function withoutCredentials(notice: string): RunDecision {
  return run(['check', 'plan'], { local: true, credentials: 'none', notices: [notice] })
}

function run(commands: readonly string[], rest: Partial<Omit<RunDecision, 'kind' | 'commands'>> = {}): RunDecision {
  return { kind: 'run', commands, local: false, credentials: 'job', notices: [], ...rest }
}
