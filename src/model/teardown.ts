/** What a clean-up is allowed to touch, each asked for by a flag of its own; in the order they go. */
export const TEARDOWN_CLASSES = ['workload', 'access', 'audit', 'logs', 'keys', 'bootstrap'] as const
export type TeardownClass = (typeof TEARDOWN_CLASSES)[number]

/** Kinds of things, in the order they go: the workload first and the trail late, so that the teardown itself is on record. */
export const TEARDOWN_KINDS = [
  'training job',
  'endpoint',
  'model package',
  'image',
  'add-on',
  'insights log group',
  'addition to a role',
  'access stack',
  'access role',
  'tamper stack',
  'delivery to CloudWatch Logs',
  'audit stack',
  'audit role',
  'trail',
  'bucket',
  'log group',
  'key',
  'bootstrap stack',
  'bootstrap role',
  'template bucket',
] as const
export type TeardownKind = (typeof TEARDOWN_KINDS)[number]

/** One thing that a clean-up looked at. */
export interface TeardownThing {
  kind: TeardownKind
  class: TeardownClass
  name: string
  arn: string
  region: string
  /** Why it is ours. */
  why: string
  /** How many, how much, how old, what holds it, what goes along. */
  details: readonly string[]
  /** Why it stays; absent where it would go. */
  stays?: string
  /** US dollars a month that keeping it costs by the price list of its region, all of it in S3 Standard; absent where that is nothing, or has no price there. */
  monthlyUsd?: number
}

export type TeardownOutcome = 'deleted' | 'scheduled' | 'left'

/** What became of one thing. */
export interface TeardownStep {
  kind: TeardownKind
  name: string
  arn: string
  region: string
  outcome: TeardownOutcome
  /** UTC, ISO 8601. */
  time: string
  /** AWS's ids of the requests that did it. */
  requestIds: readonly string[]
  /** What was done, until when it is pending, or why it is left. */
  detail: string
  /** What to do about a thing that is left. */
  remedy?: string
}

/** What `destroy` found, did and proved. */
export interface TeardownReport {
  /** Undefined for a preview, which writes nothing. */
  confirmed: string | undefined
  classes: readonly TeardownClass[]
  things: readonly TeardownThing[]
  steps: readonly TeardownStep[]
  /** Where each deletion is on record, before and after; absent where nothing was deleted. */
  record?: string
}
