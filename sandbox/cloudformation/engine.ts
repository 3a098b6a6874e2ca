import { requestContext } from '../../src/iam/conditions.ts'
import { evaluatePolicy } from '../../src/iam/evaluate.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import { inOrder, ordered, type ResourceChange, type StackVersion } from './changes.ts'
import type { Provisioner } from './provision.ts'
import { contextOf, resolvedProperties } from './resolve.ts'
import type { StackSettings } from './settings.ts'
import { emitResource, emitStack, type ImportRequest, type Stack, type StackResource } from './stack.ts'
import type { StackStore } from './store.ts'

/** What is carried out on a stack: by a change set, or by UpdateStack and CreateStack. */
export interface Operation {
  verb: 'CREATE' | 'UPDATE' | 'IMPORT'
  version: StackVersion
  changes: readonly ResourceChange[]
  imports: readonly ImportRequest[]
  settings: StackSettings
  /** Overrides the stack's own policy for this update. */
  policy?: string | undefined
}

const ROLLBACK = { CREATE: 'ROLLBACK', UPDATE: 'UPDATE_ROLLBACK', IMPORT: 'IMPORT_ROLLBACK' } as const

/** Something that was done, and the resource as it was before. */
interface Done {
  change: ResourceChange
  before: StackResource | undefined
}

/** Carries out operations one resource after the other, and takes them back when one fails. */
export class Engine {
  readonly #store: StackStore
  readonly #provisioner: Provisioner
  #brokenRollback: string | undefined

  constructor(store: StackStore, provisioner: Provisioner) {
    this.#store = store
    this.#provisioner = provisioner
  }

  /** Makes taking an update back fail at a resource, until that is mended or skipped. */
  breakRollback(logicalId: string | undefined): void {
    this.#brokenRollback = logicalId
  }

  /** Carries out an operation to its end. Returns whether it succeeded. */
  async run(stack: Stack, operation: Operation): Promise<boolean> {
    const { verb, version, changes } = operation
    const done: Done[] = []
    for (const change of ordered(changes, version, stack.current)) {
      if (change.action === 'Remove') {
        const forbidden = forbiddenByPolicy(operation.policy ?? stack.policy, change)
        if (forbidden === undefined) continue
        emitResource(stack, change, 'UPDATE_FAILED', forbidden)
        return this.#fail(stack, operation, change, done)
      }
      if (stack.isCancelled) return this.#callOff(stack, done)
      const before = stack.resources.get(change.logicalId)
      done.push({ change, before: before && { ...before } })
      const failed = await this.#step(stack, change, operation)
      if (failed !== undefined) return this.#fail(stack, operation, change, done)
    }
    if (stack.isCancelled) return this.#callOff(stack, done)
    const previous = stack.current
    stack.current = version
    stack.settings = operation.settings
    stack.updated = verb === 'CREATE' ? undefined : new Date()
    if (verb === 'UPDATE') {
      emitStack(stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS')
      await this.#cleanUp(stack, operation, done, previous)
    }
    emitStack(stack, `${verb}_COMPLETE`)
    return true
  }

  async #step(stack: Stack, change: ResourceChange, operation: Operation): Promise<string | undefined> {
    const context = contextOf(this.#store, stack, operation.version)
    if (change.action === 'Import') {
      const identifier = operation.imports.find(({ logicalId }) => logicalId === change.logicalId)?.identifier ?? ''
      await this.#provisioner.adopt(
        stack,
        change,
        resolvedProperties(operation.version.template.Resources[change.logicalId]?.Properties, context),
        identifier,
      )
      return undefined
    }
    const forbidden = forbiddenByPolicy(operation.policy ?? stack.policy, change)
    if (forbidden !== undefined) emitResource(stack, change, 'UPDATE_FAILED', forbidden)
    return forbidden ?? this.#provisioner.apply(stack, change, operation.version, context)
  }

  /** What the update no longer wants goes last; what cannot be removed stays, and the stack is green all the same. */
  async #cleanUp(stack: Stack, { changes }: Operation, done: readonly Done[], previous: StackVersion | undefined): Promise<void> {
    for (const { change, before } of done) {
      const policy = previous?.template.Resources[change.logicalId]?.UpdateReplacePolicy
      const isReplaced =
        before !== undefined && change.replacement === 'True' && before.physicalId !== stack.resources.get(change.logicalId)?.physicalId
      if (isReplaced && policy !== 'Retain') await this.#removeOld(stack, before)
    }
    const removed = changes.filter(({ action }) => action === 'Remove')
    for (const { logicalId } of inOrder(removed, previous?.template ?? { Resources: {} }).reverse()) {
      const resource = stack.resources.get(logicalId)
      if (!resource) continue
      if (isRetained(previous?.template.Resources[logicalId]?.DeletionPolicy)) emitResource(stack, resource, 'DELETE_SKIPPED')
      else await this.#provisioner.remove(stack, resource)
      stack.resources.delete(logicalId)
    }
  }

  /** The replaced one is another thing under the same logical id. */
  async #removeOld(stack: Stack, old: StackResource): Promise<void> {
    const replacement = stack.resources.get(old.logicalId)
    stack.resources.set(old.logicalId, old)
    await this.#provisioner.remove(stack, old)
    if (replacement) stack.resources.set(old.logicalId, replacement)
  }

  async #fail(stack: Stack, operation: Operation, failed: ResourceChange, done: readonly Done[]): Promise<false> {
    const { verb, changes } = operation
    for (const other of changes.filter((change) => !done.some(({ change: { logicalId } }) => logicalId === change.logicalId)).slice(0, 3))
      emitResource(stack, other, `${verb}_FAILED`, `Resource ${verb === 'CREATE' ? 'creation' : 'update'} cancelled`)
    emitStack(stack, `${ROLLBACK[verb]}_IN_PROGRESS`, `The following resource(s) failed to ${verb.toLowerCase()}: [${failed.logicalId}].`)
    await this.#takeBack(stack, ROLLBACK[verb], done, operation.version)
    return false
  }

  async #callOff(stack: Stack, done: readonly Done[]): Promise<false> {
    stack.isCancelled = false
    emitStack(stack, 'UPDATE_ROLLBACK_IN_PROGRESS', 'User Initiated')
    await this.#takeBack(stack, 'UPDATE_ROLLBACK', done, stack.current)
    return false
  }

  readonly #unfinished = new WeakMap<Stack, { word: string; done: readonly Done[]; version: StackVersion | undefined }>()

  /** A creation is undone last first. An update that failed is an update to the template of before; what it had made goes last. */
  async #takeBack(
    stack: Stack,
    word: string,
    done: readonly Done[],
    version: StackVersion | undefined,
    skipped: readonly string[] = [],
  ): Promise<void> {
    const isUpdate = word === 'UPDATE_ROLLBACK'
    const failed: string[] = []
    for (const one of isUpdate ? done : [...done].reverse()) {
      if (skipped.includes(one.change.logicalId)) continue
      if (await this.#undo(stack, one, isUpdate ? 'later' : version)) failed.push(one.change.logicalId)
    }
    if (failed.length > 0) {
      this.#unfinished.set(stack, { word, done, version })
      return emitStack(
        stack,
        `${word}_FAILED`,
        `The following resource(s) failed to ${word === 'ROLLBACK' ? 'delete' : 'update'}: [${failed.join(', ')}].`,
      )
    }
    this.#unfinished.delete(stack)
    if (isUpdate) {
      emitStack(stack, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS')
      for (const { change, before } of [...done].reverse()) await this.#forget(stack, change, before, version)
    }
    emitStack(stack, `${word}_COMPLETE`)
  }

  /** What a failed update made: deleted where that can be done, and the stack's no more either way. */
  async #forget(stack: Stack, change: ResourceChange, before: StackResource | undefined, version: StackVersion | undefined): Promise<void> {
    const made = stack.resources.get(change.logicalId)
    if (!made || (before !== undefined && (change.replacement !== 'True' || made.physicalId === before.physicalId))) return
    await this.#undoCreation(stack, made, before, version)
    if (before) stack.resources.set(before.logicalId, before)
    else stack.resources.delete(made.logicalId)
  }

  /** Goes on with a rollback that failed. */
  async continueRollback(stack: Stack, skipped: readonly string[]): Promise<void> {
    const { word, done, version } = this.#unfinished.get(stack) ?? { word: 'UPDATE_ROLLBACK', done: [], version: undefined }
    await this.#takeBack(stack, word, done, version, skipped)
  }

  /** Undoes one step. Returns the reason when it failed. */
  async #undo(stack: Stack, { change, before }: Done, version: StackVersion | 'later' | undefined): Promise<string | undefined> {
    const now = stack.resources.get(change.logicalId)
    if (this.#brokenRollback === change.logicalId) {
      const reason = 'Resource handler returned message: "Access denied while taking the update back"'
      emitResource(stack, change, 'UPDATE_FAILED', reason)
      return reason
    }
    if (change.action === 'Import' || !now) {
      stack.resources.delete(change.logicalId)
      return undefined
    }
    if (before === undefined || change.replacement === 'True')
      return version === 'later' ? undefined : this.#undoCreation(stack, now, before, version)
    if (!stack.current) return undefined
    return this.#provisioner.apply(
      stack,
      { ...change, action: 'Modify', replacement: 'False' },
      stack.current,
      contextOf(this.#store, stack, stack.current),
    )
  }

  /** What this operation made goes, unless it is to stay whatever happens. */
  async #undoCreation(
    stack: Stack,
    made: StackResource,
    before: StackResource | undefined,
    version: StackVersion | undefined,
  ): Promise<string | undefined> {
    const stays = version?.template.Resources[made.logicalId]?.DeletionPolicy === 'Retain'
    const failed = stays ? undefined : await this.#provisioner.remove(stack, made)
    if (stays) emitResource(stack, made, 'DELETE_SKIPPED')
    if (failed !== undefined) return failed
    if (before) stack.resources.set(before.logicalId, before)
    else if (stack.current) stack.resources.delete(made.logicalId)
    return undefined
  }

  /** Removes a stack's resources, dependents first. */
  async delete(stack: Stack, retained: readonly string[]): Promise<void> {
    emitStack(stack, 'DELETE_IN_PROGRESS', 'User Initiated')
    const template = stack.current?.template ?? { Resources: {} }
    const failed: string[] = []
    for (const resource of inOrder([...stack.resources.values()], template).reverse()) {
      if (resource.status === 'DELETE_COMPLETE' || resource.status === 'DELETE_SKIPPED') continue
      const stays = retained.includes(resource.logicalId) || isRetained(template.Resources[resource.logicalId]?.DeletionPolicy)
      if (stays) emitResource(stack, resource, 'DELETE_SKIPPED')
      else if (await this.#provisioner.remove(stack, resource)) failed.push(resource.logicalId)
    }
    if (failed.length > 0) return emitStack(stack, 'DELETE_FAILED', `The following resource(s) failed to delete: [${failed.join(', ')}].`)
    emitStack(stack, 'DELETE_COMPLETE')
    stack.deleted = new Date()
  }
}

/** RetainExceptOnCreate retains as well, once the stack has been created. */
function isRetained(policy: string | undefined): boolean {
  return policy === 'Retain' || policy === 'RetainExceptOnCreate'
}

/** What the stack policy says to a change: everything is denied that it does not allow. */
function forbiddenByPolicy(policy: string | undefined, change: ResourceChange): string | undefined {
  if (policy === undefined || change.action === 'Add') return undefined
  const action = change.action === 'Remove' ? 'Update:Delete' : change.replacement === 'True' ? 'Update:Replace' : 'Update:Modify'
  const request = { action, resource: `LogicalResourceId/${change.logicalId}`, context: requestContext({ ResourceType: change.type }) }
  const { decision, statements } = evaluatePolicy(parsePolicy(policy), request)
  if (decision === 'allowed') return undefined
  const by = statements[0] ? `Statement [#${statements[0].index + 1}]` : 'no statement'
  return `Action denied by stack policy: ${by} does not allow [${action}] for resource [${change.logicalId}]`
}
