import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { createClients } from '../../src/aws/clients.ts'
import { findProvider, hasRole, listTrails, policyOfBucket, policyOfKey } from '../../src/aws/discover.ts'
import { changeHistory } from '../../src/aws/event-history.ts'
import { LiveReader } from '../../src/aws/live-reader.ts'
import { describeStack, logicalIdsOf } from '../../src/aws/stack.ts'
import { unconfirmedSubscriptions } from '../../src/aws/subscriptions.ts'
import { trailEvents } from '../../src/aws/trail-events.ts'
import { ALWAYS, holdWhole } from '../../src/aws/whole-answers.ts'
import { AuditError } from '../../src/model/errors.ts'
import type { Evidence } from '../../src/model/evidence.ts'
import type { Reader } from '../../src/reads/reader.ts'
import { READ_OPERATIONS } from '../../src/reads/table.ts'
import { PLACE } from '../support/answers.ts'

const ARN = `arn:aws:iam::${PLACE.account}:role/r`
/** What the reads of the table ask with, all of it to each: what an operation does not know is not sent. */
const PARAMETERS = {
  ...{ Bucket: 'a-bucket', RoleName: 'r', PolicyName: 'p', PolicyArn: ARN, VersionId: 'v1', OpenIDConnectProviderArn: ARN },
  ...{ PolicySourceArn: ARN, ActionNames: ['s3:GetObject'], ResourceArns: ['*'], ContextEntries: [] },
  ...{ TrailName: 't', Name: 't', trailNameList: ['t'], ResourceIdList: [ARN], KeyId: ARN, resourceArn: ARN, ResourceARN: ARN },
  ...{ TopicArn: ARN, ResourceArn: ARN, Rule: 'r', StackName: 's', DashboardName: 'd', AlarmNames: ['a'], logGroupName: 'g' },
  ...{ repositoryNames: ['r'], repositoryName: 'r', clusterName: 'c', associationId: 'a-1', DatabaseName: 'd' },
  ...{ WorkGroup: 'w', NamedQueryId: 'q', ConfigRuleNames: ['c'], logGroupNamePrefix: 'g' },
}

const HTML = '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>'
const answers = (status: number, type: string, body: string) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': type })
  response.end(body)
}
/** What stands between AWS and us answers so, whatever is asked. */
const NO_ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'a page of HTML': answers(200, 'text/html', HTML),
  'a page of HTML that says it is XML': answers(200, 'application/xml', HTML),
  'a page of HTML that says so is missing': answers(404, 'text/html', HTML),
  'nothing, and that it is missing': answers(404, 'text/plain', ''),
  nothing: answers(200, 'text/plain', ''),
  'no content': answers(204, 'text/plain', ''),
  'another document': answers(200, 'application/xml', '<?xml version="1.0"?><Answer/>'),
  'a text': answers(200, 'application/json', '"OK"'),
  'a list': answers(200, 'application/json', '[]'),
  null: answers(200, 'application/json', 'null'),
  'a number': answers(200, 'application/json', '0'),
  'a redirection without a place': answers(302, 'text/html', HTML),
  'a page of HTML that forbids': answers(403, 'text/html', HTML),
  'an object of a proxy': answers(200, 'application/json', '{"message":"OK","__proto__":{"Status":"Enabled"}}'),
}

/** Every read there is, from the table: a new one is held to the same. */
describe('what is no answer of AWS', () => {
  let server: Server
  let answer: (response: ServerResponse) => void
  let requests = 0
  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume()
      requests += 1
      answer(response)
    }).listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    const address = server.address()
    process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  })
  afterAll(() => {
    delete process.env['AWS_ENDPOINT_URL']
    server.closeAllConnections()
    server.close()
  })

  const clients = () => createClients({ region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, userAgent: 'test' })
  const readAll = async (): Promise<[string, Evidence<unknown>][]> => {
    const place = clients()
    const live: Reader = new LiveReader({ ...PLACE, caller: ARN, now: () => new Date(), clientsIn: () => place })
    return Promise.all(
      READ_OPERATIONS.map(async (operation) => [operation, await live.read(operation, PARAMETERS as never)] as const),
    ).then((all) => all.map(([operation, evidence]) => [operation, evidence]))
  }

  it.each(Object.keys(NO_ANSWERS))('%s is a read that failed, of every operation, and neither there nor missing', async (kind) => {
    answer = NO_ANSWERS[kind] ?? answer
    requests = 0
    const all = await readAll()
    // Each was asked, and none refused before it was sent.
    expect([all.length, requests >= READ_OPERATIONS.length]).toEqual([READ_OPERATIONS.length, true])
    const states = kind.endsWith('forbids') ? ['denied', 'failed'] : ['failed']
    const wrong = all.filter(([, { state }]) => !states.includes(state))
    expect(wrong.map(([operation, evidence]) => [operation, evidence])).toEqual([])
  })

  it.each(['[object Object]', '', '0', '1', 'yes', 'null', '<b>true</b>'])(
    'that says %j where AWS says true or false is a read that failed',
    async (said) => {
      answer = answers(200, 'application/xml', `<?xml version="1.0"?>\n<PolicyStatus><IsPublic>${said}</IsPublic></PolicyStatus>`)
      const evidence = (await readAll()).find(([operation]) => operation === 's3:GetBucketPolicyStatus')?.[1]
      expect(evidence).toMatchObject({ state: 'failed', code: 'malformed', reason: expect.stringContaining('IsPublic is ') })
      for (const right of ['TRUE', 'true', 'False']) {
        answer = answers(200, 'application/xml', `<PolicyStatus><IsPublic>${right}</IsPublic></PolicyStatus>`)
        const known = (await readAll()).find(([operation]) => operation === 's3:GetBucketPolicyStatus')?.[1]
        expect(known).toEqual({ state: 'read', value: { PolicyStatus: { IsPublic: /true/i.test(right) } } })
      }
    },
  )

  const STACK = 'a-stack'
  const cloudFormation = () => clients().cloudFormation()
  const period = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }
  /** Calls beside the table that something is decided from: whether it is there, whose it is, how much of it. */
  const CALLS: Readonly<Record<string, () => Promise<unknown>>> = {
    'whether a stack is there': async () => describeStack(await cloudFormation(), STACK),
    'what a stack owns': async () => logicalIdsOf(await cloudFormation(), STACK),
    'whether a provider is there': () => findProvider(clients(), ARN),
    'whether a role is there': () => hasRole(clients(), 'r'),
    'the policy of a bucket': () => policyOfBucket(clients(), 'a-bucket'),
    'the policy of a key': () => policyOfKey(clients(), ARN),
    'which trails there are': () => listTrails(clients()),
    'who has not confirmed': () => unconfirmedSubscriptions(clients(), ARN),
    'who did what': async () => {
      const history = await changeHistory(clients(), period)
      if ('unreadable' in history) throw new AuditError('AWS_CALL_FAILED', history.unreadable)
      return history
    },
    'who stopped a trail': () => trailEvents(clients(), { names: ['t'], ...period }),
  }

  it.each(Object.keys(NO_ANSWERS))('%s decides nothing, whatever was asked beside the table', async (kind) => {
    answer = NO_ANSWERS[kind] ?? answer
    const decided = await Promise.all(
      Object.entries(CALLS).map(([name, call]) =>
        call().then(
          (value) => [`${name}: ${JSON.stringify(value)}`],
          (error: unknown) => (error instanceof AuditError ? [] : [`${name}: ${String(error)}`]),
        ),
      ),
    )
    expect(decided.flat()).toEqual([])
  })
})

describe('what AWS always answers', () => {
  it('is missing from what has another member only, or an empty one', () => {
    const taken = Object.entries(ALWAYS).flatMap(([operation, member]) =>
      [
        undefined,
        null,
        'x',
        {},
        { [member]: undefined },
        { [member]: '' },
        { [member.toUpperCase()]: [], [member.toLowerCase()]: [] },
      ].filter((wrong) => {
        try {
          holdWhole(operation, wrong)
          return !(typeof wrong === 'object' && wrong !== null && member in wrong && Reflect.get(wrong, member) !== '')
        } catch (error) {
          return !(error instanceof SyntaxError)
        }
      }),
    )
    expect(taken).toEqual([])
    for (const [operation, member] of Object.entries(ALWAYS)) holdWhole(operation, { [member]: [] })
  })

  /** What may be answered with nothing, and why nothing is decided from that alone. */
  const MAY_BE_EMPTY: Readonly<Record<string, string>> = {
    GetBucketLocation: 'S3 answers with nothing for us-east-1; the template is read back by its URL',
    GetObject: 'bytes, which are compared or verified',
    GetStackPolicy: 'a stack may have none, which is not proven',
    GetTemplate: 'an empty shell has none, which is not the rendered one',
  }

  it('is known of every call that reads', () => {
    const files = readdirSync(join(root, 'src/aws'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(root, 'src/aws', file), 'utf8'))
    const calls = new Set(files.flatMap((text) => [...text.matchAll(/new (\w+)Command\(/g)].map(([, name = '']) => name)))
    const reads = [...calls].filter((name) => /^(?:Get|List|Describe|Lookup|Head)/.test(name))
    expect(reads.length).toBeGreaterThan(20)
    expect(reads.filter((name) => !(name in ALWAYS) && !(name in MAY_BE_EMPTY))).toEqual([])
    expect(Object.keys(MAY_BE_EMPTY).filter((name) => !calls.has(name))).toEqual([])
  })
})
