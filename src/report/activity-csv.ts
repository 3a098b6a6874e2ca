import type { ActivityReport, WatchedRow } from '../model/activity.ts'
import { visible } from '../text/visible.ts'

type Cell = string | number | boolean | readonly string[]

/** The tables of a report by name, each as CSV (RFC 4180). A cell that a spreadsheet would take for a formula is text there too. */
export function activityTables(report: ActivityReport): (readonly [string, string])[] {
  const counts = ({ name, events, changes, failures }: ActivityReport['roles'][number]): Cell[] => [name, events, changes, failures]
  const head = (what: string) => [what, 'events', 'changes', 'failures']
  return [
    [
      'people',
      csv(
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
    ['roles', csv(head('role'), report.roles.map(counts))],
    ['services', csv(head('service'), report.services.map(counts))],
    ['regions', csv(head('region'), report.regions.map(counts))],
    ['sources', csv(head('source'), report.sources.map(counts))],
    ['actions', csv(head('action'), report.actions.map(counts))],
    [
      'days',
      csv(
        ['day', 'reads', 'changes', 'failures'],
        report.days.map(({ day, reads, changes, failures }) => [day, reads, changes, failures]),
      ),
    ],
    [
      'hours',
      csv(
        ['hour (UTC)', 'reads', 'changes', 'failures'],
        report.hours.map(({ hour, reads, changes, failures }) => [hour, reads, changes, failures]),
      ),
    ],
    [
      'failures',
      csv(
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
      csv(
        ['file', 'reason'],
        report.scope.unread.map(({ file, reason }) => [file, reason]),
      ),
    ],
  ]
}

function events(rows: readonly WatchedRow[]): string {
  return csv(
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
  return csv(
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
  return csv(
    ['role', 'action', 'state', 'count', 'resources'],
    roles.flatMap(({ role, used, denied, neverSeen, unseeable, unknown }) => [
      ...used.map(({ action, count, resources }): Cell[] => [role, action, 'used', count, resources]),
      ...denied.map(({ action, count, resources }): Cell[] => [role, action, 'refused', count, resources]),
      ...neverSeen.map((action): Cell[] => [role, action, 'granted, not seen', 0, []]),
      ...unseeable.map((action): Cell[] => [role, action, 'granted, no trail shows it', 0, []]),
      ...unknown.map((action): Cell[] => [role, action, 'permission not known', 0, []]),
    ]),
  )
}

function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n')
}

/** Spreadsheets take these for a formula, also behind spaces. https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^\s*[=+\-@|%\t\r]/

function cell(value: Cell): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = visible(typeof value === 'string' ? value : value.join('; '))
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n;']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
