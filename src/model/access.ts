import type { Position } from './errors.ts'
import type { SubjectClaim } from './github-subject.ts'

/** A run of a GitHub workflow, by what its token will say. */
export interface WorkflowRun {
  repository: string
  ownerId: string | undefined
  repositoryId: string | undefined
  /** Last part of the `sub` claim: `ref:refs/heads/main`, `environment:prod`, `pull_request`. */
  context: string
  /** The ref it runs for, where `context` does not say. */
  ref?: string
  /** Who signs its token; github.com's issuer when left out. */
  issuer?: string
  /** What its `sub` may be made of, where GitHub was told otherwise than its default. */
  templates?: readonly (readonly SubjectClaim[])[]
}

/** Roles and users by ARN, or a workflow run. */
type AccessSubject = { principals: readonly string[]; text: string } | { run: WorkflowRun; text: string }

/** One row of the access matrix: what someone must be able to do, or must not. */
export interface AccessRow {
  who: AccessSubject
  effect: 'can' | 'cannot'
  /** Patterns, `s3:Get*`, or `write`: everything that is not a List or Read action. */
  actions: readonly string[]
  /** ARNs, wildcards allowed; empty for anything. */
  on: readonly string[]
  except: readonly string[]
  /** How resources are shown, where they were given by a short name. */
  onText: string
  /** Condition keys with the values a request has; none means that the request does not have the key. */
  when: Readonly<Record<string, readonly string[]>>
  why: string | undefined
  /** Position in the list of the config; undefined for a row of the foundation. */
  index: number | undefined
}

/**
 * What the policies make of a row. `not-proven`: it was not searched to the end, or a policy that has a say is not known; `detail` says
 * which. That is no hold.
 */
type AccessState = 'holds' | 'broken' | 'not-proven'

/** What the policies make of a row, with the request or the gap behind it. */
export interface AccessResult {
  who: string
  effect: AccessRow['effect']
  /** What the row is about, e.g. `s3:GetObject`. */
  actions: string
  on: string
  why?: string
  /** Where the row stands; absent for a row of the foundation. */
  position?: Position
  state: AccessState
  /** Broken: the request that decides otherwise. Not proven: what was not searched, or is not known. Holds: what it stands on, if anything. */
  detail?: string
  /** The statements at fault, or the role that lacks one; without a position where they were read from an account. */
  at: readonly { text: string; position?: Position }[]
}

/** Whether a row stops: it is broken, or nobody has shown that what must not be is not. */
export function isRed({ state, effect }: Pick<AccessResult, 'state' | 'effect'>): boolean {
  return state === 'broken' || (state === 'not-proven' && effect === 'cannot')
}
