import { splitArn } from './match.ts'
import { charactersAt, type Glob, glob, isWhole, startOf, step } from './search/globs.ts'

export interface MatcherOptions {
  /** Undefined: `*` and `?` are characters. */
  wildcards?: 'text' | 'arn'
  ignoreCase?: boolean
}

/** A text of a policy as a pattern; undefined where nothing can match, as with an ARN of too few parts. */
export function matcherOf(pattern: string, { wildcards, ignoreCase = false }: MatcherOptions = {}): Glob | undefined {
  if (wildcards === 'arn' && pattern.startsWith('arn:') && splitArn(pattern) === undefined) return undefined
  return glob(pattern, wildcards === 'text' ? 'like' : (wildcards ?? 'exact'), { ignoreCase })
}

/** The texts that tell patterns apart: one for every set of patterns that some text is accepted by together. */
export interface Distinguished {
  texts: readonly string[]
  /** Whether there is no other such set; false where the search was ended by its limit. */
  complete: boolean
}

/** States looked at before the search gives up; patterns of real policies take a few hundred. */
const MOST_STATES = 6000

/** Walks all patterns at once over every text that they can tell apart, shortest first. */
export function distinguish(patterns: readonly Glob[]): Distinguished {
  const keyOf = (places: readonly (readonly number[])[]) => places.map((list) => list.join()).join(';')
  const start = patterns.map(startOf)
  const seen = new Set([keyOf(start)])
  const found = new Map<string, string>()
  const queue = [{ places: start, text: '' }]
  for (const { places, text } of queue) {
    const accepted = patterns.map((one, at) => (isWhole(one, places[at] ?? []) ? '1' : '0')).join('')
    if (!found.has(accepted)) found.set(accepted, text)
    for (const character of charactersAt(patterns, places)) {
      const next = patterns.map((one, at) => step(one, places[at] ?? [], character))
      const key = keyOf(next)
      if (seen.has(key)) continue
      if (seen.size >= MOST_STATES) return { texts: [...found.values()], complete: false }
      seen.add(key)
      queue.push({ places: next, text: text + character })
    }
  }
  return { texts: [...found.values()], complete: true }
}
