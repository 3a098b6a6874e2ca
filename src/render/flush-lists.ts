/** A list that is written two columns to the right of its key stands under it, and what is below it moves along. */
interface Moved {
  /** Column of the list as it was. */
  at: number
  by: number
}

const KEY_OF_MORE = /:(?: [&!][^\s]+)?$/
const BLOCK_TEXT = /(?:^|[:-] )[|>][+-]?\d?$/

/**
 * The same YAML with its lists flush with their keys: seven bytes of a hundred less, and not a value or comment changed. Bootstrap goes to
 * CloudFormation in the call itself, since the bucket for larger templates is its own.
 */
export function flushLists(text: string): string {
  const lines = text.split('\n')
  const isText = insideTexts(lines)
  const moved: Moved[] = []
  return lines
    .map((line, index) => {
      if (line.trim() === '') return line
      while (!isText[index] && columnOf(line) < (moved.at(-1)?.at ?? 0)) moved.pop()
      const shift = moved.reduce((sum, { by }) => sum + by, 0)
      const at = keyColumn(line) + 2
      if (!isText[index] && KEY_OF_MORE.test(line) && !isComment(line) && beginsList(lines, index, at)) moved.push({ at, by: 2 })
      return line.slice(shift)
    })
    .join('\n')
}

/** Which lines are text of several lines, where nothing is a key or a list. */
function insideTexts(lines: readonly string[]): boolean[] {
  let below: number | undefined
  return lines.map((line) => {
    if (line.trim() === '') return below !== undefined
    if (below !== undefined && columnOf(line) > below) return true
    const key = keyColumn(line)
    // Below a dash without a key the text is of the list, not of a key in it.
    below = BLOCK_TEXT.test(line) && !isComment(line) ? (/^[|>]/.test(line.slice(key)) ? key - 2 : key) : undefined
    return false
  })
}

const isComment = (line: string) => line.trimStart().startsWith('#')

const columnOf = (line: string) => line.length - line.trimStart().length

/** Column of the key of a line, behind the dashes of the lists that it begins. */
function keyColumn(line: string): number {
  const [before = ''] = /^\s*(?:- )*/.exec(line) ?? []
  return before.length
}

/** Whether the next line that is no comment begins a list in the column. */
function beginsList(lines: readonly string[], index: number, column: number): boolean {
  const next = lines.slice(index + 1).find((line) => line.trim() !== '' && !isComment(line))
  return next !== undefined && columnOf(next) === column && next.trimStart().startsWith('- ')
}
