import type { ChainProblem } from '../model/log-integrity.ts'
import { explanation, pauseText } from './pauses.ts'
import type { ChainRequest, ChainResult } from './request.ts'

/** Digests come on the hour, give or take. */
const TOLERANCE_MS = 60_000

/**
 * A chain with what the time asked for lacks at its ends. Between two digests a link shows what is missing; before the first and after the
 * last there is none, and whoever stops the trail, deletes what was before and starts it again leaves a chain in which all is well.
 */
export function withEnds(request: ChainRequest, result: ChainResult): ChainResult {
  const { region, pauses, from, due, isExpected, after } = request
  const first = result.covered?.from
  const head = after === undefined ? [from, first ?? due] : [from, from]
  const tail = [result.end?.end ?? due, due]
  const problems: ChainProblem[] = []
  const notes: string[] = []
  for (const [begin = '', end = ''] of [head, tail]) {
    if (!isExpected || Date.parse(end) - Date.parse(begin) <= TOLERANCE_MS) continue
    const span = `${begin} to ${end}`
    const reason = explanation(begin, end, pauses)
    if (reason) notes.push(`No digests in ${region} from ${span}: ${pauseText(reason)}.`)
    else if (result.end) {
      const detail = `has no digests from ${span}, and no stop of the trail explains it`
      problems.push({ kind: 'gap', region, subject: region, detail })
    } else if (!result.problems.some(({ kind }) => kind === 'newest-missing' || kind === 'region-uncovered')) {
      const detail = `has no digest from ${span}, and no stop of the trail explains it`
      problems.push({ kind: 'region-uncovered', region, subject: region, detail })
    }
  }
  return { ...result, problems: [...result.problems, ...problems], notes: [...result.notes, ...notes] }
}
