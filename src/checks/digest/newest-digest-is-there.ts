import { defineCheck } from '../define.ts'
import { READS, REMEDY, SOURCE } from './about.ts'
import { judgeLogs } from './judge-logs.ts'

export const newestDigestIsThere = defineCheck({
  id: 'newest-digest-is-there',
  code: 'DIG-007',
  severity: 'critical',
  title: 'The newest digest that CloudTrail delivered is there',
  on: 'logIntegrity',
  reads: READS,
  source: SOURCE,
  remedy: REMEDY,
  evaluate: (logs) => judgeLogs(logs, 'DIG-007', 'the newest digest is there'),
})
