import type { LogIntegrityFacts } from '../../model/evidence.ts'
import { denied, failed } from '../../model/evidence.ts'
import type { Verdict } from '../../model/finding.ts'
import { type ChainProblem, type DigestCode, PROBLEMS } from '../../model/log-integrity.ts'
import { fail, need, notApplicable, pass } from '../define.ts'

/** How many objects a message names before it counts. */
const NAMED = 5

/** Failed by what is wrong, unreadable by what could not be read, and never passed over nothing. */
export function judgeLogs({ found: evidence }: LogIntegrityFacts, code: DigestCode, good: string): Verdict {
  const found = need(evidence)
  const own = found.problems.filter((problem) => PROBLEMS[problem.kind].code === code)
  const wrong = own.filter((problem) => !PROBLEMS[problem.kind].unreadable)
  if (wrong.length > 0) return fail(tell(wrong))
  const [unread] = [...own].sort((a, b) => Number(b.missingPermission !== undefined) - Number(a.missingPermission !== undefined))
  if (unread) {
    const { missingPermission, code: why = 'unavailable' } = unread
    return need(missingPermission ? denied(missingPermission, tell(own)) : failed('s3:GetObject', why, tell(own)))
  }
  if (!found.isCovered) return nothingProven(found, code)
  if (found.digests === 0) return code === 'DIG-008' ? pass(good) : notApplicable('there is no new digest since the last validation')
  if (code === 'DIG-006' && found.logs === 0) return notApplicable('the digests name no log file')
  return pass(good)
}

/** A time without digests is a time of which nothing is known: one finding says so, and it is no good one. */
function nothingProven({ from, to, newSince }: { from: string; to: string; newSince?: string }, code: DigestCode): Verdict {
  if (newSince !== undefined) return notApplicable(`the trail logs since ${newSince}, and its first digest comes within two hours`)
  if (code !== 'DIG-008') return notApplicable('there is no digest in the time asked for')
  return fail(`no digest ends between ${from} and ${to}: nothing of this time is proven`)
}

function tell(problems: readonly ChainProblem[]): string {
  const named = problems.slice(0, NAMED).map(({ subject, detail }) => `${subject}: ${detail}`)
  const more = problems.length - named.length
  return `${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}
