import type { ActivityReport, ActorRow, WatchedRow } from '../model/activity.ts'
import { few, megabytes, number } from './activity-text.ts'
import { htmlPage, htmlTable, htmlText as text } from './html/page.ts'

/** People with a page of their own. */
const PAGES = 60

/** One page that asks nobody anything: no script, no font, no picture from elsewhere. Printed, every person has a page. */
export function activityPage(report: ActivityReport): string {
  const { scope } = report
  return htmlPage({
    title: `Who did what, ${text(scope.from.slice(0, 10))} to ${text(scope.to.slice(0, 10))}`,
    head: `<h1>Who did what</h1>
<p>${text(scope.place)}<br>${text(scope.from)} to ${text(scope.to)} (UTC)${scope.show === 'all' ? '' : `, ${text(scope.show)} only`}</p>`,
    main: [
      notice(report),
      figures(report),
      charts(report),
      look(report),
      people(report),
      register(report),
      usage(report),
      failures(report),
      tables(report),
      timeline(report),
      ...report.people.slice(0, PAGES).map((person) => page(person, report)),
    ]
      .filter(Boolean)
      .join('\n'),
    foot: `${number(scope.files)} files, ${megabytes(scope.bytes)}; ${number(report.totals.records)} records, of which ${number(report.totals.events)} are events of this time. Names of sessions are chosen by callers: where no record proves who took a role, the row is marked.`,
  })
}

function notice({ scope }: ActivityReport): string {
  if (scope.isComplete) return ''
  const lines = [...scope.unread.slice(0, 50).map(({ file, reason }) => `${file} ${reason}`), ...scope.limits]
  return `<div class="warn"><b>Incomplete: every number is a least.</b><ul>${lines.map((line) => `<li>${text(line)}</li>`).join('')}</ul></div>`
}

function figures({ totals, people }: ActivityReport): string {
  const cells: [string, number][] = [
    ['events', totals.events],
    ['changes', totals.changes],
    ['failures', totals.failures],
    ['refused', totals.denied],
    ['people', people.filter(({ kind }) => kind === 'person' || kind === 'root').length],
    ['by this tool', totals.own],
  ]
  return `<div class="figures">${cells.map(([name, count]) => `<div><b>${number(count)}</b>${name}</div>`).join('')}</div>`
}

function charts({ days, hours }: ActivityReport): string {
  const byDay = bars(days.map(({ day, reads, changes }) => ({ label: day.slice(5), title: day, reads, changes })))
  const byHour = bars(hours.map(({ hour, reads, changes }) => ({ label: String(hour), title: `${hour}:00`, reads, changes })))
  return `<h2>When</h2><p class="soft">Reads below, changes above; UTC.</p><div class="charts"><div>${byDay}</div><div>${byHour}</div></div>`
}

interface Bar {
  label: string
  title: string
  reads: number
  changes: number
}

function bars(data: readonly Bar[]): string {
  const most = Math.max(1, ...data.map(({ reads, changes }) => reads + changes))
  const width = 600 / Math.max(1, data.length)
  const every = Math.ceil(data.length / 12)
  const rects = data.map(({ label, title, reads, changes }, index) => {
    const [low, high] = [(reads / most) * 140, (changes / most) * 140]
    const at = (index * width).toFixed(1)
    const wide = Math.max(1, width - 2).toFixed(1)
    const mark = index % every === 0 ? `<text x="${at}" y="168">${text(label)}</text>` : ''
    return `<g><title>${text(title)}: ${number(reads)} reads, ${number(changes)} changes</title><rect class="r" x="${at}" y="${(150 - low).toFixed(1)}" width="${wide}" height="${low.toFixed(1)}"/><rect class="c" x="${at}" y="${(150 - low - high).toFixed(1)}" width="${wide}" height="${high.toFixed(1)}"/>${mark}</g>`
  })
  return `<svg viewBox="0 0 600 175" role="img" aria-label="Events over time, at most ${number(most)}">${rects.join('')}<text x="0" y="9">${number(most)}</text></svg>`
}

function look({ watched, firstSeen }: ActivityReport): string {
  const fresh =
    firstSeen.since === undefined
      ? ''
      : `<p>New since ${text(firstSeen.since)}: ${text(few([...firstSeen.actors, ...firstSeen.regions, ...firstSeen.addresses, ...firstSeen.actions], 20)) || 'nothing'}</p>`
  return `<h2>To look at</h2>${fresh}${eventTable(watched)}`
}

function eventTable(rows: readonly WatchedRow[]): string {
  return htmlTable(
    ['Time', 'Who', 'Action', 'What', 'From', 'Where', 'Why'],
    rows.map((row) => [
      text(row.time),
      text(row.via === '' ? row.actor : `${row.actor} by ${row.via}`),
      `${text(row.action)}${row.error === '' ? '' : ` <span class="bad">${text(row.error)}</span>`}`,
      text(few(row.resources, 3)),
      text(row.address),
      text(row.region),
      text(row.why),
    ]),
  )
}

function people({ people: rows }: ActivityReport): string {
  return `<h2>Who</h2>${htmlTable(
    ['Who', 'Kind', '#Events', '#Changes', '#Failures', 'Last', 'Known by'],
    rows.map((row) => [
      `${row.isProven ? '' : '<span class="bad" title="not proven">?</span> '}${text(row.name)}`,
      text(row.kind),
      number(row.events),
      number(row.changes),
      number(row.failures),
      text(row.last),
      text(row.proof),
    ]),
  )}`
}

function register({ register: found }: ActivityReport): string {
  if (!found) return ''
  const rows = found.rows.map((row) => [
    row.exceptions.length === 0 ? '✓' : `<span class="bad">✗ ${text(row.exceptions.join('; '))}</span>`,
    text(row.first),
    text(row.actor),
    row.how === 'stack' ? 'stack' : '<b>by hand</b>',
    text(few(row.actions, 5)),
    text(few(row.resources, 3)),
    number(row.count),
    row.run ? text(`${row.run.id}/${row.run.attempt}`) : '',
    row.pullRequest
      ? text(`#${row.pullRequest.number} by ${row.pullRequest.author}, approved by ${row.pullRequest.approvers.join(', ') || 'nobody'}`)
      : '',
  ])
  return `<h2>Change register</h2><p class="soft">${number(found.changes)} changes in the logs, all of them here. ${text(found.unjoined ?? '')}</p>${htmlTable(['', 'Time', 'Who', 'How', 'Actions', 'What', '#Calls', 'Run', 'Pull request'], rows)}`
}

function usage({ usage: roles }: ActivityReport): string {
  if (!roles) return ''
  return `<h2>Use against grant</h2>${roles
    .map(
      ({ role, days, used, denied, neverSeen, unseeable, unknown, proposal }) =>
        `<h3>${text(role)}</h3><p>Used: ${
          text(
            few(
              used.map(({ action, count }) => `${action} ${count}`),
              60,
            ),
          ) || 'nothing'
        }</p><p>Refused: ${
          text(
            few(
              denied.map(({ action, count }) => `${action} ${count}`),
              30,
            ),
          ) || 'nothing'
        }</p><p>Granted, not seen in ${days} days: ${text(few(neverSeen, 60)) || 'nothing'}</p>${unseeable.length > 0 ? `<p class="soft">Granted, and no trail would show it: ${text(few(unseeable, 40))}</p>` : ''}${unknown.length > 0 ? `<p class="soft">Calls whose permission is not known: ${text(few(unknown, 40))}</p>` : ''}${proposal ? `<pre>${proposal.changes.map(text).join('\n')}</pre>` : ''}`,
    )
    .join('')}`
}

function failures({ failures: rows }: ActivityReport): string {
  if (rows.length === 0) return ''
  return `<h2>Failures</h2>${htmlTable(
    ['#Count', 'Who', 'Action', 'Error', 'Refused by', 'Last'],
    rows.map((row) => [number(row.count), text(row.actor), text(row.action), text(row.error), text(row.refusedBy), text(row.last)]),
  )}`
}

function tables({ services, regions, roles, sources }: ActivityReport): string {
  const counts = (title: string, rows: ActivityReport['roles']) =>
    `<h2>${title}</h2>${htmlTable(
      ['Name', '#Events', '#Changes', '#Failures'],
      rows.slice(0, 40).map((row) => [text(row.name), number(row.events), number(row.changes), number(row.failures)]),
    )}`
  return [counts('Services', services), counts('Regions', regions), counts('Roles', roles), counts('Sources', sources)].join('')
}

function timeline({ timeline: found }: ActivityReport): string {
  return found ? `<h2>Events of ${text(found.subject)}</h2>${eventTable(found.events)}` : ''
}

/** What one person did in the time: a page to sign. */
function page(person: ActorRow, { watched, scope }: ActivityReport): string {
  const own = watched.filter(
    ({ actor }) => actor === person.name || actor.startsWith(`${person.name} →`) || actor.startsWith(`${person.name},`),
  )
  const facts: [string, string][] = [
    ['Period', `${scope.from} to ${scope.to}`],
    ['Seen', `${person.first} to ${person.last}`],
    ['Known by', `${person.proof}${person.isProven ? '' : ' (not proven)'}`],
    [
      'Events',
      `${number(person.events)}, of which ${number(person.changes)} changes, ${number(person.failures)} failures, ${number(person.own)} by this tool`,
    ],
    ['By way of', few(person.chains, 8)],
    ['Roles', few(person.roles, 12)],
    ['Services', few(person.services, 20)],
    ['Regions', few(person.regions, 20)],
    ['Addresses', few(person.addresses, 20)],
    ['Console', person.usedConsole ? 'yes' : 'no'],
  ]
  return `<section class="person"><h2>${text(person.name)} <span class="soft">${text(person.kind)}</span></h2>${htmlTable(
    ['', ''],
    facts.filter(([, value]) => value !== '').map(([name, value]) => [name, text(value)]),
  )}<h3>Called most</h3>${htmlTable(
    ['Action', '#Count'],
    person.actions.map(({ action, count }) => [text(action), number(count)]),
  )}${own.length > 0 ? `<h3>To look at</h3>${eventTable(own)}` : ''}</section>`
}
