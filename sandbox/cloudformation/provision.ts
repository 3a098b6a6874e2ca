import type { ResolveContext } from '../../src/cloudformation/resolve.ts'
import { actionOf } from '../actions.ts'
import type { Body } from '../aws/call.ts'
import { AwsError } from '../aws/error.ts'
import type { S3Options, S3Read } from '../backend/backend.ts'
import type { Actor } from '../identities.ts'
import { s3OperationName } from '../operation.ts'
import type { ResourceChange, StackVersion } from './changes.ts'
import type { Handler } from './handler-rights.ts'
import { resolvedProperties } from './resolve.ts'
import { emitResource, type Stack, type StackResource } from './stack.ts'
import { resourceType } from './types/table.ts'
import type { Properties, Provision, ResourceType } from './types/type.ts'

/** How CloudFormation reaches the services in someone's name. */
export interface Services {
  call(actor: Actor, stack: Stack, service: string, operation: string, parameters: Body): Promise<Body>
  s3(actor: Actor, stack: Stack, method: string, path: string, options: S3Options): Promise<S3Read>
  /** Rights that a handler needs beside the calls that were made in its place. @throws AccessDenied */
  demand(actor: Actor, stack: Stack, demand: Demand): Promise<void>
}

/** A handler's work on one resource, as far as it has been done. */
export interface Demand {
  handler: Handler
  type: string
  physicalId: string
  properties: Properties
  before: Properties
  /** IAM actions of the calls that were made for it, in lower case. */
  made: ReadonlySet<string>
}

type Verb = 'CREATE' | 'UPDATE' | 'DELETE' | 'IMPORT'

/** Makes, changes and removes single resources of a stack. */
export class Provisioner {
  readonly #services: Services
  /** Reasons that the next creation, update or removal of a resource fails with, by logical id. */
  readonly #failures = new Map<string, string>()

  /** Milliseconds each resource takes: lets progress, waiting and cancelling be seen. */
  paceMs: number

  constructor(services: Services, paceMs: number) {
    this.#services = services
    this.paceMs = paceMs
  }

  /** Something begins to happen to a resource, and takes its time. */
  async #begin(stack: Stack, resource: { logicalId: string; type: string }, status: string): Promise<void> {
    emitResource(stack, resource, status)
    await new Promise((done) => setTimeout(done, this.paceMs))
  }

  failNext(logicalId: string, reason: string): void {
    this.#failures.set(logicalId, reason)
  }

  /** In the name of whoever changes the stack, or of someone who only looks at it. */
  provisionOf(stack: Stack, logicalId: string, actor = stack.actor, made = new Set<string>()): Provision {
    const { account, region, partition, name: stackName } = stack
    return {
      account,
      region,
      partition,
      stackName,
      logicalId,
      call: (service, operation, parameters) => {
        made.add(actionOf(service, operation).toLowerCase())
        return this.#services.call(actor, stack, service, operation, parameters)
      },
      s3: (method, path, options = {}) => {
        made.add(actionOf('s3', s3OperationName(method, new URL(path, 'http://s3'), options.headers ?? {})).toLowerCase())
        return this.#services.s3(actor, stack, method, path, { ...options, region })
      },
      claim: (physicalId) => {
        const resource = stack.resources.get(logicalId)
        if (resource) resource.physicalId = physicalId
      },
    }
  }

  /** Carries out one change. Returns the reason when it failed. */
  async apply(stack: Stack, change: ResourceChange, version: StackVersion, context: ResolveContext): Promise<string | undefined> {
    const resource = version.template.Resources[change.logicalId]
    if (!resource) return `${change.logicalId} is not in the template`
    const row = resourceType(resource.Type)
    if (!row) return `The sandbox does not provision ${resource.Type}. docs/sandbox.md says how to add it.`
    const properties = resolvedProperties(resource.Properties, context)
    const known = stack.resources.get(change.logicalId)
    const isNew = known === undefined || change.drift?.status === 'DELETED' || change.replacement === 'True'
    const verb: Verb = isNew ? 'CREATE' : 'UPDATE'
    try {
      checkProperties(resource.Type, row, properties)
      if (isNew) await this.#create(stack, change, row, properties)
      else await this.#update(stack, known, row, properties)
    } catch (error) {
      const reason = reasonOf(error, resource.Type)
      emitResource(stack, change, `${verb}_FAILED`, reason)
      return reason
    }
    emitResource(stack, change, `${verb}_COMPLETE`)
    return undefined
  }

  #planned(logicalId: string): void {
    const reason = this.#failures.get(logicalId)
    if (reason === undefined) return
    this.#failures.delete(logicalId)
    throw new Error(reason)
  }

  async #create(stack: Stack, change: ResourceChange, row: ResourceType, properties: Properties): Promise<void> {
    const made: StackResource = {
      ...change,
      physicalId: '',
      properties,
      status: '',
      reason: undefined,
      updated: new Date(),
      isImported: false,
    }
    stack.resources.set(change.logicalId, made)
    await this.#begin(stack, change, 'CREATE_IN_PROGRESS')
    this.#planned(change.logicalId)
    const calls = new Set<string>()
    made.physicalId = await row.create(properties, this.provisionOf(stack, change.logicalId, stack.actor, calls))
    await this.#demand(stack, made, { handler: 'create', before: {}, made: calls })
  }

  /** The rights of a handler that the calls made in its place do not show. */
  async #demand(
    stack: Stack,
    { type, physicalId, properties }: Pick<StackResource, 'type' | 'physicalId' | 'properties'>,
    rest: Pick<Demand, 'handler' | 'before' | 'made'>,
  ): Promise<void> {
    await this.#services.demand(stack.actor, stack, { type, physicalId, properties, ...rest })
  }

  /** What looking at a resource takes, for drift and for an import. @throws AccessDenied */
  demandRead(stack: Stack, actor: Actor, resource: Pick<Demand, 'type' | 'physicalId' | 'properties'>): Promise<void> {
    return this.#services.demand(actor, stack, { ...resource, handler: 'read', before: {}, made: new Set() })
  }

  async #update(stack: Stack, known: StackResource, row: ResourceType, properties: Properties): Promise<void> {
    await this.#begin(stack, known, 'UPDATE_IN_PROGRESS')
    this.#planned(known.logicalId)
    const [calls, before] = [new Set<string>(), known.properties]
    await row.update?.(known.physicalId, properties, this.provisionOf(stack, known.logicalId, stack.actor, calls), before)
    known.properties = properties
    await this.#demand(stack, known, { handler: 'update', before, made: calls })
  }

  /** Takes one over as it is. */
  async adopt(stack: Stack, change: ResourceChange, properties: Properties, identifier: string): Promise<void> {
    const { logicalId, type } = change
    stack.resources.set(logicalId, {
      logicalId,
      type,
      physicalId: identifier,
      properties,
      status: '',
      reason: undefined,
      updated: new Date(),
      isImported: true,
    })
    await this.#begin(stack, change, 'IMPORT_IN_PROGRESS')
    emitResource(stack, change, 'IMPORT_COMPLETE')
  }

  /** Removes a resource; one that never came to be has nothing to remove. Returns the reason when it failed. */
  async remove(stack: Stack, resource: StackResource): Promise<string | undefined> {
    const row = resourceType(resource.type)
    await this.#begin(stack, resource, 'DELETE_IN_PROGRESS')
    try {
      this.#planned(resource.logicalId)
      if (row && resource.physicalId !== '') {
        // A handler looks before it deletes.
        await this.#demand(stack, resource, { handler: 'delete', before: {}, made: new Set() })
        await row.delete(resource.physicalId, resource.properties, this.provisionOf(stack, resource.logicalId))
      }
    } catch (error) {
      const reason = reasonOf(error, resource.type)
      emitResource(stack, resource, 'DELETE_FAILED', reason)
      return reason
    }
    emitResource(stack, resource, 'DELETE_COMPLETE')
    return undefined
  }
}

function checkProperties(type: string, row: ResourceType, properties: Properties): void {
  const unknown = Object.keys(properties).find((name) => !row.properties.includes(name))
  if (unknown !== undefined) throw new Error(`The sandbox does not carry out ${unknown} of ${type}. docs/sandbox.md says how to add it.`)
}

/** How CloudFormation words what a service refused. */
function reasonOf(error: unknown, type: string): string {
  if (!(error instanceof AwsError)) return `Resource handler returned message: "${error instanceof Error ? error.message : String(error)}"`
  const service = type.split('::')[1] ?? type
  const detail = /Service: /.test(error.message) ? error.message : `${error.message} (Service: ${service}, Status Code: ${error.status})`
  return `Resource handler returned message: "${detail}" (HandlerErrorCode: ${handlerCode(error)})`
}

/** Source: CloudFormation CLI, "Handler error codes". */
function handlerCode({ code }: AwsError): string {
  if (/AccessDenied|NotAuthorized|AuthorizationError/.test(code)) return 'AccessDenied'
  if (/AlreadyExists|AlreadyOwned|EntityAlreadyExists/.test(code)) return 'AlreadyExists'
  if (/NoSuch|NotFound/.test(code)) return 'NotFound'
  if (/LimitExceeded|Maximum/.test(code)) return 'ServiceLimitExceeded'
  return 'InvalidRequest'
}
