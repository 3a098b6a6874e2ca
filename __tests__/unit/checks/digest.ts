import { CHECKS } from '../../../src/checks/registry.ts'
import { read } from '../../../src/model/evidence.ts'
import type { Facts } from '../../../src/model/facts.ts'
import { type ChainProblem, type LogsFound, PROBLEMS, type ProblemKind } from '../../../src/model/log-integrity.ts'
import { aTrail, logsFound, refused } from '../../support/facts.ts'
import type { Case } from './case.ts'

const logs = (overrides: Partial<LogsFound>): Partial<Facts> => ({
  logIntegrity: [{ arn: aTrail().arn, found: read(logsFound(overrides)) }],
})

const problem = (kind: ProblemKind, subject = `AWSLogs/${kind}`): ChainProblem => ({
  kind,
  region: 'us-east-1',
  subject,
  detail: PROBLEMS[kind].is,
})

/** Every kind of problem fails the check whose code it has; those that only could not be read are errors, told in digest.test.ts. */
function caseOf(code: string): Case {
  const own = (Object.keys(PROBLEMS) as ProblemKind[]).filter((kind) => PROBLEMS[kind].code === code && !PROBLEMS[kind].unreadable)
  return {
    fails: {
      ...Object.fromEntries(own.map((kind) => [kind, logs({ problems: [problem(kind)] })])),
      ...(code === 'DIG-008'
        ? { 'a time without digests': logs({ digests: 0, logs: 0, isCovered: false }) }
        : {
            'more than are named': logs({ problems: own.flatMap((kind) => [1, 2, 3, 4, 5, 6].map((n) => problem(kind, `AWSLogs/${n}`))) }),
          }),
    },
    errors: { logIntegrity: [{ arn: aTrail().arn, found: refused }] },
    notApplicable:
      code === 'DIG-008'
        ? { 'a trail of the last hour': logs({ digests: 0, logs: 0, isCovered: false, newSince: '2026-01-01T00:00:00Z' }) }
        : { 'a time without digests': logs({ digests: 0, logs: 0, isCovered: false }) },
  }
}

export const DIGEST_CASES: Readonly<Record<string, Case>> = Object.fromEntries(
  CHECKS.filter(({ on }) => on === 'logIntegrity').map(({ id, code }) => [id, caseOf(code)]),
)
