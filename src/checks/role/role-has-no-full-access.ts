import { defineCheck, need, passUnless } from '../define.ts'
import { nameOf, statementsOfRole } from '../policies.ts'

export const roleHasNoFullAccess = defineCheck({
  id: 'role-has-no-full-access',
  code: 'ROLE-010',
  severity: 'critical',
  title: 'No role is an administrator',
  on: 'role',
  reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  remedy: 'Remove the statement or the attached policy; grant what the workload calls.',
  evaluate: (role) => {
    const full = statementsOfRole(role).filter(
      (statement) =>
        statement.effect === 'Allow' &&
        ((statement.actions ?? []).some((action) => action === '*' || action === '*:*') || statement.notActions !== undefined) &&
        (statement.resources ?? ['*']).includes('*'),
    )
    const attached = need(role.attached).filter((arn) => /\/(?:AdministratorAccess|IAMFullAccess)$/.test(arn))
    return passUnless(
      [
        ...full.map((statement) => `statement ${nameOf(statement)} allows everything on everything`),
        ...attached.map((arn) => `${arn.split('/').at(-1)} is attached`),
      ],
      'no administrator rights',
    )
  },
})
