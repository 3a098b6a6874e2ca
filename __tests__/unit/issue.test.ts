import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { GithubApi } from '../../sandbox/github/api.ts'
import type { Issue as Standing, User } from '../../sandbox/github/views.ts'
import type { Issue, IssueApi } from '../../src/github/issue/api.ts'
import { decide, type Standing as Is, type Seen } from '../../src/github/issue/decide.ts'
import { titleOf } from '../../src/github/issue/find.ts'
import { type IssueContent, type IssueTarget, keepIssue } from '../../src/github/issue/keep.ts'
import { accountHash, type IssueKey, isSameIssue, remembered, withMemory } from '../../src/github/issue/memory.ts'
import type { Severity } from '../../src/model/finding.ts'
import type { IssueItem, Reading } from '../../src/model/issue.ts'
import { Clock } from '../support/clock.ts'
import { runs as lengthOf } from '../support/length.ts'

const REPO = 'acme/retail'
const SEAL = { repository: REPO, key: undefined }
const ANA: User = { login: 'ana', id: 3, type: 'User' }
const SETTLE = 700
const DAY = '2026-03-0'

/** GitHub as the sandbox keeps it, some way off. */
class Hub {
  readonly github = new GithubApi()
  /** What each comment and each new issue told of. */
  readonly told: { number: number; text: string }[] = []
  /** Every change that a run asked for. */
  readonly changes: { run: number; number: number; state?: string | undefined; reason?: string | undefined }[] = []

  get all(): Standing[] {
    return this.github.issues.of(REPO).issues
  }

  /** `breaksAfter`: the run ends there, as when its job is cancelled. */
  api(clock: Clock, run: number, latency: () => number = () => 0, breaksAfter = Number.POSITIVE_INFINITY): IssueApi {
    let calls = 0
    const call = async (method: string, path: string, body: Record<string, unknown> = {}) => {
      calls += 1
      if (calls > breaksAfter) throw new Error('cut off')
      await clock.sleep(latency())
      const url = new URL(`http://127.0.0.1:1/repos/${REPO}/issues${path}`)
      const { status, body: answer } = this.github.call(method, url, 'ghs_x', body, 'http://127.0.0.1:1')
      const copy = structuredClone(answer)
      await clock.sleep(latency())
      return { status, data: copy as Issue }
    }
    const there = ({ status, data }: { status: number; data: Issue }) => (status === 200 ? data : undefined)
    return {
      list: async ({ creator, label }) => {
        const query = new URLSearchParams({
          state: 'all',
          per_page: '100',
          ...(creator ? { creator } : {}),
          ...(label ? { labels: label } : {}),
        })
        const { data } = await call('GET', `?${query}`)
        return (data as unknown as Issue[]).filter(({ pull_request }) => pull_request === undefined)
      },
      get: async (number) => there(await call('GET', `/${number}`)),
      create: async (issue) => {
        const { data } = await call('POST', '', issue)
        this.told.push({ number: data.number, text: issue.body })
        return data
      },
      change: async (number, change) => {
        this.changes.push({ run, number, state: change.state, reason: change.state_reason })
        return there(await call('PATCH', `/${number}`, { ...change }))
      },
      comment: async (number, body) => {
        const { status } = await call('POST', `/${number}/comments`, { body })
        if (status === 201) this.told.push({ number, text: body })
        return status === 201
      },
      run: (id) =>
        Promise.resolve({
          state: 'known',
          id,
          attempt: 9,
          repository: REPO,
          workflow: 'a.yml',
          from: '2026-01-01T00:00:00Z',
          until: undefined,
        }),
    }
  }
}

const item = (print: string, severity: Severity = 'critical'): IssueItem => ({ print, severity })

function contentOf(reading: Reading, items: readonly IssueItem[] = [], time = `${DAY}1T06:00:00Z`): IssueContent {
  return {
    reading,
    items,
    time,
    point: reading === 'unread' ? undefined : { time, fail: items.length, unread: 0 },
    isFixed: () => reading !== 'unread',
    body: (_, limit) => `${reading} ${items.map(({ print }) => print).join(' ')}`.slice(0, limit),
    comment: (word, { fresh }) => `${word} ${fresh.map(({ print }) => print).join(' ')}`,
  }
}

function targetOf(clock: Clock, run: number, overrides: Partial<IssueTarget> = {}): IssueTarget {
  return {
    repository: REPO,
    author: 'github-actions[bot]',
    seal: undefined,
    key: { config: 'c.yml', environment: 'dev', account: 'abc123' },
    labels: ['audit'],
    assignees: ['ana'],
    run: { id: run, attempt: 1 },
    workflows: [],
    rules: { notifyOn: 'high', remindDays: 0 },
    settleMs: SETTLE,
    sleep: clock.sleep,
    ...overrides,
  }
}

/** One run after the other. */
async function keep(hub: Hub, run: number, content: IssueContent, overrides: Partial<IssueTarget> = {}) {
  const clock = new Clock()
  const kept = keepIssue(hub.api(clock, run), targetOf(clock, run, overrides), content)
  await clock.run()
  return kept
}

describe('what becomes of an issue', () => {
  const rules = { notifyOn: 'high' as Severity, remindDays: 7 }
  const seen = (reading: Reading, ...items: IssueItem[]): Seen => ({ reading, items, time: `${DAY}9T06:00:00Z`, isFixed: () => true })
  const is = (kind: 'open' | 'closed-by-us' | 'closed-by-others', announced: string[] | undefined, spoken = `${DAY}8T06:00:00Z`): Is => ({
    kind,
    announced: announced && Object.fromEntries(announced.map((print) => [print, 1])),
    spoken,
  })
  const edit = (word?: string, to?: string) => ({ kind: 'edit', word, to })
  const cases: [string, Is, Seen, unknown][] = [
    ['none, clean', { kind: 'none' }, seen('clean'), { kind: 'nothing' }],
    ['none, findings', { kind: 'none' }, seen('findings', item('a')), { kind: 'create' }],
    ['none, not read', { kind: 'none' }, seen('unread'), { kind: 'create' }],
    ['open, the same', is('open', ['a']), seen('findings', item('a')), edit()],
    ['open, a new one that is worth a word', is('open', ['a']), seen('findings', item('a'), item('b')), edit('new')],
    ['open, one more of the same kind', is('open', ['a']), seen('findings', item('a'), item('a')), edit('new')],
    ['open, a new one that is mild', is('open', ['a']), seen('findings', item('a'), item('b', 'medium')), edit()],
    ['open, nobody spoke for long', is('open', ['a'], `${DAY}1T06:00:00Z`), seen('findings', item('a')), edit('reminder')],
    ['open, nobody knows when it spoke', is('open', ['a'], 'never'), seen('findings', item('a')), edit('reminder')],
    ['open, clean', is('open', ['a']), seen('clean'), edit('closed', 'closed')],
    ['open, not read', is('open', ['a']), seen('unread'), edit()],
    ['open, changed by hand', is('open', undefined), seen('findings', item('a')), edit('new')],
    ['closed by us, clean', is('closed-by-us', []), seen('clean'), edit()],
    ['closed by us, findings', is('closed-by-us', []), seen('findings', item('a')), edit('reopened', 'open')],
    ['closed by us, not read', is('closed-by-us', []), seen('unread'), edit('reopened', 'open')],
    ['closed by a person, the same', is('closed-by-others', ['a']), seen('findings', item('a')), edit()],
    [
      'closed by a person, a new one, however mild',
      is('closed-by-others', ['a']),
      seen('findings', item('b', 'low')),
      edit('reopened', 'open'),
    ],
    ['closed by a person, clean', is('closed-by-others', ['a']), seen('clean'), edit()],
    ['closed by a person, not read', is('closed-by-others', ['a']), seen('unread'), edit()],
  ]
  it.each(cases)('%s', (_, standing, run, wanted) => expect(decide(standing, run, rules)).toEqual(wanted))
})

describe('what an issue remembers', () => {
  const KEY: IssueKey = { config: 'a--b.yml', environment: 'dev', account: undefined }
  const MEMORY = { key: KEY, run: { id: 5, attempt: 2 }, announced: { 'x-->y': 2 }, spoken: 's', read: 'r', closed: false, trend: [] }

  it('comes back as it was, through GitHub’s line ends, and no text of it ends the line', () => {
    const body = withMemory(MEMORY, 'text\nof it', SEAL)
    expect(body.split('\n')).toHaveLength(3)
    expect(body.match(/--/g)).toHaveLength(2)
    expect(remembered(`${body.replaceAll('\n', '\r\n')}\r\n`, SEAL)).toMatchObject({
      kind: 'ours',
      memory: JSON.parse(JSON.stringify(MEMORY)) as unknown,
      isIntact: true,
    })
  })

  it('is not believed where anybody changed the text, the memory, or lacks the key', () => {
    const keyed = { repository: REPO, key: 'k'.repeat(16) }
    const body = withMemory(MEMORY, 'text', SEAL)
    const isIntact = (text: string, seal: typeof keyed | typeof SEAL = SEAL) => {
      const is = remembered(text, seal)
      return is.kind === 'ours' && is.isIntact
    }
    expect([isIntact(`${body}!`), isIntact(body.replace('"id":5', '"id":999')), isIntact(body, keyed)]).toEqual([false, false, false])
    expect([remembered(withMemory(MEMORY, 'text', keyed), keyed).kind, isIntact(withMemory(MEMORY, 'text', keyed), keyed)]).toEqual([
      'ours',
      true,
    ])
  })

  it('what is no memory says so', () => {
    const kinds = [
      '',
      'hello',
      '<!-- mlops-audit issue {} seal -->',
      withMemory(null as never, '', SEAL),
      withMemory({ key: 3 } as never, '', SEAL),
    ]
    expect(kinds.map((body) => remembered(body, SEAL).kind)).toEqual(['unmarked', 'unmarked', 'broken', 'broken', 'broken'])
  })

  it('keys are one where they do not disagree; an account is only told apart', () => {
    expect([isSameIssue(KEY, { ...KEY, account: 'a' }), isSameIssue(KEY, { ...KEY, environment: 'prod' })]).toEqual([true, false])
    expect(accountHash(REPO, '123456789012')).toMatch(/^[0-9a-f]{6}$/)
    expect(accountHash(REPO, '123456789012')).not.toBe(accountHash('acme/other', '123456789012'))
  })
})

describe('keeping the issue', () => {
  it('opens, stays silent while nothing is new, speaks once of what is, closes, opens again', async () => {
    const hub = new Hub()
    const did = []
    for (const [run, content] of [
      [1, contentOf('clean')],
      [2, contentOf('findings', [item('a')])],
      [3, contentOf('findings', [item('a')])],
      [4, contentOf('findings', [item('a'), item('b')])],
      [5, contentOf('findings', [item('b')])],
      [6, contentOf('unread')],
      [7, contentOf('clean')],
      [8, contentOf('clean')],
      [9, contentOf('findings', [item('a')])],
    ] as const)
      did.push((await keep(hub, run, content)).did)
    expect(did).toEqual(['nothing', 'created', 'edited', 'commented', 'edited', 'edited', 'closed', 'edited', 'reopened'])
    expect(hub.told.map(({ text }) => text.split('\n').at(-1))).toEqual(['findings a', 'new b', 'closed ', 'reopened a'])
    expect(hub.all).toMatchObject([
      { number: 1, state: 'open', state_reason: 'reopened', title: 'Audit of dev (c.yml)', labels: ['audit'], assignees: ['ana'] },
    ])
  })

  it('people’s labels, assignees and titles stay', async () => {
    const hub = new Hub()
    await keep(hub, 1, contentOf('findings', [item('a')]))
    hub.github.issues.set(REPO, 1, { labels: ['theirs'], assignees: ['ben'], title: 'Ours' }, ANA)
    await keep(hub, 2, contentOf('findings', [item('b')]))
    expect(hub.all).toMatchObject([{ labels: ['theirs'], assignees: ['ben'], title: 'Ours', body: expect.stringContaining('findings b') }])
  })

  it('says which labels and people GitHub dropped', async () => {
    const { notices } = await keep(new Hub(), 1, contentOf('findings', [item('a')]), { assignees: ['ana', 'nobody'] })
    expect(notices).toEqual([expect.stringMatching(/issues\/1: assignee `nobody`; it leaves out without a word/)])
  })

  it('an older run writes nothing; a forged newer one is not believed', async () => {
    const hub = new Hub()
    await keep(hub, 5, contentOf('findings', [item('a')]))
    const { did } = await keep(hub, 4, contentOf('clean'))
    expect([did, hub.all[0]?.state, hub.all[0]?.body]).toEqual(['overtaken', 'open', expect.stringContaining('findings a')])
    const [issue] = hub.all
    if (issue) issue.body = (issue.body ?? '').replace('"id":5', '"id":99999')
    const later = await keep(hub, 6, contentOf('findings', [item('a')]))
    expect([later.did, later.notices]).toEqual([
      'commented',
      [expect.stringMatching(/issues\/1 had been changed by hand; it was written anew/)],
    ])
  })

  it('an emptied text is written anew in the same issue, past somebody’s issue of the same title', async () => {
    const hub = new Hub()
    hub.github.issues.add(REPO, { title: 'Audit of dev (c.yml)', body: '', labels: ['audit'] }, ANA)
    await keep(hub, 1, contentOf('findings', [item('a')]))
    hub.github.issues.set(REPO, 2, { body: '' }, ANA)
    await keep(hub, 2, contentOf('findings', [item('a')]))
    expect(hub.all.map(({ body, user }) => [user.login, /findings a/.test(body ?? '')])).toEqual([
      ['ana', false],
      ['github-actions[bot]', true],
    ])
  })

  it('closed by a person stays closed until something is new; closed by another workflow counts as a person’s', async () => {
    for (const who of [ANA, { login: 'github-actions[bot]', id: 41898282, type: 'Bot' } as User]) {
      const hub = new Hub()
      await keep(hub, 1, contentOf('findings', [item('a')]))
      hub.github.issues.set(REPO, 1, { state: 'closed', state_reason: 'not_planned' }, who)
      const same = await keep(hub, 2, contentOf('findings', [item('a')]))
      expect([same.did, hub.all[0]?.state]).toEqual(['left-closed', 'closed'])
      const more = await keep(hub, 3, contentOf('findings', [item('a'), item('b')]))
      expect([more.did, hub.all[0]?.state, hub.told.at(-1)?.text]).toEqual(['reopened', 'open', 'reopened b'])
    }
  })

  it('locked: the text is kept, and the comment that nobody may write is said', async () => {
    const hub = new Hub()
    await keep(hub, 1, contentOf('findings', [item('a')]))
    hub.github.issues.set(REPO, 1, { locked: true }, ANA)
    const { did, notices } = await keep(hub, 2, contentOf('findings', [item('b')]))
    expect([did, notices, hub.all[0]?.body]).toEqual([
      'commented',
      [expect.stringMatching(/is locked: .* no comment was written/)],
      expect.stringContaining('findings b'),
    ])
  })

  it.each(['deleted', { movedTo: 'acme/elsewhere' }] as const)('gone (%j): forgotten, and opened anew', async (fate) => {
    const hub = new Hub()
    await keep(hub, 1, contentOf('findings', [item('a')]))
    hub.github.issues.take(REPO, 1, fate)
    expect((await keep(hub, 2, contentOf('findings', [item('a')]))).did).toBe('created')
    expect(hub.all.map(({ number, state }) => [number, state])).toEqual([[2, 'open']])
  })

  it('a matrix of environments: an issue each; a run that does not know its environment closes none as a double', async () => {
    const hub = new Hub()
    const of = (environment: string | undefined) => ({ key: { config: 'c.yml', environment, account: undefined } })
    for (const environment of ['dev', 'prod']) await keep(hub, 1, contentOf('findings', [item('a')]), of(environment))
    await keep(hub, 2, contentOf('unread'), of(undefined))
    expect(hub.all.map(({ title, state }) => [title, state])).toEqual([
      ['Audit of dev (c.yml)', 'open'],
      ['Audit of prod (c.yml)', 'open'],
    ])
    expect(titleOf({ config: 'c.yml', environment: undefined, account: undefined })).toBe('Audit (c.yml)')
  })

  it('what was not told because the run was cut off is told by the next', async () => {
    const hub = new Hub()
    await keep(hub, 1, contentOf('findings', [item('a')]))
    const clock = new Clock()
    // Found, decided, written, read again; the comment is the next call.
    const cut = keepIssue(
      hub.api(clock, 2, () => 0, 3),
      targetOf(clock, 2),
      contentOf('findings', [item('a'), item('b')]),
    )
    await Promise.all([expect(cut).rejects.toThrow('cut off'), clock.run()])
    const { did } = await keep(hub, 3, contentOf('findings', [item('a'), item('b')]))
    expect([did, hub.told.at(-1)?.text]).toEqual(['commented', 'new b'])
  })
})

type Step =
  | { kind: 'run'; reading: Reading; prints: string[]; environment: string; wait: number; breaksAfter: number }
  | { kind: 'person'; does: 'close' | 'reopen' | 'empty' | 'write' | 'lock' | 'delete' | 'move'; index: number; wait: number }

const wait = fc.integer({ min: 0, max: 2500 })
const aRun = fc.record({
  kind: fc.constant('run' as const),
  reading: fc.constantFrom<Reading[]>('clean', 'findings', 'findings', 'unread'),
  prints: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
  environment: fc.constantFrom('dev', 'dev', 'prod'),
  wait,
  breaksAfter: fc.oneof({ weight: 3, arbitrary: fc.constant(99) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) }),
})
const aPerson = fc.record({
  kind: fc.constant('person' as const),
  does: fc.constantFrom('close', 'close', 'reopen', 'empty', 'write', 'lock', 'delete', 'move'),
  index: fc.nat(3),
  wait,
})

function act(hub: Hub, { does, index }: Step & { kind: 'person' }): void {
  const issue = hub.all[index]
  if (!issue) return
  const { issues } = hub.github
  if (does === 'delete') issues.take(REPO, issue.number, 'deleted')
  else if (does === 'move') issues.take(REPO, issue.number, { movedTo: 'acme/elsewhere' })
  else {
    const changes = {
      close: { state: 'closed' },
      reopen: { state: 'open' },
      empty: { body: '' },
      write: { body: `${issue.body} mine` },
      lock: { locked: true },
    }
    issues.set(REPO, issue.number, changes[does] as Partial<Standing>, ANA)
  }
}

interface Played {
  hub: Hub
  readings: ReadonlyMap<number, Reading>
  /** Open issues of the environment before the last run. */
  before: number
  did: string | undefined
}

/** The story, with runs in each other's way, and after it one more run alone. */
async function play(steps: readonly Step[], last: Step & { kind: 'run' }, delays: readonly number[]): Promise<Played> {
  const hub = new Hub()
  const clock = new Clock()
  let turn = 0
  const latency = () => delays[turn++ % delays.length] ?? 0
  const readings = new Map<number, Reading>()
  const start = (run: number, { reading, prints, environment, breaksAfter }: Step & { kind: 'run' }) => {
    readings.set(run, reading)
    const items = reading === 'findings' ? prints.map((print) => item(print)) : []
    const key = { config: 'c.yml', environment, account: 'abc123' }
    const time = new Date(Date.UTC(2026, 2, run)).toISOString()
    const api = hub.api(clock, run, latency, breaksAfter)
    return keepIssue(api, targetOf(clock, run, { key }), contentOf(reading, items, time)).catch(() => undefined)
  }
  const working: Promise<unknown>[] = []
  const tell = async () => {
    for (const [index, step] of steps.entries()) {
      if (step.kind === 'run') working.push(start(index + 1, step))
      else act(hub, step)
      await clock.sleep(step.wait)
    }
  }
  working.push(tell())
  await clock.run()
  await Promise.all(working)
  const before = hub.all.filter(({ state, title }) => state === 'open' && title.includes(last.environment)).length
  const final = start(LAST, { ...last, breaksAfter: Number.POSITIVE_INFINITY })
  await clock.run()
  return { hub, readings, before, did: (await final)?.did }
}

const LAST = 100

describe('any story of runs and people', () => {
  const story = fc.array(fc.oneof({ weight: 3, arbitrary: aRun }, { weight: 2, arbitrary: aPerson }), { minLength: 1, maxLength: 9 })
  const delays = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 5, maxLength: 20 })
  const openOf = (hub: Hub, environment: string) =>
    hub.all.flatMap((issue) => {
      const is = remembered(issue.body, SEAL)
      return issue.state === 'open' && is.kind === 'ours' && is.memory.key.environment === environment ? [{ issue, ...is }] : []
    })

  it('one issue at most is open, of the newest run; clean ones close, others never do; what is new is told', async () => {
    await fc.assert(
      fc.asyncProperty(story, aRun, delays, async (steps, last, slow) => {
        const { hub, readings, before, did } = await play(steps, last, slow)
        const closing = hub.changes.filter(({ state, reason }) => state === 'closed' && reason !== 'duplicate')
        expect(closing.filter(({ run }) => readings.get(run) !== 'clean')).toEqual([])
        const open = openOf(hub, last.environment)
        const wanted = { clean: [0], findings: did === 'left-closed' ? [0] : [1], unread: before > 0 ? [1] : [0, 1] }
        expect(wanted[last.reading]).toContain(open.length)
        for (const { issue, memory, isIntact } of open) {
          expect([isIntact, memory.run, memory.closed]).toEqual([true, { id: LAST, attempt: 1 }, false])
          const announced = Object.keys(memory.announced).sort()
          if (last.reading === 'findings') expect(announced).toEqual([...last.prints].sort())
          const words = hub.told.filter(({ number }) => number === issue.number).flatMap(({ text }) => text.split(/\s/))
          expect(announced.filter((print) => !issue.locked && !words.includes(print))).toEqual([])
        }
      }),
      { numRuns: lengthOf(150, 20_000) },
    )
  })
})
