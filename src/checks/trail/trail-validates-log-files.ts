import { defineCheck, fail, need, pass } from '../define.ts'

export const trailValidatesLogFiles = defineCheck({
  id: 'trail-validates-log-files',
  code: 'TRAIL-006',
  severity: 'high',
  title: 'Digest files prove that log files were not changed',
  on: 'trail',
  reads: ['cloudtrail:DescribeTrails'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
  remedy: 'Deploy the audit stack: log file validation is on.',
  evaluate: (trail) => (need(trail.description).LogFileValidationEnabled ? pass('writes digests') : fail('log file validation is off')),
})
