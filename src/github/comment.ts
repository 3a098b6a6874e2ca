import { AuditError } from '../model/errors.ts'
import { link } from '../text/markdown.ts'
import { type Comment, type CommentApi, openApi } from './api.ts'
import { HEAD_LIMIT, headAndRest, prove, unproven } from './identity.ts'
import { type Claimant, Ownership } from './ownership.ts'
import { asSection, compareRuns, composeSections, numbered, parseSections, runOf, type Sections, withNote } from './sections.ts'
import { goneIsNothing } from './status.ts'

export interface CommentTarget extends SectionTarget {
  token: string
  /** REST root, e.g. `https://api.github.com`; GitHub Enterprise Server has its own. */
  apiUrl: string
}

export interface SectionTarget extends Claimant {
  /** The section of this run: one per config and environment. */
  marker: string
  commit?: string | undefined
  /** How long another job may take between reading the comment and writing it. */
  settleMs: number
  sleep(ms: number): Promise<void>
  /** A text that nobody else has, for a comment until it has a number. */
  nonce(): string
  /** Told of comments that say they are ours and do not prove it. */
  warn(text: string): void
}

/** `update` the one comment; `new` for each run, the old ones folded, or hidden as outdated too (`hide-old`); only when there is something to say; or none when all is well. */
export type CommentMode = 'update' | 'new' | 'hide-old' | 'changes-only' | 'delete-when-clean'

/** GitHub's limit on a comment's body, without the line of proof. */
const COMMENT_LIMIT = 65_536 - HEAD_LIMIT
/** What a section has at least, however long the others are. */
const LEAST = 10_000

export interface CommentContent {
  /** The section's text, no longer than `limit` characters. */
  markdown(limit: number): string
  /** Nothing changes and nothing is wrong. */
  isClean: boolean
}

/**
 * Writes this run's section into the one comment of the pull request. Answers the comment's URL; undefined when there is none.
 * @throws GITHUB_CALL_FAILED, with the missing permission when GitHub names it
 */
export async function writeComment(target: CommentTarget, content: CommentContent, mode: CommentMode): Promise<string | undefined> {
  try {
    return await writeSection(await openApi(apiPlace(target)), target, content, mode)
  } catch (error) {
    throw explain(error)
  }
}

/**
 * Says on the section that stands that a newer run is at work, so that nobody decides from what it says of an older commit.
 * Nothing is there to say where there is no section.
 */
export async function markSuperseded(target: CommentTarget, note: string): Promise<void> {
  await markSection(await openApi(apiPlace(target)), target, note)
}

export async function markSection(api: CommentApi, target: SectionTarget, note: string): Promise<void> {
  const thread = open(api, target)
  const ours = await oursOf(thread)
  const [first] = ours
  const section = sectionsOf(ours).get(target.marker)
  if (!first || section === undefined || isOfThisRun(section, target) || (await isOvertaken(thread, ours))) return
  await update(thread, first.id, bodyOf(ours, target, withNote(section, note)))
}

/** The comments of a pull request, and what is known of whose they are. */
interface Thread {
  api: CommentApi
  target: SectionTarget
  ownership: Ownership
}

const open = (api: CommentApi, target: SectionTarget): Thread => ({ api, target, ownership: new Ownership(api, target) })

/** Jobs that keep overwriting each other longer than this are no matrix. */
const MOST_ATTEMPTS = 8

/**
 * Whatever other jobs do at the same time: after writing, the comment is read again, and written again when another job has
 * overwritten it, or has made a second one.
 */
export async function writeSection(
  api: CommentApi,
  target: SectionTarget,
  content: CommentContent,
  mode: CommentMode,
): Promise<string | undefined> {
  const thread = open(api, target)
  if (mode === 'new' || mode === 'hide-old') return writeNew(thread, content, mode === 'hide-old')
  const { ours, foreign, untold, isUnproven } = await thread.ownership.sort(await api.list())
  for (const { html_url } of foreign)
    target.warn(
      `${html_url} says it is of this tool and does not prove it: forged, changed by hand, of another workflow, or of a run that was cut off or is gone. It is left alone.`,
    )
  if (isUnproven && ours[0])
    target.warn(
      `GitHub does not know the run that this is, so ${ours[0].html_url} counts as this tool's by its author and number alone; \`comment-key\` proves more.`,
    )
  if (untold[0]) {
    target.warn(
      `GitHub does not tell this token of runs, so nothing proves whose ${untold[0].html_url} is: it is left alone, and this run comments for itself. Give the job \`permissions: actions: read\`, or set \`comment-key\`.`,
    )
    if (await isOfOlderCommit(thread)) return undefined
  }
  if (await isOvertaken(thread, ours)) return ours[0]?.html_url
  const isThere = ours.some((comment) => sectionsIn(comment).has(target.marker))
  if (content.isClean && mode === 'delete-when-clean') return isThere ? removeSection(thread, ours) : undefined
  if (content.isClean && mode === 'changes-only' && !isThere) return undefined
  return writeShared(thread, content, ours)
}

async function writeShared(thread: Thread, content: CommentContent, found: readonly Comment[]): Promise<string | undefined> {
  const { api, target } = thread
  let ours = found
  for (let attempt = 1; ; attempt += 1) {
    const [first, ...extra] = ours
    const section = sectionText(target, content, ours)
    const body = bodyOf(ours, target, section)
    const written = first ? await update(thread, first.id, body) : await create(thread, body)
    // Two jobs made a comment each: the older one stays, and has taken what the others say.
    for (const comment of extra) await api.remove(comment.id)
    await target.sleep(target.settleMs)
    ours = await oursOf(thread)
    if (await isOvertaken(thread, ours)) return ours[0]?.html_url
    const [one] = ours
    const isWritten = written && one && ours.length === 1 && one.id === written.id && sectionsIn(one).get(target.marker) === section
    if (isWritten || attempt >= MOST_ATTEMPTS) return written?.html_url
  }
}

/** The comment gets its number from GitHub, and says it from then on. A call that was carried out twice has made two: one goes. */
async function create(thread: Thread, body: string): Promise<Comment | undefined> {
  const { api, target } = thread
  const head = unproven(target.nonce())
  const made = await api.create(`${head}\n${body}`)
  const bound = await update(thread, made.id, body)
  const twins = (await api.list()).filter((comment) => headAndRest(comment.body ?? '')[0] === head)
  for (const twin of twins) await api.remove(twin.id)
  return bound
}

function update({ api, target, ownership }: Thread, id: number, body: string): Promise<Comment | undefined> {
  ownership.wrote(id)
  return api.update(id, prove(target.identity, id, body, target.run?.id)).catch(goneIsNothing)
}

async function oursOf({ api, ownership }: Thread): Promise<Comment[]> {
  return (await ownership.sort(await api.list())).ours
}

function sectionsIn(comment: Comment): Sections {
  return parseSections(headAndRest(comment.body ?? '')[1])
}

/** Sections of all our comments; those of an older comment stand back behind newer ones. */
function sectionsOf(ours: readonly Comment[]): Sections {
  return new Map(ours.flatMap((comment) => [...sectionsIn(comment)]))
}

function sectionText(target: SectionTarget, content: CommentContent, ours: readonly Comment[]): string {
  const others = [...sectionsOf(ours)].filter(([marker]) => marker !== target.marker)
  const taken = others.reduce((sum, [marker, text]) => sum + marker.length + text.length + 30, target.marker.length + 80)
  return numbered(asSection(content.markdown(Math.max(LEAST, COMMENT_LIMIT - taken))), target.run)
}

function isOfThisRun(section: string, { run }: SectionTarget): boolean {
  const said = runOf(section)
  return said !== undefined && run !== undefined && compareRuns(said, run) === 0
}

/** A newer run of the same section has spoken: by the MAC of the repository's key, or because GitHub knows such a run of ours. */
async function isOvertaken({ ownership, target: { run, marker, identity } }: Thread, ours: readonly Comment[]): Promise<boolean> {
  const said = runOf(sectionsOf(ours).get(marker) ?? '')
  if (said === undefined || run === undefined || compareRuns(said, run) <= 0) return false
  return identity.key !== undefined || ownership.isNewer(said, run)
}

/** The pull request stands at another commit by now. */
async function isOfOlderCommit({ api, target: { commit } }: Thread): Promise<boolean> {
  const newest = await api.newestCommit()
  return newest !== undefined && commit !== undefined && newest !== commit
}

function bodyOf(ours: readonly Comment[], target: SectionTarget, section: string): string {
  return composeSections(new Map([...sectionsOf(ours), [target.marker, section]]), COMMENT_LIMIT, target.marker)
}

async function removeSection(thread: Thread, ours: readonly Comment[]): Promise<string | undefined> {
  const { api, target } = thread
  const left = new Map([...sectionsOf(ours)].filter(([marker]) => marker !== target.marker))
  const [first, ...extra] = ours
  for (const comment of left.size > 0 ? extra : ours) await api.remove(comment.id)
  if (!first || left.size === 0) return undefined
  return (await update(thread, first.id, composeSections(left, COMMENT_LIMIT, target.marker)))?.html_url
}

/** A comment of its own, and the old ones folded, with the way to the new one; they are no longer ours. */
async function writeNew(thread: Thread, content: CommentContent, hides: boolean): Promise<string | undefined> {
  const { api, target } = thread
  const old = (await oursOf(thread)).filter((comment) => sectionsIn(comment).has(target.marker))
  const made = await create(thread, bodyOf([], target, sectionText(target, content, [])))
  if (!made) return undefined
  for (const comment of old) {
    const text = [...sectionsIn(comment).values()].join('\n\n')
    const newer = link('a newer result', made.html_url)
    const of = target.commit ? ` of ${target.commit.slice(0, 7)}` : ''
    const head = `Superseded by ${newer}${of}.\n\n<details><summary>What it said</summary>\n\n`
    await api.update(comment.id, `${head}${text.slice(0, COMMENT_LIMIT - head.length - 20)}\n\n</details>`)
    if (hides) await api.hide(comment)
  }
  return made.html_url
}

function apiPlace({ token, apiUrl, identity: { repository, issue } }: CommentTarget): Parameters<typeof openApi>[0] {
  return { token, apiUrl, repository, issue }
}

function explain(error: unknown): AuditError {
  const { status, message, response } = error as { status?: number; message?: string; response?: { headers?: Record<string, string> } }
  if (status === 403 || status === 401) {
    const wanted = response?.headers?.['x-accepted-github-permissions']
    return new AuditError('GITHUB_CALL_FAILED', `GitHub refused the comment (${status}${message ? `: ${message}` : ''}).`, {
      remedy: `Give the job \`permissions: pull-requests: write\`${wanted ? ` (GitHub asks for ${wanted})` : ''}, or set \`comment: false\`. The result is in the job summary.`,
      cause: error,
    })
  }
  return new AuditError('GITHUB_CALL_FAILED', `The comment could not be written: ${message ?? String(error)}`, { cause: error })
}
