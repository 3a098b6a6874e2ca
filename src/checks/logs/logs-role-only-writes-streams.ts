import { defineCheck, need, passUnless } from '../define.ts'
import { allows, statementsOfRole } from '../policies.ts'

const NEEDED = ['logs:CreateLogStream', 'logs:PutLogEvents']

export const logsRoleOnlyWritesStreams = defineCheck({
  id: 'logs-role-only-writes-streams',
  code: 'LOG-005',
  severity: 'high',
  title: 'The CloudWatch Logs role may write trail streams and nothing else',
  on: 'role',
  roles: ['cloudwatch-logs'],
  reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html',
  remedy: 'Deploy the audit stack: the role has one inline policy with two actions.',
  evaluate: (role) => {
    const statements = statementsOfRole(role).filter((statement) => statement.effect === 'Allow')
    const extra = statements.flatMap((statement) => (statement.actions ?? ['NotAction']).filter((action) => !NEEDED.includes(action)))
    const wide = statements.flatMap((statement) =>
      (statement.resources ?? []).filter((resource) => !/:log-group:[^*]+:log-stream:[^*]+_CloudTrail_/.test(resource)),
    )
    const missing = NEEDED.filter((action) => !statements.some((statement) => allows(statement, action)))
    return passUnless(
      [
        ...extra.map((action) => `it also allows ${action}`),
        ...[...new Set(wide)].map((resource) => `it reaches ${resource}`),
        ...need(role.attached).map((arn) => `managed policy ${arn.split('/').at(-1)} is attached`),
        ...missing.map((action) => `${action} is missing`),
      ],
      'two actions on the trail streams',
    )
  },
})
