import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { denied, failed, type Question } from '../../src/model/evidence.ts'
import type { Finding } from '../../src/model/finding.ts'
import { isReadOperation, READS } from '../../src/reads/table.ts'
import { FULL, oneIn } from '../support/length.ts'
import { type Account, openAccount } from '../support/mutations/account.ts'
import { allMutations } from '../support/mutations/all.ts'
import { harmlessMutations } from '../support/mutations/harmless.ts'
import type { Mutation } from '../support/mutations/policies.ts'

const isBad = ({ status }: Finding) => status === 'fail' || status === 'error'
const nameOf = ({ code, resource }: Finding) => `${code} ${resource}`

/** Everything on: reads of objects are left out by choice, and that is said. */
const AS_DESIGNED = ['TRAIL-005 arn:aws:cloudtrail:eu-west-1:123456789012:trail/retail-dev-audit-trail']

/** At full length every change is tried, on machines that do other things beside. */
const PATIENCE = FULL ? 3_600_000 : undefined

/** The whole design, deployed, changed through the API one thing at a time. */
describe('an account with everything on', () => {
  let account: Account
  let mutations: Mutation[]
  let harmless: Mutation[]
  let good: Finding[]
  beforeAll(async () => {
    account = await openAccount()
    mutations = await allMutations(account)
    harmless = await harmlessMutations(account)
    good = await account.judge(() => false)
  })
  afterAll(() => account.close())
  afterEach(() => account.restore())

  const newly = (findings: readonly Finding[]) => [
    ...new Set(findings.filter((finding) => isBad(finding) && !AS_DESIGNED.includes(nameOf(finding))).map(({ code }) => code)),
  ]

  const touchedBy =
    ({ services, about }: Mutation) =>
    ({ operation, parameters }: Question) =>
      services.some((service) => operation.startsWith(`${service}:`)) && (!about || JSON.stringify(parameters).includes(about))

  /** What each change was seen by, beside what should have seen it; and whether its recording says the same. */
  async function seen(tried: readonly Mutation[]) {
    const all: { name: string; expected: string[]; found: string[] }[] = []
    for (const mutation of tried) {
      await mutation.change(account)
      const findings = await account.judge(touchedBy(mutation))
      const found = newly(findings).sort()
      const replayed = FULL ? newly(await account.replay()).sort() : found
      const vanished = good.filter(({ code }) => !findings.some((finding) => finding.code === code)).map(({ code }) => `${code} is gone`)
      all.push({ name: mutation.name, expected: [...mutation.expected].sort(), found: [...found, ...vanished] })
      expect([mutation.name, replayed]).toEqual([mutation.name, found])
      account.restore()
    }
    return all
  }

  it('is green as it was deployed', () => expect(good.filter(isBad).map(nameOf)).toEqual(AS_DESIGNED))

  it('has at least 300 things to change, and 60 that change nothing', () => {
    expect([mutations.length >= 300, harmless.length >= 60]).toEqual([true, true])
    for (const list of [mutations, harmless]) expect(new Set(list.map(({ name }) => name)).size).toBe(list.length)
  })

  it(
    'shows every change by exactly the checks that should see it',
    async () => {
      const all = await seen(oneIn(13, mutations))
      const wrong = all.filter(({ expected, found }) => JSON.stringify(expected) !== JSON.stringify(found))
      const [right, told, wanted] = [
        all.reduce((sum, { expected, found }) => sum + found.filter((code) => expected.includes(code)).length, 0),
        all.reduce((sum, { found }) => sum + found.length, 0),
        all.reduce((sum, { expected }) => sum + expected.length, 0),
      ]
      process.stdout.write(`  ${all.length} changes: precision ${(right / told).toFixed(3)}, recall ${(right / wanted).toFixed(3)}\n`)
      expect(wrong).toEqual([])
    },
    PATIENCE,
  )

  it(
    'says nothing of what changes nothing',
    async () => {
      const all = await seen(oneIn(13, harmless))
      expect(all.filter(({ found }) => found.length > 0)).toEqual([])
    },
    PATIENCE,
  )

  it(
    'passes nothing that stands on a read that was denied, failed or answered with nothing',
    async () => {
      for (const operation of oneIn(7, account.operations())) {
        if (!isReadOperation(operation)) throw new Error(`${operation} is no read`)
        const { action } = READS[operation]
        const answers = [
          denied(action, 'User is not authorized'),
          failed(operation, 'unavailable', '503'),
          { state: 'read' as const, value: {} },
        ]
        for (const answer of FULL ? answers : answers.slice(0, 1)) {
          const findings = await account.judgeWith((question) => (question.operation === operation ? answer : undefined))
          const codes = new Set(findings.map(({ code }) => code))
          expect([operation, good.filter(({ code }) => !codes.has(code)).map(nameOf)]).toEqual([operation, []])
          expect({ operation, answer: answer.state, seen: newly(findings).length > 0 }).toEqual({
            operation,
            answer: answer.state,
            seen: true,
          })
        }
      }
    },
    PATIENCE,
  )
})
