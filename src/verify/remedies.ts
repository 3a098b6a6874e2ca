import type { Check, Remedies, SubjectName } from '../checks/define.ts'
import { UNSEARCHED_REMEDY } from '../iam/ask.ts'
import type { Config } from '../model/config.ts'
import type { Absent, Denied, Unread } from '../model/evidence.ts'
import type { FailureCode } from '../model/failure-code.ts'

/** What is judged: an account, live or recorded, or templates. */
export type Source = 'account' | 'templates'

/** Whose the judged resource is, which decides what can be done about it. */
export function situationOf(on: SubjectName, config: Config | undefined, source: Source): keyof Remedies {
  if (!config) return source === 'templates' ? 'template' : 'foreign'
  const { audit, github } = config
  const provider = github?.oidcProvider ?? 'create'
  const sources = {
    trail: audit.trail,
    logIntegrity: audit.trail,
    logBucket: audit.logBucket,
    key: audit.key.source,
    logGroup: audit.logGroup,
    alertPath: 'create',
    role: 'create',
    designed: 'create',
    resource: 'create',
    oidcProvider: provider === 'create' ? 'create' : 'use' in provider ? 'use' : 'adopt',
  } as const
  const situations = { create: 'ours', adopt: 'adopted', use: 'foreign', none: 'foreign' } as const
  return situations[sources[on]]
}

/** The situations in words. */
export const REMEDY_SITUATIONS: Readonly<Record<string, string>> = {
  ours: 'Made by the stack',
  adopted: 'Taken over by the stack',
  foreign: 'Somebody else’s',
  template: 'In a template of somebody else',
}

/** What to do about a failure. A check says less where the way is the same whoever owns the resource. */
export function remedyFor({ remedy }: Check, situation: keyof Remedies): string {
  if (typeof remedy === 'string') return remedy
  const { ours, adopted = ours, foreign = ours, template = foreign } = remedy
  return { ours, adopted, foreign, template }[situation]
}

/** What helps who reads it: a permission where one is missing, and nothing about permissions where none is. */
export function remedyForUnread(unread: Exclude<Unread, Absent>): string {
  switch (unread.state) {
    case 'denied':
      return remedyForDenied(unread)
    case 'failed':
      return REMEDIES[unread.code]
    case 'undecided':
      return 'Run `verify` after the deployment: it reads what templates leave open.'
    default:
      return unread satisfies never
  }
}

function remedyForDenied({ action, owner }: Denied): string {
  if (owner !== undefined)
    return `It is owned by account ${owner}: have ${action} allowed there, or verify it with credentials of that account.`
  const allow = `Allow ${action} for the role that verifies, and see that no resource policy denies it.`
  return action.startsWith('s3:') ? `${allow} S3 answers so, too, where the bucket is another account's.` : allow
}

const REMEDIES: Readonly<Record<FailureCode, string>> = {
  unavailable: 'Run again: AWS or the network did not answer; no permission is missing.',
  throttled: 'Run again, when the account has fewer calls to answer; no permission is missing.',
  credentials: 'Renew the credentials, or use valid ones, and run again.',
  clock: 'Set the clock of the machine (NTP) and run again.',
  region: 'Enable the region for the account, or take out of the trail what lies there.',
  malformed: 'Run again; where it stays so, look for a proxy between this machine and AWS, and report it with the evidence file.',
  archived:
    'Restore what is archived (`aws s3api restore-object --bucket … --key … --restore-request Days=7`), and run again when that is done.',
  'not-recorded': 'Run `verify` again: the recording is of another config or version.',
  refused: 'Read what AWS says, and report it with the evidence file where it is not the account that is at fault.',
  unsearched: UNSEARCHED_REMEDY,
  unjudged: 'Report this as a bug, with the evidence file.',
}
