import { defineCheck, fail, need, pass } from '../define.ts'

export const trailIsLogging = defineCheck({
  id: 'trail-is-logging',
  code: 'TRAIL-002',
  severity: 'critical',
  title: 'The trail is logging',
  on: 'trail',
  reads: ['cloudtrail:GetTrailStatus'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html',
  remedy: 'Run `aws cloudtrail start-logging --name <trail>`, then find out who stopped it: event StopLogging.',
  evaluate: (trail) => {
    const status = need(trail.status)
    return status.IsLogging ? pass('is logging') : fail(`logging is off${status.StopLoggingTime ? ` since ${status.StopLoggingTime}` : ''}`)
  },
})
