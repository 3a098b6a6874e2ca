import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Body, Call } from '../aws/call.ts'
import { AwsError } from '../aws/error.ts'
import { encodeError, encodeResult } from '../aws/wire/protocols.ts'
import type { ClientAnswer } from '../backend/backend.ts'
import { errorOf } from '../backend/remote.ts'
import { s3Conditions } from '../conditions.ts'
import type { Actor } from '../identities.ts'
import { type Operation, readOperation } from '../operation.ts'
import type { Sandbox } from '../sandbox.ts'
import { faultOf, loadError } from './faulty.ts'
import { headersOf, isS3, readBody } from './http.ts'
import { webIdentity } from './recording.ts'

/** Bodies up to this size are read to name the operation; S3 object bodies are always streamed. */
const MAX_READ = 8 * 1024 * 1024

/** A request whose operation is known, on its way to an answer. */
interface Incoming {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  operation: Operation
  body: Buffer | undefined
  /** Content type of a JSON request: its answer is JSON too. */
  json: string | undefined
}

/** Answers one request to AWS: fault, caller, rights, then whoever owns the service; recorded whatever becomes of it. */
export async function awsCall(sandbox: Sandbox, request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
  const body = isObjectBody(request, url) ? undefined : await readBody(request)
  const operation = readOperation({ method: request.method ?? 'GET', url, headers: request.headers, body })
  const json = request.headers['x-amz-target'] ? String(request.headers['content-type'] ?? 'application/x-amz-json-1.1') : undefined
  const incoming: Incoming = { request, response, url, operation, body, json }
  const fault = await faultOf(sandbox.faults, `${operation.service}:${operation.name}`, response)
  if (fault === 'cutBefore') return
  if (fault === 'throttle' || fault === 'unavailable') return refuse(incoming, loadError(request, fault))
  let actor: Actor
  try {
    actor = await sandbox.identities.of(operation.accessKeyId)
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    return refuse(incoming, unknownCaller(error, operation, json))
  }
  try {
    await authorize(sandbox, incoming, actor)
    await answer(sandbox, incoming, actor)
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    record(sandbox, incoming, actor, error)
    refuse(incoming, error)
  }
}

function isObjectBody(request: IncomingMessage, url: URL): boolean {
  const isUpload =
    isS3(request) &&
    !['GET', 'HEAD'].includes(request.method ?? '') &&
    (url.pathname.split('/')[2] ?? '') !== '' &&
    !url.pathname.startsWith('/v20180820/')
  return isUpload || Number(request.headers['content-length'] ?? 0) > MAX_READ
}

/** Every service has its own word for a key it does not know. */
function unknownCaller(error: AwsError, { service }: Operation, json: string | undefined): AwsError {
  if (error.code === 'ExpiredToken') return json === undefined ? error : new AwsError('ExpiredTokenException', error.message)
  if (service === 's3') return new AwsError('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', 403)
  return json === undefined ? error : new AwsError('UnrecognizedClientException', error.message)
}

async function authorize(sandbox: Sandbox, { request, url, operation, json }: Incoming, actor: Actor): Promise<void> {
  const { service, name, region, input, bucket, key } = operation
  const denied = (message: string) => new AwsError(json === undefined ? 'AccessDenied' : 'AccessDeniedException', message, 403)
  const arn = actor.caller.value
  if (sandbox.isDenied(arn, `${service}:${name}`))
    throw denied(
      `User: ${arn} is not authorized to perform: ${service}:${name} because no identity-based policy allows the ${service}:${name} action`,
    )
  const context = service === 's3' ? s3Conditions(operation, request.headers, url.searchParams) : {}
  const place = { region, account: actor.caller.account, partition: sandbox.backend.partition }
  const reason = await sandbox.enforcement.refusal(actor, { ...place, service, operation: name, input, context, bucket, key })
  if (reason !== undefined) throw denied(reason)
}

async function answer(sandbox: Sandbox, incoming: Incoming, actor: Actor): Promise<void> {
  const { operation, response, json } = incoming
  const own = ownService(sandbox, operation.service)
  if (!own) return forward(sandbox, incoming, actor)
  const call: Call = {
    service: operation.service,
    operation: operation.name,
    parameters: operation.input,
    region: operation.region,
    account: actor.caller.account,
    partition: sandbox.backend.partition,
    caller: actor.caller,
  }
  // The call that silences a trail is the last thing the trail sees, so it is recorded before it takes effect.
  const silences = operation.name === 'StopLogging' || operation.name === 'DeleteTrail'
  if (silences && sandbox.cloudtrail.has(call)) record(sandbox, incoming, actor, undefined)
  const result = await own(call, actor)
  if (!silences) record(sandbox, incoming, actor, undefined)
  const { status, headers, body } = encodeResult(operation.service, operation.name, result, crypto.randomUUID(), json)
  sandbox.onAnswer(operation.service, operation.name, body)
  write(response, status, headers, body)
}

type Answerer = (call: Call, actor: Actor) => Promise<Body>

/** The services that are the front's own, whatever stands behind it. */
function ownService(sandbox: Sandbox, service: string): Answerer | undefined {
  if (service === 'cloudtrail') return (call) => sandbox.cloudtrail.call(call)
  if (service === 'cloudformation') return (call, actor) => sandbox.cloudformation.call(call, actor)
  if (service === 'sts') return (call, actor) => sandbox.sts.call(call, actor)
  return undefined
}

async function forward(sandbox: Sandbox, incoming: Incoming, actor: Actor): Promise<void> {
  const { request, response, url, operation, body } = incoming
  const found = await sandbox.backend.answer({
    method: request.method ?? 'GET',
    url,
    headers: headersOf(request),
    body: body ?? request,
    operation,
    caller: actor.caller,
    isKnownThere: actor.isOwn !== true,
  })
  const error = found.status >= 400 ? await refusalOf(found) : undefined
  record(sandbox, incoming, actor, error)
  const headers = Object.fromEntries(Object.entries(found.headers).filter(([, value]) => value !== undefined)) as Record<string, string>
  const text = error?.body ?? found.body
  if (!error && typeof text === 'string') sandbox.onAnswer(operation.service, operation.name, text)
  if (typeof text === 'string') return write(response, found.status, headers, request.method === 'HEAD' ? undefined : text)
  response.writeHead(found.status, headers)
  // The connection may be gone by now: the call was carried out all the same.
  if (response.destroyed) for await (const _ of text);
  else await pipeline(text, response)
}

/** What a refusal that came from behind says, and its text. */
async function refusalOf({ body, status }: ClientAnswer): Promise<{ code: string; message: string; body: string }> {
  let text = ''
  if (typeof body === 'string') text = body
  else for await (const chunk of body) text += Buffer.from(chunk).toString('utf8')
  const { code, message } = errorOf(text, status)
  return { code, message, body: text }
}

function record(
  sandbox: Sandbox,
  { request, operation }: Incoming,
  actor: Actor,
  error: { code: string; message: string } | undefined,
): void {
  const isToken = operation.name === 'AssumeRoleWithWebIdentity'
  const identity = isToken ? webIdentity(operation.input['WebIdentityToken']) : actor.identity
  const account = actor.caller.account === 'anonymous' ? sandbox.account : actor.caller.account
  sandbox.recording.client(request, operation, identity, account, error && { code: error.code, message: error.message })
}

function refuse({ request, response, operation, json }: Incoming, error: AwsError): void {
  const { status, headers, body } = encodeError(operation.service, error, crypto.randomUUID(), json)
  write(response, status, headers, request.method === 'HEAD' ? undefined : body)
}

function write(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string | undefined): void {
  const length = body === undefined || status === 304 ? {} : { 'content-length': Buffer.byteLength(body) }
  response.writeHead(status, { ...length, ...headers })
  response.end(body)
}
