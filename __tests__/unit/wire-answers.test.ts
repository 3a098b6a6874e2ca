import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createClients } from '../../src/aws/clients.ts'
import { LiveReader } from '../../src/aws/live-reader.ts'
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
})
