import { describe, expect, it } from '@jest/globals'
import { besideSimulator, type Sample } from '../../src/access/simulation.ts'
import { besideAws } from '../../src/commands/simulated-access.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import { type AccessResult, type AccessRow, isRed } from '../../src/model/access.ts'
import { denied, type Evidence, failed, read } from '../../src/model/evidence.ts'
import { partitionOf } from '../../src/model/partition.ts'
import { readerOf } from '../../src/reads/reader.ts'

const ROLE = 'arn:aws:iam::123456789012:role/r'
const sample = (isAllowed: boolean): Sample => ({
  role: ROLE,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/x',
  context: {},
  isAllowed,
})
const result = (effect: AccessRow['effect'], state: AccessResult['state']): AccessResult => ({
  who: 'r',
  effect,
  actions: 's3:GetObject',
  on: '*',
  state,
  at: [],
})

describe('two answers to one request', () => {
  it.each<
    [AccessRow['effect'], AccessResult['state'], boolean, 'allowed' | 'explicitDeny' | 'implicitDeny', AccessResult['state'], boolean]
  >([
    ['can', 'holds', true, 'allowed', 'holds', false],
    ['can', 'holds', true, 'implicitDeny', 'not-proven', false],
    ['cannot', 'holds', false, 'implicitDeny', 'holds', false],
    ['cannot', 'holds', false, 'explicitDeny', 'holds', false],
    // The one that must never pass: what we say is refused, and AWS allows.
    ['cannot', 'holds', false, 'allowed', 'not-proven', true],
    ['cannot', 'broken', true, 'explicitDeny', 'broken', true],
  ])('%s that %s, allowed here: %s, by AWS: %s', (effect, state, isAllowed, decision, expected, red) => {
    const row = besideSimulator(result(effect, state), sample(isAllowed), { decision, byOrganization: undefined })
    expect([row.state, isRed(row)]).toEqual([expected, red])
    if (isAllowed === (decision === 'allowed')) expect(row.detail).toBeUndefined()
    else
      expect(row.detail).toMatch(
        /^r, s3:GetObject on arn:aws:s3:::b\/x: AWS's simulator says \w+; the policies read here (?:allow|refuse) it$/,
      )
  })
})

describe('the simulator', () => {
  const named = (name: string, Statement: object[]) => ({ name, statements: parsePolicy({ Statement }), positionOf: () => undefined })
  const role = {
    name: 'r',
    arn: ROLE,
    identity: [named('p', [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }])],
    unknown: [],
    boundary: undefined,
    place: () => undefined,
    trust: named('trust', []),
  }
  const model = { account: '123456789012', roles: [role], users: [], resources: new Map(), serviceControl: [], resourceControl: [] }
  const partition = partitionOf('us-east-1') as NonNullable<ReturnType<typeof partitionOf>>
  const row = (effect: AccessRow['effect'], actions: string[]): AccessRow => ({
    who: { principals: [ROLE], text: 'r' },
    effect,
    actions,
    on: ['arn:aws:s3:::b/*'],
    onText: 'b',
    except: [],
    when: {},
    why: undefined,
    index: undefined,
  })
  const asked = async (answers: (action: string) => Evidence<unknown>) => {
    const questions: unknown[] = []
    const reader = readerOf(
      async ({ parameters }) => {
        questions.push(parameters)
        return { answer: answers(String((parameters['ActionNames'] as string[])[0])), time: '2026-11-30T00:00:00Z' }
      },
      { account: '123456789012', partition: 'aws', region: 'us-east-1' },
    )
    const rows = [row('can', ['s3:GetObject']), row('cannot', ['s3:PutObject'])]
    const judged = { access: [result('can', 'holds'), result('cannot', 'holds')], problems: [], rows }
    const index = { s3: { Read: ['GetObject'], Write: ['PutObject'] } }
    const { access, notices } = await besideAws(reader, judged, {
      model,
      index,
      partition,
      positionOf: () => ({ file: 'c', line: 1, column: 1 }),
    })
    return { states: access.map(({ state }) => state), notices, questions }
  }
  const says = (EvalActionName: string, EvalDecision: string) =>
    read({ EvaluationResults: [{ EvalActionName, EvalResourceName: 'x', EvalDecision }], IsTruncated: false })

  it('is asked for one request of each row', async () => {
    const { states, notices, questions } = await asked((action) => says(action, action === 's3:GetObject' ? 'allowed' : 'implicitDeny'))
    expect([states, notices]).toEqual([['holds', 'holds'], []])
    expect(questions.at(-1)).toMatchObject({ PolicySourceArn: ROLE, ActionNames: ['s3:PutObject'], ResourceArns: ['arn:aws:s3:::b/x'] })
    expect(questions[0]).toMatchObject({
      ContextEntries: expect.arrayContaining([
        { ContextKeyName: 'aws:SecureTransport', ContextKeyValues: ['true'], ContextKeyType: 'boolean' },
        { ContextKeyName: 'aws:PrincipalArn', ContextKeyValues: [ROLE], ContextKeyType: 'string' },
      ]),
    })
  })

  it('turns a row over where it says otherwise', async () => {
    expect((await asked((action) => says(action, 'allowed'))).states).toEqual(['holds', 'not-proven'])
  })

  it('is not asked again where that is denied, and that is said and not red', async () => {
    const { states, notices, questions } = await asked(() => denied('iam:SimulatePrincipalPolicy', 'no'))
    expect([states, questions.length]).toEqual([['holds', 'holds'], 1])
    expect(notices).toEqual([
      "The access rows were not put to AWS's simulator: iam:SimulatePrincipalPolicy is denied. They stand on the policies that were read.",
    ])
  })

  it('that does not answer, or about something else, is no answer', async () => {
    const { states, notices } = await asked(() => failed('iam:SimulatePrincipalPolicy', 'throttled', 'Rate exceeded'))
    expect([states, notices]).toEqual([
      ['not-proven', 'not-proven'],
      ["AWS's simulator did not answer for 2 of 2 access rows: Rate exceeded"],
    ])
    const other = await asked(() => says('s3:ListBucket', 'allowed'))
    expect([other.states, other.notices.join()]).toEqual([
      ['not-proven', 'not-proven'],
      expect.stringMatching(/did not answer for 2.*it is about action s3:ListBucket/),
    ])
  })
})
