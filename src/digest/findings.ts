import type { Finding } from '../model/finding.ts'
import { type ChainProblem, DIGEST_FINDINGS, PROBLEMS } from './problems.ts'
import type { ChainResult } from './validate.ts'

/** What a validation saw, added up over its chains. */
export interface IntegritySummary {
  digests: number
  logs: number
  bytes: number
  regions: readonly string[]
}

export function summaryOf(chains: readonly ChainResult[]): IntegritySummary {
  const sum = (of: (chain: ChainResult) => number) => chains.reduce((total, chain) => total + of(chain), 0)
  return {
    digests: sum((chain) => chain.digests),
    logs: sum((chain) => chain.logs),
    bytes: sum((chain) => chain.bytes),
    regions: chains.filter((chain) => chain.digests > 0).map((chain) => chain.region),
  }
}

/** How many objects a message names before it counts. */
const NAMED = 5

/** One finding per code: failed by what is wrong, unreadable by what could not be read, and never passed over nothing. */
export function findingsOf(chains: readonly ChainResult[], trailArn: string): Finding[] {
  const { digests, logs } = summaryOf(chains)
  const problems = chains.flatMap((chain) => chain.problems)
  return DIGEST_FINDINGS.map(({ code, id, title, severity, good }): Finding => {
    const own = problems.filter((problem) => PROBLEMS[problem.kind].code === code)
    const wrong = own.filter((problem) => !PROBLEMS[problem.kind].unreadable)
    const unread = own.filter((problem) => PROBLEMS[problem.kind].unreadable)
    const missingPermission = unread.find((problem) => problem.missingPermission)?.missingPermission
    const base = { id, code, title, severity, resource: trailArn, frameworks: {} }
    if (wrong.length > 0) return { ...base, status: 'fail', message: tell(wrong), remedy: REMEDY }
    if (unread.length > 0)
      return {
        ...base,
        status: 'error',
        message: tell(unread),
        remedy: missingPermission
          ? `Allow ${missingPermission} for the role in use.`
          : 'Run again; what is archived has to be restored first.',
        ...(missingPermission ? { missingPermission } : {}),
      }
    if (code === 'DIG-006' && logs === 0 && digests > 0)
      return { ...base, status: 'not-applicable', message: 'the digests name no log file', remedy: '' }
    if (digests === 0) return { ...base, status: 'not-applicable', message: 'there is no digest in the time asked for', remedy: '' }
    return { ...base, status: 'pass', message: good, remedy: '' }
  })
}

const REMEDY =
  'Altered history cannot be repaired: keep the bucket as it is, look up who changed it (`s3:PutObject`, `s3:DeleteObject` on its data events and access logs), and restore the object from its versions, where they are kept.'

function tell(problems: readonly ChainProblem[]): string {
  const named = problems.slice(0, NAMED).map(({ subject, detail }) => `${subject}: ${detail}`)
  const more = problems.length - named.length
  return `${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}
