import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { root } from '../../scripts/paths.mjs'
import { merge } from '../../src/activity/facts.ts'
import { EXCEPTIONS, permissionsOf } from '../../src/activity/permission.ts'
import { LogFileReader } from '../../src/activity/records.ts'
import { makeSeenTables, Seen } from '../../src/activity/seen.ts'
import { Tally } from '../../src/activity/tally.ts'
import { policyText, roleUsage, withoutActions } from '../../src/activity/usage.ts'
import { Resolver } from '../../src/activity/who.ts'
import { openIamActions } from '../../src/edge/iam-actions.ts'
import { expandAction } from '../../src/iam/actions.ts'
import { requestContext } from '../../src/iam/conditions.ts'
import { evaluatePolicy } from '../../src/iam/evaluate.ts'
import { parsePolicy } from '../../src/iam/policy.ts'

const index = openIamActions(readFileSync(join(root, 'dist/iam-actions.bin')))
const DATA = join(root, '__tests__/data/cloudtrail')
const ROLE = 'arn:aws:iam::111122223333:role/reader'

describe('the permission of an event', () => {
  it('is an action that AWS has, also where the table says it', () => {
    const targets = [...new Set(Object.values(EXCEPTIONS).flat())]
    expect(targets.filter((action) => !expandAction(index, action).includes(action))).toEqual([])
  })

  it('is known for nearly every call of the shared records; the others are listed and not guessed', () => {
    const unknown = new Set<string>()
    let [calls, known] = [0, 0]
    for (const name of readdirSync(DATA).filter((file) => file.endsWith('.gz'))) {
      const { Records } = JSON.parse(gunzipSync(readFileSync(join(DATA, name))).toString()) as { Records: Record<string, string>[] }
      for (const { eventSource = '', eventName = '', eventType = 'AwsApiCall' } of Records) {
        if (eventType !== 'AwsApiCall') continue
        calls += 1
        if (permissionsOf(eventSource.replace('.amazonaws.com', ''), eventName, index)) known += 1
        else unknown.add(`${eventSource} ${eventName}`)
      }
    }
    process.stdout.write(`    permissions known for ${known} of ${calls} calls; unknown: ${[...unknown].sort().join(', ')}\n`)
    expect(known / calls).toBeGreaterThan(0.98)
  })

  it.each([
    ['lambda', 'UpdateFunctionCode20150331v2', ['lambda:UpdateFunctionCode']],
    ['s3', 'CopyObject', ['s3:GetObject', 's3:PutObject']],
    ['monitoring', 'PutMetricAlarm', ['cloudwatch:PutMetricAlarm']],
    ['apigateway', 'CreateRoute', ['apigateway:POST']],
    ['sts', 'GetCallerIdentity', []],
    ['signin', 'ConsoleLogin', []],
    ['s3', 'NoSuchCall', undefined],
    ['s3', '*', undefined],
  ])('of %s %s is %j', (service, name, expected) => {
    expect(permissionsOf(service, name, index)).toEqual(expected)
  })
})

const call = (eventName: string, more: Record<string, unknown> = {}) => ({
  userIdentity: {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::111122223333:assumed-role/reader/s',
    sessionContext: { sessionIssuer: { arn: ROLE, userName: 'reader' } },
  },
  eventTime: '2026-11-25T10:00:00Z',
  eventSource: 's3.amazonaws.com',
  eventName,
  eventID: `${eventName}${Math.random()}`,
  ...more,
})

function usage(document: unknown, records: readonly unknown[], kept: readonly string[] = [], isComplete = true) {
  const tally = new Tally({ from: 0, to: 4e9, baselineFrom: 0, needles: [], needlesOfChanges: [] }, new Seen(makeSeenTables(100)))
  new LogFileReader((fields) => tally.add(fields)).read(new TextEncoder().encode(JSON.stringify({ Records: records })), true)
  const facts = merge([tally.taken()])
  const [found] = roleUsage({
    facts,
    resolver: new Resolver(facts),
    roles: [{ arn: ROLE, statements: parsePolicy(document), kept }],
    index,
    days: 30,
    isComplete,
  })
  return found
}

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    { Sid: 'Read', Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetBucketPolicy', 's3:GetObject', 's3:DeleteBucket'], Resource: '*' },
    { Sid: 'Pass', Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/x' },
  ],
}

describe('use against grant', () => {
  it('tells used, refused, not seen and what no trail shows, with places', () => {
    const found = usage(POLICY, [
      call('ListObjectsV2', { resources: [{ ARN: 'arn:aws:s3:::gold' }] }),
      call('PutBucketPolicy', {
        errorCode: 'AccessDenied',
        errorMessage:
          'User: x is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::gold" because no identity-based policy allows the s3:PutBucketPolicy action',
      }),
    ])
    expect(found).toMatchObject({
      used: [{ action: 's3:ListBucket', count: 1, resources: ['arn:aws:s3:::gold'] }],
      denied: [{ action: 's3:PutBucketPolicy', resources: ['arn:aws:s3:::gold'], refusedBy: 'no identity-based policy allows it' }],
      neverSeen: ['s3:DeleteBucket', 's3:GetBucketPolicy'],
      unseeable: ['iam:PassRole', 's3:GetObject'],
      unknown: [],
    })
    expect(found?.proposal?.changes).toEqual([expect.stringContaining('s3:GetBucketPolicy')])
  })

  it('holds silence against an object action only where the trail has data events', () => {
    const found = usage(POLICY, [call('PutObject', { eventCategory: 'Data', readOnly: false }), call('ListObjectsV2')])
    expect(found?.neverSeen).toContain('s3:GetObject')
  })

  it('keeps what the design says it can, and proposes nothing from logs that are not whole or hold calls it does not know', () => {
    expect(usage(POLICY, [call('ListObjectsV2')], ['s3:DeleteBucket'])?.proposal?.document).toContain('s3:DeleteBucket')
    expect(usage(POLICY, [call('ListObjectsV2')], [], false)?.proposal).toBeUndefined()
    const found = usage(POLICY, [call('ListObjectsV2'), call('NewCall')])
    expect([found?.unknown, found?.proposal]).toEqual([['s3:NewCall'], undefined])
  })

  it('allows after tightening every request with a used action that was allowed, and refuses those that were refused', () => {
    const actions = ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 's3:DeleteBucket', 'kms:Decrypt', 'kms:Encrypt', 'iam:GetRole']
    const patterns = ['s3:*', 's3:Get*', 'kms:*', 'k?s:Decrypt', ...actions]
    const places = ['*', 'arn:aws:s3:::gold', 'arn:aws:s3:::gold/*', 'arn:aws:kms:us-east-1:1:key/k']
    const statement = fc.record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      Action: fc.array(fc.constantFrom(...patterns), { minLength: 1, maxLength: 3 }),
      Resource: fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 2 }),
    })
    fc.assert(
      fc.property(
        fc.array(statement, { minLength: 1, maxLength: 4 }),
        fc.subarray(actions),
        fc.constantFrom('arn:aws:s3:::gold', 'arn:aws:s3:::gold/a', 'arn:aws:kms:us-east-1:1:key/k'),
        (Statement, used, resource) => {
          const before = parsePolicy({ Version: '2012-10-17', Statement })
          const granted = new Set(
            before.flatMap(({ effect, actions: own = [] }) =>
              effect === 'Allow' ? own.flatMap((pattern) => expandAction(index, pattern)) : [],
            ),
          )
          const removable = new Set([...granted].filter((action) => !used.includes(action)))
          const after = parsePolicy(policyText(withoutActions(before, removable, index)))
          for (const action of actions) {
            const decide = (policy: typeof before) =>
              evaluatePolicy(policy, { action, resource, context: requestContext({}) }).decision === 'allowed'
            if (used.includes(action)) expect([action, decide(after)]).toEqual([action, decide(before)])
            else expect([action, decide(after)]).toEqual([action, false])
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
