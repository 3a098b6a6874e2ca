import { ANY } from '../../iam/ask.ts'
import { defineCheck, passUnless } from '../define.ts'
import { allows } from '../policies.ts'
import { anyOf, byWhat, GRANTS_READS, grantedTo, policiesOf } from '../rights.ts'

const NEEDED = ['logs:CreateLogStream', 'logs:PutLogEvents']

export const logsRoleOnlyWritesStreams = defineCheck({
  id: 'logs-role-only-writes-streams',
  code: 'LOG-005',
  severity: 'high',
  title: 'The CloudWatch Logs role may write trail streams and nothing else',
  on: 'role',
  roles: ['cloudwatch-logs'],
  reads: GRANTS_READS,
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html',
  why: 'With more, whoever gets CloudTrail to use the role writes into the logs of others, or reads them.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set it back: the role has one inline policy with two actions.',
    foreign:
      'Allow logs:CreateLogStream and logs:PutLogEvents on `log-group:<group>:log-stream:<account>_CloudTrail_<region>*`, and nothing else.',
  },
  messages: {
    extra: 'it also allows {action}, by {policy}',
    wide: 'it writes any stream of {group}, by {by}',
    elsewhere: 'it writes to any log group, by {by}',
    missing: '{action} is missing',
    least: 'two actions on the trail streams',
  },
  examples: {
    good: 'Action: [logs:CreateLogStream, logs:PutLogEvents]\nResource: arn:aws:logs:us-east-1:123456789012:log-group:trail:log-stream:123456789012_CloudTrail_us-east-1*',
    bad: 'Action: logs:*\nResource: "*"',
  },
  evaluate: (role, facts, say) => {
    const { account, logGroups } = facts
    const allowed = policiesOf(role).flatMap(({ name, statements }) =>
      statements.filter(({ effect }) => effect === 'Allow').map((statement) => ({ name, statement })),
    )
    const extra = allowed.flatMap(({ name, statement }) =>
      (statement.actions ?? ['NotAction'])
        .filter((action) => !NEEDED.some((needed) => needed.toLowerCase() === action.toLowerCase()))
        .map((action) => say('extra', { action, policy: name })),
    )
    const writes = (on: string) => NEEDED.map((action) => grantedTo(role, { action, on }, account)).find((found) => found !== undefined)
    const elsewhere = writes(`${anyOf(facts, 'logs', 'log-group:')}:log-stream:${ANY}`)
    const wide = logGroups.flatMap(({ arn }) => {
      const found = writes(`${arn}:log-stream:${ANY}`)
      return found ? [say('wide', { group: arn, by: byWhat(found) })] : []
    })
    const missing = NEEDED.filter((action) => !allowed.some(({ statement }) => allows(statement, action)))
    return passUnless(
      [
        ...extra,
        ...(elsewhere ? [say('elsewhere', { by: byWhat(elsewhere) })] : wide),
        ...missing.map((action) => say('missing', { action })),
      ],
      say('least'),
    )
  },
})
