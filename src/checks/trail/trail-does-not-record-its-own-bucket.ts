import { defineCheck, fail, need, pass } from '../define.ts'
import { records } from './selectors.ts'

export const trailDoesNotRecordItsOwnBucket = defineCheck({
  id: 'trail-does-not-record-its-own-bucket',
  code: 'TRAIL-013',
  severity: 'medium',
  title: 'The log bucket is not among the recorded data resources',
  on: 'trail',
  reads: ['cloudtrail:DescribeTrails', 'cloudtrail:GetEventSelectors'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
  remedy: 'Leave the log bucket out of `audit.data-events`: every delivery would cause the next.',
  settings: ['audit.data-events'],
  evaluate: (trail, { partition }) => {
    const bucket = need(trail.description).S3BucketName
    const arn = `arn:${partition}:s3:::${bucket}/any/key`
    return records(need(trail.eventSelectors), { category: 'Data', readOnly: false, arn })
      ? fail(`writes to ${bucket} are recorded into ${bucket}`)
      : pass('deliveries are not recorded as data events')
  },
})
