import { defineCheck } from '../define.ts'
import { READS, REMEDY, SOURCE } from './about.ts'
import { judgeLogs } from './judge-logs.ts'

export const digestsAreSignedByCloudtrail = defineCheck({
  id: 'digests-are-signed-by-cloudtrail',
  code: 'DIG-001',
  severity: 'critical',
  title: 'Every digest file carries a valid signature of CloudTrail',
  on: 'logIntegrity',
  reads: READS,
  source: SOURCE,
  remedy: REMEDY,
  evaluate: (logs) => judgeLogs(logs, 'DIG-001', 'every signature is valid'),
})
