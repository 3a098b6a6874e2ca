import type { ChainEnd } from './chain.ts'

/** The end of a chain, and since when all of it was validated: a later run that asks for more begins anew. */
export interface ValidatedEnd extends ChainEnd {
  /** ISO 8601 UTC. */
  since: string
}

/** Where a validation ended, so that the next one reads new digests only. */
export interface Checkpoint {
  schemaVersion: 2
  trail: string
  /** By region. */
  ends: Readonly<Record<string, ValidatedEnd>>
  /** ISO 8601 UTC. */
  writtenAt: string
}

/** A checkpoint with the hash of what it says: a changed one is noticed, not believed. */
export function sealCheckpoint(checkpoint: Checkpoint, sha256: (text: string) => string): string {
  return `${JSON.stringify({ checkpoint, sha256: sha256(JSON.stringify(checkpoint)) }, null, 2)}\n`
}

/** The checkpoint, or why it is not taken. */
export function openCheckpoint(text: string, trail: string, sha256: (text: string) => string): Checkpoint | { refused: string } {
  let value: { checkpoint?: Checkpoint; sha256?: unknown } | null
  try {
    value = JSON.parse(text) as typeof value
  } catch {
    return { refused: 'it is not JSON' }
  }
  const checkpoint = value?.checkpoint
  if (!checkpoint || typeof checkpoint !== 'object') return { refused: 'it has no `checkpoint`' }
  if (value?.sha256 !== sha256(JSON.stringify(checkpoint))) return { refused: 'it was changed after it was written' }
  if (checkpoint.schemaVersion !== 2) return { refused: 'it is of another version' }
  if (checkpoint.trail !== trail) return { refused: `it is of the trail ${String(checkpoint.trail)}` }
  const isEnd = (end: unknown) => isRecord(end) && ['bucket', 'key', 'end', 'since'].every((name) => typeof end[name] === 'string')
  if (!isRecord(checkpoint.ends) || !Object.values(checkpoint.ends).every(isEnd)) return { refused: 'its `ends` are none' }
  return checkpoint
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
