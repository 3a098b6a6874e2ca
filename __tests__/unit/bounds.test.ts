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

/** A program in which something is under way, was, or never was. */
const PROGRAM = (body: string) => `
import { interruption } from ${JSON.stringify(join(root, 'src/edge/interrupt.ts'))}
const say = (text) => process.stdout.write(text + '\\n')
const run = interruption((why, left) => say(why + ': ' + left.join('; ')))
run.signal.addEventListener('abort', () => say('winding up'))
const never = () => new Promise(() => setInterval(() => undefined, 1000))
const ready = () => { say('ready'); return never() }
${body}
`

describe('a signal', () => {
  const run = (body: string) => {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', PROGRAM(body)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let all = ''
    const said = async (text: string) => {
      while (!all.includes(text)) await new Promise((done) => child.stdout.once('data', done))
    }
    child.stdout.on('data', (chunk: Buffer) => {
      all += chunk.toString()
    })
    const ended = new Promise<[number | null, string | null]>((done) => child.once('close', (code, signal) => done([code, signal])))
    return { child, said, ended, text: () => all }
  }

  it.each([
    ['a computation', "say('ready'); for (;;);"],
    ['waiting, with nothing under way', 'await ready()'],
    ['what comes after something that was under way', "await run.during(() => 'x', async () => undefined); say('ready'); for (;;);"],
    [
      'what comes after something that failed',
      "await run.during(() => 'x', () => Promise.reject(new Error())).catch(() => 0); await ready()",
    ],
  ])('ends %s at once', async (_, body) => {
    const { child, said, ended, text } = run(body)
    await said('ready')
    child.kill('SIGTERM')
    expect([await ended, text()]).toEqual([[null, 'SIGTERM'], 'ready\n'])
  })

  it('lets what is under way wind up, and the second one ends it with what it leaves', async () => {
    const { child, said, ended, text } = run(
      "let left = 'nothing'; await run.during(() => left, () => { left = 'a stack'; return run.during(() => 'another', ready) })",
    )
    await said('ready')
    child.kill('SIGINT')
    await said('winding up')
    child.kill('SIGTERM')
    expect([await ended, text()]).toEqual([[2, null], 'ready\nwinding up\ncancelled: a stack; another\n'])
  })

  it('ends a winding up that hangs within a second', async () => {
    const { child, said, ended, text } = run("await run.during(() => 'a stack', ready)")
    await said('ready')
    const at = performance.now()
    child.kill('SIGINT')
    expect([await ended, text()]).toEqual([[2, null], 'ready\nwinding up\ncancelled: a stack\n'])
    expect(performance.now() - at).toBeLessThan(1000)
  })

  it('is not needed when a run has taken its time', async () => {
    const limited = 'run.limit(0.005); '
    const idle = run(`${limited} await ready()`)
    expect([await idle.ended, idle.text()]).toEqual([
      [2, null],
      'ready\nwinding up\ndid not end within 0.005 minutes (`run-timeout-minutes`): \n',
    ])
    const busy = run(`${limited} await run.during(() => 'a stack', ready)`)
    expect([await busy.ended, busy.text()]).toEqual([
      [2, null],
      'ready\nwinding up\ndid not end within 0.005 minutes (`run-timeout-minutes`): a stack\n',
    ])
  })
})
