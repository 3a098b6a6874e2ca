import { YAMLException } from 'js-yaml'

/** Lines that are changed before a document counts as broken after all. */
const MOST_CHANGED = 400

/** Further in than any template is nested. */
const PAD = ' '.repeat(120)

/**
 * Reads a text as YAML, with two liberties that CloudFormation takes and YAML does not: within brackets a line may stand as far out as
 * what opened them, and a comment may follow a quote or a bracket at once. Such lines are changed; a reader of positions takes the `PAD`
 * off again.
 */
export function asYaml<T>(body: string, read: (text: string) => T): T {
  let text = body
  for (let changed = 0; ; changed += 1) {
    try {
      return read(text)
    } catch (error) {
      if (!(error instanceof YAMLException) || changed === MOST_CHANGED) throw error
      const line = error.mark?.line ?? 0
      const next = error.reason === 'deficient indentation' ? changedLine(text, line, movedIn) : changedLine(text, line, commentApart)
      if (next === undefined) throw error
      text = next
    }
  }
}

/** The text with one line changed; undefined where nothing is left to change. */
function changedLine(text: string, line: number, change: (line: string) => string | undefined): string | undefined {
  const lines = text.split('\n')
  const next = change(lines[line] ?? '')
  if (next === undefined) return undefined
  lines[line] = next
  return lines.join('\n')
}

const movedIn = (line: string) => (line === '' || line.startsWith(PAD) ? undefined : PAD + line)

/** A value in quotes or brackets, and a comment right behind it. */
const CLOSED = /^((?:[^'"#]|'[^']*'|"(?:[^"\\]|\\.)*")*)(?<=['"\]}])#/

const commentApart = (line: string) => (CLOSED.test(line) ? line.replace(CLOSED, '$1 #') : undefined)

/** A place in the text that was read, as a place in the text that was given. */
export function givenColumn(line: string, column: number): number {
  return line.startsWith(PAD) ? Math.max(1, column - PAD.length) : column
}
