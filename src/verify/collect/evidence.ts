import type { Evidence } from '../../model/evidence.ts'

/** Applies a function to what was read; the other two states pass through. */
export function mapEvidence<A, B>(evidence: Evidence<A>, map: (value: A) => B): Evidence<B> {
  return evidence.state === 'read' ? { state: 'read', value: map(evidence.value) } : evidence
}

/** As mapEvidence, for a step that may find nothing. */
export function pickEvidence<A, B>(evidence: Evidence<A>, pick: (value: A) => B | undefined, reason: string): Evidence<B> {
  if (evidence.state !== 'read') return evidence
  const value = pick(evidence.value)
  return value === undefined ? { state: 'absent', reason } : { state: 'read', value }
}

/** The value, when it was read. */
export function readValue<T>(evidence: Evidence<T>): T | undefined {
  return evidence.state === 'read' ? evidence.value : undefined
}
