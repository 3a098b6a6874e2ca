import { defineCheck } from '../define.ts'
import { READS, REMEDY, SOURCE } from './about.ts'
import { judgeLogs } from './judge-logs.ts'

export const digestsAreWhereTheyWereDelivered = defineCheck({
  id: 'digests-are-where-they-were-delivered',
  code: 'DIG-002',
  severity: 'high',
  title: 'Digest files lie where they were delivered',
  on: 'logIntegrity',
  reads: READS,
  source: SOURCE,
  remedy: REMEDY,
  evaluate: (logs) => judgeLogs(logs, 'DIG-002', 'every digest lies where it was delivered'),
})
