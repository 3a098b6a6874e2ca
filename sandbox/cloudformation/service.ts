import { isDeepStrictEqual } from 'node:util'
import { parseTemplate } from '../../src/cloudformation/parse.ts'
import { type ResolveContext, resolve } from '../../src/cloudformation/resolve.ts'
import type { Backend } from '../backend.ts'
import { ACCOUNT, BackendError } from '../backend.ts'
import type { CloudTrailService } from '../cloudtrail/service.ts'
import type { UserIdentity } from '../identities.ts'
import { escapeXml, members, queryError, queryResponse, tagText } from '../xml.ts'
import { applyMissing, applyTrail, nameTaken } from './apply.ts'
import { changesBetween, changesXml, type ResourceChange, type StackVersion } from './changes.ts'
import { driftOf, nameOf } from './drift.ts'
import { applyImported, importRefusal, importsOf, PLACEHOLDER, withoutImported } from './imports.ts'
import { settingsOf, settingsXml, withoutSettings } from './settings.ts'
import type { ChangeSet, Invalid, Stack } from './stack.ts'
import {
  type Answer,
  awsPhysicalId,
  eventXml,
  NAMESPACE,
  ordered,
  parametersOf,
  pause,
  propertiesOf,
  refuse,
  resourceXml,
  stackName,
} from './views.ts'

const EMPTY_REASON = "The submitted information didn't contain changes. Submit different information to create a change set."

const INVALID_REASON =
  'The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.'
/** What CloudFormation takes for the name of a change set, and for a token. */
const NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/
/** AWS has 100 events on a page; fewer show sooner that a caller reads one page only. */
const EVENTS_PER_PAGE = 30
const CHANGES_PER_PAGE = 10

type Verb = 'CREATE' | 'UPDATE' | 'IMPORT'

export interface CloudFormationOptions {
  backend: Backend
  cloudtrail: CloudTrailService
  /** Milliseconds each resource takes: lets progress, waiting and cancelling be seen. */
  paceMs: number
  /** Called for each resource CloudFormation creates or changes, so that the trail shows it. */
  onResource(change: ResourceChange, identity: UserIdentity, region: string): void
}

/** Fills the emulator's measured CloudFormation gaps: exact change sets, asynchronous execution, resource events, trails. */
export class CloudFormationService {
  readonly #options: CloudFormationOptions
  readonly #stacks = new Map<string, Stack>()
  readonly #changeSets = new Map<string, ChangeSet>()
  readonly #failures = new Map<string, string>()
  #invalid: Invalid[] = []
  #brokenRollback: string | undefined
  /** Milliseconds each resource takes: lets progress, waiting and cancelling be seen. */
  paceMs: number
  /** Runs between an upload and CloudFormation's reading of it: what someone else does to the object in that moment. */
  beforeTemplateRead: (url: string) => Promise<void> = () => Promise.resolve()
  /** What CloudFormation reads instead of what it is given, as if nothing protected the template on its way. */
  exchangeTemplate: (body: string) => string = (body) => body
  /** `ClientRequestToken`s that were seen, by stack: AWS takes none of them twice. */
  readonly #tokens = new Set<string>()
  /** As in a region or for a role that cannot compare resources with their templates. */
  refuseDrift = false

  constructor(options: CloudFormationOptions) {
    this.#options = options
    this.paceMs = options.paceMs
  }

  /** Makes the next creation or update of a resource fail with a reason, as a service would. */
  failNext(logicalId: string, reason: string): void {
    this.#failures.set(logicalId, reason)
  }

  /** Makes taking an update back fail at a resource, until that is mended or skipped. */
  failRollback(logicalId: string): void {
    this.#brokenRollback = logicalId
  }

  mendRollback(): void {
    this.#brokenRollback = undefined
  }

  /** Makes the next change set fail validation before deployment. */
  failValidation(invalid: Invalid): void {
    this.#invalid.push(invalid)
  }

  /** Answers a call, or returns undefined for the emulator to answer. */
  async call(operation: string, form: URLSearchParams, region: string, identity: UserIdentity): Promise<Answer | undefined> {
    const token = `${stackName(form.get('StackName') ?? '')} ${form.get('ClientRequestToken') ?? ''}`
    if (form.has('ClientRequestToken') && this.#tokens.has(token))
      return refuse('TokenAlreadyExistsException', `Token ${form.get('ClientRequestToken') ?? ''} already exists`)
    if (form.has('ClientRequestToken')) this.#tokens.add(token)
    switch (operation) {
      case 'CreateChangeSet':
        return this.#createChangeSet(form, region)
      case 'DescribeChangeSet':
        return this.#describeChangeSet(form, region)
      case 'ExecuteChangeSet':
        return this.#executeChangeSet(form, region, identity)
      case 'DescribeStacks':
        return this.#describeStacks(form, region)
      case 'DescribeStackEvents':
        return this.#describeStackEvents(form)
      case 'DescribeStackResources':
      case 'ListStackResources':
        return this.#resources(operation, form, region)
      case 'GetTemplate':
        return this.#getTemplate(form)
      case 'DescribeEvents':
        return this.#describeEvents(form)
      case 'UpdateStack':
        return await this.#updateSettings(form)
      case 'CancelUpdateStack':
      case 'ContinueUpdateRollback':
      case 'RollbackStack':
        return this.#takeBack(operation, form)
      case 'DeleteStack':
        return this.#deleteStack(form, region)
      default:
        return undefined
    }
  }

  async #createChangeSet(form: URLSearchParams, region: string): Promise<Answer> {
    const name = stackName(form.get('StackName') ?? '')
    const stack = this.#stacks.get(name)
    const early = this.#answeredAtOnce(form, name, stack)
    if (early) return early
    const body = await this.#templateBody(form)
    if (typeof body !== 'string') return body
    const template = parseTemplate(body, 'the template')
    const version = { body, template, parameters: parametersOf(form, stack?.current) }
    const imports = importsOf(form)
    if (form.get('ChangeSetType') === 'IMPORT') {
      const refusal = await importRefusal(imports, stack?.current?.template, template, this.#options)
      if (refusal) return refuse('ValidationError', refusal)
    }
    const made = stack ?? this.#newStack(name, '', region)
    const imported = new Map([...made.imported, ...imports.map((request): [string, string] => [request.logicalId, request.identifier])])
    const xml = await this.#backendCall('CreateChangeSet', this.#forBackend(form, made, version, imported), region)
    if (xml.status !== 200) {
      if (!stack) this.#stacks.delete(name)
      return xml
    }
    made.id = made.id === '' ? (tagText(xml.body, 'StackId') ?? '') : made.id
    const changes = changesBetween(made.current, version).map(
      (change): ResourceChange =>
        imports.some((request) => request.logicalId === change.logicalId) ? { ...change, action: 'Import' } : change,
    )
    const all = form.get('DeploymentMode') === 'REVERT_DRIFT' ? await this.#withDrift(made, version, changes) : changes
    const isEmpty = all.length === 0 && JSON.stringify(made.current?.template.Outputs) === JSON.stringify(template.Outputs)
    const changeSetName = form.get('ChangeSetName') ?? ''
    this.#changeSets.set(tagText(xml.body, 'Id') ?? '', {
      stackName: name,
      name: changeSetName,
      version,
      changes: all.map((change) => this.#withValues(made, version, change)),
      imports,
      isEmpty,
      isExecuted: false,
      token: form.get('ClientToken'),
      settings: settingsOf(form, made.settings),
      invalid: this.#takeInvalid(version),
    })
    return xml
  }

  #takeInvalid(version: StackVersion): Invalid[] {
    const [taken, left] = [true, false].map((mine) =>
      this.#invalid.filter(({ logicalId }) => logicalId in version.template.Resources === mine),
    )
    this.#invalid = left ?? []
    return taken ?? []
  }

  /** What needs no look at the template: a call sent twice, and what cannot be done now. */
  #answeredAtOnce(form: URLSearchParams, name: string, stack: Stack | undefined): Answer | undefined {
    const again = [...this.#changeSets].find(
      ([, set]) =>
        set.stackName === name && set.name === form.get('ChangeSetName') && set.token !== null && set.token === form.get('ClientToken'),
    )
    if (again?.[1].isExecuted) return refuse('AlreadyExistsException', `ChangeSet ${again[1].name} cannot be created as it already exists`)
    const misnamed = [form.get('ChangeSetName') ?? '', form.get('ClientToken') ?? 'none'].find((name) => !NAME.test(name))
    if (misnamed !== undefined)
      return refuse(
        'ValidationError',
        `Value '${misnamed}' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
      )
    if (again)
      return { status: 200, body: queryResponse('CreateChangeSet', `<Id>${again[0]}</Id><StackId>${stack?.id ?? ''}</StackId>`, NAMESPACE) }
    if (stack?.status?.endsWith('IN_PROGRESS') && stack.status !== 'REVIEW_IN_PROGRESS') {
      return refuse('ValidationError', `Stack:${stack.id} is in ${stack.status} state and can not be updated.`)
    }
    if (stack?.status && /^ROLLBACK_COMPLETE$|_FAILED$/.test(stack.status))
      return refuse('ValidationError', `Stack:${stack.id} is in ${stack.status} state and can not be updated.`)
    if (this.refuseDrift && form.has('DeploymentMode'))
      return refuse('ValidationError', 'DeploymentMode REVERT_DRIFT is not supported for this operation')
    return undefined
  }

  /** Adds what differs between the deployed properties and the live ones; the template's value is what it is reverted to. */
  async #withDrift(stack: Stack, version: StackVersion, changes: readonly ResourceChange[]): Promise<ResourceChange[]> {
    const { current } = stack
    if (!current) return [...changes]
    const known = new Map(changes.map((change) => [change.logicalId, change]))
    for (const [logicalId, resource] of Object.entries(current.template.Resources)) {
      if (!(logicalId in version.template.Resources)) continue
      const deployed = resolve(resource.Properties ?? {}, this.#context(stack, current)) as Record<string, unknown>
      const live = { backend: this.#options.backend, cloudtrail: this.#options.cloudtrail, region: stack.region }
      const drift = await driftOf(resource.Type, stack.physicalIds.get(logicalId) ?? '', deployed, live)
      if (!drift) continue
      const change = known.get(logicalId) ?? { action: 'Modify', logicalId, type: resource.Type, replacement: 'False', properties: [] }
      const names = drift.properties.map(({ name }) => name)
      known.set(logicalId, { ...change, drift, properties: [...new Set([...change.properties, ...names])] })
    }
    return [...known.values()]
  }

  #withValues(stack: Stack, version: StackVersion, change: ResourceChange): ResourceChange {
    const before = stack.current && propertiesOf(stack.current, change.logicalId)
    const after = propertiesOf(version, change.logicalId)
    const oldContext = stack.current && this.#context(stack, stack.current)
    const context = this.#context(stack, version)
    const text = (value: unknown, at: ResolveContext | undefined) => {
      if (value === undefined || !at) return undefined
      const resolved = resolve(value, at)
      return typeof resolved === 'object' ? JSON.stringify(resolved) : String(resolved)
    }
    const values = change.properties.map((name): [string, { before: string | undefined; after: string | undefined }] => [
      name,
      { before: text(before?.[name], oldContext), after: text(after[name], context) },
    ])
    return { ...change, values: new Map(values) }
  }

  /** The template of a call, from the call or from S3; refused over AWS's limits. */
  async #templateBody(form: URLSearchParams): Promise<string | Answer> {
    const url = form.get('TemplateURL')
    await this.beforeTemplateRead(url ?? '')
    if (!url) {
      const body = form.get('TemplateBody') ?? ''
      if (Buffer.byteLength(body) <= 51_200) return this.exchangeTemplate(body)
      return refuse(
        'ValidationError',
        "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200",
      )
    }
    const match =
      /^https:\/\/(?:([^/]+)\.s3\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/|s3\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/([^/]+)\/)(.+)$/.exec(url)
    if (!match) return refuse('ValidationError', `TemplateURL must reference a valid S3 object to which you have access.`)
    const [, host, path, key] = match
    try {
      return this.exchangeTemplate(await (await this.#options.backend.s3('GET', `/${host ?? path}/${key}`)).text())
    } catch (error) {
      if (!(error instanceof BackendError)) throw error
      return refuse('ValidationError', `S3 error: ${error.message}`)
    }
  }

  /** The call as the emulator takes it: the template in the call, without what was imported. */
  #forBackend(form: URLSearchParams, stack: Stack, version: StackVersion, imported: ReadonlyMap<string, string>): URLSearchParams {
    const adapted = new URLSearchParams(
      [...withoutSettings(form)].filter(([key]) => !key.startsWith('ResourcesToImport') && key !== 'TemplateURL'),
    )
    if (form.get('ChangeSetType') === 'IMPORT') adapted.set('ChangeSetType', stack.current ? 'UPDATE' : 'CREATE')
    else if (stack.current) adapted.set('ChangeSetType', 'UPDATE')
    const template = withoutImported(version.template, imported, this.#context(stack, version))
    adapted.set('TemplateBody', imported.size === 0 ? version.body : JSON.stringify(template))
    return adapted
  }

  #newStack(name: string, id: string, region: string): Stack {
    const stack: Stack = {
      name,
      id,
      region,
      current: undefined,
      events: [],
      status: undefined,
      reason: undefined,
      physicalIds: new Map(),
      imported: new Map(),
      settings: undefined,
      token: undefined,
      isCancelled: false,
    }
    this.#stacks.set(name, stack)
    return stack
  }

  #findChangeSet(form: URLSearchParams): ChangeSet | undefined {
    const name = form.get('ChangeSetName') ?? ''
    const byId = this.#changeSets.get(name)
    if (byId) return byId
    const wanted = stackName(form.get('StackName') ?? '')
    return [...this.#changeSets.values()].reverse().find((changeSet) => changeSet.name === name && changeSet.stackName === wanted)
  }

  async #describeChangeSet(form: URLSearchParams, region: string): Promise<Answer> {
    const answer = await this.#backendCall('DescribeChangeSet', form, region)
    const changeSet = this.#findChangeSet(form)
    if (answer.status !== 200 || !changeSet) return answer
    const stack = this.#stacks.get(changeSet.stackName)
    // Callers have to read all pages; AWS's are larger.
    const start = Number(form.get('NextToken') ?? 0)
    const next = start + CHANGES_PER_PAGE < changeSet.changes.length ? `<NextToken>${start + CHANGES_PER_PAGE}</NextToken>` : ''
    const page = changeSet.changes.slice(start, start + CHANGES_PER_PAGE)
    const changes = `<Changes>${changesXml(page, stack?.physicalIds ?? new Map())}</Changes>${next}`
    let body = /<Changes>/.test(answer.body)
      ? answer.body.replace(/<Changes>[\s\S]*<\/Changes>|<Changes\/>/, () => changes)
      : answer.body.replace('</DescribeChangeSetResult>', () => `${changes}</DescribeChangeSetResult>`)
    if (changeSet.isEmpty || changeSet.invalid.length > 0) {
      const reason = changeSet.isEmpty ? EMPTY_REASON : INVALID_REASON
      body = body
        .replace(/<Status>\w+<\/Status>/, `<Status>FAILED</Status><StatusReason>${escapeXml(reason)}</StatusReason>`)
        .replace(/<ExecutionStatus>\w+<\/ExecutionStatus>/, '<ExecutionStatus>UNAVAILABLE</ExecutionStatus>')
    }
    return { status: 200, body }
  }

  async #executeChangeSet(form: URLSearchParams, region: string, identity: UserIdentity): Promise<Answer> {
    const changeSet = this.#findChangeSet(form)
    if (!changeSet) return this.#backendCall('ExecuteChangeSet', form, region)
    if (changeSet.isEmpty || changeSet.isExecuted)
      return refuse(
        'InvalidChangeSetStatus',
        `ChangeSet [${changeSet.name}] cannot be executed in its current status of [${changeSet.isEmpty ? 'FAILED' : 'EXECUTE_COMPLETE'}]`,
      )
    const stack = this.#stacks.get(changeSet.stackName)
    if (!stack) return refuse('ChangeSetNotFound', `ChangeSet [${changeSet.name}] does not exist`)
    if (stack.status?.endsWith('_IN_PROGRESS') && stack.status !== 'REVIEW_IN_PROGRESS')
      return refuse(
        'InvalidChangeSetStatus',
        `ChangeSet [${changeSet.name}] cannot be executed in its current status of [EXECUTE_IN_PROGRESS]`,
      )
    const verb: Verb = changeSet.imports.length > 0 ? 'IMPORT' : stack.current ? 'UPDATE' : 'CREATE'
    stack.token = form.get('ClientRequestToken') ?? undefined
    changeSet.isExecuted = true
    this.#emitStack(stack, `${verb}_IN_PROGRESS`, 'User Initiated')
    // As on AWS the answer comes at once and the work goes on behind it.
    void this.#execute(stack, changeSet, form, identity, verb).catch((error: unknown) =>
      this.#emitStack(stack, `${verb}_FAILED`, String(error)),
    )
    return { status: 200, body: queryResponse('ExecuteChangeSet', '', NAMESPACE) }
  }

  async #execute(stack: Stack, changeSet: ChangeSet, form: URLSearchParams, identity: UserIdentity, verb: Verb): Promise<void> {
    const failure = await this.#foreseenFailure(stack, changeSet)
    if (failure) return this.#rollBack(stack, changeSet, failure, verb)
    const answer = await this.#backendCall('ExecuteChangeSet', form, stack.region)
    if (answer.status !== 200) {
      const message = tagText(answer.body, 'Message') ?? 'Internal failure'
      const [, logicalId = stack.name, reason = message] = /^Failed to (?:create|update) resource (\w+): ([\s\S]*)$/.exec(message) ?? []
      return this.#rollBack(stack, changeSet, { logicalId, reason }, verb)
    }
    for (const request of changeSet.imports) {
      stack.imported.set(request.logicalId, request.identifier)
      stack.physicalIds.set(request.logicalId, request.identifier)
    }
    await this.#refreshPhysicalIds(stack)
    const context = this.#context(stack, changeSet.version)
    const done: ResourceChange[] = []
    for (const change of ordered(changeSet.changes, changeSet.version)) {
      if (stack.isCancelled) return this.#callOff(stack, done)
      done.push(change)
      const failed = await this.#applyChange(stack, change, changeSet.version, context, identity, verb)
      if (failed) return this.#rollBack(stack, changeSet, { logicalId: change.logicalId, reason: failed }, verb)
    }
    if (stack.isCancelled) return this.#callOff(stack, done)
    stack.current = changeSet.version
    stack.settings = changeSet.settings
    if (verb === 'UPDATE') this.#emitStack(stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', undefined)
    this.#emitStack(stack, `${verb}_COMPLETE`, undefined)
    stack.status = undefined
    stack.reason = undefined
  }

  /** Applies one change and its events. Returns the reason when it failed. */
  async #applyChange(
    stack: Stack,
    change: ResourceChange,
    version: StackVersion,
    context: ResolveContext,
    identity: UserIdentity,
    verb: string,
  ): Promise<string | undefined> {
    const word = { Remove: 'DELETE', Add: 'CREATE', Import: 'IMPORT', Modify: verb }[change.action]
    this.#emit(stack, change, `${word}_IN_PROGRESS`, undefined)
    await pause(this.paceMs)
    try {
      await this.#apply(stack, change, version, context)
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
    this.#emit(stack, change, `${word}_COMPLETE`, undefined)
    this.#options.onResource(change, identity, stack.region)
    return undefined
  }

  /** What a change does to the resource itself, where the emulator leaves something undone. */
  async #apply(stack: Stack, change: ResourceChange, version: StackVersion, context: ResolveContext): Promise<void> {
    const resource = version.template.Resources[change.logicalId]
    const imported = stack.imported.get(change.logicalId)
    if (change.action === 'Import') {
      // Imported as it is; the next update makes it what the template says.
    } else if ((imported !== undefined || change.drift) && resource && resource.Type !== 'AWS::CloudTrail::Trail') {
      const properties = resolve(resource.Properties ?? {}, context) as Record<string, unknown>
      const name = imported ?? nameOf(resource.Type, stack.physicalIds.get(change.logicalId) ?? '', properties)
      // What was changed by hand is put back, and nothing else is touched.
      const meant = imported === undefined ? Object.entries(properties).filter(([key]) => change.properties.includes(key)) : undefined
      await applyImported(resource.Type, name, meant ? Object.fromEntries(meant) : properties, this.#options.backend)
      if (!meant) await applyMissing(change.logicalId, resource, context, this.#options.backend)
    } else if (resource?.Type === 'AWS::CloudTrail::Trail') {
      const properties = resolve(resource.Properties ?? {}, context) as Record<string, unknown>
      const name = await applyTrail(properties, context, this.#options.cloudtrail, change.action === 'Modify')
      stack.physicalIds.set(change.logicalId, name)
    } else if (resource) {
      await applyMissing(change.logicalId, resource, context, this.#options.backend)
    }
  }

  async #foreseenFailure(stack: Stack, changeSet: ChangeSet): Promise<{ logicalId: string; reason: string } | undefined> {
    const context = this.#context(stack, changeSet.version)
    for (const change of changeSet.changes) {
      const planned = this.#failures.get(change.logicalId)
      if (planned) {
        this.#failures.delete(change.logicalId)
        return { logicalId: change.logicalId, reason: planned }
      }
      const resource = changeSet.version.template.Resources[change.logicalId]
      if (change.action !== 'Add' || !resource) continue
      const taken = await nameTaken(
        resource.Type,
        resolve(resource.Properties ?? {}, context) as Record<string, unknown>,
        this.#options.backend,
      )
      if (taken) return { logicalId: change.logicalId, reason: taken }
    }
    return undefined
  }

  async #rollBack(stack: Stack, changeSet: ChangeSet, failure: { logicalId: string; reason: string }, verb: Verb): Promise<void> {
    const type = changeSet.version.template.Resources[failure.logicalId]?.Type ?? 'AWS::CloudFormation::Stack'
    const failed: ResourceChange = { action: 'Add', logicalId: failure.logicalId, type, replacement: undefined, properties: [] }
    this.#emit(stack, failed, `${verb}_FAILED`, `Resource handler returned message: "${failure.reason}"`)
    for (const other of changeSet.changes.filter((change) => change.logicalId !== failure.logicalId).slice(0, 3)) {
      this.#emit(stack, other, `${verb}_FAILED`, `Resource ${verb === 'CREATE' ? 'creation' : 'update'} cancelled`)
    }
    const word = { CREATE: 'ROLLBACK', UPDATE: 'UPDATE_ROLLBACK', IMPORT: 'IMPORT_ROLLBACK' }[verb]
    this.#emitStack(stack, `${word}_IN_PROGRESS`, `The following resource(s) failed to ${verb.toLowerCase()}: [${failure.logicalId}].`)
    await this.#endRollback(stack, word)
  }

  /** Ends a rollback, unless a resource cannot be taken back and nobody said to leave it. */
  async #endRollback(stack: Stack, word: string, skipped: readonly string[] = []): Promise<void> {
    await pause(this.paceMs)
    const broken = this.#brokenRollback
    if (broken !== undefined && !skipped.includes(broken)) {
      const type = stack.current?.template.Resources[broken]?.Type ?? ''
      const change: ResourceChange = { action: 'Modify', logicalId: broken, type, replacement: undefined, properties: [] }
      this.#emit(stack, change, 'UPDATE_FAILED', 'Resource handler returned message: "Access denied while taking the update back"')
      return this.#emitStack(stack, `${word}_FAILED`, `The following resource(s) failed to update: [${broken}].`)
    }
    if (word === 'UPDATE_ROLLBACK') this.#emitStack(stack, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', undefined)
    this.#emitStack(stack, `${word}_COMPLETE`, undefined)
  }

  /** What of an update was done is undone. */
  async #callOff(stack: Stack, done: readonly ResourceChange[]): Promise<void> {
    stack.isCancelled = false
    this.#emitStack(stack, 'UPDATE_ROLLBACK_IN_PROGRESS', 'User Initiated')
    const { current } = stack
    if (current) {
      const back = new URLSearchParams({ StackName: stack.name, 'Capabilities.member.1': 'CAPABILITY_NAMED_IAM' })
      await this.#backendCall('UpdateStack', this.#forBackend(back, stack, current, stack.imported), stack.region)
      const context = this.#context(stack, current)
      for (const change of done.filter(({ logicalId }) => logicalId in current.template.Resources))
        await this.#apply(stack, { ...change, action: 'Modify' }, current, context)
    }
    await this.#endRollback(stack, 'UPDATE_ROLLBACK')
  }

  #takeBack(operation: 'CancelUpdateStack' | 'ContinueUpdateRollback' | 'RollbackStack', form: URLSearchParams): Answer | undefined {
    const stack = this.#stacks.get(stackName(form.get('StackName') ?? ''))
    if (!stack) return undefined
    const wanted = {
      CancelUpdateStack: 'UPDATE_IN_PROGRESS',
      ContinueUpdateRollback: 'UPDATE_ROLLBACK_FAILED',
      RollbackStack: 'UPDATE_FAILED',
    }[operation]
    const status = stack.status ?? 'UPDATE_COMPLETE'
    if (status !== wanted) return refuse('ValidationError', `${operation} cannot be called from current stack status ${status}`)
    if (operation === 'CancelUpdateStack') stack.isCancelled = true
    else {
      const skipped = [...form].filter(([key]) => key.startsWith('ResourcesToSkip.member.')).map(([, id]) => id)
      this.#emitStack(stack, 'UPDATE_ROLLBACK_IN_PROGRESS', 'User Initiated')
      void this.#endRollback(stack, 'UPDATE_ROLLBACK', skipped)
    }
    return { status: 200, body: queryResponse(operation, '', NAMESPACE) }
  }

  #emit(stack: Stack, change: ResourceChange, status: string, reason: string | undefined): void {
    stack.events.push({
      logicalId: change.logicalId,
      physicalId: stack.physicalIds.get(change.logicalId) ?? '',
      type: change.type,
      status,
      reason,
      time: new Date(),
      id: crypto.randomUUID(),
      token: stack.token,
    })
  }

  #emitStack(stack: Stack, status: string, reason: string | undefined): void {
    stack.status = status
    stack.reason = reason
    stack.events.push({
      logicalId: stack.name,
      physicalId: stack.id,
      type: 'AWS::CloudFormation::Stack',
      status,
      reason,
      time: new Date(),
      id: crypto.randomUUID(),
      token: stack.token,
    })
  }

  async #refreshPhysicalIds(stack: Stack): Promise<void> {
    const xml = await this.#options.backend.query('cloudformation', 'DescribeStackResources', { StackName: stack.name }, stack.region)
    for (const member of members(xml, 'StackResources')) {
      const [logical, physical] = [tagText(member, 'LogicalResourceId'), tagText(member, 'PhysicalResourceId')]
      if (!logical || !physical) continue
      const type = tagText(member, 'ResourceType') ?? ''
      if (type === 'AWS::CloudTrail::Trail' && stack.physicalIds.has(logical)) continue
      stack.physicalIds.set(logical, awsPhysicalId(type, physical))
    }
  }

  /** Exports of all stacks of a region, by name. */
  #exports(region: string): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    for (const stack of this.#stacks.values()) {
      const { current } = stack
      if (stack.region !== region || !current) continue
      const context = { ...this.#base(stack, current), imports: new Map<string, string>() }
      for (const output of Object.values(current.template.Outputs ?? {}))
        if (output.Export) found.set(String(resolve(output.Export.Name, context)), String(resolve(output.Value, context)))
    }
    return found
  }

  #base(stack: Stack, version: StackVersion): Omit<ResolveContext, 'imports'> {
    return {
      template: version.template,
      account: ACCOUNT,
      region: stack.region,
      stackName: stack.name,
      stackId: stack.id,
      parameters: version.parameters,
      physicalIds: stack.physicalIds,
    }
  }

  #context(stack: Stack, version: StackVersion): ResolveContext {
    return { ...this.#base(stack, version), imports: this.#exports(stack.region) }
  }

  async #describeStacks(form: URLSearchParams, region: string): Promise<Answer> {
    const answer = await this.#backendCall('DescribeStacks', form, region)
    if (answer.status !== 200) return answer
    const patched = answer.body.replace(/<Stacks>([\s\S]*)<\/Stacks>/, (block: string) => this.#patchStacks(block))
    return { status: 200, body: patched }
  }

  #patchStacks(block: string): string {
    // The emulator lists the pseudo parameters among the stack's own.
    let patched = block.replaceAll(
      /<member>\s*<ParameterKey>AWS::[^<]*<\/ParameterKey>\s*<ParameterValue>[^<]*<\/ParameterValue>\s*<\/member>/g,
      '',
    )
    for (const stack of this.#stacks.values()) {
      const start = patched.indexOf(`<StackId>${stack.id}</StackId>`)
      if (start === -1) continue
      const end = patched.indexOf('<StackId>', start + 9)
      const slice = patched.slice(start, end === -1 ? undefined : end)
      patched = patched.slice(0, start) + this.#patchStack(slice, stack) + (end === -1 ? '' : patched.slice(end))
    }
    return patched
  }

  #patchStack(xml: string, stack: Stack): string {
    let patched = xml
    if (stack.status) {
      patched = patched.replace(/<StackStatusReason>[^<]*<\/StackStatusReason>/, '')
      patched = patched.replace(
        /<StackStatus>\w+<\/StackStatus>/,
        `<StackStatus>${stack.status}</StackStatus>${stack.reason ? `<StackStatusReason>${escapeXml(stack.reason)}</StackStatusReason>` : ''}`,
      )
    }
    if (stack.settings) {
      patched = patched.replaceAll(/<(Tags|NotificationARNs|RollbackConfiguration)>[\s\S]*?<\/\1>|<RoleARN>[^<]*<\/RoleARN>/g, '')
      const settings = settingsXml(stack.settings)
      patched = patched.replace('</StackId>', () => `</StackId>${settings}`)
    }
    const version = stack.current
    if (!version) return patched
    // The emulator's Ref differs from AWS's for some types (a log group's ARN for its name), so outputs are resolved here.
    for (const [key, output] of Object.entries(version.template.Outputs ?? {})) {
      const value = escapeXml(String(resolve(output.Value, this.#context(stack, version))))
      patched = patched.replace(new RegExp(`(<OutputKey>${key}</OutputKey>\\s*<OutputValue>)[^<]*`), (_, head: string) => head + value)
    }
    return patched
  }

  #describeStackEvents(form: URLSearchParams): Answer | undefined {
    const stack = this.#stacks.get(stackName(form.get('StackName') ?? ''))
    if (!stack) return undefined
    const start = Number(form.get('NextToken') ?? 0)
    const events = [...stack.events].reverse()
    const next = start + EVENTS_PER_PAGE < events.length ? `<NextToken>${start + EVENTS_PER_PAGE}</NextToken>` : ''
    const page = events.slice(start, start + EVENTS_PER_PAGE).map((event) => eventXml(stack, event))
    return { status: 200, body: queryResponse('DescribeStackEvents', `<StackEvents>${page.join('')}</StackEvents>${next}`, NAMESPACE) }
  }

  #describeEvents(form: URLSearchParams): Answer {
    const changeSet = this.#findChangeSet(form)
    if (!changeSet) return refuse('ValidationError', 'DescribeEvents of stacks and operations is not part of the sandbox')
    const events = changeSet.invalid.map(
      ({ logicalId, path, name, reason }) =>
        `<member><EventId>${crypto.randomUUID()}</EventId><EventType>VALIDATION_ERROR</EventType><LogicalResourceId>${logicalId}</LogicalResourceId><ValidationFailureMode>FAIL</ValidationFailureMode><ValidationName>${name}</ValidationName><ValidationStatus>FAILED</ValidationStatus><ValidationStatusReason>${escapeXml(reason)}</ValidationStatusReason><ValidationPath>${path}</ValidationPath></member>`,
    )
    return { status: 200, body: queryResponse('DescribeEvents', `<OperationEvents>${events.join('')}</OperationEvents>`, NAMESPACE) }
  }

  /** An update of tags, role, topics and alarms alone; a template that says something else becomes the stack's, its resources stay. */
  async #updateSettings(form: URLSearchParams): Promise<Answer | undefined> {
    const stack = this.#stacks.get(stackName(form.get('StackName') ?? ''))
    if (!stack?.current) return undefined
    const body = form.get('UsePreviousTemplate') === 'true' ? stack.current.body : await this.#templateBody(form)
    if (typeof body !== 'string') return body
    const next = { ...stack.current, body, template: parseTemplate(body, 'the template') }
    if (stack.status?.endsWith('IN_PROGRESS'))
      return refuse('ValidationError', `Stack:${stack.id} is in ${stack.status} state and can not be updated.`)
    const settings = settingsOf(form, stack.settings)
    if (isDeepStrictEqual(settings, stack.settings)) return refuse('ValidationError', 'No updates are to be performed.')
    stack.token = form.get('ClientRequestToken') ?? undefined
    this.#emitStack(stack, 'UPDATE_IN_PROGRESS', 'User Initiated')
    void pause(this.paceMs).then(() => {
      stack.settings = settings
      stack.current = next
      this.#emitStack(stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', undefined)
      this.#emitStack(stack, 'UPDATE_COMPLETE', undefined)
      stack.status = undefined
      stack.reason = undefined
    })
    return { status: 200, body: queryResponse('UpdateStack', `<StackId>${stack.id}</StackId>`, NAMESPACE) }
  }

  async #resources(operation: string, form: URLSearchParams, region: string): Promise<Answer> {
    const physical = form.get('PhysicalResourceId')
    if (physical) return this.#ownerOf(physical)
    const answer = await this.#backendCall(operation, form, region)
    const stack = this.#stacks.get(stackName(form.get('StackName') ?? ''))
    if (answer.status !== 200 || !stack?.current) return answer
    const body = answer.body.replaceAll(/<member>[\s\S]*?<\/member>/g, (member) => {
      if (tagText(member, 'LogicalResourceId') === PLACEHOLDER) return ''
      const physical = stack.physicalIds.get(tagText(member, 'LogicalResourceId') ?? '')
      return physical === undefined
        ? member
        : member.replace(/<PhysicalResourceId>[^<]*/, () => `<PhysicalResourceId>${escapeXml(physical)}`)
    })
    const imported = [...stack.imported].map(([logicalId, identifier]) => resourceXml(stack, logicalId, identifier)).join('')
    const list = operation === 'ListStackResources' ? 'StackResourceSummaries' : 'StackResources'
    return { status: 200, body: body.replace(`</${list}>`, () => `${imported}</${list}>`) }
  }

  /** Which stack owns a physical id: one resource has one owner. */
  #ownerOf(physical: string): Answer {
    for (const stack of this.#stacks.values())
      for (const [logicalId, id] of stack.physicalIds)
        if (id === physical && stack.current)
          return {
            status: 200,
            body: queryResponse(
              'DescribeStackResources',
              `<StackResources>${resourceXml(stack, logicalId, id)}</StackResources>`,
              NAMESPACE,
            ),
          }
    return refuse('ValidationError', `Stack for ${physical} does not exist`)
  }

  #getTemplate(form: URLSearchParams): Answer | undefined {
    const name = stackName(form.get('StackName') ?? '')
    if (!this.#stacks.has(name)) return refuse('ValidationError', `Stack with id ${name} does not exist`)
    const deployed = this.#stacks.get(name)?.current?.body
    const body = form.has('ChangeSetName') ? this.#findChangeSet(form)?.version.body : deployed
    if (body === undefined) return undefined
    return { status: 200, body: queryResponse('GetTemplate', `<TemplateBody>${escapeXml(body)}</TemplateBody>`, NAMESPACE) }
  }

  async #deleteStack(form: URLSearchParams, region: string): Promise<Answer> {
    const answer = await this.#backendCall('DeleteStack', form, region)
    const name = stackName(form.get('StackName') ?? '')
    const stack = this.#stacks.get(name)
    if (answer.status !== 200 || !stack) return answer
    for (const [logicalId, resource] of Object.entries(stack.current?.template.Resources ?? {})) {
      if (resource.Type === 'AWS::CloudTrail::Trail' && !resource.DeletionPolicy?.startsWith('Retain'))
        this.#options.cloudtrail.delete(stack.physicalIds.get(logicalId) ?? '')
    }
    this.#stacks.delete(name)
    return answer
  }

  async #backendCall(operation: string, form: URLSearchParams, region: string): Promise<Answer> {
    try {
      return { status: 200, body: await this.#options.backend.query('cloudformation', operation, Object.fromEntries(form), region) }
    } catch (error) {
      if (!(error instanceof BackendError)) throw error
      return { status: error.status, body: queryError(error.code, error.message, NAMESPACE) }
    }
  }
}
