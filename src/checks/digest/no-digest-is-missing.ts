import { defineCheck } from '../define.ts'
import { READS, REMEDY, SOURCE } from './about.ts'
import { judgeLogs } from './judge-logs.ts'

export const noDigestIsMissing = defineCheck({
  id: 'no-digest-is-missing',
  code: 'DIG-004',
  severity: 'critical',
  title: 'No digest of the chain is missing',
  on: 'logIntegrity',
  reads: READS,
  source: SOURCE,
  remedy: REMEDY,
  evaluate: (logs) => judgeLogs(logs, 'DIG-004', 'no digest is missing'),
})
