import type { Readable } from 'node:stream'
import { partitionOf } from '../../src/model/partition.ts'
import type { Body, Caller, Restore } from '../aws/call.ts'
import type { Cloud } from '../aws/cloud.ts'
import { AwsError } from '../aws/error.ts'
import type { WireAnswer } from '../aws/wire/protocols.ts'
import { eksRoute, type Operation } from '../operation.ts'

export const ACCOUNT = '123456789012'

/** Where and in whose name a call is made; left out: the sandbox's own account, region and administrator. */
export interface CallOptions {
  region?: string
  account?: string
  caller?: Caller
}

export interface S3Options extends CallOptions {
  body?: string | Buffer
  headers?: Record<string, string>
}

/** S3's answer to a call of the sandbox itself. */
export interface S3Read {
  status: number
  headers: Readonly<Record<string, string | undefined>>
  bytes(): Promise<Buffer>
  text(): Promise<string>
}

/** A client's request whose operation is known. */
export interface ClientRequest {
  method: string
  url: URL
  headers: Readonly<Record<string, string | undefined>>
  /** Read already, or still to come. */
  body: Buffer | Readable
  operation: Operation
  caller: Caller
  /** The emulator knows the caller's key; a session of the sandbox's own reaches it as its root. */
  isKnownThere: boolean
}

export interface ClientAnswer extends Omit<WireAnswer, 'body' | 'headers'> {
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string | AsyncIterable<Uint8Array>
}

/** What keeps the state behind the front: our own AWS in this process, or an emulator. */
export abstract class Backend {
  readonly region: string
  readonly partition: string

  /** Resolves with why when what stands behind the front ends by itself. */
  readonly ended: Promise<string>

  constructor(region: string, ended: Promise<string> = new Promise(() => undefined)) {
    this.region = region
    this.ended = ended
    this.partition = partitionOf(region)?.id ?? 'aws'
  }

  /** One API call, with the API's own names. @throws AwsError */
  abstract call(service: string, operation: string, parameters: Body, options?: CallOptions): Promise<Body>

  /** One call of S3, by method and path. @throws AwsError */
  abstract s3(method: string, path: string, options?: S3Options): Promise<S3Read>

  /** Answers a client. @throws AwsError */
  abstract answer(request: ClientRequest): Promise<ClientAnswer>

  abstract stop(): Promise<void>

  /** The services themselves, where they are in this process. */
  get cloud(): Cloud | undefined {
    return undefined
  }

  /** Takes a picture of the services to come back to, where they are in this process. */
  snapshot(): Restore {
    throw new Error('the services of this sandbox are in another process')
  }

  /** A call of a JSON service by its target. */
  json(service: string, target: string, body: Body, region = this.region): Promise<Body> {
    return this.call(service, target.slice(target.lastIndexOf('.') + 1), body, { region })
  }

  /** A call of EKS by its route. */
  rest(service: string, method: string, path: string, region: string, body: Body): Promise<Body> {
    const found = eksRoute(method, path)
    if (service !== 'eks' || !found) throw new AwsError('UnknownOperationException', `${method} ${path} is no route of ${service}.`, 404)
    return this.call(service, found.operation, { ...body, ...found.parameters }, { region })
  }
}
