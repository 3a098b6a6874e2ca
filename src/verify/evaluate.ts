import type { Check } from '../checks/define.ts'
import { controlsOf } from '../frameworks/registry.ts'
import type { Facts } from '../model/facts.ts'
import { type Finding, SEVERITIES, type STATUSES, type Verdict } from '../model/finding.ts'
import { withException } from './exceptions.ts'
import { quietly } from './quietly.ts'
import { remedyFor, remedyForUnread, type Source, situationOf } from './remedies.ts'

/** Judges all facts by all checks and applies the exceptions. Never throws; sorted worst first, then by code and resource. */
export function evaluateChecks(checks: readonly Check[], facts: Facts, source: Source = 'account'): Finding[] {
  const today = facts.collectedAt.slice(0, 10)
  return quietly(
    checks.flatMap((check) => check.judge(facts).map((judged) => ({ check, ...judged }))),
    facts.config?.exceptions ?? [],
  )
    .map(({ check, resource, verdict }) => {
      const remedy = remedyFor(check, situationOf(check.on, facts.config, source))
      return withException(toFinding(check, { resource, verdict, remedy }), facts.config?.exceptions ?? [], today)
    })
    .sort(byImportance)
}

function toFinding(check: Check, { resource, verdict, remedy }: { resource: string; verdict: Verdict; remedy: string }): Finding {
  const finding = {
    id: check.id,
    code: check.code,
    title: check.title,
    status: verdict.status,
    severity: check.severity,
    resource,
    message: verdict.message,
    remedy,
    frameworks: controlsOf(check.id),
  }
  if (verdict.status !== 'error') return verdict.said ? { ...finding, said: verdict.said } : finding
  const { reason: _, ...unread } = verdict.unread
  const missing = unread.state === 'denied' ? { missingPermission: unread.action } : {}
  return { ...finding, remedy: remedyForUnread(verdict.unread), ...missing, unread }
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
