import { literal, splitArn } from '../match.ts'

/** A pattern in tokens: a character stands for itself; the others are below. */
export interface Glob {
  tokens: readonly string[]
  ignoreCase: boolean
  /** What texts begin with; for most texts that decides. Empty where case does not matter. */
  head: string
  /** Whether the head is all. */
  isExact: boolean
}

/** Any text, one character, and the same two without a colon, as the first five parts of an ARN have them. */
const ANY = '**'
const ONE = '??'
const ANY_IN_PART = '*:'
const ONE_IN_PART = '?:'
const WILD = new Set([ANY, ONE, ANY_IN_PART, ONE_IN_PART])

/** A place that a text of its own stands in: a policy variable whose value is not decided. */
export const OPEN = '\u{E002}'
const [LITERAL_STAR, LITERAL_ONE] = literal('*?')

/** `like` reads wildcards; `exact` takes the text as it stands; `arn` reads wildcards part by part. */
export function glob(pattern: string, mode: 'like' | 'exact' | 'arn', { ignoreCase = false } = {}): Glob {
  const parts = mode === 'arn' ? splitArn(pattern) : undefined
  const tokens = parts
    ? parts.flatMap((part, at) => [...(at > 0 ? [':'] : []), ...tokensOf(part, 'like', at < 5)])
    : tokensOf(pattern, mode === 'exact' ? 'exact' : 'like', false)
  const first = tokens.findIndex((token) => WILD.has(token))
  const head = ignoreCase ? '' : tokens.slice(0, first < 0 ? undefined : first).join('')
  return { tokens: withoutDoubleStars(tokens), ignoreCase, head, isExact: first < 0 && !ignoreCase }
}

function tokensOf(text: string, mode: 'like' | 'exact', inPart: boolean): string[] {
  return [...text].map((char) => {
    if (char === OPEN || (char === '*' && mode === 'like')) return inPart ? ANY_IN_PART : ANY
    if (char === '?' && mode === 'like') return inPart ? ONE_IN_PART : ONE
    return char === LITERAL_STAR ? '*' : char === LITERAL_ONE ? '?' : char
  })
}

const isStar = (token: string | undefined) => token === ANY || token === ANY_IN_PART

function withoutDoubleStars(tokens: readonly string[]): string[] {
  return tokens.filter((token, at) => !isStar(token) || token !== tokens[at - 1])
}

/** Whether the text is one the pattern means; in time proportional to both. */
export function globMatches(one: Glob, text: string): boolean {
  const { tokens, ignoreCase, head, isExact } = one
  if (isExact) return text === head
  if (!text.startsWith(head)) return false
  let places = closed(tokens, [ignoreCase ? 0 : [...head].length])
  for (const char of text.slice(head.length)) {
    places = step(one, places, char)
    if (places.length === 0) return false
  }
  return isWhole(one, places)
}

/** Places with those behind stars; what lies before the last star reached adds nothing, as all texts pass that star. */
function closed(tokens: readonly string[], places: readonly number[]): readonly number[] {
  const [only] = places
  // Nearly always: one place, and no star there.
  if (only !== undefined && places.length === 1 && !isStar(tokens[only])) return places
  const all = new Set<number>()
  for (const place of places) {
    for (let at = place; ; at += 1) {
      all.add(at)
      if (!isStar(tokens[at])) break
    }
  }
  const sorted = [...all].sort((a, b) => a - b)
  const star = sorted.findLast((place) => isStar(tokens[place]))
  return star === undefined ? sorted : sorted.filter((place) => place >= star)
}

/** The places of a pattern after one more character. */
export function step(
  { tokens, ignoreCase }: Pick<Glob, 'tokens' | 'ignoreCase'>,
  places: readonly number[],
  char: string,
): readonly number[] {
  const next: number[] = []
  for (const place of places) {
    const token = tokens[place]
    if (token === undefined) continue
    if (token === ANY || (token === ANY_IN_PART && char !== ':')) next.push(place)
    else if (token === ONE || (token === ONE_IN_PART && char !== ':')) next.push(place + 1)
    else if (token === char || (ignoreCase && token.toLowerCase() === char.toLowerCase())) next.push(place + 1)
  }
  return next.length === 0 ? next : closed(tokens, next)
}

/** Where a pattern is before the first character, and whether it may end where it is. */
export const startOf = ({ tokens }: Glob): readonly number[] => closed(tokens, [0])
export const isWhole = ({ tokens }: Glob, places: readonly number[]): boolean => places.includes(tokens.length)

/** What a text must be: of each group it matches one pattern, and none of `none`. */
export interface TextProblem {
  groups: readonly (readonly Glob[])[]
  none: readonly Glob[]
}

function textMeets({ groups, none }: TextProblem, text: string): boolean {
  return groups.every((group) => group.some((one) => globMatches(one, text))) && !none.some((one) => globMatches(one, text))
}

/** More places of all patterns together than readable policies have; beyond it nothing is said. */
const MOST_STATES = 20_000

/**
 * A text that the problem takes; `none` is proof that there is no such text. The patterns are walked together, character by character,
 * each character that any of them waits for and one that none does.
 */
export function findText(problem: TextProblem): { text: string } | 'none' | 'too-many' {
  const id = JSON.stringify([problem.groups.map((group) => group.map(idOf)), problem.none.map(idOf)])
  const known = answers.get(id)
  if (known !== undefined) return known
  const answer = search(problem)
  if (answers.size >= MOST_ANSWERS) answers.clear()
  answers.set(id, answer)
  return answer
}

/** The same patterns meet again and again: in the next action, the next row, the policies of the plan and those of the account. */
const answers = new Map<string, ReturnType<typeof search>>()
const MOST_ANSWERS = 10_000

/** All that a pattern is; each token is of one character, or of two that no character is. */
const idOf = ({ tokens, ignoreCase }: Glob) => `${ignoreCase ? 'i' : ''}\0${tokens.join('\0')}`

function search(problem: TextProblem): { text: string } | 'none' | 'too-many' {
  const ready = simpleTexts(problem).find((text) => textMeets(problem, text))
  if (ready !== undefined) return { text: ready }
  const finite = problem.groups.find((group) =>
    group.every(({ tokens, ignoreCase }) => !ignoreCase && !tokens.some((token) => WILD.has(token))),
  )
  // All that the group takes has just been tried.
  return finite ? 'none' : walk(problem)
}

/** The patterns themselves, stars filled: what a reader recognizes. */
function simpleTexts({ groups, none }: TextProblem): string[] {
  const filled = groups.flatMap((group) => group.flatMap(({ tokens }) => [fillTokens(tokens, 'x'), fillTokens(tokens, '')]))
  return [
    ...filled,
    ...(groups.length === 0 || none.length === 0 ? [] : filled.map((text) => `${text}x`)),
    ...(groups.length === 0 ? ['something-else'] : []),
  ]
}

function fillTokens(tokens: readonly string[], star: string): string {
  if (tokens.length === 1 && tokens[0] === ANY) return '*'
  return tokens.map((token) => (isStar(token) ? star : WILD.has(token) ? 'x' : token)).join('')
}

interface Walked {
  places: readonly (readonly number[])[]
  text: string
}

function walk(problem: TextProblem): { text: string } | 'none' | 'too-many' {
  const all = [...problem.groups.flat(), ...problem.none]
  const start: Walked = { places: all.map(startOf), text: '' }
  const seen = new Set<string>([keyOf(start)])
  const queue = isDead(problem, start.places) ? [] : [start]
  for (let at = 0; at < queue.length; at += 1) {
    const here = queue[at] as Walked
    if (isAccepted(problem, here.places)) return { text: here.text }
    for (const char of charactersAt(all, here.places)) {
      const next = { places: all.map((one, index) => step(one, here.places[index] ?? [], char)), text: here.text + char }
      const key = keyOf(next)
      if (seen.has(key) || isDead(problem, next.places)) continue
      seen.add(key)
      if (seen.size > MOST_STATES) return 'too-many'
      queue.push(next)
    }
  }
  return 'none'
}

const keyOf = ({ places }: Walked) => places.map((list) => list.join()).join(';')

/** Characters that some pattern waits for, and one that is like all others. */
export function charactersAt(all: readonly Glob[], places: readonly (readonly number[])[]): readonly string[] {
  const waited = new Set(all.flatMap((one, index) => (places[index] ?? []).flatMap((place) => waitedFor(one, place))))
  const folded = new Set([...waited].map((char) => char.toLowerCase()))
  const other = [...'xyzabcdefghijklmnopqrstuvw0123456789'].find((char) => !folded.has(char)) ?? '\u{E003}'
  return [other, ...waited]
}

function waitedFor({ tokens, ignoreCase }: Glob, place: number): readonly string[] {
  const token = tokens[place]
  if (token === undefined || token === ANY || token === ONE) return []
  // What keeps within a part of an ARN is told from the rest by a colon.
  if (WILD.has(token)) return [':']
  return ignoreCase ? [token, token.toLowerCase(), token.toUpperCase()] : [token]
}

function isAccepted({ groups, none }: TextProblem, places: readonly (readonly number[])[]): boolean {
  let at = 0
  const done = (one: Glob) => isWhole(one, places[at++] ?? [])
  const wanted = groups.map((group) => group.map(done).includes(true))
  return !wanted.includes(false) && !none.map(done).includes(true)
}

/** Whether no further character can help: a group has no pattern left, or a forbidden pattern takes whatever follows. */
function isDead({ groups, none }: TextProblem, places: readonly (readonly number[])[]): boolean {
  let at = 0
  const alive = () => (places[at++] ?? []).length > 0
  if (groups.map((group) => group.map(alive).includes(true)).includes(false)) return true
  return none.some(({ tokens }) => (places[at++] ?? []).some((place) => tokens[place] === ANY && place === tokens.length - 1))
}

/** Texts that the open places of a pattern stand for in a text it matches: for each its shortest and its longest. */
export function capture(pattern: string, mode: 'like' | 'arn' | 'exact', text: string): readonly (readonly string[])[] {
  const pieces = pattern.split(OPEN)
  return pieces.slice(0, -1).map((_, at) => {
    const head = glob(pieces.slice(0, at + 1).join('*'), mode === 'exact' && at === 0 ? 'exact' : 'like')
    const tail = glob(pieces.slice(at + 1).join('*'), mode === 'exact' && at === pieces.length - 2 ? 'exact' : 'like')
    const starts = [...Array(text.length + 1).keys()].filter((end) => globMatches(head, text.slice(0, end)))
    const ends = [...Array(text.length + 1).keys()].filter((start) => globMatches(tail, text.slice(start)))
    const spans = starts.flatMap((from) => ends.filter((to) => to > from).map((to) => text.slice(from, to)))
    const sorted = spans.sort((a, b) => a.length - b.length)
    return [...new Set([sorted[0], sorted.at(-1)].filter((span) => span !== undefined))]
  })
}
