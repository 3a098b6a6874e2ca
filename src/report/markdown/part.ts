import type { Position } from '../../model/errors.ts'
import { escapeMarkdown, escapeSummary, inlineCode } from '../../text/markdown.ts'

/** A part of the text with its place in the order of what goes first when there is no room. Parts without one always stay. */
export interface Part {
  text: string
  dropOrder?: number
  dropped?: string
}

/** Whether a reviewer has the line: of the config, or of a template that is no rendered one. */
export function isAtHand({ file }: Position, configFile: string | undefined): boolean {
  return configFile === undefined || file === configFile
}

export function valueText(value: string | undefined): string {
  return value === undefined ? '_nothing_' : inlineCode(value)
}

export const MARKS = { pass: '✅', fail: '❌', error: '⚠️', excepted: '🔕', 'not-applicable': '➖' } as const

export function folded(title: string, parts: readonly Part[], dropOrder: number): Part[] {
  const body = parts.map((part) => part.text).join('\n\n')
  return body === ''
    ? []
    : [
        {
          text: `<details><summary>${escapeSummary(title)}</summary>\n\n${body}\n\n</details>`,
          dropOrder,
          dropped: `${escapeMarkdown(title)}: left out for length.`,
        },
      ]
}
