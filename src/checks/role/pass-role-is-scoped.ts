import { defineCheck, pass, passUnless } from '../define.ts'
import { allows, conditionsOn, limits, nameOf, statementsOfRole } from '../policies.ts'

export const passRoleIsScoped = defineCheck({
  id: 'pass-role-is-scoped',
  code: 'ROLE-007',
  severity: 'high',
  title: 'Roles can be passed by name and to a named service only',
  on: 'role',
  reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  remedy: 'Name the role under Resource, and the service under iam:PassedToService.',
  evaluate: (role) => {
    const passing = statementsOfRole(role).filter((statement) => allows(statement, 'iam:PassRole'))
    if (passing.length === 0) return pass('cannot pass roles')
    return passUnless(
      passing.flatMap((statement) => [
        ...((statement.resources ?? ['*']).some((resource) => resource === '*' || /:role\/\*$/.test(resource))
          ? [`statement ${nameOf(statement)} passes any role`]
          : []),
        ...(conditionsOn(statement, 'iam:PassedToService').some(limits) ? [] : [`statement ${nameOf(statement)} passes to any service`]),
      ]),
      'passes named roles to named services',
    )
  },
})
