import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { answer } from '../../src/activity/answer.ts'
import { activityFindings } from '../../src/activity/findings.ts'
import { changeRegister, exceptionsOf, type Judged } from '../../src/activity/register.ts'
import { Resolver } from '../../src/activity/who.ts'
import { createLogReading } from '../../src/edge/log-scan.ts'
import { changeSource } from '../../src/github/changes.ts'
import type { PullRequestFacts, RunFacts } from '../../src/model/activity.ts'
import { activityTables } from '../../src/report/activity-csv.ts'
import { activityPage } from '../../src/report/activity-html.ts'

type Json = Record<string, unknown>
const A = '111122223333'

let serial = 0
function aRecord(overrides: Json = {}): Json {
  serial += 1
  return {
    eventVersion: '1.11',
    userIdentity: aUser('ana'),
    eventTime: '2026-11-25T10:00:00Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'ListBuckets',
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.9',
    userAgent: 'aws-cli/2',
    requestParameters: null,
    responseElements: null,
    eventID: `e-${serial}`,
    readOnly: true,
    eventType: 'AwsApiCall',
    eventCategory: 'Management',
    recipientAccountId: A,
    ...overrides,
  }
}

const aUser = (userName: string): Json => ({
  type: 'IAMUser',
  arn: `arn:aws:iam::${A}:user/${userName}`,
  accountId: A,
  userName,
  accessKeyId: `AKIA${userName}`,
})

function aSession(role: string, session: string, more: Json = {}, context: Json = {}): Json {
  return {
    type: 'AssumedRole',
    principalId: `AROA${role}:${session}`,
    arn: `arn:aws:sts::${A}:assumed-role/${role}/${session}`,
    accountId: A,
    accessKeyId: `ASIA${role}${session}`,
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${A}:role/${role}`, userName: role, accountId: A },
      attributes: { creationDate: '2026-11-25T09:00:00Z', mfaAuthenticated: 'false' },
      ...context,
    },
    ...more,
  }
}

/** The record that gave a session out. */
function issue(caller: Json, role: string, session: string, more: Json = {}): Json {
  return aRecord({
    userIdentity: caller,
    eventSource: 'sts.amazonaws.com',
    eventName: 'AssumeRole',
    eventTime: '2026-11-25T09:00:00Z',
    requestParameters: { roleArn: `arn:aws:iam::${A}:role/${role}`, roleSessionName: session },
    responseElements: {
      credentials: { accessKeyId: `ASIA${role}${session}` },
      assumedRoleUser: { assumedRoleId: `AROA${role}:${session}` },
    },
    ...more,
  })
}

const github = (subject: string): Json => ({
  type: 'WebIdentityUser',
  userName: subject,
  principalId: `p:sts.amazonaws.com:${subject}`,
  identityProvider: `arn:aws:iam::${A}:oidc-provider/token.actions.githubusercontent.com`,
})

async function factsOf(records: readonly unknown[], needles: readonly string[] = [], from = 0) {
  const folder = mkdtempSync(join(tmpdir(), 'who-'))
  try {
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ Records: records }))
    const reading = createLogReading()
    const options = { from, to: 4e9, baselineFrom: 0, needles: [], needlesOfChanges: needles }
    return await reading.scan({ files: await reading.filesIn(folder), options, onProgress: () => undefined })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const SCOPE = {
  place: 'logs',
  engine: 'scan',
  from: '2026-11-25T00:00:00Z',
  to: '2026-11-26T00:00:00Z',
  files: 1,
  bytes: 1,
  unread: [],
  seconds: 1,
  show: 'all',
} as const

async function answered(records: readonly unknown[], more: { from?: number; baselineFrom?: string } = {}) {
  const { facts } = await factsOf(records, [], more.from)
  const resolver = new Resolver(facts)
  return answer(facts, resolver, { scope: SCOPE, limits: [], baselineFrom: more.baselineFrom, subject: undefined })
}

const whoIn = async (...records: Json[]) =>
  (await answered(records)).people.map(({ name, kind, isProven, proof }) => [name, kind, isProven, proof])

describe('who stands behind a call', () => {
  it('is the person at the beginning of a chain of roles, by the keys that were given out', async () => {
    const middle = aSession('one', 'x')
    const records = [
      aRecord({ userIdentity: aSession('two', 'y'), eventName: 'StopLogging', readOnly: false }),
      issue(middle, 'two', 'y'),
      issue(aUser('ana'), 'one', 'x'),
    ]
    const report = await answered(records)
    expect(report.people).toHaveLength(1)
    expect(report.people[0]).toMatchObject({
      name: 'ana',
      kind: 'person',
      isProven: true,
      events: 3,
      chains: ['ana → one (x)', 'ana → one (x) → two (y)'],
    })
    expect(report.watched).toMatchObject([{ actor: 'ana → one (x) → two (y)', action: 's3:StopLogging' }])
  })

  it('is nobody proven where no record gave the session out, whatever its name says', async () => {
    expect(await whoIn(aRecord({ userIdentity: aSession('admin', 'ana') }))).toEqual([
      ['admin/ana', 'session', false, 'no record of who took the role; the caller chose the session name'],
    ])
  })

  it('is found by session and second where the keys are another’s, and not where two people fit', async () => {
    const forwarded = aSession('one', 'x', { accessKeyId: 'ASIAother' })
    expect(await whoIn(aRecord({ userIdentity: forwarded }), issue(aUser('ana'), 'one', 'x'))).toContainEqual([
      'ana',
      'person',
      true,
      expect.stringContaining('session and second'),
    ])
    const two = await whoIn(
      aRecord({ userIdentity: forwarded }),
      issue(aUser('ana'), 'one', 'x'),
      issue(aUser('ben'), 'one', 'x', {
        responseElements: { credentials: { accessKeyId: 'ASIAben' }, assumedRoleUser: { assumedRoleId: 'AROAone:x' } },
      }),
    )
    expect(two.map(([name]) => name)).toContain('one/x')
  })

  it.each([
    [
      'a source identity, also in a chain',
      [aRecord({ userIdentity: aSession('two', 'y', {}, { sourceIdentity: 'chi' }) })],
      ['chi', 'person', true, 'source identity'],
    ],
    [
      'a user of Identity Center',
      [aRecord({ userIdentity: aSession('AWSReservedSSO_Admin_0a1b2c3d4e5f6071', 'dora@acme.example') })],
      ['dora@acme.example', 'person', true, 'Identity Center'],
    ],
    [
      'an instance',
      [aRecord({ userIdentity: aSession('node', 'i-0123456789abcdef0') })],
      ['node on i-0123456789abcdef0', 'workload', true, 'credentials of an instance'],
    ],
    [
      'a service',
      [aRecord({ userIdentity: { type: 'AWSService', invokedBy: 'eks.amazonaws.com' } })],
      ['eks.amazonaws.com', 'service', true, 'userIdentity'],
    ],
    ['the root user', [aRecord({ userIdentity: { type: 'Root', accountId: A } })], [`root of ${A}`, 'root', true, 'userIdentity']],
    [
      'a service for root, which is not root',
      [aRecord({ userIdentity: { type: 'Root', accountId: A, invokedBy: 'support.amazonaws.com' } })],
      ['support.amazonaws.com for root', 'service', true, 'userIdentity'],
    ],
    ['nobody named', [aRecord({ userIdentity: null })], ['nobody named', 'unknown', false, 'the record names nobody']],
    [
      'a pod',
      [
        aRecord({
          userIdentity: {
            type: 'WebIdentityUser',
            userName: 'system:serviceaccount:serving:api',
            identityProvider: 'arn:aws:iam::1:oidc-provider/oidc.eks',
          },
        }),
      ],
      ['system:serviceaccount:serving:api', 'workload', true, 'token of oidc.eks'],
    ],
  ] as const)('is %s', async (_, records, expected) => {
    expect(await whoIn(...records)).toEqual([expected])
  })

  it('does not go in circles with a log that does', async () => {
    const [a, b] = [aSession('a', 's'), aSession('b', 's')]
    expect((await whoIn(issue(a, 'b', 's'), issue(b, 'a', 's'))).length).toBeGreaterThan(0)
  })

  it('resolves every shape that AWS documents', async () => {
    const text = gunzipSync(readFileSync(join(root, '__tests__/data/cloudtrail/shapes.json.gz'))).toString()
    const { Records } = JSON.parse(text) as { Records: Json[] }
    const { totals, people } = await answered(Records)
    const { records, events, duplicates, copies, outside, insights, network } = totals
    expect(records).toBe(events + duplicates + copies + outside + insights + network)
    expect({ insights, network, copies, duplicates }).toEqual({ insights: 1, network: 1, copies: 1, duplicates: expect.any(Number) })
    expect(people.reduce((sum, row) => sum + row.events, 0)).toBe(events)
    expect(people.map(({ name }) => name)).toEqual(
      expect.arrayContaining(
        ['chi', 'bo', 'ana@acme.example', 'report', 'system:serviceaccount:serving:api'].map(
          (name) => expect.stringContaining(name) as unknown as string,
        ),
      ),
    )
  })
})

describe('what is to be looked at', () => {
  it('fails for trail calls by hand, and names who, when and from where', async () => {
    const report = await answered([
      aRecord({
        userIdentity: aUser('mallory'),
        eventSource: 'cloudtrail.amazonaws.com',
        eventName: 'StopLogging',
        readOnly: false,
        requestParameters: { name: 'audit' },
      }),
    ])
    const found = activityFindings(report, 'bucket', [])
    expect(found.find(({ code }) => code === 'ACT-002')).toMatchObject({
      status: 'fail',
      message: '2026-11-25T10:00:00Z mallory from 203.0.113.9: cloudtrail:StopLogging audit',
    })
  })

  it('does not take what a stack does, also one of root, for a hand', async () => {
    const byStack = (userIdentity: Json) =>
      aRecord({
        userIdentity: { ...userIdentity, invokedBy: 'cloudformation.amazonaws.com' },
        eventName: 'PutBucketPolicy',
        readOnly: false,
        requestParameters: { bucketName: 'logs' },
      })
    const report = await answered([byStack({ type: 'Root', accountId: A }), byStack(aUser('ana'))])
    expect(activityFindings(report, 'bucket', ['logs']).map(({ code, status }) => [code, status])).toEqual([
      ['ACT-001', 'pass'],
      ['ACT-002', 'pass'],
      ['ACT-003', 'pass'],
    ])
    expect(report.watched).toEqual([])
  })

  it('passes nothing where a file could not be read', async () => {
    const report = await answered([aRecord()])
    const found = activityFindings(
      { ...report, scope: { ...report.scope, isComplete: false, unread: [{ file: 'x', reason: 'is cut' }] } },
      'bucket',
      [],
    )
    expect(found.map(({ status }) => status)).toEqual(['error', 'error', 'error'])
  })

  it('says what refused a call', async () => {
    const refused = (errorMessage: string) => aRecord({ errorCode: 'AccessDenied', errorMessage })
    const { failures } = await answered([
      refused('User: x is not authorized to perform: s3:ListBuckets because no identity-based policy allows the s3:ListBuckets action'),
      refused('User: x is not authorized to perform: s3:ListBuckets with an explicit deny in a service control policy'),
      aRecord({ errorCode: 'Client.DryRunOperation' }),
    ])
    expect(failures.map(({ refusedBy }) => refusedBy).sort()).toEqual(['no identity-based policy allows it', 'service control policy'])
  })

  it('calls new what the time before did not have', async () => {
    const from = Date.parse('2026-11-25T00:00:00Z') / 1000
    const { firstSeen, totals } = await answered(
      [aRecord({ eventTime: '2026-11-20T10:00:00Z' }), aRecord(), aRecord({ userIdentity: aUser('eve'), awsRegion: 'eu-west-1' })],
      { from, baselineFrom: '2026-11-18T00:00:00Z' },
    )
    expect(firstSeen).toMatchObject({ actors: ['eve'], regions: ['eve: eu-west-1'] })
    expect(totals.changes).toBe(0)
  })

  it('is no formula in a spreadsheet and no element in a page', async () => {
    const report = await answered([
      aRecord({ userIdentity: aUser("=cmd|'/c calc'!A1"), sourceIPAddress: '<img src=x onerror=alert(1)>', userAgent: '@SUM(1)' }),
    ])
    for (const [, text] of activityTables(report)) expect(text).not.toMatch(/(?:^|,|\n)"?[=+@-]/)
    const page = activityPage(report)
    expect(page).not.toMatch(/<img|<script|https?:\/\//)
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })
})

const PULL: PullRequestFacts = {
  number: 7,
  author: 'ana',
  head: 'abc',
  fromFork: false,
  mergedBy: 'ben',
  reviews: [{ by: 'ben', isBot: false, state: 'APPROVED', commit: 'abc', mayWrite: true }],
}
const RUN: RunFacts = { id: 41, attempt: 1, url: 'u', commit: 'fedcba987', actor: 'ana', startedBy: 'ana', pullRequest: PULL }

describe('who approved a change', () => {
  const judged = (over: Partial<Judged> = {}): string[] =>
    exceptionsOf({
      who: { repository: 'acme/retail' } as Judged['who'],
      how: 'stack',
      said: { id: 41, attempt: 1 },
      answer: RUN,
      repository: 'acme/retail',
      isAsked: true,
      ...over,
    })
  const withPull = (over: Partial<PullRequestFacts>) => judged({ answer: { ...RUN, pullRequest: { ...PULL, ...over } } })
  const review = PULL.reviews[0] as PullRequestFacts['reviews'][number]

  it.each([
    ['nothing to say of a change that another person approved', judged(), []],
    ['by hand', judged({ how: 'direct', said: undefined }), ['made by hand, past the stacks', 'by no run of a workflow']],
    [
      'a session that calls itself a run',
      judged({ who: { repository: undefined } as Judged['who'] }),
      ["the session's name says run 41, and no token of acme/retail proves it"],
    ],
    [
      'a run of another repository',
      judged({ who: { repository: 'evil/retail' } as Judged['who'] }),
      ["the session's name says run 41, and no token of acme/retail proves it"],
    ],
    ['a run that GitHub does not know', judged({ answer: { unknown: 'GitHub knows no run 41' } }), ['GitHub knows no run 41']],
    [
      'no pull request',
      judged({ answer: { ...RUN, pullRequest: undefined } as unknown as RunFacts }),
      ['commit fedcba9 came from no pull request'],
    ],
    ['a run that another began again', judged({ answer: { ...RUN, startedBy: 'eve' } }), ['run again by eve, begun by ana']],
    ['nobody', withPull({ reviews: [] }), ['#7 approved by nobody']],
    ['only the author', withPull({ reviews: [{ ...review, by: 'ana' }] }), ['#7 approved by its author ana only']],
    ['a bot', withPull({ reviews: [{ ...review, by: 'helper[bot]', isBot: true }] }), ['#7 approved only by helper[bot] (a bot)']],
    ['one who may not write', withPull({ reviews: [{ ...review, mayWrite: false }] }), ['#7 approved only by ben (may not write)']],
    ['an approval of an older commit', withPull({ reviews: [{ ...review, commit: 'old' }] }), ['#7 approved before its last commit']],
    ['an approval taken back', withPull({ reviews: [review, { ...review, state: 'DISMISSED' }] }), ['#7 approved by nobody']],
    ['a comment after the approval, which takes nothing back', withPull({ reviews: [review, { ...review, state: 'COMMENTED' }] }), []],
    [
      'changes asked for by a second reviewer',
      withPull({ reviews: [review, { ...review, by: 'chi', state: 'CHANGES_REQUESTED' }] }),
      ['#7 against the review of chi'],
    ],
    ['a fork', withPull({ fromFork: true }), ['#7 comes from a fork']],
    ['a bot as author, approved by a person', withPull({ author: 'renovate[bot]' }), []],
  ] as const)('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })

  it('has every change of the foundation in one row, stack executions by their session', async () => {
    const session = aSession('deploy', 'mlops-audit-41-1')
    const byStack = (eventName: string) =>
      aRecord({
        userIdentity: { ...session, invokedBy: 'cloudformation.amazonaws.com' },
        eventName,
        readOnly: false,
        requestParameters: { bucketName: 'logs-bucket' },
      })
    const records = [
      aRecord({
        userIdentity: github('repo:acme/retail:ref:refs/heads/main'),
        eventSource: 'sts.amazonaws.com',
        eventName: 'AssumeRoleWithWebIdentity',
        responseElements: {
          credentials: { accessKeyId: 'ASIAdeploymlops-audit-41-1' },
          assumedRoleUser: { assumedRoleId: 'AROAdeploy:mlops-audit-41-1' },
        },
      }),
      aRecord({
        userIdentity: session,
        eventSource: 'cloudformation.amazonaws.com',
        eventName: 'ExecuteChangeSet',
        readOnly: false,
        requestParameters: { stackName: 'audit' },
      }),
      byStack('PutBucketPolicy'),
      byStack('PutBucketVersioning'),
      aRecord({
        userIdentity: aUser('mallory'),
        eventName: 'PutBucketPolicy',
        readOnly: false,
        requestParameters: { bucketName: 'logs-bucket' },
      }),
      aRecord({ userIdentity: aUser('ana'), eventName: 'PutBucketPolicy', readOnly: false, requestParameters: { bucketName: 'another' } }),
    ]
    const { facts } = await factsOf(records, ['logs-bucket'])
    const register = await changeRegister(facts, new Resolver(facts), {
      foundation: ['logs-bucket', 'deploy'],
      repository: 'acme/retail',
      askRun: async () => RUN,
    })
    expect(
      register.rows.map(({ actor, how, count, exceptions, pullRequest }) => [actor, how, count, exceptions, pullRequest?.approvers]),
    ).toEqual([
      ['repo:acme/retail:ref:refs/heads/main → deploy (mlops-audit-41-1)', 'stack', 3, [], ['ben']],
      ['mallory', 'direct', 1, ['made by hand, past the stacks', 'by no run of a workflow'], undefined],
    ])
    expect(register.changes).toBe(register.rows.reduce((sum, { count }) => sum + count, 0))
  })

  it('asks GitHub, also one of its own address, for run, pull request and reviews, each once', async () => {
    const asked: string[] = []
    const answers: Record<string, unknown> = {
      '/api/v3/repos/acme/retail/actions/runs/41/attempts/2': {
        head_sha: 'fedcba987',
        html_url: 'https://ghes/run',
        actor: { login: 'ana' },
        triggering_actor: { login: 'eve' },
      },
      '/api/v3/repos/acme/retail/commits/fedcba987/pulls': [
        { number: 6, merged_at: '2026', merge_commit_sha: 'other' },
        { number: 7, merged_at: '2026', merge_commit_sha: 'fedcba987' },
      ],
      '/api/v3/repos/acme/retail/pulls/7': {
        number: 7,
        user: { login: 'ana' },
        head: { sha: 'abc', repo: { full_name: 'acme/retail' } },
        base: { repo: { full_name: 'acme/retail' } },
        merged_by: { login: 'ben' },
      },
      '/api/v3/repos/acme/retail/pulls/7/reviews': [
        { user: { login: 'ben', type: 'User' }, state: 'APPROVED', commit_id: 'abc', author_association: 'MEMBER' },
      ],
    }
    const server = createServer((request, response) => {
      const path = (request.url ?? '').split('?')[0] ?? ''
      asked.push(path)
      const body = answers[path]
      response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? { message: 'Not Found' }))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    try {
      const ask = await changeSource({
        token: 't',
        apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`,
        repository: 'acme/retail',
      })
      const [first] = await Promise.all([ask(41, 2), ask(41, 2)])
      expect(first).toEqual({
        id: 41,
        attempt: 2,
        url: 'https://ghes/run',
        commit: 'fedcba987',
        actor: 'ana',
        startedBy: 'eve',
        pullRequest: PULL,
      })
      expect(asked).toHaveLength(4)
      expect(await ask(42, 1)).toEqual({ unknown: 'GitHub knows no run 42 (runs are kept 90 days to 400)' })
    } finally {
      server.close()
      server.closeAllConnections()
    }
  })
})
