import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Comment, type CommentApi, type CommentMode, markSection, writeSection } from '../../src/github/comment.ts'
import { asSection, composeSections, markerOf, parseSections } from '../../src/github/sections.ts'

/** A clock that moves only when everyone waits. */
class Clock {
  #now = 0
  readonly #waiting: { at: number; wake: () => void }[] = []

  sleep = (ms: number): Promise<void> => new Promise((wake) => this.#waiting.push({ at: this.#now + ms, wake }))

  async run(): Promise<void> {
    for (;;) {
      await new Promise((done) => setImmediate(done))
      const next = this.#waiting.sort((a, b) => a.at - b.at).shift()
      if (!next) return
      this.#now = next.at
      next.wake()
    }
  }
}

const SETTLE = 700

/** GitHub with a delay on the way there and back. */
class Github {
  comments: (Comment & { body: string })[] = []
  readonly hidden: number[] = []
  #id = 0

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
      list: () => call(() => this.comments.filter(({ body }) => body.startsWith('<!-- mlops-audit'))),
      create: (body) =>
        call(() => {
          this.#id += 1
          const comment = { id: this.#id, body, html_url: `#${this.#id}`, user: { login: 'bot' } }
          this.comments.push(comment)
          return comment
        }),
      update: (id, body) => call(() => Object.assign(found(id), { body })),
      remove: (id) =>
        call(() => {
          this.comments = this.comments.filter((one) => one.id !== id)
        }),
      hide: (comment) =>
        call(() => {
          this.hidden.push(comment.id)
        }),
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
            github.comments.push({ id: 0, body, html_url: '#0', user: { login: 'bot' } })
          }
          const jobs = starts.map(async (start, index) => {
            await clock.sleep(start)
            const target = { marker: markerOf('c', String(index)), settleMs: SETTLE, sleep: clock.sleep }
            return writeSection(github.api(clock, latency), target, said(`result ${index}`), 'update')
          })
          const all = Promise.all(jobs)
          await clock.run()
          await all
          expect(github.comments).toHaveLength(1)
          expect(Object.fromEntries(parseSections(github.comments[0]?.body ?? ''))).toEqual(
            Object.fromEntries(starts.map((_, index) => [markerOf('c', String(index)), `result ${index}`])),
          )
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) },
    )
  })

  const write = async (github: Github, content: ReturnType<typeof said>, mode: CommentMode, environment = 'dev') => {
    const clock = new Clock()
    const target = { marker: markerOf('c', environment), settleMs: SETTLE, sleep: clock.sleep }
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
            const target = { marker: markerOf('c', 'dev'), run: { id, attempt: 1 }, settleMs: SETTLE, sleep: clock.sleep }
            const api = github.api(clock, () => 10)
            await markSection(api, target, `> run ${id} is at work`)
            await writeSection(api, target, said(`result of ${id}`), 'update')
          }
        })()
        await clock.run()
        await written
        const section = parseSections(github.comments[0]?.body ?? '').get(markerOf('c', 'dev')) ?? ''
        expect(section).toBe(`<!-- run ${Math.max(...ids)}.1 -->\nresult of ${Math.max(...ids)}`)
      }),
      { numRuns: 30 },
    )
  })

  it('says on an older result that a newer run is at work, once, and leaves other jobs alone', async () => {
    const clock = new Clock()
    const github = new Github()
    const api = github.api(clock, () => 1)
    const target = (name: string, id: number) => ({
      marker: markerOf('c', name),
      run: { id, attempt: 1 },
      settleMs: SETTLE,
      sleep: clock.sleep,
    })
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
    expect(github.comments.map(({ body }) => [...parseSections(body).values()])).toEqual([
      ['<!-- run 1.1 -->\n<!-- note -->\n> run 3\n<!-- /note -->\n\nfine', '<!-- run 1.1 -->\nfine too'],
    ])
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
    const target = { marker: markerOf('c', 'dev'), settleMs: SETTLE, sleep: clock.sleep }
    const written = writeSection({ ...api, update }, target, said('second'), 'update')
    await clock.run()
    expect([await written, github.comments.length]).toEqual(['#2', 1])
  })

  it('`changes-only` says nothing while there is nothing to say, and keeps up to date what it said', async () => {
    const github = new Github()
    expect(await write(github, said('fine', true), 'changes-only')).toBeUndefined()
    expect(github.comments).toEqual([])
    await write(github, said('broken'), 'changes-only')
    await write(github, said('fine again', true), 'changes-only')
    expect(github.comments.map(({ body }) => [...parseSections(body).values()])).toEqual([['fine again']])
  })

  it('`delete-when-clean` takes its section back, and the comment with the last one', async () => {
    const github = new Github()
    await write(github, said('broken'), 'delete-when-clean', 'dev')
    await write(github, said('broken too'), 'delete-when-clean', 'prod')
    await write(github, said('', true), 'delete-when-clean', 'dev')
    expect(github.comments.map(({ body }) => [...parseSections(body).values()])).toEqual([['broken too']])
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
    expect(await write(github, said('second'), 'new')).toBe('#2')
    expect(github.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^Superseded by \[a newer result\]\(#2\)[\s\S]*first/),
      expect.stringMatching(/second/),
    ])
    await write(github, said('third'), 'new')
    expect(github.comments.map(({ body }) => body.match(/Superseded/g)?.length ?? 0)).toEqual([1, 1, 0])
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
