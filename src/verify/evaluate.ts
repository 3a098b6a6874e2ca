import type { Check } from '../checks/define.ts'
import { controlsOf } from '../frameworks/registry.ts'
import type { CheckException, Config } from '../model/config.ts'
import type { Absent, Denied, FailureCode, Unread } from '../model/evidence.ts'
import type { Facts } from '../model/facts.ts'
import { type Finding, SEVERITIES, type STATUSES, type Verdict } from '../model/finding.ts'
import { quietly } from './quietly.ts'

/** Judges all facts by all checks and applies the exceptions. Never throws; sorted worst first, then by code and resource. */
export function evaluateChecks(checks: readonly Check[], facts: Facts): Finding[] {
  const today = facts.collectedAt.slice(0, 10)
  return quietly(checks.flatMap((check) => check.judge(facts).map((judged) => ({ check, ...judged }))))
    .map(({ check, resource, verdict }) => applyException(toFinding(check, resource, verdict), facts.config, today))
    .sort(byImportance)
}

function toFinding(check: Check, resource: string, verdict: Verdict): Finding {
  const finding = {
    id: check.id,
    code: check.code,
    title: check.title,
    status: verdict.status,
    severity: check.severity,
    resource,
    message: verdict.message,
    remedy: check.remedy,
    frameworks: controlsOf(check.id),
  }
  if (verdict.status !== 'error') return finding
  const { reason: _, ...unread } = verdict.unread
  const missing = unread.state === 'denied' ? { missingPermission: unread.action } : {}
  return { ...finding, remedy: remedyFor(verdict.unread), ...missing, unread }
}

/** What helps who reads it: a permission where one is missing, and nothing about permissions where none is. */
function remedyFor(unread: Exclude<Unread, Absent>): string {
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
  'not-recorded': 'Run `verify` again: the recording is of another config or version.',
  refused: 'Read what AWS says, and report it with the evidence file where it is not the account that is at fault.',
  unjudged: 'Report this as a bug, with the evidence file.',
}

/** Only a failure can be excepted: what could not be read is nobody's to accept. An expired exception fails, and says so. */
function applyException(finding: Finding, config: Config | undefined, today: string): Finding {
  if (finding.status !== 'fail') return finding
  const exception = config?.exceptions.find(
    (candidate) => candidate.check === finding.id && (candidate.resource ?? finding.resource) === finding.resource,
  )
  if (!exception) return finding
  const expired = exception.expires < today
  return { ...finding, status: expired ? 'fail' : 'excepted', exception: { ...detailsOf(exception), expired } }
}

function detailsOf({ reason, owner, expires, ticket }: CheckException) {
  return { reason, owner, expires, ...(ticket === undefined ? {} : { ticket }) }
}

const RANK: readonly string[] = ['fail', 'error', 'excepted', 'not-applicable', 'pass'] satisfies (typeof STATUSES)[number][]

function byImportance(a: Finding, b: Finding): number {
  return (
    RANK.indexOf(a.status) - RANK.indexOf(b.status) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    a.code.localeCompare(b.code) ||
    a.resource.localeCompare(b.resource)
  )
}
