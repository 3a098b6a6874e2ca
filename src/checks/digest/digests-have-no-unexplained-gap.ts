import { defineCheck } from '../define.ts'
import { READS, REMEDY, SOURCE } from './about.ts'
import { judgeLogs } from './judge-logs.ts'

export const digestsHaveNoUnexplainedGap = defineCheck({
  id: 'digests-have-no-unexplained-gap',
  code: 'DIG-005',
  severity: 'high',
  title: 'Digests follow each other without a gap that nothing explains',
  on: 'logIntegrity',
  reads: READS,
  source: SOURCE,
  remedy: REMEDY,
  evaluate: (logs) => judgeLogs(logs, 'DIG-005', 'there is no gap that nothing explains'),
})
