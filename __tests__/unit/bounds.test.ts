import { spawn } from 'node:child_process'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { CloudFormationClient, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { BoundedHandler, boundedPages } from '../../src/aws/bounds.ts'
import { createClients } from '../../src/aws/clients.ts'

let answer: (response: ServerResponse) => void = (response) => response.end()
let server: Server
let port = 0
beforeAll(async () => {
  server = createServer((_, response) => answer(response)).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
  process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${port}`
})
afterAll(() => {
  delete process.env['AWS_ENDPOINT_URL']
  server.closeAllConnections()
  server.close()
})

const options = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, userAgent: 'test' }
const list = async () =>
  (await createClients(options).cloudFormation()).send(new ListStackResourcesCommand({ StackName: 's', NextToken: 'x' }))

/** As the SDK reads it: to the end. Once, so that what is refused is not asked for again. */
async function readAll(requestHandler: BoundedHandler): Promise<number> {
  const client = new CloudFormationClient({ ...options, requestHandler, maxAttempts: 1 })
  return (await client.send(new ListStackResourcesCommand({ StackName: 's' }))).StackResourceSummaries?.length ?? 0
}

const MEMBER = '<member><LogicalResourceId>a</LogicalResourceId></member>'
const listOf = (members: string, token = '') =>
  `<ListStackResourcesResponse><ListStackResourcesResult>${token}<StackResourceSummaries>${members}</StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>`

describe('an answer', () => {
  it('is read as it is', async () => {
    answer = (response) => response.end(listOf(MEMBER.repeat(2000)))
    expect(await readAll(new BoundedHandler())).toBe(2000)
  })

  it('that trickles is given up', async () => {
    answer = (response) => {
      const timer = setInterval(() => response.write(' '), 5)
      response.on('close', () => clearInterval(timer))
    }
    await expect(readAll(new BoundedHandler({ callMs: 200 }))).rejects.toThrow()
  })

  it('that never begins is given up', async () => {
    answer = () => undefined
    await expect(readAll(new BoundedHandler({ callMs: 200 }))).rejects.toThrow()
  })

  it('without end is given up', async () => {
    answer = (response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        if (!response.destroyed) response.once('drain', write)
      }
      write()
    }
    await expect(readAll(new BoundedHandler({ bytes: 1_000_000 }))).rejects.toThrow(/more than 1000000 bytes/)
  })
})

describe('a listing', () => {
  it('may be begun as often as one likes, and be of different things', () => {
    const count = boundedPages(3)
    for (const name of ['a', 'b', 'a', 'a']) {
      count('List', { name })
      for (const NextToken of ['1', '2', '3']) count('List', { name, NextToken })
    }
  })

  it.each([
    ['a token that comes back', ['1', '2', '1']],
    ['more pages than there can be', ['1', '2', '3', '4']],
  ])('ends at %s', (_, tokens) => {
    const count = boundedPages(3)
    count('List', { name: 'a' })
    expect(() => {
      for (const Marker of tokens) count('List', { name: 'a', Marker })
    }).toThrow(/List does not come to an end/)
  })

  it('of every client is counted', async () => {
    answer = (response) => response.end(listOf('', '<NextToken>x</NextToken>'))
    const client = await createClients(options).cloudFormation()
    const page = () => client.send(new ListStackResourcesCommand({ StackName: 's', NextToken: 'x' }))
    await page()
    await expect(page()).rejects.toMatchObject({
      code: 'AWS_CALL_FAILED',
      message: expect.stringContaining('ListStackResources does not come to an end'),
    })
    await list()
  })
})

/** Prints what is listened to, and computes without end. */
const PROGRAM = (asks: boolean) => `
import { interruption } from ${JSON.stringify(join(root, 'src/edge/interrupt.ts'))}
const signal = interruption()
${asks ? 'const cancelled = signal(); cancelled.addEventListener("abort", () => process.stdout.write("winding up"))' : ''}
process.stdout.write('ready')
${asks ? 'setInterval(() => undefined, 1000)' : 'for (;;);'}
`

describe('a signal', () => {
  const run = (asks: boolean) => {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', PROGRAM(asks)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const said = (text: string) =>
      new Promise<void>((done) => {
        let all = ''
        child.stdout.on('data', (chunk: Buffer) => {
          all += chunk.toString()
          if (all.includes(text)) done()
        })
      })
    const ended = new Promise<[number | null, string | null]>((done) => child.once('exit', (code, signal) => done([code, signal])))
    return { child, said, ended }
  }

  it('ends a computation that has nothing to wind up', async () => {
    const { child, said, ended } = run(false)
    await said('ready')
    child.kill('SIGTERM')
    expect(await ended).toEqual([null, 'SIGTERM'])
  })

  it('lets a command wind up, and the second one ends it', async () => {
    const { child, said, ended } = run(true)
    await said('ready')
    const winding = said('winding up')
    child.kill('SIGINT')
    await winding
    child.kill('SIGTERM')
    expect(await ended).toEqual([2, null])
  })
})
