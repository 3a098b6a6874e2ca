import { tagText } from './xml.ts'

export const ACCOUNT = '123456789012'

/** A refusal of the emulator, in AWS's own words. */
export class BackendError extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status: number) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** Calls the emulator directly as its root identity `test`, past the recorder. */
export class Backend {
  readonly url: string
  readonly region: string

  constructor(url: string, region: string) {
    this.url = url
    this.region = region
  }

  #authorization(service: string, region: string): string {
    return `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`
  }

  /** Query protocol (CloudFormation, IAM, STS, SNS): answers with XML. */
  async query(service: string, action: string, parameters: Record<string, string>, region = this.region): Promise<string> {
    const response = await fetch(`${this.url}/`, {
      method: 'POST',
      headers: { authorization: this.#authorization(service, region), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ Action: action, Version: VERSIONS[service] ?? '2010-05-15', ...parameters }),
    })
    const text = await response.text()
    if (!response.ok) throw new BackendError(tagText(text, 'Code') ?? 'Unknown', tagText(text, 'Message') ?? text, response.status)
    return text
  }

  /** JSON protocol (KMS, CloudWatch Logs): answers with the parsed body. */
  async json(service: string, target: string, body: unknown, region = this.region): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.url}/`, {
      method: 'POST',
      headers: {
        authorization: this.#authorization(service, region),
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': target,
      },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    const value = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
    if (!response.ok)
      throw new BackendError(
        String(value['__type'] ?? 'Unknown').replace(/^.*#/, ''),
        String(value['message'] ?? value['Message'] ?? text),
        response.status,
      )
    return value
  }

  /** REST with JSON (EKS). A refusal of what exists already is none: the emulator may have done its part. */
  async rest(service: string, method: string, path: string, region: string, body: unknown): Promise<void> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: this.#authorization(service, region), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok && !/InUse|AlreadyExists/.test(text)) throw new BackendError(`${service} ${response.status}`, text, response.status)
  }

  async s3(method: string, path: string, options: { body?: string | Buffer; headers?: Record<string, string> } = {}): Promise<Response> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: this.#authorization('s3', this.region), ...options.headers },
      ...(options.body === undefined ? {} : { body: typeof options.body === 'string' ? options.body : new Uint8Array(options.body) }),
    })
    if (!response.ok) {
      const text = await response.text()
      throw new BackendError(tagText(text, 'Code') ?? String(response.status), tagText(text, 'Message') ?? text, response.status)
    }
    return response
  }
}

const VERSIONS: Readonly<Record<string, string>> = { sts: '2011-06-15', iam: '2010-05-08', cloudformation: '2010-05-15', sns: '2010-03-31' }
