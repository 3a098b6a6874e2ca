import { defineCheck } from '../define.ts'
import { READS, REMEDY, SOURCE } from './about.ts'
import { judgeLogs } from './judge-logs.ts'

export const logFilesMatchTheirDigests = defineCheck({
  id: 'log-files-match-their-digests',
  code: 'DIG-006',
  severity: 'critical',
  title: 'Log files are there and as they were delivered',
  on: 'logIntegrity',
  reads: READS,
  source: SOURCE,
  remedy: REMEDY,
  evaluate: (logs) => judgeLogs(logs, 'DIG-006', 'every log file is as it was delivered'),
})
