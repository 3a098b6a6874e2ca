import { request as httpRequest, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { Body } from '../aws/call.ts'
import { AwsError, notImplemented } from '../aws/error.ts'
import { EKS_ROUTES } from '../aws/small/eks.ts'
import { PROTOCOLS } from '../aws/wire/protocols.ts'
import { writeQuery } from '../aws/wire/query.ts'
import { fromQueryXml, parseXml } from '../aws/wire/xml.ts'
import { Backend, type CallOptions, type ClientAnswer, type ClientRequest, type S3Options, type S3Read } from './backend.ts'
import type { RunningEmulator } from './emulator.ts'

/** An emulator behind the front, spoken to over HTTP as its root identity `test`. */
export class RemoteBackend extends Backend {
  readonly #url: string
  readonly #emulator: RunningEmulator

  constructor(emulator: RunningEmulator, region: string) {
    super(region, emulator.ended)
    this.#url = emulator.url
    this.#emulator = emulator
  }

  #authorization(service: string, region: string): string {
    return `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`
  }

  async call(service: string, operation: string, parameters: Body, { region = this.region }: CallOptions = {}): Promise<Body> {
    const protocol = PROTOCOLS[service]
    const authorization = this.#authorization(service, region)
    if (protocol?.kind === 'query') {
      const body = writeQuery({ Action: operation, Version: protocol.version, ...parameters })
      const text = await this.#fetch('/', {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body,
      })
      const { value } = parseXml(text)
      return ((fromQueryXml(value) as Body)[`${operation}Result`] ?? {}) as Body
    }
    if (protocol?.kind === 'json') {
      const headers = {
        authorization,
        'content-type': `application/x-amz-json-${protocol.version}`,
        'x-amz-target': `${protocol.target}.${operation}`,
      }
      return parseJson(await this.#fetch('/', { method: 'POST', headers, body: JSON.stringify(parameters) }))
    }
    const route = EKS_ROUTES.find(([, , name]) => service === 'eks' && name === operation)
    if (!route) throw notImplemented(`${service}:${operation} on the emulator`)
    const path = route[1].replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(parameters[name])))
    const body = route[0] === 'GET' ? {} : { body: JSON.stringify(parameters) }
    return parseJson(await this.#fetch(path, { method: route[0], headers: { authorization, 'content-type': 'application/json' }, ...body }))
  }

  async #fetch(path: string, init: RequestInit): Promise<string> {
    const response = await fetch(`${this.#url}${path}`, init)
    const text = await response.text()
    if (!response.ok) throw errorOf(text, response.status)
    return text
  }

  async s3(method: string, path: string, options: S3Options = {}): Promise<S3Read> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { authorization: this.#authorization('s3', options.region ?? this.region), ...options.headers },
      ...(options.body === undefined ? {} : { body: typeof options.body === 'string' ? options.body : new Uint8Array(options.body) }),
    })
    if (!response.ok) throw errorOf(await response.text(), response.status)
    const bytes = async () => Buffer.from(await response.arrayBuffer())
    return { status: response.status, headers: Object.fromEntries(response.headers), bytes, text: () => response.text() }
  }

  /** Passes a request on, streaming both ways. */
  answer({ method, url, headers, body, operation, isKnownThere }: ClientRequest): Promise<ClientAnswer> {
    const { 'transfer-encoding': chunked, ...rest } = headers
    const { 'x-amz-security-token': token, authorization, ...plain } = rest
    const own = isKnownThere
      ? { ...plain, authorization, 'x-amz-security-token': token }
      : { ...plain, authorization: asRoot(authorization, operation.accessKeyId) }
    const length = Buffer.isBuffer(body) ? { 'content-length': String(body.length) } : { 'transfer-encoding': chunked }
    const defined = Object.fromEntries(Object.entries({ ...own, ...length }).filter(([, value]) => value !== undefined))
    return new Promise((done, fail) => {
      const upstream = httpRequest(`${this.#url}${url.pathname}${url.search}`, { method, headers: defined }, (answer: IncomingMessage) =>
        done({ status: answer.statusCode ?? 502, headers: answer.headers, body: answer }),
      )
      upstream.on('error', fail)
      if (Buffer.isBuffer(body)) upstream.end(body)
      else Readable.from(body).pipe(upstream)
    })
  }

  stop(): Promise<void> {
    return this.#emulator.stop()
  }
}

function asRoot(authorization: string | undefined, accessKeyId: string | undefined): string | undefined {
  return authorization?.replace(`Credential=${accessKeyId}/`, 'Credential=test/')
}

function parseJson(text: string): Body {
  return text === '' ? {} : (JSON.parse(text) as Body)
}

/** A refusal, whichever protocol it came in. */
export function errorOf(text: string, status: number): AwsError {
  const xml = /<Code>([^<]*)<\/Code>/.exec(text)?.[1]
  // The answer to a HEAD has no body; its status is all there is, and the SDK's name for this one.
  if (text === '' && status === 404) return new AwsError('NotFound', 'Not Found', status)
  if (xml !== undefined) return new AwsError(xml, /<Message>([^<]*)<\/Message>/.exec(text)?.[1] ?? '', status)
  try {
    const value = JSON.parse(text) as Body
    const code = String(value['__type'] ?? value['code'] ?? status).replace(/^.*#/, '')
    return new AwsError(code, String(value['message'] ?? value['Message'] ?? ''), status)
  } catch {
    return new AwsError(String(status), text, status)
  }
}
