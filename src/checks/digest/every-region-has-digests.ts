import { defineCheck } from '../define.ts'
import { READS, REMEDY, SOURCE } from './about.ts'
import { judgeLogs } from './judge-logs.ts'

export const everyRegionHasDigests = defineCheck({
  id: 'every-region-has-digests',
  code: 'DIG-008',
  severity: 'high',
  title: 'Every region with log files has digests',
  on: 'logIntegrity',
  reads: READS,
  source: SOURCE,
  remedy: REMEDY,
  evaluate: (logs) => judgeLogs(logs, 'DIG-008', 'every region with log files has digests'),
})
