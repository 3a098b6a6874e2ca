import { defineCheck, need, passUnless } from '../define.ts'
import { type EventProbe, records } from './selectors.ts'

/** KMS and RDS Data API events are the ones CloudTrail lets a trail leave out; IAM stands for all others. */
const PROBES: readonly EventProbe[] = ['iam.amazonaws.com', 'kms.amazonaws.com', 'rdsdata.amazonaws.com'].flatMap((eventSource) =>
  [true, false].map((readOnly) => ({ category: 'Management' as const, readOnly, eventSource })),
)

export const trailRecordsAllManagementEvents = defineCheck({
  id: 'trail-records-all-management-events',
  code: 'TRAIL-003',
  severity: 'high',
  title: 'All management events are recorded, reads and writes, of every source',
  on: 'trail',
  reads: ['cloudtrail:GetEventSelectors'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
  remedy: 'Deploy the audit stack: its first selector takes all management events.',
  evaluate: (trail) => {
    const selectors = need(trail.eventSelectors)
    const blind = PROBES.filter((probe) => !records(selectors, probe))
    return passUnless(
      blind.map((probe) => `${probe.readOnly ? 'reads' : 'writes'} of ${probe.eventSource} are not recorded`),
      'reads and writes of every source are recorded',
    )
  },
})
