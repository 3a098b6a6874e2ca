import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { HeldResource } from '../../src/model/design.ts'
import { denied, type EvidenceEnvelope, failed, type Question, questionKey, read } from '../../src/model/evidence.ts'
import type { Finding } from '../../src/model/finding.ts'
import { Malformed } from '../../src/reads/shape.ts'
import { isReadOperation, READ_OPERATIONS, READS, type ReadOperation } from '../../src/reads/table.ts'
import { ANSWERED } from '../support/answers.ts'
import { corruptions } from '../support/corrupt.ts'
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

/** Corruptions that take a member away or make it another kind of value; what makes it another value of its kind is a change, and above. */
const GONE_OR_OF_ANOTHER_TYPE =
  /^(?:missing|null|a list|a number|a boolean|an object|a string|a text|true|number|string|string "false"|empty|empty text|NaN|a fraction|negative|in itself|HTML.*|members.*|objects for values|truncated|not a policy|bad encoding)$/

/** What no template sets, so that AWS has no answer: whatever it answers is a difference. */
const NOT_SET_HERE: readonly string[] = ['s3:GetBucketReplication', 's3:GetBucketCors', 's3:GetBucketWebsite']

/** What may go unnoticed by the design's checks, though somebody reads it: with the reason why the answer is as good as a true one. */
const AS_GOOD: readonly [string, RegExp, RegExp, string][] = [
  ['cloudtrail:DescribeTrails', /^trailList\[0\]$/, /missing/, 'a true list without a trail that is none of the design'],
  ['cloudtrail:GetTrailStatus', /^Latest\w+Time$/, /missing/, 'checks of their own judge it (corruption.test.ts)'],
  ['cloudtrail:GetEventSelectors', /\.Name$/, /missing|empty text/, 'a label'],
  ['kms:DescribeKey', /Description$/, /missing|empty text/, 'that key has none'],
  ['kms:GetKeyRotationStatus', /^KeyId$/, /missing/, 'older answers do not have it'],
  ['logs:DescribeLogGroups', /logGroupClass$/, /missing/, 'left out for the standard class'],
  ['sns:GetTopicAttributes', /DisplayName$/, /missing/, 'that topic has none'],
  ['s3:GetBucketLocation', /^(?:LocationConstraint)?$/, /^/, 'that it answers is all there is to it, and S3 says nothing of us-east-1'],
  ['s3:GetBucketNotificationConfiguration', /^$/, /^/, 'S3 says nothing where there is none; that it is S3 is held at the wire'],
  ['cloudwatch:DescribeAlarms', /\.(?:State|AlarmConfigurationUpdated)\w+$/, /^/, 'how an alarm stands is nothing of the design'],
  ['cloudwatch:DescribeAlarms', /Actions$/, /missing/, 'that alarm has none'],
  ['cloudwatch:DescribeAlarms', /(?:Periods?|Threshold)$/, /string/, 'the same number'],
  ['config:DescribeConfigurationRecorders', /recordingGroup\.\w+$/, /string/, 'the same truth'],
  ['config:DescribeConfigurationRecorderStatus', /lastStatus$/, /missing/, 'a recorder that has recorded nothing yet'],
  ['config:DescribeConfigRules', /ConfigRule(?:Arn|Id)$/, /^/, 'AWS’s own names for a rule'],
  ['glue:GetDatabase', /\.(?:CreateTime|CatalogId)$/, /^/, 'whose catalog it is, the credentials say'],
  ['glue:GetTable', /\.(?:CreateTime|CatalogId|DatabaseName)$/, /^/, 'whose catalog it is, the credentials say'],
  ['glue:GetTable', /Parameters\./, /a boolean/, 'the same word'],
  ['athena:GetWorkGroup', /Configuration\.\w+$/, /string/, 'the same number or truth'],
]

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

  it(
    'passes nothing that stands on an answer with a member gone or of another type',
    async () => {
      const sameAs = (one: Question) => (other: Question) => questionKey(one) === questionKey(other)
      // Of each operation that the design asks, the answer that says most.
      const richest = new Map<ReadOperation, EvidenceEnvelope>()
      const asked = new Set<string>()
      const { held: before } = await account.judgeDesign((question) => void asked.add(questionKey(question)))
      for (const envelope of account.answers()) {
        const { operation, answer } = envelope
        if (!asked.has(questionKey(envelope)) || answer.state !== 'read' || !isReadOperation(operation)) continue
        const known = richest.get(operation)
        if (!known || JSON.stringify(known.answer).length < JSON.stringify(answer).length) richest.set(operation, envelope)
      }
      // The others of the table are judged by checks of their own (corruption.test.ts), or were answered with nothing here.
      expect(READ_OPERATIONS.filter((operation) => !richest.has(operation) && !ANSWERED.includes(operation))).toEqual(NOT_SET_HERE)
      const was = new Map(before.map((held) => [held.designed.logicalId + held.arn, JSON.stringify(held)]))
      const isChanged = (held: HeldResource) => was.get(held.designed.logicalId + held.arn) !== JSON.stringify(held)
      const believed = [...richest].flatMap(([operation, envelope]) => {
        const value = envelope.answer.state === 'read' ? envelope.answer.value : undefined
        const typed = JSON.stringify(READS[operation].shape(value, ''))
        return corruptions(value)
          .filter(({ kind }) => GONE_OR_OF_ANOTHER_TYPE.test(kind))
          .filter((corruption) => {
            const now = typedOf(operation, corruption.value)
            // One that the table refuses is a failed read, as above; one that means the same to it has lost what nobody reads.
            return now !== undefined && now !== typed
          })
          .map((corruption) => ({ ...corruption, operation, envelope }))
      })
      expect(believed.length).toBeGreaterThan(100)
      const unnoticed: string[] = []
      const excuses = new Set<string>()
      for (const { operation, envelope, kind, at, value } of oneIn(13, believed)) {
        const isIt = sameAs(envelope)
        const { findings } = await account.judgeDesign((question) => (isIt(question) ? read(value) : undefined), isChanged)
        if (findings.some(isBad)) continue
        const excuse = AS_GOOD.find(([of, where, what]) => of === operation && where.test(at) && what.test(kind))
        if (excuse) excuses.add(excuse.join())
        else unnoticed.push(`${operation} ${at}: ${kind}`)
      }
      expect(unnoticed).toEqual([])
      if (FULL) expect(AS_GOOD.filter((excuse) => !excuses.has(excuse.join()))).toEqual([])
    },
    PATIENCE,
  )
})

/** What the table makes of an answer; undefined where it is none. */
function typedOf(operation: ReadOperation, value: unknown): string | undefined {
  try {
    return JSON.stringify(READS[operation].shape(value, ''))
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}
