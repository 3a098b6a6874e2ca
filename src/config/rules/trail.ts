import type { Problem } from '../../model/errors.ts'
import type { RawAudit } from '../raw.ts'
import { sourceOf } from '../sources.ts'
import type { Judge, Rule } from './rule.ts'

/** What belongs to a trail and so to its owner. */
const OF_THE_TRAIL = [
  'log-prefix',
  'organization',
  'data-events-access',
  'data-resources',
  'network-activity',
  'insights',
  'delivery-notices',
  'encryption',
  'log-retention-days',
] as const satisfies readonly (keyof RawAudit)[]

const OF_THE_LOG_BUCKET = [
  'bucket-key',
  'reader-accounts',
  'object-lock',
  'break-glass',
  'lifecycle',
  'access-log-retention-days',
] as const satisfies readonly (keyof RawAudit)[]

const existingTrailKeepsItsSettings: Judge = (raw, { yaml }) => {
  const audit = raw.audit
  if (!audit || sourceOf(audit.trail) !== 'use') return []
  // The prefix says where the existing trail's logs lie, for analytics.
  const settings = OF_THE_TRAIL.filter((key) => audit[key] !== undefined && !(key === 'log-prefix' && audit['log-bucket'] !== undefined))
  const problems = [...settings, ...OF_THE_LOG_BUCKET.filter((key) => audit[key] !== undefined)].map(
    (key): Problem => ({
      message: `\`audit.${key}\` is set, but \`audit.trail\` uses an existing trail, which keeps its own settings.`,
      position: yaml.positionOfKey(`/audit/${key}`),
      remedy: `Remove \`${key}:\`, or bring the trail into the stack with \`trail: { adopt: <name> }\`.`,
    }),
  )
  for (const key of ['log-bucket', 'log-group'] as const) {
    const given = audit[key]
    if (given === undefined || sourceOf(given) === 'use') continue
    problems.push({
      message: `\`audit.${key}\` is ${given === 'create' ? '"create"' : 'to be adopted'}, but \`audit.trail\` uses an existing trail, which writes elsewhere.`,
      position: yaml.positionOf(`/audit/${key}`),
      remedy: `Name the one the trail writes to: \`${key}: { use: <name> }\`, or leave it out.`,
    })
  }
  return problems
}

const existingBucketKeepsItsSettings: Judge = (raw, { yaml }) => {
  const audit = raw.audit
  if (!audit || sourceOf(audit['log-bucket']) !== 'use' || sourceOf(audit.trail) === 'use') return []
  return OF_THE_LOG_BUCKET.filter((key) => audit[key] !== undefined).map(
    (key): Problem => ({
      message: `\`audit.${key}\` is set, but \`audit.log-bucket\` uses an existing bucket, which keeps its own settings.`,
      position: yaml.positionOfKey(`/audit/${key}`),
      remedy: `Remove \`${key}:\`, or bring the bucket into the stack with \`log-bucket: { adopt: <name> }\`.`,
    }),
  )
}

const keyIsOne: Judge = (raw, { yaml }) => {
  const { key, encryption } = raw.audit ?? {}
  const problems: Problem[] = []
  if (key?.use !== undefined) {
    const others = (['adopt', 'rotation-days', 'administrators', 'allow-deletion'] as const).filter((name) => key[name] !== undefined)
    problems.push(
      ...others.map((name) => ({
        message: `\`audit.key.${name}\` is set beside \`use\`: an existing key keeps its own policy and rotation.`,
        position: yaml.positionOfKey(`/audit/key/${name}`),
        remedy: `Remove \`${name}:\`, or bring the key into the stack with \`adopt: <key id>\`.`,
      })),
    )
    const region = key.use.split(':')[3]
    if (region !== raw.region) {
      problems.push({
        message: `\`audit.key.use\` is a key in ${region}, \`region\` is ${raw.region}: S3 encrypts with keys of the bucket's region only.`,
        position: yaml.positionOf('/audit/key/use'),
        remedy: `Use a key in ${raw.region}, or leave \`use\` out to have one made.`,
      })
    }
  }
  if (encryption === 'sse-s3' && raw.audit?.['bucket-key']) {
    problems.push({
      message: '`audit.bucket-key` is on, but `audit.encryption` is "sse-s3": bucket keys save KMS requests, and there are none.',
      position: yaml.positionOf('/audit/bucket-key'),
      remedy: 'Remove `bucket-key:`, or set `encryption: sse-kms`.',
    })
  }
  return problems
}

const needsALogGroup: Judge = (raw, { yaml }) => {
  const audit = raw.audit
  if (!audit || sourceOf(audit.trail) !== 'use' || audit['log-group'] !== undefined) return []
  return (['alarms', 'dashboard'] as const)
    .filter((key) => audit[key] !== undefined && audit[key] !== false)
    .map(
      (key): Problem => ({
        message: `\`audit.${key}\` is on, but the log group of the existing trail is not named.`,
        position: yaml.positionOfKey(`/audit/${key}`),
        remedy: 'Add `log-group: { use: <name> }`; `aws cloudtrail describe-trails` shows it as CloudWatchLogsLogGroupArn.',
      }),
    )
}

const organizationFits: Judge = (raw, { yaml }) => {
  const audit = raw.audit
  if (!audit?.organization || sourceOf(audit['log-bucket']) !== 'use' || !audit.analytics) return []
  return [
    {
      message: '`audit.analytics` reads one account of the log bucket, which `audit.organization` shares among all.',
      position: yaml.positionOfKey('/audit/analytics'),
      remedy: 'Set up analytics in the account that owns the bucket.',
    },
  ]
}

export const TRAIL_RULES = [
  {
    id: 'existing-trail-keeps-its-settings',
    demands: 'An existing trail is only referred to; what belongs to it is not set here.',
    judge: existingTrailKeepsItsSettings,
  },
  {
    id: 'existing-bucket-keeps-its-settings',
    demands: 'An existing log bucket is only referred to; what belongs to it is not set here.',
    judge: existingBucketKeepsItsSettings,
  },
  { id: 'key-is-one', demands: 'One key, of the audit region, with settings only where the stack owns it.', judge: keyIsOne },
  { id: 'alarms-need-a-log-group', demands: 'Alarms and dashboard need to know the log group.', judge: needsALogGroup },
  { id: 'organization-fits', demands: 'Analytics reads a bucket that serves this account alone.', judge: organizationFits },
] as const satisfies readonly Rule[]
