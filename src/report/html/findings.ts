import { formatPosition } from '../../model/errors.ts'
import { exceptionText, type Finding, SEVERITIES } from '../../model/finding.ts'
import type { RunReport } from '../../model/report.ts'
import { errorWord } from '../headline.ts'
import { htmlTable, htmlText as text } from './page.ts'

/** Findings as a person works them off: what was found, what to do, and only then where. The title of a check says the good state. */
export function findingsSection(title: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return ''
  const worstFirst = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
  return `<section><h2>${text(title)} <span class="soft">${findings.length}</span></h2>${worstFirst.map(card).join('\n')}</section>`
}

function card({
  code,
  id,
  status,
  severity,
  title,
  message,
  remedy,
  resource,
  positions = [],
  missingPermission,
  exception,
  unread,
}: Finding): string {
  const state = status === 'error' ? errorWord({ unread }) : severity
  const facts: [string, string][] = [
    ['Fix', text(remedy)],
    ['Missing right', missingPermission ? `<code>${text(missingPermission)}</code>` : ''],
    ['Exception', exception ? text(`${exceptionText(exception)}: ${exception.reason} (${exception.owner})`) : ''],
    ['Where', [resource, ...positions.map(formatPosition)].map((place) => `<code>${text(place)}</code>`).join('<br>')],
  ]
  const lines = facts.filter(([, value]) => value !== '').map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)
  return `<article class="finding ${status === 'error' ? 'unread' : severity}"><h3>${text(message || title)} <span class="tag">${text(state)}</span></h3><p class="soft"><code>${text(code)}</code> ${text(id)}: ${text(title)}</p><dl>${lines.join('')}</dl></article>`
}

const STATES = [
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['error', 'not readable'],
  ['excepted', 'excepted'],
] as const

/** How the checks of each severity ended, as bars; the same numbers as a table for those who hear the page. */
export function statusChart({ findings }: RunReport): string {
  if (findings.length === 0) return ''
  const rows = SEVERITIES.map((severity) => ({
    severity,
    counts: STATES.map(([status]) => findings.filter((finding) => finding.severity === severity && finding.status === status).length),
  })).filter(({ counts }) => counts.some((count) => count > 0))
  const most = Math.max(1, ...rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)))
  const bars = rows.map(({ severity, counts }, line) => {
    let x = 90
    const parts = counts.map((count, state) => {
      const width = (count / most) * 460
      const part =
        count === 0 ? '' : `<rect class="s${state}" x="${x.toFixed(1)}" y="${line * 30 + 4}" width="${width.toFixed(1)}" height="20"/>`
      x += width
      return part
    })
    return `<text x="82" y="${line * 30 + 19}" text-anchor="end">${severity}</text>${parts.join('')}<text x="${(x + 6).toFixed(1)}" y="${line * 30 + 19}">${counts.reduce((sum, count) => sum + count, 0)}</text>`
  })
  const told = rows.map(({ severity, counts }) => `${severity}: ${STATES.map(([, name], index) => `${counts[index]} ${name}`).join(', ')}`)
  const legend = STATES.map(([, name], state) => `<span><i class="s${state}"></i>${name}</span>`).join('')
  return `<section><h2>Checks</h2><svg viewBox="0 0 600 ${rows.length * 30 + 4}" role="img" aria-label="${text(told.join('; '))}">${bars.join('')}</svg><p class="legend">${legend}</p></section>`
}

const MARKS = { pass: '✓', fail: '✗', error: '?', excepted: '–', 'not-applicable': '·' } as const

/** Control by control: what its tests said. */
export function controlsSection({ findings }: RunReport): string {
  const controls = new Map<string, Finding[]>()
  for (const finding of findings)
    for (const [framework, ids] of Object.entries(finding.frameworks))
      for (const id of ids) controls.set(`${framework}\n${id}`, [...(controls.get(`${framework}\n${id}`) ?? []), finding])
  if (controls.size === 0) return ''
  const byFramework = new Map<string, string[][]>()
  for (const [key, of] of controls) {
    const [framework = '', control = ''] = key.split('\n')
    const count = (status: Finding['status']) => of.filter((finding) => finding.status === status).length
    const row = [text(control), stateOf(of), ...(['pass', 'fail', 'error', 'excepted'] as const).map((status) => String(count(status)))]
    byFramework.set(framework, [...(byFramework.get(framework) ?? []), row])
  }
  const tables = [...byFramework].map(
    ([framework, rows]) =>
      `<details><summary>${text(framework)} <span class="soft">${rows.length} controls</span></summary>${htmlTable(['Control', 'State', '#Pass', '#Fail', '#Not readable', '#Excepted'], rows)}</details>`,
  )
  return `<section><h2>By framework</h2>${tables.join('')}</section>`
}

function stateOf(findings: readonly Finding[]): string {
  const has = (status: Finding['status']) => findings.some((finding) => finding.status === status)
  if (has('fail')) return '<span class="bad">a test fails</span>'
  if (has('error')) return '<span class="bad">not readable</span>'
  if (has('excepted')) return 'tests passed, with exceptions'
  return has('pass') ? 'tests passed' : 'not tested'
}

/** What was judged of each resource, what passes too: the population behind the figures. */
export function resourcesSection({ findings }: RunReport): string {
  const byResource = new Map<string, Finding[]>()
  for (const finding of findings) byResource.set(finding.resource, [...(byResource.get(finding.resource) ?? []), finding])
  if (byResource.size === 0) return ''
  const rank = (of: readonly Finding[]) => of.filter(({ status }) => status === 'fail' || status === 'error').length
  const parts = [...byResource]
    .sort(([, a], [, b]) => rank(b) - rank(a))
    .map(([resource, of]) => {
      const bad = rank(of)
      const rows = of.map(({ status, code, title, message }) => [
        `<span class="${status === 'fail' || status === 'error' ? 'bad' : ''}" title="${status}">${MARKS[status]}</span>`,
        `<code>${text(code)}</code>`,
        `${text(title)}${message && message !== title ? `<br><span class="soft">${text(message)}</span>` : ''}`,
      ])
      return `<details><summary><code>${text(resource)}</code> <span class="${bad > 0 ? 'bad' : 'soft'}">${bad > 0 ? `${bad} of ${of.length} fail or are not readable` : `${of.length} judged`}</span></summary>${htmlTable(['', 'Check', 'What'], rows)}</details>`
    })
  return `<section><h2>By resource</h2>${parts.join('')}</section>`
}

/** What nobody may take for a pass: not applicable, and why; excepted, by whom and until when. */
export function notAssessedSection({ findings }: RunReport): string {
  const rows = findings.flatMap((finding) => {
    const { status, code, title, message, exception } = finding
    if (status === 'not-applicable') return [[`<code>${text(code)}</code>`, text(title), text(`not applicable: ${message}`)]]
    if (status !== 'excepted' || !exception) return []
    const { reason, owner, expires, ticket } = exception
    return [
      [`<code>${text(code)}</code>`, text(title), text(`excepted until ${expires} by ${owner}: ${reason}${ticket ? ` (${ticket})` : ''}`)],
    ]
  })
  if (rows.length === 0) return ''
  return `<section><h2>Not assessed</h2><details><summary>${rows.length} not applicable or excepted</summary>${htmlTable(['Check', 'What', 'Why'], rows)}</details></section>`
}
