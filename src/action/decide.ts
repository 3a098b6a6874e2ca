/** What the runner tells about the event, as far as decisions need it. */
export interface EventFacts {
  name: string
  /** `refs/heads/main`. */
  ref: string
  defaultBranch: string | undefined
  /** A pull request whose head lies in another repository. */
  isFork: boolean
  hasIdToken: boolean
  deployPolicy: 'manual' | 'on-merge'
}

export type Decision =
  | { kind: 'run'; commands: readonly ('check' | 'plan' | 'deploy' | 'verify')[]; local: boolean; notices: readonly string[] }
  | { kind: 'refuse'; reason: string; remedy: string }

/** The event table: what `command: auto` does. Pure, and tested row by row. */
export function decide(event: EventFacts): Decision {
  switch (event.name) {
    case 'pull_request':
      return pullRequest(event)
    case 'pull_request_target':
      return refusePullRequestTarget()
    case 'push':
      return push(event)
    case 'merge_group':
      // The queue has no pull request of its own to comment on, and its branch no claim a role trusts.
      return run(['check', 'plan'], true, ['In a merge queue: checked and planned locally, without credentials.'])
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

/** It runs the base branch's workflow with write credentials on the head's files: a pull request could take them. */
export function refusePullRequestTarget(): Decision {
  return {
    kind: 'refuse',
    reason: 'This action does not run on pull_request_target: it would read a stranger’s config with write credentials at hand.',
    remedy: 'Use `on: pull_request`; from forks it checks and plans without credentials, and needs none.',
  }
}

function pullRequest(event: EventFacts): Decision {
  if (event.isFork)
    return run(['check', 'plan'], true, [
      'From a fork there are no credentials: checked and planned locally, and nothing was compared with the account.',
    ])
  if (!event.hasIdToken) return run(['check', 'plan'], true, ['The job has no `id-token: write` permission: checked and planned locally.'])
  return run(['check', 'plan'])
}

function push(event: EventFacts): Decision {
  const isDefault = event.defaultBranch !== undefined && event.ref === `refs/heads/${event.defaultBranch}`
  if (!isDefault) return run(['check'], false, [`A push to ${event.ref} is checked only; the default branch deploys.`])
  if (event.deployPolicy === 'on-merge') return run(['deploy'])
  return run(['plan'], false, ['`github.deploy` is `manual`: planned only. Start the workflow by hand with `command: deploy` to deploy.'])
}

function run(commands: (Decision & { kind: 'run' })['commands'], local = false, notices: readonly string[] = []): Decision {
  return { kind: 'run', commands, local, notices }
}
