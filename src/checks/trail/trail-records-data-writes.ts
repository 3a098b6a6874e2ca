import { defineCheck } from '../define.ts'
import { judgeDataCoverage } from './data-coverage.ts'

export const trailRecordsDataWrites = defineCheck({
  id: 'trail-records-data-writes',
  code: 'TRAIL-004',
  severity: 'medium',
  title: 'Object writes in the data buckets are recorded',
  on: 'trail',
  reads: ['cloudtrail:GetEventSelectors'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
  remedy: 'Name the bucket under `audit.data-events` and deploy.',
  settings: ['audit.data-events'],
  evaluate: (trail, facts) => judgeDataCoverage(trail, facts, false),
})
