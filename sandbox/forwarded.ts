import { type Body, type Call, list } from './aws/call.ts'
import { AwsError } from './aws/error.ts'
import type { Backend, S3Options, S3Read } from './backend/backend.ts'
import { keptKeyContext, resourcesOfRight } from './cloudformation/handler-resources.ts'
import { demandedRights } from './cloudformation/handler-rights.ts'
import type { Demand, Services } from './cloudformation/provision.ts'
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
    return this.#recorded(recorded, actor, account, async () => {
      await this.#authorize(actor, { service, operation, input: parameters, region, account, partition })
      return service === 'cloudtrail'
        ? cloudtrail.call({ service, operation, parameters, region, account, partition, caller: actor.caller })
        : backend.call(service, operation, parameters, { region, account })
    })
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
    const { account, region, partition } = stack
    const context = s3Conditions({ name }, options.headers ?? {}, url.searchParams)
    return this.#recorded(recorded, actor, account, async () => {
      await this.#authorize(actor, {
        service: 's3',
        operation: name,
        input: {},
        bucket,
        key: rest.join('/'),
        context,
        region,
        account,
        partition,
      })
      return this.#options.backend.s3(method, path, { ...options, account })
    })
  }

  /** The rights that a handler's schema lists and no call has shown, each for the resource it is about. @throws AccessDenied */
  async demand(actor: Actor, stack: Stack, { handler, type, physicalId, properties, before, made }: Demand): Promise<void> {
    if (actor.role === undefined) return
    const { account, region, partition } = stack
    const place = { account, region, partition }
    for (const action of demandedRights(type, handler, { properties, before }, made)) {
      const [service = '', operation = ''] = action.split(':')
      const resources = resourcesOfRight(action, type, physicalId, properties, place)
      const input: Body = type === 'AWS::IAM::Role' ? { RoleName: physicalId } : {}
      await this.#authorize(actor, { ...place, service, operation, action, resources, input, context: keptKeyContext(action, type) })
    }
  }

  /** Each call of a handler is decided as the caller's own, and says that CloudFormation makes it. @throws AccessDenied */
  async #authorize(actor: Actor, wish: Wish): Promise<void> {
    const { enforcement } = this.#options
    const forwarded = { ...wish, context: { ...wish.context, ...VIA } }
    const passed = rolesPassed(wish.service, wish.operation, wish.input)
    const refused = await enforcement.refusal(actor, forwarded)
    if (refused !== undefined) throw new AwsError('AccessDenied', refused, 403)
    for (const [role, service] of passed) {
      const forbidden = await enforcement.passing(actor, role, service, forwarded)
      if (forbidden !== undefined) throw new AwsError('AccessDenied', forbidden, 403)
    }
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

/** Roles that a call hands to a service. Source: each service's documentation of `iam:PassRole`. */
function rolesPassed(service: string, operation: string, input: Body): [role: string, service: string][] {
  const found: [unknown, string][] = []
  if (service === 'cloudtrail' && /^(?:Create|Update)Trail$/.test(operation))
    found.push([input['CloudWatchLogsRoleArn'], 'cloudtrail.amazonaws.com'])
  if (service === 'config' && operation === 'PutConfigurationRecorder')
    found.push([(input['ConfigurationRecorder'] as Body)['roleARN'], 'config.amazonaws.com'])
  if (service === 'eks' && /^(?:Create|Update)PodIdentityAssociation$/.test(operation))
    found.push([input['roleArn'], 'pods.eks.amazonaws.com'])
  if (service === 'events' && operation === 'PutTargets')
    for (const target of list<Body>(input['Targets'])) found.push([target['RoleArn'], 'events.amazonaws.com'])
  return found.flatMap(([role, to]): [string, string][] => (typeof role === 'string' && role !== '' ? [[role, to]] : []))
}

/** What a forward access session says of itself. */
const VIA = {
  'aws:CalledVia': ['cloudformation.amazonaws.com'],
  'aws:CalledViaFirst': 'cloudformation.amazonaws.com',
  'aws:CalledViaLast': 'cloudformation.amazonaws.com',
  'aws:ViaAWSService': 'true',
}
