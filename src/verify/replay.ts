import { denied, type Evidence, type EvidenceEnvelope, questionKey } from '../model/evidence.ts'
import type { Reader } from '../model/facts.ts'

/** Answers from a recording. A question that was not asked then is unreadable now. */
export class ReplayReader implements Reader {
  readonly #answers: ReadonlyMap<string, Evidence<unknown>>

  constructor(envelopes: readonly EvidenceEnvelope[]) {
    this.#answers = new Map(envelopes.map((envelope) => [questionKey(envelope.operation, envelope.parameters), envelope.answer]))
  }

  read(operation: string, parameters: Record<string, unknown>): Promise<Evidence<unknown>> {
    const answer = this.#answers.get(questionKey(operation, parameters))
    return Promise.resolve(
      answer ?? denied(operation, `The recorded evidence has no answer to ${operation} ${JSON.stringify(parameters)}.`),
    )
  }
}

/** Envelopes whose answer does not match its hash: edited after the run. */
export function tamperedEnvelopes(envelopes: readonly EvidenceEnvelope[], sha256: (text: string) => string): EvidenceEnvelope[] {
  return envelopes.filter((envelope) => sha256(JSON.stringify(envelope.answer)) !== envelope.sha256)
}
