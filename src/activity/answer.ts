import type { ActivityReport, ActivityScope, ActorRow, FailureRow, FirstSeen, HourRow, Timeline, WatchedRow } from '../model/activity.ts'
import { byCount, Counter, countRows, Filling, timeOf } from './counting.ts'
import { CALL, type Detail, type Facts, HOUR } from './facts.ts'
import { FLAG, REASON_SHIFT, REASONS } from './flags.ts'
import { type Counted, rowsOf } from './intern.ts'
import { WATCHED_TITLES } from './watch.ts'
import type { Resolver, Who } from './who.ts'

export interface Question {
  scope: Omit<ActivityScope, 'isComplete' | 'limits'>
  /** Sentences about what the reading itself left out. */
  limits: readonly string[]
  /** Start of the time that first-seen is held against. */
  baselineFrom: string | undefined
  /** A person, session, role or resource whose events are told one by one. */
  subject: string | undefined
}

/** A call with everything that numbers stand for. */
interface Call extends Omit<Counted, 'key'> {
  who: Who
  service: string
  /** `service:EventName`. */
  action: string
  region: string
  address: string
  agent: string
  error: string
  flags: number
  recipient: string
}

/** Longer lists are cut in a row of a person; the whole is in the data of other tables. */
const MOST_IN_ROW = 12

export function answer(facts: Facts, resolver: Resolver, question: Question): ActivityReport {
  const { show } = question.scope
  const calls = callsOf(facts, resolver)
  const asked = calls.filter(({ flags }) => !(flags & FLAG.baseline) && isShown(flags, show))
  const { totals, details } = facts
  const limits = [...question.limits, ...limitsOf(facts)]
  const sum = new Counter()
  for (const { flags, count, first, last } of asked) sum.add(flags, count, first, last)
  return {
    scope: { ...question.scope, limits, isComplete: limits.length === 0 && question.scope.unread.length === 0 },
    totals: {
      records: totals.records,
      events: totals.counted,
      duplicates: totals.duplicates,
      copies: totals.copies,
      outside: totals.outside,
      insights: totals.insights,
      network: totals.network,
      changes: sum.changes,
      failures: sum.failures,
      denied: sum.denied,
      own: sum.own,
    },
    people: actorsOf(asked),
    ...tablesOf(asked),
    ...timesOf(facts, show),
    failures: failuresOf(asked),
    watched: details
      .filter((detail) => isShown(detail.flags, show) && isWatched(detail, resolver.who(detail.identity)))
      .map((detail) => shownDetail(detail, resolver)),
    firstSeen: firstSeenOf(calls, question.baselineFrom),
    ...(question.subject === undefined ? {} : { timeline: timelineOf(facts, resolver, question.subject, show) }),
  }
}

function isShown(flags: number, show: ActivityScope['show']): boolean {
  if (show === 'changes') return (flags & FLAG.change) !== 0
  if (show === 'reads') return (flags & FLAG.change) === 0
  return show === 'all' || (flags & FLAG.failed) !== 0
}

function callsOf(facts: Facts, resolver: Resolver): Call[] {
  const value = (number: number | undefined) => facts.values[number ?? 0] ?? ''
  return [...rowsOf(facts.calls)].map(({ key, ...counted }) => {
    const service = value(key[CALL.source]).replace(/\.amazonaws\.com(?:\.cn)?$/, '')
    return {
      ...counted,
      who: resolver.who(key[CALL.identity] ?? 0),
      service,
      action: `${service}:${value(key[CALL.name])}`,
      region: value(key[CALL.region]),
      address: value(key[CALL.address]),
      agent: value(key[CALL.agent]),
      error: value(key[CALL.error]),
      flags: key[CALL.flags] ?? 0,
      recipient: value(key[CALL.recipient]),
    }
  })
}

function limitsOf({ totals }: Facts): string[] {
  return [
    ...(totals.untimed > 0 ? [`${totals.untimed} records have no time that can be read; they are counted as if of the beginning.`] : []),
    ...(totals.detailsLeftOut > 0 ? [`${totals.detailsLeftOut} events are counted and not told one by one: there are too many.`] : []),
    ...(totals.resourcesLeftOut > 0
      ? [`${totals.resourcesLeftOut} events are counted without their resources: there are too many different ones.`]
      : []),
  ]
}

class Actor extends Counter {
  readonly who: Who
  isProven = true
  usedConsole = false
  readonly chains = new Set<string>()
  readonly proofs = new Set<string>()
  readonly roles = new Set<string>()
  readonly services = new Filling<string, Counter>(() => new Counter())
  readonly regions = new Set<string>()
  readonly addresses = new Set<string>()
  readonly actions = new Filling<string, Counter>(() => new Counter())

  constructor(who: Who) {
    super()
    this.who = who
  }
}

function actorsOf(calls: readonly Call[]): ActorRow[] {
  const actors = new Map<string, Actor>()
  for (const call of calls) {
    const { who, flags, count, first, last } = call
    const actor = actors.get(who.key) ?? new Actor(who)
    actors.set(who.key, actor)
    actor.add(flags, count, first, last)
    actor.isProven &&= who.isProven
    actor.usedConsole ||= (flags & FLAG.console) !== 0 || call.service === 'signin'
    actor.proofs.add(who.proof)
    if (who.chain.length > 1) actor.chains.add(who.chain.join(' → '))
    if (who.role !== undefined) actor.roles.add(who.role)
    actor.services.at(call.service).add(flags, count, first, last)
    actor.actions.at(call.action).add(flags, count, first, last)
    actor.regions.add(call.region)
    actor.addresses.add(call.address)
  }
  return byCount(actors, ({ events }) => events).map(([, actor]) => actorRow(actor))
}

function actorRow(actor: Actor): ActorRow {
  const { who, events, changes, failures, denied, own } = actor
  return {
    name: who.name,
    kind: who.kind,
    account: who.account,
    proof: sorted(actor.proofs).join('; '),
    isProven: actor.isProven,
    chains: sorted(actor.chains),
    events,
    changes,
    failures,
    denied,
    own,
    first: timeOf(actor.first),
    last: timeOf(actor.last),
    roles: sorted(actor.roles),
    services: byCount(actor.services, (counter) => counter.events).map(([name]) => name),
    regions: sorted(actor.regions),
    addresses: sorted(actor.addresses),
    actions: byCount(actor.actions, (counter) => counter.changes * 1e9 + counter.events)
      .slice(0, MOST_IN_ROW)
      .map(([action, counter]) => ({ action, count: counter.events })),
    usedConsole: actor.usedConsole,
  }
}

function sorted(texts: ReadonlySet<string>): string[] {
  return [...texts].filter((text) => text !== '').sort()
}

function tablesOf(calls: readonly Call[]): Pick<ActivityReport, 'roles' | 'services' | 'regions' | 'sources' | 'actions'> {
  const make = () => new Filling<string, Counter>(() => new Counter())
  const tables = { roles: make(), services: make(), regions: make(), sources: make(), actions: make() }
  for (const { who, service, action, region, address, flags, count, first, last } of calls) {
    if (who.role !== undefined) tables.roles.at(who.role).add(flags, count, first, last)
    tables.services.at(service).add(flags, count, first, last)
    tables.regions.at(region).add(flags, count, first, last)
    tables.sources.at(address).add(flags, count, first, last)
    tables.actions.at(action).add(flags, count, first, last)
  }
  return {
    roles: countRows(tables.roles),
    services: countRows(tables.services),
    regions: countRows(tables.regions),
    sources: countRows(tables.sources),
    actions: countRows(tables.actions),
  }
}

function timesOf(facts: Facts, show: ActivityScope['show']): Pick<ActivityReport, 'hours' | 'days'> {
  const hours: HourRow[] = Array.from({ length: 24 }, (_, hour) => ({ hour, reads: 0, changes: 0, failures: 0 }))
  const days = new Filling<string, Omit<HourRow, 'hour'>>(() => ({ reads: 0, changes: 0, failures: 0 }))
  for (const { key, count } of rowsOf(facts.hours)) {
    const flags = key[HOUR.flags] ?? 0
    if (flags & FLAG.baseline || !isShown(flags, show)) continue
    const at = key[HOUR.hour] ?? 0
    for (const row of [hours[((at % 24) + 24) % 24], days.at(timeOf(at * 3600).slice(0, 10))]) {
      if (!row) continue
      row[flags & FLAG.change ? 'changes' : 'reads'] += count
      if (flags & FLAG.failed) row.failures += count
    }
  }
  return { hours, days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, counts]) => ({ day, ...counts })) }
}

function failuresOf(calls: readonly Call[]): FailureRow[] {
  const rows = new Map<string, { row: Omit<FailureRow, 'count' | 'first' | 'last'>; counter: Counter }>()
  for (const { who, action, error, flags, count, first, last } of calls) {
    if (!(flags & FLAG.failed)) continue
    const refusedBy = flags & FLAG.denied ? (REASONS[flags >> REASON_SHIFT] ?? 'not said') : ''
    const row = { actor: who.name, action, error: error || 'failed', refusedBy: flags & FLAG.network ? 'VPC endpoint policy' : refusedBy }
    const key = JSON.stringify(row)
    const known = rows.get(key) ?? { row, counter: new Counter() }
    rows.set(key, known)
    known.counter.add(flags, count, first, last)
  }
  return byCount(rows, ({ counter }) => counter.events).map(([, { row, counter }]) => ({
    ...row,
    count: counter.events,
    first: timeOf(counter.first),
    last: timeOf(counter.last),
  }))
}

/** What a stack does is told by its execution. */
function isWatched({ watched }: Detail, who: Who): boolean {
  return isRoot(who) || (watched !== undefined && who.via !== 'cloudformation.amazonaws.com')
}

function isRoot(who: Who): boolean {
  return who.kind === 'root'
}

export function shownDetail(detail: Detail, resolver: Resolver): WatchedRow {
  const who = resolver.who(detail.identity)
  return {
    time: timeOf(detail.time),
    why: isRoot(who) ? 'the root user' : detail.watched ? WATCHED_TITLES[detail.watched] : '',
    actor: who.chain.join(' → ') || who.name,
    via: who.via ?? '',
    proof: who.proof,
    action: `${detail.source.replace(/\.amazonaws\.com(?:\.cn)?$/, '')}:${detail.name}`,
    region: detail.region,
    address: detail.address,
    error: detail.error,
    resources: detail.resources,
    request: detail.request,
    eventId: detail.eventId,
  }
}

function firstSeenOf(calls: readonly Call[], since: string | undefined): FirstSeen {
  if (since === undefined) return { actors: [], actions: [], regions: [], addresses: [] }
  const before = calls.filter(({ flags }) => flags & FLAG.baseline)
  const after = calls.filter(({ flags }) => !(flags & FLAG.baseline))
  const onlyNew = (of: (call: Call) => string) => {
    const known = new Set(before.map(of))
    return sorted(new Set(after.map(of).filter((text) => !known.has(text))))
  }
  return {
    since,
    actors: onlyNew(({ who }) => who.name),
    actions: onlyNew(({ who, action }) => `${who.name}: ${action}`),
    regions: onlyNew(({ who, region }) => `${who.name}: ${region}`),
    addresses: onlyNew(({ who, address }) => `${who.name}: ${address}`),
  }
}

/** Whether someone asked for by name, key, role or ARN is behind a call. */
function isSubject(who: Who, subject: string): boolean {
  const wanted = subject.toLowerCase()
  const names = [who.name, who.session, who.role, who.role?.split('/').at(-1), who.repository, ...who.chain]
  return names.some((name) => name?.toLowerCase() === wanted)
}

const MOST_EVENTS = 2000

function timelineOf(facts: Facts, resolver: Resolver, subject: string, show: ActivityScope['show']): Timeline {
  const wanted = subject.toLowerCase()
  const events = facts.details.filter(
    ({ identity, resources, request, flags }) =>
      isShown(flags, show) &&
      (isSubject(resolver.who(identity), subject) ||
        resources.some((resource) => resource.toLowerCase().includes(wanted)) ||
        request.toLowerCase().includes(wanted)),
  )
  return {
    subject,
    events: events.slice(0, MOST_EVENTS).map((detail) => shownDetail(detail, resolver)),
    leftOut: Math.max(0, events.length - MOST_EVENTS),
  }
}
