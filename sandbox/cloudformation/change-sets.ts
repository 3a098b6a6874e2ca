import { resolve } from '../../src/cloudformation/resolve.ts'
import type { Body, Call } from '../aws/call.ts'
import { page } from '../aws/call.ts'
import { AwsError } from '../aws/error.ts'
import type { Actor } from '../identities.ts'
import { changesBetween, type ResourceChange, type StackVersion, shownChange } from './changes.ts'
import { driftOf } from './drift.ts'
import type { Provisioner } from './provision.ts'
import { checkCapabilities, checkedTemplate, checkImports, checkNames, importsOf, parametersOf } from './request.ts'
import { contextOf, importsIn, resolvedProperties } from './resolve.ts'
import { settingsOf, shownSettings } from './settings.ts'
import { type ChangeSet, emitStack, type Finding, type ImportRequest, newStack, physicalIds, type Stack } from './stack.ts'
import { type StackStore, validation } from './store.ts'
import { resourceType } from './types/table.ts'

const EMPTY_REASON = "The submitted information didn't contain changes. Submit different information to create a change set."
const INVALID_REASON =
  'The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.'
const CHANGES_PER_PAGE = 10

export interface ChangeSetOptions {
  store: StackStore
  provisioner: Provisioner
  /** The text of a call's template. */
  templateBody(actor: Actor, call: Call, current: StackVersion | undefined): Promise<string>
}

/** Change sets: what would change, exactly, and what validation says to it. */
export class ChangeSets {
  readonly #options: ChangeSetOptions
  #findings: Finding[] = []
  #extra: ResourceChange[] = []
  /** As in a region or for a role that cannot compare resources with their templates. */
  refuseDrift = false

  constructor(options: ChangeSetOptions) {
    this.#options = options
  }

  /** Gives the next change set with that resource a row of validation before deployment. */
  addFinding(finding: Finding): void {
    this.#findings.push(finding)
  }

  /** Puts a change into the next change set that the sandbox itself would not find, such as `Dynamic`. */
  addChange(change: ResourceChange): void {
    this.#extra.push(change)
  }

  async create(call: Call, actor: Actor): Promise<Body> {
    const { store } = this.#options
    const input = call.parameters
    checkNames(input)
    const name = String(input['StackName'])
    const stack = store.find(call, name)
    const again = this.#again(call, stack)
    if (again) return { Id: again.id, StackId: again.stack.id }
    const type = typeOf(input)
    this.#checkState(type, name, stack, input)
    const version = await this.#version(call, actor, stack, type)
    const imports = type === 'IMPORT' ? importsOf(input) : []
    if (type === 'IMPORT') await this.#checkImports(call, actor, imports, stack, version)
    const owner = stack ?? this.#shell(call, name, actor)
    const changeSet = await this.#make(call, actor, owner, type, version, imports)
    store.addChangeSet(changeSet)
    return { Id: changeSet.id, StackId: owner.id }
  }

  /** A call that was sent twice, because its answer was lost, makes one change set. */
  #again(call: Call, stack: Stack | undefined): ChangeSet | undefined {
    if (!stack) return undefined
    const { ChangeSetName, ClientToken } = call.parameters
    const known = this.#options.store.changeSetsOf(stack).find(({ name }) => name === ChangeSetName)
    if (!known) return undefined
    if (known.token !== undefined && known.token === ClientToken && known.execution === 'AVAILABLE') return known
    const why =
      known.token !== undefined && ClientToken !== undefined && known.token !== ClientToken
        ? 'mismatch with existing attribute ClientToken'
        : 'it already exists'
    throw new AwsError('AlreadyExistsException', `ChangeSet ${known.name} cannot be created: ${why}`)
  }

  #checkState(type: ChangeSet['type'], name: string, stack: Stack | undefined, input: Body): void {
    if (this.refuseDrift && 'DeploymentMode' in input) throw validation('DeploymentMode REVERT_DRIFT is not supported for this operation')
    if (type === 'UPDATE' && !stack) throw validation(`Stack [${name}] does not exist`)
    if (!stack) return
    const refused = validation(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`)
    if (stack.status === 'REVIEW_IN_PROGRESS') {
      if (type === 'UPDATE') throw refused
      return
    }
    if (type === 'CREATE')
      throw validation(`Stack [${name}] already exists and cannot be created again with the changeSet [${String(input['ChangeSetName'])}].`)
    if (stack.status.endsWith('_IN_PROGRESS') || /^ROLLBACK_COMPLETE$|_FAILED$/.test(stack.status)) throw refused
  }

  async #version(call: Call, actor: Actor, stack: Stack | undefined, type: ChangeSet['type']): Promise<StackVersion> {
    const body = await this.#options.templateBody(actor, call, stack?.current)
    const template = checkedTemplate(body)
    if (type !== 'IMPORT' || 'Capabilities' in call.parameters) checkCapabilities(call.parameters, template)
    return { body, template, parameters: parametersOf(call.parameters, template, stack?.current) }
  }

  #shell(call: Call, name: string, actor: Actor): Stack {
    const stack = newStack(call, name, actor)
    emitStack(stack, 'REVIEW_IN_PROGRESS', 'User Initiated')
    this.#options.store.add(stack)
    return stack
  }

  async #make(
    call: Call,
    actor: Actor,
    stack: Stack,
    type: ChangeSet['type'],
    version: StackVersion,
    imports: readonly ImportRequest[],
  ): Promise<ChangeSet> {
    const { store } = this.#options
    const input = call.parameters
    this.#checkExports(stack, version)
    const found = changesBetween(stack.current, version).map(
      (change): ResourceChange =>
        imports.some(({ logicalId }) => logicalId === change.logicalId) ? { ...change, action: 'Import' } : change,
    )
    const changes = [
      ...(input['DeploymentMode'] === 'REVERT_DRIFT' ? await this.#withDrift(stack, actor, version, found) : found),
      ...this.#extra.splice(0),
    ]
    const name = String(input['ChangeSetName'])
    return {
      id: `arn:${stack.partition}:cloudformation:${stack.region}:${stack.account}:changeSet/${name}/${crypto.randomUUID()}`,
      name,
      stack,
      created: new Date(),
      type,
      description: input['Description'] === undefined ? undefined : String(input['Description']),
      version,
      changes: changes.map((change) => withValues(store, stack, version, change)),
      imports,
      isEmpty: changes.length === 0 && JSON.stringify(stack.current?.template.Outputs) === JSON.stringify(version.template.Outputs),
      execution: 'AVAILABLE',
      token: input['ClientToken'] === undefined ? undefined : String(input['ClientToken']),
      settings: settingsOf(input, stack.settings),
      findings: this.#takeFindings(version),
    }
  }

  #takeFindings(version: StackVersion): Finding[] {
    const isMine = ({ logicalId }: Finding) => logicalId in version.template.Resources
    const mine = this.#findings.filter(isMine)
    this.#findings = this.#findings.filter((finding) => !isMine(finding))
    return mine
  }

  #checkExports(stack: Stack, version: StackVersion): void {
    const context = contextOf(this.#options.store, stack, version)
    const missing = importsIn(version, context).find((name) => !context.imports.has(name))
    if (missing !== undefined) throw validation(`No export named ${missing} found`)
  }

  async #checkImports(
    call: Call,
    actor: Actor,
    requests: readonly ImportRequest[],
    stack: Stack | undefined,
    version: StackVersion,
  ): Promise<void> {
    checkImports(requests, stack?.current?.template, version.template)
    const scratch = stack ?? newStack(call, String(call.parameters['StackName']), actor)
    for (const { logicalId, type, identifier } of requests) {
      const row = resourceType(type)
      if (row?.identifier === undefined) throw validation(`ResourceTypes [${type}] are not supported for Import`)
      const properties = resolvedProperties(
        version.template.Resources[logicalId]?.Properties,
        contextOf(this.#options.store, scratch, version),
      )
      await this.#options.provisioner.demandRead(scratch, actor, { type, physicalId: identifier, properties })
      const live = await row.read(identifier, properties, this.#options.provisioner.provisionOf(scratch, logicalId, actor))
      if (!live) throw validation(`Resource [${logicalId}] with identifier [${identifier}] does not exist`)
    }
  }

  /** Adds what differs between the deployed properties and the live ones; the template's value is what it is reverted to. */
  async #withDrift(stack: Stack, actor: Actor, version: StackVersion, changes: readonly ResourceChange[]): Promise<ResourceChange[]> {
    const { current } = stack
    if (!current) return [...changes]
    const known = new Map(changes.map((change) => [change.logicalId, change]))
    for (const [logicalId, { physicalId, type, properties }] of stack.resources) {
      if (!(logicalId in version.template.Resources)) continue
      await this.#options.provisioner.demandRead(stack, actor, { type, physicalId, properties })
      const drift = await driftOf(type, physicalId, properties, this.#options.provisioner.provisionOf(stack, logicalId, actor))
      if (!drift) continue
      const change = known.get(logicalId) ?? { action: 'Modify', logicalId, type, replacement: 'False', properties: [] }
      const names = drift.properties.map(({ name }) => name)
      known.set(logicalId, { ...change, drift, properties: [...new Set([...change.properties, ...names])] })
    }
    return [...known.values()]
  }

  describe(call: Call): Body {
    const { StackName, ChangeSetName, NextToken } = call.parameters
    const changeSet = this.#options.store.requireChangeSet(
      call,
      StackName === undefined ? undefined : String(StackName),
      String(ChangeSetName),
    )
    const { stack } = changeSet
    const { items, next } = page(changeSet.changes, NextToken, CHANGES_PER_PAGE)
    const ids = physicalIds(stack)
    const { Tags, RoleARN: _, ...settings } = shownSettings(changeSet.settings)
    return {
      ...summaryOf(changeSet),
      Parameters: [...changeSet.version.parameters].map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
      ...settings,
      Capabilities: [],
      Tags,
      Changes: items.map((change) =>
        shownChange(
          change,
          ids.get(change.logicalId) ?? changeSet.imports.find(({ logicalId }) => logicalId === change.logicalId)?.identifier,
        ),
      ),
      NextToken: next,
    }
  }

  list(call: Call): Body {
    const stack = this.#options.store.require(call, String(call.parameters['StackName']))
    return { Summaries: this.#options.store.changeSetsOf(stack).map(summaryOf) }
  }

  delete(call: Call): Body {
    const { StackName, ChangeSetName } = call.parameters
    const changeSet = this.#options.store.requireChangeSet(
      call,
      StackName === undefined ? undefined : String(StackName),
      String(ChangeSetName),
    )
    if (changeSet.execution === 'EXECUTE_IN_PROGRESS')
      throw new AwsError(
        'InvalidChangeSetStatus',
        `ChangeSet [${changeSet.id}] cannot be deleted in its current status of [EXECUTE_IN_PROGRESS]`,
      )
    this.#options.store.removeChangeSet(changeSet)
    return {}
  }

  events(call: Call): Body {
    const { StackName, ChangeSetName, Filters } = call.parameters
    if (ChangeSetName === undefined) throw validation('The sandbox answers DescribeEvents for change sets only')
    const changeSet = this.#options.store.requireChangeSet(
      call,
      StackName === undefined ? undefined : String(StackName),
      String(ChangeSetName),
    )
    const onlyFailed = (Filters as Body | undefined)?.['FailedEvents'] === 'true'
    const rows = changeSet.findings.filter(({ status }) => !onlyFailed || status === 'FAILED')
    return {
      OperationEvents: rows.map(({ logicalId, path, name, reason, mode, status }) => ({
        EventId: crypto.randomUUID(),
        StackId: changeSet.stack.id,
        EventType: mode === 'FAIL' && status === 'FAILED' ? 'VALIDATION_ERROR' : 'STACK_EVENT',
        LogicalResourceId: logicalId,
        ValidationFailureMode: mode,
        ValidationName: name,
        ValidationStatus: status,
        ValidationStatusReason: reason,
        ValidationPath: path,
      })),
    }
  }
}

function typeOf(input: Body): ChangeSet['type'] {
  const given = String(input['ChangeSetType'] ?? 'UPDATE')
  if (given === 'CREATE' || given === 'UPDATE' || given === 'IMPORT') return given
  throw validation(
    `Value '${given}' at 'changeSetType' failed to satisfy constraint: Member must satisfy enum value set: [IMPORT, UPDATE, CREATE]`,
  )
}

function summaryOf(changeSet: ChangeSet): Body {
  const isInvalid = changeSet.findings.some(({ mode, status }) => mode === 'FAIL' && status === 'FAILED')
  const failed = changeSet.isEmpty ? EMPTY_REASON : isInvalid ? INVALID_REASON : undefined
  return {
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.id,
    StackId: changeSet.stack.id,
    StackName: changeSet.stack.name,
    Description: changeSet.description,
    CreationTime: changeSet.created,
    ExecutionStatus: failed === undefined ? changeSet.execution : 'UNAVAILABLE',
    Status: failed === undefined ? 'CREATE_COMPLETE' : 'FAILED',
    StatusReason: failed,
    IncludeNestedStacks: false,
  }
}

/** Whether it can be executed, and what AWS says where not. @throws InvalidChangeSetStatus */
export function checkExecutable(changeSet: ChangeSet): void {
  const { Status } = summaryOf(changeSet)
  const status = Status === 'FAILED' ? 'FAILED' : changeSet.execution
  if (status === 'FAILED' || status !== 'AVAILABLE')
    throw new AwsError('InvalidChangeSetStatus', `ChangeSet [${changeSet.id}] cannot be executed in its current status of [${status}]`)
}

function withValues(store: StackStore, stack: Stack, version: StackVersion, change: ResourceChange): ResourceChange {
  const before = stack.current && {
    properties: stack.current.template.Resources[change.logicalId]?.Properties,
    context: contextOf(store, stack, stack.current),
  }
  const after = { properties: version.template.Resources[change.logicalId]?.Properties, context: contextOf(store, stack, version) }
  const text = (from: typeof before, name: string) => {
    const value = from?.properties?.[name]
    if (value === undefined || !from) return undefined
    const resolved = resolve(value, from.context)
    return typeof resolved === 'object' ? JSON.stringify(resolved) : String(resolved)
  }
  const values = change.properties.map((name): [string, { before: string | undefined; after: string | undefined }] => [
    name,
    { before: text(before, name), after: text(after, name) },
  ])
  return { ...change, values: new Map(values) }
}
