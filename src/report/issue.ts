import type { Severity } from '../model/finding.ts'
import { SEVERITIES } from '../model/finding.ts'
import type { IssueChanges, IssueItem, Prints, Reading, TrendPoint } from '../model/issue.ts'
import type { RunReport } from '../model/report.ts'
import { escapeMarkdown, escapeProse, inlineCode, link } from '../text/markdown.ts'
import { maskAccounts } from '../text/mask.ts'
import { verdictOf } from '../verdict/verdict.ts'
import { plural } from './headline.ts'
import { shortArn } from './markdown/findings.ts'
import { type Open, openProblems, publicParts } from './public.ts'
import { type SarifItem, sarifItems } from './sarif-items.ts'

/** One thing that is wrong, or that could not be read. */
interface IssueEntry extends IssueItem {
  code: string
  isUnread: boolean
  message: string
  remedy: string
  resource: string
}

/** How an issue is told of a report, and to whom. */
export interface IssueOptions {
  isPublic: boolean
  maskAccountId: boolean
  open: Open
  /** Logins and teams, `@` included, that are called to what is new. */
  mentions: readonly string[]
}

/** What the issue's text says beside the findings. */
interface IssueTold extends IssueChanges<IssueEntry> {
  trend: readonly TrendPoint[]
  read: string | undefined
  previous: string | undefined
}

/** What a report is to the issue. */
export interface IssueView {
  reading: Reading
  items: readonly IssueEntry[]
  point: TrendPoint | undefined
  time: string
  isFixed(print: string): boolean
  body(told: IssueTold, limit: number): string
  comment(word: 'new' | 'reminder' | 'closed' | 'reopened', told: IssueTold): string
}

/** Beyond this the issue remembers how many of each check there are, and not which. */
const MOST_PRINTS = 1000
/** Characters of one message or remedy; the whole is in the results. */
const MOST_TEXT = 700
/** Findings that a comment lists. */
const MOST_IN_COMMENT = 20

export function issueView(report: RunReport, options: IssueOptions): IssueView {
  const judged = sarifItems(report)
  const bad = judged.filter(isBad)
  const isCounted = options.isPublic || bad.length > MOST_PRINTS
  const items = bad.map((item) => entryOf(item, isCounted, options.isPublic)).sort(worstFirst)
  const isUnread = report.reason !== undefined || report.problems.length > 0 || report.outcome === 'failed' || judged.length === 0
  const isWhole = !isUnread && items.every((item) => !item.isUnread)
  const good = new Set(isCounted ? [] : judged.filter((item) => !isBad(item)).map(({ fingerprint }) => fingerprint))
  const view = { report, options, items, good }
  const { time } = report.context
  const unread = items.filter((item) => item.isUnread).length
  return {
    reading: isUnread ? 'unread' : items.length > 0 ? 'findings' : 'clean',
    items: isUnread ? [] : items,
    point: isUnread ? undefined : { time, fail: items.length - unread, unread },
    time,
    // What a run that could not read everything does not come to may be there still.
    isFixed: (print) => isWhole || (!isUnread && good.has(print)),
    body: (told, limit) => masked(isUnread ? unreadBody(view, told, limit) : body(view, told, limit), options),
    comment: (word, told) => masked(commentText(view, word, told), options),
  }
}

interface View {
  report: RunReport
  options: IssueOptions
  items: readonly IssueEntry[]
}

/** Excepted is decided by someone; what cannot apply is nothing to do. */
function isBad({ kind, exception }: SarifItem): boolean {
  return exception === undefined && (kind === 'fail' || kind === 'open')
}

/** Codes of the catalogue, and what speaks of the access matrix: nothing else is known to name nothing. */
const OPEN_CODE = /^(?:[A-Z]{2,8}-\d{3}|ACCESS)$/

function entryOf({ rule, kind, message, resource, fingerprint }: SarifItem, isCounted: boolean, isPublic: boolean): IssueEntry {
  const code = isPublic && !OPEN_CODE.test(rule.id) ? 'other' : rule.id
  return {
    print: isCounted ? code : fingerprint,
    severity: rule.severity,
    code,
    isUnread: kind === 'open',
    message,
    remedy: rule.help,
    resource,
  }
}

const rank = (severity: Severity) => SEVERITIES.indexOf(severity)

function worstFirst(a: IssueEntry, b: IssueEntry): number {
  return rank(a.severity) - rank(b.severity) || Number(a.isUnread) - Number(b.isUnread) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
}

function masked(text: string, { isPublic, maskAccountId }: IssueOptions): string {
  return isPublic || maskAccountId ? maskAccounts(text) : text
}

function body(view: View, told: IssueTold, limit: number): string {
  const { report, options, items } = view
  const head = options.isPublic ? publicParts(report, verdictOf(report), options.open) : [`### ${headline(report, items)}`]
  const parts = [...head, changesText(told, items), calls(options.mentions, told)].filter((part) => part !== '')
  const end = [trendText(told.trend), footer(report)].filter((part) => part !== '').join('\n\n')
  const fresh = new Set(told.isCompared ? told.fresh : [])
  const lists = options.isPublic
    ? [...countsList(items)]
    : [
        ...titled('New', items.filter((item) => fresh.has(item)).map(entryText)),
        ...titled(fresh.size > 0 ? 'As before' : '', items.filter((item) => !fresh.has(item)).map(entryText)),
      ]
  return fitted(parts, lists, end, limit)
}

function headline({ subject }: RunReport, items: readonly IssueEntry[]): string {
  const unread = items.filter((item) => item.isUnread).length
  const failing = items.length - unread
  const said = [
    ...(failing > 0 ? [plural(failing, 'finding', 'findings')] : []),
    ...(unread > 0 ? [`${unread} could not be read`] : []),
    ...(items.length === 0 ? ['nothing is wrong'] : []),
  ]
  return `${items.length > 0 ? '❌' : '✅'} ${escapeMarkdown(subject)}: ${said.join(', ')}`
}

/** What changed since the run before, on top of everything. */
function changesText({ fresh, fixed, unseen, isCompared }: IssueTold, items: readonly IssueEntry[]): string {
  if (!isCompared) return items.length === 0 ? '' : '**Since the last run:** nothing is known of an earlier one.'
  const said = [
    [fresh.length, 'new'],
    [sum(fixed), 'fixed'],
    [items.length - fresh.length, 'as before'],
    [sum(unseen), 'not come to'],
  ].flatMap(([count, word]) => (Number(count) > 0 ? [`${count} ${word}`] : []))
  return `**Since the last run:** ${said.join(', ') || 'nothing changed'}.`
}

/** On creation everyone who is called reads it; afterwards comments call. */
function calls(mentions: readonly string[], { isCompared, fresh }: IssueTold): string {
  return isCompared || fresh.length === 0 || mentions.length === 0 ? '' : `cc ${mentions.join(' ')}`
}

function titled(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 || title === '' ? [...entries] : [`#### ${title}\n\n${entries[0]}`, ...entries.slice(1)]
}

/** The mark, what was found, how it is mended; then where. */
function entryText({ code, severity, isUnread, message, remedy, resource }: IssueEntry): string {
  return [
    `- ${isUnread ? '⚠️' : '❌'} **${escapeMarkdown(code)}** (${severity}): ${escapeMarkdown(short(message))}`,
    ...(remedy === '' ? [] : [`  **Fix:** ${escapeProse(short(remedy))}`]),
    ...(resource === '' ? [] : [`  <sub>${inlineCode(short(shortArn(resource)))}</sub>`]),
  ].join('\n')
}

function short(text: string): string {
  return text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT)}…`
}

/** Where names are not for everyone: which checks, and how often. */
function countsList(items: readonly IssueEntry[]): string[] {
  const codes = [...new Set(items.map(({ code }) => code))]
  return codes.map((code) => {
    const of = items.filter((item) => item.code === code)
    const unread = of.filter((item) => item.isUnread).length
    const [first] = of
    const said = [...(of.length > unread ? [`${of.length - unread} fail`] : []), ...(unread > 0 ? [`${unread} could not be read`] : [])]
    return `- ${unread === of.length ? '⚠️' : '❌'} **${escapeMarkdown(code)}** (${first?.severity ?? ''}): ${said.join(', ')}`
  })
}

const BARS = '▁▂▃▄▅▆▇█'

/** The runs before, as bars: high is bad. */
function trendText(trend: readonly TrendPoint[]): string {
  if (trend.length < 2) return ''
  const counts = trend.map(({ fail, unread }) => fail + unread)
  const most = Math.max(...counts, 1)
  const bars = counts.map((count) => BARS[Math.round((count / most) * (BARS.length - 1))] ?? '').join('')
  return `${plural(trend.length, 'run', 'runs')} since ${dayOf(trend[0]?.time ?? '')}: \`${bars}\` ${counts.at(0)} → ${counts.at(-1)}`
}

const dayOf = (time: string) => (/^\d{4}-\d\d-\d\d/.exec(time) ?? ['?'])[0]
const minuteOf = (time: string) => (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(time) ? `${time.slice(0, 16).replace('T', ' ')} UTC` : '?')

function footer({ context: { time, version, runUrl } }: RunReport): string {
  const items = [minuteOf(time), `v${escapeMarkdown(version)}`, ...(runUrl ? [link('run', runUrl)] : [])]
  return `<sub>${items.join(' · ')}. This text is written anew by every run; write in comments.</sub>`
}

/** Whole entries, worst first, as many as there is room for: nothing is cut in the middle. */
function fitted(parts: readonly string[], entries: readonly string[], end: string, limit: number): string {
  const left = (count: number) => `_${count} more in the job's summary and in \`results.json\`._`
  const room = limit - [...parts, left(entries.length), end].join('\n\n').length - 4
  const kept: string[] = []
  let taken = 0
  for (const entry of entries) {
    taken += entry.length + 1
    if (taken > room) break
    kept.push(entry)
  }
  const more = entries.length - kept.length
  return [...parts, kept.join('\n'), more > 0 ? left(more) : '', end].filter((part) => part !== '').join('\n\n')
}

const NOTE = /^<!-- unread -->\n[\s\S]*?\n<!-- \/unread -->\n\n/

/** What stands stays, with a word above it that it is older than it looks. */
function unreadBody({ report, options }: View, { read, previous }: IssueTold, limit: number): string {
  const since = read === undefined ? 'Nothing could be read so far.' : `Not read since ${minuteOf(read)}: what follows is of then.`
  const run = report.context.runUrl ? ` ${link('The run', report.context.runUrl)}` : ' The run'
  const [problem] = options.isPublic ? openProblems(report, options.open) : report.problems
  const why = problem ? ` ${escapeProse(short(problem.message))} ${escapeProse(short(problem.remedy ?? ''))}`.trimEnd() : ''
  const note = `<!-- unread -->\n> ⚠️ **${since}**${run} of ${minuteOf(report.context.time)} could not look.${why}\n<!-- /unread -->\n\n`
  const below = (previous ?? `### ⚠️ ${escapeMarkdown(report.subject)}: not read\n\n${footer(report)}`).replace(NOTE, '')
  if (note.length + below.length <= limit) return note + below
  return `${note}<sub>What it said before has no room beside this; it is in the results of the runs before.</sub>`
}

function commentText({ report, options, items }: View, word: 'new' | 'reminder' | 'closed' | 'reopened', told: IssueTold): string {
  const run = report.context.runUrl ? ` (${link('run', report.context.runUrl)})` : ''
  const list = (entries: readonly IssueEntry[]) => {
    const shown = options.isPublic ? countsList(entries) : entries.map(entryText)
    const more = shown.length - MOST_IN_COMMENT
    return [...shown.slice(0, MOST_IN_COMMENT), ...(more > 0 ? [`- and ${more} more, above`] : [])].join('\n')
  }
  const cc = options.mentions.length > 0 ? `\n\ncc ${options.mentions.join(' ')}` : ''
  switch (word) {
    case 'new':
      return `**${plural(told.fresh.length, 'new finding', 'new findings')}**${run}\n\n${list(told.fresh)}${cc}`
    case 'reopened':
      return items.length === 0
        ? `Reopened: the run could not look, so that nothing is known to be good${run}.`
        : `**Findings again: ${items.length}**${run}\n\n${list(told.fresh.length > 0 ? told.fresh : items)}${cc}`
    case 'reminder':
      return items.length === 0
        ? `Still open: ${told.read === undefined ? 'nothing could be read so far' : `not read since ${minuteOf(told.read)}`}${run}.`
        : `Still open: ${plural(items.length, 'finding', 'findings')}, the worst ${items[0]?.severity ?? ''}${run}.`
    case 'closed':
      return `Everything was read and nothing is wrong${run}: closed. A finding opens it again.`
    default:
      return word satisfies never
  }
}

function sum(prints: Prints): number {
  return Object.values(prints).reduce((total, count) => total + count, 0)
}
