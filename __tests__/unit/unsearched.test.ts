import { expect, it } from '@jest/globals'
import type { Check } from '../../src/checks/define.ts'
import { CHECKS } from '../../src/checks/registry.ts'
import { requestIn, Unsearched } from '../../src/iam/ask.ts'
import { read } from '../../src/model/evidence.ts'
import type { Facts, RoleKind } from '../../src/model/facts.ts'
import { aKey, facts, granting, things } from '../support/facts.ts'

/** Compared as text and as a number: the search says that it did not try everything. */
const UNDECIDED = { StringLike: { 'aws:PrincipalTag/level': 'a*' }, NumericLessThan: { 'aws:PrincipalTag/level': '5' } }
const open = (Principal: unknown, Action: string) => [{ Effect: 'Allow', Principal, Action, Resource: '*', Condition: UNDECIDED }]
const policy = (Statement: readonly unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement })

const ownStatements = () => {
  const own = aKey().policy
  if (own.state !== 'read') throw new Error('the designed key has a policy')
  return JSON.parse(own.value).Statement as unknown[]
}

const role = (kind: RoleKind, Action = '*'): Partial<Facts> => ({
  roles: [granting(kind, { Action, Resource: '*', Condition: UNDECIDED })],
})

const cloudtrail = { Service: 'cloudtrail.amazonaws.com' }
const WORLDS: Readonly<Record<string, Partial<Facts>>> = {
  'logs-role-only-writes-streams': role('cloudwatch-logs', 'logs:PutLogEvents'),
  'node-role-has-what-nodes-need': role('eks-nodegroup'),
  'pass-role-is-scoped': role('deploy'),
  'role-cannot-blind-the-trail': role('deploy'),
  'role-cannot-raise-its-rights': role('deploy'),
  'role-decrypts-with-named-keys': role('plan'),
  'role-has-no-full-access': role('plan'),
  'role-reads-named-secrets': role('sagemaker'),
  'sagemaker-role-is-scoped': role('sagemaker'),
  'repository-is-not-public': things('AWS::ECR::Repository', { RepositoryPolicyText: policy(open('*', 'ecr:*')) }),
  'topic-is-not-public': things('AWS::SNS::TopicPolicy', { PolicyDocument: policy(open('*', 'sns:*')) }),
  // Beside the grant for its own trail, so that only the search for a stranger decides.
  'key-lets-cloudtrail-describe': {
    keys: [aKey({ policy: read(policy([...ownStatements(), ...open(cloudtrail, 'kms:DescribeKey')])) })],
  },
}

it.each(Object.keys(WORLDS))('%s does not pass where the search for a request gave up', (id) => {
  const check = CHECKS.find((one) => one.id === id) as Check
  const verdicts = check.judge(facts(WORLDS[id])).map(({ verdict }) => verdict)
  expect(verdicts.length).toBeGreaterThan(0)
  for (const verdict of verdicts) {
    expect(verdict).toMatchObject({ status: 'error', unread: { state: 'failed', code: 'unsearched' } })
    expect(verdict.message).toMatch(/^Not proven: the search for an allowed request gave up: /)
  }
})

it('says why it gave up', () => {
  expect(() => requestIn({ kind: 'unfinished', because: 'too many ways' })).toThrow(
    new Unsearched('the search for an allowed request gave up: too many ways'),
  )
  expect(requestIn({ kind: 'none' })).toBeUndefined()
})
