import { YAMLException } from 'js-yaml'

/** Lines that are moved before a document counts as broken after all. */
const MOST_MOVED = 400

/** Further in than any template is nested. */
const PAD = ' '.repeat(120)

/**
 * Reads a text as YAML, with one liberty that CloudFormation takes and YAML does not: within brackets a line may stand as far out as what
 * opened them. Such lines are moved in; a reader of positions takes the `PAD` off again.
 */
export function asYaml<T>(body: string, read: (text: string) => T): T {
  let text = body
  for (let moved = 0; ; moved += 1) {
    try {
      return read(text)
    } catch (error) {
      if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation' || moved === MOST_MOVED) throw error
      const next = movedIn(text, error.mark?.line ?? 0)
      if (next === undefined) throw error
      text = next
    }
  }
}

/** The line with the offence, moved in; undefined where it has been already. */
function movedIn(text: string, line: number): string | undefined {
  const lines = text.split('\n')
  const found = lines[line]
  if (found === undefined || found.startsWith(PAD)) return undefined
  lines[line] = PAD + found
  return lines.join('\n')
}

/** A place in the text that was read, as a place in the text that was given. */
export function givenColumn(line: string, column: number): number {
  return line.startsWith(PAD) ? Math.max(1, column - PAD.length) : column
}
