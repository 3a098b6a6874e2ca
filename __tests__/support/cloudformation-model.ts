import type { CloudFormationClient, StackStatus } from '@aws-sdk/client-cloudformation'

/** How the operations that begin from now on end. */
export interface Fate {
  fails: boolean
  rollbackFails: boolean
  deleteFails: boolean
}

interface ModelStack {
  id: string
  status: StackStatus
  body: string | undefined
  protected: boolean
  policy: string | undefined
  /** Tags, service role, topics and alarms as they were sent. */
  settings: Record<string, unknown>
  endsAt: number
  onEnd: (() => void) | undefined
}

interface ModelChangeSet {
  name: string
  id: string
  type: string
  body: string
  token: unknown
  settings: Record<string, unknown>
  empty: boolean
  execution: 'AVAILABLE' | 'OBSOLETE' | 'EXECUTE_COMPLETE'
  at: number
}

const STEP = 7000

class Refused extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}
const invalid = (message: string) => new Refused('ValidationError', message)

/**
 * One stack and its change sets as CloudFormation's documentation describes them, on a clock that only sleeping moves. Calls can be
 * watched, and cut off for good as a killed process is.
 */
export class CloudFormationModel {
  stack: ModelStack | undefined
  changeSets: ModelChangeSet[] = []
  fate: Fate = { fails: false, rollbackFails: false, deleteFails: false }
  clock = Date.parse('2026-11-25T00:00:00Z')
  /**
   * Called before every call, with its number; answers `kill` to never answer again, and `lost` for an answer that does not
   * arrive, so that the SDK sends the call once more.
   */
  onCall: (call: number, operation: string) => 'kill' | 'lost' | undefined = () => undefined
  calls = 0
  /** What every change set changes. */
  change: Record<string, unknown> = { Action: 'Modify', LogicalResourceId: 'R', ResourceType: 'AWS::SNS::Topic' }
  operations: string[] = []
  /** Every call with a `ClientRequestToken`, as the caller sent it. */
  sent: { operation: string; token: string }[] = []
  /** What CloudFormation reads instead of what it is given. */
  exchange: (body: string) => string = (body) => body
  /** `ClientRequestToken`s that were carried out; AWS takes none of them twice. */
  readonly tokens: string[] = []
  readonly #events: Record<string, unknown>[] = []
  #token: unknown
  #ids = 0

  start(status: StackStatus, body: string): void {
    this.stack = {
      id: `arn:stack/${this.#id()}`,
      status,
      body,
      protected: true,
      policy: undefined,
      settings: {},
      endsAt: 0,
      onEnd: undefined,
    }
    const running = RUNNING[status]
    if (running) this.#begin(status, () => running(this))
    if (status === 'REVIEW_IN_PROGRESS') this.stack.body = undefined
  }

  /** Someone else updates the stack. */
  interfere(body: string): void {
    if (!this.stack || !/_COMPLETE$/.test(this.stack.status) || /^(?:ROLLBACK|DELETE)/.test(this.stack.status)) return
    this.#obsolete()
    this.#token = 'of someone else'
    this.update(body)
  }

  sleep = (ms: number): Promise<void> => {
    this.clock += ms
    while (this.stack?.onEnd && this.clock >= this.stack.endsAt) {
      const { onEnd } = this.stack
      this.stack.onEnd = undefined
      onEnd()
    }
    return Promise.resolve()
  }

  client(): CloudFormationClient {
    let dead = false
    const send = (command: { constructor: { name: string }; input: Record<string, unknown> }): Promise<unknown> => {
      const operation = command.constructor.name.replace(/Command$/, '')
      this.calls += 1
      this.operations.push(operation)
      const token = command.input['ClientRequestToken']
      if (typeof token === 'string') this.sent.push({ operation, token })
      const happens = dead ? undefined : this.onCall(this.calls, operation)
      if (happens === 'kill') dead = true
      if (dead) return new Promise(() => undefined)
      try {
        if (happens === 'lost') this.#answer(operation, command.input)
        return Promise.resolve(this.#answer(operation, command.input))
      } catch (error) {
        return Promise.reject(error)
      }
    }
    return { send } as unknown as CloudFormationClient
  }

  #id(): string {
    this.#ids += 1
    return String(this.#ids)
  }

  #set(status: StackStatus): void {
    if (!this.stack) return
    this.stack.status = status
    this.#events.push({
      EventId: this.#id(),
      StackId: this.stack.id,
      PhysicalResourceId: this.stack.id,
      LogicalResourceId: 's',
      ResourceType: 'AWS::CloudFormation::Stack',
      ResourceStatus: status,
      Timestamp: new Date(this.clock),
      ClientRequestToken: this.#token,
    })
  }

  #begin(status: StackStatus, onEnd: () => void): void {
    this.#set(status)
    if (this.stack) Object.assign(this.stack, { endsAt: this.clock + STEP, onEnd })
  }

  end(status: StackStatus): void {
    this.#set(status)
    if (status === 'DELETE_COMPLETE') this.stack = undefined
  }

  create(body: string, settings: Record<string, unknown> = {}): void {
    if (this.stack) Object.assign(this.stack, { body, settings })
    this.#begin('CREATE_IN_PROGRESS', () => (this.fate.fails ? this.rollbackCreation() : this.end('CREATE_COMPLETE')))
  }

  rollbackCreation(): void {
    this.#begin('ROLLBACK_IN_PROGRESS', () => this.end(this.fate.rollbackFails ? 'ROLLBACK_FAILED' : 'ROLLBACK_COMPLETE'))
  }

  update(body: string, settings = this.stack?.settings ?? {}): void {
    const before = this.stack?.body
    this.#begin('UPDATE_IN_PROGRESS', () => {
      if (this.fate.fails) return this.rollbackUpdate(before)
      if (this.stack) Object.assign(this.stack, { body, settings })
      this.#begin('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', () => this.end('UPDATE_COMPLETE'))
    })
  }

  rollbackUpdate(before: string | undefined): void {
    if (this.stack) this.stack.body = before
    this.#begin('UPDATE_ROLLBACK_IN_PROGRESS', () => {
      if (this.fate.rollbackFails) return this.end('UPDATE_ROLLBACK_FAILED')
      this.#begin('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', () => this.end('UPDATE_ROLLBACK_COMPLETE'))
    })
  }

  delete(): void {
    this.#begin('DELETE_IN_PROGRESS', () => this.end(this.fate.deleteFails ? 'DELETE_FAILED' : 'DELETE_COMPLETE'))
  }

  #obsolete(): void {
    for (const set of this.changeSets) if (set.execution === 'AVAILABLE') set.execution = 'OBSOLETE'
  }

  #there(): ModelStack {
    if (!this.stack) throw invalid('Stack with id s does not exist')
    return this.stack
  }

  #answer(operation: string, input: Record<string, unknown>): unknown {
    const token = input['ClientRequestToken']
    if (typeof token === 'string' && this.tokens.includes(token))
      throw new Refused('TokenAlreadyExistsException', `Token ${token} already exists`)
    const answer = this.#carryOut(operation, input)
    // A call that is refused takes no token.
    if (typeof token === 'string') this.tokens.push(token)
    return answer
  }

  #carryOut(operation: string, input: Record<string, unknown>): unknown {
    const name = String(input['ChangeSetName'])
    const set = this.changeSets.find((one) => one.id === name || one.name === name)
    switch (operation) {
      case 'DescribeStacks': {
        const { id, status, protected: on, settings } = this.#there()
        return {
          Stacks: [{ StackName: 's', StackId: id, StackStatus: status, EnableTerminationProtection: on, Outputs: [], ...settings }],
        }
      }
      case 'DescribeStackEvents':
        this.#there()
        return { StackEvents: [...this.#events].reverse() }
      case 'GetTemplate':
        return { TemplateBody: this.#templateOf(input['ChangeSetName'], set) }
      case 'GetStackPolicy':
        return { StackPolicyBody: this.#there().policy }
      case 'SetStackPolicy':
        this.#there().policy = String(input['StackPolicyBody'])
        return {}
      case 'UpdateTerminationProtection':
        this.#there().protected = input['EnableTerminationProtection'] === true
        return {}
      case 'ListChangeSets':
        this.#there()
        return {
          Summaries: this.changeSets.map((one) => ({
            ChangeSetName: one.name,
            ChangeSetId: one.id,
            Status: one.empty ? 'FAILED' : 'CREATE_COMPLETE',
            ExecutionStatus: one.execution,
            CreationTime: new Date(one.at),
          })),
        }
      case 'CreateChangeSet':
        this.#refuseImported((input['ResourcesToImport'] ?? []) as { LogicalResourceId: string }[])
        return this.#createChangeSet(name, input)
      case 'DescribeChangeSet':
        if (!set) throw new Refused('ChangeSetNotFoundException', `ChangeSet [${name}] does not exist`)
        return set.empty
          ? { Status: 'FAILED', StatusReason: "The submitted information didn't contain changes." }
          : {
              Status: 'CREATE_COMPLETE',
              Changes: [{ ResourceChange: this.change }],
            }
      case 'DeleteChangeSet':
        this.changeSets = this.changeSets.filter((one) => one !== set)
        return {}
      case 'ExecuteChangeSet':
        return this.#execute(set, name, input['ClientRequestToken'])
      case 'UpdateStack':
        return this.#updateSettings(input)
      case 'ContinueUpdateRollback': {
        const { status, body } = this.#there()
        if (status !== 'UPDATE_ROLLBACK_FAILED') throw invalid(`Stack s is in ${status} state and cannot continue update rollback`)
        this.rollbackUpdate(body)
        return {}
      }
      case 'RollbackStack': {
        const { status, body } = this.#there()
        if (status !== 'UPDATE_FAILED') throw invalid(`Stack s is in ${status} state and cannot be rolled back`)
        this.rollbackUpdate(body)
        return {}
      }
      case 'CancelUpdateStack': {
        const { status, body } = this.#there()
        if (status !== 'UPDATE_IN_PROGRESS') throw invalid(`CancelUpdateStack cannot be called from current stack status ${status}`)
        this.rollbackUpdate(body)
        return {}
      }
      case 'DeleteStack':
        if (this.stack?.protected) throw invalid('Stack [s] cannot be deleted while TerminationProtection is enabled')
        if (this.stack?.status === 'REVIEW_IN_PROGRESS') this.stack = undefined
        else if (this.stack && !this.stack.status.endsWith('_IN_PROGRESS')) this.delete()
        return {}
      default:
        throw new Error(`the model knows no ${operation}`)
    }
  }

  #templateOf(asked: unknown, set: ModelChangeSet | undefined): string | undefined {
    return asked === undefined ? this.#there().body : set?.body
  }

  #updateSettings(input: Record<string, unknown>): unknown {
    const { status, body = '', settings } = this.#there()
    if (!SETTLED.test(status)) throw invalid(`Stack:s is in ${status} state and can not be updated.`)
    if (JSON.stringify(settings) === JSON.stringify(settingsOf(input))) throw invalid('No updates are to be performed.')
    this.#token = input['ClientRequestToken']
    this.update(body, settingsOf(input))
    return {}
  }

  /** A resource has one owner, also within a stack. */
  #refuseImported(imports: readonly { LogicalResourceId: string }[]): void {
    const owned = imports.map(({ LogicalResourceId }) => LogicalResourceId).filter((id) => this.stack?.body?.includes(`"${id}"`))
    if (owned.length > 0) throw invalid(`Resources [${owned.join(', ')}] passed in ResourceToImport are already in the stack`)
  }

  #createChangeSet(name: string, input: Record<string, unknown>): unknown {
    const [type, body, token] = [String(input['ChangeSetType']), this.exchange(String(input['TemplateBody'])), input['ClientToken']]
    const same = this.changeSets.find((one) => one.name === name && one.token === token)
    if (same) return { Id: same.id }
    // An import begins a stack too.
    if (type === 'CREATE' || (type === 'IMPORT' && !this.stack)) {
      if (this.stack && this.stack.status !== 'REVIEW_IN_PROGRESS')
        throw invalid(`Stack [s] already exists and cannot be created again with the changeSet [${name}].`)
      if (!this.stack) this.start('REVIEW_IN_PROGRESS', '')
      if (this.stack) this.stack.protected = false
    } else {
      const { status } = this.#there()
      if (!SETTLED.test(status)) throw invalid(`Stack:s is in ${status} state and can not be updated.`)
    }
    if (this.changeSets.some((one) => one.name === name)) throw new Refused('AlreadyExistsException', `ChangeSet ${name} already exists`)
    const id = `arn:changeSet/${name}/${this.#id()}`
    this.changeSets.push({
      name,
      id,
      type,
      body,
      token,
      settings: settingsOf(input),
      empty: type !== 'CREATE' && this.stack?.body === body,
      execution: 'AVAILABLE',
      at: this.clock,
    })
    return { Id: id }
  }

  #execute(set: ModelChangeSet | undefined, name: string, token: unknown): unknown {
    if (!set) throw new Refused('ChangeSetNotFoundException', `ChangeSet [${name}] does not exist`)
    const { status } = this.#there()
    if (set.execution !== 'AVAILABLE')
      throw new Refused(
        'InvalidChangeSetStatusException',
        `ChangeSet [${set.id}] cannot be executed in its current execution status of [${set.execution}]`,
      )
    if (set.type === 'CREATE' ? status !== 'REVIEW_IN_PROGRESS' : !SETTLED.test(status))
      throw invalid(`Stack:s is in ${status} state and can not be updated.`)
    // What else was planned is out of date, and CloudFormation removes it.
    this.changeSets = []
    this.#token = token
    if (set.type === 'CREATE') this.create(set.body, set.settings)
    else this.update(set.body, set.settings)
    return {}
  }
}

const settingsOf = ({ Tags, RoleARN, NotificationARNs, RollbackConfiguration }: Record<string, unknown>) => ({
  Tags,
  RoleARN,
  NotificationARNs,
  RollbackConfiguration,
})

const SETTLED = /^(?:CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE$/

/** How an operation that is under way when the story begins goes on. */
const RUNNING: Partial<Record<StackStatus, (model: CloudFormationModel) => void>> = {
  CREATE_IN_PROGRESS: (model) => (model.fate.fails ? model.rollbackCreation() : model.end('CREATE_COMPLETE')),
  ROLLBACK_IN_PROGRESS: (model) => model.end(model.fate.rollbackFails ? 'ROLLBACK_FAILED' : 'ROLLBACK_COMPLETE'),
  DELETE_IN_PROGRESS: (model) => model.end(model.fate.deleteFails ? 'DELETE_FAILED' : 'DELETE_COMPLETE'),
  UPDATE_IN_PROGRESS: (model) => model.end(model.fate.fails ? 'UPDATE_FAILED' : 'UPDATE_COMPLETE'),
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: (model) => model.end('UPDATE_COMPLETE'),
  UPDATE_ROLLBACK_IN_PROGRESS: (model) => model.end(model.fate.rollbackFails ? 'UPDATE_ROLLBACK_FAILED' : 'UPDATE_ROLLBACK_COMPLETE'),
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: (model) => model.end('UPDATE_ROLLBACK_COMPLETE'),
  IMPORT_IN_PROGRESS: (model) => model.end(model.fate.fails ? 'IMPORT_ROLLBACK_COMPLETE' : 'IMPORT_COMPLETE'),
  IMPORT_ROLLBACK_IN_PROGRESS: (model) => model.end(model.fate.rollbackFails ? 'IMPORT_ROLLBACK_FAILED' : 'IMPORT_ROLLBACK_COMPLETE'),
}
