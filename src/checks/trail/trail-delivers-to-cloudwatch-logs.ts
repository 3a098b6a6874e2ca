import { defineCheck, fail, need } from '../define.ts'
import { judgeFreshness } from './freshness.ts'

export const trailDeliversToCloudwatchLogs = defineCheck({
  id: 'trail-delivers-to-cloudwatch-logs',
  code: 'TRAIL-008',
  severity: 'medium',
  title: 'Events reach CloudWatch Logs within a day',
  on: 'trail',
  reads: ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
  remedy:
    'Deploy the audit stack; if it is deployed, read LatestCloudWatchLogsDeliveryError in `aws cloudtrail get-trail-status --name <arn> --region <the region of the error>`.',
  evaluate: (trail, facts) => {
    if (!need(trail.description).CloudWatchLogsLogGroupArn) return fail('no log group is set')
    return judgeFreshness(trail, {
      what: 'events to CloudWatch Logs',
      delivered: 'LatestCloudWatchLogsDeliveryTime',
      error: 'LatestCloudWatchLogsDeliveryError',
      now: facts.collectedAt,
      withinHours: 24,
    })
  },
})
