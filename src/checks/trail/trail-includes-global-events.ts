import { defineCheck, fail, need, pass } from '../define.ts'

export const trailIncludesGlobalEvents = defineCheck({
  id: 'trail-includes-global-events',
  code: 'TRAIL-010',
  severity: 'high',
  title: 'Events of global services such as IAM are recorded',
  on: 'trail',
  reads: ['cloudtrail:DescribeTrails'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events',
  remedy: 'Deploy the audit stack: global service events are on.',
  evaluate: (trail) =>
    need(trail.description).IncludeGlobalServiceEvents
      ? pass('records global services')
      : fail('events of IAM, STS and CloudFront are left out'),
})
