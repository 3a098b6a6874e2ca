import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { actionOf } from '../../sandbox/actions.ts'
import { readOperation } from '../../sandbox/operation.ts'

export interface Answer {
  status: number
  type: string
  body: Buffer
}

const HTML = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'
const isXml = (type: string) => type.includes('xml')
const text = (body: string | Buffer, type?: string) => (answer: Answer) => ({
  ...answer,
  body: Buffer.from(body),
  ...(type ? { type } : {}),
})
const html = (status: number) => () => ({ status, type: 'text/html', body: Buffer.from(HTML) })
const edited = (edit: (body: string) => string) => (answer: Answer) => ({
  ...answer,
  body: Buffer.from(edit(answer.body.toString('utf8'))),
})

/** What stands between AWS and us can make of an answer: a proxy, a gateway, a cache, a cut line. */
export const WIRE_CORRUPTIONS: Readonly<Record<string, (answer: Answer) => Answer>> = {
  'an empty body': text(''),
  'no content': () => ({ status: 204, type: 'text/plain', body: Buffer.alloc(0) }),
  'a page of HTML': html(200),
  'a page of HTML that says so is missing': html(404),
  'a page of HTML that forbids': html(403),
  'half of it': (answer) => ({ ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) }),
  'all but the last byte': (answer) => ({
    ...answer,
    body: answer.body.subarray(0, Math.max(0, answer.body.toString('utf8').trimEnd().length - 1)),
  }),
  'a document without members': (answer) => text(isXml(answer.type) ? '<?xml version="1.0"?><Answer/>' : '{}')(answer),
  null: text('null'),
  'a list': edited((body) => `[${body}]`),
  'a number': text('0'),
  'a text': edited((body) => JSON.stringify(body)),
  'the other protocol': (answer) =>
    isXml(answer.type)
      ? text('{"message":"OK"}', 'application/json')(answer)
      : text('<Answer><Message>OK</Message></Answer>', 'text/xml')(answer),
  'bytes that are no text': (answer) => ({ ...answer, body: Buffer.alloc(answer.body.length || 1, 0xff) }),
  'UTF-16': (answer) => ({ ...answer, body: Buffer.from(answer.body.toString('utf8'), 'utf16le') }),
  'compressed, unsaid': (answer) => ({ ...answer, body: gzipSync(answer.body) }),
  'members in capitals': edited((body) =>
    body
      .replaceAll(/<(\/?)(\w+)/g, (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`)
      .replaceAll(/"(\w+)":/g, (_, name: string) => `"${name.toUpperCase()}":`),
  ),
  'values of another type': edited((body) =>
    body.replaceAll(/>[^<>\s][^<>]*</g, '>[object Object]<').replaceAll(/:\s*(?:"[^"]*"|true|false|\d+)/g, ':{"a":1}'),
  ),
}

export interface CorruptingProxy {
  url: string
  /** What is answered wrongly, by IAM's actions, and how; undefined leaves everything as it is. */
  corrupt: { actions: readonly string[]; kind: string } | undefined
  /** What else is made of an answer; undefined for those that stay as they are. */
  spoil: ((service: string, action: string, answer: Answer) => Answer | undefined) | undefined
  /** Actions that passed by. */
  seen: Set<string>
  /** Actions that were to be answered wrongly, whatever that made of the answer. */
  met: Set<string>
  /** Actions that were answered wrongly: with another answer than the one there was. */
  corrupted: Set<string>
  close(): Promise<void>
}

/** Passes everything on to `target`, and spoils what it is told to. */
export async function openCorruptingProxy(target: string): Promise<CorruptingProxy> {
  const server = createServer((request, response) => void pass(request, response).catch(() => response.destroy()))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const proxy: CorruptingProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    corrupt: undefined,
    spoil: undefined,
    seen: new Set(),
    met: new Set(),
    corrupted: new Set(),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const method = request.method ?? 'GET'
    const url = new URL(request.url ?? '/', target)
    const { service, name } = readOperation({ method, url, headers: request.headers, body })
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        (entry): entry is [string, string] =>
          typeof entry[1] === 'string' && !/^(?:host|connection|content-length|expect|transfer-encoding)$/.test(entry[0]),
      ),
    )
    const found = await fetch(url, { method, headers, ...(body.length > 0 ? { body } : {}) })
    const answer: Answer = {
      status: found.status,
      type: found.headers.get('content-type') ?? '',
      body: Buffer.from(await found.arrayBuffer()),
    }
    const given = spoiled(proxy, service, actionOf(service, name), answer)
    const kept = Object.fromEntries([...found.headers].filter(([header]) => /^x-amz/.test(header)))
    const length = given.status === 204 ? {} : { 'content-length': given.body.length }
    response.writeHead(given.status, { ...kept, 'content-type': given.type, ...length })
    response.end(method === 'HEAD' || given.status === 204 ? undefined : given.body)
  }
  return proxy
}

/** What is answered in the place of an answer, and a note of it. */
function spoiled(proxy: CorruptingProxy, service: string, action: string, answer: Answer): Answer {
  proxy.seen.add(action)
  const spoil = proxy.corrupt?.actions.includes(action) ? WIRE_CORRUPTIONS[proxy.corrupt.kind] : undefined
  if (spoil) proxy.met.add(action)
  const given = spoil ? spoil(answer) : (proxy.spoil?.(service, action, answer) ?? answer)
  if (given.status !== answer.status || !given.body.equals(answer.body)) proxy.corrupted.add(action)
  return given
}
