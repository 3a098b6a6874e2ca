import { type Atom, RESOURCE } from './atoms.ts'
import { type Formula, formulaMeets, type Sample } from './formula.ts'
import { type KeyRules, type KeyValues, solveKey } from './values.ts'

export type Solved = { sample: Sample } | 'none' | { unfinished: string }

/** More ways through the statements than readable policies have; beyond it nothing is said. */
const MOST_STEPS = 5_000

interface Progress {
  steps: number
  unfinished: string | undefined
}

/**
 * A request that a formula takes, or proof that there is none. One request is kept at hand; of what it does not meet, each way to meet it
 * is followed, with the request mended key by key. A key that cannot be mended ends the way.
 */
export function solve(formula: Formula, base: readonly Atom[], rulesOf: (key: string) => KeyRules): Solved {
  const progress: Progress = { steps: 0, unfinished: undefined }
  const start = new Map<string, readonly Atom[]>()
  for (const atom of base) start.set(atom.test.key, [...(start.get(atom.test.key) ?? []), atom])
  let sample: Sample = { resource: '*', keys: new Map() }
  for (const [key, atoms] of start.size > 0 ? start : [[RESOURCE, []] as const]) {
    const mended = mend(sample, key, atoms, rulesOf, progress)
    if (!mended) return progress.unfinished === undefined ? 'none' : { unfinished: progress.unfinished }
    sample = mended
  }
  const found = follow([formula], { atoms: start, sample }, rulesOf, progress)
  if (found) return { sample: found }
  return progress.unfinished === undefined ? 'none' : { unfinished: progress.unfinished }
}

interface Standing {
  atoms: ReadonlyMap<string, readonly Atom[]>
  sample: Sample
}

function follow(open: readonly Formula[], standing: Standing, rulesOf: (key: string) => KeyRules, progress: Progress): Sample | undefined {
  progress.steps += 1
  if (progress.steps > MOST_STEPS) {
    progress.unfinished ??= `more than ${MOST_STEPS} ways through the statements`
    return undefined
  }
  const unmet = open.filter((formula) => !formulaMeets(formula, standing.sample))
  // What leaves no choice goes first.
  const next = unmet.find((formula) => 'atom' in formula) ?? unmet.find((formula) => 'all' in formula) ?? fewestWays(unmet)
  if (!next) return standing.sample
  const rest = open.filter((formula) => formula !== next)
  if ('all' in next) return follow([...next.all, ...rest], standing, rulesOf, progress)
  if ('any' in next) {
    for (const way of next.any) {
      const found = follow([way, ...rest], standing, rulesOf, progress)
      if (found || progress.steps > MOST_STEPS) return found
    }
    return undefined
  }
  const { atom } = next
  const { key } = atom.test
  const atoms = [...(standing.atoms.get(key) ?? []), atom]
  const sample = mend(standing.sample, key, atoms, rulesOf, progress)
  return sample && follow(rest, { atoms: new Map(standing.atoms).set(key, atoms), sample }, rulesOf, progress)
}

function fewestWays(formulas: readonly Formula[]): Formula | undefined {
  const ways = (formula: Formula) => ('any' in formula ? formula.any.length : 1)
  return formulas.reduce<Formula | undefined>((best, formula) => (best && ways(best) <= ways(formula) ? best : formula), undefined)
}

/** The request with values for a key that meet all that has been asked of it. */
function mend(
  sample: Sample,
  key: string,
  atoms: readonly Atom[],
  rulesOf: (key: string) => KeyRules,
  progress: Progress,
): Sample | undefined {
  const solved = solveKey(key, atoms, rulesOf(key))
  if (solved === 'none') return undefined
  if ('unfinished' in solved) {
    progress.unfinished ??= `${key === RESOURCE ? 'the resource' : key} ${solved.unfinished}`
    return undefined
  }
  if (key === RESOURCE) return { ...sample, resource: solved.values?.[0] ?? '*' }
  return { ...sample, keys: new Map<string, KeyValues>(sample.keys).set(key, solved.values) }
}
