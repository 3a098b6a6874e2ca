import { describe, expect, it } from '@jest/globals'
import { CHECKS } from '../../src/checks/registry.ts'
import { absent, denied, type Evidence, failed, type Question } from '../../src/model/evidence.ts'
import type { Facts } from '../../src/model/facts.ts'
import { blocking, type Finding } from '../../src/model/finding.ts'
import { READS } from '../../src/reads/table.ts'
import { collectAccess } from '../../src/verify/collect/access.ts'
import { collectDesigned } from '../../src/verify/collect/collect.ts'
import { collectDiscovered } from '../../src/verify/collect/discovered.ts'
import { evaluateChecks } from '../../src/verify/evaluate.ts'
import { ANSWERED, type Answers, answeringReader, designedAnswers, PLACE } from '../support/answers.ts'
import { example } from '../support/config.ts'
import { NOW } from '../support/facts.ts'

const CONFIG = example()
const GOOD = designedAnswers()

const MODES: Readonly<Record<string, (answers: Answers) => Promise<Facts>>> = {
  designed: (answers) => collectDesigned(answeringReader(answers).reader, CONFIG, NOW),
  discovered: (answers) => collectDiscovered(answeringReader(answers).reader, { ...PLACE, collectedAt: NOW }),
}

const judged = async (mode: string, answers: Answers): Promise<Finding[]> => evaluateChecks(CHECKS, (await MODES[mode]?.(answers)) as Facts)

const codesOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ code }) => code))].sort()
/** What passes although it stands on the action; a role that never needed the read is not meant. */
const passing = (findings: readonly Finding[], action: string, resources: readonly string[]) =>
  findings.filter(
    ({ id, status, resource }) =>
      status === 'pass' &&
      CHECKS.find((check) => check.id === id)?.reads.includes(action) &&
      (resources.length === 0 || resources.some((name) => resource.endsWith(`/${name}`))),
  )

/** Every question of an operation answered by something else. */
const instead =
  (operation: string, answer: (question: Question) => Evidence<unknown>): Answers =>
  (question) =>
    question.operation === operation ? answer(question) : GOOD(question)

/** Roles with customer managed policies. */
const WITH_OWN_POLICIES = [CONFIG.names.sagemakerRole, CONFIG.names.deployRole, CONFIG.names.planRole, CONFIG.names.verifyRole]

/** The roles a question is about. */
const rolesAsked = (operation: string, questions: readonly Question[]) => {
  if (operation === 'iam:GetPolicy' || operation === 'iam:GetPolicyVersion') return WITH_OWN_POLICIES
  return questions.flatMap((question) =>
    question.operation === operation ? [question.parameters['RoleName'] ?? []].flat().map(String) : [],
  )
}

/** Without a config there is no designed key to compare with, so these need no DescribeKey. */
const UNCOMPARED = ['BKT-005', 'TRAIL-007']

const asked = async (mode: string) => {
  const { reader, asked: questions } = answeringReader(GOOD)
  if (mode === 'designed') await collectAccess(reader, await collectDesigned(reader, CONFIG, NOW), { buckets: [], others: [] })
  else await collectDiscovered(reader, { ...PLACE, collectedAt: NOW })
  return questions
}

describe('the designed account', () => {
  it.each(Object.keys(MODES))('is green when every answer is as it should be: %s', async (mode) => {
    const findings = await judged(mode, GOOD)
    expect(findings.filter(({ status }) => status !== 'pass' && status !== 'not-applicable')).toEqual([])
    expect(findings.filter(({ status }) => status === 'pass').length).toBeGreaterThan(40)
  })
})

const isAsked = async (mode: string, operation: string) => (await asked(mode)).some((question) => question.operation === operation)

/** Whether an unread operation leaves anything green that stands on it, in the mode that asks it. */
async function leftGreen(mode: string, operation: string, answer: () => Evidence<unknown>) {
  const [before, after] = [await judged(mode, GOOD), await judged(mode, instead(operation, answer))]
  const action = READS[operation as keyof typeof READS].action
  return {
    vanished: codesOf(before).filter((code) => !codesOf(after).includes(code)),
    green: passing(after, action, rolesAsked(operation, await asked(mode)))
      .map(({ code }) => code)
      .filter((code) => !(mode === 'discovered' && operation === 'kms:DescribeKey' && UNCOMPARED.includes(code))),
    errors: after.filter(({ status }) => status === 'error'),
    findings: after,
  }
}

/** Reads that no check stands on, and why they are made all the same. */
const NOT_JUDGED: Readonly<Record<string, string>> = {
  'kms:ListResourceTags': 'rows of the access matrix stand on it (account-access.test.ts)',
}

describe.each(Object.keys(MODES))('when one operation is not answered (%s)', (mode) => {
  it('every read of the table is made in one mode or the other', async () => {
    const all = new Set([...(await asked('designed')), ...(await asked('discovered'))].map(({ operation }) => operation))
    // The simulator is asked by the command, beside the rows (simulator.test.ts).
    expect([...all].sort()).toEqual(ANSWERED.filter((operation) => operation !== 'iam:SimulatePrincipalPolicy').sort())
  })

  it.each(ANSWERED)('%s denied: nothing that stands on it passes, no code disappears, the permission is named', async (operation) => {
    if (!(await isAsked(mode, operation))) return
    const { action } = READS[operation]
    const { vanished, green, errors } = await leftGreen(mode, operation, () => denied(action, 'User is not authorized'))
    expect([vanished, green]).toEqual([[], []])
    if (operation in NOT_JUDGED) return
    expect(errors.length).toBeGreaterThan(0)
    for (const { missingPermission, unread, remedy } of errors)
      expect([missingPermission, unread?.state, remedy.startsWith(`Allow ${action} `)]).toEqual([action, 'denied', true])
  })

  it.each(ANSWERED)('%s answering 503: could not be read, and no permission is advised', async (operation) => {
    if (!(await isAsked(mode, operation))) return
    const { vanished, green, errors } = await leftGreen(mode, operation, () => failed(operation, 'unavailable', 'Service Unavailable'))
    expect([vanished, green]).toEqual([[], []])
    if (operation in NOT_JUDGED) return
    expect(errors.length).toBeGreaterThan(0)
    for (const { message, missingPermission, remedy, unread } of errors) {
      expect(message).toMatch(/^Could not be read: /)
      expect([missingPermission, remedy.includes('Allow'), unread]).toEqual([
        undefined,
        false,
        { state: 'failed', operation, code: 'unavailable', retryable: true },
      ])
    }
  })

  it.each(ANSWERED)('%s absent: nothing that stands on it passes', async (operation) => {
    if (!(await isAsked(mode, operation))) return
    const { vanished, green } = await leftGreen(mode, operation, () => absent('There is none.'))
    // Without a bucket policy nothing is public and nobody else may write; S3 then says so itself for the status, too.
    const allowed = operation === 's3:GetBucketPolicy' || operation === 's3:GetBucketPolicyStatus' ? ['BKT-003'] : []
    expect([vanished, green.filter((code) => !allowed.includes(code))]).toEqual([[], []])
  })

  it('makes the run red at the default threshold for what is critical or high', async () => {
    if (mode === 'discovered') return
    const { findings } = await leftGreen(mode, 'cloudtrail:GetTrailStatus', () => failed('cloudtrail:GetTrailStatus', 'malformed', 'x'))
    expect(blocking(findings, 'high').map(({ code }) => code)).toContain('TRAIL-002')
  })
})
