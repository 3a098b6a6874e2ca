import { announcedAfter, changesOf, type IssueChanges, type IssueItem, type TrendPoint } from '../../model/issue.ts'
import { compareRuns, type RunNumber } from '../sections.ts'
import { isNewerRun } from '../writer.ts'
import type { Issue, IssueApi, IssueChange } from './api.ts'
import { decide, type IssueRules, type Move, type Seen, type Standing, type Word } from './decide.ts'
import { type Found, findIssue, type IssuePlace, titleOf } from './find.ts'
import { type IssueKey, type IssueMemory, MOST_POINTS, withMemory } from './memory.ts'

export interface IssueTarget extends IssuePlace {
  /** This run among others: an older one writes nothing over what a newer one says. Undefined: nobody counts. */
  run: RunNumber | undefined
  /** Other workflow files that keep the same issue. */
  workflows: readonly string[]
  /** Given when it is created, and left to people from then on. */
  assignees: readonly string[]
  rules: IssueRules
  /** How long another run may take between reading the issue and writing it. */
  settleMs: number
  sleep(ms: number): Promise<void>
}

/** What a text is written from, beside the run's own findings. */
interface IssueStand<Item extends IssueItem> extends IssueChanges<Item> {
  trend: readonly TrendPoint[]
  /** When everything was last looked at; undefined: never. */
  read: string | undefined
  /** The text that stands, for a run that has none of its own to put in its place. */
  previous: string | undefined
}

export interface IssueContent<Item extends IssueItem = IssueItem> extends Seen {
  items: readonly Item[]
  /** This run's point in the trend; none where it could not look. */
  point: TrendPoint | undefined
  /** No longer than `limit` characters. */
  body(stand: IssueStand<Item>, limit: number): string
  comment(word: Word, stand: IssueStand<Item>): string
}

/** What became of the issue. */
export type Deed = 'nothing' | 'created' | 'edited' | 'commented' | 'closed' | 'reopened' | 'left-closed' | 'overtaken' | 'contested'

export interface Kept {
  did: Deed
  url: string | undefined
  notices: readonly string[]
}

/** GitHub's limit on a body. */
const BODY_LIMIT = 65_536
/** Runs that keep overwriting each other longer than this are none of ours. */
const MOST_ATTEMPTS = 8

/**
 * Keeps the one issue of a config and environment true, whatever other runs and people do at the same time: after writing it is read again,
 * and written again where another run has overwritten it or made a second one. What is to be told counts as told after it was: a run that
 * is cut off in between leaves it to the next.
 */
export async function keepIssue<Item extends IssueItem>(api: IssueApi, target: IssueTarget, content: IssueContent<Item>): Promise<Kept> {
  const keeper = new Keeper(api, target, content)
  let did: Deed | undefined
  for (let attempt = 1; attempt <= MOST_ATTEMPTS && did === undefined; attempt += 1) did = await keeper.attempt()
  return { did: did ?? 'contested', url: keeper.url, notices: [...keeper.notices] }
}

class Keeper<Item extends IssueItem> {
  readonly notices = new Set<string>()
  url: string | undefined
  readonly #api: IssueApi
  readonly #target: IssueTarget
  readonly #content: IssueContent<Item>
  readonly #made: number[] = []
  #word: Word | undefined
  #moved: 'open' | 'closed' | undefined

  constructor(api: IssueApi, target: IssueTarget, content: IssueContent<Item>) {
    this.#api = api
    this.#target = target
    this.#content = content
  }

  /** Undefined: what was written did not stand, once more. */
  async attempt(): Promise<Deed | undefined> {
    const found = await findIssue(this.#api, this.#target, this.#made)
    this.url = found?.issue.html_url
    if (await this.#isOvertaken(found)) return 'overtaken'
    const standing = standingOf(found, this.#target)
    const move = decide(standing, this.#content, this.#target.rules)
    if (move.kind === 'nothing') return 'nothing'
    if (move.kind === 'create' || !found) return this.#create()
    const isMade = this.#made.includes(found.issue.number)
    if (!found.memory) this.notices.add(`The text of ${found.issue.html_url} had been changed by hand; it was written anew.`)
    if (!(await this.#edit(found, move))) return undefined
    this.#moved ??= move.to
    if (isMade) return 'created'
    if (this.#moved !== undefined) return this.#moved === 'closed' ? 'closed' : 'reopened'
    if (standing.kind === 'closed-by-others') return 'left-closed'
    return this.#word === undefined ? 'edited' : 'commented'
  }

  /** A newer run has spoken: by the seal of the repository's key, or because GitHub knows such a run of ours. */
  async #isOvertaken(found: Found | undefined): Promise<boolean> {
    const { run, seal, repository, workflows } = this.#target
    const said = found?.memory?.run
    if (said === undefined || run === undefined || compareRuns(said, run) <= 0) return false
    if (seal !== undefined) return true
    return isNewerRun(said, await this.#api.run(said.id), { repository, own: await this.#api.run(run.id), workflows })
  }

  async #create(): Promise<Deed | undefined> {
    const { labels, assignees, key, settleMs, sleep } = this.#target
    const stand = this.#stand(undefined)
    const told = { announced: announcedAfter(this.#content.items, stand), spoken: this.#content.time, closed: false }
    const body = this.#written(key, stand, told)
    const made = await this.#api.create({ title: titleOf(key), body, labels: [...labels], assignees: [...assignees] })
    this.#made.push(made.number)
    for (const notice of droppedBy(this.#target, made)) this.notices.add(notice)
    await sleep(settleMs)
    const found = await findIssue(this.#api, this.#target, this.#made)
    if (found?.issue.number !== made.number || !isSameText(found.issue.body, body)) return undefined
    this.url = made.html_url
    return 'created'
  }

  async #edit(found: Found, move: Move & { kind: 'edit' }): Promise<boolean> {
    const { issue, memory } = found
    const { items, time } = this.#content
    const stand = this.#stand(found)
    const key = merged(this.#target.key, found.key)
    const staysClosed = move.to === undefined && issue.state === 'closed' && memory?.closed === true
    const told = { announced: announcedAfter(items, stand), spoken: memory?.spoken ?? time, closed: move.to === 'closed' || staysClosed }
    const last = { body: this.#written(key, stand, { ...told, ...(move.word ? { spoken: time } : {}) }), ...stateOf(move) }
    if (move.word === undefined || this.#word !== undefined) return this.#stands(issue, last)
    // Until it is told, what was announced before counts; a reopened issue is open before anyone is called to it.
    const body = this.#written(key, stand, { ...told, announced: memory?.announced ?? {}, closed: false })
    const first = { body, ...(move.to === 'open' ? stateOf(move) : {}) }
    if (!(await this.#stands(issue, first))) return false
    if (move.to !== undefined) this.#moved ??= move.to
    if (!(await this.#api.comment(issue.number, this.#content.comment(move.word, stand))))
      this.notices.add(`${issue.html_url} is locked: its text was brought up to date, and no comment was written.`)
    this.#word = move.word
    return this.#stands(issue, last)
  }

  #stand(found: Found | undefined): IssueStand<Item> {
    const { items, isFixed, reading, point, time } = this.#content
    const { memory, text: previous } = found ?? {}
    const trend = [...(memory?.trend ?? []), ...(point ? [point] : [])].slice(-MOST_POINTS)
    // Nobody is told twice of a run: what is written again has its point already.
    const once = trend.filter(({ time: of }, index) => index === trend.findIndex((one) => one.time === of))
    return { ...changesOf(items, memory?.announced, isFixed), trend: once, read: reading === 'unread' ? memory?.read : time, previous }
  }

  /** The text, and the memory that goes with it. */
  #written(key: IssueKey, stand: IssueStand<Item>, told: Pick<IssueMemory, 'announced' | 'spoken' | 'closed'>): string {
    const { run, repository, seal } = this.#target
    const memory: IssueMemory = { key, run, ...told, read: stand.read, trend: stand.trend }
    const sealed = (text: string) => withMemory(memory, text, { repository, key: seal })
    return sealed(this.#content.body(stand, BODY_LIMIT - sealed('').length))
  }

  /** Writes, lets others write, and reads again. Gone is not standing. */
  async #stands({ number }: Issue, change: IssueChange & { body: string }): Promise<boolean> {
    if (!(await this.#api.change(number, change))) return false
    await this.#target.sleep(this.#target.settleMs)
    const now = await this.#api.get(number)
    return now !== undefined && isSameText(now.body, change.body) && (change.state === undefined || now.state === change.state)
  }
}

function standingOf(found: Found | undefined, { author }: IssueTarget): Standing {
  if (!found) return { kind: 'none' }
  const { issue, memory } = found
  const kept = { announced: memory?.announced, spoken: memory?.spoken }
  if (issue.state === 'open') return { kind: 'open', ...kept }
  // Whoever has the token of a job closes in the same name: what we closed ourselves is remembered.
  const byUs = memory?.closed === true && (issue.closed_by === undefined || issue.closed_by === null || issue.closed_by.login === author)
  return { kind: byUs ? 'closed-by-us' : 'closed-by-others', ...kept }
}

/** What this run could not find out of itself is kept. */
function merged(own: IssueKey, stood: IssueKey): IssueKey {
  return { config: own.config, environment: own.environment ?? stood.environment, account: own.account ?? stood.account }
}

function stateOf({ to }: Move & { kind: 'edit' }): Omit<IssueChange, 'body'> {
  if (to === undefined) return {}
  return to === 'closed' ? { state: 'closed', state_reason: 'completed' } : { state: 'open', state_reason: 'reopened' }
}

function isSameText(one: string | null | undefined, other: string): boolean {
  const trimmed = (text: string) => text.replaceAll('\r\n', '\n').trimEnd()
  return trimmed(one ?? '') === trimmed(other)
}

/** GitHub leaves out labels and people that the token may not give, without a word. */
function droppedBy({ labels, assignees }: IssueTarget, made: Issue): string[] {
  const given = {
    label: made.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    assignee: (made.assignees ?? []).map(({ login }) => login),
  }
  const lacks = (kind: keyof typeof given, one: string) => !given[kind].some((has) => has.toLowerCase() === one.toLowerCase())
  const lost = [
    ...labels.filter((one) => lacks('label', one)).map((one) => `label \`${one}\``),
    ...assignees.filter((one) => lacks('assignee', one)).map((one) => `assignee \`${one}\``),
  ]
  const why = 'it leaves out without a word whom it does not know, or who may not be assigned here'
  return lost.length === 0 ? [] : [`GitHub did not take for ${made.html_url}: ${lost.join(', ')}; ${why}.`]
}
