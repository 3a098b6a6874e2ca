import { createHash, createHmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import { partitionOf } from '../model/partition.ts'
import { BoundedHandler } from './bounds.ts'
import { isTransient } from './errors.ts'

interface Options {
  region: string
  credentials: ConstructorParameters<typeof SignatureV4>[0]['credentials']
  userAgent: string
}

/** As the SDK's clients here (decision 8). */
const ATTEMPTS = 8
const LONGEST_WAIT_MS = 20_000

type Handler = BoundedHandler['handle']
type Bytes = string | ArrayBuffer | ArrayBufferView

/**
 * SageMaker, spoken as its SDK client speaks (JSON 1.1 over POST). Its client has four hundred operations in ten megabytes, and a
 * clean-up asks for a dozen.
 */
export class SageMaker {
  readonly #signer: SignatureV4
  readonly #handler = new BoundedHandler()
  readonly #endpoint: URL
  readonly #userAgent: string

  constructor({ region, credentials, userAgent }: Options) {
    this.#endpoint = endpointOf(region, process.env)
    this.#userAgent = userAgent
    this.#signer = new SignatureV4({ service: 'sagemaker', region, credentials, sha256: Sha256 })
  }

  /** Sends one operation; tries again where only load or the network refused. @throws an error as the SDK's clients do */
  async send(operation: string, parameters: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(operation, parameters)
      } catch (error) {
        if (attempt === ATTEMPTS || !isTransient(error)) throw error
        const wait = Math.min(100 * 2 ** attempt, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2)
        await new Promise((done) => setTimeout(done, wait))
      }
    }
  }

  async #once(operation: string, parameters: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
    const { protocol, hostname, port, host, pathname } = this.#endpoint
    const body = JSON.stringify(parameters)
    const signed = await this.#signer.sign({
      method: 'POST',
      protocol,
      hostname,
      ...(port === '' ? {} : { port: Number(port) }),
      path: pathname,
      query: {},
      headers: {
        host,
        'content-type': 'application/x-amz-json-1.1',
        'content-length': String(Buffer.byteLength(body)),
        'x-amz-target': `SageMaker.${operation}`,
        'user-agent': this.#userAgent,
      },
      body,
    })
    const { response } = await this.#handler.handle(signed as Parameters<Handler>[0])
    const { statusCode, headers } = response
    const requestId = headers['x-amzn-requestid']
    let text = ''
    for await (const chunk of response.body) text += Buffer.from(chunk).toString('utf8')
    const answer = text === '' ? {} : objectOf(JSON.parse(text))
    if (statusCode >= 400) throw refusal(answer, headers['x-amzn-errortype'], { httpStatusCode: statusCode, requestId })
    return { ...answer, $metadata: { httpStatusCode: statusCode, requestId } }
  }
}

function endpointOf(region: string, environment: NodeJS.ProcessEnv): URL {
  const own = environment['AWS_ENDPOINT_URL_SAGEMAKER'] || environment['AWS_ENDPOINT_URL']
  return new URL(own || `https://api.sagemaker.${region}.${partitionOf(region)?.dnsSuffix ?? 'amazonaws.com'}/`)
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new SyntaxError('the answer is no object')
}

function refusal(answer: Record<string, unknown>, header: string | undefined, $metadata: object): Error {
  const name = String(answer['__type'] ?? header ?? 'UnknownError')
    .replace(/^.*#/, '')
    .replace(/:.*$/, '')
  const message = String(answer['message'] ?? answer['Message'] ?? '')
  return Object.assign(new Error(message), { name, $metadata, $fault: 'client' })
}

/** Node's SHA-256, keyed or not, as the signer takes it. */
class Sha256 {
  readonly #key: Bytes | undefined
  #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>

  constructor(key?: Bytes) {
    this.#key = key
    this.#hash = this.#made()
  }

  #made() {
    return this.#key === undefined ? createHash('sha256') : createHmac('sha256', bufferOf(this.#key))
  }

  update(data: Bytes): void {
    this.#hash.update(bufferOf(data))
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest()
  }

  reset(): void {
    this.#hash = this.#made()
  }
}

function bufferOf(data: Bytes): Buffer {
  if (typeof data === 'string') return Buffer.from(data)
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data)
}
