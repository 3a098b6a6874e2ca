import { isDeepStrictEqual } from 'node:util'
import { type ResolveContext, resolve } from '../../src/cloudformation/resolve.ts'
import { parsePolicy } from '../../src/iam/policy.ts'
import type { ParsedTemplate } from '../../src/model/template.ts'
import { type Body, type Call, flag, list, page } from '../aws/call.ts'
import { AwsError, notImplemented } from '../aws/error.ts'
import { type Actor, serviceRole } from '../identities.ts'
import { ChangeSets, checkExecutable } from './change-sets.ts'
import { changesBetween, parameterValue, type StackVersion } from './changes.ts'
import { Engine, type Operation } from './engine.ts'
import { Provisioner, type Services } from './provision.ts'
import { checkCapabilities, checkedTemplate, checkNames, parametersOf, templateLocation } from './request.ts'
import { contextOf, exportsIn, importsIn } from './resolve.ts'
import { settingsOf, shownSettings } from './settings.ts'
import { emitStack as emit, type Finding, newStack, type Stack, type StackResource } from './stack.ts'
import { StackStore, validation } from './store.ts'

/** AWS has 100 events on a page; fewer show sooner that a caller reads one page only. */
const EVENTS_PER_PAGE = 30
const BODY_LIMIT = 51_200
const OBJECT_LIMIT = 1_048_576

type Handler = (call: Call, actor: Actor) => Body | Promise<Body>

export interface CloudFormationOptions {
  services: Services
  /** Reads a template from S3 in the caller's name. @throws AwsError */
  readObject(actor: Actor, call: Call, at: ReturnType<typeof templateLocation>): Promise<string>
  paceMs: number
}

/** CloudFormation: stacks, change sets and the engine behind them. */
export class CloudFormationService {
  readonly #options: CloudFormationOptions
  readonly #store = new StackStore()
  readonly #provisioner: Provisioner
  readonly #engine: Engine
  readonly #changeSets: ChangeSets
  readonly #handlers: Readonly<Record<string, Handler>>
  /** Runs between an upload and CloudFormation's reading of it: what someone else does to the object in that moment. */
  beforeTemplateRead: (url: string) => Promise<void> = () => Promise.resolve()
  /** What CloudFormation reads instead of what it is given, as if nothing protected the template on its way. */
  exchangeTemplate: (body: string) => string = (body) => body

  constructor(options: CloudFormationOptions) {
    this.#options = options
    this.#provisioner = new Provisioner(options.services, options.paceMs)
    this.#engine = new Engine(this.#store, this.#provisioner)
    const templateBody = (actor: Actor, call: Call, current: StackVersion | undefined) => this.#templateBody(actor, call, current)
    this.#changeSets = new ChangeSets({ store: this.#store, provisioner: this.#provisioner, templateBody })
    this.#handlers = this.#table()
  }

  #table(): Readonly<Record<string, Handler>> {
    return {
      CreateChangeSet: (call, actor) => this.#changeSets.create(call, actor),
      DescribeChangeSet: (call) => this.#changeSets.describe(call),
      ListChangeSets: (call) => this.#changeSets.list(call),
      DeleteChangeSet: (call) => this.#changeSets.delete(call),
      DescribeEvents: (call) => this.#changeSets.events(call),
      ExecuteChangeSet: (call, actor) => this.#executeChangeSet(call, actor),
      CreateStack: (call, actor) => this.#createStack(call, actor),
      UpdateStack: (call, actor) => this.#updateStack(call, actor),
      DeleteStack: (call, actor) => this.#deleteStack(call, actor),
      CancelUpdateStack: (call) => this.#cancel(call),
      ContinueUpdateRollback: (call, actor) => this.#continueRollback(call, actor),
      RollbackStack: (call, actor) => this.#continueRollback(call, actor),
      DescribeStacks: (call) => this.#describeStacks(call),
      ListStacks: (call) => this.#listStacks(call),
      DescribeStackEvents: (call) => this.#describeStackEvents(call),
      DescribeStackResources: (call) => this.#describeStackResources(call),
      DescribeStackResource: (call) => this.#describeStackResource(call),
      ListStackResources: (call) => this.#listStackResources(call),
      GetTemplate: (call) => this.#getTemplate(call),
      GetStackPolicy: (call) => ({ StackPolicyBody: this.#store.require(call, stackName(call)).policy }),
      SetStackPolicy: (call) => this.#setStackPolicy(call),
      UpdateTerminationProtection: (call) => this.#protect(call),
      ListExports: (call) => ({
        Exports: exportsIn(this.#store, call).map(({ stack, name, value }) => ({ ExportingStackId: stack.id, Name: name, Value: value })),
      }),
      ListImports: (call) => this.#listImports(call),
      ValidateTemplate: (call, actor) => this.#validateTemplate(call, actor),
      GetTemplateSummary: (call, actor) => this.#templateSummary(call, actor),
    }
  }

  get paceMs(): number {
    return this.#provisioner.paceMs
  }

  set paceMs(value: number) {
    this.#provisioner.paceMs = value
  }

  get refuseDrift(): boolean {
    return this.#changeSets.refuseDrift
  }

  set refuseDrift(value: boolean) {
    this.#changeSets.refuseDrift = value
  }

  /** Makes the next creation, update or removal of a resource fail with a reason, as a service would. */
  failNext(logicalId: string, reason: string): void {
    this.#provisioner.failNext(logicalId, reason)
  }

  /** Makes taking an update back fail at a resource, until that is mended or skipped. */
  failRollback(logicalId: string): void {
    this.#engine.breakRollback(logicalId)
  }

  mendRollback(): void {
    this.#engine.breakRollback(undefined)
  }

  /** Makes the next change set fail validation before deployment, or warn, or say that a check was skipped. */
  failValidation(finding: Omit<Finding, 'mode' | 'status'> & Partial<Pick<Finding, 'mode' | 'status'>>): void {
    this.#changeSets.addFinding({ mode: 'FAIL', status: 'FAILED', ...finding })
  }

  /** Puts a change into the next change set that the sandbox itself would not find, such as `Dynamic` or `SyncWithActual`. */
  addChange(change: Parameters<ChangeSets['addChange']>[0]): void {
    this.#changeSets.addChange(change)
  }

  /** Carries out one call. @throws AwsError */
  async call(call: Call, actor: Actor): Promise<Body> {
    const handler = this.#handlers[call.operation]
    if (!handler) throw notImplemented(`cloudformation:${call.operation}`)
    const token = call.parameters['ClientRequestToken']
    // A token is one operation's on its stack.
    if (token !== undefined && this.#store.find(call, stackName(call))?.tokens.has(String(token)))
      throw new AwsError('TokenAlreadyExistsException', `Token ${String(token)} already exists`)
    return handler(call, actor)
  }

  /** `service:Operation` of everything that is modelled. */
  modelled(): string[] {
    return Object.keys(this.#handlers).map((operation) => `cloudformation:${operation}`)
  }

  /** The template of a call: from the call, from S3, or the one before. @throws ValidationError over AWS's limits */
  async #templateBody(actor: Actor, call: Call, current: StackVersion | undefined): Promise<string> {
    const { TemplateBody, TemplateURL, UsePreviousTemplate } = call.parameters
    await this.beforeTemplateRead(String(TemplateURL ?? ''))
    if (flag(UsePreviousTemplate)) {
      if (!current) throw validation('There is no previous template')
      return current.body
    }
    if (TemplateURL === undefined) {
      const body = String(TemplateBody ?? '')
      if (body === '') throw validation('Either Template URL or Template Body must be specified.')
      if (Buffer.byteLength(body) <= BODY_LIMIT) return this.exchangeTemplate(body)
      throw validation(
        `1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${BODY_LIMIT}`,
      )
    }
    const body = await this.#options.readObject(actor, call, templateLocation(String(TemplateURL), call.region))
    if (Buffer.byteLength(body) > OBJECT_LIMIT) throw validation(`Template may not exceed ${OBJECT_LIMIT} bytes in size.`)
    return this.exchangeTemplate(body)
  }

  #executeChangeSet(call: Call, actor: Actor): Body {
    const { StackName, ChangeSetName } = call.parameters
    const changeSet = this.#store.requireChangeSet(call, StackName === undefined ? undefined : String(StackName), String(ChangeSetName))
    checkExecutable(changeSet)
    const { stack } = changeSet
    checkIdle(stack)
    this.#begin(stack, call, actor, changeSet.settings)
    changeSet.execution = 'EXECUTE_IN_PROGRESS'
    for (const other of this.#store.changeSetsOf(stack))
      if (other !== changeSet && other.execution === 'AVAILABLE') other.execution = 'OBSOLETE'
    const verb = changeSet.type === 'IMPORT' ? 'IMPORT' : stack.current ? 'UPDATE' : 'CREATE'
    const { version, changes, imports, settings } = changeSet
    // As on AWS the answer comes at once and the work goes on behind it.
    void this.#start(stack, { verb, version, changes, imports, settings }).then((succeeded) => {
      changeSet.execution = succeeded ? 'EXECUTE_COMPLETE' : 'EXECUTE_FAILED'
    })
    return {}
  }

  /** From here on it is done in the caller's name, or in that of the service role which the stack has or is given. */
  #begin(stack: Stack, call: Call, actor: Actor, settings = stack.settings): void {
    const token = call.parameters['ClientRequestToken']
    stack.token = token === undefined ? undefined : String(token)
    if (stack.token !== undefined) stack.tokens.add(stack.token)
    const roleArn = call.parameters['RoleARN'] ?? settings?.roleArn
    stack.actor = roleArn === undefined ? actor : serviceRole(String(roleArn), stack)
  }

  async #start(stack: Stack, operation: Operation): Promise<boolean> {
    const { verb } = operation
    emit(stack, `${verb}_IN_PROGRESS`, 'User Initiated')
    try {
      return await this.#engine.run(stack, operation)
    } catch (error) {
      emit(stack, `${verb}_FAILED`, error instanceof Error ? error.message : String(error))
      return false
    }
  }

  async #createStack(call: Call, actor: Actor): Promise<Body> {
    checkNames(call.parameters)
    const name = stackName(call)
    if (this.#store.find(call, name)) throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`)
    const version = await this.#versionOf(call, actor, undefined)
    const stack = newStack(call, name, actor)
    stack.isProtected = flag(call.parameters['EnableTerminationProtection'])
    stack.policy = call.parameters['StackPolicyBody'] === undefined ? undefined : String(call.parameters['StackPolicyBody'])
    this.#store.add(stack)
    this.#begin(stack, call, actor)
    void this.#start(stack, {
      verb: 'CREATE',
      version,
      changes: changesBetween(undefined, version),
      imports: [],
      settings: settingsOf(call.parameters, undefined),
    })
    return { StackId: stack.id }
  }

  async #versionOf(call: Call, actor: Actor, current: StackVersion | undefined): Promise<StackVersion> {
    const body = await this.#templateBody(actor, call, current)
    const template = checkedTemplate(body)
    checkCapabilities(call.parameters, template)
    return { body, template, parameters: parametersOf(call.parameters, template, current) }
  }

  async #updateStack(call: Call, actor: Actor): Promise<Body> {
    checkNames(call.parameters)
    const name = stackName(call)
    const stack = this.#store.find(call, name)
    if (!stack) throw validation(`Stack [${name}] does not exist`)
    if (stack.status.endsWith('IN_PROGRESS') || /^ROLLBACK_COMPLETE$|_FAILED$/.test(stack.status))
      throw validation(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`)
    const version = await this.#versionOf(call, actor, stack.current)
    const changes = changesBetween(stack.current, version)
    const settings = settingsOf(call.parameters, stack.settings)
    const sameOutputs = JSON.stringify(version.template.Outputs) === JSON.stringify(stack.current?.template.Outputs)
    if (changes.length === 0 && sameOutputs && isDeepStrictEqual(settings, stack.settings))
      throw validation('No updates are to be performed.')
    this.#begin(stack, call, actor)
    const policy = call.parameters['StackPolicyDuringUpdateBody']
    void this.#start(stack, {
      verb: 'UPDATE',
      version,
      changes,
      imports: [],
      settings,
      policy: policy === undefined ? undefined : String(policy),
    })
    return { StackId: stack.id }
  }

  /** Deleting what is not there is done already. */
  #deleteStack(call: Call, actor: Actor): Body {
    const stack = this.#store.find(call, stackName(call))
    if (!stack || stack.deleted) return {}
    if (stack.isProtected) throw validation(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`)
    if (stack.status === 'DELETE_IN_PROGRESS') return {}
    const retained = list<string>(call.parameters['RetainResources'])
    if (retained.length > 0 && stack.status !== 'DELETE_FAILED')
      throw validation(
        `Invalid operation on stack [${stack.id}]. The specified resources to retain can only be used for a stack in the DELETE_FAILED state`,
      )
    const used = exportsIn(this.#store, call).filter(({ stack: owner }) => owner === stack)
    const importer = used.map(({ name }) => ({ name, by: this.#importersOf(call, name)[0] })).find(({ by }) => by !== undefined)
    if (importer) throw validation(`Export ${importer.name} cannot be deleted as it is in use by ${importer.by}`)
    for (const changeSet of this.#store.changeSetsOf(stack)) this.#store.removeChangeSet(changeSet)
    if (stack.status === 'REVIEW_IN_PROGRESS') {
      this.#store.remove(stack)
      return {}
    }
    this.#begin(stack, call, actor)
    void this.#engine.delete(stack, retained)
    return {}
  }

  #importersOf(where: Call, name: string): string[] {
    return this.#store
      .in(where)
      .filter(({ current, deleted }) => current && !deleted)
      .filter((stack) => importsIn(stack.current as StackVersion, this.#context(stack, stack.current as StackVersion)).includes(name))
      .map((stack) => stack.name)
  }

  #listImports(call: Call): Body {
    const name = String(call.parameters['ExportName'])
    const Imports = this.#importersOf(call, name)
    if (Imports.length === 0) throw validation(`Export '${name}' is not imported by any stack.`)
    return { Imports }
  }

  #cancel(call: Call): Body {
    const stack = this.#stackInState(call, 'UPDATE_IN_PROGRESS')
    stack.isCancelled = true
    return {}
  }

  #continueRollback(call: Call, actor: Actor): Body {
    const stack = this.#stackInState(call, call.operation === 'RollbackStack' ? 'UPDATE_FAILED' : 'UPDATE_ROLLBACK_FAILED')
    this.#begin(stack, call, actor)
    emit(stack, 'UPDATE_ROLLBACK_IN_PROGRESS', 'User Initiated')
    void this.#engine.continueRollback(stack, list<string>(call.parameters['ResourcesToSkip']))
    return call.operation === 'RollbackStack' ? { StackId: stack.id } : {}
  }

  #stackInState(call: Call, wanted: string): Stack {
    const stack = this.#store.require(call, stackName(call))
    if (stack.status !== wanted) throw validation(`${call.operation} cannot be called from current stack status ${stack.status}`)
    return stack
  }

  #describeStacks(call: Call): Body {
    const name = call.parameters['StackName']
    const chosen =
      name === undefined || name === '' ? this.#store.in(call).filter(({ deleted }) => !deleted) : [this.#store.require(call, String(name))]
    const { items, next } = page(chosen, call.parameters['NextToken'], 50)
    return { Stacks: items.map((stack) => this.#shownStack(stack)), NextToken: next }
  }

  #shownStack(stack: Stack): Body {
    const { current } = stack
    const parameters = Object.keys(current?.template.Parameters ?? {}).map((ParameterKey) => ({
      ParameterKey,
      ParameterValue: parameterValue(current as StackVersion, ParameterKey),
    }))
    return {
      StackId: stack.id,
      StackName: stack.name,
      Description: current?.template.Description,
      Parameters: parameters,
      CreationTime: stack.created,
      DeletionTime: stack.deleted,
      LastUpdatedTime: stack.updated,
      ...shownSettings(stack.settings),
      StackStatus: stack.status,
      StackStatusReason: stack.reason,
      DisableRollback: false,
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      Outputs: current ? this.#outputsOf(stack, current) : [],
      EnableTerminationProtection: stack.isProtected,
      DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
    }
  }

  #outputsOf(stack: Stack, version: StackVersion): Body[] {
    const context = this.#context(stack, version)
    return Object.entries(version.template.Outputs ?? {}).map(([OutputKey, output]) => ({
      OutputKey,
      OutputValue: String(resolve(output.Value, context)),
      Description: (output as { Description?: string }).Description,
      ExportName: output.Export ? String(resolve(output.Export.Name, context)) : undefined,
    }))
  }

  #context(stack: Stack, version: StackVersion): ResolveContext {
    return contextOf(this.#store, stack, version)
  }

  #listStacks(call: Call): Body {
    const wanted = list<string>(call.parameters['StackStatusFilter'])
    const chosen = this.#store.in(call).filter(({ status }) => wanted.length === 0 || wanted.includes(status))
    const { items, next } = page(chosen, call.parameters['NextToken'], 100)
    const StackSummaries = items.map((stack) => ({
      StackId: stack.id,
      StackName: stack.name,
      CreationTime: stack.created,
      LastUpdatedTime: stack.updated,
      DeletionTime: stack.deleted,
      StackStatus: stack.status,
      StackStatusReason: stack.reason,
    }))
    return { StackSummaries, NextToken: next }
  }

  #describeStackEvents(call: Call): Body {
    const name = stackName(call)
    const stack = this.#store.find(call, name)
    if (!stack) throw validation(`Stack [${name}] does not exist`)
    const { items, next } = page([...stack.events].reverse(), call.parameters['NextToken'], EVENTS_PER_PAGE)
    const StackEvents = items.map(({ logicalId, physicalId, type, status, reason, time, id, token }) => ({
      StackId: stack.id,
      EventId: id,
      StackName: stack.name,
      LogicalResourceId: logicalId,
      PhysicalResourceId: physicalId,
      ResourceType: type,
      Timestamp: time,
      ResourceStatus: status,
      ResourceStatusReason: reason,
      ClientRequestToken: token,
    }))
    return { StackEvents, NextToken: next }
  }

  /** Of a stack, or of whoever has a physical id: stacks that were deleted in the last 90 days count. */
  #describeStackResources(call: Call): Body {
    const { StackName, PhysicalResourceId, LogicalResourceId } = call.parameters
    const physical = PhysicalResourceId === undefined ? undefined : String(PhysicalResourceId)
    const owner = physical === undefined ? this.#store.require(call, String(StackName)) : this.#ownerOf(call, physical)
    const chosen = [...owner.resources.values()].filter(
      ({ logicalId }) => LogicalResourceId === undefined || logicalId === LogicalResourceId,
    )
    return {
      StackResources: chosen.map((resource) => ({
        StackName: owner.name,
        StackId: owner.id,
        ...shownResource(resource),
        Timestamp: resource.updated,
      })),
    }
  }

  #ownerOf(call: Call, physical: string): Stack {
    const owners = this.#store.in(call).filter(({ resources }) => [...resources.values()].some(({ physicalId }) => physicalId === physical))
    const owner = owners.find(({ deleted }) => !deleted) ?? owners.at(-1)
    if (!owner) throw validation(`Stack for ${physical} does not exist`)
    return owner
  }

  #describeStackResource(call: Call): Body {
    const stack = this.#store.require(call, stackName(call))
    const resource = stack.resources.get(String(call.parameters['LogicalResourceId']))
    if (!resource) throw validation(`Resource ${String(call.parameters['LogicalResourceId'])} does not exist for stack ${stack.name}`)
    return {
      StackResourceDetail: { StackName: stack.name, StackId: stack.id, ...shownResource(resource), LastUpdatedTimestamp: resource.updated },
    }
  }

  #listStackResources(call: Call): Body {
    const stack = this.#store.require(call, stackName(call))
    const { items, next } = page([...stack.resources.values()], call.parameters['NextToken'], 100)
    return {
      StackResourceSummaries: items.map((resource) => ({ ...shownResource(resource), LastUpdatedTimestamp: resource.updated })),
      NextToken: next,
    }
  }

  #getTemplate(call: Call): Body {
    const { StackName, ChangeSetName } = call.parameters
    const version =
      ChangeSetName === undefined
        ? this.#store.require(call, String(StackName)).current
        : this.#store.requireChangeSet(call, StackName === undefined ? undefined : String(StackName), String(ChangeSetName)).version
    if (!version) throw validation(`Stack with id ${String(StackName)} does not exist`)
    return { TemplateBody: version.body, StagesAvailable: ['Original', 'Processed'] }
  }

  #setStackPolicy(call: Call): Body {
    const stack = this.#store.require(call, stackName(call))
    const body = String(call.parameters['StackPolicyBody'] ?? '')
    try {
      parsePolicy(body)
    } catch {
      throw validation('Error validating stack policy: Invalid stack policy')
    }
    stack.policy = body
    return {}
  }

  #protect(call: Call): Body {
    const stack = this.#store.require(call, stackName(call))
    stack.isProtected = flag(call.parameters['EnableTerminationProtection'])
    return { StackId: stack.id }
  }

  async #validateTemplate(call: Call, actor: Actor): Promise<Body> {
    const template = checkedTemplate(await this.#templateBody(actor, call, undefined))
    const parameters = declaredParameters(template).map(({ ParameterKey, DefaultValue, NoEcho }) => ({
      ParameterKey,
      DefaultValue,
      NoEcho,
    }))
    return { Description: template.Description, Parameters: parameters, Capabilities: [] }
  }

  /** Of a template, or of the one a stack has. */
  async #templateSummary(call: Call, actor: Actor): Promise<Body> {
    const { StackName } = call.parameters
    const current = StackName === undefined ? undefined : this.#store.require(call, String(StackName)).current
    if (StackName !== undefined && !current) throw validation(`Stack with id ${String(StackName)} does not exist`)
    const template = checkedTemplate(current?.body ?? (await this.#templateBody(actor, call, undefined)))
    const types = [...new Set(Object.values(template.Resources).map(({ Type }) => Type))].sort()
    const named = types.some((type) => type.startsWith('AWS::IAM::'))
    return {
      Description: template.Description,
      Parameters: declaredParameters(template),
      ResourceTypes: types,
      ...(named
        ? { Capabilities: ['CAPABILITY_NAMED_IAM'], CapabilitiesReason: 'The following resource(s) require capabilities: [AWS::IAM]' }
        : {}),
    }
  }
}

function declaredParameters(
  template: ParsedTemplate,
): { ParameterKey: string; ParameterType: string; DefaultValue: string | undefined; NoEcho: boolean }[] {
  return Object.entries(template.Parameters ?? {}).map(([ParameterKey, { Default, Type }]) => ({
    ParameterKey,
    ParameterType: String(Type ?? 'String'),
    DefaultValue: Default === undefined ? undefined : String(Default),
    NoEcho: false,
  }))
}

function stackName(call: Call): string {
  return String(call.parameters['StackName'] ?? '')
}

function checkIdle(stack: Stack): void {
  if (stack.status.endsWith('_IN_PROGRESS') && stack.status !== 'REVIEW_IN_PROGRESS')
    throw validation(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`)
}

function shownResource({ logicalId, physicalId, type, status, reason }: StackResource): Body {
  return {
    LogicalResourceId: logicalId,
    PhysicalResourceId: physicalId,
    ResourceType: type,
    ResourceStatus: status,
    ResourceStatusReason: reason,
    DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
  }
}
