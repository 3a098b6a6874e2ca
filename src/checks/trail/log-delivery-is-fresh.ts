import { defineCheck } from '../define.ts'
import { judgeFreshness } from './freshness.ts'

export const logDeliveryIsFresh = defineCheck({
  id: 'log-delivery-is-fresh',
  code: 'DELIV-001',
  severity: 'high',
  title: 'Log files arrive within a day, without errors',
  on: 'trail',
  reads: ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-troubleshooting.html',
  remedy:
    'Read the error in `aws cloudtrail get-trail-status --name <arn> --region <the region of the error>`: CloudTrail words bucket-policy and key-policy mistakes alike, and both stop delivery silently.',
  evaluate: (trail, facts) => {
    return judgeFreshness(trail, {
      what: 'log files to S3',
      delivered: 'LatestDeliveryTime',
      error: 'LatestDeliveryError',
      now: facts.collectedAt,
      withinHours: 24,
    })
  },
})
