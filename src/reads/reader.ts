import { type Evidence, failed, type Question, read } from '../model/evidence.ts'
import type { Asked } from './define.ts'
import { Malformed } from './shape.ts'
import { type AnswerOf, type ParametersOf, READS, type ReadOperation } from './table.ts'

/** Asks AWS one question, or a recording of it. Never throws for what AWS refuses, lacks or garbles. */
export interface Reader {
  /** The caller's region where none is named: a trail, a key and a log group are asked where they live. */
  read<O extends ReadOperation>(operation: O, parameters: ParametersOf<O>, region?: string): Promise<Evidence<AnswerOf<O>>>
}

/** Answers word for word, and when: what live AWS, a recording and a test differ in. */
export type Ask = (question: Question) => Promise<{ answer: Evidence<unknown>; time: string }>

/** A reader over any source of answers. Both live and replayed answers pass here, so both are believed or not by the same rules. */
export function readerOf(ask: Ask, place: Omit<Asked, 'time'>): Reader {
  return {
    read: async (operation, parameters, region = place.region) => {
      const { answer, time } = await ask({ operation, parameters, region })
      return interpret(operation, parameters, answer, { ...place, region, time })
    },
  }
}

/** What an answer says, when it is one: of the right shape, and to this question. */
function interpret<O extends ReadOperation>(
  operation: O,
  parameters: ParametersOf<O>,
  answer: Evidence<unknown>,
  asked: Asked,
): Evidence<AnswerOf<O>> {
  if (answer.state !== 'read') return answer
  const { shape, contradiction } = READS[operation]
  try {
    const value = shape(answer.value, '')
    const complaint = contradiction?.(value, parameters, asked)
    return complaint === undefined
      ? read(value)
      : failed(operation, 'malformed', `${operation} was answered with something else: ${complaint}`)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return failed(operation, 'malformed', `${operation} was not answered as AWS answers it: ${error.message}`)
  }
}
