import type { TeardownKind } from '../model/teardown.ts'
import type { BucketState, Found } from './found.ts'

/** Who asks, and what a thing is held against. */
export interface Owner {
  project: string
  environment: string
  /** UTC, ISO 8601. */
  now: string
  /** May locks in governance mode be passed by. */
  bypassGovernance: boolean
  /** What goes before, as `labelOf` calls it; empty when a thing is read again, for then it is gone or it is there. */
  leaving: ReadonlySet<string>
}

/** Whose a thing is by its tags; undefined where they do not speak against us. */
function foreignTag(
  tags: Readonly<Record<string, string>>,
  { project, environment }: Pick<Owner, 'project' | 'environment'>,
): string | undefined {
  const other = (key: string, ours: string) => {
    const value = tags[key]
    return value === undefined || value === ours ? undefined : `it carries ${key}=${value}, and ours is ${ours}`
  }
  return other('Project', project) ?? other('Environment', environment)
}

/** How a thing is called where another one names it as its user. */
export function labelOf({ kind, name }: { kind: TeardownKind; name: string }): string {
  return kind === 'template bucket' ? `the bucket ${name}` : `the ${kind} ${name}`
}

const staying = (users: readonly string[], { leaving }: Owner) => users.filter((user) => !leaving.has(user))

/** Why a thing stays; undefined where it may go. Decided from what was just read, once for the preview and again before the deletion. */
export function staysBecause(found: Found, owner: Owner): string | undefined {
  return foreignTag(found.tags, owner) ?? heldBy(found, owner)
}

function heldBy(found: Found, owner: Owner): string | undefined {
  switch (found.kind) {
    case 'training job':
      return found.status === 'InProgress' ? undefined : `it is ${found.status}: only a job in progress can be stopped`
    case 'endpoint':
      return found.status === 'Failed' ? undefined : `it is ${found.status}: only failed endpoints are deleted`
    case 'model package':
      return found.approval === 'PendingManualApproval' ? undefined : `it is ${found.approval}: only what awaits approval is deleted`
    case 'image':
      return found.namedBy.length > 0 ? `the index ${found.namedBy.join(', ')} names it, and stays` : undefined
    case 'add-on':
      return undefined
    case 'insights log group':
    case 'log group':
      if (found.isProtected) return 'deletion protection is on: take it off with `aws logs put-log-group-deletion-protection` first'
      return writtenBy(found, owner)
    case 'addition to a role':
    case 'delivery to CloudWatch Logs':
      return undefined
    case 'access stack':
    case 'tamper stack':
    case 'audit stack':
    case 'bootstrap stack':
      return stackHeldBy(found, owner)
    case 'access role':
    case 'audit role':
    case 'bootstrap role':
      return found.users.length > 0 ? `in use by ${found.users.join(', ')}` : undefined
    case 'trail':
      if (found.isOrganization) return 'it is a trail of the organization: its management account decides'
      return found.homeRegion === found.region ? undefined : `its home region is ${found.homeRegion}: only there it can be deleted`
    case 'bucket':
    case 'template bucket':
      return bucketHeldBy(found, owner)
    case 'key':
      return keyHeldBy(found, owner)
    default:
      return found satisfies never
  }
}

function writtenBy({ writers }: { writers: readonly string[] }, owner: Owner): string | undefined {
  const others = staying(writers, owner)
  return others.length > 0 ? `${others.join(', ')} writes to it: what writes goes first (--audit for our own trail)` : undefined
}

interface StackUse {
  status: string
  importers: readonly string[]
  users: readonly string[]
}

function stackHeldBy({ status, importers: all, users }: StackUse, owner: Owner): string | undefined {
  const importers = staying(all, owner)
  if (status === 'DELETE_IN_PROGRESS') return undefined
  if (status.endsWith('_IN_PROGRESS')) return `it is in ${status}: run again when that has ended`
  if (importers.length > 0) return `its exports are in use by ${importers.join(', ')}: those stacks go first`
  return users.length > 0 ? `in use: ${users.join('; ')}` : undefined
}

function bucketHeldBy(found: Extract<Found, { kind: 'bucket' | 'template bucket' }>, owner: Owner): string | undefined {
  const written = writtenBy(found, owner)
  if (written !== undefined) return written
  if (found.mfaDelete) return 'MFA delete is on: S3 refuses whole requests without the code of the root user’s device'
  return undefined
}

/** What of a bucket S3 will not let go, as its newest version shows; the rest goes, and the bucket is left with what is locked. */
export function lockedBecause(found: BucketState, { now, bypassGovernance }: Owner): string | undefined {
  const { lock, lockedUntil, hold } = found
  if (hold) return 'its newest version has a legal hold'
  if (!lockedUntil || lockedUntil <= now) return undefined
  if (lock?.mode === 'GOVERNANCE' && bypassGovernance) return undefined
  return `its newest version is locked until ${lockedUntil}${lock?.mode === 'GOVERNANCE' ? ' (governance: --bypass-governance passes by)' : ''}`
}

/** That it was used lately is said and no reason: our own trail uses it to its last file, and the waiting time is there to notice others. */
function keyHeldBy({ state, users: all }: Extract<Found, { kind: 'key' }>, owner: Owner): string | undefined {
  const users = staying(all, owner)
  if (state === 'PendingDeletion' || users.length === 0) return undefined
  return `still used by ${users.join(', ')}: what it encrypts could never be read again`
}
