import { type EvidenceEnvelope, type EvidenceFile, failed, questionKey } from '../model/evidence.ts'
import { partitionOf } from '../model/partition.ts'
import { type Reader, readerOf } from '../reads/reader.ts'

/** Answers from a recording, as AWS answered then. A question that was not asked then is unreadable now. */
export function replayReader(file: EvidenceFile): Reader {
  const answers = new Map(file.reads.map((envelope) => [questionKey(envelope), envelope]))
  const { account, region, collectedAt } = file
  return readerOf(
    (question) => {
      const { operation, parameters } = question
      const recorded = answers.get(questionKey(question))
      const missing = () =>
        failed(
          operation,
          'not-recorded',
          `The recorded evidence has no answer to ${operation} ${JSON.stringify(parameters)} in ${question.region}.`,
        )
      return Promise.resolve({ answer: recorded?.answer ?? missing(), time: recorded?.time ?? collectedAt })
    },
    { account, region, partition: partitionOf(region)?.id ?? 'aws' },
  )
}

/** Operations whose answer does not match its hash: changed after the run, by accident or by hand. */
export function changedAnswers(envelopes: readonly EvidenceEnvelope[], sha256: (text: string) => string): string[] {
  return envelopes.filter((envelope) => sha256(JSON.stringify(envelope.answer)) !== envelope.sha256).map(({ operation }) => operation)
}
