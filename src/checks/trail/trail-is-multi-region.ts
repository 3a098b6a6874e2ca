import { defineCheck, fail, need, pass } from '../define.ts'

export const trailIsMultiRegion = defineCheck({
  id: 'trail-is-multi-region',
  code: 'TRAIL-001',
  severity: 'high',
  title: 'The trail records every region',
  on: 'trail',
  reads: ['cloudtrail:DescribeTrails'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html',
  remedy: 'Deploy the audit stack: its trail is multi-region.',
  evaluate: (trail) => (need(trail.description).IsMultiRegionTrail ? pass('records every region') : fail('records one region only')),
})
