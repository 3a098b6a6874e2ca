import { AuditError } from '../model/errors.ts'
import {
  asSection,
  composeSections,
  isNewer,
  isOlder,
  isOurs,
  numbered,
  parseSections,
  type RunNumber,
  type Sections,
  withNote,
} from './sections.ts'

export interface CommentTarget extends SectionTarget {
  token: string
  /** REST root, e.g. `https://api.github.com`; GitHub Enterprise Server has its own. */
  apiUrl: string
  repository: string
  issue: number
  /** Only a comment of this login is updated: a marker can be copied by anyone. */
  author: string
}

interface SectionTarget {
  /** The section of this run: one per config and environment. */
  marker: string
  /** This run among others: an older one does not overwrite what a newer one says. Undefined: nobody counts. */
  run?: RunNumber | undefined
  commit?: string | undefined
  /** How long another job may take between reading the comment and writing it. */
  settleMs: number
  sleep(ms: number): Promise<void>
}

/** `update` the one comment; `new` for each run, the old ones folded, or hidden as outdated too (`hide-old`); only when there is something to say; or none when all is well. */
export type CommentMode = 'update' | 'new' | 'hide-old' | 'changes-only' | 'delete-when-clean'

/** GitHub's limit on a comment's body. */
const COMMENT_LIMIT = 65_536
/** What a section has at least, however long the others are. */
const LEAST = 10_000

export interface Comment {
  id: number
  /** What GraphQL calls it. */
  node_id?: string
  body?: string | undefined
  html_url: string
  user: { login: string } | null
}

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
    return await writeSection(await openApi(target), target, content, mode)
  } catch (error) {
    throw explain(error)
  }
}

/**
 * Says on the section that stands that a newer run is at work, so that nobody decides from what it says of an older commit.
 * Nothing is there to say where there is no section.
 */
export async function markSuperseded(target: CommentTarget, note: string): Promise<void> {
  await markSection(await openApi(target), target, note)
}

export async function markSection(api: CommentApi, target: SectionTarget, note: string): Promise<void> {
  const ours = await api.list()
  const [first] = ours
  const section = sectionsOf(ours).get(target.marker)
  if (!first || section === undefined || !isOlder(section, target.run)) return
  await api.update(first.id, bodyOf(ours, target, withNote(section, note))).catch(goneIsNothing)
}

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
  if (mode === 'new' || mode === 'hide-old') return writeNew(api, target, content, mode === 'hide-old')
  const ours = await api.list()
  if (isOvertaken(ours, target)) return ours[0]?.html_url
  const isThere = ours.some((comment) => parseSections(comment.body ?? '').has(target.marker))
  if (content.isClean && mode === 'delete-when-clean') return isThere ? removeSection(api, target, ours) : undefined
  if (content.isClean && mode === 'changes-only' && !isThere) return undefined
  return writeShared(api, target, content, ours)
}

async function writeShared(
  api: CommentApi,
  target: SectionTarget,
  content: CommentContent,
  found: readonly Comment[],
): Promise<string | undefined> {
  let ours = found
  for (let attempt = 1; ; attempt += 1) {
    const [first, ...extra] = ours
    const section = sectionText(target, content, ours)
    const body = bodyOf(ours, target, section)
    const written = first ? await api.update(first.id, body).catch(goneIsNothing) : await api.create(body)
    // Two jobs made a comment each: the older one stays, and has taken what the others say.
    for (const comment of extra) await api.remove(comment.id)
    await target.sleep(target.settleMs)
    ours = await api.list()
    if (isOvertaken(ours, target)) return ours[0]?.html_url
    const isWritten =
      written && ours.length === 1 && ours[0]?.id === written.id && parseSections(ours[0].body ?? '').get(target.marker) === section
    if (isWritten || attempt >= MOST_ATTEMPTS) return written?.html_url
  }
}

/** Sections of all our comments; those of an older comment stand back behind newer ones. */
function sectionsOf(ours: readonly Comment[]): Sections {
  return new Map(ours.flatMap((comment) => [...parseSections(comment.body ?? '')]))
}

function sectionText(target: SectionTarget, content: CommentContent, ours: readonly Comment[]): string {
  const others = [...sectionsOf(ours)].filter(([marker]) => marker !== target.marker)
  const taken = others.reduce((sum, [marker, text]) => sum + marker.length + text.length + 30, target.marker.length + 80)
  return numbered(asSection(content.markdown(Math.max(LEAST, COMMENT_LIMIT - taken))), target.run)
}

/** A newer run of the same section has spoken. */
function isOvertaken(ours: readonly Comment[], { marker, run }: SectionTarget): boolean {
  const section = sectionsOf(ours).get(marker)
  return section !== undefined && run !== undefined && isNewer(section, run)
}

function bodyOf(ours: readonly Comment[], target: SectionTarget, section: string): string {
  return composeSections(new Map([...sectionsOf(ours), [target.marker, section]]), COMMENT_LIMIT, target.marker)
}

async function removeSection(api: CommentApi, target: SectionTarget, ours: readonly Comment[]): Promise<string | undefined> {
  const left = new Map([...sectionsOf(ours)].filter(([marker]) => marker !== target.marker))
  const [first, ...extra] = ours
  for (const comment of left.size > 0 ? extra : ours) await api.remove(comment.id)
  if (!first || left.size === 0) return undefined
  return (await api.update(first.id, composeSections(left, COMMENT_LIMIT, target.marker))).html_url
}

/** A comment of its own, and the old ones folded, with the way to the new one; they are no longer ours. */
async function writeNew(api: CommentApi, target: SectionTarget, content: CommentContent, hides: boolean): Promise<string> {
  const isMine = (comment: Comment) => parseSections(comment.body ?? '').has(target.marker)
  const old = (await api.list()).filter(isMine)
  const section = sectionText(target, content, [])
  const { id, html_url } = await api.create(bodyOf([], target, section))
  // A call that was sent twice, because its answer was lost, has made two.
  const twice = (await api.list()).filter(
    (comment) => comment.id !== id && parseSections(comment.body ?? '').get(target.marker) === section,
  )
  for (const comment of twice.filter((one) => !old.some((earlier) => earlier.id === one.id))) await api.remove(comment.id)
  for (const comment of old) {
    const text = [...parseSections(comment.body ?? '').values()].join('\n\n')
    const head = `Superseded by [a newer result](${html_url})${target.commit ? ` of ${target.commit.slice(0, 7)}` : ''}.\n\n<details><summary>What it said</summary>\n\n`
    await api.update(comment.id, `${head}${text.slice(0, COMMENT_LIMIT - head.length - 20)}\n\n</details>`)
    if (hides) await api.hide(comment)
  }
  return html_url
}

export interface CommentApi {
  /** Our comments, oldest first. All pages are read: on a busy pull request ours is rarely on the first. */
  list(): Promise<Comment[]>
  create(body: string): Promise<Comment>
  update(id: number, body: string): Promise<Comment>
  remove(id: number): Promise<void>
  /** Minimized as outdated, which GitHub's REST API cannot. */
  hide(comment: Comment): Promise<void>
}

/** Load and cut connections are waited out: 0.3, 1.2, 2.7, 4.8, 7.5 seconds. A call that was carried out twice is tidied up. */
const RETRY = { retries: 5, retryAfterBaseValue: 300 }

async function openApi(target: CommentTarget): Promise<CommentApi> {
  const [{ getOctokit }, { retry }] = await Promise.all([import('@actions/github'), import('@octokit/plugin-retry')])
  const { rest, paginate, graphql } = getOctokit(target.token, { baseUrl: target.apiUrl, retry: RETRY }, retry)
  const { issues } = rest
  const [owner = '', repo = ''] = target.repository.split('/')
  return {
    list: async () => {
      const all = (await paginate(issues.listComments, { owner, repo, issue_number: target.issue, per_page: 100 })) as Comment[]
      return all.filter((comment) => comment.user?.login === target.author && isOurs(comment.body ?? '')).sort((a, b) => a.id - b.id)
    },
    create: async (body) => (await issues.createComment({ owner, repo, issue_number: target.issue, body })).data,
    update: async (id, body) => (await issues.updateComment({ owner, repo, comment_id: id, body })).data,
    remove: async (id) => {
      // Another job may have tidied up first.
      await issues.deleteComment({ owner, repo, comment_id: id }).catch(goneIsNothing)
    },
    hide: async ({ node_id }) => {
      await graphql('mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { clientMutationId } }', {
        id: node_id,
      })
    },
  }
}

const PULL_REQUESTS = `query ($owner: String!, $repo: String!, $commit: GitObjectID!) {
  repository(owner: $owner, name: $repo) {
    object(oid: $commit) { ... on Commit { associatedPullRequests(first: 10) { nodes { number mergeCommit { oid } } } } }
  }
}`

interface PullRequests {
  repository: { object: { associatedPullRequests?: { nodes: { number: number; mergeCommit: { oid: string } | null }[] } } | null } | null
}

/** The pull request that a commit of the default branch came from; undefined where there is none, or the token may not look. */
export async function pullRequestOf(
  target: Pick<CommentTarget, 'token' | 'apiUrl' | 'repository'>,
  commit: string,
): Promise<number | undefined> {
  const { getOctokit } = await import('@actions/github')
  const [owner = '', repo = ''] = target.repository.split('/')
  const { graphql } = getOctokit(target.token, { baseUrl: target.apiUrl })
  const found = await graphql<PullRequests>(PULL_REQUESTS, { owner, repo, commit }).catch(() => undefined)
  const nodes = found?.repository?.object?.associatedPullRequests?.nodes ?? []
  return (nodes.find(({ mergeCommit }) => mergeCommit?.oid === commit) ?? nodes[0])?.number
}

function goneIsNothing(error: { status?: number }): undefined {
  if (error.status !== 404) throw error
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
