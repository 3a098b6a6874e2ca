import { plain, splitArn } from './match.ts'

/** A text of a policy as something that accepts texts: what `matchesWildcard` and `matchesArn` decide, one character at a time. */
export interface Matcher {
  tokens: readonly Token[]
}

type Token =
  | { kind: 'character'; accepts: readonly string[] }
  /** `*` (`many`) or `?`; in the first five parts of an ARN neither takes a colon. */
  | { kind: 'wildcard'; many: boolean; colon: boolean }

export interface MatcherOptions {
  /** Undefined: `*` and `?` are characters. */
  wildcards?: 'text' | 'arn'
  ignoreCase?: boolean
}

/** Undefined where nothing can match, as with an ARN of too few parts. */
export function matcherOf(pattern: string, { wildcards, ignoreCase = false }: MatcherOptions = {}): Matcher | undefined {
  const characters = (text: string, colon: boolean): Token[] =>
    [...text].map((character): Token => {
      if (wildcards && (character === '*' || character === '?')) return { kind: 'wildcard', many: character === '*', colon }
      const own = plain(character)
      return { kind: 'character', accepts: ignoreCase ? [...new Set([own.toLowerCase(), own.toUpperCase()])] : [own] }
    })
  if (wildcards !== 'arn') return { tokens: characters(pattern, true) }
  const parts = splitArn(pattern)
  if (!parts) return pattern.startsWith('arn:') ? undefined : { tokens: characters(pattern, true) }
  const colon: Token = { kind: 'character', accepts: [':'] }
  return { tokens: parts.flatMap((part, index) => [...(index > 0 ? [colon] : []), ...characters(part, index === 5)]) }
}

/** The texts that tell matchers apart: one for every set of matchers that some text is accepted by together. */
export interface Distinguished {
  texts: readonly string[]
  /** Whether there is no other such set; false where the search was ended by its limit. */
  complete: boolean
}

/** States looked at before the search gives up; patterns of real policies take a few hundred. */
const MOST_STATES = 6000

/** Walks all matchers at once over every text that they can tell apart, shortest first. */
export function distinguish(matchers: readonly Matcher[]): Distinguished {
  const machines = matchers.map(machineOf)
  const start = machines.map((machine) => machine.start)
  const seen = new Set([start.join()])
  const found = new Map<string, string>()
  const queue: { states: readonly number[]; text: string }[] = [{ states: start, text: '' }]
  for (const { states, text } of queue) {
    const accepted = machines.map((machine, index) => (machine.accepts(states[index] ?? 0) ? '1' : '0')).join('')
    if (!found.has(accepted)) found.set(accepted, text)
    for (const character of charactersAt(machines, states)) {
      const next = machines.map((machine, index) => machine.step(states[index] ?? 0, character))
      const key = next.join()
      if (seen.has(key)) continue
      if (seen.size >= MOST_STATES) return { texts: [...found.values()], complete: false }
      seen.add(key)
      queue.push({ states: next, text: text + character })
    }
  }
  return { texts: [...found.values()], complete: true }
}

const OTHERS = [...'xyzwvut0123456789_~']

/** The characters that some matcher tells from others where it stands, and one that none does. */
function charactersAt(machines: readonly Machine[], states: readonly number[]): string[] {
  const told = new Set(machines.flatMap((machine, index) => machine.tells(states[index] ?? 0)))
  const other = OTHERS.find((character) => !told.has(character))
  return [...told, ...(other === undefined ? [] : [other])]
}

/** A matcher made deterministic as far as it is walked; states are numbers. */
interface Machine {
  start: number
  accepts(state: number): boolean
  tells(state: number): readonly string[]
  step(state: number, character: string): number
}

function machineOf({ tokens }: Matcher): Machine {
  const states: (readonly number[])[] = []
  const numbers = new Map<string, number>()
  const steps = new Map<string, number>()
  const numbered = (positions: ReadonlySet<number>): number => {
    const all = [...withSkips(tokens, positions)].sort((a, b) => a - b)
    const key = all.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, states.length)
    return states.push(all) - 1
  }
  const positionsOf = (state: number) => states[state] ?? []
  return {
    start: numbered(new Set([0])),
    accepts: (state) => positionsOf(state).includes(tokens.length),
    tells: (state) => positionsOf(state).flatMap((position) => toldBy(tokens[position])),
    step: (state, character) => {
      const key = `${state} ${character}`
      const known = steps.get(key)
      if (known !== undefined) return known
      const next = numbered(new Set(positionsOf(state).flatMap((position) => after(tokens[position], position, character))))
      steps.set(key, next)
      return next
    },
  }
}

/** A star may take nothing. */
function withSkips(tokens: readonly Token[], positions: ReadonlySet<number>): Set<number> {
  const all = new Set<number>()
  for (const from of positions) {
    for (let position = from; !all.has(position); position += 1) {
      all.add(position)
      const token = tokens[position]
      if (token?.kind !== 'wildcard' || !token.many) break
    }
  }
  return all
}

function toldBy(token: Token | undefined): readonly string[] {
  if (token === undefined) return []
  if (token.kind === 'character') return token.accepts
  return token.colon ? [] : [':']
}

function after(token: Token | undefined, position: number, character: string): number[] {
  if (token === undefined) return []
  if (token.kind === 'character') return token.accepts.includes(character) ? [position + 1] : []
  if (character === ':' && !token.colon) return []
  return [token.many ? position : position + 1]
}
