import type { ActivityReport, PullRequestFacts, RunAnswer } from '../model/activity.ts'
import { Filling, timeOf } from './counting.ts'
import type { Detail, Facts } from './facts.ts'
import { FLAG } from './flags.ts'
import type { Resolver, Who } from './who.ts'

type Register = NonNullable<ActivityReport['register']>
type ChangeRow = Register['rows'][number]

export interface RegisterRequest {
  /** Names that the audit stands on: bucket, trail, stacks, roles. A change is of the register when it names one, or a role of these makes it. */
  foundation: readonly string[]
  repository: string | undefined
  /** Undefined: GitHub is not asked, and why is said. */
  askRun: ((id: number, attempt: number) => Promise<RunAnswer>) | undefined
  unjoined?: string
}

/** Changes and who approved them. Every change of the foundation in the logs is in exactly one row. */
export async function changeRegister(facts: Facts, resolver: Resolver, request: RegisterRequest): Promise<Register> {
  const changes = facts.details.filter((detail) => isOfRegister(detail, resolver.who(detail.identity), request.foundation))
  const groups = new Filling<string, Detail[]>(() => [])
  for (const detail of changes) groups.at(groupOf(detail, resolver.who(detail.identity))).push(detail)
  const rows = await Promise.all([...groups.values()].map((group) => rowOf(group, resolver, request)))
  return {
    changes: changes.length,
    rows: rows.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0)),
    ...(request.unjoined === undefined ? {} : { unjoined: request.unjoined }),
  }
}

function isOfRegister({ flags, resources, request, watched }: Detail, who: Who, foundation: readonly string[]): boolean {
  if (!(flags & FLAG.change) || flags & FLAG.data) return false
  if (watched === 'stack' || watched === 'trail') return true
  const role = who.role?.split('/').at(-1) ?? ''
  return foundation.some((name) => role === name || request.includes(name) || resources.some((resource) => resource.includes(name)))
}

/** A stack's calls belong to the session that executed it; a change by hand stands for itself, with others just like it. */
function groupOf(detail: Detail, who: Who): string {
  const isStack = byStack(detail, who)
  return JSON.stringify([who.key, who.role, who.session, isStack, isStack ? '' : detail.name])
}

function byStack({ watched }: Detail, { via }: Who): boolean {
  return watched === 'stack' || via === 'cloudformation.amazonaws.com'
}

async function rowOf(group: readonly Detail[], resolver: Resolver, request: RegisterRequest): Promise<ChangeRow> {
  const [first] = group as [Detail, ...Detail[]]
  const who = resolver.who(first.identity)
  const said = runOf(who)
  const answer = said && request.askRun ? await request.askRun(said.id, said.attempt) : undefined
  const run = answer && 'id' in answer ? answer : undefined
  const how = byStack(first, who) ? 'stack' : 'direct'
  const { pullRequest, ...shownRun } = run ?? {}
  return {
    first: timeOf(first.time),
    last: timeOf(group.at(-1)?.time ?? first.time),
    actor: who.chain.join(' → ') || who.name,
    proof: who.proof,
    how,
    actions: [...new Set(group.map(({ source, name }) => `${source.replace(/\.amazonaws\.com(?:\.cn)?$/, '')}:${name}`))].sort(),
    resources: [...new Set(group.flatMap(({ resources }) => resources))].sort().slice(0, 20),
    count: group.length,
    failed: group.filter(({ flags }) => flags & FLAG.failed).length,
    ...(run ? { run: shownRun as NonNullable<ChangeRow['run']> } : {}),
    ...(pullRequest
      ? {
          pullRequest: {
            number: pullRequest.number,
            author: pullRequest.author,
            approvers: approversOf(pullRequest),
            mergedBy: pullRequest.mergedBy,
          },
        }
      : {}),
    exceptions: group.every(({ flags }) => flags & FLAG.failed)
      ? ['refused or failed: nothing was changed']
      : exceptionsOf({ who, how, said, answer, repository: request.repository, isAsked: request.askRun !== undefined }),
  }
}

/** The run that a session's name says: our sessions are `mlops-audit-<run>-<attempt>`. */
function runOf({ session }: Who): { id: number; attempt: number } | undefined {
  const [, id, attempt] = /^mlops-audit-(\d{1,15})-(\d{1,4})$/.exec(session ?? '') ?? []
  return id === undefined ? undefined : { id: Number(id), attempt: Number(attempt) }
}

export interface Judged {
  who: Who
  how: ChangeRow['how']
  said: { id: number; attempt: number } | undefined
  answer: RunAnswer | undefined
  repository: string | undefined
  isAsked: boolean
}

/**
 * Why a change is one that nobody has asked for and approved; none where all is as it should be. A session's name is chosen by whoever
 * takes the role: that it names a run proves nothing until a token of the repository does.
 */
export function exceptionsOf({ who, how, said, answer, repository, isAsked }: Judged): string[] {
  const byHand = how === 'direct' ? ['made by hand, past the stacks'] : []
  if (!said) return [...byHand, 'by no run of a workflow']
  const proven = who.repository !== undefined && who.repository.toLowerCase() === repository?.toLowerCase()
  if (!proven) return [...byHand, `the session's name says run ${said.id}, and no token of ${repository ?? 'the repository'} proves it`]
  if (!isAsked || !answer) return [...byHand, 'GitHub was not asked who approved it']
  if ('unknown' in answer) return [...byHand, answer.unknown]
  const rerun = answer.startedBy !== answer.actor ? [`run again by ${answer.startedBy}, begun by ${answer.actor}`] : []
  if (!answer.pullRequest) return [...byHand, ...rerun, `commit ${answer.commit.slice(0, 7)} came from no pull request`]
  return [...byHand, ...rerun, ...pullRequestExceptions(answer.pullRequest)]
}

type Reviews = PullRequestFacts['reviews']

/** The last word of each reviewer counts; a comment takes no approval back. */
function lastWords(reviews: Reviews): Reviews {
  const words = reviews.filter(({ state }) => ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'].includes(state))
  return [...new Map(words.map((review) => [review.by, review])).values()]
}

function approversOf({ reviews }: PullRequestFacts): string[] {
  return lastWords(reviews)
    .filter(({ state }) => state === 'APPROVED')
    .map(({ by }) => by)
}

function pullRequestExceptions({ number, author, head, fromFork, reviews }: PullRequestFacts): string[] {
  const last = lastWords(reviews)
  const approved = last.filter(({ state }) => state === 'APPROVED')
  const others = approved.filter(({ by }) => by !== author)
  const counting = others.filter(({ mayWrite, isBot }) => mayWrite && !isBot)
  const current = counting.filter(({ commit }) => commit === head)
  const refusing = last.filter(({ state }) => state === 'CHANGES_REQUESTED').map(({ by }) => by)
  const why =
    approved.length === 0
      ? ['approved by nobody']
      : others.length === 0
        ? [`approved by its author ${author} only`]
        : counting.length === 0
          ? [`approved only by ${others.map(({ by, isBot }) => `${by} (${isBot ? 'a bot' : 'may not write'})`).join(', ')}`]
          : current.length === 0
            ? ['approved before its last commit']
            : []
  return [
    ...why.map((text) => `#${number} ${text}`),
    ...(refusing.length > 0 ? [`#${number} against the review of ${refusing.join(', ')}`] : []),
    ...(fromFork ? [`#${number} comes from a fork`] : []),
  ]
}
