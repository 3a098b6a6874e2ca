import type { Facts } from '../../model/facts.ts'
import { defineCheck, notApplicable, passUnless } from '../define.ts'
import { byWhat, mayRole, RIGHTS_READS } from '../rights.ts'

const OF_A_TRAIL = ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors', 'PutInsightSelectors']
const OF_ITS_BUCKET = ['DeleteBucket', 'DeleteBucketPolicy', 'PutBucketPolicy', 'PutLifecycleConfiguration']
const OF_ITS_LOGS = ['DeleteObject', 'DeleteObjectVersion', 'PutObject']
const OF_ITS_KEY = ['DisableKey', 'PutKeyPolicy', 'ScheduleKeyDeletion']

/** What ends or falsifies the record, and on what. */
function deeds({ trails, logBuckets, keys }: Facts): { action: string; on: string }[] {
  const on = (service: string, names: readonly string[], arn: string) => names.map((name) => ({ action: `${service}:${name}`, on: arn }))
  return [
    ...trails.flatMap(({ arn }) => on('cloudtrail', OF_A_TRAIL, arn)),
    ...logBuckets.flatMap(({ arn }) => [...on('s3', OF_ITS_BUCKET, arn), ...on('s3', OF_ITS_LOGS, `${arn}/AWSLogs/log.json.gz`)]),
    ...keys.flatMap(({ arn }) => on('kms', OF_ITS_KEY, arn)),
  ].filter(({ on: arn }) => !arn.endsWith('*'))
}

export const roleCannotBlindTheTrail = defineCheck({
  id: 'role-cannot-blind-the-trail',
  code: 'ROLE-014',
  severity: 'high',
  title: 'No role can stop the trail, or change its logs, bucket or key',
  on: 'role',
  reads: RIGHTS_READS,
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
  why: 'A workload that can switch the record off can hide everything it does afterwards.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set policies and boundary back: the boundary of every role denies these.',
    foreign: 'Take the actions away, or deny them in a permissions boundary or service control policy.',
  },
  messages: {
    deed: 'it may {actions} on {resource}, by {by}',
    none: 'nothing it may do ends or changes the record',
    nothing: 'there is no trail, log bucket or key that it could reach',
  },
  examples: {
    good: 'Effect: Deny\nAction: [cloudtrail:StopLogging, cloudtrail:DeleteTrail, cloudtrail:UpdateTrail, cloudtrail:PutEventSelectors]\nResource: "*"',
    bad: 'Effect: Allow\nAction: cloudtrail:*\nResource: "*"',
  },
  evaluate: (role, facts, say) => {
    const all = deeds(facts)
    if (all.length === 0) return notApplicable(say('nothing'))
    const found = all.flatMap((asked) => {
      const request = mayRole(role, asked, facts.account)
      return request ? [{ ...asked, by: byWhat(request) }] : []
    })
    const groups = new Map<string, { on: string; by: string; actions: string[] }>()
    for (const { action, on, by } of found) {
      const group = groups.get(`${on} ${by}`) ?? { on, by, actions: [] }
      groups.set(`${on} ${by}`, { ...group, actions: [...group.actions, action] })
    }
    return passUnless(
      [...groups.values()].map(({ on, by, actions }) => say('deed', { actions: actions.join(', '), resource: on, by })),
      say('none'),
    )
  },
})
