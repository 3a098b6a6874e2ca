import { splitArn } from './match.ts'

/**
 * Whether every text that `narrow` matches is matched by `wide` too; `true` is certain. A policy variable of `narrow` may become a
 * text of any length, so that only itself and `*` cover it.
 */
export function covers(wide: string, narrow: string, options: { ignoreCase?: boolean } = {}): boolean {
  const [a, b] = options.ignoreCase ? [wide.toLowerCase(), narrow.toLowerCase()] : [wide, narrow]
  const single = !narrow.includes('${')
  return meet(a, b, (wideStep, narrowStep) => wideStep === narrowStep || (wideStep === '?' && narrowStep !== '*' && single)) !== undefined
}

/** A text that both patterns match, wildcards filled with as little as possible; undefined when there is none. */
function commonText(a: string, b: string): string | undefined {
  return meet(a, b, (left, right) => left === right || left === '?' || right === '?', { both: true })
}

/** As `covers`, part by part of an ARN; `*` alone covers every ARN. What is no ARN (`${Bucket.Arn}/*`) is text. */
export function coversArn(wide: string, narrow: string): boolean {
  if (wide === '*' || wide === narrow) return true
  const [wideParts, narrowParts] = [splitArn(wide), splitArn(narrow)]
  if (!wideParts && !narrowParts) return covers(wide, narrow)
  return !!wideParts && !!narrowParts && wideParts.every((part, index) => covers(part, narrowParts[index] ?? ''))
}

/** As `commonText`, part by part of an ARN. */
export function commonArn(a: string, b: string): string | undefined {
  if (a === '*' || b === '*') return fill(a === '*' ? b : a)
  const [aParts, bParts] = [splitArn(a), splitArn(b)]
  if (!aParts || !bParts) return undefined
  const parts = aParts.map((part, index) => commonText(part, bParts[index] ?? ''))
  return parts.includes(undefined) ? undefined : parts.join(':')
}

/** A text a pattern matches. */
export function fill(pattern: string): string {
  return pattern.replaceAll('*', 'x').replaceAll('?', 'x')
}

/**
 * Walks both patterns at once. A `*` of the first takes any text of the second; where `both` is set, a `*` of the second does
 * the same with the first. Answers the text walked, undefined when the walk does not reach both ends.
 */
function meet(a: string, b: string, agree: (a: string, b: string) => boolean, { both = false } = {}): string | undefined {
  const dead = new Set<number>()
  const width = b.length + 1
  const walk = (i: number, j: number): string | undefined => {
    if (i === a.length && j === b.length) return ''
    const key = i * width + j
    if (dead.has(key)) return undefined
    const result = step(i, j)
    if (result === undefined) dead.add(key)
    return result
  }
  const prefixed = (text: string, rest: string | undefined) => (rest === undefined ? undefined : text + rest)
  const step = (i: number, j: number): string | undefined => {
    const [left, right] = [a[i], b[j]]
    if (left === '*') {
      const taken = right === undefined ? undefined : prefixed(fill(right), walk(i, j + 1))
      return walk(i + 1, j) ?? taken
    }
    if (both && right === '*') {
      const taken = left === undefined ? undefined : prefixed(fill(left), walk(i + 1, j))
      return walk(i, j + 1) ?? taken
    }
    if (left === undefined || right === undefined || !agree(left, right)) return undefined
    return prefixed(left === '?' ? fill(right) : fill(left), walk(i + 1, j + 1))
  }
  return walk(0, 0)
}
