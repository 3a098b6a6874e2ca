import { RE2JS } from 're2js'

/** Characters of a text that is tried; a repetition that may be longer is as good as one without end. */
const LONGEST_TEXT = 256
/** Characters of a pattern that is tried. */
const LONGEST_PATTERN = 400
/** Steps: instructions of a pattern times characters of the text. */
const MOST_STEPS = 2_000_000

const made = new Map<string, RE2JS | undefined>()

/**
 * Whether a text has a match of a pattern that is somebody else's: of AWS's resource schemas, or of a template's parameter. The engine
 * takes time in proportion to both, because either may be written to stall whoever tries it. Undefined where nothing is known: a text
 * or pattern is too long (256 and 400 characters), or the pattern has what only engines that try again and again have (looking ahead,
 * references back).
 */
export function hasMatch(pattern: string, text: string): boolean | undefined {
  return expressionFor(pattern, text)?.test(text)
}

/** Whether a pattern matches a text as a whole; undefined as with `hasMatch`. */
export function matchesWhole(pattern: string, text: string): boolean | undefined {
  return expressionFor(pattern, text)?.testExact(text)
}

function expressionFor(pattern: string, text: string): RE2JS | undefined {
  if (text.length > LONGEST_TEXT || pattern.length > LONGEST_PATTERN) return undefined
  if (!made.has(pattern)) made.set(pattern, compiled(pattern))
  const expression = made.get(pattern)
  return expression && expression.programSize() * (text.length + 1) <= MOST_STEPS ? expression : undefined
}

function compiled(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(translated(pattern))
  } catch {
    return undefined
  }
}

/** An escaped character, a class of characters, or a count. */
const PARTS = /\\u\{?[0-9A-Fa-f]{4,6}\}?|\\.|\[(?:\\.|[^\]\\])*\]|\{\d+,\d+\}/gsu

/** The same pattern in RE2's words: characters by their number, and no count beyond what a text can have. */
function translated(pattern: string): string {
  return pattern.replaceAll(PARTS, (part) => {
    if (!part.startsWith('{')) return part.replaceAll(/(\\[^u])|\\u\{?([0-9A-Fa-f]{4,6})\}?/g, (_, kept, code) => kept ?? `\\x{${code}}`)
    const [least, most] = part.slice(1, -1).split(',')
    return Number(most) > LONGEST_TEXT ? `{${least},}` : part
  })
}
