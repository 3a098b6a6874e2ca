import type { ActivityReport, WatchedRow } from '../model/activity.ts'
import { type CsvCell, csvTable } from '../text/csv.ts'

/** The tables of a report by name, each as CSV (RFC 4180). A cell that a spreadsheet would take for a formula is text there too. */
export function activityTables(report: ActivityReport): (readonly [string, string])[] {
  const counts = ({ name, events, changes, failures }: ActivityReport['roles'][number]): CsvCell[] => [name, events, changes, failures]
  const head = (what: string) => [what, 'events', 'changes', 'failures']
  return [
    [
      'people',
      csvTable(
        [
          'name',
          'kind',
          'account',
          'proven',
          'how',
          'chains',
          'events',
          'changes',
          'failures',
          'refused',
          'by this tool',
          'first',
          'last',
          'roles',
          'services',
          'regions',
          'addresses',
          'console',
        ],
        report.people.map((row) => [
          row.name,
          row.kind,
          row.account,
          row.isProven,
          row.proof,
          row.chains,
          row.events,
          row.changes,
          row.failures,
          row.denied,
          row.own,
          row.first,
          row.last,
          row.roles,
          row.services,
          row.regions,
          row.addresses,
          row.usedConsole,
        ]),
      ),
    ],
    ['roles', csvTable(head('role'), report.roles.map(counts))],
    ['services', csvTable(head('service'), report.services.map(counts))],
    ['regions', csvTable(head('region'), report.regions.map(counts))],
    ['sources', csvTable(head('source'), report.sources.map(counts))],
    ['actions', csvTable(head('action'), report.actions.map(counts))],
    [
      'days',
      csvTable(
        ['day', 'reads', 'changes', 'failures'],
        report.days.map(({ day, reads, changes, failures }) => [day, reads, changes, failures]),
      ),
    ],
    [
      'hours',
      csvTable(
        ['hour (UTC)', 'reads', 'changes', 'failures'],
        report.hours.map(({ hour, reads, changes, failures }) => [hour, reads, changes, failures]),
      ),
    ],
    [
      'failures',
      csvTable(
        ['actor', 'action', 'error', 'refused by', 'count', 'first', 'last'],
        report.failures.map((row) => [row.actor, row.action, row.error, row.refusedBy, row.count, row.first, row.last]),
      ),
    ],
    ['watched', events(report.watched)],
    ...(report.timeline ? [['timeline', events(report.timeline.events)] as const] : []),
    ...(report.register ? [['changes', changes(report.register)] as const] : []),
    ...(report.usage ? [['usage', usage(report.usage)] as const] : []),
    [
      'unread',
      csvTable(
        ['file', 'reason'],
        report.scope.unread.map(({ file, reason }) => [file, reason]),
      ),
    ],
  ]
}

function events(rows: readonly WatchedRow[]): string {
  return csvTable(
    ['time', 'why', 'actor', 'how known', 'action', 'region', 'address', 'error', 'resources', 'event id'],
    rows.map((row) => [
      row.time,
      row.why,
      row.actor,
      row.proof,
      row.action,
      row.region,
      row.address,
      row.error,
      row.resources,
      row.eventId,
    ]),
  )
}

function changes({ rows }: NonNullable<ActivityReport['register']>): string {
  return csvTable(
    [
      'first',
      'last',
      'actor',
      'how',
      'actions',
      'resources',
      'count',
      'failed',
      'run',
      'commit',
      'pull request',
      'author',
      'approvers',
      'merged by',
      'exceptions',
    ],
    rows.map((row) => [
      row.first,
      row.last,
      row.actor,
      row.how,
      row.actions,
      row.resources,
      row.count,
      row.failed,
      row.run?.url ?? '',
      row.run?.commit ?? '',
      row.pullRequest ? `#${row.pullRequest.number}` : '',
      row.pullRequest?.author ?? '',
      row.pullRequest?.approvers ?? [],
      row.pullRequest?.mergedBy ?? '',
      row.exceptions,
    ]),
  )
}

function usage(roles: NonNullable<ActivityReport['usage']>): string {
  return csvTable(
    ['role', 'action', 'state', 'count', 'resources'],
    roles.flatMap(({ role, used, denied, neverSeen, unseeable, unknown }) => [
      ...used.map(({ action, count, resources }): CsvCell[] => [role, action, 'used', count, resources]),
      ...denied.map(({ action, count, resources }): CsvCell[] => [role, action, 'refused', count, resources]),
      ...neverSeen.map((action): CsvCell[] => [role, action, 'granted, not seen', 0, []]),
      ...unseeable.map((action): CsvCell[] => [role, action, 'granted, no trail shows it', 0, []]),
      ...unknown.map((action): CsvCell[] => [role, action, 'permission not known', 0, []]),
    ]),
  )
}
