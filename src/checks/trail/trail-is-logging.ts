import { defineCheck, fail, need, pass } from '../define.ts'

export const trailIsLogging = defineCheck({
  id: 'trail-is-logging',
  code: 'TRAIL-002',
  severity: 'critical',
  title: 'The trail is logging',
  on: 'trail',
  reads: ['cloudtrail:GetTrailStatus'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html',
  why: 'While it is off nothing that anyone does in the account is recorded: switching it off is what an intruder does first.',
  remedy: 'Run `aws cloudtrail start-logging --name <trail>`, then find out who stopped it: event StopLogging.',
  messages: { on: 'is logging', off: 'logging is off', 'off-since': 'logging is off since {time}' },
  examples: { good: 'IsLogging: true', bad: 'IsLogging: false' },
  evaluate: (trail, _, say) => {
    const { IsLogging, StopLoggingTime } = need(trail.status)
    if (IsLogging) return pass(say('on'))
    return fail(StopLoggingTime ? say('off-since', { time: StopLoggingTime }) : say('off'))
  },
})
