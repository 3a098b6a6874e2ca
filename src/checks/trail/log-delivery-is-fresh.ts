import { defineCheck, need } from '../define.ts'
import { judgeFreshness } from './freshness.ts'

export const logDeliveryIsFresh = defineCheck({
  id: 'log-delivery-is-fresh',
  code: 'DELIV-001',
  severity: 'high',
  title: 'Log files arrive within a day, without errors',
  on: 'trail',
  reads: ['cloudtrail:GetTrailStatus'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-troubleshooting.html',
  remedy:
    'Read the error in `aws cloudtrail get-trail-status`: CloudTrail words bucket-policy and key-policy mistakes alike, and both stop delivery silently.',
  evaluate: (trail, facts) => {
    const status = need(trail.status)
    return judgeFreshness({
      what: 'log files to S3',
      delivered: status.LatestDeliveryTime,
      error: status.LatestDeliveryError,
      started: status.StartLoggingTime,
      now: facts.collectedAt,
      withinHours: 24,
    })
  },
})
