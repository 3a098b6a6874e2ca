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
})
