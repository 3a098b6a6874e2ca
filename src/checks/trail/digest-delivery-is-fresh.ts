import { defineCheck, need, notApplicable } from '../define.ts'
import { judgeFreshness } from './freshness.ts'

export const digestDeliveryIsFresh = defineCheck({
  id: 'digest-delivery-is-fresh',
  code: 'DELIV-004',
  severity: 'high',
  title: 'Digest files arrive every hour, without errors',
  on: 'trail',
  reads: ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-troubleshooting.html',
  remedy:
    'Read the error in `aws cloudtrail get-trail-status --name <arn> --region <the region of the error>`: CloudTrail words bucket-policy and key-policy mistakes alike, and both stop delivery silently.',
  evaluate: (trail, facts) => {
    if (!need(trail.description).LogFileValidationEnabled) return notApplicable('log file validation is off')
    return judgeFreshness(trail, {
      what: 'digest files to S3',
      delivered: 'LatestDigestDeliveryTime',
      error: 'LatestDigestDeliveryError',
      now: facts.collectedAt,
      withinHours: 3,
    })
  },
})
