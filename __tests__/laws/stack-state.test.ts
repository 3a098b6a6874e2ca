import { StackStatus } from '@aws-sdk/client-cloudformation'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type DeployStackOptions, deployStack } from '../../src/aws/deploy-stack.ts'
import { type Allowed, nextStep, type Recovery, STATES } from '../../src/aws/stack-state.ts'
import { AuditError } from '../../src/model/errors.ts'
import type { StackOutcome } from '../../src/model/plan.ts'
import { CloudFormationModel, type Fate } from '../support/cloudformation-model.ts'
import { runs as lengthOf } from '../support/length.ts'

const ALL = ['NONE', ...Object.values(StackStatus)] as const

/** What each status takes, as words: nothing allowed, deletion allowed, rollback allowed. */
const EXPECTED: Record<(typeof ALL)[number], [string, string, string]> = {
  NONE: ['create', 'create', 'create'],
  REVIEW_IN_PROGRESS: ['create', 'create', 'create'],
  DELETE_COMPLETE: ['create', 'create', 'create'],
  CREATE_COMPLETE: ['update', 'update', 'update'],
  UPDATE_COMPLETE: ['update', 'update', 'update'],
  UPDATE_ROLLBACK_COMPLETE: ['update', 'update', 'update'],
  IMPORT_COMPLETE: ['update', 'update', 'update'],
  IMPORT_ROLLBACK_COMPLETE: ['update', 'update', 'update'],
  CREATE_IN_PROGRESS: ['wait', 'wait', 'wait'],
  ROLLBACK_IN_PROGRESS: ['wait', 'wait', 'wait'],
  DELETE_IN_PROGRESS: ['wait', 'wait', 'wait'],
  UPDATE_IN_PROGRESS: ['wait', 'wait', 'wait'],
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: ['wait', 'wait', 'wait'],
  UPDATE_ROLLBACK_IN_PROGRESS: ['wait', 'wait', 'wait'],
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: ['wait', 'wait', 'wait'],
  IMPORT_IN_PROGRESS: ['wait', 'wait', 'wait'],
  IMPORT_ROLLBACK_IN_PROGRESS: ['wait', 'wait', 'wait'],
  CREATE_FAILED: ['refuse', 'delete', 'refuse'],
  ROLLBACK_COMPLETE: ['refuse', 'delete', 'refuse'],
  ROLLBACK_FAILED: ['refuse', 'delete', 'refuse'],
  DELETE_FAILED: ['refuse', 'delete', 'refuse'],
  UPDATE_FAILED: ['refuse', 'refuse', 'rollback'],
  UPDATE_ROLLBACK_FAILED: ['refuse', 'refuse', 'continue-rollback'],
  IMPORT_ROLLBACK_FAILED: ['refuse', 'refuse', 'refuse'],
}

describe('nextStep', () => {
  const step = (status: (typeof ALL)[number], allowed: Partial<Allowed> = {}) =>
    nextStep(status === 'NONE' ? undefined : { StackStatus: status }, 's', {
      delete: false,
      rollback: false,
      tried: new Set<Recovery>(),
      ...allowed,
    })
  const word = (given: ReturnType<typeof step>) => (given.do === 'recover' ? given.recovery : given.do)

  it('knows every status there is', () => expect(Object.keys(STATES).sort()).toEqual([...ALL].sort()))

  it.each(ALL)('in %s', (status) => {
    expect([step(status), step(status, { delete: true }), step(status, { rollback: true })].map(word)).toEqual(EXPECTED[status])
  })

  it('refuses with a reason and a remedy, and tries no recovery twice', () => {
    for (const status of ALL) {
      for (const tried of [new Set<Recovery>(), new Set<Recovery>(['delete', 'rollback', 'continue-rollback'])]) {
        const given = step(status, { delete: true, rollback: true, tried })
        if (tried.size > 0) expect(given.do).not.toBe('recover')
        if (given.do === 'refuse')
          expect([given.reason, given.remedy]).toEqual([expect.stringContaining(`s is in ${status}`), expect.stringMatching(/events/)])
      }
    }
  })

  it('refuses a status of the future by its name', () => {
    expect(nextStep({ StackStatus: 'TELEPORTING' as StackStatus }, 's', { delete: true, rollback: true, tried: new Set() })).toMatchObject({
      do: 'refuse',
      reason: expect.stringContaining('TELEPORTING'),
    })
  })
})

describe('deployStack, whatever happens', () => {
  const POLICY = '{"Statement":[]}'
  const SETTINGS = { tags: { Project: 'p' }, serviceRole: undefined, notifications: [], rollbackAlarms: [], rollbackMinutes: 0 }
  const quiet = { done: () => undefined, failed: () => undefined, note: () => undefined, warn: () => undefined }
  const running = { update: () => undefined, alive: () => undefined, end: () => undefined }

  interface Run {
    body: string
    fate: Fate
    allowDelete: boolean
    allowRollback: boolean
    onCancel: 'leave' | 'cancel'
    /** At which call of the run something happens, and what. */
    at: number
    happens: 'nothing' | 'kill' | 'abort' | 'other run' | 'lost answer'
    /** What another run makes of the stack. */
    other?: string
  }

  type Ended = { outcome: StackOutcome } | { error: unknown } | 'killed'

  async function deploy(model: CloudFormationModel, run: Run, key: string, more: Partial<DeployStackOptions> = {}): Promise<Ended> {
    const cancel = new AbortController()
    let kill: () => void = () => undefined
    const killed = new Promise<'killed'>((done) => {
      kill = () => done('killed')
    })
    const from = model.calls
    model.fate = run.fate
    model.operations = []
    model.onCall = (call) => {
      if (call !== from + run.at) return undefined
      if (run.happens === 'abort') cancel.abort()
      if (run.happens === 'other run') model.interfere(run.other ?? 'someone else')
      if (run.happens === 'lost answer') return 'lost'
      if (run.happens !== 'kill') return undefined
      kill()
      return 'kill'
    }
    const options: DeployStackOptions = {
      client: model.client(),
      template: { name: 'audit', stackName: 's', region: 'us-east-1', body: run.body },
      source: (body) => Promise.resolve({ request: { TemplateBody: body }, body }),
      by: 'administrator',
      settings: SETTINGS,
      revertDrift: false,
      positionOf: () => ({ file: 'audit.yml', line: 1, column: 1 }),
      adoptions: [],
      changeSetName: `mlops-audit-deploy-${key}`,
      allowDestructive: [],
      deleteFailedStacks: run.allowDelete ? ['s'] : [],
      continueRollback: run.allowRollback ? ['s'] : [],
      skipResources: [],
      onCancel: run.onCancel,
      stackPolicy: POLICY,
      progress: { ...quiet, start: () => running },
      onChanges: () => undefined,
      review: () => Promise.resolve([]),
      sameTemplate: (a, b) => a === b,
      parse: () => ({ Resources: {} }),
      timeoutMs: 600_000,
      now: () => new Date(model.clock),
      sleep: model.sleep,
      signal: cancel.signal,
      ...more,
    }
    return Promise.race([
      killed,
      deployStack(options).then(
        (outcome) => ({ outcome }),
        (error: unknown) => ({ error }),
      ),
    ])
  }

  /** What must be true after any run that was not killed. */
  function honest(model: CloudFormationModel, run: Run, ended: Exclude<Ended, 'killed'>, before: string | undefined): void {
    // Of a first change set that came to nothing, nothing stays.
    if (before === undefined && run.happens !== 'other run') expect(model.stack?.status).not.toBe('REVIEW_IN_PROGRESS')
    if ('error' in ended) {
      expect(ended.error).toBeInstanceOf(AuditError)
      expect(['CANCELLED', 'STACK_BUSY', 'STACK_NOT_PROVEN', 'AWS_CALL_FAILED']).toContain((ended.error as AuditError).code)
      // A call that AWS refused must not be how an ordinary race ends.
      if ((ended.error as AuditError).code === 'AWS_CALL_FAILED') throw ended.error
      return
    }
    const { outcome } = ended
    switch (outcome.kind) {
      case 'deployed':
      case 'no-changes':
        expect([model.stack?.body, model.stack?.protected, model.stack?.policy]).toEqual([run.body, true, POLICY])
        expect(model.stack?.settings['Tags']).toEqual([{ Key: 'Project', Value: 'p' }])
        // Read back; another run may have begun in the meantime.
        if (run.happens !== 'other run') expect(model.stack?.status).toMatch(/_COMPLETE$/)
        break
      case 'refused':
        expect(outcome.remedy).not.toBe('')
        if (!run.allowDelete && !run.allowRollback && run.happens === 'nothing' && before && !before.endsWith('_IN_PROGRESS'))
          expect(model.stack?.status).toBe(before)
        break
      case 'unfinished':
        throw new Error('deployStack throws instead')
      case 'failed':
        expect(run.fate.fails || run.happens === 'other run').toBe(true)
        break
      default:
        outcome satisfies never
    }
    if (run.happens === 'nothing') expect(model.changeSets.filter(({ name }) => !name.includes('killed'))).toEqual([])
  }

  const fate = fc.record({ fails: fc.boolean(), rollbackFails: fc.boolean(), deleteFails: fc.boolean() })
  const run: fc.Arbitrary<Run> = fc.record({
    body: fc.constantFrom('a', 'b', 'c'),
    fate,
    allowDelete: fc.boolean(),
    allowRollback: fc.boolean(),
    onCancel: fc.constantFrom('leave', 'cancel'),
    at: fc.integer({ min: 1, max: 25 }),
    happens: fc.constantFrom('nothing', 'nothing', 'kill', 'abort', 'other run', 'lost answer'),
  })

  const ends = new Map<string, number>()

  async function tell(model: CloudFormationModel, runs: readonly Run[]): Promise<void> {
    for (const [index, next] of runs.entries()) {
      const before = model.stack?.status
      const from = model.sent.length
      const ended = await deploy(model, next, `${index}${next.happens === 'kill' ? '-killed' : ''}`)
      const name = ended === 'killed' ? ended : 'error' in ended ? (ended.error as AuditError).code : ended.outcome.kind
      ends.set(name, (ends.get(name) ?? 0) + 1)
      // Each operation has a token of its own, in all runs of the story together.
      const tokens = model.sent.map(({ token }) => token)
      expect(tokens.filter((token, at) => tokens.indexOf(token) !== at)).toEqual([])
      for (const once of ['DeleteStack', 'ContinueUpdateRollback', 'RollbackStack', 'CancelUpdateStack'])
        expect([
          once,
          model.sent.slice(from).filter(({ operation, token }) => operation === once && !/-shell$/.test(token)).length > 1,
        ]).toEqual([once, false])
      if (ended !== 'killed') honest(model, next, ended, before)
    }
  }

  const CALM: Run = {
    body: 'wanted',
    fate: { fails: false, rollbackFails: false, deleteFails: false },
    allowDelete: true,
    allowRollback: true,
    onCancel: 'leave',
    at: 0,
    happens: 'nothing',
  }

  it("tells its own operation from another run's when the answer of a call is lost", async () => {
    for (let at = 1; at <= 20; at += 1) {
      const model = new CloudFormationModel()
      model.start('CREATE_COMPLETE', 'before')
      const ended = await deploy(model, { ...CALM, at, happens: 'lost answer' }, `lost-${at}`)
      expect([at, ended]).toEqual([at, { outcome: expect.objectContaining({ kind: 'deployed', created: false }) }])
    }
  })

  const SAID = ['CreateChangeSet', 'DeleteChangeSet', 'ExecuteChangeSet', 'UpdateStack', 'DeleteStack', 'SetStackPolicy']
  const mutations = (model: CloudFormationModel) =>
    model.operations.filter((operation) => SAID.includes(operation) || /Protection/.test(operation))

  it('never executes a change set with another template than the rendered one, whatever kind it is', async () => {
    const adoption = {
      template: 'audit' as const,
      logicalId: 'R',
      type: 'AWS::S3::Bucket',
      identifier: { BucketName: 'b' },
      properties: {},
      optional: false,
    }
    for (const status of [undefined, 'CREATE_COMPLETE'] as const)
      for (const more of [{}, { adoptions: [adoption] }]) {
        const model = new CloudFormationModel()
        if (status) model.start(status, '{"Resources":{}}')
        model.exchange = () => 'foreign'
        const ended = await deploy(model, CALM, 'exchanged', more)
        expect(ended).toMatchObject({ outcome: { kind: 'refused', reason: expect.stringContaining('read another template for s than') } })
        expect([model.operations.includes('ExecuteChangeSet'), model.changeSets, model.stack?.status]).toEqual([false, [], status])
      }
    // The same letters come back, but for those outside of ASCII.
    const model = new CloudFormationModel()
    model.start('CREATE_COMPLETE', 'before')
    model.exchange = (body) => body.replaceAll('ü', '?')
    const same = await deploy(model, { ...CALM, body: 'für' }, 'mangled', { sameTemplate: () => true })
    expect(same).toMatchObject({ outcome: { kind: 'deployed' } })
  })

  it('says of a deployed template that is not the rendered one how to get back', async () => {
    const model = new CloudFormationModel()
    model.start('CREATE_COMPLETE', 'before')
    const ended = await deploy(model, CALM, 'late', { sameTemplate: () => false })
    expect(ended).toMatchObject({
      error: {
        code: 'STACK_NOT_PROVEN',
        message: expect.stringContaining('its template is not the rendered one'),
        remedy: expect.stringMatching(/deploy` again puts the rendered one back/),
      },
    })
  })

  it('in CI creates nothing, and leaves nothing', async () => {
    for (const status of ['NONE', 'REVIEW_IN_PROGRESS', 'DELETE_COMPLETE'] as const) {
      const model = new CloudFormationModel()
      if (status === 'REVIEW_IN_PROGRESS') model.start(status, '')
      const ended = await deploy(model, CALM, 'ci', { by: 'ci' })
      expect(ended).toMatchObject({
        outcome: {
          kind: 'refused',
          reason: expect.stringMatching(/first creation of a stack is an administrator/),
          remedy: expect.stringContaining('`mlops-audit deploy`'),
        },
      })
      expect([status, mutations(model)]).toEqual([status, []])
    }
  })

  it('in CI looks whether the stack is protected, and names who mends it', async () => {
    const model = new CloudFormationModel()
    model.start('CREATE_COMPLETE', 'before')
    const ended = await deploy(model, CALM, 'ci', { by: 'ci' })
    expect(ended).toMatchObject({
      error: {
        code: 'STACK_NOT_PROVEN',
        message: 's, read back: its stack policy is not ours.',
        remedy: expect.stringMatching(/an administrator runs `mlops-audit deploy`/),
      },
    })
    expect(mutations(model)).toEqual(['CreateChangeSet', 'ExecuteChangeSet'])
    if (model.stack) model.stack.policy = POLICY
    expect(await deploy(model, CALM, 'again', { by: 'ci' })).toMatchObject({ outcome: { kind: 'no-changes' } })
  })

  it('puts the stack policy back that it lifted for what was allowed by name, however the update ends', async () => {
    const ended = new Map<string, string | undefined>()
    for (let at = 0; at <= 24; at += 1)
      for (const happens of ['nothing', 'abort', 'other run', 'lost answer'] as const)
        for (const fails of [false, true]) {
          const model = new CloudFormationModel()
          model.start('CREATE_COMPLETE', 'before')
          if (model.stack) model.stack.policy = POLICY
          model.change = { Action: 'Modify', LogicalResourceId: 'R', ResourceType: 'AWS::S3::Bucket', Replacement: 'True' }
          const run: Run = { ...CALM, fate: { ...CALM.fate, fails }, at, happens }
          await deploy(model, run, 'destroys', { allowDestructive: ['R'] })
          const isLeftRunning = model.stack?.status.endsWith('_IN_PROGRESS') && model.stack.policy !== POLICY
          if (!isLeftRunning) ended.set(`${at} ${happens} ${fails}`, model.stack?.policy)
        }
    expect([...ended].filter(([, policy]) => policy !== POLICY)).toEqual([])
    expect(ended.size).toBeGreaterThan(150)
  })

  it('sends settings of the stack where nothing else differs', async () => {
    const model = new CloudFormationModel()
    model.start('CREATE_COMPLETE', CALM.body)
    expect(await deploy(model, CALM, 'first')).toMatchObject({ outcome: { kind: 'deployed', changes: [] } })
    expect(model.stack?.settings).toMatchObject({ Tags: [{ Key: 'Project', Value: 'p' }], NotificationARNs: [] })
    expect(await deploy(model, CALM, 'second')).toMatchObject({ outcome: { kind: 'no-changes' } })
    expect(model.operations.filter((operation) => !/^(?:Describe|Get|List)/.test(operation))).toEqual([
      'CreateChangeSet',
      'DeleteChangeSet',
    ])
  })

  it('imports once, also when the update that follows is overtaken', async () => {
    const wanted = JSON.stringify({ Resources: { R: { Type: 'AWS::CloudTrail::Trail' } }, Description: 'wanted' })
    const adoption = {
      template: 'audit' as const,
      logicalId: 'R',
      type: 'AWS::CloudTrail::Trail',
      identifier: { TrailName: 't' },
      properties: {},
      optional: false,
    }
    const more = { adoptions: [adoption], parse: (body: string) => JSON.parse(body) as { Resources: Record<string, never> } }
    const other = JSON.stringify({ Resources: { R: { Type: 'AWS::CloudTrail::Trail' } }, Description: 'someone else' })
    let overtaken = 0
    for (let at = 1; at <= 60; at += 1) {
      const model = new CloudFormationModel()
      model.start('CREATE_COMPLETE', JSON.stringify({ Resources: {} }))
      const run: Run = { ...CALM, body: wanted, at, happens: 'other run', other }
      const ended = await deploy(model, run, 'adopts', more)
      if (ended !== 'killed') honest(model, run, ended, 'CREATE_COMPLETE')
      // What someone else begins while the stack is read back can be seen, or not yet.
      const isStillOurs = model.stack?.body === wanted
      const isBusy = model.stack?.status.endsWith('_IN_PROGRESS') ?? false
      const kind = 'outcome' in Object(ended) ? (ended as { outcome: StackOutcome }).outcome.kind : 'STACK_NOT_PROVEN'
      const honestly = isStillOurs ? ['deployed', ...(isBusy ? ['STACK_NOT_PROVEN'] : [])] : ['STACK_NOT_PROVEN']
      expect([at, honestly]).toEqual([at, expect.arrayContaining([kind])])
      if (model.operations.filter((operation) => operation === 'CreateChangeSet').length > 2) overtaken += 1
    }
    expect(overtaken).toBeGreaterThan(0)
  })

  it('is in the wanted state, or says why not; and the next run gets there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ALL), fate, fc.array(run, { minLength: 1, maxLength: 5 }), async (status, first, runs) => {
        const model = new CloudFormationModel()
        model.fate = first
        if (status !== 'NONE' && status !== 'DELETE_COMPLETE') model.start(status, 'a')
        await tell(model, runs)
        // Whatever was left behind: with nothing in its way and everything allowed, the stack becomes what it should be.
        const last = await deploy(model, CALM, 'last')
        if (last === 'killed' || 'error' in last) throw last === 'killed' ? new Error('killed') : last.error
        expect([last.outcome.kind, model.stack?.body, model.stack?.status]).toEqual(
          last.outcome.kind === 'refused'
            ? ['refused', expect.anything(), 'IMPORT_ROLLBACK_FAILED']
            : ['deployed', 'wanted', expect.stringMatching(/_COMPLETE$/)],
        )
      }),
      { numRuns: lengthOf(300, 5000) },
    )
    for (const end of ['deployed', 'no-changes', 'refused', 'failed', 'killed', 'CANCELLED'])
      expect([end, (ends.get(end) ?? 0) > 20]).toEqual([end, true])
  }, 120_000)
})
