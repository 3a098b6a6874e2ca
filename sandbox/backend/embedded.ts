import { type Body, type Caller, type Place, type Restore, withStates } from '../aws/call.ts'
import { Cloud } from '../aws/cloud.ts'
import { AwsError } from '../aws/error.ts'
import { bytesOf } from '../aws/s3/blob.ts'
import type { S3Answer, S3Request } from '../aws/s3/state.ts'
import { encodeResult } from '../aws/wire/protocols.ts'
import { parseXml } from '../aws/wire/xml.ts'
import { s3OperationName } from '../operation.ts'
import { ACCOUNT, Backend, type CallOptions, type ClientAnswer, type ClientRequest, type S3Options, type S3Read } from './backend.ts'

/** Our own AWS, in this process. */
export class EmbeddedBackend extends Backend {
  readonly #made = withStates(() => new Cloud())

  override get cloud(): Cloud {
    return this.#made.made
  }

  /** Everything the services hold, objects of buckets excepted, to come back to. */
  override snapshot(): Restore {
    const all = [...this.#made.states, this.cloud.s3].map((state) => state.snapshot())
    return () => {
      for (const restore of all) restore()
    }
  }

  #place({ region, account }: CallOptions): Place {
    return { region: region ?? this.region, account: account ?? ACCOUNT, partition: this.partition }
  }

  /** The account's root, which is asked for nothing. */
  #administrator({ account = ACCOUNT }: CallOptions): Caller {
    return { type: 'AWS', value: `arn:${this.partition}:iam::${account}:root`, account, isEnforced: false }
  }

  async call(service: string, operation: string, parameters: Body, options: CallOptions = {}): Promise<Body> {
    const caller = options.caller ?? this.#administrator(options)
    return this.cloud.call({ service, operation, parameters, caller, ...this.#place(options) })
  }

  async s3(method: string, path: string, options: S3Options = {}): Promise<S3Read> {
    const url = new URL(path, 'http://s3')
    const [bucket = '', ...rest] = decodeURIComponent(url.pathname.slice(1)).split('/')
    const body = Buffer.from(options.body ?? '')
    const request: S3Request = {
      ...this.#place(options),
      method,
      operation: s3OperationName(method, url, options.headers ?? {}),
      bucket,
      key: rest.join('/'),
      query: url.searchParams,
      headers: { 'content-length': String(body.length), ...options.headers },
      body,
      caller: options.caller ?? this.#administrator(options),
      isInternal: true,
    }
    const { status, headers = {}, body: answer = '' } = await this.cloud.s3.call(request)
    const bytes = () => (typeof answer === 'string' ? Promise.resolve(Buffer.from(answer)) : bytesOf(answer))
    return { status, headers, bytes, text: async () => (await bytes()).toString('utf8') }
  }

  async answer(request: ClientRequest): Promise<ClientAnswer> {
    const { operation, caller, url, method, headers, body } = request
    const { region } = operation
    const place: Place = { region, account: caller.account, partition: this.partition }
    if (operation.service === 's3') {
      const answer = url.pathname.endsWith('/configuration/publicAccessBlock')
        ? this.cloud.s3.accountBlock(caller.account, method, checkedXml((await bytesOf(body)).toString('utf8')))
        : await this.cloud.s3.call({
            ...place,
            method,
            operation: operation.name,
            bucket: operation.bucket ?? '',
            key: operation.key ?? '',
            query: url.searchParams,
            headers,
            body,
            caller,
          })
      return s3Client(answer)
    }
    const result = await this.cloud.call({
      ...place,
      service: operation.service,
      operation: operation.name,
      parameters: operation.input,
      caller,
    })
    return encodeResult(
      operation.service,
      operation.name,
      result,
      crypto.randomUUID(),
      headers['x-amz-target'] ? headers['content-type'] : undefined,
    )
  }

  stop(): Promise<void> {
    this.cloud.stop()
    return Promise.resolve()
  }
}

function s3Client({ status, headers = {}, body = '' }: S3Answer): ClientAnswer {
  const id = crypto.randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase()
  const length =
    typeof body === 'string' && status !== 304 && headers['content-length'] === undefined
      ? { 'content-length': String(Buffer.byteLength(body)) }
      : {}
  return { status, headers: { 'x-amz-request-id': id, 'x-amz-id-2': id, ...length, ...headers }, body }
}

/** @throws MalformedXML */
function checkedXml(body: string): string {
  if (body === '') return body
  try {
    parseXml(body)
  } catch {
    throw new AwsError('MalformedXML', 'The XML you provided was not well-formed')
  }
  return body
}
