import fc from 'fast-check'
import type { RunReport } from '../../src/model/report.ts'
import { valuesOfType } from './type-arbitrary.ts'

/** Stands in every hostile text, so that a test finds where any of it got through. */
export const SENTINEL = 'zq7w'

/** What texts from outside have been used for: commands to the runner, terminals, readers' eyes, Markdown, HTML, links, references. */
const PIECES = [
  ' ',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '::error::no',
  '\n::add-mask::e',
  '\n  ::stop-commands::pwned',
  '\u00a0::set-output name=x::y',
  '\u0085::warning::x',
  '\u2028::error::x',
  '##[error]no',
  '\n##[group]x',
  '%0A::error::x',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007',
  '\u009b31m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\ufeff',
  '\u3164',
  '\u{e0041}',
  '\ud800',
  '\u0000',
  '\b\b\b',
  '|',
  '\\|',
  '\\',
  '`',
  '``',
  '\n```\n',
  '<img src=x onerror=alert(1)>',
  '<script>',
  '</summary>',
  '\n\n</details>\n',
  '<!-- mlops-audit comment 1 -->',
  '\n<!-- mlops-audit {"config":"c"} -->\n',
  '\n<!-- /mlops-audit -->\n',
  '\n<!-- note -->\nx\n<!-- /note -->\n',
  '@everyone',
  'me@evil.example',
  '#1',
  'acme/retail#1',
  'GH-1',
  'f00dfeed1234567',
  'https://evil.example',
  'HTTPS://EVIL.EXAMPLE',
  'http://evil.example/?a=b&c',
  'ftp://evil.example',
  'www.evil.example',
  'WWW.EVIL.EXAMPLE',
  'mailto:me@evil.example',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '[x]: https://evil.example',
  '<https://evil.example>',
  '\n# head',
  '# head',
  '- item',
  '1. item',
  '> quote',
  '---',
  '***',
  '~~x~~',
  '_x_',
  '$\\text{x}$',
  ':rocket:',
  '&lt;b&gt;',
  '&#64;everyone',
  '\n✓ forged: 62 checks pass',
  'a',
  '0',
  '.',
] as const

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 })
  .map((pieces) => `${pieces[0]}${SENTINEL}${pieces.slice(1).join('')}`)

/** Reports of any shape the type allows, every text of them hostile. */
export const hostileReports = valuesOfType<RunReport>('src/model/report.ts', 'RunReport', () => hostileText)

/** What a runner, a terminal or an eye would obey or miss; line feeds apart. */
export const UNSEEN = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u3164\u{e0000}-\u{e0fff}]/u

/** Lines that the runner takes for commands: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
export function commandsIn(log: string): string[] {
  return log.split(/\r\n|\r|\n/).filter((line) => line.trimStart().startsWith('::') || line.includes('##['))
}
