import { describe, expect, it } from '@jest/globals'
import type { Finding } from '../../src/model/finding.ts'
import { announcedAfter, changesOf, type Prints } from '../../src/model/issue.ts'
import type { RunReport } from '../../src/model/report.ts'
import { type IssueOptions, issueView } from '../../src/report/issue.ts'
import { aFinding, aReport } from '../support/reports.ts'

const OPEN = { notices: [], problems: false }
const PRIVATE: IssueOptions = { isPublic: false, maskAccountId: false, open: OPEN, mentions: ['@acme/platform'] }
const verified = (findings: readonly Finding[], more: Partial<RunReport> = {}) =>
  aReport({ command: 'verify', outcome: 'verified', findings, ...more })
const bucket = (name: string, more: Partial<Finding> = {}) =>
  aFinding({
    code: 'BKT-001',
    id: 'bucket-is-private',
    resource: `arn:aws:s3:::${name}`,
    message: `${name} is open`,
    remedy: 'Close it.',
    ...more,
  })
const pass = bucket('fine', { status: 'pass' })

/** A text, and what is remembered after it. */
function told(
  report: RunReport,
  before: Prints | undefined,
  more: Partial<{ limit: number; read: string; previous: string; options: IssueOptions }> = {},
) {
  const view = issueView(report, more.options ?? PRIVATE)
  const stand = { ...changesOf(view.items, before, view.isFixed), trend: [], read: more.read, previous: more.previous }
  return { view, stand, text: view.body(stand, more.limit ?? 60_000), after: announcedAfter(view.items, stand) }
}

describe('what an issue says', () => {
  it('verdict first, then what changed, then what is new, worst first: the mark, what was found and how it is mended before where', () => {
    const before = told(verified([bucket('old'), bucket('gone')]), undefined).after
    const { text } = told(verified([bucket('old', { severity: 'low' }), bucket('new'), bucket('gone', { status: 'pass' })]), before)
    expect(text).toBe(
      [
        '### ❌ retail / dev: 2 findings',
        '**Since the last run:** 1 new, 1 fixed, 1 as before.',
        'cc @acme/platform',
        '#### New',
        '- ❌ **BKT-001** (critical): new is open\n  **Fix:** Close it.\n  <sub>`s3:new`</sub>\n#### As before',
        '- ❌ **BKT-001** (low): old is open\n  **Fix:** Close it.\n  <sub>`s3:old`</sub>',
        '<sub>2026-11-23 05:17 UTC · v0.0.0 · [run](https://github.com/acme/retail/actions/runs/1). This text is written anew by every run; write in comments.</sub>',
      ]
        .join('\n\n')
        .replace('cc @acme/platform\n\n', ''),
    )
  })

  it('is clean only where everything was judged and read, and what is excepted is none of it', () => {
    const excepted = bucket('x', { status: 'excepted', exception: { reason: 'r', owner: 'o', expires: '2027-01-01', expired: false } })
    const readings = [
      verified([pass, excepted]),
      verified([pass, bucket('e', { status: 'error' })]),
      verified([]),
      verified([pass], { reason: 'CREDENTIALS', problems: [{ message: 'none' }], outcome: 'failed' }),
      verified([pass], { problems: [{ message: 'half' }] }),
    ].map((report) => issueView(report, PRIVATE).reading)
    expect(readings).toEqual(['clean', 'findings', 'unread', 'unread', 'unread'])
  })

  it('a run that read a part takes nothing for fixed that it did not come to', () => {
    const before = told(verified([bucket('a'), bucket('b')]), undefined).after
    const part = told(verified([bucket('a', { status: 'pass' }), bucket('roles', { status: 'error', code: 'ROLE-001' })]), before)
    expect(part.text).toContain('**Since the last run:** 1 new, 1 fixed, 1 not come to.')
    expect(Object.keys(part.after)).toHaveLength(2)
    // Whoever reads everything afterwards, and finds b, finds nothing new.
    expect(told(verified([bucket('b')]), part.after).text).toContain('**Since the last run:** 1 fixed, 1 as before.')
  })

  it('a run that could not look leaves the text that stands, once, under a note since when', () => {
    const failed = verified([], {
      outcome: 'failed',
      reason: 'CREDENTIALS',
      problems: [{ message: 'No credentials.', remedy: 'Give some.' }],
    })
    const once = told(failed, {}, { read: '2026-11-20T05:17:00.000Z', previous: '### ❌ before' }).text
    expect(once).toBe(
      '<!-- unread -->\n> ⚠️ **Not read since 2026-11-20 05:17 UTC: what follows is of then.** [The run](https://github.com/acme/retail/actions/runs/1) of 2026-11-23 05:17 UTC could not look. No credentials. Give some.\n<!-- /unread -->\n\n### ❌ before',
    )
    expect(told(failed, {}, { read: '2026-11-20T05:17:00.000Z', previous: once }).text).toBe(once)
    expect(told(failed, undefined).text).toMatch(/\*\*Nothing could be read so far\.\*\*[\s\S]*### ⚠️ retail \/ dev: not read/)
  })

  it('however much there is: whole entries, worst first, and how many have no room', () => {
    const many = Array.from({ length: 900 }, (_, index) => bucket(`b${index}`, { severity: index === 899 ? 'critical' : 'low' }))
    const { text } = told(verified(many), {}, { limit: 20_000 })
    expect(text.length).toBeLessThanOrEqual(20_000)
    expect(text).toMatch(/#### New\n\n- ❌ \*\*BKT-001\*\* \(critical\): b899/)
    const shown = text.match(/^- ❌/gm)?.length ?? 0
    expect(text).toContain(`_${900 - shown} more in the job's summary and in \`results.json\`._`)
    expect(text.match(/<sub>`s3:b\d+`<\/sub>/g)).toHaveLength(shown)
  })

  it('in public, and beyond a thousand, it counts by check; one more of a check is new', () => {
    const options = { ...PRIVATE, isPublic: true }
    const first = told(verified([bucket('hidden-1'), bucket('hidden-2', { status: 'error' })]), undefined, { options })
    expect([first.after, first.text.includes('hidden'), first.text.includes('s3')]).toEqual([{ 'BKT-001': 2 }, false, false])
    expect(first.text).toContain('- ❌ **BKT-001** (critical): 1 fail, 1 could not be read')
    const next = told(verified([bucket('h1'), bucket('h2'), bucket('h3')]), first.after, { options })
    expect([next.stand.fresh.length, next.view.comment('new', next.stand)]).toEqual([
      1,
      '**1 new finding** ([run](https://github.com/acme/retail/actions/runs/1))\n\n- ❌ **BKT-001** (critical): 1 fail\n\ncc @acme/platform',
    ])
    const crowd = told(verified(Array.from({ length: 1001 }, (_, index) => bucket(`b${index}`))), undefined)
    expect(crowd.after).toEqual({ 'BKT-001': 1001 })
  })

  it('calls people to what is new, and to nothing else', () => {
    const { view, stand } = told(verified([bucket('a')]), undefined)
    const called = (['new', 'reopened', 'reminder', 'closed'] as const).map((word) =>
      view.comment(word, stand).includes('cc @acme/platform'),
    )
    expect(called).toEqual([true, true, false, false])
  })
})
