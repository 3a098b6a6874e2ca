import type { Problem } from '../../model/errors.ts'
import type { RawObjectLock } from '../raw.ts'
import { sourceOf } from '../sources.ts'
import type { Judge, Rule } from './rule.ts'

const lifecycleOrder: Judge = (raw, { yaml }) => {
  const given = raw.audit?.lifecycle ?? {}
  const steps = [
    ['standard-ia', given['standard-ia'], 30],
    ['glacier', given.glacier, 90],
    ['deep-archive', given['deep-archive'], 365],
    ['expire', given.expire, null],
  ] as const
  const active = steps
    .map(([key, value, fallback]) => ({ key, days: value === undefined ? fallback : value }))
    .filter((step) => step.days !== null)
  const alone = given['expire-noncurrent'] !== undefined && typeof given.expire !== 'number'
  const needsExpire: Problem[] = alone
    ? [
        {
          message: '`audit.lifecycle.expire-noncurrent` is set, and nothing expires.',
          position: yaml.positionOf('/audit/lifecycle/expire-noncurrent'),
          remedy: 'Set `audit.lifecycle.expire` too, or remove it.',
        },
      ]
    : []
  const disordered = active.flatMap((step, index): Problem[] => {
    const before = active[index - 1]
    if (!before || (step.days ?? 0) > (before.days ?? 0)) return []
    const pointer = `/audit/lifecycle/${step.key}`
    return [
      {
        message: `\`audit.lifecycle.${step.key}\` is ${step.days} days, but \`${before.key}\` is ${before.days}: objects would move backwards.`,
        position: yaml.positionOf(given[step.key] === undefined ? `/audit/lifecycle/${before.key}` : pointer),
        remedy: 'Order: standard-ia < glacier < deep-archive < expire. Set a step to null to leave it out.',
      },
    ]
  })
  return [...needsExpire, ...disordered]
}

/** A COMPLIANCE lock cannot be shortened by anyone, so it is asked for in words; and nothing may expire under a lock. */
const locksAreMeant: Judge = (raw, { yaml }) => {
  const locks: [string, RawObjectLock | undefined][] = [
    ['object-lock', raw.audit?.['object-lock']],
    ['evidence', raw.audit?.evidence],
  ]
  const problems = locks.flatMap(([key, lock]): Problem[] => {
    if (!lock || (lock.mode === 'compliance') === (lock.confirm !== undefined)) return []
    return lock.mode === 'compliance'
      ? [
          {
            message: `\`audit.${key}.mode\` is "compliance", and \`confirm\` is missing: for ${lock.days} days nobody could delete or shorten anything, not even AWS.`,
            position: yaml.positionOf(`/audit/${key}/mode`),
            remedy: `If that is meant, add \`confirm: nobody can shorten this\`; else use \`mode: governance\`.`,
          },
        ]
      : [
          {
            message: `\`audit.${key}.confirm\` is given, but \`mode\` is "governance", which needs no confirmation.`,
            position: yaml.positionOf(`/audit/${key}/confirm`),
            remedy: 'Remove `confirm:`, or set `mode: compliance`.',
          },
        ]
  })
  const expire = raw.audit?.lifecycle?.expire
  const days = raw.audit?.['object-lock']?.days
  if (typeof expire === 'number' && days !== undefined && expire < days) {
    problems.push({
      message: `\`audit.lifecycle.expire\` is ${expire} days, but \`object-lock.days\` is ${days}: nothing can be deleted before that.`,
      position: yaml.positionOf('/audit/lifecycle/expire'),
      remedy: `Set \`expire\` to at least ${days}, or lock for fewer days.`,
    })
  }
  return problems
}

const analyticsFits: Judge = (raw, { yaml }) => {
  const audit = raw.audit
  if (!audit?.analytics) return []
  const problems: Problem[] = []
  if (sourceOf(audit.trail) === 'use' && audit['log-bucket'] === undefined) {
    problems.push({
      message: '`audit.analytics` is on, but the log bucket of the existing trail is not named.',
      position: yaml.positionOfKey('/audit/analytics'),
      remedy: 'Add `log-bucket: { use: <name> }`; `aws cloudtrail describe-trails` shows it as S3BucketName.',
    })
  }
  const { since } = audit.analytics
  const day = since === undefined ? undefined : new Date(`${since.replaceAll('/', '-')}T00:00:00Z`)
  if (day && (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== since?.replaceAll('/', '-'))) {
    problems.push({
      message: `\`audit.analytics.since\` is "${since}", which is not a day of the calendar.`,
      position: yaml.positionOf('/audit/analytics/since'),
      remedy: 'Write it as YYYY/MM/DD, in quotes.',
    })
  }
  return problems
}

const evidenceHasAWriter: Judge = (raw, { yaml }) => {
  if (!raw.audit?.evidence || raw.github) return []
  return [
    {
      message: '`audit.evidence` is on, but there is no `github:`: nobody could write to the evidence bucket.',
      position: yaml.positionOfKey('/audit/evidence'),
      remedy: 'Add `github: { repository: OWNER/REPO }`; the write-once role trusts its workflow.',
    },
  ]
}

export const STORAGE_RULES = [
  { id: 'lifecycle-order', demands: 'The steps of the lifecycle follow each other.', judge: lifecycleOrder },
  { id: 'lock-is-meant', demands: 'A COMPLIANCE lock is confirmed in words, and nothing expires under a lock.', judge: locksAreMeant },
  { id: 'analytics-fits', demands: 'Analytics knows the log bucket and a first day.', judge: analyticsFits },
  { id: 'evidence-has-a-writer', demands: 'Somebody may write to the evidence bucket.', judge: evidenceHasAWriter },
] as const satisfies readonly Rule[]
