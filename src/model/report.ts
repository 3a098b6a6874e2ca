import type { AccessResult } from './access.ts'
import type { ActivityReport } from './activity.ts'
import type { Benchmark } from './benchmark.ts'
import type { CopyReport } from './copy.ts'
import type { ErrorCode, Problem } from './errors.ts'
import type { Finding, FindingSummary, Severity } from './finding.ts'
import type { CostReport } from './money.ts'
import type { GateBreach, RuleComparison, StackOutcome, StackPlan } from './plan.ts'
import type { TeardownReport } from './teardown.ts'
import type { PublishedTemplate } from './template.ts'

const OUTCOMES = [
  'initialized',
  'checked',
  'rendered',
  'planned',
  'no-changes',
  'deployed',
  'verified',
  'published',
  'previewed',
  'destroyed',
  'estimated',
  'replicated',
  'proven',
  'unproven',
  'refused',
  'failed',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface PlanEffects {
  introduced: readonly Finding[]
  fixed: readonly Finding[]
  /** Rows of the access matrix that hold now and did not, or the other way round. */
  rows: readonly AccessResult[]
}

/** Everything a run has to say, whatever the command; each report format is one way to say it. */
export interface RunReport {
  schemaVersion: 1
  command: string
  outcome: Outcome
  /** `project / environment`, or the account when there is no config. */
  subject: string
  failOn: Severity
  plans: readonly StackPlan[]
  deployments: readonly StackOutcome[]
  findings: readonly Finding[]
  summary: FindingSummary
  /** What the templates do to checks and access matrix, where all stacks are deployed already (`plan`). */
  effects?: PlanEffects
  /** What changes by hand do to checks and access matrix (`plan`). */
  driftEffects?: PlanEffects
  /** How the rules differ from those of the base (`plan`). */
  rules?: RuleComparison
  /** What the config's gates stop or let through (`plan`). */
  gates?: readonly GateBreach[]
  /** Rows of the access matrix (`check`). */
  access?: readonly AccessResult[]
  /** Who did what (`activity`). */
  activity?: ActivityReport
  /** A framework, control by control (`verify --framework`). */
  benchmark?: Benchmark
  /** What the audit costs (`cost`). */
  cost?: CostReport
  /** What a replica lacks, and what was copied to it (`replicate`). */
  copy?: CopyReport
  /** Why the run gave up; absent when it did not. */
  reason?: ErrorCode
  /** Config errors and the like, with positions. */
  problems: readonly Problem[]
  /** Things the reader should know: what was left out and why. */
  notices: readonly string[]
  /** Templates where deployments read them (`publish`). */
  published?: readonly PublishedTemplate[]
  /** What was found, deleted and proven gone (`destroy`). */
  teardown?: TeardownReport
  /** Unified diffs of rendered files against what lies in the output folder (`render --diff`). */
  patches?: readonly string[]
  context: RunContext
}

interface RunContext {
  version: string
  account: string | undefined
  region: string | undefined
  configFile: string | undefined
  /** `environment` of the config, or what stands in its place; absent without a config. */
  environment?: string
  configHash: string | undefined
  /** UTC, ISO 8601. */
  time: string
  commit: string | undefined
  runUrl: string | undefined
}
