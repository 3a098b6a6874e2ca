import type { Body, Call } from './aws/call.ts'
import { AwsError } from './aws/error.ts'
import type { Backend, S3Options, S3Read } from './backend/backend.ts'
import type { Services } from './cloudformation/provision.ts'
import type { templateLocation } from './cloudformation/request.ts'
import type { Stack } from './cloudformation/stack.ts'
import type { CloudTrailService } from './cloudtrail/service.ts'
import { s3Conditions } from './conditions.ts'
import type { Enforcement, Wish } from './enforcement.ts'
import type { Actor } from './identities.ts'
import { type Operation, s3OperationName } from './operation.ts'
import type { Recording } from './server/recording.ts'

interface ForwardedOptions {
  backend: Backend
  cloudtrail: CloudTrailService
  enforcement: Enforcement
  recording: Recording
}

/** How CloudFormation reaches the services: in the name of whoever changes the stack, and recorded so. */
export class Forwarded implements Services {
  readonly #options: ForwardedOptions

  constructor(options: ForwardedOptions) {
    this.#options = options
  }

  async call(actor: Actor, stack: Stack, service: string, operation: string, parameters: Body): Promise<Body> {
    const { backend, cloudtrail } = this.#options
    const { region, account, partition } = stack
    const recorded: Operation = { service, name: operation, region, accessKeyId: undefined, input: parameters, parameters, isData: false }
    return this.#recorded(recorded, actor, account, () =>
      service === 'cloudtrail'
        ? cloudtrail.call({ service, operation, parameters, region, account, partition, caller: actor.caller })
        : backend.call(service, operation, parameters, { region, account }),
    )
  }

  async s3(actor: Actor, stack: Stack, method: string, path: string, options: S3Options): Promise<S3Read> {
    const url = new URL(path, 'http://s3')
    const [bucket = '', ...rest] = decodeURIComponent(url.pathname.slice(1)).split('/')
    const name = s3OperationName(method, url, options.headers ?? {})
    const recorded: Operation = {
      service: 's3',
      name,
      region: stack.region,
      accessKeyId: undefined,
      input: {},
      parameters: { bucketName: bucket },
      isData: false,
      bucket,
      key: rest.join('/'),
    }
    return this.#recorded(recorded, actor, stack.account, () =>
      this.#options.backend.s3(method, path, { ...options, account: stack.account }),
    )
  }

  async #recorded<T>(operation: Operation, { identity }: Actor, account: string, work: () => Promise<T>): Promise<T> {
    const { recording } = this.#options
    try {
      const result = await work()
      recording.forwarded(operation, identity, account, undefined)
      return result
    } catch (error) {
      if (error instanceof AwsError) recording.forwarded(operation, identity, account, { code: error.code, message: error.message })
      throw error
    }
  }

  /** A template from S3, read with the caller's rights. @throws ValidationError */
  async readObject(
    actor: Actor,
    { region, account, partition }: Call,
    { bucket, key, versionId }: ReturnType<typeof templateLocation>,
  ): Promise<string> {
    const search = versionId === undefined ? '' : `?versionId=${versionId}`
    const context = { ...s3Conditions({ name: 'GetObject' }, {}, new URLSearchParams(search)), ...VIA }
    const wish: Wish = { region, account, partition, service: 's3', operation: 'GetObject', input: {}, bucket, key, context }
    const refused = await this.#options.enforcement.refusal(actor, wish)
    if (refused !== undefined) throw new AwsError('ValidationError', `S3 error: Access Denied`)
    try {
      return await (await this.#options.backend.s3('GET', `/${bucket}/${key}${search}`)).text()
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      throw new AwsError('ValidationError', `S3 error: ${error.message}`)
    }
  }
}

/** What a forward access session says of itself. */
const VIA = {
  'aws:CalledVia': ['cloudformation.amazonaws.com'],
  'aws:CalledViaFirst': 'cloudformation.amazonaws.com',
  'aws:CalledViaLast': 'cloudformation.amazonaws.com',
  'aws:ViaAWSService': 'true',
}
