import type { Position } from './errors.ts'
import type { TemplateName } from './template.ts'

/** One resource of a change set, in CloudFormation's words. */
export interface ResourceChange {
  /** `Dynamic`: CloudFormation decides while it deploys. `SyncWithActual`: the stack takes over what was changed outside of it. */
  action: 'Add' | 'Modify' | 'Remove' | 'Import' | 'Dynamic' | 'SyncWithActual'
  logicalId: string
  type: string
  physicalId: string | undefined
  replacement: 'True' | 'False' | 'Conditional' | undefined
  /** Names of the properties and attributes that change. */
  properties: readonly string[]
  /** What changes in them, from template to template; policies are told by meaning instead. */
  values?: readonly PropertyChange[]
  /** What was changed outside of the stack, where a change set looked (drift-aware ones do). */
  drift?: ResourceDrift
  /** What a replacement means, in words. */
  consequence?: string
  /** The templates differ here, and the change set does not say so. */
  leftOut?: true
}

/** A resource that is not as it was deployed. */
export interface ResourceDrift {
  status: 'MODIFIED' | 'DELETED'
  /** `from`: as deployed. `to`: as it is. */
  values: readonly PropertyChange[]
}

/** Drift that a plan found on the way, and that a deployment leaves unless told to put it back. */
export interface DriftedResource extends ResourceDrift {
  logicalId: string
  type: string
  /** What a policy changed by hand grants beside what was deployed. */
  access: readonly AccessChange[]
}

export interface PropertyChange {
  /** `LifecycleConfiguration.Rules[0].ExpirationInDays`. */
  path: string
  /** Undefined: it was not there, or will not be. */
  from: string | undefined
  to: string | undefined
}

/** How a stack is deployed, beside what its template says: a reviewed plan binds all of it. */
export interface StackTerms {
  region: string
  /** SHA-256 of the rendered template, hex. */
  templateSha256: string
  tags: Readonly<Record<string, string>>
  /** The role CloudFormation acts with, asked for or kept by the stack; null: the caller's own rights. */
  serviceRole: string | null
  notifications: readonly string[]
  rollbackAlarms: readonly string[]
  rollbackMinutes: number
  /** JSON of the stack policy it gets. */
  stackPolicy: string
  terminationProtection: boolean
}

/** One line of the permission diff. */
export interface AccessChange {
  /** Logical id of the role or policy. */
  subject: string
  /** Widened and narrowed: the same actions, at more or fewer resources, principals or conditions. */
  change: 'added' | 'removed' | 'widened' | 'narrowed'
  effect: 'Allow' | 'Deny'
  /** `iam:PassRole on * when iam:PassedToService = sagemaker.amazonaws.com`. */
  text: string
  /** For widened and narrowed: what it was. */
  was?: string
  /** An allow that came or grew, or a deny that went or shrank. */
  widens: boolean
  /** A request that shows it: it is matched on one side only. */
  request?: string
}

/** What a change does to the monthly bill, at list prices of the stack's region. */
export interface CostChange {
  region: string
  /** US dollars a month for what is there whether it is used or not. */
  monthlyUsd: number
  /** Price lines of use that come, and that go. */
  usage: readonly string[]
  usageGone: readonly string[]
  /** What comes and has no price in the region; of what is billed for being there, `monthlyUsd` is too low by it. */
  unpriced?: readonly { what: string; isFixed: boolean }[]
}

/** `evidence` is always closed: what would lose evidence needs an allowance by name, and what is lost already has none. */
export type GateName = 'widening' | 'replacement' | 'cost-increase' | 'drift' | 'evidence'

/** A rule of the config (a gate, an exception, a row, `fail-on`, a profile, a boundary) that differs from the base's. */
export interface RuleChange {
  /** The setting, e.g. `gates.fail-on-widening`; a row of the access matrix as a sentence. */
  rule: string
  change: 'added' | 'removed' | 'changed'
  from: string | undefined
  to: string | undefined
  /** What it stopped, it may no longer stop. */
  weakens: boolean
}

/** Rules beside those of the base. */
export interface RuleComparison {
  /** What they were compared with: a commit. */
  base: string
  changes: readonly RuleChange[]
}

/** Something in the plans that a gate of the config stops. */
export interface GateBreach {
  gate: GateName
  /** Logical id; `cost` for the bill; the setting, for a rule that changes. */
  subject: string
  text: string
  /** The rule that stops it is the one of the base, which this change would remove or weaken. */
  byOldRule?: true
  /** Why it is let through; undefined when it is not. */
  allowed: string | undefined
}

export type StackPlan =
  | {
      kind: 'no-changes'
      template: TemplateName
      stackName: string
      drift?: readonly DriftedResource[]
      unseen?: string
      terms?: StackTerms
    }
  /**
   * `created`: the stack does not exist yet. `local`: the list comes from the templates and not from a change set; `unseen` says
   * why, where a change set was wanted, and what could not be seen. `settings`: what changes of the stack beside its template.
   * `terms`: what the deployment is bound to; there is none without credentials.
   */
  | {
      kind: 'changes'
      template: TemplateName
      stackName: string
      created: boolean
      local: boolean
      unseen?: string
      changes: readonly ResourceChange[]
      settings?: readonly PropertyChange[]
      /** Outputs of the stack that change; CloudFormation lists no resource for them. */
      outputs?: readonly PropertyChange[]
      terms?: StackTerms
      access: readonly AccessChange[]
      cost: CostChange
      drift?: readonly DriftedResource[]
    }
  | { kind: 'unavailable'; template: TemplateName; stackName: string; reason: string }

/** What became of one stack. Only `no-changes` and `deployed` are good, and both were proven by reading back. */
export type StackOutcome =
  | { kind: 'no-changes'; stackName: string; outputs: Readonly<Record<string, string>>; consoleUrl?: string }
  | {
      kind: 'deployed'
      stackName: string
      created: boolean
      changes: readonly ResourceChange[]
      settings?: readonly PropertyChange[]
      outputs: Readonly<Record<string, string>>
      seconds: number
      consoleUrl?: string
    }
  | { kind: 'refused'; stackName: string; reason: string; remedy: string; changes: readonly ResourceChange[]; consoleUrl?: string }
  | {
      kind: 'failed'
      stackName: string
      status: string
      cause: FailureCause | undefined
      /** How to go on, where the stack takes no change as it is. */
      remedy?: string
      changes: readonly ResourceChange[]
      consoleUrl?: string
    }
  /** Could not be carried to its end, or not proven: someone else was busy, the run was cancelled, AWS refused a call. */
  | {
      kind: 'unfinished'
      stackName: string
      reason: string
      remedy: string | undefined
      changes: readonly ResourceChange[]
      consoleUrl?: string
    }

/** The first resource that failed: the others were only cancelled because of it. */
export interface FailureCause {
  logicalId: string
  type: string
  reason: string
  hint: string | undefined
  /** Where the template has it. */
  position: Position | undefined
}

export interface ChangeCounts {
  add: number
  modify: number
  replace: number
  remove: number
  /** CloudFormation decides while it deploys. */
  dynamic: number
  /** Changed outside of the stack, and taken over. */
  sync: number
  settings: number
  outputs: number
}

export function countChanges(
  changes: readonly ResourceChange[],
  { settings = [], outputs = [] }: { settings?: readonly PropertyChange[]; outputs?: readonly PropertyChange[] } = {},
): ChangeCounts {
  const replaced = (change: ResourceChange) =>
    change.action === 'Modify' && change.replacement !== undefined && change.replacement !== 'False'
  const count = (...actions: ResourceChange['action'][]) => changes.filter(({ action }) => actions.includes(action)).length
  const replace = changes.filter(replaced).length
  return {
    add: count('Add', 'Import'),
    modify: count('Modify') - replace,
    replace,
    remove: count('Remove'),
    dynamic: count('Dynamic'),
    sync: count('SyncWithActual'),
    settings: settings.length,
    outputs: outputs.length,
  }
}

/** Types whose replacement or removal loses evidence; nobody replaces these by accident. */
export const EVIDENCE_TYPES: readonly string[] = [
  'AWS::CloudTrail::Trail',
  'AWS::KMS::Key',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::Logs::LogGroup',
]

/**
 * What a change does to a resource that holds evidence; undefined where it stays. What
 * CloudFormation decides only while it deploys, or does not say, may be a replacement, and that is as bad until someone allows it.
 */
export function lossOf({
  action,
  type,
  replacement,
}: ResourceChange): 'would be removed' | 'would be replaced' | 'may be replaced' | undefined {
  if (!EVIDENCE_TYPES.includes(type)) return undefined
  if (action === 'Remove') return 'would be removed'
  if (action === 'Dynamic') return 'may be replaced'
  if (replacement === 'True') return 'would be replaced'
  return replacement === 'Conditional' || (action === 'Modify' && replacement === undefined) ? 'may be replaced' : undefined
}

/** Changes that need to be allowed by logical id. */
export function destructive(changes: readonly ResourceChange[]): ResourceChange[] {
  return changes.filter((change) => lossOf(change) !== undefined)
}

/** `Trail (AWS::CloudTrail::Trail) would be replaced`, of each that is lost. */
export function lossText(lost: readonly ResourceChange[]): string {
  return lost.map((change) => `${change.logicalId} (${change.type}) ${lossOf(change)}`).join(', ')
}
