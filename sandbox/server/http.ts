import type { IncomingMessage, ServerResponse } from 'node:http'

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string): void {
  response.writeHead(status, { 'x-amzn-requestid': crypto.randomUUID(), 'content-length': Buffer.byteLength(body), ...headers })
  response.end(body)
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, { 'content-type': 'application/json' }, JSON.stringify(body))
}

export function bearer(request: IncomingMessage): string | undefined {
  return /^(?:bearer|token) (.+)$/i.exec(String(request.headers.authorization ?? ''))?.[1]
}

export function isS3(request: IncomingMessage): boolean {
  return /\/s3\/aws4_request/.test(String(request.headers.authorization ?? '')) || String(request.url).includes('%2Fs3%2Faws4_request')
}

export function isGithub(request: IncomingMessage): boolean {
  const accept = String(request.headers.accept ?? '')
  return accept.includes('vnd.github') || /^(?:token|bearer) /i.test(String(request.headers.authorization ?? ''))
}

/** One value a header; repeated ones as AWS reads them, with commas. */
export function headersOf(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]))
}
