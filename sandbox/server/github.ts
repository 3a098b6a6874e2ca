import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Sandbox } from '../sandbox.ts'
import { faultOf } from './faulty.ts'
import { bearer, readBody, sendJson } from './http.ts'

/** GitHub's token endpoint and the keys its tokens are checked with. */
export function oidcCall({ issuer, url: base }: Sandbox, request: IncomingMessage, url: URL, response: ServerResponse): void {
  if (url.pathname === '/.well-known/jwks') return sendJson(response, 200, issuer.jwks())
  if (url.pathname === '/.well-known/openid-configuration') return sendJson(response, 200, issuer.configuration(base))
  const { searchParams } = url
  const token = issuer.issue(searchParams.get('run') ?? '', bearer(request) ?? '', searchParams.get('audience') ?? 'https://github.com')
  if (!token) return sendJson(response, 401, { message: 'Bad credentials' })
  sendJson(response, 200, { value: token })
}

export async function githubCall(sandbox: Sandbox, request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
  const fault = await faultOf(sandbox.faults, `github:${request.method ?? 'GET'}`, response)
  if (fault === 'throttle' || fault === 'unavailable') {
    response.setHeader('retry-after', '0')
    return sendJson(response, fault === 'throttle' ? 429 : 503, { message: 'You have exceeded a secondary rate limit' })
  }
  if (fault === 'cutBefore') return
  const text = (await readBody(request)).toString('utf8')
  const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  const answer = sandbox.github.call(request.method ?? 'GET', url, bearer(request), body, sandbox.url, request.headers.accept)
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers })
  response.end(typeof answer.body === 'string' || answer.body === undefined ? answer.body : JSON.stringify(answer.body))
}
