/**
 * How long the laws are held. `npm test` takes some of every law's cases, so that it ends while one waits; `npm run test:full` takes all,
 * as CI does beside it. What a law says is the same in both.
 */
export const FULL = process.env['LAWS'] === 'full'
/** For a search by hand: as many random cases in every law. */
const GIVEN = process.env['LAW_RUNS']

/** How many random cases: a few, or as many as the law is held for at full length. */
export function runs(some: number, full: number): number {
  return GIVEN === undefined ? (FULL ? full : some) : Number(GIVEN)
}

/** Every so many-th of a table, from its first on; all at full length. */
export function oneIn<T>(every: number, all: readonly T[]): T[] {
  return all.filter((_, index) => FULL || index % every === 0)
}

/** These of a table by their names; all at full length. */
export function only<T>(names: readonly string[], all: Readonly<Record<string, T>>): [string, T][] {
  const entries = Object.entries(all)
  if (!names.every((name) => name in all)) throw new Error(`none of the table: ${names.filter((name) => !(name in all)).join(', ')}`)
  return FULL ? entries : entries.filter(([name]) => names.includes(name))
}
