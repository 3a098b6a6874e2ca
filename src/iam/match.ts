/** Stand for a `*` and a `?` that a policy variable put there: they mean themselves and match nothing else. */
const LITERAL = { '*': '\u{E000}', '?': '\u{E001}' } as const

/** Text in which `*` and `?` are no wildcards. */
export function literal(text: string): string {
  return text.replaceAll('*', LITERAL['*']).replaceAll('?', LITERAL['?'])
}

/** The text again, as someone wrote it. */
export function plain(text: string): string {
  if (!text.includes(LITERAL['*']) && !text.includes(LITERAL['?'])) return text
  return text.replaceAll(LITERAL['*'], '*').replaceAll(LITERAL['?'], '?')
}

/** IAM's wildcards: `*` is any text, `?` one character; everything else is itself. */
export function matchesWildcard(pattern: string, value: string, options: { ignoreCase?: boolean } = {}): boolean {
  const [wanted, given] = options.ignoreCase ? [pattern.toLowerCase(), value.toLowerCase()] : [pattern, value]
  if (!wanted.includes('*') && !wanted.includes('?')) return plain(wanted) === given
  // A star of the value is a character like any other.
  return placePieces(wanted, literal(given), anyCharacter) !== undefined
}

/** Whether a character of a pattern, which is no star, may stand for one of a text. */
type Agree = (wanted: string, given: string) => boolean

const anyCharacter: Agree = (wanted, given) => wanted === given || wanted === '?'

/**
 * Where each piece between the stars of a pattern stands in a text that it takes as a whole; undefined when it does not. The first
 * piece stands at the start, the last at the end, every other as early as it can: what has been placed is never moved again, so that
 * hostile patterns (`*a*a*a…`) cost no more than kind ones.
 */
export function placePieces(pattern: string, text: string, agree: Agree): Placed[] | undefined {
  const pieces = pattern.split('*')
  const first = pieces[0] ?? ''
  const search = searchIn(text, agree)
  if (pieces.length === 1) return first.length === text.length && search.fits(first, 0) ? [{ piece: first, at: 0 }] : undefined
  const last = pieces.at(-1) ?? ''
  const end = text.length - last.length
  if (end < first.length || !search.fits(first, 0) || !search.fits(last, end)) return undefined
  const placed = [{ piece: first, at: 0 }]
  let from = first.length
  for (const piece of pieces.slice(1, -1)) {
    const at = search.find(piece, from, end)
    if (at === undefined) return undefined
    placed.push({ piece, at })
    from = at + piece.length
  }
  return [...placed, { piece: last, at: end }]
}

interface Placed {
  piece: string
  at: number
}

/** Only where a `?` is about are characters compared one by one. */
function searchIn(text: string, agree: Agree) {
  const isWild = text.includes('?')
  const isPlain = (piece: string) => !isWild && !piece.includes('?')
  const agrees = (piece: string, at: number) => {
    for (let index = 0; index < piece.length; index++) if (!agree(piece[index] ?? '', text[at + index] ?? '')) return false
    return true
  }
  return {
    fits: (piece: string, at: number) => (isPlain(piece) ? text.startsWith(piece, at) : agrees(piece, at)),
    find: (piece: string, from: number, end: number) => {
      if (isPlain(piece)) return findText(piece, text, from, end)
      for (let at = from; at + piece.length <= end; at++) if (agrees(piece, at)) return at
      return undefined
    },
  }
}

/** Up to here the engine's own search is quick whatever the text. */
const SHORT = 64

/** The engine's search may take the product of both lengths; Knuth, Morris and Pratt's takes their sum. */
function findText(piece: string, text: string, from: number, end: number): number | undefined {
  if (piece.length <= SHORT) {
    const at = text.indexOf(piece, from)
    return at === -1 || at + piece.length > end ? undefined : at
  }
  const borders = bordersOf(piece)
  let matched = 0
  for (let index = from; index < end; index++) {
    while (matched > 0 && piece[matched] !== text[index]) matched = borders[matched - 1] ?? 0
    if (piece[matched] === text[index]) matched++
    if (matched === piece.length) return index - matched + 1
  }
  return undefined
}

/** For each start of a text, the length of its longest proper start that is its end too. */
export function bordersOf(text: string): Uint32Array {
  const borders = new Uint32Array(text.length)
  let matched = 0
  for (let index = 1; index < text.length; index++) {
    while (matched > 0 && text[matched] !== text[index]) matched = borders[matched - 1] ?? 0
    if (text[matched] === text[index]) matched++
    borders[index] = matched
  }
  return borders
}

/** Actions compare without regard to case: `S3:getobject` is `s3:GetObject`. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesWildcard(pattern, action, { ignoreCase: true })
}

/** ARNs compare part by part: a wildcard does not cross the first five colons. */
export function matchesArn(pattern: string, arn: string): boolean {
  const [patternParts, arnParts] = [splitArn(pattern), splitArn(arn)]
  // A pattern with too few parts matches no ARN; one that is no ARN at all (`*`) is plain text.
  if (!patternParts) return !pattern.startsWith('arn:') && matchesWildcard(pattern, arn)
  if (!arnParts) return false
  return patternParts.every((part, index) => matchesWildcard(part, arnParts[index] ?? ''))
}

/** An ARN's six parts; undefined when there are fewer. */
export function splitArn(arn: string): string[] | undefined {
  const parts = arn.split(':')
  return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')]
}
