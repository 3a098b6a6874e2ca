/** What `activity` answers, for every format alike. Texts are the logs' own: a format makes them harmless. Times are ISO 8601 UTC. */
export interface ActivityReport {
  scope: ActivityScope
  totals: ActivityTotals
  people: readonly ActorRow[]
  roles: readonly CountRow[]
  services: readonly CountRow[]
  regions: readonly CountRow[]
  sources: readonly CountRow[]
  actions: readonly CountRow[]
  /** By hour of the day, UTC: 24 rows. */
  hours: readonly HourRow[]
  /** By day. */
  days: readonly { day: string; reads: number; changes: number; failures: number }[]
  failures: readonly FailureRow[]
  watched: readonly WatchedRow[]
  firstSeen: FirstSeen
  register?: ChangeRegister
  usage?: readonly RoleUsage[]
  /** Of the person or resource that was asked for. */
  timeline?: Timeline
}

export interface ActivityScope {
  /** The bucket or the folder. */
  place: string
  engine: 'scan' | 'athena'
  from: string
  to: string
  files: number
  /** Unpacked. */
  bytes: number
  /** False where a file could not be read or something was left out: then every number is a least. */
  isComplete: boolean
  unread: readonly { file: string; reason: string; missingPermission?: string }[]
  /** What was not looked at and why, in sentences. */
  limits: readonly string[]
  seconds: number
  show: 'all' | 'changes' | 'reads' | 'failures'
}

/** Records, and what became of them: the first is the sum of the others. */
interface ActivityTotals {
  records: number
  events: number
  duplicates: number
  copies: number
  outside: number
  insights: number
  network: number
  changes: number
  failures: number
  denied: number
  /** Events of this tool. */
  own: number
}

interface Span {
  first: string
  last: string
}

export interface ActorRow extends Span {
  name: string
  kind: string
  account: string
  proof: string
  isProven: boolean
  chains: readonly string[]
  events: number
  changes: number
  failures: number
  denied: number
  own: number
  roles: readonly string[]
  services: readonly string[]
  regions: readonly string[]
  addresses: readonly string[]
  /** What was called most. */
  actions: readonly { action: string; count: number }[]
  usedConsole: boolean
}

export interface CountRow {
  name: string
  events: number
  changes: number
  failures: number
}

export interface HourRow {
  hour: number
  reads: number
  changes: number
  failures: number
}

export interface FailureRow extends Span {
  actor: string
  action: string
  error: string
  /** What refused it, where AWS says so; empty for failures that are no refusal. */
  refusedBy: string
  count: number
}

/** One event on its own. */
export interface WatchedRow {
  time: string
  why: string
  actor: string
  /** A service that made the call for the actor; empty for none. */
  via: string
  proof: string
  action: string
  region: string
  address: string
  error: string
  resources: readonly string[]
  /** The request as JSON, cut. */
  request: string
  eventId: string
}

export interface FirstSeen {
  /** Start of the time that is compared with; absent: nothing was read before, and nothing can be called new. */
  since?: string
  actors: readonly string[]
  actions: readonly string[]
  regions: readonly string[]
  addresses: readonly string[]
}

export interface Timeline {
  subject: string
  events: readonly WatchedRow[]
  leftOut: number
}

/** Every change of what the audit stands on: who made it, by which run, and who approved it. */
interface ChangeRegister {
  /** Changes counted in the logs; as many are in the rows. */
  changes: number
  rows: readonly ChangeRow[]
  /** Why GitHub was not asked, where it was not. */
  unjoined?: string
}

interface ChangeRow {
  first: string
  last: string
  actor: string
  proof: string
  /** By a stack, or by hand. */
  how: 'stack' | 'direct'
  actions: readonly string[]
  resources: readonly string[]
  count: number
  failed: number
  run?: { id: number; attempt: number; url: string; commit: string; actor: string; startedBy: string }
  pullRequest?: { number: number; author: string; approvers: readonly string[]; mergedBy: string }
  /** Why the change is an exception; empty for one that was asked for, approved and made by a pipeline. */
  exceptions: readonly string[]
}

/** What a role may do and what it did. */
interface RoleUsage {
  role: string
  days: number
  used: readonly { action: string; count: number; resources: readonly string[]; last: string }[]
  denied: readonly { action: string; count: number; resources: readonly string[]; refusedBy: string }[]
  neverSeen: readonly string[]
  /** Granted, and of a kind that the trail does not record. */
  unseeable: readonly string[]
  /** Calls whose permission is not known. */
  unknown: readonly string[]
  /** A policy that keeps what was used; absent where nothing could be taken away. */
  proposal?: { document: string; changes: readonly string[] }
}

/** What GitHub says of a run and of the pull request that its commit came from. */
export interface RunFacts {
  id: number
  attempt: number
  url: string
  commit: string
  /** Who began the run, and who began this attempt. */
  actor: string
  startedBy: string
  pullRequest?: PullRequestFacts
}

export interface PullRequestFacts {
  number: number
  author: string
  /** Newest commit of its branch. */
  head: string
  fromFork: boolean
  mergedBy: string
  /** In the order they were given. */
  reviews: readonly { by: string; isBot: boolean; state: string; commit: string; mayWrite: boolean }[]
}

/** Facts of a run, or why there are none. */
export type RunAnswer = RunFacts | { unknown: string }
