import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { ACCOUNT, Backend, BackendError } from './backend.ts'
import { Clock } from './clock.ts'
import type { ResourceChange } from './cloudformation/changes.ts'
import { CloudFormationService } from './cloudformation/service.ts'
import type { Answer } from './cloudformation/views.ts'
import { buildRecord } from './cloudtrail/record.ts'
import { Recorder } from './cloudtrail/recorder.ts'
import { CloudTrailError, CloudTrailService } from './cloudtrail/service.ts'
import { SigningKeys } from './cloudtrail/signing-keys.ts'
import type { Trail } from './cloudtrail/trail.ts'
import { SandboxError } from './emulator.ts'
import { Enforcement } from './enforcement.ts'
import { type Fault, type FaultPlan, Faults } from './faults.ts'
import { GithubApi } from './github/api.ts'
import { OidcIssuer, type Run } from './github/oidc.ts'
import { Identities, type UserIdentity } from './identities.ts'
import { type Operation, readOperation } from './operation.ts'
import { assumeRoleWithWebIdentity, callerIdentity, sessionExtrasRefusal } from './web-identity.ts'
import { tagText } from './xml.ts'

/** Bodies up to this size are read to name the operation; S3 object bodies are always streamed. */
const MAX_READ = 8 * 1024 * 1024

export interface SandboxOptions {
  emulatorUrl: string
  port: number
  region: string
  /** How long before now the sandbox's clock starts, in milliseconds. */
  clockBehindMs?: number
  paceMs?: number
  /** Milliseconds between log deliveries; 0 delivers only when asked. */
  deliveryMs?: number
}

/** Who may not do what, by user or role name: the sandbox's answer to "access denied" until IAM is enforced. */
interface Denial {
  principal: string
  action: string
}

/** The recorder in front of the emulator, with the GitHub side beside it. */
export class Sandbox {
  readonly clock: Clock
  readonly github = new GithubApi()
  readonly issuer: OidcIssuer
  readonly cloudtrail: CloudTrailService
  readonly cloudformation: CloudFormationService
  readonly recorder: Recorder
  /** The emulator itself, past the recorder. */
  readonly backend: Backend
  readonly #identities: Identities
  readonly #enforcement: Enforcement
  readonly #server: Server
  readonly #denials: Denial[] = []
  readonly faults = new Faults()
  #accountBlock: string | undefined
  #confirmed = false
  #timer: NodeJS.Timeout | undefined
  #digestDue: number
  #url = ''

  constructor(options: SandboxOptions) {
    this.clock = new Clock(-(options.clockBehindMs ?? 0))
    this.backend = new Backend(options.emulatorUrl, options.region)
    this.#identities = new Identities(this.backend)
    this.#enforcement = new Enforcement(this.backend)
    this.issuer = new OidcIssuer(this.clock)
    const trails = new Map<string, Trail>()
    const keys = new SigningKeys()
    this.recorder = new Recorder({ backend: this.backend, clock: this.clock, keys, trails })
    this.cloudtrail = new CloudTrailService({ trails, recorder: this.recorder, keys, clock: this.clock, backend: this.backend })
    this.cloudformation = new CloudFormationService({
      backend: this.backend,
      cloudtrail: this.cloudtrail,
      paceMs: options.paceMs ?? 40,
      onResource: (change, identity, region) => this.#recordResource(change, identity, region),
    })
    this.#server = createServer((request, response) => void this.#handle(request, response))
    this.#digestDue = this.clock.now().getTime() + 3_600_000
    if (options.deliveryMs !== 0) {
      this.#timer = setInterval(() => void this.#tick(), options.deliveryMs ?? 5000)
      this.#timer.unref()
    }
  }

  /** @throws SandboxError when the port is in use. */
  static async start(options: SandboxOptions): Promise<Sandbox> {
    const sandbox = new Sandbox(options)
    await sandbox.#listen(options.port)
    return sandbox
  }

  get url(): string {
    return this.#url
  }

  #listen(port: number): Promise<void> {
    return new Promise((done, fail) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => {
        fail(
          error.code === 'EADDRINUSE'
            ? new SandboxError(`Port ${port} is in use. Choose another with --port, or end what listens there.`)
            : error,
        )
      })
      this.#server.listen(port, '127.0.0.1', () => {
        this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
        done()
      })
    })
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#server.closeAllConnections()
    await new Promise<void>((done) => this.#server.close(() => done()))
  }

  async #tick(): Promise<void> {
    await this.recorder.deliver()
    if (this.clock.now().getTime() >= this.#digestDue) await this.#closePeriod()
  }

  async #closePeriod(): Promise<void> {
    this.#digestDue = this.clock.now().getTime() + 3_600_000
    await this.recorder.closeDigestPeriod()
  }

  /** Moves the clock forward hour by hour, writing each hour's digests. */
  async advanceHours(hours: number): Promise<void> {
    await this.recorder.deliver()
    for (let hour = 0; hour < hours; hour += 1) {
      this.clock.advance(3_600_000)
      await this.#closePeriod()
    }
  }

  /** Refuses calls of one user or role from now on. `action` is `service:Operation`. */
  deny(principal: string, action: string): void {
    this.#denials.push({ principal, action })
  }

  allowAll(): void {
    this.#denials.length = 0
  }

  /** Someone follows the links in the mails of all topics. */
  confirmSubscriptions(): void {
    this.#confirmed = true
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', this.#url || 'http://127.0.0.1')
      if (url.pathname.startsWith('/_sandbox/')) return await this.#admin(request, url, response)
      if (url.pathname === '/_oidc/token' || url.pathname.startsWith('/.well-known/')) return this.#oidc(request, url, response)
      if (isGithub(request)) return await this.#githubCall(request, url, response)
      await this.#aws(request, url, response)
    } catch (error) {
      if (!response.headersSent)
        send(
          response,
          502,
          'application/xml',
          `<Error><Code>ServiceUnavailable</Code><Message>The sandbox could not reach the emulator: ${error instanceof Error ? error.message : 'unknown'}</Message></Error>`,
        )
      else response.destroy()
    }
  }

  async #admin(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    const body = JSON.parse((await readBody(request)).toString('utf8') || '{}') as Record<string, unknown>
    switch (url.pathname) {
      case '/_sandbox/health':
        return sendJson(response, 200, { status: 'ok', url: this.#url, now: this.clock.now().toISOString() })
      case '/_sandbox/deliver':
        await this.recorder.deliver()
        return sendJson(response, 200, {})
      case '/_sandbox/advance':
        await this.advanceHours(Number(body['hours'] ?? 1))
        return sendJson(response, 200, { now: this.clock.now().toISOString() })
      case '/_sandbox/runs':
        return sendJson(response, 200, this.issuer.startRun(body as unknown as Run, this.#url))
      case '/_sandbox/fail':
        this.cloudformation.failNext(String(body['logicalId']), String(body['reason']))
        return sendJson(response, 200, {})
      case '/_sandbox/deny':
        this.deny(String(body['principal']), String(body['action']))
        return sendJson(response, 200, {})
      case '/_sandbox/faults':
        this.faults.set(body as Partial<FaultPlan>)
        return sendJson(response, 200, {})
      case '/_sandbox/calls': {
        const counted = Object.fromEntries(this.faults.calls)
        if (body['reset'] === true) this.faults.calls.clear()
        return sendJson(response, 200, counted)
      }
      case '/_sandbox/confirm':
        this.confirmSubscriptions()
        return sendJson(response, 200, {})
      case '/_sandbox/allow':
        this.allowAll()
        return sendJson(response, 200, {})
      default:
        return sendJson(response, 404, { message: 'unknown sandbox call' })
    }
  }

  #oidc(request: IncomingMessage, url: URL, response: ServerResponse): void {
    if (url.pathname === '/.well-known/jwks') return sendJson(response, 200, this.issuer.jwks())
    if (url.pathname === '/.well-known/openid-configuration') return sendJson(response, 200, this.issuer.configuration(this.#url))
    const requestToken = bearer(request) ?? ''
    const token = this.issuer.issue(
      url.searchParams.get('run') ?? '',
      requestToken,
      url.searchParams.get('audience') ?? 'https://github.com',
    )
    if (!token) return sendJson(response, 401, { message: 'Bad credentials' })
    sendJson(response, 200, { value: token })
  }

  async #githubCall(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    const fault = await this.#faultOf(`github:${request.method ?? 'GET'}`, response)
    if (fault === 'throttle' || fault === 'unavailable') {
      response.setHeader('retry-after', '0')
      return sendJson(response, fault === 'throttle' ? 429 : 503, { message: 'You have exceeded a secondary rate limit' })
    }
    if (fault === 'cutBefore') return
    const text = (await readBody(request)).toString('utf8')
    const answer = this.github.call(
      request.method ?? 'GET',
      url,
      bearer(request),
      text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      this.#url,
    )
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers })
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body))
  }

  async #aws(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    const isObjectBody =
      isS3(request) &&
      !['GET', 'HEAD'].includes(request.method ?? '') &&
      url.pathname.split('/').length > 2 &&
      url.pathname.split('/')[2] !== ''
    const length = Number(request.headers['content-length'] ?? 0)
    const body = isObjectBody || length > MAX_READ ? undefined : await readBody(request)
    const operation = readOperation({ method: request.method ?? 'GET', url, headers: request.headers, body })
    if (!operation) return this.#forward(request, url, body, response, undefined)
    const fault = await this.#faultOf(`${operation.service}:${operation.name}`, response)
    if (fault === 'throttle' || fault === 'unavailable') return fail(request, response, fault)
    if (fault === 'cutBefore') return
    const identity = await this.#identities.of(operation.accessKeyId)
    const refused = this.#denials.find(
      (denial) =>
        denial.action === `${operation.service}:${operation.name}` && String(identity['arn'] ?? '').includes(`/${denial.principal}`),
    )
    if (refused) return this.#refuse(request, operation, identity, response)
    const reason = this.#identities.isOwn(operation.accessKeyId) ? await this.#enforcement.refusal(operation, identity) : undefined
    if (reason) return this.#refuse(request, operation, identity, response, reason)
    if (await this.#answerHere(request, url, operation, body, identity, response)) return
    await this.#forward(request, url, body, response, { operation, identity })
  }

  /** Waits as long as calls take, and ends the connection where that is what goes wrong. */
  async #faultOf(call: string, response: ServerResponse): Promise<Fault | undefined> {
    const fault = this.faults.of(call)
    if (this.faults.latencyMs > 0) await new Promise((done) => setTimeout(done, this.faults.latencyMs))
    if (fault === 'cutBefore') response.destroy()
    // Whoever answers finds the connection gone.
    if (fault === 'cutAfter')
      response.writeHead = () => {
        response.destroy()
        return response
      }
    return fault
  }

  #refuse(request: IncomingMessage, operation: Operation, identity: UserIdentity, response: ServerResponse, reason?: string): void {
    const message =
      reason ??
      `User: ${identity['arn']} is not authorized to perform: ${operation.service}:${operation.name} because no identity-based policy allows the ${operation.service}:${operation.name} action`
    const isJson = request.headers['x-amz-target'] !== undefined
    const code = isJson ? 'AccessDeniedException' : 'AccessDenied'
    this.#record(request, operation, identity, { code, message })
    if (isJson) return sendJson(response, 400, { __type: code, message }, 'application/x-amz-json-1.1')
    send(
      response,
      403,
      'text/xml',
      isS3(request)
        ? `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`
        : `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${message}</Message></Error></ErrorResponse>`,
    )
  }

  /** The calls the emulator answers wrongly or not at all. Returns whether one was answered. */
  async #answerHere(
    request: IncomingMessage,
    url: URL,
    operation: Operation,
    body: Buffer | undefined,
    identity: UserIdentity,
    response: ServerResponse,
  ): Promise<boolean> {
    if (operation.service === 'cloudtrail') {
      await this.#cloudtrailCall(request, operation, identity, response)
      return true
    }
    if (url.pathname.endsWith('/configuration/publicAccessBlock')) {
      this.#accountPublicAccessBlock(request, operation, identity, body, response)
      return true
    }
    const form = new URLSearchParams(body?.toString('utf8') ?? '')
    const answer = await this.#ownAnswer(operation, form, identity)
    if (!answer) return false
    const error =
      answer.status < 400 ? undefined : { code: tagText(answer.body, 'Code') ?? 'Unknown', message: tagText(answer.body, 'Message') ?? '' }
    const who = operation.name === 'AssumeRoleWithWebIdentity' ? webIdentity(form) : identity
    this.#record(request, operation, who, error)
    send(response, answer.status, 'text/xml', answer.body)
    return true
  }

  async #ownAnswer(operation: Operation, form: URLSearchParams, identity: UserIdentity): Promise<Answer | undefined> {
    if (operation.service === 'cloudformation') return this.cloudformation.call(operation.name, form, operation.region, identity)
    if (operation.service === 'sns' && operation.name.startsWith('ListSubscriptions') && !this.#confirmed)
      return this.#pendingSubscriptions(operation, form)
    if (operation.name === 'AssumeRoleWithWebIdentity')
      return assumeRoleWithWebIdentity(form, {
        backend: this.backend,
        issuer: this.issuer,
        identities: this.#identities,
        propagationMs: this.faults.propagationMs,
      })
    if (operation.name === 'AssumeRole') return sessionExtrasRefusal(form, this.backend, identity)
    if (operation.name === 'GetCallerIdentity' && this.#identities.isOwn(operation.accessKeyId)) return callerIdentity(identity)
    return undefined
  }

  /** E-mail addresses confirm before they get anything; the emulator confirms for them. */
  async #pendingSubscriptions(operation: Operation, form: URLSearchParams): Promise<Answer> {
    const { Action: _, Version: __, ...parameters } = Object.fromEntries(form)
    const xml = await this.backend.query('sns', operation.name, parameters, operation.region)
    const body = xml.replaceAll(/<member>(?:(?!<\/member>)[\s\S])*<Protocol>email(?:(?!<\/member>)[\s\S])*<\/member>/g, (member) =>
      member.replace(/<SubscriptionArn>[^<]*/, '<SubscriptionArn>PendingConfirmation'),
    )
    return { status: 200, body }
  }

  async #cloudtrailCall(request: IncomingMessage, operation: Operation, identity: UserIdentity, response: ServerResponse): Promise<void> {
    try {
      const target = operation.parameters['Name']
      const silences = operation.name === 'StopLogging' || operation.name === 'DeleteTrail'
      // The call that silences a trail is the last thing the trail sees, so it is recorded before it takes effect.
      if (silences && typeof target === 'string' && this.cloudtrail.find(target)) this.#record(request, operation, identity, undefined)
      const answer = await this.cloudtrail.call(operation.name, operation.parameters, operation.region)
      sendJson(response, 200, answer, 'application/x-amz-json-1.1')
      if (!silences) this.#record(request, operation, identity, undefined)
    } catch (error) {
      if (!(error instanceof CloudTrailError) && !(error instanceof BackendError)) throw error
      this.#record(request, operation, identity, { code: error.code, message: error.message })
      sendJson(response, 400, { __type: error.code, message: error.message }, 'application/x-amz-json-1.1')
    }
  }

  /** S3 Control's account-wide block, which the emulator lacks. */
  #accountPublicAccessBlock(
    request: IncomingMessage,
    operation: Operation,
    identity: UserIdentity,
    body: Buffer | undefined,
    response: ServerResponse,
  ): void {
    const verb = { GET: 'Get', PUT: 'Put', DELETE: 'Delete' }[request.method ?? 'GET'] ?? 'Get'
    this.#record(request, { ...operation, service: 's3', name: `${verb}AccountPublicAccessBlock`, isData: false }, identity, undefined)
    if (verb === 'Put') this.#accountBlock = body?.toString('utf8')
    if (verb === 'Delete') this.#accountBlock = undefined
    if (verb !== 'Get') return send(response, 200, 'application/xml', '')
    if (this.#accountBlock) return send(response, 200, 'application/xml', this.#accountBlock)
    send(
      response,
      404,
      'application/xml',
      '<?xml version="1.0"?><ErrorResponse><Error><Code>NoSuchPublicAccessBlockConfiguration</Code><Message>The public access block configuration was not found</Message></Error></ErrorResponse>',
    )
  }

  /** Passes a request on, streaming both ways; small answers are read on the way for error codes and sessions. */
  #forward(
    request: IncomingMessage,
    url: URL,
    body: Buffer | undefined,
    response: ServerResponse,
    known: { operation: Operation; identity: UserIdentity } | undefined,
  ): Promise<void> {
    return new Promise((done, fail) => {
      const target = `${this.backend.url}${url.pathname}${url.search}`
      const upstream = httpRequest(
        target,
        { method: request.method ?? 'GET', headers: this.#upstreamHeaders(request, body, known?.operation) },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          const chunks: Buffer[] = []
          const wantsText = known && !known.operation.isData
          answer.on('data', (chunk: Buffer) => {
            if ((wantsText || (answer.statusCode ?? 0) >= 400) && chunks.length < 64) chunks.push(chunk)
          })
          const end = () => {
            if (known) this.#afterwards(request, known, answer.statusCode ?? 0, Buffer.concat(chunks).toString('utf8'))
            done()
          }
          // The connection may be gone by now: the call was carried out all the same.
          if (response.destroyed) answer.once('end', end).resume()
          else pipeline(answer, response, end)
        },
      )
      upstream.on('error', fail)
      if (body) upstream.end(body)
      else pipeline(request, upstream, (error) => error && fail(error))
    })
  }

  /** A session of ours is unknown to the emulator: its calls arrive there as root's. */
  #upstreamHeaders(request: IncomingMessage, body: Buffer | undefined, operation: Operation | undefined): IncomingHttpHeaders {
    const headers: IncomingHttpHeaders = {
      ...request.headers,
      ...(body && request.headers['transfer-encoding'] ? { 'content-length': String(body.length) } : {}),
    }
    if (!this.#identities.isOwn(operation?.accessKeyId)) return headers
    const { 'x-amz-security-token': _token, ...rest } = headers
    return { ...rest, authorization: String(headers.authorization).replace(`Credential=${operation?.accessKeyId}/`, 'Credential=test/') }
  }

  #afterwards(request: IncomingMessage, known: { operation: Operation; identity: UserIdentity }, status: number, text: string): void {
    const { operation, identity } = known
    if (status < 400 && operation.service === 'sts' && operation.name.startsWith('AssumeRole')) this.#identities.learnSession(text)
    this.#record(request, operation, identity, status < 400 ? undefined : errorOf(text, status))
  }

  #record(
    request: IncomingMessage,
    operation: Operation,
    identity: UserIdentity,
    error: { code: string; message: string } | undefined,
  ): void {
    const isLogTraffic = operation.service === 'logs' && /^(?:PutLogEvents|GetLogEvents|FilterLogEvents)$/.test(operation.name)
    if (isLogTraffic) return
    this.recorder.record(
      buildRecord({
        operation,
        identity,
        account: ACCOUNT,
        sourceIp: String(request.headers['x-forwarded-for'] ?? '203.0.113.10'),
        userAgent: String(request.headers['user-agent'] ?? 'unknown'),
        requestId: crypto.randomUUID(),
        clock: this.clock,
        ...(error ? { error } : {}),
      }),
    )
  }

  /** CloudFormation acts with the caller's rights and shows up as the service that invoked the call. */
  #recordResource(change: ResourceChange, identity: UserIdentity, region: string): void {
    const event = RESOURCE_EVENTS[change.type]
    if (!event) return
    const [service, create, update] = event
    const name = change.action === 'Add' ? create : change.action === 'Modify' ? update : undefined
    if (!name) return
    this.recorder.record(
      buildRecord({
        operation: { service, name, region, accessKeyId: undefined, parameters: { logicalResourceId: change.logicalId }, isData: false },
        identity: { ...identity, invokedBy: 'cloudformation.amazonaws.com' },
        account: ACCOUNT,
        sourceIp: 'cloudformation.amazonaws.com',
        userAgent: 'cloudformation.amazonaws.com',
        requestId: crypto.randomUUID(),
        clock: this.clock,
      }),
    )
  }
}

/** Service, call on creation, call on update. */
const RESOURCE_EVENTS: Readonly<Record<string, readonly [string, string, string?]>> = {
  'AWS::KMS::Key': ['kms', 'CreateKey', 'PutKeyPolicy'],
  'AWS::KMS::Alias': ['kms', 'CreateAlias', 'UpdateAlias'],
  'AWS::S3::Bucket': ['s3', 'CreateBucket', 'PutBucketLifecycle'],
  'AWS::S3::BucketPolicy': ['s3', 'PutBucketPolicy', 'PutBucketPolicy'],
  'AWS::Logs::LogGroup': ['logs', 'CreateLogGroup', 'PutRetentionPolicy'],
  'AWS::IAM::Role': ['iam', 'CreateRole', 'UpdateAssumeRolePolicy'],
  'AWS::IAM::ManagedPolicy': ['iam', 'CreatePolicy', 'CreatePolicyVersion'],
  'AWS::IAM::OIDCProvider': ['iam', 'CreateOpenIDConnectProvider'],
  'AWS::CloudTrail::Trail': ['cloudtrail', 'CreateTrail', 'UpdateTrail'],
  'AWS::SNS::Topic': ['sns', 'CreateTopic', 'SetTopicAttributes'],
  'AWS::Events::Rule': ['events', 'PutRule', 'PutRule'],
}

/** Load, in the words of the protocol. */
function fail(request: IncomingMessage, response: ServerResponse, fault: 'throttle' | 'unavailable'): void {
  const isJson = request.headers['x-amz-target'] !== undefined
  const code = fault === 'unavailable' ? 'ServiceUnavailable' : isS3(request) ? 'SlowDown' : isJson ? 'ThrottlingException' : 'Throttling'
  const status = fault === 'unavailable' || isS3(request) ? 503 : 400
  const message = fault === 'throttle' ? 'Rate exceeded' : 'Service is unable to handle request.'
  if (isJson) return sendJson(response, status, { __type: code, message }, 'application/x-amz-json-1.1')
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`
  send(response, status, 'text/xml', isS3(request) ? error : `<ErrorResponse>${error}</ErrorResponse>`)
}

function webIdentity(form: URLSearchParams): UserIdentity {
  const payload = form.get('WebIdentityToken')?.split('.')[1] ?? ''
  let subject = 'unknown'
  try {
    subject = String((JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { sub?: string }).sub)
  } catch {
    // An unreadable token is recorded as an unknown caller, as CloudTrail does.
  }
  return {
    type: 'WebIdentityUser',
    principalId: `token.actions.githubusercontent.com:sts.amazonaws.com:${subject}`,
    userName: subject,
    identityProvider: 'token.actions.githubusercontent.com',
  }
}

function errorOf(text: string, status: number): { code: string; message: string } {
  const xml = tagText(text, 'Code')
  if (xml) return { code: xml, message: tagText(text, 'Message') ?? '' }
  const code = /"__type"\s*:\s*"([^"]+)"/.exec(text)?.[1]?.replace(/^.*#/, '')
  return { code: code ?? String(status), message: /"[Mm]essage"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? '' }
}

function isGithub(request: IncomingMessage): boolean {
  const accept = String(request.headers.accept ?? '')
  const authorization = String(request.headers.authorization ?? '')
  return accept.includes('vnd.github') || /^(?:token|bearer) /i.test(authorization)
}

function isS3(request: IncomingMessage): boolean {
  return /\/s3\/aws4_request/.test(String(request.headers.authorization ?? '')) || String(request.url).includes('%2Fs3%2Faws4_request')
}

function bearer(request: IncomingMessage): string | undefined {
  return /^(?:bearer|token) (.+)$/i.exec(String(request.headers.authorization ?? ''))?.[1]
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'x-amzn-requestid': crypto.randomUUID(), 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

function sendJson(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  send(response, status, type, JSON.stringify(body))
}
