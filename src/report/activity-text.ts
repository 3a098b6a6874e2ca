import type { ActivityReport, ActorRow, WatchedRow } from '../model/activity.ts'
import type { Paint } from '../model/progress.ts'
import { plural } from './headline.ts'

/** Rows of a table before the rest is only counted; whole tables are in the files beside. */
const ROWS = 12

/** Who did what, for a terminal: what someone has to look at first. */
export function activityLines(activity: ActivityReport, paint: Paint): string[] {
  const { scope, totals, people, failures, watched, firstSeen, timeline, register, usage = [] } = activity
  return [
    `  ${paint('bold', scope.place)}  ${scope.from} to ${scope.to}${scope.show === 'all' ? '' : `, ${scope.show} only`}`,
    `  ${number(totals.events)} events: ${number(totals.changes)} changes, ${number(totals.failures)} failures (${number(totals.denied)} refused), ${number(totals.own)} by this tool`,
    paint('dim', `  ${number(scope.files)} files, ${megabytes(scope.bytes)} in ${scope.seconds.toFixed(1)} s${setAside(activity)}`),
    ...(scope.isComplete ? [] : [paint('red', '  INCOMPLETE: every number is a least.')]),
    ...scope.unread.slice(0, ROWS).map(({ file, reason }) => `${paint('yellow', '!')} ${file} ${reason}`),
    ...rest(scope.unread.length, paint),
    ...scope.limits.map((limit) => `${paint('yellow', '!')} ${limit}`),
    ...titled(
      'Who',
      people.slice(0, ROWS).flatMap((actor) => actorLines(actor, paint)),
      people.length,
      paint,
    ),
    ...titled(
      'To look at',
      watched.slice(0, ROWS).map((row) => watchedLine(row, paint)),
      watched.length,
      paint,
    ),
    ...titled(
      'Failures',
      failures
        .slice(0, ROWS)
        .map(
          ({ count, actor, action, error, refusedBy }) =>
            `    ${String(count).padStart(6)}  ${actor}  ${action}  ${error}${refusedBy === '' ? '' : paint('dim', `  ${refusedBy}`)}`,
        ),
      failures.length,
      paint,
    ),
    ...firstSeenLines(firstSeen, paint),
    ...(register ? registerLines(register, paint) : []),
    ...usage.flatMap((role) => usageLines(role, paint)),
    ...(timeline
      ? titled(
          `Events of ${timeline.subject}`,
          timeline.events.map((row) => watchedLine(row, paint)),
          timeline.events.length + timeline.leftOut,
          paint,
        )
      : []),
  ]
}

function actorLines(actor: ActorRow, paint: Paint): string[] {
  const { name, kind, events, changes, failures, last, proof, isProven, chains, addresses, actions, own } = actor
  return [
    `    ${isProven ? ' ' : paint('yellow', '?')} ${paint('bold', name)} ${paint('dim', kind)}  ${number(events)} events, ${number(changes)} changes, ${number(failures)} failures${own > 0 ? `, ${number(own)} by this tool` : ''}, last ${last}`,
    paint('dim', `        ${proof}${addresses.length > 0 ? `; from ${few(addresses, 3)}` : ''}`),
    ...chains.slice(0, 3).map((chain) => paint('dim', `        ${chain}`)),
    paint(
      'dim',
      `        ${few(
        actions.map(({ action, count }) => `${action} ${count}`),
        5,
      )}`,
    ),
  ]
}

function watchedLine({ time, actor, via, action, error, resources, address, region }: WatchedRow, paint: Paint): string {
  const outcome = error === '' ? '' : paint('yellow', ` (${error})`)
  return `    ${time}  ${paint('bold', actor)}${via === '' ? '' : ` by ${via}`} from ${address}: ${action}${outcome} ${resources[0] ?? ''} ${paint('dim', region)}`.trimEnd()
}

function firstSeenLines({ since, actors, actions, regions, addresses }: ActivityReport['firstSeen'], paint: Paint): string[] {
  if (since === undefined) return []
  const line = (what: string, texts: readonly string[]) => (texts.length === 0 ? [] : [`    ${what}: ${few(texts, 6)}`])
  return titled(
    `New since ${since}`,
    [...line('who', actors), ...line('what', actions), ...line('where', regions), ...line('from', addresses)],
    0,
    paint,
  )
}

function registerLines({ rows, changes, unjoined }: NonNullable<ActivityReport['register']>, paint: Paint): string[] {
  const lines = rows.slice(0, ROWS * 2).map(({ first, actor, how, actions, count, run, pullRequest, exceptions }) => {
    const mark = exceptions.length === 0 ? paint('green', '✓') : paint('red', '✗')
    const request = pullRequest
      ? ` #${pullRequest.number} by ${pullRequest.author}, approved by ${pullRequest.approvers.join(', ') || 'nobody'}`
      : ''
    return `  ${mark} ${first}  ${actor}  ${how === 'stack' ? 'stack' : 'by hand'}: ${few(actions, 3)} (${count})${run ? `  run ${run.id}` : ''}${request}${exceptions.length > 0 ? paint('red', `  ${exceptions.join('; ')}`) : ''}`
  })
  return [
    ...titled(`Change register: ${plural(changes, 'change', 'changes')}`, lines, rows.length, paint),
    ...(unjoined ? [`${paint('yellow', '!')} ${unjoined}`] : []),
  ]
}

function usageLines(
  { role, days, used, denied, neverSeen, unseeable, unknown, proposal }: NonNullable<ActivityReport['usage']>[number],
  paint: Paint,
): string[] {
  const line = (what: string, texts: readonly string[]) => (texts.length === 0 ? [] : [`    ${what}: ${few(texts, 8)}`])
  return [
    `  ${paint('bold', role)}: ${used.length} actions used, ${neverSeen.length} not seen in ${days} days`,
    ...line(
      'used',
      used.map(({ action, count }) => `${action} ${count}`),
    ),
    ...line(
      'refused',
      denied.map(({ action, count }) => `${action} ${count}`),
    ),
    ...line('granted, not seen', neverSeen),
    ...line('granted, and no trail would show it', unseeable),
    ...line('calls whose permission is not known', unknown),
    ...(proposal ? proposal.changes.map((change) => `    ${change}`) : []),
  ]
}

function titled(title: string, lines: readonly string[], total: number, paint: Paint): string[] {
  if (lines.length === 0) return []
  return [`  ${paint('bold', title)}`, ...lines, ...rest(total, paint)]
}

function rest(total: number, paint: Paint): string[] {
  return total > ROWS ? [paint('dim', `    and ${total - ROWS} more: see activity.html and activity/*.csv`)] : []
}

function setAside({ totals }: ActivityReport): string {
  const said = [
    [totals.duplicates, 'delivered twice'],
    [totals.copies, 'copies from another account'],
    [totals.outside, 'of another time'],
    [totals.insights, 'insights'],
    [totals.network, 'network events of calls'],
  ].filter(([count]) => Number(count) > 0)
  return said.length === 0
    ? ''
    : `; of ${number(totals.records)} records not counted: ${said.map(([count, what]) => `${number(Number(count))} ${what}`).join(', ')}`
}

export function few(texts: readonly string[], most: number): string {
  const more = texts.length - most
  return `${texts.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** `1 234 567`: without a locale, so that every machine writes the same. */
export function number(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ' ')
}

export function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(0)} MB`
}
