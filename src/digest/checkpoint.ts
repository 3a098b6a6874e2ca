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

/** How far the clocks of who wrote it and of CloudTrail may differ. */
const CLOCKS_DIFFER_MS = 15 * 60_000

/**
 * The checkpoint, or why it is not taken. Its hash finds accidents; whoever writes another writes that too, so what it says has to be
 * possible besides: a chain that ends after it was written, or without the hash and signature that the next digest is held against,
 * would have nothing validated at all.
 */
export function openCheckpoint(
  text: string,
  { trail, sha256, now }: { trail: string; sha256(text: string): string; now: Date },
): Checkpoint | { refused: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { refused: 'it is not JSON' }
  }
  const { checkpoint, sha256: sealed } = isRecord(value) ? value : {}
  if (!isRecord(checkpoint)) return { refused: 'it has no `checkpoint`' }
  if (sealed !== sha256(JSON.stringify(checkpoint))) return { refused: 'it was changed after it was written' }
  if (checkpoint['schemaVersion'] !== 2) return { refused: 'it is of another version' }
  if (checkpoint['trail'] !== trail) return { refused: `it is of the trail ${String(checkpoint['trail'])}` }
  const { ends, writtenAt } = checkpoint
  if (!isTime(writtenAt) || Date.parse(writtenAt) > now.getTime() + CLOCKS_DIFFER_MS)
    return { refused: `it says it was written at ${String(writtenAt)}` }
  if (!isRecord(ends)) return { refused: 'its `ends` are none' }
  const opened: [string, ValidatedEnd][] = []
  for (const [region, end] of Object.entries(ends)) {
    if (!isEnd(end)) return { refused: `it has no whole digest for the end of ${region}` }
    if (Date.parse(end.end) > Date.parse(writtenAt) + CLOCKS_DIFFER_MS)
      return { refused: `${region} ends at ${end.end}, after it was written at ${writtenAt}` }
    opened.push([region, end])
  }
  return { schemaVersion: 2, trail, ends: Object.fromEntries(opened), writtenAt }
}

function isEnd(value: unknown): value is ValidatedEnd {
  const names = ['bucket', 'key', 'end', 'since', 'hash', 'signature']
  return (
    isRecord(value) &&
    names.every((name) => typeof value[name] === 'string' && value[name] !== '') &&
    isTime(value['end']) &&
    isTime(value['since'])
  )
}

/** A time as CloudTrail and this tool write it: other texts compare with it in any way. */
function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/.test(value) && !Number.isNaN(Date.parse(value))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
