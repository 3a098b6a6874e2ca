import { defineCheck } from '../define.ts'
import { READS, REMEDY, SOURCE } from './about.ts'
import { judgeLogs } from './judge-logs.ts'

export const digestsAreChained = defineCheck({
  id: 'digests-are-chained',
  code: 'DIG-003',
  severity: 'critical',
  title: 'Each digest names hash and signature of the one before it',
  on: 'logIntegrity',
  reads: READS,
  source: SOURCE,
  remedy: REMEDY,
  evaluate: (logs) => judgeLogs(logs, 'DIG-003', 'every digest follows the one before it'),
})
