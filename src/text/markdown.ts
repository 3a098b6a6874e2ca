import { escapeHtml } from './html.ts'
import { visible } from './visible.ts'

/**
 * What GitHub makes a link, a mention, a reference, a formula or a picture of although no markup says so: links of any scheme, bare
 * `www.`, mail addresses, `@name`, `#1`, `GH-1`, commits, `$…$` and `:name:`. Words with one are shown as code, where nothing is.
 */
const ALIVE = /@|:\/\/|www\.|mailto:|xmpp:|#\d|GH-\d|\b[0-9a-f]{7,64}\b|\$(?!\d[\d.,]*$)|:[\w+-]+:|https?:/i
/** What would begin a heading, a list, a quote or a rule at the start of a block. */
const OPENING = /^( ?)(#(?=#{0,5}(?: |$))|[-+](?= |$)|-(?=[- ]+$)|\d{1,9}(?=[.)](?: |$)))/

/** Text from AWS, logs or pull requests, made harmless in Markdown: it is shown as it is, in one line, and nothing of it is obeyed. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .split(/( )/)
    .map((word) => (ALIVE.test(word) ? inlineCode(word) : escapeWord(word)))
    .join('')
    .replace(OPENING, (_, space: string, mark: string) => `${space}${/\d/.test(mark) ? `${mark}\\` : `\\${mark}`}`)
}

function escapeWord(word: string): string {
  return word
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]~]/g, '\\$&')
    .replaceAll('|', '&#124;')
}

/** As inline code: nothing in it ends it, and none of its bars ends a table's cell. */
export function inlineCode(text: string): string {
  // A table reads bars before code is: they stand between two pieces of code.
  return oneLine(text)
    .split('|')
    .map((piece) => (piece === '' ? '' : fenced(piece)))
    .join('&#124;')
}

/** Spaces stand outside: at the edges of code some are taken away. */
function fenced(text: string): string {
  const [, before = '', code = '', after = ''] = /^( *)(.*?)( *)$/.exec(text) ?? []
  if (code === '') return text
  const fence = '`'.repeat(longestRun(code, 0) + 1)
  const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : ''
  return `${before}${fence}${pad}${code}${pad}${fence}${after}`
}

function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ')
}

function longestRun(text: string, least: number): number {
  return [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), least)
}

/** A block that no content can leave. */
export function codeBlock(lines: readonly string[], language = ''): string {
  const shown = lines.map((line) => visible(line).replaceAll('\n', ' '))
  const fence = '`'.repeat(shown.reduce((longest, line) => longestRun(line, longest), 2) + 1)
  return [`${fence}${language}`, ...shown, fence].join('\n')
}

/** Our own sentences: what stands between backticks becomes code, everything else is made harmless. */
export function escapeProse(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? inlineCode(part.slice(1, -1)) : escapeMarkdown(part)))
    .reduce((before, part) => `${before}${before.endsWith('`') && part.startsWith('`') ? SPACE : ''}${part}`, '')
}

/** Two pieces of code that touch would be one. */
const SPACE = ' '

/** As the title of a folded part, which is HTML: GitHub looks for mentions and references there too, but not in code. */
export function escapeSummary(text: string): string {
  return oneLine(text)
    .split(/( )/)
    .map((word) => (ALIVE.test(word) ? `<code>${escapeHtml(word)}</code>` : escapeHtml(word)))
    .join('')
}

/** A link of ours: to GitHub's runs, issues or comments, or to the AWS console. Any other address is shown and not linked. */
export function link(text: string, url: string): string {
  return OURS.test(url) ? `[${escapeMarkdown(text)}](${url})` : `${escapeMarkdown(text)} (${inlineCode(url)})`
}

/** https://docs.aws.amazon.com/general/latest/gr/aws-consoles.html; a GitHub server of one's own has any host. */
const OURS =
  /^https:\/\/(?:(?:[\w-]+\.)?console\.(?:aws\.amazon\.com|amazonaws-us-gov\.com|amazonaws\.cn)\/[\w\-./?=&#%:]*|[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+\/(?:actions\/runs\/\d+|(?:pull|issues)\/\d+#issuecomment-\d+|issues\/\d+))$/
