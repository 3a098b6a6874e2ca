import { type Atom, atomMeets, RESOURCE } from './atoms.ts'
import type { KeyValues } from './values.ts'

/** What a request must be: an atom, or all or any of other formulas. Nothing of `all` is always true, nothing of `any` never. */
export type Formula = { atom: Atom } | { all: readonly Formula[] } | { any: readonly Formula[] }

export const TRUE: Formula = { all: [] }
export const FALSE: Formula = { any: [] }

/** All of them, folded: what is true goes, what is false decides. */
export function all(parts: readonly Formula[]): Formula {
  const flat = parts.flatMap((part) => ('all' in part ? part.all : [part]))
  if (flat.some(isFalse)) return FALSE
  return flat.length === 1 && flat[0] ? flat[0] : { all: flat }
}

/** As `all`, for any of them. */
export function any(parts: readonly Formula[]): Formula {
  const flat = parts.flatMap((part) => ('any' in part ? part.any : [part]))
  if (flat.some(isTrue)) return TRUE
  return flat.length === 1 && flat[0] ? flat[0] : { any: flat }
}

const isTrue = (formula: Formula) => 'all' in formula && formula.all.length === 0
const isFalse = (formula: Formula) => 'any' in formula && formula.any.length === 0

export function not(formula: Formula): Formula {
  if ('atom' in formula) return { atom: { test: formula.atom.test, holds: !formula.atom.holds } }
  return 'all' in formula ? any(formula.all.map(not)) : all(formula.any.map(not))
}

/** A request as far as it matters: the resource and the keys it has. */
export interface Sample {
  resource: string
  keys: ReadonlyMap<string, KeyValues>
}

export function formulaMeets(formula: Formula, sample: Sample): boolean {
  if ('all' in formula) return formula.all.every((part) => formulaMeets(part, sample))
  if ('any' in formula) return formula.any.some((part) => formulaMeets(part, sample))
  const { key } = formula.atom.test
  return atomMeets(formula.atom, key === RESOURCE ? [sample.resource] : sample.keys.get(key))
}
