import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { root, venvFolder } from '../../scripts/paths.mjs'
import type { RunReport } from '../../src/model/report.ts'
import { copySentences } from '../../src/report/copy-text.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { codeBlock, escapeMarkdown, escapeProse, escapeSummary, inlineCode, link } from '../../src/text/markdown.ts'
import { visible } from '../../src/text/visible.ts'
import { hostileReports, hostileText } from '../support/hostile.ts'
import { runs } from '../support/length.ts'
import { MARKDOWN_CASES } from '../support/reports.ts'

const COUNT = runs(400, 2000)
const texts = fc.sample(fc.oneof(hostileText, fc.string({ maxLength: 40, unit: 'binary' }), fc.string({ maxLength: 20 })), {
  numRuns: COUNT,
})

/** The outside judge: cmark-gfm, what GitHub renders comments with, many texts in one process. */
function github(markdown: readonly string[]): string[] {
  const python = join(venvFolder, 'bin/python')
  const told = execFileSync(python, [join(root, '__tests__/support/cmark.py')], {
    input: JSON.stringify(markdown),
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  })
  return JSON.parse(told) as string[]
}

/** What a reader sees of HTML: tags gone, entities read, lines as one. */
function seen(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const plain = (text: string) => visible(text).replaceAll(/\s+/g, ' ').trim()

/** What GitHub makes alive after cmark, everywhere but in code: https://github.com/gjtorikian/html-pipeline */
const ALIVE_LATER = /(?:^|[^\w`])@[\w-]|\w#\d|(?:^|\W)#\d|GH-\d|\b[0-9a-f]{7,40}\b|:[a-z+-][\w+-]*:|\$\S[^$]*\S?\$(?!\d)/i
const outsideCode = (html: string) => seen(html.replaceAll(/<code>[\s\S]*?<\/code>/g, ' ¶ '))

describe('Markdown, as cmark-gfm reads it', () => {
  const places: readonly (readonly [string, (text: string) => string, (html: string) => string | undefined])[] = [
    ['text of a cell', (text) => `| a | b |\n|---|---|\n| ${escapeMarkdown(text)} | end |`, cell],
    ['code of a cell', (text) => `| a | b |\n|---|---|\n| ${inlineCode(text)} | end |`, cell],
    ['prose of a cell', (text) => `| a | b |\n|---|---|\n| ${escapeProse(text.replaceAll('`', ''))} | end |`, cell],
    ['a paragraph', (text) => escapeMarkdown(text), (html) => /^(?:<p>([\s\S]*)<\/p>\n)?$/.exec(html)?.[1] ?? ''],
    ['a heading', (text) => `### x ${escapeMarkdown(text)} x`, (html) => /^<h3>x ([\s\S]*) x<\/h3>\n$/.exec(html)?.[1]],
    [
      'a quote',
      (text) => `> x ${escapeProse(text.replaceAll('`', ''))}`,
      (html) => /^<blockquote>\n<p>x ?([\s\S]*)<\/p>\n<\/blockquote>\n$/.exec(html)?.[1],
    ],
    ['bold text', (text) => `**x${escapeMarkdown(text).trim()}x**`, (html) => /^<p><strong>x([\s\S]*)x<\/strong><\/p>\n$/.exec(html)?.[1]],
    [
      'a title',
      (text) => `<details><summary>${escapeSummary(text)}</summary>\n\nbody\n\n</details>`,
      (html) => /^<details><summary>([\s\S]*)<\/summary>\n<p>body<\/p>\n<\/details>\n$/.exec(html)?.[1],
    ],
    [
      'a block of code',
      (text) => `${codeBlock([text], 'diff')}\n\nend`,
      (html) => /^<pre[^>]*><code[^>]*>([\s\S]*)\n<\/code><\/pre>\n<p>end<\/p>\n$/.exec(html)?.[1],
    ],
    [
      'an item of a list',
      (text) => `- ${escapeMarkdown(text)}\n- end`,
      (html) => /^<ul>\n<li>([\s\S]*)<\/li>\n<li>end<\/li>\n<\/ul>\n$/.exec(html)?.[1],
    ],
    ['a link of another place', (text) => `x ${link('run', text)} x`, (html) => /^<p>x run \(([\s\S]*)\) x<\/p>\n$/.exec(html)?.[1]],
  ]

  it.each(places)('any text is exactly what is read: %s', (_, written, found) => {
    const pages = github(texts.map(written))
    const wrong = texts.flatMap((text, index) => {
      const html = pages[index] ?? ''
      const inside = found(html)
      const wanted = plain(written === places[2]?.[1] || written === places[5]?.[1] ? text.replaceAll('`', '') : text)
      return inside !== undefined && seen(inside) === wanted && !/<(?!\/?code\b)/.test(inside) ? [] : [{ text, html }]
    })
    expect(wrong.slice(0, 3)).toEqual([])
  })

  it('nothing in it is alive later, outside of code', () => {
    const pages = github(texts.map((text) => `${escapeMarkdown(text)}\n`))
    const wrong = texts.flatMap((text, index) => (ALIVE_LATER.test(outsideCode(pages[index] ?? '')) ? [{ text, html: pages[index] }] : []))
    expect(wrong.slice(0, 3)).toEqual([])
  })

  it('reports with hostile text in every field have only our links and elements', () => {
    const reports = fc.sample(hostileReports.values, { numRuns: Math.ceil(COUNT / 4) })
    const pages = github(reports.map((report) => toMarkdown(report, { limit: 1_000_000, isPublic: false, maskAccountId: false })))
    const known =
      /<\/?(?:details|summary|sub|br|code|p|h[2-6]|table|thead|tbody|tr|th|td|ul|li|strong|em|blockquote|pre)(?: \/| lang="diff"| class="language-diff"| class="language-mermaid")?>/g
    const left = pages.flatMap((html) => html.replaceAll(known, '').match(/<[^>]*>/g) ?? [])
    expect(left.slice(0, 3)).toEqual([])
    // The lists of ours are what a cost is reckoned with and what a copy says, and no text adds an item to them.
    const items = pages.map((html, index) => html.split('<li>').length - 1 - itemsOfOurs(reports[index]))
    expect(items.filter((more) => more > 0)).toEqual([])
    expect(
      pages.flatMap((html) => [html.split('<details>').length - html.split('</details>').length]).filter((open) => open !== 0),
    ).toEqual([])
  })

  it('the links of ours are links', () => {
    const linked = github(MARKDOWN_CASES.map(({ report, options }) => toMarkdown(report, options))).flatMap(
      (html) => html.match(/<a href="([^"]*)"/g) ?? [],
    )
    expect([...new Set(linked)].sort()).toEqual([
      '<a href="https://console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks?filteringText=retail-dev-access"',
      '<a href="https://console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks?filteringText=retail-dev-audit"',
      '<a href="https://github.com/acme/retail/actions/runs/1"',
    ])
  })
})

function itemsOfOurs(report: RunReport | undefined): number {
  return (report?.cost?.estimate?.basis.length ?? 0) + (report?.copy ? copySentences(report.copy).length : 0)
}

function cell(html: string): string | undefined {
  return /<tr>\n<td>([\s\S]*)<\/td>\n<td>end<\/td>\n<\/tr>\n<\/tbody>\n<\/table>\n$/.exec(html)?.[1]
}
