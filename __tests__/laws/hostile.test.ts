import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { marked } from 'marked'
import { annotate } from '../../src/action/annotations.ts'
import { createOutput } from '../../src/action/output.ts'
import { fileText } from '../../src/commands/format-files.ts'
import { changesOf } from '../../src/model/issue.ts'
import type { RunReport } from '../../src/model/report.ts'
import { createPaint, createProgress, quietProgress } from '../../src/progress/progress.ts'
import { FILE_FORMATS, FORMAT_IDS, loadFormat } from '../../src/report/formats.ts'
import { issueView } from '../../src/report/issue.ts'
import { toJson } from '../../src/report/json.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { publicText } from '../../src/report/public.ts'
import { toText } from '../../src/report/text.ts'
import { csvTable } from '../../src/text/csv.ts'
import { logText } from '../../src/text/log.ts'
import { visible } from '../../src/text/visible.ts'
import { verdictOf } from '../../src/verdict/verdict.ts'
import { commandsIn, hostileReports, hostileText, SENTINEL, UNSEEN } from '../support/hostile.ts'
import { runs } from '../support/length.ts'
import { valuesOfType } from '../support/type-arbitrary.ts'

const RUNS = { numRuns: runs(60, 1000) }
const { values } = hostileReports
const NOTHING_OPEN = { notices: [], problems: false }

/** What an issue in public says. */
function issueTexts(report: RunReport): string[] {
  const view = issueView(report, { isPublic: true, maskAccountId: false, open: NOTHING_OPEN, mentions: [] })
  const told = { ...changesOf(view.items, {}, view.isFixed), trend: [], read: report.context.time, previous: undefined }
  return [view.body(told, 65_536), ...(['new', 'reminder', 'closed', 'reopened'] as const).map((word) => view.comment(word, told))]
}

/** What the runner would read on its two streams. */
async function logOf(work: () => Promise<unknown> | unknown): Promise<string> {
  let log = ''
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    log += String(chunk)
    return true
  })
  try {
    await work()
  } finally {
    spy.mockRestore()
  }
  return log
}

afterEach(() => {
  jest.restoreAllMocks()
})

describe('hostile text in every field of a report', () => {
  it('is in every field: the reports are made from the type', () => {
    const seen = new Set<string>()
    const marked = valuesOfType<RunReport>('src/model/report.ts', 'RunReport', (path) =>
      fc.constant(path).map((told) => {
        seen.add(told)
        return told
      }),
    )
    fc.assert(
      fc.property(marked.values, () => undefined),
      { numRuns: runs(300, 2000) },
    )
    expect([...marked.paths].filter((path) => !seen.has(path))).toEqual([])
    expect(marked.paths.size).toBeGreaterThan(80)
  })

  it.each(FORMAT_IDS)('as %s gives a log no command, and a reader nothing unseen', async (id) => {
    const format = await loadFormat(id)
    fc.assert(
      fc.property(values, (report) => {
        const log = logText(format(report, { paint: createPaint(false), maskAccountId: false, folder: '/checkout' }))
          // Lines of CSV end as RFC 4180 has it.
          .replaceAll('\r\n', '\n')
        expect(commandsIn(log)).toEqual([])
        expect(log).not.toMatch(UNSEEN)
      }),
      RUNS,
    )
  })

  it.each(FILE_FORMATS.map(({ id, file, load }) => ({ id, file, load })))(
    'as $file gives a step that prints it no command',
    async ({ file, load }) => {
      const format = await load()
      fc.assert(
        fc.property(values, (report) => {
          const text = fileText(file, format(report, { paint: createPaint(false), maskAccountId: false, folder: '/checkout' }))
          // Lines of CSV end as RFC 4180 has it.
          expect(commandsIn(text.replaceAll('\r\n', '\n'))).toEqual([])
        }),
        RUNS,
      )
    },
  )

  it('as a table of the activity gives a step that prints it no command', () => {
    fc.assert(
      fc.property(fc.array(fc.array(hostileText, { minLength: 2, maxLength: 2 }), { maxLength: 4 }), (rows) =>
        expect(commandsIn(csvTable(['a', 'b'], rows).replaceAll('\r\n', '\n'))).toEqual([]),
      ),
      RUNS,
    )
  })

  it('as text gives the runner no command, a reader nothing unseen, and no line that looks like ours', () => {
    fc.assert(
      fc.property(values, (report) => {
        const log = logText(toText(report, createPaint(false)))
        expect(commandsIn(log)).toEqual([])
        expect(log).not.toMatch(UNSEEN)
        expect(log).not.toMatch(/^✓ forged/m)
      }),
      RUNS,
    )
  })

  it('as JSON is the same data, with nothing in it that a terminal or a runner obeys', () => {
    fc.assert(
      fc.property(values, (report) => {
        const json = toJson(report)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)))
        expect(commandsIn(json)).toEqual([])
        expect(json).not.toMatch(UNSEEN)
      }),
      RUNS,
    )
  })

  it('as Markdown is nothing but text: no link, no element, no mention, no end of a section', async () => {
    await fc.assert(
      fc.asyncProperty(values, async (report) => {
        const text = toMarkdown(report, { limit: 1_000_000, isPublic: false, maskAccountId: false })
        expect(text).not.toMatch(UNSEEN)
        const html = await marked.parse(text)
        expect(html).not.toMatch(/<(?:img|script|a)\b/i)
        expect(html.replaceAll(/<code[^>]*>[\s\S]*?<\/code>/g, '')).not.toMatch(/@everyone|me@evil|\w#1\b|www\.evil/i)
      }),
      RUNS,
    )
  })

  it('in an issue is nothing but text, in private and in public, within its limit', async () => {
    await fc.assert(
      fc.asyncProperty(values, fc.boolean(), fc.integer({ min: 3000, max: 20_000 }), async (report, isPublic, limit) => {
        const view = issueView(report, { isPublic, maskAccountId: false, open: NOTHING_OPEN, mentions: [] })
        const told = { ...changesOf(view.items, {}, view.isFixed), trend: [], read: report.context.time, previous: undefined }
        const text = `${view.body(told, limit)}\n\n${view.comment('new', told)}`
        expect(view.body(told, limit).length).toBeLessThanOrEqual(limit)
        expect(text).not.toMatch(UNSEEN)
        const html = await marked.parse(text)
        expect(html).not.toMatch(/<(?:img|script|a)\b/i)
        expect(html.replaceAll(/<code[^>]*>[\s\S]*?<\/code>/g, '')).not.toMatch(/@everyone|me@evil|\w#1\b|www\.evil/i)
      }),
      RUNS,
    )
  })

  it('as annotations is one command each, ours', async () => {
    await fc.assert(
      fc.asyncProperty(values, async (report) => {
        const output = createOutput({}, () => false)
        const log = await logOf(() => annotate(output, report, undefined))
        const lines = log.split(/\r\n|\r|\n/).filter((line) => line !== '')
        expect(lines.filter((line) => !/^::(?:error|warning) ?[^:]*::/.test(line))).toEqual([])
        expect(log).not.toMatch(/##\[/)
        expect(log).not.toMatch(UNSEEN)
      }),
      RUNS,
    )
  })

  it('in a public repository is nowhere, whatever the report', async () => {
    await fc.assert(
      fc.asyncProperty(values, async (given) => {
        const { reason: _, ...rest } = given
        const context = {
          ...given.context,
          version: '1.0.0',
          time: '2026-11-23T05:17:00Z',
          commit: undefined,
          runUrl: undefined,
          account: '123456789012',
        }
        const report: RunReport = {
          ...rest,
          subject: 'account 123456789012',
          context,
          ...(given.reason && !given.reason.startsWith('BAD_') ? { reason: given.reason } : {}),
        }
        const said = [
          toMarkdown(report, { limit: 65_536, isPublic: true, maskAccountId: false, open: NOTHING_OPEN }),
          publicText(report, verdictOf(report), NOTHING_OPEN),
          ...issueTexts(report),
          await logOf(() =>
            annotate(
              createOutput({}, () => true),
              report,
              NOTHING_OPEN,
            ),
          ),
        ].join('\n')
        expect(said).not.toContain(SENTINEL)
        expect(said.replace('account 123456789012', '')).not.toMatch(/\d{12}/)
      }),
      RUNS,
    )
  })
})

describe('hostile text elsewhere', () => {
  it('in what steps say stays in its line and is no command', () => {
    fc.assert(
      fc.property(hostileText, hostileText, fc.boolean(), (label, detail, live) => {
        let written = ''
        const write = (text: string) => {
          written += logText(text)
        }
        const progress = createProgress({ write, live, paint: createPaint(false), now: () => 0, columns: 200 })
        const quiet = quietProgress({ write, live: false, paint: createPaint(false), now: () => 0 })
        progress.done(label, detail)
        progress.failed(label, detail)
        progress.note(label)
        progress.warn(detail)
        const running = progress.start(label)
        running.update(detail)
        running.alive(detail)
        running.end('done', detail)
        const shown = written.replaceAll('\r\u001b[2K', '\n')
        expect(commandsIn(shown)).toEqual([])
        expect(shown).not.toMatch(UNSEEN)
        written = ''
        for (const say of [quiet.done, quiet.failed, quiet.note, quiet.warn]) say(label, detail)
        const silent = quiet.start(label)
        silent.update(detail)
        silent.end('failed', detail)
        expect(written).not.toContain(SENTINEL)
      }),
      RUNS,
    )
  })

  it.each([
    ['a command', '::error::x', ': :error::x'],
    ['after spaces', ' \u00a0 ::stop-commands::t', ' \u00a0 : :stop-commands::t'],
    ['after a carriage return', 'a\r::error::x', 'a\r: :error::x'],
    ['after a colour', '\u001b[31m::error::x', '\u001b[31m: :error::x'],
    ['of the old form, anywhere', 'x ##[add-mask]y', 'x ## [add-mask]y'],
    ['that is none', 'AWS::IAM::Role ## x', 'AWS::IAM::Role ## x'],
  ])('a log has %s as text', (_, given, shown) => expect(logText(given)).toBe(shown))

  it.each([
    ['a direction', 'a\u202eb', 'a⟨U+202E⟩b'],
    ['a colour', '\u001b[31mred', '⟨U+001B⟩[31mred'],
    ['nothing', 'zero\u200bwidth\ufeff', 'zero⟨U+200B⟩width⟨U+FEFF⟩'],
    ['a tag', '\u{e0041}', '⟨U+E0041⟩'],
    ['half a character', '\ud83d', '⟨U+D83D⟩'],
    ['a picture, which is seen', '⚠\ufe0f 🔒', '⚠\ufe0f 🔒'],
    ['other letters, which are seen', 'Zürich 東京 العربية', 'Zürich 東京 العربية'],
    ['lines, which stay', 'a\r\nb\tc', 'a\nb c'],
  ])('what hides is shown: %s', (_, given, shown) => expect(visible(given)).toBe(shown))
})
