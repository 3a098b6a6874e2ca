import type { ChainProblem, ProblemKind } from '../model/log-integrity.ts'
import type { DigestFile } from './digest-file.ts'
import type { JudgedDigest } from './judge-digest.ts'
import type { DigestKey } from './object-keys.ts'
import { explanation, type Pause, pauseText } from './pauses.ts'

/** What has to be known of a digest to judge the one after it; also what a checkpoint keeps. */
export interface ChainEnd {
  bucket: string
  key: string
  /** End of its period, ISO 8601 UTC. */
  end: string
  /** Undefined when it could not be read: then its successor's word cannot be held against it. */
  hash: string | undefined
  signature: string | undefined
}

export interface ChainStep {
  problems: readonly ChainProblem[]
  /** A restart that a pause explains, or the beginning of the chain. */
  note: string | undefined
  end: ChainEnd
}

/** Digests come on the hour, give or take; CloudTrail's times are whole seconds. */
const TOLERANCE_MS = 60_000

/** Whether a digest follows the one before it: named by key, hash and signature, without a gap in time that nothing explains. */
export function followChain(previous: ChainEnd | undefined, next: JudgedDigest, bucket: string, pauses: readonly Pause[]): ChainStep {
  const { at, digest } = next
  const end: ChainEnd = { bucket, key: at.key, end: digest?.digestEndTime ?? at.end, hash: next.hash, signature: next.signature }
  if (!digest) return { problems: [], note: undefined, end }
  if (!previous)
    return { problems: [], note: digest.previous ? undefined : `The chain of ${at.region} begins at ${digest.digestStartTime}.`, end }
  if (!digest.previous) return { ...restart(previous, digest, at, pauses), end }
  if (digest.previous.object !== previous.key || digest.previous.bucket !== previous.bucket) {
    return { problems: [lost(previous, digest, at)], note: undefined, end }
  }
  return { problems: [...broken(previous, digest, at), ...late(previous, digest, at, pauses)], note: undefined, end }
}

function problem(kind: ProblemKind, at: DigestKey, subject: string, detail: string): ChainProblem {
  return { kind, region: at.region, subject, detail }
}

/** A chain that begins anew: fine where the trail was off in between, and a way to hide the hours between otherwise. */
function restart(previous: ChainEnd, digest: DigestFile, at: DigestKey, pauses: readonly Pause[]): Omit<ChainStep, 'end'> {
  const explained = explanation(previous.end, digest.digestStartTime, pauses)
  const span = `${previous.end} to ${digest.digestStartTime}`
  if (explained) return { problems: [], note: `No digests in ${at.region} from ${span}: ${pauseText(explained)}.` }
  const isSeamless = Date.parse(digest.digestStartTime) - Date.parse(previous.end) <= TOLERANCE_MS
  const detail = isSeamless
    ? `begins a new chain at ${digest.digestStartTime}, though logging was not stopped`
    : `begins a new chain after ${span} without digests, and no stop of the trail explains it`
  return { problems: [problem('gap', at, at.key, detail)], note: undefined }
}

/** Names a digest before it that is not the one that is there: that one is gone, or in another bucket. */
function lost(previous: ChainEnd, digest: DigestFile, at: DigestKey): ChainProblem {
  const named = digest.previous
  const hours = Math.round((Date.parse(digest.digestStartTime) - Date.parse(previous.end)) / 3_600_000)
  const where = named && named.bucket !== previous.bucket ? ` (in the bucket ${named.bucket})` : ''
  const span = hours > 1 ? `; ${hours} hours have no digest` : ''
  return problem('digest-missing', at, named?.object ?? at.key, `is named by ${at.key}${where}, and is not there${span}`)
}

function broken(previous: ChainEnd, digest: DigestFile, at: DigestKey): ChainProblem[] {
  const { hash, signature } = digest.previous ?? {}
  const otherHash = previous.hash !== undefined && hash !== previous.hash
  const otherSignature = previous.signature !== undefined && signature !== previous.signature
  return [
    ...(otherHash ? [problem('link-hash', at, previous.key, `its hash is not the one that ${at.key} names`)] : []),
    ...(otherSignature ? [problem('link-signature', at, previous.key, `its signature is not the one that ${at.key} names`)] : []),
  ]
}

function late(previous: ChainEnd, digest: DigestFile, at: DigestKey, pauses: readonly Pause[]): ChainProblem[] {
  const gap = Date.parse(digest.digestStartTime) - Date.parse(previous.end)
  if (gap <= TOLERANCE_MS || explanation(previous.end, digest.digestStartTime, pauses)) return []
  return [problem('gap', at, at.key, `starts at ${digest.digestStartTime}; the digest before it ends at ${previous.end}`)]
}
