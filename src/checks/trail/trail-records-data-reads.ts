import { defineCheck } from '../define.ts'
import { judgeDataCoverage } from './data-coverage.ts'

export const trailRecordsDataReads = defineCheck({
  id: 'trail-records-data-reads',
  code: 'TRAIL-005',
  severity: 'medium',
  title: 'Object reads in the data buckets are recorded',
  on: 'trail',
  reads: ['cloudtrail:GetEventSelectors'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
  remedy: 'Name the bucket under `audit.data-events` and deploy.',
  settings: ['audit.data-events'],
  evaluate: (trail, facts) => judgeDataCoverage(trail, facts, true),
})
