import { bordersOf, matchesWildcard, placePieces, splitArn } from './match.ts'

/**
 * Whether every text that `narrow` matches is matched by `wide` too; `true` is certain. A policy variable of `narrow` may become a
 * text of any length, so that only itself and `*` cover it.
 */
export function covers(wide: string, narrow: string, options: { ignoreCase?: boolean } = {}): boolean {
  const [a, b] = options.ignoreCase ? [wide.toLowerCase(), narrow.toLowerCase()] : [wide, narrow]
  const single = !narrow.includes('${')
  return placePieces(a, b, (wanted, given) => wanted === given || (wanted === '?' && given !== '*' && single)) !== undefined
}

/** As `covers`, part by part of an ARN; `*` alone covers every ARN. What is no ARN (`${Bucket.Arn}/*`) is text. */
export function coversArn(wide: string, narrow: string): boolean {
  if (wide === '*' || wide === narrow) return true
  const [wideParts, narrowParts] = [splitArn(wide), splitArn(narrow)]
  if (!wideParts && !narrowParts) return covers(wide, narrow)
  return !!wideParts && !!narrowParts && wideParts.every((part, index) => covers(part, narrowParts[index] ?? ''))
}

/** A text that both patterns match, part by part of an ARN, wildcards filled with as little as possible; undefined when there is none. */
export function commonArn(a: string, b: string): string | undefined {
  if (a === '*' || b === '*') return fill(a === '*' ? b : a)
  const [aParts, bParts] = [splitArn(a), splitArn(b)]
  if (!aParts || !bParts) return undefined
  const parts = aParts.map((part, index) => commonText(part, bParts[index] ?? ''))
  return parts.includes(undefined) ? undefined : parts.join(':')
}

/** A text a pattern matches. */
function fill(pattern: string): string {
  return pattern.replaceAll('*', 'x').replaceAll('?', 'x')
}

/**
 * As `commonArn`, of any two patterns. Where both have a star, a common text is the longer start, the middles of the one, then of the
 * other, and the longer end: the first star of each takes what is not its own.
 */
export function commonText(a: string, b: string): string | undefined {
  if (!a.includes('*')) return overlay(a, b)
  if (!b.includes('*')) return overlay(b, a)
  const [left, right] = [a.split('*'), b.split('*')]
  const start = longer(left[0] ?? '', right[0] ?? '', 'start')
  const end = longer(left.at(-1) ?? '', right.at(-1) ?? '', 'end')
  if (start === undefined || end === undefined) return undefined
  const parts = [...left.slice(1, -1).map(fill), ...right.slice(1, -1).map(fill), end]
  // One text may end in what the next begins with; that reads better, where it is still one that both match.
  const short = parts.reduce((text, part) => text + part.slice(overlap(text, part)), start)
  return matchesWildcard(a, short) && matchesWildcard(b, short) ? short : start + parts.join('')
}

/** A text without stars as the pattern takes it; a `?` of either is filled by the other. */
function overlay(text: string, pattern: string): string | undefined {
  const placed = placePieces(pattern, text, (wanted, given) => wanted === given || wanted === '?' || given === '?')
  if (!placed) return undefined
  const characters = fill(text).split('')
  for (const { piece, at } of placed)
    for (let index = 0; index < piece.length; index++) if (text[at + index] === '?') characters[at + index] = fill(piece[index] ?? '')
  return characters.join('')
}

/** The longer of two starts (or ends) of a text that may be the same text's; undefined when they differ. */
function longer(a: string, b: string, side: 'start' | 'end'): string | undefined {
  const length = Math.min(a.length, b.length)
  const [rest, most] = a.length > b.length ? [a, b] : [b, a]
  const cut = side === 'start' ? rest.slice(0, length) : rest.slice(rest.length - length)
  const shared = overlay(cut, most)
  if (shared === undefined) return undefined
  return side === 'start' ? shared + fill(rest.slice(length)) : fill(rest.slice(0, rest.length - length)) + shared
}

/** How much of the end of a text the next begins with. */
function overlap(text: string, next: string): number {
  // What no policy holds keeps the two apart.
  return bordersOf(`${next}\u{0}${text.slice(-next.length - 1)}`).at(-1) ?? 0
}
