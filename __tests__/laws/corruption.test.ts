import { describe, expect, it } from '@jest/globals'
import { CHECKS } from '../../src/checks/registry.ts'
import { type Evidence, type Question, read } from '../../src/model/evidence.ts'
import type { Finding } from '../../src/model/finding.ts'
import { READS, type ReadOperation } from '../../src/reads/table.ts'
import { collectDesigned } from '../../src/verify/collect/collect.ts'
import { collectDiscovered } from '../../src/verify/collect/discovered.ts'
import { evaluateChecks } from '../../src/verify/evaluate.ts'
import { ANSWERED, type Answers, answeringReader, designedAnswers, PLACE } from '../support/answers.ts'
import { example } from '../support/config.ts'
import { corruptions } from '../support/corrupt.ts'
import { NOW } from '../support/facts.ts'
import { FULL, oneIn } from '../support/length.ts'

const CONFIG = example()
const GOOD = designedAnswers()
const ONLY_DISCOVERED: readonly string[] = ['iam:ListRoles', 'iam:ListOpenIDConnectProviders', 'events:ListRules']
/** One role's answers stand for all roles'. */
const ROLE = CONFIG.names.deployRole

/** By the checks that stand on the read; by all, where what is found decides what is judged. */
const standingOn = (operation: ReadOperation) =>
  ONLY_DISCOVERED.includes(operation) ? CHECKS : CHECKS.filter(({ reads }) => reads.includes(READS[operation].action))

async function judged(operation: ReadOperation, answers: Answers): Promise<Finding[]> {
  const { reader } = answeringReader(answers)
  const isDiscovery = ONLY_DISCOVERED.includes(operation)
  return evaluateChecks(
    standingOn(operation),
    isDiscovery ? await collectDiscovered(reader, { ...PLACE, collectedAt: NOW }) : await collectDesigned(reader, CONFIG, NOW),
  )
}

async function firstQuestion(operation: ReadOperation): Promise<Question> {
  const { reader, asked } = answeringReader(GOOD)
  await (ONLY_DISCOVERED.includes(operation)
    ? collectDiscovered(reader, { ...PLACE, collectedAt: NOW })
    : collectDesigned(reader, CONFIG, NOW))
  const all = asked.filter((question) => question.operation === operation)
  const found = all.find(({ parameters }) => parameters['RoleName'] === ROLE) ?? all[0]
  if (!found) throw new Error(`${operation} is never asked`)
  return found
}

/**
 * What stays unnoticed, each with the reason why the answer is as good as another true one: AWS leaves these members out, or
 * says no more in them, when things are as the check wants them; or nobody judges them.
 */
const UNNOTICED: readonly [string, RegExp, RegExp, string][] = [
  ['s3:GetBucketLocation', /^/, /^/, 'where the logs lie is evidence, and nobody’s finding'],
  ['cloudtrail:GetEventSelectors', /\.Name$/, /missing|empty text|unknown value/, 'a label'],
  ['cloudtrail:GetEventSelectors', /^AdvancedEventSelectors$|Equals$/, /duplicate/, 'an alternative said twice selects the same events'],
  ['s3:GetBucketAcl', /^Owner\.ID$|Grantee\.ID$/, /unknown value/, 'S3’s own name for an account; public are groups'],
  ['s3:GetBucketAcl', /^Grants\[0\]$/, /missing/, 'a true list of a bucket without that grant'],
  ['s3:GetBucketEncryption', /BucketKeyEnabled$/, /missing/, 'S3 leaves it out when it is off, and both are fine'],
  [
    's3:GetBucketLifecycleConfiguration',
    /ID$|Filter|Transitions(?:\[0\])?$|StorageClass$|Expiration$/,
    /missing|empty|unknown|duplicate/,
    'a true rule: without label, for all objects, or one that deletes nothing',
  ],
  ['s3:GetBucketLogging', /TargetPrefix$/, /empty text|unknown value/, 'any prefix does'],
  ['kms:GetKeyRotationStatus', /^KeyId$/, /missing/, 'older answers do not have it'],
  ['logs:DescribeLogGroups', /retentionInDays$/, /missing/, 'CloudWatch Logs leaves it out when events never expire'],
  ['logs:DescribeLogGroups', /logGroupClass$/, /missing/, 'left out for the standard class'],
  ['logs:DescribeResourcePolicies', /^$/, /another account/, 'these answers name no account; the credentials do'],
  [
    'logs:DescribeResourcePolicies',
    /^resourcePolicies\[0\]/,
    /missing|unknown value/,
    'a true list without that policy, or under another name',
  ],
  ['sns:GetTopicAttributes', /KmsMasterKeyId$/, /missing/, 'SNS leaves it out where a topic has no key, and then no key keeps an alert'],
  ['events:ListTargetsByRule', /\.Id$/, /unknown value/, 'a label'],
  ['events:ListRules', /^Rules/, /missing|empty|unknown value/, 'a true list without that rule: nothing is judged then, which is said'],
  ['iam:ListRoles', /^Roles\[0\]$/, /missing/, 'a true list without that role'],
  ['iam:ListRolePolicies', /^PolicyNames\[0\]$/, /missing/, 'a true list without that policy'],
  ['iam:ListAttachedRolePolicies', /^AttachedPolicies\[0\]$/, /missing/, 'a true list without that policy'],
  ['iam:GetRolePolicy', /^$/, /another account/, 'the answer names role and policy, not the account; the credentials do'],
  [
    'iam:ListOpenIDConnectProviders',
    /^OpenIDConnectProviderList\[0\]/,
    /missing|wrong ARN/,
    'a true list without GitHub’s provider, or with another one',
  ],
]

/** Kinds that leave an answer of the right shape: another one than was meant, which may be as good, but must then be said. */
const OTHER_CONTENT = /^(?:unknown value|wrong ARN|another account’s|duplicate)$/

const used = new Set<number>()

const isExcused = (operation: string, at: string, kind: string) => {
  const index = UNNOTICED.findIndex(([of, where, what]) => of === operation && where.test(at) && what.test(kind))
  if (index >= 0) used.add(index)
  return index >= 0
}

const goodOf = (findings: readonly Finding[]) => findings.every(({ status }) => status === 'pass' || status === 'not-applicable')

/** The access matrix stands on the others (account-access.test.ts), and on what nobody answered there is wire-answers.test.ts. */
const JUDGED_BY_CHECKS = ANSWERED.filter((operation) => operation !== 'kms:ListResourceTags' && operation !== 'iam:SimulatePrincipalPolicy')

describe('a corrupted answer', () => {
  it.each(JUDGED_BY_CHECKS)('%s is never green, never a crash, and no code disappears', async (operation) => {
    const question = await firstQuestion(operation)
    const before = await judged(operation, GOOD)
    const codes = new Set(before.map(({ code }) => code))
    const answer = GOOD(question)
    if (answer.state !== 'read') throw new Error('the designed account answers')
    const unnoticed: string[] = []
    for (const { kind, at, value } of oneIn(4, corruptions(answer.value))) {
      if (JSON.stringify(value) === JSON.stringify(answer.value)) continue
      const corrupted = (asked: Question): Evidence<unknown> =>
        asked.operation === operation && JSON.stringify(asked.parameters) === JSON.stringify(question.parameters)
          ? read(value)
          : GOOD(asked)
      const after = await judged(operation, corrupted)
      const vanished = [...codes].some((code) => !after.some((finding) => finding.code === code))
      const isUnchanged = JSON.stringify(after) === JSON.stringify(before)
      const isUnnoticed = vanished || (goodOf(after) && (isUnchanged || !OTHER_CONTENT.test(kind)))
      if (isUnnoticed && !isExcused(operation, at, kind)) unnoticed.push(`${at}: ${kind}`)
    }
    expect(unnoticed).toEqual([])
  })

  // Some of the corruptions use some of the excuses.
  if (FULL)
    it('has no excuse left over', () =>
      expect(UNNOTICED.filter((_, index) => !used.has(index)).map(([operation, at]) => [operation, at])).toEqual([]))
})
