import type { ActivityReport, WatchedRow } from '../model/activity.ts'
import type { Finding } from '../model/finding.ts'
import { WATCHED_TITLES } from './watch.ts'

/** How many things a message names before it counts. */
const NAMED = 3

/** What of a time's activity someone has to look at. Nothing passes that was not wholly read. */
export function activityFindings(report: ActivityReport, resource: string, foundation: readonly string[]): Finding[] {
  return [complete(report, resource), recording(report, resource, foundation), root(report, resource), ...changesApproved(report, resource)]
}

type Base = Pick<Finding, 'id' | 'code' | 'title' | 'severity'>

const COMPLETE: Base = { id: 'activity-is-complete', code: 'ACT-001', title: 'Every log file of the time was read', severity: 'high' }
const RECORDING: Base = {
  id: 'recording-is-untouched',
  code: 'ACT-002',
  title: 'Nobody touched trail, key or bucket past the stacks',
  severity: 'critical',
}
const ROOT: Base = { id: 'root-is-unused', code: 'ACT-003', title: 'Nobody worked as the root user', severity: 'high' }
const APPROVED: Base = {
  id: 'changes-are-approved',
  code: 'ACT-004',
  title: 'Every change was asked for and approved by another person',
  severity: 'high',
}

function finding(base: Base, resource: string, status: 'pass' | 'fail', message: string, remedy = ''): Finding {
  return { ...base, resource, status, message, remedy, frameworks: {} }
}

function complete({ scope, totals }: ActivityReport, resource: string): Finding {
  if (scope.isComplete)
    return scope.files === 0
      ? {
          ...COMPLETE,
          resource,
          status: 'not-applicable',
          message: 'there is no log file in the time asked for',
          remedy: '',
          frameworks: {},
        }
      : finding(COMPLETE, resource, 'pass', `${scope.files} files with ${totals.records} records`)
  const missingPermission = scope.unread.find((file) => file.missingPermission)?.missingPermission
  const files = scope.unread.map(({ file, reason }) => `${file} ${reason}`)
  return {
    ...COMPLETE,
    resource,
    status: 'error',
    message: told([...files, ...scope.limits]),
    remedy: missingPermission
      ? `Allow ${missingPermission} for the role in use.`
      : 'Look at the files with `mlops-audit integrity`: it tells damaged from changed.',
    ...(missingPermission ? { missingPermission } : {}),
    frameworks: {},
  }
}

/** Any trail is a trail; of keys and buckets those count that the logs stand on. */
function isTouching({ why, resources, request, via, error }: WatchedRow, foundation: readonly string[]): boolean {
  if (error !== '' || via === 'cloudformation.amazonaws.com') return false
  if (why === WATCHED_TITLES.trail) return true
  if (why !== WATCHED_TITLES.key && why !== WATCHED_TITLES.bucket) return false
  return foundation.some((name) => request.includes(name) || resources.some((resource) => resource.includes(name)))
}

function recording({ watched, scope }: ActivityReport, resource: string, foundation: readonly string[]): Finding {
  const touched = watched.filter((row) => isTouching(row, foundation))
  if (touched.length === 0) return unproven(RECORDING, scope, resource, 'no call that stops or reroutes recording')
  const lines = touched.map(({ time, actor, action, address, resources }) =>
    `${time} ${actor} from ${address}: ${action} ${resources[0] ?? ''}`.trim(),
  )
  return finding(
    RECORDING,
    resource,
    'fail',
    told(lines),
    'Ask the person; put back what was changed with `deploy` and `revert-drift: true`; prove the logs with `integrity`.',
  )
}

function root({ watched, people, scope }: ActivityReport, resource: string): Finding {
  const events = watched.filter(({ why }) => why === 'the root user')
  const rows = people.filter(({ kind }) => kind === 'root')
  if (events.length === 0 && rows.length === 0) return unproven(ROOT, scope, resource, 'no event of the root user')
  const lines =
    events.length > 0
      ? events.map(({ time, action, address }) => `${time} ${action} from ${address}`)
      : rows.map(({ events: count, last, addresses }) => `${count} events until ${last} from ${addresses.join(', ')}`)
  return finding(ROOT, resource, 'fail', told(lines), 'Use roles; root is for the few tasks that AWS lists, each with a ticket.')
}

function changesApproved({ register, scope }: ActivityReport, resource: string): Finding[] {
  if (!register || register.unjoined !== undefined) return []
  const exceptions = register.rows.filter((row) => row.exceptions.length > 0)
  if (exceptions.length === 0)
    return [unproven(APPROVED, scope, resource, `${register.rows.length} changes, each with a pull request that another person approved`)]
  const lines = exceptions.map(
    ({ first, actor, actions, exceptions: why }) => `${first} ${actor}: ${actions.slice(0, 3).join(', ')} (${why.join('; ')})`,
  )
  return [
    finding(APPROVED, resource, 'fail', told(lines), 'Record the reason of each in a ticket; make changes by pull request and pipeline.'),
  ]
}

/** That nothing was seen is worth as much as what was read. */
function unproven(base: Base, scope: ActivityReport['scope'], resource: string, good: string): Finding {
  if (scope.isComplete) return finding(base, resource, 'pass', good)
  return {
    ...base,
    resource,
    status: 'error',
    message: `not every log file could be read; among those that could: ${good}`,
    remedy: 'See activity-is-complete.',
    frameworks: {},
  }
}

function told(lines: readonly string[]): string {
  const more = lines.length - NAMED
  return `${lines.slice(0, NAMED).join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}
