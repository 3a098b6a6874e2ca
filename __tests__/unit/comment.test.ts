import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Comment, CommentApi } from '../../src/github/api.ts'
import { type CommentMode, markSection, type SectionTarget, writeSection } from '../../src/github/comment.ts'
import { headAndRest, type Identity, prove } from '../../src/github/identity.ts'
import { asSection, composeSections, markerOf, parseSections, type Sections } from '../../src/github/sections.ts'
import type { RunFacts } from '../../src/github/writer.ts'
import { Clock } from '../support/clock.ts'
import { runs as lengthOf } from '../support/length.ts'

const SETTLE = 700
const IDENTITY: Identity = { repository: 'acme/retail', issue: 7, author: 'bot', key: undefined }
let nonces = 0

/** A job of the run, with what it is told. */
function job(clock: Clock, name: string, overrides: Partial<SectionTarget> = {}): SectionTarget {
  return {
    identity: IDENTITY,
    marker: markerOf('c', name),
    workflows: [],
    settleMs: SETTLE,
    sleep: clock.sleep,
    nonce: () => {
      nonces += 1
      return `nonce-${nonces}`
    },
    warn: () => undefined,
    ...overrides,
  }
}

/** The sections of a comment, below its line of proof. */
const sectionsIn = ({ body = '' }: { body?: string | undefined }): Sections => parseSections(headAndRest(body)[1])
const textsIn = (github: Github) => github.comments.map((comment) => [...sectionsIn(comment).values()])

const OUR_FILE = '.github/workflows/audit.yml'

/** A run of our workflow that has begun at the first moment there is, and is at work. */
const runOfOurs = (id: number, more: Partial<RunFacts & { state: 'known' }> = {}): RunFacts => ({
  ...{ state: 'known', id, attempt: 1, repository: 'acme/retail', workflow: OUR_FILE, from: time(0), until: undefined },
  ...more,
})

const time = (minutes: number) => new Date(minutes * 60_000).toISOString()

/** GitHub with a delay on the way there and back. */
class Github {
  comments: (Comment & { body: string })[] = []
  readonly hidden: number[] = []
  /** What GitHub says of runs. */
  runs: (id: number) => RunFacts = runOfOurs
  /** Minutes since the first moment there is. */
  minutes = 0
  commit: string | undefined
  #id = 0

  /** A comment of whoever has the bot's token. */
  add(body: string, login = 'bot'): Comment & { body: string } {
    this.#id += 1
    const html_url = `https://github.com/acme/retail/pull/7#issuecomment-${this.#id}`
    const comment = { id: this.#id, body, html_url, updated_at: time(this.minutes), user: { login } }
    this.comments.push(comment)
    return comment
  }

  api(clock: Clock, latency: () => number): CommentApi {
    const call = async <T>(effect: () => T): Promise<T> => {
      await clock.sleep(latency())
      const answer = structuredClone(effect())
      await clock.sleep(latency())
      return answer
    }
    const found = (id: number) => {
      const comment = this.comments.find((one) => one.id === id)
      if (!comment) throw Object.assign(new Error('Not Found'), { status: 404 })
      return comment
    }
    return {
      list: () => call(() => this.comments),
      create: (body) => call(() => this.add(body)),
      update: (id, body) => call(() => Object.assign(found(id), { body, updated_at: time(this.minutes) })),
      remove: (id) =>
        call(() => {
          this.comments = this.comments.filter((one) => one.id !== id)
        }),
      hide: (comment) =>
        call(() => {
          this.hidden.push(comment.id)
        }),
      run: (id) => call(() => this.runs(id)),
      newestCommit: () => call(() => this.commit),
    }
  }
}

const said = (text: string, isClean = false) => ({ markdown: () => text, isClean })

describe('one comment for all jobs', () => {
  it('has what each of them says, however their calls fall', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 2, maxLength: 4 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 170 })),
        fc.boolean(),
        async (starts, latencies, exists) => {
          const clock = new Clock()
          const github = new Github()
          const latency = () => latencies.next().value as number
          if (exists) {
            const body = composeSections(new Map([[markerOf('c', '0'), 'of the last commit']]), 65_536, '')
            const comment = github.add('')
            comment.body = prove(IDENTITY, comment.id, body)
          }
          const jobs = starts.map(async (start, index) => {
            await clock.sleep(start)
            return writeSection(github.api(clock, latency), job(clock, String(index)), said(`result ${index}`), 'update')
          })
          const all = Promise.all(jobs)
          await clock.run()
          await all
          expect(github.comments).toHaveLength(1)
          expect(Object.fromEntries(sectionsIn(github.comments[0] ?? {}))).toEqual(
            Object.fromEntries(starts.map((_, index) => [markerOf('c', String(index)), `result ${index}`])),
          )
        },
      ),
      { numRuns: lengthOf(60, 1000) },
    )
  })

  const write = async (github: Github, content: ReturnType<typeof said>, mode: CommentMode, environment = 'dev') => {
    const clock = new Clock()
    const target = job(clock, environment)
    const written = writeSection(
      github.api(clock, () => 1),
      target,
      content,
      mode,
    )
    await clock.run()
    return written
  }

  it('keeps what the newest run says, whichever ends last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }), async (ids) => {
        const clock = new Clock()
        const github = new Github()
        const written = (async () => {
          for (const id of ids) {
            const target = job(clock, 'dev', { run: { id, attempt: 1 } })
            const api = github.api(clock, () => 10)
            await markSection(api, target, `> run ${id} is at work`)
            await writeSection(api, target, said(`result of ${id}`), 'update')
          }
        })()
        await clock.run()
        await written
        const section = sectionsIn(github.comments[0] ?? {}).get(markerOf('c', 'dev')) ?? ''
        expect(section).toBe(`<!-- run ${Math.max(...ids)}.1 -->\nresult of ${Math.max(...ids)}`)
      }),
      { numRuns: 30 },
    )
  })

  it('says on an older result that a newer run is at work, once, and leaves other jobs alone', async () => {
    const clock = new Clock()
    const github = new Github()
    const api = github.api(clock, () => 1)
    const target = (name: string, id: number) => job(clock, name, { run: { id, attempt: 1 } })
    const told = (async () => {
      await markSection(api, target('dev', 1), 'nothing to mark')
      await writeSection(api, target('dev', 1), said('fine'), 'update')
      await writeSection(api, target('prod', 1), said('fine too'), 'update')
      await markSection(api, target('dev', 1), 'the same run')
      await markSection(api, target('dev', 2), '> run 2')
      await markSection(api, target('dev', 3), '> run 3')
    })()
    await clock.run()
    await told
    expect(textsIn(github)).toEqual([['<!-- run 1.1 -->\n<!-- note -->\n> run 3\n<!-- /note -->\n\nfine', '<!-- run 1.1 -->\nfine too']])
  })

  it('starts again when the comment is deleted under its hands', async () => {
    const github = new Github()
    await write(github, said('first'), 'update')
    const [gone] = github.comments
    const clock = new Clock()
    const api = github.api(clock, () => 1)
    const update: CommentApi['update'] = (id, body) => {
      github.comments = github.comments.filter((comment) => comment !== gone)
      return api.update(id, body)
    }
    const target = job(clock, 'dev')
    const written = writeSection({ ...api, update }, target, said('second'), 'update')
    await clock.run()
    expect([await written, github.comments.length]).toEqual([expect.stringMatching(/#issuecomment-2$/), 1])
  })

  it('`changes-only` says nothing while there is nothing to say, and keeps up to date what it said', async () => {
    const github = new Github()
    expect(await write(github, said('fine', true), 'changes-only')).toBeUndefined()
    expect(github.comments).toEqual([])
    await write(github, said('broken'), 'changes-only')
    await write(github, said('fine again', true), 'changes-only')
    expect(textsIn(github)).toEqual([['fine again']])
  })

  it('`delete-when-clean` takes its section back, and the comment with the last one', async () => {
    const github = new Github()
    await write(github, said('broken'), 'delete-when-clean', 'dev')
    await write(github, said('broken too'), 'delete-when-clean', 'prod')
    await write(github, said('', true), 'delete-when-clean', 'dev')
    expect(textsIn(github)).toEqual([['broken too']])
    await write(github, said('', true), 'delete-when-clean', 'prod')
    expect(github.comments).toEqual([])
    expect(await write(github, said('', true), 'delete-when-clean')).toBeUndefined()
  })

  it('`hide-old` hides them too', async () => {
    const github = new Github()
    for (const text of ['first', 'second', 'third']) await write(github, said(text), 'hide-old')
    expect(github.hidden).toEqual([1, 2])
    expect(github.comments.map(({ body }) => /Superseded/.test(body))).toEqual([true, true, false])
  })

  it('`new` folds the older ones and links the new one', async () => {
    const github = new Github()
    await write(github, said('first'), 'new')
    expect(await write(github, said('second'), 'new')).toMatch(/#issuecomment-2$/)
    expect(github.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^Superseded by \[a newer result\]\(https:\S+#issuecomment-2\)[\s\S]*first/),
      expect.stringMatching(/second/),
    ])
    await write(github, said('third'), 'new')
    expect(github.comments.map(({ body }) => body.match(/Superseded/g)?.length ?? 0)).toEqual([1, 1, 0])
  })
})

describe('whose comment it is', () => {
  const KEYED: Identity = { ...IDENTITY, key: 'a secret of the repository' }
  const body = (text: string, name = 'dev') => composeSections(new Map([[markerOf('c', name), text]]), 65_536, '')
  const act = async (github: Github, text: string, overrides: Partial<SectionTarget> = {}, mode: CommentMode = 'update') => {
    const clock = new Clock()
    const api = github.api(clock, () => 1)
    const done = (async () => {
      await markSection(api, job(clock, 'dev', overrides), '> at work')
      return writeSection(api, job(clock, 'dev', overrides), said(text), mode)
    })()
    await clock.run()
    return done
  }

  /** What a comment can have that is not ours, though it looks like it. */
  const FORGERIES: readonly (readonly [string, (github: Github, identity: Identity) => Comment & { body: string }])[] = [
    [
      'by another author, with our proof',
      (github, identity) => {
        const comment = github.add('', 'mallory')
        comment.body = prove(identity, comment.id, body('forged'))
        return comment
      },
    ],
    ['by another workflow’s bot, of the same first line', (github, identity) => github.add(prove(identity, 1, body('forged')))],
    ['by another workflow’s bot, with a number guessed', (github, identity) => github.add(prove(identity, 99, body('forged')))],
    [
      'by another workflow’s bot, as a comment that is not numbered yet',
      (github) => github.add(`<!-- mlops-audit new nonce-1 -->\n${body('forged')}`),
    ],
    ['of the form of old', (github) => github.add(`<!-- mlops-audit -->\n${body('forged')}`)],
    [
      'with our line further down',
      (github, identity) => {
        const comment = github.add('')
        comment.body = `A title\n${prove(identity, comment.id, body('forged'))}`
        return comment
      },
    ],
  ]

  it.each(
    FORGERIES.flatMap(([name, forge]) =>
      [IDENTITY, KEYED].map((identity) => [name, identity.key ? 'with a key' : 'without one', forge, identity] as const),
    ),
  )('a comment %s, %s, is never written, folded or removed, in any mode', async (_, __, forge, identity) => {
    for (const mode of ['update', 'new', 'hide-old', 'changes-only', 'delete-when-clean'] as const) {
      const github = new Github()
      // So that a number can be guessed wrong.
      github.add('chatter', 'ana')
      const forged = forge(github, identity)
      const before = structuredClone(forged)
      for (const text of ['first', 'second']) await act(github, text, { identity, run: { id: 5, attempt: 1 } }, mode)
      expect([mode, github.comments.find(({ id }) => id === forged.id), github.hidden.includes(forged.id)]).toEqual([mode, before, false])
      expect([mode, github.comments.some((one) => [...sectionsIn(one).values()].includes('<!-- run 5.1 -->\nsecond'))]).toEqual([
        mode,
        true,
      ])
    }
  })

  const RUN = { id: 50, attempt: 1 }
  /** What another workflow's bot, which knows the number of a comment of its own, can say in its first line, and what GitHub knows of it. */
  const CLAIMS: readonly (readonly [string, number | undefined, Partial<Record<number, RunFacts>>, boolean])[] = [
    ['no run', undefined, {}, false],
    ['a run of its own workflow', 40, { 40: runOfOurs(40, { workflow: '.github/workflows/coverage.yml' }) }, false],
    ['a workflow of a like name', 40, { 40: runOfOurs(40, { workflow: '.github/workflows/audit.yml.yml' }) }, false],
    ['a run of another repository', 40, { 40: runOfOurs(40, { repository: 'mallory/retail' }) }, false],
    ['a run that is not there any more', 40, { 40: { state: 'unknown' } }, false],
    ['a newer run that has not been', 999_999, { 999999: { state: 'unknown' } }, false],
    ['a run of ours that had ended by then', 40, { 40: runOfOurs(40, { until: time(7) }) }, false],
    ['a run of ours that had not begun by then', 40, { 40: runOfOurs(40, { from: time(13) }) }, false],
    ['a run whose times are none', 40, { 40: runOfOurs(40, { from: 'yesterday' }) }, false],
    ['a run that GitHub tells nothing of', 40, { 40: { state: 'untold' } }, false],
    // What stays possible, and what is meant.
    ['a run of ours that was at work', 40, { 40: runOfOurs(40, { from: time(9), until: time(11) }) }, true],
    ['a run of ours, of the workflow as a branch has it', 40, { 40: runOfOurs(40, { workflow: `${OUR_FILE}@refs/heads/x@y` }) }, true],
    ['a workflow that shares the comment', 40, { 40: runOfOurs(40, { workflow: '.github/workflows/deploy.yml@main' }) }, true],
  ]

  it.each(CLAIMS)('without a key, a comment that knows its number and names %s', async (_, run, known, isTaken) => {
    const github = Object.assign(new Github(), { minutes: 10, runs: (id: number) => known[id] ?? runOfOurs(id, { from: time(12) }) })
    const sticky = github.add('coverage: 81 %')
    sticky.body = prove(IDENTITY, sticky.id, body('coverage: 82 %'), run)
    const before = sticky.body
    github.minutes = 13
    const warned: string[] = []
    const overrides = { run: RUN, workflows: ['.github/workflows/deploy.yml'], warn: (text: string) => void warned.push(text) }
    for (const text of ['first', 'second']) await act(github, text, overrides)
    expect([github.comments.length, github.comments[0]?.body === before]).toEqual(isTaken ? [1, false] : [2, true])
    expect(textsIn(github).at(-1)).toEqual(['<!-- run 50.1 -->\nsecond'])
    const says = expect.stringMatching(/#issuecomment-1 says it is of this tool and does not prove it: .* of another workflow.* left alone/)
    expect(warned).toEqual(isTaken ? [] : [says, says])
  })

  it('with a key, a comment that knows its number and names a run of ours at work is none of ours', async () => {
    const github = new Github()
    const sticky = github.add('coverage: 81 %')
    sticky.body = prove(IDENTITY, sticky.id, body('forged'), RUN.id)
    const warned: string[] = []
    await act(github, 'ours', { identity: KEYED, run: RUN, warn: (text) => warned.push(text) })
    expect([github.comments.length, warned]).toEqual([2, [expect.stringMatching(/#issuecomment-1 says it is of this tool/)]])
  })

  it('where GitHub tells the token nothing of runs, nothing is written over: a run comments for itself, once, and says what is missing', async () => {
    const github = Object.assign(new Github(), { runs: (): RunFacts => ({ state: 'untold' }), commit: 'c0ffee1' })
    const sticky = github.add('coverage: 81 %')
    sticky.body = prove(IDENTITY, sticky.id, body('coverage: 82 %'), 40)
    const before = structuredClone(sticky)
    const warned: string[] = []
    const overrides = { run: RUN, commit: 'c0ffee1', warn: (text: string) => void warned.push(text) }
    await act(github, 'ours', overrides)
    expect([github.comments.length, github.comments[0]]).toEqual([2, before])
    expect(warned).toEqual([
      expect.stringMatching(/#issuecomment-1 is: it is left alone.*`permissions: actions: read`, or set `comment-key`/),
    ])
    // Nobody can tell then which of two runs is the newer; of an older commit nothing is said any more.
    await act(github, 'late', { ...overrides, commit: 'c0ffee0' })
    expect([github.comments.length, github.comments[0]]).toEqual([2, before])
  })

  it('where GitHub does not know this very run, and so none, author and number decide, which is said', async () => {
    const github = Object.assign(new Github(), { runs: (): RunFacts => ({ state: 'unknown' }) })
    const warned: string[] = []
    for (const text of ['first', 'second']) await act(github, text, { run: RUN, warn: (said) => void warned.push(said) })
    expect([textsIn(github), warned]).toEqual([
      [['<!-- run 50.1 -->\nsecond']],
      [expect.stringMatching(/does not know the run that this is, so https:\S+#issuecomment-1 counts as this tool's/)],
    ])
  })

  it('who claims much is not asked about for ever', async () => {
    const asked = new Set<number>()
    const runs = (id: number) => runOfOurs(id, asked.add(id).has(id) && id !== RUN.id ? { repository: 'mallory/retail' } : {})
    const github = Object.assign(new Github(), { runs })
    for (let id = 1000; id < 1200; id += 1) {
      const comment = github.add('')
      comment.body = prove(IDENTITY, comment.id, body('forged'), id)
    }
    await act(github, 'ours', { run: RUN })
    expect([asked.size < 25, github.comments.length]).toEqual([true, 201])
  })

  it('with a key, a comment changed by hand is no longer ours, nor one of another key, issue or repository', async () => {
    const changes: readonly ((comment: Comment & { body: string }) => Identity)[] = [
      (comment) => {
        comment.body = comment.body.replace('fails', 'passes')
        return KEYED
      },
      () => ({ ...KEYED, key: 'another secret, just as long' }),
      () => ({ ...KEYED, issue: 8 }),
      () => ({ ...KEYED, repository: 'acme/other' }),
    ]
    for (const change of changes) {
      const github = new Github()
      await act(github, 'it fails', { identity: KEYED })
      const [comment] = github.comments
      const identity = comment ? change(comment) : KEYED
      const before = comment?.body
      await act(github, 'again', { identity })
      expect([github.comments.length, github.comments[0]?.body === before]).toEqual([2, true])
    }
  })

  it('with a key it is found again, with line ends of any kind', async () => {
    const github = new Github()
    await act(github, 'line\nline', { identity: KEYED })
    for (const comment of github.comments) comment.body = `${comment.body.replaceAll('\n', '\r\n')}\r\n`
    await act(github, 'again', { identity: KEYED })
    expect(textsIn(github)).toEqual([['again']])
  })

  const SAID = 999_999_999_999
  it.each<[string, RunFacts, boolean]>([
    ['that GitHub does not know', { state: 'unknown' }, true],
    ['that GitHub tells nothing of', { state: 'untold' }, true],
    ['that GitHub knows', runOfOurs(SAID), false],
    ['of another workflow', runOfOurs(SAID, { workflow: '.github/workflows/coverage.yml' }), true],
    ['of a workflow that shares the comment', runOfOurs(SAID, { workflow: '.github/workflows/deploy.yml' }), false],
    ['of another repository', runOfOurs(SAID, { repository: 'mallory/retail' }), true],
  ])('a section of a newer run %s', async (_, newer, isWritten) => {
    const hub = Object.assign(new Github(), { runs: (id: number) => (id === SAID ? newer : runOfOurs(id)) })
    const comment = hub.add('')
    comment.body = prove(IDENTITY, comment.id, body(`<!-- run ${SAID}.1 -->\nforged`), 5)
    await act(hub, 'ours', { run: { id: 5, attempt: 1 }, workflows: ['.github/workflows/deploy.yml'] })
    expect(textsIn(hub)).toEqual([[isWritten ? '<!-- run 5.1 -->\nours' : `<!-- run ${SAID}.1 -->\nforged`]])
  })

  it('a call that was carried out twice leaves one comment', async () => {
    const github = new Github()
    const clock = new Clock()
    const api = github.api(clock, () => 1)
    const create: CommentApi['create'] = async (text) => {
      await api.create(text)
      return api.create(text)
    }
    for (const mode of ['update', 'new'] as const) {
      github.comments = []
      const written = writeSection({ ...api, create }, job(clock, 'dev'), said('once'), mode)
      await clock.run()
      await written
      expect([mode, textsIn(github)]).toEqual([mode, [['once']]])
    }
  })
})

describe('sections', () => {
  const text = fc.string({
    maxLength: 300,
    unit: fc.constantFrom('a', '\n', '<', '!', '-', '>', ' ', '/', '<!-- mlops-audit {} -->', '<!-- /mlops-audit -->'),
  })
  const sections = fc
    .array(
      fc.tuple(
        fc.string({ maxLength: 20 }).map((name) => markerOf('c.yml', name)),
        text.map(asSection),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((entries) => new Map(entries))

  it('come back from the comment as they went in', () => {
    fc.assert(
      fc.property(sections, (given) =>
        expect(Object.fromEntries(parseSections(composeSections(given, 65_536, '')))).toEqual(Object.fromEntries(given)),
      ),
    )
  })

  it('fit, and the run that writes keeps its own the longest', () => {
    const long = (length: number) => 'line\n'.repeat(length / 5)
    const given = new Map([
      [markerOf('c', 'a'), long(40_000)],
      [markerOf('c', 'b'), long(50_000)],
    ])
    const body = composeSections(given, 65_536, markerOf('c', 'a'))
    expect(body.length).toBeLessThanOrEqual(65_536)
    const parsed = parseSections(body)
    expect(parsed.get(markerOf('c', 'a'))).toBe(long(40_000).trim())
    expect(parsed.get(markerOf('c', 'b'))).toMatch(/line\n\n<sub>Shortened to make room/)
  })
})
