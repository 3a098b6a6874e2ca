import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openApi } from '../../src/github/api.ts'

let answer: (response: ServerResponse, url: string) => void = (response) => response.end()
let server: Server
let apiUrl = ''
beforeAll(async () => {
  server = createServer((request, response) => answer(response, request.url ?? '')).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  apiUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('an answer of GitHub', () => {
  const place = () => ({ token: 'a', apiUrl, repository: 'acme/retail' })

  it('whose next page is always another one is given up', async () => {
    let pages = 0
    answer = (response) => {
      pages += 1
      const link = `<${apiUrl}/repos/acme/retail/issues/1/comments?page=${pages + 1}>; rel="next"`
      response.writeHead(200, { 'content-type': 'application/json', link })
      response.end('[]')
    }
    const api = await openApi({ ...place(), issue: 1 })
    await expect(api.list()).rejects.toThrow('The comments of pull request 1 do not come to an end.')
    expect(pages).toBe(301)
  })

  const bounded = (bounds = { callMs: 300, bytes: 100_000 }) => openApi({ ...place(), issue: 1, bounds })
  const type = { 'content-type': 'application/json' }
  const DRIPS = (response: ServerResponse) => {
    response.writeHead(200, type)
    const timer = setInterval(() => response.write(' '), 20)
    response.once('close', () => clearInterval(timer))
  }
  const FLOODS = (response: ServerResponse) => {
    response.writeHead(200, type)
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
    }
    response.on('drain', more)
    more()
  }

  it.each([
    ['does not come', () => undefined, /did not answer GET \/repos\/acme\/retail\/issues\/1\/comments within 0\.3 seconds/],
    ['comes in drops', DRIPS, /did not answer GET \/repos\/acme\/retail\/issues\/1\/comments within 0\.3 seconds/],
    ['begins and stops', (response: ServerResponse) => void response.writeHead(200, type).write('[{"id":'), /did not answer GET/],
    ['has no end', FLOODS, /answered GET \/repos\/acme\/retail\/issues\/1\/comments with more than 100000 bytes/],
  ])('that %s is given up once, and its connection closed', async (_, how, message) => {
    let calls = 0
    let closed = 0
    answer = (response) => {
      calls += 1
      response.once('close', () => {
        closed += 1
      })
      how(response)
    }
    const api = await bounded()
    const started = performance.now()
    await expect(api.list()).rejects.toMatchObject({ code: 'GITHUB_CALL_FAILED', message: expect.stringMatching(message) })
    expect(performance.now() - started).toBeLessThan(3000)
    await new Promise((done) => setTimeout(done, 100))
    expect([calls, closed]).toEqual([1, 1])
  })

  it('that breaks off is asked for again, and never a list of nothing', async () => {
    let calls = 0
    answer = (response) => {
      calls += 1
      if (calls === 3) return response.writeHead(200, type).end('[{"id":7,"body":"whole"}]')
      response.writeHead(200, { ...type, 'content-length': '1000' }).write('[{"id":7')
      return setTimeout(() => response.destroy(), 20)
    }
    expect(await (await bounded({ callMs: 5000, bytes: 1000 })).list()).toEqual([{ id: 7, body: 'whole' }])
    expect(calls).toBe(3)
  })

  it('in many bytes and letters is read as it is', async () => {
    answer = (response) => response.writeHead(200, type).end(JSON.stringify([{ id: 1, body: 'ä€😀'.repeat(1000) }]))
    expect((await (await bounded()).list())[0]?.body).toBe('ä€😀'.repeat(1000))
  })
})
